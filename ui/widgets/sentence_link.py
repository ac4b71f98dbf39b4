"""A sentence that can be pressed: it leads to what it is about, on as many lines as it needs."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.canvas import Canvas
from ui.theme import px
from ui.widgets.buttons import KeyedButton, Kind

_WRAPPED = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
_LEAST = 160


class SentenceLink(KeyedButton):
    """A link whose words wrap."""

    def __init__(self, sentence: str, tone: str) -> None:
        super().__init__(sentence, Kind.LINK, tone=tone)
        self.setText(sentence.replace("&", "&&"))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._sentence()) + 6, self._high(9999))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(_LEAST), self.sizeHint().width()), self._high(9999))

    def heightForWidth(self, width: int) -> int:
        return self._high(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonCommand, option)
        painter.setFont(self.font())
        painter.setPen(self.palette().buttonText().color())
        room = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        canvas = Canvas(painter, self.palette())
        canvas.line_of_words(room, self._sentence(), Qt.AlignmentFlag.AlignLeft.value | _WRAPPED)
        painter.end()

    def _sentence(self) -> str:
        return self.text().replace("&&", "&")

    def _high(self, width: int) -> int:
        room = QRect(0, 0, width - 4, 10_000)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self._sentence())
        return max(px(26), words.height() + 6)
