"""The next process in the place of this one: what was in memory goes with the old one."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from liaison.vault.leaving import Leaving

FINISH = "--finish-closing"
"""With this alone on the command line the built program does what another left to be done."""

FINISHING = (
    "import os, sys; os.nice(5); sys.path[:] = sys.argv[1:]; "
    "from liaison.vault.finishing import main; sys.exit(main())"
)
"""It gives way to the lock window, which is painted meanwhile."""

OPEN_FILES = (Path("/proc/self/fd"), Path("/dev/fd"))


def command_line(arguments: Sequence[str]) -> list[str]:
    """The same program once more, with other arguments: built, as a script, or ``-m ui.main``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    started = sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv[1:])]
    return [sys.executable, *started, *arguments]


def finishing_line() -> list[str]:
    """The command line of a process that only finishes the closing of a record. No Qt in it."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FINISH]
    return [sys.executable, "-c", FINISHING, *sys.path]


def replace_process(arguments: Sequence[str], leaving: "Leaving") -> NoReturn:
    """Begin anew with these arguments. OSError when the system refuses: then this process goes on.

    The database must be closed. What is left to do for it is done beside the next process, which
    waits for it before it opens a record. Windows knows no exec: there the next process is
    started, and this one ends at once, without tidying up what would only live a little longer.
    """
    line = command_line(arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    if sys.platform == "win32":
        begin_beside(line, leaving)
    _forget_the_ended()
    leaving.hand_to(finishing_line())
    _hand_nothing_on()
    os.execv(sys.executable, line)  # noqa: S606 - this program itself


def begin_beside(line: Sequence[str], leaving: "Leaving") -> NoReturn:
    """Start the next process, do what is left, and end; within a minute, whatever the disk does."""
    import subprocess  # noqa: PLC0415 - only here
    import threading  # noqa: PLC0415 - only here

    from liaison.vault.lock import LONGEST  # noqa: PLC0415 - loaded already

    subprocess.Popen(line, close_fds=True)  # noqa: S603 - this program itself
    last_resort = threading.Timer(LONGEST, os._exit, (1,))
    last_resort.daemon = True
    last_resort.start()
    leaving.finish_quietly()
    os._exit(0)


def _forget_the_ended() -> None:
    """Processes that finished earlier closings stay on the system's list until they are asked."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


def _hand_nothing_on() -> None:
    """No open file or connection of this process reaches the next, but the standard streams."""
    for place in OPEN_FILES:
        with suppress(OSError):
            for name in os.listdir(place):  # noqa: PTH208 - numbers, not paths
                if name.isdigit() and int(name) > 2:
                    with suppress(OSError):
                        os.set_inheritable(int(name), False)
            return
