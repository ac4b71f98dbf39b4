"""What stands on a sheet before anybody thinks of paper: sections of lines, in plain text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liaison.model.visible import visible

NOT_THE_FILE = "This is not the child protection file."
PRIVATE = "Private and confidential"
ENGLISH = "en-GB"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing said: ``lead`` stands out, ``detail`` goes under it; ``box`` can be ticked by hand.

    ``large`` sets the lead in letters to be copied one by one. ``ticked`` draws a tick in the box.
    ``lang`` is the language of the words where it is another than the sheet's, as in "cy"; ``link``
    is where they lead when the page is read on a screen. ``room`` is how many lines to write on
    are left under it.
    """

    lead: str = ""
    text: str = ""
    detail: str = ""
    box: bool = False
    ticked: bool = False
    large: bool = False
    lang: str = ""
    link: str = ""
    room: int = 0


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under headings, each named by its first cell. ``widths`` are shares of the page.

    Where the print is too large for so many columns, every row is set as lines under its name.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """Lines under one heading. ``more`` says how many others are in the record.

    ``columns`` sets the leads in a column of their own. A sheet that must fit one page takes lines
    from the end, never below ``least``, and from its texts, not below ``letters`` at first. A
    ``table`` follows the lines. With no heading the lines stand across the whole page, as in a
    letter. ``lang`` is as for a line.
    """

    heading: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    lang: str = ""
    more: int = 0
    least: int = 1
    letters: int = 0
    columns: bool = False

    def shorter(self) -> Section:
        """The same without its last line, which is counted instead."""
        return replace(self, lines=self.lines[:-1], more=self.more + 1)


@dataclass(frozen=True, kw_only=True)
class Body:
    """One sheet's content: what goes to the table, and what stays off it on a page of its own.

    ``one_page`` promises that ``sections`` fit one page at 12 pt. ``aside`` is never cut.
    ``lang`` is the language it is read aloud in.
    """

    title: str
    under: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    aside_title: str = ""
    aside: tuple[Section, ...] = ()
    one_page: bool = False
    lang: str = ENGLISH


@dataclass(frozen=True, kw_only=True)
class Footer:
    """What every page carries besides its number: whose copy it is, who printed it and when."""

    title: str
    copy: str
    notice: str = ""
    marking: str = ""


def titled(body: Body, footer: Footer) -> Body:
    """The sheet with a title that can be seen: its own, or else what such a sheet is called."""
    return body if visible(body.title) else replace(body, title=footer.title)
