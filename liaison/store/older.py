"""A record of an earlier form of this program, looked at in memory as if it were of today's."""

from __future__ import annotations

import secrets
from typing import Any, cast

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
