"""Several files swapped as one: at whatever moment it stops, all are old or all are new."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison.errors import NotFinished
from liaison.vault import canonical, files, swapping
from liaison.vault.swapping import GROWING, ORDER, PROMISED, SPOILT, settle_swap

OLD, NEW = b"old", b"new"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ORDER:
        (tmp_path / name).write_bytes(OLD + name.encode())
    return tmp_path


def swap(folder: Path, *names: str) -> None:
    with swapping.swapping(folder) as site:
        for name in names or ORDER:
            (site / name).write_bytes(NEW + name.encode())


def all_are(folder: Path, state: bytes) -> bool:
    return all((folder / name).read_bytes() == state + name.encode() for name in ORDER)


def left_over(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name.startswith("swap."))


def test_all_files_are_new_afterwards_and_nothing_is_left(folder: Path) -> None:
    (folder / "record.db-journal").write_bytes(b"of the old database")
    swap(folder)
    assert all_are(folder, NEW)
    assert sorted(each.name for each in folder.iterdir()) == sorted(ORDER)


def test_only_the_files_that_were_made_are_replaced(folder: Path) -> None:
    (folder / "record.db-journal").write_bytes(b"of this database")
    swap(folder, "vault.json", "vault.json.bak")
    assert (folder / "record.db").read_bytes() == b"oldrecord.db"
    assert (folder / "record.db-journal").exists()
    assert (folder / "vault.json").read_bytes() == b"newvault.json"


def test_an_error_inside_leaves_the_old_ones(folder: Path) -> None:
    def failing() -> None:
        with swapping.swapping(folder) as site:
            (site / "record.db").write_bytes(NEW)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        failing()
    assert all_are(folder, OLD)
    assert left_over(folder) == []


class Stopped(BaseException):
    """The power went."""


@pytest.mark.parametrize("at", range(12))
def test_stopped_at_any_step_it_is_all_old_or_all_new_at_the_next_opening(
    folder: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    steps = iter(range(at))

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(self: Path, *given: object, **named: object) -> object:
            if next(steps, None) is None:
                raise Stopped
            return real(self, *given, **named)

        return step

    with monkeypatch.context() as patched:
        for name in ("rename", "replace", "unlink"):
            patched.setattr(Path, name, counted(getattr(Path, name)))
        patched.setattr(files, "remove_tree", lambda _folder: None)
        patched.setattr(files, "settle_folder", counted(files.settle_folder))
        try:
            swap(folder)
        except Stopped:
            stopped = True
        else:
            stopped = False
    assert stopped == (at < 9)
    promised = swapping.promised(folder)
    assert settle_swap(folder) == ""
    assert all_are(folder, NEW if promised or not stopped else OLD)
    assert left_over(folder) == []


def test_every_step_was_stopped_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = files.settle_folder

    def settle(at: Path) -> None:
        seen.append(at.name)
        real(at)

    monkeypatch.setattr(files, "settle_folder", settle)
    swap(folder)
    assert seen == [GROWING, folder.name, folder.name]


def refusing(name: str, parent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if (self.name, self.parent.name) == (name, parent):
            raise PermissionError(13, "Another program has it open")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_the_first_file_refused_leaves_the_old_ones(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing("record.db", PROMISED, monkeypatch)
    with pytest.raises(PermissionError):
        swap(folder)
    assert all_are(folder, OLD)
    assert left_over(folder) == []


def test_a_later_file_refused_is_moved_at_the_next_opening(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        refusing("vault.json", PROMISED, patched)
        with pytest.raises(NotFinished, match="finished when you open it again"):
            swap(folder)
        with pytest.raises(PermissionError):
            settle_swap(folder)
    assert settle_swap(folder) == ""
    assert all_are(folder, NEW)
    assert left_over(folder) == []


def test_a_promise_the_disk_does_not_confirm_is_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.settle_folder

    def settle(at: Path) -> None:
        if at == folder:
            raise OSError(5, "Input/output error")
        real(at)

    with monkeypatch.context() as patched:
        patched.setattr(files, "settle_folder", settle)
        with pytest.raises(OSError, match="Input/output"):
            swap(folder)
    assert all_are(folder, OLD)
    assert left_over(folder) == []


def promise(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patched:
        patched.setattr(swapping, "_carry_out", lambda _folder: None)
        swap(folder)
    return folder / PROMISED


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "record.db").write_bytes(b"short"),
        lambda site: (site / "list.json").write_bytes(b"{"),
        lambda site: (site / "list.json").write_bytes(canonical.encode([1])),
        lambda site: (site / "list.json").write_bytes(canonical.encode({})),
        lambda site: (site / "list.json").unlink(),
        lambda site: (site / "list.json").write_bytes(b" " * 5000),
    ],
)
def test_what_was_promised_but_is_not_whole_is_set_aside(
    folder: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], object]
) -> None:
    for _ in range(2):
        spoil(promise(folder, monkeypatch))
        assert SPOILT in settle_swap(folder)
        assert all_are(folder, OLD)
        assert left_over(folder) == [SPOILT]
    assert settle_swap(folder) == ""


def test_what_was_promised_is_kept_before_the_next_swap(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    promise(folder, monkeypatch)
    swap(folder, "tip.bin")
    assert all_are(folder, NEW)


def test_what_was_never_promised_is_thrown_away(folder: Path) -> None:
    (folder / GROWING).mkdir()
    (folder / GROWING / "record.db").write_bytes(NEW)
    assert settle_swap(folder) == ""
    assert all_are(folder, OLD)
    assert left_over(folder) == []
