"""Giving each label of a form its own Alt key."""

from collections.abc import Iterable

from ui.editors.choosing import YesNoEditor
from ui.widgets.fields import Field

TAKEN = frozenset("fevrth")
"""The menus' own letters: a field takes one of them only when it has no other."""

DATE = "d"
"""Alt+D leads to the first date of any form; no other field takes it."""


def give_keys(fields: Iterable[Field]) -> None:
    """Mark the label of each field, or the words beside its tick."""
    shown = list(fields)
    ticks = [each.editor.tick if isinstance(each.editor, YesNoEditor) else None for each in shown]
    words = [tick.text() if tick else each.label() for each, tick in zip(shown, ticks, strict=True)]
    for field, tick, marked in zip(shown, ticks, with_mnemonics(words), strict=True):
        if tick:
            tick.setText(marked)
        else:
            field.set_label(marked)


def with_mnemonics(labels: Iterable[str]) -> list[str]:
    """The labels with & before one letter each: a first letter where it is free."""
    used = {DATE}
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
