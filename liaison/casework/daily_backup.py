"""A backup of a record that stays open for days: kept beside the work, and giving way to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

from liaison.errors import LiaisonError
from liaison.store.keeping import is_due, keep_backup
from liaison.vault import Vault
from liaison.vault.second_place import copy_to_second_place


class DailyBackup:
    """Keeps a backup in a thread, over connections of its own, when the newest is a day old.

    While the record is read nobody can write to it: call ``interrupt`` before a save. It is then
    given up, and due again.
    """

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now
        self._stop = Event()
        self._thread: Thread | None = None
        self._said = ""

    @property
    def said(self) -> str:
        """Why the last one could not be kept or copied, as a sentence; empty when all is well."""
        return self._said

    def start(self) -> None:
        """Begin if a backup is due and none is being made."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._stop.clear()
        self._thread = Thread(target=self._keep, name="daily backup", daemon=True)
        self._thread.start()

    def interrupt(self) -> None:
        """Give up reading the record within a moment, for a save."""
        self._stop.set()

    def wait(self) -> None:
        """Come back when it has ended."""
        if self._thread is not None:
            self._thread.join()

    def _keep(self) -> None:
        now = self._now()
        if not is_due(self._vault, now=now):
            return
        try:
            file = keep_backup(self._vault, now=now, stop=self._stop.is_set)
            copy_to_second_place(self._vault, file, now=now)
        except LiaisonError as refused:
            self._said = "" if self._stop.is_set() else str(refused)
        else:
            self._said = ""
