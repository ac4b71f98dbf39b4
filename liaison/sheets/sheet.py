"""What a sheet says of itself: whom it is for, what it needs, and how its body is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided, Needs
from liaison.dates import medium_date
from liaison.model.fields import Audience
from liaison.model.settings import Settings
from liaison.sheets.body import NOT_THE_FILE, PRIVATE, Body, Footer
from liaison.sheets.people_lines import Label


@dataclass(frozen=True, kw_only=True)
class House:
    """The school as its sheets know it: its settings, and ``label(list, code)`` for its words."""

    settings: Settings
    label: Label

    @property
    def school(self) -> str:
        return self.settings.school


class Decide(Protocol):
    """Reads the record and decides what one reader may have. ``CannotPrint`` says why not."""

    def __call__(self, store: Any, about: str, wish: Wish, /, *, today: date) -> Decided[Any]: ...


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One kind of sheet. ``code`` is what the log of copies calls it.

    ``audiences`` are those it can be made for, the first by itself. ``needs`` says whose id
    ``decide`` is to be given. ``body`` makes the content from what was decided, without a store.
    ``notice`` ends the footer.
    """

    code: str
    title: str
    audiences: tuple[Audience, ...]
    needs: Needs
    decide: Decide
    body: Callable[[Any, House], Body]
    notice: str = ""


def footer_of(sheet: Sheet, decided: Decided[Any], house: House, printed_at: datetime) -> Footer:
    """What every page says of its copy. A family's is never marked but private."""
    wish = decided.wish
    family = wish.audience is Audience.FAMILY
    return Footer(
        title=sheet.title,
        copy=copy_words(wish, decided.reader, house.settings.officer, printed_at)
        if sheet.needs is not Needs.NOTHING
        else f"Copy {wish.copy_number} of {wish.copies}",
        notice=sheet.notice or ("" if family or not decided.families else NOT_THE_FILE),
        marking=PRIVATE if family else house.settings.marking,
    )


def copy_words(wish: Wish, reader: str, officer: str, printed_at: datetime) -> str:
    """Staff copy 1 of 3. Printed by Mrs A Officer, 9 March 2026 at 10:05."""
    named = {
        Audience.STAFF: "Staff copy",
        Audience.HANDOVER: "Handover copy",
        Audience.ANONYMISED: "Copy without names,",
        Audience.FAMILY: "Copy",
    }
    which = f"{named[wish.audience]} {wish.copy_number} of {wish.copies}"
    whose = f" for {reader}" if reader else ""
    by = f" by {officer}" if officer else ""
    at = f"{medium_date(printed_at.date())} at {printed_at:%H:%M}"
    return f"{which}{whose}. Printed{by}, {at}"
