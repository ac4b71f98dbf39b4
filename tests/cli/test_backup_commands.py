"""What the tool does about backups by itself, and how it lists them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from liaison.casework.backups import back_up_now, choose_second_place
from liaison.cli import asking
from liaison.store.record import open_record
from tests.cli.conftest import Tool
from tests.exchange.ctf_files import ctf, pupil


def there(record: Path) -> list[Path]:
    folder = record / "backups"
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_record_never_written_to_has_no_backups(tool: Tool, record: Path) -> None:
    ran = tool("backups", "--json")
    assert (ran.status, ran.json) == (0, [])
    assert tool("backups").out == "There are no backups of this record yet.\n"
    assert tool("families").status == 0
    assert there(record) == []


def test_each_command_that_wrote_keeps_a_backup_and_it_is_listed(tool: Tool, record: Path) -> None:
    assert tool("barrier", "Khan", "--kind", "transport", "--words", "No bus.").status == 0
    (listed,) = tool("backups", "--json").json
    assert Path(listed["file"]).parent == record / "backups"
    assert listed["size"] == Path(listed["file"]).stat().st_size
    assert listed["rows"]["barrier"] == 1
    assert listed["made_at"].endswith("+00:00")
    assert (listed["verified"], listed["problem"]) == (True, "")
    assert tool("families").status == 0
    assert len(there(record)) == 1
    shown = tool("backups").out
    assert listed["file"] in shown
    assert "rows, verified." in shown


def test_a_spoilt_backup_is_named(tool: Tool, record: Path) -> None:
    assert tool("barrier", "Khan", "--kind", "transport", "--words", "No bus.").status == 0
    (file,) = there(record)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    (listed,) = tool("backups", "--json").json
    assert (listed["verified"], listed["made_at"]) == (False, None)
    assert "is damaged" in listed["problem"]
    assert "is damaged" in tool("backups").out


def test_before_an_import_a_backup_is_kept(
    tool: Tool, bare: Tool, record: Path, tmp_path: Path, passphrase: Path
) -> None:
    file = tmp_path / "school.xml"
    file.write_text(ctf(pupil(), qualifier="full"), encoding="utf-8")
    assert tool("import", file, "--dry-run").status == 0
    assert there(record) == []
    assert tool("import", file).status == 0
    newest, before = tool("backups", "--json").json
    assert newest["rows"]["person"] > before["rows"]["person"]
    to = tmp_path / "Before.liaison"
    assert bare("restore", before["file"], "--to", to, "--passphrase-file", passphrase).status == 0
    names = bare("families", to, "--json", "--passphrase-file", passphrase).json
    assert len(names) == 1


def test_without_a_backup_nothing_is_imported(tool: Tool, record: Path, tmp_path: Path) -> None:
    file = tmp_path / "school.xml"
    file.write_text(ctf(pupil(), qualifier="full"), encoding="utf-8")
    (record / "backups").write_text("a file where the folder should be", encoding="utf-8")
    ran = tool("import", file)
    assert ran.status == 1
    assert "Nothing was imported: it needs a backup first. " in ran.err
    assert len(tool("families", "--json").json) == 1


def test_a_backup_that_cannot_be_kept_at_the_end_is_said_and_the_save_stands(
    tool: Tool, record: Path
) -> None:
    (record / "backups").write_text("a file where the folder should be", encoding="utf-8")
    ran = tool("barrier", "Khan", "--kind", "transport", "--words", "No bus.")
    assert ran.status == 0
    assert "could not be written" in ran.err


def test_a_script_that_writes_to_a_large_record_waits_for_a_backup_once_an_hour(
    tool: Tool, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "SMALL", 0)
    for words in ("No bus.", "No train."):
        assert tool("barrier", "Khan", "--kind", "transport", "--words", words).status == 0
    assert len(there(record)) == 1


def test_what_the_second_place_holds_is_listed_too(
    tool: Tool, record: Path, tmp_path: Path, passphrase: Path
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    secret = passphrase.read_text(encoding="utf-8").strip()
    with closing(open_record(record, passphrase=secret)) as store:
        choose_second_place(store, stick, now=asking.now())
        back_up_now(store, now=asking.now())
    files = [Path(each["file"]) for each in tool("backups", "--json").json]
    assert [each.parent for each in files] == [record / "backups", stick]


def test_the_help_says_what_is_kept_and_when(bare: Tool) -> None:
    said = " ".join(bare("backups", "--help").out.split())
    assert "the 10 latest, one a week for 8 weeks and one a month for 12 months" in said
