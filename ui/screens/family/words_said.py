"""What we have said this term: good news and worries, counted here and in no list."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from liaison.model.contact import About, Contact
from liaison.model.school_calendar import SchoolCalendar
from ui.canvas import Canvas
from ui.layouts import column, row
from ui.quiet import quiet_of
from ui.theme import Step
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.labels import Words


def said_this_term(
    contacts: Iterable[Contact], today: date, school_time: SchoolCalendar
) -> tuple[int, int]:
    """How many contacts of this term were good news, and how many a worry."""
    began = school_time.term_began(today)
    abouts = [each.about for each in contacts if began <= each.held_on <= today]
    return abouts.count(About.PRAISE), abouts.count(About.CONCERN)


class WordsSaid(Card):
    """Two counts in words, and under them two bars that differ in shape as well as in colour."""

    def __init__(self) -> None:
        super().__init__()
        self._good = Words("", Step.CAPTION, "praise")
        self._worry = Words("", Step.CAPTION, "concern")
        self._bars = Bars()
        self._says = False
        self.setLayout(
            column(
                SectionHeading(self.tr("What we have said this term")),
                row(self._good, None, self._worry, margins=(14, 0, 14, 0)),
                row(self._bars, margins=(14, 0, 14, 0)),
                margins=(1, 1, 1, 12),
                spacing=4,
            )
        )

    def show_counts(self, good: int, worry: int) -> None:
        """Show these; without any the card is hidden."""
        self._good.setText(self.tr("{0} good news").format(good))
        many = self.tr("1 worry") if worry == 1 else self.tr("{0} worries").format(worry)
        self._worry.setText(many)
        self._bars.show_counts(good, worry)
        self._says = good + worry > 0
        self.follow_quiet()

    def follow_quiet(self) -> None:
        """The quiet view has no labels, and does not count them either."""
        self.setVisible(self._says and quiet_of(self) is None)


class Bars(QWidget):
    """A solid bar and an outlined one, side by side. The words above say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._good = self._worry = 0

    def show_counts(self, good: int, worry: int) -> None:
        self._good, self._worry = good, worry
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self.palette())
        canvas.mirror(QRectF(self.rect()))
        both = self._good + self._worry
        gap = 3 if self._good and self._worry else 0
        wide = (self.width() - gap) * self._good / both if both else 0
        if self._good:
            canvas.panel(QRectF(0, 0, wide, 10), fill="praise", radius=3)
        if self._worry:
            rest = QRectF(wide + gap, 0, self.width() - wide - gap, 10)
            canvas.panel(rest, fill="concern_tint", edge="concern", width=1.5, radius=3)
        painter.end()
