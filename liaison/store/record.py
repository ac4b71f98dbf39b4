"""Making and opening a record: the vault's files and the store's entries brought together."""

from __future__ import annotations

import platform
import secrets
import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from liaison.errors import Damaged, LiaisonError, NotKept
from liaison.model.default_lists import default_choices
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.key_holder import KeyHolder
from liaison.model.settings import Settings
from liaison.store import upgrading, verifying
from liaison.store.changes import Kind
from liaison.store.clock import clock_trouble
from liaison.store.door import Batch, Stream
from liaison.store.engine_words import Database
from liaison.store.ids import new_id
from liaison.store.newer_lists import add_newer_lists
from liaison.store.older import is_older, take_steps
from liaison.store.refusals import refusals, refuse_zeroes
from liaison.store.schema import SCHEMA, migrate
from liaison.store.store import Store, check_connection, utc_now
from liaison.vault import (
    STANDARD,
    Cost,
    Mark,
    Vault,
    backup,
    engine,
    make_vault,
    open_vault,
    verify_files,
)
from liaison.vault.engine import Connection
from liaison.vault.laptop import THIS, Laptop
from liaison.vault.measuring import Measuring
from liaison.vault.slots import PASSPHRASE

Clock = Callable[[], datetime]


def create_record(  # noqa: PLR0913 - what a new record needs to be told
    folder: Path,
    passphrase: str,
    *,
    recovery_code: str,
    settings: Settings,
    now: Clock = utc_now,
    cost: Cost = STANDARD,
    fill: Callable[[Store], None] | None = None,
) -> None:
    """Make a record with its value lists and settings. Raises what ``make_vault`` raises.

    ``fill`` puts more into it before it gets its name; a crash or an error leaves nothing.
    """
    made = make_vault(folder, passphrase, recovery_code=recovery_code, schema=SCHEMA, cost=cost)
    with made as vault:
        _start(vault.connection)
        store = _store_in(vault, vault.connection, now)
        _first_entries(store, settings)
        if fill:
            fill(store)


def open_record(  # noqa: PLR0913 - the ways in, and what tests hand in
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    keyring: bool = False,
    now: Clock = utc_now,
    read_only: bool = False,
    laptop: Laptop = THIS,
    measuring: Measuring | None = None,
) -> Store:
    """Open a record. Raises what ``open_vault`` raises.

    A tip that does not fit makes the record read-only; ``Store.trouble`` says why. A record of an
    earlier version is brought up to date, on a copy and after a backup.
    """
    vault = open_vault(
        folder,
        passphrase=passphrase,
        recovery_code=recovery_code,
        keyring=keyring,
        schema=SCHEMA,
        read_only=read_only,
        laptop=laptop,
        measuring=measuring,
    )
    store = _opened(vault, now, partial(upgrading.bring_up_to_date, now=now))
    if vault.tip is None and (behind := clock_trouble(store.door.last_clock, now())):
        store.warnings += (behind,)
    if not store.trouble:
        # A full disk is no reason to keep the officer out: the next opening tries again.
        with suppress(NotKept):
            add_newer_lists(store)
        vault.remember(store.mark, verifying.judge_ends(store, vault.ends_to_have())[1])
    return store


def _opened(vault: Vault, now: Clock, from_older: Callable[[Vault, str], Connection]) -> Store:
    with ExitStack() as undo:
        undo.callback(vault.close)
        try:
            store = _store_in(vault, vault.connection, now)
            trouble = _trouble(store)
            if is_older(vault.connection):
                store = _store_in(vault, from_older(vault, trouble), now)
            store.door.read_only = vault.refusal or trouble
            if vault.refusal and trouble:
                store.warnings += (trouble,)
            refuse_zeroes(store.db)
        except engine.EngineError as error:
            sentence = f"record.db is damaged: {error}. Please go back to a backup."
            raise Damaged(sentence) from error
        undo.pop_all()
    return store


