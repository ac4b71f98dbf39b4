"""A meeting pack: several sheets for each reader, decided one by one and laid out together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from liaison.casework.copies import CopyMade
from liaison.casework.for_paper import Decided, Needs, family_for_paper
from liaison.casework.packs import PackPart, PackWish, readers_of
from liaison.dates import medium_date
from liaison.errors import CannotPrint, NotFound
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.meeting import Meeting
from liaison.model.sending import Outgoing
from liaison.sheets.as_text import text_of
from liaison.sheets.attendance_lines import attendance
from liaison.sheets.body import Body, Footer, Section
from liaison.sheets.family_agenda import FAMILY_AGENDA
from liaison.sheets.family_summary import FAMILY_SUMMARY
from liaison.sheets.making import on_paper
from liaison.sheets.meeting_pack import MEETING_PACK
from liaison.sheets.printing import Told, build_all, page_count
from liaison.sheets.reading_age import ReadingAge, reading_age
from liaison.sheets.sheet import House, Sheet, footer_of, shred_by
from liaison.sheets.work_lines import barriers, contacts, promises
from liaison.store.store import Store

CODE = "pack"
TITLE = "Meeting pack"
FEWER = "Look whether fewer parts, copies or meetings will do before you print."
NOTHING = "There is nothing in this pack: nothing is recorded about it yet."
MANY_PAGES = 100
"""A pack of more is not what anybody reads at a meeting."""

EVERY = 500
"""No family has more contacts than are printed."""

HEADINGS = {
    PackPart.ACTIONS: (
        *("What we agreed last time", "What we said we would do", "What you said you would do"),
        "What others said they would do",
    ),
    PackPart.BARRIERS: ("What gets in the way",),
    PackPart.ATTENDANCE: ("Attendance",),
}
"""What a part is called where it stands on the sheet of the meeting."""


@dataclass(frozen=True)
class Pack:
    """One reader's pack for one meeting, decided; nothing of the record is read after this."""

    sheets: tuple[tuple[Sheet, Decided[Any]], ...]


