"""The search box's families and notes, the list of worries about moves, and filters of families."""

from dataclasses import replace
from datetime import timedelta

from liaison.casework.families import family_lines
from liaison.casework.family_filters import FamilyFilter, barriers_to_filter_by, families_wanted
from liaison.casework.searching import families_by_id, find_families, find_notes
from liaison.casework.transition_list import TransitionFilter, change_concern, transition_list
from liaison.model.contact import Part
from liaison.model.transition import ConcernState
from liaison.store.store import Store
from tests.builders import TODAY, Make


def names(store: Store, text: str) -> list[str]:
    return [each.name for each in find_families(store, text, TODAY)]


def test_the_exact_surname_comes_first_then_beginnings_then_the_inside(
    store: Store, make: Make
) -> None:
    make.family("Strickhan", children=[("Ada", "2")])
    make.family("Khanna", children=[("Dev", "4")])
    make.family("Khan")
    assert names(store, "khan") == ["Khan", "Khanna", "Strickhan"]
    assert names(store, "k") == ["Khan", "Khanna"]
    assert names(store, "") == []


def test_a_child_an_adult_or_a_phone_leads_to_the_family(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    make.family("Abdi", children=[("Hodan", "R")], adults=[("Mrs", "Sahra", "mother")])
    make.phone(khan.adults[0])
    (found,) = find_families(store, "hodan", TODAY)
    assert (found.name, found.children) == ("Abdi", "Hodan YR")
    (found,) = find_families(store, "amina", TODAY)
    assert found.because == "Mrs Amina Khan"
    assert names(store, "07700 9004") == ["Khan"]
    assert find_notes(store, "07700", TODAY) == []


def test_a_restricted_family_says_so_and_leavers_are_not_found(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    make.restriction(khan, khan.adults[0])
    assert find_families(store, "khan", TODAY)[0].restricted
    gone = make.family("Khanom").family
    with store.saving() as saving:
        saving.change(replace(gone, left_on=TODAY - timedelta(days=1)))
    assert names(store, "khan") == ["Khan"]
    assert families_by_id(store, [gone.id], TODAY) == []


def test_notes_are_found_newest_first_from_two_letters_on(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    make.contact(khan, facts="The bus was late.", people=[(khan.adults[0], Part.SPOKEN_TO)])
    make.contact(khan, facts="The bus again.")
    assert [each.words for each in find_notes(store, "bus", TODAY)] == [
        "The bus again.",
        "The bus was late.",
    ]
    assert find_notes(store, "b", TODAY) == []
    assert find_notes(store, "again", TODAY)[0].day == TODAY
    with store.saving() as saving:
        saving.change(replace(khan.family, colleague=True))
    assert find_notes(store, "bus", TODAY) == []


def test_worries_about_moves_stand_on_one_list(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    made = make.concern(khan)
    make.restriction(khan, khan.adults[0])
    (line,) = transition_list(store, TODAY)
    assert (line.child, line.year, line.move) == ("Zara Khan", "Year 6", "year_6_to_7")
    assert (line.domain, line.level, line.restricted) == ("friendships", "targeted", True)
    with store.saving() as saving:
        saving.change(replace(made, domain="medical"))
    assert transition_list(store, TODAY)[0].domain == ""


def test_leavers_and_colleagues_stand_on_no_list(store: Store, make: Make) -> None:
    khan, abdi = make.family("Khan"), make.family("Abdi", children=[("Hodan", "6")])
    make.concern(khan)
    make.concern(abdi)
    with store.saving() as saving:
        saving.change(replace(khan.family, colleague=True))
        saving.change(replace(abdi.children[0], left_on=TODAY))
    assert transition_list(store, TODAY) == []


def test_a_worry_changes_its_state_and_its_level_and_back(store: Store, make: Make) -> None:
    made = make.concern(make.family("Khan"))
    change_concern(store, made.id, state=ConcernState.SETTLED)
    change_concern(store, made.id, level="enhanced")
    (line,) = transition_list(store, TODAY)
    assert (line.state, line.level) == (ConcernState.SETTLED, "enhanced")
    store.undo()
    assert transition_list(store, TODAY)[0].level == "targeted"


def test_a_filter_of_worries_is_kept_and_read_again(store: Store, make: Make) -> None:
    make.concern(make.family("Khan"))
    (line,) = transition_list(store, TODAY)
    wanted = TransitionFilter(level="targeted", year="Year 6")
    assert wanted.fits(line)
    assert not TransitionFilter(state="settled").fits(line)
    assert TransitionFilter.read((*wanted.written(), "later=thing", "odd")) == wanted


def test_families_are_filtered_by_year_barrier_restriction_and_silence(
    store: Store, make: Make
) -> None:
    khan = make.family("Khan")
    abdi = make.family("Abdi", children=[("Hodan", "2")])
    make.barrier(khan)
    make.restriction(khan, khan.adults[0])
    make.contact(abdi, held_on=TODAY - timedelta(weeks=7))

    def left(**wanted: str) -> list[str]:
        among = families_wanted(store, FamilyFilter(**wanted), TODAY)
        return [line.name for line in family_lines(store, TODAY, among=among)]

    assert left() == ["Abdi", "Khan"]
    assert left(year="Year 2") == ["Abdi"]
    assert left(year="Year 2", barrier="transport") == []
    assert left(barrier="transport") == ["Khan"]
    assert left(only="restricted") == ["Khan"]
    assert left(only="quiet") == ["Abdi"]
    kept = FamilyFilter(year="Year 2", only="quiet")
    assert FamilyFilter.read((*kept.written(), "odd")) == kept
    assert kept
    assert not FamilyFilter()


def test_no_list_is_filtered_by_what_is_sensitive(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    make.barrier(khan, kind="mental_health")
    assert "mental_health" not in {each.code for each in barriers_to_filter_by(store)}
    assert families_wanted(store, FamilyFilter(barrier="mental_health"), TODAY) == set()
