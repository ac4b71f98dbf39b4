"""Every paper of a hostile record, for every reader, searched for every word that is not hers."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from liaison.casework.copies import CopyMade, Wish, note_copies
from liaison.casework.handing_on import mail_for, meeting_for_calendar, note_handed_on
from liaison.casework.letters import LetterWish
from liaison.casework.packs import PackPart, PackWish
from liaison.errors import CannotPrint
from liaison.exchange.calendar_file import calendar_file
from liaison.model.fields import Audience
from liaison.model.letter import LETTERS, LetterKind
from liaison.model.settings import SharingLog
from liaison.sheets import SHEETS
from liaison.sheets.as_text import text_of
from liaison.sheets.letter import letter_body, letter_sheet
from liaison.sheets.making import make as made_of
from liaison.sheets.pack import decide_packs, draw_packs
from liaison.sheets.printing import locked
from liaison.sheets.sheet import House, Sheet
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.sheets.hostile import DADS, EVERYBODYS, MUMS, NOBODYS, Hostile, hostile
from tests.sheets.pages import everything, pages

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
NEVER = (
    *("honest", "standby", "nearby", "opening line", "restrict", "court", "dsl", "not asked"),
    *("way to the door", "left out", "Turner", "Noor"),
)
OF_HIM = ("Tariq", "900456", "tariq.qb", "9 Q", "ZZ99 1AB")
OF_HER = ("Amina", "900123", "amina.qa", "14 Q", "3VZ", "Ibby", "Ibrahim", "Brother")
FAMILY_SHEETS = [each for each in SHEETS if Audience.FAMILY in each.audiences]
ALL_PARTS = frozenset(PackPart)


@pytest.fixture
def khans(store: Store, make: Make) -> Hostile:
    return hostile(store, make)


def found_in(text: str) -> set[str]:
    return set(re.findall(r"Q[a-z]+X", text))


def leaks(text: str, khans: Hostile, reader: str) -> list[str]:
    """What stands in the text and is not this reader's."""
    hers = reader == khans.mum.id
    mine, theirs = (OF_HER, OF_HIM) if hers else (OF_HIM, OF_HER)
    wrong = NOBODYS | (DADS if hers else MUMS)
    assert mine != theirs
    plain = text.casefold()
    return [
        *sorted(found_in(text) & wrong),
        *(each for each in (*theirs, *NEVER) if each.casefold() in plain),
    ]


def about(sheet: Sheet, khans: Hostile) -> list[str]:
    if sheet.needs.value == "meeting":
        return [khans.before, khans.today]
    return [khans.made.id]


@pytest.mark.parametrize("size", [12, 24])
def test_no_familys_sheet_holds_what_is_not_the_readers(
    store: Store, khans: Hostile, size: int
) -> None:
    seen: set[str] = set()
    for sheet in FAMILY_SHEETS:
        for reader in (khans.mum.id, khans.dad.id):
            wish = Wish(audience=Audience.FAMILY, reader=reader, size=size)
            for of in about(sheet, khans):
                made = made_of(store, sheet, of, wish, today=TODAY, printed_at=AT)
                assert made.body is not None
                text = f"{everything(made.pdf)}\n{text_of(made.body)}"
                assert leaks(text, khans, reader) == [], sheet.code
                seen |= found_in(text)
    assert seen >= EVERYBODYS
    assert {"QmumwillX", "QdadwillX", "QmumsaidX", "QdadsaidX", "QibbyitemX"} <= seen


def test_no_letter_and_no_e_mail_holds_what_is_not_the_readers(
    store: Store, khans: Hostile
) -> None:
    house = House(settings=store.settings, label=store.label)
    kinds = {khans.today: (LetterKind.INVITATION, LetterKind.CHANGED), khans.before: LETTERS[2:]}
    for met, several in kinds.items():
        for kind in several:
            for reader in (khans.mum.id, khans.dad.id):
                letter = LetterWish(kind=kind, phrases=("Interpreter", "Good news"))
                wish = Wish(audience=Audience.FAMILY, reader=reader)
                made = made_of(store, letter_sheet(letter), met, wish, today=TODAY, printed_at=AT)
                assert leaks(everything(made.pdf), khans, reader) == [], kind
    mail = mail_for(
        store, khans.before, khans.mum.id, LetterWish(kind=LetterKind.FOLLOW_UP), today=TODAY
    )
    words = text_of(letter_body(mail.decided.matter, house))
    assert leaks(f"{mail.subject}\n{words}", khans, khans.mum.id) == []
    assert "QmumwillX" in words
    with pytest.raises(CannotPrint, match="was not asked"):
        mail_for(
            store, khans.before, khans.dad.id, LetterWish(kind=LetterKind.FOLLOW_UP), today=TODAY
        )


