"""The window with two small screens and a task: it shows whatever it is handed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.appearance import Appearance
from ui.contents import Contents
from ui.layouts import boxed, column, row
from ui.screens.screen import Screen, Task
from ui.session import Session
from ui.trail import Spot
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import LineField
from ui.widgets.labels import Words
from ui.window import MainWindow


class Counting(Screen):
    """Counts how often it was filled."""

    title: ClassVar[str] = "Families"
    icon: ClassVar[str] = "users"
    tables: ClassVar[frozenset[str]] = frozenset({"family"})
    answers: ClassVar[frozenset[str]] = frozenset({"families"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.filled = 0
        self.narrow: bool | None = None
        self.first = LineField("Filter")
        self.setLayout(column(self.first, None))
        self.begin_at(self.first)

    def reload(self) -> None:
        self.filled += 1

    def set_narrow(self, *, narrow: bool) -> None:
        self.narrow = narrow


class One(Screen):
    """Shows one family."""

    title: ClassVar[str] = "Family"
    icon: ClassVar[str] = "user"
    answers: ClassVar[frozenset[str]] = frozenset({"family"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Families"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.shown = ""
        self.setLayout(column(Words("One family"), None))

    def show_entry(self, kind: str, id: str) -> None:
        assert kind == "family"
        self.shown = id

    def subject(self) -> str:
        return self.shown


class Reports(Screen):
    """Another place in the rail."""

    title: ClassVar[str] = "Reports"
    icon: ClassVar[str] = "chart-bar"


class Note(Task):
    """Keeps a draft when it is left, an entry never."""

    kind: ClassVar[str] = "note"
    title: ClassVar[str] = "Note"
    key: ClassVar[str] = "Ctrl+N"
    wide: ClassVar[int] = 400

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.words = LineField("What was said")
        self.words.set_text(draft.body if draft else "")
        save = KeyedButton("Save", Kind.PRIMARY)
        save.clicked.connect(self.done)
        self.save = save
        body = boxed(column(self.words, margins=(20, 4, 20, 12)))
        self.fill(body, Footer(row(None, save, margins=(20, 10, 14, 10)), radius=11))

    def leave(self) -> None:
        if self.words.text():
            self.session.store.keep_draft(Draft("d1", "note", self.subject, self.words.text()))


CONTENTS = Contents((Counting, One, Reports), (Note,))


@pytest.fixture
def session(qtbot: QtBot, store: Store) -> Session:
    return Session(store, today=lambda: TODAY)


@pytest.fixture
def window(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[MainWindow]:
    made = MainWindow(session, CONTENTS, appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


def key(window: MainWindow, name: str) -> None:
    """Press a key as the officer does, wherever the focus is."""
    QTest.keySequence(window, name)


def counting(window: MainWindow) -> Counting:
    screen = window.current_screen()
    assert isinstance(screen, Counting)
    return screen


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("width", [1366, 1024])
def test_the_window_passes_the_audit(
    qtbot: QtBot, window: MainWindow, appearance: Appearance, size: int, width: int
) -> None:
    window.session.say("Contact logged.", with_undo=True)
    appearance.set_text_size(size)
    window.resize(width, 552)
    qtbot.waitUntil(lambda: window.width() == width)
    QTest.qWait(1)
    assert faults(window) == []
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 552


def test_the_title_says_nothing_private(window: MainWindow) -> None:
    assert window.windowTitle() == "Family Liaison"


def test_the_focus_starts_on_the_page(window: MainWindow) -> None:
    assert counting(window).first.line.hasFocus()


def test_a_change_reloads_what_shows_it_now_or_when_it_is_shown(
    window: MainWindow, make: Make
) -> None:
    screen = counting(window)
    assert screen.filled == 1
    family = make.family("Khan")
    filled = screen.filled
    assert filled > 1
    make.barrier(family)
    assert screen.filled == filled
    window.open_entry("family", family.id)
    make.family("Abdi")
    assert screen.filled == filled
    window.back()
    assert screen.filled == filled + 1


def test_keys_lead_to_the_screens_of_the_rail_and_back(window: MainWindow) -> None:
    key(window, "Ctrl+2")
    assert isinstance(window.current_screen(), Reports)
    assert window.rail.buttons()[1].isChecked()
    window.rail.buttons()[0].click()
    assert isinstance(window.current_screen(), Counting)
    window.back()
    assert isinstance(window.current_screen(), Reports)
    window.back()
    window.back()
    assert isinstance(window.current_screen(), Counting)
    window.forward()
    window.forward()
    window.forward()
    assert isinstance(window.current_screen(), Counting)


def test_an_entry_is_shown_by_the_screen_that_answers_to_it(
    window: MainWindow, session: Session
) -> None:
    session.open("family", "khan")
    shown = window.current_screen()
    assert isinstance(shown, One)
    assert shown.shown == "khan"
    assert window.rail.buttons()[0].isChecked()
    session.open("nobody answers", "x")
    assert window.current_screen() is shown


def test_a_task_is_about_what_the_screen_shows(window: MainWindow, session: Session) -> None:
    session.open("family", "khan")
    key(window, "Ctrl+N")
    task = window.task()
    assert isinstance(task, Note)
    assert task.subject == "khan"
    assert task.words.line.hasFocus()
    assert faults(window.overlay) == []


def test_keys_of_the_window_wait_while_a_task_is_open(window: MainWindow) -> None:
    key(window, "Ctrl+N")
    task = window.task()
    key(window, "Ctrl+2")
    assert window.task() is task
    assert isinstance(window.current_screen(), Counting)
    assert isinstance(task, Note)
    task.save.click()
    assert window.task() is None
    key(window, "Ctrl+2")
    assert isinstance(window.current_screen(), Reports)


def test_what_was_typed_is_kept_and_gone_on_with(window: MainWindow) -> None:
    key(window, "Ctrl+N")
    QTest.keyClicks(QApplication.focusWidget(), "She rang about the bus")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.task() is None
    buttons = window.strip.findChildren(KeyedButton)
    going_on = next(button for button in buttons if button.text() == "Continue")
    assert going_on.isVisible()
    going_on.click()
    task = window.task()
    assert isinstance(task, Note)
    assert task.words.text() == "She rang about the bus"


def test_a_busy_task_cannot_be_closed(window: MainWindow) -> None:
    window.open_task("note")
    task = window.task()
    assert task is not None
    task.busy = True
    window.close_task()
    assert window.task() is task


def test_the_lock_is_asked_for_and_what_is_open_waits_for_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_task("note")
    with qtbot.waitSignal(window.lock_wanted):
        window.lock()
    assert window.task() is not None


def test_a_toast_has_undo_beside_it(window: MainWindow, session: Session, make: Make) -> None:
    make.family("Khan")
    session.say("Family added.", with_undo=True)
    assert window.strip.toast.sentence() == "Family added."
    undo = window.strip.toast.undo_button
    undo.click()
    assert window.strip.toast.sentence() == "Taken back."


def test_the_window_says_practice_only_until_it_is_agreed(
    window: MainWindow, session: Session
) -> None:
    assert window.strip._notice.words.text() == "Practice only"
    assert window.banner.isHidden()
    with session.store.saving() as saving:
        agreed = replace(
            session.settings, dpo="Mr D Officer", dpo_agreed_on=TODAY, second_key_holder="The head"
        )
        saving.change(agreed)
    assert window.strip._notice.isHidden()
    with session.store.saving() as saving:
        saving.change(replace(session.settings, practice=True))
    assert not window.banner.isHidden()


def test_files_put_back_are_accepted_only_on_a_plain_yes(
    window: MainWindow, session: Session, answers: Answers
) -> None:
    session.store.door.read_only = "The record is older than this laptop remembers."
    window._show_settings()
    assert "older" in window.trouble.words()
    assert window.trouble._button.isVisible()
    window.trouble.pressed.emit()
    assert answers.asked == ["Put back on purpose"]
    answers.sure = True
    window.trouble.pressed.emit()
    assert answers.asked[1:] == ["Put back on purpose"]


def test_a_word_of_warning_has_no_button(window: MainWindow, session: Session) -> None:
    session.store.warnings = ("The record is on a memory stick.",)
    window._show_settings()
    assert window.trouble.words() == "The record is on a memory stick."
    assert not window.trouble._button.isVisible()


def test_a_narrow_window_has_a_slim_rail_and_tells_its_screens(window: MainWindow) -> None:
    screen = counting(window)
    assert screen.narrow is False
    wide = window.rail.width()
    window.resize(1000, 600)
    assert window.is_narrow()
    assert screen.narrow is True
    assert window.rail.width() < wide
    window.resize(1300, 600)
    assert screen.narrow is False


def test_the_view_menu_changes_the_clothes(window: MainWindow, appearance: Appearance) -> None:
    items = window.menus.actions_by_name()
    items["Larger text"].trigger()
    assert appearance.text_size == 110
    items["Smaller text"].trigger()
    items["Usual size"].trigger()
    assert appearance.text_size == 100
    items["Light or dark"].trigger()
    assert appearance.is_dark()
    assert set(items) >= {"Families", "Reports", "Note", "Lock", "Quit", "Undo the last save"}


def test_a_menu_item_opens_its_task_and_lock_asks_for_the_lock(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.menus.actions_by_name()["Note"].trigger()
    assert isinstance(window.task(), Note)
    window.close_task()
    assert not window.menus.find_button.isVisible()
    window.menus.find_button.click()
    with qtbot.waitSignal(window.lock_wanted):
        window.menus.lock_button.click()


def test_closing_the_window_is_told(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()


def test_going_somewhere_new_forgets_the_way_forward(window: MainWindow) -> None:
    window.go_to(Spot(2))
    window.back()
    window.go_to(Spot(1, "family", "khan"))
    window.forward()
    assert isinstance(window.current_screen(), One)
    assert window.rail.mapTo(window, QPoint(0, 0)) == QPoint(0, 0)
