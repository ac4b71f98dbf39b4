"""How each kind of meeting is held until the school says otherwise. Intervals differ by authority.

The first team around the family meeting comes three to six weeks after the decision, the others
about every six; an attendance contract is reviewed in four to six; the graduated cycle of
assess, plan, do, review has three rounds a year.
"""

from __future__ import annotations

import re

from liaison.model.agenda import MeetingPattern
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.meeting_phrases import opening_of, phrases_of

ITEM = re.compile(r"\s*(\d{1,3})\s+(\S.*)")

ASKED = "Family asked what they want to raise"
AGENDA_HOME = "Agenda sent home"
NEARBY = "Colleague nearby knows"
FIGURES = "Attendance figures printed"
CONSENT = "Consent in writing"
CHILD_ASKED = "The child asked what they think"

GOING_WELL = "5 Something going well"
FAMILY_SEES = "10 What the family sees"
WE_SEE = "10 What we see: facts"
EACH_DOES = "10 What each of us will do"
LAST_TIME = "5 What we said last time"
CHILD_SAYS = "5 What the child says"


def _pattern(
    kind: str,
    weeks: int | None,
    agenda: str,
    *checks: str,
    sent: bool = True,
    first: int | None = None,
) -> MeetingPattern:
    items = tuple(each.strip() for each in agenda.split(";"))
    return MeetingPattern(
        family=SETTINGS_STREAM,
        kind=kind,
        weeks=weeks,
        first_weeks=first,
        opening=opening_of(kind),
        agenda=items,
        checks=(*((ASKED, AGENDA_HOME) if sent else ()), *checks),
        phrases=phrases_of(kind),
    )


def _items(*items: str) -> str:
    return ";".join(items)


PATTERNS: dict[str, MeetingPattern] = {
    each.kind: each
    for each in (
        _pattern("honest", 3, _items(GOING_WELL, FAMILY_SEES, WE_SEE, EACH_DOES), NEARBY),
        _pattern(
            "structured",
            12,
            _items(
                "15 Explore: strengths, interests and hopes",
                "15 Focus: what matters most, three things at most",
                "20 Plan: what each of us will do",
                "10 Review: how we will know, and when we look again",
            ),
        ),
        _pattern(
            "taf",
            6,
            _items(
                "5 Who is here, and what stays in the room",
                GOING_WELL,
                "15 How each of the family sees it",
                "10 How those who help see it",
                "10 What each of us will do",
                "5 When we meet again",
            ),
            CONSENT,
            "Reports asked for",
            "Nobody meets before the family comes in",
            first=3,
        ),
        _pattern(
            "taf_review",
            6,
            _items(
                "5 Who is here, and what stays in the room",
                "10 What we said last time",
                "15 How each of the family sees it",
                "10 How those who help see it",
                "10 What each of us will do",
                "5 When we meet again",
            ),
            "Reports asked for",
        ),
        _pattern(
            "apdr",
            12,
            _items(
                "5 What is going well",
                "10 Assess: how the child and the family see it",
                "10 Review: what helped, and how far it got",
                "15 Plan: what we hope for, and what helps",
                "5 Do: who does what, how often, and when we look again",
            ),
            CHILD_ASKED,
            "Progress since last time printed",
        ),
        _pattern("attendance", 4, _items(GOING_WELL, FAMILY_SEES, WE_SEE, EACH_DOES), FIGURES),
        _pattern(
            "contract",
            6,
            _items(
                GOING_WELL,
                "10 What gets in the way",
                "10 What the family will do",
                "10 What the school will do to help",
                "5 What we all agree, and when we look again",
            ),
            FIGURES,
            "The other parent told",
            "Earlier attempts to meet written down",
        ),
        _pattern(
            "reintegration",
            2,
            _items(
                "5 Welcome back",
                CHILD_SAYS,
                "10 What happened, and what would help",
                "10 The first week: who, where, when",
                "5 What each of us will do",
            ),
            "Work for the first day ready",
        ),
        _pattern(
            "return_review",
            None,
            _items(GOING_WELL, CHILD_SAYS, LAST_TIME, FAMILY_SEES, EACH_DOES),
            CHILD_ASKED,
        ),
        _pattern(
            "transition",
            6,
            _items(
                GOING_WELL,
                "10 What the child looks forward to, and what worries them",
                "10 What the new school needs to know",
                EACH_DOES,
            ),
            "The family asked what may be passed on",
        ),
        _pattern(
            "ebsa",
            1,
            _items(
                "5 What a good day looks like",
                "10 What makes school harder, and what makes it possible",
                "5 What makes home easier to stay in",
                "10 The next small steps",
                "5 What each of us will do",
            ),
            CHILD_ASKED,
        ),
        _pattern("ehcp", None, _items(GOING_WELL, CHILD_SAYS, FAMILY_SEES, EACH_DOES), CHILD_ASKED),
        _pattern("pep", None, _items(GOING_WELL, CHILD_SAYS, WE_SEE, EACH_DOES), CHILD_ASKED),
        _pattern(
            "informal", 2, _items("10 What happened", "10 What would put it right", EACH_DOES)
        ),
        _pattern(
            "drop_in",
            None,
            _items(GOING_WELL, "10 Whatever you would like to talk about"),
            sent=False,
        ),
        _pattern(
            "professionals",
            None,
            _items(LAST_TIME, WE_SEE, EACH_DOES),
            "The family told",
            sent=False,
        ),
        _pattern("other", None, _items(GOING_WELL, FAMILY_SEES, WE_SEE, EACH_DOES)),
    )
}
"""By the code of the kind of meeting."""


def item_of(words: str) -> tuple[str, int | None]:
    """An item as it is written in a pattern, "10 What we see", as its words and its minutes."""
    found = ITEM.fullmatch(words)
    return (found[2].strip(), int(found[1])) if found else (words.strip(), None)
