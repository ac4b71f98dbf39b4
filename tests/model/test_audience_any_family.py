"""Whatever a record holds, another adult’s words are in no family copy."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.model.barrier import Adjustment, BarrierSource
from liaison.model.contact import Part
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import Side
from tests.sheets.records import (
    address,
    barrier,
    contact,
    family,
    follow_up,
    khans,
    part,
    planted,
    words_in,
)

PEOPLE = st.sampled_from(["mum", "dad", "zara", "ali", "doctor"])


@st.composite
def any_family(draw: st.DrawFn) -> FamilyRecord:
    """The Khans with everything that decides about a copy drawn anew."""
    notes = tuple(contact(f"note{n}", keep_from_family=draw(st.booleans())) for n in range(3))
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(notes), PEOPLE, st.sampled_from(Part)),
            max_size=6,
            unique_by=lambda row: (row[0].id, row[1]),
        )
    )
    owners = st.sampled_from(["", "mum", "dad"])
    sources = st.sampled_from(["", "i-note0", "i-note1", "i-pointer", "i-bar0"])
    return khans(
        contacts=notes,
        contact_people=tuple(part(note.id, person, which) for note, person, which in rows),
        follow_ups=tuple(
            follow_up(
                f"promise{n}",
                person=draw(owners),
                source=draw(sources),
                side=draw(st.sampled_from(Side)),
            )
            for n in range(3)
        ),
        barriers=tuple(
            barrier(
                f"bar{n}",
                draw(st.sampled_from(["cost", "prison"])),
                person=draw(owners),
                source=draw(st.sampled_from(BarrierSource)),
            )
            for n in range(3)
        ),
        adjustments=(planted(Adjustment, "trial", barrier="i-bar0", kind="video"),),
        addresses=(address("mum", confidential=draw(st.booleans())), address("dad")),
    )


@given(record=any_family(), reader=st.sampled_from(["mum", "dad"]))
@settings(max_examples=60, deadline=None)
def test_whatever_the_record_holds_no_word_of_anothers_is_in_a_family_copy(
    record: FamilyRecord, reader: str
) -> None:
    other = "dad" if reader == "mum" else "mum"
    words = words_in(family(record, reader).record)
    there = {
        each.contact
        for each in record.contact_people
        if each.person == reader and each.part in (Part.SPOKEN_TO, Part.PRESENT)
    }
    with_ali = {each.contact for each in record.contact_people if each.person == "ali"}
    forbidden = {other.title(), "Doctor", "Pointer"} | ({"Ali"} if reader == "dad" else set())
    for note in record.contacts:
        hers = note.id in there and not (reader == "dad" and note.id in with_ali)
        if note.keep_from_family or not hers:
            forbidden.add(note.id[2:].title())
            forbidden |= {
                each.id[2:].title() for each in record.follow_ups if each.source == note.id
            }
    forbidden |= {
        each.id[2:].title()
        for each in (*record.barriers, *record.follow_ups)
        if each.person == other
    }
    forbidden |= {each.id[2:].title() for each in record.barriers if each.kind == "prison"}
    forbidden |= {each.id[2:].title() for each in record.follow_ups if each.source == "i-pointer"}
    tags = tuple(f"Q{tag}" for tag in forbidden)
    assert not [each for each in words if each.startswith(tags)]
    assert not [each for each in words if each.endswith(("ViewX", "ChildVoiceX", "ToldX", "WhyX"))]
