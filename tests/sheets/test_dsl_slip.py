"""The papers of a Monday: slip, call list and visit card say what they must and no more."""

from __future__ import annotations

from datetime import date

from liaison.sheets.call_list import AbsentLine, ToRing, call_list, call_list_footer
from liaison.sheets.dsl_slip import SlipWords, dsl_footer, dsl_slip
from liaison.sheets.printing import build
from liaison.sheets.visit_card import VisitCard, visit_card, visit_footer
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


def test_a_restriction_and_a_social_worker_stand_on_the_last_page_only() -> None:
    absent = [
        AbsentLine(
            child="Zara Khan",
            year="Year 6",
            numbers=[
                ToRing(who="Mrs Amina Khan, mother", number="07700 900412", outcome="No answer"),
                ToRing(who="Mr Shahid Khan", number="07700 900413", know="Asked by Mrs Khan."),
            ],
        ),
        AbsentLine(child="Leo Byrne", note="Has a social worker: tell them."),
    ]
    body = call_list(absent, on=MONDAY, school="Oakfield Primary")
    stamp = call_list_footer(officer=OFFICER, printed_at=AT, marking="OFFICIAL")
    table, aside = pages(build(body, footer=stamp))
    assert "2 children absent. The last page is not for the table." in table
    assert "07700 900412 Mrs Amina Khan, mother. No answer" in table
    assert "No number to ring. Ask the office." in table
    assert table.count("See the last page first.") == 2
    for kept_apart in ("Asked by Mrs Khan.", "social worker"):
        assert kept_apart not in table
        assert kept_apart in aside
    assert aside.startswith("OFFICIAL Not for the table")


def test_a_call_list_without_anything_to_know_is_one_page() -> None:
    absent = [AbsentLine(child="Ali", numbers=[ToRing(who="Mrs Khan", number="07700 900412")])]
    stamp = call_list_footer(officer="", printed_at=AT)
    (page,) = pages(build(call_list(absent, on=MONDAY), footer=stamp))
    assert "Monday 23 November 2026. 1 child absent." in page
    assert "Outcome and time: ___" in page
    assert "by Mrs" not in page


def test_the_visit_card_says_next_to_nothing() -> None:
    card = VisitCard(name="Amina K.", phone="07700 900412", purpose="3", due_back_at="15:30")
    (page,) = pages(build(visit_card(card), footer=visit_footer(AT)))
    for said in ("Amina K.", "07700 900412", "3:30pm", "Returned and shredded"):
        assert said in page
    bare = VisitCard(name="Amina K.", phone="", purpose="", due_back_at="15:30")
    (page,) = pages(build(visit_card(bare), footer=visit_footer(AT)))
    assert page.count("None") == 2
