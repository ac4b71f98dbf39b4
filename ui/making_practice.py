"""The window that stands there at once while the practice record is being made."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent

from ui.frame import Frame
from ui.jobs import Job, Jobs
from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.labels import Picture, Words

if TYPE_CHECKING:
    from liaison.store.store import Store

FAMILIES, YEARS, SEED = 40, 2, 2026


class MakingPractice(Frame):
    """Begins once it is painted. ``made`` carries the open record."""

    made = Signal(object)

    def __init__(self, jobs: Jobs, on: date) -> None:
        super().__init__()
        self._jobs, self._on = jobs, on
        self._begun = False
        self.setWindowTitle(self.tr("Family Liaison"))
        self.setMinimumSize(640, 420)
        self.resize(1280, 760)
        self.words = Words(self.tr("Making the practice record…"), Step.TITLE)
        more = Words(self.tr("Everyone in it is invented. It takes a moment."), tone="muted")
        for each in (self.words, more):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sign = row(None, Picture("heart-handshake", "accent", 32), None)
        self.set_body(column(None, sign, self.words, more, None, spacing=12))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        on = self._on

        def make(_job: Job) -> "Store":
            from ui.practice_record import practice_record  # noqa: PLC0415 - after first paint

            return practice_record(families=FAMILIES, years=YEARS, seed=SEED, on=on)

        self._jobs.start(make, self._done, self._failed)

    def _done(self, store: "Store") -> None:
        """A window that was closed meanwhile wants it no more."""
        if self.isHidden():
            store.close()
        else:
            self.made.emit(store)

    def _failed(self, error: Exception) -> None:
        raise error
