"""A program killed at any moment leaves the whole record or none, and never a half one."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from liaison.vault import Mark, engine, recovery
from liaison.vault.backup import restore_backup, write_backup
from tests.vault.conftest import MARK, SCHEMA, Made, Time, make, rows

PROGRAM = """
import sys
from pathlib import Path
from liaison.vault import TEST_COST, Mark, backup, building, making, make_vault
from tests.vault.conftest import PASSPHRASE, rows

what, moment, code, folder, file = sys.argv[1:]

def reached(name):
    if name == moment:
        print(name, flush=True)
        sys.stdin.read()

def stopping(name, step):
    def run(*args, **how):
        result = step(*args, **how)
        reached(name)
        return result
    return run

making.files.write_new = stopping("header", making.files.write_new)
making.move_into_place = stopping("finished", making.move_into_place)
building.files.remove_tree = lambda folder: None

def settle(vault):
    vault.connection.execute("CREATE TABLE IF NOT EXISTS said (words)")
    vault.connection.execute("BEGIN")
    vault.connection.execute("INSERT INTO said VALUES ('sentence')")
    reached("writing")
    vault.connection.execute("COMMIT")
    return Mark("d", 1, "")

if what == "make":
    with make_vault(Path(folder), PASSPHRASE, recovery_code=code, schema=3, cost=TEST_COST) as v:
        v.note(settle(v))
else:
    backup.restore_backup(
        Path(file), Path(folder), recovery_code=code, schema=3, check=rows, settle=settle
    )
"""


def kill(what: str, moment: str, code: str, folder: Path, file: Path) -> None:
    call = [sys.executable, "-c", PROGRAM, what, moment, code, str(folder), str(file)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == f"{moment}\n"
        child.kill()


@pytest.mark.parametrize("moment", ["header", "writing", "finished"])
def test_a_record_whose_making_is_killed_is_whole_or_not_there(tmp_path: Path, moment: str) -> None:
    code, folder = recovery.new_code(), tmp_path / "R.liaison"
    kill("make", moment, code, folder, tmp_path)
    assert folder.exists() == (moment == "finished")
    assert any(each.name.startswith(".R.liaison.making-") for each in tmp_path.iterdir())
    if moment == "finished":
        with Made(folder, code, Time()).opened() as vault:
            assert vault.tip is not None
            assert (vault.tip.state, vault.tip_trouble) == ("closed", "")
        folder = folder.rename(tmp_path / "elsewhere")
    make(tmp_path / "R.liaison", code, Time())
    assert not any(each.name.startswith(".") for each in tmp_path.iterdir())


@pytest.mark.parametrize("moment", ["header", "writing", "finished"])
def test_a_restore_that_is_killed_is_whole_or_not_there(made: Made, moment: str) -> None:
    with made.opened() as vault:
        now = datetime(2026, 11, 21, 15, 30)  # noqa: DTZ001
        file = write_backup(vault, made.folder.parent / "backups", check=rows, now=now)
    to = made.folder.parent / "R2.liaison"
    kill("restore", moment, made.code, to, file)
    assert to.exists() == (moment == "finished")
    if moment == "finished":
        to.rename(made.folder.parent / "elsewhere")

    def settle(_vault: object) -> Mark:
        return MARK

    restore_backup(file, to, recovery_code=made.code, schema=SCHEMA, check=rows, settle=settle)
    with Made(to, made.code, Time()).opened() as vault:
        assert vault.tip_trouble == ""
        assert rows(vault.connection) == {"said": 300}
        assert engine.checks(vault.connection, full=True) == []
    assert not any(each.name.startswith(".") for each in to.parent.iterdir())


def test_a_session_that_is_killed_loses_nothing_that_was_saved(made: Made) -> None:
    program = (
        "import sys, os; from pathlib import Path; from liaison.vault import Mark, open_vault\n"
        "vault = open_vault(Path(sys.argv[1]), recovery_code=sys.argv[2], schema=3)\n"
        "for number in range(2, 1000):\n"
        "    vault.begin_writing(Mark('laptop', number, 'ab'))\n"
        "    vault.connection.execute('INSERT INTO said VALUES (?)', (f'sentence x{number}',))\n"
        "    vault.note(Mark('laptop', number, 'ab'))\n"
        "    print(number, flush=True)\n"
    )
    call = [sys.executable, "-c", program, str(made.folder), made.code]
    for _ in range(2):
        with made.opened() as vault:
            (before,) = vault.connection.execute("SELECT count(*) FROM said").fetchone()
        with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            acknowledged = [child.stdout.readline() for _ in range(7)]
            child.kill()
            acknowledged += child.stdout.readlines()
        with made.opened() as vault:
            (after,) = vault.connection.execute("SELECT count(*) FROM said").fetchone()
            assert after - before >= len(acknowledged)
            assert engine.checks(vault.connection, full=True) == []
            assert vault.tip is not None
            assert (vault.tip.state, vault.read_only) == ("open", False)
