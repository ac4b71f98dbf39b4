"""Streets, postcodes, settings, phones and e-mails that free text could give away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from liaison.model.copies.confidential import address_of
from liaison.model.family_record import FamilyRecord
from liaison.model.folded import folded, squeezed
from liaison.model.reach import Address, ContactPoint, PointKind

SHORT_FORMS = {
    "rd": "road",
    "st": "street",
    "ave": "avenue",
    "av": "avenue",
    "ln": "lane",
    "cl": "close",
    "dr": "drive",
    "cres": "crescent",
    "gdns": "gardens",
    "ct": "court",
    "pl": "place",
    "terr": "terrace",
}
PHONE = re.compile(r"[+(]?\d[\d\s().\-/]{6,}\d")
WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Secrets:
    """What free text must not hold: streets, postcodes and settings, phones, e-mails."""

    streets: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()

    def __or__(self, other: Secrets) -> Secrets:
        return Secrets(
            self.streets | other.streets,
            self.postcodes | other.postcodes,
            self.phones | other.phones,
            self.emails | other.emails,
        )

    def __sub__(self, other: Secrets) -> Secrets:
        return Secrets(
            self.streets - other.streets,
            self.postcodes - other.postcodes,
            self.phones - other.phones,
            self.emails - other.emails,
        )

    def found_in(self, text: str) -> str:
        """What the text gives away, in one or two words; empty when it gives nothing away."""
        plain = f" {words_of(text)} "
        if any(f" {street} " in plain for street in self.streets):
            return "an address"
        if any(code in squeezed(text) for code in self.postcodes):
            return "a postcode"
        dialled = [only_digits(run) for run in PHONE.findall(text)]
        if any(phone in run for phone in self.phones for run in dialled):
            return "a phone number"
        if any(email in folded(text) for email in self.emails):
            return "an e-mail address"
        return ""


def words_of(text: str) -> str:
    """The words alone, folded, the short forms of street names written out."""
    found = WORDS.findall(folded(text).replace(".", " "))
    return " ".join(SHORT_FORMS.get(word, word) for word in found)


def only_digits(text: str) -> str:
    """A number as it is dialled."""
    return "".join(c for c in text if c.isdigit())


def address_secrets(addresses: Iterable[Address]) -> Secrets:
    """House names, streets and postcodes."""
    rows = tuple(addresses)
    names = [each.street for each in rows]
    names += [each.house for each in rows if sum(c.isalpha() for c in each.house) > 2]
    return Secrets(
        streets=frozenset(words_of(name) for name in names if words_of(name)),
        postcodes=frozenset(squeezed(each.postcode) for each in rows if each.postcode.strip()),
    )


def point_secrets(points: Iterable[ContactPoint]) -> Secrets:
    """Phones by their national digits, so that +44 and 0 are one number; e-mails as folded."""
    rows = tuple(points)
    phones = {only_digits(each.value) for each in rows if each.kind is PointKind.PHONE}
    emails = {folded(each.value).strip() for each in rows if each.kind is PointKind.EMAIL}
    national = {number.removeprefix("44").removeprefix("0") for number in phones}
    return Secrets(
        phones=frozenset(number for number in national if len(number) > 5),
        emails=frozenset(email for email in emails if email),
    )


def settings_named(record: FamilyRecord, hidden: frozenset[str]) -> Secrets:
    """The next schools of children whose address is confidential, as names not to be written."""
    names = [each.next_school for each in record.children if each.id in hidden]
    names += [each.to_school for each in record.concerns if each.child in hidden]
    return Secrets(streets=frozenset(words_of(name) for name in names if words_of(name)))


def secrets_of(record: FamilyRecord, people: frozenset[str]) -> Secrets:
    """Where these people live and how they are reached."""
    places = (address_of(record, each) for each in people)
    points = (each for each in record.points if each.person in people)
    return address_secrets(each for each in places if each) | point_secrets(points)
