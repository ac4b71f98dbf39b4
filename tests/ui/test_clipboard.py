"""What is copied stays out of histories and clouds, and is gone after a minute."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.clipboard import FORGET_MS, OURS, Copies, copy_privately, forget_copied, forgetting
from ui.layouts import column
from ui.widgets.fields import LineField, NoteEdit


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    yield found
    found.clear()


def kinds(clipboard: QClipboard) -> str:
    held = clipboard.mimeData()
    return " ".join(held.formats())


def test_the_marks_of_windows_and_kde_say_that_no_history_may_keep_it(
    clipboard: QClipboard,
) -> None:
    copy_privately("07700 900412")
    held = clipboard.mimeData()
    assert held.text() == "07700 900412"
    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        mark = f'application/x-qt-windows-mime;value="{name}"'
        assert bytes(held.data(mark).data()) == bytes(4)


def test_it_is_gone_after_a_minute_unless_something_else_was_copied(
    qtbot: QtBot, clipboard: QClipboard
) -> None:
    copy_privately("07700 900412")
    assert forgetting().isActive()
    assert forgetting().interval() == FORGET_MS == 60_000
    forgetting().timeout.emit()
    assert clipboard.text() == ""
    copy_privately("07700 900412")
    other = QMimeData()
    other.setText("kept by a password safe")
    other.setData("x-kde-passwordManagerHint", b"secret")
    clipboard.setMimeData(other)
    forget_copied()
    assert clipboard.text() == "kept by a password safe"


def test_words_copied_out_of_a_field_are_marked_as_well(
    qtbot: QtBot, clipboard: QClipboard
) -> None:
    field = LineField("Phone")
    qtbot.addWidget(field)
    field.set_text("07700 900412")
    field.line.selectAll()
    copies = Copies(field, lambda: True)
    field.line.copy()
    assert clipboard.text() == "07700 900412"
    assert OURS in kinds(clipboard)
    forget_copied()
    assert clipboard.text() == ""
    copies.deleteLater()


def test_words_of_another_program_are_not_marked(qtbot: QtBot, clipboard: QClipboard) -> None:
    field = LineField("Phone")
    qtbot.addWidget(field)
    copies = Copies(field, lambda: False)
    clipboard.setText("from a letter")
    assert OURS not in kinds(clipboard)
    forget_copied()
    assert clipboard.text() == "from a letter"
    copies.deleteLater()


@pytest.fixture
def fields(qtbot: QtBot, clipboard: QClipboard) -> Iterator[tuple[LineField, NoteEdit, list[bool]]]:
    """A line and a text, with words chosen in both; and whether each copying was marked at once."""
    window = QWidget()
    qtbot.addWidget(window)
    line, text = LineField("Phone"), NoteEdit("Seen or said", lines=3)
    window.setLayout(column(line, text))
    line.set_text("07700 900412")
    text.setPlainText("Rang about the bus.\nZara was glad.")
    copies, seen = Copies(window, lambda: False), []
    note = clipboard.dataChanged.connect(lambda: seen.append(OURS in kinds(clipboard)))
    with qtbot.waitActive(window):
        window.show()
    yield line, text, seen
    clipboard.disconnect(note)
    copies.deleteLater()


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_a_key_copies_is_never_there_without_its_marks(
    fields: tuple[LineField, NoteEdit, list[bool]], clipboard: QClipboard, key: Qt.Key
) -> None:
    line, edit, seen = fields
    control = Qt.KeyboardModifier.ControlModifier
    line.line.setFocus()
    line.line.selectAll()
    QTest.keyClick(line.line, key, control)
    assert clipboard.text() == "07700 900412"
    assert line.text() == ("07700 900412" if key == Qt.Key.Key_C else "")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, key, control)
    assert clipboard.text() == "Rang about the bus.\nZara was glad."
    assert bool(edit.toPlainText()) == (key == Qt.Key.Key_C)
    edit.undo()
    assert edit.toPlainText()
    assert seen
    assert all(seen)


def test_a_passphrase_is_not_copied_and_what_can_only_be_read_is_not_cut(
    fields: tuple[LineField, NoteEdit, list[bool]], clipboard: QClipboard
) -> None:
    line, _edit, _seen = fields
    control = Qt.KeyboardModifier.ControlModifier
    line.line.setFocus()
    line.line.setEchoMode(QLineEdit.EchoMode.Password)
    line.line.selectAll()
    QTest.keyClick(line.line, Qt.Key.Key_C, control)
    assert clipboard.text() == ""
    line.line.setEchoMode(QLineEdit.EchoMode.Normal)
    line.line.setReadOnly(True)
    QTest.keyClick(line.line, Qt.Key.Key_X, control)
    assert (clipboard.text(), line.text()) == ("", "07700 900412")
