"""What is written is on the disk, and read back, before anything relies upon it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison.errors import Damaged
from liaison.vault import Mark, attempts, backup, engine, files, swapping
from liaison.vault.backup import write_backup
from liaison.vault.container import write_container
from liaison.vault.tip import read_tip
from tests.vault.conftest import MARK, START, Made, flip, rows


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each wait for the disk and each change of a name, in their order, by the name of the file."""
    seen: list[str] = []
    settle = os.fsync

    def settled(handle: int) -> None:
        seen.append(f"settled {Path(f'/proc/self/fd/{handle}').readlink().name}")
        settle(handle)

    def named(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(self: Path, target: Path) -> Any:
            seen.append(f"{self.name} named {target.name}")
            return real(self, target)

        return step

    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not tell which file a handle is of")
    monkeypatch.setattr(os, "fsync", settled)
    monkeypatch.setattr(Path, "replace", named(Path.replace))
    monkeypatch.setattr(Path, "rename", named(Path.rename))
    return seen


def test_a_small_file_is_on_the_disk_before_it_gets_its_name(
    tmp_path: Path, steps: list[str]
) -> None:
    files.replace(tmp_path / "tip.bin", b"new")
    assert steps == [
        "settled tip.bin.new",
        "tip.bin.new named tip.bin",
        f"settled {tmp_path.name}",
    ]


def test_a_swap_is_promised_when_the_disk_has_every_file_of_it(
    tmp_path: Path, steps: list[str]
) -> None:
    with swapping.swapping(tmp_path) as site:
        for name in swapping.ORDER:
            (site / name).write_bytes(b"new")
    promised = steps.index("swap.growing named swap.promised")
    assert set(steps[:promised]) == {
        *(f"settled {name}" for name in swapping.ORDER),
        "settled list.json",
        "settled swap.growing",
    }
    assert steps[promised + 1] == f"settled {tmp_path.name}"
    assert steps[promised + 2 :] == [
        *(f"{name} named {name}" for name in swapping.ORDER),
        f"settled {tmp_path.name}",
    ]


def test_a_backup_is_on_the_disk_before_it_gets_its_name(
    made: Made, tmp_path: Path, steps: list[str]
) -> None:
    with made.opened() as vault:
        file = write_backup(vault, tmp_path / "b", check=rows, now=START)
    named = steps.index(f"whole named {file.name}")
    assert steps[named - 1 : named + 2] == ["settled whole", steps[named], "settled b"]


def test_a_backup_that_is_not_on_the_disk_as_it_was_written_is_none(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(file: Path, **parts: Any) -> None:
        write_container(file, **parts)
        flip(file, file.stat().st_size // 2)

    monkeypatch.setattr(backup, "write_container", spoilt)
    with made.opened() as vault, pytest.raises(Damaged):
        write_backup(vault, tmp_path / "b", check=rows, now=START)
    assert list((tmp_path / "b").iterdir()) == []


def test_a_copy_in_which_a_broken_seal_was_met_is_no_backup(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine may go on without an error then, with zeroes where words were."""
    monkeypatch.setattr(engine, "met_damage", lambda _reading: True)
    with made.opened() as vault, pytest.raises(Damaged, match="no backup was made"):
        write_backup(vault, tmp_path / "b", check=rows, now=START)
    assert list((tmp_path / "b").iterdir()) == []


def test_before_the_first_write_the_tip_on_the_disk_is_open(made: Made) -> None:
    with made.opened() as vault:
        before, _ = read_tip(made.folder, vault.keys, vault=vault.id)
        vault.begin_writing(MARK)
        after, _ = read_tip(made.folder, vault.keys, vault=vault.id)
        assert before is not None
        assert after is not None
        assert (before.state, after.state, after.mark) == ("closed", "open", MARK)
        vault.note(Mark("laptop", 2, "ab" * 32))


def test_failed_unlocks_are_forgotten_once_they_were_told(made: Made, tmp_path: Path) -> None:
    attempts.note_failure(made.folder, START)
    assert attempts.failed_unlocks(made.folder) != []
    attempts.forget_failures(made.folder)
    attempts.forget_failures(made.folder)
    assert attempts.failed_unlocks(made.folder) == []
    attempts.forget_failures(tmp_path / "nowhere" / "at all")
