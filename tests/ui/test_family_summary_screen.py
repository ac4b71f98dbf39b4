"""The summary before it is printed: true pages, who reads them, what was left out, the note."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liaison.errors import CannotPrint
from liaison.model.contact import Part
from liaison.model.fields import Audience
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import Made, Make
from tests.ui.audit import faults
from tests.ui.conftest import Opened
from tests.ui.fixtures import Answers
from ui.appearance import Appearance, Scheme
from ui.preview.pages import PageImage, page_images
from ui.preview.printing import print_pages
from ui.screens.family_summary import FamilySummary
from ui.session import Session
from ui.widgets.alt_keys import letters_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    make.phone(made.adults[0])
    people = [(made.adults[0], Part.SPOKEN_TO)]
    make.contact(made, facts="Rang about the bus.", people=people)
    make.contact(made, facts="Seen at the gate.", people=people, keep_from_family=True)
    make.follow_up(made)
    return made


@pytest.fixture
def screen(qtbot: QtBot, session: Session, khan: Made) -> FamilySummary:
    made = FamilySummary(session)
    qtbot.addWidget(made)
    made.resize(1130, 680)
    made.show_entry("family-summary", khan.id)
    made.show()
    made.activateWindow()
    wait_for_sheet(qtbot, made)
    return made


def wait_for_sheet(qtbot: QtBot, screen: FamilySummary) -> None:
    qtbot.waitUntil(lambda: screen.bench.paper is not None, timeout=20_000)


def noted(store: Store) -> list[tuple[str, str, str]]:
    return [(each.audience, each.reader, each.way) for each in store.find(SharingLog)]


def test_the_keys_go_first_to_the_reader_that_is_chosen(
    opened: Opened, session: Session, khan: Made
) -> None:
    window = opened()
    session.open("family-summary", khan.id)
    shown = window.current_screen()
    assert isinstance(shown, FamilySummary)
    assert shown.choices.audiences[Audience.STAFF].hasFocus()
    assert letters_of(shown._back.text()) != set()
    shown.choices.audiences[Audience.HANDOVER].setChecked(True)
    session.open("today")
    session.open("family-summary", khan.id)
    assert shown.choices.audiences[Audience.HANDOVER].hasFocus()


def test_what_is_shown_is_the_pdf_itself(screen: FamilySummary, store: Store) -> None:
    assert screen.bench.paper is not None
    pages = page_images(screen.bench.paper.pdf)
    assert screen.bench.desk._count.text() == f"Page 1 of {len(pages)}"
    assert "Rang about the bus." in " ".join(screen.bench.desk.text.toPlainText().split())
    assert not screen.bench.desk._sheet.pixmap().isNull()
    assert "Nothing" in screen.bench.side.left_out.text()
    assert noted(store) == []


def test_a_family_copy_says_what_was_left_out_and_shows_another_sheet(
    screen: FamilySummary, qtbot: QtBot, khan: Made
) -> None:
    screen.choices.audiences[Audience.FAMILY].click()
    assert screen.choices.reader.isVisible()
    screen.choices.reader.setCurrentIndex(screen.choices.reader.findData(khan.adults[0].id))
    wait_for_sheet(qtbot, screen)
    assert screen.bench.paper is not None
    assert screen.bench.paper.notes[0].wish.reader == khan.adults[0].id
    assert "Contact notes left out: 1." in screen.bench.side.left_out.text()
    assert "gate" not in screen.bench.desk.text.toPlainText()


def test_larger_letters_make_more_pages_turned_by_keys(screen: FamilySummary, qtbot: QtBot) -> None:
    screen.choices.points.setCurrentIndex(screen.choices.points.findData(24))
    wait_for_sheet(qtbot, screen)
    pages = len(screen.bench.desk._pages)
    assert pages > 1
    qtbot.keyClick(screen.bench.desk, Qt.Key.Key_PageDown)
    assert screen.bench.desk._count.text() == f"Page 2 of {pages}"
    qtbot.keyClick(screen.bench.desk, Qt.Key.Key_PageUp)
    qtbot.keyClick(screen.bench.desk, Qt.Key.Key_PageUp)
    assert screen.bench.desk._count.text() == f"Page 1 of {pages}"
    screen.bench.desk._larger()
    assert screen.bench.desk._zoom_words.text() == "100 %"
    screen.bench.desk._smaller()
    screen.bench.desk._smaller()
    screen.bench.desk._smaller()
    assert screen.bench.desk._zoom_words.text() == "50 %"
    screen.bench.desk.as_text.click()
    assert screen.bench.desk.text.isVisible()


def test_printing_uses_a_neutral_name_and_is_noted(
    screen: FamilySummary,
    qtbot: QtBot,
    store: Store,
    session: Session,
    answers: Answers,
    tmp_path: Path,
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_P, CONTROL)
    assert noted(store) == []
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = printer
    with qtbot.waitSignal(session.said, timeout=20_000) as said:
        qtbot.keyClick(screen, Qt.Key.Key_P, CONTROL)
    assert said.args[0] == "Sent to the printer. Each copy is noted."
    assert printer.docName() == "Document 1"
    with pikepdf.open(tmp_path / "out.pdf") as printed:
        assert len(printed.pages) == len(screen.bench.desk._pages)
    assert noted(store) == [("staff", "", "printed")]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said_and_nothing_is_noted(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    nothing: list[PageImage] = []
    with pytest.raises(CannotPrint, match="did not take the pages"):
        print_pages(nothing, printer)


def test_a_saved_pdf_needs_its_password(
    screen: FamilySummary,
    qtbot: QtBot,
    store: Store,
    session: Session,
    answers: Answers,
    tmp_path: Path,
) -> None:
    answers.save_file = tmp_path / "summary.pdf"
    screen.bench.saving.button.click()
    assert "at least 8 characters" in screen.bench.saving.problem()
    assert answers.asked == []
    screen.bench.saving.password.set_text("marble otter kettle")
    with qtbot.waitSignal(session.said, timeout=20_000):
        screen.bench.saving.button.click()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(answers.save_file)
    with pikepdf.open(answers.save_file, password="marble otter kettle") as opened:
        assert opened.encryption.bits == 256
    assert screen.bench.saving.password.text() == ""
    assert noted(store) == [("staff", "", "saved")]


def test_a_plain_pdf_is_saved_only_after_a_warning(
    screen: FamilySummary, qtbot: QtBot, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.save_file = tmp_path / "summary.pdf"
    screen.bench.saving.plain.setChecked(True)
    screen.bench.saving.button.click()
    assert answers.asked == ["Save without a password"]
    assert not answers.save_file.exists()
    answers.sure = True
    with qtbot.waitSignal(session.said, timeout=20_000):
        screen.bench.saving.button.click()
    assert len(pikepdf.open(answers.save_file).pages) == len(screen.bench.desk._pages)


def test_a_file_that_cannot_be_written_is_said_and_not_noted(
    screen: FamilySummary,
    qtbot: QtBot,
    store: Store,
    session: Session,
    answers: Answers,
    tmp_path: Path,
) -> None:
    answers.save_file = tmp_path / "no folder" / "summary.pdf"
    with qtbot.waitSignal(session.said, timeout=20_000) as said:
        screen.bench.saving.wanted.emit("marble otter kettle")
    assert "cannot be written" in said.args[0]
    assert noted(store) == []


def test_a_copy_that_must_not_be_made_says_why(
    screen: FamilySummary, qtbot: QtBot, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[1])
    other = make.family("Abdi")
    screen.choices.reader.addItem("Somebody else", other.adults[0].id)
    screen.choices.audiences[Audience.FAMILY].click()
    screen.choices.reader.setCurrentIndex(screen.choices.reader.count() - 1)
    assert screen.bench.desk.refused.isVisible()
    assert not screen.bench.print.isEnabled()
    qtbot.keyClick(screen, Qt.Key.Key_P, CONTROL)


def test_what_is_sensitive_is_printed_only_when_ticked(
    screen: FamilySummary, qtbot: QtBot, make: Make, khan: Made
) -> None:
    barrier = make.barrier(khan, kind="prison", words="Since May.")
    wait_for_sheet(qtbot, screen)
    assert "Since May." not in screen.bench.desk.text.toPlainText()
    box = screen.choices.ticks.boxes[barrier.id]
    assert box.text().startswith("Parent in prison")
    box.click()
    wait_for_sheet(qtbot, screen)
    assert "Since May." in screen.bench.desk.text.toPlainText()


def test_the_way_back_leads_to_the_family(
    screen: FamilySummary, qtbot: QtBot, session: Session, khan: Made
) -> None:
    assert screen.subject() == khan.id
    with qtbot.waitSignal(session.wanted) as wanted:
        screen._back.click()
    assert wanted.args == ["family", khan.id]


def test_the_preview_passes_the_audit(screen: FamilySummary, appearance: Appearance) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.set_scheme(scheme)
        assert faults(screen) == []
