"""How a sheet is laid out: one page where promised, sizes, footer, faces, the same bytes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from liaison.errors import CannotPrint
from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.person import PersonKind
from liaison.model.restriction import What
from liaison.sheets.body import Body, Footer, Line, Section
from liaison.sheets.fitting import clipped
from liaison.sheets.fonts import printable, runs
from liaison.sheets.printing import build, page_count
from liaison.sheets.recovery import recovery_footer, recovery_sheet
from liaison.sheets.scale import Scale
from liaison.sheets.summary import footer
from tests.sheets.pages import AT, OFFICER, body_of, pages, printed, text
from tests.sheets.records import (
    ALI,
    MUM,
    ZARA,
    barrier,
    concern,
    contact,
    family,
    follow_up,
    handover,
    khans,
    of,
    phone,
    planted,
    restriction,
    staff,
    tie,
)

STAMP = Footer(title="Trial", copy="Copy 1 of 1")
ENDLESS = "They talked about the bus and the mornings and who could walk with them. " * 60


def one_line(words: str) -> Body:
    return Body(title="Trial", sections=(Section(heading="Said", lines=(Line(text=words),)),))


def crowded() -> FamilyRecord:
    """A family with very much of everything, and nothing for a last page."""
    children = tuple(replace(ALI, id=f"c{n}", forename=f"Child{n}") for n in range(7))
    adults = tuple(
        of(f"a{n}", f"a{n}", PersonKind.ADULT, name_title="", forename="Grown", surname=f"Up{n}")
        for n in range(9)
    )
    return khans(
        family=planted(Family, "f", name="Khan" * 40, strengths=ENDLESS, what_works=ENDLESS),
        people=(MUM, ZARA, *children, *adults),
        relationships=(tie("mum", "zara", "mother", position=1),),
        points=(phone("mum", "07700 900123"),),
        addresses=(),
        contacts=tuple(
            contact(f"c{n}", date(2026, 10, n + 1), facts=ENDLESS, view=ENDLESS) for n in range(25)
        ),
        contact_people=(),
        barriers=tuple(barrier(f"b{n}", words=ENDLESS) for n in range(12)),
        adjustments=(),
        concerns=tuple(concern(f"w{n}", "zara", words=ENDLESS) for n in range(12)),
        follow_ups=tuple(follow_up(f"f{n}", action=ENDLESS) for n in range(12)),
    )


def test_the_summary_of_a_very_full_family_is_one_page_at_12_pt() -> None:
    (page,) = pages(printed(crowded()))
    assert "more in the record" in page
    assert "Page 1 of 1" in page
    for heading in ("Who", "Last contacts", "What gets in the way", "Next date"):
        assert heading in page


def test_what_was_cut_is_counted_to_the_last_contact() -> None:
    (page,) = pages(printed(crowded()))
    shown = page.count("Phone call")
    assert 1 <= shown <= 5
    assert f"and {25 - shown} more in the record" in page


def test_more_sections_than_a_page_holds_are_cut_from_the_bottom() -> None:
    lines = tuple(Line(text="Something said.") for _ in range(3))
    sections = tuple(Section(heading=f"Part {n}.", lines=lines, least=3) for n in range(30))
    body = Body(title="Trial", sections=sections, one_page=True)
    (page,) = pages(build(body, footer=STAMP))
    kept = page.count("Part ")
    assert 10 < kept < 30
    assert f"Part {kept - 1}." in page
    assert f"and {2 + 3 * (30 - kept)} more in the record" in page


def test_a_title_too_long_for_the_page_leaves_no_section_but_still_prints() -> None:
    body = Body(title="T " * 900, sections=one_line("word").sections, one_page=True)
    assert "word" not in text(build(body, footer=STAMP))


@pytest.mark.parametrize("size", [14, 18, 24])
def test_larger_sizes_run_on_and_count_their_pages(size: int) -> None:
    shown = pages(printed(crowded(), size=size))
    assert len(shown) > 1
    for number, page in enumerate(shown, 1):
        assert f"Page {number} of {len(shown)}" in page
    assert "Next date" in shown[-1] or "Next date" in shown[-2]


def test_a_size_nobody_offers_is_refused() -> None:
    with pytest.raises(CannotPrint, match="Sizes: 12, 14, 18, 24"):
        build(one_line("word"), footer=STAMP, size=16)


@pytest.mark.parametrize("size", [12, 14, 18, 24])
def test_nothing_is_smaller_than_ten_points_and_text_is_the_size_asked_for(size: int) -> None:
    sizes: set[float] = set()
    for page in PdfReader(BytesIO(printed(khans(), size=size))).pages:
        page.extract_text(
            visitor_text=lambda words, cm, tm, font, points: (
                sizes.add(points) if words.strip() else None
            )
        )
    assert min(sizes) >= 10
    assert size in sizes


def test_the_footer_says_whose_copy_it_is_and_who_printed_it_when() -> None:
    stamp = footer(staff(khans()), officer="A. Officer", printed_at=AT, number=1, copies=3)
    said = "Staff copy 1 of 3. Printed by A. Officer, 23 November 2026 at 10:05"
    assert " ".join(stamp.copy.split()) == said
    assert stamp.notice == "This is not the child protection file."
    unnamed = footer(staff(khans()), officer="", printed_at=AT)
    without = "Staff copy 1 of 1. Printed, 23 November 2026 at 10:05"
    assert " ".join(unnamed.copy.split()) == without


def test_a_family_copy_is_private_and_never_carries_the_schools_marking() -> None:
    marking = "OFFICIAL-SENSITIVE: PERSONAL"
    stamp = footer(family(khans(), "mum"), officer="", printed_at=AT, marking=marking)
    assert stamp.marking == "Private and confidential"
    assert stamp.copy.startswith("Copy 1 of 1 for Mrs Amina Khan.")
    assert stamp.notice == ""
    assert footer(handover(khans()), officer="", printed_at=AT, marking=marking).marking == marking
    assert footer(family(khans()), officer="", printed_at=AT).copy.startswith("Copy 1 of 1.")


def test_every_page_carries_marking_title_notice_and_copy() -> None:
    copy = staff(khans(restrictions=(restriction(What.COLLECT),)))
    stamp = footer(copy, officer=OFFICER, printed_at=AT, marking="OFFICIAL-SENSITIVE: PERSONAL")
    for page in pages(build(body_of(copy), footer=stamp, size=24)):
        assert "OFFICIAL-SENSITIVE: PERSONAL" in page
        assert "Family summary. This is not the child protection file." in page
        assert "Staff copy 1 of 1. Printed by Mrs A Officer" in page


def test_the_same_entries_give_the_same_bytes() -> None:
    assert printed(khans()) == printed(khans())
    assert printed(khans(), Audience.FAMILY, "mum") != printed(khans(), Audience.FAMILY, "dad")


def test_the_metadata_names_nobody() -> None:
    found = PdfReader(BytesIO(printed(khans()))).metadata
    assert found is not None
    assert found.title == "Family summary"
    assert "Khan" not in repr(found)
    assert "Officer" not in repr(found)


def test_every_face_is_embedded_and_can_be_read_back() -> None:
    record = khans(family=planted(Family, "f", name="Khan", strengths="Nguyễn Thị Ặnh, Юлия"))
    with pikepdf.open(BytesIO(printed(record))) as pdf:
        fonts = {str(f.BaseFont): f for page in pdf.pages for f in page.Resources.Font.values()}
        assert any("Atkinson" in name for name in fonts)
        assert any("Noto" in name for name in fonts)
        for font in fonts.values():
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.FontDescriptor


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Ặnh", "Łukasz Żółć", "Юлия Щербак", "Zoë O’Brien", "Ελένη", "Ġużè"]
)
def test_names_of_many_languages_print_and_read_back(name: str) -> None:
    assert name in text(build(one_line(f"With {name} today"), footer=STAMP))
    body = Body(title=name, sections=())
    assert name in text(build(body, footer=STAMP))


@pytest.mark.parametrize(
    ("sign", "named"), [("🙂", "slightly smiling face"), ("好", "cjk unified ideograph-597d")]
)
def test_a_character_no_face_has_is_refused_by_name(sign: str, named: str) -> None:
    with pytest.raises(CannotPrint, match=f"“{sign}” \\({named}\\) cannot be printed"):
        build(one_line(f"Well done {sign}"), footer=STAMP)


def test_signs_are_said_in_words_and_unseen_characters_taken_out() -> None:
    assert printable("Year 6 → 7") == "Year 6 to 7"
    assert printable("✓ done\u200b\u00ad\r\n☐ open") == "(tick) done (box) open"


def test_two_words_with_a_space_that_holds_them_stay_on_one_line() -> None:
    assert printable("Year\N{NO-BREAK SPACE}6  and\ton ") == "Year\N{NO-BREAK SPACE}6 and on"
    said = Scale(12, 60).paragraph(runs("Zara Khan, Year\N{NO-BREAK SPACE}6"))
    said.wrap(60, 100)
    assert said.blPara.lines[-1][1] == ["Year\N{NO-BREAK SPACE}6"]


def test_what_looks_like_markup_is_printed_as_it_was_written() -> None:
    words = "a < b & <b>c</b> <para> &amp; </font>"
    assert words in text(build(one_line(words), footer=STAMP, size=24))


def test_one_word_longer_than_a_line_is_broken_not_lost() -> None:
    shown = text(build(one_line("x" * 300), footer=STAMP, size=24))
    assert shown.replace(" ", "").count("x") >= 300


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=80))
@settings(max_examples=25, deadline=None)
def test_any_western_text_can_be_printed(words: str) -> None:
    shown = text(build(one_line(words), footer=STAMP))
    assert " ".join(printable(words).split()) in shown


def test_with_a_password_the_file_opens_with_it_alone() -> None:
    locked = build(one_line("Secretly"), footer=STAMP, password="correct horse")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
    with pikepdf.open(BytesIO(locked), password="correct horse") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
    assert b"Secretly" not in locked
    assert page_count(locked, "correct horse") == 1


def test_a_text_is_cut_between_words_and_its_quotation_closed() -> None:
    assert clipped("one two three four", 12) == "one two…"
    assert clipped("He said: “one two three four”", 20) == "He said: “one two…”"
    assert clipped("abcdefghijklmno", 6) == "abcde…"
    assert clipped("  short   enough ", 20) == "short enough"


def test_a_sentence_of_which_only_a_scrap_would_be_left_is_not_begun() -> None:
    text = "He has moved up a band. Their words: “She is so proud of him”"
    assert clipped(text, 45) == "He has moved up a band…"
    assert clipped(text, 58) == "He has moved up a band. Their words: “She is so proud of…”"
    assert clipped("No. Their words: “She is so proud”", 24) == "No. Their words: “She…”"


def test_the_recovery_sheet_shows_the_code_in_its_groups_and_where_to_keep_it() -> None:
    groups = ["7KQM", "3XAD", "W6RE", "8ZFJ", "D3VY", "5MKA", "N2FA"]
    body = recovery_sheet(groups=groups, record="Oakfield.liaison", made_on=date(2026, 11, 23))
    (page,) = pages(build(body, footer=recovery_footer(AT)))
    for number, group in enumerate(groups, 1):
        assert f"{number}. {group}" in page
    assert "Oakfield.liaison" in page
    assert "Monday 23 November 2026" in page
    assert "school safe" in page
    assert page_count(build(body, footer=recovery_footer(AT), size=24)) > 1
