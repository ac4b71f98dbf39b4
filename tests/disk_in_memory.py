"""A folder on a disk in memory, where there is a large one: what is made anew a thousand times."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

PLACE = Path("/dev/shm")
ENOUGH = 1 << 30
"""As many bytes must be free: some machines have a very small one."""


def quick_place() -> str | None:
    """Where to make temporary folders; nothing for the usual place.

    A process that is killed loses nothing on either: only the power takes what is in memory.
    """
    there = PLACE.is_dir() and os.access(PLACE, os.W_OK)
    return str(PLACE) if there and shutil.disk_usage(PLACE).free >= ENOUGH else None
