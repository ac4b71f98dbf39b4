"""The shape of the database: its steps in their order."""

from liaison.store.engine_words import Database, Migrations
from liaison.store.steps.first_tables import first_tables
from liaison.store.steps.key_holders import key_holders
from liaison.store.steps.letters import letters
from liaison.store.steps.meetings import meetings
from liaison.store.steps.papers_back import papers_back
from liaison.store.steps.school_phone import school_phone
from liaison.vault import engine

STEPS = (first_tables, key_holders, meetings, letters, papers_back, school_phone)

SCHEMA = len(STEPS)
"""The database's ``user_version`` when every step was taken."""

migrations = Migrations("liaison")
for step in STEPS:
    migrations()(step)


def migrate(db: Database) -> None:
    """Bring the database to the newest shape; says so in ``user_version``."""
    migrations.apply(db)
    engine.stamp(db.conn, SCHEMA)
