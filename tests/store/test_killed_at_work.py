"""Programs killed in the middle of copying, bringing in and restoring: the old state or the new.

Each is a process of its own that is killed at a moment it tells of, as a flat battery would.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from liaison.model.family import Family
from liaison.model.person import Person
from liaison.store.keeping import keep_backup
from liaison.store.record import restore_record
from liaison.store.store import Store
from liaison.vault import kept
from tests.builders import Make
from tests.exchange.ctf_files import ctf, pupil
from tests.store.conftest import OnDisk

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)

PROGRAM = """
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.store import keeping, record, saving, store as stores
from liaison.vault import TEST_COST, backup, building, engine, files, making, second_place
from tests.conftest import Ticking, oakfield

what, moment, folder, code, other = sys.argv[1:]
NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def reached(name):
    if name == moment:
        print(name, flush=True)
        sys.stdin.read()


def after(name, step):
    def run(*args, **how):
        result = step(*args, **how)
        reached(name)
        return result

    return run


def before(name, step):
    def run(*args, **how):
        reached(name)
        return step(*args, **how)

    return run


engine.vacuum_into = after("copied", engine.vacuum_into)
backup.write_container = after("whole", backup.write_container)
backup.move_into_place = after("named", backup.move_into_place)
building.files.remove_tree = lambda folder: None
making.files.write_new = after("header", making.files.write_new)
making.move_into_place = after("finished", making.move_into_place)
second_place.files.settle = before("half there", second_place.files.settle)
keeping.rotate = before("not rotated", keeping.rotate)
stores.beside.follow = before("rows written", stores.beside.follow)
stores.Store._noted = before("committed", stores.Store._noted)

if what == "create":
    record.create_record(
        Path(folder), "kettle umbrella otter thimble", recovery_code=code, settings=oakfield(),
        cost=TEST_COST,
    )
elif what == "restore":
    record.restore_record(Path(other), Path(folder), recovery_code=code)
else:
    with closing(record.open_record(Path(folder), recovery_code=code, now=Ticking())) as store:
        if what == "backup":
            keeping.keep_backup(store.vault, now=NOW)
        elif what == "second place":
            second_place.choose_second_place(store.vault, Path(other), now=NOW)
            file = keeping.keep_backup(store.vault, now=NOW)
            second_place.copy_to_second_place(store.vault, file, now=NOW)
        else:
            plan = plan_import(store, read_ctf(Path(other)), today=date(2026, 11, 23))
            commit_import(store, plan)
"""


def killed(what: str, moment: str, disk: OnDisk, other: Path = Path("-")) -> None:
    """The program, killed as soon as it says that it has come so far."""
    words = [what, moment, str(disk.folder), disk.code, str(other)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == f"{moment}\n"
        child.kill()


def backups_of(store: Store) -> list[kept.KeptBackup]:
    assert store.vault is not None
    return kept.backups_in(store.vault.folder / "backups", store.vault.unlocked)


@pytest.mark.parametrize("moment", ["copied", "whole", "named", "not rotated"])
def test_a_backup_that_is_killed_is_whole_or_not_there(disk: OnDisk, moment: str) -> None:
    with disk.opened() as store:
        Make(store).family()
    killed("backup", moment, disk)
    with disk.opened() as store:
        assert store.trouble == ""
        found = backups_of(store)
        assert [each.verified for each in found] == [True] * (moment in {"named", "not rotated"})
        assert store.vault is not None
        file = keep_backup(store.vault, now=NOW)
        assert [each.file for each in backups_of(store)] == [file]
        names = {each.name for each in (disk.folder / "backups").iterdir()}
        if not found:
            assert names == {file.name}
    assert disk.verify() == []


def test_a_copy_into_the_second_place_that_is_killed_leaves_no_half_backup(
    disk: OnDisk, tmp_path: Path
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    with disk.opened() as store:
        Make(store).family()
        assert store.vault is not None
        keep_backup(store.vault, now=NOW)
    killed("second place", "half there", disk, stick)
    assert [each.suffix for each in stick.iterdir()] == [".unfinished"]
    with disk.opened() as store:
        assert store.vault is not None
        assert kept.backups_in(stick, store.vault.unlocked) == []


@pytest.mark.parametrize("moment", ["rows written", "committed"])
def test_an_import_that_is_killed_is_whole_or_was_never_begun(
    disk: OnDisk, tmp_path: Path, moment: str
) -> None:
    with disk.opened() as store:
        Make(store).family("Khan")
    file = tmp_path / "school.xml"
    file.write_text(ctf(*(pupil(forename=f"Robin{at}") for at in "abc"), qualifier="full"), "utf-8")
    killed("import", moment, disk, file)
    with disk.opened() as store:
        assert store.trouble == ""
        children = store.find(Person, "kind = 'child' AND forename LIKE 'Robin%'")
        assert len(children) == (3 if moment == "committed" else 0)
        assert "Khan" in {each.name for each in store.find(Family)}
    assert disk.verify() == []


@pytest.mark.parametrize("moment", ["header", "rows written", "finished"])
def test_a_record_whose_making_is_killed_is_whole_or_not_there(
    disk: OnDisk, tmp_path: Path, moment: str
) -> None:
    fresh = OnDisk(tmp_path / "New.liaison", disk.code, disk.clock)
    killed("create", moment, fresh)
    assert fresh.folder.exists() == (moment == "finished")
    if moment == "finished":
        assert fresh.verify() == []


@pytest.mark.parametrize("moment", ["header", "rows written", "finished"])
def test_a_restore_that_is_killed_leaves_the_old_record_and_a_whole_one_or_none(
    disk: OnDisk, tmp_path: Path, moment: str
) -> None:
    with disk.opened() as store:
        Make(store).family()
        file = store.backup(tmp_path / "backups")
    to = OnDisk(tmp_path / "R2.liaison", disk.code, disk.clock)
    killed("restore", "committed" if moment == "rows written" else moment, to, file)
    assert to.folder.exists() == (moment == "finished")
    if moment != "finished":
        restore_record(file, to.folder, recovery_code=disk.code, now=disk.clock)
        assert not any(each.name.startswith(".R2") for each in tmp_path.iterdir())
    assert to.verify() == disk.verify() == []
