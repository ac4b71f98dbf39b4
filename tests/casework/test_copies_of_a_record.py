"""What a copy needs to know of the rest of the record: other families' children, the lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.casework.copies import Wish, copy_of_family
from liaison.casework.copying_out import contact_text
from liaison.casework.families import keep, whole_family
from liaison.casework.letter_texts import english_of, keep_text
from liaison.casework.letters import LetterWish, letter_for_paper
from liaison.casework.lists import relabel
from liaison.errors import CannotPrint
from liaison.model.contact import About, Part
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUp
from liaison.model.letter import LetterKind
from liaison.model.office_list import NO_LONGER_LISTED
from liaison.model.relationship import Relationship, Responsibility
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make


@pytest.fixture
def khans(make: Make) -> Made:
    return make.family()


def hers(store: Store, khans: Made) -> list[str]:
    wish = Wish(audience=Audience.FAMILY, reader=khans.adults[0].id)
    copy = copy_of_family(store, khans.id, wish, today=TODAY)
    return [each.facts for each in copy.record.contacts]


def noted(make: Make, khans: Made, facts: str) -> None:
    make.contact(khans, facts=facts, people=[(khans.adults[0], Part.SPOKEN_TO)])


def test_a_note_that_names_a_child_of_another_family_is_not_hers(
    store: Store, make: Make, khans: Made
) -> None:
    turners = make.family("Turner", children=(("Jack", "6"),))
    noted(make, khans, "They fell out with Jack Turner.")
    noted(make, khans, "They fell out with Jack.")
    assert hers(store, khans) == ["They fell out with Jack."]
    staff = copy_of_family(store, khans.id, Wish(), today=TODAY)
    assert len(staff.record.contacts) == 2
    keep(
        store,
        Relationship(
            family=turners.id, adult=khans.adults[0].id, child=turners.children[0].id,
            relationship="mother", responsibility=Responsibility.YES,
        ),
    )  # fmt: skip
    assert len(hers(store, khans)) == 2


def test_a_child_with_the_name_of_one_of_the_family_hides_nothing(
    store: Store, make: Make, khans: Made
) -> None:
    make.family("Khan", children=(("Zara", "2"),))
    noted(make, khans, "Zara Khan had a good day.")
    assert len(hers(store, khans)) == 1


def test_a_note_that_says_what_the_school_calls_the_kind_is_reworded_first(
    store: Store, make: Make, khans: Made
) -> None:
    noted(make, khans, "We had a straight talk.")
    assert len(hers(store, khans)) == 1
    (honest, *_) = store.choices("meeting_kind")
    relabel(store, honest, "Straight talk")
    with pytest.raises(CannotPrint, match="straight talk"):
        hers(store, khans)


def test_a_place_in_the_schools_own_words_is_read_before_it_is_printed(
    store: Store, make: Make, khans: Made
) -> None:
    noted(make, khans, "A good talk.")
    (note,) = copy_of_family(store, khans.id, Wish(), today=TODAY).record.contacts
    keep(store, replace(note, place="library"))
    assert len(hers(store, khans)) == 1
    (library,) = [each for each in store.choices("place") if each.code == "library"]
    relabel(store, library, "Known to the DSL")
    with pytest.raises(CannotPrint, match="Reword"):
        hers(store, khans)


def test_the_schools_own_letter_says_no_more_than_a_family_may_read(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans).meeting.id
    wish = Wish(audience=Audience.FAMILY, reader=khans.adults[0].id)
    letter = LetterWish(kind=LetterKind.INVITATION)
    assert letter_for_paper(store, met, wish, today=TODAY, letter=letter).matter
    english = english_of(store, LetterKind.INVITATION)
    text = f"{english.text}\nThis is an honest conversation."
    keep_text(store, replace(english, text=text), today=TODAY)
    with pytest.raises(CannotPrint, match="says “honest conversation”"):
        letter_for_paper(store, met, wish, today=TODAY, letter=letter)


def test_a_letter_about_a_child_the_office_no_longer_lists_warns(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans).meeting.id
    wish = Wish(audience=Audience.FAMILY, reader=khans.adults[0].id)
    letter = LetterWish(kind=LetterKind.INVITATION)
    zara = khans.children[0]
    gone = FollowUp(family=khans.id, action=NO_LONGER_LISTED, person=zara.id, due=TODAY)
    assert letter_for_paper(store, met, wish, today=TODAY, letter=letter).warnings == ()
    keep(store, gone)
    (said,) = letter_for_paper(store, met, wish, today=TODAY, letter=letter).warnings
    assert said == "Zara Khan is no longer on the office list. Check before you send this."


def test_a_contact_copied_out_holds_no_view_no_label_and_no_childs_words(
    store: Store, make: Make, khans: Made
) -> None:
    noted(make, khans, "A talk about the bus.")
    record = whole_family(store, khans.id)
    full = replace(record.contacts[0], view="QviewX", child_voice="QvoiceX", about=About.CONCERN)
    said = contact_text(store, full, record)
    assert "A talk about the bus." in said
    assert [each for each in ("QviewX", "QvoiceX", "Worry") if each in said] == []
