"""The list of families: found by typing, opened by Enter, looked at by Space."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liaison.model.contact import Part
from liaison.model.family import Family, Membership
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import What
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.quick import seconds_of
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.screens.families import Families
from ui.session import Session
from ui.signs import Tone


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mr", "Shahid", "father"), ("Mrs", "Amina", "mother")])


@pytest.fixture
def screen(qtbot: QtBot, session: Session, make: Make, khan: Made) -> Families:
    make.family("Abdi", children=[("Hodan", "2")])
    make.family("Okafor", children=[("Daniel", "R")], adults=[("Mrs", "Ngozi", "mother")])
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> Families:
    made = Families(session)
    qtbot.addWidget(made)
    made.resize(1130, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def names(screen: Families) -> list[str]:
    return [row.name for row in screen.table.rows()]


def test_families_stand_by_name_with_their_children_and_years(screen: Families) -> None:
    assert names(screen) == ["Abdi", "Khan", "Okafor"]
    khan = screen.table.rows()[1]
    assert set(khan.children.split(", ")) == {"Zara Y6", "Ali Y3"}
    assert screen.table.rows()[2].children == "Daniel YR"


def test_typing_in_the_list_filters_it(screen: Families, qtbot: QtBot) -> None:
    screen.table.setFocus()
    qtbot.keyClicks(screen.table, "z")
    qtbot.keyClicks(screen.filter, "ara")
    qtbot.waitUntil(lambda: names(screen) == ["Khan"])
    assert screen._count.text() == "1 family"
    qtbot.keyClick(screen.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(screen)) == 3)


def test_enter_in_the_filter_opens_the_best_hit_at_once(
    screen: Families, qtbot: QtBot, session: Session, khan: Made
) -> None:
    with qtbot.waitSignal(session.wanted) as wanted:
        qtbot.keyClicks(screen.filter, "kha")
        qtbot.keyClick(screen.filter, Qt.Key.Key_Return)
    assert wanted.args == ["family", khan.id]


def test_down_leads_from_the_filter_to_the_list_and_enter_opens(
    screen: Families, qtbot: QtBot, session: Session
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.filter.hasFocus()
    qtbot.keyClick(screen.filter, Qt.Key.Key_Down)
    assert screen.table.hasFocus()
    with qtbot.waitSignal(session.wanted) as wanted:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert wanted.args == ["family", screen.table.rows()[0].id]


def test_a_restricted_adult_is_never_first_to_ring(
    screen: Families, make: Make, khan: Made
) -> None:
    assert screen.table.rows()[1].first_to_ring == "Mr Shahid Khan"
    make.restriction(khan, khan.adults[0], what=What.CONTACT)
    row = screen.table.rows()[1]
    assert row.restricted
    assert row.first_to_ring == "Mrs Amina Khan"


def test_the_family_chosen_stays_chosen_when_something_is_saved(
    screen: Families, make: Make, khan: Made
) -> None:
    screen.table.choose(khan.id)
    make.follow_up(khan, due=TODAY - timedelta(days=4))
    assert screen.table.current_id() == khan.id
    assert screen.table.rows()[1].due == "4 days late"
    assert screen.table.rows()[1].tone is Tone.LATE


def test_more_than_six_weeks_without_contact_is_said_in_weeks(
    screen: Families, make: Make, khan: Made
) -> None:
    people = [(khan.adults[1], Part.SPOKEN_TO)]
    make.contact(khan, held_on=TODAY - timedelta(weeks=6), people=people)
    assert not screen.table.rows()[1].quiet
    make.contact(make.family("Reid"), held_on=TODAY - timedelta(weeks=7))
    reid = screen.table.rows()[3]
    assert (reid.last, reid.how) == ("Mon 5 Oct", "7 weeks")
    screen.table.choose(reid.id)
    screen._peek_now()
    assert screen.peek._quiet.words.text() == "We have not been in touch: 7 weeks"


def test_the_peek_shows_restrictions_first_and_notes_that_it_was_read(
    screen: Families, make: Make, khan: Made, store: Store, qtbot: QtBot
) -> None:
    make.restriction(khan, khan.adults[0])
    make.phone(khan.adults[1])
    make.contact(khan, facts="Rang about the bus.", people=[(khan.adults[1], Part.SPOKEN_TO)])
    make.follow_up(khan)
    screen.table.choose(khan.id)
    qtbot.waitUntil(lambda: screen.peek.family() == khan.id)
    assert "must not contact Mr Khan" in screen.peek._banner.accessibleName()
    assert screen.peek._first.text() == "Mrs Amina Khan, mother"
    assert "07700 900412" in screen.peek._reach.text()
    assert [row.title for row in screen.peek._last.rows()] == ["Phone call to Mrs Khan"]
    store.flush_looks()
    assert store.query("SELECT 1 FROM change WHERE kind = 'look' AND family = :id", id=khan.id)


def test_with_little_room_the_peek_slides_over_the_list_by_space(
    screen: Families, qtbot: QtBot
) -> None:
    screen.set_narrow(narrow=True)
    screen.resize(936, 430)
    assert not screen.peek.isVisible()
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Space)
    assert screen.peek.isVisible()
    assert screen.peek.geometry().right() <= screen.rect().right()
    qtbot.keyClick(screen.table, Qt.Key.Key_Escape)
    assert not screen.peek.isVisible()
    screen.set_narrow(narrow=False)
    assert screen.peek.isVisible()


def test_an_empty_record_says_how_families_come_in(qtbot: QtBot, session: Session) -> None:
    screen = shown(qtbot, session)
    assert screen._pages.currentWidget() is screen._nobody
    screen.filter.setText("nobody")
    screen._filter_now()
    assert screen._pages.currentWidget() is screen._no_match
    assert not screen.peek.isVisible()


def test_two_thousand_families_are_listed_without_a_wait(
    qtbot: QtBot, session: Session, store: Store
) -> None:
    with store.saving() as saving:
        for number in range(2000):
            family = saving.add(Family(name=f"Family{number:04}"))
            for kind in (PersonKind.CHILD, PersonKind.ADULT):
                person = saving.add(
                    Person(family=family.id, kind=kind, forename="Ali", surname=family.name)
                )
                saving.add(Membership(family=family.id, person=person.id))
    screen = shown(qtbot, session)
    assert seconds_of(screen.reload) < 2
    screen.filter.setText("family0123")
    assert seconds_of(screen._filter_now) < 1
    assert names(screen) == ["Family0123"]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_list_passes_the_audit(
    screen: Families, make: Make, khan: Made, appearance: Appearance, scheme: Scheme
) -> None:
    make.restriction(khan, khan.adults[0])
    appearance.set_scheme(scheme)
    screen.show_entry("families", khan.id)
    assert faults(screen) == []


def test_the_list_has_the_focus_as_soon_as_the_screen_is_shown(session: Session) -> None:
    screen = Families(session)
    assert screen.first_stop() is screen.table
    screen.deleteLater()
