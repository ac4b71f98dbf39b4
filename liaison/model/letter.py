"""Letters the school writes, in English and in home languages: their words, with room for names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import STAFF, Entry, Listed, field

ENGLISH = "en-GB"


class LetterKind(Listed):
    """What a text is for. The last two are no letters, but belong into them."""

    INVITATION = "invitation", "Invitation to a meeting"
    CHANGED = "changed", "The meeting has another day"
    THANKS = "thanks", "Thank you for coming"
    FOLLOW_UP = "follow_up", "We said, you said"
    MISSED = "missed", "Sorry you could not come"
    PHRASE = "phrase", "Phrase for a letter"
    DATES = "dates", "Names of days and months"


LETTERS = tuple(each for each in LetterKind if each not in (LetterKind.PHRASE, LetterKind.DATES))

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("sq", "Albanian"), ("am", "Amharic"), ("ar", "Arabic"), ("hy", "Armenian"), ("bn", "Bengali"),
    ("bs", "Bosnian"), ("bg", "Bulgarian"), ("hr", "Croatian"), ("cs", "Czech"), ("prs", "Dari"),
    ("nl", "Dutch"), ("et", "Estonian"), ("fa", "Farsi (Persian)"), ("fi", "Finnish"),
    ("fr", "French"), ("ka", "Georgian"), ("de", "German"), ("el", "Greek"), ("gu", "Gujarati"),
    ("ha", "Hausa"), ("he", "Hebrew"), ("hi", "Hindi"), ("hu", "Hungarian"), ("ig", "Igbo"),
    ("it", "Italian"), ("kn", "Kannada"), ("kmr", "Kurdish (Kurmanji)"),
    ("ckb", "Kurdish (Sorani)"), ("lv", "Latvian"), ("lt", "Lithuanian"), ("ml", "Malayalam"),
    ("ne", "Nepali"), ("ps", "Pashto"), ("pl", "Polish"), ("pt", "Portuguese"), ("pa", "Punjabi"),
    ("rom", "Romani"), ("ro", "Romanian"), ("ru", "Russian"), ("sr", "Serbian"), ("si", "Sinhala"),
    ("sk", "Slovak"), ("sl", "Slovenian"), ("so", "Somali"), ("es", "Spanish"), ("sw", "Swahili"),
    ("syl", "Sylheti"), ("tl", "Tagalog"), ("ta", "Tamil"), ("te", "Telugu"), ("th", "Thai"),
    ("ti", "Tigrinya"), ("tr", "Turkish"), ("tw", "Twi"), ("uk", "Ukrainian"), ("ur", "Urdu"),
    ("vi", "Vietnamese"), ("cy", "Welsh"), ("yi", "Yiddish"), ("yo", "Yoruba"),
)  # fmt: skip
"""Languages whose letters can be set here: the code a reader of pages knows, and the name."""


@dataclass(frozen=True, kw_only=True)
class LetterText(Entry):
    """The words of one kind of letter, or of one phrase, in one language.

    Names, days and times stand in it as {reader}, {child}, {day}. ``name`` tells phrases apart.
    A translation prints only with the names of who translated and who checked it, and when;
    ``checked_english`` is a mark of the English it was checked against.
    """

    table: ClassVar[str] = "letter_text"
    title: ClassVar[str] = "Text for letters"

    kind: Annotated[LetterKind, field("Kind", audience=STAFF)]
    language: Annotated[str, field("Language", required=True, audience=STAFF)]
    name: Annotated[str, field("Name of the phrase", audience=STAFF)] = ""
    heading: Annotated[str, field("Heading", audience=STAFF)] = ""
    text: Annotated[str, field("Text", lines=12, required=True, audience=STAFF)]
    translated_by: Annotated[str, field("Translated by", audience=STAFF)] = ""
    checked_by: Annotated[str, field("Checked by", audience=STAFF)] = ""
    checked_on: Annotated[date | None, field("Checked on")] = None
    checked_english: Annotated[
        str, field("English it was checked against", listed=False, audience=STAFF)
    ] = ""

    @property
    def foreign(self) -> bool:
        """Whether it is a translation."""
        return self.language != ENGLISH


def language_name(code: str) -> str:
    """A language's name in English; an unknown code shows itself."""
    return "English" if code == ENGLISH else dict(LANGUAGES).get(code, code)


def language_spoken(languages: str) -> str:
    """The first language of letters somebody is said to speak, or English: "Urdu, English"."""
    said = languages.casefold()
    found = [(said.find(_plain(name)), code) for code, name in LANGUAGES if _plain(name) in said]
    return min(found)[1] if found else ENGLISH


def _plain(name: str) -> str:
    return name.partition(" (")[0].casefold()
