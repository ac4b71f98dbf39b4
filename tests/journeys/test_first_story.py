"""The first story on the real window, by keyboard: find, open, log, see, take back, preview."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.model.contact import About, Contact
from liaison.model.follow_up import FollowUp
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.fixtures import answers, appearance, no_surprise_dialogs, wardrobe
from ui.appearance import Appearance
from ui.contents import Contents
from ui.delegates.timeline import TimelineRow
from ui.screens import SCREENS
from ui.screens.families import Families
from ui.screens.family.page import FamilyPage
from ui.screens.family_summary import FamilySummary
from ui.session import Session
from ui.tasks import TASKS
from ui.tasks.log_contact.task import LogContact
from ui.window import MainWindow

__all__ = ["answers", "appearance", "no_surprise_dialogs", "wardrobe"]

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    make.phone(made.adults[0])
    make.restriction(made, made.adults[1])
    make.family("Abdi", children=[("Hodan", "2")], adults=[("Mrs", "Sahra", "mother")])
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session, khan: Made, wardrobe: Appearance) -> MainWindow:
    made = MainWindow(session, Contents(SCREENS, TASKS), wardrobe)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


class Officer:
    """Presses keys wherever the focus is."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self._focus(), key, modifier)

    def type(self, words: str) -> None:
        for letter in words:
            self.qtbot.keyClicks(self._focus(), letter)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def titles(page: FamilyPage) -> list[str]:
    return [each.title for each in page.timeline.list.rows() if isinstance(each, TimelineRow)]


def open_khan(officer: Officer, window: MainWindow) -> FamilyPage:
    """Ctrl and the number of Families in the rail, three letters, Enter."""
    number = [each for each in SCREENS if each.in_rail].index(Families) + 1
    officer.press(Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
    families = window.current_screen()
    assert isinstance(families, Families)
    families.table.setFocus()
    officer.type("kha")
    officer.press(Qt.Key.Key_Return)
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    return page


def test_an_officer_finds_a_family_logs_a_call_and_looks_at_the_summary(
    window: MainWindow, qtbot: QtBot, store: Store, khan: Made
) -> None:
    officer = Officer(qtbot, window)
    page = open_khan(officer, window)
    assert "must not contact Mr Khan" in page.banner.accessibleName()
    assert page.timeline.list.hasFocus()

    officer.press(Qt.Key.Key_N, CONTROL)
    task = window.task()
    assert isinstance(task, LogContact)
    assert task.form.who.line.text() == "Mrs Amina Khan"
    assert task.form.lanes.facts.hasFocus()
    officer.type("Zara is worried about the bus.")
    officer.press(Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(task.form.about.buttons[About.CONCERN].isChecked)
    officer.press(Qt.Key.Key_U, ALT)
    officer.type("ring back fri")
    officer.press(Qt.Key.Key_Return, CONTROL)

    assert window.task() is None
    (contact,) = store.find(Contact)
    assert (contact.about, contact.facts) == (About.CONCERN, "Zara is worried about the bus.")
    (owed,) = store.find(FollowUp)
    assert owed.due == date(2026, 11, 27)
    assert "Phone call to Mrs Khan" in titles(page)
    assert [each.spoken for each in page.follow_ups.list.rows()] == ["To do: Ring back, Fri 27 Nov"]

    officer.press(Qt.Key.Key_Z, CONTROL)
    assert "Phone call to Mrs Khan" not in titles(page)
    assert page.follow_ups.list.rows() == ()
    officer.press(Qt.Key.Key_Y, CONTROL)
    assert "Phone call to Mrs Khan" in titles(page)

    officer.press(Qt.Key.Key_P, CONTROL)
    preview = window.current_screen()
    assert isinstance(preview, FamilySummary)
    qtbot.waitUntil(lambda: preview.bench.paper is not None, timeout=20_000)
    read = " ".join(preview.bench.desk.text.toPlainText().split())
    assert "Khan family" in read
    assert "Zara is worried about the bus." in read

    officer.press(Qt.Key.Key_Left, ALT)
    assert window.current_screen() is page
    officer.press(Qt.Key.Key_Left, ALT)
    assert isinstance(window.current_screen(), Families)


class Watching(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched is not self.window and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_nothing_flashes_up_as_a_window_of_its_own(
    window: MainWindow, qapp: QApplication, session: Session, khan: Made
) -> None:
    watching = Watching(window)
    qapp.installEventFilter(watching)
    for kind in ("families", "family", "log-contact", "family-summary", "restrictions"):
        session.open(kind, khan.id)
    qapp.removeEventFilter(watching)
    assert watching.seen == []


def test_no_answer_is_logged_from_the_list_in_at_most_twelve_keys(
    window: MainWindow, qtbot: QtBot, store: Store, khan: Made
) -> None:
    officer = Officer(qtbot, window)
    number = [each for each in SCREENS if each.in_rail].index(Families) + 1
    officer.press(Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
    keys = [(Qt.Key.Key_N, CONTROL), "k", "h", "a", (Qt.Key.Key_Return, NONE), "/", "n"]
    keys += [(Qt.Key.Key_Return, NONE), (Qt.Key.Key_Return, CONTROL)]
    assert len(keys) <= 12
    for key in keys:
        if isinstance(key, str):
            officer.type(key)
        else:
            officer.press(*key)
    (contact,) = store.find(Contact)
    assert (contact.family, contact.outcome) == (khan.id, "no_answer")
