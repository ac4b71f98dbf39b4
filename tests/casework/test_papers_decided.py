"""What the papers of a day, of a person and of a meeting are decided from, out of a real record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from liaison.casework.attempts import attempts_for_paper
from liaison.casework.chronology import chronology_for_paper
from liaison.casework.copies import Wish, note_copies
from liaison.casework.day_papers import calls_for_paper, outstanding_for_paper
from liaison.casework.letters import LetterWish
from liaison.casework.meeting_outcomes import keep_action
from liaison.casework.meeting_papers import meeting_for_paper, outcome_for_paper
from liaison.casework.meetings import change_meeting
from liaison.casework.my_week import week_for_paper
from liaison.errors import CannotPrint
from liaison.model.agenda import MeetingAction
from liaison.model.contact import Contact, Direction, Part
from liaison.model.dsl import DslPointer
from liaison.model.fields import SETTINGS_STREAM, Audience
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState, Side
from liaison.model.letter import LetterKind
from liaison.model.meeting import MeetingState
from liaison.model.person import Person
from liaison.model.restriction import What
from liaison.model.settings import SharingLog
from liaison.model.visit import HomeVisit
from liaison.sheets import SHEETS, sheet_called
from liaison.sheets.letter import letter_sheet
from liaison.sheets.making import make as made_of
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
STAFF = Wish()
DAY = timedelta(days=1)


def to_ring(store: Store, family: Made, **values: object) -> FollowUp:
    given = {"action": "Ring about the bus", "due": TODAY, "kind": FollowUpKind.CONTACT} | values
    with store.saving() as saving:
        return saving.add(FollowUp(family=family.id, **given))  # type: ignore[arg-type]


def test_who_is_to_be_rung_today_stands_on_the_call_sheet_late_ones_first(
    store: Store, make: Make
) -> None:
    khan, hall = make.family("Khan"), make.family("Hall")
    to_ring(store, khan)
    to_ring(store, hall, due=TODAY - DAY)
    to_ring(store, khan, action="Ring on Friday", due=TODAY + DAY)
    make.follow_up(khan, "Book a room")
    decided = calls_for_paper(store, "", STAFF, today=TODAY)
    calls = decided.matter.calls
    assert [each.copy.record.family.name for each in calls] == ["Hall", "Khan"]
    assert [each.adult.full for each in calls if each.adult] == [
        "Mrs Amina Hall",
        "Mrs Amina Khan",
    ]
    assert set(decided.families) == {khan.id, hall.id}


def test_two_promises_to_one_adult_are_one_call(store: Store, make: Make) -> None:
    khan = make.family()
    make.phone(khan.adults[0])
    to_ring(store, khan)
    to_ring(store, khan, action="Ring about dinner money")
    sheet = made_of(store, sheet_called("call_sheet"), "", STAFF, today=TODAY, printed_at=AT)
    assert sheet.body is not None
    (call,) = sheet.body.sections
    assert [(each.lead, each.text) for each in call.lines if each.box] == [
        ("Phone 07700 900412", "(leave no message)")
    ]
    assert "1 call." in sheet.body.under[0]


def test_nobody_who_must_not_be_rung_is_rung_and_why_is_said_apart(
    store: Store, make: Make
) -> None:
    khan = make.family()
    make.restriction(khan, khan.adults[0])
    to_ring(store, khan, person=khan.adults[0].id)
    (call,) = calls_for_paper(store, "", STAFF, today=TODAY).matter.calls
    assert call.adult is None
    assert "must not contact" in " ".join(call.know)


def test_a_days_papers_leave_out_a_colleagues_family_and_what_came_from_the_dsl(
    store: Store, make: Make
) -> None:
    khan, own = make.family("Khan"), make.family("Own")
    with store.saving() as saving:
        saving.change(replace(own.family, colleague=True))
        pointer = saving.add(DslPointer(family=khan.id, told_on=TODAY, told="Mrs Hall"))
    to_ring(store, own)
    to_ring(store, khan, source=pointer.id)
    with pytest.raises(CannotPrint, match="Nothing to print: nobody is to be rung"):
        calls_for_paper(store, "", STAFF, today=TODAY)
    with pytest.raises(CannotPrint, match="Nothing to print: no promise is open"):
        outstanding_for_paper(store, "", STAFF, today=TODAY)
    week = week_for_paper(store, "", STAFF, today=TODAY + DAY).matter
    assert week.named is not None
    assert week.named.late == ()


def test_a_days_papers_leave_out_what_came_from_a_sensitive_entry(store: Store, make: Make) -> None:
    khan = make.family()
    health, bus = make.barrier(khan, kind="mental_health"), make.barrier(khan)
    to_ring(store, khan, action="Ask about the clinic", source=health.id)
    to_ring(store, khan, action="Ask about the bus", source=bus.id)
    due = outstanding_for_paper(store, "", STAFF, today=TODAY).matter.due
    assert [each.follow_up.action for each in due] == ["Ask about the bus"]
    named = week_for_paper(store, "", STAFF, today=TODAY + DAY).matter.named
    assert named is not None
    assert [each.follow_up.action for each in named.late] == ["Ask about the bus"]


def test_my_week_is_noted_for_every_family_it_names(store: Store, make: Make) -> None:
    late, worried = make.family("Khan"), make.family("Hall")
    to_ring(store, late)
    make.concern(worried)
    decided = week_for_paper(store, "", STAFF, today=TODAY + DAY)
    assert decided.families == (late.id, worried.id, SETTINGS_STREAM)


def test_everything_open_is_outstanding_and_only_ours_is_late(store: Store, make: Make) -> None:
    khan = make.family()
    to_ring(store, khan, owner="Ann Hall", due=TODAY - 2 * DAY)
    to_ring(store, khan, side=Side.FAMILY, due=TODAY - 3 * DAY)
    to_ring(store, khan, state=FollowUpState.DONE)
    sheet = made_of(store, sheet_called("outstanding"), "", STAFF, today=TODAY, printed_at=AT)
    assert sheet.body is not None
    owners = {each.heading: each.table for each in sheet.body.sections}
    assert [*owners] == ["Ann Hall", "What families said they would do"]
    ours, theirs = owners.values()
    assert ours is not None
    assert theirs is not None
    assert ours.rows[0][3] == "2 days"
    assert "Late" not in theirs.columns


def test_a_chronology_is_of_one_person_in_order_and_counts_attempts(
    store: Store, make: Make
) -> None:
    khan = make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father")))
    mum, dad = khan.adults
    make.contact(khan, facts="Second", people=[(mum, Part.SPOKEN_TO)])
    make.contact(khan, facts="", outcome="no_answer", about=None, held_on=TODAY - DAY,
                 people=[(mum, Part.SPOKEN_TO)])  # fmt: skip
    make.contact(khan, facts="His alone", people=[(dad, Part.SPOKEN_TO)])
    make.meeting(khan, held_on=TODAY + DAY)
    matter = chronology_for_paper(store, mum.id, STAFF, today=TODAY).matter
    assert [each.day for each in matter.happenings] == [TODAY - DAY, TODAY]
    assert [each.attempt for each in matter.happenings] == [True, False]
    assert "His alone" not in str(matter.happenings)
    for wrong in ("", "nobody"):
        with pytest.raises(CannotPrint):
            chronology_for_paper(store, wrong, STAFF, today=TODAY)
    with pytest.raises(CannotPrint, match="nothing is written about Ali Khan yet"):
        chronology_for_paper(store, khan.children[1].id, STAFF, today=TODAY)


def test_an_attempts_log_holds_our_tries_for_one_person_and_when_she_was_last_reached(
    store: Store, make: Make
) -> None:
    khan = make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father")))
    mum, dad = khan.adults
    made: list[Contact] = []

    def tried(facts: str, *people: Person, held_on: date = TODAY) -> None:
        made.append(
            make.contact(khan, facts=facts, outcome="no_answer", about=None, held_on=held_on,
                         people=[(each, Part.MENTIONED) for each in people])
        )  # fmt: skip

    make.contact(khan, facts="Reached", held_on=TODAY - 3 * DAY, people=[(mum, Part.SPOKEN_TO)])
    tried("For her", mum)
    tried("For nobody named", held_on=TODAY - DAY)
    tried("For him", dad)
    tried("Her call", mum)
    with store.saving() as saving:
        saving.change(replace(made[-1], direction=Direction.THEY))
    matter = attempts_for_paper(store, mum.id, STAFF, today=TODAY).matter
    assert [each.facts for each in matter.tries] == ["For nobody named", "For her"]
    assert [each.whom for each in matter.tries] == ["", mum.addressed]
    assert matter.last_reached == TODAY - 3 * DAY
    theirs = attempts_for_paper(store, dad.id, STAFF, today=TODAY).matter
    assert [each.facts for each in theirs.tries] == ["For nobody named", "For him"]
    assert theirs.last_reached is None


def test_without_a_try_there_is_no_attempts_log(store: Store, make: Make) -> None:
    khan = make.family()
    make.contact(khan, people=[(khan.adults[0], Part.SPOKEN_TO)])
    with pytest.raises(CannotPrint, match="no try to reach"):
        attempts_for_paper(store, khan.adults[0].id, STAFF, today=TODAY)


def test_a_meeting_in_two_families_papers_shows_what_was_agreed_last_time(
    store: Store, make: Make
) -> None:
    khan = make.family()
    first = make.meeting(khan, held_on=TODAY - 28 * DAY)
    keep_action(store, MeetingAction(family=khan.id, meeting=first.meeting.id, owner="Ms Avery",
                                     action="Save a place", due=TODAY))  # fmt: skip
    with store.saving() as saving:
        saving.change(replace(first.meeting, state=MeetingState.CLOSED, outcome="Agreed."))
    second = make.meeting(khan)
    for wish in (STAFF, Wish(audience=Audience.FAMILY, reader=khan.adults[0].id)):
        paper = meeting_for_paper(store, second.meeting.id, wish, today=TODAY).matter
        assert [(each.what, each.who) for each in paper.last_time] == [("Save a place", "Ms Avery")]


def test_without_a_meeting_or_with_nothing_written_up_a_sentence_says_so(
    store: Store, make: Make
) -> None:
    with pytest.raises(CannotPrint, match="choose a meeting first"):
        meeting_for_paper(store, "", STAFF, today=TODAY)
    with pytest.raises(CannotPrint, match="That meeting is not in the record"):
        meeting_for_paper(store, "nowhere", STAFF, today=TODAY)
    whole = make.meeting(make.family())
    with pytest.raises(CannotPrint, match="nothing is written up for this meeting yet"):
        outcome_for_paper(store, whole.meeting.id, STAFF, today=TODAY)


def test_a_letter_reaches_nobody_whom_a_restriction_stops(store: Store, make: Make) -> None:
    khan = make.family()
    whole = make.meeting(khan)
    change_meeting(store, replace(whole.meeting, outcome="Agreed."), today=TODAY)
    wish = Wish(audience=Audience.FAMILY, reader=khan.adults[0].id)
    letter = letter_sheet(LetterWish(kind=LetterKind.FOLLOW_UP))
    made = made_of(store, letter, whole.meeting.id, wish, today=TODAY, printed_at=AT)
    assert made.pages == 1
    assert made.reading is not None
    assert made.reading.years < 12
    assert "Reading age" not in str(made.body)
    make.restriction(khan, khan.adults[0], what=What.LETTERS)
    with pytest.raises(CannotPrint, match="No copy for Mrs Amina Khan"):
        made_of(store, letter, whole.meeting.id, wish, today=TODAY, printed_at=AT)


def test_a_sheet_is_made_only_for_its_readers_and_notes_every_family(
    store: Store, make: Make
) -> None:
    with pytest.raises(CannotPrint, match="is not made for that reader"):
        made_of(store, sheet_called("meeting_pack"), "", Wish(audience=Audience.FAMILY),
                today=TODAY, printed_at=AT)  # fmt: skip
    khan, hall = make.family("Khan"), make.family("Hall")
    to_ring(store, khan)
    to_ring(store, hall)
    made = made_of(store, sheet_called("call_sheet"), "", STAFF, today=TODAY, printed_at=AT)
    note_copies(store, made.notes, way="printed", at=AT)
    noted = store.find(SharingLog)
    assert {(each.family, each.sheet) for each in noted} == {
        (khan.id, "call_sheet"),
        (hall.id, "call_sheet"),
    }


def test_blank_forms_note_nothing_and_numbers_are_noted_without_a_family(
    store: Store, make: Make
) -> None:
    make.contact(make.family())
    blank = made_of(store, sheet_called("form_incident"), "", STAFF, today=TODAY, printed_at=AT)
    assert blank.notes == ()
    wish = Wish(audience=Audience.ANONYMISED)
    week = made_of(store, sheet_called("my_week"), "", wish, today=TODAY, printed_at=AT)
    assert [each.family for each in week.notes] == [SETTINGS_STREAM]


def test_what_is_typed_is_printed_as_it_is_and_a_letter_no_font_has_is_named(
    store: Store, make: Make
) -> None:
    khan = make.family()
    whole = make.meeting(khan, purpose='<b>Bus & "tram"</b> <para>')
    pack = sheet_called("meeting_pack")
    made = made_of(store, pack, whole.meeting.id, STAFF, today=TODAY, printed_at=AT)
    from tests.sheets.pages import text

    assert '<b>Bus & "tram"</b> <para>' in text(made.pdf)
    meeting = store.get(type(whole.meeting), whole.meeting.id)
    change_meeting(store, replace(meeting, purpose="Bus \U0001f68c"), today=TODAY)
    with pytest.raises(CannotPrint, match="\U0001f68c"):
        made_of(store, pack, whole.meeting.id, STAFF, today=TODAY, printed_at=AT)


def test_a_visit_record_shows_the_times_that_are_known(store: Store, make: Make) -> None:
    khan = make.family()
    with store.saving() as saving:
        visit = saving.add(HomeVisit(family=khan.id, going_on=TODAY, leaves_at="10:00",
                                     due_back_at="11:30", officer="Mrs A Officer",
                                     watcher="Ms Avery"))  # fmt: skip
    sheet = sheet_called("visit_record")
    made = made_of(store, sheet, visit.id, STAFF, today=TODAY, printed_at=AT)
    assert made.body is not None
    said = [each.text for each in made.body.sections[0].lines]
    assert "Due back at: 11:30am" in said
    assert "Family: Khan" in said
    with pytest.raises(CannotPrint, match="choose a home visit first"):
        made_of(store, sheet, "", STAFF, today=TODAY, printed_at=AT)


def test_the_week_counts_from_monday_and_tasks_are_no_contacts(store: Store, make: Make) -> None:
    khan = make.family()
    make.contact(khan)
    make.contact(khan, outcome="no_answer", about=None)
    make.contact(khan, outcome="task_done", about=None)
    make.contact(khan, held_on=TODAY - DAY)
    week = week_for_paper(store, "", STAFF, today=TODAY).matter
    assert (week.first, week.last) == (TODAY, TODAY)
    assert dict(week.by_outcome) == {"Reached": 1, "Nobody was reached": 1}
    assert dict(week.counts)["Families we were in touch with"] == 1
    assert week_for_paper(store, "", STAFF, today=date(2026, 11, 29)).matter.first == TODAY


def test_every_sheet_has_a_code_and_a_title_of_its_own() -> None:
    assert len({each.code for each in SHEETS}) == len({each.title for each in SHEETS})
    assert len({each.code for each in SHEETS}) == len(SHEETS)
    with pytest.raises(CannotPrint, match="There is no sheet called"):
        sheet_called("nothing")
