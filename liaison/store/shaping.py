"""What a step shapes the database with: shared tables with their guards, and indexes."""

from collections.abc import Iterable

from liaison.store.engine_words import Database

GUARDS = """
CREATE TRIGGER {table}_insert BEFORE INSERT ON {table}
WHEN NOT EXISTS (SELECT 1 FROM change WHERE mac IS NULL)
BEGIN SELECT RAISE(ABORT, 'only the write door writes'); END;

CREATE TRIGGER {table}_update BEFORE UPDATE ON {table}
WHEN NOT EXISTS (SELECT 1 FROM change WHERE mac IS NULL)
BEGIN SELECT RAISE(ABORT, 'only the write door writes'); END;

CREATE TRIGGER {table}_delete BEFORE DELETE ON {table}
WHEN NOT EXISTS (SELECT 1 FROM change WHERE mac IS NULL AND kind = 'purge')
BEGIN SELECT RAISE(ABORT, 'only a purge removes'); END;
"""


def run(db: Database, statements: str) -> None:
    """Statements with an empty line between them: a trigger has semicolons inside."""
    for statement in statements.strip().split("\n\n"):
        db.execute(statement)


def create_shared(db: Database, name: str, texts: Iterable[str], integers: Iterable[str]) -> None:
    """A shared table with the columns every entry has, its indexes and its three guards."""
    own = [f"{text} TEXT" for text in texts] + [f"{number} INTEGER" for number in integers]
    db.execute(
        f"CREATE TABLE {name} (id TEXT PRIMARY KEY, family TEXT NOT NULL, version TEXT NOT NULL, "
        f"deleted INTEGER NOT NULL, {', '.join(own)}) STRICT"
    )
    run(db, GUARDS.format(table=name))
    add_index(db, f"{name}(family)")
    db.execute(f"CREATE INDEX {name}_in_the_bin ON {name}(version) WHERE deleted = 1")


def add_index(db: Database, on: str) -> None:
    """An index named after what it is on: ``table(column, column)``."""
    name = on.replace("(", "_by_").replace(", ", "_").rstrip(")")
    db.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {on}")
