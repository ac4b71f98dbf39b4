"""Locking: when it is time, what is kept, what the next process is told, and the way back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.casework.place_left import keep_place, place_left
from liaison.casework.today import today
from liaison.errors import NotKept, OpenElsewhere
from liaison.store.drafts import Draft
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, leaving, recovery
from liaison.vault.leaving import Leaving
from tests.builders import TODAY, Make
from tests.conftest import oakfield
from ui import main
from ui.appearance import Appearance
from ui.jobs import Job
from ui.locking.idle import Idle
from ui.locking.locked import Locked, Reason, locked_from
from ui.locking.replacing import FINISH, command_line, finishing_line
from ui.remembered import Memory
from ui.screens.family.page import FamilyPage
from ui.screens.today.screen import Today
from ui.screens.today.unsettled import unsettled
from ui.start import Start
from ui.tasks.log_contact.task import LogContact
from ui.tasks.monday.gate_note import GateNoteTask
from ui.unlock import UnlockWindow
from ui.window import MainWindow

PASSPHRASE = "kettle marble otter sixpence"


@dataclass
class NextProcess:
    """Stands in for the system: it notes what it was to begin, or refuses."""

    refuses: bool = False
    begun: list[list[str]] = field(default_factory=list)

    def __call__(self, arguments: Sequence[str], _leaving: Leaving) -> None:
        self.begun.append(list(arguments))
        if self.refuses:
            raise PermissionError


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locking") / "Oakfield.liaison"
    create_record(
        folder,
        PASSPHRASE,
        recovery_code=recovery.new_code(),
        settings=oakfield(),
        cost=TEST_COST,
        fill=lambda store: Make(store).family("Khan", adults=[("Mrs", "Amina", "mother")]),
    )
    return folder


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "config" / "window.json")


@pytest.fixture
def next_process() -> NextProcess:
    return NextProcess()


@pytest.fixture
def start(
    qtbot: QtBot, appearance: Appearance, memory: Memory, next_process: NextProcess
) -> Iterator[Start]:
    made = Start(appearance, memory, today=lambda: TODAY, replace_process=next_process)
    yield made
    made.end()
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


@pytest.fixture
def window(start: Start, record: Path) -> MainWindow:
    return opened(start, record)


def opened(start: Start, record: Path) -> MainWindow:
    start.show_unlock(record)
    start.open_session(open_record(record, passphrase=PASSPHRASE))
    assert isinstance(start.window, MainWindow)
    return start.window


def khan(store: Store) -> str:
    (found,) = store.families_named("Khan")
    return found


def why(start: Start) -> str:
    assert isinstance(start.window, UnlockWindow)
    return start.window.why


def test_the_next_process_is_told_the_record_and_why_and_no_more(
    start: Start, window: MainWindow, next_process: NextProcess, record: Path
) -> None:
    start.session.open("family", khan(start.session.store))
    start.lock(Reason.IDLE)
    (line,) = next_process.begun
    assert line[:2] == [str(record), "--locked"]
    assert set(line[2].split(",")) <= {"idle", "behind"}
    assert line[3] == "--window"
    asked = main.arguments(line)
    locked = locked_from(asked.record, asked.locked, asked.window)
    assert (locked.record, locked.reason, locked.draft) == (record, Reason.IDLE, False)


def test_the_record_is_closed_and_nothing_shows_before_the_next_process_begins(
    start: Start, window: MainWindow, record: Path
) -> None:
    closed: list[bool] = []
    window.show()

    def begin(_arguments: Sequence[str], leaving: Leaving) -> None:
        assert leaving.lock is not None
        with pytest.raises(OpenElsewhere):
            open_record(record, passphrase=PASSPHRASE)
        leaving.finish()
        open_record(record, passphrase=PASSPHRASE).close()
        closed.append(start.session is None and not window.centralWidget().isVisible())

    start._replace_process = begin
    assert window.centralWidget().isVisible()
    window.lock()
    assert closed == [True]


def slowly(fifo: Path) -> list[str]:
    """The command line of a process that finishes a closing once ``fifo`` is written to."""
    wait = f"open({str(fifo)!r}).read(); "
    line = finishing_line()
    return [line[0], line[1], wait + line[2], *line[3:]]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_who_unlocks_while_the_record_is_still_being_closed_waits_for_it(
    qtbot: QtBot,
    start: Start,
    window: MainWindow,
    record: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(leaving, "SMALL", 0)
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    begun: list[subprocess.Popen[bytes] | None] = []

    def begin(_arguments: Sequence[str], left: Leaving) -> None:
        begun.append(left.hand_to(slowly(fifo)))

    start._replace_process = begin
    start.session.store.keep_draft(Draft("d", "contact", "", "Rang"))
    start.session.store.drop_draft("d")
    window.lock()
    unlock = start.window
    assert isinstance(unlock, UnlockWindow)
    unlock.passphrase.set_text(PASSPHRASE)
    unlock.unlock()
    (other,) = begun
    assert other is not None
    assert other.poll() is None
    assert start.session is None
    fifo.write_text("go on")
    qtbot.waitUntil(lambda: start.session is not None)
    assert other.wait() == 0
    assert start.session.store.trouble == ""
    vault = start.session.store.vault
    assert vault is not None
    assert vault.tip is not None
    assert vault.tip.state == "closed"


@pytest.mark.parametrize(
    ("locked", "minutes", "words"),
    [
        (Locked(Path("x"), Reason.IDLE, draft=True), 5, "Locked: 5 minutes without activity. "),
        (Locked(Path("x"), Reason.IDLE), 1, "Locked: 1 minute without activity."),
        (Locked(Path("x"), Reason.ASKED), 5, "Locked."),
        (Locked(Path("x"), Reason.SLEEP), 5, "Locked: this computer went to sleep."),
        (Locked(Path("x"), Reason.SCREEN), 5, "Locked: the screen of this computer was locked."),
        (Locked(None, Reason.ASKED), 5, "this practice record begins anew"),
    ],
)
def test_the_lock_window_says_why(locked: Locked, minutes: int, words: str) -> None:
    said = locked.sentence(minutes)
    assert words in said
    assert ("Your draft is safe." in said) is locked.draft


def test_a_note_half_written_is_there_again_with_its_family_behind_it(
    start: Start, window: MainWindow, record: Path
) -> None:
    start.session.open("family", khan(start.session.store))
    window.open_task("log-contact")
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.lanes.facts.setPlainText("Rang about the bus")
    start.lock(Reason.IDLE)
    assert why(start) == "Locked: 5 minutes without activity. Your draft is safe."
    again = opened(start, record)
    assert isinstance(again.current_screen(), FamilyPage)
    assert again.current_screen().subject() == khan(start.session.store)
    task = again.task()
    assert isinstance(task, LogContact)
    assert task.form.lanes.facts.toPlainText() == "Rang about the bus"
    assert place_left(start.session.store) == ""
    start.session.store.drop_draft(task.kept_as())


def test_a_gate_note_goes_on_where_it_was(start: Start, window: MainWindow, record: Path) -> None:
    window.open_task("gate-note")
    task = window.task()
    assert isinstance(task, GateNoteTask)
    task.words.setPlainText("a dad, Year 2")
    start.lock()
    again = opened(start, record).task()
    assert isinstance(again, GateNoteTask)
    assert again.words.text() == "a dad, Year 2"
    again.words.setPlainText("a dad, Year 2: the bus")
    again.leave()
    kept = [each for each in start.session.store.drafts() if each.kind == "gate"]
    assert len(kept) == 1
    start.session.store.drop_draft(kept[0].id)


def test_the_pane_and_the_row_are_the_same_again(
    qtbot: QtBot, start: Start, window: MainWindow, record: Path
) -> None:
    start.session.open("family", khan(start.session.store))
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.people.list.setFocus()
    page.tabs.setCurrentIndex(0)
    row = page.people.list.rows()[-1].id
    page.people.list.choose(row)
    start.lock()
    again = opened(start, record).current_screen()
    assert isinstance(again, FamilyPage)
    assert again.tabs.currentIndex() == 0
    assert again.people.list.current_id() == row
    assert again.window().focusWidget() is again.people.list


def test_the_way_back_is_no_draft_on_today_and_is_gone_once_it_was_taken(
    start: Start, window: MainWindow, record: Path
) -> None:
    start.session.open("families")
    window.lock()
    assert opened(start, record).current_screen().title == "Families"
    start.end()
    assert isinstance(opened(start, record).current_screen(), Today)
    day = today(start.session.store, TODAY)
    keep_place(start.session.store, "another version's words")
    assert unsettled(start.session.store, day, "10:00") == []
    start.end()
    assert isinstance(opened(start, record).current_screen(), Today)


def test_a_system_that_begins_no_process_leaves_it_locked_all_the_same(
    start: Start, window: MainWindow, next_process: NextProcess, record: Path
) -> None:
    next_process.refuses = True
    start.lock(Reason.SLEEP)
    assert len(next_process.begun) == 1
    assert why(start) == "Locked: this computer went to sleep."
    assert start.session is None
    open_record(record, passphrase=PASSPHRASE).close()


def test_what_must_not_be_broken_off_ends_first_behind_a_curtain(
    qtbot: QtBot, start: Start, window: MainWindow, next_process: NextProcess
) -> None:
    told: list[object] = []
    going_on = True

    def work(_job: Job) -> str:
        while going_on:
            os.sched_yield()
        return "done"

    start.session.jobs.start(work, window.strip.show_notice, window.strip.show_notice)
    start.lock()
    assert start._guard is not None
    curtain = start._guard.curtain
    assert curtain.isVisible()
    assert not window.rail.isVisible()
    QTest.keyClick(curtain, Qt.Key.Key_Escape)
    assert curtain.isVisible()
    start.lock(Reason.IDLE)
    assert next_process.begun == []
    going_on = False
    qtbot.waitUntil(lambda: bool(next_process.begun))
    assert next_process.begun[0][2].startswith("asked")
    assert told == []


def test_idle_counts_from_the_last_key_or_move_in_any_window(qtbot: QtBot, start: Start) -> None:
    start.show_first_run()
    now = 0.0
    due: list[bool] = []
    idle = Idle(lambda: 5, clock=lambda: now)
    idle.due.connect(lambda: due.append(True))
    now = 299
    idle.look()
    assert due == []
    handle = start.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    now = 598
    idle.look()
    assert due == []
    QCoreApplication.sendEvent(handle, QEvent(QEvent.Type.User))
    now = 599
    idle.look()
    assert due == [True]
    idle.end()


def test_the_minutes_are_chosen_for_this_laptop_between_one_and_thirty(
    start: Start, window: MainWindow, memory: Memory, appearance: Appearance
) -> None:
    watch = start.session.watch
    assert watch is not None
    assert watch.minutes == 5
    for wanted, minutes in ((12, 12), (0, 1), (99, 30)):
        watch.set_minutes(wanted)
        assert (watch.minutes, memory.read().lock_minutes) == (minutes, minutes)
    watch.set_hidden_from_capture(hidden=False)
    appearance.set_text_size(110)
    assert memory.read().lock_minutes == 30
    assert not memory.read().hide_from_capture
    watch.idle._last -= 31 * 60
    watch.idle.look()
    assert why(start) == "Locked: 30 minutes without activity."


def test_the_same_program_begins_again_however_it_was_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-X", "utf8", "-m", "ui.main", "old"])
    monkeypatch.setattr(sys, "argv", ["ui/main.py", "old"])
    line = command_line(["new", "--locked", "idle"])
    assert line == [sys.executable, "-X", "utf8", "-m", "ui.main", "new", "--locked", "idle"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_line(["new"]) == [sys.executable, "new"]
    assert finishing_line() == [sys.executable, FINISH]


def test_a_note_that_a_full_disk_cannot_keep_is_covered_until_the_passphrase_is_typed(
    qtbot: QtBot,
    start: Start,
    window: MainWindow,
    next_process: NextProcess,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.open_task("log-contact")
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.lanes.facts.setPlainText("Rang about the bus")

    def full(_draft: object) -> None:
        raise NotKept("There is no room left on the disk.")

    with monkeypatch.context() as disk:
        disk.setattr(start.session.store, "keep_draft", full)
        start.lock(Reason.IDLE)
        assert next_process.begun == []
        curtain = start._guard.curtain
        assert "no room left" in curtain.accessibleName()
        assert not task.isVisible()
        asking = curtain.asking
        assert asking is not None
        asking.passphrase.set_text("not the passphrase")
        asking.ask()
        qtbot.waitUntil(lambda: bool(asking.field.problem()))
        assert not task.isVisible()
        assert not asking.button.isEnabled()
        asking._end_wait()
        QTest.keyClick(asking.passphrase.line, Qt.Key.Key_Tab)
        start.lock(Reason.SLEEP)
        asking.passphrase.set_text(PASSPHRASE)
        asking.ask()
        qtbot.waitUntil(task.isVisible)
    assert task.form.lanes.facts.toPlainText() == "Rang about the bus"
    start.lock()
    assert len(next_process.begun) == 1
    assert next_process.begun[0][2].startswith("asked,draft")
