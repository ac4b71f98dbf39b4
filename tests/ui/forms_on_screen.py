"""A form's panel in the overlay of a window, as an officer has it before her."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.editors.choosing import OneOf, YesNoEditor
from ui.editors.writing import NoteEditor, TypedEditor
from ui.forms.entry_form import EntryForm
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.edit_entry import EditEntry
from ui.widgets.overlay import Overlay

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    """A window with nothing in it but an overlay, and what was said and asked for."""

    session: Session
    host: QWidget
    overlay: Overlay
    said: list[str]
    wanted: list[tuple[str, str]]

    def open(self, task: type[Task], subject: str = "") -> Any:
        made = task(self.session, subject)
        made.done.connect(self.overlay.close_panel)
        self.overlay.open_panel(made, width=task.wide)
        return made

    def form(self, task: type[EditEntry], subject: str = "") -> tuple[Any, EntryForm[Any]]:
        made = self.open(task, subject)
        assert made.editing is not None
        return made, made.editing

    def settle(self) -> None:
        """Until what has grown has its room."""
        for _ in range(4):
            QApplication.processEvents()

    def shut(self, task: Task) -> None:
        """As Esc does."""
        task.leave()
        self.overlay.close_panel()

    @property
    def closed(self) -> bool:
        return self.overlay.panel() is None


def desk(qtbot: QtBot, session: Session, *, size: tuple[int, int] = (1366, 768)) -> Desk:
    host = QWidget()
    host.resize(*size)
    overlay = Overlay(host)
    qtbot.addWidget(host)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    said: list[str] = []
    wanted: list[tuple[str, str]] = []
    made = Desk(session, host, overlay, said, wanted)
    session.said.connect(_into(said))
    session.wanted.connect(_pair_into(wanted))
    return made


def _into(said: list[str]) -> Callable[[str, bool], None]:
    def listen(sentence: str, _with_undo: bool) -> None:
        said.append(sentence)

    return listen


def _pair_into(wanted: list[tuple[str, str]]) -> Callable[[str, str], None]:
    def listen(kind: str, id: str) -> None:
        wanted.append((kind, id))

    return listen


def write(form: EntryForm[Any], **typed: Any) -> None:
    """Type or choose, as by hand."""
    for name, value in typed.items():
        editor = form.editors[name]
        if isinstance(editor, TypedEditor):
            type_into(editor.line, value)
        elif isinstance(editor, NoteEditor):
            editor.note.setPlainText(value)
        elif isinstance(editor, OneOf):
            editor.box.setCurrentIndex(editor.box.findText(value))
            assert editor.box.currentText() == value
        elif isinstance(editor, YesNoEditor):
            if editor.tick.isChecked() != value:
                editor.tick.click()
        else:
            for each in value:
                editor.ticks[each].click()


def type_into(line: QLineEdit, words: str) -> None:
    line.clear()
    QTest.keyClicks(line, words)


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)
