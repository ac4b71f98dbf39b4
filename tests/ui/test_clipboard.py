"""What is copied stays out of histories and clouds, and is gone after a minute."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.clipboard import FORGET_MS, OURS, Copies, copy_privately, forget_copied, forgetting
from ui.widgets.fields import LineField


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
