"""What is to be thought of before anybody is asked to a meeting, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from liaison.model.copies.parentage import is_parent
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Listed
from liaison.model.folded import folded
from liaison.model.interpreting import ASK, interpreter_warning
from liaison.model.meeting import Comes, Instead, Meeting, MeetingPerson
from liaison.model.meeting_kinds import CONSENT
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import What
from liaison.model.ruling import Answer, Ruling, ruling

INTERPRETS = "interpret"
"""How a role begins that nobody of the family has."""

MANY = 4
"""More people than this are many for a family to face."""

Flagged = Callable[[str, str, str], bool]


class LeavingOut(Listed):
    """What is still to be said about a parent who is not asked."""

    ASK = "ask", "Separate meeting, copy sent, or reason?"
    REASON = "reason", "Write the reason."


def invitation_warnings(
    record: FamilyRecord, whole: MeetingRecord, flagged: Flagged
) -> tuple[str, ...]:
    """Everything to look at first; none of it stops anything. ``flagged`` reads the lists."""
    return (
        *_many(whole),
        *(ruled.sentence for _, ruled in restricted(record, whole)),
        *_place(whole, flagged),
        *_consent(whole.meeting, flagged),
        *_interpreter(record, whole),
        *_left_out(record, whole),
    )


def restricted(record: FamilyRecord, whole: MeetingRecord) -> list[tuple[MeetingPerson, Ruling]]:
    """Who is to come although a restriction says something about coming or contact."""
    on = whole.meeting.held_on or date.min
    found = []
    for each in whole.coming:
        for what in (What.ATTEND, What.CONTACT):
            ruled = ruling(
                record.restrictions,
                what=what,
                adult=each.person,
                child=None,
                on=on,
                names=record.order_names,
            )
            if each.person and ruled.answer is not Answer.ALLOW:
                found.append((each, ruled))
    return found


def refused(record: FamilyRecord, whole: MeetingRecord, person: str = "") -> str:
    """The first restriction that blocks somebody at the table, or this person, from coming."""
    blocks = (
        ruled.sentence
        for row, ruled in restricted(record, whole)
        if ruled.answer is Answer.BLOCK and person in ("", row.person)
    )
    return next(blocks, "")


def cannot_come(record: FamilyRecord, row: MeetingPerson) -> str:
    """Why somebody can have no part in it at all; empty where she can."""
    person = record.person(row.person) if row.person else None
    if row.person and person is None:
        return f"That person does not belong to the {record.family.name} family."
    if person and person.died_on:
        return f"{person.full} has died."
    ours = person is not None and person.kind is not PersonKind.PROFESSIONAL
    said = interpreter_warning(row.name, record, "") if row.name else ""
    return (ASK if ours else said) if INTERPRETS in folded(row.role) else ""


def parents_not_asked(record: FamilyRecord, whole: MeetingRecord) -> list[Person]:
    """Parents of the children it is about who have no part in it and nothing instead."""
    about = {each.person for each in whole.subjects}
    children = about or {child.id for child in record.children}
    parents = {
        tie.adult
        for tie in record.relationships
        if tie.child in children and is_parent(tie) and not tie.deleted
    }
    settled = {each.person for each in whole.people if not unsaid(each)}
    return [
        each
        for each in record.adults
        if each.id in parents - settled
        and each.kind is PersonKind.ADULT
        and not each.died_on
        and not each.left_on
    ]


def unsaid(row: MeetingPerson) -> LeavingOut | None:
    """What is missing about somebody left out."""
    if row.comes is not Comes.LEFT_OUT:
        return None
    if row.instead is None:
        return LeavingOut.ASK
    without = row.instead is Instead.REASON and not row.left_out_reason.strip()
    return LeavingOut.REASON if without else None


def _many(whole: MeetingRecord) -> Iterator[str]:
    if (count := len(whole.coming)) > MANY:
        yield f"{count} people are many to face: four at most is kinder."


def _place(whole: MeetingRecord, flagged: Flagged) -> Iterator[str]:
    meeting = whole.meeting
    if flagged("place", meeting.place, "formal"):
        yield "The head’s office feels like being called in: a neutral room is kinder."
    elif meeting.place and not meeting.neutral:
        yield "This room is not marked as neutral."


def _consent(meeting: Meeting, flagged: Flagged) -> Iterator[str]:
    if not flagged("meeting_kind", meeting.kind, CONSENT):
        return
    if meeting.consent_on is None:
        yield "Consent in writing is not noted yet."
    if meeting.minute_taker and meeting.minute_taker == meeting.chair:
        yield "Somebody else than who leads takes the notes."


def _interpreter(record: FamilyRecord, whole: MeetingRecord) -> Iterator[str]:
    meeting = whole.meeting
    if meeting.interpreter and (
        said := interpreter_warning(meeting.interpreter, record, meeting.person)
    ):
        yield said
    here = {each.person for each in whole.coming}
    for each in record.preferences:
        if each.interpreter and each.person in here and not meeting.interpreter:
            yield f"{record.names[each.person]} usually has an interpreter, and none is named."


def _left_out(record: FamilyRecord, whole: MeetingRecord) -> Iterator[str]:
    for each in parents_not_asked(record, whole):
        yield (
            f"{each.full} is a parent and is not asked: a separate meeting, a copy sent, or a "
            "reason?"
        )
