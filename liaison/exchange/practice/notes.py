"""The contacts of an invented family: attempts, good news, everyday business and worries."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from liaison.dates import YEAR_GROUPS, academic_year, year_now
from liaison.exchange.practice.everyday import EVERYDAY
from liaison.exchange.practice.good_news import GOOD_NEWS
from liaison.exchange.practice.household import Household, Member
from liaison.exchange.practice.names import GIRL
from liaison.exchange.practice.topics import Topic
from liaison.exchange.practice.ways import ATTEMPTS, OPENINGS, WAYS, Attempt, Way
from liaison.exchange.practice.worries import WORRIES
from liaison.model.contact import About, Contact, ContactPerson, Direction, Nature, Part

TOPICS = (*GOOD_NEWS, *EVERYDAY, *WORRIES)
CHOSEN = tuple((topic, topic.weight) for topic in TOPICS)
CHOSEN_WORRIES = tuple((topic, topic.weight) for topic in WORRIES)
NURSERY = YEAR_GROUPS.index("N1")
TEACHERS = {
    "N1": "Miss Wren",
    "N2": "Miss Wren",
    "R": "Mrs Tilley",
    "1": "Mr Frost",
    "2": "Miss Oakley",
    "3": "Miss Doyle",
    "4": "Mr Lee",
    "5": "Mrs Penrose",
    "6": "Mr Adams",
}
TOLD = ("Mrs Hall", "the class teacher", "the office", "the head", "lunchtime staff")
KNOWN_BY = (("voice", 50), ("number_held", 40), ("rang_back", 8), ("not_checked", 2))
PLACES = ("family_room", "neutral_room", "classroom", "office", "library", "children_centre")
PER_YEAR = (8, 10, 13, 16, 18, 20, 22, 25, 30, 37, 50)
"""Contacts in a year with one family; with the tasks done about 25 on average."""
SHORT_SPAN = (2, 3, 3, 4)
"""Contacts with one family in a record without a whole year."""


class Said(NamedTuple):
    """The words for people that a sentence may name."""

    child: str
    he: str
    his: str
    him: str
    adult: str
    she: str
    her: str
    teacher: str

    def fill(self, sentence: str) -> str:
        """The sentence with its people in it."""
        return sentence.format(
            child=self.child,
            he=self.he,
            his=self.his,
            him=self.him,
            He=self.he.capitalize(),
            adult=self.adult,
            she=self.she,
            her=self.her,
            She=self.she.capitalize(),
            teacher=self.teacher,
        )


@dataclass(frozen=True)
class Note:
    """A contact as it was written, what it was about, and who was in it."""

    contact: Contact
    topic: Topic | None
    said: Said
    adult: Member


def contacts_of(home: Household) -> list[Note]:
    """Years of contacts with one family, the oldest first."""
    days = home.open_days()
    adults = home.reachable
    if not days or not adults:
        return []
    chance = home.chance
    count = chance.choice(PER_YEAR) * home.years if home.years else chance.choice(SHORT_SPAN)
    count = count // 4 if home.traits.colleague else count
    held = sorted(chance.choices(days, k=count))
    last_worries = len(held) - 5 if home.traits.worried else len(held)
    return [
        _note(home, day, adults, worry=number > last_worries) for number, day in enumerate(held)
    ]


def _note(home: Household, day: date, adults: list[Member], *, worry: bool) -> Note:
    chance = home.chance
    adult = adults[0] if len(adults) == 1 or chance.random() < 0.7 else chance.choice(adults)
    child = _child_on(home, day, home.children_of(adult) or home.children)
    said = said_of(child, adult, day)
    if not worry and chance.random() < 0.18:
        attempt = chance.choices(*ATTEMPTS)[0]
        return _kept(home, _attempt(home, day, attempt, said), None, said, (adult, child))
    topic = chance.weighted(CHOSEN_WORRIES if worry else CHOSEN)
    contact = _talk(home, day, topic, said, adult)
    return _kept(home, contact, topic, said, (adult, child))


def _child_on(home: Household, day: date, children: list[Member]) -> Member:
    """One of the children who were at school on that day, or the eldest."""
    back = academic_year(home.on) - academic_year(day)
    there = [
        each for each in children if YEAR_GROUPS.index(each.person.year_group) - back >= NURSERY
    ]
    return home.chance.choice(there) if there else children[0]


def said_of(child: Member, adult: Member, day: date) -> Said:
    """The words for a child, an adult and the class teacher of that day."""
    girl, woman = child.sex == GIRL, adult.sex == GIRL
    year = year_now(child.person.year_group, child.person.year_group_in, day)
    return Said(
        child=child.person.short,
        he="she" if girl else "he",
        his="her" if girl else "his",
        him="her" if girl else "him",
        adult=adult.person.addressed,
        she="she" if woman else "he",
        her="her" if woman else "him",
        teacher=TEACHERS.get(year, "Miss Wren"),
    )


def _attempt(home: Household, day: date, attempt: Attempt, said: Said) -> Contact:
    chance = home.chance
    return Contact(
        id=chance.new_id(),
        family=home.id,
        held_on=day,
        held_at=_time(home),
        channel=attempt.channel,
        direction=Direction.WE,
        outcome=attempt.outcome,
        facts=said.fill(chance.choice(attempt.facts)) if chance.random() < 0.5 else "",
    )


def _talk(home: Household, day: date, topic: Topic, said: Said, adult: Member) -> Contact:
    chance, random = home.chance, home.chance.random
    way: Way = chance.choices(*WAYS)[0]
    direction = chance.choice(way.directions)
    inwards = direction is Direction.THEY
    fill = said.fill
    serious = topic.about is About.CONCERN
    words = random() < 0.45
    return Contact(
        id=chance.new_id(),
        family=home.id,
        held_on=day,
        held_at=_time(home),
        channel=way.channel,
        direction=direction,
        outcome=chance.choice(way.outcomes),
        about=topic.about,
        nature=_nature(topic) if random() < 0.7 else None,
        purposes=topic.purposes,
        place=chance.choice(PLACES) if way.in_a_room and random() < 0.7 else "",
        facts=_facts(home, topic, way, said, adult),
        words=fill(chance.choice(topic.words)) if words else "",
        words_of=said.adult if words else "",
        view=fill(chance.choice(topic.views)) if random() < (0.5 if serious else 0.25) else "",
        child_voice=chance.choice(CHILD_SAYS) if random() < 0.06 else "",
        agreed=fill(chance.choice(topic.agreed)) if topic.agreed and random() < 0.3 else "",
        told=chance.choice(TOLD) if random() < 0.1 else "",
        caller_known_by=chance.weighted(KNOWN_BY) if inwards and way.channel == "phone" else "",
        minutes=chance.randrange(*way.minutes) if way.minutes and random() < 0.6 else None,
        keep_from_family=random() < 0.01,
    )


CHILD_SAYS = (
    "I like it when Nan picks me up.",
    "I want to be in the same class as my friend.",
    "The hall is too loud.",
    "Can I come to the garden again?",
    "I am good at drawing dragons.",
    "Mornings are fast.",
    "I do not like the toilets upstairs.",
    "My friend was away, so it was a bit boring.",
)


def _nature(topic: Topic) -> Nature:
    business = {"forms", "food", "uniform", "attendance", "punctuality", "health_appointment"}
    plain = topic.about is not About.PRAISE and business.intersection(topic.purposes)
    return Nature.TRANSACTIONAL if plain else Nature.RELATIONAL


def _facts(home: Household, topic: Topic, way: Way, said: Said, adult: Member) -> str:
    chance = home.chance
    facts = chance.choice(topic.facts)
    if adult.interpreter and way.interpreted:
        facts = f"With an interpreter on the line. {facts}"
    elif chance.random() < 0.3:
        facts = f"{chance.choice(OPENINGS[topic.about])} {facts}"
    return said.fill(facts)


def _time(home: Household) -> str:
    if home.chance.random() < 0.15:
        return ""
    at = 8 * 60 + 20 + 5 * home.chance.randrange(106)
    return f"{at // 60:02}:{at % 60:02}"


def _kept(
    home: Household,
    contact: Contact,
    topic: Topic | None,
    said: Said,
    people: tuple[Member, Member],
) -> Note:
    """Take the contact and its people into the family."""
    adult, child = people
    home.entries.append(contact)
    part(home, contact, adult, Part.SPOKEN_TO if topic else Part.MENTIONED)
    if topic:
        part(home, contact, child, Part.SUBJECT)
    if topic and len(home.adults) > 1 and home.chance.random() < 0.08:
        other = next(each for each in reversed(home.adults) if each is not adult)
        if not other.restricted and other.person.died_on is None:
            part(home, contact, other, home.chance.choice((Part.PRESENT, Part.MENTIONED)))
    return Note(contact, topic, said, adult)


def part(home: Household, contact: Contact, member: Member, what: Part) -> None:
    """One person's part in a contact."""
    home.entries.append(
        ContactPerson(
            id=home.chance.new_id(),
            family=home.id,
            contact=contact.id,
            person=member.person.id,
            part=what,
        )
    )


def first_after(notes: list[Note], day: date) -> Note | None:
    """The first conversation, not an attempt, held after a day."""
    start = bisect_right(notes, day, key=lambda note: note.contact.held_on)
    return next((note for note in notes[start:] if note.topic), None)
