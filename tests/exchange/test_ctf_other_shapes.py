"""Files that follow no specification are read as far as they can be, and say so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from liaison.exchange.ctf import read_ctf
from liaison.exchange.pupil_file import PupilFile
from tests.exchange.ctf_files import contact, ctf, part, pupil, text


def read(tmp_path: Path, words: str) -> PupilFile:
    path = tmp_path / "odd.xml"
    path.write_text(words, encoding="utf-8")
    return read_ctf(path)


HOBBY = ctf(
    part(
        "Pupil",
        text("LegalSurname", "Farrow"),
        text("LegalForename", "Jamie"),
        text("DateOfBirth", "14/01/2015"),
        text("YearGroup", "Year 6"),
        text("RegGroup", "6RQ"),
        text("PreferredForename", "Jay"),
        text("FirstLanguage", "Urdu"),
        text("HomeLanguage", "PNJ"),
        text("SENstatus", "SEN Support"),
        text("SENtype", "SEMH"),
        text("FSMeligible", "true"),
        text("LookedAfter", "yes"),
        part("Address", text("AddressLine1", "7 Example Road"), text("Postcode", "ZZ99 3VZ")),
        part(
            "ContactDetails",
            part(
                "Contact",
                text("FirstName", "Casey"),
                text("LastName", "Farrow"),
                text("RelationshipType", "Mother"),
                text("ParentalResponsibility", "Yes"),
                text("Priority", "1"),
                text("MobilePhone", "07700 900101"),
                text("Phone", "01632 960101"),
                text("EmailAddress", "casey.farrow@example.org"),
                text("SameAddress", "true"),
                text("CourtOrder", "Y"),
            ),
        ),
    ),
    wrapper="Pupils",
)


def test_the_aliases_of_hobby_exporters_are_read(tmp_path: Path) -> None:
    file = read(tmp_path, HOBBY)
    (child,) = file.pupils
    assert (child.name, child.preferred_forename) == ("Jamie Farrow", "Jay")
    assert (child.born, child.year_group, child.class_name) == (date(2015, 1, 14), "6", "6RQ")
    assert [(each.use, each.name) for each in child.languages] == [
        ("first", "Urdu"),
        ("home", "Panjabi"),
    ]
    assert child.sen
    assert child.sen.code == "K"
    assert [each.code for each in child.sen_needs] == ["SEMH"]
    assert child.sensitive.free_school_meals is True
    assert child.looked_after is True
    assert child.address
    assert child.address.key == "7 example road|zz993vz"
    (adult,) = child.contacts
    assert (adult.name, adult.relationship, adult.responsibility) == (
        "Casey Farrow",
        "mother",
        True,
    )
    assert [each.number for each in adult.phones] == ["01632 960101", "07700 900101"]
    assert adult.emails == ("casey.farrow@example.org",)
    assert adult.address_as_pupil
    assert adult.court_order is True


def test_it_is_marked_as_a_non_standard_file_naming_what_is_odd(tmp_path: Path) -> None:
    file = read(tmp_path, HOBBY)
    assert file.non_standard
    (warning,) = [each for each in file.warnings if "non-standard file" in each]
    for name in ("Pupils", "ContactDetails", "ParentalResponsibility", "SENstatus", "Postcode",
                 "LegalSurname"):  # fmt: skip
        assert name in warning


def test_a_file_as_specified_is_not_marked(tmp_path: Path) -> None:
    assert not read(tmp_path, ctf(pupil(contacts=[contact()]))).non_standard


@pytest.mark.parametrize(
    "moved",
    [
        part("Pupil", part("BasicDetails", text("Surname", "Farrow"), text("Forename", "Jamie"))),
        part("Student", text("Surname", "Farrow"), text("Forename", "Jamie")),
        part("Pupil", text("surname", "Farrow"), text("FORENAME", "Jamie")),
        part("Pupil", text("Surname", "Farrow"), text("Forename", "Jamie"), text("Town", "X")),
    ],
)
def test_parts_elsewhere_or_spelt_otherwise_are_found_and_marked(
    tmp_path: Path, moved: str
) -> None:
    file = read(tmp_path, ctf(moved))
    assert file.pupils[0].name == "Jamie Farrow"
    assert file.non_standard


@pytest.mark.parametrize("root", ["CTF", "Pupils", "CommonTransferFile", "ctfile"])
def test_other_names_of_the_outermost_part_are_taken(tmp_path: Path, root: str) -> None:
    file = read(tmp_path, ctf(pupil(), root=root))
    assert file.pupils[0].name == "Jamie Farrow"
    assert file.non_standard


def test_contact_details_of_the_pupil_herself_are_not_a_contact(tmp_path: Path) -> None:
    own = part("ContactDetails", text("Email", "jamie@example.org"), text("Tel", "01632 960101"))
    (child,) = read(tmp_path, ctf(pupil(more=own))).pupils
    assert child.contacts == ()
    assert child.emails == ("jamie@example.org",)
    assert [each.number for each in child.phones] == ["01632 960101"]


def test_contact_details_may_be_one_contact_each(tmp_path: Path) -> None:
    each = part("ContactDetails", text("Surname", "Farrow"), text("Relationship", "PAF"))
    (child,) = read(tmp_path, ctf(pupil(more=each + each))).pupils
    assert [adult.relationship for adult in child.contacts] == ["father", "father"]


def test_contacts_directly_under_the_pupil_are_read(tmp_path: Path) -> None:
    (child,) = read(tmp_path, ctf(pupil(more=contact() + contact(forename="Drew")))).pupils
    assert [adult.forename for adult in child.contacts] == ["Casey", "Drew"]


def test_phones_without_a_list_around_them_are_read(tmp_path: Path) -> None:
    loose = contact(more=text("PhoneNo", "07700 900101") + text("HomePhone", "01632 960101"))
    (child,) = read(tmp_path, ctf(pupil(contacts=[loose]))).pupils
    assert {(each.number, each.kind) for each in child.contacts[0].phones} == {
        ("07700 900101", "mobile"),
        ("01632 960101", "home"),
    }


def test_a_language_without_its_type_is_read(tmp_path: Path) -> None:
    basic = part("Languages", text("Language", "ENG"))
    (child,) = read(tmp_path, ctf(pupil(basic=basic))).pupils
    assert [(each.use, each.name) for each in child.languages] == [("other", "English")]


def test_an_address_beside_the_contact_itself_is_read(tmp_path: Path) -> None:
    loose = contact(more=text("AddressLine1", "9 Sample Road") + text("PostCode", "ZZ99 3VZ"))
    (child,) = read(tmp_path, ctf(pupil(contacts=[loose]))).pupils
    address = child.contacts[0].address
    assert address
    assert address.key == "9 sample road|zz993vz"
