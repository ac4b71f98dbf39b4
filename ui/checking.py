"""The looks through the whole record, and the daily backup: beside the work, giving way to it."""

from PySide6.QtCore import QObject, QTimer, Signal

from liaison.casework.daily_backup import DailyBackup
from liaison.store.clock import clock_trouble
from liaison.store.looking import Look, background, due_look, note_look, sentence_of
from liaison.store.store import Store
from liaison.store.verifying import SEARCH_UNFIT
from liaison.vault.checks import BackgroundCheck

IDLE_MS = 3000
"""How long nothing is saved before the look begins, or begins again."""

ASK_MS = 500
HOUR_MS = 3_600_000
"""How often a record that stays open is asked whether another look, or a backup, is due."""


class Checking(QObject):
    """Begins when nothing was saved for a moment. ``damaged`` says what was found, once a look.

    ``looked`` follows the end of each look, whatever it found.
    """

    damaged = Signal(str)
    looked = Signal()
    _stopped = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._look = Look.OPENING
        self._check: BackgroundCheck | None = None
        self._resting = False
        self._backup = DailyBackup(store.vault, store.now) if store.vault else None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._begin)
        self._asking = QTimer(self, interval=ASK_MS)
        self._asking.timeout.connect(self._ask)
        self._hours = QTimer(self, interval=HOUR_MS)
        self._hours.timeout.connect(self._look_again)
        self._stopped.connect(self._wait)
        if store.vault:
            store.give_way = self.give_way
            self._prepare()
            self._hours.start()

    def give_way(self) -> None:
        """Stop within a moment, for a save; begin again when idle.

        An import saves on a thread of its own: the timers are told by a signal.
        """
        if self._backup:
            self._backup.interrupt()
        if self._check and self._check.result is None:
            self._check.interrupt()
            self._stopped.emit()

    def look_now(self, look: Look) -> None:
        """Look through the record at once, whenever it was looked through last."""
        if vault := self._store.vault:
            self.stop_looking()
            self._look, self._check = look, background(vault, look)
            self._begin()

    def stop_looking(self) -> None:
        """Give up the look that is going on; it stays due."""
        self._idle.stop()
        self._asking.stop()
        if self._check:
            self._check.interrupt()

    def is_looking(self) -> bool:
        """Whether a look is going on, or waits for a save to end."""
        return self._asking.isActive()

    def begin_anew(self) -> None:
        """Go on after ``finish``: the record is still open."""
        self._resting = False
        if self._store.vault:
            self._prepare()
            self._hours.start()

    def finish(self) -> None:
        """Stop until ``begin_anew``: the record is about to be closed, or written anew."""
        self._resting = True
        for timer in (self._idle, self._asking, self._hours):
            timer.stop()
        if self._backup:
            self._backup.interrupt()
            self._backup.wait()
        if self._check:
            self._check.interrupt()

    def _prepare(self) -> None:
        if vault := self._store.vault:
            self._look = due_look(vault, now=self._store.now())
            self._check = background(vault, self._look)
            self._idle.start()

    def _wait(self) -> None:
        self._asking.stop()
        if not self._resting:
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
        if self._store.vault:
            note_look(self._store.vault, self._look, found, now=self._store.now())
        if found == [SEARCH_UNFIT] and not self._store.trouble:
            self._store.renew_search()
        elif found:
            self.damaged.emit(sentence_of(found))
        self.looked.emit()

    def _look_again(self) -> None:
        """Hourly: a look that has become due, the backup of the day, and a clock gone back."""
        if behind := clock_trouble(self._store.door.last_clock, self._store.now()):
            self.damaged.emit(behind)
        vault = self._store.vault
        if vault is None or self._check is None or self._check.result is None:
            return
        if due_look(vault, now=self._store.now()) is not Look.OPENING:
            self._prepare()
        if self._backup and not self._store.trouble:
            if self._backup.said:
                self.damaged.emit(self._backup.said)
            self._backup.start()
