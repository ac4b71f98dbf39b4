"""The backups in a folder: each is read and judged, and what is dropped is never the wrong one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from liaison.vault import kept
from liaison.vault.backup import write_backup
from liaison.vault.clock import stamp
from liaison.vault.container import front_of, read_container
from liaison.vault.kept import KeptBackup, backups_in, look_at, rotate, to_drop
from liaison.vault.keys import new_keys
from tests.vault.conftest import Made, flip, rows

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


def written(made: Made, *, days: float = 0) -> Path:
    """A backup that was made so many days ago."""
    with made.opened() as vault:
        at = NOW - timedelta(days=days)
        return write_backup(vault, made.folder / "backups", check=rows, now=at)


def listed(made: Made, **how: object) -> list[KeptBackup]:
    with made.opened() as vault:
        return backups_in(made.folder / "backups", vault.unlocked, **how)


def test_each_backup_is_read_the_newest_first(made: Made) -> None:
    old, new = written(made, days=2), written(made)
    found = listed(made)
    assert [each.file for each in found] == [new, old]
    assert [each.made_at for each in found] == ["2026-11-21T15:30:00+00:00", stamp_of(2)]
    assert all(each.verified and each.ours and each.rows == {"said": 300} for each in found)
    assert [each.size for each in found] == [new.stat().st_size, old.stat().st_size]
    assert listed(made, read=front_of) == found
    with made.opened() as vault:
        header = vault.unlocked.header
        assert found[0].is_of_header(header)
        assert not found[0].is_of_header(replace(header, revision=2).sealed_by(vault.keys))


def stamp_of(days: float) -> str:
    return stamp(NOW - timedelta(days=days))


def test_no_folder_has_no_backups(made: Made) -> None:
    assert listed(made) == []


def test_what_is_wrong_with_a_file_is_said_and_it_stands_last(made: Made, tmp_path: Path) -> None:
    good, bad = written(made, days=1), written(made)
    flip(bad, bad.stat().st_size // 2)
    (made.folder / "backups" / "notes.txt").write_text("not a backup", encoding="utf-8")
    (made.folder / "backups" / "letter.liaisonbackup").write_bytes(b"Dear parents, " * 10)
    (made.folder / "backups" / "folder.liaisonbackup").mkdir()
    found = {each.file.name: each for each in listed(made)}
    assert next(iter(found)) == good.name
    assert set(found) == {good.name, bad.name, "letter.liaisonbackup", "folder.liaisonbackup"}
    assert "is damaged" in found[bad.name].trouble
    assert "is damaged" in found["letter.liaisonbackup"].trouble
    assert "cannot be read" in found["folder.liaisonbackup"].trouble
    assert [each.verified for each in found.values()] == [True, False, False, False]


def test_every_byte_of_a_backup_counts(made: Made) -> None:
    file = written(made)
    with made.opened() as vault:
        unlocked = vault.unlocked
    for at in range(0, file.stat().st_size, 1511):
        flip(file, at, 1 << at % 8)
        assert look_at(file, unlocked).trouble, at
        flip(file, at, 1 << at % 8)
    assert look_at(file, unlocked).verified


def test_a_backup_of_another_record_or_of_an_earlier_key_is_told_apart(made: Made) -> None:
    file = written(made)
    with made.opened() as vault:
        unlocked = vault.unlocked
    stranger = replace(unlocked, header=replace(unlocked.header, vault="0" * 32))
    found = look_at(file, stranger)
    assert (found.ours, found.verified) == (False, False)
    assert "of another record" in found.trouble
    rekeyed = look_at(file, replace(unlocked, keys=new_keys()))
    assert (rekeyed.ours, rekeyed.verified) == (True, False)
    assert "under an earlier key" in rekeyed.trouble


def test_a_manifest_that_is_not_sealed_is_not_believed(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(made)
    monkeypatch.setattr(kept.Manifest, "is_sealed_by", lambda *_: False)
    assert "is damaged" in listed(made)[0].trouble
    assert file.exists()


def daily(count: int, *, until: datetime = NOW) -> list[KeptBackup]:
    return [
        KeptBackup(Path(f"{day}"), 1, stamp(until - timedelta(days=day))) for day in range(count)
    ]


def kept_days(backups: list[KeptBackup]) -> list[int]:
    gone = to_drop(backups, stamp(NOW))
    return [int(each.file.name) for each in backups if each not in gone]


def test_ten_days_eight_weeks_and_twelve_months_are_kept() -> None:
    days = kept_days(daily(700))
    assert days[:10] == list(range(10))
    assert len(days) == 30
    sundays = [day for day in range(10, 66) if (NOW - timedelta(days=day)).weekday() == 6]
    assert len(sundays) == 8
    ends = [day for day in range(10, 700) if (NOW - timedelta(days=day - 1)).day == 1]
    assert set(days[10:]) == {*sundays, *[day for day in ends if day not in sundays][:12]}


def test_fewer_than_ten_are_never_dropped() -> None:
    assert kept_days(daily(10)) == list(range(10))


def test_one_made_while_the_clock_ran_ahead_pushes_out_none_of_the_right_time() -> None:
    ahead = [
        replace(each, file=Path(f"{1000 + at}"))
        for at, each in enumerate(daily(40, until=NOW + timedelta(days=9000)))
    ]
    kept_now = kept_days([*daily(12), *ahead])
    assert set(range(10)) <= set(kept_now)


@given(some.lists(some.integers(0, 900), max_size=60, unique=True))
def test_the_newest_and_the_last_of_each_month_of_a_year_are_never_dropped(ages: list[int]) -> None:
    backups = [KeptBackup(Path(str(age)), 1, stamp(NOW - timedelta(days=age))) for age in ages]
    left = kept_days(backups)
    assert set(sorted(ages)[:10]) <= set(left)
    months: dict[str, int] = {}
    for age in sorted(ages):
        months.setdefault((NOW - timedelta(days=age)).strftime("%Y-%m"), age)
    assert set(list(months.values())[:12]) <= set(left)
    assert len(left) <= 30


def test_rotating_drops_old_ones_of_this_record_and_nothing_else(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LATEST", 1)
    monkeypatch.setattr(kept, "WEEKS", 0)
    monkeypatch.setattr(kept, "MONTHS", 0)
    folder = made.folder / "backups"
    old, damaged, new = written(made, days=3), written(made, days=2), written(made)
    flip(damaged, 300)
    others = [folder / "notes.txt", folder / "letter.liaisonbackup"]
    for each in others:
        each.write_bytes(b"keep me")
    stranger = folder / "S.liaisonbackup"
    stranger.write_bytes(new.read_bytes())
    monkeypatch.setattr(kept, "look_at", stranger_at(stranger))
    with made.opened() as vault:
        dropped = rotate(folder, vault.unlocked, newest=new, now=NOW)
    assert dropped == [old]
    assert set(folder.iterdir()) == {damaged, new, stranger, *others}


def stranger_at(file: Path) -> object:
    def look(each: Path, *args: object, **how: object) -> KeptBackup:
        found = look_at(each, *args, **how)
        trouble = "It is a backup of another record." if each == file else found.trouble
        return replace(found, trouble=trouble)

    return look


def test_nothing_is_dropped_when_the_newest_is_not_whole(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LATEST", 1)
    monkeypatch.setattr(kept, "WEEKS", 0)
    monkeypatch.setattr(kept, "MONTHS", 0)
    old, new = written(made, days=3), written(made)
    flip(new, new.stat().st_size - 40)
    with made.opened() as vault:
        assert rotate(made.folder / "backups", vault.unlocked, newest=new, now=NOW) == []
        missing = new.with_name("gone.liaisonbackup")
        assert rotate(made.folder / "backups", vault.unlocked, newest=missing, now=NOW) == []
    assert old.exists()


def test_one_just_made_while_the_clock_was_back_is_not_dropped(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LATEST", 1)
    monkeypatch.setattr(kept, "WEEKS", 0)
    monkeypatch.setattr(kept, "MONTHS", 0)
    other, new = written(made), written(made, days=9000)
    with made.opened() as vault:
        assert rotate(made.folder / "backups", vault.unlocked, newest=new, now=NOW) == []
    assert other.exists()
    assert new.exists()


def test_a_front_is_no_proof_and_is_not_taken_for_one(made: Made) -> None:
    file = written(made)
    flip(file, file.stat().st_size - 40)
    assert front_of(file).size > 0
    with pytest.raises(ValueError, match="changed"):
        read_container(file)
