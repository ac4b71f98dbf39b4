"""The members of an invented family: children, parents in one home or two, others who care."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from liaison.dates import YEAR_GROUPS, academic_year
from liaison.exchange.practice.household import Household, Member, born, title_for
from liaison.exchange.practice.names import BOY, GIRL, Names, any_names, names_for
from liaison.model.family import LivesThere, Membership
from liaison.model.person import Person, PersonKind, SenStatus
from liaison.model.relationship import Relationship, Responsibility

CLASSES = "ABDEFHLMORW"
KEY_ADULTS = ("Mrs Hall", "Miss Doyle", "Mr Lee", "Mrs Osborne", "Mr Adams", "Miss Farrow")
NEEDS = (
    *("Speech and language", "Reading and spelling", "Attention", "Hearing"),
    *("Feelings and friendships", "Fine motor skills"),
)
NEXT_SCHOOLS = ("Example High", "Example Academy", "Riverside Example School")
PROFESSIONALS = (
    ("Speech and language therapist", "Example Community Trust"),
    ("School nurse", "Example Community Trust"),
    ("Family support worker", "Example Family Hub"),
    ("Specialist teacher", "Example Learning Service"),
)
HELD = (Responsibility.YES, Responsibility.YES, Responsibility.SEEN)


def people_of(home: Household, parent_from_elsewhere: Member | None = None) -> None:
    """Fill the household with its members. A parent with another home comes as handed in."""
    surname = home.family.name
    names = names_for(surname)
    _children(home, names)
    if parent_from_elsewhere:
        _known_parent(home, parent_from_elsewhere)
    else:
        _adult(home, names, surname, tie=home.chance.weighted((("mother", 78), ("father", 22))))
    _second_parent(home, names, surname)
    if home.traits.died or home.chance.likely(0.1):
        _grandparent(home, names, surname)
    if home.chance.likely(0.04):
        _professional(home)


def _children(home: Household, names: Names) -> None:
    chance = home.chance
    count = chance.weighted(((1, 44), (2, 38), (3, 14), (4, 4)))
    at = YEAR_GROUPS.index("6") if home.traits.moving_up else chance.randrange(1, 9)
    language = _home_language(home, names)
    taken: set[str] = set()
    for _ in range(count):
        sex = chance.choice((GIRL, BOY))
        forename = _forename(home, names, sex)
        while forename in taken:
            forename = _forename(home, names, sex)
        taken.add(forename)
        part = home.traits.two_homes and chance.likely(0.3)
        child = _child(home, forename, sex, YEAR_GROUPS[at], language)
        add_child(home, child, LivesThere.PART if part else LivesThere.YES)
        at -= chance.weighted(((1, 30), (2, 45), (3, 20), (0, 5)))
        if at < 1:
            break


def _forename(home: Household, names: Names, sex: str) -> str:
    mixed = home.chance.likely(0.15)
    return (any_names(home.chance) if mixed else names).child(home.chance, sex)


def _home_language(home: Household, names: Names) -> str:
    other = names.languages and home.chance.likely(0.4)
    return home.chance.choice(names.languages) if other else "English"


def add_child(home: Household, child: Person, lives: LivesThere = LivesThere.YES) -> Member:
    """One child on the school's roll."""
    person = home.put(replace(child, kind=PersonKind.CHILD, left_on=home.family.left_on))
    home.put(Membership(person=person.id, lives_there=lives))
    member = Member(person=person, sex=person.sex, lives=lives)
    home.children.append(member)
    return member


def _child(home: Household, forename: str, sex: str, year: str, language: str) -> Person:
    chance, on = home.chance, home.on
    sen = chance.weighted(((SenStatus.NONE, 82), (SenStatus.SUPPORT, 14), (SenStatus.PLAN, 4)))
    twin = next((each.person for each in home.children if each.person.year_group == year), None)
    letter = chance.choice(CLASSES)
    return Person(
        forename=forename,
        surname=home.family.name,
        known_as=forename[:3] if chance.likely(0.03) and len(forename) > 6 else "",
        sex=sex,
        date_of_birth=twin.date_of_birth if twin else born(chance, year, on),
        year_group=year,
        year_group_in=academic_year(on),
        class_name=f"{year}{letter}",
        first_language=language,
        home_language=language,
        sen_status=sen,
        sen_needs="" if sen is SenStatus.NONE else chance.choice(NEEDS),
        next_school=chance.choice(NEXT_SCHOOLS) if year == "6" and chance.likely(0.6) else "",
        key_adult=chance.choice(KEY_ADULTS) if chance.likely(0.35) else "",
    )


