"""Phone numbers, times and postcodes stay on one line in every kind of paragraph."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest

from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.fonts import TOGETHER
from liaison.sheets.printing import build
from liaison.sheets.scale import Scale
from liaison.sheets.shaped import Shaped
from liaison.sheets.words import kept_together
from tests.sheets.accessibility.checking import faults
from tests.sheets.accessibility.samples import STAMP

KEPT = ("01632 960 123", "(01632) 960123", "3:30 pm", "10 am", "ZZ99 3VZ", "+44 7700 900123")
BEFORE = {
    "one face": "Ring us any day you like ",
    "two faces": "Ring Nguyễn Thị Ánh any day ",
    "Georgian": "დაგვირეკეთ სკოლაში ნებისმიერ დღეს ",
    "Armenian": "Զանգահարեք մեզ դպրոց ցանկացած օր ",
    "Hindi": "हमें स्कूल में किसी भी दिन फ़ोन करें ",
    "Amharic": "በማንኛውም ቀን ወደ ትምህርት ቤት ይደውሉ ",
    "Arabic": "اتصل بنا في المدرسة في أي يوم ",
}
NARROW = 170.0
Place = Callable[[str], Section]
PLACES: dict[str, Place] = {
    "across the page": lambda said: Section(heading="", lines=(Line(text=said),)),
    "beside its heading": lambda said: Section(heading="Phone", lines=(Line(text=said),)),
    "after a lead": lambda said: Section(heading="", lines=(Line(lead="Ring.", text=said),)),
    "detail": lambda said: Section(heading="Phone", lines=(Line(text="x", detail=said),)),
    "beside a box": lambda said: Section(heading="", lines=(Line(text=said, box=True),)),
    "in columns": lambda said: Section(
        heading="Phone", lines=(Line(lead="Mum", text=said),), columns=True
    ),
    "in a table": lambda said: Section(
        heading="Phone", table=Table(columns=("Who", "How"), rows=(("Mum", said),))
    ),
}


def lines_of(body: Body, size: int = 12) -> list[str]:
    reader = pypdf.PdfReader(BytesIO(build(body, footer=STAMP, size=size)))
    shown = [page.extract_text(extraction_mode="plain") for page in reader.pages]
    return [" ".join(each.split(" ")) for page in shown for each in page.splitlines()]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [12, 24])
def test_what_is_read_as_one_stays_on_one_line_wherever_it_stands(place: str, size: int) -> None:
    for kept in KEPT:
        filling = [f"{'and so on ' * 3}{'i' * wide} {kept} or not" for wide in range(1, 30, 3)]
        body = Body(title="Trial", sections=tuple(map(PLACES[place], filling)))
        whole = [each for each in lines_of(body, size) if kept in each]
        assert len(whole) == len(filling), kept


def lines_of_words(text: str, size: int, width: float) -> list[str]:
    """The lines one paragraph is broken into."""
    scale = Scale(size=size, width=width)
    said = scale.paragraph(scale.runs(text))
    said.wrap(width, 1000)
    if isinstance(said, Shaped):
        return [said.whole[each.start : each.stop] for each in said.lines]
    broken = said.blPara
    simple = ((line[1] if broken.kind == 0 else [each.text for each in line.words])
              for line in broken.lines)  # fmt: skip
    return [" ".join(each).replace(TOGETHER, " ") for each in simple]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("kept", KEPT)
def test_it_stays_whole_in_every_script_wherever_the_line_would_end(before: str, kept: str) -> None:
    broken = set()
    for wide in range(1, 15):
        lines = lines_of_words(f"{BEFORE[before]}{'m' * wide} {kept} x", 12, NARROW)
        assert sum(kept in each for each in lines) == 1
        broken.add(next(at for at, each in enumerate(lines) if kept in each))
    assert len(broken) > 1


def test_where_it_has_no_room_it_is_parted_at_its_spaces_alone() -> None:
    assert lines_of_words("Ring +44 7700 900123 now", 24, 110) == [
        "Ring +44",
        "7700",
        "900123",
        "now",
    ]


def test_a_long_row_of_numbers_is_no_phone_number() -> None:
    row = " ".join(str(each) for each in range(10, 60))
    assert kept_together((("Atkinson", row),)) == ((("Atkinson", row),), [])
    assert len(lines_of_words(row, 12, NARROW)) > 4


def test_on_the_page_it_is_copied_with_plain_spaces_and_tagged_without_fault() -> None:
    lines = tuple(Line(text=f"{BEFORE[each]} {KEPT[0]}") for each in BEFORE)
    body = Body(title="Trial", sections=(Section(heading="", lines=lines),))
    assert faults(build(body, footer=STAMP)) == []
    assert not any(TOGETHER in each for each in lines_of(body))
