"""What a sheet says of itself: whom it is for, what it needs, and how its body is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
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


class Shred(Enum):
    """When a staff copy of a sheet is to be shredded."""

    IN_TIME = "after as many days as the school keeps one"
    SAME_DAY = "when its day is done"
    KEPT = "not by a day: it is signed, filled in or filed"


class Decide(Protocol):
    """Reads the record and decides what one reader may have. ``CannotPrint`` says why not."""

    def __call__(self, store: Any, about: str, wish: Wish, /, *, today: date) -> Decided[Any]: ...


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One kind of sheet. ``code`` is what the log of copies calls it.

    ``audiences`` are those it can be made for, the first by itself. ``needs`` says whose id
    ``decide`` is to be given. ``body`` makes the content from what was decided, without a store.
    ``notice`` ends the footer. A ``discreet`` sheet is carried outside: nobody signs it.
    """

    code: str
    title: str
    audiences: tuple[Audience, ...]
    needs: Needs
    decide: Decide
    body: Callable[[Any, House], Body]
    notice: str = ""
    shred: Shred = Shred.IN_TIME
    discreet: bool = False


def footer_of(sheet: Sheet, decided: Decided[Any], house: House, printed_at: datetime) -> Footer:
    """What every page says of its copy. A family's is never marked but private."""
    wish = decided.wish
    family = wish.audience is Audience.FAMILY
    officer = "" if sheet.discreet else house.settings.officer
    copy = copy_words(wish, decided.reader, officer, printed_at)
    by = shred_by(sheet, decided, house, printed_at)
    gone = whole(f"Shred by {medium_date(by)}.") if by else ""
    if wish.audience is Audience.STAFF and decided.reader:
        gone = f"Kept by {decided.reader}."
    notice = sheet.notice or ("" if family or not decided.families else NOT_THE_FILE)
    return Footer(
        title=sheet.title,
        copy=f"Copy {wish.copy_number} of {wish.copies}" if sheet.needs is Needs.NOTHING else copy,
        notice=" ".join(filter(None, (notice, gone))),
        marking=PRIVATE if family else "" if sheet.discreet else house.settings.marking,
    )


def shred_by(
    sheet: Sheet, decided: Decided[Any], house: House, printed_at: datetime
) -> date | None:
    """The day a staff copy is to be gone by; none for other readers, or where it is kept.

    Who is given one by name, a professional, keeps it.
    """
    staff = decided.wish.audience is Audience.STAFF and not decided.reader
    if not staff or sheet.needs is Needs.NOTHING or sheet.shred is Shred.KEPT:
        return None
    days = 0 if sheet.shred is Shred.SAME_DAY else house.settings.shred_days
    return printed_at.date() + timedelta(days=days)


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
    day, at = whole(medium_date(printed_at.date())), whole(f"at {printed_at:%H:%M}")
    return f"{which}{whose}. Printed{by}, {day} {at}"


def whole(words: str) -> str:
    """The words, set so that no line ends between them."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")
