"""Python's garbage is collected on the window's thread, and nowhere else.

A closed window is a knot of objects that only the collector unties. It runs in whatever thread
happens to allocate: in a job it would destroy widgets beside the window, and the program dies.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collecting(QObject):
    """Takes the collector over while it lives; ``end`` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        gc.disable()

    def collect(self) -> None:
        """Collect what is due, as Python itself would have by now."""
        for generation, (count, due) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        ):
            if count <= due:
                return
            gc.collect(generation)

    def end(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
