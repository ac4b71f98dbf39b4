"""What came out of the contacts: follow-ups kept, put off, waiting, and still to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from liaison.casework.follow_ups import kind_of
from liaison.exchange.practice.days import next_school_day
from liaison.exchange.practice.household import Household
from liaison.exchange.practice.notes import Note, first_after
from liaison.model.contact import Contact, Direction
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState, Side

OTHERS = ("Mrs Hall", "Mr Adams", "Miss Doyle", "Mrs Tilley")
PARTS_OF_DAY = ("", "", "", "morning", "after school", "before 3pm")
PUT_OFF = ("Away that week.", "The letter had not come yet.", "Asked to leave it until Monday.")
DROPPED = ("Settled by itself.", "The family sorted it out.", "No longer wanted.")
NEXT = (
    "Ring back about the appointment",
    "Thank-you letter after Friday's meeting",
    "Check how breakfast club went",
    "Text the uniform shop times",
    "Agree the late slot with the office",
    "Check the first week of the quiet entrance",
    "Send the taster-day letter",
    "Ask Mrs Hall for the transition plan",
    "Tell {adult} the bus pass has come",
    "Book a room for the review",
    "Ring {adult} with good news",
    "Print the support plan on one page",
)
SHARE = 0.17
"""Of conversations, those that end with a promise."""
STILL_AHEAD = timedelta(days=14)


def follow_ups_of(home: Household, notes: list[Note]) -> None:
    """Promises made in the conversations; older ones are done, later ones may be open."""
    for note in notes:
        if note.topic and note.topic.promises and home.chance.random() < SHARE:
            _follow_up(home, note, notes)


def _follow_up(home: Household, note: Note, notes: list[Note]) -> None:
    chance = home.chance
    assert note.topic is not None  # noqa: S101 - only conversations come here
    side, action = chance.choice(note.topic.promises)
    ours = side is Side.SCHOOL
    made = note.contact.held_on
    promised = FollowUp(
        id=chance.new_id(),
        family=home.id,
        action=note.said.fill(action),
        kind=kind_of(action) if ours else FollowUpKind.TASK,
        side=side,
        person=note.adult.person.id,
        owner=_owner(home, note, side),
        raised_by=home.officer,
        due=next_school_day(made + timedelta(days=chance.randrange(1, 16))),
        part_of_day=chance.choice(PARTS_OF_DAY) if ours else "",
        priority=chance.choice(("today", "this_week", "this_half_term", "when_possible", "")),
        source=note.contact.id,
    )
    home.entries.append(_as_it_ended(home, promised, note, notes))


def _owner(home: Household, note: Note, side: Side) -> str:
    if side is Side.FAMILY:
        return note.said.adult
    if side is Side.AGENCY:
        return "School nurse" if home.chance.likely(0.4) else "Family hub"
    return home.chance.choice(OTHERS) if home.chance.likely(0.12) else home.officer


def _as_it_ended(home: Household, promised: FollowUp, note: Note, notes: list[Note]) -> FollowUp:
    chance, due = home.chance, promised.due or home.on
    if home.family.left_on:
        return _closed(promised, FollowUpState.NOT_NEEDED, home.family.left_on, "Left the school.")
    if due >= home.on or (home.on - due < STILL_AHEAD and chance.likely(0.25)):
        return _still_open(home, promised)
    way = chance.random()
    if way < 0.05:
        dropped = chance.choice(DROPPED)
        return _closed(promised, FollowUpState.NOT_NEEDED, due, dropped)
    if way < 0.08:
        over = _closed(promised, FollowUpState.HANDED_OVER, due, "")
        return replace(over, owner=chance.choice(OTHERS))
    if promised.kind is FollowUpKind.TASK:
        return _task_done(home, promised, due)
    found = first_after(notes, note.contact.held_on)
    if found is None:
        return _closed(promised, FollowUpState.NOT_NEEDED, due, chance.choice(DROPPED))
    done = _closed(promised, FollowUpState.DONE, found.contact.held_on, "")
    return replace(done, completed_by=found.contact.id)


def _task_done(home: Household, promised: FollowUp, due: date) -> FollowUp:
    """Done on a task writes a contact that is counted nowhere."""
    task = Contact(
        id=home.chance.new_id(),
        family=home.id,
        held_on=due,
        channel="task",
        direction=Direction.WE,
        outcome="task_done",
        facts=promised.action,
    )
    home.entries.append(task)
    return replace(_closed(promised, FollowUpState.DONE, due, ""), completed_by=task.id)


def _still_open(home: Household, promised: FollowUp) -> FollowUp:
    chance = home.chance
    if promised.side is not Side.SCHOOL:
        return replace(promised, state=FollowUpState.WAITING, waiting_on=promised.side)
    state = chance.weighted(
        ((FollowUpState.OPEN, 78), (FollowUpState.IN_PROGRESS, 14), (FollowUpState.WAITING, 8))
    )
    waiting = chance.choice((Side.FAMILY, Side.AGENCY)) if state is FollowUpState.WAITING else None
    snoozes = chance.weighted(((0, 80), (1, 12), (2, 5), (3, 3)))
    return replace(
        promised,
        state=state,
        waiting_on=waiting,
        snoozes=snoozes,
        tries=chance.weighted(((0, 70), (1, 20), (2, 10))),
        reason=chance.choice(PUT_OFF) if snoozes else "",
    )


def _closed(promised: FollowUp, state: FollowUpState, on: date, reason: str) -> FollowUp:
    return replace(promised, state=state, closed_on=on, reason=reason)


def due_soon(home: Household) -> None:
    """For some families something late, something due today, something in the days ahead."""
    if home.family.left_on or not home.reachable or home.family.colleague:
        return
    chance, adult = home.chance, home.reachable[0]
    for share, first, last in ((0.06, -6, -1), (0.03, 0, 0), (0.1, 1, 7)):
        if home.number < 6 or chance.likely(share):
            days = chance.randrange(first, last + 1)
            action = chance.choice(NEXT).format(adult=adult.person.addressed)
            home.put(
                FollowUp(
                    action=action,
                    kind=kind_of(action),
                    person=adult.person.id,
                    owner=home.officer,
                    raised_by=home.officer,
                    due=home.on + timedelta(days=days),
                    part_of_day=chance.choice(PARTS_OF_DAY),
                    priority="this_week",
                )
            )
