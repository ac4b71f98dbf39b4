"""One pupil, out of the parts of a Common Transfer File."""

from collections.abc import Iterator

from liaison.exchange.ctf_contact import (
    UNUSUAL_IN_CONTACT,
    read_address,
    read_contact,
    read_emails,
    read_phones,
)
from liaison.exchange.ctf_details import (
    LAST,
    read_attendance,
    read_languages,
    read_looked_after,
    read_needs,
    read_provision,
    read_schools,
    read_sensitive,
)
from liaison.exchange.ctf_elements import DIRECTLY_UNDER_PUPIL
from liaison.exchange.ctf_parts import Parts, Remarks
from liaison.exchange.ctf_values import read_sex, read_year_group, read_yes, upn_trouble
from liaison.exchange.person_names import forename_case, name_case, surname_case
from liaison.exchange.pupil_file import ContactOnFile, Pupil
from liaison.exchange.xml_elements import Element

_NOT_IN_BASIC = frozenset({"UPN", "Surname", "Forename", "DOB", "Sex"})


def read_pupil(part: Element, warnings: list[str]) -> Pupil:
    """The pupil a Pupil part describes; what is odd becomes a sentence in ``warnings``."""
    parts = Parts(_places(part))
    surname, forename, middle = name_case(
        parts.value("Surname"), parts.value("Forename"), parts.value("MiddleNames")
    )
    remarks = Remarks(f"{forename} {surname}".strip() or "A pupil without a name", warnings)
    more = parts.within("SuppInfo", "LookedAfter")
    return Pupil(
        surname=surname,
        forename=forename,
        middle_names=middle,
        preferred_surname=surname_case(parts.value("PreferredSurname")),
        preferred_forename=forename_case(parts.value("PreferredForename")),
        born=remarks.day(parts.value("DOB"), "the date of birth"),
        sex=read_sex(parts.value("Sex")),
        upn=_upn(parts.value("UPN"), remarks),
        year_group=_year_group(parts.value("NCyearActual"), remarks),
        class_name=parts.value("Class")[:40],
        languages=tuple(read_languages(parts, remarks)),
        english_additional=read_yes(more.value("EnglishAsAdditionalLanguage")),
        sen_history=tuple(read_provision(part, remarks)),
        sen_needs=read_needs(part),
        looked_after=read_looked_after(part),
        care_authority=more.value("CareAuthority")[:20],
        service_child=read_yes(parts.value("ServiceChild")),
        address=read_address(parts.places),
        phones=read_phones(parts.places),
        emails=read_emails(parts.places),
        contacts=tuple(sorted(_contacts(part, remarks), key=_order)),
        attendance=tuple(read_attendance(part, remarks)),
        schools=tuple(read_schools(part, remarks)),
        sensitive=read_sensitive(parts),
    )


def misplaced(part: Element) -> set[str]:
    """The names of parts that stand where the specification does not put them."""
    odd = {each.name for each in part.children} - DIRECTLY_UNDER_PUPIL
    for basic in part.every("BasicDetails"):
        odd |= {each.name for each in basic.children} & _NOT_IN_BASIC
    for contact in _contact_parts(part):
        odd |= {each.name for each in contact.children} & UNUSUAL_IN_CONTACT
    return odd


def _places(part: Element) -> list[Element]:
    details = [each for each in part.every("ContactDetails") if not any(_contact_parts_of(each))]
    return [part, *part.every("BasicDetails"), *details]


def _upn(text: str, remarks: Remarks) -> str:
    upn = text.upper().replace(" ", "")[:20]
    if upn and (trouble := upn_trouble(upn)):
        remarks.say(f"{trouble}; imported all the same")
    return upn


def _year_group(text: str, remarks: Remarks) -> str:
    group = read_year_group(text)
    if text and group is None:
        remarks.say(f"the year group “{text[:20]}” is not one and was left out")
    return group or ""


def _contacts(part: Element, remarks: Remarks) -> Iterator[ContactOnFile]:
    return (read_contact(each, remarks) for each in _contact_parts(part))


def _contact_parts(part: Element) -> Iterator[Element]:
    for each in part.children:
        yield from _contact_parts_of(each)


def _contact_parts_of(part: Element) -> Iterator[Element]:
    """The part itself if it describes a contact; those inside if it is a list of them."""
    described = bool(part.value("Surname", "Forename", "Relationship"))
    if part.name == "Contact" or (part.name == "ContactDetails" and described):
        yield part
    elif part.name in ("Contacts", "ContactDetails"):
        yield from _contact_parts(part)


def _order(contact: ContactOnFile) -> int:
    return LAST if contact.order is None else contact.order
