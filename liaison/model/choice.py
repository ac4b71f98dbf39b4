"""One value of one list. Labels may change, codes never."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from liaison.model.fields import EVERYONE, STAFF, Entry, field


@dataclass(frozen=True, kw_only=True)
class Choice(Entry):
    """``flags`` is what code may read: reached, attempt, task, sensitive, unnamed.

    A place may be neutral, private, formal, and have a clear exit.
    """

    table: ClassVar[str] = "choice"
    title: ClassVar[str] = "Value in a list"

    list: Annotated[str, field("List", audience=STAFF)]
    code: Annotated[str, field("Code", audience=STAFF)]
    label: Annotated[str, field("Label", required=True, audience=EVERYONE)]
    position: Annotated[int, field("Order")] = 0
    retired: Annotated[bool, field("No longer offered")] = False
    list_version: Annotated[str, field("Version of the list", audience=STAFF)] = ""
    flags: Annotated[tuple[str, ...], field("Meaning", listed=False, audience=STAFF)] = ()
