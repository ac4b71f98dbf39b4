"""The window is being closed: the record is looked through and a backup kept, behind a curtain."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from liaison.casework.closing import Closed, close_properly, takes_a_moment
from ui.jobs import Job, Jobs
from ui.locking.curtain import Curtain
from ui.locking.watch import Watch
from ui.session import Session
from ui.window import MainWindow


class Closing(QObject):
    """Holds the window open until the record is closed. What went wrong meanwhile is told there."""

    def __init__(
        self, window: MainWindow, session: Session, curtain: Curtain, watch: Watch
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._curtain, self._watch = curtain, watch
        self._jobs = Jobs(self)
        self._begun = self._done = False
        curtain.left.connect(self._finish)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and not self._done and self._holds():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _holds(self) -> bool:
        """Begin, if there is anything to do; while a task is busy it is not closed at all."""
        task = self._window.task()
        if self._begun or (task is not None and task.busy):
            return True
        self._window.close_task()
        if not takes_a_moment(self._session.store):
            return False
        self._begin()
        return True

    def _begin(self) -> None:
        self._begun = True
        self._curtain.stay(self.tr("Closing, keeping a copy…"))
        self._watch.end()
        for timer in self._window.findChildren(QTimer):
            timer.stop()
        self._session.rest()
        store = self._session.store

        def work(_job: Job) -> Closed:
            return close_properly(store, now=store.now())

        self._jobs.start(work, self._closed, self._failed)

    @Slot(object)
    def _closed(self, closed: Closed) -> None:
        if closed.sentences:
            self._curtain.tell(" ".join(closed.sentences))
        else:
            self._finish()

    @Slot(Exception)
    def _failed(self, error: Exception) -> None:
        self._finish()
        raise error

    def _finish(self) -> None:
        self._done = True
        self._window.close()
