"""The process that writes the closed tip of a record which another process has closed and left.

It is born with the lock on the record in its hands; the lock ends with it, however that is.
"""

import signal
import sys

from liaison.vault.leaving import last_tip_from
from liaison.vault.lock import LONGEST


def main() -> int:
    """Do what the standard input tells; 1 when the tip stays open, as after a crash."""
    if sys.platform != "win32":  # pragma: no branch - the lock is not handed on there
        signal.alarm(int(LONGEST))
    try:
        last_tip_from(sys.stdin.buffer.read()).write()
    except (OSError, ValueError):
        return 1
    return 0
