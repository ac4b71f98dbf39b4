"""Closing a record properly: looked through, a backup kept if anything changed, then closed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from liaison.errors import Damaged, LiaisonError, NotKept
from liaison.store.keeping import backup_of_now, keep_backup
from liaison.store.looking import Look, note_look, sentence_of
from liaison.store.store import Store
from liaison.store.verifying import SEARCH_UNFIT
from liaison.vault import Vault, engine
from liaison.vault.second_place import copy_to_second_place, second_place

STEPS = 3

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Closed:
    """How it went: the backup that holds all of it, and sentences the officer should read."""

    backup: Path | None = None
    sentences: tuple[str, ...] = ()


def takes_a_moment(store: Store) -> bool:
    """Whether closing has more to do than to close: then it is worth a word on the screen."""
    vault = store.vault
    return vault is not None and not store.trouble and (vault.written or not _all_kept(vault))


def close_properly(store: Store, *, now: datetime, progress: Progress | None = None) -> Closed:
    """Look through the record and keep a backup if it was changed since the last; then close it.

    Reads over connections of its own, so it may run beside the window as long as nobody uses the
    store meanwhile. It is closed whatever happens: what could not be done is told in sentences.
    ``progress`` hears how many of how many steps are done.
    """
    try:
        return _last_work(store, now, progress or _nobody_waits)
    finally:
        store.close()


def _last_work(store: Store, now: datetime, progress: Progress) -> Closed:
    progress(0, STEPS)
    with suppress(NotKept):
        store.flush_looks()
    vault = store.vault
    if vault is None or not takes_a_moment(store):
        return Closed()
    sentences: list[str] = []
    with ThreadPoolExecutor(1) as beside:
        looking = beside.submit(_look_through, vault, now)
        backup = _kept(store, vault, now, sentences)
        progress(1, STEPS)
        sentences[:0] = filter(None, [looking.result()])
    progress(2, STEPS)
    if backup is not None:
        _copied(vault, backup, now, sentences)
    progress(3, STEPS)
    return Closed(backup, tuple(sentences))


def _look_through(vault: Vault, now: datetime) -> str:
    """The seals of all pages and what stands on them: a sentence if anything is wrong."""
    try:
        reading = engine.connect(vault.database, vault.keys.database, read_only=True)
        with closing(reading):
            found = Look.DAILY.through(reading)
    except engine.EngineError as error:
        found = [str(error)]
    note_look(vault, Look.DAILY, found, now=now)
    return sentence_of(found)


def _kept(store: Store, vault: Vault, now: datetime, sentences: list[str]) -> Path | None:
    try:
        return _with_search_mended(store, vault, now)
    except LiaisonError as refused:
        sentences.append(str(refused))
        return None


def _with_search_mended(store: Store, vault: Vault, now: datetime) -> Path:
    """An index that does not fit is made anew first: no entry is concerned."""
    try:
        return keep_backup(vault, now=now)
    except Damaged as damage:
        if str(damage) != SEARCH_UNFIT:
            raise
    store.renew_search()
    return keep_backup(vault, now=now)


def _copied(vault: Vault, backup: Path, now: datetime, sentences: list[str]) -> None:
    try:
        copy_to_second_place(vault, backup, now=now)
    except LiaisonError as refused:
        sentences.append(str(refused))


def _all_kept(vault: Vault) -> bool:
    """Whether a whole backup holds everything, and the second place is not behind it."""
    backup, place = backup_of_now(vault), second_place(vault)
    return backup is not None and (place is None or place.copied_at >= backup.made_at)


def _nobody_waits(_done: int, _of: int) -> None:
    """Nobody looks on."""
