"""What is settled about one reader before the first entry of a family copy is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liaison.errors import CannotPrint
from liaison.model.copies.confidential import hidden_from
from liaison.model.copies.copy import Asked, Sieve
from liaison.model.copies.naming import Names, names, names_of
from liaison.model.copies.parentage import children_of
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Entry, fields_of
from liaison.model.folded import folded
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import What
from liaison.model.ruling import Answer, Ruling, ruling
from liaison.model.words import and_list

OUTLETS = (What.LETTERS, What.INFORMATION)
"""What a copy is, in the words of a restriction. Either one, current, stops it."""


def checked_reader(record: FamilyRecord, reader: str) -> Person:
    """The adult a family copy is made for, or ``CannotPrint`` saying why it cannot be hers."""
    found = record.person(reader)
    if found is None:
        sentence = f"That reader does not belong to the {record.family.name} family."
        raise CannotPrint(sentence)
    if found.kind is PersonKind.CHILD:
        sentence = f"A family copy is made for an adult, and {found.called} is a child."
        raise CannotPrint(sentence)
    if found.kind is PersonKind.PROFESSIONAL:
        sentence = f"A family copy is made for the family; {found.called} works with the family."
        raise CannotPrint(sentence)
    if found.died_on:
        raise CannotPrint(f"{found.full} has died. No copy is made.")
    return found


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Who reads, whose children may be shown, which children must not be named.

    ``hidden`` are the people whose address the reader must not learn. ``sole_adult`` says that the
    family has no other living adult, so that what was said without a name was said by the reader.
    """

    asked: Asked
    record: FamilyRecord
    children: frozenset[str]
    unnamed: Names
    hidden: frozenset[str]
    sole_adult: bool

    @property
    def reader(self) -> str:
        return self.asked.reader.id if self.asked.reader else ""

    @property
    def called(self) -> str:
        return self.asked.reader.addressed if self.asked.reader else ""

    @property
    def mourned(self) -> frozenset[str]:
        """Her own children who have died."""
        own = children_of(self.record, self.reader)
        return frozenset(each.id for each in own if each.died_on)

    @property
    def other_children(self) -> frozenset[str]:
        """The children who are not shown to her, but for those of her own who have died."""
        every = frozenset(each.id for each in self.record.children)
        return every - self.children - self.mourned

    def rules(self, what: What, child: str | None = None) -> Ruling:
        """What the restrictions on the reader say about one outlet today."""
        return ruling(
            self.record.restrictions,
            what=what,
            adult=self.reader,
            child=child,
            on=self.asked.today,
            names=self.record.order_names,
        )

    def names_another_child(self, entry: Entry) -> bool:
        """Whether what the reader would see of the entry names a child who is not hers."""
        return any(self.unsayable(text) for text in self.seen_of(entry))

    def seen_of(self, entry: Entry) -> Iterator[str]:
        """The texts of an entry that this audience reads, listed values in the school's words."""
        for bound in fields_of(type(entry)):
            value = getattr(entry, bound.name)
            if bound.kind is str and value and self.asked.audience in bound.about.readers:
                choices = bound.about.choices
                yield self.asked.label(choices, value) if choices else value

    def unsayable(self, text: str) -> bool:
        """Whether the text names a child who must not be named to this reader."""
        return self.unnamed.in_text(text) or self.asked.strangers.in_text(text)

    def is_hers(self, name: str) -> bool:
        """Whether this is the reader: by her id, or by a name nobody else here goes by."""
        who = self.asked.reader
        if who is None or not name:
            return False
        others = (each for each in self.record.people if each.id != who.id)
        shared = {folded(said) for each in others for said in _said_for(each)}
        return name == who.id or folded(name) in {folded(each) for each in _said_for(who)} - shared

    def is_another_adults(self, name: str) -> bool:
        """Whether this is the name of an adult of the family who is not the reader."""
        if not name or self.is_hers(name):
            return False
        grown = (each for each in self.record.adults if each.kind is PersonKind.ADULT)
        others = (each for each in grown if each.id != self.reader)
        return folded(name) in {folded(said) for each in others for said in _said_for(each)}


def _said_for(person: Person) -> set[str]:
    """What stands for somebody where a name is written."""
    return {person.full, person.called, person.addressed, person.short} - {""}


def settled(record: FamilyRecord, asked: Asked, sieve: Sieve) -> tuple[Reading, tuple[str, ...]]:
    """The reading and its warnings. ``CannotPrint`` when the reader may be told of no child."""
    reader = asked.reader
    alive = [child for child in record.children if not child.died_on]
    own = [each for each in children_of(record, reader.id) if each in alive] if reader else alive
    sieve.note("Children", "Not the reader’s own.", len(alive) - len(own))
    adults = (each for each in record.adults if each.kind is PersonKind.ADULT)
    grown = [each for each in adults if not each.died_on]
    reading = Reading(
        asked=asked,
        record=record,
        children=frozenset(each.id for each in own),
        unnamed=_others(record, own, reader),
        hidden=hidden_from(record, reader.id if reader else ""),
        sole_adult=len(grown) == 1,
    )
    if reader is None:
        return reading, ()
    stopped = _stopped(reading, reader)
    kept = [each for each in own if each.id not in stopped]
    sieve.note("Children", "A restriction stops it.", len(stopped))
    warnings = tuple(_warnings(reading, reader, stopped))
    shown = frozenset(each.id for each in kept)
    return replace(reading, children=shown, unnamed=_others(record, kept, reader)), warnings


def _others(record: FamilyRecord, shown: Sequence[Person], reader: Person | None) -> Names:
    """Children who are not shown, unless somebody shown has the same name, or it was her own."""
    own = children_of(record, reader.id) if reader else ()
    ids = {each.id for each in shown}
    known = [*shown, *(each for each in own if each.died_on), *([reader] if reader else [])]
    spoken = {name for each in known for name in names_of(each)}
    hidden = {name for each in record.children if each.id not in ids for name in names_of(each)}
    return names(hidden - spoken)


def _stopped(reading: Reading, reader: Person) -> frozenset[str]:
    """The children a restriction keeps from this reader; ``CannotPrint`` when that is all."""
    asked: list[str | None] = [*sorted(reading.children)] or [None]
    found = {child: [reading.rules(what, child) for what in OUTLETS] for child in asked}
    blocks = {
        child: answer
        for child, answers in found.items()
        for answer in answers
        if answer.answer is Answer.BLOCK
    }
    if len(blocks) == len(found):
        raise CannotPrint(f"No copy for {reader.full}. {next(iter(blocks.values())).sentence}")
    return frozenset(child for child in blocks if child)


def _warnings(reading: Reading, reader: Person, stopped: frozenset[str]) -> Iterator[str]:
    """What the officer should know before she hands the copy over."""
    called = reading.record.names
    if not reading.children:
        nobody = f"{reader.full} is not recorded as a parent or carer of a child here"
        yield f"{nobody}, so no child stands on this copy."
    if stopped:
        yield f"{and_list([called[each] for each in sorted(stopped)])} left out by a restriction."
    asked: list[str | None] = [*sorted(reading.children - stopped)] or [None]
    answers = [reading.rules(what, child) for what in OUTLETS for child in asked]
    answers.append(reading.rules(What.CONTACT))
    said = (each.sentence for each in answers if each.answer is not Answer.ALLOW)
    yield from dict.fromkeys(said)
