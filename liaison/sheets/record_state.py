"""The record as it stood on a day: one line for the supervision file that shows an older copy."""

from __future__ import annotations

from datetime import datetime

from liaison.dates import long_date, medium_date
from liaison.sheets.body import Body, Footer, Line, Section

CODE = "record_state"
"""What the log of copies calls it."""

TITLE = "Record as it stood"


def record_state(fingerprint: str, *, school: str, printed_at: datetime) -> Body:
    """The number of the newest change, its fingerprint in groups of four, and how to check it."""
    number, _, groups = fingerprint.partition("-")
    day = long_date(printed_at.date())
    return Body(
        title=f"{TITLE} on {day}",
        under=tuple(filter(None, (school, "For the supervision file. It holds no names."))),
        sections=(
            Section(
                heading="The newest change",
                lines=(
                    Line(lead="Number", text=number),
                    Line(lead="Fingerprint", text=groups),
                    Line(lead="Written out", text=fingerprint),
                    Line(lead="Printed", text=f"{day} at {printed_at:%H:%M}"),
                ),
            ),
            Section(
                heading="How to check it later",
                lines=(
                    Line(text="Open the record, then Settings, Checks."),
                    Line(text="Type the number and the four groups, and press Check."),
                    Line(
                        text=(
                            "If the record contains this state, nothing that was written up to "
                            "this day was lost or put back. If it does not, an older copy was put "
                            "in its place, or it is another record: ask the data protection "
                            "officer before anything more is written."
                        )
                    ),
                ),
            ),
            Section(
                heading="What it does not prove",
                lines=(
                    Line(
                        text=(
                            "Who was sitting at the keys, and whether what was written is true. "
                            "Times are those of the laptop’s clock."
                        )
                    ),
                ),
            ),
        ),
    )


def record_state_footer(*, officer: str, printed_at: datetime, marking: str = "") -> Footer:
    """What the page says of its copy."""
    by = f" by {officer}" if officer else ""
    at = f"{medium_date(printed_at.date())} at {printed_at:%H:%M}"
    return Footer(
        title=TITLE,
        copy=f"Printed{by}, {at}",
        notice="Keep with the supervision notes.",
        marking=marking,
    )
