"""The import wizard: nothing is written before the last step, and then all of it, to be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.errors import NotKept
from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.model.person import Person
from liaison.store.store import Store
from tests.builders import TODAY
from tests.exchange.ctf_files import contact, ctf, pupil
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.appearance import Appearance, Scheme
from ui.contents import Contents
from ui.import_wizard import task
from ui.import_wizard.task import CHECK, CHOOSE, DONE, MATCH, REPORT, ImportWizard
from ui.screens.families import Families
from ui.session import Session
from ui.window import MainWindow

MOTHER = contact(phones=["07700 900101"])


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
    made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def wizard(window: MainWindow, session: Session, answers: Answers) -> ImportWizard:
    answers.sure = True
    session.open("import")
    task = window.task()
    assert isinstance(task, ImportWizard)
    return task


def file_of(folder: Path, *pupils: str, qualifier: str = "full") -> Path:
    path = folder / "school.xml"
    path.write_text(ctf(*pupils, qualifier=qualifier), encoding="utf-8")
    return path


def brought_in(store: Store, file: Path) -> None:
    commit_import(store, plan_import(store, read_ctf(file), today=TODAY))


def people(store: Store) -> int:
    return len(store.find(Person))


def at(qtbot: QtBot, wizard: ImportWizard, step: int) -> None:
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == step)


def test_a_file_is_reported_checked_written_and_taken_back_whole(
    qtbot: QtBot, wizard: ImportWizard, answers: Answers, tmp_path: Path, store: Store
) -> None:
    answers.open_file = file_of(tmp_path, pupil(contacts=[MOTHER]), pupil(forename="Robin"))
    wizard.choose_page.choose_button.click()
    at(qtbot, wizard, REPORT)
    assert wizard.report.counts.text() == "2 pupils with 1 contacts"
    assert "It lists everybody" in wizard.report.what.text()
    assert people(store) == 0
    wizard.next_button.click()
    assert wizard.pages.currentIndex() == CHECK
    assert wizard.check.answer.text() == "Add 3 people, change 0, skip 0"
    wizard.next_button.click()
    at(qtbot, wizard, DONE)
    assert answers.asked[-1] == "Practice only"
    assert people(store) == 3
    assert wizard.done_page.words.words.text() == "Imported: 3 people added, 0 changed."
    wizard.done_page.undo_button.click()
    assert people(store) == 0
    with qtbot.waitSignal(wizard.done):
        wizard.next_button.click()


@pytest.mark.parametrize("sure", [True, False])
def test_without_a_backup_it_is_asked_whether_to_import_all_the_same(
    qtbot: QtBot,
    wizard: ImportWizard,
    answers: Answers,
    tmp_path: Path,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    *,
    sure: bool,
) -> None:
    def refuse(*_: object, **__: object) -> Path:
        raise NotKept("The disk is full.")

    monkeypatch.setattr(task, "keep_copy", refuse)
    wizard.read(file_of(tmp_path, pupil()))
    at(qtbot, wizard, REPORT)
    wizard.next_button.click()
    wizard.next_button.click()
    answers.sure = sure
    at(qtbot, wizard, DONE if sure else CHECK)
    assert answers.asked[-1] == "No backup"
    assert people(store) == (1 if sure else 0)
    assert not wizard.busy
    with pytest.raises(ZeroDivisionError):
        wizard._not_kept(ZeroDivisionError())


def test_without_a_yes_to_practice_only_nothing_is_written(
    qtbot: QtBot, wizard: ImportWizard, answers: Answers, tmp_path: Path, store: Store
) -> None:
    wizard.read(file_of(tmp_path, pupil()))
    at(qtbot, wizard, REPORT)
    wizard.next_button.click()
    answers.sure = False
    wizard.next_button.click()
    assert wizard.pages.currentIndex() == CHECK
    assert people(store) == 0


def test_a_refused_file_is_a_sentence_and_the_wizard_starts_again(
    qtbot: QtBot, wizard: ImportWizard, answers: Answers, tmp_path: Path
) -> None:
    wizard.choose()
    assert wizard.pages.currentIndex() == CHOOSE
    answers.open_file = tmp_path / "school.xml"
    answers.open_file.write_text("<html/>", encoding="utf-8")
    wizard.choose()
    qtbot.waitUntil(wizard.summary.isVisible)
    assert wizard.pages.currentIndex() == CHOOSE
    with pytest.raises(ZeroDivisionError):
        wizard._refuse(ZeroDivisionError())


def test_differences_stand_side_by_side_and_the_choice_is_followed(
    qtbot: QtBot, wizard: ImportWizard, tmp_path: Path, store: Store
) -> None:
    brought_in(store, file_of(tmp_path, pupil(year="4"), pupil(forename="Robin", year="1")))
    wizard.read(file_of(tmp_path, pupil(year="6"), pupil(forename="Robin", year="6")))
    at(qtbot, wizard, REPORT)
    wizard.next_button.click()
    assert wizard.pages.currentIndex() == MATCH
    match = wizard.match
    assert [row.spoken for row in match.people.rows()] == [
        "Jamie Farrow, Same",
        "Robin Farrow, Same",
    ]
    assert "Year group: 4 / 6" in match.beside.accessibleName()
    match.people.setFocus()
    QTest.keyClick(match.people, Qt.Key.Key_Down)
    assert match.name.text() == "Robin Farrow"
    next(reversed(match.verdicts.values())).click()
    assert match.people.rows()[1].spoken == "Robin Farrow, Left out"
    wizard.next_button.click()
    at(qtbot, wizard, CHECK)
    assert wizard.check.answer.text() == "Add 0 people, change 1, skip 1"
    assert "Your choices: 1." in wizard.check.more.text()
    wizard.check.change_button.click()
    assert wizard.pages.currentIndex() == MATCH
    wizard.next_button.click()
    assert wizard.pages.currentIndex() == CHECK
    wizard.next_button.click()
    at(qtbot, wizard, DONE)
    years = {each.forename: each.year_group for each in store.find(Person)}
    assert years == {"Jamie": "6", "Robin": "1"}


def test_a_look_alike_can_be_made_the_same(
    qtbot: QtBot, wizard: ImportWizard, tmp_path: Path, store: Store
) -> None:
    brought_in(store, file_of(tmp_path, pupil()))
    wizard.read(file_of(tmp_path, pupil(forename="Jaime"), qualifier="partial"))
    at(qtbot, wizard, REPORT)
    assert "It lists some" in wizard.report.what.text()
    wizard.next_button.click()
    assert wizard.match.people.rows()[0].spoken == "Jaime Farrow, New"
    next(iter(wizard.match.verdicts.values())).click()
    wizard.match.alike.currentIndexChanged.emit(0)
    wizard.next_button.click()
    at(qtbot, wizard, CHECK)
    assert wizard.check.answer.text() == "Add 0 people, change 1, skip 0"
    wizard.back_button.click()
    wizard.back_button.click()
    wizard.back_button.click()
    assert wizard.pages.currentIndex() == CHOOSE


def test_the_same_file_twice_has_nothing_to_do(
    qtbot: QtBot, wizard: ImportWizard, tmp_path: Path, store: Store
) -> None:
    file = file_of(tmp_path, pupil())
    brought_in(store, file)
    wizard.read(file)
    at(qtbot, wizard, REPORT)
    assert wizard.report.nothing.isVisible()
    wizard.next_button.click()
    assert wizard.check.answer.text() == "The record says all of it already."
    assert not wizard.next_button.isEnabled()
    wizard.bring_in()
    assert not wizard.busy
    wizard.back_button.click()
    assert wizard.pages.currentIndex() == REPORT


def test_stopping_and_closing_half_way_leave_nothing(
    qtbot: QtBot,
    window: MainWindow,
    wizard: ImportWizard,
    session: Session,
    tmp_path: Path,
    store: Store,
) -> None:
    file = file_of(tmp_path, *(pupil(forename=f"Jamie{number}") for number in range(40)))
    wizard.read(file)
    wizard.wait.stop_button.click()
    at(qtbot, wizard, CHOOSE)
    assert not wizard.summary.isVisible()
    wizard.read(file)
    window.close()
    session.jobs.finish()
    assert people(store) == 0
    assert store.drafts() == []


def test_an_import_that_cannot_be_taken_back_says_why(
    qtbot: QtBot, wizard: ImportWizard, tmp_path: Path, store: Store
) -> None:
    wizard.read(file_of(tmp_path, pupil()))
    at(qtbot, wizard, REPORT)
    wizard.go_on()
    wizard.go_on()
    at(qtbot, wizard, DONE)
    store.undo()
    wizard.done_page.undo_button.click()
    assert wizard.summary.isVisible()


def test_a_record_changed_meanwhile_refuses_the_plan_in_words(
    qtbot: QtBot, wizard: ImportWizard, tmp_path: Path, store: Store
) -> None:
    wizard.read(file_of(tmp_path, pupil()))
    at(qtbot, wizard, REPORT)
    wizard.go_on()
    store.door.read_only = "The record can only be read here."
    wizard.go_on()
    qtbot.waitUntil(wizard.summary.isVisible)
    assert wizard.pages.currentIndex() == CHECK
    assert not wizard.busy


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [100, 200])
def test_every_step_passes_the_audit(
    qtbot: QtBot,
    window: MainWindow,
    wizard: ImportWizard,
    appearance: Appearance,
    store: Store,
    tmp_path: Path,
    scheme: Scheme,
    size: int,
) -> None:
    brought_in(store, file_of(tmp_path, pupil(year="4")))
    appearance.set_scheme(scheme)
    appearance.set_text_size(size)
    window.resize(1024, 552)
    QTest.qWait(1)
    assert faults(window.overlay) == []
    wizard.read(file_of(tmp_path, pupil(year="6", upn="X1"), pupil(forename=None, surname=None)))
    assert faults(window.overlay) == []
    for step in (REPORT, MATCH, CHECK, DONE):
        at(qtbot, wizard, step)
        QTest.qWait(1)
        assert faults(window.overlay) == [], step
        if step != DONE:
            wizard.go_on()
