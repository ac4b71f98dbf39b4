"""Who may have a copy of a meeting: who is asked to it, may come, and is a parent of a child."""

from __future__ import annotations

from liaison.errors import CannotPrint
from liaison.model.copies.naming import full_names_of, name_of, names_of
from liaison.model.copies.parentage import children_of
from liaison.model.copies.reading import Reading
from liaison.model.family_record import FamilyRecord
from liaison.model.interpreting import ASK
from liaison.model.invitation import refused
from liaison.model.meeting import AT_THE_TABLE, Instead
from liaison.model.meeting_record import MeetingRecord
from liaison.model.words import and_list


def refuse_strangers(reading: Reading, whole: MeetingRecord) -> None:
    """A copy goes to who was asked to the meeting and may come, or who gets a copy instead.

    ``CannotPrint`` says why it cannot be this reader's.
    """
    row = whole.part_of(reading.reader)
    comes = row is not None and row.comes in AT_THE_TABLE
    if not (row and (comes or row.instead is Instead.COPY)):
        sentence = (
            f"{reading.called} is not asked to this meeting. Ask her or him to it, or note that a "
            "copy is sent instead."
        )
        raise CannotPrint(sentence)
    if comes and whole.meeting.ahead and (said := refused(reading.record, whole, reading.reader)):
        raise CannotPrint(f"No copy for {reading.called}, who is down as coming. {said}")
    if not comes and whole.meeting.ahead and (there := met_in_secret(reading, whole)):
        sentence = (
            f"{reading.called} must not learn where {there} is, so no copy says beforehand where "
            "and when they meet. Send it afterwards."
        )
        raise CannotPrint(sentence)
    _refuse_no_child(reading, whole)
    if not comes and (other := also_about(reading, whole)):
        raise CannotPrint(f"The meeting is about {other}, too, who is not {reading.called}’s own.")


def met_in_secret(reading: Reading, whole: MeetingRecord) -> str:
    """Who is met whose address is hidden from this reader, in words; empty where nobody is."""
    people = (reading.record.person(each.person) for each in whole.coming)
    return and_list([each.addressed for each in people if each and each.id in reading.hidden])


def also_about(reading: Reading, whole: MeetingRecord) -> str:
    """The children it is about who are not this reader's, in words; empty where there is none."""
    about = {each.person for each in whole.subjects} & reading.other_children
    return and_list([each.short for each in reading.record.children if each.id in about])


def refuse_child_interpreting(record: FamilyRecord, interpreter: str) -> None:
    """``CannotPrint`` where a child of the family is named as who interprets."""
    called = name_of(interpreter)
    if any(called in names_of(each) | full_names_of(each) for each in record.children):
        raise CannotPrint(f"A child of the family is down as the interpreter. {ASK}")


def _refuse_no_child(reading: Reading, whole: MeetingRecord) -> None:
    """``CannotPrint`` where it is about no living child of this reader's."""
    about = {each.person for each in whole.subjects}
    if not about or about & reading.children:
        return
    own = [each for each in children_of(reading.record, reading.reader) if each.id in about]
    died = next((each for each in own if each.died_on), None)
    if died:
        raise CannotPrint(f"{died.short} has died. No copy is made.")
    raise CannotPrint(f"The meeting is about no child of {reading.called}’s.")
