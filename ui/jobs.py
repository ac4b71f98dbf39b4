"""Work that would freeze the window, done beside it."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class Job(QObject):
    """One piece of work. Its signals arrive on the window's thread."""

    done = Signal(object)
    failed = Signal(Exception)
    progress = Signal(int, int)

    def __init__(self, work: "Callable[[Job], Any]") -> None:
        super().__init__()
        self._work = work
        self.cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.cancelled = True

    def run(self) -> None:
        """Do the work, on whichever thread calls this."""
        try:
            result = self._work(self)
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)


class Jobs(QObject):
    """Runs jobs one after another, and keeps each alive until it has ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: set[Job] = set()

    def start(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Queue the work. The callbacks must be methods of widgets, or of other Qt objects.

        They are connected before the work starts: a signal sent before anyone listens is lost.
        """
        job = Job(work)
        job.done.connect(done)
        job.failed.connect(failed)
        if progress is not None:
            job.progress.connect(progress)
        job.done.connect(self._forget)
        job.failed.connect(self._forget)
        self._running.add(job)
        self._pool.start(QRunnable.create(job.run))
        return job

    def is_busy(self) -> bool:
        return bool(self._running)

    def finish(self) -> None:
        """Ask everything to stop, then wait. Called when the app closes or locks."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()

    def _forget(self, _outcome: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.discard(job)
