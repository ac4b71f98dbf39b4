"""What the restriction banner says: a title and full sentences, the same on every screen."""

from collections.abc import Iterable, Mapping
from datetime import date

from liaison.model.restriction import Restriction
from liaison.model.ruling import answer_of, banner, heading

Titled = tuple[str, str]
Parts = tuple[str, str, str, str]


def titled(restrictions: Iterable[Restriction], names: Mapping[str, str], on: date) -> list[Titled]:
    """Each authority once, with everything it says; ``names`` gives ids their names.

    What one order says of one adult in several restrictions stands under one title: what to do
    first, then what must not happen, then the order's own words and what belongs to them.
    """
    said: dict[tuple[str, str], list[Parts]] = {}
    for each in restrictions:
        said.setdefault((heading(each), each.adult), []).append(_parts(each, names, on))
    return [(title, _in_order(parts)) for (title, _), parts in said.items()]


def _in_order(said: list[Parts]) -> str:
    sentences = [sentence for part in zip(*said, strict=True) for sentence in part if sentence]
    return " ".join(dict.fromkeys(sentences))


def _parts(restriction: Restriction, names: Mapping[str, str], on: date) -> Parts:
    """What to do, what must not happen, all else the banner says, what the day adds to it."""
    words = banner(restriction, names)
    before, _, after = answer_of(restriction, on=on, names=names).sentence.partition(words)
    said = words.removeprefix(f"{heading(restriction)}: ")
    must_not, _, rest = said.partition(". ")
    full = f"{must_not[:1].upper()}{must_not[1:].removesuffix('.')}."
    return before.strip(), full, rest.strip(), after.strip()
