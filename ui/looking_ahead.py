"""While the passphrase is being typed: what opening needs is loaded, and there is a look around."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.jobs import Job, Jobs
from ui.loading import import_ahead
from ui.unlock import UnlockWindow

if TYPE_CHECKING:
    from datetime import date

    from liaison.vault.measuring import Measuring
    from ui.unlock_ahead import Ahead

AHEAD_MS = 50


def begun_measuring(folder: Path) -> "Measuring | None":
    """Of a record that a keyring may open: its database, measured beside all that is loaded.

    That a large one is as it was left would otherwise take longer to see than all the rest.
    """
    from liaison.vault.measuring import Measuring  # noqa: PLC0415 - not before first paint
    from liaison.vault.remembering import is_remembered  # noqa: PLC0415 - not before first paint
    from liaison.vault.unlocking import DATABASE  # noqa: PLC0415 - not before first paint

    return Measuring(folder / DATABASE) if is_remembered(folder) else None


class LookingAhead(QObject):
    """``opened`` hands over the record that the keyring opened.

    ``shown`` gives the window there is, and the folder of its record: she may have opened it
    herself meanwhile, or chosen another.
    """

    opened = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        shown: Callable[[], tuple[QWidget | None, Path | None]],
        today: "Callable[[], date]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._shown, self._today = jobs, shown, today

    def begin_soon(self) -> None:
        """Not in the same breath: what is painted has to come onto the screen first."""
        QTimer.singleShot(AHEAD_MS, self, self._begin)

    def _begin(self) -> None:
        window, folder = self._shown()
        if folder is None or not isinstance(window, UnlockWindow):
            return  # it was opened, or all is over, before there was time
        today, locked = self._today(), bool(window.why)

        def look(job: Job) -> "Ahead":
            # A lock is to keep others out: the keyring would let them in again.
            measuring = None if locked else begun_measuring(folder)
            import_ahead(job)
            from ui.unlock_ahead import looked_ahead  # noqa: PLC0415

            return looked_ahead(folder, today, measuring=measuring)

        self._jobs.start(look, self.looked, self.failed)

    @Slot(object)
    def looked(self, found: "Ahead") -> None:
        """Open it, or tell what was found; a record that nobody waits for is closed again."""
        window, folder = self._shown()
        waiting = isinstance(window, UnlockWindow) and found.folder == folder
        if found.store is not None and waiting:
            self.opened.emit(found.store)
        elif found.store is not None:
            found.store.close()
        elif isinstance(window, UnlockWindow) and waiting:
            window.show_news(found.news)

    @Slot(Exception)
    def failed(self, error: Exception) -> None:
        """Nobody expected it: the last resort tells."""
        raise error
