"""The card carried on a home visit. If it is lost it says next to nothing."""

from __future__ import annotations

from liaison.casework.for_paper import Needs
from liaison.casework.visit_papers import VisitCard, card_for_paper
from liaison.dates import clock_words
from liaison.model.fields import Audience
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.sheet import House, Sheet, Shred

TITLE = "Visit card"


def visit_card(card: VisitCard, _house: House) -> Body:
    """Large letters, four lines, and a box for when it is back. Not even the school is named."""
    said = (
        ("Who", card.name or "Not named"),
        ("Phone", card.phone or "None"),
        ("Purpose", card.purpose or "None"),
        ("Due back", clock_words(card.due_back_at)),
    )
    back = Line(text="Returned and shredded", box=True)
    return Body(
        title=TITLE,
        sections=(
            *(Section(heading=name, lines=(Line(lead=value, large=True),)) for name, value in said),
            Section(heading="Afterwards", lines=(back,)),
        ),
    )


VISIT_CARD = Sheet(
    code="visit_card",
    title=TITLE,
    audiences=(Audience.STAFF,),
    needs=Needs.VISIT,
    decide=card_for_paper,
    body=visit_card,
    notice="Bring it back.",
    shred=Shred.SAME_DAY,
    discreet=True,
)
