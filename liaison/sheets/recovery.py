"""The recovery sheet of the first run: the code on paper, and where the paper is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from liaison.dates import long_date, medium_date
from liaison.sheets.body import Body, Footer, Line, Section

TITLE = "Recovery sheet"


def recovery_sheet(*, groups: Sequence[str], record: str, made_on: date) -> Body:
    """``groups`` are the code's groups in their order, ``record`` the record's file name."""
    code = tuple(Line(lead=f"{at}.  {group}", large=True) for at, group in enumerate(groups, 1))
    keep = (
        "Put this sheet in the school safe, in a closed envelope with today’s date on it.",
        "Keep it away from the laptop. Do not copy it, photograph it or send it.",
        "If a new sheet is made, this code no longer opens the record: shred this sheet.",
    )
    return Body(
        title=TITLE,
        under=(
            "If the passphrase is ever forgotten, this code opens the record. Nothing else can.",
        ),
        sections=(
            Section(heading="For", lines=(Line(lead=record),)),
            Section(heading="Made on", lines=(Line(text=long_date(made_on)),)),
            Section(heading="The code", lines=code),
            Section(
                heading="How it is written",
                lines=(
                    Line(text="Letters and digits. There is no letter I, L, O or U in it."),
                    Line(text="Capital or small letters, hyphens and spaces make no difference."),
                ),
            ),
            Section(heading="Where to keep it", lines=tuple(Line(text=each) for each in keep)),
        ),
    )


def recovery_footer(printed_at: datetime) -> Footer:
    """The footer names nobody: the sheet is found by its record's name alone."""
    at = f"{medium_date(printed_at.date())} at {printed_at:%H:%M}"
    return Footer(title=TITLE, copy=f"Printed {at}", notice="Keep it in the safe.")
