"""Words planted in every field, then looked for in every file a day's work leaves behind."""

from __future__ import annotations

import base64
import io
import os
import random
import secrets
import string
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import cycle
from pathlib import Path
from typing import Any, get_type_hints

from liaison.cli import asking, main
from liaison.model import ENTRIES
from liaison.model.family import Family
from liaison.model.fields import Entry, without_none
from liaison.model.settings import Settings
from liaison.store.drafts import Draft
from liaison.store.re_encrypting import re_encrypt
from liaison.store.rows import columns_of
from liaison.store.store import Store
from liaison.vault import recovery
from tests.builders import Make
from tests.exchange.ctf_files import ctf, pupil
from tests.proof.kills import killed
from tests.proof.sample import NEW, PASSPHRASE, Bench, Sample
from tests.proof.tally import Tally
from tests.ui import left_in_memory

OF_EVERY_ENTRY = ("id", "family", "version", "deleted")
WORDS = 12
BEGINNING = "Quxqvex"
"""What all words begin with: a file without any form of it holds none of them."""

ON = date(2026, 11, 20)


def new_words() -> list[str]:
    """Words nobody else writes, some with letters that are written in several ways."""
    middles = ("", "é", "ß", "Ł", "ñ", "ö")
    return [
        f"{BEGINNING}{middle}{''.join(secrets.choice(string.ascii_lowercase) for _ in range(12))}"
        for _, middle in zip(range(WORDS), cycle(middles), strict=False)
    ]


def forms_of(word: str) -> set[bytes]:
    """The word as a file might hold it."""
    found: set[bytes] = set()
    for each in (word, word.lower(), word.upper(), word[::-1]):
        plain = each.encode()
        found |= {each.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
        found |= {plain.hex().encode(), plain.hex().upper().encode()}
        found |= {base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)}
        found.add(each.encode("unicode_escape"))
        found.add(each.encode("cp1252", "ignore"))
    return found


@dataclass
class Day:
    """One laptop with one record, the words in it, and what was found after each piece of work."""

    bench: Bench
    sample: Sample
    words: list[str]
    opened_elsewhere: set[str]
    statuses: list[int] = field(default_factory=list)
    tried: int = 0
    found: int = 0
    looked_at: int = 0

    @property
    def laptop(self) -> Path:
        return self.sample.folder.parent

    def run(self, *words: object, key: str = PASSPHRASE, into: str = "") -> None:
        """One command of the tool, and then a look at every file."""
        file = self.bench.folder / "in" / "key"
        file.write_text(key, "utf-8")
        command, *rest = map(str, words)
        given = [command, into or str(self.sample.folder), *rest, "--passphrase-file", str(file)]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            try:
                self.statuses.append(main(given))
            finally:
                sys.excepthook = sys.__excepthook__  # the tool's own hides where a fault is
        self.look()

    def look(self) -> None:
        """Look for every form of every word in every file, and in its name."""
        self.tried += 1
        beginnings = forms_of(BEGINNING)
        sought = [form for word in self.words for form in forms_of(word)]
        for each in self.laptop.rglob("*"):
            data = each.name.encode() + (each.read_bytes() if each.is_file() else b"")
            self.looked_at += len(data)
            if any(form in data for form in beginnings):
                self.found += sum(form in data for form in sought)


def planted(store: Store, words: list[str]) -> None:
    """An entry of every kind with words in every text field; the settings have them too."""
    made = Make(store).family(words[0], children=[(words[1], "3")], adults=[("Mrs", words[2], "")])
    taken = cycle(words)
    with store.saving() as saving:
        for cls in ENTRIES:
            if cls not in {Family, Settings}:
                saving.add(cls(family=made.id, **_values(cls, taken)))
        texts = {name: each for name, each in _values(Settings, taken).items() if _is_text(each)}
        saving.change(replace(store.settings, **texts))
    store.keep_draft(Draft("d", "contact", made.id, " ".join(words)))
    store.look(made.id)
    store.search(words[3])
    store.flush_looks()


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum)


def _values(cls: type[Entry], words: Iterator[str]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    names = [name for name in columns_of(cls) if name not in OF_EVERY_ENTRY]
    found = {name: _value(without_none(hints[name])[0], words) for name in names}
    times = (name for name in names if name.endswith("_at") and name != "never_at")
    return found | dict.fromkeys(times, "10:42")


def _value(kind: Any, words: Iterator[str]) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    plain: dict[Any, Callable[[], Any]] = {
        str: lambda: next(words),
        bool: lambda: True,
        int: lambda: 1,
        date: lambda: ON,
    }
    return plain[kind]() if kind in plain else (next(words),)


def in_no_file(bench: Bench, times: int, _chance: random.Random) -> list[Tally]:
    """A day's work, killed and locked too; with more than one, the window's as well."""
    tally = Tally("pieces of work after which 12 planted words are in no file")
    for _ in range(times):
        day = _begun(bench)
        for work in (_reading, _writing, _printing, _bringing_in, _keeping, _keys, _crashing):
            work(day)
        tally.tried += day.tried
        tally.undetected += day.found + len(day.opened_elsewhere)
        went_well = sum(status == 0 for status in day.statuses)
        tally.note = (
            f"the last day: {went_well} of {len(day.statuses)} commands went well, the others were "
            f"refused as they should be; {day.looked_at / 1e6:.0f} MB looked through"
        )
    if times > 1 and left_in_memory.can_look():
        return [tally, _in_the_window(bench)]
    return [tally]


def _begun(bench: Bench) -> Day:
    laptop = bench.folder / f"laptop-{secrets.token_hex(4)}"
    for each in (laptop / "tmp", laptop / "config", bench.folder / "in", bench.folder / "out"):
        each.mkdir(parents=True, exist_ok=True)
    places = {"TMPDIR": "tmp", "HOME": "", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
    os.environ |= {name: str(laptop / place) for name, place in places.items()}
    tempfile.tempdir = None
    vars(asking)["pause"] = lambda _seconds: None
    sample = Sample(laptop / "R.liaison", recovery.new_code())
    bench.create(sample)
    day = Day(bench, sample, new_words(), _elsewhere(bench.folder))
    store = sample.open()
    planted(store, day.words)
    day.look()
    store.close()
    day.look()
    return day


def _elsewhere(allowed: Path) -> set[str]:
    """Fills with the names of files that are opened for writing in any other place from now on."""
    seen: set[str] = set()
    sys.dont_write_bytecode = True

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], str | bytes | os.PathLike):
            path, flags = os.fsdecode(given[0]), given[2] or 0
            writes = flags & (os.O_WRONLY | os.O_RDWR)
            if writes and not path.startswith((str(allowed), "/dev/", "/proc/")):
                seen.add(path)

    sys.addaudithook(hook)
    return seen


