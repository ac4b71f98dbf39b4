"""Staff copies that left the desk stay in mind until somebody ticks them; a card says who."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from liaison.casework.copies import CopyMade, Wish, note_copies
from liaison.casework.round_papers import round_for_paper
from liaison.casework.shredding import shredded, still_out
from liaison.casework.visit_papers import card_for_paper
from liaison.errors import CannotPrint
from liaison.model.person import Person
from liaison.model.restriction import Force
from liaison.model.settings import SharingLog
from liaison.model.visit import HomeVisit
from liaison.store.store import Store
from tests.builders import Made, Make
from tests.conftest import TODAY
from tests.sheets.pages import AT

BY = date(2026, 12, 7)


def copies(*families: str, sheet: str = "pack", number: int = 1, by: date | None = BY) -> list:
    return [
        CopyMade(
            family=family,
            sheet=sheet,
            wish=Wish(copy_number=each, copies=number),
            pages=2,
            digest=f"{sheet}{families}",
            shred_by=by,
        )
        for family in families
        for each in range(1, number + 1)
    ]


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan")


def test_what_was_printed_at_one_time_is_one_line(store: Store, make: Make, khan: Made) -> None:
    byrne = make.family("Byrne")
    note_copies(store, copies(khan.id, number=3), way="printed", at=AT)
    day = copies(khan.id, byrne.id, sheet="call_sheet", by=TODAY)
    note_copies(store, day, way="printed", at=AT)
    found = [(each.title, each.copies, each.family, each.families) for each in still_out(store)]
    assert found == [("Calls today", 1, "", 2), ("Meeting pack", 3, "Khan", 1)]


def test_a_saved_copy_and_a_family_copy_are_not_paper_to_shred(store: Store, khan: Made) -> None:
    note_copies(store, copies(khan.id), way="saved", at=AT)
    note_copies(store, copies(khan.id, by=None), way="printed", at=AT)
    assert still_out(store) == []
    assert {each.shred_by for each in store.find(SharingLog)} == {None}


def test_a_tick_is_kept_for_every_copy_and_can_be_taken_back(store: Store, khan: Made) -> None:
    note_copies(store, copies(khan.id, number=2), way="printed", at=AT)
    note_copies(store, copies(khan.id, sheet="chronology"), way="printed", at=AT)
    pack = next(each for each in still_out(store) if each.sheet == "pack")
    shredded(store, pack.id, on=TODAY)
    assert [each.sheet for each in still_out(store)] == ["chronology"]
    ticked = store.find(SharingLog, "sheet = 'pack'")
    assert [each.shredded_on for each in ticked] == [TODAY, TODAY]
    store.undo()
    assert len(still_out(store)) == 2


def test_a_colleagues_family_is_not_named(store: Store, khan: Made) -> None:
    note_copies(store, copies(khan.id), way="printed", at=AT)
    with store.saving() as saving:
        saving.change(replace(khan.family, colleague=True))
    assert [each.family for each in still_out(store)] == [""]


def visit(store: Store, khan: Made, **more: str) -> HomeVisit:
    made = HomeVisit(family=khan.id, going_on=TODAY, due_back_at="11:30", officer="A",
                     watcher="B", **more)  # fmt: skip
    with store.saving() as saving:
        return saving.add(made)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"forename": "Amina", "surname": "Khan"}, "Amina K."),
        ({"forename": "", "name_title": "Mrs", "surname": "Khan"}, "Mrs K."),
        ({"forename": "", "name_title": "", "surname": "Khan"}, "K."),
    ],
)
def test_a_card_has_a_first_name_and_an_initial(
    store: Store, khan: Made, names: dict[str, str], shown: str
) -> None:
    with store.saving() as saving:
        adult: Person = saving.change(replace(khan.adults[0], **names))
    kept = visit(store, khan, person=adult.id, purpose="attendance", phone="07700 900412")
    decided = card_for_paper(store, kept.id, Wish(), today=TODAY)
    card = decided.matter
    assert (card.name, card.phone, card.due_back_at) == (shown, "07700 900412", "11:30")
    codes = [each.code for each in store.choices("purpose")]
    assert card.purpose == str(codes.index("attendance") + 1)
    assert decided.families == (khan.id,)


def test_a_card_of_a_visit_to_nobody_by_name_names_nobody(store: Store, khan: Made) -> None:
    card = card_for_paper(store, visit(store, khan).id, Wish(), today=TODAY).matter
    assert (card.name, card.purpose) == ("", "")
    with pytest.raises(CannotPrint, match="choose a home visit first"):
        card_for_paper(store, "none", Wish(), today=TODAY)


def test_a_list_to_ring_has_the_children_it_was_asked_for(
    store: Store, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[0], force=Force.WISH)
    child = khan.children[0].id
    decided = round_for_paper(store, f"{child} {khan.adults[0].id} gone", Wish(), today=TODAY)
    assert [each.child.id for each in decided.matter.absent] == [child]
    assert decided.families == (khan.id,)
    with pytest.raises(CannotPrint, match="no child is on the list"):
        round_for_paper(store, "", Wish(), today=TODAY)
