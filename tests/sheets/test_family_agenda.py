"""What the family's own agenda says."""

from __future__ import annotations

from dataclasses import replace

from liaison.model.fields import Audience
from liaison.sheets.family_agenda import WELCOME, family_agenda
from tests.sheets.accessibility.samples import HOUSE
from tests.sheets.meeting_records import meeting, paper


def test_it_says_where_to_ring_if_the_school_has_said_so() -> None:
    for phone, said in (("", ""), ("01632 960123", " You can ring us on 01632 960123.")):
        house = replace(HOUSE, settings=replace(HOUSE.settings, phone=phone))
        body = family_agenda(paper(Audience.FAMILY), house)
        (asked,) = (each for each in body.sections if each.heading == "What we will talk about")
        assert asked.lines[-1].text == f"{WELCOME}{said}"


def test_the_interpreter_reads_well_by_name_and_by_language() -> None:
    whole = meeting("honest")
    for said in ("Urdu, by phone", "Mrs Begum"):
        asked = replace(whole.meeting, interpreter=said)
        body = family_agenda(paper(Audience.FAMILY, whole=replace(whole, meeting=asked)), HOUSE)
        lines = next(each.lines for each in body.sections if each.heading == "Interpreter")
        assert lines[0].text == f"An interpreter will help us: {said}."
