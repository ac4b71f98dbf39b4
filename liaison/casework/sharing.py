"""The sharing log: every copy that was made, never what it said."""

from __future__ import annotations

from liaison.model.settings import SharingLog
from liaison.store.changes import Kind
from liaison.store.store import Store


def note_copy(store: Store, copy: SharingLog) -> SharingLog:
    """Note one copy. The note is not undoable: what left the desk has left it."""
    with store.saving(Kind.SHARE) as saving:
        return saving.add(copy)
