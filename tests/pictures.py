"""Draws every screen, panel and sheet to look at: ``installer/dev.py pictures [FOLDER]``.

On an invented school, in every size and dress a window has to bear; without a folder they go
into a fresh temporary one, whose name is printed.
"""

# ruff: noqa: E402 - the project's folder has to be on the path before anything of it is imported

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[0] = str(Path(__file__).resolve().parents[1])

import pypdfium2
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from liaison.casework.copies import Wish, copy_of_family
from liaison.casework.families import family_list
from liaison.sheets.family_summary import family_summary
from liaison.store.store import Store
from tests.ui.longer import Longer
from ui import dialogs
from ui.appearance import Appearance, Scheme
from ui.contents import Contents
from ui.first_run import FirstRun
from ui.jobs import Jobs
from ui.practice_record import practice_record
from ui.screens import SCREENS
from ui.session import Session
from ui.tasks import TASKS
from ui.unlock import UnlockWindow
from ui.window import MainWindow

ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
SHEETS = 3
FAMILY_SCREENS = {"FamilyPage": "family", "FamilySummary": "family-summary"}


@dataclass(frozen=True)
class Look:
    """One way a window may have to look."""

    name: str
    wide: int = 1366
    high: int = 768
    text: int = 100
    scheme: Scheme = Scheme.LIGHT
    mirrored: bool = False
    longer: bool = False


LOOKS = (
    Look("light"),
    Look("dark", scheme=Scheme.DARK),
    Look("small", 1024, 552),
    Look("small-dark", 1024, 552, scheme=Scheme.DARK),
    Look("text-150", text=150),
    Look("text-200", text=200),
    Look("small-200", 1024, 552, text=200),
    Look("mirrored", mirrored=True),
    Look("longer", longer=True),
    Look("small-longer", 1024, 552, longer=True),
)


class Studio:
    """Takes the pictures, one window at a time."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.folder = app, folder
        self.appearance = Appearance(app, scheme=Scheme.LIGHT)
        self._longer = Longer()
        self.jobs = Jobs()
        for name in ("open_file", "save_file", "folder", "sure", "printer"):
            setattr(dialogs, f"ask_{name}", _nobody_answers)

    @contextmanager
    def dressed(self, look: Look) -> Iterator[None]:
        """The application in this look, and as it was afterwards."""
        self.appearance.set_scheme(look.scheme)
        self.appearance.set_text_size(look.text)
        if look.mirrored:
            self.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if look.longer:
            self.app.installTranslator(self._longer)
        yield
        self.app.removeTranslator(self._longer)
        self.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show(self, window: QWidget, look: Look) -> None:
        window.resize(look.wide, look.high)
        window.show()
        window.activateWindow()
        self._settle()

    def take(self, window: QWidget, look: Look, name: str) -> None:
        """One picture, named after the look and what is on it."""
        self._settle()
        window.grab().save(str(self.folder / f"{look.name}-{name}.png"))

    def put_away(self, window: QWidget) -> None:
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _settle(self) -> None:
        for _ in range(3):
            self.app.processEvents()


def before_the_record(studio: Studio, look: Look) -> None:
    """The windows before a record is open."""
    first = UnlockWindow(Path("Practice.liaison"), studio.jobs), FirstRun(studio.jobs)
    for name, window in zip(("unlock", "first-run"), first, strict=True):
        studio.show(window, look)
        studio.take(window, look, name)
        studio.put_away(window)


def every_screen(studio: Studio, look: Look, session: Session) -> None:
    """Each screen of the window, then each panel that opens over a family."""
    family = family_list(session.store, ON)[0].id
    window = MainWindow(session, Contents(SCREENS, TASKS), studio.appearance)
    studio.show(window, look)
    places = [screen for screen in SCREENS if screen.in_rail]
    for number, screen in enumerate(places):
        window.rail.chosen.emit(number)
        studio.take(window, look, screen.__name__.lower())
    for name, kind in FAMILY_SCREENS.items():
        session.open(kind, family)
        studio.take(window, look, name.lower())
    session.open("family", family)
    for task in TASKS:
        if task.menu:
            window.open_task(task.kind)
            studio.take(window, look, task.kind)
            window.close_task()
    studio.put_away(window)


def sheets(store: Store, folder: Path) -> None:
    """The pages of some families' summaries, as they come out of the printer."""
    for number, line in enumerate(family_list(store, ON)[:SHEETS], 1):
        for size in (12, 18):
            wish = Wish(size=size)
            made = family_summary(
                copy_of_family(store, line.id, wish, today=ON),
                wish,
                settings=store.settings,
                label=store.label,
                printed_at=AT,
            )
            pages = pypdfium2.PdfDocument(made.pdf)
            for page in range(len(pages)):
                picture = pages[page].render(scale=1.5).to_pil()
                picture.save(folder / f"sheet-{number}-{size}pt-page-{page + 1}.png")


def _nobody_answers(*_asked: object) -> None:
    """Every question put outside is cancelled."""


def _ends(_kind: object, error: BaseException, _trace: object) -> None:
    """What goes wrong while something is drawn ends the program: no half picture is kept."""
    sys.stderr.write(f"{type(error).__name__}: {error}\n")
    os._exit(1)


def main(words: Sequence[str] | None = None) -> int:
    """Draw everything, and say where it is."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description="Draw every screen.")
    parser.add_argument("folder", nargs="?", type=Path, help="where the pictures go")
    parser.add_argument("--look", choices=[look.name for look in LOOKS], help="only this one")
    asked = parser.parse_args(words)
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="family-liaison-pictures-"))
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["pictures"])
    sys.excepthook = _ends
    studio = Studio(app, folder)
    session = Session(practice_record(families=40, years=2, seed=2026, on=ON), today=_today)
    for look in LOOKS:
        if asked.look in {None, look.name}:
            with studio.dressed(look):
                before_the_record(studio, look)
                every_screen(studio, look, session)
    sheets(session.store, folder)
    studio.jobs.finish()
    session.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def _today() -> date:
    return ON


if __name__ == "__main__":
    sys.exit(main())
