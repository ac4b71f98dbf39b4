"""A contact copied for another system for a minute, and who works with a family from Who."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from liaison.casework.families import whole_family
from liaison.casework.timeline import timeline
from liaison.errors import NotKept
from liaison.model.contact import About, Part
from liaison.model.person import Person, PersonKind
from liaison.store.store import Store
from tests.builders import Made, Make
from tests.ui.audit import faults
from tests.ui.monday_fixtures import hands, khan, session, window
from tests.ui.monday_window import CONTROL, SHIFT, Hands
from ui.clipboard import copy_privately, forget_copied, forgetting
from ui.copy_contact import CopyContact
from ui.delegates.rows import RowList
from ui.screens.family.timeline_rows import timeline_rows
from ui.session import Session
from ui.tasks.log_contact.task import LogContact
from ui.window import MainWindow

__all__ = ["hands", "khan", "session", "window"]


@pytest.fixture
def rows(qtbot: QtBot, session: Session, store: Store, make: Make, khan: Made) -> RowList:
    make.contact(
        khan,
        facts="Asked about the bus.",
        about=About.CONCERN,
        people=[(khan.adults[0], Part.SPOKEN_TO)],
    )
    make.barrier(khan)
    moments = timeline(whole_family(store, khan.id), store.label)
    kinds = {each.id: each.kind for each in moments}
    made = RowList("Timeline")
    qtbot.addWidget(made)
    made.show_rows(timeline_rows(moments))
    CopyContact(made, session, lambda id: f"{kinds[id]}/{id}" if id in kinds else "")
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_a_contact_is_copied_without_its_label_and_forgotten_after_a_minute(
    rows: RowList, qtbot: QtBot, session: Session
) -> None:
    row = next(each for each in rows.rows() if "bus" in each.spoken)
    rows.choose(row.id)
    with qtbot.waitSignal(session.said) as said:
        qtbot.keyClick(rows, Qt.Key.Key_C, CONTROL | SHIFT)
    assert said.args[0] == "Copied. It can be pasted for one minute."
    copied = QGuiApplication.clipboard().text()
    assert "Phone call to Mrs Khan." in copied
    assert "Asked about the bus." in copied
    assert "Worry" not in copied
    assert forgetting().interval() == 60_000
    assert forgetting().isActive()
    forgetting().timeout.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_only_a_contact_is_copied(rows: RowList, qtbot: QtBot, session: Session) -> None:
    rows.choose(next(each.id for each in rows.rows() if "gets in the way" in each.spoken))
    with qtbot.waitSignal(session.said) as said:
        qtbot.keyClick(rows, Qt.Key.Key_C, CONTROL | SHIFT)
    assert "Only a contact" in said.args[0]


def test_copying_again_begins_the_minute_again_and_spares_the_words_of_others() -> None:
    copy_privately("one")
    first = forgetting()
    copy_privately("two")
    assert forgetting() is first
    QGuiApplication.clipboard().setText("hers")
    first.timeout.emit()
    assert QGuiApplication.clipboard().text() == "hers"
    forget_copied()


def who_of(window: MainWindow, session: Session, family: str) -> LogContact:
    session.open("log-contact", family)
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.who.line.setFocus()
    task.form.who.line.selectAll()
    return task


def test_a_nurse_is_added_from_who_in_two_fields(
    window: MainWindow, hands: Hands, session: Session, store: Store, khan: Made
) -> None:
    task = who_of(window, session, khan.id)
    hands.type("Miss Doyle")
    hands.press(Qt.Key.Key_Return)
    adding = task.form.who.adding
    assert adding.isVisible()
    assert faults(task) == []
    assert hands.at is adding.role.line
    hands.press(Qt.Key.Key_Return)
    assert "Say what they are" in adding.role.problem()
    adding.role.line.setText("School nurse")
    adding.button.click()
    assert adding.isHidden()
    (doyle,) = store.find(Person, "kind = :kind", kind=PersonKind.PROFESSIONAL.value)
    assert (doyle.full, doyle.job) == ("Miss Doyle", "School nurse")
    assert (task.form.who.who.person, task.form.who.who.family) == (doyle.id, khan.id)
    assert hands.at is not adding.role.line


def test_typing_on_in_who_puts_the_two_fields_away(
    window: MainWindow, hands: Hands, session: Session, khan: Made
) -> None:
    task = who_of(window, session, khan.id)
    hands.type("Miss Doyle")
    hands.press(Qt.Key.Key_Return)
    task.form.who.line.setFocus()
    hands.type("s")
    assert task.form.who.adding.isHidden()


def test_nobody_is_added_before_a_family_is_known_or_from_two_letters(
    window: MainWindow, hands: Hands, session: Session, khan: Made
) -> None:
    session.open("log-contact")
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.who.line.setText("Miss Doyle")
    task.form.who.look()
    assert task.form.who.hits.isHidden()
    task.form.who.choose_family(khan.id)
    task.form.who.line.setText("Xy")
    task.form.who.look()
    assert task.form.who.hits.isHidden()


def test_a_refused_save_is_said_beside_the_role(
    window: MainWindow,
    session: Session,
    store: Store,
    khan: Made,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    task = who_of(window, session, khan.id)
    adding = task.form.who.adding
    adding.begin(khan.id, "Khan", "Miss Doyle")

    def refuse(*_: object) -> None:
        raise NotKept("The disk is full.")

    monkeypatch.setattr(store, "write", refuse)
    adding.role.set_text("School nurse")
    adding.add()
    assert adding.role.problem() == "The disk is full."
