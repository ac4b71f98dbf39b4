"""A copy of a meeting: a word of its own planted in every field, and searched for in every copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.casework.copies import Wish, unnamed_kinds
from liaison.casework.families import keep
from liaison.casework.invitations import leave_out
from liaison.casework.lists import relabel
from liaison.casework.meeting_copies import copy_of_meeting
from liaison.casework.meetings import change_meeting
from liaison.errors import CannotPrint
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.copies.copy import Asked
from liaison.model.copies.meeting_copy import MeetingCopy, meeting_copy
from liaison.model.fields import Audience, Entry, fields_of
from liaison.model.follow_up import Side
from liaison.model.meeting import Came, Comes, Instead, Meeting, MeetingPerson, MeetingState
from liaison.model.meeting_record import MeetingRecord
from liaison.model.restriction import What
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.sheets.records import khans, planted, restriction, word

ALONE = ("mum",)
BOTH = ("mum", "dad")
LINKED = ("person", "words_of", "follow_up", "follows", "comes", "came")


def row(tag: str, person: str = "", **values: Any) -> MeetingPerson:
    return planted(MeetingPerson, tag, meeting="m", person=person, **values)  # type: ignore[no-any-return]


def action(tag: str, **values: Any) -> MeetingAction:
    return planted(MeetingAction, tag, meeting="m", due=TODAY, **values)  # type: ignore[no-any-return]


def item(tag: str, **values: Any) -> AgendaItem:
    return planted(AgendaItem, tag, meeting="m", **values)  # type: ignore[no-any-return]


def planned(coming: tuple[str, ...] = ALONE, **values: Any) -> MeetingRecord:
    """A meeting about Zara with a word of its own in every text."""
    given = {"kind": "honest", "held_on": TODAY, "held_at": "09:30", "words_of": "", "person": ""}
    meeting: Meeting = planted(Meeting, "meeting", id="m", **(given | values))
    return MeetingRecord(
        meeting=meeting,
        people=(
            *(row(each, each, name="", came=Came.YES) for each in coming),
            row("zara", "zara", name="", comes=Comes.SUBJECT),
            row("hall"),
            *(
                row("leftout", each, name="", comes=Comes.LEFT_OUT, instead=Instead.REASON)
                for each in BOTH
                if each not in coming
            ),
        ),
        items=(item("plain"), item("shared", share=True), item("aliitem", what="About Ali")),
        actions=(
            action("ours", person="mum"),
            action("ofmum", side=Side.FAMILY, person="mum"),
            action("ofdad", side=Side.FAMILY, person="dad"),
            action("fordad", person="dad"),
            action("nobodys", side=Side.FAMILY, person=""),
            action("agencys", side=Side.AGENCY, person=""),
        ),
        checks=(planted(MeetingCheck, "check", meeting="m"),),
    )


def copied(
    whole: MeetingRecord,
    reader: str = "mum",
    audience: Audience = Audience.FAMILY,
    ticked: tuple[str, ...] = (),
    **more: Any,
) -> MeetingCopy:
    record = khans(**more)
    asked = Asked(
        audience=audience,
        today=TODAY,
        reader=record.person(reader) if reader else None,
        ticked=frozenset(ticked),
    )
    return meeting_copy(record, whole, asked, unnamed={"honest": "Honest conversation"})


def said(entries: tuple[Entry, ...]) -> set[str]:
    """The planted words in these entries."""
    texts = (getattr(each, bound.name) for each in entries for bound in fields_of(type(each)))
    return {text for text in texts if isinstance(text, str) and text.startswith("Q")}


def words_of(copy: MeetingCopy) -> set[str]:
    whole = copy.meeting
    names = {each.name for each in copy.there} | {each.role for each in copy.there}
    parts = (whole.meeting, *whole.people, *whole.items, *whole.actions, *whole.checks)
    return said(parts) | {each for each in names if each.startswith("Q")}


def tagged(words: set[str], *tags: str) -> list[str]:
    return [each for each in words if each.startswith(tuple(f"Q{tag}" for tag in tags))]


def test_a_staff_copy_holds_every_word() -> None:
    whole = planned()
    parts = (whole.meeting, *whole.people, *whole.items, *whole.actions, *whole.checks)
    assert said(parts) <= words_of(copied(whole, "", Audience.STAFF))
    assert len(said(parts)) > 50


NEVER = (
    *("standby", "standby_extension", "opening", "notes", "view", "child_voice"),
    *("child_voice_how", "reason"),
)


@pytest.mark.parametrize("coming", [ALONE, BOTH])
@pytest.mark.parametrize("name", NEVER)
def test_a_family_copy_never_says_what_is_for_staff_alone(
    coming: tuple[str, ...], name: str
) -> None:
    assert word("meeting", name) not in words_of(copied(planned(coming)))


def test_a_family_copy_does_not_say_what_kind_of_conversation_it_is() -> None:
    assert copied(planned()).meeting.meeting.kind == ""
    assert copied(planned(kind="apdr")).meeting.meeting.kind == "apdr"
    assert copied(planned(), "", Audience.STAFF).meeting.meeting.kind == "honest"


@pytest.mark.parametrize("name", ["purpose", "outcome", "strengths"])
def test_words_a_family_writes_in_by_hand_are_refused_where_they_name_the_kind(name: str) -> None:
    whole = planned(**{name: "Our honest\n Conversation"})
    with pytest.raises(CannotPrint, match="Reword"):
        copied(whole)
    assert copied(whole, "", Audience.STAFF).meeting.meeting.kind == "honest"


def test_ticks_of_the_room_and_the_preparations_are_on_no_family_copy() -> None:
    whole = planned(neutral=True, private=True, clear_exit=True, standby_told_on=TODAY)
    kept = copied(whole).meeting
    ticks = (kept.meeting.neutral, kept.meeting.private, kept.meeting.clear_exit)
    assert ticks == (False, False, False)
    assert kept.meeting.standby_told_on is None
    assert kept.checks == ()
    assert kept.follow_ups == ()


def test_who_was_not_asked_and_why_is_on_no_family_copy() -> None:
    copy = copied(planned())
    assert not tagged(words_of(copy), "Leftout")
    assert all(each.comes is not Comes.LEFT_OUT for each in copy.meeting.people)
    assert "Leftout" not in repr(copy.left_out)


def test_a_family_copy_holds_what_it_may() -> None:
    found = words_of(copied(planned()))
    for name in ("purpose", "outcome", "words", "disagreement", "strengths", "interpreter"):
        assert word("meeting", name) in found
    assert word("hall", "name") in found
    assert word("ours", "action") in found
    assert word("ofmum", "action") in found
    assert word("nobodys", "action") in found
    assert word("agencys", "action") in found


def test_another_adults_words_and_promises_stay_with_her() -> None:
    for reader, other in (BOTH, BOTH[::-1]):
        found = words_of(copied(planned(BOTH), reader))
        assert not tagged(found, f"Of{other}", f"For{other}", "Nobodys")
        assert word("meeting", "words") not in found
        assert word("meeting", "disagreement") not in found
    assert not tagged(words_of(copied(planned(), "mum")), "Ofdad", "Fordad")


def test_words_named_as_the_readers_own_are_hers() -> None:
    whole = planned(BOTH, words_of="Mrs Khan")
    assert word("meeting", "words") in words_of(copied(whole, "mum"))
    assert word("meeting", "words") not in words_of(copied(whole, "dad"))


def test_another_adult_at_the_table_stands_there_by_name_alone() -> None:
    there = {each.name: each for each in copied(planned(BOTH)).there}
    assert set(there) == {"Mrs Amina Khan", "Mr Khan", word("hall", "name")}
    assert (there["Mr Khan"].role, there["Mr Khan"].came) == ("", None)
    assert there["Mrs Amina Khan"].role == word("mum", "role")


def test_an_interpreter_is_named_to_whom_he_is_for() -> None:
    whole = planned(BOTH, person="dad")
    assert word("meeting", "interpreter") in words_of(copied(whole, "dad"))
    assert word("meeting", "interpreter") not in words_of(copied(whole, "mum"))


def test_what_was_said_under_an_item_is_copied_only_where_it_is_shared() -> None:
    found = words_of(copied(planned()))
    assert word("shared", "said") in found
    assert word("plain", "what") in found
    assert not [each for each in found if each.endswith("DetailX")]
    assert word("plain", "said") not in found


def test_an_item_that_names_another_child_is_left_out_for_who_is_not_a_parent_of_it() -> None:
    mum, dad = copied(planned(BOTH), "mum"), copied(planned(BOTH), "dad")
    assert [each.what for each in mum.meeting.items][-1] == "About Ali"
    assert "About Ali" not in [each.what for each in dad.meeting.items]
    assert any(each.what == "Agenda items" for each in dad.left_out)


def test_the_childs_words_need_a_tick_for_this_copy() -> None:
    assert word("meeting", "child_voice") in words_of(copied(planned(), ticked=("m",)))
    named = planned(BOTH, child_voice="Ali was there too")
    assert copied(named, "dad", ticked=("m",)).meeting.meeting.child_voice == ""


@pytest.mark.parametrize(
    ("whole", "reader", "sentence"),
    [
        (planned(), "dad", "not asked to this meeting"),
        (planned(), "", "who the family’s copy is for"),
        (planned(BOTH, purpose="About Ali"), "dad", "names a child"),
        (planned(BOTH, purpose="Come to Mum Street"), "dad", "an address"),
        (planned(outcome="Ring him on 01632 960456"), "mum", "a phone number"),
    ],
)
def test_a_copy_that_would_say_too_much_is_refused(
    whole: MeetingRecord, reader: str, sentence: str
) -> None:
    with pytest.raises(CannotPrint, match=sentence):
        copied(whole, reader)


def test_a_parent_who_is_sent_a_copy_instead_may_have_it() -> None:
    whole = planned()
    sent = tuple(
        replace(each, instead=Instead.COPY) if each.comes is Comes.LEFT_OUT else each
        for each in whole.people
    )
    copy = copied(replace(whole, people=sent), "dad")
    assert [each.name for each in copy.there] == ["Mrs Khan", word("hall", "name")]
    assert word("meeting", "words") not in words_of(copy)


def test_a_meeting_about_another_child_is_no_meeting_of_hers() -> None:
    whole = planned(BOTH)
    about_ali = row("ali", "ali", name="", comes=Comes.SUBJECT)
    people = (*(each for each in whole.people if each.comes is not Comes.SUBJECT), about_ali)
    with pytest.raises(CannotPrint, match="about no child"):
        copied(replace(whole, people=people), "dad")


def test_a_restriction_on_letters_stops_the_copy() -> None:
    with pytest.raises(CannotPrint, match="Court order"):
        copied(planned(BOTH), "dad", restrictions=(restriction(What.LETTERS),))


def test_a_meeting_is_handed_over_to_nobody() -> None:
    with pytest.raises(CannotPrint, match="family or for staff"):
        copied(planned(), "", Audience.HANDOVER)


def test_a_name_of_another_adult_in_the_words_is_a_warning() -> None:
    copy = copied(planned(BOTH, outcome="Tariq takes the bus."), "mum")
    assert any("Mr Tariq Khan" in each for each in copy.warnings)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[MeetingRecord, str]:
    """Anybody at the table in any part, anybody's actions, any item shared; and a reader."""
    parts = {each: draw(st.sampled_from(Comes)) for each in ("mum", "dad")}
    rows = [
        row(each, each, name="", comes=part, instead=draw(st.sampled_from(Instead)))
        for each, part in parts.items()
    ]
    actions = [
        action(f"a{n}", side=draw(st.sampled_from(Side)), person=draw(st.sampled_from(["", *BOTH])))
        for n in range(3)
    ]
    items = [item(f"i{n}", share=draw(st.booleans())) for n in range(2)]
    whole = planned(words_of=draw(st.sampled_from(["", "Mrs Khan", "Mr Khan", "Zara"])))
    people = (*rows, row("zara", "zara", name="", comes=Comes.SUBJECT), row("hall"))
    made = replace(whole, people=people, actions=tuple(actions), items=tuple(items))
    return made, draw(st.sampled_from(BOTH))


