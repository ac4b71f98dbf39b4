"""Who is the same person, and which children are one family."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from liaison.exchange.import_plan import Counts
from liaison.model.family import LivesThere, Membership
from liaison.model.person import PersonKind
from liaison.model.reach import Address
from liaison.model.relationship import Relationship
from liaison.store.store import Store
from tests.exchange.ctf_files import AS_PUPIL, contact, home, pupil
from tests.exchange.importing import Office

PHONE = ["07700 900101"]


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Office:
    return Office(store, tmp_path)


def jamie(*contacts: str, **more: str) -> str:
    return pupil("Farrow", "Jamie", "2015-01-14", contacts=contacts, **more)


def ellis(*contacts: str, **more: str) -> str:
    return pupil("Farrow", "Ellis", "2017-05-30", contacts=contacts, **more)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (contact(phones=["07700 900101"]), contact(phones=["+44 7700 900101", "01632 960101"])),
        (contact(email="Casey@Example.org"), contact(email="casey@example.org")),
        (contact(address=AS_PUPIL), contact(address=AS_PUPIL)),
        (contact(address=AS_PUPIL), contact(address=home("7", "Example Rd"))),
        (contact("FARROW", "CASEY", phones=PHONE), contact("Farrow", "Casey", phones=PHONE)),
    ],
)
def test_the_same_adult_under_siblings_is_one_person(
    office: Office, first: str, second: str
) -> None:
    result = office.sends(jamie(first), ellis(second))
    assert result.counts == Counts(families=1, children=2, adults=1)
    assert office.plan(jamie(first), ellis(second)).empty


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (contact(phones=PHONE), contact(phones=["07700 900102"])),
        (contact(), contact()),
        (contact(phones=PHONE), contact(forename="Drew", phones=PHONE)),
        (contact(phones=PHONE), contact("Oldroyd", phones=PHONE)),
        (
            contact(forename=None, title="Mrs", phones=PHONE),
            contact(forename=None, title="Mr", phones=PHONE),
        ),
    ],
)
def test_a_name_alone_or_a_phone_alone_makes_nobody_the_same(
    office: Office, first: str, second: str
) -> None:
    assert office.sends(jamie(first), ellis(second)).counts.adults == 2


def test_two_contacts_of_one_pupil_are_never_merged(office: Office) -> None:
    twice = [contact(phones=PHONE, address=AS_PUPIL)] * 2
    assert office.sends(jamie(*twice), ellis(*twice)).counts == Counts(
        families=1, children=2, adults=2
    )
    assert office.plan(jamie(*twice), ellis(*twice)).empty
    assert len(office.store.find(Relationship)) == 4


@pytest.mark.parametrize("order", [1, -1])
def test_two_of_one_name_on_one_pupil_are_told_apart_by_their_role(
    office: Office, order: int
) -> None:
    son = contact("Farrow", "John", title="Mr", relationship="PAF", phones=PHONE)
    father = contact("Farrow", "John", title="Mr", relationship="GRF", phones=PHONE, court="Y")
    office.sends(jamie(son, father))
    assert office.plan(jamie(*[son, father][::order])).empty


def test_a_contact_without_phone_or_address_is_known_again_by_the_child(office: Office) -> None:
    office.sends(jamie(contact(), contact()))
    assert office.plan(jamie(contact(), contact())).empty
    assert office.sends(jamie(contact(phones=PHONE), contact())).counts == Counts(changed=1)


def test_an_adult_without_a_phone_is_known_again_by_the_childs_address(office: Office) -> None:
    casey = contact(address=AS_PUPIL)
    office.sends(jamie(casey))
    assert office.sends(ellis(casey), qualifier="partial").counts == Counts(children=1)
    assert office.groups() == TOGETHER


def test_an_adult_is_known_again_by_an_address_of_her_own(office: Office) -> None:
    away = contact(address=home("9", "Sample Street"))
    office.sends(jamie(away))
    assert office.sends(ellis(away)).counts == Counts(children=1)


def test_an_adult_taken_out_of_the_record_comes_again_with_the_file(office: Office) -> None:
    office.sends(jamie(MUM))
    with office.store.saving() as saving:
        saving.remove(office.person("Casey Farrow"))
    assert office.sends(jamie(MUM)).counts == Counts(adults=1)


def test_a_home_that_could_be_anywhere_joins_nobody(office: Office) -> None:
    vague = home("Confidential", "")
    office.sends(jamie(MUM, address=vague), ellis(MUM, address=vague))
    assert office.groups() == APART


def test_an_adult_known_by_phone_and_by_email_turns_out_to_be_one(office: Office) -> None:
    office.sends(jamie(contact(phones=PHONE, email="c@example.org")))
    result = office.sends(
        jamie(contact(phones=PHONE)),
        ellis(contact(email="c@example.org")),
        pupil("Farrow", "Alex", None, contacts=[contact(phones=["01632 960199"])]),
    )
    assert result.counts == Counts(families=1, children=2, adults=1)


def test_children_are_known_again_by_name_and_birthday(office: Office) -> None:
    office.sends(jamie())
    assert office.plan(jamie()).empty
    assert office.plan(pupil("Farrow", "Jamie", "2016-01-14")).counts.children == 1


def test_children_are_known_again_by_their_number_when_the_name_changed(office: Office) -> None:
    office.sends(jamie(upn="E999200119001"))
    result = office.sends(pupil("Oldroyd", "Jamie", "2015-01-14", upn="E999200119001"))
    assert result.counts == Counts(changed=1)
    assert office.named(PersonKind.CHILD) == ["Jamie Oldroyd"]


def test_a_number_with_nothing_else_in_common_is_not_believed(office: Office) -> None:
    office.sends(jamie(upn="E999200119001"))
    result = office.sends(pupil("Sandhu", "Noor", "2018-03-02", upn="E999200119001"))
    assert result.counts.children == 1


def test_a_siblings_number_by_mistake_renames_nobody(office: Office) -> None:
    office.sends(jamie(upn="E999200119001"))
    mistaken = ellis(upn="E999200119001")
    assert office.sends(mistaken).counts.children == 1
    assert office.named(PersonKind.CHILD) == ["Ellis Farrow", "Jamie Farrow"]
    assert office.plan(mistaken, jamie(upn="E999200119001")).empty
    assert office.person("Ellis Farrow").upn_print == ""


def test_a_twins_number_by_mistake_takes_nobodys_place(office: Office) -> None:
    def twin(forename: str) -> str:
        return pupil("Farrow", forename, "2015-01-14", upn="E999200119001")

    office.sends(twin("Jamie"))
    office.sends(twin("Ellis"), twin("Jamie"))
    assert office.named(PersonKind.CHILD) == ["Ellis Farrow", "Jamie Farrow"]


def test_a_new_number_for_a_known_child_is_taken(office: Office, store: Store) -> None:
    office.sends(jamie(upn="E999200119001"))
    assert office.sends(jamie(upn="A999200119002")).counts == Counts(changed=1)
    assert office.person("Jamie Farrow").upn_print == store.fingerprint("A999200119002")


def test_one_placeholder_number_for_everybody_makes_nobody_the_same(office: Office) -> None:
    for number in ("UNKNOWN", "E999200119001"):
        words = [jamie(upn=number), ellis(upn=number)]
        office.sends(*words)
        assert office.plan(*words).empty
    assert office.named(PersonKind.CHILD) == ["Ellis Farrow", "Jamie Farrow"]


def test_two_children_of_one_name_and_birthday_stay_two_by_their_numbers(office: Office) -> None:
    twins = [jamie(upn="E999200119001"), jamie(upn="A999200119002")]
    assert office.sends(*twins).counts.children == 2
    assert office.plan(*reversed(twins)).empty


def test_a_missing_birthday_is_filled_in_when_only_one_child_fits(office: Office) -> None:
    office.sends(pupil("Farrow", "Jamie", None))
    assert office.sends(jamie()).counts == Counts(changed=1)
    assert office.plan(pupil("Farrow", "Jamie", None)).empty
    office.sends(pupil("Farrow", "Jamie", "2018-08-08"))
    assert office.plan(pupil("Farrow", "Jamie", None)).counts.children == 1


MUM = contact(phones=PHONE, address=AS_PUPIL)
DAD = contact(forename="Drew", relationship="PAF", phones=["07700 900102"])
NO_CLAIM = contact(phones=PHONE, responsibility="false")
LIVES_ONLY = contact(phones=PHONE, responsibility="false", address=AS_PUPIL)
PR_ONLY = contact(phones=PHONE, responsibility="true")
AWAY = {"address": home("9", "Sample Street")}
NOWHERE = {"address": ""}
TOGETHER = [["Ellis", "Jamie"]]
APART = [["Ellis"], ["Jamie"]]


def coded(code: str, responsibility: str, address: str = "") -> str:
    return contact("Oldroyd", "Marley", relationship=code, responsibility=responsibility,
                   phones=PHONE, address=address)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "families"),
    [
        (jamie(MUM), ellis(MUM), TOGETHER),
        (jamie(PR_ONLY), ellis(PR_ONLY), TOGETHER),
        (jamie(LIVES_ONLY), ellis(LIVES_ONLY), TOGETHER),
        (jamie(NO_CLAIM), ellis(NO_CLAIM), APART),
        (jamie(MUM), ellis(MUM, **AWAY), APART),
        (jamie(), ellis(), APART),
        (jamie(MUM), ellis(DAD), APART),
        (jamie(MUM, **NOWHERE), ellis(MUM, **NOWHERE), TOGETHER),
        (jamie(MUM), ellis(MUM, **NOWHERE), APART),
        (jamie(NO_CLAIM, **NOWHERE), ellis(NO_CLAIM, **NOWHERE), APART),
        (jamie(contact(), **NOWHERE), ellis(contact(), **NOWHERE), APART),
        (jamie(coded("SWR", "true")), ellis(coded("SWR", "true")), APART),
        (jamie(coded("DOC", "true", AS_PUPIL)), ellis(coded("DOC", "true", AS_PUPIL)), APART),
        (jamie(coded("HFA", "true")), ellis(coded("AGN", "true")), APART),
        (jamie(coded("GRM", "true")), ellis(coded("GRM", "true")), APART),
        (jamie(coded("REL", "false", AS_PUPIL)), ellis(coded("REL", "false", AS_PUPIL)), APART),
        (jamie(coded("OTH", "true", AS_PUPIL)), ellis(coded("OTH", "true", AS_PUPIL)), TOGETHER),
        (jamie(coded("CAR", "false", AS_PUPIL)), ellis(coded("CAR", "false", AS_PUPIL)), TOGETHER),
    ],
)
def test_children_are_one_family_by_home_and_adult(
    office: Office, first: str, second: str, families: list[list[str]]
) -> None:
    office.sends(first, second)
    assert office.groups() == families


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_three_children_linked_through_one_are_one_family(
    office: Office, order: tuple[int, ...]
) -> None:
    dad = contact(forename="Drew", phones=["07700 900102"])
    three = [jamie(PR_ONLY), ellis(dad), pupil("Farrow", "Alex", contacts=[PR_ONLY, dad])]
    office.sends(*(three[place] for place in order))
    assert office.groups() == [["Alex", "Ellis", "Jamie"]]


def test_children_of_one_parent_in_two_homes_are_two_families_with_her_in_both(
    office: Office,
) -> None:
    mum_too = contact(phones=PHONE, address=home())
    office.sends(jamie(MUM), ellis(DAD, mum_too, **AWAY))
    assert office.groups() == APART
    casey = office.person("Casey Farrow")
    assert sorted(office.homes_of(casey)) == [LivesThere.NO, LivesThere.NOT_KNOWN]
    assert casey.family == office.person("Jamie Farrow").family
    assert office.tie("Ellis Farrow", "Casey Farrow").family == office.person("Ellis Farrow").family


def test_she_belongs_to_the_family_where_she_lives_even_if_named_first_elsewhere(
    office: Office,
) -> None:
    office.sends(ellis(contact(phones=PHONE), **AWAY), jamie(MUM))
    assert office.person("Casey Farrow").family == office.person("Jamie Farrow").family


def test_a_professional_is_a_member_who_lives_elsewhere_in_every_family(
    office: Office, store: Store
) -> None:
    worker = coded("SWR", "false")
    office.sends(jamie(worker), ellis(worker, **AWAY))
    assert office.groups() == APART
    marley = office.person("Marley Oldroyd")
    assert marley.kind is PersonKind.PROFESSIONAL
    assert office.homes_of(marley) == [LivesThere.NO, LivesThere.NO]
    assert len(store.find(Membership, "person = :p", p=marley.id)) == 2


def test_a_new_sibling_joins_the_family_in_the_record(office: Office) -> None:
    office.sends(jamie(MUM))
    result = office.sends(ellis(MUM), qualifier="partial")
    assert result.counts == Counts(children=1)
    assert office.groups() == TOGETHER
    assert office.person("Casey Farrow").family == office.person("Ellis Farrow").family


def test_a_new_sibling_without_an_address_joins_one_without(office: Office) -> None:
    office.sends(jamie(MUM, **NOWHERE))
    office.sends(ellis(MUM, **NOWHERE))
    assert office.groups() == TOGETHER


@pytest.mark.parametrize(
    "other",
    [ellis(MUM, **AWAY), ellis(NO_CLAIM), ellis(MUM, **NOWHERE), ellis(DAD)],
)
def test_a_new_child_who_shares_less_is_a_family_of_her_own(office: Office, other: str) -> None:
    office.sends(jamie(MUM))
    office.sends(other)
    assert office.groups() == APART


@pytest.mark.parametrize("code", ["SWR", "GRM"])
def test_professionals_and_relatives_do_not_join_a_child_to_the_record(
    office: Office, code: str
) -> None:
    office.sends(jamie(coded(code, "true")))
    office.sends(ellis(coded(code, "true")))
    assert office.groups() == APART


def test_a_grandmother_known_to_live_there_with_responsibility_joins(
    office: Office, store: Store
) -> None:
    gran = coded("GRM", "true", AS_PUPIL)
    office.sends(jamie(gran))
    (member,) = store.find(Membership, "person = :p", p=office.person("Marley Oldroyd").id)
    office.rewrite(replace(member, lives_there=LivesThere.YES))
    office.sends(ellis(gran), qualifier="partial")
    assert office.groups() == TOGETHER


def test_a_child_who_left_draws_nobody_in(office: Office) -> None:
    office.sends(jamie(MUM))
    child = office.person("Jamie Farrow")
    with office.store.saving() as saving:
        saving.change(replace(child, left_on=child.date_of_birth))
    office.sends(ellis(MUM), qualifier="partial")
    assert office.groups() == APART


def test_two_families_of_the_record_are_never_joined(office: Office) -> None:
    office.sends(jamie(MUM), ellis(DAD))
    assert office.groups() == APART
    office.sends(jamie(MUM, DAD), ellis(MUM, DAD))
    assert office.groups() == APART
    casey = office.person("Casey Farrow")
    assert len(office.homes_of(casey)) == 2


def test_an_address_in_the_record_that_could_be_anywhere_draws_nobody_in(
    office: Office, store: Store
) -> None:
    office.sends(jamie(MUM))
    (address,) = store.find(Address)
    office.rewrite(replace(address, house="", street=""))
    office.sends(ellis(MUM), qualifier="partial")
    assert office.groups() == APART


def test_children_with_two_surnames_give_the_family_both(office: Office) -> None:
    office.sends(jamie(MUM), pupil("Oldroyd", "Ellis", "2017-05-30", contacts=[MUM]))
    assert list(office.families()) == ["Farrow / Oldroyd"]


def test_a_child_in_the_record_is_never_taken_for_an_adult(office: Office) -> None:
    office.sends(pupil("Farrow", "Casey", "2008-01-01"))
    result = office.sends(jamie(MUM))
    assert result.counts == Counts(families=1, children=1, adults=1)
