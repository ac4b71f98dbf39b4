"""Measures the app against its limits: ``installer/dev.py bench [--json]``.

Every ratio is taken in one run, ours and the baseline by turns, and is a ratio of medians. Exit
status 1 when anything is over its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks import (  # noqa: E402 - the project's folder has to be on the path first
    import_rows,
    key_rows,
    pack_rows,
    preview_rows,
    records,
    sheet_rows,
    start_rows,
    store_rows,
    vault_rows,
    window_rows,
)
from tests.benchmarks.records import FULL, TINY, Records, Sizes  # noqa: E402
from tests.benchmarks.timing import Row, table  # noqa: E402

PARTS = (
    *(start_rows, key_rows, store_rows, vault_rows),
    *(import_rows, sheet_rows, pack_rows, preview_rows, window_rows),
)


def measured(made: Records) -> list[Row]:
    """Every row, part by part."""
    rows: list[Row] = []
    for part in PARTS:
        began = time.perf_counter()
        rows += part.rows(made)
        _tell(f"{part.__name__.rpartition('.')[2]}: {time.perf_counter() - began:.0f} s")
    return rows


def run(sizes: Sizes) -> list[Row]:
    """Build the records in a folder that is gone afterwards, and measure."""
    with tempfile.TemporaryDirectory(prefix="family-liaison-bench-") as folder:
        os.environ["XDG_CONFIG_HOME"] = f"{folder}/settings"
        began = time.perf_counter()
        made = records.build(Path(folder), sizes)
        _tell(f"records: {time.perf_counter() - began:.0f} s")
        return measured(made)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """Measure, show, and say by the exit status whether everything is within its limit."""
    first_line = (__doc__ or "").split("\n", maxsplit=1)[0]
    parser = argparse.ArgumentParser(prog="dev.py bench", description=first_line)
    parser.add_argument("--json", action="store_true", help="only the rows, for a program to read")
    parser.add_argument("--tiny", action="store_true", help="a few families: no true figures")
    asked = parser.parse_args(words)
    rows = run(TINY if asked.tiny else FULL)
    if asked.json:
        print(json.dumps([row.plain() for row in rows], indent=1))
    else:
        print(table(rows))
    return int(any(row.over for row in rows))


if __name__ == "__main__":
    sys.exit(main())
