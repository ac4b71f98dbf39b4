"""What one adult may read of her family, one rule after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.model.barrier import Adjustment
from liaison.model.family import Family
from liaison.model.follow_up import FollowUpState, Side
from liaison.model.relationship import Responsibility
from liaison.model.restriction import What
from tests.sheets.records import (
    ALI,
    MUM,
    ZARA,
    barrier,
    concern,
    contact,
    family,
    follow_up,
    ids,
    khans,
    part,
    planted,
    restriction,
    staff,
    tie,
    word,
    words_in,
)


def test_a_family_copy_shows_only_the_readers_own_children() -> None:
    assert ids(family(khans(), "mum").record.people) == {"mum", "zara", "ali"}
    assert ids(family(khans(), "dad").record.people) == {"dad", "zara"}


@pytest.mark.parametrize("relationship", ["adoptive_parent", "foster_carer", "special_guardian"])
def test_adoption_and_care_make_a_parent_too(relationship: str) -> None:
    record = khans(relationships=(tie("dad", "ali", relationship),))
    assert family(record, "dad").record.children == family(record, "dad").record.children[:1]
    assert ids(family(record, "dad").record.people) == {"dad", "ali"}


def test_responsibility_alone_makes_a_parent() -> None:
    held = tie("dad", "ali", "other_relative", responsibility=Responsibility.SEEN)
    assert ids(family(khans(relationships=(held,)), "dad").record.people) == {"dad", "ali"}


def test_an_aunt_sees_no_child_and_the_officer_is_told() -> None:
    copy = family(khans(relationships=(tie("dad", "zara", "aunt_uncle"),)), "dad")
    assert ids(copy.record.people) == {"dad"}
    assert not copy.record.concerns
    assert "not recorded as a parent or carer" in copy.warnings[0]


def test_a_family_copy_holds_only_contacts_where_the_reader_was_spoken_to_or_present() -> None:
    assert ids(family(khans(), "mum").record.contacts) == {"i-withmum", "i-withboth"}
    assert ids(family(khans(), "dad").record.contacts) == {"i-withdad", "i-withboth"}


def test_being_mentioned_is_not_being_there() -> None:
    assert "i-withdad" not in ids(family(khans(), "mum").record.contacts)


def test_a_contact_about_a_child_who_is_not_hers_is_left_out() -> None:
    assert "i-aboutali" not in ids(family(khans(), "dad").record.contacts)


def test_a_note_that_names_a_child_who_is_not_hers_is_left_out() -> None:
    note = contact("naming", facts="Zara and Ali were late.")
    record = khans(contacts=(note,), contact_people=(part("i-naming", "dad"),))
    assert not family(record, "dad").record.contacts
    record = replace(record, contact_people=(part("i-naming", "mum"),))
    assert family(record, "mum").record.contacts


def test_a_strength_that_names_a_child_who_is_not_hers_is_left_out() -> None:
    record = khans(family=planted(Family, "family", id="f-khan", strengths="Ali reads daily."))
    assert family(record, "dad").record.family.strengths == ""
    assert family(record, "mum").record.family.strengths == "Ali reads daily."


def test_the_label_good_news_or_worry_is_in_no_family_copy() -> None:
    assert {each.about for each in family(khans(), "mum").record.contacts} == {None}


def test_only_words_known_to_be_the_readers_own_stay() -> None:
    copy = family(khans(), "mum")
    said = {each.id: each.words for each in copy.record.contacts}
    assert said == {"i-withmum": word("withmum", "words"), "i-withboth": ""}


def test_words_named_as_hers_stay_and_words_named_as_anothers_go() -> None:
    notes = (contact("named", words_of="mum"), contact("other", words_of="Mr Khan"))
    people = (part("i-named", "mum"), part("i-named", "dad"), part("i-other", "mum"))
    copy = family(khans(contacts=notes, contact_people=people), "mum")
    assert [each.words for each in copy.record.contacts] == [word("named", "words"), ""]


def test_the_childs_words_stay_only_when_ticked_for_this_copy() -> None:
    copy = family(khans(), "mum", ticked=["i-withmum"])
    voices = {each.id: each.child_voice for each in copy.record.contacts}
    assert voices == {"i-withmum": word("withmum", "child_voice"), "i-withboth": ""}


def test_keep_from_family_takes_a_contact_out_of_every_family_copy() -> None:
    for reader in ("mum", "dad", ""):
        copy = family(khans(), reader)
        assert not [each for each in words_in(copy.record) if "Kept" in each]
    assert "i-kept" in ids(staff(khans()).record.contacts)


def test_another_adults_barriers_and_promises_are_left_out() -> None:
    copy = family(khans(), "mum").record
    assert ids(copy.barriers) == {"i-mumbarrier", "i-allbarrier"}
    assert ids(copy.follow_ups) == {"i-wewillmum", "i-mumwill", "i-frommum"}
    assert ids(family(khans(), "dad").record.barriers) == {"i-dadbarrier", "i-allbarrier"}
    assert ids(family(khans(), "dad").record.follow_ups) == {"i-dadwill"}


def test_words_about_a_barrier_of_the_whole_family_stay_only_with_a_lone_adult() -> None:
    words = {each.id: each.words for each in family(khans(), "mum").record.barriers}
    assert words["i-allbarrier"] == ""
    assert words["i-mumbarrier"] == word("mumbarrier", "words")
    alone = khans(people=(MUM, ZARA, ALI))
    words = {each.id: each.words for each in family(alone, "mum").record.barriers}
    assert words["i-allbarrier"] == word("allbarrier", "words")


def test_a_promise_of_the_family_goes_to_a_lone_adult_or_to_nobody() -> None:
    promise = follow_up("open", side=Side.FAMILY, source="i-withmum")
    assert not family(khans(follow_ups=(promise,)), "mum").record.follow_ups
    alone = khans(follow_ups=(promise,), people=(MUM, ZARA, ALI))
    assert family(alone, "mum").record.follow_ups


def test_what_is_done_or_names_another_child_is_no_open_promise() -> None:
    done = follow_up("done", person="dad", state=FollowUpState.DONE)
    naming = follow_up("naming", person="dad", action="Ring about Ali")
    assert not family(khans(follow_ups=(done, naming)), "dad").record.follow_ups


def test_what_was_tried_goes_with_its_barrier() -> None:
    assert ids(family(khans(), "mum").record.adjustments) == {"i-triedmumbarrier"}
    assert ids(staff(khans()).record.adjustments) == {"i-triedmumbarrier", "i-trieddadbarrier"}


def test_no_restriction_relationship_or_membership_is_on_a_family_copy() -> None:
    record = khans(restrictions=(restriction(What.COLLECT),))
    for reader in ("mum", "dad", ""):
        copy = family(record, reader).record
        assert copy.restrictions == copy.relationships == copy.memberships == ()


def test_without_a_reader_only_the_children_stand_there() -> None:
    copy = family(khans()).record
    assert ids(copy.people) == {"zara", "ali"}
    assert copy.contacts == copy.follow_ups == copy.barriers == copy.points == copy.addresses == ()
    assert copy.family.what_works == ""
    assert ids(copy.concerns) == {"i-zaraworry", "i-aliworry"}


def test_a_family_copy_of_a_worry_has_no_words_and_no_next_school() -> None:
    worries = family(khans(), "mum").record.concerns
    assert {(each.words, each.to_school, each.owner_there) for each in worries} == {("", "", "")}
    assert all(each.support for each in worries)


def test_a_barrier_that_names_another_child_is_left_out() -> None:
    named = barrier("naming", person="dad", words="Cannot fetch Ali")
    assert not family(khans(barriers=(named,), adjustments=()), "dad").record.barriers


def test_a_worry_or_a_trial_that_names_another_child_is_left_out() -> None:
    record = khans(
        concerns=(concern("naming", "zara", support="With Ali"),),
        barriers=(barrier("own", person="dad"),),
        adjustments=(planted(Adjustment, "trial", barrier="i-own", kind="video", note="x"),),
    )
    copy = family(record, "dad").record
    assert not copy.concerns
    assert ids(copy.adjustments) == {"i-trial"}
