"""The unlock window over a real record with a cheap key."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.errors import WrongPassphrase
from liaison.store.record import create_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from liaison.vault.attempts import note_failure
from tests.conftest import oakfield
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.appearance import Appearance
from ui.jobs import Jobs
from ui.locking.tries import told_tries, tries_words
from ui.unlock import UnlockWindow
from ui.widgets.buttons import KeyedButton

PASSPHRASE = "kettle marble otter sixpence"


@pytest.fixture(scope="module")
def code() -> str:
    return recovery.new_code()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, code: str) -> Path:
    folder = tmp_path_factory.mktemp("unlock") / "Oakfield.liaison"
    create_record(folder, PASSPHRASE, recovery_code=code, settings=oakfield(), cost=TEST_COST)
    return folder


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.finish()


@pytest.fixture
def window(qtbot: QtBot, record: Path, jobs: Jobs) -> UnlockWindow:
    made = UnlockWindow(record, jobs, reason="Locked. What you were writing is kept.")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize("size", [100, 150])
def test_the_unlock_window_passes_the_audit(
    qtbot: QtBot, window: UnlockWindow, appearance: Appearance, size: int
) -> None:
    appearance.set_text_size(size)
    window.resize(1024, 552)
    QTest.qWait(1)
    assert faults(window) == []
    window.use_code.click()
    QTest.qWait(1)
    assert faults(window) == []


def test_it_shows_the_folder_and_the_reason_and_no_more(window: UnlockWindow) -> None:
    assert window.windowTitle() == "Family Liaison"
    assert window.passphrase.line.hasFocus()


def test_the_passphrase_opens_the_record(qtbot: QtBot, window: UnlockWindow) -> None:
    opened: list[Store] = []
    window.opened.connect(opened.append)
    QTest.keyClicks(window.passphrase.line, PASSPHRASE)
    with qtbot.waitSignal(window.opened):
        QTest.keyClick(window.passphrase.line, Qt.Key.Key_Return)
    assert opened[0].settings.school == "Oakfield Primary School"
    assert window.passphrase.text() == ""
    opened[0].close()


def test_a_wrong_passphrase_says_so_and_makes_the_next_one_wait(
    qtbot: QtBot, window: UnlockWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.unlock.SECOND", 20)
    QTest.keyClicks(window.passphrase.line, "not the passphrase")
    window.unlock_button.click()
    assert not window.unlock_button.isEnabled()
    window.unlock()
    qtbot.waitUntil(lambda: bool(window.problem()))
    assert window.problem() == "That passphrase does not open this record."
    assert not window.unlock_button.isEnabled()
    qtbot.waitUntil(window.unlock_button.isEnabled)
    assert window.passphrase.line.selectedText() == window.passphrase.text()


def test_nothing_typed_is_not_an_attempt(window: UnlockWindow, jobs: Jobs) -> None:
    window.unlock()
    assert not jobs.is_busy()
    assert window.problem() == ""


def test_the_recovery_sheet_opens_it_too(qtbot: QtBot, window: UnlockWindow, code: str) -> None:
    window.use_code.click()
    assert QApplication.focusWidget() is window.code
    QTest.keyClicks(window.code, code[:-1])
    QTest.keyClick(window.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.problem()))
    assert "not as printed" in window.problem()
    window._end_wait()
    window._waiting.stop()
    window.code.setText(code.lower().replace("-", " "))
    opened: list[Store] = []
    window.opened.connect(opened.append)
    with qtbot.waitSignal(window.opened):
        QTest.keyClick(window.code, Qt.Key.Key_Return)
    opened[0].close()
    window.use_code.click()
    assert window.passphrase.isVisible()


def test_an_error_nobody_expected_is_not_swallowed(window: UnlockWindow) -> None:
    with pytest.raises(ZeroDivisionError):
        window._fail(ZeroDivisionError())
    assert window.unlock_button.isEnabled()


def test_another_record_can_be_chosen(
    qtbot: QtBot, window: UnlockWindow, answers: Answers, tmp_path: Path
) -> None:
    other = next(b for b in window.findChildren(KeyedButton) if "different" in b.text())
    other.click()
    answers.folder = tmp_path
    with qtbot.waitSignal(window.other, check_params_cb=lambda folder: folder == tmp_path):
        other.click()


def test_help_is_there_before_anything_is_open(qtbot: QtBot, window: UnlockWindow) -> None:
    QTest.keySequence(window, "F1")
    assert window.overlay is not None
    panel = window.overlay.panel()
    assert panel is not None
    assert faults(panel) == []
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert window.overlay.panel() is None


def test_the_first_window_loads_nothing_that_can_wait(record: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import ui.main
from ui.appearance import Appearance
from ui.jobs import Jobs
from ui.unlock import UnlockWindow
app = QApplication([])
Appearance(app)
window = UnlockWindow(Path({str(record)!r}), Jobs())
window.show()
window.grab()
late = {{"sqlite_utils", "sqlcipher3", "cryptography", "click", "zxcvbn", "reportlab", "keyring"}}
print(sorted(late & set(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == "[]"


def test_the_wait_grows_by_a_second_and_never_beyond_five(window: UnlockWindow) -> None:
    waits = []
    for _ in range(7):
        window._fail(WrongPassphrase("That passphrase does not open this record."))
        waits.append(window._waiting.interval())
    assert waits == [1000, 2000, 3000, 4000, 5000, 5000, 5000]


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ([], ""),
        (["2026-11-20T09:00:00+00:00"], "1 try did not open this record: Fri 20 Nov."),
        (
            ["2026-11-20T09:00:00+00:00", "2026-11-23T09:00:00+00:00"],
            "2 tries did not open this record since Fri 20 Nov.",
        ),
        (["2026-11-23T10:04:30+00:00", "2026-11-23T10:04:40+00:00"], ""),
    ],
)
def test_tries_in_vain_are_told_once_unless_they_were_made_just_now(
    tmp_path: Path, times: list[str], words: str
) -> None:
    for each in times:
        note_failure(tmp_path, datetime.fromisoformat(each))
    now = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
    assert bool(tries_words(tmp_path, now.date())) is bool(times)
    assert told_tries(tmp_path, now) == words
    assert told_tries(tmp_path, now) == ""


@pytest.mark.parametrize("text", ['["yesterday"]', '["0001-01-01T00:00:00+00:00"]', "[1]", "{"])
def test_a_list_of_tries_that_was_tampered_with_is_no_obstacle(tmp_path: Path, text: str) -> None:
    (tmp_path / "attempts.json").write_text(text)
    assert isinstance(told_tries(tmp_path, datetime(2026, 11, 23, 10, 5, tzinfo=UTC)), str)
