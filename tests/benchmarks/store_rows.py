"""Searching and saving in the usual record, against the same without encryption or our door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from liaison.casework.contacts import log_contact
from liaison.casework.searching import find_families, find_notes
from liaison.model.contact import About, Contact, ContactPerson, Direction, Part
from liaison.model.folded import folded
from liaison.store.store import Store
from liaison.vault import engine
from liaison.vault.engine import Connection
from tests.benchmarks.records import ON, Records, opened
from tests.benchmarks.timing import Row, absolute, against, p95, timed

WORDS = ("breakfast club", "attendance", "uniform", "bus pass", "went well", "school trip")
PHONES = ("07700 9001", "01632 9600")
ADULTS = """
SELECT family, id FROM person WHERE kind = 'adult' AND deleted = 0 ORDER BY id LIMIT :most
"""
Inserted = tuple[str, tuple[Any, ...]]
"""An INSERT statement and its values."""

NAMES = 12
SAVES = 12
FACTS = (
    "Rang about the breakfast club. She can bring him at eight from Monday on; "
    "we agreed to look at it again before half-term."
)


def rows(made: Records) -> list[Row]:
    """Search keystrokes and saving a contact."""
    with closing(opened(made.usual)) as store, unencrypted(store, made.folder) as plain:
        found = _searching(store, plain, made.sizes.rounds)
    with closing(opened(made.copy(made.usual, "saving.liaison"))) as store:
        saved = _saving(store, made.folder / "plain.db", made.sizes.rounds)
    return [*found, saved]


def _searching(store: Store, plain: Store, rounds: int) -> list[Row]:
    typed = list(keystrokes(texts(store)))
    ours, theirs = [], []
    for turn in range(rounds + 1):
        for text in typed:
            taken = timed(_search(store, text)), timed(_search(plain, text))
            if turn:  # the first turn warms both up
                ours.append(taken[0])
                theirs.append(taken[1])
    return [
        absolute("search_p95", p95(ours), limit=20),
        against("search_ratio", p95(ours), p95(theirs), limit=3),
    ]


def _search(store: Store, text: str) -> Callable[[], object]:
    return lambda: (find_families(store, text, ON), find_notes(store, text, ON))


def texts(store: Store) -> list[str]:
    """What is typed: names of the record, words of its notes, telephone numbers."""
    names = store.query(
        "SELECT DISTINCT surname FROM person ORDER BY surname LIMIT :most", most=NAMES
    )
    names += store.query(
        "SELECT DISTINCT forename FROM person ORDER BY forename DESC LIMIT :most", most=NAMES
    )
    return [*(folded(name) for (name,) in names), *WORDS, *PHONES]


def keystrokes(whole: Sequence[str]) -> Iterator[str]:
    """Each text as it grows, letter by letter."""
    for text in whole:
        yield from (text[:end] for end in range(1, len(text) + 1) if text[end - 1] != " ")


@contextmanager
def unencrypted(store: Store, folder: Path) -> Iterator[Store]:
    """The same record in a file without a key, opened with the same settings."""
    file = folder / "unencrypted.db"
    source = _beside(store)
    source.execute("ATTACH ? AS plain KEY ''", (str(file),))
    source.execute("SELECT sqlcipher_export('plain')")
    source.execute("DETACH plain")
    source.close()
    connection = engine.driver.connect(str(file), isolation_level=None)
    for setting in engine.SETTINGS:
        connection.execute(setting).fetchall()
    plain = Store(_AsIfEncrypted(connection), actor="", place="", machine="")
    yield plain
    connection.close()
    file.unlink()


class _AsIfEncrypted:
    """A connection that answers the one question only an encrypted one can."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, sql: str, *values: Any) -> Any:
        if sql == "PRAGMA cipher_status":
            return self._connection.execute("SELECT '1'")
        return self._connection.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def _beside(store: Store, file: Path | None = None) -> Connection:
    """Another connection to the record's database, or to a copy of it, that may attach and drop."""
    assert store.vault is not None
    connection = engine.connect(file or store.vault.database, store.vault.keys.database)
    connection.set_authorizer(None)
    return connection


def _saving(store: Store, file: Path, rounds: int) -> Row:
    assert store.vault is not None
    file.write_bytes(store.vault.database.read_bytes())
    plain = _beside(store, file)
    guards = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in plain.execute(guards).fetchall():
        plain.execute(f"DROP TRIGGER {name}")
    adults = store.query(ADULTS, most=SAVES * rounds)
    ours, theirs = [], []
    for family, adult in adults:
        ours.append(timed(_log(store, family, adult)))
        theirs.append(timed(_insert(plain, _last_written(store))))
    plain.close()
    file.unlink()
    return against("save_contact", median(ours), median(theirs), limit=3.5)


def _log(store: Store, family: str, adult: str) -> Callable[[], object]:
    contact = Contact(
        family=family,
        held_on=ON,
        held_at="10:42",
        channel="phone",
        direction=Direction.WE,
        outcome="spoke",
        about=About.NEUTRAL,
        facts=FACTS,
    )
    return lambda: log_contact(store, contact, people=[(adult, Part.SPOKEN_TO)], today=ON)


def _last_written(store: Store) -> list[Inserted]:
    """The rows of the last save, and its words in the index."""
    (change,) = store.query("SELECT * FROM change ORDER BY clock DESC, device DESC LIMIT 1")
    (found,) = store.query("SELECT * FROM local_found ORDER BY n DESC LIMIT 1")
    rows = [("change", change), ("local_found", found)]
    for table in (Contact.table, ContactPerson.table):
        added = store.query(f"SELECT * FROM {table} WHERE version = :change", change=change[0])
        rows += [(table, row) for row in added]
    said = [
        (f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row) for table, row in rows
    ]
    words = ("INSERT INTO local_words (rowid, words) VALUES (?, ?)", (found[0], found[-1]))
    return [*said, words]


def _insert(plain: Connection, written: Sequence[Inserted]) -> Callable[[], None]:
    def work() -> None:
        plain.execute("BEGIN IMMEDIATE")
        for sql, values in written:
            plain.execute(sql, values)
        plain.execute("COMMIT")

    return work
