"""Everything that keeps others out while a record is open, made with its window."""

from PySide6.QtCore import QObject, Signal

from ui.clipboard import Copies
from ui.locking.capture import Capture
from ui.locking.closing import Closing
from ui.locking.curtain import Curtain
from ui.locking.locked import Reason
from ui.locking.signs import system_signs
from ui.locking.watch import Watch
from ui.remembered import Memory
from ui.session import Session
from ui.window import MainWindow


class Guard(QObject):
    """``due`` carries the reason to lock: somebody asked, nobody is there, the computer says so."""

    due = Signal(object)

    def __init__(self, window: MainWindow, session: Session, memory: Memory) -> None:
        super().__init__(window)
        self.curtain = Curtain(window)
        capture = Capture(self, hidden=memory.read().hide_from_capture)
        self.watch = session.watch = Watch(memory, system_signs(), capture, self)
        self.watch.due.connect(self.due)
        window.lock_wanted.connect(self._asked)
        Copies(self)
        Closing(window, session, self.curtain, self.watch)
        self.watch.begin(window)

    def end(self) -> None:
        """The record is about to be closed."""
        self.watch.end()

    def _asked(self) -> None:
        self.due.emit(Reason.ASKED)
