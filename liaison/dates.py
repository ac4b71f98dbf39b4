"""Days and times as a school counts and says them. The clock is not asked: today is handed in."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, time, timedelta

from liaison.errors import UnknownValue

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
LONGEST = 40
"""No date is typed with more characters."""

YEAR_GROUPS = ("N1", "N2", "R", *(str(number) for number in range(1, 15)))


def academic_year(day: date) -> int:
    """The year in which the school year of ``day`` began: 2026 for 2026/27, from 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def year_now(group: str, true_in: int | None, today: date) -> str:
    """The year group today of a child who was in ``group`` in academic year ``true_in``.

    Empty when it is not known or the child is past Year 14; a group not in the list stays itself.
    """
    if group not in YEAR_GROUPS or true_in is None:
        return group
    later = YEAR_GROUPS.index(group) + academic_year(today) - true_in
    return YEAR_GROUPS[later] if 0 <= later < len(YEAR_GROUPS) else ""


def year_words(group: str) -> str:
    """``6`` as "Year 6", ``R`` as "Reception", ``N1`` as "Nursery 1"."""
    if group == "R":
        return "Reception"
    if group.startswith("N") and group[1:].isdecimal():
        return f"Nursery {group[1:]}"
    return f"Year {group}" if group.isdecimal() else group


def long_date(day: date) -> str:
    """Thursday 12 March 2026."""
    return f"{WEEKDAYS[day.weekday()].title()} {medium_date(day)}"


def medium_date(day: date) -> str:
    """12 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def short_date(day: date) -> str:
    """12 Mar 2026."""
    return f"{day.day} {MONTHS[day.month - 1].title()[:3]} {day.year}"


def day_in_list(day: date, today: date) -> str:
    """Thu 12 Mar, with the year only when it is another one."""
    shown = f"{WEEKDAYS[day.weekday()].title()[:3]} {short_date(day)}"
    return shown.removesuffix(f" {today.year}")


def clock_words(at: str) -> str:
    """``15:30`` as "3:30pm", ``09:00`` as "9am". Empty stays empty."""
    if not at:
        return ""
    hour, minute = (int(part) for part in at.split(":"))
    half = "am" if hour < 12 else "pm"
    shown = hour % 12 or 12
    return f"{shown}:{minute:02}{half}" if minute else f"{shown}{half}"


def read_clock(text: str) -> str:
    """A time of day as HH:MM, or ``UnknownValue``. Takes 9:05, 09.05, 0905, 9am, 3:30pm."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", text.strip().lower())
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if found[3] == "pm" else 0)
        if hour < 24 and minute < 60 and (found[2] or found[3]):
            return time(hour, minute).strftime("%H:%M")
    sentence = f"“{text}” is not a time of day. Write it like 09:30 or 3:30pm."
    raise UnknownValue(sentence)


def read_date(text: str, today: date, *, ahead: bool = False) -> date:
    """A date as officers type it, day before month, or ``UnknownValue``.

    Takes today, tomorrow, yesterday, a weekday, 3 12, 3/12/26, 3 Dec, 2026-12-03, "in 2 weeks".
    A weekday or a date without a year is the next one when ``ahead``, otherwise the last one.
    """
    typed = " ".join(text[:LONGEST].lower().replace(",", " ").split())
    found = (
        _relative(typed, today)
        or _weekday(typed, today, ahead=ahead)
        or _iso(typed)
        or _british(typed, today, ahead=ahead)
    )
    if found is None:
        sentence = f"“{text}” is not a date. Write it like 3 December 2026, 3/12/26 or friday."
        raise UnknownValue(sentence)
    return found


def _relative(typed: str, today: date) -> date | None:
    named = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
    if typed in named:
        return today + timedelta(days=named[typed])
    found = re.fullmatch(r"in (\d{1,3}|a|one|two|three) (day|week)s?", typed)
    if not found:
        return None
    words = {"a": 1, "one": 1, "two": 2, "three": 3}
    count = words.get(found[1]) or int(found[1])
    return today + timedelta(days=count * (7 if found[2] == "week" else 1))


def _weekday(typed: str, today: date, *, ahead: bool) -> date | None:
    name = typed.removeprefix("next ")
    fits = [n for n, full in enumerate(WEEKDAYS) if len(name) >= 3 and full.startswith(name)]
    if not fits:
        return None
    if ahead:
        return today + timedelta(days=(fits[0] - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - fits[0]) % 7)


def _iso(typed: str) -> date | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed)
    return _real(int(found[1]), int(found[2]), int(found[3])) if found else None


def _british(typed: str, today: date, *, ahead: bool) -> date | None:
    parts = [part for part in re.split(r"[\s/.\-]+", typed) if part]
    if parts and parts[0][:3] in {day[:3] for day in WEEKDAYS}:
        parts = parts[1:]
    if len(parts) not in (2, 3):
        return None
    day = re.sub(r"(?<=\d)(st|nd|rd|th)$", "", parts[0])
    month = _month(parts[1])
    if not day.isdecimal() or month is None:
        return None
    if len(parts) == 3:
        return _with_year(parts[2], month, int(day))
    return _nearest(today, month, int(day), ahead=ahead)


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    fits = [n for n, name in enumerate(MONTHS, 1) if len(text) >= 3 and name.startswith(text)]
    return fits[0] if fits else None


def _with_year(text: str, month: int, day: int) -> date | None:
    if not text.isdecimal() or len(text) not in (2, 4):
        return None
    return _real(int(text) + (2000 if len(text) == 2 else 0), month, day)


def _nearest(today: date, month: int, day: int, *, ahead: bool) -> date | None:
    """The next such day, or the last one; looks far enough to find 29 February."""
    step = 1 if ahead else -1
    for year in range(today.year, today.year + step * 9, step):
        found = _real(year, month, day)
        if found and (found >= today if ahead else found <= today):
            return found
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def school_day_after(start: date, count: int, closed: Collection[date] = ()) -> date:
    """The ``count``-th school day after ``start``: weekdays that are not in ``closed``."""
    day = start
    while count:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in closed:
            count -= 1
    return day
