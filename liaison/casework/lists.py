"""Value lists put right by the school: labels, order, new values, retired values. Codes stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from liaison.errors import NotReady
from liaison.model.choice import Choice
from liaison.model.default_lists import default_choices
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.folded import squeezed
from liaison.store.store import Store


def every_choice(store: Store, name: str) -> list[Choice]:
    """All values of a list in their order, retired ones too."""
    return store.find(Choice, "list = :list", order="position, id", list=name)


def add_choice(store: Store, name: str, label: str) -> Choice:
    """A new value at the end of a list. ``NotReady`` when its words are taken already."""
    present = every_choice(store, name)
    _refuse_taken(label, present)
    code = squeezed(label)[:40]
    with store.saving() as saving:
        return saving.add(
            Choice(
                family=SETTINGS_STREAM,
                list=name,
                code=code,
                label=label.strip(),
                position=1 + max((each.position for each in present), default=0),
            )
        )


def relabel(store: Store, choice: Choice, label: str) -> Choice:
    """Other words for the same value."""
    others = [each for each in every_choice(store, choice.list) if each.id != choice.id]
    _refuse_taken(label, others)
    with store.saving() as saving:
        return saving.change(replace(choice, label=label.strip()))


def retire(store: Store, choice: Choice, *, retired: bool = True) -> Choice:
    """Offered no longer, or again. What was written with it keeps its words."""
    with store.saving() as saving:
        return saving.change(replace(choice, retired=retired))


def reorder(store: Store, choices: Sequence[Choice]) -> list[Choice]:
    """These values, in this order."""
    with store.saving() as saving:
        return [
            saving.change(replace(each, position=position))
            for position, each in enumerate(choices, 1)
        ]


def labels_now(store: Store) -> Callable[[str, str], str]:
    """The words of every code as they are now, to be used on another thread.

    An unknown code shows itself.
    """
    every = (*default_choices(), *store.find(Choice, order="position, id"))
    words = {(each.list, each.code): each.label for each in every}

    def label(name: str, code: str) -> str:
        return words.get((name, code), code)

    return label


def _refuse_taken(label: str, others: Sequence[Choice]) -> None:
    wanted = squeezed(label)
    if not wanted:
        raise NotReady({"label": "Write what the value is called."})
    if any(wanted in (squeezed(each.label), squeezed(each.code)) for each in others):
        raise NotReady({"label": f"“{label.strip()}” is in the list already."})
