"""What the laptop remembers of a record: enough to see a folder put back, and never in the way."""

import stat
from pathlib import Path

import pytest

from liaison.vault import Mark, seen
from liaison.vault.notebook import LIMIT, Notebook
from liaison.vault.seen import ANYWHERE, End, ends_seen, note_end, place_in, to_compare
from tests.vault.conftest import MARK, Made

FIRST, LATER = Mark("laptop", 1, "ab" * 32), Mark("laptop", 2, "cd" * 32)


def test_what_was_seen_of_each_vault_and_place_is_remembered(tmp_path: Path) -> None:
    here, there = End(FIRST, "here"), End(FIRST, "there")
    note_end(tmp_path, "vault", here, passed=())
    note_end(tmp_path, "vault", there, passed=())
    note_end(tmp_path, "another", here, passed=())
    note_end(tmp_path, "vault", End(LATER, "here"), passed=())
    assert ends_seen(tmp_path, "vault") == (End(LATER, "here"), there)
    assert ends_seen(tmp_path, "another") == (here,)
    assert ends_seen(tmp_path, "unknown") == ()
    mode = stat.S_IMODE((tmp_path / seen.NAME).stat().st_mode)
    assert mode == 0o600


def test_a_record_seen_where_it_is_must_have_its_own_end() -> None:
    here, there, made = End(FIRST, "here"), End(FIRST, "there"), End(LATER, ANYWHERE)
    assert to_compare([here, there, made], "here") == [here, made]
    assert to_compare([there, made], "here") == [there, made]
    assert to_compare([], "here") == []


def test_a_making_is_forgotten_once_the_record_went_past_it(tmp_path: Path) -> None:
    made, elsewhere = End(FIRST, ANYWHERE), End(LATER, "elsewhere")
    note_end(tmp_path, "vault", made, passed=())
    note_end(tmp_path, "vault", elsewhere, passed=())
    note_end(tmp_path, "vault", End(LATER, "here"), passed=[made, elsewhere])
    assert ends_seen(tmp_path, "vault") == (End(LATER, "here"), elsewhere)


def test_only_so_many_places_are_remembered(tmp_path: Path) -> None:
    for number in range(20):
        note_end(tmp_path, "vault", End(FIRST, f"{number}"), passed=())
    found = [each.place for each in ends_seen(tmp_path, "vault")]
    assert found == [f"{number}" for number in range(19, 11, -1)]


def test_what_was_known_already_is_not_written_again(tmp_path: Path) -> None:
    note_end(tmp_path, "vault", End(FIRST, "here"), passed=())
    before = (tmp_path / seen.NAME).stat()
    note_end(tmp_path, "vault", End(FIRST, "here"), passed=())
    assert (tmp_path / seen.NAME).stat() == before


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"{",
        b"[]",
        b'{"vault":5}',
        b'{"vault":[5]}',
        b'{"vault":[{"device":"d","mac":"m","number":-1,"place":""}]}',
        b'{"vault":[{"device":"d","mac":"m","number":1}]}',
        b'{ "vault": [] }',
        b"x" * (LIMIT + 1),
    ],
)
def test_a_damaged_note_is_forgotten_and_written_anew(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / seen.NAME).write_bytes(spoilt)
    assert ends_seen(tmp_path, "vault") == ()
    note_end(tmp_path, "vault", End(FIRST, "here"), passed=())
    assert ends_seen(tmp_path, "vault") == (End(FIRST, "here"),)


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file, not a folder", encoding="utf-8")
    note_end(tmp_path / "settings", "vault", End(FIRST, "here"), passed=())
    assert ends_seen(tmp_path / "settings", "vault") == ()


def test_a_notebook_that_grew_too_long_keeps_the_record_at_hand(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "n.json")
    notebook.write("old", "x" * (LIMIT - 20))
    notebook.write("new", "y" * 40)
    assert (notebook.read("old"), notebook.read("new")) == (None, "y" * 40)
    notebook.write("new", "a path \udcff that is no text")
    assert notebook.read("new") == "y" * 40
    notebook.write("new", None)
    assert notebook.read("new") is None


def test_a_place_is_known_by_a_digest_and_not_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "Mrs Officer.liaison"
    assert "Officer" not in place_in(folder)
    assert place_in(folder) == place_in(folder) != place_in(tmp_path)


def test_the_laptop_knows_how_far_a_record_got(made: Made, settings_of_this_laptop: Path) -> None:
    with made.opened() as vault:
        id = vault.id
        vault.note(MARK)
        made.time.pass_by(2)
        vault.note(LATER)
        assert [each.mark for each in ends_seen(settings_of_this_laptop, id)] == [LATER]
        assert [each.mark for each in vault.ends_to_have()] == [LATER]
        made.time.pass_by(0.1)
        vault.note(Mark("laptop", 3, "ef" * 32))
    assert [each.mark.number for each in ends_seen(settings_of_this_laptop, id)] == [3]


def test_before_the_first_change_there_is_nothing_to_remember(
    made: Made, settings_of_this_laptop: Path
) -> None:
    with made.opened() as vault:
        vault.remember(Mark("", 0, ""))
        assert ends_seen(settings_of_this_laptop, vault.id) == ()
        vault.remember(MARK)
        assert len(ends_seen(settings_of_this_laptop, vault.id)) == 1
