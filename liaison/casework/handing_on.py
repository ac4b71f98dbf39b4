"""What leaves by another program: a day for the calendar, a letter by e-mail. Each is noted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from liaison.casework.copies import CopyMade, Wish, note_copy
from liaison.casework.families import whole_family
from liaison.casework.for_paper import Decided
from liaison.casework.letters import Letter, LetterWish, letter_for_paper
from liaison.errors import CannotPrint, NotFound
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.model.settings import SharingLog
from liaison.store.store import Store

CALENDAR, MAIL = "calendar_file", "e_mail"
SUBJECT = "A letter for you"
"""Says nothing to whoever else sees the list of messages."""


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A letter to one adult by e-mail: its words go by the clipboard, never in the address."""

    to: str
    subject: str
    decided: Decided[Letter]
    warnings: tuple[str, ...] = ()


def meeting_for_calendar(store: Store, meeting: str) -> Meeting:
    """The meeting, if it is to take place. ``CannotPrint`` says why there is none."""
    try:
        found = store.get(Meeting, meeting)
    except NotFound as missing:
        raise CannotPrint("That meeting is not in the record.") from missing
    if found.state is MeetingState.CALLED_OFF:
        raise CannotPrint("That meeting did not take place.")
    return found


def mail_for(store: Store, meeting: str, reader: str, letter: LetterWish, *, today: date) -> Mail:
    """The letter as an e-mail to one adult, at the first of her addresses that may be written to.

    ``CannotPrint`` as a letter says, and where no address is held or none is safe.
    """
    if letter.also:
        raise CannotPrint("An e-mail goes to one adult: choose one.")
    wish = Wish(audience=Audience.FAMILY, reader=reader)
    decided = letter_for_paper(store, meeting, wish, today=today, letter=letter)
    point = safe_address(whole_family(store, decided.families[0]), reader)
    return Mail(
        to=point.value.strip(),
        subject=SUBJECT,
        decided=decided,
        warnings=(*_cautions(point, decided.reader), *decided.warnings),
    )


def safe_address(record: FamilyRecord, reader: str) -> ContactPoint:
    """The first of her e-mail addresses that may be written to. ``CannotPrint`` without one."""
    person = record.person(reader)
    called = person.full if person else "this reader"
    held = [each for each in record.reach_of(reader) if each.kind is PointKind.EMAIL]
    if not held:
        raise CannotPrint(f"No e-mail address is held for {called}.")
    safe = [each for each in held if each.message_safe is not MessageSafety.NO]
    if not safe:
        raise CannotPrint(f"{called} asked for no messages there. Print the letter.")
    return safe[0]


def note_handed_on(
    store: Store, family: str, what: str, content: bytes, *, reader: str = "", at: datetime
) -> SharingLog:
    """Note that it left: what kind, for whom, and a digest; never its words."""
    audience = Audience.FAMILY if reader else Audience.ANONYMISED
    made = CopyMade(
        family=family,
        sheet=what,
        wish=replace(Wish(), audience=audience, reader=reader),
        pages=0,
        digest=hashlib.sha256(content).hexdigest(),
    )
    return note_copy(store, made, way="handed on", at=at)


def _cautions(point: ContactPoint, reader: str) -> tuple[str, ...]:
    said = []
    if point.message_safe is MessageSafety.NOT_ASKED:
        said.append(f"{reader} was not asked whether messages there are safe. Ask first.")
    if point.also_seen_by:
        said.append(f"This address is also seen by {point.also_seen_by}.")
    return tuple(said)
