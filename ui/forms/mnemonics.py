"""Giving each label of a form its own Alt key."""

from collections.abc import Iterable

from ui.editors.choosing import YesNoEditor
from ui.widgets.alt_keys import with_mnemonics
from ui.widgets.fields import Field


def give_keys(fields: Iterable[Field], *, never: Iterable[str] = ()) -> None:
    """Mark the label of each field, or the words beside its tick, with none of ``never``."""
    shown = list(fields)
    ticks = [each.editor.tick if isinstance(each.editor, YesNoEditor) else None for each in shown]
    words = [tick.text() if tick else each.label() for each, tick in zip(shown, ticks, strict=True)]
    with_keys = with_mnemonics(words, never=never)
    for field, tick, marked in zip(shown, ticks, with_keys, strict=True):
        if tick:
            tick.setText(marked)
        else:
            field.set_label(marked)
