"""Words planted in a record, and how often they are found in the memory of the app's process."""

from __future__ import annotations

import json
import os
import secrets
import string
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from liaison.model.reach import Address
from liaison.store.record import create_record
from liaison.store.store import Store
from liaison.vault import TEST_COST, recovery
from tests.builders import Make
from tests.conftest import oakfield

DRIVER = Path(__file__).with_name("lock_driver.py")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
CHUNK = 1 << 22
BEGINNING = 4
"""So many letters all planted words have in common: where these are not, no word can be."""


@dataclass(frozen=True)
class Found:
    """How often the planted words were found while the record was open, and after the lock."""

    open: int
    locked: int


def canaries() -> dict[str, str]:
    """Twelve words that nobody else writes, by where they are planted."""
    places = (
        *("family", "adult", "child", "facts", "words", "view", "phone", "street", "action"),
        *("barrier", "draft", "searched"),
    )
    letters = string.ascii_lowercase
    return {each: "Quxq" + "".join(secrets.choice(letters) for _ in range(14)) for each in places}


def plant(folder: Path, words: dict[str, str], passphrase: str) -> None:
    """A new record that holds the words."""

    def fill(store: Store) -> None:
        make = Make(store)
        made = make.family(
            words["family"],
            children=[(words["child"], "3")],
            adults=[("Mrs", words["adult"], "mother")],
        )
        contact = make.contact(made, facts=words["facts"])
        make.phone(made.adults[0], words["phone"])
        make.follow_up(made, words["action"])
        make.barrier(made, words=words["barrier"])
        with store.saving() as saving:
            adult = made.adults[0]
            saving.change(replace(contact, words=words["words"], view=words["view"]))
            saving.add(Address(family=made.id, person=adult.id, street=words["street"]))

    create_record(
        folder,
        passphrase,
        recovery_code=recovery.new_code(),
        settings=oakfield(),
        cost=TEST_COST,
        fill=fill,
    )


def lock_and_look(folder: Path, words: dict[str, str], passphrase: str, *, rounds: int) -> Found:
    """Work in the record with the real app, lock it, and read its memory before and after."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder.parent / "config"),
    }
    line = [sys.executable, str(DRIVER), str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(line, text=True, env=environment, **pipes) as app:
        assert app.stdin is not None
        assert app.stdout is not None
        try:
            asked = {**words, "passphrase": passphrase, "rounds": str(rounds)}
            app.stdin.write(json.dumps(asked) + "\n")
            app.stdin.flush()
            _expect(app, "open")
            sought = (*words.values(), passphrase)
            before = hits(app.pid, sought)
            app.stdin.write("lock\n")
            app.stdin.flush()
            _expect(app, "locked")
            return Found(before, hits(app.pid, sought))
        finally:
            app.kill()


def hits(process: int, words: tuple[str, ...]) -> int:
    """How often the words are found, in every encoding, in all that a process holds."""
    sought: dict[bytes, list[bytes]] = {}
    for word, each in product(words, ENCODINGS):
        sought.setdefault(word[:BEGINNING].encode(each), []).append(word.encode(each))
    longest = max(len(word) for same in sought.values() for word in same)
    found = 0
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start, end in _held(process):
            held = b""
            for at in range(start, end, CHUNK):
                try:
                    memory.seek(at)
                    held = held[-longest + 1 :] + memory.read(min(CHUNK, end - at))
                except (OSError, ValueError):
                    break
                begun = (same for beginning, same in sought.items() if beginning in held)
                found += sum(held.count(word) for same in begun for word in same)
    return found


def can_look() -> bool:
    """Whether this system lets a test read the memory of a process it has started."""
    try:
        with Path("/proc/self/mem").open("rb"), Path("/proc/self/maps").open("rb"):
            return True
    except OSError:
        return False


def _held(process: int) -> list[tuple[int, int]]:
    """The stretches of memory that can be read."""
    lines = Path(f"/proc/{process}/maps").read_text("ascii", "replace").splitlines()
    readable = [each.split() for each in lines if each.split()[1].startswith("r")]
    spans = [each[0].split("-") for each in readable if each[-1] not in {"[vvar]", "[vsyscall]"}]
    return [(int(start, 16), int(end, 16)) for start, end in spans]


def _expect(app: subprocess.Popen[str], word: str) -> None:
    assert app.stdout is not None
    said = app.stdout.readline().strip()
    if said != word:
        message = f"The app said {said!r} where {word!r} was due."
        raise AssertionError(message)
