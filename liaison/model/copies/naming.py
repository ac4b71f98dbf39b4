"""Names in free text: whether a sentence names somebody, however the name was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from liaison.model.folded import folded
from liaison.model.person import Person

Name = tuple[str, ...]
"""A name word by word, folded."""

LETTERS = re.compile(r"[^\W_]+")

EVERYDAY = frozenset(
    {
        *("will", "may", "mark", "grace", "rose", "hope", "joy", "faith", "summer", "autumn"),
        *("dawn", "art", "bill", "bob", "sue", "pat", "rob", "ray", "rich", "frank", "june"),
        *("april", "august", "eve", "iris", "ivy", "lily", "daisy", "poppy", "violet", "olive"),
        *("ruby", "amber", "pearl", "jade", "crystal", "miles", "chase", "hunter", "mason"),
        *("drew", "sunny", "river", "sky", "angel", "destiny", "honey", "star", "storm", "max"),
        *("nick", "earl", "duke", "king", "prince", "princess", "guy", "lance", "sonny", "buddy"),
        *("robin", "jay", "heath", "forest", "basil", "sage", "holly", "hazel", "heather"),
        *("harmony", "melody", "charity", "chance", "justice", "major", "in", "an", "my", "so"),
        *("do", "man", "van", "ha", "ho", "sun", "long", "gene", "dean", "carol", "ernest"),
        *("bliss", "brook", "wren", "penny", "ginger", "rocky", "bonny", "merry"),
    }
)
"""First names that are words of every day too: they name somebody only with a capital letter."""


def readable(text: str) -> str:
    """The text without what is not seen: signs of no width, of direction, of a broken word."""
    if text.isascii():
        return text
    seen = unicodedata.normalize("NFKC", text)
    return "".join(c for c in seen if unicodedata.category(c) != "Cf")


def name_of(text: str) -> Name:
    """A name as it is looked for."""
    if text.isascii() and text.isalpha():  # most names are, and every child's is looked at
        return (text.lower(),)
    return tuple(folded(each) for each in LETTERS.findall(readable(text)))


def names_of(person: Person) -> frozenset[Name]:
    """What somebody is called by: first names as written and as used, and names for letters."""
    said = (person.short, person.forename, person.known_as, person.letter_name)
    return frozenset(name for name in map(name_of, said) if name)


def full_names_of(person: Person) -> frozenset[Name]:
    """First name and surname, as written and as used."""
    first, last = (person.forename, person.known_as), (person.surname, person.known_as_surname)
    return frozenset(full_names(first, last))


def full_names(first: Iterable[str], last: Sequence[str]) -> Iterator[Name]:
    """Each first name with each surname; an empty one makes no name."""
    return ((*name_of(one), *name_of(each)) for one in first if one for each in last if each)


@dataclass(frozen=True)
class Names:
    """Names that must not stand in a text."""

    every: frozenset[Name] = frozenset()

    @cached_property
    def lengths(self) -> frozenset[int]:
        """How many words they have."""
        return frozenset(map(len, self.every))

    def in_text(self, text: str) -> bool:
        """Whether the text names one of them: with or without marks, capitals, a genitive's s."""
        return bool(self.every and text) and any(self._found(text))

    def _found(self, text: str) -> Iterator[bool]:
        typed = LETTERS.findall(readable(text))
        plain = tuple(map(folded, typed))
        for at in range(len(plain)):
            for length in self.lengths:
                name = plain[at : at + length]
                yield name in self.every and not _everyday(name, typed[at])


def _everyday(name: Name, typed: str) -> bool:
    return len(name) == 1 and name[0] in EVERYDAY and typed.islower()


NOBODY = Names()


def names(several: Iterable[Name]) -> Names:
    """These, as one."""
    return Names(frozenset(several))
