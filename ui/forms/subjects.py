"""From an id to what a form needs: the entry it changes or begins, and the ground it stands on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison.casework.families import whole_family
from liaison.model.barrier import Barrier
from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Entry
from liaison.model.person import Person
from liaison.store.store import Store
from ui.editors.editor import Ground
from ui.forms.entry_form import EntryForm

ABOUT: tuple[type[Entry], ...] = (Family, Person, Barrier)
"""What a new entry can be about."""


@dataclass(frozen=True)
class Start:
    """The entry a form begins with, and its ground."""

    entry: Entry
    ground: Ground


def start(form: type[EntryForm[Any]], store: Store, subject: str, today: date) -> Start | None:
    """The entry with that id, or a new one about it; None when the id says nothing."""
    found = store.first(form.of, "id = :id", deleted=True, id=subject)
    if found is not None:
        return Start(found, ground_of(store, found.family, today))
    for cls in ABOUT:
        about = store.first(cls, "id = :id", id=subject)
        if about is not None:
            ground = ground_of(store, about.family, today)
            return Start(form.blank(ground, subject), ground)
    return None


def new_family(form: type[EntryForm[Any]], store: Store, today: date) -> Start:
    """A family that is not in the record yet."""
    ground = Ground(store, FamilyRecord(family=Family(name="")), today)
    return Start(form.blank(ground, ""), ground)


def ground_of(store: Store, family: str, today: date) -> Ground:
    """The family of an entry, as far as it is still there."""
    found = store.first(Family, "id = :id", id=family)
    record = whole_family(store, family) if found else FamilyRecord(family=Family(name=""))
    return Ground(store, record, today)