def _adult(
    home: Household,
    names: Names,
    surname: str,
    *,
    tie: str,
    lives: LivesThere = LivesThere.YES,
    died_on: date | None = None,
) -> Member:
    chance = home.chance
    sex = {"mother": GIRL, "father": BOY}.get(tie) or chance.choice((GIRL, BOY))
    forename = names.adult(chance, sex)
    while forename in {each.person.forename for each in home.adults + home.children}:
        forename = names.adult(chance, sex)
    person = Person(
        name_title=title_for(chance, sex), forename=forename, surname=surname, died_on=died_on
    )
    return add_adult(home, person, sex, tie, lives=lives)


def add_adult(
    home: Household, adult: Person, sex: str, tie: str, *, lives: LivesThere = LivesThere.YES
) -> Member:
    """One adult, tied to all children of the family."""
    return tied(home, Member(person=home.put(adult), sex=sex, tie=tie, lives=lives))


def tied(home: Household, adult: Member) -> Member:
    """Make the adult a member of the family and tie her to its children."""
    chance = home.chance
    home.put(Membership(person=adult.person.id, lives_there=adult.lives))
    parent = adult.tie in ("mother", "father")
    for child in home.children:
        held = chance.choice(HELD) if parent else Responsibility.NO
        seen = home.on - timedelta(days=200 + chance.randrange(300))
        home.put(
            Relationship(
                child=child.person.id,
                adult=adult.person.id,
                relationship=adult.tie,
                responsibility=held,
                responsibility_from="Birth certificate" if held is Responsibility.SEEN else "",
                evidence_on=seen if held is Responsibility.SEEN else None,
                position=len(home.adults) + 1 if adult.person.died_on is None else None,
                emergency_contact=len(home.adults) < 2 and adult.person.died_on is None,
            )
        )
    kept = replace(adult, own_children=tuple(child.person.id for child in home.children))
    home.adults.append(kept)
    return kept


def _known_parent(home: Household, parent: Member) -> None:
    """The parent whose other children are in the family before this one."""
    tied(home, replace(parent, lives=LivesThere.YES))


def _second_parent(home: Household, names: Names, surname: str) -> None:
    chance, first = home.chance, home.adults[0]
    apart = home.traits.two_homes or bool(home.traits.restriction)
    tie = {"mother": "father", "father": "mother"}[first.tie]
    own = chance.likely(0.25)
    other = any_names(chance) if own else names
    name = chance.choice(other.surnames) if own else surname
    if apart:
        _adult(home, other, name, tie=tie, lives=LivesThere.NO)
    elif chance.likely(0.1):
        _adult(home, other, name, tie="step_parent")
    elif chance.likely(0.72):
        _adult(home, other, name, tie=tie)


def _grandparent(home: Household, names: Names, surname: str) -> None:
    died_on = None
    if home.traits.died:
        died_on = home.on - timedelta(days=150 + home.chance.randrange(120))
    _adult(home, names, surname, tie="grandparent", lives=LivesThere.NO, died_on=died_on)


def _professional(home: Household) -> None:
    chance = home.chance
    names, (job, organisation) = any_names(chance), chance.choice(PROFESSIONALS)
    sex = chance.choice((GIRL, BOY))
    person = home.put(
        Person(
            kind=PersonKind.PROFESSIONAL,
            name_title="Ms" if sex == GIRL else "Mr",
            forename=names.adult(chance, sex),
            surname=chance.choice(names.surnames),
            job=job,
            organisation=organisation,
        )
    )
    home.put(Membership(person=person.id, lives_there=LivesThere.NO))
    child = chance.choice(home.children)
    home.put(
        Relationship(
            child=child.person.id,
            adult=person.id,
            relationship="other_professional",
            responsibility=Responsibility.NO,
        )
    )
