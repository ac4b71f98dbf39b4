"""Fields to type in: a label, the editor, and below it what is to be put right."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.icons import icon
from ui.layouts import boxed, column, row
from ui.theme import NEW_LOOK, Step, font, line_height
from ui.widgets.buttons import KeyedButton
from ui.widgets.labels import SignedWords, Words
from ui.widgets.lined_up import beside as stand_beside


class Field(QWidget):
    """One editor with its label (above, or beside in quick capture), hint and problem."""

    def __init__(
        self, label: str, editor: QWidget, *, hint: str = "", beside: bool = False
    ) -> None:
        super().__init__()
        self.editor = editor
        self._label = Words(label, Step.BODY if beside else Step.STRONG)
        self._label.setTextFormat(Qt.TextFormat.AutoText)
        self._label.setBuddy(editor)
        if not label:
            self._label.hide()
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self._problem: SignedWords | None = None
        hints: list[QWidget] = []
        if hint:
            hints = [Words(hint, Step.CAPTION, "muted", wrap=True)]
        self._below: QVBoxLayout
        if beside:
            self._stand_beside(editor, hints)
        else:
            self._below = column(self._label, *hints, editor, spacing=4)
            self.setLayout(self._below)
        self.setFocusProxy(editor)
        if editor.focusProxy() is not None:  # a label's key leads only to what takes the focus
            editor.setFocusPolicy(innermost(editor).focusPolicy())

    def label(self) -> str:
        return self._label.text().replace("&", "")

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self._label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    def add_answer(self, answer: QWidget) -> None:
        """Words at the right of an editor with its label beside: how what was typed is read."""
        self._lines.addWidget(answer, 0, 2)

    def problem(self) -> str:
        if self._problem is None or self._problem.isHidden():
            return ""
        return self._problem.words.text()

    def set_problem(self, sentence: str) -> None:
        """Show what is to be put right below the editor; empty takes it away."""
        if sentence and self._problem is None:
            self._problem = SignedWords("alert-circle", tone="danger")
            self._problem.words.setWordWrap(True)
            self._below.addWidget(self._problem)
        if self._problem is not None:
            self._problem.set_words(sentence)
            self._problem.setVisible(bool(sentence))
        target = self.editor.focusProxy() or self.editor
        target.setProperty("bad", bool(sentence))
        target.setAccessibleDescription(sentence)
        target.update()

    def _stand_beside(self, editor: QWidget, hints: list[QWidget]) -> None:
        """The label on one line with the editor; whatever comes below moves neither."""
        stand_beside(self._label)
        if isinstance(editor, QPlainTextEdit):
            self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._label.setContentsMargins(0, 8, 0, 0)
        self._below = column(*hints, spacing=4)
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(10)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self._lines.addWidget(self._label, 0, 0)
        self._lines.addWidget(boxed(column(editor)), 0, 1)
        self._lines.addLayout(self._below, 1, 1)
        self.setLayout(self._lines)


def innermost(editor: QWidget) -> QWidget:
    """What is typed into, inside an editor of several widgets."""
    inner = editor.focusProxy()
    return innermost(inner) if inner is not None else editor


class LineField(Field):
    """One line of words."""

    def __init__(
        self, label: str, *, hint: str = "", placeholder: str = "", beside: bool = False
    ) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(label, self.line, hint=hint, beside=beside)

    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        self.line.setText(text)


class NoteEdit(QPlainTextEdit):
    """Several lines of words. Tab leaves it."""

    def __init__(self, name: str, *, lines: int = 4) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(7)
        each_way = self.document().defaultTextOption()
        each_way.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(each_way)
        self._dress()

    def text(self) -> str:
        return self.toPlainText().strip()

    def set_lines(self, lines: int) -> None:
        """How many lines it shows at once; more of them scroll."""
        self._lines = lines
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _dress(self) -> None:
        self.setFont(font(Step.BODY))
        self.setFixedHeight(self._lines * line_height() + 18)


class SearchEdit(QLineEdit):
    """A box to type a filter in. Esc empties it; Down asks for the first result."""

    down = Signal()

    def __init__(self, placeholder: str) -> None:
        from PySide6.QtGui import QAction  # noqa: PLC0415 - not on the first window

        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._sign = QAction(self)
        self._sign.setIcon(icon("search", "muted", 18, self.palette()))
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._sign.setIcon(icon("search", "muted", 18, self.palette()))
        super().changeEvent(event)


class PasswordEdit(QWidget):
    """A passphrase: hidden until Show is pressed, with a sign when Caps Lock is on."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        self.setAccessibleName(name)
        self._show = KeyedButton(self.tr("Show"), icon_name="eye")
        self._show.setCheckable(True)
        self._show.setAccessibleName(self.tr("Show {0}").format(name.lower()))
        self._show.toggled.connect(self._set_shown)
        self._caps: QWidget | None = None
        self._rows = column(row((self.line, 1), self._show), spacing=8)
        self.setLayout(self._rows)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def clear(self) -> None:
        self.line.clear()

    def caps_lock_seen(self) -> bool:
        return self._caps is not None and not self._caps.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._look_for_caps_lock(event)
        return super().eventFilter(watched, event)

    def _look_for_caps_lock(self, event: QKeyEvent) -> None:
        """Qt does not tell; a capital without Shift, or a small letter with it, does."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._tell_of_caps_lock(on=False)
        elif len(event.text()) == 1 and event.text().isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell_of_caps_lock(on=event.text().isupper() != shifted)

    def _tell_of_caps_lock(self, *, on: bool) -> None:
        if on and self._caps is None:
            said = self.tr("Caps Lock is on")
            sign = "arrow-big-up-line"
            words = SignedWords(sign, said, Step.BODY, tone="text", icon_tone="amber")
            self._caps = boxed(row(words, None))
            self._rows.addWidget(self._caps)
        if self._caps is not None:
            self._caps.setVisible(on)

    def _set_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._show.set_icon_name("eye-off" if shown else "eye")
