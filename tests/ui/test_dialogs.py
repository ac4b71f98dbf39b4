"""The questions put outside, with Qt's own windows answered for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui import dialogs

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("chosen", "path"), [("a/b.xml", Path("a/b.xml")), ("", None)])
def test_a_file_chosen_is_a_path_and_none_is_none(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, chosen: str, path: Path | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    assert dialogs.ask_open_file(window, "Import", "CTF files (*.xml)") == path
    assert dialogs.ask_folder(window, "Where") == path


@pytest.mark.parametrize(
    ("typed", "named"),
    [("for the meeting", "for the meeting.pdf"), ("a.pdf", "a.pdf"), (None, "sheet.pdf")],
)
def test_a_file_to_save_has_the_ending_of_its_kind(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, typed: str | None, named: str
) -> None:
    def answer(dialog: QFileDialog) -> QDialog.DialogCode:
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        if typed is not None:
            name.setText(typed)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", answer)
    to = dialogs.ask_save_file(window, "Save", "sheet.pdf", "PDF (*.pdf)")
    assert to == Path.home() / named


def test_a_file_to_save_may_be_thought_better_of(
    monkeypatch: pytest.MonkeyPatch, window: QWidget
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert dialogs.ask_save_file(window, "Save", "sheet.pdf", "PDF (*.pdf)") is None


def test_an_address_is_not_written_to_a_log_where_no_program_takes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def refuse(url: QUrl) -> bool:
        opened.append(url.toString())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    assert not dialogs.open_mail("amina@example.org", "A letter for you")
    assert opened == ["mailto:amina@example.org?subject=A letter for you"]
    assert not QLoggingCategory("qt.qpa.services").isWarningEnabled()


def test_only_a_plain_yes_is_sure(monkeypatch: pytest.MonkeyPatch, window: QWidget) -> None:
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "exec", lambda _: buttons.Yes)
    assert dialogs.ask_sure(window, "Import", "Import these families?")
    monkeypatch.setattr(QMessageBox, "exec", lambda _: buttons.No)
    assert not dialogs.ask_sure(window, "Import", "Import these families?")


def test_a_question_is_words_and_buttons_without_pictures(
    monkeypatch: pytest.MonkeyPatch, window: QWidget
) -> None:
    asked: list[QMessageBox] = []

    def listen(box: QMessageBox) -> None:
        asked.append(box)

    monkeypatch.setattr(QMessageBox, "exec", listen)
    assert not dialogs.ask_sure(window, "Re-encrypt", "Is <b>this</b> meant?")
    (box,) = asked
    assert box.iconPixmap().isNull()
    assert all(button.icon().isNull() for button in box.buttons())
    assert [box.button(each) for each in (YES, NO)] != [None, None]
    assert box.defaultButton() is box.escapeButton() is box.button(NO)
    assert box.textFormat() is Qt.TextFormat.PlainText


def test_a_printer_is_handed_on_only_when_printing_was_meant(
    monkeypatch: pytest.MonkeyPatch, window: QWidget
) -> None:
    offered: list[QAbstractPrintDialog.PrintDialogOption] = []

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        offered.append(dialog.options())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    assert dialogs.ask_printer(window, "Print") is not None
    options = QAbstractPrintDialog.PrintDialogOption
    assert not offered[0] & options.PrintToFile
    assert not offered[0] & options.PrintPageRange
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert dialogs.ask_printer(window, "Print") is None


def test_where_there_is_no_printer_it_is_said_and_no_file_is_printed_to(
    monkeypatch: pytest.MonkeyPatch, window: QWidget
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    assert dialogs.ask_printer(window, "Print") is None
    assert said == ["There is no printer on this computer. Add one, then try again."]
