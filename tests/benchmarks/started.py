"""The process that is started and timed: ``started.py bare | unlock RECORD | today RECORD WORDS``.

Once its window is painted it says so in one line and ends at once.
"""

import os
import sys
import time

TYPING_MS = 1500
"""How long it takes to type a passphrase; meanwhile the app loads what opening needs."""


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
    {"bare": bare, "unlock": unlock, "today": today}[sys.argv[1]](*sys.argv[2:])
