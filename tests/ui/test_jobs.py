"""Work beside the window: its end is told on the window's thread, its failure too."""

import threading

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from liaison.errors import BadFile
from ui.jobs import Job, Jobs


class Listener(QObject):
    """Keeps what it was told, and on which thread."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())
        self.told.emit()

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())
        self.told.emit()

    def progress(self, done: int, of: int) -> None:
        self.steps.append((done, of))


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_the_result_arrives_on_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()

    def work(job: Job) -> int:
        job.progress.emit(1, 2)
        return threading.get_ident()

    with qtbot.waitSignal(listener.told):
        jobs.start(work, listener.done, listener.failed, listener.progress)
    assert listener.results[0] != threading.get_ident()
    assert listener.threads == {threading.get_ident()}
    assert listener.steps == [(1, 2)]
    qtbot.waitUntil(lambda: not jobs.is_busy())


def test_a_failure_is_told_and_not_raised(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()

    def work(_job: Job) -> None:
        raise BadFile("The file is not a CTF.")

    with qtbot.waitSignal(listener.told):
        jobs.start(work, listener.done, listener.failed)
    assert [str(error) for error in listener.errors] == ["The file is not a CTF."]


def test_finishing_asks_the_work_to_stop_and_waits_for_it(jobs: Jobs) -> None:
    listener = Listener()
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while not job.cancelled:
            begun.wait(0.001)

    job = jobs.start(work, listener.done, listener.failed)
    assert begun.wait(5)
    jobs.finish()
    assert job.cancelled
