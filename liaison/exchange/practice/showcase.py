"""The first family of every practice record: a bit of everything, as in the pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from liaison.dates import academic_year
from liaison.exchange.practice.days import next_school_day, school_begins, years_before
from liaison.exchange.practice.household import Household, Member, born
from liaison.exchange.practice.moves import next_september
from liaison.exchange.practice.names import BOY, GIRL
from liaison.exchange.practice.notes import contacts_of, part, said_of
from liaison.exchange.practice.people import add_adult, add_child
from liaison.exchange.practice.promises import follow_ups_of
from liaison.exchange.practice.reach import new_address, points_of
from liaison.exchange.practice.restrictions import DSL, SAFE
from liaison.exchange.practice.story import MET, SURNAME, TOLD, WORKS, Told
from liaison.model.barrier import Accepted, Adjustment, Barrier, BarrierState, Worked
from liaison.model.contact import About, Contact, Nature, Part
from liaison.model.family import LivesThere
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState, Side
from liaison.model.person import Person, SenStatus
from liaison.model.reach import Address, ContactPreference
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import ConcernState, PassOn, RaisedBy, TransitionConcern


def showcase(home: Household) -> None:
    """Fill the household with the family shown first."""
    zara, ali, mother, father = _people(home)
    _reach(home, mother, father)
    _order(home, father)
    notes = contacts_of(home)
    follow_ups_of(home, notes)
    told = [_contact(home, each, mother, (zara, ali)[each.child]) for each in TOLD]
    _barriers(home, mother)
    _move(home, zara)
    _promises(home, mother, [contact for contact in told if contact])


def _people(home: Household) -> tuple[Member, Member, Member, Member]:
    chance, this_year = home.chance, academic_year(home.on)
    shared = Person(
        surname=SURNAME, year_group_in=this_year, first_language="Urdu", home_language="Urdu"
    )
    zara = add_child(
        home,
        replace(
            shared,
            forename="Zara",
            sex=GIRL,
            year_group="6",
            class_name="6A",
            date_of_birth=born(chance, "6", home.on),
            sen_status=SenStatus.SUPPORT,
            sen_needs="Speech and language",
            next_school="Example High",
            key_adult="Mrs Hall",
        ),
    )
    ali = add_child(
        home,
        replace(
            shared,
            forename="Ali",
            sex=BOY,
            year_group="3",
            class_name="3D",
            date_of_birth=born(chance, "3", home.on),
            sen_status=SenStatus.NONE,
            key_adult="Miss Doyle",
        ),
    )
    amina = Person(name_title="Mrs", forename="Amina", surname=SURNAME)
    mother = replace(add_adult(home, amina, GIRL, "mother"), interpreter="Urdu, by phone")
    home.adults[0] = mother
    shahid = Person(name_title="Mr", forename="Shahid", surname=SURNAME)
    father = replace(add_adult(home, shahid, BOY, "father", lives=LivesThere.NO), restricted=True)
    home.adults[1] = father
    return zara, ali, mother, father


def _reach(home: Household, mother: Member, father: Member) -> None:
    address = new_address(home.chance)
    for child in home.children:
        home.put(replace(address, person=child.person.id))
    home.put(Address(person=mother.person.id, as_the_child=True))
    home.put(replace(new_address(home.chance), person=father.person.id))
    points_of(home, mother, mobile="07700 900412")
    points_of(home, father)
    home.put(
        ContactPreference(
            person=mother.person.id,
            channel="text",
            best_times="after 3pm",
            never_at="before 10am, works nights",
            languages="Urdu, English",
            interpreter=mother.interpreter,
            what_works=WORKS,
        )
    )


def order_read_on(on: date) -> date:
    """The first school day of the school year, or of the one before while it is not over."""
    began = school_begins(on)
    return began if began < on else school_begins(years_before(on, 1))


def _order(home: Household, father: Member) -> None:
    read = order_read_on(home.on)
    for what in (What.CONTACT, What.LETTERS, What.COLLECT):
        home.put(
            Restriction(
                adult=father.person.id,
                what=what,
                force=Force.COURT,
                order_kind="prohibited_steps",
                words=(
                    "Is not to contact the mother or the children at school, to be sent letters "
                    "or reports, or to collect the children"
                ),
                does_not_affect="his being told of an emergency",
                seen_on=read,
                read_by=DSL,
                held_where=SAFE,
                recorded_on=read,
                starts_on=read - timedelta(days=8),
            )
        )


def _contact(home: Household, told: Told, mother: Member, child: Member) -> Contact | None:
    before = [day for day in home.days if day < home.on]
    if len(before) < told.ago:
        return None
    said = said_of(child, mother, home.on)
    contact = home.put(
        Contact(
            held_on=before[-told.ago],
            held_at=told.at,
            channel=told.channel,
            direction=told.direction,
            outcome=told.outcome,
            about=told.about,
            nature=Nature.RELATIONAL if told.about is About.PRAISE else None,
            purposes=told.purposes,
            place="family_room" if told.channel == "meeting" else "",
            facts=said.fill(told.facts),
            words=told.words,
            words_of=said.adult if told.words else "",
            view=told.view,
            agreed=told.agreed,
            minutes=40 if told.outcome == "attended" else None,
        )
    )
    part(home, contact, mother, Part.SPOKEN_TO if told.about else Part.MENTIONED)
    if told.about:
        part(home, contact, child, Part.SUBJECT)
    return contact


def _barriers(home: Household, mother: Member) -> None:
    on = home.on
    bus = home.put(
        Barrier(
            kind="transport",
            words="There is one bus at ten to eight and one at twenty to nine. Neither fits.",
            person=mother.person.id,
            since=on - timedelta(days=21),
            effects=("meetings", "attendance"),
            review_on=on + timedelta(days=10),
        )
    )
    letters = home.put(
        Barrier(
            kind="language",
            words="My neighbour reads the letters to me.",
            person=mother.person.id,
            since=on - timedelta(days=150),
            effects=("replies",),
            state=BarrierState.EASING,
            state_on=on - timedelta(days=40),
            review_on=on + timedelta(days=30),
        )
    )
    home.put(
        Barrier(
            kind="cost",
            words="The blazer and the kit together are too much at once.",
            since=on - timedelta(days=120),
            state=BarrierState.GONE,
            state_on=on - timedelta(days=21),
        )
    )
    tried = (
        (bus, "meet_elsewhere", Accepted.NO, Worked.TOO_EARLY, 18),
        (bus, "travel", Accepted.YES, Worked.PARTLY, 12),
        (letters, "translated", Accepted.YES, Worked.YES, 90),
        (letters, "interpreter", Accepted.YES, Worked.YES, 60),
    )
    for barrier, kind, accepted, worked, ago in tried:
        home.put(
            Adjustment(
                barrier=barrier.id,
                kind=kind,
                offered_on=on - timedelta(days=ago),
                offered_by=home.officer,
                accepted=accepted,
                worked=worked,
            )
        )


def _move(home: Household, zara: Member) -> None:
    home.put(
        TransitionConcern(
            child=zara.person.id,
            move="year_6_to_7",
            move_on=next_september(home.on),
            domain="journey",
            words="I don't know who will be at the bus stop.",
            level="enhanced",
            raised_by=RaisedBy.CHILD,
            raised_on=home.on - timedelta(days=35),
            strengths="Kind, careful, remembers every face.",
            what_works="Seeing it twice, when it is quiet.",
            support="Travel practice with Mum. A photo book of the new school.",
            owner="Mrs Hall, SENCO",
            owner_there="Mr Adeyemi, Year 7",
            to_school="Example High",
            pass_on=PassOn.YES,
            not_passed_on="The home visit",
            state=ConcernState.SUPPORTED,
            next_on=home.on + timedelta(days=10),
        )
    )


def _promises(home: Household, mother: Member, told: list[Contact]) -> None:
    """Always one overdue, one due on the day, one in the week after it, one waiting."""
    on, latest = home.on, told[-1].id if told else ""
    met = next((each.id for each in told if each.facts == MET), "")
    late = FollowUp(
        action="Ring Mrs Khan about dinner money",
        kind=FollowUpKind.CONTACT,
        person=mother.person.id,
        owner=home.officer,
        raised_by=home.officer,
        due=on - timedelta(days=4),
        priority="this_week",
        tries=1,
    )
    today = replace(late, action="Text Mrs Khan the bus times", due=on, source=latest, tries=0)
    book = replace(
        late,
        action="Book the Urdu interpreter for the next meeting",
        kind=FollowUpKind.TASK,
        due=on + timedelta(days=3),
        tries=0,
    )
    letter = replace(
        book, action="Send the taster-day letter", due=on + timedelta(days=19), source=met
    )
    form = replace(
        late,
        action="Send back the bus pass form",
        kind=FollowUpKind.TASK,
        side=Side.FAMILY,
        owner="Mrs Khan",
        due=next_school_day(on + timedelta(days=5)),
        state=FollowUpState.WAITING,
        waiting_on=Side.FAMILY,
        tries=0,
        source=met,
    )
    for each in (late, today, book, letter, form):
        home.put(each)
