"""Who may read what on paper, one rule after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.errors import CannotPrint
from liaison.model.audience import copy_for
from liaison.model.barrier import Adjustment, BarrierSource
from liaison.model.contact import Part
from liaison.model.copy import Copy, sensitive_values
from liaison.model.family import Family, LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUpState, Side
from liaison.model.reach import PointKind
from liaison.model.relationship import Responsibility
from liaison.model.restriction import Force, What
from liaison.model.transition import PassOn
from tests.sheets.records import (
    ALI,
    DAD,
    DAY,
    MUM,
    TODAY,
    ZARA,
    address,
    barrier,
    concern,
    contact,
    follow_up,
    khans,
    lives,
    part,
    phone,
    planted,
    restriction,
    tie,
    word,
    words_in,
)


def family(record: FamilyRecord, reader: str = "", **more: object) -> Copy:
    return copy_for(record, audience=Audience.FAMILY, today=TODAY, reader=reader, **more)


def staff(record: FamilyRecord, **more: object) -> Copy:
    return copy_for(record, audience=Audience.STAFF, today=TODAY, **more)


def handover(record: FamilyRecord, **more: object) -> Copy:
    return copy_for(record, audience=Audience.HANDOVER, today=TODAY, **more)


def ids(entries: tuple) -> set[str]:
    return {each.id for each in entries}


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


def test_a_child_who_died_stands_on_no_copy_but_the_schools_own() -> None:
    record = khans(people=(MUM, DAD, replace(ZARA, died_on=DAY), ALI))
    assert "zara" not in ids(family(record, "mum").record.people)
    assert "zara" not in ids(handover(record).record.people)
    assert "zara" in ids(staff(record).record.people)


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


@pytest.mark.parametrize("field", ["view", "child_voice", "told", "caller_known_by", "occasion"])
def test_what_only_staff_write_for_themselves_is_in_no_family_copy(field: str) -> None:
    for reader in ("mum", "dad"):
        copies = family(khans(), reader).record.contacts
        assert copies
        assert not any(getattr(each, field) for each in copies)


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


def test_no_other_adults_phone_address_or_preference_is_on_a_family_copy() -> None:
    copy = family(khans(), "mum").record
    assert {each.person for each in (*copy.points, *copy.addresses, *copy.preferences)} == {"mum"}
    assert not [each for each in words_in(copy) if "Dad" in each]
    other = family(khans(), "dad").record
    assert not [each for each in words_in(other) if "Mum" in each or "Ali" in each]


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


def test_an_address_prints_only_for_an_adult_recorded_as_living_there() -> None:
    assert ids(family(khans(), "mum").record.addresses) == {"i-mumaddress"}
    assert not family(khans(), "dad").record.addresses
    assert ids(staff(khans()).record.addresses) == {"i-mumaddress"}


def test_as_the_child_prints_the_childs_address() -> None:
    follows = address("mum", as_the_child=True, street="", postcode="", house="")
    record = khans(addresses=(follows, address("zara")))
    assert family(record, "mum").record.addresses[0].street == "Zara Street"
    alone = khans(addresses=(follows,))
    assert family(alone, "mum").record.addresses[0].street == ""


def test_a_confidential_address_takes_every_address_from_other_adults_copies() -> None:
    hidden = khans(addresses=(address("mum"), address("dad", confidential=True)))
    assert not family(hidden, "mum").record.addresses
    home = khans(
        addresses=(address("mum", confidential=True), address("dad")),
        memberships=(lives("mum", LivesThere.YES), lives("dad", LivesThere.YES)),
    )
    assert family(home, "mum").record.addresses


def test_as_the_child_inherits_confidentiality() -> None:
    record = khans(
        addresses=(
            address("mum", as_the_child=True),
            address("zara", confidential=True),
            address("dad"),
        ),
        memberships=(lives("mum", LivesThere.YES), lives("dad", LivesThere.NO)),
    )
    (shown,) = staff(record).record.addresses
    assert (shown.person, shown.confidential, shown.lines) == ("mum", True, ())
    assert not family(record, "dad").record.concerns


def test_a_confidential_address_stands_on_no_staff_copy_but_as_that_word() -> None:
    record = khans(addresses=(address("mum", confidential=True), address("dad")))
    copy = staff(record)
    assert [(each.person, each.lines) for each in copy.record.addresses] == [("mum", ())]
    assert "Addresses left out: 1. Confidential." in [each.sentence for each in copy.left_out]


@pytest.mark.parametrize(
    "said",
    [
        "Walked home by Mum St. today",
        "now in zz993vz",
        "ring +44 7700 900123",
        "ring 07700-900-123",
        "write to AMINA@example.org",
        "moves to Hill View Academy",
        "at Rose House",
    ],
)
def test_free_text_that_gives_a_confidential_address_away_is_refused_by_name(said: str) -> None:
    record = khans(
        contacts=(contact("withdad", facts=said),),
        addresses=(address("mum", confidential=True, house="Rose House"),),
        people=(MUM, DAD, replace(ZARA, next_school="Hill View Academy"), ALI),
        points=(
            phone("mum", "07700 900123"),
            phone("mum", "amina@example.org").__class__(
                id="e", person="mum", kind=PointKind.EMAIL, value="amina@example.org"
            ),
        ),
    )
    with pytest.raises(CannotPrint, match="“Contact” of 9 November 2026 holds"):
        family(record, "dad")
    assert family(record, "mum")


def test_another_adults_number_in_a_note_is_refused_whatever_the_address() -> None:
    record = khans(contacts=(contact("withdad", facts="Her number is 07700 900123."),))
    with pytest.raises(CannotPrint, match="a phone number"):
        family(record, "dad")


def test_a_handover_giving_a_confidential_address_away_is_refused_and_staff_are_warned() -> None:
    told = concern("zaraworry", "zara", support="Walks from Mum Street")
    record = khans(concerns=(told,), addresses=(address("mum", confidential=True),))
    with pytest.raises(CannotPrint, match="Worry about a move"):
        handover(record)
    assert "is confidential" in staff(record).warnings[0]


def test_a_reader_under_an_address_restriction_learns_no_address() -> None:
    record = khans(restrictions=(restriction(What.ADDRESS, "mum"),))
    assert not family(record, "mum").record.addresses
    told = replace(
        khans(restrictions=(restriction(What.ADDRESS),)),
        contacts=(contact("withdad", facts="They live in Zara Street."),),
    )
    with pytest.raises(CannotPrint, match="an address"):
        family(told, "dad")


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
    assert forename_and_year(ali) == ("Ali", "3")


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
