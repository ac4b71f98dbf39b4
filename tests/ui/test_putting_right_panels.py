"""A family put right from its page: what will happen stands there in words, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.families import whole_family
from liaison.model.family import Family
from liaison.model.person import Person
from liaison.store.store import Store
from tests.builders import Made, Make
from tests.ui.audit import faults
from tests.ui.forms_on_screen import CONTROL, Desk, desk, press, type_into
from ui.appearance import Appearance, Scheme
from ui.choose_person import ChoosePerson
from ui.session import Session
from ui.tasks.putting_right import (
    PUTTING_RIGHT,
    JoinFamilies,
    MoveChild,
    SamePerson,
    SplitFamily,
)
from ui.tasks.putting_right.putting_right import PuttingRight


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def byrne(make: Make) -> Made:
    return make.family("Byrne", children=[("Leo", "4")], adults=[("Ms", "Orla", "mother")])


@pytest.fixture
def at(qtbot: QtBot, session: Session) -> Desk:
    return desk(qtbot, session)


def children(store: Store, family: str) -> list[str]:
    return [each.short for each in whole_family(store, family).children]


def test_a_child_moves_by_keyboard_and_back_by_undo(
    at: Desk, khan: Made, byrne: Made, store: Store
) -> None:
    task = at.open(MoveChild, khan.children[0].id)
    assert task.child.currentText() == "Zara Khan"
    assert not task.do_button.isEnabled()
    task.do()
    task.to.search.setFocus()
    type_into(task.to.search, "byr")
    press(task.to.search, Qt.Key.Key_Down)
    task.to.refill()
    assert task.words_of_happening().split("\n") == [
        "Zara Khan lives in Byrne from now on.",
        "Members there too: Mrs Amina Khan and Mr Shahid Khan.",
        "Restrictions about Zara go along.",
        "What was written down with Khan stays there.",
    ]
    press(QApplication.focusWidget() or task, Qt.Key.Key_Return, CONTROL)
    assert at.closed
    assert children(store, byrne.id) == ["Leo", "Zara"]
    assert at.said == ["Zara Khan is in Byrne now."]
    store.undo()
    assert children(store, khan.id) == ["Ali", "Zara"]


def test_the_last_child_leaves_a_family_without_one(at: Desk, khan: Made, byrne: Made) -> None:
    task = at.open(MoveChild, byrne.id)
    task.to.list.choose(khan.id)
    assert "Byrne then has no child." in task.words_of_happening()


def test_two_families_become_one(
    at: Desk, khan: Made, byrne: Made, make: Make, store: Store
) -> None:
    make.contact(byrne)
    make.follow_up(byrne)
    task = at.open(JoinFamilies, khan.id)
    task.other.list.choose(byrne.id)
    people, *rest = task.words_of_happening().split("\n")
    assert people in {
        "Ms Orla Byrne and Leo Byrne become members of Khan.",
        "Leo Byrne and Ms Orla Byrne become members of Khan.",
    }
    assert rest == [
        "2 contacts, follow-ups and barriers of Byrne stand with Khan.",
        "Somebody who is in both stands once.",
        "Byrne goes into the bin.",
    ]
    task.do_button.click()
    assert at.said == ["Khan and Byrne are one family now."]
    assert store.first(Family, "id = :id", id=byrne.id) is None
    assert len(whole_family(store, khan.id).children) == 3
    store.undo()
    assert children(store, byrne.id) == ["Leo"]


def test_a_family_is_split_under_a_name_of_its_own(at: Desk, khan: Made, store: Store) -> None:
    task = at.open(SplitFamily, khan.children[0].id)
    assert task.ticks[khan.children[0].id].isChecked()
    type_into(task.name.line, "Reid")
    assert task.words_of_happening().split("\n")[0] == "Zara Khan: a family of their own, “Reid”."
    assert "Members of both families: Mrs Amina Khan and Mr Shahid Khan." in (
        task.words_of_happening()
    )
    task.do_button.click()
    reid = store.find(Family, "name = 'Reid'")[0]
    assert children(store, reid.id) == ["Zara"]
    assert children(store, khan.id) == ["Ali"]
    store.undo()
    assert store.find(Family, "name = 'Reid'") == []


def test_somebody_has_to_stay(at: Desk, khan: Made, store: Store) -> None:
    task = at.open(SplitFamily, khan.id)
    for tick in task.ticks.values():
        tick.click()
    assert task.words_of_happening() == "At least one child has to stay with Khan."
    task.do_button.click()
    assert not at.closed
    assert "At least one child has to stay." in task.summary.accessibleName()
    assert len(store.find(Family)) == 1


def test_two_entries_become_one_person(at: Desk, khan: Made, make: Make, store: Store) -> None:
    again = make.family("Kahn", children=[("Leo", "4")], adults=[("Mrs", "Amina", "mother")])
    amina, twin = khan.adults[0], again.adults[0]
    task = at.open(SamePerson, amina.id)
    offered = [each.id for each in task.goes.list.rows()]
    assert offered[0] == twin.id
    assert amina.id not in offered
    assert not set(offered) & {each.id for each in khan.children}
    task.goes.list.choose(twin.id)
    assert "The other entry, Mrs Amina Kahn, goes into the bin." in task.words_of_happening()
    task.do_button.click()
    assert at.said == ["Mrs Amina Khan is one person now."]
    assert store.first(Person, "id = :id", id=twin.id) is None
    assert whole_family(store, again.id).person(amina.id) is not None
    store.undo()
    assert store.get(Person, twin.id).surname == "Kahn"


def test_another_entry_to_stay_offers_other_people(at: Desk, khan: Made, make: Make) -> None:
    make.family("Byrne", children=[("Leo", "4")])
    task = at.open(SamePerson, khan.id)
    task.stays.setCurrentIndex(task.stays.findData(khan.children[0].id))
    assert [each.id for each in task.goes.list.rows()] == [khan.children[1].id]
    type_into(task.goes.search, "leo")
    task.goes.refill()
    assert [each.spoken for each in task.goes.list.rows()] == ["Leo Byrne, Byrne"]


def test_nobody_is_like_nobody(qtbot: QtBot, session: Session) -> None:
    choose = ChoosePerson(session)
    qtbot.addWidget(choose)
    choose.show_like(None)
    assert choose.list.rows() == ()


@pytest.mark.parametrize("task", PUTTING_RIGHT, ids=lambda task: task.kind)
def test_without_a_family_each_asks_which_one(
    at: Desk, khan: Made, task: type[PuttingRight]
) -> None:
    opened = at.open(task)
    box = QApplication.focusWidget()
    assert box is not None
    assert faults(opened) == []
    press(box, Qt.Key.Key_Return)
    assert at.wanted == [(task.kind, khan.id)]


@pytest.mark.parametrize(
    ("size", "text", "scheme"),
    [((1366, 768), 100, Scheme.LIGHT), ((1024, 552), 200, Scheme.DARK)],
)
def test_every_panel_passes_the_audit_with_its_button_in_sight(
    qtbot: QtBot,
    session: Session,
    appearance: Appearance,
    khan: Made,
    byrne: Made,
    size: tuple[int, int],
    text: int,
    scheme: Scheme,
) -> None:
    appearance.set_scheme(scheme)
    appearance.set_text_size(text)
    at = desk(qtbot, session, size=size)
    for task in PUTTING_RIGHT:
        opened = at.open(task, khan.id)
        assert faults(opened) == [], task.kind
        foot = opened.do_button
        assert at.host.rect().contains(foot.mapTo(at.host, foot.rect().bottomRight())), task.kind
        at.overlay.close_panel()
