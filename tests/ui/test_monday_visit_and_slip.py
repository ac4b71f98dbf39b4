"""A home visit with a watcher, and the slip whose words never become an entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from liaison.casework.telling_the_dsl import confirm_slip, unconfirmed
from liaison.errors import CannotPrint, NotKept
from liaison.model.settings import SharingLog
from liaison.model.visit import HomeVisit
from liaison.store.store import Store
from tests.builders import TODAY, Made
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from tests.ui.monday_fixtures import hands, khan, session, window
from tests.ui.monday_window import CONTROL, SHIFT, Hands, on_paper
from ui.session import Session
from ui.tasks.log_contact.task import LogContact
from ui.tasks.monday import paper, tell_the_dsl
from ui.tasks.monday.home_visit import HomeVisitTask
from ui.tasks.monday.tell_the_dsl import TellTheDsl
from ui.window import MainWindow

__all__ = ["hands", "khan", "session", "window"]


@pytest.fixture
def visit(window: MainWindow, hands: Hands) -> HomeVisitTask:
    hands.press(Qt.Key.Key_V, CONTROL | SHIFT)
    made = window.task()
    assert isinstance(made, HomeVisitTask)
    return made


@pytest.fixture
def slip(window: MainWindow, hands: Hands) -> TellTheDsl:
    hands.press(Qt.Key.Key_T, CONTROL | SHIFT)
    return slip_in(window)


def slip_in(window: MainWindow) -> TellTheDsl:
    made = window.task()
    assert isinstance(made, TellTheDsl)
    return made


def test_a_visit_is_kept_with_its_watcher_and_its_card_printed(
    visit: HomeVisitTask, hands: Hands, store: Store, khan: Made, answers: Answers, tmp_path: Path
) -> None:
    assert hands.at is visit.who.line
    assert faults(visit) == []
    hands.type("ami")
    hands.press(Qt.Key.Key_Return)
    assert visit.phone.text() == "07700 900412"
    visit.back.set_text("3:30pm")
    visit.watcher.set_text("Mr Lee")
    visit.purpose.setCurrentIndex(visit.purpose.findData("attendance"))
    file = tmp_path / "card.pdf"
    answers.printer = on_paper(str(file))
    hands.press(Qt.Key.Key_Return, CONTROL)
    (kept,) = store.find(HomeVisit)
    assert (kept.family, kept.going_on, kept.leaves_at) == (khan.id, TODAY, "10:42")
    assert (kept.due_back_at, kept.watcher, kept.returned_at) == ("15:30", "Mr Lee", "")
    assert len(PdfReader(file).pages) == 1
    (note,) = store.find(SharingLog)
    assert (note.family, note.sheet, note.way, note.pages) == (khan.id, "visit_card", "printed", 1)
    assert (note.copy_number, note.copies, note.shred_by) == (1, 1, TODAY)
    assert kept.person == khan.adults[0].id


def test_what_a_visit_lacks_is_said_beside_its_field(visit: HomeVisitTask, hands: Hands) -> None:
    visit.back.set_text("soon")
    visit.leaves.set_text("")
    visit.set_out_with_card()
    said = visit.summary.accessibleName()
    for part in ("Say who is visited", "“soon” is not a time", "Write a time", "looks out for you"):
        assert part in said
    visit.who.choose_family(visit.session.store.query("SELECT id FROM family")[0][0])
    visit.back.set_text("11:00")
    visit.leaves.set_text("10:00")
    visit.watcher.set_text("mrs a officer")
    visit.set_out()
    assert visit.watcher.problem() == "Somebody else has to watch for you coming back."


def test_a_refused_visit_and_a_refusing_printer_are_said(
    visit: HomeVisitTask,
    hands: Hands,
    store: Store,
    session: Session,
    khan: Made,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    session.said.connect(lambda sentence, _undo: said.append(sentence))
    visit.who.choose_family(khan.id)
    visit.back.set_text("15:30")
    visit.watcher.set_text("Mr Lee")

    def refuse(*_: object) -> None:
        raise NotKept("The disk is full.")

    def no_paper(*_: object) -> None:
        raise CannotPrint("The printer is off.")

    with monkeypatch.context() as patched:
        patched.setattr(store, "write", refuse)
        visit.set_out()
    assert "The disk is full." in visit.summary.accessibleName()
    monkeypatch.setattr(paper, "print_sheet", no_paper)
    visit.set_out_with_card()
    assert said == ["Mr Lee watches. Due back 3:30pm. The printer is off."]
    assert len(store.find(HomeVisit)) == 1


def test_a_visit_from_the_family_begins_at_the_time_back(
    window: MainWindow, hands: Hands, session: Session, khan: Made, store: Store
) -> None:
    session.open("home-visit", khan.id)
    visit = window.task()
    assert isinstance(visit, HomeVisitTask)
    assert hands.at is visit.back.line
    visit.back.set_text("11:45")
    visit.watcher.set_text("Mr Lee")
    visit.set_out()
    assert window.task() is None
    assert store.find(HomeVisit)[0].purpose == ""


def write(slip: TellTheDsl) -> None:
    slip.about.set_text("Ali Khan, Year 3")
    slip.words.setPlainText("He said: “I do not want to go home.”")


def test_the_slip_says_whom_to_tell_before_anything_is_typed(
    slip: TellTheDsl, hands: Hands
) -> None:
    assert hands.at is slip.about.line
    assert faults(slip) == []
    assert slip.signed.text() == "Mrs A Officer"
    assert slip.when.text() == "10:42"


def test_printed_handed_over_and_confirmed_the_words_are_gone(
    slip: TellTheDsl,
    hands: Hands,
    window: MainWindow,
    store: Store,
    answers: Answers,
    tmp_path: Path,
) -> None:
    write(slip)
    file = tmp_path / "slip.pdf"
    answers.printer = on_paper(str(file))
    hands.press(Qt.Key.Key_P, CONTROL)
    assert len(PdfReader(file).pages) == 1
    assert store.find(SharingLog) == []  # a slip is named in no log of a family
    assert hands.at is slip.handed_to.line
    hands.type("Mrs Hall")
    slip.hand_over()
    assert window.task() is None
    (waiting,) = unconfirmed(store)
    assert (waiting.handed_to, waiting.written_at, waiting.written_on) == (
        "Mrs Hall",
        "10:42",
        TODAY,
    )
    (draft,) = store.drafts()
    assert (draft.kind, draft.id) == ("dsl-slip", waiting.draft)
    assert window.drafts.newest() is None
    confirm_slip(store, waiting, by="Mrs Hall", on=TODAY)
    assert store.drafts() == []
    bodies = [row[0] for row in store.query("SELECT body FROM change")]
    assert not any("go home" in body or "Ali Khan, Year 3" in body for body in bodies)


def test_what_the_slip_lacks_is_said(slip: TellTheDsl, store: Store) -> None:
    slip.signed.set_text("")
    slip.when.set_text("soon")
    slip.hand_over()
    said = slip.summary.accessibleName()
    for part in ("exact words", "Sign it", "Say who has", "“soon” is not"):
        assert part in said
    slip.print_slip()
    assert "Say who has" not in slip.summary.accessibleName()
    assert unconfirmed(store) == []


def test_without_print_she_is_asked_whether_the_words_are_on_paper(
    slip: TellTheDsl, store: Store, answers: Answers
) -> None:
    write(slip)
    slip.handed_to.set_text("Mrs Hall")
    slip.print_slip()
    slip.hand_over()
    assert answers.asked == ["Print the slip", "The slip was not printed"]
    assert unconfirmed(store) == []
    answers.sure = True
    slip.hand_over()
    assert len(unconfirmed(store)) == 1


def test_what_is_typed_is_kept_and_gone_on_with(
    slip: TellTheDsl, hands: Hands, window: MainWindow, store: Store
) -> None:
    hands.press(Qt.Key.Key_Escape)
    assert store.drafts() == []
    window.open_task("tell-dsl")
    again = slip_in(window)
    write(again)
    assert again._keeping.isActive()
    again._keeping.timeout.emit()
    assert [each.kind for each in store.drafts()] == ["tell-dsl"]
    window.close_task()
    window.strip.continue_draft.emit()
    assert slip_in(window).words.text() == "He said: “I do not want to go home.”"


def test_a_handing_over_taken_back_goes_on_being_written(
    slip: TellTheDsl, window: MainWindow, store: Store, answers: Answers
) -> None:
    answers.sure = True
    write(slip)
    slip.handed_to.set_text("Mrs Hall")
    slip.hand_over()
    store.undo()
    window.open_task("tell-dsl")
    again = slip_in(window)
    assert again.about.text() == "Ali Khan, Year 3"
    again.throw_away()
    assert store.drafts() == []


def test_words_are_thrown_away_only_when_she_is_sure(
    slip: TellTheDsl, store: Store, answers: Answers
) -> None:
    write(slip)
    slip.keep()
    slip.throw_away()
    assert len(store.drafts()) == 1
    answers.sure = True
    slip.throw_away()
    assert store.drafts() == []


def test_refusals_are_said_and_the_words_stay(
    slip: TellTheDsl, store: Store, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.sure = True

    def refuse(*_: object) -> None:
        raise NotKept("The disk is full.")

    def no_paper(*_: object) -> None:
        raise CannotPrint("The printer is off.")

    write(slip)
    slip.handed_to.set_text("Mrs Hall")
    with monkeypatch.context() as patched:
        patched.setattr(tell_the_dsl, "print_sheet", no_paper)
        slip.print_slip()
        assert "The printer is off." in slip.summary.accessibleName()
        patched.setattr(store, "keep_draft", refuse)
        slip.keep()
        assert "The disk is full." in slip.summary.accessibleName()
        patched.setattr(store, "write", refuse)
        slip.hand_over()
    assert "The disk is full." in slip.summary.accessibleName()
    assert unconfirmed(store) == []
    assert slip.words.text()


def test_the_safety_words_of_log_contact_lead_to_the_slip(
    window: MainWindow, session: Session
) -> None:
    session.open("log-contact")
    task = window.task()
    assert isinstance(task, LogContact)
    task._show_safety()
    task._guidance.write.click()
    assert slip_in(window).about.text() == ""
