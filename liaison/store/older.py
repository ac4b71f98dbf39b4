"""A record of an earlier form of this program, looked at in memory as if it were of today's."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import closing
from typing import Any, cast

from liaison.errors import Damaged
from liaison.store.engine_words import Database
from liaison.store.refusals import refuse_zeroes
from liaison.store.schema import SCHEMA, migrate
from liaison.vault import engine
from liaison.vault.engine import Connection


def is_older(connection: Connection) -> bool:
    """Whether steps of the schema are still to be taken."""
    return engine.version_of(connection)[1] < SCHEMA


def todays_copy(connection: Connection) -> Connection:
    """The whole database in memory, in today's form. ``Damaged`` when a page cannot be read."""
    copy = engine.memory(secrets.token_bytes(32))
    connection.backup(copy)
    refuse_zeroes(Database(cast(Any, connection), execute_plugins=False))
    take_steps(copy)
    return copy


def take_steps(connection: Connection) -> None:
    """Bring a database into today's form where it stands: for copies only."""
    migrate(Database(cast(Any, connection), execute_plugins=False))


def counted(
    connection: Connection, check: Callable[[Connection], dict[str, int]]
) -> dict[str, int]:
    """What ``check`` counts in a database of whatever form, in the tables that it has.

    Nothing is written. ``Damaged`` when the database is.
    """
    if not is_older(connection):
        return check(connection)
    if wrong := engine.checks(connection, full=True):
        raise Damaged(f"record.db is damaged: {wrong[0]}.")
    with closing(todays_copy(connection)) as copy:
        rows = check(copy)
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return {table: number for table, number in rows.items() if table in present}
