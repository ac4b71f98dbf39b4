"""The English our letters had before: translations that were checked against it stay good.

A letter in a home language goes out with the English its translation was checked against, so
that both say the same.
"""

from __future__ import annotations

from liaison.model.letter import ENGLISH, LetterKind, LetterText
from liaison.model.letter_words import mark_of

DEAR = "Dear {reader},"
CLOSE = """With kind regards,
{officer}
{role}
{school}"""


def _letter(kind: LetterKind, heading: str, text: str) -> LetterText:
    whole = f"{DEAR}\n{text.strip()}\n{CLOSE}"
    return LetterText(kind=kind, language=ENGLISH, heading=heading, text=whole)


EARLIER: tuple[LetterText, ...] = (
    _letter(
        LetterKind.INVITATION,
        "Can we meet about {child}?",
        """
We would like to talk with you about {child}.
What it is about: {purpose}
Day: {day}
Time: {time}
Place: {place}
Who will be there: {people}
An interpreter will help us: {interpreter}
Does another day, time or place suit you better? Please tell us. We will work round you.
You can bring somebody with you.
""",
    ),
    _letter(
        LetterKind.CHANGED,
        "Our meeting has a new day",
        """
We have moved our meeting about {child}. We are sorry if this makes things harder for you.
The new day: {day}
The new time: {time}
Place: {place}
Please tell us if this does not suit you. We will find another time.
""",
    ),
    _letter(
        LetterKind.THANKS,
        "Thank you for meeting us",
        """
Thank you for coming to talk about {child} on {day}.
It helped us to hear what you see at home.
We will write again with what we agreed. You can come back to us at any time.
""",
    ),
    _letter(
        LetterKind.FOLLOW_UP,
        "We said, you said",
        """
Thank you for meeting us about {child} on {day}. This is what we agreed.
{outcome}
We said we would: {ours}
You said you would: {yours}
Somebody else will: {others}
We will meet again on {next_day}.
Did we get something wrong? Please tell us. You can come back to us at any time.
""",
    ),
    _letter(
        LetterKind.MISSED,
        "Sorry we missed you",
        """
We were going to meet about {child} on {day}. We know that things come up.
We would still like to talk with you. Please tell us a day and a time that suit you.
We can also ring you, or meet somewhere else.
""",
    ),
)
"""Shipped once and never edited: each is known by the mark of its words."""


def earlier_english(kind: LetterKind, mark: str) -> LetterText | None:
    """Our English of before that has this mark."""
    fits = (each for each in EARLIER if each.kind is kind and mark_of(each) == mark)
    return next(fits, None)
