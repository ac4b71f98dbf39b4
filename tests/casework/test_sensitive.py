"""What a copy shows only if it is ticked, offered where the reader might have it at all."""

from __future__ import annotations

from dataclasses import replace

from liaison.casework.copies import Wish
from liaison.casework.families import keep
from liaison.casework.sensitive import sensitive_of
from liaison.model.contact import Part
from liaison.model.fields import Audience
from liaison.model.restriction import What
from liaison.store.store import Store
from tests.builders import Make
from tests.conftest import TODAY


def words(store: Store, family: str, **wish: object) -> list[str]:
    found = sensitive_of(store, family, Wish(**wish), today=TODAY)
    return sorted(found.values())


def test_each_is_named_by_its_kind_and_whose_it_is(store: Store, make: Make) -> None:
    khan = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    mum, dad = (each.id for each in khan.adults)
    make.barrier(khan, kind="prison", person=mum)
    make.barrier(khan, kind="mental_health", person=dad)
    make.barrier(khan, kind="transport", person=mum)
    staff = words(store, khan.id)
    assert staff == ["Mental health: Mr Shahid Khan", "Parent in prison: Mrs Amina Khan"]
    family = {"audience": Audience.FAMILY}
    assert words(store, khan.id, reader=mum, **family) == ["Parent in prison: Mrs Amina Khan"]


def test_where_there_is_no_copy_there_is_nothing_to_tick(store: Store, make: Make) -> None:
    khan = make.family("Khan")
    assert words(store, khan.id) == []
    make.barrier(khan, kind="prison", person=khan.adults[0].id)
    make.restriction(khan, khan.adults[0], what=What.INFORMATION)
    reader = {"audience": Audience.FAMILY, "reader": khan.adults[0].id}
    assert words(store, khan.id, **reader) == []


def test_a_contact_at_a_place_the_school_calls_sensitive_is_offered(
    store: Store, make: Make
) -> None:
    khan = make.family("Khan")
    mum = khan.adults[0]
    note = make.contact(khan, people=[(mum, Part.SPOKEN_TO)])
    keep(store, replace(note, place="library"))
    assert words(store, khan.id) == []
    (library,) = [each for each in store.choices("place") if each.code == "library"]
    keep(store, replace(library, flags=(*library.flags, "sensitive")))
    assert words(store, khan.id) == ["Contact of 23 November 2026"]
    hers = {"audience": Audience.FAMILY, "reader": mum.id}
    assert words(store, khan.id, **hers) == ["Contact of 23 November 2026"]
