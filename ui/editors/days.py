"""A day that may be missing, typed as people say it; below it stands how it was understood."""

from datetime import date

from liaison.dates import WEEKDAYS, medium_date
from liaison.errors import UnknownValue
from liaison.model.fields import Bound
from ui.editors.editor import Ground
from ui.editors.writing import TypedEditor
from ui.theme import Step
from ui.widgets.labels import Words
from ui.widgets.toast import announce


class DayEditor(TypedEditor):
    """Takes "tomorrow", "fri", "3 12", "in 2 school weeks".

    ``ahead`` says on which side of today a day without its year lies.
    """

    def __init__(self, bound: Bound, ground: Ground, *, ahead: bool) -> None:
        super().__init__(bound)
        self._ground = ground
        self._ahead = ahead
        self.line.setPlaceholderText(
            self.tr("fri, 3 12, in 2 school weeks") if ahead else self.tr("today, mon, 3 9 26")
        )
        self.understood = Words(" ", Step.CAPTION, "muted")
        self.line.textChanged.connect(self._show)
        self.line.editingFinished.connect(self._say)
        self.rows.addWidget(self.understood)

    def value(self) -> date | None:
        try:
            return self._read(self.typed()) if self.typed() else None
        except UnknownValue:
            return None

    def set_value(self, value: date | None) -> None:
        self.line.setText(medium_date(value) if value else "")

    def problem(self) -> str:
        try:
            self._read(self.typed() or "today")
        except UnknownValue as unread:
            return str(unread)
        return ""

    def _read(self, typed: str) -> date:
        return self._ground.school_time.read(typed, self._ground.today, ahead=self._ahead)

    def _show(self) -> None:
        self.understood.setText(self._words() or " ")

    def _words(self) -> str:
        day = self.value()
        if day is None:
            return self.tr("Not a date yet") if self.typed() else ""
        words = f"{WEEKDAYS[day.weekday()].title()[:3]} {medium_date(day)}"
        far = self._ground.school_time.words(day, self._ground.today) if self._ahead else ""
        if far.startswith("in "):
            return f"{words}, {far}"
        return words

    def _say(self) -> None:
        if self.line.isModified() and self._words():
            announce(self.line, self._words())
