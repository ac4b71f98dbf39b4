"""What stands in the slots of a letter: names, days, what was agreed, as its reader may have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from liaison.dates import clock_words
from liaison.model.agenda import MeetingAction
from liaison.model.copies.meeting_copy import Attendee, MeetingCopy
from liaison.model.follow_up import Side
from liaison.model.letter import ENGLISH, LetterText
from liaison.model.letter_words import Slots, dated
from liaison.model.person import Person
from liaison.model.settings import Settings
from liaison.model.visible import visible
from liaison.model.words import and_list


@dataclass(frozen=True)
class Tongue:
    """The language of a letter, and how days are called in it where that was checked."""

    language: str
    days: LetterText | None

    @property
    def english(self) -> bool:
        """Whether times and lists are written as in English."""
        return self.language == ENGLISH

    def day(self, on: date | None) -> str:
        """A day in words, or nothing."""
        return dated(on, self.days) if on else ""

    def together(self, words: list[str]) -> str:
        """Names in a row; in a home language with commas, since its own "and" is not known."""
        return and_list(words) if self.english else ", ".join(words)


def slots_of_letter(
    copied: MeetingCopy,
    readers: list[Person],
    *,
    settings: Settings,
    label: Callable[[str, str], str],
    tongue: Tongue,
    today: date,
) -> Slots:
    """Every slot there is. What is not known, or not this reader's to read, holds nothing."""
    meeting, actions = copied.meeting.meeting, copied.meeting.actions
    names = [each.letter_name or each.addressed for each in readers]
    here = [each for each in copied.there if each.name and not _is_reader(each, readers)]

    def promised(side: Side) -> tuple[str, ...]:
        found = (each for each in actions if each.side is side)
        return tuple(_promise(each, tongue.day(each.due), readers) for each in found)

    return {
        "reader": tongue.together(names),
        "child": tongue.together(children_of(copied)),
        "school": settings.school,
        "school_phone": settings.phone,
        "officer": settings.officer,
        "role": settings.officer_role,
        "today": tongue.day(today),
        "day": tongue.day(meeting.held_on),
        "time": clock_words(meeting.held_at) if tongue.english else meeting.held_at,
        "place": label("place", meeting.place) if meeting.place else "",
        "purpose": meeting.purpose,
        "people": "; ".join(_with_role(each) for each in here),
        "interpreter": meeting.interpreter,
        "outcome": meeting.outcome,
        "words": _quoted(meeting.words),
        "child_words": _quoted(meeting.child_voice),
        "ours": promised(Side.SCHOOL),
        "yours": promised(Side.FAMILY),
        "others": promised(Side.AGENCY),
        "known": tuple(_known(each) for each in actions if visible(each.known_by)),
        "nothing_more": meeting.no_action and not actions,
        "not_agreed": meeting.disagreement,
        "next_day": tongue.day(meeting.next_on),
        "no_next": meeting.no_next and not meeting.next_on,
    }


def children_of(copied: MeetingCopy) -> list[str]:
    """Whom it is about, of the reader's own children; all of hers where nobody is named."""
    about = {each.person for each in copied.meeting.subjects}
    own = copied.copy.record.children
    return [each.short for each in own if each.id in about] or [each.short for each in own]


def _is_reader(row: Attendee, readers: list[Person]) -> bool:
    return any(row.name in (each.full, each.addressed, each.called) for each in readers)


def _with_role(row: Attendee) -> str:
    return f"{row.name}, {row.role}" if row.role else row.name


def _quoted(words: str) -> str:
    return f"“{words.strip()}”" if visible(words) else ""


def _known(action: MeetingAction) -> str:
    return f"{action.action.strip().rstrip('.')}: {action.known_by.strip()}"


def _promise(action: MeetingAction, due: str, readers: list[Person]) -> str:
    """Who does it is named, unless it is the only reader: she is "you"."""
    said = action.action.strip().rstrip(".")
    hers = len(readers) == 1 and action.owner in (readers[0].full, readers[0].addressed)
    who = f" ({action.owner})" if action.owner and not hers else ""
    return f"{said}{who}: {due}" if due else f"{said}{who}"
