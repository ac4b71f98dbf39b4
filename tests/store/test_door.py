"""The one write door: whatever goes round it is refused, whatever is refused leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from liaison.errors import ChangedMeanwhile, NotFound, NotKept, ReadOnly
from liaison.model import ENTRIES
from liaison.model.contact import Contact
from liaison.model.family import Family
from liaison.model.fields import Entry
from liaison.store import verifying
from liaison.store.changes import Kind
from liaison.store.door import Batch, Stream
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from liaison.store.record import memory_store
from liaison.store.refusals import refusals
from liaison.store.rows import columns_of
from liaison.store.store import Store
from liaison.vault import engine
from tests.builders import Make
from tests.conftest import Ticking, oakfield

TABLES = pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.table)


def sound(store: Store) -> bool:
    return verifying.problems(store, full=True) == []


def log_of(store: Store) -> list[tuple[Any, ...]]:
    return store.query("SELECT * FROM change ORDER BY clock, device")


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """No page more than there are now."""
    ((pages,),) = store.query("PRAGMA page_count")
    store.query(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        store.query("PRAGMA max_page_count = 1073741823")


def a_row(cls: type[Entry]) -> str:
    marks = ", ".join("1" if name == "deleted" else "'x'" for name in columns_of(cls)[:4])
    return f"INTO {cls.table} ({', '.join(columns_of(cls)[:4])}) VALUES ({marks})"


@TABLES
def test_every_shared_table_has_its_three_guards(untouched: Store, cls: type[Entry]) -> None:
    found = untouched.query(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name", name=cls.table
    )
    said = " ".join(sql for (sql,) in found)
    assert len(found) == 3
    assert all(f"BEFORE {what} ON {cls.table}" in said for what in ("INSERT", "UPDATE", "DELETE"))


@TABLES
def test_plain_sql_writes_nothing_into_a_shared_table(store: Store, cls: type[Entry]) -> None:
    _put_one_row_in(store, cls)
    for trusted in ("ON", "OFF"):
        store.query(f"PRAGMA trusted_schema = {trusted}")
        _assert_plain_sql_is_refused(store, cls)


def _assert_plain_sql_is_refused(store: Store, cls: type[Entry]) -> None:
    before = store.query(f"SELECT * FROM {cls.table}")
    for statement in (
        f"INSERT {a_row(cls)}",
        f"INSERT OR REPLACE {a_row(cls)}",
        f"REPLACE {a_row(cls)}",
        f"INSERT OR IGNORE {a_row(cls)}",
        f"UPDATE {cls.table} SET family = 'y'",
        f"UPDATE OR REPLACE {cls.table} SET id = 'z'",
    ):
        with pytest.raises(engine.EngineError, match="only the write door writes"):
            store.db.execute(statement)
    with pytest.raises(engine.EngineError, match="only a purge removes"):
        store.db.execute(f"DELETE FROM {cls.table}")
    assert store.query(f"SELECT * FROM {cls.table}") == before


def _put_one_row_in(store: Store, cls: type[Entry]) -> None:
    """By the door's own way: an unsealed change, a row, the seal."""
    values = "'c', 'b', 'd', 1, '', '', 'x', 1, 'save', '[]', '', '', NULL"
    store.db.execute(f"INSERT INTO change VALUES ({values})")
    store.db.execute(f"INSERT {a_row(cls)}")
    store.db.execute("UPDATE change SET mac = 'm' WHERE id = 'c'")


