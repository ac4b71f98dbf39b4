"""Keeping a backup and verifying the usual record, against the engine’s own work alone."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

from liaison.store.store import Store, check_connection
from liaison.vault import Vault, engine, files
from liaison.vault.backup import write_backup
from liaison.vault.engine import Connection
from tests.benchmarks.records import Records, opened
from tests.benchmarks.timing import Row, against, timed

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
LIMIT = 1.5
TIMES = 3


def rows(made: Records) -> list[Row]:
    """A backup with its verification, and the full verification, each against its bare parts."""
    record = made.copy(made.usual, "kept.liaison")
    with closing(opened(record)) as store:
        assert store.vault is not None
        bare = _Bare(store.vault, made.folder / "bare")
        times = min(TIMES, made.sizes.rounds)
        kept, verified, copying, looking = [], [], [], []
        for _ in range(times):
            copying.append(timed(bare.copy))
            looking.append(timed(bare.look))
            kept.append(timed(_keeping(store, made.folder / "backups")))
            verified.append(timed(_verifying(store)))
        parts = median(looking)
        return [
            against("backup", median(kept), median(copying) + parts, limit=LIMIT),
            against("verify_full", median(verified), parts, limit=LIMIT),
        ]


class _Bare:
    """VACUUM INTO, cipher_integrity_check, integrity_check and one pass over the seals."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        self._vault = vault
        self._folder = folder
        self._names = count()
        folder.mkdir()

    def copy(self) -> None:
        copy = self._folder / f"{next(self._names)}.db"
        files.create(copy).close()
        with closing(self._reading()) as connection:
            engine.vacuum_into(connection, copy)
        copy.unlink()

    def look(self) -> None:
        with closing(self._reading()) as connection:
            for check in ("cipher_integrity_check", "integrity_check"):
                connection.execute(f"PRAGMA {check}").fetchall()
            for row in connection.execute("SELECT * FROM change ORDER BY clock, device"):
                *header, body, digest, previous, _mac = row
                hashlib.sha256((body or "").encode()).hexdigest()
                sealed = repr((*header, digest, previous)).encode()
                hmac.new(bytes(32), sealed, hashlib.sha256).hexdigest()

    def _reading(self) -> Connection:
        key = self._vault.keys.database
        return engine.connect(self._vault.database, key, read_only=True)


def _keeping(store: Store, folder: Path) -> Callable[[], object]:
    def work() -> None:
        assert store.vault is not None
        write_backup(store.vault, folder, check=check_connection, now=NOW).unlink()

    return work


def _verifying(store: Store) -> Callable[[], object]:
    def work() -> None:
        assert store.verify(full=True) == []

    return work
