"""The parts a sheet is drawn from, at one scale: title, section, line. Left aligned, spaced 1.5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from liaison.sheets.beside import TICKED, TO_TICK, Beside, Boxed, Grid, Rule, tall
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.elements import Element
from liaison.sheets.fonts import PLAIN, face, joined, printable, width_of
from liaison.sheets.room import SPACE, Room
from liaison.sheets.scale import Said, Scale
from liaison.sheets.words import Tagged

SIDE = 98.0
GUTTER = 12.0
LARGE = 1.5

NARROWEST = 6
"""Letters of the widest kind that the column of a table has room for at least."""

TO_FILL_IN = 3
"""How tall a row with nothing in it is, in letters, so that it can be written in."""

TO_FILL = 20 * "_"
NUMBER = re.compile(r"\d+\.(\s|$)")
"""The lead of the lines of a list that is counted."""

BLANK = re.compile(r"_{4,}")
TO_WRITE = "(space to write)"
"""A line to write on, and what is read for it."""


@dataclass(frozen=True)
class Part:
    """What is laid out on the page, and what it is when it is read aloud."""

    element: Element
    flow: list[Flowable]


def heading(scale: Scale, body: Body) -> Part:
    """The title, and what the copy is."""
    face(PLAIN)
    root = Element("Sect")
    title = scale.paragraph(scale.runs(body.title, bold=True), times=1.8)
    flow: list[Flowable] = [Tagged(root.add("H1"), title)]
    flow += [Tagged(root.add("P"), scale.paragraph(scale.runs(text))) for text in body.under]
    flow.append(Spacer(0, 6 * scale.unit))
    return Part(root, flow)


def section(scale: Scale, each: Section, *, beside: bool = True) -> Part:
    """A section's heading and lines: side by side in small print, one after another in large.

    What was made to be measured is what is drawn, once it is ``taken``.
    """
    if (each, beside) not in scale.known:
        abreast = beside and scale.beside and printable(each.heading) and not each.table
        make = _side_by_side if abreast else _one_by_one
        scale.known[each, beside] = make(scale, each, Element("Sect", lang=each.lang))
    part: Part = scale.known[each, beside]
    return part


def taken(scale: Scale, each: Section, *, beside: bool = True) -> Part:
    """The section to be drawn. Another that says the same is made anew."""
    part = section(scale, each, beside=beside)
    del scale.known[each, beside]
    return part


def _one_by_one(scale: Scale, each: Section, root: Element) -> Part:
    head: list[Flowable] = []
    if text := scale.runs(each.heading, bold=True, lang=each.lang):
        said = scale.paragraph(text, times=1.15, spaceBefore=5, spaceAfter=4, lang=each.lang)
        head = [Rule(scale.width), Tagged(root.add("H2"), said)]
    flow = [*_stacked(scale, each, root), *_table(scale, each.table, root)]
    flow += _more(scale, each, root)
    start = [_together(scale, head, flow)] if head and flow else []
    return Part(root, [*start, *head, *flow, Spacer(0, 7 * scale.unit)])


def _together(scale: Scale, first: Sequence[Flowable], then: Sequence[Flowable]) -> Flowable:
    """Begins a page where there is no room for the first and for the beginning of what follows.

    Such as for a heading, which never stands alone at the foot of a page.
    """
    return CondPageBreak(tall(first, scale.width) + scale.size + _beginning(scale, then))


def _beginning(scale: Scale, flow: Sequence[Flowable]) -> float:
    """How tall the least is that begins it: two lines, a row, or a little room to write."""
    two_lines = 3 * scale.size
    so_far = 0.0
    for part in flow:
        if isinstance(part, Grid | Room):
            return so_far + part.begins
        if isinstance(part, CondPageBreak):
            return so_far + float(part.height)
        high = tall([part], scale.width)
        if high >= two_lines:
            return so_far + two_lines
        so_far += high
        if so_far >= two_lines:
            return so_far
    return so_far


def _side_by_side(scale: Scale, each: Section, root: Element) -> Part:
    head = scale.shared(
        scale.runs(each.heading, bold=True, lang=each.lang), rightIndent=GUTTER, lang=each.lang
    )
    left = [Tagged(root.add("H2"), head)]
    said: list[Flowable] = []
    if each.columns:
        said += _columns(scale, each, root)
    else:
        for line, element in placed(each, root):
            said += _whole(scale, line, element, run_on=True)
    said += _more(scale, each, root)
    side = SIDE + GUTTER
    return Part(root, [Beside([(left, side), (said, scale.width - side)], ruled=True)])


def _columns(scale: Scale, each: Section, root: Element) -> list[Flowable]:
    """Leads in a column of their own, wide enough for the widest, within reason."""
    widest = max((width_of(line.lead, scale.size, bold=True) for line in each.lines), default=0)
    width = scale.width - SIDE - GUTTER
    first = min(widest + GUTTER, width * 0.42)
    every = root.add("L")
    every.counted = all(NUMBER.match(line.lead) for line in each.lines)
    rows: list[Flowable] = []
    for line in each.lines:
        item = every.add("LI", lang=line.lang)
        lang = line.lang or each.lang
        named = scale.runs(line.lead, bold=True, lang=lang)
        lead = scale.shared(named, rightIndent=GUTTER / 2, lang=lang)
        left = [Tagged(item.add("Lbl"), lead)] if line.lead else []
        said = joined(*(scale.runs(text, lang=lang) for text in (line.text, line.detail)))
        text = scale.shared(said, lang=lang)
        right = [_tagged(item.add("LBody"), text, link=line.link)]
        rows.append(Beside([(left, first), (right, width - first)]))
    return rows


def placed(each: Section, root: Element) -> Iterator[tuple[Line, Element]]:
    """Each line that says something, and where it belongs: to a list, as one of several, or not."""
    lines = [line for line in each.lines if line.lead or line.text or line.detail or line.room]
    lines = [replace(line, lang=line.lang or each.lang) for line in lines] if each.lang else lines
    for listed, group in groupby(lines, key=_listed):
        together = list(group)
        if not listed or (len(together) == 1 and not together[0].box):
            yield from ((line, root) for line in together)
            continue
        every = root.add("L")
        every.counted = all(NUMBER.match(line.lead) for line in together)
        for line in together:
            yield line, every.add("LI", lang=line.lang)


def _listed(line: Line) -> bool:
    return bool(line.lead or line.box)


def _whole(scale: Scale, line: Line, element: Element, *, run_on: bool = False) -> list[Flowable]:
    """A line whose lead runs into its text, and its detail too where room is short."""
    lead = scale.runs(line.lead, bold=True, lang=line.lang)
    text, detail = (scale.runs(each, lang=line.lang) for each in (line.text, line.detail))
    both = (joined(lead, text, detail),) if run_on else (joined(lead, text), detail)
    texts = [each for each in both if each]
    made = scale.shared if run_on else scale.paragraph
    said = [
        made(
            each,
            times=LARGE if line.large else 1.0,
            leftIndent=scale.size * 1.5 if line.box else 0,
            lang=line.lang,
        )
        for each in texts
    ]
    box = element.add("Lbl").add("Figure", alt=_box(line)) if line.box else None
    places = _places(element, len(said), line)
    flow = [_tagged(place, each, link=line.link) for place, each in zip(places, said, strict=True)]
    if line.room:
        body = element
        if element.role == "LI":
            body = places[-1] if places else element.add("LBody")
        flow.append(Room(body.add("Figure", alt=SPACE), line.room, scale.size))
    start = [_together(scale, said[:1], said[1:])] if len(said) > 1 else []
    return [*start, Boxed(box, flow, scale.size)] if box else [*start, *flow]


def _box(line: Line) -> str:
    return TICKED if line.ticked else TO_TICK


def _places(element: Element, count: int, line: Line) -> list[Element]:
    """Where a line's paragraphs belong: in the body of an item, or each by itself."""
    if element.role != "LI":
        return [element.add("P", lang=line.lang) for _ in range(count)]
    if not count:
        return []
    body = element.add("LBody")
    return [body] if count == 1 else [body.add("P") for _ in range(count)]


