"""A filter of a list, kept under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from liaison.model.fields import STAFF, Entry, field


@dataclass(frozen=True, kw_only=True)
class SavedView(Entry):
    """``screen`` is the list's name, ``filters`` its filter values as name=value."""

    table: ClassVar[str] = "saved_view"
    title: ClassVar[str] = "Saved view"

    name: Annotated[str, field("Name", required=True, audience=STAFF)]
    screen: Annotated[str, field("List", listed=False, audience=STAFF)] = ""
    filters: Annotated[tuple[str, ...], field("Filters", listed=False, audience=STAFF)] = ()
    position: Annotated[int, field("Order")] = 0
