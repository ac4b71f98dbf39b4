"""The looks through a record: the more thorough the rarer, and each sees what the last cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from liaison.store import looking, verifying
from liaison.store.looking import (
    Look,
    background,
    due_look,
    looked,
    note_found,
    note_look,
    sentence_of,
)
from liaison.store.store import Store
from liaison.vault import Vault, engine
from liaison.vault.notebook import Notebook
from tests.builders import Make
from tests.store.conftest import OnDisk

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
PAGE = 4096


@pytest.fixture
def opened(disk: OnDisk) -> Iterator[Store]:
    with disk.opened() as store:
        Make(store).contact(Make(store).family(), facts="Rang about the bus.")
        yield store


def vault_of(store: Store) -> Vault:
    assert store.vault is not None
    return store.vault


def found_by(store: Store, look: Look) -> list[str] | None:
    check = background(vault_of(store), look)
    check.start()
    check.wait()
    return check.result


def test_a_sound_record_is_sound_to_every_look(opened: Store) -> None:
    assert [found_by(opened, look) for look in Look] == [[], [], []]


def test_a_broken_seal_of_a_page_out_of_use_is_seen_daily(disk: OnDisk, opened: Store) -> None:
    database = disk.folder / "record.db"
    pages = database.stat().st_size // PAGE
    seen = []
    for page in range(1, pages):
        with database.open("r+b") as file:
            file.seek(page * PAGE + 2000)
            byte = file.read(1)[0]
            file.seek(page * PAGE + 2000)
            file.write(bytes([byte ^ 1]))
            file.flush()
            seen.append(bool(found_by(opened, Look.DAILY)))
            file.seek(page * PAGE + 2000)
            file.write(bytes([byte]))
        if page > 12:
            break
    assert seen == [True] * len(seen)


def test_a_broken_log_and_a_search_index_that_does_not_fit_are_seen_weekly(opened: Store) -> None:
    opened.db.execute("INSERT INTO local_words (local_words) VALUES ('delete-all')")
    assert found_by(opened, Look.DAILY) == []
    assert found_by(opened, Look.WEEKLY) == [verifying.SEARCH_UNFIT]
    opened.renew_search()
    assert found_by(opened, Look.WEEKLY) == []
    for (name,) in opened.query("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        opened.db.execute(f"DROP TRIGGER {name}")
    opened.db.execute("UPDATE change SET actor = 'x' WHERE number = 2")
    assert found_by(opened, Look.DAILY) == []
    assert "The log of changes is broken" in (found_by(opened, Look.WEEKLY) or [""])[0]


def test_a_weekly_look_gives_way_to_a_save_in_the_middle_of_the_search_index(
    opened: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted:
        def execute(self, sql: str) -> object:
            if "integrity-check" in sql:
                error = engine.driver.OperationalError("interrupted")
                error.sqlite_errorcode = engine.driver.SQLITE_INTERRUPT
                raise error
            return opened.db.conn.execute(sql)

    with pytest.raises(engine.EngineError, match="interrupted"):
        verifying.search_index(Interrupted())
    assert found_by(opened, Look.WEEKLY) == []


def test_what_is_due_depends_on_what_was_looked_through_last(opened: Store) -> None:
    vault = vault_of(opened)
    assert looked(vault) == looking.Looked()
    assert due_look(vault, now=NOW) is Look.WEEKLY
    note_look(vault, Look.WEEKLY, [], now=NOW)
    assert due_look(vault, now=NOW + timedelta(hours=23)) is Look.OPENING
    assert due_look(vault, now=NOW + timedelta(hours=25)) is Look.DAILY
    note_look(vault, Look.DAILY, [], now=NOW + timedelta(hours=25))
    assert due_look(vault, now=NOW + timedelta(hours=26)) is Look.OPENING
    assert due_look(vault, now=NOW + timedelta(days=8)) is Look.WEEKLY
    assert due_look(vault, now=NOW - timedelta(days=1)) is Look.WEEKLY
    assert looked(vault).weekly == "2026-11-23T16:00:00+00:00"


def test_what_was_found_is_remembered_until_a_thorough_look_finds_nothing(opened: Store) -> None:
    vault = vault_of(opened)
    note_look(vault, Look.WEEKLY, [], now=NOW)
    note_found(vault, ["record.db is damaged: page 3."])
    assert due_look(vault, now=NOW) is Look.WEEKLY
    note_look(vault, Look.OPENING, [], now=NOW)
    assert looked(vault).found == ("record.db is damaged: page 3.",)
    note_look(vault, Look.OPENING, ["page 4"], now=NOW)
    assert looked(vault).found == ("page 4",)
    note_look(vault, Look.WEEKLY, [], now=NOW)
    assert looked(vault).found == ()


@pytest.mark.parametrize(
    "page", [{"daily": 5, "weekly": "", "found": []}, 5, {"daily": "", "weekly": "", "found": [5]}]
)
def test_notes_that_cannot_be_read_are_forgotten(
    opened: Store, settings_of_this_laptop: Path, page: object
) -> None:
    vault = vault_of(opened)
    Notebook(settings_of_this_laptop / looking.NAME).write(vault.id, page)
    assert looked(vault) == looking.Looked()
    Notebook(settings_of_this_laptop / looking.NAME).write(
        vault.id, {"daily": "", "weekly": "", "found": "x"}
    )
    assert looked(vault).found == ()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        (["page 3 is never used"], "record.db is damaged: page 3 is never used. Make no more"),
        (["record.db is damaged: x."], "record.db is damaged: x. Make no more"),
        (["The log of changes is broken at 3."], "The log of changes is broken at 3. Make no"),
    ],
)
def test_what_was_found_is_told_with_the_way_out(found: list[str], said: str) -> None:
    assert sentence_of(found).startswith(said)
    assert ("Restore the newest backup" in sentence_of(found)) == bool(found)
