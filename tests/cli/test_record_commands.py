"""The tool on the record as a whole: made, copied, restored, checked."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from liaison.cli import running, version
from liaison.vault import recovery
from tests.cli.conftest import PASSPHRASE, Tool


def test_create_prints_the_recovery_code_and_nothing_else(
    bare: Tool, tmp_path: Path, passphrase: Path
) -> None:
    folder = tmp_path / "New.liaison"
    ran = bare("create", folder, "--school", "Oakfield", "--passphrase-file", passphrase)
    assert (ran.status, ran.err) == (0, "")
    assert recovery.check_code(ran.out.strip())
    assert ran.out.count("\n") == 1
    again = bare("create", folder, "--school", "Oakfield", "--passphrase-file", passphrase)
    assert again.status == 1
    assert "already" in again.err


def test_create_refuses_a_passphrase_that_could_be_guessed(bare: Tool, tmp_path: Path) -> None:
    weak = tmp_path / "weak.txt"
    weak.write_text("StMarysSchool2026", encoding="utf-8")
    folder = tmp_path / "New.liaison"
    ran = bare("create", folder, "--school", "Oakfield", "--passphrase-file", weak)
    assert ran.status == 1
    assert not folder.exists()


def test_a_practice_record_is_made_for_a_day(bare: Tool, tmp_path: Path, passphrase: Path) -> None:
    folder = tmp_path / "P.liaison"
    made = bare(
        *("practice", folder, "--families", 3, "--years", 1, "--seed", 7),
        *("--on", "2026-11-23", "--passphrase-file", passphrase),
    )
    assert made.status == 0, made.err
    owed = bare(
        "follow-ups", folder, "--on", "2026-11-23", "--json", "--passphrase-file", passphrase
    )
    assert "2026-11-23" in [each["due"] for each in owed.json]


@pytest.mark.parametrize(
    ("option", "value"), [("--families", "many"), ("--years", "99"), ("--seed", "-1")]
)
def test_a_number_that_is_none_is_refused(
    bare: Tool, tmp_path: Path, passphrase: Path, option: str, value: str
) -> None:
    given = {"--families": "3", "--years": "1", "--seed": "7"} | {option: value}
    words = [word for pair in given.items() for word in pair]
    ran = bare("practice", tmp_path / "P.liaison", *words, "--passphrase-file", passphrase)
    assert ran.status == 1
    assert f"{option} takes a whole number" in ran.err


def test_a_copy_restores_to_an_equal_record(
    tool: Tool, bare: Tool, tmp_path: Path, passphrase: Path
) -> None:
    before = tool("families", "--json").json
    made = tool("backup", "--to", tmp_path / "copies")
    file = Path(made.out.strip())
    assert file.suffix == ".liaisonbackup"
    second = tmp_path / "R2.liaison"
    restored = bare("restore", file, "--to", second, "--passphrase-file", passphrase)
    assert restored.status == 0, restored.err
    assert bare("families", second, "--json", "--passphrase-file", passphrase).json == before
    assert bare("verify", second, "--full", "--passphrase-file", passphrase).status == 0


def test_a_damaged_copy_is_refused_and_leaves_nothing(
    tool: Tool, bare: Tool, tmp_path: Path, passphrase: Path
) -> None:
    file = Path(tool("backup", "--to", tmp_path / "copies").out.strip())
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    ran = bare("restore", file, "--to", tmp_path / "R2.liaison", "--passphrase-file", passphrase)
    assert ran.status == 1
    assert not (tmp_path / "R2.liaison").exists()
    missing = bare("restore", "none", "--to", tmp_path / "R2", "--passphrase-file", passphrase)
    assert missing.status == 1


def test_verify_answers_0_sound_1_damaged_2_not_opened(
    tool: Tool, bare: Tool, record: Path, passphrase: Path, tmp_path: Path
) -> None:
    assert tool("verify", "--full").status == 0
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("another set of words entirely", encoding="utf-8")
    assert bare("verify", record, "--passphrase-file", wrong).status == 2
    assert bare("verify", tmp_path / "none", "--passphrase-file", passphrase).status == 2
    assert bare("verify", record, "--passphrase-file", tmp_path / "none").status == 2
    database = record / "record.db"
    data = bytearray(database.read_bytes())
    data[5000] ^= 1
    database.write_bytes(data)
    ran = tool("verify")
    assert ran.status == 1
    assert "record.db" in ran.err


@pytest.mark.parametrize("name", ["vault.json", "tip.bin"])
def test_verify_sees_one_bit_of_header_and_tip(tool: Tool, record: Path, name: str) -> None:
    file = record / name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 4
    file.write_bytes(data)
    ran = tool("verify")
    assert ran.status == 1
    assert name in ran.err


def test_a_wrong_passphrase_and_a_missing_record_are_refused(
    bare: Tool, record: Path, passphrase: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("another set of words entirely", encoding="utf-8")
    assert bare("families", record, "--passphrase-file", wrong).status == 1
    assert bare("families", tmp_path / "none", "--passphrase-file", passphrase).status == 1
    wrong.write_bytes(b"\xff\xfe\x00")
    ran = bare("families", record, "--passphrase-file", wrong)
    assert "not text" in ran.err


def test_the_passphrase_may_come_on_standard_input(
    bare: Tool, record: Path, typed: Callable[[str], None]
) -> None:
    typed(PASSPHRASE + "\r\n")
    assert bare("families", record, "--json", "--passphrase-file", "-").status == 0
    typed(PASSPHRASE)
    assert bare("families", record, "--passphrase-file", "-").status == 0
    typed("")
    assert bare("families", record).status == 2


def test_a_person_at_a_terminal_is_asked(
    bare: Tool, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _words: PASSPHRASE)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _words: PASSPHRASE)
    assert bare("families", record).status == 0


def test_undo_with_nothing_to_take_back_is_refused(tool: Tool) -> None:
    assert "families or lists" in tool("undo").out
    tool("undo")
    ran = tool("undo")
    assert ran.status == 1
    assert "nothing to take back" in ran.err


def test_a_record_changed_outside_can_be_read_but_not_written(tool: Tool, record: Path) -> None:
    (record / "tip.bin").unlink()
    ran = tool("families", "--json")
    assert ran.status == 0
    assert "tip.bin is missing" in ran.err
    assert tool("log", "Khan", "--channel", "phone", "--outcome", "spoke").status == 1


def test_a_mistake_of_ours_is_one_line_without_a_trace(capsys: pytest.CaptureFixture[str]) -> None:
    running._last_words(KeyError, KeyError("Mrs Khan"), None)
    assert capsys.readouterr().err == (
        "The program made a mistake (KeyError). Nothing more was done.\n"
    )


def test_what_the_system_refuses_is_said_in_its_words(
    tool: Tool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied", "R.liaison")

    monkeypatch.setattr("liaison.cli.asking.open_record", refuse)
    ran = tool("families")
    assert (ran.status, ran.err) == (1, "Permission denied: R.liaison\n")


def test_the_command_itself_runs(record: Path, passphrase: Path) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "liaison.cli"),
            *("families", str(record), "--json", "--passphrase-file", str(passphrase)),
        ],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Khan" in ran.stdout


def test_a_practice_school_lists_as_many_families_as_asked_for(
    bare: Tool, tmp_path: Path, passphrase: Path
) -> None:
    folder = tmp_path / "P.liaison"
    made = bare(
        *("practice", folder, "--families", 14, "--years", 0, "--seed", 7),
        *("--on", "2026-11-23", "--passphrase-file", passphrase),
    )
    assert made.status == 0
    assert len(bare("families", folder, "--json", "--passphrase-file", passphrase).json) == 14


@pytest.mark.parametrize("on", ["1900-01-01", "9999-12-31"])
def test_a_practice_day_long_ago_or_far_ahead_is_refused(
    bare: Tool, tmp_path: Path, passphrase: Path, on: str
) -> None:
    ran = bare(
        *("practice", tmp_path / "P.liaison", "--families", 1, "--years", 0, "--seed", 7),
        *("--on", on, "--passphrase-file", passphrase),
    )
    assert (ran.status, ran.out) == (1, "")
    assert "from 2000 to 2099" in ran.err
    assert not (tmp_path / "P.liaison").exists()


def test_a_number_of_five_thousand_digits_is_refused(
    bare: Tool, tmp_path: Path, passphrase: Path
) -> None:
    ran = bare(
        *("practice", tmp_path / "P.liaison", "--families", "9" * 5000, "--years", 0),
        *("--seed", 7, "--passphrase-file", passphrase),
    )
    assert ran.status == 1
    assert "takes a whole number" in ran.err


def test_verify_answers_2_for_a_path_the_system_cannot_use(bare: Tool, passphrase: Path) -> None:
    ran = bare("verify", "x" * 5000, "--passphrase-file", passphrase)
    assert (ran.status, ran.out) == (2, "")
    assert "There is no record" in ran.err


def test_a_word_that_is_not_utf_8_is_refused(tool: Tool) -> None:
    ran = tool("log", "Khan", "--channel", "phone", "--outcome", "spoke", "--facts", "\udcff")
    assert (ran.status, ran.out) == (1, "")
    assert "not text in UTF-8" in ran.err


def test_a_sound_record_that_cannot_be_written_is_sound_and_says_so_once(
    tool: Tool, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison.vault.places.os.access", lambda *_asked: False)
    assert tool("verify", "--full").status == 0
    read = tool("families", "--json")
    assert (read.status, read.err.count("cannot be written")) == (0, 1)
    assert tool("log", "Khan", "--channel", "phone", "--outcome", "spoke").status == 1
    (record / "tip.bin").unlink()
    assert tool("verify").status == 1


@pytest.mark.parametrize("words", [("backup", "--to", ""), ("backup", "--to", " ")])
def test_a_copy_into_nowhere_is_refused(
    tool: Tool, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    ran = tool(*words)
    assert (ran.status, ran.out, ran.err) == (1, "", "Say where: --to is empty.\n")
    assert list(here.iterdir()) == []


def test_a_sheet_and_a_restored_record_need_a_place_too(
    tool: Tool, bare: Tool, passphrase: Path, tmp_path: Path
) -> None:
    assert "--out is empty" in tool("sheet", "Khan", "--out", "").err
    copy = ("restore", tmp_path / "copy", "--to", "", "--passphrase-file", passphrase)
    assert "--to is empty" in bare(*copy).err


def test_the_version_is_known_where_nothing_is_installed(
    bare: Tool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert re.fullmatch(r"liaison, version \d+\.\d+\.\d+\n", bare("--version").out)

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    said = version.version()
    monkeypatch.setattr(version, "installed", missing)
    assert version.version() == said
    assert version.version(tmp_path / "pyproject.toml") == "not known"
