"""The house's buttons: icon, words, and the key that does the same."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from ui.canvas import LEFT, Canvas
from ui.theme import NEW_LOOK, Step, colours, font, is_narrow, px, toned, width_of

_GAP = 7
_KEY_GAP = 12
_SIDE_ROOM = {"quiet": 20, "link": 4}


class Kind(Enum):
    """How loud a button is. A screen has one PRIMARY."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


_TONES = {
    Kind.PRIMARY: "on_accent",
    Kind.QUIET: "accent",
    Kind.LINK: "accent",
    Kind.DANGER: "danger",
}

_KEY_TONES = {"on_accent": "on_accent", "toast_link": "on_toast"}


class KeyedButton(QPushButton):
    """A push button that shows its key after its words; the key goes where room is short.

    ``key`` is only shown: the shortcut itself belongs to the screen. ``tone`` colours the words
    where the ground is not the usual one.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon_name: str = "",
        key: str = "",
        tone: str = "",
    ) -> None:
        super().__init__(text)
        self.key = key
        self._icon_name = icon_name
        self._own_tone = tone
        self._look: tuple[QFont, str] | None = None
        self._take(kind)
        self.setAutoDefault(False)
        if key:
            self.setAccessibleDescription(key)
        if kind is Kind.LINK:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()

    def set_kind(self, kind: Kind) -> None:
        """Make it louder or quieter."""
        if kind is self.kind:
            return
        self._take(kind)
        self._dress()
        self.updateGeometry()
        self.update()

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        base = super().sizeHint()
        return QSize(self._content_width() + _SIDE_ROOM.get(self.kind.value, 28), base.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonCommand, option)
        canvas = Canvas(painter, self.palette())
        canvas.mirror(QRectF(self.rect()))
        x = 1.0 if self.kind is Kind.LINK else (self.width() - self._content_width()) / 2
        if self._icon_name:
            tone = self._tone if self.isEnabled() else "disabled"
            corner = QPointF(x, (self.height() - px(18)) / 2)
            canvas.icon(self._icon_name, tone, corner, px(18))
            x += px(18) + _GAP
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        room = QRectF(x, 0, self._words_width() + 4, self.height())
        flags = LEFT.value | Qt.TextFlag.TextShowMnemonic.value
        canvas.line_of_words(room, self.text(), flags)
        if self._shows_key():
            x += self._words_width() + _KEY_GAP
            key_room = QRectF(x, 0, width_of(self.key, Step.CAPTION) + 4, self.height())
            canvas.words(key_room, self.key, Step.CAPTION, self._key_tone())
        painter.end()

    def _take(self, kind: Kind) -> None:
        self.kind = kind
        self._tone = self._own_tone or _TONES.get(kind, "text")
        self._step = Step.STRONG if kind is Kind.PRIMARY else Step.BODY
        self.setProperty("kind", kind.value)

    def _key_tone(self) -> str:
        return _KEY_TONES.get(self._tone, "muted") if self.isEnabled() else "disabled"

    def _shows_key(self) -> bool:
        return bool(self.key) and not is_narrow(self)

    def _words_width(self) -> int:
        return width_of(self.text().replace("&", ""), self._step)

    def _content_width(self) -> int:
        wide = self._words_width() if self.text() else 0
        if self._icon_name:
            wide += px(18) + (_GAP if self.text() else 0)
        if self._shows_key():
            wide += _KEY_GAP + width_of(self.key, Step.CAPTION)
        return wide

    def _dress(self) -> None:
        words = font(self._step)
        words.setUnderline(self.kind is Kind.LINK and self._tone == "danger")
        look = words, getattr(colours(self.palette()), self._tone)
        if look == self._look:  # Qt says of every change we make that there was one
            return
        self._look = look
        self.setFont(words)
        self.setPalette(toned(QPalette.ColorRole.ButtonText, look[1]))


class IconButton(KeyedButton):
    """A button with only an icon; its name is in the tool tip and for the screen reader."""

    def __init__(self, icon_name: str, name: str, *, key: str = "") -> None:
        super().__init__("", Kind.QUIET, icon_name=icon_name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {key}".rstrip())

    def sizeHint(self) -> QSize:
        side = super().sizeHint().height()
        return QSize(side, side)
