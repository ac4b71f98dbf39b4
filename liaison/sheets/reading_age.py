"""How hard a sheet is to read: an estimate in years (Flesch–Kincaid), and the words to change.

A family is never shown it: it is for the officer, before anything is handed over. Only English
is judged: the estimate counts the vowels of English words, and says nothing about others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from liaison.sheets.body import Body, Section
from liaison.sheets.plain_words import unexplained

SCHOOL_BEGINS = 5
"""A child in the first grade of the American school is about six: grade and five."""

LONG = 25
"""A sentence should have fewer words."""

HARD, SHOWN = 4, 8
"""Syllables from which a word is hard, and how many such words are named."""

LONGEST = 30
"""Letters. What is longer is no word, and is not named."""

PLAINER = {
    "additional": "more", "additionally": "also", "advise": "tell", "alternative": "other",
    "appropriate": "right", "approximately": "about", "assist": "help", "assistance": "help",
    "attain": "reach", "commence": "start", "communicate": "tell", "concerning": "about",
    "consequently": "so", "demonstrate": "show", "discontinue": "stop", "endeavour": "try",
    "ensure": "make sure", "establish": "set up", "facilitate": "help", "frequently": "often",
    "identify": "find", "implement": "start", "implementation": "start", "inform": "tell",
    "initiate": "start", "intervention": "support", "monitor": "keep an eye on",
    "necessitate": "need", "obtain": "get", "opportunity": "chance", "participate": "take part",
    "persistent": "often", "previously": "before", "prior": "before", "provision": "support",
    "regarding": "about", "require": "need", "strategies": "ways", "strategy": "way",
    "subsequently": "later", "sufficient": "enough", "terminate": "end", "utilise": "use",
    "whilst": "while",
}  # fmt: skip
"""Words of offices, and what people say."""

EVERYDAY = frozenset({"anybody", "everybody", "everything", "february", "january", "library"})
WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)?")
SENTENCE = re.compile(r"[.!?…](?:[”’)\s]|$)|\n")


@dataclass(frozen=True)
class ReadingAge:
    """``years`` is the age at which most can read it; ``change`` are words, with plainer ones.

    ``beside_another`` says that another language stands on the sheet, too.
    """

    years: int
    change: tuple[tuple[str, str], ...] = ()
    long_sentences: int = 0
    beside_another: bool = False

    @property
    def sentence(self) -> str:
        """For the officer: the age, and what would bring it down."""
        of = " of the English" if self.beside_another else ""
        said = [f"Reading age{of} about {self.years}."]
        if self.change:
            words = ", ".join(f"“{a}” ({b})" if b else f"“{a}”" for a, b in self.change)
            said.append(f"Words to change: {words}.")
        if self.long_sentences:
            many = self.long_sentences > 1
            count = f"{self.long_sentences} sentences are" if many else "One sentence is"
            said.append(f"{count} longer than {LONG} words.")
        return " ".join(said)


def reading_age(body: Body) -> ReadingAge | None:
    """The estimate for all the English in sentences on the sheet; nothing where there is none.

    School words are read with what they mean; what to change is looked for in the officer's own
    words alone.
    """
    texts = list(_texts(body))
    english = [text for lang, text in texts if _is_english(lang)]
    if texts and not english:
        return None
    found = reading_age_of("\n".join(english))
    own = reading_age_of("\n".join(map(unexplained, english)))
    return replace(
        found,
        change=own.change,
        long_sentences=own.long_sentences,
        beside_another=len(english) < len(texts),
    )


def reading_age_of(text: str) -> ReadingAge:
    """The estimate for a text; the lowest is five, the highest eighteen."""
    said = [WORD.findall(each) for each in SENTENCE.split(text)]
    sentences = [each for each in said if each]
    words = [word for each in sentences for word in each]
    if not words:
        return ReadingAge(SCHOOL_BEGINS)
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    grade = 0.39 * per_sentence + 11.8 * per_word - 15.59
    return ReadingAge(
        years=min(max(round(grade) + SCHOOL_BEGINS, SCHOOL_BEGINS), 18),
        change=tuple(_hard(sentences))[:SHOWN],
        long_sentences=sum(len(each) > LONG for each in sentences),
    )


def _hard(sentences: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Words of offices first, then long ones; a name within a sentence is no hard word."""
    plain = [
        word.lower()
        for each in sentences
        for at, word in enumerate(each)
        if at == 0 or word[0].islower()
    ]
    every = dict.fromkeys(plain)
    yield from ((word, PLAINER[word]) for word in every if word in PLAINER)
    yield from (
        (word, "")
        for word in every
        if word not in PLAINER
        and word not in EVERYDAY
        and len(word) <= LONGEST
        and syllables(word) >= HARD
    )


def syllables(word: str) -> int:
    """How many syllables a word has, near enough: groups of vowels, a silent e left out."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    if re.search(r"[^aeiouy]e$|[^aeiouytd]ed$|[^aeiouysxz]es$", plain) and not re.search(
        r"[^aeiouy]le$", plain
    ):
        groups -= 1
    return max(groups, 1)


def _is_english(lang: str) -> bool:
    return lang.partition("-")[0].casefold() == "en"


def _texts(body: Body) -> Iterator[tuple[str, str]]:
    """Every text with its language, in the order of reading."""
    yield from ((body.lang, each) for each in body.under)
    for section in body.sections:
        yield from _said(section, section.lang or body.lang)


def _said(section: Section, lang: str) -> Iterator[tuple[str, str]]:
    for line in section.lines:
        yield line.lang or lang, " ".join(filter(None, (line.lead, line.text, line.detail)))
    if section.table:
        for row in section.table.rows:
            yield from ((lang, cell) for cell in row)
