"""The tool on meetings: the packs of a day, and a letter to one adult."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pypdf
import pytest

from liaison.casework.families import whole_family
from liaison.casework.finding import find_family
from liaison.cli import asking
from liaison.model.contact import Contact
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.settings import SharingLog
from liaison.store.record import open_record
from tests.builders import Made, Make
from tests.cli.conftest import PASSPHRASE, Tool

TODAY = date(2026, 11, 23)
Plan = Callable[..., str]


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("liaison.cli.asking", "liaison.cli.meeting_commands"):
        monkeypatch.setattr(f"{module}.today", lambda: TODAY)


@pytest.fixture
def plan(record: Path) -> Plan:
    """Puts a meeting with the Khans into the record, and gives its id."""

    def put(days: int = 0, *, coming: slice = slice(None), purpose: str = "The bus") -> str:
        with closing(open_record(record, passphrase=PASSPHRASE)) as store:
            family = find_family(store, "Khan")
            whole = whole_family(store, family.id)
            made = Made(family, whole.children, whole.adults)
            on = TODAY + timedelta(days=days)
            kept = Make(store).meeting(
                made, held_on=on, coming=whole.adults[coming], purpose=purpose
            )
            return kept.meeting.id

    return put


def words(file: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(file).pages)


def noted(record: Path) -> list[SharingLog]:
    with closing(open_record(record, passphrase=PASSPHRASE)) as store:
        return store.find(SharingLog)


def test_the_packs_of_a_day_are_one_file_and_are_noted(
    tool: Tool, plan: Plan, tmp_path: Path, record: Path
) -> None:
    plan()
    plan(purpose="The second meeting")
    plan(days=1, purpose="Tomorrow only")
    out = tmp_path / "packs.pdf"
    ran = tool("pack", "--on", "2026-11-23", "--out", out)
    assert (ran.status, ran.out) == (0, f"{out}\n")
    assert "The bus" in words(out)
    assert "The second meeting" in words(out)
    assert "Tomorrow only" not in words(out)
    (note,) = noted(record)
    assert (note.sheet, note.audience, note.way) == ("pack", "staff", "saved")
    assert note.pages == len(pypdf.PdfReader(out).pages)


def test_a_familys_packs_are_for_each_who_was_asked(
    tool: Tool, plan: Plan, tmp_path: Path, record: Path
) -> None:
    plan()
    out = tmp_path / "packs.pdf"
    assert tool("pack", "--on", "2026-11-23", "--out", out, "--audience", "family").status == 0
    assert "for Mrs Amina Khan" in words(out)
    assert "for Mr Shahid Khan" in words(out)
    assert "Honest" not in words(out)
    assert len({each.reader for each in noted(record)}) == 2


def test_one_readers_pack_and_a_restricted_ones(
    tool: Tool, plan: Plan, tmp_path: Path, record: Path
) -> None:
    plan()
    out = tmp_path / "pack.pdf"
    family = ("pack", "--on", "2026-11-23", "--out", out, "--audience", "family")
    tool("restrict", "Shahid", "--what", "letters", "--force", "court", "--seen")
    both = tool(*family)
    assert both.status == 0
    assert "No copy for Mr Shahid Khan" in both.err
    assert "for Mrs Amina Khan" in words(out)
    out.unlink()
    ran = tool(*family, "--for", "Shahid")
    assert (ran.status, out.exists()) == (1, False)
    assert "No copy for Mr Shahid Khan" in ran.err
    assert len(noted(record)) == 1


def test_the_tool_says_what_was_left_out_and_how_hard_it_is_to_read(
    tool: Tool, plan: Plan, tmp_path: Path
) -> None:
    plan()
    out = tmp_path / "packs.pdf"
    ran = tool("pack", "--on", "2026-11-23", "--out", out, "--for", "Amina", "--audience", "family")
    assert ran.out == f"{out}\n"
    assert "What was left out, and why:\n  " in ran.err
    assert "  Other people left out: 1. Another adult’s." in ran.err
    assert "Reading age about " in ran.err
    assert "07700" not in ran.err
    staff = tool("pack", "--on", "2026-11-23", "--out", out)
    assert "Reading age" not in staff.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--on", "2026-11-24"), "There is no meeting on Tuesday 24 November 2026."),
        (("--on", "someday"), "is not a date"),
        (("--on", "2026-11-23", "--audience", "handover"), "is not one of the audiences"),
        (("--on", "2026-11-23", "--for", "Nobody"), "no person called"),
        (("--on", "2026-11-23", "--size", "16"), "12, 14, 18 or 24"),
        (("--on", "2026-11-23", "--for", "Ali", "--audience", "family"), "is a child"),
    ],
)
def test_a_pack_that_cannot_be_made_is_refused_in_a_sentence(
    tool: Tool, plan: Plan, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    plan()
    out = tmp_path / "pack.pdf"
    ran = tool("pack", "--out", out, *more)
    assert (ran.status, ran.out, out.exists()) == (1, "", False)
    assert said in ran.err


def test_a_person_who_does_not_come_that_day_has_no_pack(
    tool: Tool, plan: Plan, tmp_path: Path
) -> None:
    plan(coming=slice(0, 1))
    out = tmp_path / "pack.pdf"
    ran = tool("pack", "--on", "2026-11-23", "--out", out, "--for", "Shahid")
    assert ran.status == 1
    assert "is with this person" in ran.err


def test_a_character_nothing_can_draw_is_named(tool: Tool, plan: Plan, tmp_path: Path) -> None:
    plan(purpose="A smile \N{GRINNING FACE} for Zara")
    ran = tool("pack", "--on", "2026-11-23", "--out", tmp_path / "pack.pdf")
    assert ran.status == 1
    assert "grinning face" in ran.err


def test_a_letter_is_for_one_adult_and_noted(
    tool: Tool, plan: Plan, tmp_path: Path, record: Path
) -> None:
    met = plan(days=2)
    out, secret = tmp_path / "letter.pdf", tmp_path / "password.txt"
    secret.write_text("kettle marble\n", encoding="utf-8")
    letter = ("letter", met, "--for", "Mrs Khan", "--out", out, "--phrase", "Interpreter")
    ran = tool(*letter, "--pdf-password-file", secret)
    assert (ran.status, ran.out) == (0, f"{out}\n")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    assert tool(*letter).status == 0
    for expected in ("Dear Mrs Khan,", "Wednesday 25 November 2026", "ask an interpreter"):
        assert expected in words(out)
    assert "Shahid" not in words(out)
    assert [each.sheet for each in noted(record)] == ["letter_invitation"] * 2
    with closing(open_record(record, passphrase=PASSPHRASE)) as store:
        assert store.find(Contact, "channel = 'letter'") == []
        assert not any(each.invited_on for each in store.find(MeetingPerson))
    assert "It is not noted as sent" in tool("letter", "--help").out


def test_a_meeting_is_found_by_its_family_and_day(tool: Tool, plan: Plan, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    letter = ("letter", "Khan", "--for", "Mrs Khan", "--out", out)
    ran = tool(*letter)
    assert "The Khan family has no meeting." in ran.err
    plan(days=2)
    assert tool(*letter).status == 0
    plan(days=9)
    ran = tool(*letter)
    assert ran.status == 1
    assert "has 2 meetings" in ran.err
    assert tool(*letter, "--on", "2 Dec").status == 0
    assert "Wednesday 2 December 2026" in words(out)
    assert "no meeting on 3 December 2026" in tool(*letter, "--on", "3 Dec").err


@pytest.mark.parametrize(
    ("meeting", "more", "said"),
    [
        ("nowhere", ("--for", "Mrs Khan"), "There is no meeting with the id “nowhere”"),
        ("Khan", ("--for", "Nobody"), "no person called"),
        ("Khan", ("--for", "Zara"), "is a child"),
        ("Khan", ("--for", "Mrs Khan", "--language", "ur"), "no text for"),
        ("Khan", ("--for", "Mrs Khan", "--language", "Klingon"), "is not one of the languages"),
        ("Khan", ("--for", "Mrs Khan", "--kind", "poem"), "is not one of the letters"),
        ("Khan", ("--for", "Mrs Khan", "--kind", "thanks"), "not taken place"),
        ("Khan", ("--for", "Mrs Khan", "--phrase", "None"), "no phrase called"),
        ("Khan", ("--for", "Mrs Khan", "--also", "Mrs Khan"), "two different adults"),
    ],
)
def test_a_letter_that_cannot_be_written_is_refused_in_a_sentence(
    tool: Tool, plan: Plan, tmp_path: Path, meeting: str, more: tuple[str, ...], said: str
) -> None:
    plan(days=2)
    out = tmp_path / "letter.pdf"
    ran = tool("letter", meeting, "--out", out, *more)
    assert (ran.status, ran.out, out.exists()) == (1, "", False)
    assert said in ran.err


def test_a_restricted_adult_gets_no_letter_and_a_wish_warns(
    tool: Tool, plan: Plan, tmp_path: Path
) -> None:
    plan(days=2)
    letter = ("letter", "Khan", "--out", tmp_path / "letter.pdf", "--for")
    tool("restrict", "Mrs Khan", "--what", "letters", "--force", "wish")
    wished = tool(*letter, "Mrs Khan")
    assert wished.status == 0
    assert "no legal force" in wished.err
    tool("restrict", "Shahid", "--what", "letters", "--force", "court")
    ran = tool(*letter, "Shahid")
    assert ran.status == 1
    assert "No copy for Mr Shahid Khan" in ran.err


def test_what_came_of_a_meeting_goes_home_in_the_familys_own_words(
    tool: Tool, plan: Plan, tmp_path: Path, record: Path
) -> None:
    met = plan(days=-1, coming=slice(0, 1))
    told = {"outcome": "Walk with Noor.", "words": "He is tired.", "child_voice": "I like art."}
    with closing(open_record(record, passphrase=PASSPHRASE)) as store, store.saving() as saving:
        saving.change(replace(store.get(Meeting, met), **told))
    out = tmp_path / "letter.pdf"
    letter = ("letter", met, "--for", "Mrs Khan", "--kind", "follow-up", "--out", out)
    assert tool(*letter).status == 0
    assert "You told us: “He is tired.”" in words(out)
    assert "I like art" not in words(out)
    assert tool(*letter, "--child-words").status == 0
    assert "told us: “I like art.”" in words(out)


def test_a_letter_without_a_reader_is_a_wrong_command(tool: Tool, plan: Plan) -> None:
    met = plan(days=2)
    assert tool("letter", met, "--out", "x.pdf").status == 2


def test_the_meeting_that_was_planned_is_the_one_that_stands(plan: Plan, record: Path) -> None:
    met = plan()
    with closing(open_record(record, passphrase=PASSPHRASE)) as store:
        assert [each.id for each in store.find(Meeting)] == [met]
    assert asking.today() == TODAY
