"""Giving each label of a form its own Alt key."""

from collections.abc import Iterable

TAKEN = frozenset("fevrth")
"""The menus' own letters: a field takes one of them only when it has no other."""


def with_mnemonics(labels: Iterable[str]) -> list[str]:
    """The labels with & before one letter each: a first letter where it is free."""
    used: set[str] = set()
    return [_marked(label, used) for label in labels]


def _marked(label: str, used: set[str]) -> str:
    starts = [n for n, letter in enumerate(label) if n == 0 or label[n - 1] == " "]
    order = starts + [n for n in range(len(label)) if n not in starts]
    letters = [n for n in order if label[n].isalpha() and label[n].isascii()]
    for avoided in (TAKEN, frozenset[str]()):
        for at in letters:
            letter = label[at].lower()
            if letter not in used | avoided:
                used.add(letter)
                return f"{label[:at]}&{label[at:]}"
    return label
