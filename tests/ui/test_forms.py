"""Every form in its panel: filled, checked, saved, kept as a draft, and never in the way."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from liaison.casework.bin import in_the_bin
from liaison.casework.families import keep, remove
from liaison.errors import NotKept
from liaison.model.barrier import Adjustment, Barrier, BarrierState
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.model.transition import TransitionConcern
from liaison.store.drafts import Draft
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.forms_on_screen import CONTROL, Desk, desk, press, type_into, write
from ui.appearance import Appearance, Scheme
from ui.session import Session
from ui.tasks.edit_entry import EditEntry
from ui.tasks.forms import (
    FORMS,
    EditAdjustment,
    EditBarrier,
    EditConcern,
    EditFamily,
    EditFollowUp,
    NewFamily,
)


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def at(qtbot: QtBot, session: Session) -> Desk:
    return desk(qtbot, session)


def subjects(make: Make, khan: Made) -> dict[str, str]:
    """For each form something to open it on."""
    contact = make.contact(khan)
    barrier = make.barrier(khan)
    return {
        "adjustment-form": barrier.id,
        "person-form": khan.children[0].id,
        "contact-point-form": khan.adults[0].id,
        "address-form": khan.adults[0].id,
        "contact-preference-form": khan.adults[0].id,
        "relationship-form": khan.adults[0].id,
        "contact-form": contact.id,
    }


def test_a_promise_is_written_by_keyboard_and_saved_by_ctrl_enter(
    at: Desk, khan: Made, store: Store
) -> None:
    _, form = at.form(EditFollowUp, khan.id)
    first = QApplication.focusWidget()
    assert first is form.editors["action"].focusProxy()
    write(form, action="Ring about the bus", due="fri")
    press(form.editors["due"].focusProxy(), Qt.Key.Key_Return, CONTROL)
    assert at.closed
    (kept,) = store.find(FollowUp)
    assert (kept.action, kept.due) == ("Ring about the bus", date(2026, 11, 27))
    assert kept.kind is FollowUpKind.CONTACT
    assert (kept.owner, kept.raised_by) == ("Mrs A Officer", "Mrs A Officer")
    assert at.said == ["Follow-up: saved."]
    assert store.can_undo()


def test_a_promise_due_in_the_past_is_kept_with_a_warning(at: Desk, khan: Made) -> None:
    task, form = at.form(EditFollowUp, khan.id)
    write(form, action="Send the form", due="20/11/26", kind="Contact the family")
    write(form, action="Send the form again")
    task.save()
    assert at.said == ["Follow-up: saved. The follow-up is due in the past."]


def test_the_kind_chosen_by_hand_stays(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(EditFollowUp, khan.id)
    write(form, action="Ring", due="fri", kind="Something to do")
    write(form, action="Ring her")
    task.save()
    assert store.find(FollowUp)[0].kind is FollowUpKind.TASK


def test_what_it_waits_on_is_asked_only_while_it_waits(at: Desk, khan: Made, make: Make) -> None:
    promise = make.follow_up(khan)
    task, form = at.form(EditFollowUp, promise.id)
    assert not form.fields["waiting_on"].isVisibleTo(form)
    write(form, state="Waiting")
    assert form.fields["waiting_on"].isVisibleTo(form)
    write(form, waiting_on="You said you would", reason="The form.")
    task.save()
    changed = make.store.get(FollowUp, promise.id)
    assert changed.state is FollowUpState.WAITING
    assert changed.reason == "The form."
    assert [each.box.itemText(n) for each in [form.editors["state"]] for n in range(3)] == [
        "Open",
        "In progress",
        "Waiting",
    ]


def test_what_is_missing_is_said_on_top_and_beside_its_field(at: Desk, khan: Made) -> None:
    task, form = at.form(EditFollowUp, khan.id)
    write(form, due="soonish")
    task.save()
    assert not at.closed
    assert task.summary.hasFocus()
    assert "2 things to put right" in task.summary.accessibleName()
    assert form.fields["action"].problem() == "What is to be done is needed."
    assert "not a date" in form.fields["due"].problem()
    write(form, action="Ring", due="fri")
    task.save()
    assert at.closed


def test_typing_is_kept_as_a_draft_and_offered_again(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(EditBarrier, khan.id)
    write(form, kind="Grief", words="Since Nan died.", since="someday", effects=["replies"])
    task.keep_draft()
    assert task._kept.words.text().startswith("Draft kept ")
    at.shut(task)
    (draft,) = store.drafts()
    assert (draft.kind, draft.family) == ("barrier-form", khan.id)
    again, form = at.form(EditBarrier, khan.id)
    assert form.editors["words"].value() == "Since Nan died."
    assert form.editors["since"].kept() == "someday"
    assert form.editors["effects"].value() == ("replies",)
    assert again._resumed.words().startswith("Not saved yet: what you typed at ")
    write(form, since="mon")
    again.save()
    assert store.drafts() == []
    assert store.find(Barrier)[0].words == "Since Nan died."


def test_a_draft_can_be_thrown_away(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(EditBarrier, khan.id)
    write(form, words="Wrong family")
    at.shut(task)
    task, form = at.form(EditBarrier, khan.id)
    task._resumed.pressed.emit()
    assert form.editors["words"].value() == ""
    assert store.drafts() == []
    at.shut(task)
    assert store.drafts() == []


def test_a_form_nobody_typed_in_leaves_no_draft(at: Desk, khan: Made, store: Store) -> None:
    at.shut(at.form(EditBarrier, khan.id)[0])
    assert store.drafts() == []


def test_a_draft_goes_on_from_the_strip_by_itself(
    at: Desk, khan: Made, store: Store, session: Session
) -> None:
    task, form = at.form(EditBarrier, khan.id)
    write(form, words="Half a sentence")
    at.shut(task)
    resumed = EditBarrier(session, "", store.drafts()[0])
    assert resumed.editing is not None
    assert resumed.editing.editors["words"].value() == "Half a sentence"
    resumed.deleteLater()


def test_a_draft_of_another_shape_is_no_draft(at: Desk, khan: Made, store: Store) -> None:
    store.keep_draft(Draft("d1", "barrier-form", khan.id, "not json"))
    _, form = at.form(EditBarrier, khan.id)
    assert form.editors["words"].value() == ""


def test_two_who_change_one_entry_see_both_texts(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan, words="No car.")
    task, form = at.form(EditBarrier, barrier.id)
    write(form, words="No car and no bus.")
    keep(store, replace(barrier, words="They have a car now."))
    task.save()
    assert not at.closed
    assert task.both.isVisibleTo(task)
    assert "No car and no bus." in task.both.mine.text()
    assert "They have a car now." in task.both.theirs.text()
    assert task.both.keep_mine.hasFocus()
    at.settle()
    assert faults(task) == []
    task.both.keep_mine.click()
    assert at.closed
    assert store.get(Barrier, barrier.id).words == "No car and no bus."


def test_the_other_text_can_be_taken_instead(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan, words="No car.")
    task, form = at.form(EditBarrier, barrier.id)
    write(form, words="Mine")
    keep(store, replace(barrier, words="Theirs"))
    task.save()
    task.both.take_theirs.click()
    assert form.editors["words"].value() == "Theirs"
    assert not task.both.isVisibleTo(task)
    task.save()
    assert store.get(Barrier, barrier.id).words == "Theirs"


def test_what_was_binned_meanwhile_comes_back_when_mine_is_chosen(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan)
    task, form = at.form(EditBarrier, barrier.id)
    write(form, words="Still so.")
    remove(store, barrier)
    task.save()
    task.both.keep_mine.click()
    assert store.get(Barrier, barrier.id).words == "Still so."
    assert in_the_bin(store) == []


def test_a_draft_made_before_somebody_else_saved_meets_both_texts(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan, words="No car.")
    task, form = at.form(EditBarrier, barrier.id)
    write(form, words="Mine")
    at.shut(task)
    keep(store, replace(barrier, words="Theirs"))
    task, _ = at.form(EditBarrier, barrier.id)
    task.save()
    assert task.both.isVisibleTo(task)


def test_a_disk_that_refuses_leaves_the_typing_where_it_is(
    at: Desk, khan: Made, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, form = at.form(EditBarrier, khan.id)
    write(form, kind="Grief", words="Since Nan died.")

    def refuse(*_args: object) -> None:
        raise NotKept("The disk is full, so nothing was saved.")

    monkeypatch.setattr(store, "write", refuse)
    monkeypatch.setattr(store, "keep_draft", refuse)
    task.save()
    assert not at.closed
    assert "The disk is full" in task.summary.accessibleName()
    assert form.editors["words"].value() == "Since Nan died."
    task.keep_draft()
    assert task._kept.words.text() == "The disk is full, so nothing was saved."


def test_without_a_family_it_asks_which_one(at: Desk, khan: Made, make: Make) -> None:
    byrne = make.family("Byrne", children=[("Leo", "4")])
    task = at.open(EditFollowUp)
    assert task.editing is None
    choose = QApplication.focusWidget()
    assert choose is not None
    assert faults(task) == []
    task.save()
    task.keep_draft()
    task.start_afresh()
    type_into(choose, "leo")  # type: ignore[arg-type] - the search box
    press(choose, Qt.Key.Key_Return)
    assert at.wanted == [("follow-up-form", byrne.id)]


def test_down_leads_from_the_search_box_into_the_families(at: Desk, khan: Made) -> None:
    at.open(EditFollowUp)
    box = QApplication.focusWidget()
    assert box is not None
    press(box, Qt.Key.Key_Down)
    press(QApplication.focusWidget() or box, Qt.Key.Key_Return)
    assert at.wanted == [("follow-up-form", khan.id)]


def test_a_new_family_opens_when_it_is_saved(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(NewFamily, khan.id)
    assert form.editors["name"].value() == ""
    write(form, name="Okafor", strengths="They read together.")
    task.save()
    assert at.closed
    ((kind, id),) = at.wanted
    assert kind == "family"
    assert store.query("SELECT name FROM family WHERE id = :id", id=id) == [("Okafor",)]


def test_a_new_family_is_not_asked_when_it_left(at: Desk) -> None:
    _, form = at.form(NewFamily)
    assert form.fields.keys().isdisjoint({"left_on", "review_on"})
    assert {"name", "strengths", "what_works", "own_word", "colleague"} == form.fields.keys()


def test_a_family_is_put_right(at: Desk, khan: Made, make: Make, store: Store) -> None:
    task, form = at.form(EditFamily, khan.id)
    write(form, name="Khan-Reid", colleague=True)
    task.save()
    assert store.query("SELECT name, colleague FROM family") == [("Khan-Reid", 1)]


def test_a_barrier_that_eases_says_since_when(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan)
    task, form = at.form(EditBarrier, barrier.id)
    write(form, state="Easing")
    task.save()
    eased = store.get(Barrier, barrier.id)
    assert (eased.state, eased.state_on) == (BarrierState.EASING, TODAY)


def test_what_was_tried_hangs_on_its_barrier(
    at: Desk, khan: Made, make: Make, store: Store
) -> None:
    barrier = make.barrier(khan)
    task, form = at.form(EditAdjustment, barrier.id)
    form.editors["kind"].box.setCurrentIndex(1)
    write(form, note="Rang instead.")
    task.save()
    (tried,) = store.find(Adjustment)
    assert (tried.barrier, tried.offered_on, tried.offered_by) == (
        barrier.id,
        TODAY,
        "Mrs A Officer",
    )
    task, form = at.form(EditAdjustment, tried.id)
    write(form, worked="Partly worked")
    task.save()
    assert store.get(Adjustment, tried.id).worked.value == "partly"


def test_a_worry_is_about_the_child_it_was_opened_on(at: Desk, khan: Made, store: Store) -> None:
    task, form = at.form(EditConcern, khan.children[1].id)
    write(form, move="Year 6 to 7", domain="Friendships", words="Who will I sit with?")
    task.save()
    assert form.fields["level"].problem() == "Support is needed."
    form.editors["level"].box.setCurrentIndex(1)
    task.save()
    (worry,) = store.find(TransitionConcern)
    assert worry.child == khan.children[1].id
    assert (worry.raised_on, worry.owner) == (TODAY, "Mrs A Officer")
    task, form = at.form(EditConcern, worry.id)
    write(form, pass_on="Not to be passed on", state="Settled")
    assert not form.fields["not_passed_on"].isVisibleTo(form)
    task.save()
    assert store.get(TransitionConcern, worry.id).state.value == "settled"


@pytest.mark.parametrize("task", FORMS, ids=lambda task: task.kind)
def test_every_form_passes_the_audit_and_its_footer_is_in_sight(
    at: Desk, khan: Made, make: Make, task: type[EditEntry]
) -> None:
    subject = subjects(make, khan).get(task.kind, khan.id)
    opened, _ = at.form(task, subject)
    assert faults(opened) == []
    foot = opened.save_button
    assert at.host.rect().contains(foot.mapTo(at.host, foot.rect().bottomRight()))


def lies_within(column: QScrollArea) -> bool:
    """Nothing of it is out of sight at the side."""
    return column.widget().width() <= column.viewport().width()


@pytest.mark.parametrize(
    ("size", "text", "scheme"),
    [
        ((1024, 552), 100, Scheme.LIGHT),
        ((1024, 552), 200, Scheme.DARK),
        ((1366, 768), 150, Scheme.DARK),
    ],
)
def test_no_form_needs_scrolling_to_reach_save(
    qtbot: QtBot,
    session: Session,
    appearance: Appearance,
    khan: Made,
    make: Make,
    size: tuple[int, int],
    text: int,
    scheme: Scheme,
) -> None:
    appearance.set_scheme(scheme)
    appearance.set_text_size(text)
    at = desk(qtbot, session, size=size)
    about = subjects(make, khan)
    for task in FORMS:
        opened, _ = at.form(task, about.get(task.kind, khan.id))
        qtbot.waitUntil(partial(lies_within, opened.column))
        foot = opened.save_button
        assert at.host.rect().contains(foot.mapTo(at.host, foot.rect().bottomRight())), task.kind
        assert faults(opened) == [], task.kind
        at.overlay.close_panel()


def test_the_column_follows_the_focus(qtbot: QtBot, session: Session, khan: Made) -> None:
    at = desk(qtbot, session, size=(1024, 552))
    task, form = at.form(EditConcern, khan.id)
    bar = task.column.verticalScrollBar()
    assert bar.value() == 0
    form.editors["to_school"].setFocus()
    assert bar.value() > 0
