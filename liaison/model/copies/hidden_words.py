"""Streets, postcodes, next schools, phones and e-mails that free text could give away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from liaison.model.copies.confidential import address_of
from liaison.model.copies.naming import readable
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
    "sq": "square",
    "gr": "grove",
    "gro": "grove",
    "pk": "park",
    "crt": "court",
    "cresc": "crescent",
}
PHONE = re.compile(r"\d(?:[\s().\-/\u2010-\u2015]{0,3}\d){5,}")
LOCAL = 6
"""Digits of a number without its area code."""
WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Secrets:
    """What free text must not hold: streets, postcodes, phones, e-mails, and next schools."""

    streets: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()

    def __or__(self, other: Secrets) -> Secrets:
        return Secrets(
            self.streets | other.streets,
            self.settings | other.settings,
            self.postcodes | other.postcodes,
            self.phones | other.phones,
            self.emails | other.emails,
        )

    def __sub__(self, other: Secrets) -> Secrets:
        return Secrets(
            self.streets - other.streets,
            self.settings - other.settings,
            self.postcodes - other.postcodes,
            self.phones - other.phones,
            self.emails - other.emails,
        )

    def found_in(self, text: str) -> str:
        """What the text gives away, in one or two words; empty when it gives nothing away."""
        seen = readable(text)
        plain = f" {words_of(seen)} "
        if any(f" {street} " in plain for street in self.streets):
            return "an address"
        if any(f" {name} " in plain for name in self.settings):
            return "the name of a next school"
        if any(code in squeezed(seen) for code in self.postcodes):
            return "a postcode"
        if any(_dials(run, phone) for run in _dialled(seen) for phone in self.phones):
            return "a phone number"
        if any(email in folded(seen) for email in self.emails):
            return "an e-mail address"
        return ""


def words_of(text: str) -> str:
    """The words alone, folded, the short forms of street names written out."""
    found = WORDS.findall(folded(text).replace(".", " "))
    return " ".join(SHORT_FORMS.get(word, word) for word in found)


def _dialled(text: str) -> list[str]:
    return [only_digits(run) for run in PHONE.findall(text)]


def _dials(run: str, phone: str) -> bool:
    """Whether it is the number, with its area code or without."""
    return phone in run or (len(run) >= LOCAL and phone.endswith(run))


def only_digits(text: str) -> str:
    """A number as it is dialled."""
    return "".join(c for c in text if c.isdigit())


def address_secrets(addresses: Iterable[Address]) -> Secrets:
    """House names, streets and postcodes; a locality stands for a street that is not given."""
    rows = tuple(addresses)
    said = [each.street or each.locality for each in rows] + [each.house for each in rows]
    return Secrets(
        streets=frozenset(name for name in map(_street, said) if name),
        postcodes=frozenset(squeezed(each.postcode) for each in rows if each.postcode.strip()),
    )


def _street(text: str) -> str:
    """The words of a street or a house without its number: "14 Rowan Close" is Rowan Close."""
    words = words_of(readable(text)).split()
    numbers = [at for at, word in enumerate(words) if word[0].isdigit()]
    after = words[numbers[-1] + 1 :] if numbers else words
    named = " ".join(after or words[: numbers[0]] if numbers else after)
    return named if sum(c.isalpha() for c in named) > 2 else ""


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
    return Secrets(settings=frozenset(words_of(name) for name in names if words_of(name)))


def places_of(record: FamilyRecord, people: frozenset[str]) -> Secrets:
    """Where these people live."""
    found = (address_of(record, each) for each in people)
    return address_secrets(each for each in found if each)


def secrets_of(record: FamilyRecord, people: frozenset[str]) -> Secrets:
    """Where these people live and how they are reached."""
    points = (each for each in record.points if each.person in people)
    return places_of(record, people) | point_secrets(points)
