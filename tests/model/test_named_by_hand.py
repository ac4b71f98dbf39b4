"""Whom a hand names in any field of a meeting, searched for in the copy of the wrong adult."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from liaison.errors import CannotPrint
from liaison.model.barrier import Barrier
from liaison.model.contact import Part
from liaison.model.copies.copy import Asked
from liaison.model.copies.naming import names
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.meeting import Comes, Instead, MeetingPerson, MeetingState
from liaison.model.person import PersonKind
from liaison.model.restriction import What
from tests.model.typed import copied, held, sent_a_copy, texts
from tests.sheets.meeting_records import action, item, row
from tests.sheets.records import (
    ALI,
    DAD,
    DAY,
    MUM,
    TODAY,
    ZARA,
    concern,
    contact,
    family,
    follow_up,
    handover,
    ids,
    khans,
    of,
    part,
    planted,
    restriction,
    staff,
)

IBBY = of("ali", "ali", PersonKind.CHILD, forename="Ibrahim", surname="Khan", name_title="",
          known_as="Ibby", known_as_surname="", letter_name="")  # fmt: skip
TYPED = ("Ibby", "ibby", "IBBY’s", "Ibrahim", "ibrahim’s brother", "I\u0301bby", "Ib\u200bby")


def with_half_brother() -> FamilyRecord:
    return khans(people=(MUM, DAD, ZARA, IBBY))


@pytest.mark.parametrize("typed", TYPED)
def test_a_child_who_is_not_his_is_not_named_to_him_however_it_is_typed(typed: str) -> None:
    record = with_half_brother()
    with pytest.raises(CannotPrint, match="names a child"):
        copied(held(outcome=f"We spoke of {typed}"), "dad", record)
    parts = replace(
        held(),
        items=(item("a", what=f"About {typed}"), item("b", what="The bus", said=typed, share=True)),
        actions=(action("a", action=f"Ring {typed}"), action("b", known_by=typed)),
    )
    his = copied(parts, "dad", record)
    assert [each.what for each in his.meeting.items] == ["The bus"]
    assert his.meeting.items[0].said == ""
    assert his.meeting.actions == ()
    assert len(copied(parts, "mum", record).meeting.items) == 2


def test_a_name_that_is_a_word_too_needs_its_capital_letter() -> None:
    will = of("ali", "ali", PersonKind.CHILD, forename="Will", surname="Khan", known_as="")
    record = khans(people=(MUM, DAD, ZARA, will))
    assert copied(held(outcome="She will come by bus"), "dad", record)
    with pytest.raises(CannotPrint, match="names a child"):
        copied(held(outcome="She brings Will"), "dad", record)


def test_a_child_who_is_not_his_sits_at_no_table_of_his() -> None:
    people = (
        row("dad", "dad"),
        row("zara", "zara", comes=Comes.SUBJECT),
        row("ali", "ali"),
        row("typed", name="Ali Khan", role="Brother"),
        row("worker", name="Mr Lee", role="Ali’s key worker"),
    )
    copy = copied(replace(held(), people=people), "dad")
    assert [(each.name, each.role) for each in copy.there][1:] == [("Mr Lee", "")]
    assert "Ali" not in texts(copy)
    whole = copied(replace(held(), people=(row("mum", "mum"), *people)), "mum")
    assert len(whole.there) == 5


@pytest.mark.parametrize("name", ["purpose", "outcome", "strengths", "chair", "interpreter"])
def test_a_child_of_another_family_is_named_on_no_copy(name: str) -> None:
    strangers = names({("jack", "turner")})
    whole = held(**{name: "Keep apart from jack TURNER’s group"})
    with pytest.raises(CannotPrint, match="names a child"):
        copied(whole, "mum", strangers=strangers)
    assert copied(held(**{name: "Jack’s group; Mrs Turner"}), "mum", strangers=strangers)


def test_a_note_that_names_a_child_of_another_family_is_left_out_of_her_copy() -> None:
    noted = contact("a", facts="Jack Turner hit her", words="", agreed="")
    record = khans(contacts=(noted,), contact_people=(part("i-a", "mum"),))
    strangers = names({("jack", "turner")})
    assert copied(held(), "mum", record).copy.record.contacts
    assert not copied(held(), "mum", record, strangers=strangers).copy.record.contacts


def test_a_promise_typed_under_another_adults_name_is_not_hers() -> None:
    for typed in ("Mr Khan", "Mr Tariq Khan", "tariq khan", "Tariq"):
        promised = action("a", side=Side.FAMILY, owner=typed)
        copy = copied(replace(held(coming=("mum",)), actions=(promised,)), "mum")
        assert copy.meeting.actions == ()
    hers = action("a", side=Side.FAMILY, owner="Mrs Khan")
    assert copied(replace(held(coming=("mum",)), actions=(hers,)), "mum").meeting.actions


def test_what_is_done_for_a_child_who_is_not_his_is_not_told_him() -> None:
    promised = replace(held(coming=("dad",)), actions=(action("a", person="ali"),))
    assert copied(promised, "dad").meeting.actions == ()
    assert copied(replace(promised, people=held().people), "mum").meeting.actions
    noted = khans(follow_ups=(follow_up("a", person="ali", source="i-withboth"),))
    assert family(noted, "dad").record.follow_ups == ()
    assert family(noted, "mum").record.follow_ups


def test_words_under_a_name_two_adults_share_are_nobodys() -> None:
    other = of("gran", "gran", PersonKind.ADULT, name_title="Mrs", forename="Salma",
               surname="Khan", known_as="", known_as_surname="", letter_name="")  # fmt: skip
    record = khans(people=(MUM, DAD, other, ZARA, ALI))
    shared = held(words="QsaidX", words_of="Mrs Khan")
    assert "QsaidX" not in texts(copied(shared, "mum", record))
    assert "QsaidX" in texts(copied(shared, "mum"))
    full = held(words="QsaidX", words_of="Mrs Amina Khan")
    assert "QsaidX" in texts(copied(full, "mum", record))
    note = contact("a", words="QsaidX", words_of="Mrs Khan")
    noted = replace(record, contacts=(note,), contact_people=(part("i-a", "mum"),))
    assert family(noted, "mum").record.contacts[0].words == ""


SAID = ("An honest conversation", "Mr Lee on standby", "The colleague nearby", "Known to the DSL",
        "DSL informed on Friday", "my opening line")  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_no_copy_of_a_family_says_how_it_was_held_or_who_knows(said: str) -> None:
    with pytest.raises(CannotPrint, match="Reword"):
        copied(held(outcome=said), "mum")
    note = khans(contacts=(contact("a", facts=said),), contact_people=(part("i-a", "mum"),))
    with pytest.raises(CannotPrint, match="Reword"):
        family(note, "mum")
    assert staff(note).record.contacts


def test_a_kind_the_school_flagged_is_named_in_no_note_either() -> None:
    note = khans(contacts=(contact("a", facts="A straight talk"),),
                 contact_people=(part("i-a", "mum"),))  # fmt: skip
    with pytest.raises(CannotPrint, match="Reword"):
        copied(held(), "mum", note, unsaid=("Straight talk",))


def test_who_may_not_come_gets_no_copy_as_one_who_comes() -> None:
    record = khans(restrictions=(restriction(What.ATTEND),))
    with pytest.raises(CannotPrint, match="down as coming"):
        copied(held(), "dad", record)
    sent = row("dad", "dad", comes=Comes.LEFT_OUT, instead=Instead.COPY)
    people = (*(each for each in held().people if each.person != "dad"), sent)
    assert copied(replace(held(), people=people), "dad", record)
    written_up = held(state=MeetingState.CLOSED)
    assert copied(written_up, "dad", record)


def test_a_child_who_has_died_is_hers_and_stands_on_no_copy() -> None:
    record = khans(people=(MUM, DAD, ZARA, replace(ALI, died_on=DAY)))
    assert copied(held(outcome="We remember Ali"), "mum", record)
    with pytest.raises(CannotPrint, match="names a child"):
        copied(held(outcome="We remember Ali"), "dad", record)
    about = tuple(
        replace(each, person="ali") if each.comes is Comes.SUBJECT else each
        for each in held().people
    )
    with pytest.raises(CannotPrint, match="Ali has died"):
        copied(replace(held(), people=about), "mum", record)
    noted = replace(
        record, contact_people=(part("i-withmum", "mum"), part("i-withmum", "ali", Part.SUBJECT))
    )
    copy = family(noted, "mum")
    assert copy.record.contacts == ()
    assert "About a child who has died." in {each.why for each in copy.left_out}


def test_a_contact_at_a_place_the_school_calls_sensitive_needs_a_tick() -> None:
    sensitive = {("place", "prison"), ("purpose", "faith")}
    for values in ({"place": "prison"}, {"purposes": ("hello", "faith")}):
        note = planted(type(contact("a")), "a", held_on=DAY, channel="visit", outcome="spoke",
                       words_of="", **values)  # fmt: skip
        record = khans(contacts=(note,), contact_people=(part("i-a", "mum"),))
        for read in (family, staff):
            reader = {"reader": "mum"} if read is family else {}
            assert read(record, sensitive=sensitive, **reader).record.contacts == ()
            kept = read(record, sensitive=sensitive, ticked=("i-a",), **reader)
            assert ids(kept.record.contacts) == {"i-a"}


def test_a_sensitive_place_of_a_meeting_needs_a_tick() -> None:
    sensitive = frozenset({("place", "prison")})
    whole = held(place="prison")
    assert copied(whole, "mum", sensitive=sensitive).meeting.meeting.place == ""
    ticked = copied(whole, "mum", sensitive=sensitive, ticked=frozenset({"m"}))
    assert ticked.meeting.meeting.place == "prison"


def test_a_handover_names_no_child_of_another_family() -> None:
    from liaison.model.copies.audience import ANOTHER_CHILD, copy_as_asked

    worry = concern("a", "zara", support="Keep with Jack Turner", strengths="Kind")
    asked = Asked(audience=Audience.HANDOVER, today=TODAY, strangers=names({("jack", "turner")}))
    (kept,) = copy_as_asked(khans(concerns=(worry,)), asked).record.concerns
    assert (kept.support, kept.strengths) == (ANOTHER_CHILD, "Kind")
    assert handover(khans(concerns=(worry,))).record.concerns[0].support != ANOTHER_CHILD


def test_the_words_of_a_child_that_name_another_are_told_to_nobody_else() -> None:
    note = contact("a", child_voice="Ali did it", facts="", words="", agreed="")
    record = khans(contacts=(note,), contact_people=(part("i-a", "mum"), part("i-a", "dad")))
    assert family(record, "mum", ticked=("i-a",)).record.contacts[0].child_voice == "Ali did it"
    assert family(record, "dad", ticked=("i-a",)).record.contacts[0].child_voice == ""


def test_a_meeting_about_another_child_too_is_read_first_and_sent_to_nobody() -> None:
    also = row("ali", "ali", comes=Comes.SUBJECT)
    with pytest.raises(CannotPrint, match="about Ali, too, who is not Mr Khan’s own"):
        copied(sent_a_copy(held(), also), "dad")
    at_table = replace(held(), people=(*held().people, also))
    assert any("about Ali, too" in each for each in copied(at_table, "dad").warnings)
    assert not any("too, who" in each for each in copied(at_table, "mum").warnings)


def test_what_a_widow_said_is_hers() -> None:
    barrier = planted(Barrier, "b", kind="transport", since=DAY, person="")
    record = khans(people=(MUM, replace(DAD, died_on=DAY), ZARA), barriers=(barrier,))
    assert family(record, "mum").record.barriers[0].words == barrier.words
    both = khans(barriers=(barrier,))
    assert family(both, "mum").record.barriers[0].words == ""


def test_a_handover_of_children_who_move_to_two_schools_is_warned_of() -> None:
    two = tuple(concern(each, each, to_school=f"{each.title()} High") for each in ("zara", "ali"))
    (said,) = [each for each in handover(khans(concerns=two)).warnings if "move to" in each]
    assert "Ali High and Zara High" in said
    one = tuple(replace(each, to_school="Zara High") for each in two)
    assert not [each for each in handover(khans(concerns=one)).warnings if "move to" in each]


def test_a_colleague_who_is_not_asked_is_on_no_copy() -> None:
    out = row("nurse", name="QnurseX", comes=Comes.LEFT_OUT, left_out_reason="QwhyX")
    whole = replace(held(), people=(*held().people, out))
    assert not re.findall("Q(?:nurse|why)X", texts(copied(whole, "mum")))
    there = replace(whole, people=(*held().people, replace(out, comes=Comes.ATTENDS)))
    assert re.findall("Q(?:nurse|why)X", texts(copied(there, "mum"))) == ["QnurseX"] * 2


def test_a_row_of_somebody_not_there_is_a_row() -> None:
    """So that the tests above cannot pass on a record without anybody in it."""
    assert isinstance(row("a", "mum"), MeetingPerson)
    assert {each.person for each in held().coming} == {"mum", "dad"}
