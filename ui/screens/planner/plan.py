"""The plan of a meeting: what for, when, where, who comes, what is said first, what is ready."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from liaison.casework.meetings import with_place
from liaison.model.fields import Bound
from liaison.model.interpreting import interpreter_warning
from liaison.model.meeting import Meeting
from liaison.model.meeting_kinds import CONSENT
from liaison.model.person import Person
from ui.delegates.rows import RowList
from ui.editors.choosing import OneOf
from ui.editors.editor import Ground
from ui.editors.writing import ClockEditor, LineEditor
from ui.forms.laid_out import Line
from ui.layouts import boxed, column
from ui.screens.planner.cards import AgendaCard, ChecksCard, ListCard, PhrasesCard
from ui.screens.planner.fields import MeetingFields
from ui.session import Session
from ui.theme import is_narrow
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, SectionHeading
from ui.widgets.notice import Notice

TICKS = ("neutral", "private", "clear_exit")


class WhoseInterpreter(OneOf):
    """For whom the interpreter is: one of the family shown."""

    def __init__(self, bound: Bound, nobody: str) -> None:
        super().__init__(bound, [("", nobody)])
        self._nobody = nobody

    def offer_people(self, people: Sequence[Person]) -> None:
        """Offer these; what was chosen stays chosen."""
        chosen = self.value()
        self.box.blockSignals(True)
        self.box.clear()
        for value, words in (("", self._nobody), *((each.id, each.full) for each in people)):
            self.box.addItem(words, value)
        self.box.blockSignals(False)
        self.set_value(chosen)


class PlanFields(MeetingFields):
    """The fields of the plan and, between them, the cards that are saved as they are changed."""

    ahead: ClassVar[frozenset[str]] = frozenset({"held_on"})
    keyed_names: ClassVar[tuple[str, ...]] = (
        *("interpreter", "purpose", "kind", "held_on", "held_at", "minutes", "place"),
        *("standby", "standby_extension"),
    )

    def __init__(self, session: Session, ground: Ground) -> None:
        self._session = session
        super().__init__(Meeting(kind=""), ground)

    def arrange(self) -> None:
        self.warnings = Notice()
        self.place(self.warnings)
        self.place(Card(self._essentials()))
        self.agenda = AgendaCard(self._session)
        self.who = ListCard(
            self.tr("Who comes"), RowList(self.tr("Who comes"), fit=True), self.tr("Add somebody")
        )
        self.asked = KeyedButton(self.tr("They were asked"), Kind.QUIET, icon_name="send")
        self.asked.setMenu(QMenu(self.asked))
        self.who.put_below(self.asked)
        self.checks = ChecksCard(self._session)
        self.phrases = PhrasesCard()
        left = column(self.agenda, Card(self._told()), None, spacing=12)
        right = column(self.who, self.checks, self.phrases, None, spacing=12)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        self._sides.addLayout(left, 55)
        self._sides.addLayout(right, 45)
        self.place(boxed(self._sides))
        self.editors["place"].changed.connect(self._tick_place)

    def show_ground(self, ground: Ground) -> None:
        """Another family, or the same one changed."""
        self.ground = ground
        whose = self.editors["person"]
        if isinstance(whose, WhoseInterpreter):
            whose.offer_people(ground.record.adults)

    def live(self) -> None:
        kind = self.editors["kind"].value()
        self.fields["consent_on"].setVisible(
            self.ground.store.flagged("meeting_kind", kind, CONSENT)
        )

    def problems(self) -> dict[str, str]:
        """A child, a relative or a restricted adult does not interpret."""
        found = super().problems()
        name, whose = self.editors["interpreter"].value(), self.editors["person"].value()
        if name and (said := interpreter_warning(name, self.ground.record, whose)):
            found["interpreter"] = said
        return found

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

    def _essentials(self) -> QBoxLayout:
        clock = ClockEditor(self.bound("held_at"))
        ticks: list[QWidget] = [self.field(name) for name in TICKS]
        when = Line(
            self.field("kind"),
            self.field("held_on"),
            self.field("held_at", clock),
            self.field("minutes", label=self.tr("Minutes")),
            shares=(5, 4, 2, 2),
        )
        interpreter = LineEditor(self.bound("interpreter"))
        interpreter.line.setPlaceholderText(self.tr("None needed"))
        where = Line(
            self.field("place"),
            self.field("standby"),
            self.field("standby_extension"),
            self.field("interpreter", interpreter),
        )
        return column(
            self.field("purpose"),
            when,
            where,
            Line(*ticks),
            margins=(16, 12, 16, 12),
            spacing=8,
        )

    def _told(self) -> QBoxLayout:
        nobody = self.tr("Nobody in particular")
        whose = WhoseInterpreter(self.bound("person"), nobody)
        lines = column(
            self.field("opening"),
            Line(self.field("agenda_given_on"), self.field("agenda_given_how")),
            Line(self.field("standby_told_on"), self.field("interpreter_booked_on")),
            Line(self.field("person", whose), self.field("consent_on")),
            Line(self.field("chair"), self.field("minute_taker")),
            margins=(14, 0, 14, 12),
            spacing=8,
        )
        heading = SectionHeading(self.tr("Said, sent and told"))
        return column(heading, lines, margins=(1, 1, 1, 1), spacing=0)

    def _tick_place(self) -> None:
        """As the place is known to be; every tick can be changed by hand."""
        known = with_place(self.ground.store, self.started_with, self.editors["place"].value())
        for name in TICKS:
            self.editors[name].set_value(getattr(known, name))
