"""The values of a list as rows that are renamed, moved and retired by keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

from ui.canvas import RIGHT, Canvas
from ui.delegates.rows import RowList
from ui.theme import Step, height, px, width_of

_SIDE = 14


@dataclass(frozen=True)
class ValueRow:
    """One value: its words, and whether it is no longer offered."""

    id: str
    label: str
    retired: bool = False

    @property
    def spoken(self) -> str:
        return f"{self.label}, {self.state}" if self.retired else self.label

    @property
    def state(self) -> str:
        return QCoreApplication.translate("Settings", "no longer offered") if self.retired else ""

    def high(self) -> int:
        return height(36, padding=16)

    def tick_box(self, rect: QRectF) -> QRectF:
        return QRectF()

    def paint(self, canvas: Canvas, rect: QRectF, *, chosen: bool) -> None:
        size = px(18)
        top = rect.center().y() - size / 2
        icon = "ban" if self.retired else "grip-vertical"
        canvas.icon(icon, "muted", QPointF(rect.left() + _SIDE, top), size)
        left, right = rect.left() + _SIDE + size + 10, rect.right() - _SIDE
        if self.retired:
            wide = width_of(self.state, Step.CAPTION) + 2
            room = QRectF(right - wide, rect.top(), wide, rect.height())
            canvas.words(room, self.state, Step.CAPTION, "muted", RIGHT)
            right -= wide + 10
        tone = "muted" if self.retired else "text"
        canvas.words(QRectF(left, rect.top(), right - left, rect.height()), self.label, tone=tone)


class NameHere(QLineEdit):
    """Written where it stands: Enter keeps it, Esc and going elsewhere do not."""

    kept = Signal(str)

    def __init__(self, view: QListView, words: str) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setText(words)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit(self.text())
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()
        self.deleteLater()


class ValueList(RowList):
    """F2 renames, Alt with up or down moves, Del retires or brings back."""

    renamed = Signal(str, str)
    shifted = Signal(str, int)
    retire_wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.editor: NameHere | None = None
        self._renaming = ""
        alt, none = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
        self._keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_F2, none): self.rename,
            (Qt.Key.Key_Delete, none): self.retire,
            (Qt.Key.Key_Up, alt): self.move_up,
            (Qt.Key.Key_Down, alt): self.move_down,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        done = self._keys.get((event.key(), plain))
        if done is not None and self.current_id():
            done()
        else:
            super().keyPressEvent(event)

    def rename(self) -> None:
        """Edit the words of the current value where they stand."""
        row = next((row for row in self.rows() if row.id == self.current_id()), None)
        if not isinstance(row, ValueRow):
            return
        self._renaming = row.id
        self.editor = NameHere(self, row.label)
        self.editor.setAccessibleName(self.tr("New words for {0}").format(row.label))
        self.editor.kept.connect(self._renamed)
        self.scrollTo(self.currentIndex())
        self.editor.setGeometry(self.visualRect(self.currentIndex()).adjusted(36, 1, -8, -1))
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retire(self) -> None:
        if self.current_id():
            self.retire_wanted.emit(self.current_id())

    def move_up(self) -> None:
        if self.current_id():
            self.shifted.emit(self.current_id(), -1)

    def move_down(self) -> None:
        if self.current_id():
            self.shifted.emit(self.current_id(), 1)

    def _renamed(self, words: str) -> None:
        self.renamed.emit(self._renaming, words)
