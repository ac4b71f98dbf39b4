"""The slip for the safeguarding lead says what it must and no more."""

from __future__ import annotations

from datetime import date

from liaison.sheets.dsl_slip import SlipWords, dsl_footer, dsl_slip
from liaison.sheets.printing import build
from tests.sheets.pages import AT, OFFICER, pages

MONDAY = date(2026, 11, 23)


def slip_pages(**more: str) -> list[str]:
    slip = SlipWords(
        about=more.get("about", "Ali Khan, Year 3"),
        words="He said: “I do not want to go home.”\n\nI asked nothing more.",
        heard_on=MONDAY,
        heard_at=more.get("heard_at", "09:05"),
        signed=OFFICER,
        handed_to=more.get("handed_to", ""),
    )
    return pages(build(dsl_slip(slip, school="Oakfield Primary"), footer=dsl_footer(AT)))


def test_the_slip_has_the_exact_words_the_time_and_room_to_sign() -> None:
    (page,) = slip_pages()
    for said in (
        "He said: “I do not want to go home.”",
        "I asked nothing more.",
        "Monday 23 November 2026, 9:05am",
        "Mrs A Officer",
        "Signature: ___",
        "Name: ___",
        "Private and confidential",
        "The only copy.",
    ):
        assert said in page


def test_a_slip_names_who_took_it_and_may_name_no_child() -> None:
    (page,) = slip_pages(about="", heard_at="", handed_to="Mrs Hall")
    assert "Not named" in page
    assert "Mrs Hall" in page
    assert "Name: ___" not in page
