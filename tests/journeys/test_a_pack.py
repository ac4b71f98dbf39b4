"""A journey: a pack is built for one parent, read, saved with a password, and noted."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from liaison.model.meeting import Meeting
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.journeys.officer import AtDesk
from tests.ui.fixtures import Answers
from ui.screens.meetings.screen import Meetings
from ui.screens.pack import PackBuilder
from ui.screens.today.screen import Today

PASSWORD = "kettle marble otter"


@pytest.fixture
def printer(answers: Answers, tmp_path: Path) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = made
    return made


def test_a_pack_is_previewed_saved_with_a_password_and_stands_in_the_log(
    officer: AtDesk, make: Make, khan: Made, store: Store, answers: Answers, tmp_path: Path
) -> None:
    make.meeting(khan)
    answers.save_file = tmp_path / "pack.pdf"
    meetings = officer.go_to("Meetings")
    assert isinstance(meetings, Meetings)
    officer.press("Ctrl+Shift+P")
    pack = officer.window.current_screen()
    assert isinstance(pack, PackBuilder)
    wait_for_pages(officer, pack)

    officer.tab_to("Who will read it")
    officer.press("End")
    assert pack.choices.reader.currentText().startswith("Mr ")
    wait_for_pages(officer, pack)
    officer.press("Alt+X")
    said = pack.bench.desk.text.toPlainText()
    assert "Agree how Zara gets to school" in said
    assert "Honest" not in said

    officer.tab_to("Password")
    officer.type("short")
    officer.press("Return")
    assert pack.bench.saving.problem() == "Give the PDF a password of at least 8 characters."
    assert answers.asked == []
    officer.replace(PASSWORD)
    officer.press("Return")
    officer.qtbot.waitUntil(lambda: bool(store.find(SharingLog)), timeout=20_000)

    (note,) = store.find(SharingLog)
    assert (note.sheet, note.audience, note.way) == ("pack", "family", "saved")
    assert note.reader == khan.adults[1].id
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(answers.save_file)
    with pikepdf.open(answers.save_file, password=PASSWORD) as opened:
        assert len(opened.pages) == note.pages
        assert opened.encryption.R == 6


@pytest.mark.usefixtures("printer")
def test_the_packs_of_a_day_go_home_with_one_answer(
    officer: AtDesk, make: Make, khan: Made, store: Store
) -> None:
    doyle = make.family("Doyle", adults=[("Ms", "Orla", "mother")])
    ids = [make.meeting(each).meeting.id for each in (khan, doyle)]
    officer.go_to("Today")
    officer.press("Ctrl+Shift+P")
    pack = officer.window.current_screen()
    assert isinstance(pack, PackBuilder)
    officer.tab_to("Who will read it")
    officer.press("End")
    wait_for_pages(officer, pack)
    officer.press("Ctrl+P")
    officer.qtbot.waitUntil(lambda: pack.bench.gone.asks, timeout=20_000)
    assert officer.heard() == "How it went"
    officer.tab_to("They have gone")
    officer.press("Space")
    assert officer.said() == "Noted: they have gone."
    assert [store.get(Meeting, each).agenda_given_on for each in ids] == [TODAY, TODAY]
    officer.press("Ctrl+Z")
    assert [store.get(Meeting, each).agenda_given_on for each in ids] == [None, None]

    officer.tab_to("Today")
    officer.press("Space")
    assert type(officer.window.current_screen()) is Today


def wait_for_pages(officer: AtDesk, pack: PackBuilder) -> None:
    officer.qtbot.waitUntil(lambda: pack.bench.paper is not None, timeout=20_000)
