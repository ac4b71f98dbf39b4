"""One invented family with a word of its own planted in every text field."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from liaison.model.attendance import AttendanceSnapshot
from liaison.model.barrier import Accepted, Adjustment, Barrier, BarrierSource, Worked
from liaison.model.contact import About, Contact, ContactPerson, Part
from liaison.model.copies.audience import copy_for
from liaison.model.copies.copy import Copy
from liaison.model.dsl import DslPointer
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience, Entry, fields_of
from liaison.model.follow_up import FollowUp, Side
from liaison.model.person import Person, PersonKind, SenStatus
from liaison.model.reach import Address, ContactPoint, ContactPreference, MessageSafety
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import PassOn, TransitionConcern

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 9)
FAMILY = "f-khan"


def word(tag: str, name: str) -> str:
    """The word planted in one field of one entry: letters only, found nowhere else."""
    plain = "".join(part.title() for part in f"{tag} {name}".replace("_", " ").split())
    return f"Q{plain}X"


def planted(cls: type[Any], tag: str, **values: Any) -> Any:
    """An entry whose free texts all hold a word of their own; ``values`` are set as given."""
    given = {"id": f"i-{tag}", "family": FAMILY} | values
    for bound in fields_of(cls):
        free = bound.kind is str and not bound.about.choices
        if free and bound.name not in given and bound.name not in ("person", "source"):
            given[bound.name] = word(tag, bound.name)
    return cls(**given)


def words_in(record: FamilyRecord) -> set[str]:
    """Every planted word that is still in a record."""
    found: set[str] = set()
    for group in fields(record):
        value = getattr(record, group.name)
        for entry in value if isinstance(value, tuple) else (value,):
            found |= _words(entry)
    return found


def _words(entry: Entry) -> set[str]:
    texts = (getattr(entry, bound.name) for bound in fields_of(type(entry)))
    return {
        each
        for text in texts
        if isinstance(text, str)
        for each in text.split()
        if each.startswith("Q") and each.endswith("X")
    }


def of(id: str, tag: str, kind: PersonKind, **values: Any) -> Person:
    return planted(Person, tag, id=id, kind=kind, **values)


MUM = of("mum", "mum", PersonKind.ADULT, name_title="Mrs", forename="Amina", surname="Khan",
         known_as="", known_as_surname="", letter_name="")  # fmt: skip
DAD = of("dad", "dad", PersonKind.ADULT, name_title="Mr", forename="Tariq", surname="Khan",
         known_as="", known_as_surname="", letter_name="")  # fmt: skip
DOCTOR = of("doctor", "doctor", PersonKind.PROFESSIONAL, forename="Grace", surname="Bell",
            known_as="", known_as_surname="", name_title="Dr", letter_name="")  # fmt: skip
ZARA = of("zara", "zara", PersonKind.CHILD, forename="Zara", surname="Khan", name_title="",
          known_as="", known_as_surname="", letter_name="", year_group="6", year_group_in=2026,
          date_of_birth=date(2015, 10, 2), sen_status=SenStatus.SUPPORT)  # fmt: skip
ALI = of("ali", "ali", PersonKind.CHILD, forename="Ali", surname="Khan", name_title="",
         known_as="", known_as_surname="", letter_name="", year_group="3", year_group_in=2026,
         date_of_birth=date(2019, 1, 5))  # fmt: skip


def lives(person: str, there: LivesThere) -> Membership:
    return Membership(id=f"m-{person}", family=FAMILY, person=person, lives_there=there)


def tie(adult: str, child: str, relationship: str, **values: Any) -> Relationship:
    id = f"t-{adult}-{child}"
    return planted(Relationship, id, child=child, adult=adult, relationship=relationship, **values)


def part(contact: str, person: str, what: Part = Part.SPOKEN_TO) -> ContactPerson:
    return ContactPerson(
        id=f"p-{contact}-{person}", family=FAMILY, contact=contact, person=person, part=what
    )


def contact(tag: str, day: date = DAY, **values: Any) -> Contact:
    values = {
        "channel": "phone",
        "outcome": "spoke",
        "about": About.CONCERN,
        "words_of": "",
    } | values
    return planted(Contact, tag, held_on=day, held_at="15:30", place="library", **values)


def phone(person: str, value: str) -> ContactPoint:
    return planted(
        ContactPoint, f"{person}phone", person=person, value=value, message_safe=MessageSafety.YES
    )


def address(person: str, **values: Any) -> Address:
    given = {"street": f"{person.title()} Street", "postcode": "ZZ99 3VZ", "house": "12"}
    return planted(Address, f"{person}address", person=person, **(given | values))


def restriction(what: What, adult: str = "dad", **values: Any) -> Restriction:
    given = {"force": Force.COURT, "seen_on": DAY, "recorded_on": DAY, "children": ()} | values
    return planted(Restriction, f"r{what.value}", adult=adult, what=what, **given)


def follow_up(tag: str, **values: Any) -> FollowUp:
    return planted(FollowUp, tag, **({"due": date(2026, 12, 1)} | values))


def barrier(tag: str, kind: str = "transport", **values: Any) -> Barrier:
    return planted(Barrier, tag, kind=kind, since=DAY, **values)


def concern(tag: str, child: str, **values: Any) -> TransitionConcern:
    given = {"move": "year_6_to_7", "domain": "friendships", "level": "targeted"} | values
    return planted(TransitionConcern, tag, child=child, raised_on=DAY, **given)


def khans(**more: Any) -> FamilyRecord:
    """Amina lives with Zara and Ali; Tariq, elsewhere, is father of Zara only."""
    record = FamilyRecord(
        family=planted(Family, "family", id=FAMILY, name="Khan"),
        people=(MUM, DAD, DOCTOR, ZARA, ALI),
        memberships=(
            lives("mum", LivesThere.YES),
            lives("dad", LivesThere.NO),
            lives("zara", LivesThere.YES),
            lives("ali", LivesThere.YES),
        ),
        relationships=(
            tie("mum", "zara", "mother", responsibility=Responsibility.YES, position=1),
            tie("mum", "ali", "mother", responsibility=Responsibility.YES, position=1),
            tie("dad", "zara", "father", position=2),
            tie("doctor", "zara", "doctor"),
        ),
        points=(phone("mum", "07700 900123"), phone("dad", "01632 960456")),
        addresses=(address("mum"), address("dad", postcode="ZZ99 1AB"), address("zara")),
        preferences=(
            planted(ContactPreference, "mumlikes", person="mum", channel="text"),
            planted(ContactPreference, "dadlikes", person="dad", channel="phone"),
        ),
        contacts=(
            contact("withmum"),
            contact("withdad"),
            contact("kept", keep_from_family=True),
            contact("withboth"),
            contact("aboutali"),
        ),
        contact_people=(
            part("i-withmum", "mum"),
            part("i-withmum", "zara", Part.SUBJECT),
            part("i-withdad", "dad", Part.PRESENT),
            part("i-withdad", "mum", Part.MENTIONED),
            part("i-kept", "mum"),
            part("i-withboth", "mum"),
            part("i-withboth", "dad", Part.PRESENT),
            part("i-aboutali", "dad"),
            part("i-aboutali", "ali", Part.SUBJECT),
        ),
        follow_ups=(
            follow_up("wewillmum", person="mum"),
            follow_up("mumwill", person="mum", side=Side.FAMILY),
            follow_up("dadwill", person="dad", side=Side.FAMILY),
            follow_up("fromkept", person="mum", source="i-kept"),
            follow_up("frommum", source="i-withmum"),
            follow_up("frompointer", person="mum", source="i-pointer"),
            follow_up("agency", person="mum", side=Side.AGENCY),
            follow_up("nobody"),
        ),
        barriers=(
            barrier("mumbarrier", person="mum"),
            barrier("dadbarrier", person="dad"),
            barrier("allbarrier", "cost", person=""),
            barrier("noticed", "reading", person="mum", source=BarrierSource.WE_NOTICED),
            barrier("sensitive", "mental_health", person="mum"),
        ),
        adjustments=tuple(
            planted(
                Adjustment,
                f"tried{each}",
                barrier=f"i-{each}",
                kind="text_reminder",
                offered_on=DAY,
                accepted=Accepted.YES,
                worked=Worked.YES,
            )
            for each in ("mumbarrier", "dadbarrier", "sensitive")
        ),
        concerns=(
            concern("zaraworry", "zara"),
            concern("aliworry", "ali", pass_on=PassOn.NO),
            concern("sendworry", "zara", domain="send", pass_on=PassOn.YES),
        ),
        attendance=(
            AttendanceSnapshot(
                id="a-ali", family=FAMILY, child="ali", year=2026, possible=90, attended=80
            ),
        ),
        pointers=(planted(DslPointer, "pointer", told_on=DAY),),
    )
    return replace(record, **more)


def family(record: FamilyRecord, reader: str = "", **more: object) -> Copy:
    return copy_for(record, audience=Audience.FAMILY, today=TODAY, reader=reader, **more)


def staff(record: FamilyRecord, **more: object) -> Copy:
    return copy_for(record, audience=Audience.STAFF, today=TODAY, **more)


def handover(record: FamilyRecord, **more: object) -> Copy:
    return copy_for(record, audience=Audience.HANDOVER, today=TODAY, **more)


def ids(entries: tuple) -> set[str]:
    return {each.id for each in entries}
