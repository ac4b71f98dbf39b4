"""Who read which family: gathered, and written once a minute by the session and at locking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.store.changes import Kind
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id

if TYPE_CHECKING:
    from liaison.store.store import Store


class Looks:
    """Each look is a change of its own kind: no signal, no timeline, nothing to take back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gathered: dict[str, None] = {}

    def gather(self, family: str) -> None:
        """Remember the look. Reading neither waits for the disk nor fails because of it."""
        self._gathered[family] = None

    def flush(self) -> None:
        """Write the gathered looks, if there are any and the record can be written.

        ``NotKept`` when the disk refuses; they stay gathered.
        """
        if not self._gathered or self._store.trouble:
            return
        streams = tuple(Stream(family, new_id(), ()) for family in self._gathered)
        self._store.write(Batch(new_id(), Kind.LOOK.value, streams))
        self._gathered = {}
