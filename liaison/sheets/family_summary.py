"""The family summary as a PDF in memory, from a copy already decided."""

from __future__ import annotations

from datetime import datetime

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided, Needs, family_for_paper
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience
from liaison.model.settings import Settings
from liaison.sheets.body import Body
from liaison.sheets.making import MadeSheet, made
from liaison.sheets.people_lines import Label
from liaison.sheets.sheet import House, Sheet
from liaison.sheets.summary import TITLE, summary

__all__ = ["FAMILY_SUMMARY", "MadeSheet", "family_summary"]


def _body(copy: Copy, house: House) -> Body:
    return summary(copy, label=house.label, school=house.school)


FAMILY_SUMMARY = Sheet(
    code="family_summary",
    title=TITLE,
    audiences=(Audience.STAFF, Audience.FAMILY, Audience.HANDOVER),
    needs=Needs.FAMILY,
    decide=family_for_paper,
    body=_body,
)


def family_summary(
    copy: Copy, wish: Wish, *, settings: Settings, label: Label, printed_at: datetime
) -> MadeSheet:
    """The sheet for one reader, in the size wished for. Raises CannotPrint as ``build`` does."""
    family = wish.audience is Audience.FAMILY
    decided = Decided(
        matter=copy,
        wish=wish,
        today=copy.today,
        families=(copy.record.family.id,),
        reader=copy.reader.full if copy.reader and family else "",
        left_out=tuple(each.sentence for each in copy.left_out),
        warnings=copy.warnings,
    )
    house = House(settings=settings, label=label)
    return made(FAMILY_SUMMARY, decided, house=house, printed_at=printed_at)
