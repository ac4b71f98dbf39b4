"""What a hand types into any field of a meeting, searched for in the copy of the wrong adult."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from liaison.errors import CannotPrint
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.meeting import MeetingState
from liaison.model.restriction import What
from tests.model.typed import HOME_TEXTS, STREET, copied, held, sent_a_copy
from tests.sheets.meeting_records import action, item, row
from tests.sheets.records import (
    TODAY,
    address,
    concern,
    family,
    khans,
    lives,
    phone,
    restriction,
)

FULL_WIDTH = {ord(str(n)): 0xFF10 + n for n in range(10)}
ADDRESSES = ("14 Rowan Close", "rowan cl.", "ROWAN\u200b CLOSE", "Rowan-Close", "zz993vz")
PHONES = (
    "07700 900123",
    "+44 (0)7700 900 123",
    "07700\u2013900123",
    "07700 900123".translate(FULL_WIDTH),
    "07700\u200b900123",
    "900123",
)


@pytest.mark.parametrize("typed", [*ADDRESSES, *PHONES])
def test_the_other_adults_address_or_phone_is_refused_however_it_is_typed(typed: str) -> None:
    record = khans(addresses=(STREET, address("zara", street="Elm Way")))
    with pytest.raises(CannotPrint, match="must not go on this copy"):
        copied(held(outcome=f"Come to {typed} at four"), "dad", record)


@pytest.mark.parametrize("name", HOME_TEXTS)
def test_an_address_is_refused_in_every_field_of_a_meeting(name: str) -> None:
    record = khans(addresses=(STREET,))
    whole = held(coming=("dad",), **{name: "14 Rowan Close"})
    with pytest.raises(CannotPrint, match="an address"):
        copied(whole, "dad", record)
    assert copied(held(coming=("mum",), **{name: "14 Rowan Close"}), "mum", record)


@pytest.mark.parametrize(
    "more",
    [
        {"items": (item("a", what="Meet at Rowan Close"),)},
        {"items": (item("a", said="Meet at Rowan Close", share=True),)},
        {"actions": (action("a", action="Fetch her from Rowan Close"),)},
        {"actions": (action("a", known_by="A card from Rowan Close"),)},
        {"actions": (action("a", owner="The warden, Rowan Close"),)},
        {"people": (row("dad", "dad"), row("w", name="The warden of Rowan Close"))},
        {"people": (row("dad", "dad"), row("w", role="Warden, Rowan Close"))},
    ],
)
def test_an_address_is_refused_in_every_part_of_a_meeting(more: dict[str, Any]) -> None:
    with pytest.raises(CannotPrint, match="an address"):
        copied(replace(held(), **more), "dad", khans(addresses=(STREET,)))


def test_a_place_the_school_named_after_a_home_is_refused() -> None:
    names_of_places = {"home": "Mrs Khan’s, 14 Rowan Close"}
    record = khans(addresses=(STREET,))
    with pytest.raises(CannotPrint, match="an address"):
        copied(held(place="14 Rowan Close"), "dad", record)
    with pytest.raises(CannotPrint, match="an address"):
        copied(
            held(place="home"), "dad", record,
            label=lambda _, code: names_of_places.get(code, code),
        )  # fmt: skip
    assert copied(held(place="home"), "dad", record)


def test_a_place_the_school_named_after_a_child_is_refused_to_who_is_not_a_parent() -> None:
    def label(_: str, code: str) -> str:
        return {"home": "At Ali’s gran’s"}.get(code, code)

    with pytest.raises(CannotPrint, match="names a child"):
        copied(held(place="home"), "dad", label=label)
    assert copied(held(place="home"), "mum", label=label)


@pytest.mark.parametrize(
    ("house", "street", "locality"),
    [("Rowan Lodge", "", ""), ("14", "", "Rowan Lodge"), ("", "Flat 2, 14 Rowan Lodge", "")],
)
def test_an_address_without_a_street_is_known_by_its_house_or_its_locality(
    house: str, street: str, locality: str
) -> None:
    where = address("mum", house=house, street=street, locality=locality)
    with pytest.raises(CannotPrint, match="an address"):
        copied(held(outcome="See you at Rowan Lodge"), "dad", khans(addresses=(where,)))


def test_the_other_adults_own_address_stays_off_the_copy_of_who_lives_in_the_home() -> None:
    his = held(outcome="Ali stays at Dad Street on Fridays")
    with pytest.raises(CannotPrint, match="an address"):
        copied(his, "mum")


def test_a_childs_address_is_refused_to_who_does_not_live_there() -> None:
    with pytest.raises(CannotPrint, match="an address"):
        copied(
            held(outcome="The bus stops in Zara Street"), "dad", khans(addresses=(address("zara"),))
        )


def test_who_is_only_said_to_live_as_the_child_learns_no_confidential_address() -> None:
    hidden = address("zara", street="14 Rowan Close", confidential=True)
    said = address("dad", house="", street="", postcode="", as_the_child=True)
    members = tuple(
        lives(each, LivesThere.NOT_KNOWN if each == "dad" else LivesThere.YES)
        for each in ("mum", "dad", "zara", "ali")
    )
    record = khans(addresses=(hidden, said), memberships=members)
    whole = held(outcome="The taxi comes to Rowan Close")
    with pytest.raises(CannotPrint, match="an address"):
        copied(whole, "dad", record)
    assert copied(whole, "mum", record)
    assert not family(record, "dad").record.concerns
    assert family(record, "mum").record.concerns
    confirmed = tuple(lives(each, LivesThere.YES) for each in ("mum", "dad", "zara", "ali"))
    assert copied(whole, "dad", replace(record, memberships=confirmed))


def test_who_has_moved_out_no_longer_lives_there() -> None:
    def until(day: date) -> FamilyRecord:
        both = (lives("mum", LivesThere.YES), replace(lives("dad", LivesThere.YES), until=day))
        return khans(addresses=(STREET,), memberships=both)

    whole = held(outcome="The taxi comes to Rowan Close")
    assert copied(whole, "dad", until(date(2027, 1, 1)))
    with pytest.raises(CannotPrint, match="an address"):
        copied(whole, "dad", until(TODAY))


def test_a_next_school_is_refused_where_an_address_is_confidential() -> None:
    worry = concern("w", "zara", to_school="Quarry High")
    hidden = khans(addresses=(address("mum", confidential=True),), concerns=(worry,))
    with pytest.raises(CannotPrint, match="next school"):
        copied(held(purpose="The move to Quarry High"), "dad", hidden)


def test_a_next_school_is_warned_of_for_who_does_not_live_with_the_child() -> None:
    record = khans(concerns=(concern("w", "zara", to_school="Quarry High"),))
    whole = held(purpose="The move to Quarry High")
    assert any("next school" in each for each in copied(whole, "dad", record).warnings)
    assert not any("next school" in each for each in copied(whole, "mum", record).warnings)


def test_no_copy_tells_beforehand_where_somebody_hidden_will_be() -> None:
    hidden = khans(addresses=(address("mum", confidential=True),))
    ahead = sent_a_copy(held(next_on=TODAY))
    with pytest.raises(CannotPrint, match="must not learn where Mrs Khan is"):
        copied(ahead, "dad", hidden)
    assert copied(ahead, "dad").meeting.meeting.next_on == TODAY
    over = sent_a_copy(held(next_on=TODAY, state=MeetingState.CLOSED))
    his = copied(over, "dad", hidden)
    assert his.meeting.meeting.next_on is None
    assert "The day of the next meeting" in {each.what for each in his.left_out}
    both = held(next_on=TODAY, state=MeetingState.CLOSED)
    assert copied(both, "dad", hidden).meeting.meeting.next_on == TODAY
    assert copied(over, "mum", hidden).meeting.meeting.next_on == TODAY


def test_the_phone_of_a_child_in_a_hidden_home_stays_off_a_copy() -> None:
    points = (phone("mum", "07700 900123"), phone("zara", "07700 900789"))
    hidden = khans(addresses=(address("mum", confidential=True),), points=points)
    whole = held(outcome="Text her on 07700 900789")
    with pytest.raises(CannotPrint, match="a phone number"):
        copied(whole, "dad", hidden)
    assert copied(whole, "mum", hidden)
    assert copied(whole, "dad", khans(points=points))


def test_an_order_keeps_an_address_from_who_is_still_recorded_as_living_there() -> None:
    both = tuple(lives(each, LivesThere.YES) for each in ("mum", "dad", "zara", "ali"))
    whole = held(outcome="The taxi comes to Rowan Close")
    assert copied(whole, "dad", khans(addresses=(STREET,), memberships=both))
    order = (restriction(What.ADDRESS),)
    with pytest.raises(CannotPrint, match="an address"):
        copied(whole, "dad", khans(addresses=(STREET,), memberships=both, restrictions=order))


def test_her_own_number_and_street_are_hers_to_read() -> None:
    record = khans(points=(phone("mum", "07700 900123"), phone("dad", "07700 900123")))
    assert copied(held(outcome="Ring 07700 900123"), "mum", record)
    assert copied(held(outcome="Come to Dad Street"), "dad", record)
