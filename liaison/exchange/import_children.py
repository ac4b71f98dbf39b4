"""The children of an import: new ones written whole, known ones brought up to date."""

from __future__ import annotations

from datetime import date
from typing import Any

from liaison.dates import year_now
from liaison.exchange.ctf_codes import SEN_NEEDS
from liaison.exchange.file_people import FileChild
from liaison.exchange.gathering import Gathering
from liaison.exchange.import_homes import HomeWriting
from liaison.exchange.known_record import KnownRecord
from liaison.exchange.pupil_file import Pupil, PupilFile
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.folded import squeezed
from liaison.model.person import Person, PersonKind, SenStatus


class ChildWriting:
    """Writes pupils of one file; ``special_on`` names the special-category fields in use."""

    def __init__(
        self,
        known: KnownRecord,
        gathering: Gathering,
        *,
        file: PupilFile,
        special_on: frozenset[str],
        today: date,
    ) -> None:
        self._known = known
        self._gathering = gathering
        self._homes = HomeWriting(known, gathering)
        self._file = file
        self._special_on = special_on
        self._today = today

    def family(self, members: list[FileChild]) -> None:
        """A new family of these children, called by their surnames."""
        names = [each.pupil.preferred_surname or each.pupil.surname for each in members]
        name = " / ".join(dict.fromkeys(names))
        self._gathering.add(Family(id=members[0].family, name=name))

    def child(self, child: FileChild) -> None:
        """One pupil with her address, contact points and attendance."""
        pupil, wanted = child.pupil, self._wanted(child)
        if child.known:
            self._up_to_date(child.known, wanted)
        else:
            told = {name: value for name, value in wanted.items() if value not in ("", None)}
            self._gathering.add(
                Person(id=child.id, family=child.family, kind=PersonKind.CHILD, **told)
            )
            self._gathering.add(
                Membership(family=child.family, person=child.id, lives_there=LivesThere.YES)
            )
        self._homes.child_home(child.family, child.id, pupil.address)
        self._homes.points(child.family, child.id, pupil.phones, pupil.emails)
        self._attendance(child)

    def _wanted(self, child: FileChild) -> dict[str, Any]:
        pupil = child.pupil
        year_in = self._file.academic_year if pupil.year_group else None
        return {
            "surname": pupil.surname,
            "forename": pupil.forename,
            "middle_names": pupil.middle_names,
            "known_as": _other(pupil.preferred_forename, pupil.forename),
            "known_as_surname": _other(pupil.preferred_surname, pupil.surname),
            "date_of_birth": self._born(pupil),
            "sex": pupil.sex,
            "year_group": pupil.year_group,
            "year_group_in": year_in,
            "class_name": pupil.class_name,
            "upn_print": child.upn_print,
            "first_language": _language(pupil, "first"),
            "home_language": _language(pupil, "home"),
            "sen_status": SenStatus(pupil.sen.code) if pupil.sen else None,
            "sen_needs": "; ".join(SEN_NEEDS.get(each.code, each.code) for each in pupil.sen_needs),
            "looked_after": pupil.looked_after,
            "previous_school": pupil.previous_school,
            **self._special(pupil),
        }

    def _born(self, pupil: Pupil) -> date | None:
        if pupil.born and pupil.born > self._today:
            self._gathering.warnings.append(
                f"{pupil.name}: the date of birth lies in the future and was left out."
            )
            return None
        return pupil.born

    def _special(self, pupil: Pupil) -> dict[str, Any]:
        told = {
            "ethnicity": pupil.sensitive.ethnicity,
            "religion": pupil.sensitive.religion,
            "free_school_meals": pupil.sensitive.free_school_meals,
            "medical": "Flag in the school's system" if pupil.sensitive.medical else "",
        }
        return {name: value for name, value in told.items() if name in self._special_on}

    def _up_to_date(self, person: Person, wanted: dict[str, Any]) -> None:
        year = self._year(person, wanted.pop("year_group"), wanted.pop("year_group_in"))
        values = self._gathering.accepted(person, person, wanted)
        self._gathering.alter(person, person, values | year)

    def _year(self, person: Person, told: str, told_in: int | None) -> dict[str, Any]:
        """Year group and its academic year are one value: they change together or not at all.

        Last year's Year 5 is this year's Year 6, and so no change.
        """
        then = date(told_in, 12, 1) if told_in else None
        if then and year_now(person.year_group, person.year_group_in, then) == told:
            return {}
        same = told == person.year_group
        asked = {"year_group_in": told_in} if same else {"year_group": told}
        taken = self._gathering.accepted(person, person, asked)
        return {"year_group": told, "year_group_in": told_in} if taken else {}

    def _attendance(self, child: FileChild) -> None:
        for year in child.pupil.attendance:
            entry = AttendanceSnapshot(
                family=child.family,
                child=child.id,
                year=year.year,
                possible=year.possible,
                attended=year.attended,
                authorised=year.authorised or 0,
                unauthorised=year.unauthorised or 0,
                school=year.school,
                taken_on=self._file.written_on or self._today,
            )
            if self._known.is_news(entry):
                self._gathering.add(entry, child.known)


def _other(preferred: str, legal: str) -> str:
    return "" if squeezed(preferred) == squeezed(legal) else preferred


def _language(pupil: Pupil, use: str) -> str:
    return next((each.name for each in pupil.languages if each.use == use), "")
