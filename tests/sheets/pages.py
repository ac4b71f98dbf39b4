"""Making a sheet from a test record, and reading everything a PDF holds back out of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pypdf import PdfReader

from liaison.model.copies.audience import copy_for
from liaison.model.copies.copy import Copy
from liaison.model.default_lists import LISTS
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.sheets.body import Body, Section
from liaison.sheets.printing import build
from liaison.sheets.summary import footer, summary
from tests.sheets.records import TODAY

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
OFFICER = "Mrs A Officer"


def label(name: str, code: str) -> str:
    return next((row[1] for row in LISTS[name] if row[0] == code), code)


def body_of(copy: Copy) -> Body:
    return summary(copy, label=label, school="Oakfield Primary")


def printed(
    record: FamilyRecord,
    audience: Audience = Audience.STAFF,
    reader: str = "",
    size: int = 12,
    **more: object,
) -> bytes:
    copy = copy_for(record, audience=audience, today=TODAY, reader=reader, **more)
    stamp = footer(copy, officer=OFFICER, printed_at=AT)
    return build(body_of(copy), footer=stamp, size=size)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, its white space made one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def everything(pdf: bytes) -> str:
    """Text, metadata, structure and every stream, as one long text to look for words in."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        parts = [repr(opened.docinfo), repr(opened.Root), text(pdf)]
        for each in opened.objects:
            parts.append(repr(each))
            if isinstance(each, pikepdf.Stream):
                drawn = each.read_bytes().decode("latin-1")
                said = re.findall(r"<FEFF([0-9A-F]+)>", drawn)
                parts += [drawn, *(bytes.fromhex(words).decode("utf-16-be") for words in said)]
    return "\n".join(parts)


def planted_on(pdf: bytes) -> set[str]:
    """The planted words that can be found anywhere in it, lines of text joined."""
    whole = everything(pdf)
    return set(re.findall(r"Q[A-Z]\w+X\b", whole))


def section(body: Body, heading: str) -> Section:
    return next(each for each in (*body.sections, *body.aside) if each.heading == heading)


def said(body: Body, heading: str) -> str:
    lines = section(body, heading).lines
    return " ".join(f"{each.lead} {each.text} {each.detail}" for each in lines)
