"""How people are reached, and what stays off the table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.model.copies.table import at_the_table
from liaison.model.family import LivesThere
from liaison.model.fields import Audience
from liaison.model.reach import ContactPoint, ContactPreference, PointKind
from liaison.model.restriction import Force, What
from tests.sheets.pages import body_of, pages, planted_on, printed, said, text
from tests.sheets.records import (
    ALI,
    MUM,
    ZARA,
    address,
    family,
    khans,
    phone,
    restriction,
    staff,
    word,
)

FAMILY, HANDOVER = Audience.FAMILY, Audience.HANDOVER


def test_the_first_to_ring_stands_with_her_number_and_what_suits_her() -> None:
    body = body_of(staff(khans()))
    reach = said(body, "How to reach them")
    assert "Mrs Amina Khan. First to ring. Best: Text message" in reach
    assert "07700 900123" in reach
    assert "01632 960456" not in reach
    assert "01632 960456" in said(body, "How to reach the others")


def test_who_is_met_at_the_table_is_the_one_whose_number_may_lie_there() -> None:
    body = body_of(staff(khans(), reader="dad"))
    assert "01632 960456" in said(body, "How to reach them")
    assert "07700 900123" in said(body, "How to reach the others")


def test_two_who_are_known_to_live_together_share_the_page() -> None:
    record = khans()
    home = tuple(replace(each, lives_there=LivesThere.YES) for each in record.memberships)
    body = body_of(staff(replace(record, memberships=home)))
    reach = said(body, "How to reach them")
    assert "07700 900123" in reach
    assert "01632 960456" in reach


def test_with_a_restriction_or_a_confidential_address_no_number_lies_on_the_table() -> None:
    for record in (
        khans(restrictions=(restriction(What.ATTEND),)),
        khans(addresses=(address("mum", confidential=True),)),
    ):
        first, last = pages(printed(record))
        assert "07700" not in first
        assert "07700 900123" in last
    assert "Address confidential, not printed" in last


def test_an_adult_the_school_must_not_contact_is_not_under_how_to_reach_them() -> None:
    body = body_of(staff(khans(restrictions=(restriction(What.CONTACT),))))
    assert "Tariq" not in said(body, "How to reach them")


def test_restrictions_come_first_on_the_last_page_the_strongest_first() -> None:
    wish = restriction(What.ATTEND, force=Force.WISH, asked_by="Mrs Khan")
    first, last = pages(printed(khans(restrictions=(wish, restriction(What.COLLECT)))))
    assert "must not collect" not in first
    assert last.startswith("Not for the table Restrictions Do not hand over.")
    assert last.index("Court order, read 9 Nov 2026") < last.index("Asked by Mrs Khan")
    assert last.index("Asked by Mrs Khan") < last.index("How to reach the others")


def test_a_family_with_nothing_to_keep_off_the_table_has_one_page() -> None:
    record = khans(
        people=(MUM, ZARA, ALI), points=(phone("mum", "07700 900123"),), follow_ups=(), barriers=()
    )
    (page,) = pages(printed(record))
    assert "Not for the table" not in page
    assert "last page" not in page


def test_every_word_of_a_restriction_is_printed_however_long() -> None:
    long = " ".join(f"clause{number}" for number in range(900))
    record = khans(restrictions=(restriction(What.COLLECT, words=long),))
    shown = text(printed(record))
    assert all(f"clause{number}" in shown for number in (0, 450, 899))


def test_a_family_copy_and_a_handover_have_no_last_page() -> None:
    record = khans(restrictions=(restriction(What.COLLECT),))
    for pdf in (printed(record, FAMILY, "mum"), printed(record, HANDOVER)):
        assert "Not for the table" not in text(pdf)


def test_a_number_says_whether_a_message_is_safe_and_who_else_sees_it() -> None:
    mail = ContactPoint(
        id="e", person="dad", kind=PointKind.EMAIL, value="t@example.org", also_seen_by="Partner"
    )
    plain = replace(mail, id="p", also_seen_by="", value="k@example.org")
    quiet = ContactPoint(id="q", person="dad", place="work", value="01632 960789", never_at="noon")
    body = body_of(staff(khans(points=(mail, plain, quiet))))
    others = said(body, "How to reach the others")
    assert "E-mail t@example.org (also seen by Partner)." in others
    assert "E-mail k@example.org." in others
    assert "Work 01632 960789 (leave no message, never at noon)." in others


def test_her_own_copy_shows_how_we_reach_her() -> None:
    reach = said(body_of(family(khans(), "mum")), "How we reach you")
    assert "Phone 07700 900123." in reach
    assert "Mum Street" in reach
    assert "message" not in reach.replace("Text message", "")


def test_nobody_to_reach_is_no_section_and_nobody_at_the_table() -> None:
    alone = staff(khans(people=(ZARA, ALI)))
    assert at_the_table(alone) == frozenset()
    assert at_the_table(family(khans())) == frozenset()
    assert "How to reach them" not in [each.heading for each in body_of(alone).sections]


def test_what_suits_an_adult_is_said_in_full_words() -> None:
    likes = ContactPreference(id="l", person="mum", format="large_print", interpreter="Urdu")
    record = khans(preferences=(likes,), points=(), addresses=(), people=(MUM, ZARA))
    assert said(body_of(staff(record)), "How to reach them").strip() == (
        "Mrs Amina Khan. First to ring. Interpreter: Urdu. Letters as: Large print."
    )


@pytest.mark.parametrize(
    ("audience", "reader", "there"),
    [
        (Audience.STAFF, "", ("withmum", "facts")),
        (FAMILY, "mum", ("withmum", "facts")),
        (FAMILY, "dad", ("withdad", "facts")),
        (HANDOVER, "", ("zaraworry", "words")),
    ],
)
def test_what_a_copy_is_for_reaches_its_page(
    audience: Audience, reader: str, there: tuple[str, str]
) -> None:
    assert word(*there) in planted_on(printed(khans(), audience, reader, size=14))


@pytest.mark.parametrize("size", [12, 24])
def test_each_page_that_stays_off_the_table_says_so(size: int) -> None:
    long = " ".join(f"clause{number}" for number in range(900))
    record = khans(restrictions=(restriction(What.COLLECT, words=long),))
    shown = pages(printed(record, size=size))
    first = next(at for at, page in enumerate(shown) if "Restrictions" in page)
    assert len(shown) - first > 1
    assert all(page.startswith("Not for the table") for page in shown[first:])
    assert not any(page.startswith("Not for the table") for page in shown[:first])
