"""The short version of every proof; the long ones belong to the soak. And each proof can fail."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.proof import damage, kills
from tests.proof.prove import PROOFS, SHORT
from tests.proof.sample import Bench, Sample
from tests.proof.tally import Tally, table
from tests.proof.words_left import Day, forms_of, new_words

PROVE = Path(__file__).with_name("prove.py")


@pytest.mark.slow
@pytest.mark.parametrize("name", SHORT)
def test_nothing_is_lost_and_nothing_goes_unseen(name: str) -> None:
    plain = {key: each for key, each in os.environ.items() if not key.startswith("COV")}
    line = [sys.executable, str(PROVE), "short", name, "--json"]
    ran = subprocess.run(line, env=plain, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for row in json.loads(ran.stdout):
        tally = Tally(**row)
        assert tally.sound, tally


def test_twenty_kills_and_three_of_each_other_kind_are_the_least() -> None:
    assert (PROOFS["kills"].short, PROOFS["kills"].long) == (20, 2000)
    assert (PROOFS["works"].short, PROOFS["works"].long) == (3, 25)
    assert len(kills.WORKS) == 7


def test_a_proof_that_lost_overlooked_or_tried_nothing_is_none() -> None:
    tally = Tally("kills", 20)
    assert tally.sound
    assert not replace(tally, lost=1).sound
    assert not replace(tally, undetected=1).sound
    assert not replace(tally, tried=0).sound
    assert "kills" in table([replace(tally, note="the slowest took 3 ms")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-le"])
def test_a_word_in_a_file_or_its_name_is_found(tmp_path: Path, encoding: str) -> None:
    words = new_words()
    assert len(set(words)) == 12
    day = Day(Bench(tmp_path), Sample(tmp_path / "laptop" / "R.liaison", ""), words, set())
    day.laptop.mkdir()
    day.look()
    assert day.found == 0
    (day.laptop / "log").write_bytes(b"at work: " + words[7].upper().encode(encoding) + b".")
    day.look()
    assert day.found > 0
    before = day.found
    (day.laptop / words[3]).touch()
    day.look()
    assert day.found > 2 * before


def test_a_word_is_sought_however_it_is_written_down() -> None:
    import base64

    forms = forms_of("QuxqvexŁodz")
    for written in ("quxqvexłodz", "zdoŁxevqxuQ", "QUXQVEXŁODZ"):
        assert written.encode() in forms
        assert written.encode().hex().encode() in forms
    for before in (b"", b"a", b"ab", b"abc"):
        text = base64.b64encode(before + "QuxqvexŁodz".encode() + b"after")
        assert any(form in text for form in forms)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(Bench, "new_laptop", lambda _bench: None)
    return Bench(tmp_path)


def test_damage_that_nobody_sees_is_counted(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as blind:
        blind.setattr(Sample, "verify", lambda _sample, **_how: [])
        tallies = damage.splices(bench, 1, random.Random(1))
    assert [each.undetected for each in tallies] == [1] * len(tallies) == [1] * 7
