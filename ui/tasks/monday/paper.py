"""The note that a sheet was printed, with every family that stands on it."""

from collections.abc import Iterable

from liaison.casework.copies import CopyMade, Wish, note_copies
from liaison.store.store import Store
from ui.paper import Paper


def note_paper(store: Store, paper: Paper, sheet: str, families: Iterable[str]) -> None:
    """Note the copy with every family that stands on the sheet."""
    made = [
        CopyMade(family=family, sheet=sheet, wish=Wish(), pages=paper.pages, digest=paper.digest)
        for family in dict.fromkeys(families)
    ]
    note_copies(store, made, way="printed", at=store.now().astimezone())
