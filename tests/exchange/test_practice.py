"""The invented school: the same every time, always with something due, and nobody real in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from liaison.casework.families import family_list, whole_family
from liaison.casework.meetings import meeting_whole, meetings_on, planned, to_write_up
from liaison.dates import year_now
from liaison.errors import CannotUndo
from liaison.exchange.practice import fill_practice
from liaison.exchange.practice.days import next_school_day
from liaison.model import (
    ENTRIES,
    Address,
    Choice,
    Contact,
    ContactPerson,
    ContactPoint,
    DslPointer,
    Family,
    FollowUp,
    KeyHolder,
    Meeting,
    Membership,
    Person,
    Relationship,
    Restriction,
    Settings,
    TransitionConcern,
)
from liaison.model.contact import About, Part
from liaison.model.fields import SETTINGS_STREAM, Entry, fields_of, problems
from liaison.model.follow_up import STILL_OPEN, FollowUpState, Side
from liaison.model.meeting import MeetingState
from liaison.model.outcomes import missing
from liaison.model.person import PersonKind
from liaison.model.restriction import Force, What
from liaison.model.ruling import Answer, ruling
from liaison.store.record import create_record, memory_store, verify_record
from liaison.store.rows import columns_of
from liaison.store.store import Store
from liaison.vault import recovery
from liaison.vault.slots import TEST_COST

MONDAY = date(2026, 11, 23)
DAYS = (
    MONDAY,
    date(2026, 11, 22),
    date(2026, 8, 12),
    date(2026, 9, 1),
    date(2027, 1, 4),
    date(2028, 2, 29),
)
INVENTED = tuple(cls for cls in ENTRIES if cls not in (Choice, KeyHolder, Settings))
PHONE = re.compile(r"07700 900\d{3}|01632 960\d{3}")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
PASSPHRASE = "otter lantern gravel sunday pickle"


def practice_store(
    families: int = 30, *, years: int = 1, seed: int = 7, on: date = MONDAY
) -> Store:
    settings = Settings(
        family=SETTINGS_STREAM,
        school="Oakfield Primary School",
        officer="Mrs A Officer",
        practice=True,
    )
    store = memory_store(settings, now=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    fill_practice(store, families=families, years=years, seed=seed, on=on)
    return store


def everything(store: Store) -> list[Entry]:
    return [entry for cls in INVENTED for entry in store.find(cls, order="rowid")]


def rows(store: Store) -> list[tuple[object, ...]]:
    """Every invented row but its version, in the order it was written."""
    found: list[tuple[object, ...]] = []
    for cls in INVENTED:
        names = ", ".join(name for name in columns_of(cls) if name != "version")
        found += store.query(f"SELECT {names} FROM {cls.table} ORDER BY rowid")
    return found


@pytest.fixture(scope="module")
def school() -> Store:
    """Sixty families with two years of contacts, read by most tests here."""
    return practice_store(60, years=2)


def test_the_same_seed_and_date_give_the_same_rows_in_the_same_order() -> None:
    assert rows(practice_store()) == rows(practice_store())


def test_another_seed_or_another_date_gives_another_school() -> None:
    names = {
        tuple(each.called for each in practice_store(20, years=0, seed=seed, on=on).find(Person))
        for seed, on in ((1, MONDAY), (2, MONDAY), (1, MONDAY - timedelta(days=1)))
    }
    assert len(names) == 3


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("seed", [1, 2])
def test_something_is_late_due_and_ahead_on_its_date(on: date, seed: int) -> None:
    store = practice_store(1, seed=seed, on=on)
    due = [each.due for each in store.find(FollowUp) if each.state in STILL_OPEN and each.due]
    assert any(day < on for day in due)
    assert on in due
    assert any(on < day <= on + timedelta(days=7) for day in due)
    assert max(each.held_on for each in store.find(Contact)) < on


@pytest.mark.parametrize("families", [1, 3, 30])
@pytest.mark.parametrize("years", [0, 1])
def test_a_school_lists_as_many_families_as_asked_for(families: int, years: int) -> None:
    store = practice_store(families, years=years)
    found = store.find(Family)
    listed = [each for each in found if not (each.left_on or each.colleague)]
    assert len(listed) == len(family_list(store, MONDAY)) == families
    assert found[0].name == "Khan"


def test_contacts_are_many_and_only_on_school_days(school: Store) -> None:
    contacts = school.find(Contact)
    assert 60 * 40 < len(contacts) < 60 * 62
    assert all(each.held_on.weekday() < 5 for each in contacts)
    assert all(each.held_on.month != 8 for each in contacts)
    assert min(each.held_on for each in contacts) >= date(2024, 11, 23)


def test_contacts_and_meetings_are_at_the_hours_of_a_school(school: Store) -> None:
    for entry in (Contact, Meeting):
        times = [each.held_at for each in school.find(entry) if each.held_at]
        assert times
        assert min(times) >= "08:00"
        assert max(times) <= "17:30"


def test_a_record_without_a_whole_year_holds_a_few_contacts_each() -> None:
    store = practice_store(30, years=0)
    counts = Counter(each.family for each in store.find(Contact))
    later = [counts[each.id] for each in store.find(Family)[1:]]
    assert 0 < max(later) <= 8


def test_every_entry_is_complete_and_its_codes_are_in_the_lists(school: Store) -> None:
    for entry in everything(school):
        assert problems(entry) == {}
        for bound in fields_of(type(entry)):
            held = getattr(entry, bound.name) if bound.about.choices else ()
            for code in (held,) if isinstance(held, str) else held:
                known = {each.code for each in school.choices(bound.about.choices)}
                assert code in known | {"", "task"}, (entry.table, bound.name)


def test_all_ids_are_different_and_grow_like_those_of_a_real_record(school: Store) -> None:
    ids = [each.id for each in everything(school)]
    assert len(ids) == len(set(ids))
    assert all(ID.fullmatch(id) for id in ids)
    families = [id for (id,) in school.query("SELECT id FROM family ORDER BY rowid")]
    assert families == sorted(families)


def test_entries_refer_only_to_what_is_there(school: Store) -> None:
    people = {each.id for each in school.find(Person)}
    contacts = {each.id for each in school.find(Contact)}
    families = {each.id for each in school.find(Family)}
    for entry in everything(school):
        assert entry.family in families
        for name in ("person", "adult", "child"):
            assert getattr(entry, name, "") in people | {""}
    assert {each.contact for each in school.find(ContactPerson)} <= contacts
    assert {each.completed_by for each in school.find(FollowUp)} <= contacts | {""}


def test_nobody_real_can_be_rung_or_written_to(school: Store) -> None:
    points = [each.value for each in school.find(ContactPoint)]
    assert all(PHONE.fullmatch(value) or value.endswith("@example.org") for value in points)
    written = [each for each in school.find(Address) if each.street]
    assert all("Example" in each.street for each in written)
    assert all(re.fullmatch(r"ZZ99 \d[A-Z]{2}", each.postcode) for each in written)
    texts = " ".join(
        str(getattr(each, bound.name))
        for each in everything(school)
        if not isinstance(each, ContactPoint | Address)
        for bound in fields_of(type(each))
    )
    assert re.findall(r"\d{5,}|@|https?:|www\.", ID.sub("", texts)) == []


def test_no_sentence_has_a_gap_left_in_it(school: Store) -> None:
    for each in (*school.find(Contact), *school.find(FollowUp)):
        text = " ".join(
            str(getattr(each, bound.name)) for bound in fields_of(type(each)) if bound.kind is str
        )
        assert not set("{}|") & set(text)


def test_notes_are_seldom_the_same(school: Store) -> None:
    said = [each for each in school.find(Contact) if each.about]
    assert len({each.facts for each in said}) > 1000
    assert len({each.words for each in said}) > 90
    assert len({each.view for each in said}) > 60
    assert {each.about for each in said} == set(About)


def test_an_attempt_has_no_about_and_a_conversation_always(school: Store) -> None:
    reached = {each.code for each in school.choices("outcome") if "reached" in each.flags}
    for each in school.find(Contact):
        assert (each.about is not None) == (each.outcome in reached)


def test_each_year_group_fits_the_day_of_birth(school: Store) -> None:
    for child in school.find(Person, "kind = 'child'"):
        assert child.date_of_birth is not None
        turned_four = date(child.date_of_birth.year + 4, *child.date_of_birth.timetuple()[1:3])
        starts = (
            turned_four.year
            if turned_four < date(turned_four.year, 9, 1)
            else (turned_four.year + 1)
        )
        assert year_now("R", starts, MONDAY) in (child.year_group, "", "N2")


def test_every_family_has_a_child_and_an_adult_with_a_tie(school: Store) -> None:
    ties = school.find(Relationship)
    for family in school.find(Family):
        members = {each.person for each in school.find(Membership, "family = :f", f=family.id)}
        kinds = {school.get(Person, id).kind for id in members}
        assert {PersonKind.CHILD, PersonKind.ADULT} <= kinds
        assert any(tie.family == family.id for tie in ties)


def test_a_parent_with_two_homes_is_a_member_of_both_families(school: Store) -> None:
    member_of: dict[str, set[str]] = {}
    for each in school.find(Membership):
        member_of.setdefault(each.person, set()).add(each.family)
    assert max(len(families) for families in member_of.values()) == 2


def test_restrictions_are_of_every_force_and_hold_together(school: Store) -> None:
    found = school.find(Restriction)
    assert {each.force for each in found} == set(Force)
    assert any(each.ends_on and each.ends_on < MONDAY for each in found)
    unseen = [each for each in found if each.force is Force.COURT and not each.seen_on]
    assert unseen
    for each in unseen:
        assert each.chaser
        assert school.find(FollowUp, "source = :id", id=each.id)
    for each in found:
        assert each.recorded_on <= MONDAY
        assert (each.seen_on is None) == (each.read_by == "")
        assert each.seen_on is None or each.words
        tie = school.first(Relationship, "adult = :a", a=each.adult)
        assert tie is not None
        assert tie.relationship in ("mother", "father")


def test_nobody_restricted_by_an_order_was_spoken_to(school: Store) -> None:
    held = {each.adult for each in school.find(Restriction) if each.force is not Force.WISH}
    spoken = {each.person for each in school.find(ContactPerson) if each.part is not Part.MENTIONED}
    assert held & spoken == set()


def test_the_first_family_is_the_one_of_the_pictures(school: Store) -> None:
    khan = school.find(Family)[0]
    people = {each.full: each for each in school.find(Person, "family = :f", f=khan.id)}
    assert set(people) == {"Zara Khan", "Ali Khan", "Mrs Amina Khan", "Mr Shahid Khan"}
    (worry,) = school.find(TransitionConcern, "family = :f", f=khan.id)
    assert worry.domain == "journey"
    shahid = people["Mr Shahid Khan"].id
    answer = ruling(
        school.find(Restriction, "family = :f", f=khan.id),
        what=What.LETTERS,
        adult=shahid,
        child=None,
        on=MONDAY,
        names={shahid: "Mr Khan"},
    )
    assert answer.answer is Answer.BLOCK
    assert "read 3 Sep 2026 by Mrs Hall" in answer.sentence
    assert school.glance(khan.id).abouts == ("concern", "praise", "concern")


def test_some_families_are_silent_and_some_heard_only_worries(school: Store) -> None:
    glances = [school.glance(each.id) for each in school.find(Family, "left_on IS NULL")]
    quiet = [each for each in glances if each.last_contact]
    assert any(MONDAY - each.last_contact > timedelta(weeks=6) for each in quiet)  # type: ignore[operator]
    assert any(each.abouts == ("concern",) * 3 for each in glances)


def test_follow_ups_stand_in_every_way_and_end_as_they_must(school: Store) -> None:
    found = school.find(FollowUp)
    assert {each.state for each in found} == set(FollowUpState)
    assert {each.side for each in found} == set(Side)
    for each in found:
        closed = each.state not in STILL_OPEN
        assert (each.closed_on is not None) == closed
        assert bool(each.completed_by) == (each.state is FollowUpState.DONE)
        assert (each.waiting_on is not None) <= (each.state is FollowUpState.WAITING)
        assert each.reason or each.snoozes < 3


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("families", [1, 8])
def test_there_is_a_meeting_on_its_date_and_on_the_next_school_day(on: date, families: int) -> None:
    store = practice_store(families, years=0, on=on)
    for day in (on, next_school_day(on)):
        meetings = meetings_on(store, day)
        assert [each.meeting.state for each in meetings if each.family_name == "Khan"] == [
            MeetingState.PLANNED
        ]
        for each in meetings:
            whole = meeting_whole(store, each.id)
            assert whole.items
            assert whole.subjects
            assert planned(store, each.id, on).meeting.purpose


def test_meetings_written_up_fit_their_contacts_and_promises(school: Store) -> None:
    found = school.find(Meeting)
    assert {each.state for each in found} >= {
        MeetingState.PLANNED,
        MeetingState.HELD,
        MeetingState.CLOSED,
    }
    assert {each.kind for each in found} > {"honest", "apdr", "attendance", "transition"}
    closed = [each for each in found if each.state is MeetingState.CLOSED]
    assert len(closed) > 60
    for each in closed:
        contact = school.get(Contact, each.contact)
        assert (contact.held_on, contact.facts) == (each.held_on, each.outcome)
        whole = meeting_whole(school, each.id)
        as_held = replace(whole, meeting=replace(each, state=MeetingState.HELD))
        assert missing(as_held, whole_family(school, each.family)) == {}
        assert {promise.source for promise in whole.follow_ups} <= {contact.id}
        assert school.settings.officer in [row.name for row in whole.coming]
    assert any(meeting_whole(school, each.id).actions for each in closed)
    assert [each.family_name for each in to_write_up(school, MONDAY)] == ["Abdi"]


def test_the_first_familys_meeting_led_to_a_promise_of_each_side(school: Store) -> None:
    (khan,) = school.find(Family, "name = 'Khan'", limit=1)
    closed = school.find(Meeting, "family = :id AND state = 'closed'", id=khan.id)
    actions = [each for met in closed for each in meeting_whole(school, met.id).actions]
    assert {each.side for each in actions} == {Side.SCHOOL, Side.FAMILY}


def test_special_families_are_there(school: Store) -> None:
    families = school.find(Family)
    assert any(each.colleague for each in families)
    assert any(each.left_on for each in families)
    assert any(each.died_on for each in school.find(Person))
    assert any(each.confidential for each in school.find(Address))
    assert school.find(DslPointer)


def test_whoever_died_was_not_spoken_to_and_whoever_left_owes_nothing(school: Store) -> None:
    died = {each.id for each in school.find(Person) if each.died_on}
    assert died & {each.person for each in school.find(ContactPerson)} == set()
    for family in school.find(Family, "left_on IS NOT NULL"):
        assert school.glance(family.id).next_due is None


def test_a_practice_record_on_disk_is_sound(tmp_path: Path) -> None:
    folder = tmp_path / "p.liaison"
    create_record(
        folder,
        PASSPHRASE,
        recovery_code=recovery.new_code(),
        settings=Settings(family=SETTINGS_STREAM, school="Oakfield", practice=True),
        cost=TEST_COST,
        fill=lambda store: fill_practice(store, families=30, years=1, seed=3, on=MONDAY),
    )
    assert verify_record(folder, passphrase=PASSPHRASE, full=True) == []


def test_a_large_school_is_made_in_several_saves_that_cannot_be_taken_back() -> None:
    store = practice_store(205, years=0)
    batches = [batch for (batch,) in store.query("SELECT batch FROM change ORDER BY clock")]
    settled = [batch for batch, after in pairwise(batches) if batch != after]
    assert len(settled) == 2
    with pytest.raises(CannotUndo):
        store.undo()
