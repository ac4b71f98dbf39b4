"""The ways a follow-up ends that ask for a word; the slip that is received; drafts gone on with."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.families import keep
from liaison.model.contact import About
from liaison.model.dsl import DslSlip
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.audit import faults
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.screens.screen import Task
from ui.screens.today.screen import Today
from ui.session import Session
from ui.tasks import TASKS
from ui.tasks.confirm_slip import ConfirmSlip
from ui.tasks.end_follow_up import EndFollowUp, HandOver, NotNeeded, PutOff
from ui.tasks.log_contact.task import LogContact
from ui.window import MainWindow


@pytest.fixture
def promised(make: Make) -> FollowUp:
    return make.follow_up(make.family("Khan"), "Ring about the bus")


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, promised: FollowUp, appearance: Appearance
) -> MainWindow:
    made = MainWindow(session, Contents(SCREENS, TASKS), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def opened(window: MainWindow, kind: str, subject: str) -> EndFollowUp:
    window.session.open(kind, subject)
    task = window.task()
    assert isinstance(task, EndFollowUp)
    return task


def panel(window: MainWindow) -> Task:
    """The task as it stands on the screen, its layout settled."""
    QApplication.processEvents()
    task = window.task()
    assert task is not None
    return task


def test_put_off_takes_school_time_and_says_how_it_was_understood(
    window: MainWindow, qtbot: QtBot, promised: FollowUp, store: Store
) -> None:
    task = opened(window, "put-off", promised.id)
    assert isinstance(task, PutOff)
    assert task.day.line.hasFocus()
    qtbot.keyClicks(task.day.line, "in 2 school")
    assert task.understood.text() == "Not a date yet"
    qtbot.keyClicks(task.day.line, " weeks")
    assert task.understood.text() == "Mon 7 December 2026, in 2 school weeks"
    qtbot.keyClick(task.day.line, Qt.Key.Key_Return)
    assert window.task() is None
    kept = store.get(FollowUp, promised.id)
    assert (f"{kept.due}", kept.snoozes) == ("2026-12-07", 1)
    assert window.strip.toast.sentence() == "Put off to Mon 7 Dec."
    store.undo()
    assert store.get(FollowUp, promised.id).due == TODAY


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Say to which day: fri, 3 12 or in 2 school weeks."),
        ("today", "Choose a day after today."),
        ("soonish", "“soonish” is not a date"),
    ],
)
def test_a_day_that_cannot_be_is_put_right_beside_it(
    window: MainWindow, promised: FollowUp, store: Store, typed: str, problem: str
) -> None:
    task = opened(window, "put-off", promised.id)
    task.fields["due"].set_text(typed)
    task.save()
    assert task.fields["due"].problem().startswith(problem)
    assert task.summary.isVisible()
    assert faults(panel(window)) == []
    assert store.get(FollowUp, promised.id).due == TODAY


def test_the_third_time_a_reason_is_owed(
    window: MainWindow, make: Make, promised: FollowUp, store: Store
) -> None:
    keep(store, replace(promised, snoozes=2))
    task = opened(window, "put-off", f"{promised.id}/2026-11-24")
    assert task.fields["due"].text() == "24 November 2026"
    task.save()
    assert task.fields["reason"].problem() == "Put off twice already: say why."
    task.fields["reason"].set_text("She is away until Tuesday.")
    task.save()
    kept = store.get(FollowUp, promised.id)
    assert (kept.snoozes, kept.reason) == (3, "She is away until Tuesday.")


def test_a_contact_is_done_from_today_with_its_note_and_two_keys(
    window: MainWindow, qtbot: QtBot, make: Make, promised: FollowUp, store: Store
) -> None:
    keep(store, replace(promised, kind=FollowUpKind.CONTACT))
    later = make.follow_up(make.family("Reid"), "Send the letter")
    screen = window.current_screen()
    assert isinstance(screen, Today)
    screen.work.list.choose(promised.id)
    screen.work.list.setFocus()
    qtbot.keyClick(screen.work.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    task = panel(window)
    assert isinstance(task, LogContact)
    assert task.form.typed().completes == promised.id
    note = QApplication.focusWidget()
    qtbot.keyClicks(note, "The bus runs again.")
    qtbot.keyClick(note, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: task.form.about.about() is About.NEUTRAL)
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.task() is None
    assert store.get(FollowUp, promised.id).state is FollowUpState.DONE
    assert screen.work.list.hasFocus()
    assert screen.work.list.current_id() == later.id


def test_hand_over_asks_to_whom(window: MainWindow, promised: FollowUp, store: Store) -> None:
    task = opened(window, "hand-over", promised.id)
    assert isinstance(task, HandOver)
    task.save_button.click()
    assert task.who.problem() == "Say who does it now."
    task.who.set_text("Mr Lee")
    task.save_button.click()
    kept = store.get(FollowUp, promised.id)
    assert (kept.state, kept.owner) == (FollowUpState.HANDED_OVER, "Mr Lee")


def test_not_needed_asks_why(
    window: MainWindow, qtbot: QtBot, promised: FollowUp, store: Store
) -> None:
    task = opened(window, "not-needed", promised.id)
    assert isinstance(task, NotNeeded)
    assert faults(panel(window)) == []
    qtbot.keyClicks(task.reason.line, "The bus runs again.")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(task.reason.line, Qt.Key.Key_Return, control)
    kept = store.get(FollowUp, promised.id)
    assert (kept.state, kept.reason) == (FollowUpState.NOT_NEEDED, "The bus runs again.")
    assert window.task() is None


def test_what_was_typed_is_kept_when_it_is_left_and_gone_on_with(
    window: MainWindow, promised: FollowUp, store: Store, session: Session
) -> None:
    opened(window, "not-needed", promised.id)
    window.close_task()
    assert store.drafts() == []
    task = opened(window, "not-needed", promised.id)
    task.fields["reason"].set_text("The bus")
    window.close_task()
    (draft,) = store.drafts()
    again = opened(window, "draft", draft.id)
    assert isinstance(again, NotNeeded)
    assert (again.follow_up.id, again.reason.text()) == (promised.id, "The bus")
    again.save()
    assert store.drafts() == []


def test_a_draft_that_is_gone_opens_nothing(window: MainWindow) -> None:
    window.session.open("draft", "gone")
    assert window.task() is None


def test_a_slip_is_confirmed_by_name_and_its_draft_is_gone(
    window: MainWindow, promised: FollowUp, store: Store
) -> None:
    store.keep_draft(Draft("secret", "log-contact", promised.family, "{}"))
    with store.saving() as saving:
        for at, to in (("10:40", "Mrs Hall"), ("11:00", "")):
            slip = DslSlip(family=promised.family, written_on=TODAY, written_at=at, handed_to=to)
            saving.add(replace(slip, draft="secret" if to else ""))
    window.session.open("confirm-slip")
    task = window.task()
    assert isinstance(task, ConfirmSlip)
    assert task.which.itemText(0) == "Mon 23 Nov 10:40, handed to Mrs Hall"
    assert "Khan" not in task.which.itemText(1)
    assert faults(panel(window)) == []
    task.save()
    assert task.who.problem() == "Write who confirmed that it was received."
    task.who.set_text("Mrs Hall")
    task.save()
    assert len(store.find(DslSlip, "confirmed_on IS NULL")) == 1
    assert store.drafts() == []
    assert window.strip.toast.sentence() == "Received by Mrs Hall."
    assert window.task() is None
    assert window.isAncestorOf(QApplication.focusWidget())


def test_without_a_slip_there_is_nothing_to_confirm(window: MainWindow) -> None:
    window.session.open("confirm-slip")
    task = window.task()
    assert isinstance(task, ConfirmSlip)
    task.save()
    assert window.task() is None
