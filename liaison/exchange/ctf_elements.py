"""The names a Common Transfer File gives its parts, and the other names some exporters use."""

from liaison.errors import BadFile

ROOTS = {"ctfile": "CTF", "atfile": "ATF"}
_ROOT_ALIASES = {
    "ctf": "CTF", "ctffile": "CTF", "commontransferfile": "CTF", "ctfpupildata": "CTF",
    "pupils": "CTF", "atf": "ATF", "atffile": "ATF", "atfpupildata": "ATF",
}  # fmt: skip

_STANDARD = """
CTfile ATfile CTFpupilData ATFpupilData Pupil
Header DocumentName CTFversion ATFversion DateTime DocumentQualifier DataDescriptor DataQualifier
SupplierID SuppID SourceSchool DestSchool LEA Estab URN SchoolName AcademicYear
UPN UniqueLearnerNumber UCI ApplicationReference Surname Forename DOB Sex Gender BasicDetails
FormerUPN PreferredSurname PreferredForename FormerSurname FormerForename MiddleNames NCyearActual
Ethnicity EthnicitySource Languages Type LanguageType Language ServiceChild MedicalFlag
Disabilities Disability EnrolStatus SuppInfo BirthCertificate Religion EnglishAsAdditionalLanguage
FSMhistory FSMreviewDate FSMinstance FSMstartDate FSMendDate UKcountry NAWdetails
LookedAfter InCare CareAuthority
SENhistory SEN StartDate SENprovision EndDate SENneeds SENneed NeedStartDate SENtypeRank SENtype
Admissions Address BS7666Address SAON PAON Street Locality Town AdministrativeArea PostTown
UniquePropertyReferenceNumber UniqueStreetReferenceNumber AddressLines AddressLine1 AddressLine2
AddressLine3 AddressLine4 AddressLine5 County PostCode ZIP Country Easting Northing AddressAsPupil
Phones Phone TelephoneType PhoneNo Email
Contacts Contact Order Title Relationship Responsibility CourtOrder
Attendance YearData Year SessionsPossible SessionsAuthorised SessionsAttended SessionsUnauthorised
AttendSessions StageAssessments SchoolHistory School EntryDate LeavingDate LeavingReason LastSchool
RemovalGrounds
"""

LEFT_OUT = frozenset({"AttendSessions", "NAWdetails", "Admissions", "StageAssessments"})
"""Known, and of no use to this record: passed over without a word."""

_UNDER_PUPIL = """
UPN UniqueLearnerNumber UCI ApplicationReference Surname Forename DOB Sex BasicDetails FSMhistory
LookedAfter SENhistory Address Phones Email Contacts Attendance SchoolHistory SuppInfo
"""

DIRECTLY_UNDER_PUPIL = frozenset(_UNDER_PUPIL.split())

_SAME_THING = {"gender": "Sex", "atfpupildata": "CTFpupilData"}

_ALIASES = {
    "CTFpupilData": "Pupils Students PupilData CTFpupils",
    "Pupil": "Student",
    "BasicDetails": "PupilDetails PersonalDetails StudentDetails",
    "Surname": "LegalSurname LastName FamilyName",
    "Forename": "LegalForename FirstName GivenName",
    "MiddleNames": "MiddleName",
    "PreferredSurname": "PreferredLastName",
    "PreferredForename": "PreferredFirstName KnownAs ChosenName",
    "DOB": "DateOfBirth BirthDate",
    "NCyearActual": "YearGroup NCyear NationalCurriculumYear",
    "Class": "RegGroup RegistrationGroup RegistrationForm TutorGroup ClassName Form",
    "UniqueLearnerNumber": "ULN",
    "FirstLanguage": "NativeLanguage",
    "HomeLanguage": "LanguageAtHome",
    "Ethnicity": "EthnicGroup EthnicCode",
    "FSM": "FSMeligible FreeSchoolMeals FSMstatus",
    "SENprovision": "SENstatus SENcode SENDstatus",
    "SENtype": "SENneedType PrimaryNeed",
    "ContactDetails": "ContactInformation",
    "Contact": "Parent Guardian ParentCarer",
    "Contacts": "Parents Guardians ContactList",
    "Order": "Priority ContactPriority ContactOrder",
    "Relationship": "RelationshipType RelationshipToPupil RelationToPupil",
    "Responsibility": "ParentalResponsibility HasParentalResponsibility",
    "AddressAsPupil": "SameAddress SameAddressAsPupil LivesWithPupil",
    "PhoneNo": "PhoneNumber TelephoneNo TelephoneNumber",
    "TelephoneType": "PhoneType",
    "Telephone": "MainTelephone Tel",
    "MobilePhone": "Mobile MobileNumber MobileNo",
    "HomePhone": "HomeTelephone",
    "WorkPhone": "WorkTelephone",
    "Email": "EmailAddress",
    "PAON": "HouseNumber HouseName",
    "Town": "City",
    "PostCode": "PostalCode",
}
"""Our name for a part to the names it has in files that follow no specification."""

_MOST_LISTED = 40


class Naming:
    """Turns tags into names and remembers what was strange about them."""

    def __init__(self) -> None:
        self.format = ""
        self.aliases: list[str] = []
        self.unknown: list[str] = []

    def __call__(self, tag: str, depth: int) -> str | None:
        """The name for a tag; nothing for one to leave out. Refuses a root that is no CTF's."""
        if depth == 1:
            self._root(tag)
        name = _NAMES.get(tag.lower())
        if name is None:
            _remember(tag, self.unknown)
        elif tag not in _SPELLINGS:
            _remember(tag, self.aliases)
        return None if name in LEFT_OUT else name

    def _root(self, tag: str) -> None:
        lower = tag.lower()
        self.format = ROOTS.get(lower) or _ROOT_ALIASES.get(lower, "")
        if not self.format:
            raise BadFile(
                f"This is not a Common Transfer File: its outermost part is called “{tag[:40]}”, "
                "not “CTfile”. Choose the file the school's system exports as CTF."
            )
        if lower in _ROOT_ALIASES:
            _remember(tag, self.aliases)


def _remember(tag: str, names: list[str]) -> None:
    if tag not in names and len(names) < _MOST_LISTED:
        names.append(tag[:60])


_SPELLINGS = frozenset(_STANDARD.split()) | {"Zip"}
_NAMES = {name.lower(): name for name in _STANDARD.split()} | _SAME_THING
_NAMES |= {name.lower(): name for name in _ALIASES}
_NAMES |= {alias.lower(): name for name, aliases in _ALIASES.items() for alias in aliases.split()}
_NAMES |= dict.fromkeys(("ctf", "ctffile", "commontransferfile"), "CTfile")
_NAMES |= dict.fromkeys(("atf", "atffile"), "ATfile")
