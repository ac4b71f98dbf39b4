"""The record's state on paper: one page without names, with how to check it and what it is not."""

from datetime import UTC, datetime
from io import BytesIO

import pypdf

from liaison.sheets.printing import build
from liaison.sheets.record_state import record_state, record_state_footer

AT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
PRINTED = "142-7F3A-9C21-04BE-D771"


def test_it_is_one_page_with_the_number_the_groups_and_the_way_to_check_them() -> None:
    body = record_state(PRINTED, school="Oakfield Primary School", printed_at=AT)
    footer = record_state_footer(officer="Mrs A Officer", printed_at=AT, marking="For staff")
    reader = pypdf.PdfReader(BytesIO(build(body, footer=footer)))
    assert len(reader.pages) == 1
    words = " ".join(reader.pages[0].extract_text().split())
    for said in (
        "Record as it stood on Monday 23 November 2026",
        "142",
        "7F3A-9C21-04BE-D771",
        "Settings, Checks",
        "What it does not prove",
        "Printed by Mrs A Officer, 23 November 2026 at 10:42",
    ):
        assert said in words


def test_without_an_officer_it_names_nobody() -> None:
    assert record_state_footer(officer="", printed_at=AT).copy == (
        "Printed, 23 November 2026 at 10:42"
    )
