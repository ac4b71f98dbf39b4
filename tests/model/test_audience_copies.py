"""Who gets a copy at all, and what staff and the next school may read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.errors import CannotPrint
from liaison.model.copies.audience import copy_for
from liaison.model.copies.copy import sensitive_values
from liaison.model.fields import Audience
from liaison.model.restriction import Force, What
from liaison.model.transition import PassOn
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
    handover,
    ids,
    khans,
    restriction,
    staff,
    word,
    words_in,
)


def test_a_child_who_died_stands_on_no_copy_but_the_schools_own() -> None:
    record = khans(people=(MUM, DAD, replace(ZARA, died_on=DAY), ALI))
    assert "zara" not in ids(family(record, "mum").record.people)
    assert "zara" not in ids(handover(record).record.people)
    assert "zara" in ids(staff(record).record.people)


@pytest.mark.parametrize("field", ["view", "child_voice", "told", "caller_known_by", "occasion"])
def test_what_only_staff_write_for_themselves_is_in_no_family_copy(field: str) -> None:
    for reader in ("mum", "dad"):
        copies = family(khans(), reader).record.contacts
        assert copies
        assert not any(getattr(each, field) for each in copies)


@pytest.mark.parametrize("what", [What.LETTERS, What.INFORMATION])
def test_a_reader_under_a_current_restriction_gets_no_copy(what: What) -> None:
    with pytest.raises(CannotPrint, match="No copy for Mr Tariq Khan"):
        family(khans(restrictions=(restriction(what),)), "dad")
    assert family(khans(restrictions=(restriction(what),)), "mum")


def test_a_restriction_about_one_child_takes_that_child_out() -> None:
    record = khans(restrictions=(restriction(What.LETTERS, "mum", children=("zara",)),))
    copy = family(record, "mum")
    assert ids(copy.record.people) == {"mum", "ali"}
    assert ids(copy.record.concerns) == {"i-aliworry"}
    assert "i-withmum" not in ids(copy.record.contacts)
    assert "Zara left out by a restriction." in copy.warnings


def test_a_wish_and_an_ended_order_warn_and_stop_nothing() -> None:
    wish = restriction(What.LETTERS, force=Force.WISH)
    over = restriction(What.INFORMATION, ends_on=TODAY - timedelta(days=1))
    copy = family(khans(restrictions=(wish, over)), "dad")
    assert len(copy.warnings) == 2
    assert not copy.record.restrictions


def test_a_block_on_contact_is_a_warning_to_who_hands_over() -> None:
    copy = family(khans(restrictions=(restriction(What.CONTACT),)), "dad")
    assert "must not contact" in copy.warnings[0]


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("zara", "is a child"),
        ("doctor", "works with the family"),
        ("stranger", "does not belong to the Khan family"),
    ],
)
def test_a_copy_is_made_only_for_an_adult_of_the_family(reader: str, said: str) -> None:
    with pytest.raises(CannotPrint, match=said):
        family(khans(), reader)


def test_a_reader_who_died_gets_no_copy() -> None:
    with pytest.raises(CannotPrint, match="has died"):
        family(khans(people=(replace(MUM, died_on=date(2026, 1, 1)), ZARA)), "mum")


def test_dsl_pointers_are_on_no_copy_and_are_no_reason() -> None:
    record = khans()
    copies = [family(record, "mum"), family(record), staff(record), handover(record)]
    for copy in copies:
        assert copy.record.pointers == ()
        assert "i-frompointer" not in ids(copy.record.follow_ups)
        assert not [each for each in words_in(copy.record) if "ointer" in each]
        said = " ".join(each.sentence for each in copy.left_out) + " ".join(copy.warnings)
        assert "DSL" not in said
        assert "ointer" not in said
    counted = [each for each in staff(record).left_out if each.what == "Follow-ups"]
    assert not counted


def test_sensitive_things_print_only_when_ticked() -> None:
    assert "i-sensitive" not in ids(staff(khans()).record.barriers)
    assert "i-sendworry" not in ids(staff(khans()).record.concerns)
    ticked = staff(khans(), ticked=["i-sensitive", "i-sendworry"]).record
    assert "i-sensitive" in ids(ticked.barriers)
    assert "i-sendworry" in ids(ticked.concerns)
    assert "i-triedsensitive" in ids(ticked.adjustments)
    assert "i-sensitive" in ids(family(khans(), "mum", ticked=["i-sensitive"]).record.barriers)


def test_a_school_says_itself_what_is_sensitive() -> None:
    copy = staff(khans(), sensitive=frozenset({("barrier", "transport")}))
    assert "i-mumbarrier" not in ids(copy.record.barriers)
    assert "i-sensitive" in ids(copy.record.barriers)
    assert ("barrier", "prison") in sensitive_values()
    assert sensitive_values([]) == frozenset()


def test_a_handover_has_children_and_worries_and_nothing_else() -> None:
    copy = handover(khans()).record
    assert ids(copy.people) == {"zara", "ali"}
    assert ids(copy.concerns) == {"i-zaraworry"}
    assert copy.contacts == copy.barriers == copy.follow_ups == copy.points == ()
    assert copy.family.what_works == ""
    assert copy.concerns[0].words == word("zaraworry", "words")
    assert copy.concerns[0].not_passed_on == ""


def test_a_worry_the_family_keeps_is_not_handed_over_and_one_not_asked_about_warns() -> None:
    copy = handover(khans())
    assert "i-aliworry" not in ids(copy.record.concerns)
    assert "not been asked about passing on 1" in copy.warnings[0]
    asked = khans(concerns=(concern("zaraworry", "zara", pass_on=PassOn.YES),))
    assert not handover(asked).warnings


def test_a_brother_who_is_not_moving_goes_over_by_name_and_year_alone() -> None:
    ali = next(each for each in handover(khans()).record.people if each.id == "ali")
    assert (ali.forename, ali.year_group) == ("Ali", "3")
    assert ali.date_of_birth is None
    assert (ali.sen_needs, ali.next_school, ali.key_adult) == ("", "", "")


def test_a_staff_copy_holds_the_views_the_restrictions_and_every_number() -> None:
    copy = staff(khans(restrictions=(restriction(What.COLLECT),))).record
    assert {each.person for each in copy.points} == {"mum", "dad"}
    assert len(copy.restrictions) == 1
    assert all(each.view for each in copy.contacts)


def test_a_note_naming_another_adult_is_kept_and_the_officer_is_told_to_read_it() -> None:
    record = khans(contacts=(contact("withmum", facts="Mr Khan came. Tariq was calm."),))
    (said,) = family(record, "mum").warnings
    assert said.startswith("“Contact” of 9 November 2026 names Mr Tariq Khan.")


def test_what_was_left_out_is_counted_with_its_reason() -> None:
    said = {each.sentence for each in family(khans(), "mum").left_out}
    assert "Contact notes left out: 2. Mrs Khan was neither spoken to nor present." in said
    assert "Contact notes left out: 1. Marked to be left out of family copies." in said
    assert "My professional view left out: 2. Not for this kind of copy." in said
    assert "What gets in the way left out: 1. Another adult’s." in said


def test_a_copy_without_names_is_not_made_of_one_family() -> None:
    with pytest.raises(CannotPrint, match="counts"):
        copy_for(khans(), audience=Audience.ANONYMISED, today=TODAY)