def test_a_change_starts_unsealed_is_sealed_once_and_stays(store: Store, make: Make) -> None:
    make.family()
    before = log_of(store)
    with pytest.raises(engine.EngineError, match="starts unsealed"):
        store.db.execute(
            "INSERT INTO change SELECT 'x', batch, device, 99, clock, actor, family, "
            "schema, kind, body, digest, previous, mac FROM change LIMIT 1"
        )
    for statement in (
        "UPDATE change SET mac = 'other'",
        "UPDATE change SET mac = NULL",
        "UPDATE change SET body = NULL",
        "UPDATE change SET body = '[]'",
        "UPDATE change SET number = 7",
        "UPDATE change SET rowid = rowid + 1000",
        *(f"UPDATE change SET {name} = 'x'" for name in ("id", "batch", "device", "clock", "kind")),
        *(f"UPDATE change SET {name} = 'x'" for name in ("actor", "family", "digest", "previous")),
        "UPDATE change SET schema = 9",
    ):
        with pytest.raises(engine.EngineError, match="sealed once"):
            store.db.execute(statement)
    with pytest.raises(engine.EngineError, match="a change stays"):
        store.db.execute("DELETE FROM change")
    with pytest.raises(engine.EngineError, match="a change stays"):
        store.db.execute(
            "REPLACE INTO change SELECT id, batch, device, number, clock, actor, "
            "family, schema, kind, body, digest, previous, NULL FROM change LIMIT 1"
        )
    assert log_of(store) == before


def test_a_body_is_emptied_only_while_a_purge_is_unsealed(store: Store) -> None:
    unsealed = (
        "INSERT INTO change VALUES ('{0}', 'b', 'd', {1}, '', '', '', 1, '{2}', '', '', '', NULL)"
    )
    store.db.execute(unsealed.format("one", 1, "save"))
    with pytest.raises(engine.EngineError, match="only a purge"):
        store.db.execute("UPDATE change SET body = NULL WHERE mac IS NOT NULL")
    store.db.execute("UPDATE change SET mac = 'm' WHERE id = 'one'")
    store.db.execute(unsealed.format("two", 2, "purge"))
    store.db.execute("UPDATE change SET body = NULL WHERE id = 'one'")
    assert store.query("SELECT body FROM change WHERE id = 'one'") == [(None,)]


