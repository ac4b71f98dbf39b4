"""Banners: what must be read first. A restriction has a bar, an error a frame."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.canvas import Canvas
from ui.layouts import boxed, column, row
from ui.quiet_words import quiet_of
from ui.theme import NEW_LOOK, Step, colours, font
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Picture, Words
from ui.widgets.sentence_link import SentenceLink


class RestrictionBanner(QFrame):
    """Says what must not happen and why. The first stop of the Tab key on its screen.

    ``sentences`` are whole: who, what, on whose word, and what it does not stop.
    """

    details = Signal()

    def __init__(self, *, compact: bool = False, with_details: bool = True) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._says = False
        room = 5 if compact else 8
        self._rows = column(spacing=4)
        self._button = KeyedButton(self.tr("Details"), Kind.DANGER)
        if not with_details:
            self._button.hide()
        self._button.clicked.connect(self.details)
        self.setLayout(
            row(
                Picture("hand-stop", "danger", 22),
                (self._rows, 1),
                self._button,
                margins=(18, room, 10, room),
                spacing=12,
            )
        )
        self.hide()

    def show_restrictions(self, restrictions: Sequence[tuple[str, str]]) -> None:
        """Each a title ("Court order") and its sentence; none hides the banner."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for title, sentence in restrictions:
            self._rows.addWidget(_TitledSentence(title, sentence))
        spoken = " ".join(f"{title}. {sentence}" for title, sentence in restrictions)
        self.setAccessibleName(self.tr("Restriction. {0}").format(spoken))
        self._says = bool(restrictions)
        self.follow_quiet()

    def follow_quiet(self) -> None:
        """The quiet view has no raised hands."""
        self.setVisible(self._says and quiet_of(self) is None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if quiet_of(self) is not None:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.mirror(QRectF(self.rect()))
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setClipPath(outline)
        canvas.panel(QRectF(self.rect()), fill="danger_tint", edge="danger", radius=8)
        painter.fillRect(QRectF(0, 0, 6, self.height()), canvas.colour("danger"))
        painter.setClipping(False)
        if self.hasFocus():
            inner = QRectF(self.rect()).adjusted(8, 2, -2, -2)
            canvas.panel(inner, edge="accent", width=2, radius=6)
        painter.end()


class _TitledSentence(QLabel):
    """A title in danger and its sentence, flowing together over as many lines as they need."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(220)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.setFont(font(Step.BODY))
        style = f"font-weight:600; color:{colours(self.palette()).danger}"
        title, sentence = escape(self._title), escape(self._sentence)
        self.setText(f'<span style="{style}">{title}</span>&nbsp;&nbsp;{sentence}')


class ErrorSummary(QFrame):
    """What is to be put right, on top of a form. It takes the focus; a line leads to its field.

    Enter goes to the first of them, Tab along the lines.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Words("", Step.STRONG, "danger")
        self._links = column(spacing=0)
        self._fields: dict[SentenceLink, QWidget] = {}
        sign = Picture("alert-circle", "danger", 22)
        words = column(self._title, self._links, None, spacing=2)
        line = row(sign, (words, 100), None, margins=(14, 9, 14, 9), spacing=12)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget | None]]) -> None:
        """Each a sentence and the field it is about; none hides the summary."""
        self._forget()
        before: QWidget = self
        for sentence, field in problems:
            link = SentenceLink(sentence, "danger")
            self._links.addWidget(boxed(row((link, 100), None)))
            self.setTabOrder(before, link)
            before = link
            if field is not None:
                self._fields[link] = field
                link.clicked.connect(self._go)
        if len(problems) == 1:
            title = self.tr("One thing to put right")
        else:
            title = self.tr("{0} things to put right").format(len(problems))
        self._title.setText(title)
        self.setAccessibleName(". ".join([title, *(sentence for sentence, _ in problems)]))
        self.setVisible(bool(problems))
        if problems:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._fields:
            next(iter(self._fields)).click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        ground = QRectF(self.rect())
        canvas.panel(ground, fill="danger_tint", edge="danger", width=2, radius=8)
        if self.hasFocus():
            canvas.panel(ground.adjusted(3, 3, -3, -3), edge="accent", width=2, radius=6)
        painter.end()

    def _forget(self) -> None:
        self._fields.clear()
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _go(self) -> None:
        link = self.sender()
        if isinstance(link, SentenceLink) and link in self._fields:
            self._fields[link].setFocus(Qt.FocusReason.OtherFocusReason)


class PracticeBanner(QFrame):
    """Stripes across the top: this record is invented and will be thrown away."""

    def __init__(self, text: str) -> None:
        super().__init__()
        words = Words(text, Step.STRONG, wrap=True)
        self.setAccessibleName(text)
        sign = Picture("info-circle", "text", 18)
        self.setLayout(row(sign, (words, 1), margins=(24, 4, 24, 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        painter.fillRect(self.rect(), canvas.colour("amber_tint"))
        edge = QRectF(0, self.height() - 4, self.width(), 4)
        painter.setClipRect(edge)
        canvas.use(edge="amber", width=4)
        for x in range(-8, self.width() + 8, 14):
            painter.drawLine(QPointF(x, self.height() + 2), QPointF(x + 8, self.height() - 6))
        painter.end()
