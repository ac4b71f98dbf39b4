"""The foot of the window tells when the last backup was kept, and when one elsewhere is overdue."""

from PySide6.QtCore import QObject, QTimer

from liaison.casework.backups import last_backup, reminder, second_place_of
from ui.backup_words import ago_words
from ui.session import Session
from ui.widgets.toast import StatusStrip

HOUR_MS = 3_600_000


class BackedUp(QObject):
    """Looks when it is made, after each backup, and every hour."""

    def __init__(self, session: Session, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._session = session
        self._strip = strip
        session.backed_up.connect(self.show)
        self._hours = QTimer(self, interval=HOUR_MS)
        self._hours.timeout.connect(self.show)
        self._hours.start()
        self.show()

    def show(self) -> None:
        """Say how it is now; nothing of a record in memory."""
        store = self._session.store
        if store.vault is None:
            return
        last = last_backup(store)
        words = [self.tr("No backup yet")]
        if last is not None:
            words = [ago_words(last.made_at, self._session.today())]
        overdue = bool(reminder(store, now=store.now()))
        if overdue:
            chosen = second_place_of(store) is not None
            words.append(
                self.tr("none elsewhere for a week") if chosen else self.tr("none elsewhere")
            )
        self._strip.show_backup(", ".join(words), overdue=overdue)
