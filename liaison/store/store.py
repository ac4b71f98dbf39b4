"""The record while it is open: entries found, kept, taken back, searched. One door writes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from liaison.errors import Damaged, NotFound, NotKept
from liaison.model.choice import Choice
from liaison.model.fields import SETTINGS_STREAM, Entry
from liaison.model.settings import Settings
from liaison.store import beside, search, taking_back, verifying
from liaison.store.beside import Glance
from liaison.store.changes import Kind
from liaison.store.door import Batch, Door, device_of
from liaison.store.drafts import Draft
from liaison.store.engine_words import Database
from liaison.store.lists import Lists
from liaison.store.looks import Looks
from liaison.store.refusals import rows
from liaison.store.rows import E, Row, columns_of, from_values
from liaison.store.saving import Saving
from liaison.store.search import Found
from liaison.store.tables import row_of
from liaison.store.taking_back import Undone
from liaison.vault import Mark, Vault, backup
from liaison.vault.engine import Connection
from liaison.vault.leaving import Leaving

Listener = Callable[[frozenset[str]], None]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Store:
    """Made by ``liaison.store.record``. ``trouble`` says why it is read-only, when it is.

    ``give_way`` is called before each write, so that whoever reads the whole record stops.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        actor: str,
        place: str,
        machine: str,
        now: Callable[[], datetime] = utc_now,
        vault: Vault | None = None,
    ) -> None:
        self.now = now
        self.vault = vault
        self.warnings: tuple[str, ...] = vault.warnings if vault else ()
        self.db = Database(cast(Any, connection), execute_plugins=False)
        chain, upn = self.db.execute("SELECT chain, upn FROM record_key").fetchone()
        self.chain_key, self._upn_key = bytes.fromhex(chain), bytes.fromhex(upn)
        self.device = device_of(self.db, place=place, machine=machine)
        self.door = Door(
            self.db, device=self.device, actor=actor, chain_key=self.chain_key, now=now
        )
        self.door.before_write = self._before_write
        self.door.after_rows = self._after_rows
        self.give_way: Callable[[], None] = _nobody_reads
        self.looks = Looks(self)
        self._lists = Lists(self)
        self._listeners: list[Listener] = []
        self._settings: Settings | None = None

    @property
    def trouble(self) -> str:
        """Why the record can only be read: a sentence, or empty when it can be written."""
        return self.door.read_only

    @property
    def mark(self) -> Mark:
        """The device's last change."""
        return self.door.mark

    @property
    def settings(self) -> Settings:
        """The school's settings."""
        if self._settings is None:
            (self._settings,) = self.find(Settings)
        return self._settings

    def get(self, cls: type[E], id: str) -> E:
        """The entry with this id, deleted or not. ``NotFound`` when there is none."""
        found = self.first(cls, "id = :id", deleted=True, id=id)
        if found is None:
            raise NotFound(f"There is no {cls.title.lower()} with the id {id}.")
        return found

    def find(
        self,
        cls: type[E],
        where: str = "",
        *,
        order: str = "id",
        limit: int | None = None,
        deleted: bool = False,
        **values: Any,
    ) -> list[E]:
        """Entries that meet a condition such as ``"family = :family"``, without deleted ones."""
        conditions = [f"({where})"] if where else []
        conditions += [] if deleted else ["deleted = 0"]
        sql = f"SELECT {', '.join(columns_of(cls))} FROM {cls.table}"
        sql += f" WHERE {' AND '.join(conditions)}" if conditions else ""
        sql += f" ORDER BY {order}" + (f" LIMIT {int(limit)}" if limit is not None else "")
        return [from_values(cls, row) for row in self.query(sql, **values)]

    def first(self, cls: type[E], where: str, *, deleted: bool = False, **values: Any) -> E | None:
        """The first such entry, or nothing."""
        return next(iter(self.find(cls, where, limit=1, deleted=deleted, **values)), None)

    def query(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows of a reading query with named values. ``Damaged`` when a page cannot be read."""
        return rows(self.db, sql, values)

    @contextmanager
    def saving(self, kind: Kind = Kind.SAVE) -> Iterator[Saving]:
        """Everything added and changed inside is kept together or not at all, announced once."""
        gathered = Saving(self._row_of, self.label)
        yield gathered
        batch = gathered.finished(kind.value)
        if batch:
            self.write(batch)

    def write(self, batch: Batch) -> None:
        """Hand a finished batch to the door, then tell everyone what it touched."""
        self.door.write(batch)
        self._noted()
        touched = frozenset(edit.table for stream in batch.streams for edit in stream.edits)
        touched |= {table for table, _ in batch.removed}
        if any(stream.family == SETTINGS_STREAM for stream in batch.streams):
            self._settings = None
            self._lists.forget()
        if touched:
            for listener in tuple(self._listeners):
                listener(touched)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after each save with the tables it touched."""
        self._listeners.append(listener)

    def undo(self) -> Undone:
        """Take back the newest batch not yet taken back. ``CannotUndo`` says why not."""
        return taking_back.undo(self)

    def redo(self) -> Undone:
        """Put back the batch taken back last, if nothing was saved since."""
        return taking_back.redo(self)

    def can_undo(self) -> str:
        """What undo would take back, as in "contact (Khan)"; empty when there is nothing."""
        return self._words_for(taking_back.next_undo(self))

    def can_redo(self) -> str:
        """What redo would put back; empty when there is nothing."""
        return self._words_for(taking_back.next_redo(self))

    def look(self, family: str) -> None:
        """Remember that this family was read; written with the next minute's looks."""
        self.looks.gather(family)

    def flush_looks(self) -> None:
        """Write the gathered looks now, as every minute and at locking."""
        self.looks.flush()

    def search(self, text: str, *, limit: int = 20, kinds: Sequence[str] = ()) -> list[Found]:
        """Entries that hold every word typed, the last as a beginning; newest first."""
        return search.matching(self.db, text, limit=limit, kinds=kinds)

    def people_named(self, text: str, *, limit: int = 20) -> list[str]:
        """Ids of people by name: folded beginnings first, then inside words from 3 letters."""
        return search.named(self.db, text, kind="person", limit=limit)

    def families_named(self, text: str, *, limit: int = 20) -> list[str]:
        """Ids of families by name."""
        return search.named(self.db, text, kind="family", limit=limit)

    def glance(self, family: str) -> Glance:
        """The family's last real contact, last three abouts, and what is due next."""
        return beside.glance(self.db, family)

    def choices(self, name: str) -> tuple[Choice, ...]:
        """What a value list offers, in its order."""
        return self._lists.offered(name)

    def label(self, name: str, code: str) -> str:
        """A code's words; an unknown code shows itself."""
        return self._lists.label(name, code)

    def code_for(self, name: str, typed: str) -> str:
        """The code a typed value means; ``UnknownValue`` lists what fits."""
        return self._lists.code_for(name, typed)

    def flagged(self, name: str, code: str, flag: str) -> bool:
        """Whether a value carries a flag code may read, such as "reached" or "sensitive"."""
        return self._lists.flagged(name, code, flag)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being typed, under its id."""
        with self.door.transaction():
            self.db.execute(
                "INSERT INTO local_draft VALUES (?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                "kind = excluded.kind, family = excluded.family, body = excluded.body, "
                "kept_at = excluded.kept_at",
                [draft.id, draft.kind, draft.family, draft.body, self.now().isoformat()],
            )
        self._noted()

    def drafts(self) -> list[Draft]:
        """Every draft, the newest first."""
        rows = self.query("SELECT * FROM local_draft ORDER BY kept_at DESC")
        return [
            Draft(id, kind, family, body, datetime.fromisoformat(kept))
            for id, kind, family, body, kept in rows
        ]

    def drop_draft(self, id: str) -> None:
        """Throw a draft away, once it was saved or given up."""
        with self.door.transaction():
            self.db.execute("DELETE FROM local_draft WHERE id = ?", [id])
        self._noted()

    def fingerprint(self, text: str) -> str:
        """A keyed fingerprint: the same text gives the same one, and nobody can go back."""
        return hmac.new(self._upn_key, text.encode(), hashlib.sha256).hexdigest()

    def verify(self, *, full: bool = False) -> list[str]:
        """What is wrong with the record, in sentences; empty when it is sound."""
        return ([self.trouble] if self.trouble else []) + verifying.problems(self, full=full)

    def backup(self, to: Path) -> Path:
        """One verified backup file in the folder ``to``; ``Damaged`` when the record is."""
        if self.vault is None:
            raise Damaged("A record in memory has no files to copy.")
        now = self.now().astimezone()
        return backup.write_backup(self.vault, to, check=check_connection, now=now)

    def renew_search(self) -> None:
        """Make the search text and the glances anew, when they were lost or do not fit."""
        with self.door.transaction():
            beside.renew_all(self.db)
        self._noted()

    def close(self) -> None:
        """Write what is gathered, close the files cleanly, let go of the lock.

        The looks are lost when the disk refuses them; the record is closed all the same.
        """
        self.leave().finish_quietly()

    def leave(self) -> Leaving:
        """As ``close``, but what takes long is still to be done; the lock is held until then."""
        with suppress(NotKept):
            self.flush_looks()
        leaving = self.vault.leave(self.mark) if self.vault else Leaving()
        self.db.close()
        return leaving

    def _row_of(self, cls: type[Entry], id: str) -> Row:
        row = row_of(self.db, cls.table, id)
        if not row:
            raise NotFound(f"There is no {cls.title.lower()} with the id {id}.")
        return row

    def _words_for(self, batch: str) -> str:
        return taking_back.words_for(self, batch) if batch else ""

    def _before_write(self) -> None:
        self.give_way()
        if self.vault:
            self.vault.begin_writing(self.mark)

    def _after_rows(self, batch: Batch) -> None:
        beside.follow(self.db, batch)

    def _noted(self) -> None:
        if self.vault:
            self.vault.note(self.mark)


def check_connection(connection: Connection) -> dict[str, int]:
    """Row counts of a whole, sound database. ``Damaged`` with the first sentence otherwise."""
    return verifying.check(Store(connection, actor="", place="", machine=""))


def _nobody_reads() -> None:
    """No look through the record is going on beside the work."""
