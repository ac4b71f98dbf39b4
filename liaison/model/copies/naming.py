"""Names in free text: whether a sentence names somebody, however the name was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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
    return tuple(folded(each) for each in LETTERS.findall(readable(text)))


def names_of(person: Person) -> frozenset[Name]:
    """What somebody is called by: first names as written and as used, and names for letters."""
    said = (person.short, person.forename, person.known_as, person.letter_name)
    return frozenset(name for name in map(name_of, said) if name)


def full_names_of(person: Person) -> frozenset[Name]:
    """First name and surname, as written and as used."""
    return full_names((person.forename, person.known_as), (person.surname, person.known_as_surname))


def full_names(first: Iterable[str], last: Iterable[str]) -> frozenset[Name]:
    """Each first name with each surname; an empty one makes no name."""
    given, family = [*filter(None, map(name_of, first))], [*filter(None, map(name_of, last))]
    return frozenset((*one, *other) for one in given for other in family)


@dataclass(frozen=True)
class Names:
    """Names that must not stand in a text."""

    every: frozenset[Name] = frozenset()
    begins: Mapping[str, tuple[Name, ...]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[Name]] = {}
        for name in self.every:
            found.setdefault(name[0], []).append(name)
        object.__setattr__(self, "begins", {key: tuple(each) for key, each in found.items()})

    def __bool__(self) -> bool:
        return bool(self.every)

    def in_text(self, text: str) -> bool:
        """Whether the text names one of them: with or without marks, capitals, a genitive's s."""
        return any(self._found(text))

    def _found(self, text: str) -> Iterator[Name]:
        if not self.every or not text:
            return
        typed = LETTERS.findall(readable(text))
        plain = [folded(each) for each in typed]
        for at, word in enumerate(plain):
            for name in self.begins.get(word, ()):
                whole = tuple(plain[at : at + len(name)]) == name
                if whole and not _everyday(name, typed[at]):
                    yield name


def _everyday(name: Name, typed: str) -> bool:
    return len(name) == 1 and name[0] in EVERYDAY and typed.islower()


NOBODY = Names()


def names(several: Iterable[Name]) -> Names:
    """These, as one."""
    return Names(frozenset(several))
