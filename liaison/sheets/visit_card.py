"""The card carried on a home visit. If it is lost it says next to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from liaison.dates import clock_words, medium_date
from liaison.sheets.body import Body, Footer, Line, Section

CODE = "visit_card"
"""What the log of copies calls it."""

TITLE = "Visit card"


@dataclass(frozen=True, kw_only=True)
class VisitCard:
    """First name and initial, phone, purpose code, due back. Never risks or reasons."""

    name: str
    phone: str
    purpose: str
    due_back_at: str


def visit_card(card: VisitCard) -> Body:
    """Large letters, four lines, and a box for when it is back."""
    due = clock_words(card.due_back_at)
    back = Line(text="Returned and shredded", box=True)
    return Body(
        title=TITLE,
        sections=(
            Section(heading="Who", lines=(Line(lead=card.name, large=True),)),
            Section(heading="Phone", lines=(Line(lead=card.phone or "None", large=True),)),
            Section(heading="Purpose", lines=(Line(lead=card.purpose or "None", large=True),)),
            Section(heading="Due back", lines=(Line(lead=due, large=True),)),
            Section(heading="Afterwards", lines=(back,)),
        ),
    )


def visit_footer(printed_at: datetime) -> Footer:
    """The footer names nobody, not even the school."""
    at = f"{medium_date(printed_at.date())} at {printed_at:%H:%M}"
    return Footer(title=TITLE, copy=f"Printed {at}", notice="Bring it back.")
