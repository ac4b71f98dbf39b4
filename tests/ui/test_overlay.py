"""The overlay: inside the window, the focus kept in it, and given back."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.audit import faults
from ui.layouts import boxed, column, row
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.fields import LineField
from ui.widgets.labels import Words
from ui.widgets.overlay import Overlay, Panel


class Host(QWidget):
    """A window with something to type in, and an overlay."""

    def __init__(self) -> None:
        super().__init__()
        self.below = LineField("Below")
        self.setLayout(column(self.below, None))
        self.overlay = Overlay(self)
        self.who = LineField("&Who", beside=True)
        self.note = LineField("&Note", beside=True)
        self.save = KeyedButton("Save", Kind.PRIMARY)

    def open(self) -> Panel:
        body = boxed(column(self.who, self.note, margins=(20, 2, 20, 12)))
        panel = Panel("Log contact", body, Footer(row(None, self.save), radius=11))
        self.overlay.open_panel(panel)
        return panel


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    made = Host()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.below.setFocus()
    qtbot.waitUntil(made.below.line.hasFocus)
    return made


class Shown(QObject):
    """Counts how often what it watches is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Show
        return super().eventFilter(watched, event)


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def test_a_panel_takes_the_focus_and_keeps_it(host: Host) -> None:
    panel = host.open()
    stops: list[QWidget | None] = []
    for _ in range(9):
        stops.append(focus())
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert all(stop is not None and panel.isAncestorOf(stop) for stop in stops)
    assert {host.who.line, host.note.line, host.save} <= set(stops)
    host.who.line.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    assert panel.isAncestorOf(focus())


def test_a_panel_passes_the_audit(host: Host) -> None:
    assert faults(host.open()) == []


def test_escape_asks_to_close_and_the_focus_goes_back(qtbot: QtBot, host: Host) -> None:
    panel = host.open()
    panel.closing.connect(host.overlay.close_panel)
    with qtbot.waitSignal(host.overlay.closed):
        QTest.keyClick(host.who.line, Qt.Key.Key_Escape)
    assert host.overlay.isHidden()
    assert host.overlay.panel() is None
    assert host.below.line.hasFocus()
    host.overlay.close_panel()


def test_a_panel_opened_from_a_menu_gives_the_focus_back_to_the_page(
    qtbot: QtBot, host: Host
) -> None:
    bar = QMenuBar(host)
    bar.addMenu("&Record").addAction("Log contact", host.open)
    bar.show()
    QTest.keyClick(host.below.line, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(host.who.line.hasFocus)
    host.overlay.close_panel()
    qtbot.waitUntil(host.below.line.hasFocus)


def test_what_had_the_focus_may_be_gone_when_the_panel_closes(host: Host) -> None:
    passing = QLineEdit(host)
    passing.show()
    passing.setFocus()
    host.open()
    delete(passing)
    host.overlay.close_panel()
    assert host.overlay.isHidden()


def test_another_panel_takes_the_place_of_the_first(qtbot: QtBot, host: Host) -> None:
    host.open()
    second = Panel("Follow-up", boxed(column(QLineEdit())))
    host.overlay.open_panel(second, width=400)
    assert host.overlay.panel() is second
    assert second.width() == 400


def test_the_panel_stays_in_the_middle_and_inside_the_window(host: Host) -> None:
    panel = host.open()
    assert panel.width() == 700
    assert panel.geometry().center().x() == pytest.approx(450, abs=1)
    host.resize(500, 300)
    assert host.rect().contains(panel.geometry())
    assert host.overlay.size() == host.size()


def test_the_panel_grows_with_what_is_in_it(qtbot: QtBot, host: Host) -> None:
    panel = host.open()
    before = panel.height()
    host.who.set_problem("Say who it was.")
    host.overlay.refit()
    qtbot.waitUntil(lambda: panel.height() > before)


def test_keys_that_mean_nothing_to_it_go_on(host: Host) -> None:
    panel = host.open()
    QTest.keyClick(host.overlay, Qt.Key.Key_F5)
    assert host.overlay.panel() is panel
    host.overlay.close_panel()
    QTest.keyClick(host.overlay, Qt.Key.Key_Escape)
    assert not host.overlay.grab().isNull()


def test_an_overlay_with_nothing_to_stop_at_lets_tab_be(qtbot: QtBot, host: Host) -> None:
    class Bare(Panel):
        pass

    panel = Bare("Wait", boxed(column(Words("A moment"))))
    for button in panel.findChildren(KeyedButton):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    host.overlay.open_panel(panel)
    assert not host.overlay.focusNextPrevChild(True)


def test_a_panel_is_shown_once_at_its_full_height(host: Host) -> None:
    host.note.hide()
    shown = Shown()
    body = boxed(column(host.who, host.note))
    body.installEventFilter(shown)
    panel = Panel("Log contact", body, Footer(row(None, host.save), radius=11))
    host.note.show()
    host.overlay.open_panel(panel)
    placed = panel.size()
    QApplication.processEvents()
    assert panel.size() == placed
    assert shown.times == 1
