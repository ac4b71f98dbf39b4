"""Key changes and migration, really killed: the record is the old one or the new one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from liaison.errors import WrongPassphrase
from liaison.model.family import Family
from liaison.store.record import open_record
from liaison.store.schema import SCHEMA
from liaison.vault import recovery, swapping
from tests.conftest import Ticking
from tests.store.conftest import PASSPHRASE, OnDisk
from tests.store.test_upgrading import CODE, GOLDEN

NEW = "gravel sunday pickle lantern otter"
MOMENTS = ("growing", "promised", "moved")
PROGRAM = """
import sys
from pathlib import Path
from liaison.store.re_encrypting import re_encrypt
from liaison.store.record import open_record
from liaison.vault import swapping, ways_in

what, moment, folder, code, old, new, new_code = sys.argv[1:]

def reached(name):
    if name == moment:
        print(name, flush=True)
        sys.stdin.read()

def before(name, step):
    def run(*given):
        reached(name)
        return step(*given)
    return run

swapping._list_and_settle = before("growing", swapping._list_and_settle)
swapping._carry_out = before("promised", swapping._carry_out)
real = Path.replace

def replace(self, target):
    real(self, target)
    if self.parent.name == swapping.PROMISED:
        reached("moved")

Path.replace = replace
store = open_record(Path(folder), recovery_code=code)
if what == "passphrase":
    slot = ways_in.slot_of(store.vault, old)
    ways_in.change_slot(store.vault, ways_in.derived_slot(store.vault, new, instead_of=slot))
if what == "re-encrypt":
    re_encrypt(store, old, recovery_code=new_code, new_passphrase=new)
"""


def kill(what: str, moment: str, disk: OnDisk, new_code: str = "") -> None:
    """Start the work and kill it at the moment it has reached."""
    words = [what, moment, str(disk.folder), disk.code, PASSPHRASE, NEW, new_code]
    call = [sys.executable, "-c", PROGRAM, *words]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == f"{moment}\n"
        child.kill()


def opens(disk: OnDisk, passphrase: str) -> bool:
    try:
        open_record(disk.folder, passphrase=passphrase, now=disk.clock).close()
    except WrongPassphrase:
        return False
    return True


def nothing_is_left_over(disk: OnDisk) -> bool:
    return not any(each.name.startswith("swap.") for each in disk.folder.iterdir())


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_passphrase_change_that_is_killed_is_done_or_not(disk: OnDisk, moment: str) -> None:
    kill("passphrase", moment, disk)
    assert disk.verify() == []
    done = moment != "growing"
    assert (opens(disk, PASSPHRASE), opens(disk, NEW)) == (not done, done)
    with disk.opened() as store:
        assert (store.trouble, store.warnings) == ("", ())
    assert nothing_is_left_over(disk)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_re_encryption_that_is_killed_is_done_or_not(disk: OnDisk, moment: str) -> None:
    code = recovery.new_code()
    kill("re-encrypt", moment, disk, code)
    done = moment != "growing"
    stands = OnDisk(disk.folder, code if done else disk.code, disk.clock)
    assert stands.verify() == []
    with stands.opened() as store:
        assert (store.trouble, store.warnings) == ("", ())
        assert store.settings.school == "Oakfield Primary School"
    assert (opens(disk, PASSPHRASE), opens(disk, NEW)) == (not done, done)
    other = OnDisk(disk.folder, disk.code if done else code, disk.clock)
    with pytest.raises(WrongPassphrase):
        other.open()
    assert nothing_is_left_over(disk)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_migration_that_is_killed_is_done_or_done_again(tmp_path: Path, moment: str) -> None:
    folder = tmp_path / "Golden.liaison"
    shutil.copytree(GOLDEN / "schema_1", folder)
    disk = OnDisk(folder, CODE, Ticking())
    kill("migrate", moment, disk)
    assert swapping.promised(folder) == (moment != "growing")
    assert disk.verify() == []
    for _ in range(2):
        with disk.opened() as store:
            assert store.vault is not None
            assert store.vault.schema == SCHEMA
            assert (store.trouble, store.warnings) == ("", ())
            assert sorted(each.name for each in store.find(Family)) == ["Khan", "Łukasz"]
    assert disk.verify() == []
    assert opens(disk, PASSPHRASE)
    assert nothing_is_left_over(disk)
