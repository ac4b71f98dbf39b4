"""The family summary: one A4 page for a meeting, for staff, a parent or the next school."""

from __future__ import annotations

from datetime import datetime

from liaison.casework.copies import Wish
from liaison.dates import medium_date
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.sheets.aside import ASIDE_TITLE, not_for_the_table
from liaison.sheets.body import NOT_THE_FILE, PRIVATE, Body, Footer, Line, Section
from liaison.sheets.fitting import clipped
from liaison.sheets.people_lines import Label, reach, who
from liaison.sheets.sheet import copy_words
from liaison.sheets.work_lines import TEXT, barriers, concerns, contacts, next_date, promises

TITLE = "Family summary"


def summary(copy: Copy, *, label: Label, school: str = "") -> Body:
    """The sheet's content from a copy already filtered. ``label(list, code)`` gives words."""
    every = (
        who(copy, label),
        reach(copy, label),
        _strengths(copy),
        contacts(copy, label),
        barriers(copy, label),
        concerns(copy, label),
        promises(copy, Side.SCHOOL),
        promises(copy, Side.FAMILY),
        promises(copy, Side.AGENCY),
        next_date(copy, label),
    )
    sections = tuple(each for each in every if each.lines)
    aside = not_for_the_table(copy, label)
    return Body(
        title=f"{clipped(copy.record.family.name, 60)} family",
        under=tuple(
            _under(copy, school=clipped(school, 60), has_aside=bool(aside), empty=not sections)
        ),
        sections=sections,
        aside_title=ASIDE_TITLE,
        aside=aside,
        one_page=True,
    )


def _under(copy: Copy, *, school: str, has_aside: bool, empty: bool) -> list[str]:
    """What kind of copy it is, in one sentence or two."""
    kinds = {
        Audience.STAFF: "For staff",
        Audience.FAMILY: f"For {copy.reader.full}" if copy.reader else "For the family",
        Audience.HANDOVER: "For the next school",
    }
    where = f"{school}, " if school else ""
    said = f"{where}{medium_date(copy.today)}. {kinds[copy.audience]}."
    if has_aside:
        said += " The last page is not for the table."
    return [said, "Nothing is recorded about this family yet."] if empty else [said]


def _strengths(copy: Copy) -> Section:
    family = copy.record.family
    lines = [Line(text=clipped(family.strengths, TEXT))] if family.strengths else []
    if family.what_works:
        lines.append(Line(lead="What works:", text=clipped(family.what_works, TEXT)))
    return Section(heading="Going well", lines=tuple(lines), least=2)


def footer(
    copy: Copy,
    *,
    officer: str,
    printed_at: datetime,
    number: int = 1,
    copies: int = 1,
    marking: str = "",
) -> Footer:
    """What every page says of its copy. ``marking`` is the school's own and not for families."""
    family = copy.audience is Audience.FAMILY
    wish = Wish(audience=copy.audience, copy_number=number, copies=copies)
    reader = copy.reader.full if copy.reader and family else ""
    return Footer(
        title=TITLE,
        copy=copy_words(wish, reader, officer, printed_at),
        notice="" if family else NOT_THE_FILE,
        marking=PRIVATE if family else marking,
    )
