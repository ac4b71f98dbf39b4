"""The five steps to a record, walked through as an officer does."""

from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.errors import AlreadyThere
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.appearance import Appearance
from ui.first_run import FirstRun
from ui.first_run_pages import (
    NewRecord,
    OfficerPage,
    PassphrasePage,
    PlacePage,
    StartPage,
    documents,
)
from ui.first_run_recovery import RecoveryPage
from ui.jobs import Jobs
from ui.theme import LIGHT


def cheaply(record: NewRecord) -> Store:
    """Make and open the record as the app does, with a cheap key."""
    settings = Settings(
        family=SETTINGS_STREAM,
        school=record.school,
        officer=record.officer,
        officer_role=record.role,
    )
    create_record(
        record.folder(),
        record.passphrase,
        recovery_code=record.code,
        settings=settings,
        cost=TEST_COST,
    )
    return open_record(record.folder(), passphrase=record.passphrase)


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRun]:
    jobs = Jobs()
    made = FirstRun(jobs, create=cheaply)
    qtbot.addWidget(made)
    made.place_page.place.setText(str(tmp_path))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    jobs.finish()


def pages(
    wizard: FirstRun,
) -> tuple[PlacePage, PassphrasePage, RecoveryPage, OfficerPage, StartPage]:
    return (
        wizard.place_page,
        wizard.passphrase_page,
        wizard.recovery_page,
        wizard.officer_page,
        wizard.start_page,
    )


def type_back(page: RecoveryPage, code: str) -> None:
    groups = recovery.groups(code)
    for answer, number in zip(page.answers, page.asked(), strict=True):
        answer.setText(groups[number].lower())


def walk_to(wizard: FirstRun, step: int) -> None:
    """Answer everything up to a step, counted from 0."""
    place, passphrase, sheet, officer, _ = pages(wizard)
    place.name.set_text("Oakfield")
    wizard.go_on()
    if step > 1:
        passphrase.again.set_text(passphrase.text())
        wizard.go_on()
    if step > 2:
        sheet.ask_back()
        type_back(sheet, wizard.record.code)
        wizard.go_on()
    if step > 3:
        officer.officer.set_text("Mrs A Officer")
        wizard.go_on()


@pytest.mark.parametrize("size", [100, 150])
def test_every_step_passes_the_audit(
    qtbot: QtBot, wizard: FirstRun, appearance: Appearance, size: int
) -> None:
    appearance.set_text_size(size)
    wizard.resize(1024, 552)
    walk_to(wizard, 3)
    for step in range(5):
        wizard._show_page(step)
        QTest.qWait(1)
        assert faults(wizard) == []
        assert wizard.rect().contains(wizard.next_button.mapTo(wizard, wizard.rect().topLeft()))


def test_the_whole_way_to_an_open_record(qtbot: QtBot, wizard: FirstRun, tmp_path: Path) -> None:
    made: list[tuple[Store, Path, str]] = []
    wizard.made.connect(lambda store, folder, wish: made.append((store, folder, wish)))
    walk_to(wizard, 4)
    qtbot.waitUntil(lambda: wizard.current() == 4)
    wizard.start_page.choose("import")
    wizard.go_on()
    store, folder, wish = made[0]
    assert (folder, wish) == (tmp_path / "Oakfield.liaison", "import")
    assert (store.settings.school, store.settings.officer) == ("Oakfield", "Mrs A Officer")
    store.close()
    open_record(folder, recovery_code=wizard.record.code).close()


def test_practice_leaves_the_record_closed_for_later(qtbot: QtBot, wizard: FirstRun) -> None:
    walk_to(wizard, 4)
    qtbot.waitUntil(lambda: wizard.current() == 4)
    wizard.start_page.choose("practice")
    with qtbot.waitSignal(wizard.practice_wanted):
        wizard.go_on()
    open_record(wizard.record.folder(), passphrase=wizard.record.passphrase).close()
    wizard.go_on()


def test_a_record_needs_a_name_and_a_place_of_its_own(wizard: FirstRun, tmp_path: Path) -> None:
    place = wizard.place_page
    wizard.go_on()
    assert wizard.current() == 0
    assert place.name.problem() == "Give the record a name."
    place.name.set_text("a/b")
    wizard.go_on()
    assert "may not hold" in place.name.problem()
    (tmp_path / "Oakfield.liaison").mkdir()
    place.name.set_text("Oakfield")
    wizard.go_on()
    assert "already" in place.name.problem()
    place.name.set_text("Other")
    for wrong, said in (("", "Choose"), ("not/absolute", "Choose"), (str(tmp_path / "x"), "no ")):
        place.place.setText(wrong)
        wizard.go_on()
        assert said in place.folder.problem()
    assert wizard.summary.hasFocus()


def test_the_folder_that_is_offered_is_always_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "nowhere"))
    assert documents() == Path.home()
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path))
    assert documents() == tmp_path


