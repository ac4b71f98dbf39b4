"""Forms about people: restrictions say what they will do, nobody's title is guessed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from liaison.casework.families import whole_family
from liaison.casework.members import people_in
from liaison.model.contact import Contact, Part
from liaison.model.family import LivesThere, Membership
from liaison.model.follow_up import FollowUp
from liaison.model.interpreting import ASK
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference, MessageSafety
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Restriction, What
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.forms_on_screen import Desk, desk, write
from ui.session import Session
from ui.tasks.forms import (
    AddPerson,
    CorrectContact,
    EditAddress,
    EditContactPoint,
    EditPerson,
    EditPreference,
    EditRelationship,
    EditRestriction,
)


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def at(qtbot: QtBot, session: Session) -> Desk:
    return desk(qtbot, session)


def test_an_order_nobody_has_read_says_what_follows(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(EditRestriction, khan.adults[1].id)
    assert "held for five school days" in form._follows.words()
    assert "A follow-up for Mrs A Officer to ask for a copy is added." in form._follows.words()
    write(form, what=[What.LETTERS], order_kind="Non-molestation", chaser="Mrs Hall")
    assert "A follow-up for Mrs Hall" in form._follows.words()
    assert "Held until" in form._said.accessibleName()
    assert "Kind of order: Non-molestation" in form._said.accessibleName()
    write(form, words="No letters to him.")
    assert "Its words: “No letters to him.”" in form._said.accessibleName()
    task.save()
    (kept,) = store.find(Restriction)
    assert (kept.adult, kept.what, kept.chaser) == (khan.adults[1].id, What.LETTERS, "Mrs Hall")
    assert kept.recorded_on == TODAY
    assert "Nobody has read the order yet" in at.said[0]
    assert store.find(FollowUp)[0].owner == "Mrs Hall"


def test_an_order_that_was_read_keeps_who_read_it_when_and_where_it_is(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(EditRestriction, khan.adults[1].id)
    write(
        form,
        what=[What.COLLECT],
        order_kind="Non-molestation",
        words="Not within 100 m of the school.",
        does_not_affect="reports or letters",
        seen_on="3 9 26",
        read_by="Mrs Hall",
        held_where="Head's safe",
    )
    assert form._follows.words() == ""
    assert not form.fields["chaser"].isVisibleTo(form)
    assert "Do not hand over." in form._said.accessibleName()
    task.save()
    (kept,) = store.find(Restriction)
    assert (kept.seen_on, kept.read_by, kept.held_where) == (
        date(2026, 9, 3),
        "Mrs Hall",
        "Head's safe",
    )
    assert store.find(FollowUp) == []


def test_a_school_decision_on_letters_only_warns_until_it_is_well_founded(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(EditRestriction, khan.adults[1].id)
    write(form, force="School decision", what=[What.LETTERS])
    assert form._follows.words().startswith("As it stands it only warns.")
    write(form, head="Mrs Head", serious_harm="Told her where they live.")
    assert form._follows.words().startswith("As it stands it only warns.")
    write(form, review_on="20 Jan")
    assert form._follows.words() == ""
    assert "Not to be done" in form._said.accessibleName()
    write(form, what=[What.COLLECT, What.CONTACT])
    assert "a school decision can stop contact by school and coming to" in form._follows.words()
    said = form._said.accessibleName()
    assert "Not to be done" in said
    assert "Look first School decision" in said.replace(".", "")
    task.save()
    assert {each.what for each in store.find(Restriction, "head = 'Mrs Head'")} == {
        *(What.LETTERS, What.COLLECT, What.CONTACT)
    }


def test_a_wish_has_no_force_and_keeps_nothing_of_an_order(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(EditRestriction, khan.adults[1].id)
    write(form, what=[What.CONTACT], order_kind="Non-molestation")
    write(form, force="Asked by the family", asked_by="Mrs Khan")
    assert "A wish: it has no legal force." in form._said.accessibleName()
    at.settle()
    assert faults(task) == []
    task.save()
    (kept,) = store.find(Restriction)
    assert (kept.order_kind, kept.asked_by) == ("", "Mrs Khan")
    assert "A wish has no legal force" in at.said[0]


def test_a_restriction_is_recorded_with_every_family_of_the_adult(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    byrne = make.family("Byrne", children=[("Leo", "4")])
    shahid = khan.adults[1]
    with store.saving() as saving:
        saving.add(Membership(family=byrne.id, person=shahid.id))
    task, form = at.form(EditRestriction, shahid.id)
    assert "It is recorded with Byrne as well." in form._follows.words()
    write(form, what=[What.CONTACT], seen_on="today")
    task.save()
    assert {each.family for each in store.find(Restriction)} == {khan.id, byrne.id}


def test_several_things_one_order_says_are_recorded_at_one_go_with_one_follow_up(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(EditRestriction, khan.adults[1].id)
    assert form._said.isHidden()
    task.save()
    assert "Tick what it is about." in form.fields["what"].problem()
    write(form, what=[What.LETTERS, What.INFORMATION], order_kind="Prohibited steps")
    assert form._said.accessibleName().count("Held until") == 1
    task.save()
    kept = store.find(Restriction)
    assert [each.what for each in kept] == [What.LETTERS, What.INFORMATION]
    assert len({each.version for each in kept}) == 1
    assert len(store.find(FollowUp)) == 1

    _, again = at.form(EditRestriction, khan.adults[1].id)
    write(again, what=[What.COLLECT], order_kind="Prohibited steps")
    assert "A copy is being asked for already." in again._follows.words()


def test_putting_one_restriction_of_an_order_right_leaves_the_others(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    letters = make.restriction(khan, khan.adults[1], what=What.LETTERS, seen_on=None)
    make.restriction(khan, khan.adults[1], what=What.INFORMATION, seen_on=None)
    task, form = at.form(EditRestriction, letters.id)
    write(form, what="Address")
    task.save()
    assert {each.what for each in store.find(Restriction)} == {What.ADDRESS, What.INFORMATION}


def test_a_restriction_on_one_child_names_only_that_child(
    at: Desk, khan: Made, store: Store
) -> None:
    zara = khan.children[0]
    task, form = at.form(EditRestriction, khan.adults[1].id)
    write(form, what=[What.CONTACT], children=[zara.id], seen_on="today")
    assert "(Zara)" in form._said.accessibleName()
    task.save()
    assert store.find(Restriction)[0].children == (zara.id,)


def test_a_saved_restriction_is_changed_in_place(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    order = make.restriction(khan, khan.adults[1], seen_on=None)
    task, form = at.form(EditRestriction, order.id)
    assert "A follow-up" not in form._follows.words()
    write(form, seen_on="today", read_by="Mrs Hall")
    task.save()
    (kept,) = store.find(Restriction)
    assert (kept.id, kept.read_by) == (order.id, "Mrs Hall")


def test_whether_a_message_is_safe_is_asked_and_not_asked_is_no(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    make.phone(khan.adults[0])
    task, form = at.form(EditContactPoint, khan.adults[0].id)
    assert form.editors["message_safe"].value() is MessageSafety.NOT_ASKED
    assert form._silence.words() == "No message is left there, and none says “school”."
    write(form, value="07700 900413", place="Mobile", message_safe="Safe to leave a message")
    assert form._silence.words() == ""
    write(form, also_seen_by="Her sister")
    assert form._silence.words().startswith("Somebody else sees it too")
    task.save()
    kept = store.find(ContactPoint, "value = '07700 900413'")[0]
    assert (kept.person, kept.position, kept.message_safe) == (
        khan.adults[0].id,
        2,
        MessageSafety.YES,
    )


def test_an_address_as_the_child_asks_for_no_street(at: Desk, khan: Made, store: Store) -> None:
    zara, amina = khan.children[0], khan.adults[0]
    task, form = at.form(EditAddress, zara.id)
    assert "as_the_child" not in form.editors
    write(form, house="12", street="Example Road", postcode="ZZ99 3VZ", confidential=True)
    assert form._follows.words().startswith("Confidential:")
    task.save()
    task, form = at.form(EditAddress, amina.id)
    assert form._follows.words().startswith("Somebody in this home has a confidential address")
    write(form, street="Old Street", as_the_child=True)
    assert not form.fields["street"].isVisibleTo(form)
    assert "It follows the child’s address" in form._follows.words()
    task.save()
    kept = store.find(Address, "person = :id", id=amina.id)[0]
    assert (kept.as_the_child, kept.street) == (True, "")


def test_a_child_or_a_relative_is_warned_about_as_interpreter(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(EditPreference, khan.adults[0].id)
    write(form, channel="Text message", interpreter="Zara helps")
    assert form._interpreting.words() == ASK
    write(form, interpreter="Urdu by telephone")
    assert form._interpreting.words() == ""
    task.save()
    assert store.find(ContactPreference)[0].channel == "text"


def test_nobodys_title_is_guessed_and_names_used_stand_beside_names_written(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(AddPerson, khan.id)
    assert form.editors["name_title"].value() == ""
    write(form, forename="Nadia", surname="Malik")
    zara = khan.children[0]
    line = form.to_children.line(zara.id)
    line.relationship.box.setCurrentIndex(line.relationship.box.findText("Aunt"))
    if not line.relationship.value():
        line.relationship.box.setCurrentIndex(3)
    task.save()
    added = store.find(Person, "forename = 'Nadia'")[0]
    assert (added.name_title, added.kind) == ("", PersonKind.ADULT)
    ties = store.find(Relationship, "adult = :id", id=added.id)
    assert [each.child for each in ties] == [zara.id]
    assert whole_family(store, khan.id).person(added.id) is not None


def test_a_child_is_added_with_a_year_true_this_year_and_its_adults(
    at: Desk, khan: Made, store: Store
) -> None:
    task, form = at.form(AddPerson, khan.id)
    write(form, kind="Child", forename="Omar", year_group="R", date_of_birth="3 12 21")
    assert not form.fields["name_title"].isVisibleTo(form)
    assert form.to_adults.isVisibleTo(form)
    assert not form.to_children.isVisibleTo(form)
    there = form._there.box
    there.setCurrentIndex(there.findText("Lives there"))
    tie = form.to_adults.line(khan.adults[0].id)
    tie.responsibility.set_value(Responsibility.YES)
    task.save()
    omar = store.find(Person, "forename = 'Omar'")[0]
    assert (omar.surname, omar.year_group, omar.year_group_in) == ("Khan", "R", 2026)
    record = whole_family(store, khan.id)
    assert record.lives_there(omar.id) is LivesThere.YES
    held = record.relationship(khan.adults[0].id, omar.id)
    assert held is not None
    assert held.responsibility is Responsibility.YES


def test_a_professional_needs_two_fields(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(AddPerson, khan.id)
    write(form, kind="Professional", surname="Hall", job="School nurse")
    assert form.fields["organisation"].isVisibleTo(form)
    at.settle()
    assert faults(task) == []
    task.save()
    assert store.find(Person, "surname = 'Hall'")[0].job == "School nurse"


def test_half_a_new_person_comes_back_with_its_ties(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(AddPerson, khan.id)
    write(form, forename="Nadia")
    form.to_children.line(khan.children[1].id).responsibility.resume("yes")
    form._there.resume("part")
    at.shut(task)
    _, form = at.form(AddPerson, khan.id)
    tie = form.to_children.line(khan.children[1].id)
    assert tie.responsibility.value() is Responsibility.YES
    assert form.membership().lives_there is LivesThere.PART


def test_special_category_fields_are_there_only_when_switched_on(
    at: Desk, khan: Made, store: Store, session: Session
) -> None:
    zara = khan.children[0]
    task, form = at.form(EditPerson, zara.id)
    assert not {"ethnicity", "religion", "medical"} & form.editors.keys()
    at.shut(task)
    with store.saving() as saving:
        saving.change(replace(store.settings, special_on=("medical", "free_school_meals")))
    task, form = at.form(EditPerson, zara.id)
    assert {"medical", "free_school_meals"} <= form.editors.keys()
    assert "ethnicity" not in form.editors
    write(form, medical="Asthma plan in the office", free_school_meals="Yes")
    task.save()
    kept = store.get(Person, zara.id)
    assert (kept.medical, kept.free_school_meals) == ("Asthma plan in the office", True)


def test_what_a_form_does_not_show_stays_as_it_was(at: Desk, khan: Made, store: Store) -> None:
    zara = khan.children[0]
    with store.saving() as saving:
        saving.change(replace(zara, ethnicity="x", upn_print="abc"))
    task, form = at.form(EditPerson, zara.id)
    write(form, class_name="6B")
    task.save()
    kept = store.get(Person, zara.id)
    assert (kept.ethnicity, kept.upn_print, kept.class_name) == ("x", "abc", "6B")
    assert kept.year_group_in == 2026


def test_where_somebody_lives_is_kept_with_the_person(at: Desk, khan: Made, store: Store) -> None:
    amina = khan.adults[0]
    task, form = at.form(EditPerson, amina.id)
    there = form._there.box
    there.setCurrentIndex(there.findText("Lives elsewhere"))
    write(form, letter_name="Mrs A Khan")
    task.save()
    assert whole_family(store, khan.id).lives_there(amina.id) is LivesThere.NO
    assert store.get(Person, amina.id).letter_name == "Mrs A Khan"


def test_a_death_points_at_what_is_still_open(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    amina = khan.adults[0]
    promise = make.follow_up(khan)
    with store.saving() as saving:
        saving.change(replace(promise, person=amina.id))
    task, form = at.form(EditPerson, amina.id)
    write(form, died_on="20 11 26")
    task.save()
    assert store.get(Person, amina.id).died_on == date(2026, 11, 20)
    assert "Open follow-ups about Amina Khan, to be looked through: 1." in at.said[0]


def test_a_tie_is_written_down_once(at: Desk, khan: Made, store: Store) -> None:
    amina, zara = khan.adults[0], khan.children[0]
    task, form = at.form(EditRelationship, amina.id)
    form.editors["child"].set_value(zara.id)
    task.save()
    assert "written down already" in form.fields["child"].problem()
    at.shut(task)
    tie = store.find(Relationship, "adult = :a AND child = :c", a=amina.id, c=zara.id)[0]
    task, form = at.form(EditRelationship, tie.id)
    write(
        form,
        responsibility="Has responsibility, evidence seen",
        responsibility_from="Birth certificate",
        evidence_on="today",
        position="2",
        emergency_contact=True,
    )
    task.save()
    kept = store.get(Relationship, tie.id)
    assert (kept.responsibility, kept.evidence_on, kept.position) == (
        Responsibility.SEEN,
        TODAY,
        2,
    )


def test_a_new_tie_offers_a_pair_that_has_none(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    omar = Person(family=khan.id, kind=PersonKind.CHILD, forename="Omar", surname="Khan")
    with store.saving() as saving:
        omar = saving.add(omar)
        saving.add(Membership(family=khan.id, person=omar.id))
    _, form = at.form(EditRelationship, khan.adults[0].id)
    assert form.editors["child"].value() == omar.id
    _, form = at.form(EditRelationship, omar.id)
    assert form.editors["child"].value() == omar.id
    _, form = at.form(EditRelationship, khan.id)
    assert form.editors["child"].value() == omar.id


def test_a_contact_is_corrected_with_who_took_part(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    amina, shahid = khan.adults
    contact = make.contact(khan, people=[(amina, Part.SPOKEN_TO)])
    task, form = at.form(CorrectContact, contact.id)
    write(form, facts="It was his phone.", held_at="9am", words_of="Mr Shahid Khan")
    form.parts[amina.id].box.setCurrentIndex(0)
    form.parts[shahid.id].resume("spoken_to")
    at.shut(task)
    task.leave()
    task, form = at.form(CorrectContact, contact.id)
    assert form.parts[shahid.id].value() is Part.SPOKEN_TO
    task._touched = True
    task.save()
    kept = store.get(Contact, contact.id)
    assert (kept.facts, kept.held_at, kept.words_of) == ("It was his phone.", "09:00", shahid.id)
    assert [each.person for each in people_in(store, contact)] == [shahid.id]


def test_a_contact_is_not_moved_into_the_future(at: Desk, khan: Made, make: Make) -> None:
    task, form = at.form(CorrectContact, make.contact(khan).id)
    ahead = TODAY + timedelta(days=3)
    write(form, held_on=f"{ahead.day}/{ahead.month}/{ahead.year}")
    task.save()
    assert "cannot be dated after today" in form.fields["held_on"].problem()
    assert "cannot be dated after today" in task.summary.accessibleName()
