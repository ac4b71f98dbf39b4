"""The ring-round at 9:15: absent children become a list of numbers to try, in their order."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from liaison.casework.contacts import log_contact, part_of
from liaison.casework.families import whole_family
from liaison.casework.finding import find_child
from liaison.errors import NotFound, UnknownValue
from liaison.model.contact import Contact, Part
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person, PersonKind
from liaison.model.reach import MessageSafety, PointKind
from liaison.model.relationship import Responsibility
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling
from liaison.store.store import Store

TELL_THEM = "Has a social worker: tell them if the absence stays unexplained."


@dataclass(frozen=True)
class Number:
    """A number to try: whose, and a sentence when a restriction says to look first.

    ``relation`` is the code of what the adult is to the child.
    """

    adult: Person
    value: str
    warning: str = ""
    message_safe: MessageSafety = MessageSafety.NOT_ASKED
    relation: str = ""


@dataclass(frozen=True)
class Absent:
    """One absent child and the numbers to try, first to ring first."""

    child: Person
    family: str
    numbers: tuple[Number, ...]
    note: str = ""


@dataclass(frozen=True)
class Try:
    """One number that was rung for one child; ``at`` is local, HH:MM."""

    child: str
    value: str
    outcome: str
    at: str


@dataclass(frozen=True)
class Round:
    """The list, and the pasted lines that fit no child, each with its sentence."""

    absent: tuple[Absent, ...]
    unknown: tuple[tuple[str, str], ...]


def ring_round(store: Store, pasted: str, *, on: date) -> Round:
    """Children named one to a line (a class or code behind the name is passed over)."""
    absent, unknown = [], []
    for line in filter(None, map(str.strip, pasted.splitlines())):
        try:
            absent.append(_absent(store, _child_in(store, line), on))
        except (NotFound, UnknownValue) as error:
            unknown.append((line, str(error)))
    return Round(tuple(absent), tuple(unknown))


def absent_child(store: Store, child: Person, *, on: date) -> Absent:
    """One child ticked rather than pasted."""
    return _absent(store, child, on)


def outcome_of_try(
    store: Store, absent: Absent, number: Number, outcome: str, *, today: date, at: str
) -> Contact:
    """One try at one number: a call with its outcome, about the child's attendance."""
    contact = Contact(
        family=absent.family,
        held_on=today,
        held_at=at,
        channel="phone",
        outcome=outcome,
        purposes=("attendance",),
    )
    people = [
        (number.adult.id, part_of(store, outcome)),
        (absent.child.id, Part.SUBJECT),
    ]
    return log_contact(store, contact, people=people, today=today).contact


def _child_in(store: Store, line: str) -> Person:
    """The child a line names, whichever of the two names it puts first."""
    first, *turned = _names_in(line)
    try:
        return find_child(store, first)
    except NotFound:
        for name in turned:
            with suppress(NotFound):
                return find_child(store, name)
        raise


def _names_in(line: str) -> list[str]:
    """The name as written, then with its first or its last word moved to the other end."""
    surname, *more = re.split(r"\t|\s{2,}", line)
    in_columns = bool(more) and "," not in surname and not re.search(r"\d|^$", more[0].strip())
    name = f"{surname} {more[0].strip()}" if in_columns else _name_in(line)
    words = name.split()
    return [name, " ".join(words[1:] + words[:1]), " ".join(words[-1:] + words[:-1])]


def _name_in(line: str) -> str:
    """The name in a line copied from a register: "Khan, Zara 6RQ" is Zara Khan."""
    name = re.split(r"\t|\s{2,}|\s\(|\s\d|\s[RN]\d", line)[0].strip()
    surname, comma, forename = name.partition(",")
    return f"{forename.strip()} {surname.strip()}" if comma else name


def _absent(store: Store, child: Person, on: date) -> Absent:
    record = whole_family(store, child.family)
    professional = any(
        tie.child == child.id and tie.relationship == "social_worker"
        for tie in record.relationships
    )
    return Absent(
        child=child,
        family=child.family,
        numbers=tuple(_numbers(record, child, on)),
        note=TELL_THEM if professional or child.looked_after else "",
    )


def _numbers(record: FamilyRecord, child: Person, on: date) -> list[Number]:
    found = []
    for adult in record.adults:
        tie = record.relationship(adult.id, child.id)
        if adult.kind is not PersonKind.ADULT or tie is None or adult.died_on:
            continue
        asked = ruling(
            record.restrictions,
            what=What.CONTACT,
            adult=adult.id,
            child=child.id,
            on=on,
            names=record.order_names,
        )
        if asked.answer is Answer.BLOCK:
            continue
        warning = asked.sentence if asked.answer is Answer.WARN else ""
        if tie.responsibility is Responsibility.NO and not warning:
            warning = "No responsibility recorded: ask only for a call back."
        found += [
            Number(adult, point.value, warning, point.message_safe, tie.relationship)
            for point in record.reach_of(adult.id)
            if point.kind is PointKind.PHONE
        ]
    return found
