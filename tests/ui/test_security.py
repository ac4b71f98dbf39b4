"""Settings, Security: who can open the record, by name; and what each panel does with the keys."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.casework import key_holders
from liaison.casework.backups import backups_at_a_glance
from liaison.errors import LiaisonError, WrongPassphrase
from liaison.store.record import open_record
from liaison.store.store import Store
from liaison.vault import recovery
from liaison.vault.slots import KEYRING
from tests.builders import TODAY
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from tests.ui.records import (
    PASSPHRASE,
    SECOND,
    desk,
    record,
    record_template,
    ring,
    with_colleague,
)
from tests.vault.test_keyrings import Fake
from ui.appearance import Appearance
from ui.contents import Contents
from ui.delegates.entries import EntryRow
from ui.locking.capture import Capture
from ui.locking.signs import SystemSigns
from ui.locking.watch import Watch
from ui.remembered import Memory
from ui.screens.settings.screen import Settings
from ui.screens.settings.security import SecuritySection
from ui.session import Session
from ui.tasks.safe.passphrases import AddPassphrase, ChangePassphrase, RenameHolder
from ui.tasks.safe.re_encrypt import ReEncrypt
from ui.tasks.safe.recovery import NewRecovery
from ui.tasks.safe.tasks import SAFE
from ui.tasks.safe.try_backup import TryBackup
from ui.tasks.safe.working import Working
from ui.window import MainWindow

__all__ = ["desk", "record", "record_template", "ring"]

THIRD = "marble sixpence garden thimble walnut"


@pytest.fixture
def window(qtbot: QtBot, desk: Store, appearance: Appearance) -> Iterator[MainWindow]:
    session = Session(desk, today=lambda: TODAY, appearance=appearance)
    made = MainWindow(session, Contents((Settings,), SAFE), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    session.open("settings", SecuritySection.title)
    yield made
    session.rest()


@pytest.fixture
def part(window: MainWindow) -> SecuritySection:
    screen = window.current_screen()
    assert isinstance(screen, Settings)
    found = screen.pages.currentWidget()
    assert isinstance(found, SecuritySection)
    return found


def said(window: MainWindow) -> str:
    return window.strip.toast.sentence()


def rows(part: SecuritySection) -> list[tuple[str, str, str]]:
    found = [row for row in part.keys.rows() if isinstance(row, EntryRow)]
    return [(row.title, row.line, row.chip) for row in found]


def own(part: SecuritySection) -> str:
    ways = key_holders.key_holders(part.session.store)
    return next(each.slot for each in ways if each.in_use)


def over(qtbot: QtBot, window: MainWindow, task: Working) -> None:
    """Until its job has ended."""
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy() and not task.busy, timeout=20_000)


def test_every_way_in_is_a_row_with_the_one_in_use_marked(part: SecuritySection) -> None:
    assert rows(part) == [
        ("Mrs A Officer", "Passphrase, since 23 November 2026", "In use now"),
        ("Recovery code", "On the sheet in the safe", ""),
    ]
    assert faults(part.window()) == []


def test_a_colleague_is_added_by_keyboard_and_opens_the_record(
    qtbot: QtBot, window: MainWindow, part: SecuritySection, desk: Store, record: Path
) -> None:
    part.add_button.setFocus()
    QTest.keyClick(part.add_button, Qt.Key.Key_Space)
    task = window.task()
    assert isinstance(task, AddPassphrase)
    assert faults(task) == []
    QTest.keyClick(task.action, Qt.Key.Key_Space)
    assert task.name.problem() == "Say whose passphrase it is."
    QTest.keyClicks(task.name.line, "Mr B Colleague")
    task.page.own.setChecked(True)
    task.page.typed.set_text(SECOND)
    task.page.again.set_text(SECOND)
    QTest.keyClick(task.action, Qt.Key.Key_Space)
    over(qtbot, window, task)
    assert window.task() is None
    assert said(window) == "Mr B Colleague can open the record now."
    assert [row[0] for row in rows(part)] == ["Mrs A Officer", "Mr B Colleague", "Recovery code"]
    assert desk.settings.second_key_holder == "Mr B Colleague"
    desk.close()
    with closing(open_record(record, passphrase=SECOND)) as theirs:
        assert key_holders.who(theirs, theirs.door.actor) == "Mr B Colleague"


def test_a_weak_passphrase_is_told_beside_its_field(
    window: MainWindow, part: SecuritySection
) -> None:
    part.add()
    task = window.task()
    assert isinstance(task, AddPassphrase)
    task.name.set_text("Mr B Colleague")
    task.page.own.setChecked(True)
    task.page.typed.set_text("StMarysSchool2026")
    task.page.again.set_text("something else")
    task.add()
    assert task.page.typed_field.problem()
    assert task.page.again_field.problem() == "The two are not the same."
    assert not task.busy


def test_a_passphrase_that_opens_it_already_is_refused(
    qtbot: QtBot, window: MainWindow, part: SecuritySection
) -> None:
    part.add()
    task = window.task()
    assert isinstance(task, AddPassphrase)
    task.name.set_text("Mr B Colleague")
    task.page.own.setChecked(True)
    for field in (task.page.typed, task.page.again):
        field.set_text(PASSPHRASE)
    task.add()
    over(qtbot, window, task)
    assert "opens this record already" in task.summary.accessibleName()
    assert window.task() is task


def test_ones_own_passphrase_is_changed_only_by_whoever_knows_it(
    qtbot: QtBot, window: MainWindow, part: SecuritySection, desk: Store, record: Path
) -> None:
    part.keys.choose(own(part))
    part.change()
    task = window.task()
    assert isinstance(task, ChangePassphrase)
    assert faults(task) == []
    task.page.own.setChecked(True)
    for field in (task.page.typed, task.page.again):
        field.set_text(THIRD)
    task.old.set_text("not that one at all")
    task.change()
    over(qtbot, window, task)
    assert "is not that one" in task.summary.accessibleName()
    task.old.set_text(PASSPHRASE)
    task.change()
    over(qtbot, window, task)
    assert said(window) == "Changed. The old passphrase opens nothing from now on."
    desk.close()
    with pytest.raises(WrongPassphrase):
        open_record(record, passphrase=PASSPHRASE)
    open_record(record, passphrase=THIRD).close()


def test_a_colleague_who_leaves_is_ended_after_a_question(
    window: MainWindow, part: SecuritySection, answers: Answers, desk: Store
) -> None:
    slot = with_colleague(desk)
    part.keys.choose(slot)
    part.end()
    assert len(rows(part)) == 3
    answers.sure = True
    part.keys.setFocus()
    QTest.keyClick(part.keys, Qt.Key.Key_Delete)
    assert answers.asked == ["End a passphrase"] * 2
    assert [row[0] for row in rows(part)] == ["Mrs A Officer", "Recovery code"]
    assert key_holders.who(desk, slot) == "Mr B Colleague"
    assert desk.settings.second_key_holder == ""
    part.keys.choose(own(part))
    part.end()
    assert "the only passphrase" in said(window)


def test_a_name_is_put_right(window: MainWindow, part: SecuritySection, desk: Store) -> None:
    part.keys.choose(with_colleague(desk))
    part.rename()
    task = window.task()
    assert isinstance(task, RenameHolder)
    assert faults(task) == []
    task.name.set_text("")
    task.keep()
    assert task.name.problem()
    task.name.set_text("Mr Bell")
    task.keep()
    assert [row[0] for row in rows(part)][:2] == ["Mrs A Officer", "Mr Bell"]


def test_the_recovery_code_and_the_keyring_have_no_passphrase_to_change(
    window: MainWindow, part: SecuritySection
) -> None:
    part.keys.choose(part.keys.rows()[-1].id)
    for button in (part.change_button, part.name_button, part.end_button):
        assert not button.isEnabled()
    part.change()
    part.rename()
    part.end()
    assert window.task() is None


def test_a_new_recovery_code_counts_only_when_it_is_on_paper(
    window: MainWindow, part: SecuritySection, desk: Store, record: Path, record_template: object
) -> None:
    part.new_recovery()
    task = window.task()
    assert isinstance(task, NewRecovery)
    assert faults(task) == []
    task.renew()
    assert window.task() is task
    code = [group.text() for group in task.page.groups]
    task.page.ask_back()
    for answer, number in zip(task.page.answers, task.page.asked(), strict=True):
        answer.setText(code[number])
    task.renew()
    assert window.task() is None
    desk.close()
    open_record(record, recovery_code="".join(code)).close()
    assert isinstance(record_template, tuple)
    with pytest.raises(LiaisonError):
        open_record(record, recovery_code=record_template[1])


def test_this_laptop_remembers_until_told_otherwise(part: SecuritySection, desk: Store) -> None:
    assert not part.remember.isChecked()
    part.remember.click()
    until = TODAY + timedelta(days=30)
    assert [each.kind for each in key_holders.key_holders(desk)][-1] == KEYRING
    assert rows(part)[-1][0] == "Remembered on a laptop"
    assert part.remembered.text().startswith("Until ")
    assert str(until.year) in part.remembered.text()
    part.remember.click()
    assert part.remembered.text().startswith("Off. ")
    assert len(rows(part)) == 2


def test_a_keyring_that_cannot_be_trusted_is_refused_with_its_sentence(
    part: SecuritySection, ring: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(ring), "get_password", lambda *_: "something else")
    part.remember.click()
    assert not part.remember.isChecked()
    assert "did not give back" in part.remembered.text()


def test_re_encrypting_ends_every_other_way_in_and_says_so(
    qtbot: QtBot, window: MainWindow, part: SecuritySection, desk: Store, record: Path
) -> None:
    with_colleague(desk)
    part.re_encrypt()
    task = window.task()
    assert isinstance(task, ReEncrypt)
    assert faults(task) == []
    task.go_on()
    assert "Type your passphrase" in task.summary.accessibleName()
    task.passphrase.set_text(PASSPHRASE)
    task.go_on()
    assert faults(task) == []
    task.go_on()
    assert not task.busy
    code = [group.text() for group in task.page.groups]
    task.page.ask_back()
    for answer, number in zip(task.page.answers, task.page.asked(), strict=True):
        answer.setText(code[number])
    task.go_on()
    over(qtbot, window, task)
    assert "Ended: Mr B Colleague." in task.told.text()
    assert "of the old key" in task.told.text()
    task.go_on()
    assert window.task() is None
    assert [row[0] for row in rows(part)] == ["Mrs A Officer", "Recovery code"]
    assert desk.verify(full=True) == []
    desk.close()
    open_record(record, recovery_code=recovery.check_code("".join(code))).close()
    with pytest.raises(WrongPassphrase):
        open_record(record, passphrase=SECOND)


def test_re_encrypting_with_the_wrong_passphrase_changes_nothing(
    qtbot: QtBot, window: MainWindow, part: SecuritySection, record: Path, desk: Store
) -> None:
    part.re_encrypt()
    task = window.task()
    assert isinstance(task, ReEncrypt)
    task.passphrase.set_text("not that one at all")
    task.go_on()
    code = [group.text() for group in task.page.groups]
    task.page.ask_back()
    for answer, number in zip(task.page.answers, task.page.asked(), strict=True):
        answer.setText(code[number])
    task.go_on()
    over(qtbot, window, task)
    assert "does not open this record" in task.summary.accessibleName()
    assert task.passphrase.isVisible()
    window.close_task()
    desk.close()
    open_record(record, passphrase=PASSPHRASE).close()


def test_the_minutes_until_it_locks_are_remembered_for_this_laptop(
    qtbot: QtBot, window: MainWindow, part: SecuritySection, tmp_path: Path
) -> None:
    assert part.locking.isHidden()
    memory = Memory(tmp_path / "window.json")
    memory.remember_lock_minutes(7)
    watch = Watch(memory, SystemSigns(), Capture(hidden=True), window)
    watch.capture.possible = True
    window.session.watch = watch
    part.reload()
    assert part.locking.minutes.currentText() == "7 minutes"
    assert part.locking.capture.isChecked()
    part.locking.minutes.setCurrentIndex(0)
    assert part.locking.minutes.currentText() == "1 minute"
    assert memory.read().lock_minutes == 1
    assert watch.minutes == 1
    part.locking.capture.click()
    assert not memory.read().hide_from_capture
    assert "press Ctrl+L first" in part.locking.system.text()
    assert faults(window) == []


def test_a_backup_of_the_old_key_is_tested_with_the_passphrase_of_its_time(
    qtbot: QtBot, window: MainWindow, desk: Store
) -> None:
    key_holders.re_encrypt(desk, PASSPHRASE, recovery_code=recovery.new_code(), today=TODAY)
    (old,) = backups_at_a_glance(desk)
    assert "earlier key" in old.trouble
    window.session.open("try-backup", str(old.file))
    task = window.task()
    assert isinstance(task, TryBackup)
    assert task.passphrase.isVisible()
    task.passphrase.set_text("not that one at all")
    task.begin()
    over(qtbot, window, task)
    assert task.summary.isVisible()
    task.passphrase.set_text(PASSPHRASE)
    task.begin()
    over(qtbot, window, task)
    assert task.answer.words.text() == "It is whole, and can be restored."
    task.begin()
    assert window.task() is None


def test_what_the_disk_refuses_is_said_in_the_panel(
    qtbot: QtBot, window: MainWindow, part: SecuritySection, desk: Store
) -> None:
    part.add()
    task = window.task()
    assert isinstance(task, AddPassphrase)
    task.name.set_text("Mr B Colleague")
    task.page.own.setChecked(True)
    for field in (task.page.typed, task.page.again):
        field.set_text(SECOND)
    assert desk.vault is not None
    desk.vault.refuse("The record is in a place that cannot be written.")
    task.add()
    over(qtbot, window, task)
    assert "cannot be written" in task.summary.accessibleName()
    assert window.task() is task
    window.close_task()
    part.remember.click()
    assert "cannot be written" in part.remembered.text()
