"""Addresses that must not travel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.errors import CannotPrint
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.reach import PointKind
from liaison.model.restriction import What
from tests.sheets.records import (
    ALI,
    DAD,
    MUM,
    ZARA,
    address,
    concern,
    contact,
    family,
    handover,
    ids,
    khans,
    lives,
    phone,
    restriction,
    staff,
    words_in,
)


def test_no_other_adults_phone_address_or_preference_is_on_a_family_copy() -> None:
    copy = family(khans(), "mum").record
    assert {each.person for each in (*copy.points, *copy.addresses, *copy.preferences)} == {"mum"}
    assert not [each for each in words_in(copy) if "Dad" in each]
    other = family(khans(), "dad").record
    assert not [each for each in words_in(other) if "Mum" in each or "Ali" in each]


def test_an_address_prints_only_for_an_adult_recorded_as_living_there() -> None:
    assert ids(family(khans(), "mum").record.addresses) == {"i-mumaddress"}
    assert not family(khans(), "dad").record.addresses
    assert ids(staff(khans()).record.addresses) == {"i-mumaddress"}


def test_as_the_child_prints_the_childs_address() -> None:
    follows = address("mum", as_the_child=True, street="", postcode="", house="")
    record = khans(addresses=(follows, address("zara")))
    assert family(record, "mum").record.addresses[0].street == "Zara Street"
    alone = khans(addresses=(follows,))
    assert family(alone, "mum").record.addresses[0].street == ""


def test_a_confidential_address_takes_every_address_from_other_adults_copies() -> None:
    hidden = khans(addresses=(address("mum"), address("dad", confidential=True)))
    assert not family(hidden, "mum").record.addresses
    home = khans(
        addresses=(address("mum", confidential=True), address("dad")),
        memberships=(lives("mum", LivesThere.YES), lives("dad", LivesThere.YES)),
    )
    assert family(home, "mum").record.addresses


def test_as_the_child_inherits_confidentiality() -> None:
    record = khans(
        addresses=(
            address("mum", as_the_child=True),
            address("zara", confidential=True),
            address("dad"),
        ),
        memberships=(lives("mum", LivesThere.YES), lives("dad", LivesThere.NO)),
    )
    (shown,) = staff(record).record.addresses
    assert (shown.person, shown.confidential, shown.lines) == ("mum", True, ())
    assert not family(record, "dad").record.concerns


def test_a_confidential_address_stands_on_no_staff_copy_but_as_that_word() -> None:
    record = khans(addresses=(address("mum", confidential=True), address("dad")))
    copy = staff(record)
    assert [(each.person, each.lines) for each in copy.record.addresses] == [("mum", ())]
    assert "Addresses left out: 1. Confidential." in [each.sentence for each in copy.left_out]


@pytest.mark.parametrize(
    "said",
    [
        "Walked home by Mum St. today",
        "now in zz993vz",
        "ring +44 7700 900123",
        "ring 07700-900-123",
        "write to AMINA@example.org",
        "moves to Hill View Academy",
        "at Rose House",
    ],
)
def test_free_text_that_gives_a_confidential_address_away_is_refused_by_name(said: str) -> None:
    record = khans(
        contacts=(contact("withdad", facts=said),),
        addresses=(address("mum", confidential=True, house="Rose House"),),
        people=(MUM, DAD, replace(ZARA, next_school="Hill View Academy"), ALI),
        points=(
            phone("mum", "07700 900123"),
            phone("mum", "amina@example.org").__class__(
                id="e", person="mum", kind=PointKind.EMAIL, value="amina@example.org"
            ),
        ),
    )
    with pytest.raises(CannotPrint, match="“Contact” of 9 November 2026 holds"):
        family(record, "dad")
    assert family(record, "mum")


def test_another_adults_number_in_a_note_is_refused_whatever_the_address() -> None:
    record = khans(contacts=(contact("withdad", facts="Her number is 07700 900123."),))
    with pytest.raises(CannotPrint, match="a phone number"):
        family(record, "dad")


def test_a_handover_giving_a_confidential_address_away_is_refused_and_staff_are_warned() -> None:
    told = concern("zaraworry", "zara", support="Walks from Mum Street")
    record = khans(concerns=(told,), addresses=(address("mum", confidential=True),))
    with pytest.raises(CannotPrint, match="Worry about a move"):
        handover(record)
    assert "is confidential" in staff(record).warnings[0]


def test_a_reader_under_an_address_restriction_learns_no_address() -> None:
    record = khans(restrictions=(restriction(What.ADDRESS, "mum"),))
    assert not family(record, "mum").record.addresses
    told = replace(
        khans(restrictions=(restriction(What.ADDRESS),)),
        contacts=(contact("withdad", facts="They live in Zara Street."),),
    )
    with pytest.raises(CannotPrint, match="an address"):
        family(told, "dad")


def test_a_staff_copy_names_no_next_school_where_an_address_is_confidential() -> None:
    def named(record: FamilyRecord) -> list[str]:
        kept = staff(record).record
        return [each.next_school for each in kept.children] + [
            each.to_school + each.owner_there for each in kept.concerns
        ]

    assert all(named(khans()))
    assert not any(named(khans(addresses=(address("mum", confidential=True),))))
