"""A family that everything can go wrong with: apart, hidden, half-related, mourned.

Every word that begins with Q and ends with X was typed by an officer somewhere; ``MUMS``, ``DADS``
and ``NOBODYS`` say on whose paper it may stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from liaison.casework.families import keep
from liaison.casework.invitations import keep_person
from liaison.casework.meeting_outcomes import close_meeting, hold, keep_action
from liaison.casework.meetings import change_meeting, meeting_whole
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.barrier import Barrier, BarrierSource
from liaison.model.contact import About, Contact, ContactPerson, Part
from liaison.model.dsl import DslPointer
from liaison.model.family import LivesThere, Membership
from liaison.model.follow_up import FollowUp, Side
from liaison.model.meeting import Meeting, MeetingPerson
from liaison.model.person import Person, PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference, MessageSafety, PointKind
from liaison.model.relationship import Relationship, Responsibility
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import TransitionConcern
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make

TWO = (("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father"))
EARLIER = TODAY - timedelta(days=14)
LATER = date(2026, 12, 14)

MUMS = frozenset({"QmumphoneX", "QmumsaidX", "QmumwillX", "QmumbarrierX", "QmumroleX", "QibbyitemX",
                  "QibbyworryX", "QformumX", "QmumhomeX", "QworkerX"})  # fmt: skip
DADS = frozenset({"QdadsaidX", "QdadwillX", "QdadbarrierX", "QdadroleX", "QfordadX"})
NOBODYS = frozenset({
    *("QstandbyX", "QextensionX", "QopeningX", "QroomX", "QviewX", "QvoiceX", "QgatheredX"),
    *("QdetailX", "QunsharedX", "QcheckX", "QpointerX", "QfrompointerX", "QkeptX", "QcourtX"),
    *("QasideX", "QprisonX", "QsensitiveX", "QjackX", "QdadhomeX"),
    *("QtypedpromiseX", "QtoldX", "QwhyX", "QschoolX", "QnoticedX", "QaccessX"),
    *("QbothsaidX", "QdisagreedX", "QownwordX", "QgrievedX"),
})  # fmt: skip
EVERYBODYS = frozenset({"QpurposeX", "QoutcomeX", "QsharedX", "QoursX"})


@dataclass(frozen=True)
class Hostile:
    """Who is who, and the two meetings: one written up, one of today."""

    made: Made
    ibby: Person
    noor: Person
    jack: Person
    before: str
    today: str

    @property
    def mum(self) -> Person:
        return self.made.adults[0]

    @property
    def dad(self) -> Person:
        return self.made.adults[1]


def hostile(store: Store, make: Make) -> Hostile:
    """Amina, hidden, with Zara, Ibby and Noor, who died; Tariq, elsewhere, father of Zara alone."""
    made = make.family(children=(("Zara", "6"),), adults=TWO)
    mum, dad = made.adults
    ibby = _child(store, made, "Ibrahim", known_as="Ibby", next_school="QschoolX High")
    noor = _child(store, made, "Noor", died_on=EARLIER)
    jack = make.family("Turner", children=(("Jack", "6"),)).children[0]
    for child in (ibby, noor):
        _tie(store, made, mum, child)
    _where(store, made, mum, dad)
    _restrictions(store, made, dad)
    _notes(store, made, mum, dad, ibby, noor)
    return Hostile(
        made, ibby, noor, jack, _closed(store, make, made), _planned(store, make, made, ibby)
    )


def _child(store: Store, made: Made, forename: str, **values: object) -> Person:
    child = keep(
        store,
        Person(
            family=made.id, kind=PersonKind.CHILD, forename=forename, surname="Khan",
            **values,  # type: ignore[arg-type]
        ),
    )  # fmt: skip
    keep(store, Membership(family=made.id, person=child.id, lives_there=LivesThere.YES))
    return child


def _tie(store: Store, made: Made, adult: Person, child: Person) -> None:
    keep(
        store,
        Relationship(
            family=made.id, child=child.id, adult=adult.id, relationship="mother",
            responsibility=Responsibility.YES,
        ),
    )  # fmt: skip


def _where(store: Store, made: Made, mum: Person, dad: Person) -> None:
    row = store.first(Membership, "person = :id", id=dad.id)
    assert row is not None
    keep(store, replace(row, lives_there=LivesThere.NO))
    for entry in (
        Address(person=mum.id, street="14 QmumhomeX Close", postcode="ZZ99 3VZ", confidential=True),
        Address(person=made.children[0].id, street="14 QmumhomeX Close", postcode="ZZ99 3VZ"),
        Address(person=dad.id, street="9 QdadhomeX Mews", postcode="ZZ99 1AB"),
        ContactPoint(person=mum.id, value="07700 900123", also_seen_by="QasideX"),
        ContactPoint(person=dad.id, value="07700 900456", never_at="QasideX"),
        ContactPoint(person=mum.id, kind=PointKind.EMAIL, value="amina.qa@example.org",
                     message_safe=MessageSafety.YES),
        ContactPoint(person=dad.id, kind=PointKind.EMAIL, value="tariq.qb@example.org"),
        ContactPreference(person=mum.id, channel="text", best_times="QmumphoneX",
                          access="QaccessX"),
        ContactPreference(person=dad.id, channel="phone", best_times="QdadroleX"),
    ):  # fmt: skip
        keep(store, replace(entry, family=made.id))
    keep(store, replace(made.family, own_word="QownwordX", strengths="They laugh a lot."))


def _restrictions(store: Store, made: Made, dad: Person) -> None:
    keep(
        store,
        Restriction(
            family=made.id, adult=dad.id, what=What.COLLECT, force=Force.COURT, words="QcourtX",
            seen_on=EARLIER, recorded_on=EARLIER,
        ),
    )  # fmt: skip


def _notes(store: Store, made: Made, mum: Person, dad: Person, ibby: Person, noor: Person) -> None:
    def noted(facts: str, *people: Person, **values: object) -> Contact:
        given = {"channel": "phone", "outcome": "spoke", "about": About.CONCERN} | values
        contact = keep(
            store,
            Contact(family=made.id, held_on=EARLIER, facts=facts, **given),  # type: ignore[arg-type]
        )
        for each in people:
            part = Part.SPOKEN_TO if each.kind is PersonKind.ADULT else Part.SUBJECT
            keep(
                store,
                ContactPerson(family=made.id, contact=contact.id, person=each.id, part=part),
            )
        return contact

    noted("QmumsaidX", mum, view="QviewX", child_voice="QvoiceX", told="QtoldX")
    noted("QdadsaidX", dad, view="QviewX")
    noted("QkeptX", mum, dad, keep_from_family=True)
    noted("Both came", mum, dad, words="QbothsaidX")
    noted("Jack Turner QjackX hit her", mum, dad)
    noted("We spoke of Noor", mum, noor, agreed="QgrievedX")
    pointer = keep(store, DslPointer(family=made.id, told_on=EARLIER, told="QpointerX"))
    for entry in (
        FollowUp(action="QfrompointerX", person=mum.id, source=pointer.id, due=LATER),
        FollowUp(action="QformumX", person=mum.id, due=LATER, why="QwhyX"),
        FollowUp(action="QfordadX", person=dad.id, due=LATER),
        Barrier(kind="transport", words="QmumbarrierX", person=mum.id, since=EARLIER),
        Barrier(kind="transport", words="QdadbarrierX", person=dad.id, since=EARLIER),
        Barrier(kind="prison", words="QprisonX", person=mum.id, since=EARLIER),
        Barrier(kind="cost", words="QnoticedX", source=BarrierSource.WE_NOTICED, since=EARLIER),
        TransitionConcern(child=ibby.id, move="year_6_to_7", domain="friendships",
                          level="targeted", raised_on=EARLIER, support="QibbyworryX",
                          to_school="QschoolX High"),
        TransitionConcern(child=ibby.id, move="year_6_to_7", domain="medical", level="targeted",
                          raised_on=EARLIER, support="QsensitiveX"),
    ):  # fmt: skip
        keep(store, replace(entry, family=made.id))


def _closed(store: Store, make: Make, made: Made) -> str:
    mum, dad = made.adults
    whole = make.meeting(made, held_on=EARLIER, purpose="QpurposeX")
    _filled(store, whole.meeting.id)
    hold(store, store.get(Meeting, whole.meeting.id), today=TODAY)
    _actions(store, whole.meeting.id, mum, dad)
    now = store.get(Meeting, whole.meeting.id)
    full = replace(
        now, outcome="QoutcomeX", words="QbothsaidX", disagreement="QdisagreedX", no_next=True,
        thanked_on=TODAY, thanked_how="letter",
    )  # fmt: skip
    kept = change_meeting(store, full, today=TODAY).meeting
    return close_meeting(store, kept, about=About.CONCERN, today=TODAY).whole.meeting.id


def _planned(store: Store, make: Make, made: Made, ibby: Person) -> str:
    mum, dad = made.adults
    id = make.meeting(made, purpose="QpurposeX").meeting.id
    _filled(store, id)
    for row in meeting_whole(store, id).people:
        role = {mum.id: "QmumroleX", dad.id: "QdadroleX"}.get(row.person)
        if role:
            keep(store, replace(row, role=role))
    for row in (
        MeetingPerson(meeting=id, person=ibby.id),
        MeetingPerson(meeting=id, name="Ibby Khan", role="Brother"),
        MeetingPerson(meeting=id, name="Mr Lee", role="Ibrahim’s QworkerX"),
    ):
        keep_person(store, row, today=TODAY)
    _actions(store, id, mum, dad)
    return id


def _filled(store: Store, id: str) -> None:
    now = store.get(Meeting, id)
    change_meeting(
        store,
        replace(
            now, standby="QstandbyX", standby_extension="QextensionX", opening="QopeningX",
            notes="QroomX", view="QviewX", child_voice="QvoiceX", child_voice_how="QgatheredX",
            clear_exit=True,
        ),
        today=TODAY,
    )  # fmt: skip
    for position, (what, values) in enumerate(
        (
            ("The bus", {"detail": "QdetailX", "said": "QunsharedX"}),
            ("The mornings", {"said": "QsharedX", "share": True}),
            ("IBRAHIM’s swimming QibbyitemX", {}),
            ("Keep away from Jack Turner QjackX", {}),
        ),
        start=9,
    ):
        keep(
            store,
            AgendaItem(
                family=now.family, meeting=id, position=position, what=what,
                **values,  # type: ignore[arg-type]
            ),
        )  # fmt: skip
    keep(store, MeetingCheck(family=now.family, meeting=id, what="QcheckX"))


def _actions(store: Store, id: str, mum: Person, dad: Person) -> None:
    for what, values in (
        ("QoursX", {}),
        ("QmumwillX", {"side": Side.FAMILY, "person": mum.id, "owner": "Mrs Khan"}),
        ("QdadwillX", {"side": Side.FAMILY, "person": dad.id, "owner": "Mr Khan"}),
        ("QtypedpromiseX", {"side": Side.FAMILY, "owner": "Somebody of the family"}),
    ):
        keep_action(
            store,
            MeetingAction(meeting=id, action=what, due=LATER, **values),  # type: ignore[arg-type]
        )
