"""Draws every screen, panel and sheet to look at: ``installer/dev.py pictures [FOLDER]``.

On an invented school, in every size and dress a window has to bear; without a folder they go
into a fresh temporary one, whose name is printed. With ``--readme`` only those that stand in the
README are drawn, into resources/pictures.
"""

# ruff: noqa: E402 - the project's folder has to be on the path before anything of it is imported

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[0] = str(Path(__file__).resolve().parents[1])

import pypdfium2
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from liaison.casework.copies import Wish
from liaison.casework.families import family_list, whole_family
from liaison.casework.for_paper import Needs
from liaison.casework.letters import LetterWish
from liaison.casework.meetings import meetings_on
from liaison.casework.packs import asked_to
from liaison.model.contact import About
from liaison.model.fields import Audience
from liaison.model.letter import LetterKind
from liaison.model.person import Person
from liaison.model.sending import LeftBy, Outgoing
from liaison.model.visit import HomeVisit
from liaison.sheets import SHEETS
from liaison.sheets.letter import letter_sheet
from liaison.sheets.making import make
from liaison.sheets.scale import SIZES
from liaison.store.store import Store
from liaison.store.verifying import judge_ends
from liaison.vault import Mark
from liaison.vault.seen import End
from tests.pictures_on_disk import PARTS, record_on_disk, tasks_about
from tests.ui.longer import Longer
from ui import dialogs
from ui.appearance import Appearance, Scheme
from ui.backed_up import BackedUp
from ui.contents import Contents
from ui.first_run import FirstRun
from ui.jobs import Jobs
from ui.locking.curtain import Curtain
from ui.locking.guard import Guard
from ui.locking.locked import Locked, Reason
from ui.practice_record import practice_record
from ui.preview.pack_choices import EVERYBODY
from ui.remembered import Memory
from ui.screens import SCREENS
from ui.screens.letter import LetterScreen
from ui.screens.pack import PackBuilder
from ui.screens.planner.screen import Planner
from ui.session import Session
from ui.tasks import TASKS
from ui.tasks.log_contact.task import LogContact
from ui.unlock import UnlockWindow
from ui.window import MainWindow

ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
SIZES_SHOWN = (12, 24)
WRITTEN_UP = ("letter_follow_up", "meeting_minutes", "support_review", "attendance_contract")
SETTLES = 8
EXACT = 192
PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
README = ("today", "family", "log-contact", "transitions", "family-summary")
NOTE = (
    "Zara is worried about the bus. Mum asked who will be at the stop. "
    "I said I would find out and ring her back before the weekend."
)
OF_A_MEETING = (
    *("meeting-person-form", "agenda-item-form", "meeting-check-form", "meeting-action-form"),
    *("call-off", "another-day"),
)
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
        stem = "-".join(filter(None, (look.name, name)))
        window.grab().save(str(self.folder / f"{stem}.png"))

    def wait_for(self, jobs: Jobs) -> None:
        """Until what is made beside the window has been made."""
        while jobs.is_busy():
            self._settle()

    def wait_until(self, ready: Callable[[], bool]) -> None:
        while not ready():
            self._settle()

    def put_away(self, window: QWidget) -> None:
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _settle(self) -> None:
        for _ in range(SETTLES):
            self.app.processEvents()


def before_the_record(studio: Studio, look: Look) -> None:
    """The windows before a record is open."""
    record = Path("Practice.liaison")
    why = Locked(record, Reason.IDLE, draft=True).sentence(5)
    locked = UnlockWindow(record, studio.jobs, reason=why)
    locked.show_news("2 tries did not open this record since Fri 20 Nov.")
    first = UnlockWindow(record, studio.jobs), locked, FirstRun(studio.jobs)
    for name, window in zip(("unlock", "locked", "first-run"), first, strict=True):
        studio.show(window, look)
        studio.take(window, look, name)
        studio.put_away(window)


def every_screen(studio: Studio, look: Look, session: Session) -> None:
    """Each screen of the window, then each panel that opens over a family with a restriction."""
    family = next(each.id for each in family_list(session.store, ON) if each.restricted)
    window = MainWindow(session, Contents(SCREENS, TASKS), studio.appearance)
    studio.show(window, look)
    places = [screen for screen in SCREENS if screen.in_rail]
    for number, screen in enumerate(places):
        window.rail.chosen.emit(number)
        studio.take(window, look, screen.__name__.lower())
    for name, kind in FAMILY_SCREENS.items():
        session.open(kind, family)
        studio.wait_for(session.jobs)
        studio.take(window, look, name.lower())
    the_pages_of_a_meeting(studio, look, window)
    session.open("family", family)
    for task in TASKS:
        if task.menu:
            window.open_task(task.kind)
            studio.take(window, look, task.kind)
            window.close_task()
    Curtain(window).switch()
    studio.take(window, look, "covered")
    studio.put_away(window)


