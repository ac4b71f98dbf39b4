"""Whether the record is what was written: pages, chain, tables, search text."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

from liaison.errors import Damaged
from liaison.model import ENTRIES
from liaison.store import rebuilding
from liaison.store.changes import COLUMNS, Change, Kind, digest_of, mac_of
from liaison.store.older import is_older
from liaison.store.search import OF_NAMES
from liaison.vault import Mark, Tip, Vault, engine
from liaison.vault.engine import Connection
from liaison.vault.seen import End

if TYPE_CHECKING:
    from liaison.store.store import Store

IN_ORDER = f"SELECT {', '.join(COLUMNS)} FROM change ORDER BY clock, device"

SEARCH_UNFIT = "The search index does not fit the search text."
"""No entry is concerned: the index can be made anew from what the record holds."""


def problems(store: Store, *, full: bool) -> list[str]:
    """What is wrong, in sentences; empty when sound.

    ``full`` also checks the indexes, the search text, and the tables against the log. The pages
    are read over a connection of their own, beside the log.
    """
    if store.vault is None:
        pages, index = _pages(store.db.conn, full=full)
        return pages or _contents(store, full=full) + index
    with ThreadPoolExecutor(1) as beside:
        reading = beside.submit(_pages_of, store.vault, full=full)
        told = _contents(store, full=full)
        pages, index = reading.result()
        return pages or told + index


def _pages_of(vault: Vault, *, full: bool) -> tuple[list[str], list[str]]:
    read_only = bool(vault.refusal)
    try:
        reading = engine.connect(vault.database, vault.keys.database, read_only=read_only)
    except engine.EngineError as error:
        return [f"record.db is damaged: {error}."], []
    with closing(reading):
        return _pages(reading, full=full)


def _pages(connection: Connection, *, full: bool) -> tuple[list[str], list[str]]:
    """What is wrong with the pages; and where nothing is, with the search index."""
    found = [f"record.db is damaged: {each}." for each in engine.checks(connection, full=full)]
    return found, search_index(connection) if full and not found else []


def _contents(store: Store, *, full: bool) -> list[str]:
    """The log first: what is not as it was sealed is not played back."""
    try:
        return chain(store) or (rebuilding.differences(store) if full else [])
    except engine.EngineError as error:
        return [f"record.db is damaged: {error}."]


def check(store: Store) -> dict[str, int]:
    """Row counts of a record with whole pages; ``Damaged`` where the log or the search is not.

    A record of an earlier form is counted in the tables it has.
    """
    try:
        if found := chain(store) or search_index(store.db.conn):
            raise Damaged(found[0])
        wanted = {cls.table for cls in ENTRIES} | {"change"}
        if is_older(store.db.conn):
            wanted &= {name for (name,) in store.db.execute("SELECT name FROM sqlite_master")}
        return {
            table: store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in sorted(wanted)
        }
    except engine.EngineError as error:
        raise Damaged(f"record.db is damaged: {error}.") from error


def chain(store: Store) -> list[str]:
    """Every change sealed, unbroken and in order, for every device."""
    last: dict[str, tuple[int, str]] = {}
    newest, emptied = "", 0
    for row in store.db.execute(IN_ORDER):
        change = Change(*row)
        number, previous = last.get(change.device, (0, newest))
        if wrong := _wrong(change, number, previous, store.chain_key):
            return [f"The log of changes is broken at change {change.number}: {wrong}."]
        newest = change.mac or ""
        last[change.device] = change.number, newest
        if change.body is None:
            emptied = change.number
        elif change.kind == Kind.PURGE:
            emptied = 0
    if emptied:
        return [f"The log of changes is broken at change {emptied}: it was emptied by no purge."]
    return []


def _wrong(change: Change, number: int, previous: str, key: bytes) -> str:
    if change.number != number + 1:
        return "one before it is missing"
    if change.previous != previous:
        return "it does not follow the one before it"
    if change.mac != mac_of(change, key):
        return "its seal is not the one it was given"
    if change.body is not None and digest_of(change.body) != change.digest:
        return "its words are not the ones it was sealed with"
    return ""


def search_index(connection: Connection) -> list[str]:
    """Whether the search index fits the search text; not asked where nothing can be written."""
    ask = "INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1)"
    (refusing,) = connection.execute("PRAGMA query_only").fetchone()
    engine.refuse_writes(connection, refuse=False)
    connection.execute("BEGIN")
    try:
        for name in OF_NAMES:
            connection.execute(ask.format(name))
    except engine.EngineError as error:
        if error.sqlite_errorcode & 0xFF == engine.driver.SQLITE_READONLY:
            return []
        if engine.gave_way(error):
            raise
        return [SEARCH_UNFIT]
    finally:
        connection.execute("ROLLBACK")
        engine.refuse_writes(connection, refuse=bool(refusing))
    return []


def judge_ends(store: Store, ends: Sequence[End]) -> tuple[str, tuple[End, ...]]:
    """A sentence if this laptop saw a later state of the record; else the ends that it has.

    Without one of them the whole folder, its tip and all, is of an earlier day.
    """
    found = tuple(each for each in ends if _has(store, each.mark))
    if found or not ends:
        return "", found
    return (
        "The record is older than this laptop last saw it: the whole folder was put back as it "
        "was earlier, or this is another copy of it. It can be read but not written until you "
        "say that you restored a backup."
    ), ()


def _has(store: Store, mark: Mark) -> bool:
    found = store.query(
        "SELECT mac FROM change WHERE device = :device AND number = :number",
        device=mark.device,
        number=mark.number,
    )
    return found == [(mark.mac,)]


def judge_tip(store: Store, tip: Tip) -> str:
    """What the sealed tip says of the log: empty, or the sentence for a put-back file.

    A log that runs on from the tip is a crash and loses nothing; a log that ends before it, or
    has another change at its number, is an older or a different file put in its place.
    """
    if not tip.mark.number:
        return ""
    if _has(store, tip.mark):
        return _runs_on(store, tip.mark)
    return (
        "record.db is older than the last change this record remembers: an earlier copy was put "
        "in its place. It can be read but not written until you say that you restored a backup."
    )


def _runs_on(store: Store, mark: Mark) -> str:
    previous, number = mark.mac, mark.number
    for row in store.query(
        f"SELECT {', '.join(COLUMNS)} FROM change "
        "WHERE device = :device AND number > :number ORDER BY number",
        device=mark.device,
        number=mark.number,
    ):
        change = Change(*row)
        if wrong := _wrong(change, number, previous, store.chain_key):
            return f"The log of changes is broken at change {change.number}: {wrong}."
        previous, number = change.mac or "", change.number
    return ""
