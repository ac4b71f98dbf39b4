"""The process whose memory is measured: ``packed.py tagged | plain BODIES``.

It draws a pack that was left in a file, and says how much memory it has held at most.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.sheet_rows import PACK, Pack, draw_pack_plainly  # noqa: E402 - as in bench.py
from tests.benchmarks.started import memory  # noqa: E402


def tagged(pack: Pack) -> bytes:
    """As the app prints it."""
    from liaison.sheets.printing import build_all

    return build_all(pack, title=PACK)


KINDS: dict[str, Callable[[Pack], bytes]] = {"tagged": tagged, "plain": draw_pack_plainly}

if __name__ == "__main__":
    kind, bodies = sys.argv[1:]
    KINDS[kind](pickle.loads(Path(bodies).read_bytes()))
    print(memory())
