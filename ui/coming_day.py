"""A day still to come, typed as people say it; below it stands how it was understood."""

from datetime import date

from liaison.dates import WEEKDAYS, medium_date
from liaison.errors import UnknownValue
from liaison.model.school_calendar import SchoolCalendar
from ui.theme import Step
from ui.widgets.fields import LineField
from ui.widgets.labels import Words
from ui.widgets.toast import announce


class ComingDay(LineField):
    """Takes "fri", "3 12", "in 2 school weeks". ``days`` knows when there is school."""

    def __init__(self, label: str, days: SchoolCalendar, today: date) -> None:
        super().__init__(label, placeholder=self.tr("fri, 3 12, in 2 school weeks"))
        self._days, self._today = days, today
        self.understood = Words(" ", Step.CAPTION, "muted")
        self._below.addWidget(self.understood)
        self.line.textChanged.connect(self._show)
        self.line.editingFinished.connect(self._say)

    def day(self) -> date | None:
        """The day meant; nothing when nothing is typed. ``UnknownValue`` when it is no day."""
        typed = self.text()
        return self._days.read(typed, self._today, ahead=True) if typed else None

    def _show(self) -> None:
        self.understood.setText(self._words() or " ")

    def _words(self) -> str:
        try:
            day = self.day()
        except UnknownValue:
            return self.tr("Not a date yet")
        if day is None:
            return ""
        words = f"{WEEKDAYS[day.weekday()].title()[:3]} {medium_date(day)}"
        far = self._days.words(day, self._today)
        return f"{words}, {far}" if far.startswith("in ") else words

    def _say(self) -> None:
        if self.line.isModified() and self._words():
            announce(self.line, self._words())
