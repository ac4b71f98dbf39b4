"""Lawful things an officer does to the record, each by one function of casework."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from liaison.casework.barriers import add_adjustment, add_barrier, change_state
from liaison.casework.contacts import correct_contact, log_contact
from liaison.casework.families import remove
from liaison.casework.follow_ups import (
    add_follow_up,
    complete,
    hand_over,
    not_needed,
    open_follow_ups,
    put_off,
)
from liaison.casework.gate_notes import GateNote, drop_gate_note, gate_notes, keep_gate_note
from liaison.casework.lists import every_choice, relabel, retire
from liaison.casework.meeting_outcomes import close_meeting, hold
from liaison.casework.meetings import change_meeting, meetings_of, plan_meeting
from liaison.casework.restrictions import restrict
from liaison.casework.transition_list import change_concern
from liaison.casework.transitions import add_concern
from liaison.model.barrier import Adjustment, Barrier, BarrierState
from liaison.model.contact import About, Contact, Direction, Part
from liaison.model.follow_up import FollowUp, FollowUpKind
from liaison.model.meeting import Meeting, MeetingPerson, MeetingState
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import ConcernState, TransitionConcern
from tests.soaking.desk import ON, Desk

Action = Callable[[Desk], None]


def log(desk: Desk) -> None:
    record, chance = desk.family(), desk.chance
    contact = Contact(
        family=record.family.id,
        held_on=ON - timedelta(days=chance.randrange(5)),
        channel=chance.choice(("phone", "text", "gate", "letter")),
        direction=chance.choice((Direction.WE, Direction.THEY)),
        outcome=chance.choice(("spoke", "no_answer")),
        about=chance.choice(tuple(About)),
        facts=desk.some_words(),
    )
    people = [(adult.id, Part.SPOKEN_TO) for adult in record.adults[:1]]
    promised = FollowUp(family="", action=f"Ring about {desk.some_words()}", due=ON)
    follow_up = promised if chance.random() < 0.4 else None
    log_contact(desk.store, contact, people=people, follow_up=follow_up, today=ON)


def correct(desk: Desk) -> None:
    record = desk.family_with(lambda each: each.contacts)
    if record is not None:
        contact = desk.chance.choice(record.contacts)
        words = f"{contact.facts} Put right: {desk.some_words()}."
        correct_contact(desk.store, replace(contact, facts=words[-400:]), today=ON)


def promise(desk: Desk) -> None:
    due = ON + timedelta(days=desk.chance.randrange(-3, 15))
    family = desk.family().family.id
    made = FollowUp(family=family, action=f"Send {desk.some_words()}", due=due)
    add_follow_up(desk.store, made, today=ON)


def settle_promise(desk: Desk) -> None:
    """Done, put off, handed over or not needed."""
    owed = [due.follow_up for due in open_follow_ups(desk.store, ON)]
    if not owed:
        return
    store, one = desk.store, desk.chance.choice(owed)
    way = desk.chance.randrange(4)
    if way == 0 and one.kind is not FollowUpKind.CONTACT:
        complete(store, one, today=ON)
    elif way == 1:
        put_off(store, one, to=ON + timedelta(days=7), reason=desk.some_words())
    elif way == 2:
        hand_over(store, one, to="Mrs Hall", today=ON)
    else:
        not_needed(store, one, reason=desk.some_words(), today=ON)


def plan(desk: Desk) -> None:
    record, chance = desk.family(), desk.chance
    kind = chance.choice(desk.store.choices("meeting_kind")).code
    day = ON + timedelta(days=chance.randrange(-2, 9))
    meeting = Meeting(
        family=record.family.id, kind=kind, purpose=desk.some_words(), held_on=day, held_at="09:30"
    )
    people = [
        MeetingPerson(meeting="", person=each.id) for each in record.adults[:1] if not each.died_on
    ]
    plan_meeting(desk.store, meeting, people=people, today=ON)


def write_up(desk: Desk) -> None:
    """Held, and closed with all that is asked for."""
    store, family = desk.store, desk.family().family.id
    open_ones = [each for each in meetings_of(store, family) if each.ahead]
    due = next((each for each in open_ones if each.held_on and each.held_on <= ON), None)
    if due is None:
        return
    hold(store, due, today=ON)
    held = store.get(Meeting, due.id)
    assert held.state is MeetingState.HELD
    full = replace(
        held,
        outcome=desk.some_words(),
        no_action=True,
        no_next=True,
        thanked_on=ON,
        thanked_how="letter",
    )
    close_meeting(store, change_meeting(store, full, today=ON).meeting, today=ON)


def note_barrier(desk: Desk) -> None:
    kind = desk.chance.choice(desk.store.choices("barrier")).code
    family = desk.family().family.id
    barrier = Barrier(family=family, kind=kind, words=desk.some_words(), since=ON)
    add_barrier(desk.store, barrier, today=ON)


def ease_barrier(desk: Desk) -> None:
    record = desk.family_with(lambda each: each.barriers)
    if record is None:
        return
    barrier = desk.chance.choice(record.barriers)
    state = desk.chance.choice(tuple(BarrierState))
    if state is not barrier.state:
        change_state(desk.store, barrier, state, today=ON)
    tried = Adjustment(
        family=barrier.family,
        barrier=barrier.id,
        kind=desk.chance.choice(desk.store.choices("adjustment")).code,
        offered_on=ON,
    )
    add_adjustment(desk.store, tried, today=ON)


def raise_concern(desk: Desk) -> None:
    record = desk.family_with(lambda each: each.children)
    if record is None:
        return
    concern = TransitionConcern(
        family=record.family.id,
        child=desk.chance.choice(record.children).id,
        move="year_6_to_7",
        domain=desk.chance.choice(desk.store.choices("domain")).code,
        level=desk.chance.choice(desk.store.choices("level")).code,
        words=desk.some_words(),
        raised_on=ON,
    )
    add_concern(desk.store, concern, today=ON)


def follow_concern(desk: Desk) -> None:
    ids = [id for (id,) in desk.store.query("SELECT id FROM transition_concern WHERE deleted = 0")]
    if ids:
        state = desk.chance.choice(tuple(ConcernState))
        change_concern(desk.store, desk.chance.choice(sorted(ids)), state=state)


def record_restriction(desk: Desk) -> None:
    record = desk.family_with(lambda each: each.adults and len(each.restrictions) < 3)
    if record is None:
        return
    restriction = Restriction(
        family=record.family.id,
        adult=desk.chance.choice(record.adults).id,
        what=desk.chance.choice(tuple(What)),
        force=desk.chance.choice(tuple(Force)),
        seen_on=desk.chance.choice((None, ON)),
        recorded_on=ON,
    )
    restrict(desk.store, restriction, today=ON)


def bin_entry(desk: Desk) -> None:
    record = desk.family_with(lambda each: each.follow_ups)
    if record is not None:
        remove(desk.store, desk.chance.choice(record.follow_ups))


def take_back(desk: Desk) -> None:
    """Undo as often as it comes, and redo as often."""
    for _ in range(desk.chance.randrange(1, 4)):
        if desk.store.can_undo():
            desk.session.undo()
    for _ in range(desk.chance.randrange(3)):
        desk.session.redo()


def change_a_word(desk: Desk) -> None:
    choices = every_choice(desk.store, "barrier_effect")
    choice = desk.chance.choice(choices)
    if desk.chance.random() < 0.5:
        relabel(desk.store, choice, f"{choice.code.capitalize()} {desk.chance.randrange(10**6)}")
    elif choice.retired or sum(not each.retired for each in choices) > 1:
        retire(desk.store, choice, retired=not choice.retired)


def note_at_the_gate(desk: Desk) -> None:
    keep_gate_note(desk.store, GateNote(desk.some_words(), ON, "08:50"))
    waiting = gate_notes(desk.store)
    if len(waiting) > 4:
        drop_gate_note(desk.store, waiting[0])


CASEWORK: tuple[Action, ...] = (
    *(log, log, log, correct, promise, settle_promise, settle_promise),
    *(note_barrier, ease_barrier, raise_concern, follow_concern, record_restriction),
    *(plan, write_up, write_up, bin_entry, take_back, take_back, change_a_word, note_at_the_gate),
)
