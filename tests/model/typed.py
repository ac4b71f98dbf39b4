"""A meeting with what a hand typed into it, and the copy of it for one adult."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from liaison.model.copies.copy import Asked
from liaison.model.copies.meeting_copy import MeetingCopy, meeting_copy
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.meeting import Comes, Instead, Meeting, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from tests.sheets.meeting_records import row
from tests.sheets.records import (
    TODAY,
    address,
    khans,
    planted,
)

HOME_TEXTS = ("purpose", "chair", "minute_taker", "interpreter", "strengths", "outcome", "words")
STREET = address("mum", house="", street="14 Rowan Close")


def held(*, coming: tuple[str, ...] = ("mum", "dad"), **values: Any) -> MeetingRecord:
    """About Zara; the words are the father's where they are said to be anybody's."""
    plain = dict.fromkeys((*HOME_TEXTS, "channel", "place", "disagreement"), "")
    given = {"kind": "apdr", "held_on": TODAY, "words_of": "", "person": ""}
    meeting: Meeting = planted(Meeting, "meeting", id="m", **(plain | given | values))
    rows = (*(row(each, each) for each in coming), row("zara", "zara", comes=Comes.SUBJECT))
    return MeetingRecord(meeting=meeting, people=rows)


def copied(
    whole: MeetingRecord, reader: str, record: FamilyRecord | None = None, **more: Any
) -> MeetingCopy:
    record = record or khans()
    asked = Asked(audience=Audience.FAMILY, today=TODAY, reader=record.person(reader), **more)
    return meeting_copy(record, whole, asked)


def texts(copy: MeetingCopy) -> str:
    return repr((copy.meeting, copy.there, copy.copy.record))


def sent_a_copy(whole: MeetingRecord, *also: MeetingPerson) -> MeetingRecord:
    """The father is not at the table and gets a copy instead."""
    rows = (each for each in whole.people if each.person != "dad")
    out = row("dad", "dad", comes=Comes.LEFT_OUT, instead=Instead.COPY)
    return replace(whole, people=(*rows, out, *also))
