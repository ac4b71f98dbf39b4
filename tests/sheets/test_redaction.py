"""What must not be on a copy is nowhere in its file: text, metadata, structure, streams."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.model.contact import Part
from liaison.model.copies.audience import copy_for
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.restriction import What
from tests.sheets.pages import everything, planted_on, printed
from tests.sheets.records import (
    DAD,
    MUM,
    contact,
    khans,
    part,
    restriction,
    staff,
    word,
    words_in,
)

FAMILY, HANDOVER = Audience.FAMILY, Audience.HANDOVER
RECORD = khans(restrictions=(restriction(What.COLLECT), restriction(What.ATTEND)))
LARGE = 14
"""A size that runs on, so that nothing is missing only because it was cut."""


def tagged(words: set[str], *tags: str) -> list[str]:
    return [each for each in words if each.startswith(tuple(f"Q{tag}" for tag in tags))]


def test_the_search_can_find_a_planted_word_at_all() -> None:
    found = planted_on(printed(RECORD, size=LARGE))
    assert word("withmum", "view") in found
    assert word("rcollect", "words") in found
    assert len(found) > 40


@pytest.mark.parametrize("reader", ["mum", "dad", ""])
def test_a_family_copy_holds_nothing_of_any_other_adult(reader: str) -> None:
    found = planted_on(printed(RECORD, FAMILY, reader, size=LARGE))
    others = [tag for id, tag in (("mum", "Mum"), ("dad", "Dad")) if id != reader]
    assert not tagged(found, *others, "Doctor", "Agency")


@pytest.mark.parametrize("reader", ["mum", "dad", ""])
def test_a_family_copy_holds_no_view_restriction_or_note_kept_back(reader: str) -> None:
    found = planted_on(printed(RECORD, FAMILY, reader, size=LARGE))
    assert not [each for each in found if each.endswith(("ViewX", "ChildVoiceX", "ToldX"))]
    assert not tagged(found, "Rcollect", "Rattend", "Kept", "Fromkept")


@pytest.mark.parametrize("reader", ["mum", "dad", ""])
def test_a_family_copy_has_no_label_and_no_trace_of_what_was_left_out(reader: str) -> None:
    whole = everything(printed(RECORD, FAMILY, reader, size=LARGE)).lower()
    for never in ("left out", "court", "must not", "restrict", "not for the table", " dsl"):
        assert never not in whole


@pytest.mark.parametrize("reader", ["mum", "dad"])
def test_a_family_copy_holds_what_it_may(reader: str) -> None:
    copy = copy_for(RECORD, audience=FAMILY, today=date(2026, 11, 23), reader=reader)
    found = planted_on(printed(RECORD, FAMILY, reader, size=LARGE))
    assert found <= words_in(copy.record)
    assert word("family", "strengths") in found
    assert word(f"with{reader}", "facts") in found
    assert word(f"{reader}barrier", "words") in found


def test_another_adults_number_and_street_are_nowhere_in_the_file() -> None:
    whole = everything(printed(RECORD, FAMILY, "mum", size=LARGE))
    assert "07700 900123" in " ".join(whole.split())
    for never in ("960456", "Tariq", "Dad Street", "ZZ99 1AB"):
        assert never not in whole
    other = everything(printed(RECORD, FAMILY, "dad", size=LARGE))
    for never in ("900123", "Amina", "Mum Street", "Ali Khan"):
        assert never not in other


def test_a_handover_holds_no_adult_no_note_and_nothing_the_family_keeps() -> None:
    found = planted_on(printed(RECORD, HANDOVER, size=LARGE))
    assert word("zaraworry", "words") in found
    never = ("Mum", "Dad", "Doctor", "With", "Kept", "Aboutali", "Aliworry", "Sendworry")
    assert not tagged(found, *never, "Rcollect", "Wewill", "Allbarrier")


def test_safeguarding_pointers_are_on_no_copy_staff_copies_included() -> None:
    for pdf in (
        printed(RECORD, size=LARGE),
        printed(RECORD, FAMILY, "mum", size=LARGE),
        printed(RECORD, HANDOVER, size=LARGE),
    ):
        assert not tagged(planted_on(pdf), "Pointer", "Frompointer")


def test_sensitive_things_are_on_no_page_unless_ticked() -> None:
    assert not tagged(planted_on(printed(RECORD, size=LARGE)), "Sensitive", "Sendworry")
    ticked = printed(RECORD, size=LARGE, ticked=["i-sensitive", "i-sendworry"])
    assert tagged(planted_on(ticked), "Sensitive")
    assert tagged(planted_on(ticked), "Sendworry")


def test_numbers_restrictions_and_their_words_are_on_the_last_page_alone() -> None:
    from tests.sheets.pages import pages

    first, last = pages(printed(RECORD))
    for never in ("960456", "900123", word("rcollect", "words"), "Court order"):
        assert never not in first
        assert never in last
    assert staff(RECORD).record.restrictions


@st.composite
def noted(draw: st.DrawFn) -> FamilyRecord:
    """Contacts with anybody in any part, some kept back."""
    notes = tuple(contact(f"note{n}", keep_from_family=draw(st.booleans())) for n in range(4))
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(notes),
                st.sampled_from([MUM, DAD]),
                st.sampled_from(Part),
            ),
            max_size=6,
            unique_by=lambda row: (row[0].id, row[1].id),
        )
    )
    people = tuple(part(note.id, person.id, which) for note, person, which in rows)
    return khans(contacts=notes, contact_people=people)


@given(record=noted(), reader=st.sampled_from(["mum", "dad", ""]))
@settings(max_examples=12, deadline=None)
def test_no_filtered_word_ever_reaches_the_page(record: FamilyRecord, reader: str) -> None:
    found = planted_on(printed(record, FAMILY, reader, size=LARGE))
    there = {
        each.contact
        for each in record.contact_people
        if each.person == reader and each.part in (Part.SPOKEN_TO, Part.PRESENT)
    }
    for note in record.contacts:
        may = note.id in there and not note.keep_from_family
        assert bool(tagged(found, note.id[2:].title())) is may
