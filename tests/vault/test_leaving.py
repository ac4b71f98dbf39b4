"""A record whose closing another process finishes: held till then, and whole whatever happens."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from liaison.errors import OpenElsewhere
from liaison.vault import Mark, Tip, Vault, finishing, leaving, lock
from liaison.vault.leaving import LastTip, Leaving, last_tip_from
from liaison.vault.lock import RecordLock, wait_until_free
from tests.vault.conftest import Made

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
Begin = Callable[[Leaving], subprocess.Popen[bytes]]
LATER = Mark("laptop", 2, "cd" * 32)

WHEN_TOLD = """
import sys
open(sys.argv[1]).read()
sys.path[:] = sys.argv[2:]
from liaison.vault.finishing import main
sys.exit(main())
"""


@pytest.fixture(autouse=True)
def nothing_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "SMALL", 0)


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "fifo")
    return tmp_path / "fifo"


def written(made: Made) -> Vault:
    """An open record in which one row more was saved."""
    vault = made.open()
    vault.begin_writing(LATER)
    vault.connection.execute("INSERT INTO said VALUES ('sentence of today')")
    vault.note(LATER)
    return vault


@pytest.fixture
def begun(fifo: Path) -> Iterator[Begin]:
    """The other process, which has been told everything but to begin; it never stays behind."""
    others: list[subprocess.Popen[bytes]] = []

    def begin(left: Leaving) -> subprocess.Popen[bytes]:
        other = left.hand_to([sys.executable, "-c", WHEN_TOLD, str(fifo), *sys.path])
        assert other is not None
        others.append(other)
        return other

    yield begin
    for each in others:
        each.kill()
        each.wait()


def found(made: Made, state: str) -> None:
    """Whole, and as sound as after any other closing, or any other crash."""
    with made.opened() as vault:
        assert (vault.tip_trouble, vault.read_only) == ("", False)
        assert vault.tip is not None
        assert (vault.tip.state, vault.tip.mark) == (state, LATER)
        sql = "SELECT count(*) FROM said"
        assert vault.connection.execute(sql).fetchone()[0] == 301


@needs_pipes
def test_it_is_held_until_the_other_process_has_closed_it(
    made: Made, fifo: Path, begun: Begin
) -> None:
    other = begun(written(made).leave())
    with pytest.raises(OpenElsewhere):
        made.open()
    told: list[bool] = []

    def tell() -> bool:
        if not told:
            told.append(other.poll() is None)
            fifo.write_text("go on")
        return False

    wait_until_free(made.folder, given_up=tell)
    assert (told, other.wait(30)) == ([True], 0)
    found(made, "closed")


@needs_pipes
def test_killed_in_between_it_is_as_after_any_crash(made: Made, begun: Begin) -> None:
    other = begun(written(made).leave())
    other.kill()
    other.wait()
    found(made, "open")


@needs_pipes
def test_what_was_written_after_the_closing_is_not_sealed_as_closed(
    made: Made, fifo: Path, begun: Begin
) -> None:
    other = begun(written(made).leave())
    database = made.folder / "record.db"
    seen = database.stat()
    os.utime(database, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1))
    fifo.write_text("go on")
    assert other.wait(30) == 1
    found(made, "open")


def test_what_is_written_while_it_is_measured_is_not_sealed_as_closed(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = leaving.files.size_and_digest

    def measured(path: Path) -> tuple[int, str]:
        os.utime(path, ns=(0, 0))
        return real(path)

    left = written(made).leave()
    with monkeypatch.context() as patched:
        patched.setattr(leaving.files, "size_and_digest", measured)
        with pytest.raises(OSError, match="written after"):
            left.finish()
    found(made, "open")


def test_the_other_process_learns_one_key_and_nothing_that_was_read(made: Made) -> None:
    vault = written(made)
    keys, left = vault.keys, vault.leave()
    assert left.last is not None
    handed = left.last.handed()
    assert keys.tip.hex().encode() in handed
    for secret in (keys.data, keys.database, keys.header, keys.backup, keys.export):
        assert secret.hex().encode() not in handed
        assert secret not in handed
    assert b"sentence" not in handed
    assert last_tip_from(handed) == left.last
    left.finish()


def test_where_no_process_can_be_begun_it_is_closed_here(made: Made) -> None:
    assert written(made).leave().hand_to(["no such program"]) is None
    found(made, "closed")


def test_a_small_record_is_closed_here_at_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "SMALL", 16_000_000)
    assert written(made).leave().hand_to([sys.executable, "-c", "raise SystemExit(3)"]) is None
    found(made, "closed")


def test_where_nothing_was_written_nothing_is_left_to_do(made: Made) -> None:
    before = (made.folder / "tip.bin").read_bytes()
    vault = made.open()
    assert vault.leave().hand_to(["no such program"]) is None
    assert vault.leave().last is None
    assert (made.folder / "tip.bin").read_bytes() == before
    made.open().close()
    assert Leaving().hand_to(["no such program"]) is None


def test_a_database_that_is_gone_is_not_sealed(made: Made) -> None:
    vault = written(made)
    away = made.folder / "record.db"
    away.rename(made.folder / "away")
    left = vault.leave()
    with pytest.raises(OSError, match="written after"):
        left.finish()
    (made.folder / "away").rename(away)
    found(made, "open")


@pytest.mark.parametrize("fits", [True, False])
def test_the_process_that_finishes_says_whether_it_could(
    made: Made, monkeypatch: pytest.MonkeyPatch, *, fits: bool
) -> None:
    left = written(made).leave()
    assert left.last is not None
    alarms: list[int] = []
    monkeypatch.setattr(signal, "alarm", alarms.append, raising=False)
    stdin = io.TextIOWrapper(io.BytesIO(left.last.handed() if fits else b"nonsense"))
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdin", stdin)
        assert finishing.main() == (0 if fits else 1)
    assert alarms == [60]
    assert left.lock is not None
    left.lock.release()
    found(made, "closed" if fits else "open")


def test_a_disk_that_takes_no_more_leaves_the_tip_open(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    left = written(made).leave()
    assert left.last is not None
    stdin = io.TextIOWrapper(io.BytesIO(left.last.handed()))
    with monkeypatch.context() as patched:
        patched.setattr(leaving, "write_tip", full)
        patched.setattr(signal, "alarm", print, raising=False)
        patched.setattr(sys, "stdin", stdin)
        assert finishing.main() == 1
        left.finish_quietly()
    found(made, "open")


@pytest.mark.parametrize("stamp", [[1, 2], [1, 2, 3, 4, 5], "now", [1, 2, 3, -4]])
def test_words_of_another_shape_are_refused(stamp: object) -> None:
    tip = Tip("v", LATER, 3, "2026", "open", 0, "")
    good = LastTip(Path("record.db"), (1, 2, 3, 4), tip, leaving.TipKey(bytes(32))).handed()
    changed = leaving.canonical.decode(good)
    assert isinstance(changed, dict)
    with pytest.raises(ValueError, match=r"."):
        last_tip_from(leaving.canonical.encode({**changed, "stamp": stamp}))


def test_waiting_ends_when_it_is_given_up_or_takes_too_long(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.opened():
        asked: list[bool] = []
        wait_until_free(made.folder, given_up=lambda: bool(asked.append(True) or True))
        assert asked == [True]
        monkeypatch.setattr(lock, "LONGEST", 0.0)
        wait_until_free(made.folder, given_up=lambda: False)
    held = RecordLock(made.folder)
    wait_until_free(made.folder, given_up=lambda: False)
    assert held.handles() == ()
