"""The ring-round: pasted names become calls, one key each, and every one can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from liaison.casework.families import keep
from liaison.casework.professionals import add_professional
from liaison.errors import NotKept
from liaison.model.contact import Contact, ContactPerson, Part
from liaison.model.reach import ContactPoint, MessageSafety
from liaison.model.restriction import Force
from liaison.model.settings import SharingLog
from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from tests.ui.monday_fixtures import hands, khan, session, window
from tests.ui.monday_window import CONTROL, SHIFT, Hands, on_paper
from ui.tasks.monday.ring_round_task import RingRound
from ui.window import MainWindow

__all__ = ["hands", "khan", "session", "window"]


@pytest.fixture
def task(window: MainWindow, hands: Hands) -> RingRound:
    hands.press(Qt.Key.Key_A, CONTROL | SHIFT)
    return opened(window)


def opened(window: MainWindow) -> RingRound:
    made = window.task()
    assert isinstance(made, RingRound)
    return made


def made_list(task: RingRound, hands: Hands, names: str = "Khan, Zara  6RQ\nAli Khan") -> None:
    assert hands.at is task.absent.pasted
    task.absent.pasted.setPlainText(names)
    hands.press(Qt.Key.Key_Return, CONTROL)


def test_one_key_writes_the_call_and_shows_the_next_number(
    task: RingRound, hands: Hands, store: Store, khan: Made
) -> None:
    made_list(task, hands)
    assert task.ring.number.text() == "07700 900412"
    assert task.ring._who.text() == "Mrs Amina Khan, mother"
    assert faults(task) == []
    hands.press(Qt.Key.Key_2)
    (contact,) = store.find(Contact)
    assert (contact.outcome, contact.held_at, contact.purposes) == (
        "no_answer",
        "10:42",
        ("attendance",),
    )
    parts = {each.person: each.part for each in store.find(ContactPerson)}
    assert parts[khan.adults[0].id] is Part.MENTIONED
    assert task.ring.number.text() == "01632 960114"
    hands.press(Qt.Key.Key_1)
    assert task.ring._child.text() == "Ali Khan"
    assert [each.outcome for each in store.find(Contact)] == ["no_answer", "spoke"]


def test_a_message_is_left_only_where_it_is_safe(
    task: RingRound, hands: Hands, store: Store, khan: Made
) -> None:
    (point,) = store.find(ContactPoint, "person = :id", id=khan.adults[1].id)
    keep(store, replace(point, message_safe=MessageSafety.YES))
    made_list(task, hands)
    hands.press(Qt.Key.Key_3)
    assert store.find(Contact) == []
    hands.press(Qt.Key.Key_4)
    hands.press(Qt.Key.Key_3)
    assert [each.outcome for each in store.find(Contact)] == ["not_in_service", "message_left"]


def test_nobody_reached_and_a_social_worker_says_tell_them(
    task: RingRound, hands: Hands, store: Store, khan: Made
) -> None:
    add_professional(store, khan.id, "Miss Doyle", "Social worker")
    made_list(task, hands, "Ali Khan")
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_5)
    assert task.calls.unexplained(khan.children[1].id)
    assert "tell them" in task.ring._note.words.text()
    assert "unexplained" in task.ring._who.text()
    hands.press(Qt.Key.Key_1)
    assert len(store.find(Contact)) == 2
    task.write_outcome("spoke")
    assert len(store.find(Contact)) == 2


def test_names_that_fit_nobody_are_listed_with_their_sentence(
    task: RingRound, hands: Hands
) -> None:
    made_list(task, hands, "Ali Khan\nNobody At All")
    spoken = [row.spoken for row in task.ring.list.rows()]
    assert spoken[1:] == ["Not found, 1", "Nobody At All"]
    hands.press(Qt.Key.Key_End)
    assert task.ring._child.text() == "Nobody At All"
    assert "There is no child called" in task.ring._note.words.text()
    assert task.ring._who.text() == "Nobody is rung for this name until it is put right."
    assert task.ring.current() == ""
    assert task.ring.number.isHidden()
    assert not task.ring.buttons["spoke"].isVisible()
    assert faults(task) == []


def test_a_name_that_fits_nobody_is_put_right_and_what_was_rung_stays(
    task: RingRound, hands: Hands, khan: Made
) -> None:
    made_list(task, hands, "Ali Khan\nZahra Khan\nNobody")
    hands.press(Qt.Key.Key_2)
    task.ring.list.choose("unknown 0")
    task.ring.rename.click()
    assert hands.at is task.absent.pasted
    assert task.absent.pasted.textCursor().selectedText() == "Zahra Khan"
    hands.type("Zara Khan")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert set(task.calls.absent) == {khan.children[0].id, khan.children[1].id}
    assert [each.outcome for each in task.calls.tries] == ["no_answer"]
    assert [row.spoken for row in task.ring.list.rows()][-2:] == ["Not found, 1", "Nobody"]


def test_a_name_that_fits_nobody_is_there_again_when_the_round_goes_on(
    task: RingRound, hands: Hands, window: MainWindow
) -> None:
    made_list(task, hands, "Ali Khan\nNobody At All")
    for key in (Qt.Key.Key_1, Qt.Key.Key_Escape):
        hands.press(key)
    window.strip.continue_draft.emit()
    again = opened(window)
    assert again.ring._calls.absent
    assert again.ring.list.rows()[-1].spoken == "Nobody At All"


def test_without_any_child_it_says_what_is_missing(task: RingRound, hands: Hands) -> None:
    made_list(task, hands, "")
    assert task.summary.isVisible()
    made_list_again = "Nobody At All"
    task.absent.pasted.setPlainText(made_list_again)
    task.make_list()
    assert "There is no child" in task.summary.accessibleName()


def test_children_can_be_ticked_instead(task: RingRound, hands: Hands, khan: Made) -> None:
    task.absent.search.setFocus()
    hands.type("zar")
    hands.press(Qt.Key.Key_Return)
    assert [each.short for each in task.absent.ticked()] == ["Zara"]
    task.absent.search.setText("ali")
    task.absent.look()
    hands.press(Qt.Key.Key_Down)
    assert hands.at is task.absent.found
    task.absent.tick(khan.children[0].id)
    task.absent.tick(khan.children[1].id)
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert list(task.calls.absent) == [khan.children[1].id]


def test_undo_takes_the_call_back_from_the_record_too(
    task: RingRound, hands: Hands, store: Store
) -> None:
    made_list(task, hands)
    hands.press(Qt.Key.Key_Z, CONTROL)
    hands.press(Qt.Key.Key_1)
    assert task.ring._child.text() == "Ali Khan"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert store.find(Contact) == []
    assert task.ring._child.text() == "Zara Khan"
    assert task.ring.number.text() == "07700 900412"


def test_the_list_prints_with_what_was_tried_and_warnings_apart(
    task: RingRound, hands: Hands, make: Make, khan: Made, answers: Answers, tmp_path: Path
) -> None:
    make.restriction(khan, khan.adults[1], force=Force.WISH)
    made_list(task, hands)
    hands.press(Qt.Key.Key_2)
    task.print_list()
    assert answers.asked == ["Print the ring-round"]
    assert make.store.find(SharingLog) == []
    file = tmp_path / "list.pdf"
    answers.printer = on_paper(str(file))
    task.print_list()
    assert len(PdfReader(file).pages) == 2
    (note,) = make.store.find(SharingLog)
    assert (note.family, note.sheet, note.way, note.pages) == (khan.id, "call_list", "printed", 2)
    assert (note.copy_number, note.shred_by) == (1, note.made_on)


def test_what_is_left_of_the_list_can_be_gone_on_with(
    task: RingRound, hands: Hands, window: MainWindow, store: Store, khan: Made
) -> None:
    made_list(task, hands)
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_Escape)
    window.strip.continue_draft.emit()
    again = opened(window)
    assert again.ring.number.text() == "01632 960114"
    for key in (Qt.Key.Key_1, Qt.Key.Key_6):
        hands.press(key)
    assert again.ring._who.text() == "Reached. Nothing more to do."
    hands.press(Qt.Key.Key_Escape)
    assert store.drafts() == []


def test_pasted_names_are_kept_and_yesterdays_round_is_over(
    task: RingRound, hands: Hands, window: MainWindow, store: Store, khan: Made
) -> None:
    task.absent.pasted.setPlainText("Ali Khan")
    hands.press(Qt.Key.Key_Escape)
    window.strip.continue_draft.emit()
    again = opened(window)
    assert again.absent.pasted.toPlainText() == "Ali Khan"
    again.absent.pasted.clear()
    hands.press(Qt.Key.Key_Escape)
    assert store.drafts() == []
    yesterday = {
        "pasted": "",
        "day": (TODAY - timedelta(days=1)).isoformat(),
        "children": [khan.children[0].id],
        "tries": [],
    }
    store.keep_draft(Draft("old", "ring-round", "", json.dumps(yesterday)))
    window.open_task("ring-round", "", store.drafts()[0])
    assert opened(window).calls.absent == {}


def test_a_refused_save_is_said_and_the_number_stays(
    task: RingRound, hands: Hands, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_list(task, hands)
    hands.press(Qt.Key.Key_2)

    def refuse(*_: object) -> None:
        raise NotKept("The disk is full.")

    monkeypatch.setattr(store, "write", refuse)
    hands.press(Qt.Key.Key_2)
    assert "The disk is full." in task.summary.accessibleName()
    assert len(task.calls.tries) == 1
    monkeypatch.setattr(store, "undo", refuse)
    task.take_back()
    assert len(task.calls.tries) == 1


def test_a_child_without_any_number_is_sent_to_the_office(
    task: RingRound, hands: Hands, make: Make
) -> None:
    make.family("Byrne", children=[("Leo", "2")])
    made_list(task, hands, "Leo Byrne")
    assert task.ring._who.text() == "No number to ring. Ask the office."
