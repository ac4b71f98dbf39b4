"""A disk that is really full: a small one in memory, filled to the last byte before each step.

Nothing committed is lost, what was typed is still in hand, and nothing half-made stays.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from liaison.casework.closing import close_properly
from liaison.errors import LiaisonError, NotKept
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.store.drafts import Draft
from liaison.store.keeping import keep_backup
from liaison.store.record import create_record, restore_record
from liaison.store.store import Store
from liaison.vault import TEST_COST
from liaison.vault.second_place import choose_second_place, copy_to_second_place
from tests.builders import Make
from tests.conftest import oakfield
from tests.store.conftest import PASSPHRASE, OnDisk

SIZE = 8 << 20
STEP = int(os.environ.get("FULL_DISK_STEP", "0"))
LEFT = tuple(range(0, 200_001, STEP)) if STEP else (0, 4096, 40_000, 200_000)
"""How many bytes are left when a step begins: none, one page, a few, nearly enough; or, for the
soak, every so many of them."""


class SmallDisk:
    """A folder on a disk of its own that can be filled and emptied."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filling = folder / "filling"

    def fill(self, *, but: int) -> None:
        """Leave ``but`` bytes free, or a little less."""
        with self._filling.open("ab") as file, suppress(OSError):
            while True:
                file.write(bytes(65536))
                file.flush()
        size = self._filling.stat().st_size
        with self._filling.open("r+b") as file:
            file.truncate(max(0, size - but))

    def empty(self) -> None:
        self._filling.unlink(missing_ok=True)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if shutil.which("mount") is None:
        pytest.skip("there is no way to mount a disk here")
    if subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("only whoever may mount a disk can fill one")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def tight(disk: OnDisk, small: SmallDisk) -> OnDisk:
    return disk.copy_to(small.folder / "Oakfield.liaison")


def names(store: Store) -> set[str]:
    return {each.name for each in store.find(Family)}


@pytest.mark.parametrize("left", LEFT)
def test_a_save_on_a_full_disk_loses_nothing_and_is_made_again(
    tight: OnDisk, small: SmallDisk, left: int
) -> None:
    with tight.opened() as store:
        make = Make(store)
        made = make.family("Khan")
        small.fill(but=left)
        saved = 0
        with suppress(NotKept):
            for _ in range(200):
                make.contact(made, facts="word " * 2000)
                saved += 1
        assert saved < 200
        with suppress(NotKept):
            store.keep_draft(Draft("d", "contact", made.id, "half"))
        assert len(store.find(Contact)) == saved
        small.empty()
        make.contact(made, facts="typed again")
        assert len(store.find(Contact)) == saved + 1
    with tight.opened() as store:
        assert store.trouble == ""
        assert len(store.find(Contact)) == saved + 1
    assert tight.verify() == []


@pytest.mark.parametrize("left", LEFT)
def test_a_backup_on_a_full_disk_leaves_nothing_and_what_was_there(
    tight: OnDisk, small: SmallDisk, left: int
) -> None:
    with tight.opened() as store:
        assert store.vault is not None
        first = keep_backup(store.vault, now=tight.clock())
        Make(store).family("Khan")
        small.fill(but=left)
        with pytest.raises(NotKept):
            keep_backup(store.vault, now=tight.clock())
        assert list(first.parent.iterdir()) == [first]
        small.empty()
        assert keep_backup(store.vault, now=tight.clock()) != first
    assert tight.verify() == []


@pytest.mark.parametrize("left", LEFT)
def test_closing_on_a_full_disk_loses_nothing(tight: OnDisk, small: SmallDisk, left: int) -> None:
    store = tight.open()
    Make(store).family("Khan")
    store.look(store.find(Family)[0].id)
    small.fill(but=left)
    done = close_properly(store, now=tight.clock())
    assert done.backup is None
    assert "could not be written" in done.sentences[-1]
    with tight.opened() as again:
        assert (again.trouble, names(again)) == ("", {"Khan"})
    small.empty()
    assert tight.verify() == []


@pytest.mark.parametrize("left", LEFT)
def test_a_full_disk_keeps_nobody_out(tight: OnDisk, small: SmallDisk, left: int) -> None:
    with tight.opened() as store:
        Make(store).family("Khan")
    (tight.folder / "vault.json.bak").write_bytes(b"damaged")
    small.fill(but=left)
    with tight.opened() as store:
        assert names(store) == {"Khan"}
    small.empty()
    tight.open().close()
    assert tight.verify() == []


@pytest.mark.parametrize("left", LEFT)
def test_making_or_restoring_a_record_on_a_full_disk_leaves_nothing(
    disk: OnDisk, small: SmallDisk, tmp_path: Path, left: int
) -> None:
    with disk.opened() as store:
        Make(store).family("Khan")
        file = store.backup(tmp_path / "backups")
    small.fill(but=left)
    before = {each.name for each in small.folder.iterdir()}
    to = small.folder / "New.liaison"
    with pytest.raises(LiaisonError):
        restore_record(file, to, recovery_code=disk.code, now=disk.clock)
    with pytest.raises(LiaisonError):
        create_record(to, PASSPHRASE, recovery_code=disk.code, settings=oakfield(), cost=TEST_COST)
    assert {each.name for each in small.folder.iterdir()} == before
    small.empty()
    restore_record(file, to, recovery_code=disk.code, now=disk.clock)
    assert OnDisk(to, disk.code, disk.clock).verify() == []


@pytest.mark.parametrize("left", LEFT)
def test_a_full_stick_is_a_sentence_and_keeps_no_half_backup(
    disk: OnDisk, small: SmallDisk, left: int
) -> None:
    with disk.opened() as store:
        assert store.vault is not None
        file = keep_backup(store.vault, now=disk.clock())
        choose_second_place(store.vault, small.folder, now=disk.clock())
        small.fill(but=left)
        with pytest.raises(NotKept, match="second place"):
            copy_to_second_place(store.vault, file, now=disk.clock())
        assert [each.name for each in small.folder.iterdir()] == ["filling"]
        small.empty()
        assert copy_to_second_place(store.vault, file, now=disk.clock()) is not None
