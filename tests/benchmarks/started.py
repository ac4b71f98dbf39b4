"""The process that is started and timed: ``started.py bare | unlock RECORD | today RECORD WORDS``.

``lock RECORD WORDS`` unlocks, locks, and is timed from there to its successor's painted window.

Once its window is painted it says so in one line and ends at once.
"""

import os
import sys
import time

TYPING_MS = 1500
"""How long it takes to type a passphrase; meanwhile the app loads what opening needs."""

LOCKED_AT = "FAMILY_LIAISON_BENCH_LOCKED_AT"
"""When the lock was asked for, by a clock that all processes share; handed on to the next."""


def memory() -> float:
    """The most memory this process has held so far, in MiB."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - no imports
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(ms: float = 0) -> None:
    """Say that the window is there, and end without tidying up."""
    sys.stdout.write(f'{{"memory": {memory():.3f}, "ms": {ms:.3f}}}\n')
    sys.stdout.flush()
    os._exit(0)


def bare() -> None:
    """A window with nothing in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, _event: object) -> None:
            QTimer.singleShot(0, report)

    app = QApplication([])
    window = Window()
    window.show()
    app.exec()


def unlock(record: str) -> None:
    """The app as it is started with a record."""
    import ui.main
    from ui.unlock import UnlockWindow

    paint = UnlockWindow.paintEvent

    def painted(window: UnlockWindow, event: object) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, report)
        paint(window, event)

    UnlockWindow.paintEvent = painted
    ui.main.main([record])


def lock(record: str, words: str) -> None:
    """The app, unlocked and locked again; the process in its place says when it is painted."""
    from PySide6.QtCore import QTimer

    import ui.main
    from ui.start import Start
    from ui.unlock import UnlockWindow

    paint, shown = UnlockWindow.paintEvent, Start.open_session

    def lock_now(start: Start) -> None:
        os.environ[LOCKED_AT] = str(time.monotonic())
        start.lock()

    def opened(start: Start, store: object) -> None:
        shown(start, store)
        QTimer.singleShot(TYPING_MS, start, lambda: lock_now(start))

    def painted(window: UnlockWindow, event: object) -> None:
        paint(window, event)
        if not window.passphrase.text():
            window.passphrase.set_text(words)
            QTimer.singleShot(TYPING_MS, window, window.unlock)

    UnlockWindow.paintEvent, Start.open_session = painted, opened
    ui.main.main([record])


def locked(*arguments: str) -> None:
    """What took the place of the process that was locked."""
    import ui.main
    from ui.unlock import UnlockWindow

    began, paint = float(os.environ.pop(LOCKED_AT)), UnlockWindow.paintEvent

    def painted(window: UnlockWindow, event: object) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, lambda: report((time.monotonic() - began) * 1000))
        paint(window, event)

    UnlockWindow.paintEvent = painted
    ui.main.main(list(arguments))


def today(record: str, words: str) -> None:
    """The app, unlocked once what it loads ahead is there; timed from the derived key on."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    import ui.main
    from ui.unlock import UnlockWindow

    derived = 0.0

    def note_key() -> None:
        from liaison.vault import slots

        derive = slots._locking_key

        def noting(slot: slots.Slot, secret: str) -> bytes:
            nonlocal derived
            key = derive(slot, secret)
            derived = time.perf_counter()
            return key

        slots._locking_key = noting

    def watch_main_window() -> None:
        from ui.window import MainWindow

        def painted(_window: object, _event: object) -> None:
            QTimer.singleShot(0, lambda: report((time.perf_counter() - derived) * 1000))

        MainWindow.paintEvent = painted

    def type_words() -> None:
        app = QApplication.instance()
        window = next(each for each in app.topLevelWidgets() if isinstance(each, UnlockWindow))
        note_key()
        watch_main_window()
        window.passphrase.line.setText(words)
        window.unlock()

    def painted(window: UnlockWindow, event: object) -> None:
        nonlocal waiting
        paint(window, event)
        if not waiting:
            waiting = True
            QTimer.singleShot(TYPING_MS, type_words)

    waiting = False
    paint = UnlockWindow.paintEvent
    UnlockWindow.paintEvent = painted
    ui.main.main([record])


if __name__ == "__main__":
    if LOCKED_AT in os.environ:
        locked(*sys.argv[1:])
    kinds = {"bare": bare, "unlock": unlock, "today": today, "lock": lock}
    kinds[sys.argv[1]](*sys.argv[2:])
