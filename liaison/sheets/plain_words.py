"""School words a family need not know, each explained in brackets where it stands first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from liaison.sheets.body import Body, Line, Section, Table

EXPLAINED = {
    "APDR": "assess, plan, do, review",
    "AP": "teaching in another place than school",
    "CAMHS": "the mental health service for children and young people",
    "CP": "child protection",
    "DSL": "the person who leads on keeping children safe",
    "EAL": "English as another language",
    "EBSA": "finding it hard to attend",
    "EHA": "early help assessment",
    "EHC plan": "education, health and care plan",
    "EHCP": "education, health and care plan",
    "ELSA": "a member of staff trained to help with feelings",
    "EP": "educational psychologist",
    "EWO": "attendance officer",
    "EYFS": "nursery and reception years",
    "FLO": "family liaison officer",
    "FSM": "free school meals",
    "GP": "family doctor",
    "IEP": "a plan for one child’s learning",
    "KS1": "Years 1 and 2",
    "KS2": "Years 3 to 6",
    "KS3": "Years 7 to 9",
    "KS4": "Years 10 and 11",
    "LA": "the council",
    "LAC": "looked after by the council",
    "LADO": "the council officer for concerns about staff",
    "LSA": "learning support assistant",
    "MASH": "the team that keeps children safe in this area",
    "OT": "occupational therapist",
    "PEP": "personal education plan",
    "PP": "extra money for some pupils",
    "PRU": "a small school for pupils who cannot be in theirs",
    "SALT": "speech and language therapy",
    "SEMH": "social, emotional and mental health",
    "SEN": "special educational needs",
    "SENCO": "the teacher who leads on special educational needs",
    "SENDCO": "the teacher who leads on special educational needs",
    "SEND": "special educational needs and disabilities",
    "SLT": "the senior staff",
    "TA": "teaching assistant",
    "TAC": "team around the child",
    "TAF": "team around the family",
}
"""What each means, in words that can stand in brackets after it."""

SCHOOL_WORD = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, EXPLAINED), key=len, reverse=True)) + r")s?\b(?!\s*\()"
)
IN_BRACKETS = re.compile(r" \((?:" + "|".join(map(re.escape, set(EXPLAINED.values()))) + r")\)")


def explained(body: Body) -> Body:
    """The body with each school word explained once, where it stands first.

    What stands beside it in another language is read by somebody else, and explained anew.
    """
    first = _Telling()
    told = defaultdict(_Telling, {"": first, body.lang: first})
    return replace(
        body,
        title=first.of(body.title),
        under=tuple(first.each(body.under)),
        sections=tuple(_section(each, told[each.lang]) for each in body.sections),
    )


def unexplained(text: str) -> str:
    """The text as it was written, without what was put in brackets here."""
    return IN_BRACKETS.sub("", text)


class _Telling:
    """Goes through the texts of one sheet in their order, and explains nothing twice."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def each(self, texts: Iterable[str]) -> list[str]:
        return [self.of(text) for text in texts]

    def of(self, text: str) -> str:
        return SCHOOL_WORD.sub(self._with_words, text)

    def _with_words(self, found: re.Match[str]) -> str:
        words = EXPLAINED[found[1]]
        if words in self.told:
            return found[0]
        self.told.add(words)
        return f"{found[0]} ({words})"


def _section(section: Section, telling: _Telling) -> Section:
    return replace(
        section,
        heading=telling.of(section.heading),
        lines=tuple(_line(each, telling) for each in section.lines),
        table=_table(section.table, telling) if section.table else None,
    )


def _line(line: Line, telling: _Telling) -> Line:
    lead, text, detail = telling.each((line.lead, line.text, line.detail))
    return replace(line, lead=lead, text=text, detail=detail)


def _table(table: Table, telling: _Telling) -> Table:
    return replace(
        table,
        columns=tuple(telling.each(table.columns)),
        rows=tuple(tuple(telling.each(row)) for row in table.rows),
    )
