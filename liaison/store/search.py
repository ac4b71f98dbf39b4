"""Finding words: one folding for the index and the query, and snippets from the entry's own words.

The index lies beside the log in ``local_found``; the door keeps it in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liaison.model import ENTRIES
from liaison.model.fields import fields_of
from liaison.model.folded import folded
from liaison.model.reach import ContactPoint
from liaison.store.engine_words import Database
from liaison.store.refusals import rows
from liaison.store.rows import Row

SEARCHED: dict[str, tuple[str, ...]] = {
    cls.table: tuple(bound.name for bound in fields_of(cls) if bound.about.search)
    for cls in ENTRIES
    if any(bound.about.search for bound in fields_of(cls))
} | {ContactPoint.table: ("value",)}
"""Table to the fields whose words are found."""

NAMES = ("family", "person")
EVERYTHING = ("local_words",)
OF_NAMES = ("local_words", "local_naming", "local_trigram")
LAST_DIGITS = 6
SHORTEST_INSIDE = 3
SNIPPET = 60


@dataclass(frozen=True)
class Found:
    """One entry that holds the words, newest first, with a few of its own words around them."""

    kind: str
    id: str
    family: str
    snippet: str


def indexed_by(table: str) -> frozenset[str]:
    """The columns that decide what the index keeps for a row of this table."""
    more = ("kind",) if table == ContactPoint.table else ()
    return frozenset((*SEARCHED[table], "deleted", *more))


def words_of(table: str, row: Row) -> str:
    """What the index keeps for a row: folded words; a phone as its digits, whole and last six."""
    if row["deleted"]:
        return ""
    texts = [row[name] or "" for name in SEARCHED[table]]
    if table != ContactPoint.table:
        return folded("\n".join(text for text in texts if text))
    digits = "".join(c for c in texts[0] if c.isdigit())
    if row["kind"] == "email" or not digits:
        return folded(texts[0])
    return f"{digits} {digits[-LAST_DIGITS:]}"


def index(db: Database, table: str, row: Row, *, new: bool) -> None:
    """Bring the index up to date for one row; a ``new`` one has nothing there yet."""
    words = words_of(table, row)
    if not new:
        unindex(db, table, row["id"])
    if words:
        n = db.execute(
            "INSERT INTO local_found (kind, id, family, words) VALUES (?, ?, ?, ?)",
            [table, row["id"], row["family"], words],
        ).lastrowid
        for each in _indexes_of(table):
            db.execute(f"INSERT INTO {each} (rowid, words) VALUES (?, ?)", [n, words])


def unindex(db: Database, table: str, row: str) -> None:
    """Take a row out of the index."""
    old = db.execute("SELECT n, words FROM local_found WHERE id = ?", [row]).fetchone()
    if not old:
        return
    for each in _indexes_of(table):
        db.execute(f"INSERT INTO {each} ({each}, rowid, words) VALUES ('delete', ?, ?)", old)
    db.execute("DELETE FROM local_found WHERE n = ?", old[:1])


def optimise(db: Database) -> None:
    """Merge the parts of the index, so that no word stays of what was taken out."""
    for each in OF_NAMES:
        db.execute(f"INSERT INTO {each} ({each}) VALUES ('optimize')")


def forget_all(db: Database) -> None:
    """Empty the index, before it is made anew."""
    for each in OF_NAMES:
        db.execute(f"INSERT INTO {each} ({each}) VALUES ('delete-all')")
    db.execute("DELETE FROM local_found")


def _indexes_of(table: str) -> tuple[str, ...]:
    return OF_NAMES if table in NAMES else EVERYTHING


def matching(db: Database, text: str, *, limit: int, kinds: Sequence[str]) -> list[Found]:
    """Entries that hold every word typed, the last one as a beginning; newest first."""
    query = fts_query(text)
    if not query:
        return []
    among = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    found = rows(
        db,
        "SELECT kind, id, family FROM local_words JOIN local_found ON n = local_words.rowid "
        f"WHERE local_words MATCH ? {among} ORDER BY local_words.rowid DESC LIMIT ?",
        [query, *kinds, limit],
    )
    return [Found(kind, id, family, _snippet(db, kind, id, text)) for kind, id, family in found]


def named(db: Database, text: str, *, kind: str, limit: int) -> list[str]:
    """Ids of people or families by name: beginnings of words first, then anywhere in a word."""
    query = fts_query(text)
    if not query:
        return []
    select = (
        "SELECT id FROM {0} JOIN local_found ON n = {0}.rowid "
        "WHERE {0} MATCH ? AND kind = ? {1} ORDER BY local_found.words LIMIT ?"
    )
    begun = select.format("local_naming", "")
    found = [row[0] for row in rows(db, begun, [query, kind, limit])]
    words = folded(text).split()
    long = [word for word in words if len(word) >= SHORTEST_INSIDE]
    if len(found) < limit and long:
        inside = " ".join(_quoted(word) for word in long)
        short = [word for word in words if word not in long]
        also = "AND instr(local_found.words, ?) " * len(short)
        more = rows(db, select.format("local_trigram", also), [inside, kind, *short, limit])
        found += [row[0] for row in more if row[0] not in found]
    return found[:limit]


def fts_query(text: str) -> str:
    """The words typed, each quoted, the last as a beginning. Digits typed apart belong together."""
    plain = folded(text)
    if plain.strip() and all(c.isdigit() or c.isspace() or c in "+-()" for c in plain):
        plain = "".join(c for c in plain if c.isdigit())
    words = [word for word in plain.split() if any(c.isalnum() for c in word)]
    if not words:
        return ""
    return " ".join(_quoted(word) for word in words) + "*"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _snippet(db: Database, table: str, row: str, text: str) -> str:
    names = ", ".join(SEARCHED[table])
    found = rows(db, f"SELECT {names} FROM {table} WHERE id = ?", [row])
    texts = [value for values in found for value in values if value]
    if table in (*NAMES, ContactPoint.table):
        return " ".join(texts)
    wanted = folded(text).split()
    held = [each for each in texts if any(word in folded(each) for word in wanted)]
    return _cut((held or texts or [""])[0], wanted)


def _cut(text: str, wanted: Iterable[str]) -> str:
    """A piece of the text around the first word wanted, cut between words."""
    words = text.split()
    first = (n for n, word in enumerate(words) if any(w in folded(word) for w in wanted))
    start = max(0, next(first, 0) - 4)
    piece, n = "", start
    while n < len(words) and len(piece) + len(words[n]) < SNIPPET * 2:
        piece = f"{piece} {words[n]}".strip()
        n += 1
    return ("… " if start else "") + piece + (" …" if n < len(words) else "")
