"""Words meant to break a page: what nobody sees, what never ends, what no typeface has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from liaison.errors import CannotPrint, LiaisonError
from liaison.sheets import fonts
from liaison.sheets.as_text import text_of
from liaison.sheets.body import Body, Footer, Line, Section, Table
from liaison.sheets.printing import build, build_all
from liaison.sheets.scale import SIZES
from tests.sheets.accessibility.checking import checked, faults
from tests.sheets.accessibility.samples import STAMP
from tests.sheets.pages import everything, pages

LONG = "word " * 10_000
TURNED = "Ann\u202egnp.exe \u2066Khan\u2069 \u200b\u2060\ufeff\u00adHall\U000e0041"


def of(*lines: Line, **more: object) -> Body:
    return Body(title="Trial", sections=(Section(heading="Said", lines=lines, **more),))


def table(*rows: tuple[str, ...], head: str = "What") -> Body:
    held = Table(columns=("Day", head), rows=rows)
    return Body(title="Trial", sections=(Section(heading="Days", table=held),))


def test_signs_that_turn_or_hide_words_are_taken_out_wherever_they_stand() -> None:
    body = Body(
        title=TURNED,
        under=(TURNED,),
        sections=(
            Section(heading=TURNED, lines=(Line(lead=TURNED, text=TURNED, box=True),)),
            Section(heading="T", table=Table(columns=("A", TURNED), rows=((TURNED, "b"),))),
        ),
    )
    pdf = build(body, footer=replace(STAMP, copy=TURNED, title=TURNED, marking=TURNED))
    read = checked(pdf)
    assert read.faults == []
    plain = "Anngnp.exe Khan Hall"
    assert read.texts("H1", "TH") == [plain, "A", plain, plain]
    assert read.texts("LBody") == [f"{plain} {plain}"]
    assert "".join(pages(pdf)).count(plain) == 10
    whole = everything(pdf)
    assert "\u202e" not in whole
    assert "\u202e".encode().decode("latin-1") not in whole


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\0b\x07c", "abc"),
        ("a\tb\r\nc\x0bd\u2028e", "a b c d e"),
        ("<b>&amp;</b> <img src='x'/>", "<b>&amp;</b> <img src='x'/>"),
        ("e\u0301", "é"),
        ("co\u00adop", "coop"),
    ],
)
def test_what_is_typed_is_printed_as_it_reads(typed: str, printed: str) -> None:
    read = checked(build(of(Line(text=typed)), footer=STAMP))
    assert read.faults == []
    assert read.texts("P") == [printed]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("ok \U0001f600", "grinning face"),
        ("a\ud800b", "The character U\\+D800 cannot"),
        ("a\uffffb", "The character U\\+FFFF cannot"),
        ("a\ue010b", "The character U\\+E010 cannot"),
        ("❤\ufe0f", "heavy black heart"),
    ],
)
def test_what_no_typeface_has_is_refused_in_a_sentence_that_can_be_shown(
    typed: str, named: str
) -> None:
    with pytest.raises(CannotPrint, match=named) as refused:
        build(of(Line(text=typed)), footer=STAMP)
    assert str(refused.value).encode("utf-8")


def test_a_heading_of_nothing_that_can_be_seen_is_no_heading() -> None:
    body = Body(title="Trial", sections=(Section(heading="\u200b", lines=(Line(text="Rang."),)),))
    read = checked(build(body, footer=STAMP))
    assert read.faults == []
    assert read.texts("H2") == []
    assert read.texts("P") == ["Rang."]


@pytest.mark.parametrize("title", ["", "\u200b", " \u200d\u2060\ufeff ", "\u00ad\xa0"])
def test_a_title_of_nothing_that_can_be_seen_gives_way_to_what_the_sheet_is_called(
    title: str,
) -> None:
    body = Body(title=title, sections=(Section(heading="Calls", lines=(Line(text="Rang."),)),))
    pdf = build_all([(body, STAMP), (body, STAMP)], title="Pack")
    read = checked(pdf)
    assert read.faults == []
    assert read.texts("H1") == [STAMP.title, STAMP.title]
    assert text_of(body, STAMP).splitlines()[:2] == [STAMP.marking, STAMP.title]


@pytest.mark.parametrize(
    "body",
    [
        table(("Mon", LONG)),
        table((LONG, "Call")),
        of(Line(lead="Monday.", text=LONG)),
        of(Line(lead="Monday.", text=LONG, detail="Łukasz " + LONG[:9000], box=True)),
        of(Line(text="x" * 20_000)),
        of(Line(text="ب" * 2000)),
        of(Line(text="क्ष" * 1000)),
        Body(title="word " * 500, sections=(Section(heading="x" * 2000, lines=(Line(text="a"),)),)),
    ],
    ids=["cell", "first cell", "lead", "box", "word", "arabic", "hindi", "title"],
)
def test_what_is_taller_than_a_page_runs_on_over_several(body: Body) -> None:
    assert faults(build(body, footer=STAMP)) == []


def test_a_text_over_many_pages_is_read_whole() -> None:
    words = " ".join(f"word{n}" for n in range(4000))
    read = checked(build(of(Line(lead="Łukasz:", text=words)), footer=STAMP, size=SIZES[-1]))
    assert read.faults == []
    assert read.texts("P") == [f"Łukasz: {words}"]
    assert len(read.pages) > 25


@pytest.mark.parametrize(
    ("body", "footer"),
    [
        (table(("Mon", "Call"), head="word " * 3000), STAMP),
        (of(Line(text="Rang.")), replace(STAMP, copy=LONG)),
        (of(Line(text="Rang.")), replace(STAMP, marking=LONG)),
    ],
    ids=["heading of a table", "footer", "marking"],
)
def test_what_must_stand_whole_and_cannot_is_a_sentence(body: Body, footer: Footer) -> None:
    with pytest.raises(CannotPrint, match="taller than the page"):
        build(body, footer=footer)


def test_a_marking_of_several_lines_stays_on_the_page_and_off_the_words() -> None:
    long = replace(STAMP, marking="Private " * 40)
    (page,) = pages(build(of(Line(text="Rang.")), footer=long))
    assert page.count("Private") == 40
    assert faults(build(of(*(Line(text=f"Line {n}.") for n in range(90))), footer=long)) == []


def test_a_missing_and_a_damaged_typeface_are_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"no typeface")
    face = fonts.face.__wrapped__
    monkeypatch.setattr(fonts, "resource", lambda _: damaged)
    with pytest.raises(
        CannotPrint, match=r"is damaged: NotoSans-400\.ttf\. Please install it again"
    ):
        face(fonts.OTHER)
    monkeypatch.undo()
    monkeypatch.setitem(fonts.FILES, "Lost", "Lost.ttf")
    with pytest.raises(LiaisonError, match=r"missing: fonts/Lost\.ttf\. Please install it again"):
        face("Lost")
