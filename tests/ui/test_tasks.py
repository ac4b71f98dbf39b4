"""The tasks of the shell itself: copy, agree."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from tests.builders import TODAY
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.appearance import Appearance
from ui.screens.screen import Task
from ui.session import Session
from ui.tasks.agreement import Agreement
from ui.tasks.copy_record import CopyRecord


@pytest.fixture
def session(qtbot: QtBot, store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def said(session: Session) -> list[str]:
    sentences: list[str] = []
    session.said.connect(lambda sentence, _undo: sentences.append(sentence))
    return sentences


def shown(qtbot: QtBot, task: Task) -> Task:
    qtbot.addWidget(task)
    task.resize(task.wide, 480)
    with qtbot.waitExposed(task):
        task.show()
    task.activateWindow()
    return task


@pytest.mark.parametrize("kind", [CopyRecord, Agreement])
@pytest.mark.parametrize("size", [100, 150])
def test_every_task_passes_the_audit(
    qtbot: QtBot, session: Session, appearance: Appearance, kind: type[Task], size: int
) -> None:
    task = shown(qtbot, kind(session))
    appearance.set_text_size(size)
    task.resize(max(task.wide, task.minimumSizeHint().width()), 540)
    QTest.qWait(1)
    assert faults(task) == []
    assert task.minimumSizeHint().width() <= 1000
    assert task.minimumSizeHint().height() <= 540


def test_a_record_in_memory_cannot_be_copied_and_says_so(
    qtbot: QtBot, session: Session, answers: Answers, tmp_path: Path, said: list[str]
) -> None:
    task = shown(qtbot, CopyRecord(session))
    assert isinstance(task, CopyRecord)
    task.choose()
    answers.folder = tmp_path
    task.choose()
    qtbot.waitUntil(task.summary.isVisible)
    assert not task.busy
    with qtbot.waitSignal(task.done):
        task._finish(tmp_path / "Oakfield 2026-11-23 1042.liaisonbackup")
    assert said == ["Copied and checked: Oakfield 2026-11-23 1042.liaisonbackup"]
    with pytest.raises(ZeroDivisionError):
        task._refuse(ZeroDivisionError())


def test_the_agreement_needs_all_three_and_then_is_kept(
    qtbot: QtBot, session: Session, said: list[str]
) -> None:
    task = shown(qtbot, Agreement(session))
    assert isinstance(task, Agreement)
    task.save()
    assert [field.problem() for field in (task.officer, task.day, task.second)] == [
        "Name the data protection officer.",
        "Give the day of the agreement.",
        "Name who else can open the record.",
    ]
    task.officer.set_text("Mr D Officer")
    task.day.set_text("3 Sep")
    task.second.set_text("The head")
    with qtbot.waitSignal(task.done):
        task.save()
    assert not session.settings.practice_only
    assert said == ["The agreement is kept."]
    again = Agreement(session)
    qtbot.addWidget(again)
    assert again.day.text() == "3 September 2026"
