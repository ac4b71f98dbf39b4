"""Any sheet of the catalogue as a PDF in memory, in two steps: decided, then made.

``sheet.decide`` reads the record, on the thread the store belongs to. ``made`` draws what was
decided, on any thread. A pack lays the pages of several out with ``on_paper`` and ``build_all``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product
from typing import Any

from liaison.casework.copies import CopyMade, Wish
from liaison.casework.for_paper import Decided
from liaison.errors import CannotPrint
from liaison.model.fields import Audience
from liaison.sheets.body import Body, Footer
from liaison.sheets.plain_words import explained
from liaison.sheets.printing import Told, build, build_all, page_count
from liaison.sheets.reading_age import ReadingAge, reading_age
from liaison.sheets.sheet import House, Sheet, footer_of, shred_by
from liaison.store.store import Store


@dataclass(frozen=True, kw_only=True)
class MadeSheet:
    """One copy in memory, and the notes for the log of copies, one for each family on it.

    ``left_out``, ``warnings`` and ``reading`` (family copies) are for the officer, never for
    paper. ``body`` is what it says, for reading it as text.
    """

    pdf: bytes
    notes: tuple[CopyMade, ...] = ()
    pages: int = 0
    body: Body | None = None
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reading: ReadingAge | None = None

    @property
    def made(self) -> CopyMade:
        """The note of a sheet about one family."""
        return self.notes[0]


def on_paper(
    sheet: Sheet, decided: Decided[Any], *, house: House, printed_at: datetime
) -> tuple[Body, Footer]:
    """What stands on the sheet and in its footer."""
    body = sheet.body(decided.matter, house)
    if decided.wish.audience is Audience.FAMILY:
        body = explained(body)
    return body, footer_of(sheet, decided, house, printed_at)


def made(
    sheet: Sheet,
    decided: Decided[Any],
    *,
    house: House,
    printed_at: datetime,
    password: str = "",
) -> MadeSheet:
    """The PDF of one copy, in the size wished for. Raises CannotPrint as ``build`` does."""
    body, footer = on_paper(sheet, decided, house=house, printed_at=printed_at)
    pdf = build(body, footer=footer, size=decided.wish.size, password=password)
    pages = page_count(pdf, password)
    return MadeSheet(
        pdf=pdf,
        notes=tuple(notes_of(sheet, decided, pdf, pages, house=house, printed_at=printed_at)),
        pages=pages,
        body=body,
        left_out=decided.left_out,
        warnings=decided.warnings,
        reading=reading_age(body) if decided.wish.audience is Audience.FAMILY else None,
    )


def made_copies(
    sheet: Sheet,
    copies: Sequence[Decided[Any]],
    *,
    house: House,
    printed_at: datetime,
    told: Told | None = None,
) -> MadeSheet:
    """Several numbered copies of one sheet in one PDF, each with its own pages and its own note."""
    papers = [on_paper(sheet, each, house=house, printed_at=printed_at) for each in copies]
    first = copies[0]
    pdf = build_all(papers, title=sheet.title, size=first.wish.size, told=told)
    pages = page_count(pdf)
    each_has = pages // len(copies)
    notes = (
        each
        for copy in copies
        for each in notes_of(sheet, copy, pdf, each_has, house=house, printed_at=printed_at)
    )
    family = first.wish.audience is Audience.FAMILY
    return MadeSheet(
        pdf=pdf,
        notes=tuple(notes),
        pages=pages,
        body=papers[0][0],
        left_out=first.left_out,
        warnings=first.warnings,
        reading=reading_age(papers[0][0]) if family else None,
    )


def make(
    store: Store, sheet: Sheet, about: str, wish: Wish, *, today: date, printed_at: datetime
) -> MadeSheet:
    """Decided and made at once, where no window waits."""
    refuse_audience(sheet, wish)
    decided = sheet.decide(store, about, wish, today=today)
    house = House(settings=store.settings, label=store.label)
    return made(sheet, decided, house=house, printed_at=printed_at)


def refuse_audience(sheet: Sheet, wish: Wish) -> None:
    """``CannotPrint`` for an audience this sheet is not made for."""
    if wish.audience not in sheet.audiences:
        offered = ", ".join(each.label.lower() for each in sheet.audiences)
        raise CannotPrint(f"{sheet.title} is not made for that reader. Readers: {offered}.")


def notes_of(
    sheet: Sheet,
    decided: Decided[Any],
    pdf: bytes,
    pages: int,
    *,
    house: House,
    printed_at: datetime,
) -> Iterator[CopyMade]:
    """What the log of copies is told, once for each family on the sheet and each who reads it."""
    digest = hashlib.sha256(pdf).hexdigest()
    readers = (decided.wish.reader, *decided.shared)
    for family, reader in product(dict.fromkeys(decided.families), readers):
        yield CopyMade(
            family=family,
            sheet=sheet.code,
            wish=replace(decided.wish, reader=reader),
            pages=pages,
            digest=digest,
            shred_by=shred_by(sheet, decided, house, printed_at),
        )
