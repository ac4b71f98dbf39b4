"""Restrictions of every force: an order read, one not seen, one ended, a decision, a wish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from liaison.exchange.practice.household import Household, Member
from liaison.exchange.practice.traits import ENDED, SCHOOL, SEEN, UNSEEN, WISH
from liaison.model.family import LivesThere
from liaison.model.follow_up import FollowUp, FollowUpKind, Side
from liaison.model.restriction import Force, Restriction, What

DSL = "Mrs Hall"
HEAD = "Mr Grant, headteacher"
SAFE = "Head's office, locked cabinet"


def restrictions_of(home: Household) -> None:
    """The restriction the family's traits ask for, on the parent who lives elsewhere."""
    make = MAKERS.get(home.traits.restriction)
    for n, adult in enumerate(home.adults):
        if make and adult.lives is LivesThere.NO and adult.tie in ("mother", "father"):
            make(home, adult)
            home.adults[n] = replace(adult, restricted=home.traits.restriction != WISH)


def _seen(home: Household, adult: Member) -> None:
    read = home.on - timedelta(days=home.chance.randrange(20, 300))
    for what in (What.COLLECT, What.CONTACT):
        home.put(
            Restriction(
                adult=adult.person.id,
                what=what,
                force=Force.COURT,
                order_kind="prohibited_steps",
                words="Is not to collect the children from school, or to contact them there",
                does_not_affect="reports and letters",
                seen_on=read,
                read_by=DSL,
                held_where=SAFE,
                recorded_on=read,
                starts_on=read - timedelta(days=6),
            )
        )


def _unseen(home: Household, adult: Member) -> None:
    told = home.on - timedelta(days=home.chance.randrange(1, 5))
    restriction = home.put(
        Restriction(
            adult=adult.person.id,
            what=What.LETTERS,
            force=Force.COURT,
            order_kind="other",
            chaser=home.officer,
            recorded_on=told,
        )
    )
    home.put(
        FollowUp(
            action="Check the order: ask for a copy",
            why="Told of an order that nobody here has read.",
            kind=FollowUpKind.TASK,
            side=Side.SCHOOL,
            person=home.adults[0].person.id,
            owner=home.officer,
            raised_by=home.officer,
            due=told + timedelta(days=7),
            priority="today",
            source=restriction.id,
        )
    )


def _ended(home: Household, adult: Member) -> None:
    over = home.on - timedelta(days=home.chance.randrange(10, 60))
    home.put(
        Restriction(
            adult=adult.person.id,
            what=What.COLLECT,
            force=Force.COURT,
            order_kind="prohibited_steps",
            words="Is not to collect the children from school until the date given",
            does_not_affect="reports and letters",
            seen_on=over - timedelta(days=180),
            read_by=DSL,
            held_where=SAFE,
            recorded_on=over - timedelta(days=180),
            starts_on=over - timedelta(days=190),
            ends_on=over,
        )
    )


def _school(home: Household, adult: Member) -> None:
    made = home.on - timedelta(days=home.chance.randrange(5, 60))
    home.put(
        Restriction(
            adult=adult.person.id,
            what=What.ATTEND,
            force=Force.SCHOOL,
            words="Comes to school by appointment only, not to events",
            does_not_affect="reports, letters and parents' evening by phone",
            head=HEAD,
            review_on=made + timedelta(days=100),
            recorded_on=made,
            starts_on=made,
        )
    )


def _wish(home: Household, adult: Member) -> None:
    made = home.on - timedelta(days=home.chance.randrange(10, 200))
    home.put(
        Restriction(
            adult=adult.person.id,
            what=What.LETTERS,
            force=Force.WISH,
            asked_by=home.adults[0].person.addressed,
            words="Would rather pass letters on herself"
            if home.adults[0].tie == "mother"
            else "Would rather pass letters on himself",
            recorded_on=made,
            starts_on=made,
        )
    )


MAKERS: dict[str, Callable[[Household, Member], None]] = {
    SEEN: _seen,
    UNSEEN: _unseen,
    ENDED: _ended,
    SCHOOL: _school,
    WISH: _wish,
}
