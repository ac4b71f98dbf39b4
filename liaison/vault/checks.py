"""A look through the whole database in the background, which gives way to every save."""

from collections.abc import Callable
from contextlib import closing
from threading import Event, Thread

from liaison.vault import engine
from liaison.vault.engine import Connection, EngineError
from liaison.vault.vault import Vault

STEPS = 200
"""How many of the engine's steps may pass before it looks whether to stop."""


class BackgroundCheck:
    """Looks over a connection of its own, in a thread; ``quick_check`` unless told otherwise.

    While it reads, nobody can write: call ``interrupt`` before a save and ``start`` when idle.
    """

    def __init__(
        self, vault: Vault, look: Callable[[Connection], list[str]] = engine.contents_check
    ) -> None:
        self._vault = vault
        self._through = look
        self._stop = Event()
        self._thread: Thread | None = None
        self._result: list[str] | None = None

    @property
    def result(self) -> list[str] | None:
        """What is wrong, [] when the database is sound, None while that is not known."""
        return self._result

    def start(self) -> None:
        """Begin, or begin again after an interruption; nothing to do once there is a result."""
        if self._result is not None or (self._thread is not None and self._thread.is_alive()):
            return
        self._stop.clear()
        self._thread = Thread(target=self._look, name="background check", daemon=True)
        self._thread.start()

    def interrupt(self) -> None:
        """Stop within a moment, and come back when the database is free for a save."""
        self._stop.set()
        self.wait()

    def wait(self) -> None:
        """Come back when the check has ended."""
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        try:
            self._result = self._found()
        except EngineError as error:
            self._result = None if engine.gave_way(error) else [str(error)]

    def _found(self) -> list[str]:
        vault = self._vault
        connection = engine.connect(
            vault.database, vault.keys.database, read_only=vault.read_only, patience=0
        )
        with closing(connection):
            connection.set_progress_handler(self._stop.is_set, STEPS)
            return self._through(connection)
