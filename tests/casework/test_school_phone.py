"""The school's phone: on letters where it is known, in no checked translation's way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.casework.copies import Wish
from liaison.casework.letter_texts import (
    OF_BEFORE,
    english_of,
    keep_text,
    languages_ready,
    texts_in,
)
from liaison.casework.letters import Letter, LetterWish, letter_for_paper
from liaison.errors import CannotPrint
from liaison.model.earlier_letters import EARLIER
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.letter import LETTERS, LetterKind, LetterText
from liaison.model.letter_texts import OURS
from liaison.model.letter_words import mark_of
from liaison.model.reach import is_phone
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

PHONE = "01632 960123"
INVITED = LetterWish(kind=LetterKind.INVITATION)
URDU = "ur"
SHIPPED = {
    *("344c41b33900ff10", "1f8a675899498e0e", "e7af3f91d6d2fed4", "5cc054be5e8e1cfd"),
    *("e8de518f4d3d0fee", "d063f9c373790ee5", "8302aaa37358af34", "859e526af32b3407"),
    *("f3f01bc29242099b", "a7b7d19cf74cd70b", "112efe593855cd00", "c1488c3e7410c817"),
    *("dfc8f2094d400547", "8ac96beea184e293", "35b4b8a64bc2208a", "34e3147093e0f059"),
}
"""The marks of every English text there has been."""


def with_phone(store: Store, phone: str = PHONE) -> None:
    with store.saving() as saving:
        saving.change(replace(store.settings, phone=phone))


def letter(store: Store, meeting: str, reader: str, wish: LetterWish = INVITED) -> Letter:
    return letter_for_paper(store, meeting, Wish(reader=reader), today=TODAY, letter=wish).matter


def lines(written: Letter) -> list[str]:
    return [each.words for each in written.english.paragraphs]


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family()


@pytest.fixture
def met(make: Make, khan: Made) -> str:
    return make.meeting(khan).meeting.id


def test_an_invitation_says_where_to_ring(store: Store, khan: Made, met: str) -> None:
    mum = khan.adults[0].id
    without = lines(letter(store, met, mum))
    assert not any("ring us" in each for each in without)
    with_phone(store)
    said = lines(letter(store, met, mum))
    assert [each for each in said if each not in without] == [f"You can ring us on {PHONE}."]


@pytest.mark.parametrize("kind", LETTERS)
def test_each_letter_of_ours_has_room_for_it(store: Store, kind: LetterKind) -> None:
    said = english_of(store, kind).text.splitlines()
    assert said.count("You can ring us on {school_phone}.") == 1


def test_a_phone_that_is_somebodys_at_work_stops_no_letter(store: Store, make: Make) -> None:
    two = make.family("Reid", adults=[("Mrs", "Una", "mother"), ("Mr", "Sean", "father")])
    make.phone(two.adults[1], PHONE)
    with_phone(store)
    other = make.meeting(two, coming=two.adults[:1]).meeting.id
    assert any(PHONE in each for each in lines(letter(store, other, two.adults[0].id)))


def urdu(english: LetterText) -> LetterText:
    return LetterText(
        kind=LetterKind.INVITATION,
        language=URDU,
        heading="ملاقات {child}",
        text="\n".join(f"اردو {each}" for each in english.text.splitlines()),
        translated_by="Mrs Y Translator",
        checked_by="Mr Z Checker",
        checked_on=TODAY,
    )


def checked_before(store: Store, kind: LetterKind = LetterKind.INVITATION) -> LetterText:
    """A translation that was checked when our English was the one of before."""
    before = next(each for each in EARLIER if each.kind is kind)
    old = replace(urdu(before), kind=kind, family=SETTINGS_STREAM, checked_english=mark_of(before))
    with store.saving() as saving:
        return saving.add(old)


def test_a_translation_checked_before_still_goes_out_with_the_english_it_was_checked_against(
    store: Store, khan: Made, met: str
) -> None:
    with_phone(store)
    checked_before(store)
    assert languages_ready(store, LetterKind.INVITATION) == ("en-GB", URDU)
    (line,) = (e for e in texts_in(store, URDU) if e.kind is LetterKind.INVITATION)
    said = OF_BEFORE.format("Invitation to a meeting", "Urdu")
    assert (line.missing, line.older) == ("", said)
    wish, mum = replace(INVITED, language=URDU), khan.adults[0].id
    decided = letter_for_paper(store, met, Wish(reader=mum), today=TODAY, letter=wish)
    both = decided.matter
    assert both.translated is not None
    assert len(both.translated.paragraphs) == len(both.english.paragraphs)
    assert not any(PHONE in each for each in lines(both))
    assert said in decided.warnings
    assert any(PHONE in each for each in lines(letter(store, met, mum)))


@pytest.mark.parametrize("kind", LETTERS)
def test_no_letter_lost_its_checked_translations(store: Store, kind: LetterKind) -> None:
    checked_before(store, kind)
    assert languages_ready(store, kind) == ("en-GB", URDU)


def test_english_that_is_changed_stays_among_the_earlier_ones() -> None:
    assert {mark_of(each) for each in (*EARLIER, *OURS)} >= SHIPPED


def test_checked_again_it_says_the_phone_in_both_languages(
    store: Store, khan: Made, met: str
) -> None:
    with_phone(store)
    old = checked_before(store)
    new = replace(urdu(english_of(store, old.kind)), id=old.id, version=old.version)
    keep_text(store, new, today=TODAY)
    both = letter(store, met, khan.adults[0].id, replace(INVITED, language=URDU))
    assert both.translated is not None
    for written in (both.translated, both.english):
        assert any(PHONE in each.words for each in written.paragraphs)
    (line,) = (e for e in texts_in(store, URDU) if e.kind is LetterKind.INVITATION)
    assert (line.missing, line.older) == ("", "")


def test_once_the_school_writes_its_own_english_the_translation_is_to_be_checked_again(
    store: Store, khan: Made, met: str
) -> None:
    checked_before(store)
    own = replace(english_of(store, LetterKind.INVITATION), text="Dear {reader},\nCome to tea.")
    keep_text(store, own, today=TODAY)
    with pytest.raises(CannotPrint, match="changed after it was checked"):
        letter(store, met, khan.adults[0].id, replace(INVITED, language=URDU))


@pytest.mark.parametrize("number", ["01632 960123", "(01632) 960123", "+44 1632 960 123 ext 4"])
def test_what_can_be_dialled_is_a_phone(number: str) -> None:
    assert is_phone(number)


@pytest.mark.parametrize("number", ["the office", "960", "office@example.org", "01632 96012O x"])
def test_what_cannot_be_dialled_is_none(number: str) -> None:
    assert not is_phone(number)
