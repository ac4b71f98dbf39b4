"""A home visit while somebody is out: who watches, and when they are due back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import STAFF, Entry, field


@dataclass(frozen=True, kw_only=True)
class HomeVisit(Entry):
    """Times are local, HH:MM. It stays on Today until ``returned_at`` is written."""

    table: ClassVar[str] = "home_visit"
    title: ClassVar[str] = "Home visit"

    going_on: Annotated[date, field("Date", audience=STAFF)]
    leaves_at: Annotated[str, field("Leaves at", audience=STAFF)] = ""
    due_back_at: Annotated[str, field("Due back at", required=True, audience=STAFF)]
    officer: Annotated[str, field("Who goes", required=True, audience=STAFF)]
    watcher: Annotated[str, field("Who watches", required=True, audience=STAFF)]
    phone: Annotated[str, field("Phone", audience=STAFF)] = ""
    purpose: Annotated[str, field("Purpose", choices="purpose", audience=STAFF)] = ""
    returned_at: Annotated[str, field("Back at", audience=STAFF)] = ""
    person: str = ""
    """Who is visited; empty where only the family was chosen."""
    contact: str = ""
