"""Settings, Backups and Checks: kept, tested, restored and switched to; looked through; printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework import backups
from liaison.casework.backups import OVERDUE
from liaison.store.fingerprints import tip_fingerprint
from liaison.store.looking import looked
from liaison.store.record import open_record, restore_record
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from tests.ui.records import PASSPHRASE, desk, record, record_template, ring
from ui.appearance import Appearance
from ui.backed_up import BackedUp
from ui.backup_words import ago_words, size_words
from ui.contents import Contents
from ui.delegates.entries import EntryRow
from ui.screens.settings.backups import BackupsSection
from ui.screens.settings.checks import ChecksSection
from ui.screens.settings.screen import Settings
from ui.session import Session
from ui.tasks.safe.restore import Restore
from ui.tasks.safe.tasks import SAFE
from ui.tasks.safe.try_backup import TryBackup
from ui.window import MainWindow

__all__ = ["desk", "record", "record_template", "ring"]


def settings_over(qtbot: QtBot, store: Store, appearance: Appearance) -> MainWindow:
    session = Session(store, today=lambda: TODAY, appearance=appearance)
    made = MainWindow(session, Contents((Settings,), SAFE), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def window(qtbot: QtBot, desk: Store, appearance: Appearance) -> Iterator[MainWindow]:
    made = settings_over(qtbot, desk, appearance)
    yield made
    made.session.rest()


def shown(window: MainWindow, title: str) -> BackupsSection | ChecksSection:
    window.session.open("settings", title)
    screen = window.current_screen()
    assert isinstance(screen, Settings)
    found = screen.pages.currentWidget()
    assert isinstance(found, BackupsSection | ChecksSection)
    return found


@pytest.fixture
def part(window: MainWindow) -> BackupsSection:
    found = shown(window, BackupsSection.title)
    assert isinstance(found, BackupsSection)
    return found


@pytest.fixture
def checks(window: MainWindow) -> ChecksSection:
    found = shown(window, ChecksSection.title)
    assert isinstance(found, ChecksSection)
    return found


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy(), timeout=20_000)


def settle() -> None:
    """Until what has grown has its room."""
    for _ in range(4):
        QApplication.processEvents()


def said(window: MainWindow) -> str:
    return window.strip.toast.sentence()


def rows(part: BackupsSection) -> list[EntryRow]:
    return [row for row in part.list.rows() if isinstance(row, EntryRow)]


def back_up(qtbot: QtBot, window: MainWindow, part: BackupsSection) -> None:
    part.now_button.setFocus()
    QTest.keyClick(part.now_button, Qt.Key.Key_Space)
    idle(qtbot, window)


def test_a_backup_is_kept_now_and_stands_in_the_list(
    qtbot: QtBot, window: MainWindow, part: BackupsSection
) -> None:
    assert part.nothing.isVisible()
    assert faults(window) == []
    back_up(qtbot, window, part)
    (row,) = rows(part)
    assert row.title == "Mon 23 Nov, 10:42"
    assert row.line.endswith("kB")
    assert row.chip == "Checked when made"
    assert said(window) == "Backed up and looked through."
    assert faults(window) == []


def test_a_spoiled_backup_is_told_apart_and_fails_its_test(
    qtbot: QtBot, window: MainWindow, part: BackupsSection, desk: Store
) -> None:
    back_up(qtbot, window, part)
    file = Path(rows(part)[0].id)
    data = bytearray(file.read_bytes())
    data[-200] ^= 1
    file.write_bytes(data)
    part.test()
    task = window.task()
    assert isinstance(task, TryBackup)
    task.begin()
    idle(qtbot, window)
    assert "is damaged" in task.summary.accessibleName()
    assert task.answer.isHidden()
    window.close_task()
    file.write_bytes(b"nothing")
    part.reload()
    assert rows(part)[0].chip == "Look at this"


def test_a_whole_backup_passes_its_test(
    qtbot: QtBot, window: MainWindow, part: BackupsSection
) -> None:
    back_up(qtbot, window, part)
    part.list.setFocus()
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    task = window.task()
    assert isinstance(task, TryBackup)
    assert faults(task) == []
    QTest.keyClick(task.action, Qt.Key.Key_Space)
    idle(qtbot, window)
    assert task.answer.words.text() == "It is whole, and can be restored."
    QTest.keyClick(task.action, Qt.Key.Key_Space)
    assert window.task() is None


def test_a_backup_is_restored_into_a_new_folder_and_the_window_asked_to_switch(
    qtbot: QtBot, window: MainWindow, part: BackupsSection, record: Path
) -> None:
    back_up(qtbot, window, part)
    wanted: list[Path] = []
    window.session.moved.connect(wanted.append)
    part.restore()
    task = window.task()
    assert isinstance(task, Restore)
    assert faults(task) == []
    QTest.keyClicks(task.passphrase.line, "not the one of that time")
    QTest.keyClick(task.passphrase.line, Qt.Key.Key_Return)
    idle(qtbot, window)
    assert task.summary.isVisible()
    task.passphrase.set_text(PASSPHRASE)
    QTest.keyClick(task.action, Qt.Key.Key_Space)
    idle(qtbot, window)
    new = record.parent / "Oakfield restored 2026-11-23.liaison"
    assert new.is_dir()
    assert record.is_dir()
    assert faults(task) == []
    QTest.keyClick(task.action, Qt.Key.Key_Space)
    assert wanted == [new]
    with closing(open_record(new, passphrase=PASSPHRASE)) as restored:
        assert restored.settings.school == "Oakfield Primary School"


def test_a_restore_says_what_is_missing_before_it_begins(
    window: MainWindow, part: BackupsSection, answers: Answers, tmp_path: Path
) -> None:
    part.restore_other()
    task = window.task()
    assert isinstance(task, Restore)
    task.name.set_text("")
    task.place.setText("nowhere")
    task.restore()
    assert [each.problem() for each in (task.file_field, task.place_field, task.name)] == [
        "There is no such file: choose the backup.",
        "Choose a folder.",
        "Give the new folder a name.",
    ]
    answers.open_file, answers.folder = tmp_path / "one.liaisonbackup", tmp_path
    task._choose_file()
    task._choose_place()
    assert (task.file.text(), task.place.text()) == (str(answers.open_file), str(tmp_path))
    task.by_code.setChecked(True)
    assert task.code.isVisible()
    assert not task.passphrase_field.isVisible()
    settle()
    assert faults(task) == []


def test_the_second_place_is_chosen_used_and_given_up(
    qtbot: QtBot, window: MainWindow, part: BackupsSection, answers: Answers, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    part.choose_place()
    assert part.place.text().startswith("None.")
    answers.folder = stick
    part.choose_place()
    assert part.place.text() == str(stick)
    back_up(qtbot, window, part)
    assert "second place, too" in said(window)
    assert "Last copy: Mon 23 Nov, 10:42" in part.place.text()
    assert len(list(stick.iterdir())) == 1
    answers.folder = tmp_path / "Oakfield.liaison" / "backups"
    part.choose_place()
    assert "inside the record" in part.summary.accessibleName()
    part.forget_place()
    assert part.place.text().startswith("None.")


def test_a_second_place_out_of_reach_is_said_and_the_backup_is_kept_all_the_same(
    qtbot: QtBot, window: MainWindow, part: BackupsSection, answers: Answers, tmp_path: Path
) -> None:
    answers.folder = tmp_path / "stick"
    answers.folder.mkdir()
    part.choose_place()
    answers.folder.rmdir()
    back_up(qtbot, window, part)
    assert "is not there" in part.summary.accessibleName()
    assert len(rows(part)) == 1


def test_the_strip_says_when_it_was_backed_up_and_that_nothing_is_elsewhere(
    qtbot: QtBot, window: MainWindow, part: BackupsSection, desk: Store
) -> None:
    BackedUp(window.session, window.strip)
    words = window.strip._backup.words
    assert words.text() == "No backup yet"
    back_up(qtbot, window, part)
    assert words.text() == "Backed up today"
    now = desk.now()
    desk.now = lambda: now + OVERDUE * 2
    assert backups.reminder(desk, now=desk.now())
    window.session.backed_up.emit()
    assert words.text() == "Backed up today, none elsewhere"
    assert faults(window) == []


def test_days_and_sizes_are_words() -> None:
    stamp = "2026-11-23T10:42:00+00:00"
    days = [TODAY, TODAY.replace(day=24), TODAY.replace(day=25)]
    assert [ago_words(stamp, day) for day in days] == [
        "Backed up today",
        "Backed up yesterday",
        "Backed up 2 days ago",
    ]
    assert [size_words(size) for size in (10, 956_000, 77_200_000)] == ["1 kB", "956 kB", "77 MB"]


def test_both_looks_say_when_they_were_and_what_they_found(
    qtbot: QtBot, window: MainWindow, checks: ChecksSection, desk: Store
) -> None:
    assert faults(window) == []
    assert desk.vault is not None
    vault = desk.vault
    checks.quick_button.setFocus()
    checks.quick_button.click()
    assert checks.stop_button.hasFocus()
    assert not checks.full_button.isEnabled()
    qtbot.waitUntil(lambda: bool(looked(vault).daily))
    assert looked(vault).weekly == ""
    assert "Everything: not yet on this laptop" in checks.weekly.text()
    assert checks.answer.words.text() == "Nothing was wrong when it was last looked through."
    assert checks.quick_button.hasFocus()
    checks.full_button.click()
    qtbot.waitUntil(lambda: bool(looked(vault).weekly))
    assert checks.weekly.text().startswith("Everything: Mon 23 Nov, ")
    assert checks.quick_button.hasFocus()


def test_what_was_kept_or_written_meanwhile_stands_there_when_it_is_shown_again(
    window: MainWindow, part: BackupsSection, desk: Store
) -> None:
    assert rows(part) == []
    shown(window, ChecksSection.title)
    backups.back_up_now(desk, now=desk.now())
    shown(window, BackupsSection.title)
    assert len(rows(part)) == 1
    Make(desk).family("Khan")
    checks = shown(window, ChecksSection.title)
    assert isinstance(checks, ChecksSection)
    assert checks.now.text() == tip_fingerprint(desk)


def test_a_look_can_be_stopped(window: MainWindow, checks: ChecksSection, desk: Store) -> None:
    checks.full_button.click()
    checks.stop()
    assert not checks.stop_button.isVisible()
    assert checks.full_button.isEnabled()
    assert desk.vault is not None
    assert looked(desk.vault).weekly == ""


def test_a_printed_state_is_found_again_and_a_later_one_is_not_in_an_older_copy(
    qtbot: QtBot,
    window: MainWindow,
    checks: ChecksSection,
    desk: Store,
    answers: Answers,
    tmp_path: Path,
) -> None:
    checks.print_state()
    assert said(window) == ""
    answers.printer = QPrinter()
    answers.printer.setOutputFileName(str(tmp_path / "state.pdf"))
    checks.print_button.click()
    assert "supervision file" in said(window)
    printed = tip_fingerprint(desk)
    assert checks.now.text() == printed
    Make(desk).family("Khan")
    QTest.keyClicks(checks.typed.line, printed.lower().replace("-", " "))
    QTest.keyClick(checks.typed.line, Qt.Key.Key_Return)
    assert checks.found.text().startswith("This record contains that state: change ")
    assert checks.found.text().endswith("One change was written since.")
    assert faults(window) == []
    other = printed[:-1] + ("A" if printed[-1] != "A" else "B")
    checks.typed.set_text(other)
    checks.compare()
    assert checks.found.text().startswith("This record does not contain that state")
    checks.typed.set_text("no fingerprint")
    checks.compare()
    assert "four groups of four" in checks.typed.problem()
    assert not checks.found.isVisible()


@pytest.mark.parametrize("way", ["restored_button", "mine_button"])
def test_what_was_put_back_is_accepted_only_when_somebody_says_so(
    qtbot: QtBot,
    record: Path,
    desk: Store,
    appearance: Appearance,
    answers: Answers,
    way: str,
) -> None:
    older = (record / "record.db").read_bytes()
    Make(desk).family("Khan")
    desk.close()
    (record / "record.db").write_bytes(older)
    with closing(open_record(record, passphrase=PASSPHRASE)) as store:
        window = settings_over(qtbot, store, appearance)
        checks = shown(window, ChecksSection.title)
        assert isinstance(checks, ChecksSection)
        assert store.trouble in checks.trouble.words.text()
        assert store.trouble
        assert window.trouble.words() == store.trouble
        assert faults(window) == []
        getattr(checks, way).click()
        assert store.trouble
        answers.sure = True
        getattr(checks, way).click()
        assert store.trouble == ""
        assert window.trouble.words() == ""
        assert not checks.trouble.isVisible()
        window.session.rest()


def test_a_practice_record_says_that_there_is_nothing_on_the_disk(
    qtbot: QtBot, store: Store, appearance: Appearance
) -> None:
    window = settings_over(qtbot, store, appearance)
    part = shown(window, BackupsSection.title)
    assert isinstance(part, BackupsSection)
    assert "never kept on the disk" in part.nothing.text()
    for button in (part.now_button, part.test_button, part.restore_button, part.place_button):
        assert not button.isEnabled()
    checks = shown(window, ChecksSection.title)
    assert isinstance(checks, ChecksSection)
    assert "in memory only" in checks.daily.text()
    assert not checks.quick_button.isEnabled()
    assert faults(window) == []
    window.session.rest()


def test_the_fingerprint_of_a_restored_record_still_finds_what_was_printed(
    qtbot: QtBot, window: MainWindow, part: BackupsSection, desk: Store, tmp_path: Path
) -> None:
    printed = tip_fingerprint(desk)
    back_up(qtbot, window, part)
    new = tmp_path / "Again.liaison"
    restore_record(Path(rows(part)[0].id), new, passphrase=PASSPHRASE, now=desk.now)
    with closing(open_record(new, passphrase=PASSPHRASE)) as restored:
        assert tip_fingerprint(restored) != printed
