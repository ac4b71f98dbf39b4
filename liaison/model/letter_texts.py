"""The English a new record's letters are written in, until the school writes its own.

Short sentences and everyday words. No other language is shipped: a translation nobody checked
is worse than none.
"""

from __future__ import annotations

from liaison.model.fields import SETTINGS_STREAM
from liaison.model.letter import ENGLISH, LetterKind, LetterText

DEAR = "Dear {reader},"
CLOSE = """With kind regards,
{officer}
{role}
{school}"""


def _letter(kind: LetterKind, heading: str, text: str) -> LetterText:
    whole = f"{DEAR}\n{text.strip()}\n{CLOSE}"
    return LetterText(
        family=SETTINGS_STREAM, kind=kind, language=ENGLISH, heading=heading, text=whole
    )


def _phrase(name: str, text: str) -> LetterText:
    return LetterText(
        family=SETTINGS_STREAM, kind=LetterKind.PHRASE, language=ENGLISH, name=name, text=text
    )


OURS: tuple[LetterText, ...] = (
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
You can ring us on {school_phone}.
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
You can ring us on {school_phone}.
""",
    ),
    _letter(
        LetterKind.THANKS,
        "Thank you for meeting us",
        """
Thank you for coming to talk about {child} on {day}.
It helped us to hear what you see at home.
We will write again with what we agreed. You can come back to us at any time.
You can ring us on {school_phone}.
""",
    ),
    _letter(
        LetterKind.FOLLOW_UP,
        "We said, you said",
        """
Thank you for meeting us about {child} on {day}. This is what we agreed.
Why we met: {purpose}
{outcome}
You told us: {words}
{child} told us: {child_words}
We said we would: {ours}
You said you would: {yours}
Somebody else will: {others}
How we will know: {known}
{nothing_more}Nothing more needs to be done for now.
What we do not agree on yet: {not_agreed}
We will meet again on {next_day}.
{no_next}We do not need to meet again for now.
Did we get something wrong? Please tell us. You can come back to us at any time.
You can ring us on {school_phone}.
""",
    ),
    _letter(
        LetterKind.MISSED,
        "Sorry we missed you",
        """
We were going to meet about {child} on {day}. We know that things come up.
We would still like to talk with you. Please tell us a day and a time that suit you.
You can ring us on {school_phone}.
We can also ring you, or meet somewhere else.
""",
    ),
    _phrase("Bring somebody", "You can bring a friend or a relative with you."),
    _phrase("Interpreter", "We can ask an interpreter to come. It costs you nothing."),
    _phrase("Little ones", "You can bring your younger children. We have toys and a quiet corner."),
    _phrase("By phone", "We can talk by phone if that is easier for you."),
    _phrase("Good news", "{child} has worked hard, and we wanted you to know."),
    _phrase("Read aloud", "We can read this letter to you on the phone. Please ask us."),
)
"""Each in English."""


def ours(kind: LetterKind, name: str = "") -> LetterText | None:
    """The English text that comes with the program."""
    fits = (each for each in OURS if each.kind is kind and each.name == name)
    return next(fits, None)


def dates_in_english() -> LetterText:
    """What makes a day be written out in English."""
    return LetterText(kind=LetterKind.DATES, language=ENGLISH, text="-")
