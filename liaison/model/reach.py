"""How to reach an adult: phones and e-mails, addresses, and what suits her."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, STAFF, Entry, Listed, field

DIALLED = re.compile(r"\+?[\d\s()\-]+(?:,?\s*(?:ext\.?|x)\s*\d{1,6})?", re.IGNORECASE)
LEAST = 5
"""Digits of a whole number."""


def is_phone(text: str) -> bool:
    """Whether it can be dialled: a number with spaces or brackets, perhaps an extension."""
    digits = sum(each.isdecimal() for each in text)
    return digits >= LEAST and DIALLED.fullmatch(text.strip()) is not None


class PointKind(Listed):
    """What a contact point is."""

    PHONE = "phone", "Phone"
    EMAIL = "email", "E-mail"


class MessageSafety(Listed):
    """Whether a message may be left. Not asked acts as no."""

    YES = "yes", "Safe to leave a message"
    NO = "no", "Do not leave a message"
    NOT_ASKED = "not_asked", "Not asked: leave no message"


@dataclass(frozen=True, kw_only=True)
class ContactPoint(Entry):
    """One phone number or e-mail address of one person."""

    table: ClassVar[str] = "contact_point"
    title: ClassVar[str] = "Phone or e-mail"

    person: str
    kind: Annotated[PointKind, field("Kind", audience=HOME)] = PointKind.PHONE
    place: Annotated[str, field("Which", choices="point_place", audience=HOME)] = ""
    value: Annotated[str, field("Number or address", required=True, audience=HOME)]
    message_safe: Annotated[MessageSafety, field("Message")] = MessageSafety.NOT_ASKED
    never_at: Annotated[str, field("Never at", audience=STAFF)] = ""
    also_seen_by: Annotated[str, field("Also seen by", audience=STAFF)] = ""
    position: Annotated[int, field("Order")] = 1


@dataclass(frozen=True, kw_only=True)
class Address(Entry):
    """Where somebody lives. "As the child" follows the child's address and its confidentiality."""

    table: ClassVar[str] = "address"
    title: ClassVar[str] = "Address"

    person: str
    house: Annotated[str, field("House name or number", audience=HOME)] = ""
    street: Annotated[str, field("Street", audience=HOME)] = ""
    locality: Annotated[str, field("Locality", audience=HOME)] = ""
    town: Annotated[str, field("Town", audience=HOME)] = ""
    county: Annotated[str, field("County", audience=HOME)] = ""
    postcode: Annotated[str, field("Postcode", audience=HOME)] = ""
    as_the_child: Annotated[bool, field("As the child")] = False
    confidential: Annotated[bool, field("Confidential")] = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as it stands on an envelope, empty lines left out."""
        first = f"{self.house} {self.street}".strip()
        every = (first, self.locality, self.town, self.county, self.postcode)
        return tuple(line for line in every if line)


@dataclass(frozen=True, kw_only=True)
class ContactPreference(Entry):
    """What suits one adult; shown wherever her number is shown."""

    table: ClassVar[str] = "contact_preference"
    title: ClassVar[str] = "What suits them"
    this: ClassVar[str] = "This note of what suits them"

    person: str
    channel: Annotated[str, field("Best way", choices="channel", audience=HOME)] = ""
    best_times: Annotated[str, field("Best times", audience=HOME)] = ""
    never_at: Annotated[str, field("Never at", audience=HOME)] = ""
    languages: Annotated[str, field("Languages", audience=HOME)] = ""
    interpreter: Annotated[str, field("Interpreter", audience=HOME)] = ""
    reading: Annotated[str, field("Help with reading", audience=STAFF)] = ""
    format: Annotated[str, field("Format", choices="format", audience=HOME)] = ""
    access: Annotated[str, field("Access needs", audience=HOME)] = ""
    dates_to_avoid: Annotated[str, field("Dates to avoid", audience=HOME)] = ""
    what_works: Annotated[str, field("What works", lines=3, audience=STAFF)] = ""