@given(made=meetings())
@settings(max_examples=120, deadline=None)
def test_no_word_of_anybody_else_ever_reaches_a_family_copy(
    made: tuple[MeetingRecord, str],
) -> None:
    whole, reader = made
    other = next(each for each in BOTH if each != reader)
    try:
        copy = copied(whole, reader)
    except CannotPrint:
        mine = whole.part_of(reader)
        assert mine is not None
        assert mine not in whole.coming
        assert mine.comes is not Comes.LEFT_OUT or mine.instead is not Instead.COPY
        return
    found = words_of(copy)
    assert not tagged(found, other.title(), "Check")
    assert not [each for each in found if each.endswith(("LeftOutReasonX", "DetailX", "ViewX"))]
    for each in whole.actions:
        shown = word(each.id[2:], "action") in found
        assert not shown or each.person in ("", reader)
    for topic in whole.items:
        assert (word(topic.id[2:], "said") in found) is topic.share
    own = whole.meeting.words_of == {"mum": "Mrs Khan", "dad": "Mr Khan"}[reader]
    alone = {each.person for each in whole.coming} & set(BOTH) == {reader}
    may = own or (alone and not whole.meeting.words_of)
    assert (word("meeting", "words") in found) is may


def test_a_copy_from_the_record_is_refused_for_what_cannot_be_printed(
    store: Store, make: Make
) -> None:
    made = make.family(adults=(("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father")))
    amina, tariq = made.adults
    whole = make.meeting(made, coming=(amina,))
    wish = Wish(audience=Audience.FAMILY, reader=amina.id)
    copy = copy_of_meeting(store, whole.meeting.id, wish, today=TODAY)
    assert (copy.copy.reader, copy.meeting.meeting.kind) == (amina, "")
    assert copy.meeting.items[0].what == "Something going well"
    his = replace(wish, reader=tariq.id)
    with pytest.raises(CannotPrint, match="Mr Khan is not asked"):
        copy_of_meeting(store, whole.meeting.id, his, today=TODAY)
    leave_out(store, whole.meeting, tariq.id, instead=Instead.COPY, today=TODAY)
    assert copy_of_meeting(store, whole.meeting.id, his, today=TODAY).there
    with pytest.raises(CannotPrint, match="not in the record"):
        copy_of_meeting(store, "nowhere", wish, today=TODAY)
    off = keep(store, replace(whole.meeting, state=MeetingState.CALLED_OFF))
    with pytest.raises(CannotPrint, match="did not take place"):
        copy_of_meeting(store, off.id, wish, today=TODAY)
    binned = keep(store, replace(off, state=MeetingState.PLANNED, deleted=True))
    with pytest.raises(CannotPrint, match="in the bin"):
        copy_of_meeting(store, binned.id, Wish(), today=TODAY)


def test_a_kind_stays_unnamed_whatever_the_school_calls_it(store: Store, make: Make) -> None:
    (honest, *_) = store.choices("meeting_kind")
    relabel(store, honest, "Straight talk")
    assert unnamed_kinds(store) == {"honest": "Straight talk"}
    whole = make.meeting(make.family())
    change_meeting(store, replace(whole.meeting, outcome="A good straight talk"), today=TODAY)
    wish = Wish(audience=Audience.FAMILY, reader=whole.people[0].person)
    with pytest.raises(CannotPrint, match="straight talk"):
        copy_of_meeting(store, whole.meeting.id, wish, today=TODAY)
