"""The session: one refresh path, and undo that says what it did."""

import pytest
from pytestqt.qtbot import QtBot

from liaison.store.store import Store
from liaison.vault import engine
from tests.builders import TODAY, Make
from ui.jobs import Job
from ui.session import Session


def test_a_save_is_announced_once_with_its_tables(qtbot: QtBot, store: Store, make: Make) -> None:
    session = Session(store, today=lambda: TODAY)
    told: list[frozenset[str]] = []
    session.changed.connect(told.append)
    family = make.family("Khan")
    assert "family" in frozenset().union(*told)
    told.clear()
    make.barrier(family)
    assert len(told) == 1
    assert "barrier" in told[0]


def test_undo_and_redo_say_what_they_did(qtbot: QtBot, store: Store, make: Make) -> None:
    session = Session(store, today=lambda: TODAY)
    said: list[str] = []
    session.said.connect(lambda sentence, _undo: said.append(sentence))
    make.barrier(make.family("Khan"))
    session.undo()
    session.redo()
    session.redo()
    assert said[:2] == ["Taken back.", "Put back."]
    assert said[2].startswith("There is nothing to put back")
    while said[-1] == "Taken back." or len(said) < 4:
        session.undo()
    assert said[-1].startswith("There is nothing to take back")
    assert session.settings.school == "Oakfield Primary School"
    assert session.today() == TODAY


def test_closing_a_session_waits_for_its_jobs_and_closes_the_record(
    qtbot: QtBot, store: Store
) -> None:
    session = Session(store, today=lambda: TODAY)
    ended: list[str] = []
    told: list[object] = []

    def work(job: Job) -> None:
        while not job.cancelled:
            pass
        ended.append("job")

    session.jobs.start(work, told.append, told.append)
    session.close()
    assert ended == ["job"]
    with pytest.raises(engine.EngineError):
        store.db.execute("SELECT 1")


def test_looks_are_written_by_the_minute_and_not_by_looking(
    qtbot: QtBot, store: Store, make: Make
) -> None:
    session = Session(store, today=lambda: TODAY)
    store.look(make.family("Khan").id)
    assert store.query("SELECT 1 FROM change WHERE kind = 'look'") == []
    session._minutes.timeout.emit()
    assert len(store.query("SELECT 1 FROM change WHERE kind = 'look'")) == 1
    assert session._minutes.interval() == 60_000
