"""What stands at the left: the work of the day, or why there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from liaison.casework.today import Day
from ui.layouts import boxed, column
from ui.screens.today.work import WorkCard
from ui.widgets.buttons import KeyedButton
from ui.widgets.empty_state import EmptyState


class WorkPages(QStackedWidget):
    """Two empty states teach what will stand here, and offer the one thing to do about it."""

    log_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.work = WorkCard()
        self._work = boxed(column((self.work, 1000), None))
        log = KeyedButton(self.tr("Log a good-news call"), icon_name="star")
        log.clicked.connect(self.log_wanted)
        self.free = EmptyState(
            "star",
            self.tr("Nothing due. Log a good-news call?"),
            self.tr("What you promise a family in Log contact stands here on its day."),
            log,
        )
        bring_in = KeyedButton(self.tr("Import a file"), icon_name="file-import")
        bring_in.clicked.connect(self.import_wanted)
        self.nobody = EmptyState(
            "users",
            self.tr("No families yet"),
            self.tr("They come in with the school’s own file."),
            bring_in,
        )
        for page in (self._work, self.free, self.nobody):
            self.addWidget(page)

    def show_day(self, day: Day, *, somebody: bool) -> bool:
        """Whether there is anything to do; ``somebody`` says that the record has a family."""
        owed = (day.overdue, day.due_today, day.next_week, day.waiting)
        to_do = any(part.count for part in owed)
        empty = self.free if somebody else self.nobody
        self.setCurrentWidget(self._work if to_do else empty)
        return to_do
