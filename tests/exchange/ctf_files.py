"""Makes Common Transfer Files for the tests: small ones, odd ones, and whole schools."""

from __future__ import annotations

import random
from collections.abc import Iterable
from xml.sax.saxutils import escape


def part(name: str, *inside: str) -> str:
    """One XML part; what is inside has been made by ``part`` or ``text``."""
    return f"<{name}>{''.join(inside)}</{name}>"


def text(name: str, words: object) -> str:
    """One part with words in it, or nothing at all when there are none."""
    return "" if words is None else part(name, escape(str(words)))


def phone(number: str, kind: str | None = "M") -> str:
    return part("Phone", text("TelephoneType", kind), text("PhoneNo", number))


def home(house: str = "7", street: str = "Example Road", postcode: str = "ZZ99 3VZ") -> str:
    return part(
        "Address",
        part(
            "BS7666Address",
            text("PAON", house),
            text("Street", street),
            text("Town", "Exampleton"),
        ),
        text("PostCode", postcode),
    )


AS_PUPIL = part("Address", text("AddressAsPupil", "true"))


def contact(
    surname: str | None = "Farrow",
    forename: str | None = "Casey",
    *,
    order: object = 1,
    title: str | None = "Mrs",
    relationship: str | None = "PAM",
    responsibility: str | None = "true",
    phones: Iterable[str] = (),
    email: str | None = None,
    address: str = "",
    court: str | None = None,
    more: str = "",
) -> str:
    numbers = [each if each.startswith("<") else phone(each) for each in phones]
    return part(
        "Contact",
        text("Order", order),
        text("Title", title),
        text("Surname", surname),
        text("Forename", forename),
        text("Relationship", relationship),
        text("Responsibility", responsibility),
        address,
        part("Phones", *numbers) if numbers else "",
        text("Email", email),
        part("SuppInfo", text("SuppID", "SIMS"), text("CourtOrder", court)) if court else "",
        more,
    )


def pupil(
    surname: str | None = "Farrow",
    forename: str | None = "Jamie",
    born: str | None = "2015-01-14",
    *,
    upn: str | None = None,
    sex: str | None = "M",
    year: str | None = "6",
    basic: str = "",
    address: str | None = None,
    contacts: Iterable[str] = (),
    more: str = "",
) -> str:
    return part(
        "Pupil",
        text("UPN", upn),
        text("Surname", surname),
        text("Forename", forename),
        text("DOB", born),
        text("Sex", sex),
        part("BasicDetails", text("NCyearActual", year), basic),
        home() if address is None else address,
        part("Contacts", *contacts),
        more,
    )


def ctf(
    *pupils: str,
    version: str | None = "25.0",
    qualifier: str | None = "full",
    written: str | None = "2026-06-19T12:12:27",
    year: str | None = "2025",
    header: str = "",
    root: str = "CTfile",
    wrapper: str = "CTFpupilData",
    declaration: str = '<?xml version="1.0" encoding="utf-8"?>\n',
) -> str:
    return declaration + part(
        root,
        part(
            "Header",
            text("DocumentName", "Common Transfer File"),
            text("CTFversion", version),
            text("DateTime", written),
            text("DocumentQualifier", qualifier),
            text("SupplierID", "INVENTED"),
            part(
                "SourceSchool",
                text("LEA", "999"),
                text("Estab", "2001"),
                text("SchoolName", "Oakfield Primary School"),
                text("AcademicYear", year),
            ),
            header,
        ),
        part(wrapper, *pupils),
    )


_SURNAMES = "Farrow Oldroyd Quayle Hollins Birchall Sandhu Kowalska Mensah Yilmaz Doyle"
_FORENAMES = "Jamie Ellis Morgan Robin Casey Drew Marley Lee Sasha Noor Alex Charlie"
SURNAMES = _SURNAMES.split()
FORENAMES = _FORENAMES.split()


def whole_school(count: int, seed: int = 7) -> str:
    """A file of ``count`` pupils: siblings, parents apart, a social worker for every tenth."""
    chance = random.Random(seed)
    pupils: list[str] = []
    while len(pupils) < count:
        pupils += _household(len(pupils), chance)
    return ctf(*pupils[:count])


def _household(number: int, chance: random.Random) -> list[str]:
    surname = f"{chance.choice(SURNAMES)}-{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}"
    address = home(str(number + 1), f"{chance.choice(SURNAMES)} Street")
    mother = contact(
        surname,
        chance.choice(FORENAMES),
        phones=[f"07700 9{number:05}"],
        email=f"parent{number}@example.org",
        address=AS_PUPIL,
    )
    father = contact(
        surname,
        f"{chance.choice(FORENAMES)}-{number}",
        order=2,
        relationship="PAF",
        phones=[f"01632 9{number:05}"],
    )
    worker = contact("Hollins", "Lee", order=3, relationship="SWR", phones=["01632 960105"])
    others = [mother, father] + ([worker] if number % 10 == 0 else [])
    return [
        pupil(
            surname,
            f"{FORENAMES[(number + place) % len(FORENAMES)]}",
            f"{2013 + place}-0{1 + number % 9}-1{place}",
            year=str(6 - place),
            address=address,
            contacts=others,
        )
        for place in range(chance.choice([1, 1, 2, 3]))
    ]
