"""Letters that are hard to write: nobody's name, no words, far too many, and none a font has."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from liaison.casework.copies import Wish
from liaison.casework.letter_texts import keep_text
from liaison.casework.letters import LetterWish, letter_for_paper
from liaison.casework.meeting_outcomes import hold
from liaison.casework.meetings import plan_meeting
from liaison.errors import CannotPrint, NotReady
from liaison.model.fields import Audience
from liaison.model.letter import ENGLISH, LetterKind, LetterText
from liaison.model.meeting import Meeting
from liaison.sheets.letter import letter_sheet
from liaison.sheets.making import MadeSheet, make
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.sheets.pages import everything

INVITED = LetterWish(kind=LetterKind.INVITATION)
AGREED = LetterWish(kind=LetterKind.FOLLOW_UP)


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family(adults=(("Mrs", "Amina", "mother"),))


def letter(store: Store, meeting: str, reader: str, wish: LetterWish) -> MadeSheet:
    copy = Wish(audience=Audience.FAMILY, reader=reader)
    at = store.now().astimezone()
    return make(store, letter_sheet(wish), meeting, copy, today=TODAY, printed_at=at)


def agreed(store: Store, make: Make, khan: Made, outcome: str) -> MadeSheet:
    """The letter after a meeting of which this came."""
    met = hold(store, make.meeting(khan).meeting, today=TODAY).meeting
    with store.saving() as saving:
        saving.change(replace(met, outcome=outcome))
    return letter(store, met.id, khan.adults[0].id, AGREED)


def test_a_meeting_without_a_family_is_refused(store: Store) -> None:
    with pytest.raises(NotReady, match="choose one first"):
        plan_meeting(store, Meeting(kind="honest", held_on=TODAY), today=TODAY)


@pytest.mark.parametrize(
    ("title", "forename", "dear", "warned"),
    [("", "Amina", "Dear Amina Khan,", False), ("", "", "Dear Khan,", True)],
)
def test_nobody_is_given_a_title_and_a_surname_alone_is_a_warning(
    store: Store, make: Make, khan: Made, title: str, forename: str, dear: str, warned: bool
) -> None:
    met = make.meeting(khan).meeting
    mum = khan.adults[0]
    with store.saving() as saving:
        saving.change(replace(mum, name_title=title, forename=forename))
    made = letter(store, met.id, mum.id, INVITED)
    assert dear in everything(made.pdf)
    assert any("No title and no first name" in each for each in made.warnings) is warned


def test_a_reader_of_another_family_or_none_is_refused(
    store: Store, make: Make, khan: Made
) -> None:
    met = make.meeting(khan).meeting.id
    stranger = make.family("Reid", adults=(("Mr", "Ewan", "father"),)).adults[0].id
    for reader, said in (
        ("", "for one adult: say who"),
        (stranger, "does not belong"),
    ):
        with pytest.raises(CannotPrint, match=said):
            letter_for_paper(store, met, Wish(reader=reader), today=TODAY, letter=INVITED)


def test_an_outcome_of_blanks_alone_is_nothing_to_say(store: Store, make: Make, khan: Made) -> None:
    with pytest.raises(CannotPrint, match="nothing to say"):
        agreed(store, make, khan, " \n\t ")


@pytest.mark.parametrize("outcome", ["x" * 5000, "supercalifragilistic" * 250, "a line\n" * 2000])
def test_words_and_texts_without_end_go_over_several_pages(
    store: Store, make: Make, khan: Made, outcome: str
) -> None:
    made = agreed(store, make, khan, outcome)
    assert made.pages > 1
    assert made.reading is not None
    assert len(made.reading.sentence) < 300


def test_what_looks_like_a_slot_or_a_tag_is_printed_as_it_was_typed(
    store: Store, make: Make, khan: Made
) -> None:
    typed = "{child} and {nobody} } {, <b>not bold</b> &amp;"
    assert typed in everything(agreed(store, make, khan, typed).pdf)


def test_a_character_that_no_font_has_is_named_before_anything_is_printed(
    store: Store, make: Make, khan: Made
) -> None:
    with pytest.raises(CannotPrint, match="grinning face"):
        agreed(store, make, khan, "She was glad \N{GRINNING FACE}.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We meet on {day}.", "no {day} in this letter"),
        ("Dear {mum},", "no {mum} in this letter"),
        ("Bring {child", "bracket"),
    ],
)
def test_a_phrase_with_a_slot_it_cannot_have_is_refused(store: Store, text: str, said: str) -> None:
    phrase = LetterText(kind=LetterKind.PHRASE, language=ENGLISH, name="Ours", text=text)
    with pytest.raises(NotReady) as refused:
        keep_text(store, phrase, today=TODAY)
    assert said in refused.value.problems["text"]
    assert store.find(LetterText) == []


def test_a_meeting_without_time_and_place_is_an_invitation_all_the_same(
    store: Store, make: Make, khan: Made
) -> None:
    met = make.meeting(khan, held_on=TODAY + timedelta(days=400), held_at="", place="", purpose="")
    made = letter(store, met.meeting.id, khan.adults[0].id, INVITED)
    said = everything(made.pdf)
    assert "28 December 2027" in said
    for never in ("Time:", "Place:", "What it is about:", "on None"):
        assert never not in said
