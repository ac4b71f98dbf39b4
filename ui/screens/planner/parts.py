"""Who has, or could have, a part in a meeting, as rows to tick."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from liaison.dates import day_in_list
from liaison.model.family_record import FamilyRecord
from liaison.model.invitation import parents_not_asked, restricted
from liaison.model.meeting import AT_THE_TABLE, Came, Comes, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import Person
from ui.screens.planner.rows import TickRow
from ui.signs import Tone

PERSON = "person:"
"""Before the id of a member who has no part yet; other rows have the id of the part."""


def part_rows(record: FamilyRecord, whole: MeetingRecord, today: date) -> list[TickRow]:
    """Every member of the family and everybody else with a part; ticked are those at the table."""
    held_back = {each.person for each, _ in restricted(record, whole)}
    unsaid = {each.id for each in parents_not_asked(record, whole)}
    rows = []
    for person in offered_people(record):
        part = whole.part_of(person.id)
        about = any(each.person == person.id for each in whole.subjects)
        made = _row(part, person.full, "", today, about=about, id=PERSON + person.id)
        if person.id in unsaid:
            made = replace(made, chip=_said("Say what instead"), tone=Tone.TODAY)
        rows.append(made)
    members = {each.id for each in record.people}
    rows += [
        _row(each, _name_of(each, record), each.role, today)
        for each in whole.people
        if each.person not in members
    ]
    marked = {part.id for part in whole.people if part.person in held_back}
    return [replace(each, restricted=each.id in marked) for each in rows]


def came_rows(record: FamilyRecord, whole: MeetingRecord) -> list[TickRow]:
    """Everybody who was to come, ticked where they did."""
    rows = []
    for each in whole.people:
        if each.comes is Comes.SUBJECT or each.comes is Comes.LEFT_OUT:
            continue
        said = each.came.label if each.came else ""
        tone = Tone.DONE if each.came is Came.YES else Tone.LATER
        came = each.came is Came.YES
        name = _name_of(each, record)
        rows.append(TickRow(each.id, name, each.role, ticked=came, chip=said, tone=tone))
    return rows


def offered_people(record: FamilyRecord) -> Iterator[Person]:
    """Members who could come, adults first."""
    yield from (each for each in _living(record.adults) if not each.left_on)
    yield from _living(record.children)


def _living(people: Iterable[Person]) -> Iterator[Person]:
    return (each for each in people if not each.died_on)


def _row(
    part: MeetingPerson | None,
    name: str,
    role: str,
    today: date,
    *,
    about: bool = False,
    id: str = "",
) -> TickRow:
    said = _said("about them") if about else ""
    if part is None:
        return TickRow(id, name, said)
    at_table = part.comes in AT_THE_TABLE
    words = [role or part.role, said, "" if part.comes in _PLAIN else part.comes.label.lower()]
    if part.comes is Comes.LEFT_OUT:
        words = [part.instead.label if part.instead else ""]
    chip, tone = "", Tone.LATER
    if part.comes is Comes.LEFT_OUT:
        chip = _said("Not asked")
    elif at_table and part.invited_on:
        chip, tone = _said("Asked {0}").format(day_in_list(part.invited_on, today)), Tone.DONE
    line = " · ".join(filter(None, words))
    return TickRow(part.id, name, line, ticked=at_table, chip=chip, tone=tone)


_PLAIN = (Comes.ATTENDS, Comes.SUBJECT)


def _name_of(part: MeetingPerson, record: FamilyRecord) -> str:
    person = record.person(part.person) if part.person else None
    return person.full if person else part.name


def _said(words: str) -> str:
    return QCoreApplication.translate("Planner", words)
