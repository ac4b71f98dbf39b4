"""Notes at the gate: five in a row, none lost, each filed once at its own time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from liaison.casework.gate_notes import GateNote, gate_notes, keep_gate_note
from liaison.casework.professionals import add_professional
from liaison.errors import NotKept
from liaison.model.contact import About, Contact, ContactPerson, Part
from liaison.store.store import Store
from tests.builders import TODAY, Made
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from tests.ui.monday_fixtures import hands, khan, session, window
from tests.ui.monday_window import CONTROL, Hands
from ui.session import Session
from ui.tasks.monday.gate_filing import GateFiling
from ui.tasks.monday.gate_note import GateNoteTask
from ui.window import MainWindow

__all__ = ["hands", "khan", "session", "window"]


@pytest.fixture
def task(window: MainWindow, hands: Hands) -> GateNoteTask:
    hands.press(Qt.Key.Key_G, CONTROL)
    made = window.task()
    assert isinstance(made, GateNoteTask)
    return made


@pytest.fixture
def filing(window: MainWindow, store: Store, session: Session, khan: Made) -> GateFiling:
    add_professional(store, khan.id, "Miss Doyle", "Year 2 teacher")
    keep_gate_note(store, GateNote("a dad, Year 3", TODAY, "08:41"))
    keep_gate_note(store, GateNote("a gran, upset", TODAY, "08:50"))
    session.open("gate")
    return filing_in(window)


def filing_in(window: MainWindow) -> GateFiling:
    made = window.task()
    assert isinstance(made, GateFiling)
    return made


def test_five_notes_are_kept_in_a_row(task: GateNoteTask, hands: Hands, store: Store) -> None:
    assert hands.at is task.words
    assert faults(task) == []
    for number in range(5):
        hands.type(f"a dad {number}")
        hands.press(Qt.Key.Key_Return, CONTROL)
    assert [each.words for each in gate_notes(store)] == [f"a dad {n}" for n in range(5)]
    assert {(each.day, each.at) for each in gate_notes(store)} == {(TODAY, "10:42")}
    assert task._count.text() == "5 notes wait to be filed"
    hands.qtbot.waitUntil(lambda: faults(task) == [])
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert len(gate_notes(store)) == 5


def test_what_is_typed_is_kept_without_a_key(
    task: GateNoteTask, hands: Hands, store: Store
) -> None:
    hands.type("a mum")
    assert gate_notes(store) == []
    assert task._keeping.isActive()
    task._keeping.timeout.emit()
    assert [each.words for each in gate_notes(store)] == ["a mum"]
    hands.type(" cried")
    hands.press(Qt.Key.Key_Escape)
    assert [each.words for each in gate_notes(store)] == ["a mum cried"]


def test_a_note_emptied_again_is_no_note(task: GateNoteTask, hands: Hands, store: Store) -> None:
    hands.type("a mum")
    task.keep()
    task.words.clear()
    task.keep()
    assert gate_notes(store) == []


def test_a_note_that_cannot_be_kept_stays_in_the_box(
    task: GateNoteTask, hands: Hands, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("The disk is full.")

    hands.type("a mum")
    monkeypatch.setattr(store, "keep_draft", refuse)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert task.words.text() == "a mum"
    assert "The disk is full." in task.summary.accessibleName()


def test_a_note_is_filed_with_who_was_there_and_who_was_told(
    filing: GateFiling, hands: Hands, store: Store, khan: Made
) -> None:
    assert hands.at is filing.who.line
    assert faults(filing) == []
    hands.type("ami")
    hands.press(Qt.Key.Key_Return)
    assert faults(filing) == []
    ticks = {tick.text(): tick for tick in filing.people.ticks.values()}
    assert set(ticks) == {"About Ali", "About Zara", "Mr Khan was there", "Told Miss Doyle"}
    for words in ("About Ali", "Mr Khan was there", "Told Miss Doyle"):
        ticks[words].setChecked(True)
    filing.about.set_about(About.NEUTRAL)
    hands.press(Qt.Key.Key_Return, CONTROL)
    (contact,) = store.find(Contact)
    assert (contact.channel, contact.held_at, contact.told) == ("gate", "08:41", "Miss Doyle")
    assert contact.facts == "a dad, Year 3"
    parts = {each.person: each.part for each in store.find(ContactPerson)}
    assert parts == {
        khan.adults[0].id: Part.SPOKEN_TO,
        khan.adults[1].id: Part.PRESENT,
        khan.children[1].id: Part.SUBJECT,
    }
    assert filing.words.text() == "a gran, upset"
    assert hands.at is filing.who.line
    assert filing.who.line.text() == ""


def test_the_last_note_filed_closes_the_panel(
    filing: GateFiling, hands: Hands, window: MainWindow, store: Store
) -> None:
    for _ in range(2):
        hands.type("zara")
        hands.press(Qt.Key.Key_Return)
        filing.about.set_about(About.PRAISE)
        hands.press(Qt.Key.Key_Return, CONTROL)
    assert window.task() is None
    assert [each.facts for each in store.find(Contact)] == ["a dad, Year 3", "a gran, upset"]
    assert store.drafts() == []


def test_what_is_missing_is_said_and_nothing_is_lost(
    filing: GateFiling, hands: Hands, store: Store
) -> None:
    filing.words.clear()
    hands.press(Qt.Key.Key_Return, CONTROL)
    said = filing.summary.accessibleName()
    for part in ("Say who it was", "Write down what was seen", "Say what it was about"):
        assert part in said
    assert len(gate_notes(store)) == 2


def test_a_refused_save_keeps_the_note(
    filing: GateFiling, hands: Hands, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotKept("The disk is full.")

    hands.type("zara")
    hands.press(Qt.Key.Key_Return)
    filing.about.set_about(About.PRAISE)
    monkeypatch.setattr(store, "write", refuse)
    filing.save()
    assert "The disk is full." in filing.summary.accessibleName()
    assert len(gate_notes(store)) == 2


def test_words_put_right_are_kept_when_another_note_is_looked_at(
    filing: GateFiling, window: MainWindow, store: Store
) -> None:
    second = gate_notes(store)[1]
    filing.words.setPlainText("a dad, Year 3, thanked us")
    filing.list.choose(second.id)
    assert gate_notes(store)[0].words == "a dad, Year 3, thanked us"
    filing.words.setPlainText("a gran, less upset")
    window.close_task()
    assert gate_notes(store)[1].words == "a gran, less upset"


def test_a_note_is_thrown_away_only_when_she_is_sure(
    filing: GateFiling, window: MainWindow, store: Store, answers: Answers
) -> None:
    filing.throw_away()
    assert len(gate_notes(store)) == 2
    answers.sure = True
    filing.throw_away()
    assert [each.words for each in gate_notes(store)] == ["a gran, upset"]
    filing.throw_away()
    assert window.task() is None


def test_a_draft_opens_its_own_note_and_none_waiting_says_so(
    window: MainWindow, store: Store, session: Session
) -> None:
    session.open("gate")
    empty = filing_in(window)
    assert empty._nothing.words() == "No note waits to be filed."
    empty.save()
    empty.throw_away()
    keep_gate_note(store, GateNote("first", TODAY, "08:40"))
    note = keep_gate_note(store, GateNote("second", TODAY, "08:50"))
    session.open("draft", note.id)
    assert filing_in(window).words.text() == "second"


def test_the_notes_are_filed_from_where_they_are_written(
    task: GateNoteTask, hands: Hands, window: MainWindow
) -> None:
    hands.type("a mum")
    task.keep_and_next()
    task._file.click()
    assert filing_in(window).words.text() == "a mum"