def test_a_folder_copied_to_the_internet_is_warned_of(
    wizard: FirstRun, answers: Answers, tmp_path: Path
) -> None:
    place = wizard.place_page
    assert place.warning.isHidden()
    place._choose()
    answers.folder = tmp_path / "OneDrive"
    place._choose()
    assert not place.warning.isHidden()
    assert "copied to the internet" in place.warning.words.text()


def test_a_passphrase_of_her_own_must_be_strong_and_typed_twice(wizard: FirstRun) -> None:
    walk_to(wizard, 1)
    page = wizard.passphrase_page
    first = page.text()
    page.another.click()
    assert page.text() != first
    page.own.setChecked(True)
    QTest.keyClicks(page.typed.line, "StMarysSchool")
    assert page.strength.words().startswith("Strength: ")
    wizard.go_on()
    assert "could be guessed" in page.typed_field.problem()
    assert page.again_field.problem() == "Type the passphrase a second time."
    page.typed.set_text("kettle marble otter sixpence")
    page.again.set_text("kettle marble otter")
    wizard.go_on()
    assert page.again_field.problem() == "The two are not the same."
    page.again.set_text("kettle marble otter sixpence")
    wizard.go_on()
    assert wizard.current() == 2
    assert wizard.record.passphrase == "kettle marble otter sixpence"
    wizard.go_back()
    assert wizard.current() == 1


def test_two_groups_are_hidden_and_asked_for(wizard: FirstRun) -> None:
    walk_to(wizard, 2)
    page = wizard.recovery_page
    groups = recovery.groups(wizard.record.code)
    assert [group.text() for group in page.groups] == groups
    wizard.go_on()
    assert wizard.current() == 2
    page.ask_back()
    asked = page.asked()
    assert len(asked) == 2
    assert [n for n, group in enumerate(page.groups) if group.text() == "on paper"] == asked
    assert not {groups[n] for n in asked} & {group.text() for group in page.groups}
    page.answers[0].setText(groups[asked[0]])
    page.answers[1].setText("0000")
    wizard.go_on()
    assert wizard.current() == 2
    assert page.fields[0].problem() == ""
    assert page.fields[1].problem().startswith(f"Look at group {asked[1] + 1} again")
    assert len({answer.mapTo(page, answer.rect().topLeft()).y() for answer in page.answers}) == 1
    page.show_code()
    assert [group.text() for group in page.groups] == groups
    assert page.asked() == []


def test_the_recovery_sheet_is_printed_from_memory(
    wizard: FirstRun, answers: Answers, tmp_path: Path
) -> None:
    walk_to(wizard, 2)
    page = wizard.recovery_page
    page.print_sheet()
    assert page.asked() == []
    answers.printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    answers.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    answers.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_button.click()
    assert len(page.asked()) == 2
    assert page.printed.isVisible()
    assert (tmp_path / "printed.pdf").stat().st_size > 5000


def test_the_officer_and_the_school_are_named(wizard: FirstRun) -> None:
    walk_to(wizard, 3)
    page = wizard.officer_page
    assert page.school.text() == "Oakfield"
    page.school.set_text("")
    wizard.go_on()
    assert page.officer.problem() == "Say who keeps the record."
    assert page.school.problem() == "Name the school."


def test_a_record_that_cannot_be_made_says_why(qtbot: QtBot, wizard: FirstRun) -> None:
    def refuse(_record: NewRecord) -> Store:
        raise AlreadyThere("Something is there already.")

    wizard._create = refuse
    walk_to(wizard, 4)
    qtbot.waitUntil(wizard.summary.isVisible)
    assert wizard.current() == 3
    assert "Something is there already." in wizard.summary.accessibleName()
    assert wizard.next_button.isEnabled()
    with pytest.raises(ZeroDivisionError):
        wizard._record_refused(ZeroDivisionError())


def test_a_record_that_is_there_already_can_be_opened_instead(
    qtbot: QtBot, wizard: FirstRun, answers: Answers, tmp_path: Path
) -> None:
    wizard.open_button.click()
    answers.folder = tmp_path
    with qtbot.waitSignal(wizard.other, check_params_cb=lambda folder: folder == tmp_path):
        wizard.open_button.click()


def test_enter_goes_on(wizard: FirstRun) -> None:
    wizard.place_page.name.set_text("Oakfield")
    QTest.keyClick(wizard.place_page.name.line, Qt.Key.Key_Return)
    assert wizard.current() == 1
    QTest.keyClick(wizard.back_button, Qt.Key.Key_Return)
    assert wizard.current() == 0
    QTest.keyClick(wizard.place_page.name.line, Qt.Key.Key_F4)
    assert wizard.current() == 0


def test_the_summary_stands_on_the_ground_of_danger(wizard: FirstRun) -> None:
    wizard.go_on()
    picture = QImage(wizard.summary.grab().toImage())
    assert picture.size().width() > QSize(100, 1).width()
    assert picture.pixelColor(picture.width() - 20, 20) == QColor(LIGHT.danger_tint)
