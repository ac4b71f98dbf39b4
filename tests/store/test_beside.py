"""What is kept beside the log and follows each save: the glance, drafts, looks, value lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison.errors import NotKept, UnknownValue
from liaison.model.choice import Choice
from liaison.model.contact import About
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.follow_up import FollowUpState
from liaison.store.drafts import Draft
from liaison.store.record import memory_store
from liaison.store.store import Glance, Store
from tests.builders import TODAY, Make
from tests.conftest import Ticking, oakfield
from tests.store.test_door import full_disk

EMPTY = Glance(None, (), None)


def looks(store: Store) -> list[str]:
    return [row[0] for row in store.query("SELECT family FROM change WHERE kind = 'look'")]


def test_a_family_nothing_happened_with_has_an_empty_glance(store: Store, make: Make) -> None:
    assert store.glance(make.family().id) == EMPTY


def test_the_last_real_contact_is_one_that_reached_somebody(store: Store, make: Make) -> None:
    made = make.family()
    make.contact(made, held_on=date(2026, 11, 2), outcome="spoke")
    make.contact(made, held_on=date(2026, 11, 20), outcome="no_answer", about=None)
    assert store.glance(made.id).last_contact == date(2026, 11, 2)


def test_the_last_three_abouts_come_newest_first(store: Store, make: Make) -> None:
    made = make.family()
    for day, about in ((1, About.CONCERN), (2, About.PRAISE), (4, About.NEUTRAL)):
        make.contact(made, held_on=date(2026, 11, day), about=about)
    make.contact(made, held_on=date(2026, 11, 3), held_at="09:00", about=About.PRAISE)
    make.contact(made, held_on=date(2026, 11, 3), held_at="15:00", about=About.CONCERN)
    make.contact(made, held_on=date(2026, 11, 5), about=None)
    assert store.glance(made.id).abouts == ("neutral", "concern", "praise")


def test_what_is_due_next_is_the_first_still_open(store: Store, make: Make) -> None:
    made = make.family()
    first = make.follow_up(made, due=TODAY)
    make.follow_up(made, due=TODAY + timedelta(days=7))
    assert store.glance(made.id).next_due == TODAY
    with store.saving() as saving:
        first = saving.change(replace(first, state=FollowUpState.WAITING))
    assert store.glance(made.id).next_due == TODAY
    with store.saving() as saving:
        saving.change(replace(first, state=FollowUpState.DONE))
    assert store.glance(made.id).next_due == TODAY + timedelta(days=7)


def test_the_glance_follows_removal_and_undo(store: Store, make: Make) -> None:
    made = make.family()
    contact = make.contact(made)
    full = store.glance(made.id)
    with store.saving() as saving:
        saving.remove(contact)
    assert store.glance(made.id) == EMPTY
    store.undo()
    assert store.glance(made.id) == full
    store.undo()
    assert store.glance(made.id) == EMPTY


def test_glances_follow_what_counts_as_reaching_somebody(store: Store, make: Make) -> None:
    made = make.family()
    make.contact(made, outcome="no_answer", about=None)
    choice = store.first(Choice, "list = 'outcome' AND code = 'no_answer'")
    assert choice is not None
    with store.saving() as saving:
        saving.change(replace(choice, flags=("reached",)))
    assert store.glance(made.id).last_contact == TODAY


def test_glances_that_were_lost_are_made_anew(store: Store, make: Make) -> None:
    made = make.family()
    make.contact(made)
    make.follow_up(make.family("Jones"))
    before = store.query("SELECT * FROM local_glance ORDER BY family")
    store.db.execute("DELETE FROM local_glance")
    store.renew_search()
    assert store.query("SELECT * FROM local_glance ORDER BY family") == before


def test_a_draft_is_kept_written_over_and_dropped(store: Store, make: Make) -> None:
    made = make.family()
    store.keep_draft(Draft("d", "contact", "", "Half a"))
    store.keep_draft(Draft("e", "contact", "", "Another"))
    store.keep_draft(Draft("d", "visit", made.id, "Half a word"))
    first, second = store.drafts()
    assert (first.id, first.kind, first.family, first.body) == (
        "d",
        "visit",
        made.id,
        "Half a word",
    )
    assert first.kept_at is not None
    assert second.kept_at is not None
    assert first.kept_at > second.kept_at
    store.drop_draft("d")
    assert [each.id for each in store.drafts()] == ["e"]


def test_a_draft_is_not_in_the_log_and_announces_nothing(store: Store) -> None:
    told: list[frozenset[str]] = []
    store.listen(told.append)
    before = store.mark
    store.keep_draft(Draft("d", "contact", "", "A quokka"))
    assert store.mark == before
    assert told == []
    assert store.query("SELECT id FROM change WHERE instr(body, 'quokka')") == []


def test_looks_are_gathered_and_written_once_for_each_family(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan").id, make.family("Jones").id
    told: list[frozenset[str]] = []
    store.listen(told.append)
    for _ in range(20):
        store.look(khan)
        store.look(jones)
    assert looks(store) == []
    store.flush_looks()
    assert sorted(looks(store)) == sorted([khan, jones])
    store.flush_looks()
    assert len(looks(store)) == 2
    assert told == []


def test_looks_are_written_at_closing(clock: Ticking) -> None:
    store = memory_store(oakfield(), now=clock)
    written: list[str] = []
    close = store.db.close

    def count_then_close() -> None:
        written.extend(looks(store))
        close()

    store.db.close = count_then_close  # type: ignore[method-assign]
    store.look("f")
    store.close()
    assert written == ["f"]


def test_nothing_looked_at_writes_nothing(store: Store) -> None:
    before = store.mark
    store.flush_looks()
    assert store.mark == before


def test_a_record_that_can_only_be_read_keeps_its_looks_to_itself(store: Store) -> None:
    store.look("f")
    store.door.read_only = "Read only."
    store.flush_looks()
    assert looks(store) == []


def test_looks_that_cannot_be_written_stay_gathered(store: Store, make: Make) -> None:
    families = [make.family(f"Family {number}").id for number in range(30)]
    for family in families:
        store.look(family)
    with full_disk(store):
        with pytest.raises(NotKept):
            store.flush_looks()
        assert looks(store) == []
    store.flush_looks()
    assert len(looks(store)) == 30


def test_a_list_offers_its_values_in_order_without_retired_ones(store: Store) -> None:
    first, second, *_ = store.choices("outcome")
    assert (first.code, second.code) == ("spoke", "no_answer")
    with store.saving() as saving:
        saving.change(replace(first, retired=True))
        saving.change(replace(second, position=999))
    offered = [each.code for each in store.choices("outcome")]
    assert "spoke" not in offered
    assert offered[-1] == "no_answer"
    assert store.label("outcome", "spoke") == "Spoke"
    assert store.choices("no such list") == ()


def test_a_label_may_change_and_an_unknown_code_shows_itself(store: Store) -> None:
    first = store.choices("outcome")[0]
    with store.saving() as saving:
        saving.change(replace(first, label="Talked"))
    assert store.label("outcome", "spoke") == "Talked"
    assert store.label("outcome", "telepathy") == "telepathy"
    store.undo()
    assert store.label("outcome", "spoke") == "Spoke"


def test_the_flags_of_a_value_can_be_asked_for(store: Store) -> None:
    assert store.flagged("outcome", "spoke", "reached")
    assert not store.flagged("outcome", "no_answer", "reached")
    assert not store.flagged("outcome", "telepathy", "reached")


def test_a_typed_value_finds_its_code_or_hears_what_fits(store: Store) -> None:
    assert store.code_for("channel", "PHONE call") == "phone"
    with pytest.raises(UnknownValue, match=r"of the ways of contact. What fits: Phone call") as no:
        store.code_for("channel", "telepathy")
    assert "Home visit" in no.value.fits
    with pytest.raises(UnknownValue, match="in the list “purpose”"):
        store.code_for("purpose", "telepathy")


def test_the_settings_are_read_again_after_a_save(store: Store) -> None:
    assert store.settings.family == SETTINGS_STREAM
    with store.saving() as saving:
        saving.change(replace(store.settings, school="Elm Primary"))
    assert store.settings.school == "Elm Primary"
    store.undo()
    assert store.settings.school == "Oakfield Primary School"


def test_a_fingerprint_is_the_same_for_the_same_text_in_this_record_only(
    store: Store, clock: Ticking
) -> None:
    other = memory_store(oakfield(), now=clock)
    assert store.fingerprint("A123") == store.fingerprint("A123")
    assert store.fingerprint("A123") != store.fingerprint("A124")
    assert store.fingerprint("A123") != other.fingerprint("A123")
    assert "A123" not in store.fingerprint("A123")
    other.close()
