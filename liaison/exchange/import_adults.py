"""The adults of an import: who they are, which families they are in, what they are to a child."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from liaison.exchange.file_people import FileAdult, Tie
from liaison.exchange.gathering import Gathering
from liaison.exchange.import_homes import HomeWriting
from liaison.exchange.known_record import KnownRecord
from liaison.exchange.pupil_file import AddressOnFile
from liaison.model.family import LivesThere, Membership
from liaison.model.person import Person, PersonKind
from liaison.model.relationship import Relationship, Responsibility
from liaison.store.ids import new_id

CLAIMED = "claimed by the school's system"
"""How we know of somebody's responsibility after an import: a claim, never evidence."""


class AdultWriting:
    """Writes each adult once, with a membership for each family and a tie to each child."""

    def __init__(self, known: KnownRecord, gathering: Gathering) -> None:
        self._known = known
        self._gathering = gathering
        self._homes = HomeWriting(known, gathering)
        self.ties: dict[tuple[str, str], str] = {}

    def adult(self, adult: FileAdult) -> None:
        """One adult with everything the file says of her."""
        stream = adult.known.family if adult.known else _own_family(adult)
        wanted = _wanted(adult)
        if adult.known:
            self._gathering.refresh(adult.known, adult.known, wanted)
        else:
            kind = PersonKind.PROFESSIONAL if _is_professional(adult.ties) else PersonKind.ADULT
            self._gathering.add(Person(id=adult.id, family=stream, kind=kind, **wanted))
        self._memberships(adult)
        for tie in adult.ties:
            self._tie(adult, tie)
        phones = [phone for tie in adult.ties for phone in tie.contact.phones]
        emails = [email for tie in adult.ties for email in tie.contact.emails]
        self._homes.points(stream, adult.id, phones, emails)
        if home := _home_elsewhere(adult):
            self._homes.adult_home(stream, adult.id, home)

    def _memberships(self, adult: FileAdult) -> None:
        for family in dict.fromkeys(tie.child.family for tie in adult.ties):
            told = [tie for tie in adult.ties if tie.child.family == family]
            lives = _lives_there(told)
            member = self._known.members.get((family, adult.id))
            if member is None:
                entry = Membership(family=family, person=adult.id, lives_there=lives)
                self._gathering.add(entry, adult.known)
            elif adult.known and member.lives_there is LivesThere.NOT_KNOWN:
                wanted = lives if lives is LivesThere.NO else None
                self._gathering.refresh(member, adult.known, {"lives_there": wanted})

    def _tie(self, adult: FileAdult, tie: Tie) -> None:
        stands = self._known.ties.get((tie.child.id, adult.id))
        if stands is None or adult.known is None:
            known = adult.known if tie.child.known else None
            entry = _relationship(tie, adult.id)
            self.ties[tie.child.id, adult.id] = self._gathering.add(entry, known).id
            return
        self.ties[tie.child.id, adult.id] = stands.id
        wanted = _tie_wanted(tie)
        if stands.responsibility is Responsibility.SEEN:
            self._warn_of_evidence(adult.known, tie)
            del wanted["responsibility"]
        values = self._gathering.accepted(stands, adult.known, wanted)
        if "responsibility" in values:
            values["responsibility_from"] = CLAIMED
        if "relationship" in values:
            values["raw_code"] = tie.raw_code
        self._gathering.alter(stands, adult.known, values)

    def _warn_of_evidence(self, person: Person, tie: Tie) -> None:
        if tie.contact.responsibility is False:
            self._gathering.warnings.append(
                f"{person.called}: evidence of responsibility for {tie.child.pupil.name} was "
                "seen, so the file's “no” was not taken."
            )


def _is_professional(ties: list[Tie]) -> bool:
    return all(tie.contact.professional for tie in ties)


def _wanted(adult: FileAdult) -> dict[str, Any]:
    contacts = [tie.contact for tie in adult.ties]
    title = next((each.title for each in contacts if each.title), "")
    middle = next((each.middle_names for each in contacts if each.middle_names), "")
    first = contacts[0]
    return {
        "name_title": title,
        "forename": first.forename,
        "middle_names": middle,
        "surname": first.surname,
    }


def _own_family(adult: FileAdult) -> str:
    """The family she was first entered in: one where she seems to live, otherwise the first."""
    return next((tie.child.family for tie in adult.ties if tie.lives_there),
                adult.ties[0].child.family)  # fmt: skip


def _lives_there(ties: list[Tie]) -> LivesThere:
    """Lives elsewhere with an address of her own; the file's "as pupil" is not yet known."""
    if _is_professional(ties):
        return LivesThere.NO
    if any(tie.lives_there for tie in ties) or not any(tie.contact.address for tie in ties):
        return LivesThere.NOT_KNOWN
    return LivesThere.NO


def _home_elsewhere(adult: FileAdult) -> AddressOnFile | None:
    told = (tie.contact.address for tie in adult.ties if not tie.lives_there)
    return next((each for each in told if each), None)


def _relationship(tie: Tie, adult: str) -> Relationship:
    told = {name: value for name, value in _tie_wanted(tie).items() if value not in ("", None)}
    entry = Relationship(
        id=new_id(), family=tie.child.family, child=tie.child.id, adult=adult, **told
    )
    claimed = CLAIMED if tie.contact.responsibility is not None else ""
    return replace(entry, raw_code=tie.raw_code, responsibility_from=claimed)


def _tie_wanted(tie: Tie) -> dict[str, Any]:
    return {
        "relationship": tie.contact.relationship,
        "responsibility": tie.responsibility,
        "position": tie.contact.order,
    }
