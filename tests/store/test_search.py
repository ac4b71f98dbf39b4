"""Words are found however they are typed, and names by their beginning before their middle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.model.contact import Contact
from liaison.model.dsl import DslPointer
from liaison.model.family import Family
from liaison.model.person import Person
from liaison.model.reach import ContactPoint, PointKind
from liaison.store.search import SEARCHED, Found, fts_query
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.quick import seconds_of

ANY_TEXT = st.text(max_size=30) | st.text("\"*^:()+-{}~AND ORNOTEAR\x00'’ 07", max_size=20)


@given(ANY_TEXT)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_the_search_fail(store: Store, text: str) -> None:
    store.search(text)
    store.search(text, kinds=["contact", "family"])
    store.people_named(text)
    store.families_named(text)
    assert "\x00" not in fts_query(text)


@given(st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=8))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_word_is_found_as_it_was_typed(store: Store, word: str) -> None:
    with store.saving() as saving:
        family = saving.add(Family(name=f"X {word}"))
    assert family.id in [each.id for each in store.search(word, limit=1000)]
    assert family.id in store.families_named(word, limit=1000)


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Zoë spoke to Łukasz", "zoe lukasz"),
        ("O’Brien came", "obrien"),
        ("Obrien came", "O'Brien"),
        ("Große Straße", "grosse stra"),
        ("\uff26\uff55\uff4c\uff4c width", "full"),
        ("Đorđe and Søren", "dorde soren"),
        ("The bus was late", "bus lat"),
        ("smith-jones rang", "Smith-Jones"),
        ("He said “never”.", '"never"'),
        ("Nul here", "nul\x00"),
    ],
)
def test_letters_are_found_however_they_are_written(
    store: Store, make: Make, kept: str, typed: str
) -> None:
    contact = make.contact(make.family(), facts=kept)
    assert [each.id for each in store.search(typed, kinds=["contact"])] == [contact.id]


@pytest.mark.parametrize("typed", ["", "   ", "“”", "\x00", "*", "- ( )"])
def test_nothing_typed_finds_nothing(store: Store, make: Make, typed: str) -> None:
    make.family()
    assert store.search(typed) == []
    assert store.people_named(typed) == []


def test_every_word_must_be_there_the_last_as_a_beginning(store: Store, make: Make) -> None:
    made = make.family()
    make.contact(made, facts="Rang about the bus.")
    assert len(store.search("bus ra")) == 1
    assert store.search("bu rang") == []
    assert store.search("rang tram") == []


def test_the_newest_comes_first_and_no_more_than_asked_for(store: Store, make: Make) -> None:
    made = make.family()
    kept = [make.contact(made, facts=f"The bus, time {number}") for number in range(5)]
    found = store.search("bus", limit=2)
    assert [each.id for each in found] == [kept[4].id, kept[3].id]


def test_only_the_kinds_asked_for_are_found(store: Store, make: Make) -> None:
    made = make.family("Bussell")
    make.contact(made, facts="The bus")
    make.barrier(made, words="No bus")
    assert {each.kind for each in store.search("bus")} >= {"family", "contact", "barrier"}
    assert [each.kind for each in store.search("bus", kinds=["barrier"])] == ["barrier"]


def test_every_free_text_is_searched_and_no_pointer_to_the_dsl(store: Store, make: Make) -> None:
    made = make.family()
    make.follow_up(made, action="Find a marimba")
    make.concern(made, words="Afraid of the marimba")
    with store.saving() as saving:
        saving.add(DslPointer(family=made.id, told_on=TODAY, told="Mrs Marimba"))
    assert {each.kind for each in store.search("marimba")} == {"follow_up", "transition_concern"}
    assert not {"dsl_pointer", "dsl_slip", "restriction", "sharing_log"} & set(SEARCHED)


def test_a_corrected_text_is_found_by_its_new_words_only(store: Store, make: Make) -> None:
    contact = make.contact(make.family(), facts="The bus")
    with store.saving() as saving:
        contact = saving.change(replace(contact, facts="The tram"))
    assert store.search("bus") == []
    assert len(store.search("tram")) == 1
    with store.saving() as saving:
        saving.remove(contact)
    assert store.search("tram") == []


def test_a_change_to_something_not_searched_leaves_the_index_alone(
    store: Store, make: Make
) -> None:
    contact = make.contact(make.family(), facts="The bus")
    (before,) = store.query("SELECT n FROM local_found WHERE id = :id", id=contact.id)
    with store.saving() as saving:
        saving.change(replace(contact, minutes=5))
    assert store.query("SELECT n FROM local_found WHERE id = :id", id=contact.id) == [before]


@pytest.mark.parametrize("typed", ["07700 900412", "900412", "07700900", "07700-900-412", "900 4"])
def test_a_number_is_found_by_its_beginning_or_its_last_six(
    store: Store, make: Make, typed: str
) -> None:
    made = make.family()
    point = make.phone(made.adults[0])
    assert store.search(typed) == [Found("contact_point", point.id, made.id, "07700 900412")]


def test_an_address_is_found_by_its_letters_and_follows_its_kind(store: Store, make: Make) -> None:
    made = make.family()
    with store.saving() as saving:
        point = saving.add(
            ContactPoint(
                family=made.id,
                person=made.adults[0].id,
                kind=PointKind.EMAIL,
                value="amina7@example.org",
            )
        )
    assert [each.id for each in store.search("amina7")] == [point.id]
    with store.saving() as saving:
        saving.change(replace(point, kind=PointKind.PHONE))
    assert store.search("amina7") == []
    assert store.verify(full=True) == []


def test_a_number_without_digits_is_kept_as_words(store: Store, make: Make) -> None:
    make.phone(make.family().adults[0], "ask Grandma")
    assert len(store.search("grandma")) == 1


def test_names_are_found_by_their_beginning_before_their_middle(store: Store) -> None:
    with store.saving() as saving:
        inside = saving.add(Family(name="Adanna"))
        begins = saving.add(Family(name="Danners"))
    assert store.families_named("dann") == [begins.id, inside.id]
    assert store.families_named("dann", limit=1) == [begins.id]
    assert store.families_named("da") == [begins.id]


def test_short_words_count_too_when_the_middle_of_a_name_is_sought(store: Store) -> None:
    with store.saving() as saving:
        saving.add(Family(name="Okonkwo"))
        wanted = saving.add(Family(name="El Okonkwo"))
    assert store.families_named("el onkwo") == [wanted.id]


def test_people_and_families_are_not_mixed_up(store: Store, make: Make) -> None:
    made = make.family("Khan")
    assert store.families_named("khan") == [made.id]
    assert set(store.people_named("khan")) == {each.id for each in (*made.children, *made.adults)}
    assert store.people_named("zara kh") == [made.children[0].id]
    assert store.find(Person, "forename = 'Nobody'") == []


def test_a_snippet_is_cut_from_the_entrys_own_words(store: Store, make: Make) -> None:
    words = "one two three four five six seven Łódź nine ten " + "and so on " * 30
    make.contact(make.family(), facts="Nothing here.")
    contact = make.contact(make.family("Jones"), facts=words)
    (found,) = store.search("lodz")
    assert found.id == contact.id
    assert found.snippet.startswith("… four five six seven Łódź nine ten and so on")
    assert found.snippet.endswith(" …")
    assert len(found.snippet) < 130


def test_a_snippet_comes_from_the_field_that_holds_the_word(store: Store, make: Make) -> None:
    made = make.family()
    with store.saving() as saving:
        saving.add(
            Contact(
                family=made.id,
                held_on=TODAY,
                channel="phone",
                outcome="spoke",
                facts="Rang.",
                agreed="Bus pass by Friday.",
            )
        )
    assert store.search("pass")[0].snippet == "Bus pass by Friday."
    assert store.search("rang pass")[0].snippet == "Rang."
    assert store.search("“pass friday”")[0].snippet == "Rang."


def test_a_found_word_whose_row_was_lost_shows_nothing(store: Store) -> None:
    n = store.db.execute(
        "INSERT INTO local_found (kind, id, family, words) VALUES ('contact', 'x', 'y', 'bus')"
    ).lastrowid
    store.db.execute("INSERT INTO local_words (rowid, words) VALUES (?, 'bus')", [n])
    assert store.search("bus") == [Found("contact", "x", "y", "")]


def test_finding_by_family_or_person_never_reads_a_whole_table(store: Store) -> None:
    for sql in (
        "SELECT * FROM contact WHERE (family = :x) AND deleted = 0 ORDER BY held_on DESC",
        "SELECT * FROM follow_up WHERE (family = :x) AND deleted = 0 ORDER BY id",
        "SELECT * FROM person WHERE id = :x",
        "SELECT * FROM relationship WHERE (child = :x) AND deleted = 0",
        "SELECT * FROM contact_person WHERE (contact = :x) AND deleted = 0",
        "SELECT * FROM membership WHERE (person = :x) AND deleted = 0",
        "SELECT * FROM restriction WHERE (adult = :x) AND deleted = 0",
        "SELECT id, body FROM change WHERE family = :x ORDER BY clock, device",
        "SELECT batch, kind FROM change ORDER BY clock DESC, device DESC",
        "SELECT mac FROM change WHERE device = :x AND number = 3",
        "SELECT words FROM local_found WHERE id = :x",
        "SELECT 1 FROM change WHERE mac IS NULL AND kind = 'purge'",
    ):
        plan = " ".join(row[3] for row in store.query(f"EXPLAIN QUERY PLAN {sql}", x="x"))
        assert "USING" in plan, (sql, plan)
        assert "USE TEMP B-TREE FOR ORDER BY" not in plan or "ORDER BY id" in sql, (sql, plan)


@pytest.mark.slow
def test_a_word_is_found_in_20_ms_among_3000_notes(store: Store, make: Make) -> None:
    made = make.family()
    with store.saving() as saving:
        for number in range(3000):
            saving.add(
                Contact(
                    family=made.id,
                    held_on=TODAY,
                    channel="phone",
                    outcome="spoke",
                    facts=f"Rang about the bus and the lunch, note {number}.",
                )
            )
    took = []
    for typed in ("bus lun", "rang", "note 299"):
        assert len(store.search(typed)) == 20 or typed.startswith("note")
        took.append(seconds_of(lambda typed=typed: store.search(typed)))
    assert sorted(took)[1] < 0.02
