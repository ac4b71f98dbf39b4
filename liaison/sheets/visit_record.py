"""The record of a home visit: times as they are known, and room for what was seen and said."""

from __future__ import annotations

from liaison.casework.for_paper import Needs
from liaison.casework.visit_papers import VisitPaper, visit_for_paper
from liaison.dates import clock_words, long_date
from liaison.model.fields import Audience
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet, Shred

SHORT = 36 * "_"
SEEN = (
    ("Who was seen", 2),
    ("Child seen and spoken to, by name", 1),
    ("The child’s words", 2),
    ("Their words, and whose", 2),
    ("What was seen, as facts only", 3),
    ("What was agreed, who does it, by when", 2),
)
"""What is filled in by hand, and how many lines each has."""

DANGER = (
    "Worried about a child’s safety? Tell the DSL now, in person. Danger now: 999. Write nothing "
    "of it here."
)


def visit_record(paper: VisitPaper, house: House) -> Body:
    """Filled in when they are back, never carried: the card is what goes with them."""
    visit = paper.visit
    purpose = house.label("purpose", visit.purpose) if visit.purpose else ""
    known = (
        ("Family", paper.family),
        ("Who goes", visit.officer),
        ("Who watches", visit.watcher),
        ("Purpose", purpose),
        ("Left at", clock_words(visit.leaves_at)),
        ("Due back at", clock_words(visit.due_back_at)),
        ("Back at", clock_words(visit.returned_at)),
    )
    return Body(
        title="Home visit record",
        under=(
            sentences([house.school, long_date(visit.going_on), "For staff"]),
            "Fill this in when you are back. It does not go on the visit.",
        ),
        sections=(
            Section(heading="The visit", lines=tuple(_known(*each) for each in known)),
            *blank_visit(),
        ),
    )


def blank_visit() -> tuple[Section, ...]:
    """What is written by hand about a visit."""
    ticks = ("Nobody at home, card left", "Seen at home, no reply", "Letter left", "Went in")
    return (
        Section(heading="At the door", lines=tuple(Line(text=each, box=True) for each in ticks)),
        *(Section(heading=heading, lines=(Line(room=lines),)) for heading, lines in SEEN),
        Section(
            heading="Afterwards",
            lines=(
                Line(text=f"Safe return logged, by: {SHORT}"),
                Line(text="Card returned and shredded", box=True),
                Line(text=f"Signed and dated: {SHORT}"),
            ),
        ),
        Section(heading="A worry", lines=(Line(text=DANGER),)),
    )


def _known(name: str, value: str) -> Line:
    return Line(text=f"{name}: {value or SHORT}")


VISIT_RECORD = Sheet(
    code="visit_record",
    title="Home visit record",
    audiences=(Audience.STAFF,),
    needs=Needs.VISIT,
    decide=visit_for_paper,
    body=visit_record,
    shred=Shred.KEPT,
)
