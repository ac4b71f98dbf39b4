"""A child, an adult or a professional: one entry for each human being."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import EVERYONE, NEXT_SCHOOL, STAFF, Entry, Listed, field


class PersonKind(Listed):
    """What somebody is to the record."""

    CHILD = "child", "Child"
    ADULT = "adult", "Adult"
    PROFESSIONAL = "professional", "Professional"


class SenStatus(Listed):
    """Special educational needs provision, the codes of the school census."""

    NONE = "N", "No special educational need"
    SUPPORT = "K", "SEN support"
    PLAN = "E", "EHC plan"


@dataclass(frozen=True, kw_only=True)
class Person(Entry):
    """Somebody in a family, or working with one. ``year_group`` was true in ``year_group_in``.

    ``upn_print`` is a keyed fingerprint of the pupil number; the number itself is not kept.
    """

    table: ClassVar[str] = "person"
    title: ClassVar[str] = "Person"

    kind: Annotated[PersonKind, field("Kind", audience=EVERYONE)] = PersonKind.ADULT
    name_title: Annotated[str, field("Title", audience=EVERYONE)] = ""
    forename: Annotated[str, field("Forename", search=True, audience=EVERYONE)] = ""
    middle_names: Annotated[str, field("Middle names", audience=STAFF)] = ""
    surname: Annotated[str, field("Surname", required=True, search=True, audience=EVERYONE)]
    known_as: Annotated[str, field("Name used", search=True, audience=EVERYONE)] = ""
    known_as_surname: Annotated[str, field("Surname used", search=True, audience=EVERYONE)] = ""
    letter_name: Annotated[str, field("Name for letters home", audience=EVERYONE)] = ""
    pronouns: Annotated[str, field("Pronouns", audience=STAFF)] = ""
    date_of_birth: Annotated[date | None, field("Date of birth", audience=NEXT_SCHOOL)] = None
    sex: Annotated[str, field("Sex on the school's register", audience=STAFF)] = ""
    died_on: Annotated[date | None, field("Died on")] = None
    year_group: Annotated[str, field("Year group", audience=EVERYONE)] = ""
    year_group_in: Annotated[
        int | None, field("Academic year it was true in", audience=EVERYONE)
    ] = None
    class_name: Annotated[str, field("Class", audience=EVERYONE)] = ""
    upn_print: Annotated[str, field("Pupil number fingerprint", listed=False, audience=STAFF)] = ""
    first_language: Annotated[str, field("First language", audience=EVERYONE)] = ""
    home_language: Annotated[str, field("Language at home", audience=EVERYONE)] = ""
    sen_status: Annotated[SenStatus | None, field("SEN", audience=NEXT_SCHOOL)] = None
    sen_needs: Annotated[str, field("SEN needs", audience=NEXT_SCHOOL)] = ""
    looked_after: Annotated[bool, field("Looked after")] = False
    previous_school: Annotated[str, field("Previous school", audience=STAFF)] = ""
    next_school: Annotated[str, field("Next school", audience=NEXT_SCHOOL)] = ""
    key_adult: Annotated[str, field("Key adult in school", audience=EVERYONE)] = ""
    organisation: Annotated[str, field("Organisation", audience=STAFF)] = ""
    job: Annotated[str, field("Job", audience=STAFF)] = ""
    left_on: Annotated[date | None, field("Left the school on")] = None
    ethnicity: Annotated[str, field("Ethnicity", special=True, audience=STAFF)] = ""
    religion: Annotated[str, field("Religion", special=True, audience=STAFF)] = ""
    free_school_meals: Annotated[bool | None, field("Free school meals", special=True)] = None
    medical: Annotated[str, field("Medical flag", special=True, audience=STAFF)] = ""

    @property
    def called(self) -> str:
        """Forename and surname as used: "Zara Khan"."""
        first, last = self.known_as or self.forename, self.known_as_surname or self.surname
        return f"{first} {last}".strip()

    @property
    def short(self) -> str:
        """The first name used, or the whole name where there is none."""
        return self.known_as or self.forename or self.addressed

    @property
    def addressed(self) -> str:
        """Title and surname, "Mrs Khan"; without a title the full name, never a guess."""
        last = self.known_as_surname or self.surname
        return f"{self.name_title} {last}" if self.name_title else self.called

    @property
    def full(self) -> str:
        """Title, first name and surname: "Mrs Amina Khan"."""
        return f"{self.name_title} {self.called}".strip()
