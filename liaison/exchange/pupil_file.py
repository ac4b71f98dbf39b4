"""What a school's pupil file says, as typed values, whatever format it came in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class PhoneOnFile:
    """A telephone number: as a person reads it, and as two numbers are compared."""

    number: str
    key: str
    kind: str = "phone"
    """One of mobile, home, work, fax, phone."""


@dataclass(frozen=True, kw_only=True)
class AddressOnFile:
    """A postal address; ``key`` is equal for two ways of writing one home, empty if unsure."""

    house: str = ""
    street: str = ""
    locality: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class ContactOnFile:
    """An adult as one pupil's record names them. ``None`` always means: the file does not say."""

    order: int | None = None
    title: str = ""
    surname: str = ""
    forename: str = ""
    middle_names: str = ""
    relationship: str = ""
    relationship_on_file: str = ""
    professional: bool = False
    relative: bool = False
    responsibility: bool | None = None
    address: AddressOnFile | None = None
    address_as_pupil: bool = False
    phones: tuple[PhoneOnFile, ...] = ()
    emails: tuple[str, ...] = ()
    court_order: bool | None = None

    @property
    def name(self) -> str:
        """Forename and surname, as warnings call this adult."""
        return f"{self.forename} {self.surname}".strip()


@dataclass(frozen=True, kw_only=True)
class LanguageOnFile:
    """A language a pupil speaks; ``use`` is first, home or other."""

    use: str
    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class SenProvision:
    """A stretch of special educational provision: N none, K SEN support, E EHC plan."""

    code: str
    code_on_file: str = ""
    started: date | None = None
    ended: date | None = None


@dataclass(frozen=True, kw_only=True)
class SenNeed:
    """A type of need, 1 being the chief one."""

    code: str
    rank: int | None = None
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class AttendanceYear:
    """Sessions of one academic year at one school; 2025 stands for 2025/26."""

    year: int
    possible: int
    attended: int
    authorised: int | None = None
    unauthorised: int | None = None
    school: str = ""

    @property
    def percentage(self) -> float | None:
        """Sessions attended of those possible; nothing when none was possible."""
        return 100 * self.attended / self.possible if self.possible else None


@dataclass(frozen=True, kw_only=True)
class SchoolAttended:
    """One school in a pupil's history; no leaving date means there still."""

    name: str
    urn: str = ""
    entered: date | None = None
    left: date | None = None


@dataclass(frozen=True, kw_only=True)
class Sensitive:
    """What is read but not imported unless the school has switched it on."""

    ethnicity: str = ""
    religion: str = ""
    free_school_meals: bool | None = None
    medical: bool | None = None
    disabilities: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pupil:
    """One pupil as the file describes them."""

    surname: str = ""
    forename: str = ""
    middle_names: str = ""
    preferred_surname: str = ""
    preferred_forename: str = ""
    born: date | None = None
    sex: str = ""
    upn: str = ""
    year_group: str = ""
    class_name: str = ""
    languages: tuple[LanguageOnFile, ...] = ()
    english_additional: bool | None = None
    sen_history: tuple[SenProvision, ...] = ()
    sen_needs: tuple[SenNeed, ...] = ()
    looked_after: bool | None = None
    care_authority: str = ""
    service_child: bool | None = None
    address: AddressOnFile | None = None
    phones: tuple[PhoneOnFile, ...] = ()
    emails: tuple[str, ...] = ()
    contacts: tuple[ContactOnFile, ...] = ()
    attendance: tuple[AttendanceYear, ...] = ()
    schools: tuple[SchoolAttended, ...] = ()
    sensitive: Sensitive = Sensitive()

    @property
    def name(self) -> str:
        """Forename and surname, as warnings call this pupil."""
        return f"{self.forename} {self.surname}".strip()

    @property
    def sen(self) -> SenProvision | None:
        """The provision that holds now: the one not ended, otherwise the latest."""
        open_ones = [each for each in self.sen_history if each.ended is None]
        return max(open_ones or self.sen_history, key=_started, default=None)

    @property
    def previous_school(self) -> str:
        """The school left last, if the file knows of one."""
        gone = [each for each in self.schools if each.left and each.name]
        return max(gone, key=_left).name if gone else ""


@dataclass(frozen=True, kw_only=True)
class PupilFile:
    """A whole file; ``full`` only if it says that it holds everything of its pupils.

    ``digest`` is the SHA-256 of its bytes, in hexadecimal.
    """

    pupils: tuple[Pupil, ...] = ()
    format: str = "CTF"
    version: str = ""
    written_on: date | None = None
    full: bool = False
    school: str = ""
    academic_year: int | None = None
    non_standard: bool = False
    digest: str = ""
    warnings: tuple[str, ...] = ()


def _started(provision: SenProvision) -> date:
    return provision.started or date.min


def _left(school: SchoolAttended) -> date:
    return school.left or date.min
