"""A letter in each language that has a script of its own: kept, checked and printed."""

from __future__ import annotations

import pytest

from liaison.casework.copies import Wish
from liaison.casework.letter_texts import english_of, keep_text
from liaison.casework.letters import LetterWish
from liaison.model.fields import Audience
from liaison.model.letter import LANGUAGES, LetterKind, LetterText, language_spoken
from liaison.model.letter_words import dated
from liaison.sheets.letter import letter_sheet
from liaison.sheets.making import make
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.sheets.accessibility.checking import checked
from tests.sheets.test_scripts import WORDS

NAMES = dict(LANGUAGES)


@pytest.mark.parametrize("lang", WORDS)
def test_a_letter_in_the_language_is_printed_with_the_english_under_it(
    store: Store, make: Make, lang: str
) -> None:
    english = english_of(store, LetterKind.INVITATION)
    text = LetterText(
        kind=LetterKind.INVITATION,
        language=lang,
        heading=f"{WORDS[lang]} {{child}}",
        text="\n".join(f"{WORDS[lang]} {each}" for each in english.text.splitlines()),
        translated_by="Mrs Y Translator",
        checked_by="Mr Z Checker",
        checked_on=TODAY,
    )
    keep_text(store, text, today=TODAY)
    khans = make.family()
    meeting = make.meeting(khans).meeting.id
    made = printed(store, meeting, khans.adults[0].id, lang)
    read = checked(made)
    assert read.faults == []
    assert read.texts("H1") == [f"{WORDS[lang]} Zara"]
    said = read.texts("P")
    assert any(each.startswith(WORDS[lang]) and "23/11/2026" in each for each in said)
    assert any(each.startswith("Dear ") for each in said)
    assert any(each.startswith(f"Put into {NAMES[lang]} by Mrs Y Translator.") for each in said)


def printed(store: Store, meeting: str, reader: str, lang: str) -> bytes:
    sheet = letter_sheet(LetterWish(kind=LetterKind.INVITATION, language=lang))
    at = store.now().astimezone()
    wish = Wish(audience=Audience.FAMILY, reader=reader)
    return make(store, sheet, meeting, wish, today=TODAY, printed_at=at).pdf


def test_days_of_a_language_may_be_parted_by_its_own_commas(store: Store) -> None:
    names = LetterText(
        kind=LetterKind.DATES,
        language="ti",
        text="\n".join(
            (
                "፣".join(f"መዓልቲ{at}" for at in range(7)),
                "፣".join(f"ወርሒ{at}" for at in range(1, 13)),
                "{weekday}፣ {day} {month} {year}",
            )
        ),
        translated_by="Mrs Y Translator",
        checked_by="Mr Z Checker",
        checked_on=TODAY,
    )
    assert dated(TODAY, keep_text(store, names, today=TODAY)) == "መዓልቲ0፣ 23 ወርሒ11 2026"


@pytest.mark.parametrize("lang", ["ti", "am", "ml", "te", "kn", "si", "th", "he", "ka", "hy"])
def test_a_language_somebody_is_said_to_speak_is_one_of_those_of_letters(lang: str) -> None:
    assert language_spoken(f"a little {NAMES[lang].lower()}, English") == lang
