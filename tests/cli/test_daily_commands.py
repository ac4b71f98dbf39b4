"""The tool's daily words: what they answer, and how they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from liaison.model.contact import ContactPerson
from liaison.store.record import open_record
from tests.cli.conftest import PASSPHRASE, Tool


def test_families_answers_as_json_with_nothing_else_on_standard_output(tool: Tool) -> None:
    ran = tool("families", "--json")
    (family,) = ran.json
    assert ran.status == 0
    assert family["name"] == "Khan"
    assert family["restricted"] is False
    assert [(each["name"], each["year"][:4]) for each in family["children"]] == [
        ("Ali Khan", "Year"),
        ("Zara Khan", "Year"),
    ]
    assert family["adults"][0] == {
        "id": family["adults"][0]["id"],
        "name": "Mrs Amina Khan",
        "relationship": "mother",
        "responsibility": "yes",
    }


def test_families_is_also_said_for_people_and_filtered(tool: Tool) -> None:
    assert "Khan: Ali Khan" in tool("families").out
    assert "(Mother)" in tool("families", "--find", "900412").out
    assert tool("families", "--find", "nobody").out == ""


def test_log_keeps_a_contact_and_its_follow_up(tool: Tool) -> None:
    ran = tool(
        *("log", "khan", "--channel", "phone", "--outcome", "spoke", "--facts", "Rang about Łódź"),
        *("--about", "concern", "--with", "Mrs Khan", "--on", "2026-11-20", "--at", "10:42"),
        *("--follow-up", "Ring back", "--due", "2026-12-04", "--json"),
    )
    assert ran.status == 0
    assert set(ran.json) == {"contact", "follow_up"}
    (owed,) = tool("follow-ups", "--json", "--on", "2026-12-07").json
    assert owed["id"] == ran.json["follow_up"]
    assert (owed["action"], owed["due"], owed["overdue"]) == ("Ring back", "2026-12-04", True)
    assert owed["owner"] == "Mrs A Officer"
    (found,) = tool("search", "lodz", "--json").json
    assert (found["kind"], found["id"]) == ("contact", ran.json["contact"])
    assert "Łódź" in found["snippet"]
    undone = tool("undo", "--json")
    assert undone.json["changes"] == 1
    assert tool("search", "lodz", "--json").json == []


def test_log_without_a_follow_up_answers_none(tool: Tool) -> None:
    ran = tool("log", "Khan", "--channel", "text", "--outcome", "no answer", "--json")
    assert ran.json["follow_up"] is None
    assert "Logged for Khan" in tool("log", "Khan", "--channel", "gate", "--outcome", "spoke").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--channel", "pigeon", "--outcome", "spoke"), "What fits"),
        (("--channel", "phone", "--outcome", "no"), "more than one"),
        (("--channel", "phone", "--outcome", "spoke", "--on", "2099-01-01"), "after today"),
        (("--channel", "phone", "--outcome", "spoke", "--on", "soon"), "is not a date"),
        (("--channel", "phone", "--outcome", "spoke", "--at", "25:00"), "not a time"),
        (("--channel", "phone", "--outcome", "spoke", "--about", "meh"), "What fits"),
        (("--channel", "phone", "--outcome", "spoke", "--with", "Gran"), "called “Gran”"),
        (
            ("--channel", "phone", "--outcome", "spoke", "--follow-up", "Ring"),
            "Give a date for --due",
        ),
        (("--channel", "phone", "--outcome", "spoke", "--due", "fri"), "needs a follow-up"),
    ],
)
def test_log_refuses_with_a_sentence_and_keeps_nothing(
    tool: Tool, words: tuple[str, ...], said: str
) -> None:
    ran = tool("log", "Khan", *words)
    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err
    assert tool("undo").status == 0, "the newest save is still the phone number of the fixture"
    assert tool("families", "--find", "900412", "--json").json == []


@pytest.mark.parametrize("typed", ["YEAR 6 -> 7", "year 6→7", "year_6_to_7", "Year 6"])
def test_a_move_is_taken_however_it_is_written(tool: Tool, typed: str) -> None:
    about = ("--domain", "friendships", "--words", "Who will I sit with?", "--level", "targeted")
    ran = tool("concern", "Zara", "--move", typed, *about)
    assert (ran.status, ran.err) == (0, "")


def test_a_family_nobody_knows_is_refused(tool: Tool) -> None:
    ran = tool("barrier", "Byrne", "--kind", "transport", "--words", "No car")
    assert ran.status == 1
    assert "no family called “Byrne”" in ran.err


def test_a_barrier_and_a_worry_are_recorded(tool: Tool) -> None:
    barrier = tool("barrier", "Khan", "--kind", "transport", "--words", "No car", "--json")
    assert set(barrier.json) == {"barrier"}
    concern = tool(
        *("concern", "Zara", "--move", "Year 6 to 7", "--domain", "friendships"),
        *("--words", "Who will I sit with?", "--level", "targeted", "--json"),
    )
    assert set(concern.json) == {"concern"}
    kinds = {each["kind"] for each in tool("search", "with", "--json").json}
    assert kinds == {"transition_concern"}


def test_a_restriction_is_recorded_and_its_warning_is_no_refusal(tool: Tool) -> None:
    ran = tool(
        *("restrict", "Shahid", "--what", "collect", "--force", "court", "--child", "Zara"),
        *("--child", "Ali", "--from", "2026-09-01", "--until", "2027-07-31", "--json"),
    )
    assert ran.status == 0
    assert len(ran.json["restrictions"]) == 1
    assert "Nobody has read the order" in ran.err
    assert tool("families", "--json").json[0]["restricted"] is True
    (chase,) = tool("follow-ups", "--json").json
    assert chase["action"].startswith("Ask for a copy")
    seen = tool("restrict", "Shahid", "--what", "letters", "--force", "court", "--seen")
    assert (seen.status, seen.err) == (0, "")


def test_ringing_a_restricted_adult_warns_and_goes_on(tool: Tool) -> None:
    tool("restrict", "Shahid", "--what", "contact", "--force", "school")
    ran = tool("log", "Khan", "--channel", "phone", "--outcome", "spoke", "--with", "Shahid")
    assert ran.status == 0
    assert "must not contact Mr Khan" in ran.err


def test_nothing_owed_is_said_in_words(tool: Tool) -> None:
    assert tool("follow-ups", "--on", "2026-11-23").out == (
        "Nothing is owed on Monday 23 November 2026.\n"
    )
    assert tool("search", "nothing-like-it").out == "Nothing found.\n"
    tool(
        *("log", "Khan", "--channel", "phone", "--outcome", "spoke"),
        *("--follow-up", "Ring", "--due", "2026-01-09"),
    )
    assert "(2 days late)  Khan: Ring" in tool("follow-ups", "--on", "2026-01-11").out
    assert tool("follow-ups", "--overdue", "--on", "2026-01-09", "--json").json == []


def test_a_value_that_does_not_fit_is_1_and_an_unknown_word_is_2(
    tool: Tool, bare: Tool, record: Path
) -> None:
    assert tool("families", "--frobnicate").status == 2
    assert bare("families").status == 2
    assert bare("frobnicate").status == 2
    assert tool("follow-ups", "--on", "someday").status == 1


def test_somebody_named_twice_took_part_once(tool: Tool, record: Path) -> None:
    ran = tool(
        *("log", "Khan", "--channel", "phone", "--outcome", "spoke"),
        *("--with", "Shahid", "--with", "Mr Khan"),
    )
    assert ran.status == 0
    store = open_record(record, passphrase=PASSPHRASE)
    took_part = store.find(ContactPerson)
    store.close()
    assert len(took_part) == 1
