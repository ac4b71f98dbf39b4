"""Addresses and contact points of an import; a confidential address is never touched or copied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from liaison.exchange.gathering import Gathering
from liaison.exchange.known_record import KnownRecord, home_key, point_key
from liaison.exchange.pupil_file import AddressOnFile, PhoneOnFile
from liaison.model.reach import Address, ContactPoint, PointKind

_PARTS = ("house", "street", "locality", "town", "county", "postcode")
_PLACES = {"phone": "other"}


class HomeWriting:
    """Writes what a file says about reaching people, beside what the record says already."""

    def __init__(self, known: KnownRecord, gathering: Gathering) -> None:
        self._known = known
        self._gathering = gathering

    def child_home(self, family: str, child: str, told: AddressOnFile | None) -> None:
        """The address of one child, unless her family's is confidential."""
        if told is None:
            return
        person = self._known.people.get(child)
        stands = self._known.homes.get(child)
        if family in self._known.confidential_families or told.key in self._known.confidential:
            if stands is None or home_key(stands) != told.key:
                name = person.called if person else "A new child"
                self._gathering.warnings.append(
                    f"{name}: the family's address is confidential, so the address in the file "
                    "was not taken."
                )
            return
        self._home(family, child, told)

    def adult_home(self, family: str, adult: str, told: AddressOnFile) -> None:
        """The address of an adult who lives elsewhere."""
        if told.key not in self._known.confidential:
            self._home(family, adult, told)

    def _home(self, family: str, person: str, told: AddressOnFile) -> None:
        values = {name: getattr(told, name) for name in _PARTS}
        stands, known = self._known.homes.get(person), self._known.people.get(person)
        if stands is None or known is None:
            self._gathering.add(Address(family=family, person=person, **values), known)
        elif _is_another(stands, told) and not self._gathering.keeps(
            stands, known, _PARTS, "the address"
        ):
            self._gathering.alter(stands, known, values)

    def points(
        self, family: str, person: str, phones: Iterable[PhoneOnFile], emails: Iterable[str]
    ) -> None:
        """Phones and e-mails not held yet, added after those that are; none is ever replaced."""
        known = self._known.people.get(person)
        held = {point_key(each) for each in self._known.points.get(person, ())}
        position = len(held)
        told = [(each.number, each.kind) for each in phones if each.kind != "fax"]
        for value, kind in [*told, *((email, "email") for email in emails)]:
            point = _point(family, person, value, kind)
            key = point_key(point)
            if key in held or (person, key) in self._known.refused:
                continue
            held.add(key)
            position += 1
            self._gathering.add(replace(point, position=position), known)


def _is_another(stands: Address, told: AddressOnFile) -> bool:
    """Whether the file tells of another home; a vague address never replaces anything."""
    if stands.confidential or stands.as_the_child or not told.key:
        return False
    return home_key(stands) != told.key


def _point(family: str, person: str, value: str, kind: str) -> ContactPoint:
    if kind == "email":
        return ContactPoint(family=family, person=person, kind=PointKind.EMAIL, value=value)
    place = _PLACES.get(kind, kind)
    return ContactPoint(family=family, person=person, place=place, value=value)
