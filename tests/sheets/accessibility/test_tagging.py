"""Every sheet, at every size and for every reader, passes the machine check and reads in order."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.errors import CannotPrint
from liaison.sheets.body import Body, Footer, Line, Section, Table
from liaison.sheets.printing import build, build_all, locked, page_count
from liaison.sheets.scale import SIZES
from tests.sheets.accessibility import samples
from tests.sheets.accessibility.checking import Checked, checked, faults
from tests.sheets.accessibility.samples import SAID, STAMP
from tests.sheets.pages import pages

EVERY = dict(samples.every())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_every_sheet_passes_the_machine_check_at_every_size(name: str, size: int) -> None:
    assert faults(build(EVERY[name], footer=STAMP, size=size)) == []


@pytest.mark.parametrize("size", SIZES)
def test_everything_on_a_sheet_is_read_in_the_order_it_was_written(size: int) -> None:
    body = EVERY["family_summary, staff"]
    read = checked(build(body, footer=STAMP, size=size))
    headings = [each.heading for each in (*body.sections, *body.aside)]
    found = read.texts("H1", "H2")
    assert [each for each in found if each in headings] == headings
    assert found[0] == body.title
    assert "Not for the table" in found


def one(*lines: Line, size: int = 12, **more: object) -> Checked:
    body = Body(title="Trial", sections=(Section(heading="Said", lines=lines, **more),))
    return checked(build(body, footer=STAMP, size=size))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lead", ["", "Lead."])
def test_the_words_at_two_line_ends_are_not_joined(size: int, lead: str) -> None:
    words = "They talked about the bus and who could walk with them. " * 40
    (text,) = one(Line(lead=lead, text=words), size=size).texts("P")
    assert text.strip() == f"{lead} {words}".strip()


@pytest.mark.parametrize("lead", ["", "Lead."])
def test_a_word_broken_because_it_is_longer_than_a_line_is_read_as_one(lead: str) -> None:
    (text,) = one(Line(lead=lead, text=f"see {'x' * 300} there"), size=24).texts("P")
    assert f"see {'x' * 300} there" in text


def test_a_paragraph_on_two_pages_is_one_element() -> None:
    read = one(Line(text=SAID * 7))
    (paragraph,) = [node for node in read.root.every() if node.role == "P"]
    assert len({page.objgen for page, _ in paragraph.pieces}) == 2
    assert read.text(paragraph).split() == (SAID * 7).split()


def test_a_table_over_pages_is_one_table_whose_headings_are_read_once() -> None:
    rows = tuple((f"{n} March", SAID[:120], "Ann") for n in range(40))
    body = Body(
        title="Trial",
        sections=(Section(heading="Days", table=Table(columns=("Day", "What", "Who"), rows=rows)),),
    )
    pdf = build(body, footer=STAMP)
    assert all("Day What Who" in page for page in pages(pdf))
    assert len(pages(pdf)) > 2
    read = checked(pdf)
    assert [node.role for node in read.root.every()].count("Table") == 1
    assert read.texts("TH")[:4] == ["Day", "What", "Who", "0 March"]
    scopes = [str(node.object.A.Scope) for node in read.root.every() if node.role == "TH"]
    assert scopes == ["/Column"] * 3 + ["/Row"] * 40


def test_a_table_too_wide_for_the_print_becomes_lines_that_say_what_each_cell_is() -> None:
    table = Table(columns=("Day", "What", "Who", "By when"), rows=(("Mon", "Ring", "", "Fri."),))
    body = Body(title="Trial", sections=(Section(heading="Days", table=table),))
    (page,) = pages(build(body, footer=STAMP, size=24))
    assert "Mon. What: Ring. By when: Fri." in page
    assert "Table" not in [
        node.role for node in checked(build(body, footer=STAMP, size=24)).root.every()
    ]


def test_boxes_are_figures_with_words_and_lines_to_write_on_are_said_to_be() -> None:
    read = one(
        Line(text="Ring", box=True),
        Line(text="Write", box=True, ticked=True),
        Line(text="Name: " + "_" * 20),
    )
    alts = [str(node.object.Alt) for node in read.root.every() if node.role == "Figure"]
    assert alts == ["Empty box", "Ticked box"]
    said = [
        str(node.object.ActualText) for node in read.root.every() if "/ActualText" in node.object
    ]
    assert said == ["Name: (space to write)"]


@pytest.mark.parametrize("before", range(0, 40, 3))
def test_room_to_write_runs_on_and_is_read_as_one_space(before: int) -> None:
    read = one(*(Line(text=f"Line {n}.") for n in range(before)), Line(room=30))
    assert read.faults == []
    alts = [str(node.object.Alt) for node in read.root.every() if node.role == "Figure"]
    assert alts == ["Space to write"]


def test_words_in_another_language_say_which_and_a_whole_letter_may() -> None:
    read = one(Line(text="Diolch", lang="cy"), Line(text="Thank you"))
    assert [
        str(node.object.get("/Lang", "")) for node in read.root.every() if node.role == "P"
    ] == [
        "cy",
        "",
    ]
    welsh = Body(title="Llythyr", lang="cy", sections=(Section(heading="", lines=()),))
    pdf = build(welsh, footer=STAMP)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.Lang == "cy"
    assert faults(pdf) == []


def test_a_link_leads_where_it_says_and_may_run_over_a_page() -> None:
    read = one(Line(text=SAID), Line(text=SAID * 7, link="https://example.org/bus"))
    (link,) = [node for node in read.root.every() if node.role == "Link"]
    assert [str(note.A.URI) for note in link.notes] == ["https://example.org/bus"] * 2


def test_marking_footer_and_page_number_are_not_read() -> None:
    pdf = build(EVERY["everything"], footer=STAMP)
    read = checked(pdf)
    whole = read.text(read.root)
    for printed in ("OFFICIAL-SENSITIVE", "Staff copy 1 of 1", "Page 1 of", "protection file"):
        assert printed in " ".join(pages(pdf))
        assert printed not in whole
    assert whole.count("Not for the table") == 1


def test_a_section_longer_than_a_page_runs_on_in_small_print_too() -> None:
    lines = tuple(Line(lead=f"Day {n}.", text=SAID) for n in range(60))
    read = one(*lines)
    assert read.faults == []
    assert [text.split(".")[0] for text in read.texts("LBody")] == [f"Day {n}" for n in range(60)]


def test_two_sections_that_say_the_same_are_both_there() -> None:
    twice = Section(heading="Again", lines=(Line(lead="One.", text="Two"),))
    body = Body(title="Trial", sections=(twice, twice))
    read = checked(build(body, footer=STAMP))
    assert read.faults == []
    assert read.texts("H2") == ["Again", "Again"]


def test_several_sheets_in_one_pdf_each_count_their_own_pages() -> None:
    other = Footer(title="Other", copy="Copy 2 of 2")
    sheets = [
        (EVERY["everything"], STAMP),
        (EVERY["visit_card, staff"], other),
        (samples.slip(), STAMP),
    ]
    told: list[int] = []
    pdf = build_all(sheets, title="Meeting pack", told=told.append)
    read = checked(pdf)
    assert read.faults == []
    assert told == [0, 1, 2]
    assert [node.role for node in read.root.kids] == ["Part"] * 3
    assert read.texts("H1") == [
        "Everything", "Not for the table", "Visit card", "Slip for the designated safeguarding lead"
    ]  # fmt: skip
    alone = [page_count(build(body, footer=footer)) for body, footer in sheets]
    shown = pages(pdf)
    assert len(shown) == sum(alone)
    assert f"Page {alone[0]} of {alone[0]}" in shown[alone[0] - 1]
    assert "Page 1 of 1" in shown[alone[0]]
    assert "Copy 2 of 2" in shown[alone[0]]
    assert pdf == build_all(sheets, title="Meeting pack")


def test_several_sheets_are_listed_beside_the_document_each_in_its_language() -> None:
    welsh = Body(title="Llythyr Żółć", lang="cy", sections=(Section(heading="", lines=()),))
    pdf = build_all([(EVERY["visit_card, staff"], STAMP), (welsh, STAMP)], title="Pack")
    read = checked(pdf)
    assert read.faults == []
    assert [str(part.object.get("/Lang", "")) for part in read.root.kids] == ["", "cy"]
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        listed = [(each.title, each.destination[0].objgen) for each in outline.root]
        assert listed == [
            ("Visit card", opened.pages[0].obj.objgen),
            ("Llythyr Żółć", opened.pages[1].obj.objgen),
        ]


def test_a_pack_of_nothing_is_refused_and_one_can_be_ended_on_the_way() -> None:
    with pytest.raises(CannotPrint, match="There is no sheet in it"):
        build_all([], title="Pack")

    def end(so_far: int) -> None:
        if so_far == 1:
            raise CannotPrint("Ended.")

    with pytest.raises(CannotPrint, match="Ended"):
        build_all([(EVERY["visit_card, staff"], STAMP)] * 3, title="Pack", told=end)


def test_encrypted_it_keeps_its_tags_and_may_be_read_aloud() -> None:
    pdf = build(EVERY["everything"], footer=STAMP)
    safe = locked(pdf, "correct horse")
    assert faults(safe, "correct horse") == []
    with pikepdf.open(BytesIO(safe), password="correct horse") as opened:
        assert opened.is_encrypted
        assert opened.allow.accessibility
    assert checked(safe, "correct horse").texts("H2") == checked(pdf).texts("H2")


lines = st.builds(
    Line,
    lead=st.sampled_from(["", "Monday.", "Łukasz:"]),
    text=st.sampled_from(["", "Said.", SAID, SAID * 3, "Name: " + "_" * 30]),
    detail=st.sampled_from(["", "More.", SAID]),
    box=st.booleans(),
    ticked=st.booleans(),
    large=st.booleans(),
    lang=st.sampled_from(["", "cy"]),
    link=st.sampled_from(["", "https://example.org"]),
    room=st.sampled_from([0, 0, 4, 30]),
)
tables = st.builds(
    Table,
    columns=st.just(("Day", "What", "Who", "By")),
    rows=st.lists(st.tuples(*[st.sampled_from(["", "Mon", SAID])] * 4), max_size=4).map(tuple),
)
sections = st.builds(
    Section,
    heading=st.sampled_from(["Said", "Ελένη", SAID[:200]]),
    lines=st.lists(lines, max_size=4).map(tuple),
    table=st.none() | tables,
    more=st.sampled_from([0, 7]),
    columns=st.booleans(),
)


def test_a_box_with_nothing_but_room_to_write_beside_it_is_an_item_with_a_body() -> None:
    lines = (Line(box=True, room=4), Line(text="Seen.", box=True, room=2))
    pdf = build(Body(title="Form", sections=(Section(heading="To do", lines=lines),)), footer=STAMP)
    assert faults(pdf) == []


@given(
    st.lists(sections, max_size=3).map(tuple), st.lists(sections, max_size=2).map(tuple),
    st.sampled_from(SIZES),
)  # fmt: skip
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_body_holds_it_passes_the_check(
    some: tuple[Section, ...], aside: tuple[Section, ...], size: int
) -> None:
    body = Body(title="Any", sections=some, aside=aside, aside_title="Apart" if aside else "")
    assert faults(build(body, footer=STAMP, size=size)) == []


def test_a_list_that_counts_says_so_and_one_line_alone_is_no_list() -> None:
    read = one(
        Line(lead="9 March.", text="Rang."),
        Line(text="Then:"),
        Line(lead="1.", text="Ring"),
        Line(lead="2.", text="Write"),
        Line(text="Then:"),
        Line(lead="3 April.", text="Met."),
        Line(lead="4 April.", text="Rang."),
    )
    assert read.faults == []
    assert read.texts("P") == ["9 March. Rang.", "Then:", "Then:"]
    lists = [node for node in read.root.every() if node.role == "L"]
    assert [len(each.kids) for each in lists] == [2, 2]
    assert [str(each.object.get("/A", {}).get("/ListNumbering", "")) for each in lists] == [
        "/Decimal", ""
    ]  # fmt: skip
