"""Bringing a record of an earlier form up to date: on a copy, looked through, then swapped in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from liaison.errors import Damaged, NotFinished, NotKept
from liaison.store.keeping import keep_backup
from liaison.store.older import take_steps, todays_copy
from liaison.store.schema import SCHEMA
from liaison.store.store import check_connection
from liaison.store.whole_copies import looked_through
from liaison.vault import Mark, Vault, engine, files
from liaison.vault.engine import Connection
from liaison.vault.exchanging import exchange_database
from liaison.vault.opening import connected

OLDER_HERE = (
    "The record is of an earlier version of this program, and cannot be brought up to date where "
    "it is. It can be read here but not changed: copy it to this laptop and open it there."
)
NOT_BROUGHT = (
    "The record is of an earlier version of this program, and could not be brought up to date. It "
    "can be read but not changed. {reason}"
)


def only_look(vault: Vault, _trouble: str = "") -> Connection:
    """The record in today's form, in memory: what it has on the disk stays as it is."""
    return todays_copy(vault.connection)


def bring_up_to_date(vault: Vault, trouble: str, *, now: Callable[[], datetime]) -> Connection:
    """The record in today's form: on the disk after a backup, or in memory where that fails.

    ``trouble`` is what was found put back or changed from outside; what tells of it stays.
    """
    if vault.refusal:
        vault.warn(OLDER_HERE)
        return only_look(vault)
    try:
        keep_backup(vault, now=now())
        fill = partial(_fill, vault)
        exchange_database(vault, fill, schema=SCHEMA, trusted=not trouble)
    except NotFinished:
        return vault.connection
    except (Damaged, NotKept) as error:
        vault.refuse(NOT_BROUGHT.format(reason=error))
        return only_look(vault)
    return vault.connection


def _fill(vault: Vault, copy: Path) -> Mark:
    files.create(copy).close()
    reading = engine.connect(vault.database, vault.keys.database, read_only=True)
    with closing(reading):
        before = check_connection(reading)
        engine.vacuum_into(reading, copy)
    with closing(connected(copy, vault.keys)) as connection:
        take_steps(connection)
        return looked_through(connection, before)
