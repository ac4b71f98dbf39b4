"""School calendar: terms, half-terms and INSET days, so that days are counted as a school does."""

from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout

from liaison.casework.families import remove
from liaison.casework.school_time import keep_school_date, school_dates
from liaison.dates import day_in_list
from liaison.errors import LiaisonError, NotReady
from liaison.model.school_calendar import SchoolDate, SchoolDateKind
from ui.day_field import DayField
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.history_key import HistoryKey
from ui.layouts import Item, column, row
from ui.screens.settings.section import Section
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, px, scale
from ui.view_bar import FilterBox
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer, SectionHeading
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Words

ICONS = {
    SchoolDateKind.TERM: "school",
    SchoolDateKind.HALF_TERM: "sun",
    SchoolDateKind.INSET: "users-group",
}


class SchoolDatesSection(Section):
    """The dates at the left, the one chosen at the right. With little room one below the other."""

    title: ClassVar[str] = "School calendar"
    icon: ClassVar[str] = "calendar"
    tables: ClassVar[frozenset[str]] = frozenset({SchoolDate.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._entry = SchoolDate(name="")
        self._shown: dict[str, SchoolDate] = {}
        self.dates = RowList(self.tr("School dates"))
        self.dates.moved.connect(self._show)
        self.dates.opened.connect(self._into_form)
        HistoryKey(self.dates, session, self._reference)
        self.nothing = Words(
            self.tr("None yet. Without terms every weekday counts as a school day."),
            tone="muted",
            wrap=True,
        )
        self.new_button = KeyedButton(self.tr("New date"), Kind.QUIET, icon_name="plus")
        self.new_button.clicked.connect(self.begin)
        self.summary = ErrorSummary()
        self.kind = FilterBox(self.tr("Kind"))
        self.kind.offer([(each.value, each.label) for each in SchoolDateKind], "term")
        self.name = LineField(self.tr("&Name"), placeholder=self.tr("Autumn term"))
        self.first = DayField(self.tr("F&irst day"), session, ahead=True)
        self.last = DayField(self.tr("&Last day"), session, ahead=True)
        self.save_button = KeyedButton(self.tr("Save"), Kind.PRIMARY, icon_name="check")
        self.save_button.clicked.connect(self.save)
        self.remove_button = KeyedButton(self.tr("Remove"), Kind.QUIET, icon_name="trash")
        self.remove_button.clicked.connect(self.remove)
        for line in (self.name.line, self.first.line, self.last.line):
            line.returnPressed.connect(self.save)
        heading = SectionHeading(self.tr("School dates"), None, self.new_button)
        beside = row(self.nothing, margins=(14, 0, 14, 0))
        listed = Card(column(heading, beside, (self.dates, 1), margins=(1, 1, 1, 6), spacing=0))
        self.form_title = Words("", Step.CARD)
        parts: list[Item] = [
            self.form_title,
            self.summary,
            Field(self.tr("&Kind"), self.kind),
            self.name,
            self.first,
            self.last,
            None,
        ]
        self._body = Scrolling(column(*parts, spacing=10, margins=(18, 14, 18, 14)))
        foot = Footer(row(None, self.remove_button, self.save_button, margins=(18, 9, 14, 9)))
        form = Card(column((self._body, 1), foot, margins=(1, 1, 1, 1), spacing=0))
        self._sides = row((listed, 1), (form, 1), spacing=12)
        self.setLayout(self._sides)
        self._dress()
        self.begin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _reference(self) -> str:
        return f"{SchoolDate.table}/{self.dates.current_id()}"

    def _dress(self) -> None:
        """With large text the form stands below the list, which has no room while it is empty."""
        large = scale() > LARGE_TEXT
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if large else direction.LeftToRight)
        self._body.setMinimumHeight(px(150) if large else 0)
        self.dates.setMinimumHeight(px(110) if large else 0)
        shown = bool(self._shown) or not large
        if self.dates.isHidden() == shown:
            self.dates.setVisible(shown)
        self._sides.setStretch(0, int(shown))

    def reload(self) -> None:
        found = school_dates(self.session.store)
        self._shown = {each.id: each for each in found}
        self.dates.show_rows([self._row(each) for each in found])
        self.nothing.setVisible(not found)
        self._dress()
        if self._entry.id and self._entry.id not in self._shown:
            self.begin()

    def begin(self) -> None:
        """An empty form for one more date."""
        self.dates.clearSelection()
        self._fill(SchoolDate(name=""))
        if self.isVisible():
            self.name.line.setFocus()

    def save(self) -> None:
        """Keep what stands on the form."""
        for field in (self.name, self.first, self.last):
            field.set_problem("")
        if self._has_problems():
            return
        entry = SchoolDate(
            id=self._entry.id,
            version=self._entry.version,
            kind=SchoolDateKind(self.kind.currentData()),
            name=self.name.text(),
            starts_on=self.first.day(),
            ends_on=self.last.day() or self.first.day(),
        )
        try:
            kept = keep_school_date(self.session.store, entry)
        except NotReady as refused:
            fields = {"starts_on": self.first, "ends_on": self.last, "name": self.name}
            for name, sentence in refused.problems.items():
                fields.get(name, self.name).set_problem(sentence)
            self._summarise()
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), None)])
        else:
            self._fill(kept)
            self.dates.choose(kept.id)
            self.session.say(self.tr("Kept: {0}.").format(kept.name), with_undo=True)

    def remove(self) -> None:
        """Take the date chosen out of the calendar."""
        if self._entry.id:
            name = self._entry.name
            remove(self.session.store, self._shown[self._entry.id])
            self.session.say(self.tr("Removed: {0}.").format(name), with_undo=True)

    def _has_problems(self) -> bool:
        if not self.name.text():
            self.name.set_problem(self.tr("Write what it is called."))
        if not self.first.check() and self.first.day() is None:
            self.first.set_problem(self.tr("Give its first day."))
        self.last.check()
        return self._summarise()

    def _summarise(self) -> bool:
        fields = (self.name, self.first, self.last)
        found = [(field.problem(), field) for field in fields if field.problem()]
        self.summary.show_problems(found)
        return bool(found)

    def _row(self, entry: SchoolDate) -> EntryRow:
        today = self.session.today()
        days = [day_in_list(day, today) for day in (entry.starts_on, entry.ends_on) if day]
        line = " – ".join(dict.fromkeys(days))
        return EntryRow(entry.id, ICONS[entry.kind], entry.name, line, at_right=entry.kind.label)

    def _show(self, id: str) -> None:
        if id in self._shown:
            self._fill(self._shown[id])

    def _fill(self, entry: SchoolDate) -> None:
        self._entry = entry
        new = not entry.version
        self.form_title.setText(self.tr("New date") if new else entry.name)
        self.remove_button.setVisible(not new)
        self.kind.setCurrentIndex(self.kind.findData(entry.kind.value))
        self.name.set_text(entry.name)
        self.first.set_day(entry.starts_on)
        self.last.set_day(entry.ends_on)
        for field in (self.name, self.first, self.last):
            field.set_problem("")
        self.summary.show_problems([])

    def _into_form(self, _id: str) -> None:
        self.name.line.setFocus()
