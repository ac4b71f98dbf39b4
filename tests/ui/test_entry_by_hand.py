"""Rows changed, binned, put back and read back: by key, on every list of a family."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liaison.casework.barriers import add_adjustment
from liaison.casework.families import keep, remove
from liaison.errors import NotKept
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.person import Person
from liaison.model.reach import Address, ContactPoint, ContactPreference, PointKind
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.store.changes import Kind
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.forms_on_screen import Desk, desk, press
from ui.screens.bin import Bin
from ui.screens.family.page import FamilyPage
from ui.session import Session
from ui.tasks.entry_history import EntryHistory
from ui.tasks.entry_whole import EntryWhole
from ui.tasks.person_card import PersonCard

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def at(qtbot: QtBot, session: Session) -> Desk:
    return desk(qtbot, session)


@pytest.fixture
def page(qtbot: QtBot, session: Session, khan: Made, make: Make) -> FamilyPage:
    make.contact(khan)
    make.follow_up(khan)
    make.barrier(khan)
    make.concern(khan)
    made = FamilyPage(session)
    qtbot.addWidget(made)
    made.resize(1130, 700)
    made.show_entry("family", khan.id)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def asked(session: Session) -> list[tuple[str, str]]:
    wanted: list[tuple[str, str]] = []

    def listen(kind: str, id: str) -> None:
        wanted.append((kind, id))

    session.wanted.connect(listen)
    return wanted


def items(widget: QWidget) -> dict[str, QAction]:
    return {action.text().replace("&", "").rstrip("…"): action for action in widget.actions()}


def test_f2_changes_ctrl_h_reads_back_and_del_bins_the_current_row(
    page: FamilyPage, session: Session, store: Store
) -> None:
    wanted = asked(session)
    said: list[str] = []
    session.said.connect(lambda sentence, _undo: said.append(sentence))
    (barrier,) = store.find(Barrier)
    rows = page.barriers.list
    rows.choose_first()
    rows.setFocus()
    press(rows, Qt.Key.Key_F2)
    press(rows, Qt.Key.Key_H, CONTROL)
    assert wanted == [("barrier-form", barrier.id), ("history", f"barrier/{barrier.id}")]
    press(rows, Qt.Key.Key_Delete)
    assert store.find(Barrier) == []
    assert said == ["What gets in the way: moved to the bin."]
    session.undo()
    assert store.find(Barrier) != []


def test_del_outside_a_list_bins_nothing(page: FamilyPage, store: Store) -> None:
    page.barriers.list.choose_first()
    page.timeline.filter.setFocus()
    press(page.timeline.filter, Qt.Key.Key_Delete)
    assert len(store.find(Barrier)) == 1


def test_each_row_of_the_timeline_opens_the_form_of_its_kind(
    page: FamilyPage, session: Session, store: Store
) -> None:
    wanted = asked(session)
    (contact,) = store.find(Contact)
    page.timeline.list.choose(contact.id)
    items(page.timeline.list)["Change"].trigger()
    assert wanted == [("contact-form", contact.id)]


def test_a_list_without_a_current_row_does_nothing(
    page: FamilyPage, session: Session, store: Store
) -> None:
    wanted = asked(session)
    for action in items(page.concerns.list).values():
        action.trigger()
    assert wanted == []
    assert session.store.can_undo()


def test_what_was_tried_is_added_from_its_barrier(
    page: FamilyPage, session: Session, store: Store
) -> None:
    wanted = asked(session)
    page.barriers.list.choose_first()
    items(page.barriers.list)["Add what was tried"].trigger()
    assert wanted == [("adjustment-form", store.find(Barrier)[0].id)]


def test_the_page_adds_and_puts_right_by_menu(
    page: FamilyPage, session: Session, khan: Made
) -> None:
    wanted = asked(session)
    for button in page._by_hand.buttons:
        for action in button.menu().actions():
            action.trigger()
    assert [kind for kind, _ in wanted] == [
        "follow-up-form",
        "new-meeting",
        "barrier-form",
        "transition-concern-form",
        "restriction-form",
        "add-person",
        "family-form",
        "move-child",
        "join-families",
        "split-family",
        "same-person",
    ]
    assert {id for _, id in wanted} == {khan.id}


def test_each_card_adds_to_itself(page: FamilyPage, session: Session, khan: Made) -> None:
    wanted = asked(session)
    for pane in (page.follow_ups, page.barriers, page.concerns):
        pane.add.click()
    assert wanted == [
        ("follow-up-form", khan.id),
        ("barrier-form", khan.id),
        ("transition-concern-form", khan.id),
    ]
    page.follow_ups.list.choose_first()
    press(page.follow_ups.list, Qt.Key.Key_Return)
    assert wanted[-1][0] == "entry"
    page.people.list.choose(khan.adults[0].id)
    press(page.people.list, Qt.Key.Key_Return)
    assert wanted[-1] == ("person-card", khan.adults[0].id)


def test_where_room_is_short_the_heads_buttons_keep_their_names(page: FamilyPage) -> None:
    page.set_narrow(narrow=True)
    assert [each.text() for each in page._by_hand.buttons] == ["", ""]
    assert [each.accessibleName() for each in page._by_hand.buttons] == ["Add", "Put right"]
    assert faults(page) == []
    page.set_narrow(narrow=False)
    assert page._by_hand.add.text() == "&Add"


def test_a_row_that_cannot_be_binned_says_why(
    page: FamilyPage, session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    session.said.connect(lambda sentence, _undo: said.append(sentence))

    def refuse(*_args: object) -> None:
        raise NotKept("The disk is full.")

    monkeypatch.setattr(store, "write", refuse)
    page.barriers.list.choose_first()
    items(page.barriers.list)["Move to the bin"].trigger()
    assert said == ["The disk is full."]


def test_an_entry_read_in_full_leads_to_its_form_and_its_history(
    at: Desk, khan: Made, make: Make
) -> None:
    contact = make.contact(khan)
    task = at.open(EntryWhole, f"contact/{contact.id}")
    for button in task.more_buttons():
        button.click()
    assert at.wanted == [("contact-form", contact.id), ("history", f"contact/{contact.id}")]


def test_the_history_says_who_changed_what_and_when(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan, words="No car.")
    barrier = keep(store, replace(barrier, words="A car now.", person=khan.adults[0].id))
    barrier = keep(store, replace(barrier, words=""))
    task = at.open(EntryHistory, f"barrier/{barrier.id}")
    said = "\n".join(task.said)
    assert "Changed, Mrs A Officer" in said
    assert "Written down, Mrs A Officer" in said
    assert "Monday 23 November 2026, " in said
    assert "Their words: “No car.” became “A car now.”" in said
    assert "Their words: “A car now.” was taken out" in said
    assert "For whom: Mrs Amina Khan" in said
    assert "Kind: Transport or distance" in said
    assert faults(task) == []


def test_the_history_tells_undo_bin_and_another_key(
    at: Desk, khan: Made, make: Make, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    barrier = make.barrier(khan)
    remove(store, barrier)
    store.undo()
    monkeypatch.setattr(store.door, "_actor", "another")
    task = at.open(EntryHistory, f"barrier/{barrier.id}")
    said = "\n".join(task.said)
    assert f"{Kind.UNDO.label}, A key holder without a name" in said
    assert "Where it is: “In use” became “In the bin”" in said


def test_nothing_is_known_of_what_never_was(at: Desk) -> None:
    assert "Nothing is known about it." in at.open(EntryHistory, "barrier/none").said
    assert "Nothing is known about it." in at.open(EntryHistory, "nonsense").said


def test_the_card_of_a_person_lists_all_that_can_be_put_right(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    amina = khan.adults[0]
    make.phone(amina)
    make.restriction(khan, amina)
    with store.saving() as saving:
        mail = ContactPoint(
            family=khan.id, person=amina.id, kind=PointKind.EMAIL, value="amina@example.org"
        )
        saving.add(mail)
        saving.add(Address(family=khan.id, person=amina.id, as_the_child=True, confidential=True))
    task = at.open(PersonCard, amina.id)
    spoken = [each.spoken for each in task.list.rows()]
    assert spoken[0] == "Mrs Amina Khan, Adult"
    assert "07700 900412, Not asked: leave no message" in spoken
    assert "Address, Confidential, As the child" in spoken
    assert "Mother: Zara Khan, Has responsibility" in spoken
    assert "Court order, read 23 Nov 2026, Contact by school" in spoken
    assert faults(task) == []
    point = store.find(ContactPoint, "kind = 'phone'")[0]
    task.list.choose(f"contact_point/{point.id}")
    press(task.list, Qt.Key.Key_Return)
    assert at.wanted == [("contact-point-form", point.id)]
    press(task.list, Qt.Key.Key_Delete)
    assert "07700 900412" not in " ".join(each.spoken for each in task.list.rows())
    offered = {action.text() for action in task._menu.actions()}
    assert offered == {
        ContactPoint.title,
        ContactPreference.title,
        Relationship.title,
        Restriction.title,
    }
    task._menu.actions()[0].trigger()
    assert at.wanted[-1] == ("contact-point-form", amina.id)


def test_the_card_of_a_child_offers_no_restriction_and_shows_what_suits(
    at: Desk, khan: Made, store: Store
) -> None:
    zara = khan.children[0]
    with store.saving() as saving:
        saving.add(ContactPreference(family=khan.id, person=zara.id, channel="text"))
    task = at.open(PersonCard, zara.id)
    assert "Text message" in [each.spoken for each in task.list.rows()]
    offered = {action.text() for action in task._menu.actions()}
    assert Restriction.title not in offered
    assert ContactPreference.title not in offered
    remove(store, zara)
    at.session.changed.emit(frozenset({"person"}))
    assert task.list.rows() == ()
    assert task._menu.actions() == []


@pytest.fixture
def bin_screen(qtbot: QtBot, session: Session) -> Bin:
    made = Bin(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


def test_the_bin_says_when_it_is_empty(qtbot: QtBot, bin_screen: Bin) -> None:
    with qtbot.waitExposed(bin_screen):
        bin_screen.show()
    assert bin_screen._nothing.isVisible()
    assert not bin_screen._put_back.isEnabled()
    assert faults(bin_screen) == []
    bin_screen.put_back_current()


def test_what_is_in_the_bin_is_found_and_put_back_by_enter(
    qtbot: QtBot, bin_screen: Bin, khan: Made, make: Make, store: Store, session: Session
) -> None:
    barrier, promise = make.barrier(khan), make.follow_up(khan)
    tried = add_adjustment(
        store,
        Adjustment(family=khan.id, barrier=barrier.id, kind="video", note="By video."),
        today=TODAY,
    )
    for each in (barrier, promise, tried):
        remove(store, each)
    with qtbot.waitExposed(bin_screen):
        bin_screen.show()
    bin_screen.activateWindow()
    spoken = [each.spoken for each in bin_screen.list.rows()]
    assert spoken == [
        "What was tried: By video., Khan",
        "Follow-up: Ring about the bus, Khan",
        "What gets in the way: No car., Khan",
    ]
    assert faults(bin_screen) == []
    bin_screen.filter.setFocus()
    bin_screen.filter.setText("no car")
    press(bin_screen.filter, Qt.Key.Key_Down)
    press(bin_screen.list, Qt.Key.Key_Return)
    assert [each.id for each in store.find(Barrier)] == [barrier.id]
    bin_screen.filter.setText("zzz")
    assert bin_screen._no_match.isVisible()
    session.undo()
    assert store.find(Barrier) == []


def test_a_family_is_put_back_under_its_own_name(
    qtbot: QtBot, bin_screen: Bin, khan: Made, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove(store, store.get(Family, khan.id))
    with qtbot.waitExposed(bin_screen):
        bin_screen.show()
    assert [each.spoken for each in bin_screen.list.rows()] == ["Family: Khan"]
    said: list[str] = []
    bin_screen.session.said.connect(lambda sentence, _undo: said.append(sentence))

    def refuse(*_args: object) -> None:
        raise NotKept("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(store, "write", refuse)
        bin_screen.put_back_current()
    assert said == ["The disk is full."]
    bin_screen.put_back_current()
    assert store.get(Family, khan.id).name == "Khan"
    assert store.find(Person) != []
