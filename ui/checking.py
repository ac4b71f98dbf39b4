"""The look through the whole record after it is opened: beside the work, and giving way to it."""

from PySide6.QtCore import QObject, QTimer, Signal

from liaison.store.store import Store
from liaison.vault.checks import BackgroundCheck

IDLE_MS = 3000
"""How long nothing is saved before the look begins, or begins again."""

ASK_MS = 500


class Checking(QObject):
    """Begins when nothing was saved for a moment. ``damaged`` says what was found, once."""

    damaged = Signal(str)
    _stopped = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = BackgroundCheck(store.vault) if store.vault else None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._begin)
        self._asking = QTimer(self, interval=ASK_MS)
        self._asking.timeout.connect(self._ask)
        self._stopped.connect(self._wait)
        if self._check:
            store.give_way = self.give_way
            self._idle.start()

    def give_way(self) -> None:
        """Stop within a moment, for a save; begin again when idle.

        An import saves on a thread of its own: the timers are told by a signal.
        """
        if self._check and self._check.result is None:
            self._check.interrupt()
            self._stopped.emit()

    def finish(self) -> None:
        """Stop for good: the record is about to be closed."""
        self._idle.stop()
        self._asking.stop()
        if self._check:
            self._check.interrupt()

    def _wait(self) -> None:
        self._asking.stop()
        self._idle.start()

    def _begin(self) -> None:
        if self._check:
            self._check.start()
            self._asking.start()

    def _ask(self) -> None:
        found = self._check.result if self._check else []
        if found is None:
            return
        self._asking.stop()
        if found:
            self.damaged.emit(
                self.tr(
                    "record.db is damaged. Make no more entries: go back to a backup, and keep "
                    "this folder as it is."
                )
            )