def _reading(day: Day) -> None:
    day.run("families")
    day.run("families", "--find", day.words[0], "--json")
    day.run("search", day.words[5])
    day.run("follow-ups", "--overdue")
    day.run("families", key="not " + day.words[4])
    day.run("search", day.words[6], "--unknown", day.words[7])


def _writing(day: Day) -> None:
    words = day.words
    child = f"{words[1]} {words[0]}"
    log = ("log", words[0], "--channel", "phone", "--outcome", "spoke", "--on", "2026-11-20")
    day.run(*log, "--facts", words[3], "--words", words[4], "--view", words[5])
    day.run(*log, "--facts", words[3], "--follow-up", words[6], "--due", "2026-12-04")
    day.run(*log, "--facts", words[3], "--with", words[8])
    day.run("log", words[9], "--channel", words[1], "--outcome", "spoke")
    day.run("barrier", words[0], "--kind", "transport", "--words", words[7])
    worry = ("--move", "Year 6 to 7", "--domain", "friendships", "--level", "targeted")
    day.run("concern", child, *worry, "--words", words[8])
    day.run("restrict", words[2], "--what", "collect", "--force", "school", "--child", child)
    day.run("undo")


def _printing(day: Day) -> None:
    out = day.bench.folder / "out"
    for audience in ("staff", "family", "handover"):
        sheet = ("sheet", day.words[0], "--audience", audience, "--for", day.words[2])
        day.run(*sheet, "--out", out / f"{audience}.pdf")
    day.run("sheet", day.words[0], "--out", out / "nowhere" / f"{day.words[0]}.pdf")
    day.run("sheet", day.words[9], "--out", out / "nobody.pdf")


def _bringing_in(day: Day) -> None:
    folder = day.bench.folder / "in"
    good, bad = folder / "school.xml", folder / "broken.xml"
    good.write_text(ctf(*(pupil(word, day.words[1]) for word in day.words), qualifier="full"))
    bad.write_text(ctf(pupil(day.words[0])).replace("</", day.words[2]))
    day.run("import", good, "--dry-run")
    day.run("import", good)
    day.run("import", good)
    day.run("import", bad)
    day.run("undo")


def _keeping(day: Day) -> None:
    copies = day.laptop / "copies"
    day.run("backup", "--to", copies)
    day.run("backups", "--json")
    day.run("restore", "--to", day.laptop / "R2.liaison", into=str(next(copies.iterdir())))
    day.run("verify")
    day.run("verify", "--full")


def _keys(day: Day) -> None:
    fresh = day.bench.folder / "in" / "new"
    fresh.write_text(NEW, "utf-8")
    day.run("passphrase", "--new-passphrase-file", fresh)
    store, code = day.sample.open(), recovery.new_code()
    re_encrypt(store, NEW, recovery_code=code, new_passphrase=PASSPHRASE)
    store.close()
    day.sample.code = code
    day.look()


def _crashing(day: Day) -> None:
    def write(handle: int) -> None:
        store = day.sample.open()
        planted(store, day.words)
        os.write(handle, b".")
        while True:
            planted(store, day.words)

    for wait in (0.0, 0.02, 0.05):
        killed(write, said=1, wait=wait)
        day.look()
    (day.sample.folder / "record.db").write_bytes(b"damaged")
    day.run("families")


def _in_the_window(bench: Bench) -> Tally:
    """The real window, worked in and locked: nothing in its files, its settings or its memory."""
    tally = Tally("12 planted words in memory and files after the window was locked")
    laptop = bench.folder / "window"
    laptop.mkdir()
    words, record = left_in_memory.canaries(), laptop / "R.liaison"
    words = {place: f"{BEGINNING}{word}" for place, word in words.items()}
    left_in_memory.plant(record, words, PASSPHRASE)
    found = left_in_memory.lock_and_look(record, words, PASSPHRASE, rounds=3)
    day = Day(bench, Sample(record, ""), list(words.values()), set())
    day.look()
    tally.tried, tally.undetected = found.open, found.locked + day.found
    return tally
