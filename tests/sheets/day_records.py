"""What the papers of a day and of one person are made from, for tests of the page."""

from __future__ import annotations

from typing import Any

from liaison.casework.attempts import Attempt, Attempts
from liaison.casework.chronology import Chronology, Happening
from liaison.casework.day_papers import CallSheet, Outstanding, ToCall
from liaison.casework.follow_ups import Due
from liaison.casework.my_week import NamedWork, Week
from liaison.casework.ring_round import TELL_THEM, Absent, Number, Try
from liaison.casework.round_papers import RoundPaper
from liaison.casework.visit_papers import VisitCard, VisitPaper
from liaison.model.contact import Contact
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUp, Side
from liaison.model.restriction import What
from liaison.model.visit import HomeVisit
from tests.sheets.records import (
    ALI,
    DAD,
    DAY,
    MUM,
    TODAY,
    ZARA,
    follow_up,
    khans,
    planted,
    restriction,
    staff,
)

SAID = "They talked about the bus and the mornings. "


def due(tag: str, late: int = 0, **values: Any) -> Due:
    promise: FollowUp = follow_up(tag, **values)
    return Due(promise, "Khan", late)


def chronology(_audience: Audience) -> Chronology:
    """Thirty lines, some of them attempts."""
    notes: list[Contact] = [planted(Contact, "note", held_on=DAY, channel="phone", outcome="spoke")]
    return Chronology(
        person=MUM,
        copies=(staff(khans(restrictions=(restriction(What.CONTACT, "mum"),))),),
        happenings=tuple(
            Happening(
                day=DAY,
                at="09:30",
                how="Phone call, we contacted them",
                outcome="Spoke",
                said=(("", SAID * (n % 4)), ("Their words", notes[0].words)),
                attempt=n % 3 == 0,
            )
            for n in range(30)
        ),
        promised=(follow_up("still", person="mum"),),
    )


def calls(_audience: Audience) -> CallSheet:
    copy = staff(khans(restrictions=(restriction(What.CONTACT, "dad"),)))
    asked = follow_up("ring", person="mum")
    return CallSheet(
        on=TODAY,
        calls=(
            ToCall(copy=copy, follow_up=asked, adult=MUM),
            ToCall(copy=copy, follow_up=asked, adult=None, know=("Ask the head first.",)),
        ),
    )


def outstanding(_audience: Audience) -> Outstanding:
    return Outstanding(
        on=TODAY,
        due=(
            *(due(f"late{n}", late=n, owner=("Ann Hall", "Bo Cole", "")[n % 3]) for n in range(9)),
            due("theirs", late=4, side=Side.FAMILY),
            due("others", side=Side.AGENCY),
        ),
    )


def week(audience: Audience) -> Week:
    named = NamedWork(late=(due("late", late=3),), worries=(("Khan", "Learning, Year 6 to 7"),))
    return Week(
        first=DAY,
        last=TODAY,
        by_outcome=(("Reached", 13), ("Nobody was reached", 4)),
        by_channel=(("Phone call", 12), ("Letter", 5)),
        counts=(("Meetings held", 2), ("Home visits", 0)),
        named=named if audience is Audience.STAFF else None,
    )


def visit(_audience: Audience) -> VisitPaper:
    made: HomeVisit = planted(
        HomeVisit, "visit", going_on=TODAY, leaves_at="10:00", due_back_at="11:30", returned_at=""
    )
    return VisitPaper(visit=made, family="Khan")


def card(_audience: Audience) -> VisitCard:
    return VisitCard(name="Amina K.", phone="07700 900412", purpose="3", due_back_at="15:30")


def ring_round(_audience: Audience) -> RoundPaper:
    """Zara with two numbers, one tried and one to be looked up first; Ali with none."""
    numbers = (
        Number(MUM, "07700 900412", relation="mother"),
        Number(DAD, "07700 900413", "Asked by Mrs Khan.", relation="father"),
    )
    return RoundPaper(
        on=TODAY,
        absent=(Absent(ZARA, "f-khan", numbers), Absent(ALI, "f-khan", (), TELL_THEM)),
        tries=(Try(ZARA.id, "07700 900412", "no_answer", "09:20"),),
    )


def attempts(_audience: Audience) -> Attempts:
    """Thirty tries, some of which say what they were for."""
    return Attempts(
        person=MUM,
        copies=(staff(khans(restrictions=(restriction(What.CONTACT, "mum"),))),),
        tries=tuple(
            Attempt(
                day=DAY,
                at="09:30",
                how="Phone call",
                whom="Mrs Khan" if n % 2 else "",
                outcome="No answer",
                facts=SAID * (n % 3),
            )
            for n in range(30)
        ),
        last_reached=DAY,
    )
