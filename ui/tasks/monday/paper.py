"""A sheet of the catalogue printed at once, and noted with every family that stands on it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from liaison.casework.copies import PRINTED, CopyMade, note_copies
from liaison.casework.for_paper import Decided
from liaison.casework.lists import labels_now
from ui.paper import print_sheet
from ui.session import Session


def print_and_note(
    parent: QWidget, session: Session, title: str, code: str, decided: Decided[Any]
) -> bool:
    """Print the sheet of this code; False when she thought better of it.

    ``CannotPrint`` says why not.
    """
    from liaison.sheets import sheet_called  # noqa: PLC0415 - slow
    from liaison.sheets.making import on_paper  # noqa: PLC0415 - slow
    from liaison.sheets.sheet import House, shred_by  # noqa: PLC0415 - slow

    store = session.store
    house, at = House(settings=store.settings, label=labels_now(store)), store.now().astimezone()
    sheet = sheet_called(code)
    body, footer = on_paper(sheet, decided, house=house, printed_at=at)
    paper = print_sheet(parent, title, body, footer)
    if paper is None:
        return False
    made = [
        CopyMade(
            family=family,
            sheet=code,
            wish=decided.wish,
            pages=paper.pages,
            digest=paper.digest,
            shred_by=shred_by(sheet, decided, house, at),
        )
        for family in decided.families
    ]
    note_copies(store, made, way=PRINTED, at=at)
    return True
