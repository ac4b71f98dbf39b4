"""The school's texts for letters: ours until it writes its own, and translations once checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from liaison.errors import CannotPrint, NotReady
from liaison.model.earlier_letters import earlier_english
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.letter import ENGLISH, LetterKind, LetterText, language_name
from liaison.model.letter_texts import OURS, dates_in_english, ours
from liaison.model.letter_words import mark_of, text_problems, why_not_printed
from liaison.model.visible import visible
from liaison.store.store import Store

UNSEEN_HEADING = "Nothing of this heading can be seen. Write it anew, or leave it empty."
OF_BEFORE = (
    "“{0}” in {1} was checked against our English of before, and goes out with that. What was "
    "added since, such as the school’s phone, is in it once it is checked again."
)
NAMED = "Say who translated it, and who checked it."


@dataclass(frozen=True)
class TextLine:
    """One text in a list: its words, if there are any, and why it cannot be printed yet."""

    kind: LetterKind
    name: str
    text: LetterText | None
    missing: str = ""
    older: str = ""
    """What to know of one that prints, but was checked against our English of before."""


def text_in(store: Store, kind: LetterKind, language: str, name: str = "") -> LetterText | None:
    """The text of this kind in this language; ours where the school has no English of its own."""
    own = store.first(
        LetterText,
        "kind = :kind AND language = :language AND coalesce(name, '') = :name",
        kind=kind.value,
        language=language,
        name=name,
    )
    return own or (_ours(kind, name) if language == ENGLISH else None)


def english_of(store: Store, kind: LetterKind, name: str = "") -> LetterText:
    """The English a letter is made from. ``CannotPrint`` when there is no such phrase any more."""
    found = text_in(store, kind, ENGLISH, name)
    if found is None:
        raise CannotPrint(f"There is no phrase called “{name}”.")
    return found


def phrase_names(store: Store) -> tuple[str, ...]:
    """Every phrase there is, ours first, then those the school added."""
    own = store.find(LetterText, "kind = 'phrase' AND language = :english", english=ENGLISH)
    names = [each.name for each in (*OURS, *own) if each.kind is LetterKind.PHRASE]
    return tuple(dict.fromkeys(names))


def texts_in(store: Store, language: str) -> list[TextLine]:
    """Every letter, the names of days, and every phrase, with its text in this language."""
    kinds = [(each, "") for each in LetterKind if each is not LetterKind.PHRASE]
    if language == ENGLISH:
        kinds = [pair for pair in kinds if pair[0] is not LetterKind.DATES]
    named = [*kinds, *((LetterKind.PHRASE, name) for name in phrase_names(store))]
    return [_line(store, kind, language, name) for kind, name in named]


def keep_text(store: Store, text: LetterText, *, today: date) -> LetterText:
    """Keep a text. A translation that names who checked it is checked against today's English.

    ``NotReady`` when a slot is missing or unknown, and when a check is only half said.
    """
    english = None
    if text.foreign and text.kind is not LetterKind.DATES:
        english = english_of(store, text.kind, text.name)
    found = text_problems(text, english) | _half_checked(text, today)
    if text.kind is LetterKind.PHRASE and not visible(text.name):
        found["name"] = "Give the phrase a short name."
    if text.heading and not visible(text.heading):
        found["heading"] = UNSEEN_HEADING
    if found:
        raise NotReady(found)
    checked = _is_checked(text)
    known = text_in(store, text.kind, text.language, text.name)
    kept = replace(
        text,
        family=SETTINGS_STREAM,
        checked_english=(mark_of(english) if english else "-") if checked else "",
        id=text.id or (known.id if known else ""),
        version=text.version or (known.version if known else ""),
    )
    with store.saving() as saving:
        return saving.change(kept) if kept.version else saving.add(kept)


def checked_text(store: Store, kind: LetterKind, language: str, name: str = "") -> LetterText:
    """The translation to print. ``CannotPrint`` while nobody checked it."""
    found = text_in(store, kind, language, name)
    english = english_checked(store, found) if found else english_of(store, kind, name)
    if said := why_not_printed(found, english, language_name(language)):
        raise CannotPrint(said)
    return found or english


def english_checked(store: Store, text: LetterText) -> LetterText:
    """The English that goes out with a translation: today's, or ours of before it was checked on.

    What the school wrote in English itself has no before: once it is changed, its translations
    are to be checked again.
    """
    english = english_of(store, text.kind, text.name)
    before = None if english.version else earlier_english(text.kind, text.checked_english)
    return before or english


def of_before(store: Store, text: LetterText) -> str:
    """A sentence where a translation goes out with our English of before; else nothing."""
    if english_checked(store, text) == english_of(store, text.kind, text.name):
        return ""
    return OF_BEFORE.format(text.kind.label, language_name(text.language))


def date_names(store: Store, language: str) -> LetterText | None:
    """How days are called in this language, once somebody checked it; else nothing."""
    if language == ENGLISH:
        return dates_in_english()
    found = text_in(store, LetterKind.DATES, language)
    return found if found and _is_checked(found) else None


def languages_ready(store: Store, kind: LetterKind) -> tuple[str, ...]:
    """The languages this letter can be printed in, English first."""
    found = store.find(LetterText, "kind = :kind", order="language", kind=kind.value)
    ready = [
        each.language
        for each in found
        if each.foreign and not why_not_printed(each, english_checked(store, each), each.language)
    ]
    return (ENGLISH, *ready)


def _line(store: Store, kind: LetterKind, language: str, name: str) -> TextLine:
    text = text_in(store, kind, language, name)
    if language == ENGLISH:
        return TextLine(kind, name, text)
    if kind is LetterKind.DATES:
        ready = text is not None and _is_checked(text)
        missing = "" if ready else "Until it is checked, days are written in figures."
        return TextLine(kind, name, text, missing)
    english = english_checked(store, text) if text else english_of(store, kind, name)
    missing = why_not_printed(text, english, language_name(language))
    older = of_before(store, text) if text and not missing else ""
    return TextLine(kind, name, text, missing, older)


def _ours(kind: LetterKind, name: str) -> LetterText | None:
    return dates_in_english() if kind is LetterKind.DATES else ours(kind, name)


def _is_checked(text: LetterText) -> bool:
    return bool(visible(text.translated_by) and visible(text.checked_by) and text.checked_on)


def _half_checked(text: LetterText, today: date) -> dict[str, str]:
    if not text.foreign:
        return {}
    if text.checked_on and text.checked_on > today:
        return {"checked_on": "It cannot have been checked after today."}
    if text.checked_on and not (visible(text.translated_by) and visible(text.checked_by)):
        return {"checked_by": NAMED}
    if visible(text.checked_by) and text.checked_on is None:
        return {"checked_on": "Say when it was checked."}
    return {}