def the_pages_of_a_meeting(studio: Studio, look: Look, window: MainWindow) -> None:
    """The plan, the outcomes with what is missing, the room, and each panel over them."""
    session = window.session
    meeting = meetings_on(session.store, ON)[0].id
    session.open("meeting", meeting)
    planner = window.current_screen()
    if not isinstance(planner, Planner):
        return
    for page in range(planner.pages.tabs.count()):
        planner.pages.tabs.setCurrentIndex(page)
        studio.take(window, look, f"meeting-page-{page + 1}")
    planner.write_up()
    studio.take(window, look, "meeting-missing")
    for kind in OF_A_MEETING:
        window.open_task(kind, meeting)
        studio.take(window, look, kind)
        window.close_task()
    the_papers_of_a_meeting(studio, look, window, meeting)
    session.open("in-the-room", meeting)
    studio.take(window, look, "in-the-room")
    session.switch_quiet()


def the_papers_of_a_meeting(studio: Studio, look: Look, window: MainWindow, meeting: str) -> None:
    """Its pack for staff and for the family, all packs of the day, a letter, and their words."""
    session = window.session
    for kind, id in (("pack", meeting), ("packs-of-day", ON.isoformat()), ("letter", meeting)):
        session.open(kind, id)
        screen = window.current_screen()
        if isinstance(screen, PackBuilder) and kind == "pack":
            screen.choices.reader.setCurrentIndex(1)
        studio.wait_for(session.jobs)
        studio.take(window, look, kind)
        if isinstance(screen, PackBuilder | LetterScreen):
            screen.bench.tabs.setCurrentIndex(1)
            studio.take(window, look, f"{kind}-pages")
            screen.bench.tabs.setCurrentIndex(0)
        if isinstance(screen, LetterScreen):
            whether_it_has_gone(studio, look, window, screen)
    whether_the_days_have_gone(studio, look, window)
    session.open("settings", "Letters")
    studio.take(window, look, "settings-letters")


def whether_the_days_have_gone(studio: Studio, look: Look, window: MainWindow) -> None:
    """The one question after all packs of a day were printed for families."""
    session = window.session
    session.open("packs-of-day", ON.isoformat())
    screen = window.current_screen()
    if isinstance(screen, PackBuilder):
        screen.choices.reader.setCurrentIndex(screen.choices.reader.findData(EVERYBODY))
        studio.wait_until(lambda: screen.bench.paper is not None)
        if screen.bench.paper is not None:
            screen.bench.gone.ask(screen.bench.paper.outgoing, LeftBy.PRINTED)
        studio.take(window, look, "packs-of-day-have-they-gone")
        screen.leave()
        session.undo()


def whether_it_has_gone(
    studio: Studio, look: Look, window: MainWindow, screen: LetterScreen
) -> None:
    """The question after a letter was printed, what stands there afterwards, and none of it."""
    gone, reader = screen.bench.gone, str(screen.choices.reader.currentData())
    meeting = meetings_on(screen.session.store, ON)[0].id
    letter = Outgoing(meeting=meeting, kind=screen.choices.wish().kind, readers=(reader,))
    gone.ask([letter], LeftBy.PRINTED)
    gone.ring.click()
    studio.take(window, look, "letter-has-it-gone")
    gone.gone.click()
    studio.take(window, look, "letter-gone")
    screen.session.undo()


def on_disk(studio: Studio, look: Look) -> None:
    """What the settings show of keys, backups and checks, and a record put back."""
    with record_on_disk(AT) as store:
        session = Session(store, today=_today, appearance=studio.appearance)
        window = MainWindow(session, Contents(SCREENS, TASKS), studio.appearance)
        guard = Guard(window, session, Memory(studio.folder / "window.json"))
        BackedUp(session, window.strip)
        studio.show(window, look)
        for part in PARTS:
            session.open("settings", part)
            studio.take(window, look, f"settings-{part.lower()}")
        for kind, about in tasks_about(store):
            window.open_task(kind, about)
            studio.take(window, look, kind)
            window.close_task()
        store.door.read_only = judge_ends(store, [End(Mark("", 1, ""), "")])[0]
        window.trouble.follow()
        session.open("settings", "Checks")
        window.current_screen().reload()
        studio.take(window, look, "put-back")
        guard.end()
        session.rest()
        studio.put_away(window)


def for_the_readme(studio: Studio, session: Session) -> None:
    """The few that show what the program is, on one family that has something of everything."""
    look, store = Look(""), session.store
    khan = next(each.id for each in family_list(store, ON) if each.name == "Khan")
    window = MainWindow(session, Contents(SCREENS, TASKS), studio.appearance)
    studio.show(window, look)
    studio.take(window, look, "today")
    session.open("transitions")
    window.focus_page()
    studio.take(window, look, "transitions")
    session.open("family-summary", khan)
    studio.wait_for(session.jobs)
    studio.take(window, look, "family-summary")
    session.open("family", khan)
    studio.take(window, look, "family")
    window.open_task(LogContact.kind)
    task = window.task()
    if isinstance(task, LogContact):
        typed = task.form.typed()
        said = replace(typed, channel="phone", about=About.CONCERN.value, facts=NOTE)
        task.form.fill(replace(said, follow_up="ring back fri"))
    studio.take(window, look, "log-contact")
    studio.put_away(window)
    for name in README:
        file = studio.folder / f"{name}.png"
        _in_few_colours(Image.open(file).convert("RGB")).save(file)


