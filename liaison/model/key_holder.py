"""Who holds a key to the record: a name for each way in, kept when the way in is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import NO_PAPER, Entry, field


@dataclass(frozen=True, kw_only=True)
class KeyHolder(Entry):
    """``slot`` is the id the log of changes names; ``kind`` is the vault's word for the slot."""

    table: ClassVar[str] = "key_holder"
    title: ClassVar[str] = "Key holder"

    slot: Annotated[str, field("Key", listed=False, audience=NO_PAPER)]
    kind: Annotated[str, field("Kind of key", listed=False, audience=NO_PAPER)]
    name: Annotated[str, field("Name", required=True, audience=NO_PAPER)]
    since: Annotated[date | None, field("Since", audience=NO_PAPER)] = None
    ended_on: Annotated[date | None, field("Ended on", audience=NO_PAPER)] = None
