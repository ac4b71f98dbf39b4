"""Telephones, addresses and contacts, out of the parts of a Common Transfer File."""

from collections.abc import Iterable

from liaison.exchange.ctf_codes import is_professional, is_relative, relationship
from liaison.exchange.ctf_parts import Remarks
from liaison.exchange.ctf_values import read_count, read_yes
from liaison.exchange.person_names import name_case
from liaison.exchange.pupil_file import AddressOnFile, ContactOnFile, PhoneOnFile
from liaison.exchange.reach_values import address, address_of_lines, emails, phones
from liaison.exchange.xml_elements import Element

_LINES = tuple(f"AddressLine{number}" for number in range(1, 6))
_ONE_PHONE = {"Telephone": "", "MobilePhone": "M", "HomePhone": "H", "WorkPhone": "W",
              "PhoneNo": ""}  # fmt: skip
UNUSUAL_IN_CONTACT = frozenset({*_LINES, *_ONE_PHONE, "Phone", "AddressAsPupil", "PostCode",
                                "BS7666Address", "AddressLines", "CourtOrder"})  # fmt: skip
"""Parts that stand one level deeper in a file that follows the specification."""


def read_contact(part: Element, remarks: Remarks) -> ContactOnFile:
    """One contact of one pupil."""
    surname, forename, middle = name_case(
        part.value("Surname"), part.value("Forename"), part.value("MiddleNames")
    )
    on_file = part.value("Relationship")[:40]
    ours, known = relationship(on_file)
    name = f"{forename} {surname}".strip() or "a contact without a name"
    if not known:
        remarks.say(f"the relationship “{on_file}” of {name} is not in our list; shown as other")
    said = part.value("Responsibility")
    responsibility = read_yes(said)
    if said and responsibility is None:
        remarks.say(f"“{said[:20]}” says neither yes nor no to responsibility of {name}")
    return ContactOnFile(
        order=read_count(part.value("Order")),
        title=part.value("Title")[:40],
        surname=surname,
        forename=forename,
        middle_names=middle,
        relationship=ours,
        relationship_on_file=on_file,
        professional=is_professional(on_file),
        relative=is_relative(on_file),
        responsibility=responsibility,
        address=read_address([part]),
        address_as_pupil=any(read_yes(each.text) for each in part.inside("AddressAsPupil")),
        phones=read_phones([part]),
        emails=read_emails([part]),
        court_order=_court_order(part, name, remarks),
    )


def _court_order(part: Element, name: str, remarks: Remarks) -> bool | None:
    said = next((each.text for each in part.inside("CourtOrder") if each.text), "")
    answer = read_yes(said)
    if said and answer is None:
        remarks.say(f"“{said[:20]}” about a court order and {name} was taken as yes; check it")
        return True
    return answer


def read_phones(places: Iterable[Element]) -> tuple[PhoneOnFile, ...]:
    """Every telephone number of these parts, each once, in their order."""
    found: dict[str, PhoneOnFile] = {}
    for number, kind in _numbers(places):
        for phone in phones(number, kind):
            found.setdefault(phone.key or phone.number, phone)
    return tuple(found.values())


def _numbers(places: Iterable[Element]) -> Iterable[tuple[str, str]]:
    for place in places:
        lists = [place, *place.every("Phones")]
        for one in (phone for each in lists for phone in each.every("Phone")):
            yield one.value("PhoneNo", "Telephone") or one.text, one.value("TelephoneType")
        for name, kind in _ONE_PHONE.items():
            for part in (alone for each in lists for alone in each.every(name)):
                yield part.text, kind


def read_emails(places: Iterable[Element]) -> tuple[str, ...]:
    """Every e-mail address of these parts, each once whatever its capitals."""
    found: dict[str, str] = {}
    for part in (each for place in places for each in place.every("Email")):
        for email in emails(part.text):
            found.setdefault(email.casefold(), email)
    return tuple(found.values())


def read_address(places: Iterable[Element]) -> AddressOnFile | None:
    """The first address of these parts, in any of the three ways of writing one."""
    for place in places:
        for part in (*place.every("Address"), place):
            if found := _address(part):
                return found
    return None


def _address(part: Element) -> AddressOnFile | None:
    postcode = part.value("PostCode") or _zip(part)
    for inner in part.every("BS7666Address"):
        if found := _british(inner, part, inner.value("PostCode") or postcode):
            return found
    for inner in (*part.every("AddressLines"), part):
        lines = [inner.value(name) for name in _LINES]
        if any(lines):
            rest = [inner.value("Town") or part.value("Town"), part.value("County")]
            return address_of_lines([*lines, *rest], inner.value("PostCode") or postcode)
    return _british(part, part, postcode)


def _british(inner: Element, outer: Element, postcode: str) -> AddressOnFile | None:
    house = ", ".join(words for words in (inner.value("SAON"), inner.value("PAON")) if words)
    town = inner.value("Town", "PostTown") or outer.value("Town")
    return address(
        house=house,
        street=inner.value("Street"),
        locality=inner.value("Locality"),
        town=town,
        county=outer.value("County") or inner.value("County", "AdministrativeArea"),
        code=postcode,
    )


def _zip(part: Element) -> str:
    return next((each.value("ZIP") or each.text for each in part.every("ZIP")), "")
