"""The school's own settings, and the notes the record keeps about imports and copies made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import EVERYONE, NO_PAPER, STAFF, Entry, field

USUAL_DAYS = 14
"""How long a staff copy is kept where the school has not said: two weeks."""


@dataclass(frozen=True, kw_only=True)
class Settings(Entry):
    """One row for the whole record. ``special_on`` names the special-category fields in use."""

    table: ClassVar[str] = "settings"
    title: ClassVar[str] = "Settings"
    this: ClassVar[str] = "The page of settings"

    school: Annotated[str, field("School", required=True, audience=EVERYONE)]
    phone: Annotated[
        str,
        field(
            "School phone", help="Stands on letters, so that a family can ring.", audience=EVERYONE
        ),
    ] = ""
    officer: Annotated[str, field("Your name", audience=EVERYONE)] = ""
    officer_role: Annotated[str, field("Your job title", audience=EVERYONE)] = ""
    dpo: Annotated[str, field("Data protection officer who agreed", audience=STAFF)] = ""
    dpo_agreed_on: Annotated[date | None, field("Agreed on")] = None
    second_key_holder: Annotated[str, field("Second key holder", audience=STAFF)] = ""
    office_list_checked_on: Annotated[date | None, field("Office list last checked")] = None
    marking: Annotated[str, field("Marking on staff copies", audience=STAFF)] = ""
    special_on: Annotated[
        tuple[str, ...], field("Special-category fields in use", listed=False, audience=STAFF)
    ] = ()
    shred_after: Annotated[
        int | None,
        field("Days a staff copy is kept", help=f"Empty means {USUAL_DAYS}.", audience=STAFF),
    ] = None
    practice: Annotated[bool, field("Practice record", listed=False)] = False

    @property
    def shred_days(self) -> int:
        """How many days after it was printed a staff copy is to be shredded."""
        return USUAL_DAYS if self.shred_after is None else self.shred_after

    @property
    def practice_only(self) -> bool:
        """True until the data protection officer has agreed and a second key holder is named."""
        return not (self.dpo and self.dpo_agreed_on and self.second_key_holder)


@dataclass(frozen=True, kw_only=True)
class ImportBatch(Entry):
    """One file brought in. The file itself is never kept, nor its name."""

    table: ClassVar[str] = "import_batch"
    title: ClassVar[str] = "Import"

    imported_on: Annotated[date, field("Imported on", audience=STAFF)]
    file_kind: Annotated[str, field("Kind of file", audience=STAFF)] = ""
    file_version: Annotated[str, field("Version of the file", audience=STAFF)] = ""
    qualifier: Annotated[str, field("Full or partial", audience=STAFF)] = ""
    digest: Annotated[str, field("SHA-256 of the file", listed=False, audience=STAFF)] = ""
    families: Annotated[int, field("Families added")] = 0
    children: Annotated[int, field("Children added")] = 0
    adults: Annotated[int, field("Adults added")] = 0
    changed: Annotated[int, field("People changed")] = 0


@dataclass(frozen=True, kw_only=True)
class SharingLog(Entry):
    """One copy made: which sheet, for whom, how many pages, its digest. Never its content.

    ``shred_by`` is the day that stands on the copy; ``shredded_on`` is ticked by the officer.
    """

    table: ClassVar[str] = "sharing_log"
    title: ClassVar[str] = "Copy made"
    this: ClassVar[str] = "This note of a copy made"

    made_on: Annotated[date, field("Made on", audience=NO_PAPER)]
    made_at: Annotated[str, field("Time", audience=NO_PAPER)] = ""
    sheet: Annotated[str, field("Sheet", audience=NO_PAPER)]
    audience: Annotated[str, field("Made for", audience=NO_PAPER)]
    reader: Annotated[str, field("Reader", listed=False, audience=NO_PAPER)] = ""
    way: Annotated[str, field("Printed or saved", audience=NO_PAPER)] = ""
    copy_number: Annotated[int, field("Copy")] = 1
    copies: Annotated[int, field("Copies")] = 1
    pages: Annotated[int, field("Pages")] = 0
    shred_by: Annotated[date | None, field("Shred by", audience=NO_PAPER)] = None
    shredded_on: Annotated[date | None, field("Shredded on", audience=NO_PAPER)] = None
    digest: Annotated[str, field("SHA-256 of the PDF", listed=False, audience=NO_PAPER)] = ""
