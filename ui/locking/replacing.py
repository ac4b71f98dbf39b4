"""The next process in the place of this one: what was in memory goes with the old one."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

OPEN_FILES = (Path("/proc/self/fd"), Path("/dev/fd"))


def command_line(arguments: Sequence[str]) -> list[str]:
    """The same program once more, with other arguments: built, as a script, or ``-m ui.main``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    started = sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv[1:])]
    return [sys.executable, *started, *arguments]


def replace_process(arguments: Sequence[str]) -> NoReturn:
    """Begin anew with these arguments. OSError when the system refuses: then nothing has changed.

    The record must be closed. Windows knows no exec: there the next process is started, and this
    one ends at once, without tidying up what would only live a little longer.
    """
    line = command_line(arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - only here

        subprocess.Popen(line, close_fds=True)  # noqa: S603 - this program itself
        os._exit(0)
    _hand_nothing_on()
    os.execv(sys.executable, line)  # noqa: S606 - this program itself


def _hand_nothing_on() -> None:
    """No open file or connection of this process reaches the next, but the standard streams."""
    for place in OPEN_FILES:
        with suppress(OSError):
            for name in os.listdir(place):  # noqa: PTH208 - numbers, not paths
                if name.isdigit() and int(name) > 2:
                    with suppress(OSError):
                        os.set_inheritable(int(name), False)
            return
