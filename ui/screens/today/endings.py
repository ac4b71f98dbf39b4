"""The ways in which a follow-up ends, or waits, as they are chosen on Today."""

from datetime import date

from PySide6.QtCore import QObject

from liaison.casework.follow_ups import later_days, needs_reason, put_off
from liaison.dates import WEEKDAYS, day_in_list
from liaison.errors import LiaisonError
from liaison.model.follow_up import FollowUp
from ui.finishing import finish
from ui.session import Session


class Endings(QObject):
    """Does at once what needs no words, and opens the task that asks for the others."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def later_days(self) -> list[tuple[str, date]]:
        """The days offered for putting off, in words."""
        today = self._session.today()
        return [
            (self._day_words(day, today), day) for day in later_days(self._session.store, today)
        ]

    def finish(self, id: str) -> None:
        finish(self._session, id)

    def put_off(self, id: str, to: date | None) -> None:
        """To a day at once; asked for where no day is said, or a reason is owed."""
        follow_up = self._session.store.get(FollowUp, id)
        if to is None or needs_reason(follow_up):
            self._session.open("put-off", f"{id}/{to.isoformat()}" if to else id)
            return
        try:
            put_off(self._session.store, follow_up, to=to)
        except LiaisonError as refused:
            self._session.say(str(refused))
        else:
            words = self._day_words(to, self._session.today())
            self._session.say(self.tr("Put off to {0}.").format(words), with_undo=True)

    def hand_over(self, id: str) -> None:
        self._session.open("hand-over", id)

    def not_needed(self, id: str) -> None:
        self._session.open("not-needed", id)

    def _day_words(self, day: date, today: date) -> str:
        if (day - today).days == 1:
            return self.tr("tomorrow, {0}").format(day_in_list(day, today))
        _, _, rest = day_in_list(day, today).partition(" ")
        return f"{WEEKDAYS[day.weekday()].title()} {rest}"
