"""Which window there is: first run, unlock, the record, and back; and what is remembered."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from liaison.errors import BadFile
from liaison.store.record import create_record, open_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.builders import TODAY
from tests.conftest import oakfield
from tests.ui.audit import faults
from ui import main
from ui.appearance import Appearance, Scheme
from ui.clipboard import copy_privately
from ui.first_run import FirstRun
from ui.making_practice import MakingPractice
from ui.remembered import Memory, Remembered
from ui.start import Start
from ui.unlock import UnlockWindow
from ui.window import MainWindow

PASSPHRASE = "kettle marble otter sixpence"


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "config" / "window.json")


@pytest.fixture
def start(qtbot: QtBot, appearance: Appearance, memory: Memory) -> Iterator[Start]:
    made = Start(appearance, memory, today=lambda: TODAY)
    yield made
    made.end()
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("start") / "Oakfield.liaison"
    code = recovery.new_code()
    create_record(folder, PASSPHRASE, recovery_code=code, settings=oakfield(), cost=TEST_COST)
    return folder


def test_without_a_record_the_first_run_begins(start: Start) -> None:
    start.begin()
    assert isinstance(start.window, FirstRun)


def test_the_record_opened_last_is_asked_for_again(
    qtbot: QtBot, start: Start, memory: Memory, record: Path
) -> None:
    memory.remember_record(record)
    start.begin()
    assert isinstance(start.window, UnlockWindow)
    start.window.passphrase.set_text(PASSPHRASE)
    start.window.unlock()
    qtbot.waitUntil(lambda: isinstance(start.window, MainWindow))
    assert start.session is not None
    assert start.session.settings.school == "Oakfield Primary School"


def test_a_record_that_is_gone_leads_to_the_first_run(start: Start, memory: Memory) -> None:
    memory.write(Remembered(record="/nowhere/Gone.liaison"))
    start.begin()
    assert isinstance(start.window, FirstRun)


def test_locking_closes_the_record_and_asks_for_the_passphrase(
    qtbot: QtBot, start: Start, memory: Memory, record: Path
) -> None:
    start.begin(record)
    start.open_session(open_record(record, passphrase=PASSPHRASE))
    assert memory.read().record == str(record)
    window = start.window
    assert isinstance(window, MainWindow)
    copy_privately("07700 900412")
    with qtbot.waitSignal(window.destroyed):
        window.lock()
    assert QApplication.clipboard().text() == ""
    assert isinstance(start.window, UnlockWindow)
    assert start.session is None
    open_record(record, passphrase=PASSPHRASE).close()


def test_a_new_record_is_shown_with_what_is_wanted_first(
    start: Start, memory: Memory, record: Path
) -> None:
    start.show_first_run()
    start._record_made(open_record(record, passphrase=PASSPHRASE), record, "import")
    assert isinstance(start.window, MainWindow)
    task = start.window.task()
    assert task is not None
    assert task.kind == "import"
    assert memory.read().record == str(record)


def test_what_another_program_copied_is_left_alone(start: Start, record: Path) -> None:
    start.begin(record)
    start.open_session(open_record(record, passphrase=PASSPHRASE))
    QApplication.clipboard().setText("from a letter")
    start.lock()
    assert QApplication.clipboard().text() == "from a letter"


def test_closing_the_window_closes_the_record(qtbot: QtBot, start: Start, record: Path) -> None:
    start.begin(record)
    start.open_session(open_record(record, passphrase=PASSPHRASE))
    with qtbot.waitSignal(start.ended):
        assert start.window is not None
        start.window.close()
    open_record(record, passphrase=PASSPHRASE).close()


def test_practice_is_invented_and_never_on_the_disk(
    start: Start, memory: Memory, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.making_practice.FAMILIES", 4)
    monkeypatch.setattr("ui.making_practice.YEARS", 1)
    start.show_practice()
    assert isinstance(start.window, MakingPractice)
    assert start.window.words.text() == "Making the practice record…"
    assert faults(start.window) == []
    qtbot.waitUntil(lambda: isinstance(start.window, MainWindow))
    assert isinstance(start.window, MainWindow)
    assert start.session is not None
    assert start.session.settings.practice
    assert start.session.store.vault is None
    assert not start.window.banner.isHidden()
    assert memory.read().record == ""
    before = start.session.store
    start.lock()
    qtbot.waitUntil(lambda: start.session is not None)
    assert isinstance(start.window, MainWindow)
    assert start.session.store is not before
    assert "begins anew" in start.window.strip.toast.sentence()


def test_a_window_closed_while_practice_is_made_leaves_no_record_open(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.making_practice.FAMILIES", 2)
    monkeypatch.setattr("ui.making_practice.YEARS", 0)
    closed: list[Store] = []
    shut = Store.close

    def close(store: Store) -> None:
        shut(store)
        closed.append(store)

    monkeypatch.setattr(Store, "close", close)
    start.show_practice()
    assert isinstance(start.window, MakingPractice)
    start.window._begun = True
    start.window.hide()
    start.window._begin()
    qtbot.waitUntil(lambda: len(closed) == 1)
    assert start.session is None


def test_what_loading_ahead_fails_at_is_not_swallowed(start: Start) -> None:
    with pytest.raises(ZeroDivisionError):
        start._ahead.failed(ZeroDivisionError())


def test_the_look_is_remembered(
    start: Start, memory: Memory, appearance: Appearance, qapp: QApplication
) -> None:
    appearance.set_scheme(Scheme.DARK)
    appearance.set_text_size(120)
    assert (memory.read().scheme, memory.read().text_size) == ("dark", 120)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"record": 1, "scheme": "pink"}', "\0"])
def test_a_memory_that_cannot_be_read_is_forgotten(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(text)
    assert Memory(file).read() == Remembered()


def test_a_disk_that_refuses_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    Memory(tmp_path / "config" / "window.json").write(Remembered(record="x"))


def test_the_command_line_names_a_record_or_practice(
    start: Start, memory: Memory, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.arguments([str(record)]).record == record
    assert main.arguments(["--practice"]).practice
    with pytest.raises(SystemExit):
        main.arguments(["--nonsense"])
    assert "--nonsense" in capsys.readouterr().err
    assert main.today().year > 2000


def test_the_app_starts_with_its_first_window(
    qtbot: QtBot, qapp: QApplication, memory: Memory, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("ui.main.dressed", lambda app, memory: wardrobe_of(app))
    main.forbid_core_dumps()
    started = main.start_app(qapp, main.arguments([str(record)]), memory)
    assert isinstance(started.window, UnlockWindow)
    started.end()
    started.window.deleteLater()


def wardrobe_of(app: QApplication) -> Appearance:
    worn = app.findChild(Appearance)
    assert isinstance(worn, Appearance)
    return worn


def test_an_error_nobody_expected_is_shown_without_its_words(
    qtbot: QtBot, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    start.show_first_run()
    last = main.LastResort(start)
    said: list[str] = []
    last.happened.connect(said.append)
    try:
        raise ValueError("Mrs Khan rang about the bus")
    except ValueError as error:
        last.take(ValueError, error, error.__traceback__)
    assert "Khan" not in capsys.readouterr().err + said[0]
    assert said[0].startswith("Something went wrong")
    sentence = BadFile("The file is not a CTF.")
    last.take(BadFile, sentence, None)
    assert said[1] == "The file is not a CTF."
    qtbot.waitUntil(lambda: last._box is not None)
    assert isinstance(last._box, QMessageBox)
    last._box.close()
