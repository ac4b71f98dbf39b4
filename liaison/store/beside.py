"""What lies beside the log and follows it: the search text and the glance at each family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison.model import ENTRIES
from liaison.model.contact import Contact
from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.store.door import Batch
from liaison.store.engine_words import Database
from liaison.store.rows import Row, columns_of
from liaison.store.search import SEARCHED, index, unindex

WATCHED = (Contact.table, FollowUp.table)
OPEN_STATES = ", ".join(f"'{state.value}'" for state in STILL_OPEN)

LAST_CONTACT = """
SELECT max(held_on) FROM contact WHERE family = :family AND deleted = 0
AND outcome IN (SELECT code FROM choice WHERE list = 'outcome' AND flags LIKE '%"reached"%')
"""
LAST_ABOUTS = """
SELECT about FROM contact WHERE family = :family AND deleted = 0 AND about IS NOT NULL
ORDER BY held_on DESC, held_at DESC, id DESC LIMIT 3
"""
NEXT_DUE = f"""
SELECT min(due) FROM follow_up WHERE family = :family AND deleted = 0 AND state IN ({OPEN_STATES})
"""


@dataclass(frozen=True)
class Glance:
    """A family at a glance: its last real contact, the last three abouts, what is due next."""

    last_contact: date | None
    abouts: tuple[str, ...]
    next_due: date | None


def follow(db: Database, batch: Batch) -> None:
    """Bring search text and glances up to date with a batch, inside its transaction."""
    for stream in batch.streams:
        tables = {edit.table for edit in stream.edits}
        for edit in stream.edits:
            if edit.table in SEARCHED:
                index(db, edit.table, row_of(db, edit.table, edit.row))
        if tables.intersection(WATCHED):
            renew_glance(db, stream.family)
    for table, row in batch.removed:
        unindex(db, table, row)


def renew_glance(db: Database, family: str) -> None:
    """Work the family's glance out again."""
    values = {"family": family}
    (last,) = db.execute(LAST_CONTACT, values).fetchone()
    abouts = " ".join(row[0] for row in db.execute(LAST_ABOUTS, values))
    (due,) = db.execute(NEXT_DUE, values).fetchone()
    db.execute(
        "INSERT INTO local_glance VALUES (?, ?, ?, ?) ON CONFLICT(family) DO UPDATE SET "
        "last_contact = excluded.last_contact, abouts = excluded.abouts, "
        "next_due = excluded.next_due",
        [family, last, abouts, due],
    )


def glance(db: Database, family: str) -> Glance:
    """The family at a glance; empty for one that nothing happened with yet."""
    found = db.execute(
        "SELECT last_contact, abouts, next_due FROM local_glance WHERE family = ?", [family]
    ).fetchone()
    if not found:
        return Glance(None, (), None)
    last, abouts, due = found
    return Glance(_day(last), tuple(abouts.split()), _day(due))


def renew_all(db: Database) -> None:
    """Make search text and glances anew from the tables, when they were lost."""
    db.execute("INSERT INTO local_words (local_words) VALUES ('delete-all')")
    db.execute("INSERT INTO local_trigram (local_trigram) VALUES ('delete-all')")
    db.execute("DELETE FROM local_found")
    db.execute("DELETE FROM local_glance")
    for cls in ENTRIES:
        if cls.table in SEARCHED:
            for (id,) in db.execute(f"SELECT id FROM {cls.table} ORDER BY id").fetchall():
                index(db, cls.table, row_of(db, cls.table, id))
    families = "SELECT family FROM contact UNION SELECT family FROM follow_up"
    for (family,) in db.execute(families).fetchall():
        renew_glance(db, family)


CLASSES = ENTRIES
COLUMNS: dict[str, tuple[str, ...]] = {cls.table: columns_of(cls) for cls in ENTRIES}


def row_of(db: Database, table: str, id: str) -> Row:
    """A row by its id, as column to value; empty when there is none."""
    names = COLUMNS[table]
    found: tuple[Any, ...] | None = db.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", [id]
    ).fetchone()
    return dict(zip(names, found, strict=True)) if found else {}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
