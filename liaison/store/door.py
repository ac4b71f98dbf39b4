"""The one write door: a save is one transaction, one change for each family, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from liaison.errors import NotKept, ReadOnly
from liaison.store.changes import COLUMNS, Change, Edit, body_of, digest_of, seal
from liaison.store.clock import next_tick
from liaison.store.engine_words import Database
from liaison.store.ids import new_id
from liaison.store.schema import SCHEMA
from liaison.vault import Mark, engine

Values = dict[str, Any]


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
        self._clock, self._chain_end = self._newest_of_all()

    @property
    def mark(self) -> Mark:
        """The device's last sealed change: number 0 and an empty mac before any."""
        number, mac = self._last
        return Mark(device=self._device.id, number=number, mac=mac)

    @property
    def last_clock(self) -> str:
        """The greatest clock in the record."""
        return self._clock

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
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.conn.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def write(self, batch: Batch) -> None:
        """Insert the changes unsealed, write the rows, seal, commit."""
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
        self._last = last.number, last.mac or ""
        self._clock, self._chain_end = last.clock, last.mac or ""

    def _sealed(self, batch: Batch) -> list[Change]:
        number, previous = self._last
        clock, done = self._clock, []
        previous = previous if number else self._chain_end
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
        marks = ", ".join("?" * len(COLUMNS))
        self._db.execute(f"INSERT INTO change VALUES ({marks})", values)

    def _write_row(self, edit: Edit, version: str) -> None:
        after = {name: new for name, (_, new) in edit.values.items()}
        after["version"] = version
        if edit.made_on:
            pairs = ", ".join(f"{name} = ?" for name in after)
            self._db.execute(
                f"UPDATE {edit.table} SET {pairs} WHERE id = ?", [*after.values(), edit.row]
            )
            return
        after["id"] = edit.row
        names, marks = ", ".join(after), ", ".join("?" * len(after))
        again = ", ".join(f"{name} = excluded.{name}" for name in after)
        self._db.execute(
            f"INSERT INTO {edit.table} ({names}) VALUES ({marks}) "
            f"ON CONFLICT(id) DO UPDATE SET {again}",
            list(after.values()),
        )

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
            self._device = replace(device, known=True)

    def _newest_on_device(self) -> tuple[int, str]:
        found = self._db.execute(
            "SELECT number, mac FROM change WHERE device = ? ORDER BY number DESC LIMIT 1",
            [self._device.id],
        ).fetchone()
        return tuple(found) if found else (0, "")

    def _newest_of_all(self) -> tuple[str, str]:
        found = self._db.execute(
            "SELECT clock, mac FROM change ORDER BY clock DESC, device DESC LIMIT 1"
        ).fetchone()
        return tuple(found) if found else ("", "")


def device_of(db: Database, *, place: str, machine: str) -> Device:
    """The record's own device id, or a new one where the place or the machine is another."""
    found = db.execute("SELECT id, place, machine FROM local_device").fetchone()
    if found and (found[1], found[2]) == (place, machine):
        return Device(found[0], place, machine, known=True)
    return Device(new_id(), place, machine, known=False)


@contextmanager
def refusals() -> Iterator[None]:
    """The engine's refusals as sentences; nothing was written when one is raised."""
    try:
        yield
    except engine.EngineError as error:
        raise NotKept(_sentence(str(error))) from error


def _sentence(said: str) -> str:
    if "full" in said:
        return (
            "The disk is full, so nothing was saved. What you typed is still here: "
            "free some space and save again."
        )
    if "readonly" in said:
        return "The record's folder cannot be written to, so nothing was saved."
    if "locked" in said or "busy" in said:
        return "The record is busy for a moment, so nothing was saved. Save again."
    return (
        "The record could not be written, so nothing was saved. What you typed is still here. "
        "Close other programs that use the folder, then save again."
    )


def _nothing() -> None:
    """Nobody asked to be told."""


def _nothing_with(_batch: Batch) -> None:
    """Nobody asked to be told."""
