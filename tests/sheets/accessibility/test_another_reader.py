"""What another program finds: our structure as PDFium, which browsers use, reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from liaison.sheets.bidi import leftward
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.fonts import printable
from liaison.sheets.printing import build, locked
from liaison.sheets.scale import SIZES
from tests.sheets.accessibility import samples
from tests.sheets.accessibility.other_reader import Read, language, pages
from tests.sheets.accessibility.samples import STAMP
from tests.sheets.test_scripts import WORDS, letter

EVERY = {name: replace(body, one_page=False) for name, body in samples.every()}
"""With nothing cut to fit one page, so that everything a body holds must be found."""

SHEETS = [name for name in EVERY if name != "everything"]
"""Those none of whose rows and words run over two pages, which PDFium reads one after another."""

BODY = Body(
    title="Trial",
    under=("For staff",),
    sections=(
        Section(
            heading="To do", lines=(Line(text="Ring", box=True), Line(text="Diolch", lang="cy"))
        ),
        Section(heading="Days", table=Table(columns=("Day", "What"), rows=(("Mon", "Call"),))),
    ),
)
AS_WRITTEN = [
    "Document",
    *("H1", "P"),
    *("Sect", "H2", "L", "LI", "Lbl", "Figure: Empty box", "LBody", "P"),
    *("Sect", "H2", "Table", "TR", "TH", "TH", "TR", "TH", "TD"),
]


def read(pdf: bytes, password: str = "") -> list[Read]:
    """The elements of all pages, one page after another."""
    return [each for page in pages(pdf, password) for each in page]


def roles(pdf: bytes, password: str = "") -> list[str]:
    return [f"{x.role}: {x.alt}" if x.alt else x.role for x in read(pdf, password)]


def written(body: Body, *, columns: bool) -> Iterator[str]:
    """What the body says, in order; of tables the names of ``columns`` too."""
    yield from (body.title, *body.under)
    for section in (*body.sections, None, *body.aside):
        if section is None:
            yield body.aside_title if body.aside else ""
            continue
        yield section.heading
        for line in section.lines:
            yield from (line.lead, line.text, line.detail)
        if section.table:
            yield from section.table.columns if columns else ()
            yield from (cell for row in section.table.rows for cell in row)
        if section.more:
            yield f"and {section.more} more in the record"


def in_order(body: Body, *, columns: bool = True) -> list[str]:
    return " ".join(map(printable, written(body, columns=columns))).split()


def test_another_program_reads_the_same_structure() -> None:
    assert roles(build(BODY, footer=STAMP)) == AS_WRITTEN


def test_it_reads_it_from_an_encrypted_file_too() -> None:
    safe = locked(build(BODY, footer=STAMP), "correct horse")
    assert roles(safe, "correct horse") == AS_WRITTEN


def test_it_reads_languages_and_what_the_headings_of_a_table_head() -> None:
    pdf = build(BODY, footer=STAMP)
    found = read(pdf)
    assert language(pdf) == "en-GB"
    assert [(each.words, each.lang) for each in found if each.lang] == [("Diolch", "cy")]
    assert [(each.words.strip(), each.scope) for each in found if each.scope] == [
        ("Day", "Column"), ("What", "Column"), ("Mon", "Row")
    ]  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_every_word_of_every_sheet_is_read_in_the_order_it_was_written(name: str) -> None:
    body = EVERY[name]
    found = read(build(body, footer=STAMP))
    assert " ".join(each.words for each in found).split() == in_order(body)
    headings = [each.words.strip() for each in found if each.role in ("H1", "H2")]
    assert headings == [
        " ".join(printable(each).split())
        for each in (
            body.title,
            *(section.heading for section in body.sections),
            *((body.aside_title,) if body.aside else ()),
            *(section.heading for section in body.aside),
        )
        if each
    ]


@pytest.mark.parametrize("size", SIZES[1:])
@pytest.mark.parametrize("name", SHEETS)
def test_no_word_is_lost_or_moved_where_large_print_sets_it_otherwise(name: str, size: int) -> None:
    body = EVERY[name]
    found = read(build(body, footer=STAMP, size=size))
    words = (word.rstrip(".:") for word in " ".join(each.words for each in found).split())
    wanted = [each.rstrip(".:") for each in in_order(body, columns=False)]
    lost = [each for each in wanted if each not in words]
    assert lost == []


@pytest.mark.parametrize("name", EVERY)
def test_every_box_and_every_room_to_write_is_said_and_every_heading_of_a_table_heads(
    name: str,
) -> None:
    body = EVERY[name]
    found = read(build(body, footer=STAMP))
    lines = [line for section in (*body.sections, *body.aside) for line in section.lines]
    boxes = sum(line.box for line in lines)
    rooms = sum(bool(line.room) for line in lines)
    said = [each.alt for each in found if each.role == "Figure" and each.alt]
    assert sum(each in ("Empty box", "Ticked box") for each in said) == boxes
    assert sum(each == "Space to write" for each in said) == rooms
    assert all(each.scope in ("Row", "Column") for each in found if each.role == "TH")


@pytest.mark.parametrize("lang", WORDS)
def test_a_letter_in_each_script_says_its_words_whole_and_its_language(lang: str) -> None:
    found = read(build(letter(lang, WORDS[lang]), footer=STAMP))
    (paragraph,) = [each for each in found if each.role == "P"]
    assert (paragraph.aloud or paragraph.words, paragraph.lang) == (WORDS[lang], lang)
    (item,) = [each for each in found if each.role == "LBody"]
    assert (item.aloud or item.words) == f"{WORDS[lang]} Hall"


@pytest.mark.parametrize("lang", [lang for lang in WORDS if not leftward(lang)])
def test_words_of_scripts_that_run_right_are_found_when_a_page_is_searched(lang: str) -> None:
    with pypdfium2.PdfDocument(build(letter(lang, WORDS[lang]), footer=STAMP)) as document:
        found = document[0].get_textpage().get_text_range().split()
    assert [each for each in WORDS[lang].split() if each not in found] == []
