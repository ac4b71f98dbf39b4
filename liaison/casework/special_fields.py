"""Special-category fields: off until the school says why it holds them, and the reason is kept.

The reasons are values of a list of their own, one for each field, so that they are changed, undone
and looked back at like everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from liaison.casework.lists import every_choice
from liaison.errors import NotReady
from liaison.model import ENTRIES
from liaison.model.choice import Choice
from liaison.model.fields import SETTINGS_STREAM, fields_of
from liaison.store.store import Store

REASONS = "special_reason"


@dataclass(frozen=True)
class SpecialField:
    """One field under article 9 of the UK GDPR, or held as strictly; ``reason`` when it is on."""

    name: str
    label: str
    on: bool
    reason: str


def special_fields(store: Store) -> list[SpecialField]:
    """Every such field, whether it is used, and why."""
    used = store.settings.special_on
    reasons = {each.code: each.label for each in every_choice(store, REASONS)}
    named = {
        bound.name: bound.about.label
        for cls in ENTRIES
        for bound in fields_of(cls)
        if bound.about.special
    }
    return [
        SpecialField(name, label, name in used, reasons.get(name, ""))
        for name, label in named.items()
    ]


def switch_on(store: Store, name: str, reason: str) -> None:
    """Use the field from now on. ``NotReady`` without a reason."""
    if not reason.strip():
        raise NotReady({"reason": "Write why the school holds this."})
    held = {each.code: each for each in every_choice(store, REASONS)}
    used = store.settings.special_on
    with store.saving() as saving:
        saving.change(replace(store.settings, special_on=tuple(sorted({*used, name}))))
        if name in held:
            saving.change(replace(held[name], label=reason.strip()))
        else:
            saving.add(
                Choice(family=SETTINGS_STREAM, list=REASONS, code=name, label=reason.strip())
            )


def switch_off(store: Store, name: str) -> None:
    """Use it no longer. What was entered before stays until somebody takes it out."""
    used = tuple(each for each in store.settings.special_on if each != name)
    with store.saving() as saving:
        saving.change(replace(store.settings, special_on=used))
        for each in every_choice(store, REASONS):
            if each.code == name:
                saving.remove(each)