def _in_few_colours(drawn: Image.Image) -> Image.Image:
    """A third of the size: the grounds keep their colours, the edges of letters come close."""
    often = sorted(drawn.getcolors(drawn.width * drawn.height) or (), reverse=True)[:EXACT]
    rest = drawn.quantize(256 - EXACT, Image.Quantize.MAXCOVERAGE).getpalette() or []
    exact = [part for _, colour in often if isinstance(colour, tuple) for part in colour]
    colours = exact + rest[: 3 * (256 - EXACT)]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return drawn.quantize(palette=palette, dither=Image.Dither.NONE)


def sheets(store: Store, folder: Path, sizes: Sequence[int]) -> None:
    """Every sheet for every reader it is made for, page by page, as it comes out of the printer."""
    about = subjects_of_sheets(store)
    for sheet in (*SHEETS, letter_sheet(LetterWish(kind=LetterKind.FOLLOW_UP))):
        written_up = sheet.code in WRITTEN_UP
        id, reader = written_up_meeting(store) if written_up else about[sheet.needs]
        for audience in sheet.audiences:
            for size in sizes:
                whose = reader if audience is Audience.FAMILY else ""
                wish = Wish(audience=audience, size=size, reader=whose)
                made = make(store, sheet, id, wish, today=ON, printed_at=AT)
                stem = f"sheet-{sheet.code}-{audience.value}-{size}pt"
                _pages_of(made.pdf, folder / stem)


def subjects_of_sheets(store: Store) -> dict[Needs, tuple[str, str]]:
    """For each thing a sheet may need, the id of one with much in it, and who of the family reads.

    A visit is made for it: who is out is written down on the day.
    """
    meeting = meetings_on(store, ON)[0]
    record = whole_family(store, meeting.meeting.family)
    reader = asked_to(store, meeting.id)
    reading = next(iter(reader))
    with store.saving() as saving:
        visit = saving.add(
            HomeVisit(
                family=record.family.id,
                person=reading,
                going_on=ON,
                leaves_at="10:00",
                due_back_at="11:30",
                officer=store.settings.officer,
                watcher="Mr R Bell",
                phone="07700 900412",
                purpose=store.choices("purpose")[0].code,
            )
        )
    children = " ".join(each.id for each in store.find(Person, "kind = 'child'", limit=6))
    return {
        Needs.FAMILY: (record.family.id, reading),
        Needs.MEETING: (meeting.id, reading),
        Needs.PERSON: (reading, reading),
        Needs.VISIT: (visit.id, ""),
        Needs.CHILDREN: (children, ""),
        Needs.DAY: ("", ""),
        Needs.NOTHING: ("", ""),
    }


def written_up_meeting(store: Store) -> tuple[str, str]:
    """A closed meeting with what was agreed at it, and who of the family reads its papers."""
    with_most = (
        "SELECT m.id FROM meeting m JOIN meeting_action a ON a.meeting = m.id "
        "WHERE m.state = 'closed' GROUP BY m.id ORDER BY count(*) DESC, m.id LIMIT 1"
    )
    ((id,),) = store.query(with_most)
    return id, next(iter(asked_to(store, id)))


def _pages_of(pdf: bytes, stem: Path) -> None:
    pages = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(pages, 1):
        page.render(scale=1.5).to_pil().save(stem.with_name(f"{stem.name}-page-{number}.png"))


def everything(studio: Studio, session: Session, only: str | None) -> None:
    """All the windows in all the looks, or in the one named, and the sheets."""
    for look in LOOKS:
        if only in {None, look.name}:
            with studio.dressed(look):
                before_the_record(studio, look)
                every_screen(studio, look, session)
                on_disk(studio, look)
    sheets(session.store, studio.folder, SIZES_SHOWN)


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
    parser.add_argument("--sheets", action="store_true", help="only what is printed, in all sizes")
    parser.add_argument("--readme", action="store_true", help="only those of the README")
    asked = parser.parse_args(words)
    folder = PICTURES if asked.readme else asked.folder
    if folder is None:
        folder = Path(tempfile.mkdtemp(prefix="family-liaison-pictures-"))
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["pictures"])
    sys.excepthook = _ends
    studio = Studio(app, folder)
    store = practice_record(families=40, years=2, seed=2026, on=ON)
    store.now = _now
    session = Session(store, today=_today)
    if asked.readme:
        for_the_readme(studio, session)
    elif asked.sheets:
        sheets(store, folder, SIZES)
    else:
        everything(studio, session, asked.look)
    studio.jobs.finish()
    session.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def _today() -> date:
    return ON


def _now() -> datetime:
    return AT


if __name__ == "__main__":
    sys.exit(main())
