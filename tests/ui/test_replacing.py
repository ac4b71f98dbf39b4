"""The next process in the place of the locked one, with real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from liaison.store.record import create_record, open_record
from liaison.vault import TEST_COST, recovery
from tests.conftest import oakfield

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no list of open files")

PASSPHRASE = "kettle marble otter sixpence"

REPLACED = """
import os, sys
from liaison.vault.leaving import Leaving
from ui.locking.replacing import replace_process
if len(sys.argv) == 1:
    held = os.open(os.devnull, os.O_RDONLY)
    os.set_inheritable(held, True)
    replace_process([str(held), str(os.getpid())], Leaving())
handed_on = os.path.exists(f"/proc/self/fd/{sys.argv[1]}")
print(handed_on, int(sys.argv[2]) == os.getpid())
"""

LEFT = """
import sys
from pathlib import Path
from liaison.store.record import open_record
from liaison.store.drafts import Draft
from liaison.vault import leaving
from liaison.vault.lock import wait_until_free
from ui.locking import replacing

how, folder, code = sys.argv[1:]
if how == "first":
    store = open_record(Path(folder), recovery_code=code)
    store.keep_draft(Draft("d", "contact", "", "Rang about the bus"))
    leaving.SMALL = 0
    replacing.replace_process(["next", folder, code], store.leave())
if how == "beside":
    store = open_record(Path(folder), recovery_code=code)
    store.keep_draft(Draft("d", "contact", "", "Rang about the bus"))
    replacing.begin_beside(replacing.command_line(["next", folder, code]), store.leave())
wait_until_free(Path(folder), given_up=lambda: False)
store = open_record(Path(folder), recovery_code=code)
print(store.trouble or "sound", store.vault.tip.state, [each.body for each in store.drafts()])
store.close()
"""

HANGS = """
import threading
from liaison.vault import lock
from liaison.vault.leaving import Leaving
from ui.locking.replacing import begin_beside

class Hangs(Leaving):
    def finish_quietly(self):
        threading.Event().wait()

lock.LONGEST = 0.05
begin_beside(["true"], Hangs())
"""

ENDED = """
import os, subprocess, sys
from liaison.vault.leaving import Leaving
from ui.locking.replacing import replace_process

if len(sys.argv) == 1:
    other = subprocess.Popen(["true"])
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    replace_process(["next"], Leaving())
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no children")
"""


def ran(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The program run to its end; its standard output is open as long as any of its processes."""
    line = [sys.executable, "-c", program, *words]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, str]:
    folder, code = tmp_path / "R.liaison", recovery.new_code()
    create_record(folder, PASSPHRASE, recovery_code=code, settings=oakfield(), cost=TEST_COST)
    return folder, code


def test_the_process_is_really_replaced_and_hands_no_open_file_on() -> None:
    assert ran(REPLACED).stdout.split() == ["False", "True"]


@pytest.mark.parametrize("how", ["first", "beside"])
def test_the_next_process_finds_the_record_closed_by_another_and_whole(
    record: tuple[Path, str], how: str
) -> None:
    folder, code = record
    done = ran(LEFT, how, str(folder), code)
    assert (done.stdout, done.stderr) == ("sound closed ['Rang about the bus']\n", "")
    open_record(folder, recovery_code=code).close()


def test_one_that_cannot_finish_its_closing_is_ended_all_the_same() -> None:
    assert ran(HANGS).returncode == 1


def test_what_finished_earlier_closings_is_not_kept_on_the_list_of_processes() -> None:
    assert ran(ENDED).stdout == "no children\n"


def test_the_built_program_finishes_a_closing_when_it_is_asked_to() -> None:
    line = [sys.executable, "-m", "ui.main", "--finish-closing"]
    done = subprocess.run(line, input=b"nonsense", check=False, timeout=60, env={**os.environ})
    assert done.returncode == 1
