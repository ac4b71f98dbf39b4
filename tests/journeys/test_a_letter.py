"""A journey: after a meeting its thank-you is printed, given by hand, and owed no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from liaison.model.contact import Contact
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made
from tests.journeys.officer import AtDesk
from tests.journeys.test_a_meeting import plan
from tests.ui.fixtures import Answers
from ui.delegates.timeline import TimelineRow
from ui.screens.family.page import FamilyPage
from ui.screens.letter import LetterScreen
from ui.screens.planner.screen import Planner
from ui.screens.room.screen import InTheRoom


@pytest.fixture
def printer(answers: Answers, tmp_path: Path) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = made
    return made


@pytest.mark.usefixtures("printer", "khan")
def test_a_meeting_is_held_thanked_for_by_letter_and_written_up(
    officer: AtDesk, store: Store
) -> None:
    planner = plan(officer)
    hold_it(officer, planner)
    print_thanks(officer, "Mrs Amina Khan")
    officer.tab_to("It has gone")
    officer.press("Space")
    assert officer.said() == "Noted: it has gone."

    (letter,) = store.find(Contact)
    assert (letter.channel, letter.outcome, letter.about) == ("letter", "sent", None)
    assert letter.facts.startswith("“Thank you for coming”, by hand.")
    officer.tab_to("Meeting")
    officer.press("Space")
    assert officer.window.current_screen() is planner
    assert planner.pages.letters.isVisible()
    assert planner.outcomes.editors["thanked_on"].value() == TODAY

    officer.press("Ctrl+Shift+Return")
    (meeting,) = store.find(Meeting)
    assert meeting.state is MeetingState.CLOSED, planner.pages.summaries
    assert (meeting.thanked_on, meeting.thanked_how) == (TODAY, "letter")
    page = officer.open_family("khan")
    assert isinstance(page, FamilyPage)
    rows = page.timeline.list.rows()
    assert "Letter to Mrs Khan" in [each.title for each in rows if isinstance(each, TimelineRow)]


@pytest.mark.usefixtures("printer")
def test_a_letter_that_waits_is_done_from_today_and_taken_back_in_one_press(
    officer: AtDesk, store: Store, khan: Made
) -> None:
    hold_it(officer, plan(officer))
    print_thanks(officer, "Mr Shahid Khan")
    officer.tab_to("Not yet")
    officer.press("Space")
    assert store.find(Contact) == []

    officer.go_to("Today")
    officer.down_to("Send “Thank you for coming” to Mr Khan")
    officer.press("Ctrl+D")
    shown = officer.window.current_screen()
    assert isinstance(shown, LetterScreen)
    assert shown.choices.reader.currentText() == "Mr Khan"
    assert officer.heard() == "How it went"
    officer.tab_to("It has gone")
    officer.press("Space")
    (waiting,) = store.find(FollowUp)
    assert waiting.state is FollowUpState.DONE
    officer.press("Ctrl+Z")
    assert officer.said() == "Taken back."
    assert store.find(Contact) == []
    assert store.get(FollowUp, waiting.id).state is FollowUpState.OPEN
    (note,) = store.find(SharingLog)
    assert (note.sheet, note.way) == ("letter_thanks", "printed")


def hold_it(officer: AtDesk, planner: Planner) -> None:
    """Through the room, and back with what came of it."""
    officer.tab_to("Save")
    officer.press("F5")
    assert isinstance(officer.window.current_screen(), InTheRoom)
    officer.type("The bus is full.")
    officer.press("Esc", "Ctrl+Shift+Q")
    assert officer.window.current_screen() is planner
    assert planner.outcomes.isVisible()
    officer.tab_to("It took place")
    officer.press("Space")
    officer.tab_to("Outcome")
    officer.type("Breakfast club on Mondays.")
    for tick in ("No action needed", "No next meeting needed"):
        officer.tab_to(tick)
        officer.press("Space")
    officer.press("Ctrl+Return")
    assert officer.said() == "Meeting saved."


def print_thanks(officer: AtDesk, reader: str) -> None:
    """From the letters of the meeting to the printed page, and to the question after it."""
    officer.press("Ctrl+PgDown")
    officer.tab_to("Letters")
    officer.down_to(f"Thank you for coming, {reader}")
    officer.press("Return")
    letter = officer.window.current_screen()
    assert isinstance(letter, LetterScreen)
    officer.qtbot.waitUntil(lambda: letter.bench.paper is not None, timeout=20_000)
    officer.press("Ctrl+P")
    officer.qtbot.waitUntil(lambda: letter.bench.gone.asks, timeout=20_000)
    assert officer.heard() == "How it went"
    officer.press("Down")
