"""Journeys of one day, typed: what is owed, the ring-round, and a note from the gate."""

from __future__ import annotations

from datetime import timedelta

from liaison.model.contact import About, Contact
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.person import Person
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.journeys.officer import AtDesk
from ui.delegates.timeline import TimelineRow
from ui.screens.family.page import FamilyPage
from ui.tasks.monday.gate_filing import GateFiling
from ui.tasks.monday.ring_round_task import RingRound


def test_what_is_owed_today_is_done_put_off_handed_over_and_not_needed(
    officer: AtDesk, make: Make, khan: Made, store: Store
) -> None:
    for action in ("Post the form", "Find the coat", "Ask the nurse", "Order the bus pass"):
        make.follow_up(khan, action)
    officer.go_to("Today")

    officer.down_to("Post the form")
    officer.press("Ctrl+D")
    assert officer.said() == "Done: Post the form"
    officer.down_to("Find the coat")
    officer.open_menu("Alt+P")
    officer.press("T")
    assert officer.said().startswith("Put off to tomorrow")
    officer.down_to("Ask the nurse")
    officer.open_menu("Alt+P")
    officer.press("O")
    officer.type("Mrs Hall")
    officer.press("Ctrl+Return")
    assert officer.said() == "Handed over to Mrs Hall."
    officer.down_to("Order the bus pass")
    officer.open_menu("Alt+P")
    officer.press("N")
    officer.type("They walk now")
    officer.press("Ctrl+Return")
    assert officer.said() == "Not needed: Order the bus pass"

    owed = {each.action: each for each in store.find(FollowUp)}
    assert owed["Post the form"].state is FollowUpState.DONE
    assert owed["Find the coat"].due == TODAY + timedelta(days=1)
    assert owed["Ask the nurse"].owner == "Mrs Hall"
    assert owed["Order the bus pass"].state is FollowUpState.NOT_NEEDED
    officer.press("Ctrl+Z")
    officer.down_to("Order the bus pass")
    assert store.get(FollowUp, owed["Order the bus pass"].id).state is FollowUpState.OPEN


def test_a_ring_round_of_three_children_has_three_outcomes(
    officer: AtDesk, make: Make, khan: Made, store: Store
) -> None:
    for child, number in (("Hodan", "07700 900511"), ("Callum", "07700 900512")):
        make.phone(parent_of(store, child), number)
    officer.press("Ctrl+Shift+A")
    for name in ("Khan, Zara", "Abdi, Hodan", "Reid, Callum"):
        officer.type(name)
        officer.press("Return")
    officer.press("Ctrl+Return")
    task = officer.task()
    assert isinstance(task, RingRound)
    shown = []
    for outcome in ("1", "2", "6"):
        shown.append(task.ring.number.text())
        officer.press(outcome)
    assert shown == ["07700 900412", "07700 900511", "07700 900512"]
    outcomes = [each.outcome for each in store.find(Contact)]
    assert outcomes == ["spoke", "no_answer", "will_call_back"]
    officer.press("Esc")
    assert officer.window.task() is None
    page = officer.open_family("reid")
    assert isinstance(page, FamilyPage)
    assert "Phone call to Mr Reid" in titles(page)


def test_a_note_from_the_gate_waits_and_finds_its_family_later(
    officer: AtDesk, khan: Made, store: Store
) -> None:
    officer.press("Ctrl+G")
    officer.type("a mum, Year 6: thanked us for the bus")
    officer.press("Ctrl+Return", "Esc")
    assert officer.window.task() is None
    assert store.find(Contact) == []

    filing = officer.do("gate notes")
    assert isinstance(filing, GateFiling)
    officer.type("kha")
    officer.press("Return")
    officer.press("Alt+G")
    officer.qtbot.waitUntil(filing.about.buttons[About.PRAISE].isChecked)
    officer.press("Ctrl+Return")
    assert officer.window.task() is None
    (contact,) = store.find(Contact)
    assert (contact.family, contact.channel, contact.about) == (khan.id, "gate", About.PRAISE)
    assert contact.facts == "a mum, Year 6: thanked us for the bus"
    assert store.drafts() == []


def parent_of(store: Store, child: str) -> Person:
    """The one adult of the family that has this child."""
    young = store.first(Person, "forename = :name", name=child)
    assert young is not None
    (adult,) = store.find(Person, "family = :id AND kind = 'adult'", id=young.family)
    return adult


def titles(page: FamilyPage) -> list[str]:
    return [each.title for each in page.timeline.list.rows() if isinstance(each, TimelineRow)]
