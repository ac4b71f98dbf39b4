"""That a worry about safety was handed to the designated safeguarding lead. Never what it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import NO_PAPER, Entry, field


@dataclass(frozen=True, kw_only=True)
class DslSlip(Entry):
    """A slip printed and handed over; its words are never an entry. Stands until confirmed."""

    table: ClassVar[str] = "dsl_slip"
    title: ClassVar[str] = "Slip for the DSL"

    written_on: Annotated[date, field("Written on", audience=NO_PAPER)]
    written_at: Annotated[str, field("Time", audience=NO_PAPER)] = ""
    draft: Annotated[str, field("Draft it came from", listed=False, audience=NO_PAPER)] = ""
    handed_to: Annotated[str, field("Handed to", audience=NO_PAPER)] = ""
    confirmed_by: Annotated[str, field("Confirmed received by", audience=NO_PAPER)] = ""
    confirmed_on: Annotated[date | None, field("Confirmed on", audience=NO_PAPER)] = None


@dataclass(frozen=True, kw_only=True)
class DslPointer(Entry):
    """Who was told, when and how, and the reference in the safeguarding system. No narrative."""

    table: ClassVar[str] = "dsl_pointer"
    title: ClassVar[str] = "DSL informed"
    this: ClassVar[str] = "This note that the DSL was told"

    person: Annotated[str, field("About", audience=NO_PAPER)] = ""
    told_on: Annotated[date, field("Told on", audience=NO_PAPER)]
    told: Annotated[str, field("Who was told", required=True, audience=NO_PAPER)]
    how: Annotated[str, field("How", audience=NO_PAPER)] = ""
    reference: Annotated[str, field("Reference", audience=NO_PAPER)] = ""
