"""Broken files from outside: refused in a sentence, or brought in whole and as one batch."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

from liaison.errors import LiaisonError
from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.store.record import memory_store
from liaison.store.store import Store
from tests.conftest import Ticking, oakfield
from tests.exchange.test_ctf_hardening import BROKEN
from tests.proof.sample import Bench
from tests.proof.tally import Tally

TODAY = date(2026, 11, 23)
SAMPLES = tuple(
    each.read_bytes()
    for each in sorted((Path(__file__).parents[1] / "exchange" / "files").glob("*.xml"))
)
ADDED = (
    *(b"<", b">", b"&", b"</Pupil>", b"<Pupil>", b"<!--", b"-->", b"<Contact>", b"</Contacts>"),
    *(b"\xff", b"\x00", b"9" * 400, b"<SEN>x</SEN>", b"]]>", b"<DOB>2026-02-31</DOB>", b"\xef\xbb"),
)

ODD = (
    *(b"", b" ", b"0", b"-1", b"9" * 400, b"2026-02-31", b"31/02/2026", b"0000-00-00", b"true"),
    *(b"x" * 5000, "Ł’ \u202e\u200b\U0001f600".encode(), b"&#x1F600;", b"&amp;", b"%s %d {0}"),
    *(b"'; DROP TABLE change; --", b"NaN", b"1e309", b"A823432100001", b"T0000000000000"),
)


def malformed_files(bench: Bench, times: int, chance: random.Random) -> list[Tally]:
    """Each is tried on a record; what is in it afterwards is all of the file or nothing."""
    made = Tally("malformed files to bring in, made by hand")
    generated = Tally("malformed files to bring in, generated")
    for _name, words, _said in BROKEN:
        _bring_in(bench, words if isinstance(words, bytes) else words.encode(), made)
    read = sum(_bring_in(bench, _mangled(chance), generated) for _ in range(times))
    generated.note = f"{read} could still be read, and were brought in whole"
    return [made, generated]


def _mangled(chance: random.Random) -> bytes:
    return _with_odd_words(chance) if chance.random() < 0.5 else _broken(chance)


def _with_odd_words(chance: random.Random) -> bytes:
    """Still XML, but with words where none of their kind are expected."""
    parts = re.split(rb"(>[^<]+<)", chance.choice(SAMPLES))
    for _ in range(chance.randrange(1, 8)):
        parts[chance.randrange(len(parts) // 2) * 2 + 1] = b">" + chance.choice(ODD) + b"<"
    return b"".join(parts)


def _broken(chance: random.Random) -> bytes:
    data = chance.choice(SAMPLES)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(data))
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:at]
        elif kind == 1:
            data = data[:at] + chance.choice(ADDED) + data[at:]
        elif kind == 2:
            data = data[:at] + data[at + chance.randrange(200) :]
        elif kind == 3:
            data = data[:at] + chance.randbytes(chance.randrange(1, 5)) + data[at + 1 :]
        else:
            other = chance.choice(SAMPLES)
            data = data[:at] + other[chance.randrange(len(other)) :]
        data = data or b" "
    return data


def _bring_in(bench: Bench, words: bytes, tally: Tally) -> bool:
    """Whether the file could be read; a trace of the program's own is a loss."""
    file = bench.folder / "file.xml"
    file.write_bytes(words)
    tally.tried += 1
    try:
        found = read_ctf(file)
    except LiaisonError:
        return False
    store = memory_store(oakfield(), now=Ticking())
    before = _batches(store)
    try:
        plan = plan_import(store, found, today=TODAY)
        commit_import(store, plan)
        tally.lost += _batches(store) - before > 1
    except LiaisonError:
        tally.lost += _batches(store) != before
    tally.undetected += bool(store.verify(full=True))
    store.close()
    return True


def _batches(store: Store) -> int:
    ((count,),) = store.query("SELECT count(DISTINCT batch) FROM change")
    return int(count)
