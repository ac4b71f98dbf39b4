"""A day typed as people type it; below it stands how it was understood."""

from datetime import date

from PySide6.QtCore import Signal

from liaison.dates import long_date, medium_date, read_date
from liaison.errors import UnknownValue
from ui.session import Session
from ui.theme import Step
from ui.widgets.fields import LineField
from ui.widgets.labels import Words


class DayField(LineField):
    """Takes "tomorrow", "3 9", "3/9/26", "3 September 2026". ``ahead``: a day still to come."""

    edited = Signal()

    def __init__(self, label: str, session: Session, *, ahead: bool = False) -> None:
        super().__init__(label, placeholder=self.tr("3 Sep 2026"))
        self._session = session
        self._ahead = ahead
        self.understood = Words("", Step.CAPTION, "muted")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.understood)
        self.line.textEdited.connect(self._typed)

    def day(self) -> date | None:
        """The day meant; nothing when nothing is typed. ``UnknownValue`` when it is no day."""
        typed = self.text()
        return read_date(typed, self._session.today(), ahead=self._ahead) if typed else None

    def set_day(self, day: date | None) -> None:
        self.set_text(medium_date(day) if day else "")
        self._show()

    def check(self) -> str:
        """Why what is typed is no day, shown at the field; empty when it is one."""
        try:
            self.day()
        except UnknownValue as unread:
            self.set_problem(str(unread))
        else:
            self.set_problem("")
        return self.problem()

    def _typed(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        try:
            day = self.day()
        except UnknownValue:
            self.understood.setText(self.tr("Not a date yet"))
        else:
            self.understood.setText(long_date(day) if day else "")
