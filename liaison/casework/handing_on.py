"""What leaves by another program: a day for the calendar, a letter by e-mail. Each is noted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from liaison.casework.copies import CopyMade, Wish, note_copy
from liaison.casework.families import whole_family
from liaison.casework.for_paper import Decided
from liaison.casework.letters import Letter, LetterWish, letter_for_paper
from liaison.casework.meeting_copies import meeting_found
from liaison.errors import CannotPrint
from liaison.model.copies.naming import full_names_of, names, names_of
from liaison.model.copies.together import not_together
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.folded import folded
from liaison.model.meeting import Meeting
from liaison.model.person import PersonKind
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.model.settings import SharingLog
from liaison.store.store import Store

CALENDAR, MAIL = "calendar_file", "e_mail"
SUBJECT = "A letter for you"
"""Says nothing to whoever else sees the list of messages."""

NOT_ASKED = (
    "{0} was not asked whether messages there are safe. Ask, note the answer with the address, or "
    "print the letter."
)


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A letter to one adult by e-mail: its words go by the clipboard, never in the address."""

    to: str
    subject: str
    decided: Decided[Letter]
    warnings: tuple[str, ...] = ()


def meeting_for_calendar(store: Store, meeting: str) -> Meeting:
    """The meeting, if it is to take place. ``CannotPrint`` says why there is none."""
    return meeting_found(store, meeting)


def mail_for(store: Store, meeting: str, reader: str, letter: LetterWish, *, today: date) -> Mail:
    """The letter as an e-mail to one adult, at the first of her addresses that may be written to.

    ``CannotPrint`` as a letter says, and where no address is held or none is safe.
    """
    if letter.also:
        raise CannotPrint("An e-mail goes to one adult: choose one.")
    wish = Wish(audience=Audience.FAMILY, reader=reader)
    decided = letter_for_paper(store, meeting, wish, today=today, letter=letter)
    point = safe_address(whole_family(store, decided.families[0]), reader, today)
    return Mail(
        to=point.value.strip(),
        subject=SUBJECT,
        decided=decided,
        warnings=(*_cautions(point), *decided.warnings),
    )


def safe_address(record: FamilyRecord, reader: str, on: date) -> ContactPoint:
    """The first of her e-mail addresses that may be written to.

    ``CannotPrint`` without one: not asked whether messages are safe counts as no, and an address
    that another adult reads, who may not have the same letter, is none of hers.
    """
    person = record.person(reader)
    called = person.full if person else "this reader"
    held = [each for each in record.reach_of(reader) if each.kind is PointKind.EMAIL]
    if not held:
        raise CannotPrint(f"No e-mail address is held for {called}.")
    safe = [each for each in held if each.message_safe is MessageSafety.YES]
    if not safe:
        asked = any(each.message_safe is MessageSafety.NO for each in held)
        sentence = "{0} asked for no messages there. Print the letter." if asked else NOT_ASKED
        raise CannotPrint(sentence.format(called))
    said = [read_by_another(record, reader, each, on) for each in safe]
    alone = [each for each, why in zip(safe, said, strict=True) if not why]
    if not alone:
        raise CannotPrint(f"{said[0]} Print the letter.")
    return alone[0]


def read_by_another(record: FamilyRecord, reader: str, point: ContactPoint, on: date) -> str:
    """Why an address is not hers alone, in a sentence; nothing where who reads it lives with her.

    It is another adult's where it stands with her, too, or where "also seen by" names her.
    """
    person = record.person(reader)
    shared = {each.person for each in record.points if _same(each, point)}
    for other in record.adults if person else ():
        if other.id == reader or other.kind is not PersonKind.ADULT:
            continue
        named = names(names_of(other) | full_names_of(other)).in_text(point.also_seen_by)
        titled = other.name_title and other.addressed in point.also_seen_by
        if not (other.id in shared or named or titled):
            continue
        if person and (said := not_together(record, person, other, on)):
            return f"{other.full} reads messages at {point.value.strip()}, too. {said}"
    return ""


def _same(one: ContactPoint, other: ContactPoint) -> bool:
    return folded(one.value).strip() == folded(other.value).strip()


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


def _cautions(point: ContactPoint) -> tuple[str, ...]:
    seen = point.also_seen_by
    return (f"This address is also seen by {seen}.",) if seen else ()
