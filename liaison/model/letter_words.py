"""The words of a letter: slots filled, days written out, and what is wrong with a translation."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from liaison.dates import long_date
from liaison.model.letter import ENGLISH, LetterKind, LetterText
from liaison.model.visible import visible

SLOT = re.compile(r"\{(\w+)\}")
ALWAYS = frozenset({"reader", "child", "school", "school_phone", "officer", "role", "today"})
OF_MEETING = ALWAYS | {"day", "time", "place", "purpose", "people", "interpreter"}
AFTERWARDS = OF_MEETING | {
    *("outcome", "words", "child_words", "ours", "yours", "others", "known", "nothing_more"),
    *("not_agreed", "next_day", "no_next"),
}
SLOTS: Mapping[LetterKind, frozenset[str]] = {
    LetterKind.INVITATION: OF_MEETING,
    LetterKind.CHANGED: OF_MEETING,
    LetterKind.THANKS: AFTERWARDS,
    LetterKind.FOLLOW_UP: AFTERWARDS,
    LetterKind.MISSED: AFTERWARDS,
    LetterKind.PHRASE: ALWAYS,
    LetterKind.DATES: frozenset({"weekday", "day", "month", "year"}),
}
DAYS, MONTHS = 7, 12

Slot = str | tuple[str, ...] | bool
Slots = Mapping[str, Slot]
"""What stands in each slot: words, or lines of which each becomes one of its own.

One that is true or not says nothing itself: its paragraph is there while it is true.
"""


def slots_of(text: LetterText) -> frozenset[str]:
    """The slots a text has, in its heading and its words."""
    return frozenset(SLOT.findall(f"{text.heading}\n{text.text}"))


def mark_of(text: LetterText) -> str:
    """A mark of the words, by which it is seen that they were changed since."""
    return hashlib.sha256(f"{text.heading}\n{text.text}".encode()).hexdigest()[:16]


def text_problems(text: LetterText, english: LetterText | None) -> dict[str, str]:
    """What is wrong with a text: field to a sentence. ``english`` is what it translates."""
    if text.kind is LetterKind.DATES:
        return _dates_problems(text)
    unknown = sorted(slots_of(text) - SLOTS[text.kind])
    if unknown:
        offered = ", ".join(f"{{{each}}}" for each in sorted(SLOTS[text.kind]))
        return {"text": f"There is no {{{unknown[0]}}} in this letter. There are: {offered}."}
    if SLOT.sub("", text.text).count("{") or SLOT.sub("", text.text).count("}"):
        return {"text": "A bracket { or } stands alone. Write each slot whole, as {child}."}
    missing = sorted(slots_of(english) - slots_of(text)) if english else []
    if missing:
        return {"text": f"The English says {{{missing[0]}}}; this text does not."}
    return {}


def why_not_printed(text: LetterText | None, english: LetterText, language: str) -> str:
    """Why a translation cannot be printed, in a sentence; nothing when it can."""
    what = f"“{english.name or english.kind.label}” in {language}"
    if text is None:
        return f"There is no text for {what} yet. Settings, Letters has room for one."
    if not text.translated_by or not text.checked_by or text.checked_on is None:
        return f"{what} is not checked yet: say who translated it, who checked it, and when."
    if text.checked_english != mark_of(english):
        return f"The English of {what} was changed after it was checked. Have it checked again."
    return ""


@dataclass(frozen=True)
class Said:
    """One paragraph of a letter, or one of several things listed under the one before."""

    words: str
    listed: bool = False


def filled(text: str, slots: Slots) -> tuple[Said, ...]:
    """The paragraphs, with names and days in them.

    One that shows nothing is left out, and one whose slot holds nothing. A slot that holds lines
    ends its paragraph: they are listed under it.
    """
    found: list[Said] = []
    for paragraph in filter(visible, (each.strip() for each in text.splitlines())):
        names = SLOT.findall(paragraph)
        if any(not slots.get(name) for name in names):
            continue
        lines = [line for name in names for line in _lines(slots[name])]
        words = _put(paragraph, {name: slots[name] for name in names})
        found += [Said(words)] if visible(words) else []
        found += [Said(line, listed=True) for line in lines]
    return tuple(found)


def _lines(value: Slot) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def dated(day: date, words: LetterText | None) -> str:
    """Thursday 12 March 2026; in a home language as its own days and months are called.

    In another language without such names the day is written in figures, 12/03/2026.
    """
    if words is None:
        return f"{day:%d/%m/%Y}"
    if words.language == ENGLISH:
        return long_date(day)
    days, months, pattern = _date_lines(words)
    parts = {
        "weekday": days[day.weekday()],
        "day": str(day.day),
        "month": months[day.month - 1],
        "year": str(day.year),
    }
    return _put(pattern, parts)


def _put(paragraph: str, slots: Slots) -> str:
    def words(found: re.Match[str]) -> str:
        value = slots[found[1]]
        return value if isinstance(value, str) else ""

    return SLOT.sub(words, paragraph).strip()


def _date_lines(text: LetterText) -> tuple[list[str], list[str], str]:
    """Its three lines: days from Monday, months from January, and how a date is put together."""
    lines = [each.strip() for each in text.text.splitlines() if each.strip()]
    days, months = ([part.strip() for part in _commas(each)] for each in [*lines, "", ""][:2])
    return days, months, lines[2] if len(lines) > 2 else ""


def _commas(line: str) -> list[str]:
    return re.split("[,،፣;]", line)


def _dates_problems(text: LetterText) -> dict[str, str]:
    days, months, pattern = _date_lines(text)
    if len(list(filter(None, days))) != DAYS or len(days) != DAYS:
        return {"text": "Write the seven days in the first line, from Monday, with commas."}
    if len(list(filter(None, months))) != MONTHS or len(months) != MONTHS:
        return {"text": "Write the twelve months in the second line, with commas."}
    if set(SLOT.findall(pattern)) != SLOTS[LetterKind.DATES]:
        return {
            "text": "Write how a date is said in the third line: {weekday} {day} {month} {year}"
        }
    return {}
