"""Sheets made over a page: their own pages, numbered copies, and the note that they were made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liaison.model.contact import Part
from liaison.model.follow_up import FollowUp, FollowUpKind
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.session import Session
from ui.tasks.papers.paper_task import PaperTask
from ui.tasks.papers.papers import BlankForms, CallsToday, MyWeek, PersonChronology
from ui.tasks.person_card import PersonCard


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan")
    make.phone(made.adults[0])
    make.contact(made, facts="Rang about the bus.", people=[(made.adults[0], Part.SPOKEN_TO)])
    with make.store.saving() as saving:
        saving.add(FollowUp(family=made.id, action="Ring about the bus", due=TODAY,
                            kind=FollowUpKind.CONTACT))  # fmt: skip
    return made


def shown(qtbot: QtBot, task: PaperTask) -> PaperTask:
    qtbot.addWidget(task)
    task.resize(1000, 600)
    task.show()
    task.activateWindow()
    qtbot.waitUntil(lambda: task.bench.paper is not None, timeout=20_000)
    return task


def read(task: PaperTask) -> str:
    return task.bench.desk.text.toPlainText()


def test_the_calls_of_today_are_shown_as_they_will_print_and_noted_when_printed(
    qtbot: QtBot, session: Session, khan: Made, answers: Answers, store: Store
) -> None:
    task = shown(qtbot, CallsToday(session))
    assert "07700 900412" in read(task)
    assert "Ring about the bus" in read(task)
    answers.printer = QPrinter()
    answers.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    answers.printer.setOutputFileName("/dev/null")
    task.bench.print_paper()
    qtbot.waitUntil(lambda: bool(store.find(SharingLog)), timeout=20_000)
    (note,) = store.find(SharingLog)
    assert (note.family, note.sheet, note.way) == (khan.id, "call_sheet", "printed")


def test_the_papers_pass_the_audit_and_open_where_there_is_nothing_to_print(
    qtbot: QtBot, session: Session
) -> None:
    task = CallsToday(session)
    qtbot.addWidget(task)
    task.show()
    assert task.bench.paper is None
    assert "Nothing to print" in " ".join(
        each.text() for each in task.bench.desk.refused.findChildren(type(task.bench.pages))
    )
    form = shown(qtbot, BlankForms(session))
    assert not faults(form)


def test_my_week_is_with_names_or_in_numbers_alone(
    qtbot: QtBot, session: Session, khan: Made
) -> None:
    task = shown(qtbot, MyWeek(session))
    assert "For the head" in read(task)
    task.choices.audience.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Numbers only" in read(task), timeout=20_000)
    assert khan.family.name not in read(task)


def test_another_form_and_more_copies_are_made_at_once(qtbot: QtBot, session: Session) -> None:
    task = shown(qtbot, BlankForms(session))
    assert "Contact note" in read(task)
    task.choices.sheet.setCurrentIndex(task.choices.sheet.findData("form_complaint"))
    qtbot.waitUntil(lambda: "What would put it right" in read(task), timeout=20_000)
    pages = task.bench.paper.pages if task.bench.paper else 0
    task.choices.copies.setCurrentIndex(2)
    qtbot.waitUntil(
        lambda: bool(task.bench.paper and task.bench.paper.pages == 3 * pages), timeout=20_000
    )


def test_a_persons_card_leads_to_her_chronology(qtbot: QtBot, session: Session, khan: Made) -> None:
    asked: list[tuple[str, str]] = []
    session.wanted.connect(lambda kind, id: asked.append((kind, id)))
    card = PersonCard(session, khan.adults[0].id)
    qtbot.addWidget(card)
    card.chronology.click()
    assert asked == [("chronology", khan.adults[0].id)]
    task = shown(qtbot, PersonChronology(session, khan.adults[0].id))
    assert "Rang about the bus." in read(task)
