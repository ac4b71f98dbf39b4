"""What a Common Transfer File says arrives as typed values, quirk by quirk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from liaison.exchange.ctf import read_ctf
from liaison.exchange.pupil_file import Pupil, PupilFile
from tests.exchange.ctf_files import AS_PUPIL, contact, ctf, home, part, phone, pupil, text

FILES = Path(__file__).parent / "files"
Read = Callable[..., PupilFile]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(words: str | bytes) -> PupilFile:
        path = tmp_path / "999_2001.xml"
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
        return read_ctf(path)

    return reading


def only(file: PupilFile) -> Pupil:
    assert len(file.pupils) == 1
    return file.pupils[0]


@pytest.mark.parametrize("name", ["fixture_full_v19_gender.xml", "fixture_full_v25_sex.xml"])
def test_both_versions_of_the_sample_say_the_same(name: str) -> None:
    file = read_ctf(FILES / name)
    assert file.full
    assert (file.school, file.academic_year) == ("Oakfield Primary School", 2025)
    jamie, ellis, morgan = file.pupils
    assert [each.name for each in file.pupils] == [
        "Jamie Farrow",
        "Ellis Farrow",
        "Morgan O'Connor-Birchall",
    ]
    assert (jamie.born, jamie.sex, jamie.year_group) == (date(2015, 1, 14), "M", "6")
    assert [each.name for each in jamie.contacts] == [
        "Casey Farrow",
        "Drew Farrow",
        "Marley Oldroyd",
    ]
    assert jamie.sen is not None
    assert jamie.sen.code == "E"
    assert [each.code for each in jamie.sen_needs] == ["SLCN", "ASD"]
    assert [(each.year, each.possible) for each in jamie.attendance] == [
        (2023, 378),
        (2024, 380),
        (2025, 300),
    ]
    assert jamie.attendance[2].percentage == 80
    assert ellis.sen is None
    assert morgan.looked_after is True
    assert morgan.care_authority == "998"
    assert morgan.previous_school == "Riverside Infant School"
    assert jamie.previous_school == ""


def test_a_partial_file_says_that_it_is_partial_and_has_no_contacts() -> None:
    file = read_ctf(FILES / "fixture_partial_no_contacts.xml")
    assert not file.full
    assert only(file).contacts == ()
    assert file.warnings == ()


def test_contacts_stand_in_their_order_and_those_without_one_come_last(read: Read) -> None:
    people = [contact(forename=name, order=order) for name, order in
              [("Third", 3), ("None", None), ("First", 1), ("Odd", "first")]]  # fmt: skip
    found = only(read(ctf(pupil(contacts=people)))).contacts
    assert [each.forename for each in found] == ["First", "Third", "None", "Odd"]


def test_a_missing_relationship_stays_empty_without_a_warning(read: Read) -> None:
    file = read(ctf(pupil(contacts=[contact(relationship=None)])))
    adult = only(file).contacts[0]
    assert (adult.relationship, adult.relationship_on_file) == ("", "")
    assert not adult.professional
    assert file.warnings == ()


def test_a_contact_may_have_no_phone_and_no_address(read: Read) -> None:
    adult = only(read(ctf(pupil(contacts=[contact()])))).contacts[0]
    assert (adult.phones, adult.emails, adult.address) == ((), (), None)
    assert not adult.address_as_pupil


@pytest.mark.parametrize(
    ("written", "number", "key"),
    [
        ("07700 900101", "07700 900101", "07700900101"),
        ("   07700900101   ", "07700900101", "07700900101"),
        ("+44 (0)7700 900101", "+44 (0)7700 900101", "07700900101"),
        ("0044 7700 900101", "0044 7700 900101", "07700900101"),
        ("(01632) 960101", "(01632) 960101", "01632960101"),
        ("960103", "960103", "960103"),
        ("01632 960101 ext 12", "01632 960101 ext 12", "01632960101"),
        ("+33 1 99 00 12 34", "+33 1 99 00 12 34", "33199001234"),
        ("00000000000", "00000000000", ""),
        ("1234", "1234", ""),
    ],
)
def test_phones_stay_readable_and_compare_by_their_digits(
    read: Read, written: str, number: str, key: str
) -> None:
    found = only(read(ctf(pupil(contacts=[contact(phones=[written])])))).contacts[0].phones
    assert [(each.number, each.key) for each in found] == [(number, key)]


def test_two_numbers_in_one_field_are_two_phones_and_words_are_none(read: Read) -> None:
    both = contact(phones=["07700 900101 / 01632 960101", "ask at the office", "07700900101"])
    found = only(read(ctf(pupil(contacts=[both])))).contacts[0].phones
    assert [each.number for each in found] == ["07700 900101", "01632 960101"]


def test_the_kind_of_phone_is_kept_and_a_mobile_is_known_by_its_number(read: Read) -> None:
    numbers = [phone("07700 900101", None), phone("01632 960101", "H"),
               phone("01632 960102", "W"), phone("01632 960103", "F"),
               phone("01632 960104", None)]  # fmt: skip
    found = only(read(ctf(pupil(contacts=[contact(phones=numbers)])))).contacts[0].phones
    assert [each.kind for each in found] == ["mobile", "home", "work", "fax", "phone"]


def test_the_padding_of_a_house_number_is_dropped(read: Read) -> None:
    address = only(read(ctf(pupil(address=home("          7"))))).address
    assert address is not None
    assert (address.house, address.street) == ("7", "Example Road")


def test_one_home_written_in_three_ways_has_one_key(read: Read) -> None:
    lines = part("Address", part("AddressLines", text("AddressLine1", "7 EXAMPLE RD"),
                 text("AddressLine2", "Exampleton")), text("PostCode", "zz993vz"))  # fmt: skip
    split = part("Address", part("AddressLines", text("AddressLine1", "7"),
                 text("AddressLine2", "Example Road"), text("AddressLine3", "Exampleton")),
                 text("PostCode", "ZZ99  3VZ"))  # fmt: skip
    file = read(ctf(*(pupil(address=each) for each in (home(), lines, split))))
    keys = {each.address.key for each in file.pupils if each.address}
    assert keys == {"7 example road|zz993vz"}
    assert file.pupils[1].address
    assert file.pupils[1].address.postcode == "ZZ99 3VZ"


@pytest.mark.parametrize(
    "other",
    [
        home("8"),
        home("7", "Sample Road"),
        home("7", "Example Road", "ZZ99 4VZ"),
        home("Flat 2, 7"),
    ],
)
def test_another_house_street_postcode_or_flat_is_another_home(read: Read, other: str) -> None:
    file = read(ctf(pupil(), pupil(forename="Ellis", address=other)))
    first, second = (each.address for each in file.pupils)
    assert first
    assert second
    assert first.key != second.key


@pytest.mark.parametrize(
    "vague",
    [
        home("", ""),
        home("7", ""),
        home("No fixed abode", "Exampleton"),
        home("Confidential", "address"),
    ],
)
def test_an_address_that_could_be_anywhere_is_nobodys_shared_home(read: Read, vague: str) -> None:
    address = only(read(ctf(pupil(address=vague)))).address
    assert address
    assert address.key == ""


def test_an_address_in_lines_keeps_its_places_apart(read: Read) -> None:
    lines = ["Flat 2", "7 Example Road", "Little Sample", "Exampleton", "Exampleshire"]
    numbered = [text(f"AddressLine{place}", line) for place, line in enumerate(lines, 1)]
    address = only(read(ctf(pupil(address=part("Address", *numbered))))).address
    assert address
    assert address.street == "Flat 2, 7 Example Road"
    assert (address.locality, address.town, address.county) == lines_after(lines)


def lines_after(lines: list[str]) -> tuple[str, ...]:
    return tuple(lines[2:])


def test_an_address_without_numbers_takes_two_lines_for_the_home(read: Read) -> None:
    lines = [text("AddressLine1", "Rose Cottage"), text("AddressLine2", "Church Lane"),
             text("AddressLine3", "Exampleton")]  # fmt: skip
    abroad = part("Address", part("AddressLines", *lines), part("ZIP", text("Zip", "1010")))
    address = only(read(ctf(pupil(address=abroad)))).address
    assert address
    assert (address.town, address.postcode) == ("Exampleton", "1010")
    assert address.key == "rose cottage church lane|1010"


@pytest.mark.parametrize("empty", ["", part("Address"), part("Address", part("BS7666Address"))])
def test_no_address_is_nothing(read: Read, empty: str) -> None:
    assert only(read(ctf(pupil(address=empty)))).address is None


def test_address_as_pupil_is_not_an_address_of_its_own(read: Read) -> None:
    adult = only(read(ctf(pupil(contacts=[contact(address=AS_PUPIL)])))).contacts[0]
    assert adult.address_as_pupil
    assert adult.address is None
    no = part("Address", text("AddressAsPupil", "false"))
    assert not only(read(ctf(pupil(contacts=[contact(address=no)])))).contacts[0].address_as_pupil


@pytest.mark.parametrize(
    ("surname", "forename", "shown"),
    [
        ("FARROW", "JAMIE", "Jamie Farrow"),
        ("MCDONALD", "ÉLODIE", "Élodie McDonald"),
        ("O'NEILL", "D'ARCY", "D'Arcy O'Neill"),
        ("D'ANGELO", "ANNA-MARIA", "Anna-Maria d'Angelo"),
        ("VAN DER BERG", "JO", "Jo van der Berg"),
        ("O’CONNOR-BIRCHALL", "MORGAN", "Morgan O’Connor-Birchall"),
        ("NG", "WAI MAN", "Wai Man NG"),
        ("FARROW", "TJ", "TJ Farrow"),
        ("Farrow", "AJ", "AJ Farrow"),
        ("SMYTHE III", "KE'ASIA", "Ke'asia Smythe III"),
        ("MacDonald", "jamie", "jamie MacDonald"),
        ("DE", "LA", "LA DE"),
    ],
)
def test_names_in_capitals_become_names(
    read: Read, surname: str, forename: str, shown: str
) -> None:
    assert only(read(ctf(pupil(surname, forename)))).name == shown


def test_the_preferred_name_stands_beside_the_legal_one_and_a_former_one_is_not_kept(
    read: Read,
) -> None:
    basic = text("PreferredSurname", "OLDROYD") + text("PreferredForename", "Jay")
    more = text("FormerSurname", "Quayle") + text("MiddleNames", "ROBIN")
    child = only(read(ctf(pupil(basic=basic + more))))
    assert (child.surname, child.forename) == ("Farrow", "Jamie")
    assert (child.preferred_surname, child.preferred_forename) == ("Oldroyd", "Jay")
    assert child.middle_names == "Robin"
    assert "Quayle" not in repr(child)


def test_an_empty_leaving_date_means_there_still(read: Read) -> None:
    schools = [
        part("School", text("SchoolName", "Riverside"), text("LeavingDate", "2025-01-03")),
        part("School", text("SchoolName", "Oakfield"), text("LeavingDate", "")),
        part("School", text("SchoolName", ""), text("LeavingDate", "2026-01-01")),
    ]
    file = read(ctf(pupil(more=part("SchoolHistory", *schools))))
    assert [each.left for each in only(file).schools][:2] == [date(2025, 1, 3), None]
    assert only(file).previous_school == "Riverside"
    assert file.warnings == ()


def test_a_school_without_a_number_is_read(read: Read) -> None:
    history = part("SchoolHistory", part("School", text("SchoolName", "Riverside")))
    assert only(read(ctf(pupil(more=history)))).schools[0].urn == ""


def test_a_pupil_may_have_no_birthday_and_no_year(read: Read) -> None:
    file = read(ctf(pupil(born=None, year=None)))
    assert (only(file).born, only(file).year_group) == (None, "")
    assert file.warnings == ()


def test_a_pupil_without_any_name_is_read_as_such(read: Read) -> None:
    file = read(ctf(pupil(None, None, born="30/02/2015")))
    assert only(file).name == ""
    assert file.warnings == (
        "A pupil without a name: the date of birth “30/02/2015” is not a date and was left out.",
    )


def test_siblings_and_their_parents_come_with_each_pupil(read: Read) -> None:
    mother = contact(phones=["07700 900101"])
    file = read(ctf(pupil(contacts=[mother]), pupil(forename="Ellis", contacts=[mother])))
    assert [each.forename for each in file.pupils] == ["Jamie", "Ellis"]
    assert file.pupils[0].contacts == file.pupils[1].contacts


def test_the_same_contact_twice_on_one_pupil_is_two_contacts(read: Read) -> None:
    assert len(only(read(ctf(pupil(contacts=[contact(), contact()])))).contacts) == 2


def test_unknown_parts_are_left_out_and_listed_once_each(read: Read) -> None:
    odd = text("ShoeSize", "3") + part("Hobbies", text("Hobby", "chess")) + text("ShoeSize", "4")
    file = read(ctf(pupil(more=odd)))
    assert [each for each in file.warnings if "ShoeSize" in each] == [
        "Parts of the file that this program does not know were left out: ShoeSize, Hobbies."
    ]
    assert only(file).name == "Jamie Farrow"


def test_assessments_and_marks_are_passed_over_without_a_word(read: Read) -> None:
    more = part("StageAssessments", part("KeyStage", text("Stage", "KS2"), text("Odd", "x")))
    assert read(ctf(pupil(more=more))).warnings == ()


@pytest.mark.parametrize(
    ("said", "means"),
    [("true", True), ("1", True), ("Y", True), ("YES", True), ("false", False), ("0", False),
     ("N", False), (None, None), ("", None), ("perhaps", None)],
)  # fmt: skip
def test_responsibility_is_yes_no_or_not_known(
    read: Read, said: str | None, means: bool | None
) -> None:
    file = read(ctf(pupil(contacts=[contact(responsibility=said)])))
    assert only(file).contacts[0].responsibility is means
    assert bool(file.warnings) == (said == "perhaps")


@pytest.mark.parametrize(
    ("said", "means"),
    [("Y", True), ("true", True), ("1", True), ("N", False), ("false", False), (None, None),
     ("see file", True)],
)  # fmt: skip
def test_a_court_order_is_only_ever_told_not_understood(
    read: Read, said: str | None, means: bool | None
) -> None:
    file = read(ctf(pupil(contacts=[contact(court=said)])))
    assert only(file).contacts[0].court_order is means
    assert bool(file.warnings) == (said == "see file")


@pytest.mark.parametrize(
    ("code", "ours", "professional", "relative"),
    [
        ("PAM", "mother", False, False),
        ("paf", "father", False, False),
        ("STP", "step_parent", False, False),
        ("CAR", "carer", False, False),
        ("FOP", "foster_carer", False, False),
        ("GRM", "grandparent", False, True),
        ("REL", "other_relative", False, True),
        ("OTH", "other", False, True),
        ("FAM", "other_relative", False, False),
        ("CHM", "childminder", True, False),
        ("SWR", "social_worker", True, False),
        ("DOC", "doctor", True, False),
        ("TUT", "teacher", True, False),
        ("HFA", "other", True, False),
        ("AGN", "other", True, False),
        ("NOT", "other", False, False),
        ("Mother", "mother", False, False),
        ("Step-Father", "step_parent", False, False),
        ("Social Worker", "social_worker", True, False),
        ("Uncle", "aunt_uncle", False, True),
    ],
)
def test_relationship_codes_become_ours(
    read: Read, code: str, ours: str, professional: bool, relative: bool
) -> None:
    file = read(ctf(pupil(contacts=[contact(relationship=code)])))
    adult = only(file).contacts[0]
    assert (adult.relationship, adult.relationship_on_file) == (ours, code)
    assert (adult.professional, adult.relative) == (professional, relative)
    assert bool(file.warnings) == (code in ("HFA", "AGN", "NOT"))


def test_what_is_sensitive_stands_apart_and_is_empty_unless_told(read: Read) -> None:
    basic = (text("Ethnicity", "NOBT") + text("MedicalFlag", "true")
             + part("Disabilities", text("Disability", "NCOL"))
             + part("SuppInfo", text("Religion", "CH")))  # fmt: skip
    meals = part("FSMhistory", part("FSMinstance", text("FSMstartDate", "2024-01-01"),
                 text("FSMendDate", "")))  # fmt: skip
    told = only(read(ctf(pupil(basic=basic, more=meals)))).sensitive
    assert (told.ethnicity, told.religion, told.medical) == ("NOBT", "CH", True)
    assert (told.free_school_meals, told.disabilities) == (True, ("NCOL",))
    ended = meals.replace("<FSMendDate>", "<FSMendDate>2025-01-01")
    assert only(read(ctf(pupil(more=ended)))).sensitive.free_school_meals is False
    assert only(read(ctf(pupil()))).sensitive.free_school_meals is None


def test_languages_get_their_names_and_unknown_codes_stay(read: Read) -> None:
    kinds = [("F", "URD"), ("H", "PNJM"), ("S", "QQQ"), ("T", "ZZZ"), ("C", "BNGX")]
    basic = part("Languages", *(part("Type", text("LanguageType", kind), text("Language", code))
                                for kind, code in kinds), part("Type"))  # fmt: skip
    file = read(ctf(pupil(basic=basic)))
    assert [(each.use, each.name) for each in only(file).languages] == [
        ("first", "Urdu"),
        ("home", "Panjabi (Mirpuri)"),
        ("other", "QQQ"),
        ("other", "Bengali"),
    ]
    assert len(file.warnings) == 1


@pytest.mark.parametrize(
    ("stretches", "code"),
    [
        ([("A", "2010-01-01", ""), ("S", "2012-01-01", None)], "E"),
        ([("K", "2022-01-01", "2023-01-01"), ("E", "2020-01-01", "2021-01-01")], "K"),
        ([("P", None, None)], "K"),
        ([("EHCP", "2020-01-01", None)], "E"),
        ([("N", "2024-01-01", None), ("K", "2020-01-01", None)], "N"),
        ([("Z", "2024-01-01", None)], None),
        ([("", "2024-01-01", None)], None),
    ],
)
def test_the_provision_that_holds_is_the_one_not_ended_or_the_latest(
    read: Read, stretches: list[tuple[str, str | None, str | None]], code: str | None
) -> None:
    history = [part("SEN", text("StartDate", start), text("SENprovision", kind),
                    text("EndDate", end)) for kind, start, end in stretches]  # fmt: skip
    file = read(ctf(pupil(more=part("SENhistory", *history))))
    sen = only(file).sen
    assert (sen.code if sen else None) == code
    assert bool(file.warnings) == (stretches[0][0] == "Z")


def test_needs_stand_by_rank(read: Read) -> None:
    needs = [part("SENneed", text("SENtypeRank", rank), text("SENtype", kind))
             for rank, kind in [(2, "ASD"), (None, "HI"), (1, "SLCN"), (3, "")]]  # fmt: skip
    file = read(ctf(pupil(more=part("SENhistory", part("SENneeds", *needs)))))
    assert [each.code for each in only(file).sen_needs] == ["SLCN", "ASD", "HI"]


@pytest.mark.parametrize(
    ("told", "means"), [("M", "M"), ("f", "F"), ("Female", "F"), ("1", "M"), ("2", "F"), ("9", "")]
)
def test_sex_is_as_on_the_register(read: Read, told: str, means: str) -> None:
    assert only(read(ctf(pupil(sex=told)))).sex == means


@pytest.mark.parametrize(("year", "attended"), [("2025", "301"), ("1850", "300"), ("0", "1")])
def test_attendance_that_cannot_be_right_is_left_out_and_said(
    read: Read, year: str, attended: str
) -> None:
    figures = part("YearData", text("Year", year), text("SessionsPossible", "300"),
                   text("SessionsAttended", attended))  # fmt: skip
    file = read(ctf(pupil(more=part("Attendance", figures))))
    assert only(file).attendance == ()
    assert len(file.warnings) == 1


def test_a_year_of_attendance_without_figures_is_left_out_and_said(read: Read) -> None:
    years = [part("YearData", text("Year", "2025"), text("SessionsPossible", "0"),
                  text("SessionsAttended", "0")),
             part("YearData", text("Year", "2024"), text("SessionsPossible", "many"))]  # fmt: skip
    file = read(ctf(pupil(more=part("Attendance", *years))))
    assert [each.percentage for each in only(file).attendance] == [None]
    assert len(file.warnings) == 1


@pytest.mark.parametrize(
    ("upn", "warned"),
    [
        ("E999200119001", ""),
        ("e999200119001 ", ""),
        ("A999200119001", "check letter"),
        ("999200119001", "not written as one"),
        ("SECRET", "not written as one"),
    ],
)
def test_an_odd_pupil_number_warns_and_is_never_shown(read: Read, upn: str, warned: str) -> None:
    file = read(ctf(pupil(upn=upn)))
    assert only(file).upn == upn.strip().upper()
    assert bool(file.warnings) == bool(warned)
    assert all(warned in each and upn not in each for each in file.warnings)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("N1", "N1"), ("n2", "N2"), ("R", "R"), ("1", "1"), ("06", "6"), ("Year 11", "11"),
     ("Y7", "7"), ("14", "14"), ("X", "X"), ("Reception", "R"), ("Nursery", "N2"), ("0", "R"),
     ("15", ""), ("Badgers", "")],
)  # fmt: skip
def test_year_groups(read: Read, written: str, read_as: str) -> None:
    file = read(ctf(pupil(year=written)))
    assert only(file).year_group == read_as
    assert bool(file.warnings) == (not read_as)


@pytest.mark.parametrize(
    ("year", "written", "means"),
    [
        ("2025", "2026-06-19T12:12:27", 2025),
        ("2025/26", None, 2025),
        ("2024-2025", None, 2024),
        (None, "2026-06-19T12:12:27", 2025),
        (None, "2026-09-01", 2026),
        ("soon", "19/06/2026 12:12", 2025),
        (None, None, None),
        ("20256", "yesterday", None),
    ],
)
def test_the_academic_year_comes_from_the_header_or_the_day_it_was_written(
    read: Read, year: str | None, written: str | None, means: int | None
) -> None:
    assert read(ctf(pupil(), year=year, written=written)).academic_year == means


@pytest.mark.parametrize("version", ["19.0", "21.0", "25.0", "25"])
def test_known_versions_pass_without_a_word(read: Read, version: str) -> None:
    assert read(ctf(pupil(), version=version)).warnings == ()


@pytest.mark.parametrize("version", ["11.0", "18.1", "26.0", "99", None, "newest"])
def test_other_versions_are_read_with_a_warning(read: Read, version: str | None) -> None:
    file = read(ctf(pupil(), version=version))
    assert only(file).name == "Jamie Farrow"
    assert len(file.warnings) == 1


def test_a_file_that_says_neither_full_nor_partial_is_taken_as_partial(read: Read) -> None:
    file = read(ctf(pupil(), qualifier=None))
    assert not file.full
    assert len(file.warnings) == 1


def test_a_file_without_pupils_says_so(read: Read) -> None:
    assert read(ctf()).warnings == ("There are no pupils in the file.",)


def test_an_admissions_file_is_read_too(read: Read) -> None:
    header = text("ATFversion", "21.0")
    words = ctf(pupil(), root="ATfile", wrapper="ATFpupilData", version=None, header=header)
    file = read(words)
    assert (file.format, file.version, file.warnings) == ("ATF", "21.0", ())
    assert only(file).name == "Jamie Farrow"


def test_namespaces_do_not_matter(read: Read) -> None:
    words = ctf(pupil()).replace("<CTfile>", '<c:CTfile xmlns:c="urn:x" xmlns="urn:y">')
    file = read(words.replace("</CTfile>", "</c:CTfile>"))
    assert (only(file).name, file.warnings) == ("Jamie Farrow", ())
