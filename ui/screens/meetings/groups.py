"""Which meetings the list shows, under which headings, and which of them fit the filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from liaison.casework.meetings import (
    MeetingLine,
    meetings_ahead,
    meetings_past,
    to_write_up,
)
from liaison.store.store import Store
from ui.delegates.entries import HeadingRow
from ui.delegates.rows import PaintedRow
from ui.meeting_rows import MeetingRow, in_line, row_of

TODAY, TO_WRITE_UP, COMING, PAST = "today", "write-up", "coming", "past"
AHEAD_DAYS = 120
MOST = 200


@dataclass(frozen=True)
class Grouped:
    """The rows of the list, how many of them are meetings, and their families by id."""

    rows: list[PaintedRow]
    count: int
    families: Mapping[str, str]


def all_meetings(store: Store, today: date) -> dict[str, list[MeetingLine]]:
    """Every meeting the list may show, by its heading."""
    ahead = meetings_ahead(store, today, days=AHEAD_DAYS)
    return {
        TODAY: [each for each in ahead if each.meeting.held_on == today],
        TO_WRITE_UP: to_write_up(store, today, limit=MOST),
        COMING: [each for each in ahead if each.meeting.held_on != today],
        PAST: meetings_past(store, limit=MOST),
    }


def grouped(
    store: Store,
    found: Mapping[str, list[MeetingLine]],
    wanted: Mapping[str, str],
    today: date,
) -> Grouped:
    """The meetings that fit, under their headings; today's own were not written up twice."""
    rows: list[PaintedRow] = []
    families: dict[str, str] = {}
    shown: set[str] = set()
    for group, lines in found.items():
        fits = [
            each
            for each in lines
            if each.id not in shown
            and wanted.get("show", "") in ("", group)
            and wanted.get("kind", "") in ("", each.meeting.kind)
        ]
        shown |= {each.id for each in fits}
        families |= {each.id: each.meeting.family for each in fits}
        if fits:
            rows.append(HeadingRow(heading(group), len(fits)))
            rows += _rows(store, fits, today, with_day=group != TODAY)
    return Grouped(in_line(rows), len(shown), families)


def heading(group: str) -> str:
    """A heading in words."""
    return {
        TODAY: _said("Today"),
        TO_WRITE_UP: _said("To write up"),
        COMING: _said("Coming"),
        PAST: _said("Over"),
    }[group]


def _rows(
    store: Store, lines: list[MeetingLine], today: date, *, with_day: bool
) -> list[MeetingRow]:
    return [row_of(each, store.label, today, with_day=with_day) for each in lines]


def _said(words: str) -> str:
    return QCoreApplication.translate("Meetings", words)
