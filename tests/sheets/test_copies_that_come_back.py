"""The visit card, the ring-round's list, and the day every staff copy is to be shredded by."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from liaison.casework.copies import Wish
from liaison.casework.for_paper import Decided, Needs
from liaison.casework.shredding import TITLES
from liaison.casework.visit_papers import VisitCard
from liaison.model.fields import Audience
from liaison.model.settings import Settings
from liaison.sheets import SHEETS, Sheet, sheet_called
from liaison.sheets.making import made, made_copies
from liaison.sheets.sheet import House, Shred, footer_of, shred_by
from tests.sheets.accessibility.samples import MATTERS
from tests.sheets.day_records import card, ring_round
from tests.sheets.pages import AT, OFFICER, label, pages
from tests.sheets.records import FAMILY, TODAY

HOUSE = House(
    settings=Settings(school="Oakfield Primary", officer=OFFICER, marking="OFFICIAL"), label=label
)
BY_STAFF = [each for each in SHEETS if Audience.STAFF in each.audiences]
KEPT = {"attendance_contract", "support_review", "visit_record", "my_week"}
SAME_DAY = {"call_sheet", "call_list", "visit_card"}


def decided(sheet: Sheet, audience: Audience = Audience.STAFF, **more: Any) -> Decided[Any]:
    matter = MATTERS.get(sheet.code) or MATTERS[sheet.needs.value]
    wish = Wish(audience=audience, **more)
    return Decided(matter=matter(audience), wish=wish, today=TODAY, families=(FAMILY,))


def footer(sheet: Sheet, audience: Audience = Audience.STAFF, house: House = HOUSE) -> str:
    return " ".join(footer_of(sheet, decided(sheet, audience), house, AT).notice.split())


def printed(code: str, matter: Any) -> list[str]:
    sheet = sheet_called(code)
    given = replace(decided(sheet), matter=matter)
    return pages(made(sheet, given, house=HOUSE, printed_at=AT).pdf)


def test_a_staff_copy_says_by_when_it_is_shredded_and_a_family_copy_does_not() -> None:
    summary = sheet_called("family_summary")
    assert footer(summary).endswith("Shred by 7 December 2026.")
    for audience in (Audience.FAMILY, Audience.HANDOVER):
        assert "Shred" not in footer(summary, audience)
    house = replace(HOUSE, settings=replace(HOUSE.settings, shred_after=3))
    assert footer(summary, house=house).endswith("Shred by 26 November 2026.")


@pytest.mark.parametrize("sheet", BY_STAFF, ids=lambda each: each.code)
def test_every_staff_copy_but_what_is_signed_or_filled_in_has_its_day(sheet: Sheet) -> None:
    day = shred_by(sheet, decided(sheet), HOUSE, AT)
    if sheet.needs is Needs.NOTHING or sheet.code in KEPT:
        assert day is None
        assert "Shred by" not in footer(sheet)
    else:
        waits = 0 if sheet.code in SAME_DAY else 14
        assert day == AT.date() + timedelta(days=waits)
        assert TITLES[sheet.code] == sheet.title


def test_each_numbered_copy_is_noted_with_its_day() -> None:
    sheet = sheet_called("family_summary")
    copies = [decided(sheet, copy_number=number, copies=2) for number in (1, 2)]
    notes = made_copies(sheet, copies, house=HOUSE, printed_at=AT).notes
    assert [(each.wish.copy_number, each.shred_by) for each in notes] == [
        (1, datetime(2026, 12, 7, tzinfo=AT.tzinfo).date()),
        (2, datetime(2026, 12, 7, tzinfo=AT.tzinfo).date()),
    ]
    (family,) = made(
        sheet, decided(sheet, Audience.FAMILY, reader="mum"), house=HOUSE, printed_at=AT
    ).notes
    assert family.shred_by is None


def test_the_visit_card_says_next_to_nothing() -> None:
    (page,) = printed("visit_card", card(Audience.STAFF))
    for said in ("Amina K.", "07700 900412", "3:30pm", "Returned and shredded", "Bring it back."):
        assert said in page
    assert "Staff copy 1 of 1. Printed, 23 November 2026 at 10:05" in page
    assert "Bring it back. Shred by 23 November 2026." in page
    for never in ("Oakfield", OFFICER, "OFFICIAL", "Khan", "protection"):
        assert never not in page
    bare = VisitCard(name="", phone="", purpose="", due_back_at="15:30")
    (page,) = printed("visit_card", bare)
    assert page.count("None") == 2
    assert "Not named" in page


def test_a_restriction_and_a_social_worker_stand_on_the_last_page_only() -> None:
    table, aside = printed("call_list", ring_round(Audience.STAFF))
    assert "Oakfield Primary. Monday 23 November 2026. 2 children absent." in table
    assert "The last page is not for the table." in table
    assert "07700 900412 Mrs Amina Khan, mother. No answer, 9:20am" in table
    assert "No number to ring. Ask the office." in table
    assert table.count("See the last page first.") == 2
    for kept_apart in ("Asked by Mrs Khan.", "social worker"):
        assert kept_apart not in table
        assert kept_apart in aside
    assert aside.startswith("OFFICIAL Not for the table")
    assert "Staff copy 1 of 1. Printed by Mrs A Officer" in table


def test_a_call_list_without_anything_to_know_is_one_page() -> None:
    whole = ring_round(Audience.STAFF)
    (zara, _) = whole.absent
    alone = replace(whole, absent=(replace(zara, numbers=zara.numbers[:1]),), tries=())
    (page,) = printed("call_list", alone)
    assert "1 child absent." in page
    assert "Outcome and time: ___" in page
    assert "Shred by 23 November 2026" in page


def test_shredding_is_one_of_three_ways() -> None:
    found = {each.code: each.shred for each in SHEETS}
    assert {code for code, when in found.items() if when is Shred.SAME_DAY} == SAME_DAY
    assert {code for code, when in found.items() if when is Shred.KEPT} == KEPT
