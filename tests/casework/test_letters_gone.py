"""Papers that went home, or are still to be sent: what the record says of them afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.casework.agendas import hand_over_agenda
from liaison.casework.calling_off import postpone
from liaison.casework.families import whole_family
from liaison.casework.letters_gone import note_all_gone, note_gone, usual_ring
from liaison.casework.meeting_outcomes import hold
from liaison.casework.meetings import meeting_whole
from liaison.casework.papers_allowed import caution
from liaison.casework.papers_owed import note_not_yet
from liaison.casework.putting_right import same_person
from liaison.casework.timeline import timeline
from liaison.casework.whereabouts import papers_of, waiting_paper, whereabouts
from liaison.errors import CannotPrint, NotReady
from liaison.model.contact import Contact, ContactPerson, Direction, Part
from liaison.model.family import LivesThere, Membership
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.model.letter import LetterKind
from liaison.model.meeting import Meeting
from liaison.model.meeting_patterns import AGENDA_HOME
from liaison.model.meeting_record import MeetingRecord
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.model.restriction import Force, What
from liaison.model.sending import (
    AGENDA,
    LeftBy,
    Outgoing,
    Sent,
    Way,
    outgoing_of,
    ways_after,
    ways_for,
)
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

YESTERDAY = TODAY - timedelta(days=1)
BY_POST = Sent(way=Way.POST, on=TODAY)


@pytest.fixture
def khans(make: Make) -> Made:
    return make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")))


@pytest.fixture
def met(store: Store, make: Make, khans: Made) -> MeetingRecord:
    planned = make.meeting(khans, held_on=YESTERDAY)
    return hold(store, planned.meeting, today=TODAY)


def letter(
    met: MeetingRecord, *readers: str, kind: LetterKind | None = LetterKind.THANKS
) -> Outgoing:
    return Outgoing(meeting=met.meeting.id, kind=kind, readers=readers)


def meeting_now(store: Store, met: MeetingRecord) -> Meeting:
    return store.get(Meeting, met.meeting.id)


def parts_of(store: Store, contact: Contact) -> dict[str, Part]:
    found = store.find(ContactPerson, "contact = :id", id=contact.id)
    return {each.person: each.part for each in found}


def email(
    store: Store, made: Made, safe: MessageSafety = MessageSafety.YES, *, adult: int = 0
) -> None:
    with store.saving() as saving:
        saving.add(
            ContactPoint(
                family=made.id,
                person=made.adults[adult].id,
                kind=PointKind.EMAIL,
                value=f"adult{adult}@example.org",
                message_safe=safe,
            )
        )


def test_a_thank_you_that_has_gone_is_one_contact_and_the_meetings_thank_you(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum = khans.adults[0]
    note_gone(store, letter(met, mum.id), BY_POST, today=TODAY)
    (contact,) = store.find(Contact)
    assert (contact.channel, contact.outcome, contact.held_on) == ("letter", "sent", TODAY)
    assert contact.direction is Direction.WE
    assert contact.about is None
    assert parts_of(store, contact) == {mum.id: Part.MENTIONED, khans.children[0].id: Part.SUBJECT}
    now = meeting_now(store, met)
    assert (now.thanked_on, now.thanked_how) == (TODAY, "letter")
    assert store.find(FollowUp) == []
    record = whole_family(store, khans.id)
    titles = [each.title for each in timeline(record, store.label) if each.kind == "contact"]
    assert titles == ["Letter to Mrs Khan"]


def test_all_that_was_written_is_taken_back_at_once(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    paper = letter(met, khans.adults[0].id)
    note_not_yet(store, [paper], today=TODAY)
    note_gone(store, paper, replace(BY_POST, ring_on=TODAY + timedelta(7)), today=TODAY)
    store.undo()
    assert store.find(Contact) == []
    assert meeting_now(store, met).thanked_on is None
    (waiting,) = store.find(FollowUp)
    assert waiting.state is FollowUpState.OPEN
    assert whereabouts(store, paper).contact is None


def test_a_second_time_writes_nothing_unless_it_went_again(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    paper = letter(met, khans.adults[0].id)
    note_gone(store, paper, replace(BY_POST, on=YESTERDAY), today=TODAY)
    with pytest.raises(NotReady) as refused:
        note_gone(store, paper, BY_POST, today=TODAY)
    assert refused.value.problems == {"again": "It is noted already: on paper on 22 November 2026."}
    assert len(store.find(Contact)) == 1
    note_gone(store, paper, replace(BY_POST, again=True), today=TODAY)
    assert len(store.find(Contact)) == 2
    assert meeting_now(store, met).thanked_on == YESTERDAY


def test_a_letter_to_one_parent_says_nothing_of_the_other(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    note_gone(store, letter(met, mum), BY_POST, today=TODAY)
    assert whereabouts(store, letter(met, dad)).contact is None
    note_gone(store, letter(met, dad), BY_POST, today=TODAY)
    assert len(store.find(Contact)) == 2


def test_what_was_agreed_is_the_thank_you_and_the_copy_of_who_reads_it(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = khans.adults
    sent = Sent(way=Way.PUPIL, on=TODAY)
    note_gone(store, letter(met, mum.id, kind=LetterKind.FOLLOW_UP), sent, today=TODAY)
    whole = meeting_whole(store, met.meeting.id)
    hers, his = whole.part_of(mum.id), whole.part_of(dad.id)
    assert hers
    assert (hers.copy_given_on, hers.copy_given_how) == (TODAY, "via_pupil")
    assert his
    assert his.copy_given_on is None
    assert whole.meeting.thanked_how == "via_pupil"
    titles = [each.title for each in timeline(whole_family(store, khans.id), store.label)]
    assert "Paper via the pupil to Mrs Khan" in titles


def test_an_invitation_says_that_she_was_asked_and_after_another_day_asked_anew(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans, held_on=TODAY + timedelta(2))
    mum = khans.adults[0].id
    note_gone(store, letter(met, mum, kind=LetterKind.INVITATION), BY_POST, today=TODAY)
    row = meeting_whole(store, met.meeting.id).part_of(mum)
    assert row
    assert (row.invited_on, row.invited_how) == (TODAY, "letter")
    assert meeting_now(store, met).thanked_on is None
    postpone(store, meeting_now(store, met), to=TODAY + timedelta(3), today=TODAY)
    note_gone(store, letter(met, mum, kind=LetterKind.CHANGED), BY_POST, today=TODAY)
    row = meeting_whole(store, met.meeting.id).part_of(mum)
    assert row
    assert row.invited_on == TODAY


def test_the_agenda_that_went_home_is_given_and_ticked(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans, held_on=TODAY + timedelta(2))
    mum, dad = (each.id for each in khans.adults)
    note_gone(store, letter(met, mum, dad, kind=None), Sent(way=Way.HAND, on=TODAY), today=TODAY)
    whole = meeting_whole(store, met.meeting.id)
    assert (whole.meeting.agenda_given_on, whole.meeting.agenda_given_how) == (TODAY, "letter")
    (check,) = (each for each in whole.checks if each.what == AGENDA_HOME)
    assert check.done_on == TODAY
    (contact,) = store.find(Contact)
    assert parts_of(store, contact)[dad] is Part.MENTIONED
    assert contact.facts == "“Agenda”, by hand. About the meeting on 25 November 2026."


def test_an_agenda_given_by_hand_before_keeps_its_day(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans, held_on=TODAY + timedelta(2))
    hand_over_agenda(store, met.meeting, on=YESTERDAY, how="gate")
    note_gone(store, letter(met, khans.adults[0].id, kind=None), BY_POST, today=TODAY)
    assert meeting_now(store, met).agenda_given_how == "gate"


def test_not_yet_is_a_promise_for_today_once_and_going_keeps_it(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    paper = letter(met, khans.adults[0].id)
    (kept,) = note_not_yet(store, [paper], today=TODAY)
    assert kept.action == "Send “Thank you for coming” to Mrs Khan"
    assert (kept.due, kept.kind, kept.owner) == (TODAY, FollowUpKind.TASK, "Mrs A Officer")
    assert note_not_yet(store, [paper], today=TODAY) == []
    assert len(store.find(FollowUp)) == 1
    assert waiting_paper(kept) == paper
    gone = note_gone(store, paper, BY_POST, today=TODAY)
    done = store.get(FollowUp, kept.id)
    assert (done.state, done.completed_by) == (FollowUpState.DONE, gone.contact.id)


def test_a_call_is_promised_only_where_it_was_asked_for(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum = khans.adults[0].id
    day = usual_ring(store, TODAY)
    assert day == date(2026, 11, 30)
    gone = note_gone(store, letter(met, mum), replace(BY_POST, ring_on=day), today=TODAY)
    (ring,) = store.find(FollowUp)
    assert gone.ring == ring
    assert (ring.kind, ring.due, ring.person) == (FollowUpKind.CONTACT, day, mum)
    assert ring.source == gone.contact.id
    assert ring.action.startswith("Ring Mrs Khan if we have not heard")


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        (Sent(way=Way.POST, on=TODAY + timedelta(1)), "on", "after today"),
        (
            Sent(way=Way.POST, on=YESTERDAY - timedelta(1)),
            "on",
            "The meeting was on 22 November 2026",
        ),
        (Sent(way=Way.POST, on=TODAY, ring_on=TODAY), "ring_on", "after it has gone"),
        (Sent(way=Way.PUPIL, on=TODAY, left=LeftBy.HANDED_ON), "way", "paper alone"),
        (Sent(way=Way.EMAIL, on=TODAY, left=LeftBy.PRINTED), "way", "cannot have gone that way"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_writes_nothing(
    store: Store, khans: Made, met: MeetingRecord, sent: Sent, field: str, said: str
) -> None:
    with pytest.raises(NotReady) as refused:
        note_gone(store, letter(met, khans.adults[0].id), sent, today=TODAY)
    assert said in refused.value.problems[field]
    assert store.find(Contact) == []


def test_a_message_goes_to_addresses_that_are_safe_and_no_copy_with_anothers(
    store: Store, make: Make, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    mailed = Sent(way=Way.EMAIL, on=TODAY)
    agenda = letter(make.meeting(khans), mum, dad, kind=None)
    with pytest.raises(NotReady) as refused:
        note_gone(store, agenda, mailed, today=TODAY)
    assert "each goes by itself" in refused.value.problems["way"]
    with pytest.raises(CannotPrint, match="No e-mail address is held for Mrs Amina Khan"):
        note_gone(store, letter(met, mum), mailed, today=TODAY)
    email(store, khans, MessageSafety.NO)
    with pytest.raises(CannotPrint, match="asked for no messages there"):
        note_gone(store, letter(met, mum), mailed, today=TODAY)
    assert store.find(Contact) == []
    email(store, khans)
    assert note_gone(store, letter(met, mum), mailed, today=TODAY).contact.channel == "email"


def test_a_death_and_a_restriction_stop_it(
    store: Store, make: Make, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = khans.adults
    make.restriction(khans, dad, what=What.LETTERS)
    with pytest.raises(CannotPrint, match="No copy for Mr Shahid Khan"):
        note_gone(store, letter(met, dad.id), BY_POST, today=TODAY)
    with store.saving() as saving:
        saving.change(replace(mum, died_on=TODAY))
    with pytest.raises(CannotPrint, match="has died"):
        note_gone(store, letter(met, mum.id), BY_POST, today=TODAY)
    assert store.find(Contact) == []


def test_no_call_is_promised_to_somebody_who_must_not_be_rung(
    store: Store, make: Make, khans: Made, met: MeetingRecord
) -> None:
    dad = khans.adults[1]
    make.restriction(khans, dad, what=What.CONTACT, force=Force.COURT)
    sent = replace(BY_POST, ring_on=TODAY + timedelta(7))
    with pytest.raises(NotReady) as refused:
        note_gone(store, letter(met, dad.id), sent, today=TODAY)
    assert "Mr Khan" in refused.value.problems["ring_on"]
    note_gone(store, letter(met, dad.id), BY_POST, today=TODAY)


def test_the_papers_of_a_meeting_are_those_due_and_those_on_their_way(
    store: Store, make: Make, khans: Made, met: MeetingRecord
) -> None:
    mum = khans.adults[0].id
    lines = papers_of(store, met.meeting.id, today=TODAY)
    assert [(each.paper.code, each.reader) for each in lines] == [
        ("thanks", "Mrs Amina Khan"),
        ("thanks", "Mr Shahid Khan"),
        ("follow_up", "Mrs Amina Khan"),
        ("follow_up", "Mr Shahid Khan"),
    ]
    note_gone(store, letter(met, mum), BY_POST, today=TODAY)
    note_not_yet(store, [letter(met, mum, kind=LetterKind.FOLLOW_UP)], today=TODAY)
    lines = papers_of(store, met.meeting.id, today=TODAY)
    where = {(each.paper.code, each.reader): each.where for each in lines}
    assert where["thanks", "Mrs Amina Khan"].contact
    assert where["follow_up", "Mrs Amina Khan"].waiting
    assert not where["thanks", "Mr Shahid Khan"].contact
    ahead = make.meeting(khans, held_on=TODAY + timedelta(9), coming=khans.adults[:1])
    coming = papers_of(store, ahead.meeting.id, today=TODAY)
    assert [each.paper.code for each in coming] == ["invitation", AGENDA]


def test_ways_follow_from_how_it_left_the_desk() -> None:
    assert Way.PUPIL in ways_after(LeftBy.PRINTED)
    assert Way.PUPIL not in ways_after(LeftBy.SAVED)
    assert ways_after(LeftBy.HANDED_ON) == (Way.EMAIL,)
    assert set(ways_after(None)) == set(Way)


def test_an_occasion_of_something_else_is_no_paper() -> None:
    assert outgoing_of("", "x") is None
    assert outgoing_of("0199", "x") is None
    assert outgoing_of("0199/other", "x") is None
    assert outgoing_of("0199/agenda", "x") == Outgoing(meeting="0199", kind=None, readers=("x",))


def test_a_meeting_that_is_not_there_is_a_sentence(store: Store, khans: Made) -> None:
    paper = Outgoing(meeting="nowhere", kind=LetterKind.THANKS, readers=(khans.adults[0].id,))
    with pytest.raises(CannotPrint, match="not in the record"):
        note_gone(store, paper, BY_POST, today=TODAY)
    assert whereabouts(store, paper).contact is None


def test_one_letter_to_two_is_one_contact_with_both(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    both = letter(met, mum, dad, kind=LetterKind.FOLLOW_UP)
    gone = note_gone(store, both, BY_POST, today=TODAY)
    assert [each.id for each in store.find(Contact)] == [gone.contact.id]
    parts = parts_of(store, gone.contact)
    assert (parts[mum], parts[dad]) == (Part.MENTIONED, Part.MENTIONED)
    record = whole_family(store, khans.id)
    titles = [each.title for each in timeline(record, store.label)]
    assert "Letter to Mrs Khan and Mr Khan" in titles
    whole = meeting_whole(store, met.meeting.id)
    given = [row.copy_given_on for row in map(whole.part_of, (mum, dad)) if row]
    assert given == [TODAY, TODAY]
    for alone in (mum, dad):
        where = whereabouts(store, letter(met, alone, kind=LetterKind.FOLLOW_UP))
        assert where.contact == gone.contact


def test_a_letter_to_two_has_not_gone_while_only_one_of_them_has_it(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    note_gone(store, letter(met, mum), BY_POST, today=TODAY)
    assert whereabouts(store, letter(met, mum, dad)).contact is None
    (promise,) = note_not_yet(store, [letter(met, mum, dad)], today=TODAY)
    assert promise.person == dad
    note_gone(store, letter(met, dad), BY_POST, today=TODAY)
    assert whereabouts(store, letter(met, mum, dad)).contact is not None


def test_a_letter_still_to_be_sent_to_two_is_one_promise_that_names_both(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    both = letter(met, mum, dad)
    (promise,) = note_not_yet(store, [both], today=TODAY)
    assert promise.action == "Send “Thank you for coming” to Mrs Khan and Mr Khan"
    assert waiting_paper(promise) == both
    assert note_not_yet(store, [both, letter(met, dad)], today=TODAY) == []
    lines = papers_of(store, met.meeting.id, today=TODAY)
    thanks = [each.where.waiting for each in lines if each.paper.kind is LetterKind.THANKS]
    assert thanks == [promise, promise]
    note_gone(store, both, BY_POST, today=TODAY)
    assert store.get(FollowUp, promise.id).state is FollowUpState.DONE


def test_gone_to_one_of_two_it_is_still_to_be_sent_to_the_other(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    (promise,) = note_not_yet(store, [letter(met, mum, dad)], today=TODAY)
    note_gone(store, letter(met, mum), BY_POST, today=TODAY)
    left = store.get(FollowUp, promise.id)
    assert left.state is FollowUpState.OPEN
    assert left.action == "Send “Thank you for coming” to Mr Khan"
    assert waiting_paper(left) == letter(met, dad)
    note_gone(store, letter(met, dad), BY_POST, today=TODAY)
    assert store.get(FollowUp, promise.id).state is FollowUpState.DONE


def test_what_she_wrote_over_a_promise_stays_hers(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    (promise,) = note_not_yet(store, [letter(met, mum, dad)], today=TODAY)
    with store.saving() as saving:
        saving.change(replace(promise, action="Give them the letter at the gate"))
    note_gone(store, letter(met, mum), BY_POST, today=TODAY)
    left = store.get(FollowUp, promise.id)
    assert (left.action, left.person) == ("Give them the letter at the gate", dad)


def test_who_may_not_be_written_to_is_never_among_them(
    store: Store, make: Make, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = khans.adults
    both = letter(met, mum.id, dad.id)
    make.restriction(khans, dad, what=What.LETTERS)
    with pytest.raises(CannotPrint, match="There is a restriction"):
        note_gone(store, both, BY_POST, today=TODAY)
    (promise,) = note_not_yet(store, [both], today=TODAY)
    assert promise.action == "Send “Thank you for coming” to Mrs Khan"
    with pytest.raises(CannotPrint, match="No copy for Mr Shahid Khan"):
        note_not_yet(store, [letter(met, dad.id)], today=TODAY)
    note_gone(store, letter(met, mum.id), BY_POST, today=TODAY)
    (contact,) = store.find(Contact)
    assert dad.id not in parts_of(store, contact)


def test_two_who_do_not_live_together_had_no_letter_of_both(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = khans.adults
    home = store.first(Membership, "person = :id", id=dad.id)
    assert home is not None
    with store.saving() as saving:
        saving.change(replace(home, lives_there=LivesThere.NOT_KNOWN))
    both = letter(met, mum.id, dad.id)
    with pytest.raises(CannotPrint, match="not known to live together"):
        note_gone(store, both, BY_POST, today=TODAY)
    assert store.find(Contact) == []
    assert caution(store, [both], Way.PUPIL).startswith("It is not known that Mr Khan lives")
    assert caution(store, [both], Way.POST) == ""


def test_a_saved_letter_to_two_can_have_gone_by_e_mail_to_both(
    store: Store, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = (each.id for each in khans.adults)
    mailed = Sent(way=Way.EMAIL, on=TODAY, left=LeftBy.SAVED)
    email(store, khans)
    with pytest.raises(CannotPrint, match="No e-mail address is held for Mr Shahid Khan"):
        note_gone(store, letter(met, mum, dad), mailed, today=TODAY)
    email(store, khans, adult=1)
    gone = note_gone(store, letter(met, mum, dad), mailed, today=TODAY)
    assert gone.contact.channel == "email"
    assert {mum, dad} < set(parts_of(store, gone.contact))


def test_two_entries_for_one_person_leave_no_promise_to_nobody(
    store: Store, make: Make, khans: Made, met: MeetingRecord
) -> None:
    mum, dad = khans.adults
    (promise,) = note_not_yet(store, [letter(met, mum.id, dad.id)], today=TODAY)
    (other,) = make.family(adults=(("Mr", "Shahid", "father"),)).adults
    same_person(store, other, dad)
    paper = waiting_paper(store.get(FollowUp, promise.id))
    assert paper is not None
    assert paper.readers == (mum.id, other.id)


def test_the_agendas_of_a_day_are_noted_in_one_save_or_none_is(
    store: Store, make: Make, khans: Made
) -> None:
    byrnes = make.family("Byrne")
    first, second = make.meeting(khans), make.meeting(byrnes)
    papers = [
        letter(first, *(each.id for each in khans.adults), kind=None),
        letter(second, byrnes.adults[0].id, kind=None),
    ]
    make.restriction(byrnes, byrnes.adults[0], what=What.LETTERS)
    sent = Sent(way=Way.HAND, on=TODAY)
    with pytest.raises(CannotPrint, match="Byrne"):
        note_all_gone(store, papers, sent, today=TODAY)
    assert store.find(Contact) == []
    store.undo()
    note_all_gone(store, papers, sent, today=TODAY)
    assert [each.family for each in store.find(Contact)] == [khans.id, byrnes.id]
    given = [store.get(Meeting, each.meeting).agenda_given_on for each in papers]
    assert given == [TODAY, TODAY]
    store.undo()
    assert store.find(Contact) == []


def test_the_agendas_of_a_day_cannot_have_gone_in_one_message(
    store: Store, make: Make, khans: Made
) -> None:
    mum = khans.adults[0].id
    email(store, khans)
    papers = [letter(make.meeting(khans), mum, kind=None) for _ in range(2)]
    assert Way.EMAIL in ways_for(papers[:1], LeftBy.SAVED)
    assert Way.EMAIL not in ways_for(papers, LeftBy.SAVED)
    with pytest.raises(NotReady) as refused:
        note_all_gone(store, papers, Sent(way=Way.EMAIL, on=TODAY), today=TODAY)
    assert "each goes by itself" in refused.value.problems["way"]


def test_the_agendas_of_a_day_still_to_be_sent_are_a_promise_for_each_meeting(
    store: Store, make: Make, khans: Made
) -> None:
    byrnes = make.family("Byrne")
    papers = [
        letter(make.meeting(khans), khans.adults[0].id, kind=None),
        letter(make.meeting(byrnes), byrnes.adults[0].id, kind=None),
    ]
    make.restriction(byrnes, byrnes.adults[0], what=What.LETTERS)
    (promise,) = note_not_yet(store, papers, today=TODAY)
    assert promise.family == khans.id
    store.undo()
    assert store.find(FollowUp) == []
