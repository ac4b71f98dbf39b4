"""The school's phone for letters, why early help ended, and when its first meeting is due."""

from liaison.store.engine_words import Database

ADDED = (
    ("settings", "phone TEXT"),
    ("meeting", "ended TEXT"),
    ("meeting_pattern", "first_weeks INTEGER"),
)


def school_phone(db: Database) -> None:
    """The columns older rows have nothing in."""
    for table, column in ADDED:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
