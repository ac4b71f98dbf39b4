"""One letter for two adults: only where they are known to live together and nothing forbids it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.model.copies.together import not_together
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.restriction import Force, What
from tests.sheets.records import DAD, MUM, TODAY, address, khans, lives, restriction


@pytest.fixture
def together() -> FamilyRecord:
    record = khans(addresses=(address("mum"), address("dad")))
    others = tuple(each for each in record.memberships if each.person != "dad")
    return replace(record, memberships=(*others, lives("dad", LivesThere.YES)))


def test_two_adults_who_live_together_may_have_one_letter(together: FamilyRecord) -> None:
    assert not_together(together, MUM, DAD, TODAY) == ""
    assert not_together(together, DAD, MUM, TODAY) == ""


def test_one_adult_is_not_two(together: FamilyRecord) -> None:
    assert not_together(together, MUM, MUM, TODAY) == "Choose two different adults, or one."


@pytest.mark.parametrize("there", [each for each in LivesThere if each is not LivesThere.YES])
def test_who_is_not_known_to_live_there_gets_a_letter_of_her_own(
    together: FamilyRecord, there: LivesThere
) -> None:
    others = tuple(each for each in together.memberships if each.person != "dad")
    apart = replace(together, memberships=(*others, lives("dad", there)))
    said = "Mrs Khan and Mr Khan are not known to live together. Write to each of them."
    assert not_together(apart, MUM, DAD, TODAY) == said


def test_somebodys_confidential_address_elsewhere_is_kept_from_both(
    together: FamilyRecord,
) -> None:
    kept = tuple(each for each in together.addresses if each.person != "zara")
    others = tuple(each for each in together.memberships if each.person != "zara")
    hidden = replace(
        together,
        addresses=(*kept, address("zara", confidential=True)),
        memberships=(*others, lives("zara", LivesThere.NO)),
    )
    said = "An address in this family is confidential. Write to Mrs Khan and Mr Khan one by one."
    assert not_together(hidden, MUM, DAD, TODAY) == said


def test_their_own_confidential_address_is_no_secret_between_them(together: FamilyRecord) -> None:
    own = tuple(replace(each, confidential=True) for each in together.addresses)
    assert not_together(replace(together, addresses=own), MUM, DAD, TODAY) == ""


def test_who_moved_out_by_then_does_not_live_there(together: FamilyRecord) -> None:
    rows = tuple(
        replace(each, until=TODAY) if each.person == "dad" else each
        for each in together.memberships
    )
    moved = replace(together, memberships=rows)
    assert "not known to live together" in not_together(moved, MUM, DAD, TODAY)
    assert not_together(moved, MUM, DAD, TODAY - timedelta(days=1)) == ""


@pytest.mark.parametrize("what", list(What))
@pytest.mark.parametrize("adult", ["mum", "dad"])
@pytest.mark.parametrize("force", list(Force))
def test_a_restriction_of_any_kind_on_either_of_them_makes_two_letters(
    together: FamilyRecord, what: What, adult: str, force: Force
) -> None:
    order = restriction(what, adult, force=force)
    held = replace(together, restrictions=(order,))
    said = not_together(held, MUM, DAD, TODAY)
    assert said == "There is a restriction. Write to Mrs Khan and Mr Khan one by one."


def test_one_that_has_ended_is_looked_at_first_and_one_thrown_away_counts_no_more(
    together: FamilyRecord,
) -> None:
    over = restriction(What.CONTACT, "dad", ends_on=date(2026, 11, 1))
    assert not_together(replace(together, restrictions=(over,)), MUM, DAD, TODAY)
    gone = replace(over, deleted=True)
    assert not_together(replace(together, restrictions=(gone,)), MUM, DAD, TODAY) == ""
