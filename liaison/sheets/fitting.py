"""Making a body fit the one page it promised: cut from the end of sections, and say how much."""

from __future__ import annotations

import re
from dataclasses import replace

from liaison.sheets.beside import tall
from liaison.sheets.body import Body, Section
from liaison.sheets.parts import heading, section
from liaison.sheets.scale import Scale

STEPS = (*((letters, 3) for letters in (999, 200, 150, 110, 80, 70, 60)), (60, 2), (60, 1), (40, 1))
"""What is given up first: letters a text keeps, and lines a section keeps, step by step."""

LAST_STEP = STEPS[-1]

SENTENCE_BEGUN = re.compile(r"(.*[.?!]”?)\s(.*)$")
"""All sentences that are whole, and the one that is not."""

SPACES = re.compile(r"[^\S\u00a0]+")
"""White space, but for the space at which no line may end."""

SCRAP = 24
"""Letters of a sentence that say too little to be worth beginning it: "Their words: “She…"."""


def clipped(text: str, most: int) -> str:
    """The text, cut between words to ``most`` letters, with an ellipsis where it was cut.

    A sentence of which only a scrap would be left is not begun.
    """
    plain = SPACES.sub(" ", text).strip()
    if len(plain) <= most:
        return plain
    kept = plain[: most - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept[most // 2 :] else kept
    begun = SENTENCE_BEGUN.match(whole)
    if begun and len(begun[2]) < SCRAP and len(begun[1]) > most // 2:
        whole = begun[1]
    closing = "”" if whole.count("“") > whole.count("”") else ""
    return whole.rstrip(" ,;:.–-") + "…" + closing


def fitted(body: Body, scale: Scale, room: float) -> Body:
    """The body, its sections shortened until title and sections fit ``room`` points."""
    left = room - tall(heading(scale, body).flow, scale.width)
    heights = Heights(scale)
    sections: list[Section] = []
    for step in STEPS:
        letters, lines = step
        shortest = step == LAST_STEP
        sections = [_brief(each, letters, shortest=shortest) for each in body.sections]
        sections = _fewer(sections, heights, left, lines)
        if heights.of(sections) <= left:
            break
    return replace(body, sections=_from_the_top(sections, heights, left))


class Heights:
    """How tall sections stand. Each is measured once, however often it is asked about."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self.known: dict[Section, float] = {}

    def of(self, sections: list[Section]) -> float:
        for each in sections:
            if each not in self.known:
                drawn = section(self.scale, each).flow
                self.known[each] = tall(drawn, self.scale.width)
        return sum(self.known[each] for each in sections)


def _fewer(sections: list[Section], heights: Heights, room: float, least: int) -> list[Section]:
    """The sections, shortened one line at a time until they fit or nothing can be spared."""
    kept = list(sections)
    while heights.of(kept) > room and (at := _longest(kept, least)) is not None:
        kept[at] = kept[at].shorter()
    return kept


def _longest(sections: list[Section], lines: int) -> int | None:
    """The section with most lines to spare; of two alike, the later."""
    spare = [(len(each.lines) - max(each.least, lines), at) for at, each in enumerate(sections)]
    most, at = max(spare, default=(0, 0))
    return at if most > 0 else None


def _brief(each: Section, letters: int, *, shortest: bool) -> Section:
    most = letters if shortest else max(letters, each.letters)
    lines = tuple(
        replace(line, text=clipped(line.text, most), detail=clipped(line.detail, most))
        for line in each.lines
    )
    return replace(each, lines=lines, least=1 if shortest else each.least)


def _from_the_top(sections: list[Section], heights: Heights, room: float) -> tuple[Section, ...]:
    """As many sections as fit; the last one says how many lines follow in the record."""
    kept = list(sections)
    while kept and heights.of(kept) > room:
        gone = kept.pop()
        if kept:
            kept[-1] = replace(kept[-1], more=kept[-1].more + len(gone.lines) + gone.more)
    return tuple(kept)
