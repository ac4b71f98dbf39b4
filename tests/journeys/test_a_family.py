"""Journeys with one family, typed: what gets in the way, a move, a court order, a child moved."""

from __future__ import annotations

from liaison.model.barrier import Adjustment, Barrier, BarrierState
from liaison.model.family import Membership
from liaison.model.fields import Audience
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import TransitionConcern
from liaison.store.store import Store
from tests.builders import Made
from tests.journeys.officer import AtDesk
from ui.delegates.families import FamilyTable
from ui.screens.family.page import FamilyPage
from ui.screens.family_summary import FamilySummary
from ui.screens.transitions.screen import Transitions
from ui.tasks.entry_history import EntryHistory
from ui.tasks.monday.reception import ReceptionCheck


def test_what_gets_in_the_way_is_noted_helped_and_eases_and_its_history_says_so(
    officer: AtDesk, khan: Made, store: Store
) -> None:
    page = officer.open_family("khan")
    assert isinstance(page, FamilyPage)
    officer.do("what gets in the way")
    officer.write(("Kind", "Transport"), ("Their words", "We have no car."))
    officer.press("Ctrl+Return")
    (barrier,) = store.find(Barrier)
    assert (barrier.kind, barrier.words) == ("transport", "We have no car.")

    go_to_pane(officer, "Barriers")
    officer.choose_from_menu("Add what was tried")
    officer.write(("What", "Help"), ("Note", "A bus pass from the school."))
    officer.press("Ctrl+Return")
    (tried,) = store.find(Adjustment)
    assert (tried.barrier, tried.kind) == (barrier.id, "travel")

    go_to_pane(officer, "Barriers")
    officer.press("F2")
    officer.write(("State", "Easing"))
    officer.press("Ctrl+Return")
    assert store.get(Barrier, barrier.id).state is BarrierState.EASING
    assert [each.chip for each in page.barriers.list.rows()] == ["Easing"]

    go_to_pane(officer, "Barriers")
    officer.press("Ctrl+H")
    history = officer.task()
    assert isinstance(history, EntryHistory)
    assert "State: “Open” became “Easing”" in history.said
    assert any(each.startswith("Written down") for each in history.said)


def test_a_worry_about_a_move_is_raised_and_found_among_the_transitions(
    officer: AtDesk, khan: Made, store: Store
) -> None:
    officer.open_family("khan")
    officer.do("worry about a move")
    officer.write(
        ("Child", "Zara"),
        ("Move", "Year"),
        ("About", "Friend"),
        ("Support", "Some"),
        ("In their words", "Who will I sit with?"),
    )
    officer.press("Ctrl+Return")
    (concern,) = store.find(TransitionConcern)
    assert (concern.child, concern.move) == (khan.children[0].id, "year_6_to_7")

    screen = officer.go_to("Transitions")
    assert isinstance(screen, Transitions)
    assert screen.table.hasFocus()
    (row,) = screen.table.rows()
    assert row.spoken.startswith("Zara Khan, Y6, Year 6 to 7, Friendships, Some extra support")
    officer.press("Return")
    page = officer.window.current_screen()
    assert isinstance(page, FamilyPage)
    assert page.subject() == khan.id


def test_a_court_order_is_kept_to_by_the_banner_reception_and_the_letters(
    officer: AtDesk, khan: Made, store: Store
) -> None:
    page = officer.open_family("khan")
    assert isinstance(page, FamilyPage)
    officer.do("restriction")
    officer.write(("Adult", "mr"))
    for what in ("Collecting", "Letters and reports"):
        officer.tab_to(what)
        officer.press("Space")
    officer.write(
        ("On whose authority", "Court"),
        ("Kind of order", "Prohibited"),
        ("Its words", "Mr Khan must not come to the school."),
        ("Read on", "today"),
        ("Read by", "Mrs Hall"),
    )
    officer.press("Ctrl+Return")
    kept = store.find(Restriction)
    assert [(each.what, each.force) for each in kept] == [
        (What.COLLECT, Force.COURT),
        (What.LETTERS, Force.COURT),
    ]
    assert "must not collect" in page.banner.accessibleName()

    officer.press("Ctrl+R")
    officer.type("ali")
    officer.press("Return")
    officer.down_to("Mr Shahid Khan")
    officer.press("Return")
    reception = officer.task()
    assert isinstance(reception, ReceptionCheck)
    assert "Do not hand over." in reception.answer.words()
    officer.press("Esc", "Ctrl+P")

    preview = officer.window.current_screen()
    assert isinstance(preview, FamilySummary)
    officer.qtbot.waitUntil(lambda: preview.bench.paper is not None, timeout=20_000)
    officer.press("Alt+M")
    officer.qtbot.waitUntil(preview.choices.audiences[Audience.FAMILY].isChecked)
    officer.tab_to("Which adult will read it")
    officer.press("End")
    assert preview.choices.reader.currentText() == "Mr Khan"
    officer.qtbot.waitUntil(preview.bench.desk.refused.isVisible, timeout=20_000)
    assert not preview.bench.print.isEnabled()


def test_a_child_is_moved_to_another_family_and_back(
    officer: AtDesk, khan: Made, store: Store
) -> None:
    page = officer.open_family("khan")
    assert isinstance(page, FamilyPage)
    officer.do("move a child")
    officer.write(("Child", "Ali"), ("Find a family", "abdi"))
    officer.press("Down")
    officer.qtbot.waitUntil(lambda: officer.heard() == "Families")
    officer.down_to("Abdi")
    officer.press("Ctrl+Return")
    assert officer.said() == "Ali Khan is in Abdi now."
    assert len(children_here(page)) == 1
    officer.press("Ctrl+Z")
    assert officer.said() == "Taken back."
    assert len(children_here(page)) == 2
    homes = store.find(Membership, "person = :id", id=khan.children[1].id)
    assert [each.family for each in homes] == [khan.id]

    officer.go_to("Families")
    assert isinstance(officer.at, FamilyTable)


def children_here(page: FamilyPage) -> list[str]:
    rows = [each.spoken for each in page.people.list.rows()]
    return [each for each in rows if each.startswith(("Zara", "Ali"))]


def go_to_pane(officer: AtDesk, name: str) -> None:
    """F6 from pane to pane until this list has the focus."""
    for _ in range(6):
        if officer.heard() == name:
            return
        officer.press("F6")
    raise AssertionError(f"F6 does not lead to {name!r}")