def memory_store(
    settings: Settings,
    *,
    now: Clock = utc_now,
    key: bytes = bytes(range(32)),
    place: str = ":memory:",
) -> Store:
    """A real encrypted record in memory, for tests."""
    connection = engine.memory(key)
    _start(connection)
    store = Store(connection, actor=new_id(), place=place, machine="", now=now)
    _first_entries(store, settings)
    return store


def accept_changes(store: Store) -> None:
    """The officer says that the files were put back on purpose: note it, and write again.

    The note is a change under a new device id, so that what is written from now on is not taken
    for a continuation of what was lost.
    """
    if store.vault is None or store.vault.refusal or not store.trouble:
        return
    trouble = store.trouble
    store.vault.accept(store.mark)
    store.door.read_only = ""
    store.door.begin_anew(new_id())
    try:
        store.write(_note_of_restore())
    except LiaisonError:
        store.door.read_only = trouble
        raise


def verify_record(
    folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None, full: bool
) -> list[str]:
    """What is wrong with a record, in sentences; empty when sound. Writes nothing.

    A place that cannot be written is no damage.
    Raises NoSuchRecord, WrongPassphrase and OpenElsewhere; damage met while opening is an answer.
    """
    try:
        verify_files(folder)
        vault = open_vault(
            folder, passphrase=passphrase, recovery_code=recovery_code, schema=SCHEMA
        )
        store = _opened(vault, utc_now, upgrading.only_look)
    except Damaged as damage:
        return [str(damage)]
    engine.refuse_writes(store.db.conn, refuse=True)
    try:
        store.door.read_only = _trouble(store)
        return store.verify(full=full)
    finally:
        vault.close(None)


def backup_record(store: Store, to: Path) -> Path:
    """One verified backup file in the folder ``to``."""
    return store.backup(to)


def restore_record(
    file: Path,
    to: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    now: Clock = utc_now,
) -> None:
    """A backup as a new record in a new folder, under a new device id, with a note in its log."""

    def settle(vault: Vault) -> Mark:
        if is_older(vault.connection):
            take_steps(vault.connection)
        store = _store_in(vault, vault.connection, now)
        store.door.begin_anew(new_id())
        store.write(_note_of_restore())
        return store.mark

    backup.restore_backup(
        file,
        to,
        passphrase=passphrase,
        recovery_code=recovery_code,
        schema=SCHEMA,
        check=check_connection,
        settle=settle,
    )


def _start(connection: Connection) -> None:
    db = Database(cast(Any, connection), execute_plugins=False)
    keys = [secrets.token_hex(32), secrets.token_hex(32)]
    with refusals():
        migrate(db)
        db.execute("INSERT INTO record_key VALUES (1, ?, ?)", keys)


def _store_in(vault: Vault, connection: Connection, now: Clock) -> Store:
    return Store(
        connection,
        actor=vault.actor,
        place=str(vault.folder.absolute()),
        machine=_machine(),
        now=now,
        vault=vault,
    )


def _machine() -> str:
    """What tells laptops apart. A network number made up for want of one says nothing."""
    number = uuid.getnode()
    return platform.node() if number >> 40 & 1 else f"{platform.node()} {number:x}"


def _first_entries(store: Store, settings: Settings) -> None:
    with store.saving(Kind.CREATE) as saving:
        saving.add(settings)
        for choice in default_choices():
            saving.add(choice)
        if store.vault is not None and settings.officer:
            saving.add(_first_holder(store, settings.officer))


def _first_holder(store: Store, name: str) -> KeyHolder:
    return KeyHolder(
        family=SETTINGS_STREAM,
        slot=store.door.actor,
        kind=PASSPHRASE,
        name=name,
        since=store.now().date(),
    )


def _trouble(store: Store) -> str:
    vault = store.vault
    if vault is None:
        return ""
    trouble = vault.tip_trouble
    if vault.tip is not None and not trouble:
        trouble = verifying.judge_tip(store, vault.tip)
    return trouble or verifying.judge_ends(store, vault.ends_to_have())[0]


def _note_of_restore() -> Batch:
    return Batch(new_id(), Kind.RESTORE.value, (Stream(SETTINGS_STREAM, new_id(), ()),))
