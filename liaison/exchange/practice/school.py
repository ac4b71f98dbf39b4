"""An invented school of any size, put into a fresh record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice

from liaison.exchange.practice.barriers import barriers_of
from liaison.exchange.practice.chance import Chance
from liaison.exchange.practice.days import school_days, years_before
from liaison.exchange.practice.household import Household, Member
from liaison.exchange.practice.meetings import meetings_of
from liaison.exchange.practice.moves import concerns_of
from liaison.exchange.practice.notes import contacts_of
from liaison.exchange.practice.people import people_of
from liaison.exchange.practice.promises import due_soon, follow_ups_of
from liaison.exchange.practice.reach import WORKS, reach_of
from liaison.exchange.practice.register import attendance_of, pointer_of
from liaison.exchange.practice.restrictions import restrictions_of
from liaison.exchange.practice.showcase import showcase
from liaison.exchange.practice.story import STRENGTHS, SURNAME, TRAITS
from liaison.exchange.practice.story import WORKS as SHOWCASE_WORKS
from liaison.exchange.practice.traits import surname_and_traits
from liaison.model.family import Family, LivesThere
from liaison.store.changes import Kind
from liaison.store.store import Store

IN_ONE_BATCH = 200
"""Families in one save: enough to be quick, few enough to fit into memory."""

SHORT_SPAN = timedelta(days=70)
OFFICER = "Family Liaison Officer"
GOING_WELL = (
    "They laugh a lot, and everybody knows the book of the week.",
    "Always at the gate in time, with a wave.",
    "Grandparents who come to everything.",
    "The children look out for one another.",
    "Good at saying what they need.",
    "Football on Saturdays, all of them.",
    "They cook together and talk about it.",
    "Bedtime reading every night.",
    "Quick to help with costumes and cakes.",
    "They know every bird by its name.",
)


def fill_practice(store: Store, *, families: int, years: int, seed: int, on: date) -> None:
    """Put ``families`` invented families with ``years`` years of contacts into a fresh record.

    That many stand in the list; those that left and a colleague's own come besides. The same
    numbers and date give the same rows, ids and order included. No year at all means the last ten
    weeks, with a few contacts for each family. Nothing is dated after ``on`` but what is due.
    """
    officer = store.settings.officer or OFFICER
    began = years_before(on, years) if years else on - SHORT_SPAN
    days = school_days(began, on - timedelta(days=1))
    every = households(count(), years=years, seed=seed, on=on, days=days, officer=officer)
    made = _with_as_many_listed(every, families)
    while batch := list(islice(made, IN_ONE_BATCH)):
        with store.saving(Kind.CREATE) as saving:
            for home in batch:
                for entry in home.entries:
                    saving.add(entry)


def _with_as_many_listed(every: Iterator[Household], families: int) -> Iterator[Household]:
    listed = 0
    while listed < families:
        home = next(every)
        listed += not (home.traits.left or home.traits.colleague)
        yield home


def households(
    numbers: Iterable[int], *, years: int, seed: int, on: date, days: Sequence[date], officer: str
) -> Iterator[Household]:
    """The families one after another. A parent with two homes lives in the one that follows."""
    elsewhere: Member | None = None
    for number in numbers:
        chance = Chance(seed, number, on)
        surname, traits = (SURNAME, TRAITS) if number == 0 else surname_and_traits(chance, number)
        if elsewhere:
            surname, traits = elsewhere.person.surname, replace(traits, two_homes=False)
        home = Household(
            chance=chance,
            number=number,
            on=on,
            years=years,
            days=days,
            officer=officer,
            traits=traits,
            family=Family(name=surname),
        )
        _begin(home)
        if number == 0:
            showcase(home)
        else:
            _furnish(home, elsewhere)
        attendance_of(home)
        elsewhere = _with_another_home(home)
        meetings_of(home)
        yield home


def _begin(home: Household) -> None:
    """The family's own row, which everything else hangs on."""
    chance, own = home.chance, home.chance.new_id()
    left = home.on - timedelta(days=chance.randrange(20, 90)) if home.traits.left else None
    shown_first = home.number == 0
    strengths = chance.choice(GOING_WELL) if chance.likely(0.5) else ""
    works = chance.choice(WORKS) if chance.likely(0.4) else ""
    home.family = Family(
        id=own,
        family=own,
        name=home.family.name,
        strengths=STRENGTHS if shown_first else strengths,
        what_works=SHOWCASE_WORKS if shown_first else works,
        colleague=home.traits.colleague,
        left_on=left,
        review_on=left + timedelta(days=365) if left else None,
    )
    home.entries.append(home.family)


def _furnish(home: Household, elsewhere: Member | None) -> None:
    people_of(home, elsewhere)
    reach_of(home)
    restrictions_of(home)
    pointer_of(home)
    barriers_of(home)
    concerns_of(home)
    notes = contacts_of(home)
    follow_ups_of(home, notes)
    due_soon(home)


def _with_another_home(home: Household) -> Member | None:
    """The parent whose new family is the next one made, in half of the families with two homes."""
    if not home.traits.two_homes or not home.chance.likely(0.5):
        return None
    found = (each for each in home.adults if each.lives is LivesThere.NO)
    return next((each for each in found if each.tie in ("mother", "father")), None)
