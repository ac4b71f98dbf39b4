"""Papers that come back: who a visit goes to, and which copies are still to be shredded."""

from liaison.store.engine_words import Database

ADDED = (
    ("home_visit", "person TEXT"),
    ("settings", "shred_after INTEGER"),
    ("sharing_log", "shred_by TEXT"),
    ("sharing_log", "shredded_on TEXT"),
)

STILL_OUT = """
CREATE INDEX sharing_log_still_out ON sharing_log(shred_by)
WHERE deleted = 0 AND shred_by IS NOT NULL AND shredded_on IS NULL
"""
"""What Today asks for, in the words it asks with."""


def papers_back(db: Database) -> None:
    """The columns older rows have nothing in, and an index of the few copies still out."""
    for table, column in ADDED:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    db.execute(STILL_OUT)