def _tagged(element: Element, said: Said, *, link: str = "") -> Flowable:
    """The paragraph as the element, or as a link in it; a line to write on is said to be one."""
    if BLANK.search(said.whole):
        element.aloud = BLANK.sub(TO_WRITE, said.whole)
    if link:
        element = element.add("Link")
        element.url = link
    return Tagged(element, said)


def _stacked(scale: Scale, each: Section, root: Element) -> Iterator[Flowable]:
    for line, element in placed(each, root):
        named = replace(line, lead=f"{line.lead}.") if each.columns and line.lead else line
        yield from _whole(scale, named, element)
        yield Spacer(0, 3 * scale.unit)


def _more(scale: Scale, each: Section, root: Element) -> list[Flowable]:
    if not each.more:
        return []
    text = f"and {each.more} more in the record"
    return [Tagged(root.add("P"), scale.shared(scale.runs(text)))]


def _table(scale: Scale, table: Table | None, root: Element) -> Iterator[Flowable]:
    """The table, or its rows as lines where its columns would be too narrow to read."""
    if not table:
        return
    if scale.width < len(table.columns) * NARROWEST * scale.size:
        lines = tuple(
            line
            for at, row in enumerate(table.rows, 1)
            for line in _as_lines(table.columns, row, at)
        )
        yield from _stacked(scale, Section(heading="", lines=lines), root)
        return
    shares = table.widths or [
        _widest(scale, column) for column in zip(table.columns, *table.rows, strict=True)
    ]
    widths = [scale.width * share / sum(shares) for share in shares]
    element = root.add("Table")
    head = _row(scale, table.columns, widths, element.add("TR"), head=True)
    rows = [_row(scale, row, widths, element.add("TR")) for row in table.rows]
    yield Grid(head, rows, closed=any(not any(row) for row in table.rows))


