"""One meeting as one reader may have it: the family's copy for a named adult, or the staff's.

A family copy never says that a conversation is an honest one, who is nearby, what the opening
line is, how to leave the room, who was not asked or why. What one adult promised or said stays
with her; what was said under an item is copied only where the officer ticked it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from liaison.errors import CannotPrint
from liaison.model.agenda import AgendaItem, MeetingAction
from liaison.model.copies.audience import copy_for
from liaison.model.copies.copy import Asked, Copy, LeftOut, Sieve
from liaison.model.copies.family_copy import OTHER_CHILD, SOMEBODY_ELSE
from liaison.model.copies.given_away import checked_texts, entry_named, texts_of
from liaison.model.copies.given_away import texts as texts_in
from liaison.model.copies.reading import Reading, checked_reader, settled
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience, Entry
from liaison.model.folded import folded
from liaison.model.follow_up import Side
from liaison.model.meeting import AT_THE_TABLE, Came, Comes, Instead, Meeting, MeetingPerson
from liaison.model.meeting_kinds import MEETING_KINDS, UNNAMED_KINDS
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import PersonKind

NAMELESS = {code: label for code, label, *_ in MEETING_KINDS if code in UNNAMED_KINDS}
"""Kinds no family copy names, whatever the school's lists say."""

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
    unnamed: Mapping[str, str] = NAMELESS,
) -> MeetingCopy:
    """One copy of a meeting, or ``CannotPrint`` in a sentence.

    ``unnamed`` are the kinds that no family copy names, code to words. The meeting's id among the
    ticked ids lets the child's words through, if they name no other child.
    """
    reader = asked.reader.id if asked.reader else ""
    if asked.audience not in (Audience.STAFF, Audience.FAMILY):
        raise CannotPrint(MEETING)
    if asked.audience is Audience.FAMILY and not reader:
        raise CannotPrint(WHO)
    copy = copy_for(
        record,
        audience=asked.audience,
        today=asked.today,
        reader=reader,
        ticked=asked.ticked,
        sensitive=asked.sensitive,
    )
    sieve = Sieve(asked.audience)
    if asked.audience is Audience.STAFF:
        kept, warnings = whole, _nobody_yet(whole)
        there = tuple(_attendee(record, each) for each in whole.coming)
    else:
        reading, warnings = settled(record, replace(asked, reader=checked_reader(record, reader)),
                                    Sieve(asked.audience))  # fmt: skip
        _refuse_strangers(reading, whole)
        kept = _for_family(reading, whole, unnamed, sieve)
        there = tuple(_seen_attendee(reading, each) for each in _visible(reading, whole.coming))
    texts = tuple(pair for entry in _entries(kept) for pair in texts_of(entry))
    if asked.audience is Audience.FAMILY:
        _refuse_said((*texts, *texts_in(copy.record)), unnamed.values())
    warnings += checked_texts(record, texts, asked)
    return MeetingCopy(
        copy=copy,
        meeting=kept,
        there=there,
        left_out=sieve.left_out,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _nobody_yet(whole: MeetingRecord) -> tuple[str, ...]:
    return () if whole.coming else ("Nobody is down as coming to this meeting.",)


def _refuse_strangers(reading: Reading, whole: MeetingRecord) -> None:
    """A copy goes to who was asked to the meeting, or who gets a copy instead."""
    row = whole.part_of(reading.reader)
    asked = row and (row.comes in AT_THE_TABLE or row.instead is Instead.COPY)
    if not asked:
        sentence = (
            f"{reading.called} is not asked to this meeting. Ask her or him to it, or note that a "
            "copy is sent instead."
        )
        raise CannotPrint(sentence)
    about = {each.person for each in whole.subjects}
    if about and not about & reading.children:
        raise CannotPrint(f"The meeting is about no child of {reading.called}’s.")
    if reading.names_another_child(_hers(reading, whole, whole.meeting)):
        sentence = (
            f"{entry_named(whole.meeting)} names a child who is not {reading.called}’s own. "
            "Reword it first."
        )
        raise CannotPrint(sentence)


def _for_family(
    reading: Reading, whole: MeetingRecord, unnamed: Mapping[str, str], sieve: Sieve
) -> MeetingRecord:
    kept = _hers(reading, whole, sieve.blanked(whole.meeting))
    if kept.kind in unnamed:
        kept = replace(kept, kind="")
    said = whole.meeting
    if said.id in reading.asked.ticked and not reading.unsayable(said.child_voice):
        kept = replace(kept, child_voice=said.child_voice)
    if said.disagreement and _said_by_reader(reading, whole):
        kept = replace(kept, disagreement=said.disagreement)
    items = sieve.through("Agenda items", whole.items, lambda each: _item_reason(reading, each))
    shared = {each.id: each for each in whole.items if each.share}
    return MeetingRecord(
        meeting=kept,
        people=tuple(sieve.blanked(each) for each in _hers_alone(reading, whole.people)),
        items=tuple(_with_said(reading, each, shared) for each in items),
        actions=sieve.through(
            "Actions", whole.actions, lambda each: _action_reason(reading, whole, each)
        ),
    )


def _hers(reading: Reading, whole: MeetingRecord, meeting: Meeting) -> Meeting:
    """Her own words stay, nobody else's; the interpreter is named to whom he is for."""
    if meeting.words and not _said_by_reader(reading, whole):
        meeting = replace(meeting, words="")
    if whole.meeting.person not in ("", reading.reader):
        meeting = replace(meeting, interpreter="")
    return meeting


def _said_by_reader(reading: Reading, whole: MeetingRecord) -> bool:
    """Named as hers, or said with no other adult of the family at the table."""
    who = reading.asked.reader
    said_by = whole.meeting.words_of
    if said_by and who:
        return said_by in (who.id, who.full, who.called, who.addressed, who.short)
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
    if action.person in _grown_up(reading) - {reading.reader}:
        return SOMEBODY_ELSE
    alone = {each.person for each in whole.coming} & _grown_up(reading) == {reading.reader}
    if action.side is Side.FAMILY and action.person != reading.reader and not alone:
        return SOMEBODY_ELSE
    return OTHER_CHILD if reading.names_another_child(action) else ""


def _visible(reading: Reading, rows: Iterable[MeetingPerson]) -> list[MeetingPerson]:
    """Everybody at the table but children who are not hers."""
    children = {each.id for each in reading.record.children} - reading.children
    return [each for each in rows if each.person not in children]


def _hers_alone(reading: Reading, rows: Iterable[MeetingPerson]) -> list[MeetingPerson]:
    """Her own row, her children's, and those of people from outside the family."""
    others = _grown_up(reading) - {reading.reader}
    return [
        each
        for each in _visible(reading, rows)
        if each.comes is not Comes.LEFT_OUT and each.person not in others
    ]


def _attendee(record: FamilyRecord, row: MeetingPerson) -> Attendee:
    person = record.person(row.person)
    name = row.name or (person.full if person else "")
    return Attendee(name=name, role=row.role, comes=row.comes, came=row.came)


def _seen_attendee(reading: Reading, row: MeetingPerson) -> Attendee:
    """Another adult of the family stands there by name alone."""
    shown = _attendee(reading.record, row)
    if row.person in _grown_up(reading) - {reading.reader}:
        person = reading.record.person(row.person)
        return replace(shown, name=person.addressed if person else "", role="", came=None)
    return shown


def _refuse_said(texts: Iterable[tuple[Entry, str]], unnamed: Iterable[str]) -> None:
    never_said = [" ".join(folded(each).split()) for each in (*NAMELESS.values(), *unnamed)]
    for entry, text in texts:
        plain = " ".join(folded(text).split())
        for never in never_said:
            if never in plain:
                sentence = f"{entry_named(entry)} says “{never}”. Reword it for the family."
                raise CannotPrint(sentence)


def _entries(whole: MeetingRecord) -> tuple[Entry, ...]:
    return (whole.meeting, *whole.people, *whole.items, *whole.actions, *whole.checks)
