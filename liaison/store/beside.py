"""What lies beside the log and follows it: the search text and the glance at each family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liaison.model import ENTRIES
from liaison.model.choice import Choice
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.store.changes import Edit
from liaison.store.door import Batch, Stream
from liaison.store.engine_words import Database
from liaison.store.search import SEARCHED, forget_all, index, indexed_by, optimise, unindex
from liaison.store.tables import COLUMNS, row_of

WATCHED = (Contact.table, FollowUp.table)
OPEN_STATES = ", ".join(f"'{state.value}'" for state in STILL_OPEN)

RENEW_GLANCE = f"""
INSERT INTO local_glance SELECT :family, (
    SELECT max(held_on) FROM contact INDEXED BY contact_by_family_held_on
    WHERE family = :family AND deleted = 0 AND outcome IN
        (SELECT code FROM choice WHERE list = 'outcome' AND flags LIKE '%"reached"%')
), (
    SELECT coalesce(group_concat(about, ' '), '') FROM (
        SELECT about FROM contact INDEXED BY contact_by_family_held_on
        WHERE family = :family AND deleted = 0 AND about IS NOT NULL
        ORDER BY held_on DESC, held_at DESC, id DESC LIMIT 3
    )
), (
    SELECT min(due) FROM follow_up INDEXED BY follow_up_by_family
    WHERE family = :family AND deleted = 0 AND state IN ({OPEN_STATES})
)
WHERE true ON CONFLICT(family) DO UPDATE SET
    last_contact = excluded.last_contact, abouts = excluded.abouts, next_due = excluded.next_due
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
        for edit in stream.edits:
            if edit.table in SEARCHED:
                _follow_words(db, edit)
    if any(_changes_what_counts(edit) for stream in batch.streams for edit in stream.edits):
        _renew_glances(db)
    else:
        for family in _watched_families(db, batch):
            renew_glance(db, family)
    _forget_removed(db, batch.removed)


def renew_glance(db: Database, family: str) -> None:
    """Work the family's glance out again."""
    db.execute(RENEW_GLANCE, {"family": family})


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
    """Make search text and glances anew from the tables, when they were lost or do not fit."""
    forget_all(db)
    db.execute("DELETE FROM local_glance")
    for cls in ENTRIES:
        if cls.table in SEARCHED:
            for (id,) in db.execute(f"SELECT id FROM {cls.table} ORDER BY id").fetchall():
                index(db, cls.table, row_of(db, cls.table, id), new=True)
    _renew_glances(db)


def _follow_words(db: Database, edit: Edit) -> None:
    if edit.whole:
        row = dict.fromkeys(COLUMNS[edit.table]) | edit.after | {"id": edit.row}
        index(db, edit.table, row, new=not edit.made_on)
    elif indexed_by(edit.table) & edit.values.keys():
        index(db, edit.table, row_of(db, edit.table, edit.row), new=False)


def _changes_what_counts(edit: Edit) -> bool:
    """Whether a value of a list means something else now, such as "reached"."""
    return edit.table == Choice.table and bool(edit.made_on) and "flags" in edit.values


def _watched_families(db: Database, batch: Batch) -> dict[str, None]:
    """The families whose glance may be another now; a moved row had one before, too."""
    found: dict[str, None] = {}
    removed = {table for table, _ in batch.removed}.intersection(WATCHED)
    for stream in batch.streams:
        moved = [edit for edit in _watched(stream) if edit.whole and edit.made_on]
        if removed or _watched(stream):
            found[stream.family] = None
        for edit in moved:
            before = db.execute("SELECT family FROM change WHERE id = ?", [edit.made_on])
            found[before.fetchone()[0]] = None
    return found


def _watched(stream: Stream) -> list[Edit]:
    return [edit for edit in stream.edits if edit.table in WATCHED]


def _renew_glances(db: Database) -> None:
    families = "SELECT family FROM contact UNION SELECT family FROM follow_up"
    for (family,) in db.execute(families).fetchall():
        renew_glance(db, family)


def _forget_removed(db: Database, removed: tuple[tuple[str, str], ...]) -> None:
    """Purged rows leave no word: a deleted word stays in the index until its parts are merged."""
    for table, row in removed:
        if table in SEARCHED:
            unindex(db, table, row)
        if table == Family.table:
            db.execute("DELETE FROM local_glance WHERE family = ?", [row])
            db.execute("DELETE FROM local_draft WHERE family = ?", [row])
    if removed:
        optimise(db)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
