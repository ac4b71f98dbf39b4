"""When the record locks on this laptop, and what pictures of the screen show of it."""

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.layouts import column, row
from ui.session import Session
from ui.theme import Step
from ui.view_bar import FilterBox
from ui.widgets.fields import Field
from ui.widgets.labels import Words

MINUTES = (1, 2, 3, 5, 8, 10, 15, 20, 30)


class LockingPart(QWidget):
    """Hidden where nothing watches, as in a test of another part."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.minutes = FilterBox(self.tr("Lock after"))
        self.minutes.currentIndexChanged.connect(self._keep_minutes)
        self.capture = QCheckBox(self.tr("Leave our windows out of &pictures of the screen"))
        self.capture.clicked.connect(self._keep_capture)
        self.system = Words("", Step.CAPTION, "muted", wrap=True)
        tries = Words(
            self.tr(
                "Ctrl+L locks at once, F9 covers the window. Tries in vain are counted, and told "
                "when the record is next opened."
            ),
            Step.CAPTION,
            "muted",
            wrap=True,
        )
        lock = Field(self.tr("&Lock when nobody is there for"), self.minutes)
        self.setLayout(column(row(lock, None), self.system, self.capture, tries, spacing=8))

    def reload(self) -> None:
        """Show what this laptop remembers."""
        watch = self._session.watch
        self.setHidden(watch is None)
        if watch is None:
            return
        offered = sorted({*MINUTES, watch.minutes})
        pairs = [(str(each), self._words(each)) for each in offered]
        self.minutes.offer(pairs, str(watch.minutes))
        self.capture.setHidden(not watch.capture.possible)
        self.capture.setChecked(watch.capture.hidden)
        self.system.setText(watch.system_words())

    def _words(self, minutes: int) -> str:
        if minutes == 1:
            return self.tr("1 minute")
        return self.tr("{0} minutes").format(minutes)

    def _keep_minutes(self) -> None:
        if self._session.watch is not None and self.minutes.currentData():
            self._session.watch.set_minutes(int(self.minutes.currentData()))

    def _keep_capture(self, hidden: bool) -> None:
        if self._session.watch is not None:
            self._session.watch.set_hidden_from_capture(hidden=hidden)
