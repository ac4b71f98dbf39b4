"""Words and icons that stand on a page, in the house's sizes and tones."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.direction import is_mirrored, leading, turned
from ui.icons import pixmap
from ui.layouts import row
from ui.quiet_words import quiet_of
from ui.theme import NEW_LOOK, Step, colours, font, px, toned


class Words(QLabel):
    """One run of words at one step of type, in one tone. ``wrap`` lets it take several lines."""

    def __init__(
        self, text: str = "", step: Step = Step.BODY, tone: str = "text", *, wrap: bool = False
    ) -> None:
        super().__init__(text)
        self._step = step
        self._tone = tone
        self._look: tuple[QFont, str] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        if is_mirrored():
            self.setAlignment(self.alignment())
        if wrap:
            self.setWordWrap(True)
            self.setMinimumWidth(220)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._dress()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self._dress()

    def set_step(self, step: Step) -> None:
        self._step = step
        self._dress()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt calls it so
        super().setAlignment(leading(alignment))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or in the quiet view what is left of them."""
        quiet = quiet_of(self)
        said = quiet.hush(self.text()) if quiet else self.text()
        if said == self.text():
            super().paintEvent(event)
            return
        wraps = Qt.TextFlag.TextWordWrap.value if self.wordWrap() else 0
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value | wraps,
            self.palette(),
            self.isEnabled(),
            said,
            QPalette.ColorRole.WindowText,
        )
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        look = font(self._step), getattr(colours(self.palette()), self._tone)
        if look == self._look:  # Qt says of every change we make that there was one
            return
        self._look = look
        self.setFont(look[0])
        self.setPalette(toned(QPalette.ColorRole.WindowText, look[1]))


class Picture(QLabel):
    """One icon. It is decoration: what it means stands in words beside it."""

    def __init__(self, name: str, tone: str = "muted", size: int = 18) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self._size = size
        self._dress()

    def set_picture(self, name: str, tone: str) -> None:
        self._name = name
        self._tone = tone
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        size = px(self._size)
        colour = getattr(colours(self.palette()), self._tone)
        shown = turned(self._name) if is_mirrored() else self._name
        self.setPixmap(pixmap(shown, colour, size, self.devicePixelRatioF()))
        self.setFixedSize(size, size)


class SignedWords(QWidget):
    """An icon and a few words in one line: "Matches", "Draft kept 10:42", "Caps Lock is on"."""

    def __init__(
        self,
        name: str,
        text: str = "",
        step: Step = Step.CAPTION,
        *,
        tone: str = "muted",
        icon_tone: str = "",
    ) -> None:
        super().__init__()
        self.picture = Picture(name, icon_tone or tone, 16 if step is Step.CAPTION else 18)
        self.words = Words(text, step, tone)
        self.setLayout(row(self.picture, (self.words, 1), spacing=6))

    def set_words(self, text: str) -> None:
        self.words.setText(text)

    def set_sign(self, name: str, *, tone: str, icon_tone: str = "") -> None:
        self.picture.set_picture(name, icon_tone or tone)
        self.words.set_tone(tone)
