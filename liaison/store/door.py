"""The one write door: a save is one transaction, one change for each family, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from liaison.errors import ChangedMeanwhile, ReadOnly
from liaison.store.changes import COLUMNS, Change, Edit, body_of, digest_of, seal
from liaison.store.clock import next_tick
from liaison.store.engine_words import Database
from liaison.store.ids import new_id
from liaison.store.refusals import refusals, refuse_zeroes
from liaison.store.schema import SCHEMA
from liaison.store.tables import COLUMNS as TABLES
from liaison.vault import Mark

INSERT_CHANGE = f"INSERT INTO change VALUES ({', '.join('?' * len(COLUMNS))})"
INSERT_ROW = {
    table: f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    for table, names in TABLES.items()
}


@dataclass(frozen=True)
class Device:
    """A laptop, at one place. ``known`` is false until its id stands in the record."""

    id: str
    place: str
    machine: str
    known: bool


@dataclass(frozen=True)
class Stream:
    """One family's part of a batch: the id its change will have, and what happens to its rows."""

    family: str
    change: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Batch:
    """A whole save. ``kind`` may name the batch it takes back: "undo:…"."""

    id: str
    kind: str
    streams: tuple[Stream, ...]
    emptied: tuple[str, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()


class Door:
    """Writes batches. ``before_write`` is called before the first statement of each transaction.

    ``after_rows`` runs inside the transaction, after the rows, with the batch: the tables that are
    not in the log are brought up to date there.
    """

    def __init__(
        self,
        db: Database,
        *,
        device: Device,
        actor: str,
        chain_key: bytes,
        now: Callable[[], datetime],
    ) -> None:
        self._db = db
        self._device = device
        self._actor = actor
        self._key = chain_key
        self._now = now
        self.read_only = ""
        self.before_write: Callable[[], None] = _nothing
        self.after_rows: Callable[[Batch], None] = _nothing_with
        self._last = self._newest_on_device()
        self._clock, self._end = self._newest_of_all()

    @property
    def mark(self) -> Mark:
        """The device's last sealed change; before its first, the latest of the whole record."""
        number, mac = self._last
        return Mark(device=self._device.id, number=number, mac=mac) if number else self._end

    @property
    def last_clock(self) -> str:
        """The greatest clock in the record."""
        return self._clock

    @property
    def actor(self) -> str:
        """The id of the key the record was opened with."""
        return self._actor

    def begin_anew(self, device: str) -> None:
        """Write under another device id from now on, starting at number 1."""
        self._device = replace(self._device, id=device, known=False)
        self._last = (0, "")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, with the engine's refusals said as sentences."""
        if self.read_only:
            raise ReadOnly(self.read_only)
        self.before_write()
        with refusals():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                refuse_zeroes(self._db)
                self._db.execute("COMMIT")
            finally:
                # After a full disk the engine has rolled back already.
                if self._db.conn.in_transaction:
                    self._db.execute("ROLLBACK")

    def write(self, batch: Batch) -> None:
        """Insert the changes unsealed, write the rows, seal, commit.

        ``ChangedMeanwhile`` when a row is no longer at the version the batch was made on.
        """
        sealed = self._sealed(batch)
        with self.transaction():
            self._settle_device()
            for change in sealed:
                self._insert(change)
            self._empty(batch.emptied)
            for stream in batch.streams:
                for edit in stream.edits:
                    self._write_row(edit, stream.change)
            for table, row in batch.removed:
                self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row])
            self.after_rows(batch)
            for change in sealed:
                self._db.execute("UPDATE change SET mac = ? WHERE id = ?", [change.mac, change.id])
        last = sealed[-1]
        self._device = replace(self._device, known=True)
        self._last = last.number, last.mac or ""
        self._clock, self._end = last.clock, Mark(last.device, last.number, last.mac or "")

    def _sealed(self, batch: Batch) -> list[Change]:
        number, previous = self._last
        clock, done = self._clock, []
        previous = previous if number else self._end.mac
        for stream in batch.streams:
            number, clock, body = number + 1, next_tick(clock, self._now()), body_of(stream.edits)
            change = Change(
                id=stream.change,
                batch=batch.id,
                device=self._device.id,
                number=number,
                clock=clock,
                actor=self._actor,
                family=stream.family,
                schema=SCHEMA,
                kind=batch.kind,
                body=body,
                digest=digest_of(body),
                previous=previous,
                mac=None,
            )
            done.append(seal(change, self._key))
            previous = done[-1].mac or ""
        return done

    def _insert(self, change: Change) -> None:
        values = [None if name == "mac" else getattr(change, name) for name in COLUMNS]
        self._db.execute(INSERT_CHANGE, values)

    def _write_row(self, edit: Edit, version: str) -> None:
        after = edit.after | {"id": edit.row, "version": version}
        if edit.whole:
            after = dict.fromkeys(TABLES[edit.table]) | after
        if not edit.made_on:
            self._db.execute(INSERT_ROW[edit.table], list(after.values()))
            return
        pairs = ", ".join(f"{name} = ?" for name in after)
        written = self._db.execute(
            f"UPDATE {edit.table} SET {pairs} WHERE id = ? AND version = ?",
            [*after.values(), edit.row, edit.made_on],
        )
        if written.rowcount != 1:
            sentence = "Something here was changed a moment ago, so nothing was saved. Save again."
            raise ChangedMeanwhile(sentence, mine="", theirs="")

    def _empty(self, changes: Iterable[str]) -> None:
        for change in changes:
            self._db.execute("UPDATE change SET body = NULL WHERE id = ?", [change])

    def _settle_device(self) -> None:
        if not self._device.known:
            device = self._device
            self._db.execute("DELETE FROM local_device")
            self._db.execute(
                "INSERT INTO local_device VALUES (?, ?, ?)",
                [device.id, device.place, device.machine],
            )

    def _newest_on_device(self) -> tuple[int, str]:
        found = self._db.execute(
            "SELECT number, mac FROM change WHERE device = ? ORDER BY number DESC LIMIT 1",
            [self._device.id],
        ).fetchone()
        return tuple(found) if found else (0, "")

    def _newest_of_all(self) -> tuple[str, Mark]:
        found = self._db.execute(
            "SELECT clock, device, number, mac FROM change ORDER BY clock DESC, device DESC LIMIT 1"
        ).fetchone()
        return (found[0], Mark(*found[1:])) if found else ("", Mark("", 0, ""))


def device_of(db: Database, *, place: str, machine: str) -> Device:
    """The record's own device id, or a new one where the place or the machine is another."""
    found = db.execute("SELECT id, place, machine FROM local_device").fetchone()
    if found and (found[1], found[2]) == (place, machine):
        return Device(found[0], place, machine, known=True)
    return Device(new_id(), place, machine, known=False)


def _nothing() -> None:
    """Nobody asked to be told."""


def _nothing_with(_batch: Batch) -> None:
    """Nobody asked to be told."""
