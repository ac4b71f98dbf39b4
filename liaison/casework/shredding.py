"""Staff copies that left the desk: which are still out, and that they were shredded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from liaison.model.family import Family
from liaison.model.settings import SharingLog
from liaison.store.store import Store

STILL_OUT = "shred_by IS NOT NULL AND shredded_on IS NULL"
TITLES = {
    "pack": "Meeting pack",
    "family_summary": "Family summary",
    "meeting_pack": "Meeting pack",
    "family_agenda": "Agenda",
    "meeting_minutes": "Minutes and plan",
    "chronology": "Chronology of one person",
    "attempts_log": "Attempts log",
    "call_sheet": "Calls today",
    "call_list": "Ring-round",
    "outstanding": "Outstanding follow-ups",
    "visit_card": "Visit card",
}
"""What a sheet is called where only its code is known."""


@dataclass(frozen=True, kw_only=True)
class StillOut:
    """What was printed at one time: ``id`` is of its first note, ``family`` its name if one."""

    id: str
    sheet: str
    copies: int
    family: str
    families: int
    printed_on: date
    shred_by: date

    @property
    def title(self) -> str:
        return TITLES.get(self.sheet, "Staff copy")


def still_out(store: Store) -> list[StillOut]:
    """Every printing of staff copies that nobody has ticked yet, soonest to be shredded first."""
    notes: dict[tuple[object, ...], list[SharingLog]] = {}
    for each in store.find(SharingLog, STILL_OUT, order="shred_by, id"):
        notes.setdefault(_printing(each), []).append(each)
    return [*_printings(store, [*notes.values()])]


def shredded(store: Store, id: str, *, on: date) -> None:
    """All that was printed with this note is shredded, on this day; it can be taken back."""
    first = store.get(SharingLog, id)
    notes = store.find(SharingLog, f"digest = :digest AND {STILL_OUT}", digest=first.digest)
    with store.saving() as saving:
        for each in notes:
            if _printing(each) == _printing(first):
                saving.change(replace(each, shredded_on=on))


def _printing(note: SharingLog) -> tuple[object, ...]:
    return note.sheet, note.digest, note.made_on, note.made_at


def _printings(store: Store, printings: list[list[SharingLog]]) -> Iterator[StillOut]:
    for notes in printings:
        first = notes[0]
        families = {each.family for each in notes}
        named = store.first(Family, "id = :id AND colleague = 0", id=first.family)
        if first.shred_by is not None:
            yield StillOut(
                id=first.id,
                sheet=first.sheet,
                copies=max(each.copies for each in notes),
                family=named.name if named and len(families) == 1 else "",
                families=len(families),
                printed_on=first.made_on,
                shred_by=first.shred_by,
            )
