"""The benchmarks measure everything that has a limit, and say so in the form that is read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.timing import Row, absolute, against, by_turns, p95, table

BENCH = Path(__file__).parent / "benchmarks" / "bench.py"

AGAINST_A_BASELINE = {
    "start_to_unlock": 1.5,
    "start_memory": 1.6,
    "lock_to_painted": 1.5,
    "unlock_by_keyring": 0.333,
    "backup": 1.5,
    "verify_full": 1.5,
    "search_ratio": 3,
    "save_contact": 3.5,
    "import_500": 8,
    "summary_sheet": 1.5,
    "tagged_pack": 1.5,
    "encrypted_pack": 1.8,
    "tagged_memory": 2,
    "open_family_growth": 1.5,
    "today_growth": 1.5,
}
IN_MILLISECONDS = {
    "unlock_to_today": 300,
    "open_family": 50,
    "search_p95": 20,
    "any_key": 50,
    "preview_first_page": 150,
}


def test_every_limit_is_measured_and_nothing_else_is_printed() -> None:
    line = [sys.executable, str(BENCH), "--json", "--tiny"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode in {0, 1}, done.stderr
    rows = json.loads(done.stdout)
    assert {row["name"]: row["limit"] for row in rows} == AGAINST_A_BASELINE | IN_MILLISECONDS
    for row in rows:
        assert list(row) == ["name", "value", "unit", "baseline", "ratio", "limit"]
        assert row["value"] > 0
        if row["name"] in AGAINST_A_BASELINE:
            assert row["ratio"] > 0
            assert row["baseline"] > 0
        else:
            assert row["baseline"] is None
            assert row["ratio"] is None
            assert row["unit"] == "ms"


def test_a_limit_holds_for_the_ratio_or_else_for_the_value() -> None:
    assert not against("saving", 30, 10, limit=3).over
    assert against("saving", 31, 10, limit=3).over
    assert not absolute("opening", 50, limit=50).over
    assert absolute("opening", 50.1, limit=50).over


def test_a_row_over_its_limit_is_marked_in_the_table() -> None:
    rows = [Row("slow", 51.0, "ms", None, None, 50), Row("quick", 2.0, "ms", 1.0, 2.0, 3)]
    slow, quick = table(rows).splitlines()[1:]
    assert slow.split() == ["slow", "51.0", "ms", "50", "over"]
    assert quick.split() == ["quick", "2.0", "ms", "1.0", "ms", "2.00", "3", "ok"]


def test_works_are_measured_by_turns_after_each_was_done_once() -> None:
    done: list[str] = []
    taken = by_turns([lambda: done.append("a"), lambda: done.append("b")], 2)
    assert "".join(done) == "ababab"
    assert [len(each) for each in taken] == [2, 2]


def test_ninety_five_of_a_hundred_stay_below() -> None:
    assert p95([float(n) for n in range(101)]) == 95