def test_no_familys_pack_holds_what_is_not_the_readers(store: Store, khans: Hostile) -> None:
    house = House(settings=store.settings, label=store.label)
    for reader in (khans.mum.id, khans.dad.id):
        wish = PackWish(audience=Audience.FAMILY, reader=reader, parts=ALL_PARTS, copies=2)
        packs = decide_packs(store, khans.today, wish, today=TODAY)
        made = draw_packs(packs, house=house, printed_at=AT)
        assert leaks(f"{everything(made.pdf)}\n{made.text}", khans, reader) == []
        assert "QpurposeX" in made.text
        assert {each.wish.reader for each in made.notes} == {reader}


def test_a_locked_file_says_nothing_without_its_password(store: Store, khans: Hostile) -> None:
    wish = Wish(audience=Audience.FAMILY, reader=khans.mum.id)
    made = made_of(store, FAMILY_SHEETS[0], khans.made.id, wish, today=TODAY, printed_at=AT)
    shut = locked(made.pdf, "correct horse battery")
    assert found_in(everything(made.pdf))
    assert not found_in(shut.decode("latin-1"))
    assert b"Khan" not in shut
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(shut))
    with pikepdf.open(BytesIO(shut), password="correct horse battery") as opened:
        assert opened.encryption.R == 6


def test_a_staff_copy_keeps_what_must_not_lie_on_the_table_to_its_last_page(
    store: Store, khans: Hostile
) -> None:
    from liaison.sheets import sheet_called

    pack = sheet_called("meeting_pack")
    made = made_of(store, pack, khans.today, Wish(), today=TODAY, printed_at=AT)
    whole = " ".join(pages(made.pdf))
    table, _, last = whole.rpartition("Not for the table")
    apart = ("QstandbyX", "QextensionX", "QopeningX", "QcourtX", "900123", "900456", "QcheckX",
             "QdetailX", "Honest conversation")  # fmt: skip
    assert [each for each in apart if each in table] == []
    assert [each for each in apart if each not in last] == []
    hidden = {"QpointerX", "QfrompointerX", "QprisonX", "QsensitiveX", "QmumhomeX", "QschoolX"}
    for sheet in SHEETS:
        if Audience.STAFF not in sheet.audiences:
            continue
        for of in {"meeting": [khans.today], "family": [khans.made.id], "person": [khans.mum.id],
                   "day": [""], "nothing": [""]}.get(sheet.needs.value, []):  # fmt: skip
            try:
                made = made_of(store, sheet, of, Wish(), today=TODAY, printed_at=AT)
            except CannotPrint:
                continue
            assert found_in(everything(made.pdf)) & hidden == set(), sheet.code


def test_the_calendar_and_the_log_of_copies_hold_no_word_of_the_record(
    store: Store, khans: Hostile
) -> None:
    content = calendar_file(meeting_for_calendar(store, khans.today), stamp=AT)
    text = content.decode()
    assert "SUMMARY:School meeting" in text
    forbidden = ("Q", "Khan", "Amina", "LOCATION", "DESCRIPTION", "ATTENDEE", "ORGANIZER", "ALARM",
                 "COMMENT", "Oakfield", khans.today)  # fmt: skip
    body = "\n".join(line for line in text.splitlines() if not line.startswith("SEQUENCE"))
    assert [each for each in forbidden if each in body] == []
    note_handed_on(store, khans.made.id, "calendar_file", content, at=AT)
    wish = Wish(audience=Audience.FAMILY, reader=khans.mum.id)
    made = made_of(store, FAMILY_SHEETS[0], khans.made.id, wish, today=TODAY, printed_at=AT)
    note_copies(store, made.notes, way="saved", at=AT)
    logged = store.find(SharingLog)
    assert len(logged) == 2
    assert not found_in(repr(logged))
    assert "Khan" not in repr(logged)
    assert isinstance(made.notes[0], CopyMade)


def test_every_word_that_was_planted_is_in_the_record(store: Store, khans: Hostile) -> None:
    """So that no search above passes because a word was never there."""
    tables = ("meeting", "meeting_person", "agenda_item", "meeting_action", "meeting_check",
              "contact", "follow_up", "barrier", "transition_concern", "address", "contact_point",
              "contact_preference", "restriction", "dsl_pointer", "family", "person")  # fmt: skip
    whole = "\n".join(repr(store.query(f"SELECT * FROM {table}")) for table in tables)
    assert found_in(whole) >= (MUMS | DADS | NOBODYS | EVERYBODYS)
    assert khans.jack.family != khans.made.id
