"""The family summary as a PDF in memory, from a copy already decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from liaison.casework.copies import CopyMade, Wish
from liaison.errors import CannotPrint
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.model.settings import Settings
from liaison.sheets.people_lines import Label
from liaison.sheets.printing import build, locked, page_count
from liaison.sheets.summary import footer, summary

SHEET = "family_summary"


@dataclass(frozen=True, kw_only=True)
class MadeSheet:
    """One copy in memory. ``left_out`` and ``warnings`` are for the officer, never for paper."""

    pdf: bytes
    made: CopyMade
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def family_summary(
    copy: Copy, wish: Wish, *, settings: Settings, label: Label, printed_at: datetime
) -> MadeSheet:
    """The sheet for one reader, in the size wished for. Raises CannotPrint as ``build`` does."""
    pdf = build(
        summary(copy, label=label, school=settings.school),
        footer=footer(
            copy,
            officer=settings.officer,
            printed_at=printed_at,
            number=wish.copy_number,
            copies=wish.copies,
            marking="" if wish.audience is Audience.FAMILY else settings.marking,
        ),
        size=wish.size,
    )
    made = CopyMade(
        family=copy.record.family.id,
        sheet=SHEET,
        wish=wish,
        pages=page_count(pdf),
        digest=hashlib.sha256(pdf).hexdigest(),
    )
    return MadeSheet(
        pdf=pdf,
        made=made,
        left_out=tuple(each.sentence for each in copy.left_out),
        warnings=copy.warnings,
    )


def save_pdf(pdf: bytes, to: Path, *, password: str = "") -> None:
    """Write the PDF where it is wanted, encrypted (AES-256) when a password is given."""
    try:
        to.write_bytes(locked(pdf, password) if password else pdf)
    except OSError as error:
        sentence = f"The PDF cannot be written to {to}: {error.strerror}."
        raise CannotPrint(sentence) from error
