"""Letters as they are printed: what stands on them for one adult, and what never does."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided
from liaison.casework.letter_slots import Tongue, slots_of_letter
from liaison.casework.letters import Letter, LetterWish, Written
from liaison.model.agenda import MeetingAction
from liaison.model.fields import Audience, Entry, fields_of
from liaison.model.letter import ENGLISH, LetterKind
from liaison.model.letter_texts import dates_in_english, ours
from liaison.model.letter_words import SLOTS, filled
from liaison.model.meeting import Meeting
from liaison.model.meeting_record import MeetingRecord
from liaison.model.settings import Settings
from liaison.sheets.as_text import text_of
from liaison.sheets.letter import letter_body, letter_sheet
from liaison.sheets.making import MadeSheet, made
from liaison.sheets.scale import SIZES
from tests.sheets.accessibility.checking import faults
from tests.sheets.accessibility.samples import HOUSE
from tests.sheets.meeting_records import meeting, paper
from tests.sheets.pages import AT, label, planted_on, text
from tests.sheets.records import TODAY, word

EVERY_SLOT = "\n".join(f"Slot {{{each}}}" for each in sorted(SLOTS[LetterKind.FOLLOW_UP]))
ANOTHER_ADULTS = ("QActionofdad", "QRowdad", "QDad", "QDoctor", "QItemali", "QRcollect")


def written(said: str, whole: MeetingRecord | None = None, *, ticked: bool = False) -> Written:
    """The text, its slots filled with what the copy for the mother holds."""
    copied = paper(Audience.FAMILY, whole=whole, ticked=("m",) if ticked else ()).whole
    reader = copied.copy.reader
    assert reader
    slots = slots_of_letter(
        copied,
        [reader],
        settings=Settings(school="Oakfield Primary School", officer="Mrs A Officer"),
        label=label,
        tongue=Tongue(ENGLISH, dates_in_english()),
        today=TODAY,
    )
    words = filled(said, slots)
    return Written(language=ENGLISH, heading="We said", dated="Today", paragraphs=words)


@cache
def letter(
    said: str, size: int = 12, *, whole: MeetingRecord | None = None, ticked: bool = False
) -> MadeSheet:
    """The text as a letter to the mother."""
    english = written(said, whole, ticked=ticked)
    matter = Letter(kind=LetterKind.FOLLOW_UP, on=TODAY, english=english)
    wish = Wish(audience=Audience.FAMILY, reader="mum", size=size)
    sheet = letter_sheet(LetterWish(kind=LetterKind.FOLLOW_UP))
    decided = Decided(matter=matter, wish=wish, today=TODAY)
    return made(sheet, decided, house=HOUSE, printed_at=AT)


def our_own() -> str:
    found = ours(LetterKind.FOLLOW_UP)
    assert found
    return found.text


def hidden(*entries: Entry) -> set[str]:
    """The planted words of every field a family may not read."""
    return {
        value
        for entry in entries
        for bound in fields_of(type(entry))
        if Audience.FAMILY not in bound.about.readers
        and isinstance(value := getattr(entry, bound.name), str)
        and value.startswith("Q")
    }


def test_her_words_and_how_we_will_know_and_what_was_not_agreed_go_home() -> None:
    found = planted_on(letter(our_own()).pdf)
    for name in ("purpose", "outcome", "words", "disagreement"):
        assert word("meeting", name) in found
    for tag in ("ours", "ofmum", "agencys"):
        assert word(f"action{tag}", "known_by") in found


def test_no_slot_holds_what_is_for_staff_or_another_adults() -> None:
    whole = meeting()
    entries = (whole.meeting, *whole.people, *whole.items, *whole.actions, *whole.checks)
    never = hidden(*entries) - {word("meeting", "disagreement")}
    assert len(never) > 15
    found = planted_on(letter(EVERY_SLOT).pdf)
    assert word("meeting", "interpreter") in found
    assert not never & found
    assert not [each for each in found if each.startswith(ANOTHER_ADULTS)]


def test_what_another_said_or_the_child_stays_out_unless_the_child_was_ticked() -> None:
    fathers = replace(meeting(), meeting=replace(meeting().meeting, words_of="dad"))
    found = planted_on(letter(EVERY_SLOT, whole=fathers).pdf)
    for name in ("words", "disagreement", "child_voice"):
        assert word("meeting", name) not in found
    assert word("meeting", "child_voice") in planted_on(letter(EVERY_SLOT, ticked=True).pdf)


def bare(**values: object) -> MeetingRecord:
    held = Meeting(id="m", kind="review", held_on=TODAY, outcome="We talked.")
    return replace(meeting(), meeting=replace(held, **values), actions=(), items=())  # type: ignore[arg-type]


def test_what_was_not_said_leaves_no_empty_heading() -> None:
    said = text(letter(our_own(), whole=bare()).pdf)
    assert "We talked." in said
    for never in ("Why we met", "told us", "would:", "How we will know", "do not agree",
                  "Nothing more", "meet again", "“”", "{", "True"):  # fmt: skip
        assert never not in said


def test_that_nothing_more_is_needed_is_said_where_it_was_decided() -> None:
    said = text(letter(our_own(), whole=bare(no_action=True, no_next=True)).pdf)
    assert "Nothing more needs to be done for now." in said
    assert "We do not need to meet again for now." in said


def test_how_we_will_know_names_what_it_is_about() -> None:
    action = MeetingAction(
        meeting="m", action="Save a place.", known_by="Zara’s name is on the list"
    )
    said = text(letter("Signs: {known}", whole=replace(bare(), actions=(action,))).pdf)
    assert "Signs: 1. Save a place: Zara’s name is on the list" in said


@pytest.mark.parametrize("size", SIZES)
def test_a_letter_is_tagged_without_fault_at_every_size(size: int) -> None:
    assert faults(letter(our_own(), size, ticked=True).pdf) == []


def test_there_is_room_to_sign_over_the_officers_name_on_paper_and_none_in_an_e_mail() -> None:
    signed = letter(our_own())
    assert signed.body
    (lines,) = [each.lines for each in signed.body.sections]
    at = next(n for n, each in enumerate(lines) if each.room)
    assert [each.text for each in lines[at - 1 : at + 2]] == [
        "With kind regards,",
        "",
        "Mrs A Officer",
    ]
    assert sum(each.room for each in lines) == 1
    matter = Letter(kind=LetterKind.FOLLOW_UP, on=TODAY, english=written(our_own()))
    assert "write" not in text_of(letter_body(matter, HOUSE))


def test_a_letter_nobody_is_named_under_has_no_room_to_sign() -> None:
    unsigned = letter("Hello\nWith kind regards,")
    assert unsigned.body
    assert not any(each.room for part in unsigned.body.sections for each in part.lines)
