"""The whole story on a record on the disk: from the first run to a printed sheet, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liaison.model.contact import About, Contact
from liaison.model.follow_up import FollowUp
from liaison.model.settings import SharingLog
from liaison.vault import recovery
from tests.builders import TODAY
from tests.journeys.officer import AtDesk, Officer
from tests.ui.fixtures import Answers
from ui.appearance import Appearance
from ui.first_run import FirstRun
from ui.import_wizard.task import DONE, REPORT, ImportWizard
from ui.remembered import Memory
from ui.screens.family.page import FamilyPage
from ui.screens.family_summary import FamilySummary
from ui.start import Start
from ui.tasks.log_contact.task import LogContact
from ui.unlock import UnlockWindow
from ui.window import MainWindow

SCHOOL_FILE = Path(__file__).parents[1] / "exchange" / "files" / "fixture_full_v25_sex.xml"


@pytest.fixture
def start(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[Start]:
    made = Start(appearance, Memory(tmp_path / "window.json"), today=lambda: TODAY)
    yield made
    made.end()
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


def set_up(qtbot: QtBot, window: FirstRun, folder: Path) -> str:
    """Make a record, with only the keys; gives back the passphrase as she read it."""
    officer = Officer(qtbot)
    officer.wait_for(window)
    officer.type("Oakfield Primary")
    officer.press("Alt+F")
    officer.replace(str(folder))
    officer.press("Return")
    passphrase = window.passphrase_page.words.text()
    officer.press("Alt+A")
    officer.type(passphrase)
    officer.press("Return")
    on_paper = [group.text() for group in window.recovery_page.groups]
    officer.tab_to("I have copied it by hand")
    officer.press("Space")
    for key in ("Tab", "Return"):
        number = int(officer.heard().removeprefix("Group "))
        officer.type(on_paper[number - 1].lower())
        officer.press(key)
    officer.type("Mrs A Officer")
    officer.press("Return")
    qtbot.waitUntil(lambda: window.current() == 4, timeout=20_000)
    assert recovery.groups(window.record.code) == on_paper
    officer.press("Alt+I")
    qtbot.waitUntil(lambda: window.start_page.wish() == "import")
    officer.press("Return")
    return passphrase


def import_file(qtbot: QtBot, officer: AtDesk) -> None:
    """From the step that asks for the file to the one that says it is done."""
    wizard = officer.task()
    assert isinstance(wizard, ImportWizard)
    officer.press("Alt+C")
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == REPORT)
    officer.press("Space")
    assert officer.heard() == "Import"
    officer.press("Space")
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE)
    assert "Imported" in wizard.done_page.words.words.text()
    officer.press("Space")
    assert officer.window.task() is None


def log_a_call(officer: AtDesk) -> FamilyPage:
    page = officer.open_family("farrow")
    assert isinstance(page, FamilyPage)
    officer.press("Ctrl+N")
    officer.type("Jamie is worried about the bus.")
    officer.press("Alt+Y")
    task = officer.task()
    assert isinstance(task, LogContact)
    officer.qtbot.waitUntil(task.form.about.buttons[About.CONCERN].isChecked)
    officer.press("Alt+U")
    officer.type("ring back fri")
    officer.press("Ctrl+Return")
    assert officer.window.task() is None
    return page


def print_summary(qtbot: QtBot, officer: AtDesk, answers: Answers, to: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(to))
    answers.printer = printer
    officer.press("Ctrl+P")
    preview = officer.window.current_screen()
    assert isinstance(preview, FamilySummary)
    qtbot.waitUntil(lambda: preview.bench.paper is not None, timeout=20_000)
    assert "Jamie is worried about the bus." in words_of(preview)
    officer.press("Ctrl+P")
    qtbot.waitUntil(lambda: officer.said().startswith("Sent to the printer."), timeout=20_000)


def words_of(preview: FamilySummary) -> str:
    return " ".join(preview.bench.desk.text.toPlainText().split())


def test_from_the_first_run_to_a_printed_sheet_and_all_is_there_after_the_lock(
    qtbot: QtBot, start: Start, answers: Answers, tmp_path: Path
) -> None:
    start.begin()
    assert isinstance(start.window, FirstRun)
    passphrase = set_up(qtbot, start.window, tmp_path)
    assert isinstance(start.window, MainWindow)
    officer = AtDesk(qtbot, start.window)

    answers.open_file, answers.sure = SCHOOL_FILE, True
    import_file(qtbot, officer)
    page = log_a_call(officer)
    assert "To do: Ring back, Fri 27 Nov" in [each.spoken for each in page.follow_ups.list.rows()]
    print_summary(qtbot, officer, answers, tmp_path / "sheet.pdf")
    with pikepdf.open(tmp_path / "sheet.pdf") as printed:
        assert len(printed.pages) >= 1

    officer.press("Ctrl+L")
    assert isinstance(start.window, UnlockWindow)
    assert start.session is None
    at_the_lock = Officer(qtbot)
    at_the_lock.wait_for(start.window)
    at_the_lock.type(passphrase)
    at_the_lock.press("Return")
    qtbot.waitUntil(lambda: isinstance(start.window, MainWindow), timeout=20_000)

    assert isinstance(start.window, MainWindow)
    again = AtDesk(qtbot, start.window)
    page = again.open_family("farrow")
    assert isinstance(page, FamilyPage)
    again.down_to("Jamie is worried about the bus.")
    store = start.window.session.store
    assert [each.facts for each in store.find(Contact)] == ["Jamie is worried about the bus."]
    assert "Ring back" in [each.action for each in store.find(FollowUp)]
    assert [each.way for each in store.find(SharingLog)] == ["printed"]
    assert store.verify(full=True) == []
