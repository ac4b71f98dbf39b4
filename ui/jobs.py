"""Work that would freeze the window, done beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Job(QObject):
    """One piece of work. Its signals arrive on the window's thread."""

    done = Signal(object)
    failed = Signal(Exception)
    progress = Signal(int, int)

    def __init__(self, work: "Callable[[Job], Any]", parent: QObject | None = None) -> None:
        super().__init__(parent)
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
    """Runs jobs one after another, and keeps each alive until it has ended.

    The thread is Python's own: Qt frees the runnables of its pool itself, and Python's collector
    would free them a second time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._ends: dict[Job, Future[None]] = {}
        self._told: set[Job] = set()

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
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before it is needed

        self._sweep()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1)
        job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(failed)
        if progress is not None:
            job.progress.connect(progress)
        job.done.connect(self._note)
        job.failed.connect(self._note)
        self._ends[job] = self._thread.submit(job.run)
        return job

    def is_busy(self) -> bool:
        """Whether the end of some job is not told yet."""
        return len(self._told) < len(self._ends)

    def cancel(self) -> None:
        """Ask everything to stop at its next step."""
        for job in self._ends:
            job.cancel()

    def finish(self) -> None:
        """Ask everything to stop, then wait. Called when the app closes or locks."""
        self.cancel()
        for end in self._ends.values():
            end.exception()

    def _note(self, _outcome: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._told.add(job)

    def _sweep(self) -> None:
        """Free the jobs that are told and over: the thread may still be in the telling."""
        for job in [job for job in self._told if self._ends[job].done()]:
            self._told.discard(job)
            del self._ends[job]
            job.deleteLater()
