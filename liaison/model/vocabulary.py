"""How a typed value finds its place in a value list or an enumeration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from liaison.errors import UnknownValue
from liaison.model.fields import Listed
from liaison.model.folded import squeezed

L = TypeVar("L", bound=Listed)


def fitting(typed: str, offered: Iterable[tuple[str, str]], *, name: str) -> str:
    """The code meant by ``typed`` among (code, label) pairs.

    Taken by code or label, ignoring case, punctuation and spaces, or by a beginning of either that
    fits exactly one; the code itself comes first. Otherwise ``UnknownValue`` whose ``fits`` lists
    the labels that would do.
    """
    pairs = list(offered)
    if typed in dict(pairs):
        return typed
    wanted = squeezed(typed)
    keys = [(code, label, (squeezed(code), squeezed(label))) for code, label in pairs]
    whole = [(code, label) for code, label, words in keys if wanted in words]
    begun = [(c, label) for c, label, words in keys if any(w.startswith(wanted) for w in words)]
    fits = (whole or begun) if wanted else []
    if len(fits) == 1:
        return fits[0][0]
    shown = [label for _, label in fits or pairs]
    problem = "fits more than one" if fits else "is not one"
    sentence = f"“{typed}” {problem} {name}. What fits: {', '.join(shown)}."
    raise UnknownValue(sentence, shown)


def member(kind: type[L], typed: str, *, name: str) -> L:
    """The member of an enumeration that ``typed`` means, by the same rules."""
    return kind(fitting(typed, [(each.value, each.label) for each in kind], name=name))
