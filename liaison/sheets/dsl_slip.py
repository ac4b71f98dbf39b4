"""The slip for the designated safeguarding lead: exact words, time, signature. From memory only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from liaison.dates import clock_words, long_date, medium_date
from liaison.sheets.body import PRIVATE, Body, Footer, Line, Section

TITLE = "Slip for the designated safeguarding lead"


@dataclass(frozen=True, kw_only=True)
class SlipWords:
    """What stands on the slip. ``about`` is whom it is about, ``words`` what was said or seen."""

    about: str
    words: str
    heard_on: date
    heard_at: str = ""
    signed: str = ""
    role: str = ""
    handed_to: str = ""


def dsl_slip(slip: SlipWords, *, school: str = "") -> Body:
    """One page to be handed over in person. Nothing on it is kept as an entry."""
    at = f", {clock_words(slip.heard_at)}" if slip.heard_at else ""
    signed = ", ".join(filter(None, (slip.signed, slip.role)))
    words = tuple(Line(text=each) for each in slip.words.splitlines() if each.strip())
    return Body(
        title=TITLE,
        under=(". ".join(filter(None, (school, "Hand this over in person, now."))),),
        sections=(
            Section(heading="About", lines=(Line(text=slip.about or "Not named"),)),
            Section(heading="Heard or seen", lines=(Line(text=f"{long_date(slip.heard_on)}{at}"),)),
            Section(heading="Exact words", lines=words),
            Section(
                heading="Signed",
                lines=(Line(text=signed), Line(text="Signature: " + 30 * "_")),
            ),
            Section(
                heading="Handed to",
                lines=(
                    Line(text=slip.handed_to or "Name: " + 34 * "_"),
                    Line(text="Received, signature: " + 21 * "_"),
                    Line(text="Day and time: " + 27 * "_"),
                ),
            ),
        ),
    )


def dsl_footer(printed_at: datetime) -> Footer:
    """The footer names nobody."""
    at = f"{medium_date(printed_at.date())} at {printed_at:%H:%M}"
    return Footer(
        title=TITLE,
        copy=f"The only copy. Printed {at}",
        notice="Do not copy it, and do not leave it lying.",
        marking=PRIVATE,
    )
