"""The tool on files: a school's own file in, a printed sheet out."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdf
import pytest

from liaison.model.settings import SharingLog
from liaison.store.record import open_record
from tests.cli.conftest import PASSPHRASE, Tool

FILES = Path(__file__).parents[1] / "exchange" / "files"
FULL = FILES / "fixture_full_v25_sex.xml"
PARTIAL = FILES / "fixture_partial_no_contacts.xml"


def words(file: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def test_a_dry_run_says_what_the_import_then_does(tool: Tool) -> None:
    before = tool("families", "--json").json
    dry = tool("import", FULL, "--dry-run", "--json")
    assert tool("families", "--json").json == before
    done = tool("import", FULL, "--json")
    assert dry.json == done.json
    assert (done.json["families"], done.json["children"], done.json["adults"]) == (2, 3, 5)
    assert set(done.json) == {"families", "children", "adults", "changed", "skipped", "warnings"}
    assert "Practice only" in done.err


def test_importing_again_changes_nothing_and_undo_takes_all_of_it_back(tool: Tool) -> None:
    before = tool("families", "--json").json
    assert "Added 2 families, 3 children" in tool("import", FULL).out
    again = tool("import", FULL, "--json").json
    assert [again[name] for name in ("families", "children", "adults", "changed")] == [0, 0, 0, 0]
    assert tool("undo").status == 0
    assert tool("families", "--json").json == before


def test_a_partial_file_removes_nobody(tool: Tool) -> None:
    tool("import", FULL)
    before = tool("families", "--json").json
    assert tool("import", PARTIAL).status == 0
    assert tool("families", "--json").json == before


def test_a_file_that_is_no_transfer_file_is_refused_with_a_sentence(
    tool: Tool, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.xml"
    wrong.write_text("<html/>", encoding="utf-8")
    for file in (wrong, tmp_path / "missing.xml"):
        ran = tool("import", file, "--json")
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.strip()
    assert "Khan" in tool("families").out


def test_a_sheet_is_written_and_noted(tool: Tool, tmp_path: Path, record: Path) -> None:
    tool("log", "Khan", "--channel", "phone", "--outcome", "spoke", "--view", "MYVIEW")
    out = tmp_path / "khan.pdf"
    ran = tool("sheet", "Khan", "--out", out)
    assert (ran.status, ran.out) == (0, f"{out}\n")
    assert "Khan family" in words(out)
    assert "Mrs A Officer" in words(out)
    store = open_record(record, passphrase=PASSPHRASE)
    (note,) = store.find(SharingLog)
    store.close()
    assert (note.audience, note.way, note.copy_number) == ("staff", "saved", 1)


def test_a_family_copy_is_for_its_reader(tool: Tool, tmp_path: Path) -> None:
    tool("restrict", "Shahid", "--what", "collect", "--force", "court", "--seen")
    tool("log", "Khan", "--channel", "phone", "--outcome", "spoke", "--view", "MYVIEW")
    out = tmp_path / "khan.pdf"
    ran = tool("sheet", "Khan", "--out", out, "--audience", "family", "--for", "Mrs Khan")
    assert ran.status == 0
    assert "Mrs Amina Khan" in words(out)
    assert "Shahid" not in words(out)
    assert "MYVIEW" not in words(out)
    tool("sheet", "Khan", "--out", out, "--audience", "family")
    assert "Amina" not in words(out)
    assert "Zara Khan" in words(out)


def test_a_pdf_password_locks_the_file(tool: Tool, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("open sesame\n", encoding="utf-8")
    out = tmp_path / "khan.pdf"
    assert tool("sheet", "Khan", "--out", out, "--pdf-password-file", secret).status == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="open sesame") as opened:
        assert opened.encryption.R == 6


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--size", "13"), "12, 14, 18 or 24"),
        (("--size", "large"), "whole number"),
        (("--audience", "everyone"), "What fits"),
        (("--audience", "family", "--for", "Nobody"), "called “Nobody”"),
        (("--audience", "family", "--for", "Zara"), "."),
    ],
)
def test_a_sheet_that_cannot_be_made_is_refused(
    tool: Tool, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "khan.pdf"
    ran = tool("sheet", "Khan", "--out", out, *more)
    assert ran.status == 1
    assert said in ran.err
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_refused_and_nothing_is_noted(
    tool: Tool, tmp_path: Path
) -> None:
    ran = tool("sheet", "Khan", "--out", tmp_path / "none" / "khan.pdf")
    assert ran.status == 1
    assert "cannot be written" in ran.err


@pytest.mark.parametrize("inside", ["record.db", "vault.json", "backups/khan.pdf", ""])
def test_no_paper_is_written_over_a_record(tool: Tool, record: Path, inside: str) -> None:
    ran = tool("sheet", "Khan", "--out", record / inside)
    assert ran.status == 1
    assert "is a record" in ran.err
    assert not list(record.rglob("*.pdf"))
    assert tool("verify").status == 0


@pytest.mark.parametrize("size", ["12", "14", "18", "24"])
def test_every_size_is_offered(tool: Tool, tmp_path: Path, size: str) -> None:
    out = tmp_path / "khan.pdf"
    assert tool("sheet", "Khan", "--out", out, "--size", size).status == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_warnings_of_an_import_are_lines_on_standard_error_under_json_too(tool: Tool) -> None:
    ran = tool("import", FULL, "--json")
    assert ran.json["warnings"]
    assert set(ran.json["warnings"]) <= set(ran.err.splitlines())


def test_an_empty_pdf_password_is_refused(tool: Tool, tmp_path: Path) -> None:
    secret, out = tmp_path / "secret.txt", tmp_path / "khan.pdf"
    secret.write_text("\n", encoding="utf-8")
    ran = tool("sheet", "Khan", "--out", out, "--pdf-password-file", secret)
    assert (ran.status, ran.out) == (1, "")
    assert "is empty" in ran.err
    assert not out.exists()


def test_a_copy_for_nobody_named_or_for_no_paper_is_refused(tool: Tool, tmp_path: Path) -> None:
    out = tmp_path / "khan.pdf"
    unnamed = tool("sheet", "Khan", "--out", out, "--audience", "family", "--for", "")
    assert unnamed.status == 1
    assert tool("sheet", "Khan", "--out", out, "--audience", "anonymised").status == 1
    assert not out.exists()


def test_no_sheet_leaves_a_record_that_cannot_note_it(
    tool: Tool, tmp_path: Path, record: Path
) -> None:
    (record / "tip.bin").unlink()
    out = tmp_path / "khan.pdf"
    ran = tool("sheet", "Khan", "--out", out)
    assert (ran.status, ran.out) == (1, "")
    assert "No sheet was made" in ran.err
    assert not out.exists()
