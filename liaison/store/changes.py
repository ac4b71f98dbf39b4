"""One row of the log: what a batch did to one family, sealed into a chain.

Body: canonical JSON, a list of [table, row, {field: [before, after]}, version it was made on].
The digest is SHA-256 of the body; the mac is HMAC-SHA256 over the canonical header, which is every
column but body and mac. ``previous`` is the mac of the change before it on this device.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from liaison.model.fields import Listed


class Kind(Listed):
    """What sort of batch it was. Only some can be taken back."""

    CREATE = "create", "Record made"
    SAVE = "save", "Saved"
    IMPORT = "import", "Imported"
    UNDO = "undo", "Taken back"
    REDO = "redo", "Put back"
    LOOK = "look", "Looked at"
    SHARE = "share", "Copy made"
    PURGE = "purge", "Removed for good"
    RESTORE = "restore", "Restored"
    KEYS = "keys", "Keys changed"


CAN_BE_TAKEN_BACK = (Kind.SAVE, Kind.IMPORT, Kind.REDO)


@dataclass(frozen=True)
class Edit:
    """What one batch did to one row. ``made_on`` is empty when there was no such row before."""

    table: str
    row: str
    values: dict[str, tuple[Any, Any]]
    made_on: str

    @property
    def whole(self) -> bool:
        """Whether it states the row whole: a new one, or one that stays when others are purged."""
        return "family" in self.values and self.values["family"][0] is None

    @property
    def after(self) -> dict[str, Any]:
        """What the fields it names hold from now on."""
        return {name: new for name, (_, new) in self.values.items()}


@dataclass(frozen=True)
class Change:
    """A change as its row stands in the log. ``kind`` may name a batch: "undo:…"."""

    id: str
    batch: str
    device: str
    number: int
    clock: str
    actor: str
    family: str
    schema: int
    kind: str
    body: str | None
    digest: str
    previous: str
    mac: str | None


COLUMNS = tuple(each.name for each in fields(Change))
HEADER = tuple(name for name in COLUMNS if name not in ("body", "mac"))


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces; the same value always gives the same text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def body_of(edits: Iterable[Edit]) -> str:
    """The body for these edits."""
    return canonical([[each.table, each.row, each.values, each.made_on] for each in edits])


def edits_of(body: str | None) -> list[Edit]:
    """The edits in a body; an emptied body has none."""
    return [
        Edit(table, row, {name: (old, new) for name, (old, new) in values.items()}, made_on)
        for table, row, values, made_on in json.loads(body or "[]")
    ]


def digest_of(body: str) -> str:
    """SHA-256 of the body, in hexadecimal."""
    return hashlib.sha256(body.encode()).hexdigest()


def seal(change: Change, key: bytes) -> Change:
    """The change with the mac of its header."""
    return replace(change, mac=mac_of(change, key))


def mac_of(change: Change, key: bytes) -> str:
    """HMAC-SHA256 of the canonical header under the chain key, in hexadecimal."""
    header = canonical({name: getattr(change, name) for name in HEADER})
    return hmac.new(key, header.encode(), hashlib.sha256).hexdigest()


def kind_of(change_kind: str) -> Kind:
    """The kind without the batch it names."""
    return Kind(change_kind.partition(":")[0])
