"""What must not open a record: wrong words, slots of another record, headers made to do harm."""

from __future__ import annotations

import json
import random
import time
import tracemalloc
from collections.abc import Callable, Mapping
from typing import Any

from liaison.vault import canonical, recovery
from liaison.vault.header import COPY, LIMIT, NAME
from tests.proof.sample import NEW, PASSPHRASE, Bench, Sample
from tests.proof.tally import Tally

SLOWEST, MOST_MEMORY = 0.1, 50 << 20
HUGE = 1 << 30

ODD: tuple[object, ...] = (None, "3", 65536.5, 1e300, True, [65536], {}, "x" * 5000)
HOSTILE_COSTS: tuple[Mapping[str, object], ...] = (
    *({"memory_kib": size} for size in (0, 1, 8, 19 * 1024 - 1, 1024 * 1024 + 1, 1 << 31, 1 << 62)),
    *({"passes": many} for many in (0, -1, 17, 1 << 31, 1 << 62)),
    *({"lanes": many} for many in (0, -1, 5, 1 << 24, 1 << 62)),
    *({"memory_kib": odd} for odd in ODD),
    *({"passes": odd} for odd in ODD),
)


def wrong_secrets(bench: Bench, times: int, chance: random.Random) -> list[Tally]:
    """Passphrases and codes that are nearly right, and some that are not at all."""
    sample = bench.copy()
    passphrases = Tally("wrong passphrases")
    for _ in range(times):
        at = chance.randrange(len(PASSPHRASE))
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz ")
        tried = chance.choice(
            [
                PASSPHRASE[:at] + letter + PASSPHRASE[at + 1 :],
                PASSPHRASE[:at] + PASSPHRASE[at + 1 :],
                PASSPHRASE[:at] + letter + PASSPHRASE[at:],
                PASSPHRASE.title(),
                NEW,
                "",
            ]
        )
        if tried != PASSPHRASE:
            passphrases.tried += 1
            passphrases.undetected += sample.opens(tried)
    codes = Tally("wrong recovery codes")
    right = sample.code.replace("-", "")
    for _ in range(times * 10):
        at, symbol = chance.randrange(len(right)), chance.choice(recovery.SYMBOLS)
        near = right[:at] + symbol + right[at + 1 :]
        tried = chance.choice([recovery.new_code(), near, right[::-1], right[:-1]])
        if tried != right:
            codes.tried += 1
            codes.undetected += Sample(sample.folder, tried).verify() == []
    return [passphrases, codes]


def swapped_slots(bench: Bench, times: int, chance: random.Random) -> list[Tally]:
    """A slot of one record put into another, which its own passphrase or code then opens."""
    tally = Tally("slots put into another record, left out, doubled, put in another order")
    sample, other = bench.copy(), Sample(bench.folder / "Other.liaison", recovery.new_code())
    bench.create(other)
    ours, theirs = (json.loads((each.folder / NAME).read_bytes()) for each in (sample, other))
    for _ in range(times):
        header = json.loads(canonical.encode(ours))
        slots: list[Any] = header["slots"]
        chance.choice(SWAPS)(slots, theirs["slots"], chance)
        if chance.random() < 0.3:
            header["mac"] = theirs["mac"]
        if chance.random() < 0.3:
            header["vault"] = theirs["vault"]
        if header == ours:
            continue
        for name in (NAME, COPY):
            (sample.folder / name).write_bytes(canonical.encode(header))
        tally.tried += 1
        opened = sample.opens(PASSPHRASE) or sample.verify() == []
        tally.undetected += opened or Sample(sample.folder, other.code).verify() == []
    return [tally]


def _theirs(slots: list[Any], others: list[Any], chance: random.Random) -> None:
    at = chance.randrange(len(slots))
    slots[at] = others[at]


def _one_field(slots: list[Any], others: list[Any], chance: random.Random) -> None:
    at = chance.randrange(len(slots))
    field = chance.choice(["id", "nonce", "salt", "wrapped"])
    slots[at][field] = others[at][field]


def _one_more(slots: list[Any], others: list[Any], chance: random.Random) -> None:
    slots.insert(chance.randrange(len(slots) + 1), chance.choice(others))


def _one_less(slots: list[Any], _others: list[Any], chance: random.Random) -> None:
    slots.pop(chance.randrange(len(slots)))


def _another_order(slots: list[Any], _others: list[Any], _chance: random.Random) -> None:
    slots.reverse()


SWAPS: tuple[Callable[[list[Any], list[Any], random.Random], None], ...] = (
    *(_theirs, _one_field, _one_more, _one_less, _another_order),
)


def hostile_headers(bench: Bench, _times: int, _chance: random.Random) -> list[Tally]:
    """Headers that would take all memory or all day, refused in a tenth of a second."""
    tally = Tally("headers made to take all memory or all day")
    sample = bench.copy()
    good = (sample.folder / NAME).read_bytes()
    slowest, most = 0.0, 0

    def refused(data: bytes, size: int = 0) -> None:
        nonlocal slowest, most
        for name in (NAME, COPY):
            (sample.folder / name).write_bytes(data)
            if size:
                with (sample.folder / name).open("r+b") as file:
                    file.truncate(size)
        began = time.process_time()
        opened = sample.opens(PASSPHRASE)
        took = time.process_time() - began
        tracemalloc.start()
        opened = sample.opens(PASSPHRASE) or opened
        slowest, most = max(slowest, took), max(most, tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        tally.tried += 1
        tally.undetected += opened or took > SLOWEST or most > MOST_MEMORY

    for cost in HOSTILE_COSTS:
        header = json.loads(good)
        header["slots"][0] |= cost
        refused(json.dumps(header, sort_keys=True, separators=(",", ":")).encode())
    refused(b"", HUGE)
    refused(good, HUGE)
    refused(b"[" * LIMIT)
    refused(b'{"a":' * (LIMIT // 5))
    refused(good[:-1] + b',"x":' + b"9" * 40_000 + b"}")
    refused(good.replace(b'"slots":[', b'"slots":[' + b"{}," * 20_000))
    tally.note = f"slowest {slowest * 1000:.0f} ms, most memory {most / 1e6:.1f} MB"
    return [tally]
