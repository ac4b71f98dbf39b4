"""What an import asks the officer to check: orders it cannot read, people it no longer finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from liaison.exchange.import_plan import CHECK_THE_ORDER, NO_LONGER_LISTED, Counts
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.model.restriction import Restriction
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.exchange.ctf_files import AS_PUPIL, contact, pupil
from tests.exchange.importing import Office

MUM = contact(phones=["07700 900101"], address=AS_PUPIL)
DAD = contact(forename="Drew", relationship="PAF", phones=["07700 900102"], court="Y")


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Office:
    return Office(store, tmp_path)


def jamie(*contacts: str) -> str:
    return pupil(contacts=contacts)


def ellis(*contacts: str) -> str:
    return pupil(forename="Ellis", born="2017-05-30", contacts=contacts)


def test_a_court_order_makes_a_follow_up_and_restricts_nobody(office: Office, store: Store) -> None:
    office.sends(jamie(MUM, DAD))
    assert store.find(Restriction) == []
    (order,) = store.find(FollowUp)
    assert order.action == "Check the order"
    assert order.kind is FollowUpKind.TASK
    assert (order.person, order.owner) == (office.person("Drew Farrow").id, "Mrs A Officer")
    assert order.due == date(2026, 11, 24)
    assert order.source == office.tie("Jamie Farrow", "Drew Farrow").id
    assert "Drew Farrow and Jamie Farrow" in order.why


def test_one_order_about_two_children_of_a_family_is_one_follow_up(office: Office) -> None:
    office.sends(jamie(MUM, DAD), ellis(MUM, DAD))
    assert office.reminders(CHECK_THE_ORDER) == ["Drew Farrow"]


def test_an_order_that_was_checked_is_not_asked_for_again(office: Office, store: Store) -> None:
    office.sends(jamie(MUM, DAD))
    (order,) = store.find(FollowUp)
    office.rewrite(replace(order, state=FollowUpState.DONE, closed_on=TODAY))
    assert office.plan(jamie(MUM, DAD)).empty


def test_an_order_told_later_about_a_known_adult_is_asked_for(office: Office) -> None:
    office.sends(jamie(MUM, DAD.replace("<CourtOrder>Y", "<CourtOrder>N")))
    assert office.reminders(CHECK_THE_ORDER) == []
    office.sends(jamie(MUM, DAD))
    assert office.reminders(CHECK_THE_ORDER) == ["Drew Farrow"]


def test_a_contact_left_out_of_a_full_file_is_to_be_checked_once(
    office: Office, store: Store
) -> None:
    office.sends(jamie(MUM, contact("Oldroyd", "Marley", relationship="GRM")))
    result = office.sends(jamie(MUM))
    assert result.counts == Counts()
    assert office.reminders(NO_LONGER_LISTED) == ["Marley Oldroyd"]
    assert office.plan(jamie(MUM)).empty
    (reminder,) = store.find(FollowUp)
    office.rewrite(replace(reminder, state=FollowUpState.NOT_NEEDED))
    assert office.plan(jamie(MUM)).empty


def test_a_child_left_out_of_a_full_file_is_to_be_checked(office: Office) -> None:
    office.sends(jamie(MUM), ellis(MUM))
    office.sends(jamie(MUM))
    assert office.reminders(NO_LONGER_LISTED) == ["Ellis Farrow"]


def test_families_the_file_does_not_cover_are_left_alone(office: Office) -> None:
    office.sends(jamie(MUM, DAD))
    other = pupil("Sandhu", "Noor", contacts=[contact("Sandhu", "Sasha", phones=["01632 960111"])])
    office.sends(other)
    office.sends(other)
    assert office.reminders(NO_LONGER_LISTED) == []


def test_a_contact_named_under_a_sibling_is_still_on_the_list(office: Office) -> None:
    office.sends(jamie(MUM, DAD), ellis(MUM, DAD))
    office.sends(jamie(MUM), ellis(MUM, DAD))
    assert office.reminders(NO_LONGER_LISTED) == []


def test_a_partial_file_asks_about_nobody(office: Office) -> None:
    office.sends(jamie(MUM, DAD), ellis(MUM))
    office.sends(jamie(MUM), qualifier="partial")
    assert office.reminders(NO_LONGER_LISTED) == []


def test_a_full_file_without_any_contacts_asks_about_no_adult(office: Office) -> None:
    office.sends(jamie(MUM, DAD))
    office.sends(jamie())
    assert office.reminders(NO_LONGER_LISTED) == []


def test_leavers_and_the_dead_are_not_asked_about(office: Office) -> None:
    office.sends(jamie(MUM, DAD), ellis(MUM))
    office.rewrite(replace(office.person("Ellis Farrow"), left_on=TODAY))
    office.rewrite(replace(office.person("Drew Farrow"), died_on=TODAY))
    office.sends(jamie(MUM))
    assert office.reminders(NO_LONGER_LISTED) == []


def test_somebody_typed_by_hand_was_never_on_the_list(office: Office, make: Make) -> None:
    made = make.family("Khan", children=[("Zara", "6")], adults=[("Mrs", "Amina", "mother")])
    make.phone(made.adults[0], "07700 900101")
    sasha = contact("Khan", "Sasha", phones=["07700 900105"])
    office.sends(pupil("Khan", "Zara", None, contacts=[sasha]))
    assert office.reminders(NO_LONGER_LISTED) == []
