"""A sheet as plain text, in the order it is read: for a screen reader, and for whoever wants it."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.sheets.body import Body, Footer, Line, Section, Table, titled

TO_TICK, TICKED = "[ ]", "[x]"


def text_of(body: Body, footer: Footer | None = None) -> str:
    """Everything that stands on the page, one thing said on each line."""
    return "\n".join(_lines(body, footer)).strip()


def _lines(body: Body, footer: Footer | None) -> Iterator[str]:
    if footer and footer.marking:
        yield footer.marking
    yield titled(body, footer).title if footer else body.title
    yield from body.under
    for section in body.sections:
        yield from _section(section)
    if body.aside:
        yield from ("", body.aside_title)
        for section in body.aside:
            yield from _section(section)
    if footer:
        yield from ("", f"{footer.title}. {footer.notice}".strip(), footer.copy)


def _section(section: Section) -> Iterator[str]:
    yield ""
    if section.heading:
        yield section.heading
    yield from map(_line, section.lines)
    if section.table:
        yield from _rows(section.table)
    if section.more:
        yield f"and {section.more} more in the record"


def _line(line: Line) -> str:
    box = (TICKED if line.ticked else TO_TICK) if line.box else ""
    room = "(space to write)" if line.room else ""
    return " ".join(filter(None, (box, line.lead, line.text, line.detail, room)))


def _rows(table: Table) -> Iterator[str]:
    """Every row with the names of its columns, so that it can be read alone."""
    for row in table.rows:
        named = (f"{head}: {cell}" for head, cell in zip(table.columns, row, strict=True) if cell)
        yield "; ".join(named)
