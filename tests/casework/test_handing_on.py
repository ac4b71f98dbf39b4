"""What leaves by another program: to whom an e-mail may go, and which meetings make a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.casework.families import keep, remove
from liaison.casework.handing_on import SUBJECT, mail_for, meeting_for_calendar
from liaison.casework.letters import LetterWish
from liaison.errors import CannotPrint
from liaison.model.family import LivesThere, Membership
from liaison.model.letter import LetterKind
from liaison.model.meeting import MeetingState
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

INVITED = LetterWish(kind=LetterKind.INVITATION)
TWO = (("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father"))


@pytest.fixture
def khans(make: Make) -> Made:
    return make.family(adults=TWO)


@pytest.fixture
def met(make: Make, khans: Made) -> str:
    return make.meeting(khans).meeting.id


def email(store: Store, khans: Made, at: int = 0, **values: object) -> ContactPoint:
    given = {"value": "home@example.org", "message_safe": MessageSafety.YES} | values
    person = khans.adults[at]
    return keep(
        store,
        ContactPoint(family=khans.id, person=person.id, kind=PointKind.EMAIL, **given),  # type: ignore[arg-type]
    )


def apart(store: Store, khans: Made) -> None:
    tariq = khans.adults[1].id
    row = store.first(Membership, "person = :id", id=tariq)
    assert row is not None
    keep(store, replace(row, lives_there=LivesThere.NO))


def sent_to(store: Store, met: str, khans: Made) -> str:
    mail = mail_for(store, met, khans.adults[0].id, INVITED, today=TODAY)
    assert mail.subject == SUBJECT
    assert "Khan" not in mail.subject
    return mail.to


def test_an_address_nobody_asked_about_acts_as_one_that_is_not_safe(
    store: Store, khans: Made, met: str
) -> None:
    email(store, khans, value="first@example.org", message_safe=MessageSafety.NOT_ASKED)
    with pytest.raises(CannotPrint, match="was not asked whether messages there are safe"):
        sent_to(store, met, khans)
    email(store, khans, value="second@example.org", position=2)
    assert sent_to(store, met, khans) == "second@example.org"


def test_an_address_another_adult_has_too_is_hers_only_where_they_live_together(
    store: Store, khans: Made, met: str
) -> None:
    email(store, khans)
    email(store, khans, 1, value="HOME@example.org ")
    assert sent_to(store, met, khans) == "home@example.org"
    apart(store, khans)
    with pytest.raises(
        CannotPrint, match=r"Mr Tariq Khan reads messages at home@example\.org, too"
    ):
        sent_to(store, met, khans)
    email(store, khans, value="amina@example.org", position=3)
    assert sent_to(store, met, khans) == "amina@example.org"


@pytest.mark.parametrize("seen_by", ["Tariq", "tariq khan, her husband", "Mr Khan"])
def test_an_address_also_seen_by_an_adult_who_lives_apart_is_not_written_to(
    store: Store, khans: Made, met: str, seen_by: str
) -> None:
    email(store, khans, also_seen_by=seen_by)
    mail = mail_for(store, met, khans.adults[0].id, INVITED, today=TODAY)
    assert any("also seen by" in each for each in mail.warnings)
    apart(store, khans)
    with pytest.raises(CannotPrint, match="Write to each of them"):
        sent_to(store, met, khans)


def test_a_meeting_in_the_bin_or_called_off_is_no_day_for_a_calendar(
    store: Store, khans: Made, make: Make
) -> None:
    whole = make.meeting(khans)
    assert meeting_for_calendar(store, whole.meeting.id) == whole.meeting
    off = keep(store, replace(whole.meeting, state=MeetingState.CALLED_OFF))
    with pytest.raises(CannotPrint, match="did not take place"):
        meeting_for_calendar(store, off.id)
    other = make.meeting(khans).meeting
    remove(store, other)
    with pytest.raises(CannotPrint, match="in the bin"):
        meeting_for_calendar(store, other.id)
    with pytest.raises(CannotPrint, match="not in the record"):
        meeting_for_calendar(store, "nowhere")


def test_an_e_mail_goes_to_one_adult_even_of_two_who_share_a_letter(
    store: Store, khans: Made, met: str
) -> None:
    email(store, khans)
    both = replace(INVITED, also=khans.adults[1].id)
    with pytest.raises(CannotPrint, match="goes to one adult"):
        mail_for(store, met, khans.adults[0].id, both, today=TODAY)
    assert sent_to(store, met, khans) == "home@example.org"
