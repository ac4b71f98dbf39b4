"""A purge removes bytes and leaves the chain whole; a re-homing states a person elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from liaison.errors import ChangedMeanwhile, NotFound
from liaison.model import ENTRIES
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.fields import Entry
from liaison.model.person import Person
from liaison.model.reach import Address, ContactPoint, ContactPreference
from liaison.model.relationship import Relationship
from liaison.store import verifying
from liaison.store.drafts import Draft
from liaison.store.purging import purge, rehome
from liaison.store.store import Glance, Store
from liaison.vault import engine
from tests.builders import TODAY, Made, Make

CANARY = "quokka"
PAGE, RESERVED = 4096, 80


def sound(store: Store) -> bool:
    return verifying.problems(store, full=True) == []


def everything_of(store: Store, family: str) -> list[Entry]:
    return [
        row for cls in ENTRIES for row in store.find(cls, "family = :f", deleted=True, f=family)
    ]


def test_a_purged_row_is_gone_from_table_log_and_search(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(made, facts=f"The {CANARY} was seen.")
    with store.saving() as saving:
        saving.change(replace(contact, facts=f"Two {CANARY}s were seen."))
    stays = make.contact(made, facts="Something else")
    purge(store, [contact])
    with pytest.raises(NotFound):
        store.get(Contact, contact.id)
    assert store.find(Contact) == [stays]
    assert store.search(CANARY) == []
    assert store.query("SELECT id FROM change WHERE instr(body, :word)", word=CANARY) == []
    assert store.query("SELECT id FROM change WHERE instr(body, :id)", id=contact.id) == []
    assert store.glance(made.id) == Glance(TODAY, ("neutral",), None)
    assert sound(store)


def test_what_stays_of_an_emptied_body_is_stated_again_whole(store: Store, make: Make) -> None:
    made = make.family()
    before = {each.id: replace(each, version="") for each in store.find(Person)}
    zara, ali = made.children
    purge(store, [zara, *store.find(Relationship, "child = :child", child=zara.id)])
    after = {each.id: replace(each, version="") for each in store.find(Person)}
    assert after == {id: each for id, each in before.items() if id != zara.id}
    stated = store.query("SELECT body FROM change WHERE kind = 'purge'")
    assert ali.id in stated[0][0]
    assert "null]" not in stated[0][0]
    assert sound(store)


def test_a_whole_family_is_purged_with_its_glance_and_drafts(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    make.contact(khan, facts=CANARY)
    kept = make.contact(jones)
    store.keep_draft(Draft("d", "contact", khan.id, CANARY))
    store.keep_draft(Draft("e", "contact", jones.id, "Half"))
    with store.saving() as saving:
        saving.change(replace(khan.family, strengths=CANARY))
        saving.change(replace(jones.family, strengths="Stays"))
    told: list[frozenset[str]] = []
    store.listen(told.append)
    purge(store, everything_of(store, khan.id))
    assert everything_of(store, khan.id) == []
    assert store.get(Family, jones.id).strengths == "Stays"
    assert store.find(Contact) == [kept]
    assert [each.id for each in store.drafts()] == ["e"]
    assert store.query("SELECT family FROM local_glance") == [(jones.id,)]
    assert "contact" in told[0]
    assert sound(store)


def test_headers_stay_and_only_the_bodies_concerned_are_emptied(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(made)
    before = store.query("SELECT id, number, digest, mac FROM change ORDER BY clock")
    purge(store, [contact])
    after = store.query("SELECT id, number, digest, mac FROM change ORDER BY clock")
    assert after[: len(before)] == before
    assert store.query("SELECT id FROM change WHERE body IS NULL") == [(contact.version,)]


def test_a_second_purge_may_empty_what_the_first_one_stated(store: Store, make: Make) -> None:
    made = make.family()
    zara, ali = made.children
    for child in (zara, ali):
        purge(store, [child, *store.find(Relationship, "child = :child", child=child.id)])
    assert [each.forename for each in store.find(Person)] == ["Amina"]
    assert sound(store)


def test_a_correction_of_what_stays_outlives_the_body_it_was_added_in(
    store: Store, make: Make
) -> None:
    zara, ali = make.family().children
    with store.saving() as saving:
        saving.change(replace(ali, job="none yet"))
    purge(store, [zara, *store.find(Relationship, "child = :child", child=zara.id)])
    assert store.get(Person, ali.id).job == "none yet"
    assert sound(store)


def test_a_purge_of_nothing_writes_nothing(store: Store) -> None:
    before = store.query("SELECT count(*) FROM change")
    purge(store, [])
    assert store.query("SELECT count(*) FROM change") == before


def test_no_page_of_the_file_holds_a_purged_word(store: Store, make: Make, tmp_path: Path) -> None:
    """The pages are decrypted by hand: the free ones, too, that no query reaches."""
    made = make.family()
    for number in range(40):
        make.contact(made, facts=f"{number} rang about the bus and the {CANARY} and more.")
    person = make.family("Jones", children=((CANARY.title(), "3"),)).children[0]
    contacts = store.find(Contact)
    with store.saving() as saving:
        for each in contacts:
            saving.change(replace(each, facts=each.facts.replace("bus", "train")))
    assert CANARY in plain_pages(store, tmp_path / "before.db")
    ties = store.find(Relationship, "child = :child", child=person.id)
    purge(store, [*store.find(Contact), person, *ties])
    words = plain_pages(store, tmp_path / "after.db")
    assert "Oakfield" in words
    assert CANARY not in words
    assert CANARY[:4] not in words
    assert sound(store)


def plain_pages(store: Store, file: Path) -> str:
    """What stands in every page of a copy, page for page, in lower case."""
    key = bytes(range(32))
    copy = engine.connect(file, key, create=True)
    store.db.conn.backup(copy)
    copy.close()
    data = file.read_bytes()
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    return "".join(plain_page(page, key, first=page is pages[0]) for page in pages)


def plain_page(page: bytes, key: bytes, *, first: bool) -> str:
    start = 16 if first else 0
    vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(page[start : PAGE - RESERVED]).decode("latin-1")


def rehomed(store: Store, make: Make) -> tuple[Made, Made, Person]:
    khan, jones = make.family("Khan"), make.family("Jones", children=(), adults=())
    amina = khan.adults[0]
    with store.saving() as saving:
        saving.add(ContactPoint(family=khan.id, person=amina.id, value="07700 900412"))
        saving.add(Address(family=khan.id, person=amina.id, street="Elm Road"))
        saving.add(ContactPreference(family=khan.id, person=amina.id, languages="Urdu"))
    return khan, jones, rehome(store, amina, jones.id)


def test_a_rehomed_person_takes_her_numbers_and_addresses_along(store: Store, make: Make) -> None:
    khan, jones, amina = rehomed(store, make)
    assert amina.family == jones.id
    assert store.get(Person, amina.id) == amina
    for cls in (ContactPoint, Address, ContactPreference):
        assert [each.family for each in store.find(cls)] == [jones.id]
    assert store.search("900412")[0].family == jones.id
    assert store.find(Person, "family = :f", f=khan.id) == list(khan.children)
    assert sound(store)


def test_a_number_that_was_removed_goes_along_too(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    phone = make.phone(khan.adults[0])
    with store.saving() as saving:
        saving.remove(phone)
    rehome(store, khan.adults[0], jones.id)
    moved = store.get(ContactPoint, phone.id)
    assert (moved.family, moved.deleted) == (jones.id, True)
    assert sound(store)


def test_a_rehomed_child_takes_ties_worries_and_attendance_along(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    zara = khan.children[0]
    concern = make.concern(khan)
    with store.saving() as saving:
        saving.add(
            AttendanceSnapshot(
                family=khan.id, child=zara.id, taken_on=TODAY, year=2026, possible=20, attended=18
            )
        )
    rehome(store, zara, jones.id)
    assert store.get(type(concern), concern.id).family == jones.id
    assert [each.family for each in store.find(AttendanceSnapshot)] == [jones.id]
    ties = store.find(Relationship, "child = :child", child=zara.id)
    assert {each.family for each in ties} == {jones.id}
    assert sound(store)


def test_the_old_family_can_be_purged_after_a_rehoming(store: Store, make: Make) -> None:
    khan, jones, amina = rehomed(store, make)
    purge(store, everything_of(store, khan.id))
    assert store.get(Person, amina.id).forename == "Amina"
    assert store.find(ContactPoint)[0].value == "07700 900412"
    assert [each.id for each in store.find(Family)] == [jones.id]
    assert sound(store)


def test_a_rehomed_person_can_be_purged_from_both_streams(store: Store, make: Make) -> None:
    _, _, amina = rehomed(store, make)
    hers = [store.find(cls)[0] for cls in (ContactPoint, Address, ContactPreference)]
    purge(store, [amina, *hers])
    assert (
        store.query("SELECT id FROM change WHERE instr(body, :id)", id=f'["person","{amina.id}"')
        == []
    )
    assert store.query("SELECT id FROM change WHERE instr(body, '900412')") == []
    assert sound(store)


def test_rehoming_where_she_is_already_writes_nothing(store: Store, make: Make) -> None:
    made = make.family()
    before = store.query("SELECT count(*) FROM change")
    assert rehome(store, made.adults[0], made.id) == made.adults[0]
    assert store.query("SELECT count(*) FROM change") == before


def test_rehoming_an_older_version_of_her_is_refused(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    amina = khan.adults[0]
    with store.saving() as saving:
        saving.change(replace(amina, job="nurse"))
    with pytest.raises(ChangedMeanwhile):
        rehome(store, amina, jones.id)
    assert store.get(Person, amina.id).family == khan.id


def test_a_moved_contact_is_in_the_glance_of_its_new_family_only(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    contact = make.contact(khan)
    with store.saving() as saving:
        saving.change(replace(contact, family=jones.id))
    assert store.glance(khan.id) == Glance(None, (), None)
    assert store.glance(jones.id).last_contact == TODAY
    assert store.search("bus")[0].family == jones.id
    store.undo()
    assert store.glance(khan.id).last_contact == TODAY
    assert store.glance(jones.id).last_contact is None
    assert sound(store)
