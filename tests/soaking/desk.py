"""The desk a soak sits at: the real app over a practice record on the disk, with a fixed day."""

from __future__ import annotations

import ctypes
import gc
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison.casework.families import whole_family
from liaison.casework.practising import PRACTICE
from liaison.exchange.practice import fill_practice
from liaison.model.family_record import FamilyRecord
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from ui import dialogs
from ui.appearance import Appearance, Scheme
from ui.collecting import Collecting
from ui.remembered import Memory
from ui.session import Session
from ui.start import Start
from ui.unlock import UnlockWindow
from ui.window import MainWindow

ON = date(2026, 11, 23)
PASSPHRASE = "kettle marble otter sixpence"
FILE = Path(__file__).parents[1] / "exchange" / "files" / "fixture_full_v25_sex.xml"
FAMILIES, YEARS = 40, 1
STEP_MS, LONGEST_WAIT = 2, 30


class Desk:
    """Everything an action may use. ``chance`` is seeded: the same seed does the same."""

    def __init__(self, app: QApplication, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.record = folder / "Soak.liaison"
        create_record(
            self.record,
            PASSPHRASE,
            recovery_code=recovery.new_code(),
            settings=PRACTICE,
            cost=TEST_COST,
            fill=partial(fill_practice, families=FAMILIES, years=YEARS, seed=seed, on=ON),
        )
        worn = app.findChild(Appearance)
        self.appearance = worn or Appearance(app, scheme=Scheme.LIGHT)
        self.start = Start(self.appearance, Memory(folder / "window.json"), today=lambda: ON)
        self._collecting = Collecting()
        self._answers = {name: getattr(dialogs, name) for name in vars(dialogs) if "ask_" in name}
        self._answer()
        self.start.begin(self.record)
        self.unlock()

    @property
    def window(self) -> MainWindow:
        """The main window: the record is open."""
        assert isinstance(self.start.window, MainWindow)
        return self.start.window

    @property
    def session(self) -> Session:
        assert self.start.session is not None
        return self.start.session

    @property
    def store(self) -> Store:
        return self.session.store

    def family(self) -> FamilyRecord:
        """Any family."""
        ids = [id for (id,) in self.store.query("SELECT id FROM family WHERE deleted = 0")]
        return whole_family(self.store, self.chance.choice(sorted(ids)))

    def family_with(self, fits: Callable[[FamilyRecord], object]) -> FamilyRecord | None:
        """A family of which that is true, if one is found soon."""
        return next((each for each in (self.family() for _ in range(20)) if fits(each)), None)

    def some_words(self) -> str:
        words = ("bus", "coat", "breakfast club", "reading", "the gate", "café", "phone", "shoes")
        return f"{self.chance.choice(words)} and {self.chance.choice(words)}".capitalize()

    def settle(self) -> None:
        """Until every job is told and what was closed is freed."""
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.start.session is not None:
            self.wait_until(lambda: not self.session.jobs.is_busy())

    def wait_until(self, come: Callable[[], bool]) -> None:
        started = time.monotonic()
        while not come():
            QTest.qWait(STEP_MS)
            if time.monotonic() - started > LONGEST_WAIT:
                sentence = "Something did not come about within half a minute."
                raise TimeoutError(sentence)

    def unlock(self) -> None:
        """Type the passphrase, and wait for the record."""
        window = self.start.window
        assert isinstance(window, UnlockWindow)
        window.passphrase.set_text(PASSPHRASE)
        window.unlock()
        self.wait_until(lambda: isinstance(self.start.window, MainWindow))
        self.settle()

    def lock_and_unlock(self) -> None:
        self.window.lock()
        self.settle()
        self.unlock()

    def memory(self) -> float:
        """Megabytes in use, when what is not needed has been let go."""
        self.settle()
        gc.collect()
        give_back_free_memory()
        statm = Path("/proc/self/statm")
        if statm.exists():
            pages = int(statm.read_text("ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (2**20 if sys.platform == "darwin" else 2**10)

    def close(self) -> list[str]:
        """Close the app; gives back what a full verification of the record finds."""
        window = self.window
        self.start.end()
        window.close()
        window.deleteLater()
        self.settle()
        self._collecting.end()
        for name, asked in self._answers.items():
            setattr(dialogs, name, asked)
        with_key = open_record(self.record, passphrase=PASSPHRASE)
        found = with_key.verify(full=True)
        with_key.close()
        return found

    def _answer(self) -> None:
        """What the officer answers to each question put outside: a file, yes, and paper."""
        dialogs.ask_open_file = lambda *_: FILE
        dialogs.ask_save_file = lambda *_: self.folder / "summary.pdf"
        dialogs.ask_folder = lambda *_: self.folder
        dialogs.ask_sure = lambda *_: True
        dialogs.ask_printer = lambda *_: self._paper()

    def _paper(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        return printer


def give_back_free_memory() -> None:
    """What the C library keeps for later is no growth; only some of them can be asked."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
