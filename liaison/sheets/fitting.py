"""Making a body fit the one page it promised: cut from the end of sections, and say how much."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable

from liaison.sheets.body import Body, Line, Section
from liaison.sheets.parts import Scale, heading, section

SHORT = 60
"""Letters a detail keeps when even the least of every section is too much."""


def clipped(text: str, most: int) -> str:
    """The text, cut between words to ``most`` letters, with an ellipsis where it was cut."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    kept = plain[: most - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept[most // 2 :] else kept
    return whole.rstrip(" ,;:.–-") + "…"


def fitted(body: Body, scale: Scale, room: float) -> Body:
    """The body, its sections shortened until title and sections fit ``room`` points."""
    left = room - height_of(heading(scale, body), scale.width)
    sections = [each for each in body.sections if each.lines]
    while _heights(sections, scale) > left and (at := _longest(sections)) is not None:
        sections[at] = sections[at].shorter()
    if _heights(sections, scale) > left:
        sections = [_brief(each) for each in sections]
    return replace(body, sections=_from_the_top(sections, scale, left))


def _longest(sections: list[Section]) -> int | None:
    """The section with most lines to spare; of two alike, the later."""
    spare = [(len(each.lines) - each.least, at) for at, each in enumerate(sections)]
    most, at = max(spare, default=(0, 0))
    return at if most > 0 else None


def _brief(each: Section) -> Section:
    lines = tuple(
        Line(
            lead=clipped(line.lead, SHORT // 2),
            text=clipped(line.text, SHORT),
            detail=clipped(line.detail, SHORT),
            box=line.box,
        )
        for line in each.lines
    )
    return replace(each, lines=lines)


def _from_the_top(sections: list[Section], scale: Scale, room: float) -> tuple[Section, ...]:
    """As many sections as fit; the last one says how many lines follow in the record."""
    kept = list(sections)
    gone = 0
    while kept and _heights(kept, scale) > room:
        last = kept.pop()
        gone += len(last.lines) + last.more
        if kept:
            kept[-1] = replace(kept[-1], more=kept[-1].more + len(last.lines) + last.more)
    return tuple(kept)


def _heights(sections: list[Section], scale: Scale) -> float:
    return sum(height_of(section(scale, each), scale.width) for each in sections)


def height_of(parts: list[Flowable], width: float) -> float:
    """How tall the parts stand one under another, in points."""
    return float(sum(each.wrap(width, 10_000)[1] for each in parts))
