"""What is to be put right, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.layouts import column
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton
from ui.widgets.fields import LineField


def test_tab_goes_along_what_is_to_be_put_right_and_enter_to_the_first(qtbot: QtBot) -> None:
    window, summary = QWidget(), ErrorSummary()
    who, when = LineField("Who"), LineField("When")
    qtbot.addWidget(window)
    window.setLayout(column(summary, who, when))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    summary.show_problems([("Say who.", who), ("Say when.", when)])
    qtbot.waitUntil(summary.hasFocus)
    links = [link for link in summary.findChildren(KeyedButton) if link.text()]
    for link in links:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is link
    QTest.keyClick(links[1], Qt.Key.Key_Tab)
    assert who.line.hasFocus()
    summary.setFocus()
    QTest.keyClick(summary, Qt.Key.Key_Return)
    assert who.line.hasFocus()
