"""How thoroughly the record is looked through, and when it was last: at opening, daily, weekly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from liaison.store import verifying
from liaison.store.store import Store
from liaison.vault import Vault, canonical, clock, engine
from liaison.vault.checks import BackgroundCheck
from liaison.vault.engine import Connection
from liaison.vault.notebook import Notebook

NAME = "checks.json"
WAY_OUT = (
    "Make no more entries in it and keep this folder as it is. Restore the newest backup into a "
    "new folder: Settings, Backups."
)


class Look(Enum):
    """A look through the whole record, the more thorough the later."""

    OPENING = "opening"
    DAILY = "daily"
    WEEKLY = "weekly"

    def through(self, connection: Connection) -> list[str]:
        """What is wrong. Raises EngineError when the look was cut short."""
        if self is Look.OPENING:
            return engine.contents_check(connection)
        wrong = engine.seals_and_contents(connection, full=self is Look.WEEKLY)
        if wrong or self is Look.DAILY:
            return wrong
        store = Store(connection, actor="", place="", machine="")
        return verifying.chain(store) + verifying.search_index(connection)


@dataclass(frozen=True)
class Looked:
    """When the record was last looked through on this laptop, and what was found; "" for never."""

    daily: str = ""
    weekly: str = ""
    found: tuple[str, ...] = ()


def looked(vault: Vault) -> Looked:
    """What this laptop remembers of its looks. What cannot be read is forgotten."""
    kept = _notebook(vault).read(vault.id)
    try:
        fields = canonical.fields_of(kept, {"daily", "weekly", "found"})
        sentences = fields["found"]
        found = sentences if isinstance(sentences, list) else []
        return Looked(
            canonical.text_of(fields["daily"]),
            canonical.text_of(fields["weekly"]),
            tuple(canonical.text_of(each) for each in found),
        )
    except ValueError:
        return Looked()


def due_look(vault: Vault, *, now: datetime) -> Look:
    """The most thorough look that is due; the quick one of every opening when none is.

    A look that seems to lie ahead, for the clock went back, is due again, and so is one that
    found something.
    """
    last = looked(vault)
    if last.found or not _within(last.weekly, timedelta(weeks=1), now):
        return Look.WEEKLY
    if not _within(last.daily, timedelta(days=1), now):
        return Look.DAILY
    return Look.OPENING


def note_look(vault: Vault, look: Look, found: Sequence[str], *, now: datetime) -> None:
    """Remember that a look was finished, and what it found.

    The quick look of an opening takes nothing back that a more thorough one has found.
    """
    last, at = looked(vault), clock.stamp(now)
    if look is Look.OPENING and not found:
        return
    daily = last.daily if look is Look.OPENING else at
    weekly = at if look is Look.WEEKLY else last.weekly
    page = {"daily": daily, "weekly": weekly, "found": list(found)}
    _notebook(vault).write(vault.id, page)


def note_found(vault: Vault, found: Sequence[str]) -> None:
    """Remember damage that was met by the way: the next opening looks for it."""
    last = looked(vault)
    page = {"daily": last.daily, "weekly": last.weekly, "found": list(found)}
    _notebook(vault).write(vault.id, page)


def background(vault: Vault, look: Look) -> BackgroundCheck:
    """The look in a thread of its own, which gives way to every save."""
    return BackgroundCheck(vault, look.through)


def sentence_of(found: Sequence[str]) -> str:
    """What a look found, as it is told, with the way out; empty when the record is sound."""
    if not found:
        return ""
    first = found[0].rstrip(".")
    said = first if first.startswith(("record.db", "The ")) else f"record.db is damaged: {first}"
    return f"{said}. {WAY_OUT}"


def _within(stamp: str, span: timedelta, now: datetime) -> bool:
    return clock.stamp(now - span) < stamp <= clock.stamp(now)


def _notebook(vault: Vault) -> Notebook:
    return Notebook(vault.laptop.settings() / NAME)