@dataclass(frozen=True)
class Packs:
    """Several packs, and the readers who get none, each in a sentence."""

    packs: tuple[Pack, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MadePack:
    """The pages in memory, what the log of copies is told, and what the officer is told."""

    pdf: bytes
    notes: tuple[CopyMade, ...]
    pages: int
    text: str
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reading: ReadingAge | None = None


def decide_packs(store: Store, meeting: str, wish: PackWish, *, today: date) -> Packs:
    """The packs of one meeting, one for each reader. ``CannotPrint`` when nobody gets one."""
    wish.refuse()
    found: list[Pack] = []
    refused: list[str] = []
    for reader in readers_of(store, meeting, wish):
        try:
            found.append(Pack(tuple(_decided(store, meeting, wish, reader, today))))
        except CannotPrint as why:
            refused.append(str(why))
    if not found:
        raise CannotPrint(" ".join(dict.fromkeys(refused)))
    return Packs(tuple(found), tuple(refused))


def decide_day(
    store: Store, meetings: Iterable[str], wish: PackWish, *, today: date
) -> Iterator[Packs]:
    """The packs of several meetings, one after another, so that progress can be told.

    A meeting for which nobody gets one says so, and the others go on.
    """
    for meeting in meetings:
        try:
            yield decide_packs(store, meeting, wish, today=today)
        except CannotPrint as why:
            yield Packs(refused=(str(why),))


def joined_packs(several: Iterable[Packs]) -> Packs:
    """The packs of a whole day. ``CannotPrint`` when nobody gets one."""
    every = list(several)
    refused = tuple(dict.fromkeys(said for each in every for said in each.refused))
    packs = tuple(pack for each in every for pack in each.packs)
    if not packs:
        raise CannotPrint(" ".join(refused) or NOTHING)
    return Packs(packs, refused)


def agendas_in(packs: Packs) -> tuple[Outgoing, ...]:
    """The agendas that go home with these, one for each meeting still to be held.

    Only those who get a copy are among its readers.
    """
    readers: dict[str, list[str]] = {}
    for sheet, decided in (each for pack in packs.packs for each in pack.sheets):
        if sheet.code == FAMILY_AGENDA.code:
            meeting = decided.matter.whole.meeting.meeting
            if meeting.ahead:
                readers.setdefault(meeting.id, []).append(decided.wish.reader)
    return tuple(
        Outgoing(meeting=meeting, kind=None, readers=tuple(found))
        for meeting, found in readers.items()
    )


def draw_packs(
    packs: Packs, *, house: House, printed_at: datetime, told: Told | None = None
) -> MadePack:
    """Every copy of every pack, in the order they are handed out. On any thread.

    ``told`` hears of each sheet before it is laid out; what it raises ends the work.
    """
    chosen = [each for pack in packs.packs for each in _bodies(pack, house, printed_at)]
    if not chosen:
        raise CannotPrint(NOTHING)
    pages = [(body, footer) for _, body, footer in chosen]
    sizes = {decided.wish.size for decided, _, _ in chosen}
    pdf = build_all(pages, title=TITLE, size=max(sizes), told=told)
    count = page_count(pdf)
    family = [(decided, body) for decided, body, _ in chosen if decided.wish.copy_number == 1]
    return MadePack(
        pdf=pdf,
        notes=tuple(_notes([each for each, _, _ in chosen], pdf, count, house, printed_at)),
        pages=count,
        text="\n\n\n".join(text_of(body, footer) for body, footer in pages),
        left_out=_said(each.left_out for each, _ in family),
        warnings=(
            *packs.refused,
            *_said(each.warnings for each, _ in family),
            *([f"{count} pages are many. {FEWER}"] if count > MANY_PAGES else ()),
        ),
        reading=_hardest(family),
    )


def _decided(
    store: Store, meeting: str, wish: PackWish, reader: str, today: date
) -> Iterator[tuple[Sheet, Decided[Any]]]:
    """The sheets of one reader's pack, the meeting's own first."""
    single = wish.of(reader)
    family = _family_of(store, meeting)
    own = MEETING_PACK if wish.audience is Audience.STAFF else FAMILY_AGENDA
    decided = own.decide(store, meeting, single, today=today)
    if PackPart.AGENDA in wish.parts:
        yield replace(own, body=partial(_chosen, own, wish.parts)), decided
    if PackPart.SUMMARY in wish.parts:
        shorter = replace(FAMILY_SUMMARY, body=partial(_chosen, FAMILY_SUMMARY, wish.parts))
        yield shorter, family_for_paper(store, family, single, today=today)
    more = wish.parts - {PackPart.AGENDA, PackPart.SUMMARY}
    if PackPart.SUMMARY in wish.parts:
        more &= {PackPart.ATTENDANCE, PackPart.TIMELINE}
    if own is MEETING_PACK and PackPart.AGENDA in wish.parts:
        more &= {PackPart.TIMELINE}
    if more:
        sheet = replace(DETAILS, audiences=(wish.audience,), body=partial(_details, more, wish))
        yield sheet, family_for_paper(store, family, single, today=today)


def _family_of(store: Store, meeting: str) -> str:
    try:
        return store.get(Meeting, meeting).family
    except NotFound as missing:
        raise CannotPrint("That meeting is not in the record.") from missing


def _chosen(sheet: Sheet, parts: frozenset[PackPart], matter: Any, house: House) -> Body:
    """The sheet without the parts that were not ticked."""
    body = sheet.body(matter, house)
    gone = {name for part, names in HEADINGS.items() if part not in parts for name in names}
    return replace(body, sections=tuple(each for each in body.sections if each.heading not in gone))


def _details(parts: frozenset[PackPart], wish: PackWish, copy: Copy, house: House) -> Body:
    """What is known of the family besides, as far as this reader may read it."""
    every = {
        PackPart.ACTIONS: tuple(promises(copy, side) for side in Side),
        PackPart.BARRIERS: (barriers(copy, house.label),),
        PackPart.ATTENDANCE: (
            attendance(copy, children=frozenset(each.id for each in copy.record.children)),
        ),
        PackPart.TIMELINE: (_since(copy, wish.since, house),),
    }
    found = [each for part in PackPart if part in parts for each in every.get(part, ())]
    return Body(
        title=f"More about the {copy.record.family.name} family",
        under=(medium_date(copy.today),),
        sections=tuple(each for each in found if each.lines or each.table),
    )


def _since(copy: Copy, day: date | None, house: House) -> Section:
    kept = tuple(each for each in copy.record.contacts if day is None or each.held_on >= day)
    shown = replace(copy, record=replace(copy.record, contacts=kept))
    heading = f"Since {medium_date(day)}" if day else "Contacts"
    return replace(contacts(shown, house.label, most=EVERY), heading=heading)


def _bodies(
    pack: Pack, house: House, printed_at: datetime
) -> Iterator[tuple[Decided[Any], Body, Footer]]:
    """Each numbered copy, sheet by sheet. A sheet with nothing on it is left away."""
    made: list[tuple[Sheet, Decided[Any], Body]] = []
    for sheet, decided in pack.sheets:
        if any(each.lines or each.table for each in sheet.body(decided.matter, house).sections):
            body, _ = on_paper(sheet, decided, house=house, printed_at=printed_at)
            made.append((sheet, decided, body))
    copies = max((decided.wish.copies for _, decided, _ in made), default=0)
    for number in range(1, copies + 1):
        for sheet, decided, body in made:
            numbered = replace(decided, wish=replace(decided.wish, copy_number=number))
            yield numbered, body, footer_of(sheet, numbered, house, printed_at)


def _notes(
    made: Sequence[Decided[Any]], pdf: bytes, pages: int, house: House, printed_at: datetime
) -> Iterator[CopyMade]:
    """One note for each copy that somebody holds."""
    digest = hashlib.sha256(pdf).hexdigest()
    copies = {
        (family, each.wish.reader, each.wish.copy_number): each
        for each in made
        for family in each.families
    }
    for (family, *_), each in copies.items():
        yield CopyMade(
            family=family,
            sheet=CODE,
            wish=each.wish,
            pages=pages,
            digest=digest,
            shred_by=shred_by(MEETING_PACK, each, house, printed_at),
        )


def _said(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for said in several for each in said))


def _hardest(made: Sequence[tuple[Decided[Any], Body]]) -> ReadingAge | None:
    """How hard the hardest of the sheets for families is to read."""
    bodies = (body for each, body in made if each.wish.audience is Audience.FAMILY)
    found = filter(None, map(reading_age, bodies))
    return max(found, key=lambda each: each.years, default=None)


DETAILS = Sheet(
    code="pack_details",
    title="More about the family",
    audiences=(Audience.STAFF, Audience.FAMILY),
    needs=Needs.FAMILY,
    decide=family_for_paper,
    body=partial(_details, frozenset(PackPart), PackWish()),
)
