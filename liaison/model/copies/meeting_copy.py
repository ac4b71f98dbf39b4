"""One meeting as one reader may have it: the family's copy for a named adult, or the staff's.

A family copy never says that a conversation is an honest one, who is nearby, what the opening
line is, how to leave the room, who was not asked or why. What one adult promised or said stays
with her; what was said under an item is copied only where the officer ticked it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from liaison.errors import CannotPrint
from liaison.model.agenda import AgendaItem, MeetingAction
from liaison.model.copies.asked_to import (
    also_about,
    met_in_secret,
    refuse_child_interpreting,
    refuse_strangers,
)
from liaison.model.copies.audience import copy_as_asked
from liaison.model.copies.confidential import as_on
from liaison.model.copies.copy import Asked, Copy, LeftOut, Sieve
from liaison.model.copies.family_copy import NOT_TICKED, OTHER_CHILD, SOMEBODY_ELSE
from liaison.model.copies.given_away import checked_texts, entry_named, texts_of
from liaison.model.copies.never_said import NAMELESS
from liaison.model.copies.reading import Reading, checked_reader, settled
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience, Entry
from liaison.model.follow_up import Side
from liaison.model.meeting import Came, Comes, Meeting, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import PersonKind

MEETING = "A meeting is copied for the family or for staff."
WHO = "Say who the family’s copy is for."


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Somebody at the table as the copy may name her."""

    name: str
    role: str = ""
    comes: Comes = Comes.ATTENDS
    came: Came | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingCopy:
    """A meeting and its family as one reader may have them. What is left out is in neither.

    ``meeting`` has its follow-ups left away on a family copy: ``copy.record`` has those she may
    read. ``kind`` is empty where the reader is not to be told what kind of meeting it is.
    """

    copy: Copy
    meeting: MeetingRecord
    there: tuple[Attendee, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


def meeting_copy(
    record: FamilyRecord,
    whole: MeetingRecord,
    asked: Asked,
    *,
    unnamed: Collection[str] = frozenset(NAMELESS),
    told: Collection[str] = (),
) -> MeetingCopy:
    """One copy of a meeting, or ``CannotPrint`` in a sentence.

    ``unnamed`` are the codes of the kinds that no family copy names, ``told`` those of the reasons
    for ending early help that one may give. The meeting's id among the
    ticked ids lets the child's words through, if they name no other child.
    """
    if asked.audience not in (Audience.STAFF, Audience.FAMILY):
        raise CannotPrint(MEETING)
    if asked.audience is Audience.FAMILY and asked.reader is None:
        raise CannotPrint(WHO)
    record = as_on(record, asked.today)
    if asked.reader:
        asked = replace(asked, reader=checked_reader(record, asked.reader.id))
    copy = copy_as_asked(record, asked)
    sieve = Sieve(asked.audience)
    if asked.audience is Audience.STAFF:
        kept, warnings = _without_place(asked, whole, whole, sieve), _nobody_yet(whole)
        there = tuple(_attendee(record, each) for each in whole.coming)
    else:
        reading, warnings = settled(record, asked, Sieve(asked.audience))
        refuse_strangers(reading, whole)
        refuse_child_interpreting(record, whole.meeting.interpreter)
        kept = _for_family(reading, whole, unnamed, sieve)
        if whole.meeting.why_ended in told:
            kept = replace(kept, meeting=replace(kept.meeting, ended=whole.meeting.ended))
        warnings += _also_about(reading, whole)
        there = tuple(_seen_attendee(reading, each) for each in _visible(reading, whole.coming))
    texts = tuple(pair for entry in _entries(kept) for pair in texts_of(entry, asked.label))
    warnings += checked_texts(record, texts, asked)
    return MeetingCopy(
        copy=copy,
        meeting=kept,
        there=there,
        left_out=sieve.left_out,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _also_about(reading: Reading, whole: MeetingRecord) -> tuple[str, ...]:
    other = also_about(reading, whole)
    sentence = (
        f"The meeting is about {other}, too, who is not {reading.called}’s own. Read the copy "
        "before you hand it over."
    )
    return (sentence,) if other else ()


def _nobody_yet(whole: MeetingRecord) -> tuple[str, ...]:
    return () if whole.coming else ("Nobody is down as coming to this meeting.",)


def _for_family(
    reading: Reading, whole: MeetingRecord, unnamed: Collection[str], sieve: Sieve
) -> MeetingRecord:
    kept = _hers(reading, whole, sieve.blanked(whole.meeting))
    if reading.names_another_child(kept):
        sentence = (
            f"{entry_named(kept)} names a child who is not {reading.called}’s own. Reword it first."
        )
        raise CannotPrint(sentence)
    if kept.kind in unnamed:
        kept = replace(kept, kind="")
    said = whole.meeting
    if said.id in reading.asked.ticked and not reading.unsayable(said.child_voice):
        kept = replace(kept, child_voice=said.child_voice)
    if said.disagreement and _said_by_reader(reading, whole):
        kept = replace(kept, disagreement=said.disagreement)
    items = sieve.through("Agenda items", whole.items, lambda each: _item_reason(reading, each))
    actions = sieve.through(
        "Actions", whole.actions, lambda each: _action_reason(reading, whole, each)
    )
    shared = {each.id: each for each in whole.items if each.share}
    row = whole.part_of(reading.reader)
    if kept.next_on and row not in whole.coming and met_in_secret(reading, whole):
        sieve.note("The day of the next meeting", "Somebody whose address is hidden is met.")
        kept = replace(kept, next_on=None)
    made = MeetingRecord(
        meeting=kept,
        people=tuple(sieve.blanked(each) for each in _hers_alone(reading, whole.people)),
        items=tuple(_with_said(reading, each, shared) for each in items),
        actions=tuple(_with_owner(reading, each, whole) for each in actions),
    )
    return _without_place(reading.asked, whole, made, sieve)


def _without_place(
    asked: Asked, whole: MeetingRecord, kept: MeetingRecord, sieve: Sieve
) -> MeetingRecord:
    """Without a place the school calls sensitive, where nobody ticked the meeting."""
    hidden = ("place", whole.meeting.place) in asked.sensitive
    if not hidden or whole.meeting.id in asked.ticked:
        return kept
    sieve.note("Place", NOT_TICKED)
    return replace(kept, meeting=replace(kept.meeting, place=""))


def _hers(reading: Reading, whole: MeetingRecord, meeting: Meeting) -> Meeting:
    """Her own words stay, nobody else's; the interpreter is named to whom he is for."""
    if meeting.words and not _said_by_reader(reading, whole):
        meeting = replace(meeting, words="")
    if whole.meeting.person not in ("", reading.reader):
        meeting = replace(meeting, interpreter="")
    return meeting


def _said_by_reader(reading: Reading, whole: MeetingRecord) -> bool:
    """Named as hers, or said with no other adult of the family at the table."""
    if whole.meeting.words_of:
        return reading.is_hers(whole.meeting.words_of)
    return {each.person for each in whole.coming} & _grown_up(reading) == {reading.reader}


def _grown_up(reading: Reading) -> set[str]:
    found = (each for each in reading.record.adults if each.kind is PersonKind.ADULT)
    return {each.id for each in found}


def _item_reason(reading: Reading, item: AgendaItem) -> str:
    return OTHER_CHILD if reading.names_another_child(item) else ""


def _with_said(reading: Reading, item: AgendaItem, shared: dict[str, AgendaItem]) -> AgendaItem:
    said = shared.get(item.id)
    if said is None or reading.unsayable(said.said):
        return item
    return replace(item, said=said.said)


def _action_reason(reading: Reading, whole: MeetingRecord, action: MeetingAction) -> str:
    theirs = action.person in _grown_up(reading) - {reading.reader}
    if theirs or reading.is_another_adults(action.owner):
        return SOMEBODY_ELSE
    if action.person in reading.other_children | reading.mourned:
        return OTHER_CHILD
    alone = {each.person for each in whole.coming} & _grown_up(reading) == {reading.reader}
    if action.side is Side.FAMILY and action.person != reading.reader and not alone:
        return SOMEBODY_ELSE
    return OTHER_CHILD if reading.names_another_child(action) else ""


def _with_owner(reading: Reading, kept: MeetingAction, whole: MeetingRecord) -> MeetingAction:
    """Somebody from outside the family who does it is named, though she is not on the copy."""
    said = next(each for each in whole.actions if each.id == kept.id)
    person = reading.record.person(said.person) if said.person else None
    if kept.owner or person is None or person.kind is not PersonKind.PROFESSIONAL:
        return kept
    return replace(kept, owner=person.full)


def _visible(reading: Reading, rows: Iterable[MeetingPerson]) -> list[MeetingPerson]:
    """Everybody at the table but children who are not hers, under whatever name they stand."""
    return [
        each
        for each in rows
        if each.person not in reading.other_children and not reading.unsayable(each.name)
    ]


def _hers_alone(reading: Reading, rows: Iterable[MeetingPerson]) -> list[MeetingPerson]:
    """Her own row, her children's, and those of people from outside the family."""
    others = _grown_up(reading) - {reading.reader}
    return [
        _without_role(reading, each)
        for each in _visible(reading, rows)
        if each.comes is not Comes.LEFT_OUT and each.person not in others
    ]


def _attendee(record: FamilyRecord, row: MeetingPerson) -> Attendee:
    person = record.person(row.person)
    name = row.name or (person.full if person else "")
    return Attendee(name=name, role=row.role, comes=row.comes, came=row.came)


def _seen_attendee(reading: Reading, row: MeetingPerson) -> Attendee:
    """Another adult of the family stands there by name alone."""
    shown = _attendee(reading.record, _without_role(reading, row))
    if row.person in _grown_up(reading) - {reading.reader}:
        person = reading.record.person(row.person)
        return replace(shown, name=person.addressed if person else "", role="", came=None)
    return shown


def _without_role(reading: Reading, row: MeetingPerson) -> MeetingPerson:
    """A role that names a child who is not hers is not said."""
    return replace(row, role="") if reading.unsayable(row.role) else row


def _entries(whole: MeetingRecord) -> tuple[Entry, ...]:
    return (whole.meeting, *whole.people, *whole.items, *whole.actions, *whole.checks)
