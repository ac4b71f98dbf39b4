"""Every edit behind the door's back is seen: in the chain, the tables, the search text, the tip."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from liaison.errors import Damaged
from liaison.model import ENTRIES
from liaison.store import rebuilding, verifying
from liaison.store.changes import Change, seal
from liaison.store.purging import purge
from liaison.store.store import Store, check_connection
from liaison.vault import Mark, Tip
from tests.builders import Make


@contextmanager
def behind_its_back(store: Store) -> Iterator[None]:
    """Somebody who has the key takes the guards away, and puts them back afterwards."""
    guards = store.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    for name, _ in guards:
        store.db.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in guards:
        store.db.execute(sql)


def edited(store: Store, statement: str) -> list[str]:
    with behind_its_back(store):
        store.db.execute(statement)
    return verifying.problems(store, full=False)


@pytest.fixture
def busy(store: Store, make: Make) -> Store:
    """A record with something in it, and its third change a save."""
    made = make.family()
    make.contact(made, facts="Rang about the bus.")
    make.follow_up(made)
    make.contact(make.family("Jones"), facts="Came to the gate.")
    return store


def test_an_untouched_record_is_sound(busy: Store) -> None:
    assert busy.verify() == busy.verify(full=True) == []


@pytest.mark.parametrize("name", ["id", "batch", "clock", "actor", "family", "kind", "digest"])
def test_an_edited_header_is_seen(busy: Store, name: str) -> None:
    found = edited(busy, f"UPDATE change SET {name} = {name} || '0' WHERE number = 3")
    assert found == [
        "The log of changes is broken at change 3: its seal is not the one it was given."
    ]


def test_an_edited_schema_is_seen(busy: Store) -> None:
    assert "its seal" in edited(busy, "UPDATE change SET schema = 99 WHERE number = 3")[0]


def test_an_edited_device_is_seen(busy: Store) -> None:
    assert "missing" in edited(busy, "UPDATE change SET device = 'x' WHERE number = 3")[0]


def test_an_edited_link_to_the_one_before_is_seen(busy: Store) -> None:
    found = edited(busy, "UPDATE change SET previous = 'x' WHERE number = 3")
    assert "does not follow the one before it" in found[0]


def test_an_edited_body_is_seen(busy: Store) -> None:
    found = edited(busy, "UPDATE change SET body = replace(body, 'bus', 'car') WHERE number = 3")
    assert found == [
        "The log of changes is broken at change 3: its words are not the ones it was sealed with."
    ]


def test_a_seal_that_was_taken_away_is_seen(busy: Store) -> None:
    assert "its seal" in edited(busy, "UPDATE change SET mac = NULL WHERE number = 3")[0]


def test_a_missing_change_is_seen(busy: Store) -> None:
    found = edited(busy, "DELETE FROM change WHERE number = 3")
    assert found == ["The log of changes is broken at change 4: one before it is missing."]


def sealed_anew(store: Store, **otherwise: object) -> list[str]:
    """The last change with something else in it, and the right seal over that."""
    last = Change(*store.query(verifying.IN_ORDER)[-1])
    change = seal(replace(last, **otherwise), store.chain_key)  # type: ignore[arg-type]
    names = ("number", "previous", "mac")
    values = ", ".join(f"{name} = '{getattr(change, name)}'" for name in names)
    return edited(store, f"UPDATE change SET {values} WHERE id = '{change.id}'")


def test_a_number_left_out_is_seen_though_every_seal_is_right(busy: Store) -> None:
    assert sealed_anew(busy, number=99) == [
        "The log of changes is broken at change 99: one before it is missing."
    ]


def test_a_link_to_another_change_is_seen_though_every_seal_is_right(busy: Store) -> None:
    assert "does not follow the one before it" in sealed_anew(busy, previous="ab" * 32)[0]


def test_two_changes_in_each_others_place_are_seen(busy: Store) -> None:
    swap = "UPDATE change SET number = 7 - number WHERE number IN (3, 4)"
    assert "missing" in edited(busy, swap)[0]
    swap = "UPDATE change SET clock = (SELECT max(clock) || '9' FROM change) WHERE number = 3"
    assert "broken at change" in edited(busy, swap)[0]


def test_a_body_emptied_by_no_purge_is_seen(busy: Store) -> None:
    found = edited(busy, "UPDATE change SET body = NULL WHERE number = 3")
    assert found == ["The log of changes is broken at change 3: it was emptied by no purge."]


def test_a_purges_own_body_is_emptied_only_by_a_later_purge(store: Store, make: Make) -> None:
    made = make.family()
    ties = [each for cls in ENTRIES for each in store.find(cls, "family = :f", f=made.id)]
    purge(store, ties[:1])
    found = edited(store, "UPDATE change SET body = NULL WHERE kind = 'purge'")
    assert "emptied by no purge" in found[0]


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE contact SET facts = 'Something else' WHERE facts LIKE 'Rang%'", "contact"),
        ("DELETE FROM follow_up", "follow_up"),
        ("UPDATE family SET version = 'x'", "family"),
        ("INSERT INTO family (id, family, version, deleted) VALUES ('x', 'x', 'x', 0)", "family"),
    ],
)
def test_a_table_edited_alone_is_seen_by_a_full_check(
    busy: Store, statement: str, table: str
) -> None:
    assert edited(busy, statement) == []
    assert f"The table “{table}” is not what the log of changes says." in busy.verify(full=True)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM local_found WHERE kind = 'contact'",
        "UPDATE local_found SET family = 'x' WHERE kind = 'contact'",
        "UPDATE local_found SET kind = 'x' WHERE kind = 'contact'",
        "INSERT INTO local_found (kind, id, family, words) VALUES ('contact', 'x', 'x', 'bus')",
        "INSERT INTO local_found SELECT n + 99, kind, id, family, words FROM local_found LIMIT 1",
    ],
)
def test_search_text_edited_alone_is_seen_and_can_be_made_anew(busy: Store, statement: str) -> None:
    busy.db.execute(statement)
    assert "The search text is not what the log of changes says." in busy.verify(full=True)
    busy.renew_search()
    assert busy.verify(full=True) == []
    assert len(busy.search("bus")) == 2


@pytest.mark.parametrize("name", ["local_words", "local_naming", "local_trigram"])
def test_an_index_that_does_not_fit_its_text_is_seen(busy: Store, name: str) -> None:
    busy.db.execute(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
    assert busy.verify(full=True) == ["The search index does not fit the search text."]
    busy.renew_search()
    assert busy.verify(full=True) == []


def test_a_table_that_was_taken_away_is_damage(busy: Store) -> None:
    busy.db.execute("DROP TABLE local_found")
    said = "record.db is damaged: no such table: local_found."
    assert busy.verify(full=True) == [said, verifying.SEARCH_UNFIT]


def test_a_check_leaves_the_connection_as_it_was(busy: Store) -> None:
    busy.query("PRAGMA query_only = ON")
    assert busy.verify(full=True) == []
    assert busy.query("PRAGMA query_only") == [(1,)]
    busy.query("PRAGMA query_only = OFF")
    assert not busy.db.conn.in_transaction


def test_the_counts_of_a_sound_record_are_those_of_its_tables(busy: Store) -> None:
    counts = check_connection(busy.db.conn)
    assert counts["family"] == 2
    assert counts["contact"] == 2
    assert counts["change"] == busy.mark.number
    assert set(counts) == {cls.table for cls in ENTRIES} | {"change"}


def test_a_record_that_is_not_sound_has_no_counts(busy: Store) -> None:
    edited(busy, "DELETE FROM change WHERE number = 3")
    with pytest.raises(Damaged, match="one before it is missing"):
        check_connection(busy.db.conn)


def test_a_record_without_one_of_its_tables_has_no_counts(busy: Store) -> None:
    busy.db.execute("DROP TABLE school_date")
    with pytest.raises(Damaged, match="no such table: school_date"):
        check_connection(busy.db.conn)


def test_the_tables_can_be_made_again_from_the_log(busy: Store) -> None:
    tables = rebuilding.rebuilt(busy)
    assert {row["name"] for row in tables["family"].values()} == {"Khan", "Jones"}
    assert rebuilding.differences(busy) == []


def tip_at(mark: Mark) -> Tip:
    return Tip("v", mark, 1, "2026-11-23T10:42:00+00:00", "open", 0, "")


def test_a_tip_behind_the_log_is_a_crash_and_loses_nothing(busy: Store, make: Make) -> None:
    early = busy.mark
    make.family("Adams")
    assert verifying.judge_tip(busy, tip_at(early)) == ""
    assert verifying.judge_tip(busy, tip_at(busy.mark)) == ""
    assert verifying.judge_tip(busy, tip_at(Mark("", 0, ""))) == ""


def test_a_log_behind_the_tip_is_an_older_copy(busy: Store) -> None:
    ahead = replace(busy.mark, number=busy.mark.number + 1)
    assert "an earlier copy was put in its place" in verifying.judge_tip(busy, tip_at(ahead))


def test_another_change_at_the_tips_number_is_another_file(busy: Store) -> None:
    other = replace(busy.mark, mac="ab" * 32)
    assert "an earlier copy" in verifying.judge_tip(busy, tip_at(other))


def test_a_log_that_breaks_after_the_tip_is_no_crash(busy: Store, make: Make) -> None:
    early = busy.mark
    make.family("Adams")
    edited(busy, f"UPDATE change SET actor = 'x' WHERE number = {busy.mark.number}")
    assert "its seal is not" in verifying.judge_tip(busy, tip_at(early))


def test_the_tip_of_a_device_before_its_first_change_is_the_records_newest(
    busy: Store, make: Make
) -> None:
    busy.door.begin_anew("another")
    before = busy.mark
    make.family("Adams")
    assert before.number > 0
    assert verifying.judge_tip(busy, tip_at(before)) == ""
    gone = replace(before, number=before.number + 1)
    assert verifying.judge_tip(busy, tip_at(gone)) != ""
