"""What the restriction banner says: a title and full sentences, the same on every screen."""

from collections.abc import Iterable, Mapping
from datetime import date

from liaison.model.restriction import Restriction
from liaison.model.ruling import answer_of, banner, heading

Titled = tuple[str, str]


def titled(restrictions: Iterable[Restriction], names: Mapping[str, str], on: date) -> list[Titled]:
    """Each authority once, with everything it says; ``names`` gives ids their names.

    What one order says of one adult in several restrictions stands under one title.
    """
    said: dict[tuple[str, str], list[str]] = {}
    for each in restrictions:
        sentences = said.setdefault((heading(each), each.adult), [])
        for sentence in _sentences(each, names, on):
            if sentence not in sentences:
                sentences.append(sentence)
    return [(title, " ".join(sentences)) for (title, _), sentences in said.items()]


def _sentences(restriction: Restriction, names: Mapping[str, str], on: date) -> list[str]:
    """The banner's words without their title, and what the day adds to them."""
    words = banner(restriction, names)
    before, _, after = answer_of(restriction, on=on, names=names).sentence.partition(words)
    said = words.removeprefix(f"{heading(restriction)}: ")
    first, full_stop, rest = said.partition(". ")
    parts = (before, first[:1].upper() + first[1:] + full_stop.strip(), rest, after)
    return [part.strip() for part in parts if part.strip()]