def _widest(scale: Scale, cells: Sequence[str]) -> float:
    """How wide a column would like to be, within reason."""
    widest = max(width_of(cell, scale.size, bold=True) for cell in cells) + GUTTER
    return min(max(widest, NARROWEST * scale.size), scale.width / 2)


def _as_lines(columns: Sequence[str], row: Sequence[str], number: int) -> Iterator[Line]:
    """A row as a line that says what each cell is; an empty one as lines to write on."""
    if not any(row):
        for at, column in enumerate(columns):
            yield Line(lead="" if at else f"{number}.", text=f"{column}: {TO_FILL}")
        return
    named = zip(columns[1:], row[1:], strict=True)
    said = [_ended(f"{column}: {cell}") for column, cell in named if cell]
    yield Line(lead=_ended(row[0]), text=" ".join(said))


def _ended(said: str) -> str:
    """With a full stop, where it has no end of its own."""
    return said if said.rstrip("”)").endswith((".", "?", "!", "…")) else f"{said}."


def _row(
    scale: Scale, cells: Sequence[str], widths: Sequence[float], row: Element, *, head: bool = False
) -> Beside:
    columns: list[tuple[list[Flowable], float]] = []
    for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        scope = "Column" if head else "Row" if at == 0 else ""
        element = row.add("TH" if scope else "TD", scope=scope)
        said = scale.shared(scale.runs(cell, bold=bool(scope)), rightIndent=GUTTER / 2)
        columns.append(([Tagged(element, said, repeats=head)], width))
    if not any(cells[1:]):
        columns[-1][0].append(Spacer(0, TO_FILL_IN * scale.size))
    return Beside(columns, ruled=True)
