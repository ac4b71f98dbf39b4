"""A copy's free text, read once more: it must not give an address away, and should name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from liaison.dates import medium_date
from liaison.errors import CannotPrint
from liaison.model.copies.confidential import confidential_people, hidden_from, home_mates
from liaison.model.copies.copy import Asked, Label, as_coded
from liaison.model.copies.hidden_words import (
    Secrets,
    places_of,
    point_secrets,
    secrets_of,
    settings_named,
)
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience, Entry, fields_of
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling


def checked_text(record: FamilyRecord, kept: FamilyRecord, asked: Asked) -> tuple[str, ...]:
    """Warnings about the copy's free text; ``CannotPrint`` when it gives away what is hidden.

    A staff copy is warned about, not refused: staff may read it, the table may not.
    """
    return checked_texts(record, tuple(texts(kept, asked.label)), asked)


def checked_texts(
    record: FamilyRecord, said: Sequence[tuple[Entry, str]], asked: Asked
) -> tuple[str, ...]:
    """The same for texts with their entries."""
    secrets = _secrets(record, asked)
    family = asked.audience is Audience.FAMILY
    for entry, text in said:
        found = secrets.found_in(text)
        if found and asked.audience is Audience.STAFF:
            return (f"{entry_named(entry)} holds {found} that is confidential.",)
        if found:
            sentence = (
                f"{entry_named(entry)} holds {found} that must not go on this copy. Reword it, "
                "or leave it out of the copy."
            )
            raise CannotPrint(sentence)
        if family and (never := asked.never_said(text)):
            sentence = f"{entry_named(entry)} says “{never}”. Reword it for the family."
            raise CannotPrint(sentence)
    if asked.audience is Audience.STAFF:
        return ()
    return (*_next_schools(record, said, asked), *_names(record, said, asked))


def _next_schools(
    record: FamilyRecord, said: Sequence[tuple[Entry, str]], asked: Asked
) -> Iterator[str]:
    """A next school is told to an adult who lives with the child; in free text it is warned of."""
    reader = asked.reader
    if reader is None or record.lives_there(reader.id) is LivesThere.YES:
        return
    schools = settings_named(record, frozenset(each.id for each in record.children))
    naming = dict.fromkeys(entry for entry, text in said if schools.found_in(text))
    if naming:
        first = entry_named(next(iter(naming)))
        yield (
            f"{first} names a next school, and {reader.full} is not recorded as living with the "
            "child. Read it before you hand it over."
        )


def _secrets(record: FamilyRecord, asked: Asked) -> Secrets:
    """What must not stand in this copy's text: more for a family than for another school."""
    reader = asked.reader.id if asked.reader else ""
    if asked.audience is not Audience.FAMILY:
        return secrets_of(record, confidential_people(record))
    hidden = hidden_from(record, reader)
    others = frozenset(each.id for each in record.adults if each.id != reader)
    home = home_mates(record)
    at_home = record.lives_there(reader) is LivesThere.YES
    secrets = secrets_of(record, hidden) | settings_named(record, hidden)
    secrets |= point_secrets(each for each in record.points if each.person in others)
    secrets |= places_of(record, others - home if at_home else others | home)
    if reader and _must_not_learn_address(record, asked, reader):
        secrets |= secrets_of(record, home)
    return secrets - _her_own(record, reader)


def _her_own(record: FamilyRecord, reader: str) -> Secrets:
    """How she is reached, and where: "as the child" only where she is known to live there."""
    own = point_secrets(each for each in record.points if each.person == reader)
    lives = record.lives_there(reader) is LivesThere.YES
    typed = any(each.person == reader and not each.as_the_child for each in record.addresses)
    return own | places_of(record, frozenset({reader})) if lives or typed else own


def _must_not_learn_address(record: FamilyRecord, asked: Asked, reader: str) -> bool:
    found = ruling(
        record.restrictions,
        what=What.ADDRESS,
        adult=reader,
        child=None,
        on=asked.today,
        names=record.names,
    )
    return found.answer is Answer.BLOCK


def _names(record: FamilyRecord, said: Sequence[tuple[Entry, str]], asked: Asked) -> Iterator[str]:
    """A sentence for each adult named in the copy: nobody can filter a sentence by rule."""
    reader = asked.reader.id if asked.reader else ""
    others = [each for each in record.adults if each.kind is PersonKind.ADULT and each.id != reader]
    for other in others:
        naming = dict.fromkeys(entry for entry, text in said if _named(other, text))
        if naming:
            first, *more = naming
            also = f" and {len(more)} more" if more else ""
            yield f"{entry_named(first)}{also} names {other.full}. Read it before you hand it over."


def _named(person: Person, text: str) -> bool:
    names = {person.addressed, person.forename, person.known_as} - {"", person.surname}
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def texts(record: FamilyRecord, label: Label = as_coded) -> Iterator[tuple[Entry, str]]:
    """Every free text of a record with its entry. Names, phones and addresses are no free text."""
    groups: tuple[tuple[Entry, ...], ...] = (
        (record.family,),
        record.preferences,
        record.contacts,
        record.follow_ups,
        record.barriers,
        record.adjustments,
        record.concerns,
    )
    for entry in (each for group in groups for each in group):
        yield from texts_of(entry, label)


def texts_of(entry: Entry, label: Label = as_coded) -> Iterator[tuple[Entry, str]]:
    """The free texts of one entry, each with it; a value of a list in the school's own words."""
    for bound in fields_of(type(entry)):
        value = getattr(entry, bound.name)
        if bound.kind is str and value:
            yield entry, label(bound.about.choices, value) if bound.about.choices else value


def entry_named(entry: Entry) -> str:
    """“Contact” of 3 March 2026: enough to find the entry by, and nothing it says."""
    dated = ("held_on", "raised_on", "since", "offered_on", "due")
    days = (getattr(entry, name, None) for name in dated)
    day = next((each for each in days if each), None)
    return f"“{entry.title}” of {medium_date(day)}" if day else f"“{entry.title}”"
