"""Who read which family: gathered, and written at most once a minute and at locking."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from liaison.errors import NotKept
from liaison.store.changes import Kind
from liaison.store.door import Batch, Stream
from liaison.store.ids import new_id

if TYPE_CHECKING:
    from liaison.store.store import Store

AT_MOST_EVERY = timedelta(minutes=1)


class Looks:
    """Each look is a change of its own kind: no signal, no timeline, nothing to take back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gathered: dict[str, None] = {}
        self._written_at: datetime | None = None

    def gather(self, family: str) -> None:
        """Remember the look; write what was gathered when a minute has gone by.

        Reading never fails because a look cannot be written: it waits for the next minute.
        """
        self._gathered[family] = None
        now = self._store.now()
        if self._written_at is None:
            self._written_at = now
        if abs(now - self._written_at) >= AT_MOST_EVERY:
            self._written_at = now
            with suppress(NotKept):
                self.flush()

    def flush(self) -> None:
        """Write the gathered looks, if there are any and the record can be written.

        ``NotKept`` when the disk refuses; they stay gathered.
        """
        if not self._gathered or self._store.trouble:
            return
        streams = tuple(Stream(family, new_id(), ()) for family in self._gathered)
        self._store.write(Batch(new_id(), Kind.LOOK.value, streams))
        self._gathered = {}
        self._written_at = self._store.now()
