"""One invented meeting of the planted family, a word of its own in every text field."""

from __future__ import annotations

from datetime import date
from typing import Any

from liaison.casework.meeting_papers import Agreed, MeetingPaper
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.copies.copy import Asked
from liaison.model.copies.meeting_copy import meeting_copy
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.meeting import Came, Comes, Instead, Meeting, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from liaison.model.restriction import What
from tests.sheets.records import TODAY, khans, planted, restriction

LATER = date(2026, 12, 7)
UNNAMED = {"honest": "Honest conversation"}


def row(tag: str, person: str = "", **values: Any) -> MeetingPerson:
    name = {"name": ""} if person else {}
    given = {"meeting": "m", "person": person} | name | values
    made: MeetingPerson = planted(MeetingPerson, f"row{tag}", **given)
    return made


def action(tag: str, **values: Any) -> MeetingAction:
    given = {"meeting": "m", "due": LATER, "follow_up": ""} | values
    made: MeetingAction = planted(MeetingAction, f"action{tag}", **given)
    return made


def item(tag: str, **values: Any) -> AgendaItem:
    made: AgendaItem = planted(AgendaItem, f"item{tag}", meeting="m", minutes=10, **values)
    return made


def meeting(kind: str = "honest", **values: Any) -> MeetingRecord:
    """About Zara, with her mother and a teacher; her father was not asked."""
    given = {"held_on": TODAY, "held_at": "09:30", "minutes": 45, "place": "library",
             "words_of": "", "person": "", "next_on": LATER, "follows": "", "clear_exit": True,
             "consent_on": TODAY, "thanked_on": TODAY}  # fmt: skip
    held: Meeting = planted(Meeting, "meeting", id="m", kind=kind, **(given | values))
    return MeetingRecord(
        meeting=held,
        people=(
            row("mum", "mum", came=Came.YES),
            row("zara", "zara", comes=Comes.SUBJECT),
            row("teacher", came=Came.YES),
            row("nurse", comes=Comes.REPORT),
            row("dad", "dad", comes=Comes.LEFT_OUT, instead=Instead.REASON),
        ),
        items=(item("plain"), item("shared", share=True), item("ali", what="About Ali")),
        actions=(
            action("ours", person="mum"),
            action("ofmum", side=Side.FAMILY, person="mum", owner="Mrs Khan"),
            action("ofdad", side=Side.FAMILY, person="dad"),
            action("agencys", side=Side.AGENCY, person=""),
        ),
        checks=(planted(MeetingCheck, "check", meeting="m"),),
    )


def paper(
    audience: Audience,
    reader: str = "mum",
    kind: str = "honest",
    *,
    whole: MeetingRecord | None = None,
    ticked: tuple[str, ...] = (),
) -> MeetingPaper:
    """The meeting as one reader may have it."""
    record = khans(restrictions=(restriction(What.COLLECT), restriction(What.ATTEND)))
    family = audience is Audience.FAMILY
    asked = Asked(
        audience=audience,
        today=TODAY,
        reader=record.person(reader) if family else None,
        ticked=frozenset(ticked),
    )
    held = whole or meeting(kind)
    return MeetingPaper(
        whole=meeting_copy(record, held, asked, unnamed=UNNAMED),
        last_time=(
            Agreed(what="Save a place at breakfast club", who="Ms Avery", done=True),
            Agreed(what="Set the alarm for 7:15am", who="Mrs Khan", due=LATER),
        ),
        unnamed=held.meeting.kind in UNNAMED,
    )