def test_one_save_is_one_change_for_each_family_it_touches(store: Store, make: Make) -> None:
    khan, jones = make.family("Khan"), make.family("Jones")
    with store.saving() as saving:
        saving.change(replace(khan.family, strengths="Laughs a lot"))
        saving.change(replace(jones.family, strengths="On time"))
        batch = saving.batch
    told = store.query("SELECT family, number FROM change WHERE batch = :batch", batch=batch)
    assert sorted(family for family, _ in told) == sorted([khan.id, jones.id])
    numbers = [number for (number,) in store.query("SELECT number FROM change ORDER BY number")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_rows_version_is_the_change_that_wrote_it(store: Store, make: Make) -> None:
    family = make.family().family
    with store.saving() as saving:
        changed = saving.change(replace(family, strengths="Laughs a lot"))
    (newest,) = store.query("SELECT id FROM change ORDER BY clock DESC LIMIT 1")
    assert store.get(Family, family.id).version == changed.version == newest[0] != family.version


def test_the_clock_never_runs_back_when_the_laptops_does(
    store: Store, make: Make, clock: Ticking
) -> None:
    make.family("Khan")
    clock.at -= timedelta(days=365)
    make.family("Jones")
    clocks = [row[0] for row in store.query("SELECT clock FROM change ORDER BY number")]
    assert clocks == sorted(set(clocks))
    assert store.door.last_clock == clocks[-1]
    assert sound(store)


def test_a_full_disk_keeps_nothing_says_so_and_the_store_goes_on(store: Store, make: Make) -> None:
    made = make.family()
    told: list[frozenset[str]] = []
    store.listen(told.append)
    before = log_of(store)
    with full_disk(store), pytest.raises(NotKept, match=r"disk is full.*nothing was saved"):
        make.contact(made, facts="word " * 20_000)
    assert told == []
    assert log_of(store) == before
    assert store.find(Contact) == []
    kept = make.contact(made, facts="Short.")
    assert store.find(Contact) == [kept]
    assert len(told) == 1
    assert sound(store)


def test_a_device_refused_its_first_save_still_writes_its_id_with_the_next(clock: Ticking) -> None:
    store = memory_store(oakfield(), now=clock)
    store.door.begin_anew("another")
    long = replace(store.settings, marking="word " * 20_000)
    with full_disk(store), pytest.raises(NotKept), store.saving() as saving:
        saving.change(long)
    assert store.query("SELECT id FROM local_device") != [("another",)]
    with store.saving() as saving:
        saving.change(replace(store.settings, marking="Short"))
    assert store.query("SELECT id FROM local_device") == [("another",)]
    assert sound(store)
    store.close()


def test_the_device_is_written_down_once(store: Store, make: Make) -> None:
    make.family("Khan")
    said: list[str] = []
    store.db.conn.set_trace_callback(said.append)
    make.family("Jones")
    store.db.conn.set_trace_callback(None)
    assert any("INSERT INTO change" in each for each in said)
    assert not any("local_device" in each for each in said)


def test_a_new_device_begins_at_one_and_follows_the_latest_change(store: Store, make: Make) -> None:
    make.family("Khan")
    last = store.mark
    store.door.begin_anew("another")
    assert store.mark == last
    make.family("Jones")
    told = store.query(
        "SELECT number, previous FROM change WHERE device = 'another' ORDER BY number"
    )
    assert told == [(1, last.mac)]
    assert (store.mark.device, store.mark.number) == ("another", 1)
    assert sound(store)


def test_a_save_made_on_a_version_that_another_block_has_written_is_refused(
    store: Store, make: Make
) -> None:
    family = make.family().family
    outer = store.saving()
    outer.__enter__().change(replace(family, strengths="Outer"))
    with store.saving() as inner:
        inner.change(replace(family, strengths="Inner"))
    with pytest.raises(ChangedMeanwhile, match="a moment ago"):
        outer.__exit__(None, None, None)
    assert store.get(Family, family.id).strengths == "Inner"
    assert sound(store)


def test_an_id_that_is_there_already_is_not_written_over(store: Store, make: Make) -> None:
    family = make.family().family
    with pytest.raises(NotKept), store.saving() as saving:
        saving.add(Family(id=family.id, name="Somebody else"))
    assert store.get(Family, family.id) == family
    assert sound(store)


def test_an_error_inside_a_transaction_takes_everything_back(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.door.transaction():  # noqa: PT012
        store.db.execute("INSERT INTO local_draft VALUES ('d', 'contact', '', 'x', '')")
        raise ZeroDivisionError
    assert store.drafts() == []
    assert not store.db.conn.in_transaction


def test_what_the_engine_took_back_already_is_not_taken_back_twice(store: Store) -> None:
    with pytest.raises(NotKept, match="disk is full"), store.door.transaction():  # noqa: PT012
        store.db.execute("INSERT INTO local_draft VALUES ('d', 'contact', '', 'x', '')")
        store.db.execute("ROLLBACK")
        raise engine.driver.OperationalError("database or disk is full")
    assert store.drafts() == []


def test_a_record_that_can_only_be_read_refuses_with_its_own_sentence(store: Store) -> None:
    store.door.read_only = "It is on a network share."
    assert store.trouble == "It is on a network share."
    with pytest.raises(ReadOnly, match="network share"):
        store.keep_draft(Draft("d", "contact", "", "Half a"))
    with pytest.raises(ReadOnly, match="network share"):
        store.write(Batch(new_id(), Kind.LOOK.value, (Stream("f", new_id(), ()),)))
    assert store.verify() == ["It is on a network share."]


def test_changing_what_is_not_there_is_said_in_a_sentence(store: Store) -> None:
    with pytest.raises(NotFound, match="no family"), store.saving() as saving:
        saving.change(Family(id="nobody", name="Khan"))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("database or disk is full", "disk is full"),
        ("attempt to write a readonly database", "cannot be written to"),
        ("database is locked", "busy for a moment"),
        ("disk I/O error", "could not be written"),
    ],
)
def test_each_refusal_of_the_engine_has_its_sentence(said: str, sentence: str) -> None:
    with pytest.raises(NotKept, match=sentence) as refused, refusals():
        raise engine.driver.OperationalError(said)
    assert "nothing was saved" in str(refused.value)


def test_only_a_page_that_cannot_be_read_is_damage(store: Store) -> None:
    with pytest.raises(engine.EngineError, match="no such table"):
        store.query("SELECT 1 FROM nowhere")


def test_the_door_says_whose_key_it_writes_under(store: Store) -> None:
    (actor,) = {row[0] for row in store.query("SELECT DISTINCT actor FROM change")}
    assert store.door.actor == actor
