"""Packs for meetings: what goes in, for whom, numbered, and nothing that must not be there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from liaison.casework.copies import Wish
from liaison.casework.letters import LetterWish
from liaison.casework.packs import PackPart, PackWish
from liaison.errors import CannotPrint
from liaison.model.agenda import AgendaItem, MeetingAction
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.letter import LetterKind
from liaison.model.meeting import Comes, Instead, Meeting, MeetingPerson
from liaison.model.restriction import What
from liaison.sheets.letter import letter_sheet
from liaison.sheets.making import make as make_sheet
from liaison.sheets.pack import (
    MadePack,
    Packs,
    decide_day,
    decide_packs,
    draw_packs,
    joined_packs,
)
from liaison.sheets.sheet import House
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.sheets.pages import everything

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
FAMILY = Audience.FAMILY
TWO = (("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father"))


def packed(store: Store, packs: Packs) -> MadePack:
    house = House(settings=store.settings, label=store.label)
    return draw_packs(packs, house=house, printed_at=AT)


def pack(store: Store, meeting: str, **wish: object) -> MadePack:
    wanted = PackWish(**wish)  # type: ignore[arg-type]
    return packed(store, decide_packs(store, meeting, wanted, today=TODAY))


@pytest.fixture
def khans(make: Make) -> Made:
    return make.family(adults=TWO)


@pytest.fixture
def met(make: Make, khans: Made) -> Meeting:
    make.barrier(khans, words="BARRIERWORDS")
    make.contact(khans, facts="OLDFACTS", held_on=TODAY - timedelta(days=60))
    make.contact(khans, facts="NEWFACTS", held_on=TODAY - timedelta(days=2))
    return make.meeting(khans).meeting


def test_only_what_is_ticked_goes_in(store: Store, met: Meeting) -> None:
    agenda = pack(store, met.id, parts=frozenset({PackPart.AGENDA}))
    assert "What we see: facts" in agenda.text
    for never in ("BARRIERWORDS", "NEWFACTS", "How to reach them"):
        assert never not in agenda.text
    summary = pack(store, met.id, parts=frozenset({PackPart.SUMMARY}))
    assert "How to reach them" in summary.text
    assert "BARRIERWORDS" not in summary.text
    barriers = pack(store, met.id, parts=frozenset({PackPart.BARRIERS}))
    assert "BARRIERWORDS" in barriers.text
    assert "What we see: facts" not in barriers.text


def test_contacts_begin_on_the_day_that_is_asked_for(store: Store, met: Meeting) -> None:
    parts = frozenset({PackPart.TIMELINE})
    since = pack(store, met.id, parts=parts, since=TODAY - timedelta(days=7))
    assert "NEWFACTS" in since.text
    assert "OLDFACTS" not in since.text
    assert "Since 16 November 2026" in since.text
    assert "OLDFACTS" in pack(store, met.id, parts=parts).text


def test_each_copy_is_numbered_and_noted(store: Store, met: Meeting) -> None:
    made = pack(store, met.id, audience=FAMILY, copies=2)
    for reader in ("Mrs Amina Khan", "Mr Tariq Khan"):
        for number in (1, 2):
            assert f"Copy {number} of 2 for {reader}" in made.text
    held = {(each.wish.reader, each.wish.copy_number) for each in made.notes}
    assert len(held) == len(made.notes) == 4
    assert {(each.sheet, each.shred_by) for each in made.notes} == {("pack", None)}
    assert "Shred" not in made.text
    assert made.reading is not None
    staff = pack(store, met.id)
    assert [each.shred_by for each in staff.notes] == [date(2026, 12, 7)]
    assert "Shred by 7 December 2026." in " ".join(staff.text.split())


def test_a_days_packs_go_on_where_one_meeting_has_none(
    store: Store, make: Make, khans: Made, met: Meeting
) -> None:
    alone = make.meeting(khans, coming=()).meeting
    wish = PackWish(audience=FAMILY)
    found = joined_packs(decide_day(store, (alone.id, met.id), wish, today=TODAY))
    assert len(found.packs) == 2
    assert "Nobody of the family is asked" in packed(store, found).warnings[0]
    with pytest.raises(CannotPrint, match="Nobody of the family is asked"):
        joined_packs(decide_day(store, (alone.id,), wish, today=TODAY))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (PackWish(parts=frozenset()), "nothing in this pack"),
        (PackWish(audience=Audience.HANDOVER), "for staff or for the family"),
        (PackWish(copies=0), "one at least"),
        (PackWish(copies=21), "at most twenty"),
        (PackWish(parts=frozenset({PackPart.ATTENDANCE})), "nothing is recorded"),
        (PackWish(size=13), "13 pt is not offered"),
    ],
)
def test_a_pack_that_cannot_be_made_says_why(
    store: Store, met: Meeting, wish: PackWish, said: str
) -> None:
    with pytest.raises(CannotPrint, match=said):
        packed(store, decide_packs(store, met.id, wish, today=TODAY))
    with pytest.raises(CannotPrint, match="not in the record"):
        decide_packs(store, "nowhere", PackWish(), today=TODAY)


def test_a_restricted_adult_gets_none_and_the_others_theirs(
    store: Store, make: Make, khans: Made, met: Meeting
) -> None:
    make.restriction(khans, khans.adults[1], what=What.INFORMATION)
    made = pack(store, met.id, audience=FAMILY)
    assert "No copy for Mr Tariq Khan" in made.warnings[0]
    assert "for Mr Tariq" not in made.text
    with pytest.raises(CannotPrint, match="No copy for Mr Tariq Khan"):
        pack(store, met.id, audience=FAMILY, reader=khans.adults[1].id)


def test_the_work_ends_where_whoever_is_told_says_so(store: Store, met: Meeting) -> None:
    house = House(settings=store.settings, label=store.label)
    packs = decide_packs(store, met.id, PackWish(), today=TODAY)
    told: list[int] = []

    def stop(at: int) -> None:
        told.append(at)
        if at:
            raise CannotPrint("Enough.")

    with pytest.raises(CannotPrint, match="Enough"):
        draw_packs(packs, house=house, printed_at=AT, told=stop)
    assert told == [0, 1]


@pytest.mark.slow
def test_four_hundred_pages_are_one_file_in_their_order(
    store: Store, make: Make, khans: Made, met: Meeting
) -> None:
    every = [met.id, *(make.meeting(khans).meeting.id for _ in range(4))]
    wish = PackWish(parts=frozenset(PackPart), copies=20)
    told: list[int] = []
    house = House(settings=store.settings, label=store.label)
    packs = joined_packs(decide_day(store, every, wish, today=TODAY))
    made = draw_packs(packs, house=house, printed_at=AT, told=told.append)
    assert made.pages >= 400
    assert told == list(range(5 * 3 * 20))
    assert made.text.count("Staff copy 20 of 20") == 5 * 3
    assert made.warnings[-1].startswith(f"{made.pages} pages are many.")


HIDDEN = {
    "opening": "QOPENING",
    "standby": "QSTANDBY",
    "standby_extension": "QEXTENSION",
    "notes": "QNOTES",
    "view": "QVIEW",
    "child_voice": "QVOICE",
    "disagreement": "QDISAGREED",
    "reason": "QREASON",
}


@pytest.fixture
def planted(store: Store, make: Make, khans: Made, met: Meeting) -> Meeting:
    """The meeting with a word of its own in each place that no family copy may have."""
    mum, dad = khans.adults
    make.phone(dad, "07700 900999")
    with store.saving() as saving:
        kept = saving.change(replace(met, **HIDDEN, outcome="QOUTCOME"))
        saving.add(
            MeetingPerson(
                family=khans.id,
                meeting=met.id,
                name="QLEFTOUTNAME",
                comes=Comes.LEFT_OUT,
                instead=Instead.REASON,
                left_out_reason="QLEFTOUT",
            )
        )
        saving.add(
            AgendaItem(
                family=khans.id, meeting=met.id, what="QITEM", detail="QDETAIL", said="QSAID"
            )
        )
        for action, person in (("QDADSACTION", dad.id), ("QMUMSACTION", mum.id)):
            saving.add(
                MeetingAction(
                    family=khans.id,
                    meeting=met.id,
                    action=action,
                    side=Side.FAMILY,
                    person=person,
                    due=date(2026, 12, 1),
                )
            )
    return kept


@pytest.mark.parametrize("size", [12, 24])
def test_nothing_a_family_may_not_read_is_anywhere_in_the_file(
    store: Store, khans: Made, planted: Meeting, size: int
) -> None:
    mum = khans.adults[0].id
    made = pack(
        store, planted.id, audience=FAMILY, reader=mum, parts=frozenset(PackPart), size=size
    )
    letter = make_sheet(
        store,
        letter_sheet(LetterWish(kind=LetterKind.FOLLOW_UP)),
        planted.id,
        Wish(audience=FAMILY, reader=mum, size=size),
        today=TODAY,
        printed_at=AT,
    )
    for pdf in (made.pdf, letter.pdf):
        whole = everything(pdf)
        for never in (
            *HIDDEN.values(),
            *("QLEFTOUT", "QDETAIL", "QSAID", "QDADSACTION", "900999", "Honest", "NEWFACTS"),
        ):
            assert never not in whole
    assert "QITEM" in everything(made.pdf)
    for expected in ("QMUMSACTION", "QOUTCOME"):
        assert expected in everything(letter.pdf)
    staff = everything(pack(store, planted.id, parts=frozenset(PackPart), size=size).pdf)
    assert "QOPENING" in staff
