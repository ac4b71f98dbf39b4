"""An import half way through a file goes on there after a lock, if it is the same file still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liaison.exchange.import_matches import Decision, Verdict
from liaison.store.store import Store
from tests.builders import TODAY
from tests.exchange.ctf_files import pupil
from tests.ui.test_import_wizard import at, brought_in, file_of
from ui.appearance import Appearance
from ui.contents import Contents
from ui.import_wizard.half_way import HalfWay, half_way_from
from ui.import_wizard.task import CHECK, CHOOSE, MATCH, REPORT, ImportWizard
from ui.locking.whereabouts import go_back, keep
from ui.screens.families import Families
from ui.session import Session
from ui.window import MainWindow


@pytest.fixture
def session(qtbot: QtBot, store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def window(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[MainWindow]:
    made = MainWindow(session, Contents((Families,), (ImportWizard,)), appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def wizard_in(window: MainWindow) -> ImportWizard:
    task = window.task()
    assert isinstance(task, ImportWizard)
    return task


@pytest.fixture
def deciding(qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path) -> ImportWizard:
    """Two children differ; she has decided to leave the second one out."""
    brought_in(store, file_of(tmp_path, pupil(year="4"), pupil(forename="Robin", year="1")))
    window.open_task("import")
    wizard = wizard_in(window)
    wizard.read(file_of(tmp_path, pupil(year="6"), pupil(forename="Robin", year="6")))
    at(qtbot, wizard, REPORT)
    wizard.next_button.click()
    wizard.match.people.choose(wizard.match.people.rows()[1].id)
    wizard.match.verdicts[Verdict.SKIP].click()
    return wizard


def locked_and_back(window: MainWindow) -> ImportWizard:
    assert not keep(window, None)
    assert window.task() is None
    go_back(window)
    return wizard_in(window)


@pytest.mark.parametrize("step", [MATCH, CHECK])
def test_it_goes_on_at_the_same_step_with_what_was_decided(
    qtbot: QtBot, window: MainWindow, deciding: ImportWizard, step: int
) -> None:
    if step == CHECK:
        deciding.next_button.click()
        at(qtbot, deciding, CHECK)
    again = locked_and_back(window)
    at(qtbot, again, step)
    assert again.match.people.rows()[1].spoken == "Robin Farrow, Left out"
    if step == MATCH:
        again.next_button.click()
        at(qtbot, again, CHECK)
    assert again.check.answer.text() == "Add 0 people, change 1, skip 1"


def test_what_was_decided_about_another_file_is_forgotten(
    qtbot: QtBot, window: MainWindow, deciding: ImportWizard, tmp_path: Path
) -> None:
    file_of(tmp_path, pupil(forename="Robin", year="6"), pupil(year="6"))
    again = locked_and_back(window)
    at(qtbot, again, REPORT)
    assert again.match.decisions == {}


def test_a_file_that_is_gone_is_said_and_another_can_be_chosen(
    qtbot: QtBot, window: MainWindow, deciding: ImportWizard, tmp_path: Path
) -> None:
    (tmp_path / "school.xml").unlink()
    again = locked_and_back(window)
    at(qtbot, again, CHOOSE)
    assert "school.xml" in again.summary.accessibleName()


def test_a_match_settled_meanwhile_is_not_asked_about(
    qtbot: QtBot, window: MainWindow, deciding: ImportWizard, tmp_path: Path, store: Store
) -> None:
    before = half_way_from(deciding.subject)
    assert before is not None
    window.close_task()
    brought_in(store, tmp_path / "school.xml")
    window.open_task("import", replace(before, decisions={}).words())
    at(qtbot, wizard_in(window), REPORT)


def test_closed_by_her_own_hand_it_begins_anew(
    qtbot: QtBot, window: MainWindow, deciding: ImportWizard
) -> None:
    deciding.cancel_button.click()
    window.open_task("import")
    assert wizard_in(window).pages.currentIndex() == CHOOSE


@pytest.mark.parametrize("words", ["", "01a201ca-41e9-703a", "5", '["a", "b"]', '["a","b",1,2]'])
def test_other_words_are_no_half_way(words: str) -> None:
    assert half_way_from(words) is None


def test_what_is_noted_is_read_again() -> None:
    decisions = {"child 1": Decision(Verdict.SAME, "p"), "child 2": Decision(Verdict.SKIP)}
    half_way = HalfWay(Path("/stick/school.xml"), "ab", MATCH, decisions)
    assert half_way_from(half_way.words()) == half_way
