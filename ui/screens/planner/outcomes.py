"""What came of a meeting: the family's words, what each will do, the next date, the thank-you."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout

from liaison.dates import day_in_list
from liaison.model.contact import About
from liaison.model.meeting import Meeting
from ui.delegates.rows import RowList
from ui.editors.days import DayEditor
from ui.editors.editor import Ground
from ui.forms.laid_out import Line
from ui.layouts import boxed, column, row
from ui.screens.planner.cards import ActionsCard, ListCard
from ui.screens.planner.fields import MeetingFields
from ui.session import Session
from ui.theme import is_narrow
from ui.view_bar import FilterBox
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.fields import Field


class OutcomeFields(MeetingFields):
    """Four things it cannot be closed without stand first in each column."""

    ahead: ClassVar[frozenset[str]] = frozenset({"next_on"})
    keyed_names: ClassVar[tuple[str, ...]] = (
        *("outcome", "words", "words_of", "no_action", "next_on", "no_next"),
        *("thanked_on", "thanked_how"),
    )

    def __init__(self, session: Session, ground: Ground) -> None:
        self._session = session
        self._proposed: date | None = None
        super().__init__(Meeting(kind=""), ground)

    def arrange(self) -> None:
        self.came = ListCard(
            self.tr("Who came"), RowList(self.tr("Who came"), fit=True), self.tr("Somebody more")
        )
        came = self.tr("It took place, and they came")
        self.everybody = KeyedButton(came, Kind.QUIET, icon_name="check")
        self.came.put_below(self.everybody)
        self.agreed = ActionsCard(self._session)
        said = Card(self._said())
        left = column(said, None, spacing=12)
        right = column(self.came, self.agreed, Card(self._next()), None, spacing=12)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        self._sides.addLayout(left, 50)
        self._sides.addLayout(right, 50)
        self.place(boxed(self._sides))

    def about(self) -> About | None:
        """What the contact it becomes is about, if that was chosen."""
        code = str(self._about.currentData() or "")
        return About(code) if code else None

    def forget_about(self) -> None:
        self._about.setCurrentIndex(0)

    def propose(self, day: date | None) -> None:
        """Offer a day for the next one; it is taken by a button, never by itself."""
        self._proposed = day
        if day is not None:
            words = self.tr("Take {0}").format(day_in_list(day, self.ground.today))
            self._take.setText(words)
            self._take.updateGeometry()
        self._take.setVisible(day is not None and day != self.editors["next_on"].value())

    def live(self) -> None:
        """Why it ended is asked of early help alone, and where no next meeting is needed."""
        shown = self.entry()
        self.show_field("ended", shown=shown.can_end)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def fit(self) -> None:
        """One column where room is short."""
        direction = QBoxLayout.Direction
        self._sides.setDirection(
            direction.TopToBottom if is_narrow(self) else direction.LeftToRight
        )

    def _said(self) -> QBoxLayout:
        lines = column(
            self.field("notes"),
            self.field("outcome"),
            self.field("words", label=self.tr("In the family’s words")),
            self.field("words_of"),
            self.field("strengths"),
            Line(self.field("child_voice"), self.field("child_voice_how")),
            self.field("disagreement"),
            self.field("view"),
            margins=(14, 0, 14, 12),
            spacing=8,
        )
        heading = SectionHeading(self.tr("What came of it"))
        return column(heading, lines, margins=(1, 1, 1, 1), spacing=0)

    def _next(self) -> QBoxLayout:
        self._take = KeyedButton("", Kind.QUIET, icon_name="calendar")
        self._take.clicked.connect(self._take_proposed)
        self._take.hide()
        self._about = FilterBox(self.tr("What it was"))
        offered = [(each.value, each.label) for each in About]
        self._about.offer([("", self.tr("Not said")), *offered], "")
        thanked = KeyedButton(self.tr("Sent today"), Kind.QUIET, icon_name="mail")
        thanked.clicked.connect(self._thanked_today)
        lines = column(
            self.field("no_action"),
            self.field("next_on"),
            row(self.field("no_next"), None, self._take),
            self.field("ended"),
            Line(self.field("thanked_on"), self.field("thanked_how")),
            row(None, thanked),
            row(Field(self.tr("What it was"), self._about), None),
            margins=(14, 0, 14, 12),
            spacing=8,
        )
        heading = SectionHeading(self.tr("What comes next"))
        return column(heading, lines, margins=(1, 1, 1, 1), spacing=0)

    def _take_proposed(self) -> None:
        self._set_day("next_on", self._proposed)

    def _thanked_today(self) -> None:
        self._set_day("thanked_on", self.ground.today)
        if not self.editors["thanked_how"].value():
            self.editors["thanked_how"].setFocus()

    def _set_day(self, name: str, day: date | None) -> None:
        editor = self.editors[name]
        if isinstance(editor, DayEditor):
            editor.set_value(day)
            self._changed()
            editor.setFocus()
