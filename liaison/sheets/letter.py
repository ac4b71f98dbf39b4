"""A letter on paper: the home language first, the English always under it, and who checked it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from liaison.casework.for_paper import Needs
from liaison.casework.letters import Letter, LetterWish, Written, letter_for_paper
from liaison.dates import medium_date
from liaison.model.fields import Audience
from liaison.model.letter import ENGLISH, language_name
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.sheet import House, Sheet

CODE = "letter"
TITLE = "Letter"
IN_ENGLISH = "The same in English"


def letter_sheet(letter: LetterWish) -> Sheet:
    """The sheet that makes this letter, about a meeting, for one adult."""
    return Sheet(
        code=f"{CODE}_{letter.kind.value}",
        title=letter.kind.label,
        audiences=(Audience.FAMILY,),
        needs=Needs.MEETING,
        decide=partial(letter_for_paper, letter=letter),
        body=_to_sign,
    )


def _to_sign(letter: Letter, house: House) -> Body:
    """On paper there is room for a name by hand over the officer's, in the language it begins in.

    What is sent by e-mail is signed by nobody.
    """
    body = letter_body(letter, house)
    first, *others = body.sections
    officer = house.settings.officer
    lines = list(first.lines)
    at = max((n for n, each in enumerate(lines) if each.text == officer), default=0)
    if not officer or not at:
        return body
    lines.insert(at, Line(room=1))
    return replace(body, sections=(replace(first, lines=tuple(lines)), *others))


def letter_body(letter: Letter, house: House) -> Body:
    """The words as they stand on the page, one paragraph after another."""
    english, translated = letter.english, letter.translated
    first = translated or english
    sections = [Section(heading="", lines=tuple(_lines(first)))]
    if translated:
        said = (Line(lead=english.heading), *_lines(english))
        sections.append(Section(heading=IN_ENGLISH, lines=said, lang=ENGLISH))
        checks = Line(text=checked(translated))
        sections.append(Section(heading="", lines=(checks,), lang=ENGLISH))
    return Body(
        title=first.heading,
        under=tuple(filter(None, (house.school, first.dated))),
        sections=tuple(sections),
        lang=first.language,
    )


def checked(written: Written) -> str:
    """Who translated it and who checked it, and when."""
    on = f" on {medium_date(written.checked_on)}" if written.checked_on else ""
    name = language_name(written.language)
    return f"Put into {name} by {written.by}. Checked by {written.checked_by}{on}."


def _lines(written: Written) -> Iterator[Line]:
    """Paragraphs, and the things listed under them with their numbers."""
    number = 0
    for each in written.paragraphs:
        number = number + 1 if each.listed else 0
        yield Line(lead=f"{number}." if number else "", text=each.words)
