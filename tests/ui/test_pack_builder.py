"""The pack builder: for whom, what goes in, true pages, and what happens to them."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.packs import PackPart
from liaison.casework.shredding import still_out
from liaison.model.restriction import What
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.preview.pack_choices import EVERYBODY, STAFF
from ui.screens.pack import ALL, PackBuilder
from ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[str, str], PackBuilder]


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    make.contact(made, facts="Rang about the bus.")
    return made


@pytest.fixture
def met(make: Make, khan: Made) -> str:
    return make.meeting(khan).meeting.id


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Iterator[Open]:
    made = PackBuilder(session)
    qtbot.addWidget(made)
    made.resize(1130, 680)

    def show(kind: str, id: str) -> PackBuilder:
        made.show_entry(kind, id)
        made.show()
        made.activateWindow()
        return made

    yield show
    made.leave()


def wait(qtbot: QtBot, screen: PackBuilder) -> None:
    qtbot.waitUntil(lambda: screen.bench.paper is not None, timeout=20_000)


def noted(store: Store) -> list[tuple[str, str, int, str]]:
    return [(e.sheet, e.audience, e.copy_number, e.way) for e in store.find(SharingLog)]


def test_a_meetings_pack_is_shown_before_it_is_printed(
    qtbot: QtBot, opened: Open, met: str, store: Store
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    paper = screen.bench.paper
    assert paper is not None
    assert screen.bench.pages.text() == f"{paper.pages} pages"
    assert screen.bench.desk._count.text() == f"Page 1 of {paper.pages}"
    assert "What we see: facts" in screen.bench.desk.text.toPlainText()
    assert screen.bench.desk._sheet.accessibleName() == f"Page 1 of {paper.pages}, as a picture"
    qtbot.keyClick(screen.bench.desk, Qt.Key.Key_PageDown)
    assert screen.bench.desk._count.text() == f"Page 2 of {paper.pages}"
    assert noted(store) == []
    assert faults(screen) == []


def test_a_reader_changes_what_goes_in_and_says_what_was_left_out(
    qtbot: QtBot, opened: Open, met: str, khan: Made
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    reader = screen.choices.reader
    assert [reader.itemData(n) for n in range(2)] == [STAFF, EVERYBODY]
    reader.setCurrentIndex(reader.findData(khan.adults[0].id))
    wait(qtbot, screen)
    side = screen.bench.side
    assert "Opening line left out" in side.left_out.text()
    assert "Reading age about" in side.reading.words.text()
    assert "Honest" not in screen.bench.desk.text.toPlainText()


def test_who_reads_it_is_said_whole(qtbot: QtBot, opened: Open, met: str) -> None:
    screen = opened("pack", met)
    box = screen.choices.reader
    qtbot.waitUntil(lambda: box.width() >= box.sizeHint().width())
    wait(qtbot, screen)


def test_f6_goes_from_the_choices_to_the_pages_and_back(
    qtbot: QtBot, opened: Open, met: str
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    for width in (1130, 400):
        screen.resize(width, 680)
        screen.choices.meeting.setFocus()
        qtbot.keyClick(screen, Qt.Key.Key_F6)
        at = QApplication.focusWidget()
        assert at.isVisible()
        assert screen.bench.desk.isAncestorOf(at)
        qtbot.keyClick(at, Qt.Key.Key_F6)
        assert QApplication.focusWidget() is screen.choices.meeting


def test_copies_are_numbered_for_each_reader(qtbot: QtBot, opened: Open, met: str) -> None:
    screen = opened("pack", met)
    screen.choices.reader.setCurrentIndex(1)
    screen.choices.copies.setCurrentIndex(1)
    wait(qtbot, screen)
    said = screen.bench.desk.text.toPlainText()
    for reader in ("Mrs Amina Khan", "Mr Shahid Khan"):
        assert f"Copy 2 of 2 for {reader}" in said
    screen.choices.reader.setCurrentIndex(0)
    wait(qtbot, screen)
    assert "Staff copy 2 of 2" in screen.bench.desk.text.toPlainText()


def test_a_pack_with_nothing_in_it_is_no_pack(qtbot: QtBot, opened: Open, met: str) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    for tick in screen.choices.parts.values():
        tick.setChecked(False)
    assert "Tick what goes in" in refusal(screen)
    assert not screen.bench.print.isEnabled()
    screen.choices.parts[PackPart.TIMELINE].click()
    wait(qtbot, screen)
    assert screen.choices.since.isVisible()
    screen.choices.since.set_text("someday")
    screen.choices.since.line.editingFinished.emit()
    assert "is not a date" in refusal(screen)
    screen.choices.since.set_text("tomorrow")
    screen.choices.since.line.editingFinished.emit()
    qtbot.waitUntil(lambda: "nothing is recorded" in refusal(screen))


def refusal(screen: PackBuilder) -> str:
    from ui.widgets.labels import Words

    return " ".join(each.text() for each in screen.bench.desk.refused.findChildren(Words))


def test_all_the_packs_of_a_day_are_made_with_progress(
    qtbot: QtBot, opened: Open, make: Make, khan: Made
) -> None:
    for _ in range(3):
        make.meeting(khan)
    make.meeting(make.family("Byrne"))
    screen = opened("packs-of-day", TODAY.isoformat())
    assert screen.bench._going.isVisible()
    assert screen.bench.progress._count.text() == "0 of 4"
    wait(qtbot, screen)
    assert not screen.bench._going.isVisible()
    assert screen.bench.desk.text.toPlainText().count("Meeting about Zara") == 4
    assert screen.choices.meeting.currentData() == ALL
    assert screen.subject() == ""


def test_the_making_can_be_stopped(qtbot: QtBot, opened: Open, make: Make, khan: Made) -> None:
    for _ in range(3):
        make.meeting(khan)
    screen = opened("packs-of-day", TODAY.isoformat())
    screen.bench.cancel.click()
    assert "Stopped" in refusal(screen)
    assert screen.bench.paper is None
    screen.choices.points.setCurrentIndex(1)
    wait(qtbot, screen)


def test_a_family_leads_to_its_next_meeting(
    qtbot: QtBot, opened: Open, make: Make, khan: Made
) -> None:
    make.meeting(khan, held_on=TODAY - timedelta(days=7))
    near = make.meeting(khan, held_on=TODAY + timedelta(days=2)).meeting
    make.meeting(khan, held_on=TODAY + timedelta(days=9))
    screen = opened("pack-of-family", khan.id)
    wait(qtbot, screen)
    assert screen.choices.meeting.currentData() == near.id
    assert screen.subject() == khan.id


def test_what_is_not_there_is_a_sentence(opened: Open, khan: Made) -> None:
    assert "no meeting" in refusal(opened("pack-of-family", khan.id))
    assert "not in the record" in refusal(opened("pack", "nowhere"))
    assert "no meeting on that day" in refusal(opened("packs-of-day", "2026-12-24"))


def test_a_restriction_stops_one_readers_pack(
    qtbot: QtBot, opened: Open, make: Make, khan: Made, met: str
) -> None:
    make.restriction(khan, khan.adults[1], what=What.LETTERS)
    screen = opened("pack", met)
    screen.choices.reader.setCurrentIndex(screen.choices.reader.findData(khan.adults[1].id))
    qtbot.waitUntil(lambda: "No copy for Mr Shahid Khan" in refusal(screen))
    screen.choices.reader.setCurrentIndex(1)
    wait(qtbot, screen)
    assert "No copy for Mr Shahid Khan" in screen.bench.side.warnings.words.text()


def test_printing_goes_page_by_page_under_a_neutral_name_and_is_noted(
    qtbot: QtBot, opened: Open, met: str, store: Store, answers: Answers, tmp_path: Path
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    qtbot.keyClick(screen, Qt.Key.Key_P, CONTROL)
    assert noted(store) == []
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = printer
    paper = screen.bench.paper
    assert paper is not None
    qtbot.keyClick(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(noted(store)), timeout=20_000)
    assert printer.docName() == "Document 1"
    assert len(pikepdf.open(tmp_path / "out.pdf").pages) == paper.pages
    assert noted(store) == [("pack", "staff", 1, "printed")]
    (out,) = still_out(store)
    assert (out.title, out.shred_by) == ("Meeting pack", TODAY + timedelta(days=14))


@pytest.mark.qt_log_ignore("^QPainter::begin")
def test_a_printer_that_is_not_there_is_a_sentence(
    qtbot: QtBot, opened: Open, met: str, store: Store, session: Session, answers: Answers
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    said: list[str] = []
    session.said.connect(lambda sentence, _: said.append(sentence))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all/out.pdf")
    answers.printer = printer
    screen.bench.print.click()
    assert "Look whether it is there" in said[0]
    assert noted(store) == []
    assert screen.bench.print.isEnabled()


def test_copies_without_a_number_of_their_own_are_refused(
    qtbot: QtBot, opened: Open, met: str, store: Store, session: Session, answers: Answers
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    said: list[str] = []
    session.said.connect(lambda sentence, _: said.append(sentence))
    answers.printer = QPrinter()
    answers.printer.setCopyCount(2)
    screen.bench.print.click()
    assert "there each gets its number" in said[0]
    assert noted(store) == []
    assert screen.bench.print.isEnabled()


def test_printing_can_be_stopped_and_is_then_not_noted(
    qtbot: QtBot, opened: Open, met: str, store: Store, answers: Answers, tmp_path: Path
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = printer
    screen.bench.print.click()
    assert screen.bench._going.isVisible()
    screen.bench.cancel.click()
    assert not screen.bench._going.isVisible()
    assert noted(store) == []
    assert screen.bench.paper is not None


def test_a_pdf_is_saved_with_a_password_unless_she_is_sure(
    qtbot: QtBot, opened: Open, met: str, store: Store, answers: Answers, tmp_path: Path
) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    saving = screen.bench.saving
    saving.button.click()
    assert "at least 8" in saving.problem()
    answers.save_file = tmp_path / "pack.pdf"
    qtbot.keyClicks(saving.password.line, "kettle marble")
    saving.button.click()
    qtbot.waitUntil(lambda: bool(noted(store)), timeout=20_000)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "pack.pdf")
    assert pikepdf.open(tmp_path / "pack.pdf", password="kettle marble").encryption.R == 6
    assert noted(store) == [("pack", "staff", 1, "saved")]


def test_leaving_lets_the_pages_go(qtbot: QtBot, opened: Open, met: str) -> None:
    screen = opened("pack", met)
    wait(qtbot, screen)
    sheaf = screen.bench._sheaf
    assert sheaf is not None
    assert len(sheaf[0:2]) == 2
    screen.leave()
    assert len(sheaf) == 0
    assert screen.bench.paper is None


def test_what_is_sensitive_is_ticked_for_one_meeting_and_one_reader_each_time(
    qtbot: QtBot, opened: Open, met: str, make: Make, khan: Made
) -> None:
    mum, dad = (each.id for each in khan.adults)
    hers = make.barrier(khan, kind="prison", words="Since May.", person=mum)
    make.barrier(khan, kind="transport", words="No car.")
    screen = opened("pack", met)
    wait(qtbot, screen)
    ticks, reader = screen.choices.ticks, screen.choices.reader
    assert [each.text() for each in ticks.boxes.values()] == ["Parent in prison: Mrs Amina Khan"]
    assert ticks.isVisible()
    assert ticks.ticked() == frozenset()
    assert "Since May." not in screen.bench.desk.text.toPlainText()
    assert "Sensitive, and not ticked for this copy." in screen.bench.side.left_out.text()
    ticks.boxes[hers.id].click()
    wait(qtbot, screen)
    assert "Since May." in screen.bench.desk.text.toPlainText()
    assert "not ticked" not in screen.bench.side.left_out.text()
    assert faults(screen) == []
    screen.choices.points.setCurrentIndex(1)
    wait(qtbot, screen)
    assert "Since May." in screen.bench.desk.text.toPlainText()
    for other in (mum, STAFF):
        reader.setCurrentIndex(reader.findData(other))
        wait(qtbot, screen)
        assert ticks.ticked() == frozenset()
        assert "Since May." not in screen.bench.desk.text.toPlainText()
    for other in (dad, EVERYBODY):
        reader.setCurrentIndex(reader.findData(other))
        wait(qtbot, screen)
        assert not ticks.isVisible()
    reader.setCurrentIndex(0)
    wait(qtbot, screen)
    ticks.boxes[hers.id].click()
    screen.choices.meeting.setCurrentIndex(screen.choices.meeting.findData(ALL))
    wait(qtbot, screen)
    assert not ticks.isVisible()
    assert "Since May." not in screen.bench.desk.text.toPlainText()


def test_what_is_wrong_with_the_password_is_scrolled_into_sight(
    qtbot: QtBot, opened: Open, met: str
) -> None:
    screen = opened("pack", met)
    screen.resize(950, 380)
    wait(qtbot, screen)
    saving = screen.bench.saving
    saving.password.line.setFocus()
    qtbot.keyClick(saving.password.line, Qt.Key.Key_Return)
    assert saving.problem() == "Give the PDF a password of at least 8 characters."
    qtbot.waitUntil(lambda: saving.visibleRegion().boundingRect() == saving.rect())
    assert saving.password.line.hasFocus()
