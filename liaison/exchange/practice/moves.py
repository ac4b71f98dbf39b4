"""Worries about a move: to Year 7 for the eldest, into Reception for the youngest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from liaison.dates import academic_year
from liaison.exchange.practice.household import Household, Member
from liaison.model.transition import ConcernState, PassOn, RaisedBy, TransitionConcern


@dataclass(frozen=True, kw_only=True)
class Worry:
    """One thing to be worried about, with words, and what would help."""

    domain: str
    words: tuple[str, ...]
    support: tuple[str, ...]


LEAVING = (
    Worry(
        domain="friendships",
        words=(
            "Who will I sit with?",
            "Nobody from my table is going there.",
            "What if I do not find anybody at lunch?",
        ),
        support=("A buddy in the first week.", "One friend in the same tutor group."),
    ),
    Worry(
        domain="journey",
        words=(
            "I have never been on a bus on my own.",
            "It is a long way when it is dark.",
            "What if I get off at the wrong stop?",
        ),
        support=("Travel practice twice before the summer.",),
    ),
    Worry(
        domain="organisation",
        words=(
            "Ten teachers and I have to remember them all.",
            "What if I lose my timetable?",
            "I forget my bag now. Then there will be six.",
        ),
        support=("A timetable in colours, one week ahead.", "Meet the tutor before the summer."),
    ),
    Worry(
        domain="sensory",
        words=("It is so loud in the corridor.", "The bell made me jump."),
        support=("A second visit when it is quiet.", "Leave five minutes before the bell."),
    ),
    Worry(
        domain="lunch_toilets",
        words=("I do not know where the toilets are.", "The lunch queue was very long."),
        support=("A photo book to look at at home.",),
    ),
    Worry(
        domain="academic",
        words=("The maths will be too hard.", "I still use a number line."),
        support=("Maths taster with the new teacher.",),
    ),
    Worry(
        domain="parent_worry",
        words=("We only just have mornings working.", "Who do I ring when it goes wrong?"),
        support=("A parent tour, and one named adult.",),
    ),
    Worry(
        domain="cost",
        words=("The blazer, the kit, and then the bus as well.",),
        support=("Told about the uniform fund.",),
    ),
)
STARTING = (
    Worry(
        domain="separation",
        words=("It will be our first whole day apart.", "Mornings will be tears."),
        support=("A photo of home in the tray.", "Shorter first days."),
    ),
    Worry(
        domain="lunch_toilets",
        words=("Asking for the toilet is hard in a new place.", "Three foods, that is all."),
        support=("Lunch visit in July.",),
    ),
    Worry(
        domain="parent_worry",
        words=("Will somebody tell me how the first day went?",),
        support=("A call home on the first day.",),
    ),
)
STRENGTHS = (
    "Kind to younger children.",
    "Makes friends in clubs.",
    "Loves maths puzzles.",
    "Remembers everything about animals.",
    "Asks for help when it is quiet.",
    "Good at drawing and at explaining.",
    "Runs like the wind.",
    "Never gives up on a jigsaw.",
)
WORKS = (
    "Knowing the plan the day before.",
    "One thing at a time.",
    "A named adult each morning.",
    "Pictures beside words.",
    "A job to do on arrival.",
)
OWNERS = ("Mrs Hall, SENCO", "Mr Adams, Year 6", "Miss Doyle")
THERE = ("Mr Adeyemi, Year 7", "Ms Farley, transition", "Head of Year 7")
LEVELS = (("universal", 45), ("targeted", 38), ("enhanced", 17))
STATES = (
    (ConcernState.RAISED, 34),
    (ConcernState.ACKNOWLEDGED, 26),
    (ConcernState.SUPPORTED, 34),
    (ConcernState.ESCALATED, 6),
)


def concerns_of(home: Household) -> None:
    """For about two in five who move up and one in six who start, one worry or two."""
    if home.family.left_on:
        return
    for child in home.children:
        year = child.person.year_group
        if year == "6" and (home.traits.moving_up or home.chance.likely(0.4)):
            for worry in home.chance.sample(LEAVING, k=home.chance.choice((1, 1, 2))):
                _concern(home, child, "year_6_to_7", worry)
        elif year == "N2" and home.chance.likely(0.15):
            _concern(home, child, "home_to_reception", home.chance.choice(STARTING))


def _concern(home: Household, child: Member, move: str, worry: Worry) -> None:
    chance, on = home.chance, home.on
    state = chance.weighted(STATES)
    supported = state is ConcernState.SUPPORTED
    owned = state is not ConcernState.RAISED
    leaving = move == "year_6_to_7"
    from_parent = worry.domain in ("parent_worry", "cost") or not leaving
    home.put(
        TransitionConcern(
            child=child.person.id,
            move=move,
            move_on=next_september(on),
            domain=worry.domain,
            words=chance.choice(worry.words),
            level=chance.weighted(LEVELS),
            raised_by=RaisedBy.PARENT if from_parent else RaisedBy.CHILD,
            raised_on=on - timedelta(days=chance.randrange(2, 75)),
            strengths=chance.choice(STRENGTHS) if chance.likely(0.6) else "",
            what_works=chance.choice(WORKS) if chance.likely(0.5) else "",
            support=chance.choice(worry.support) if supported else "",
            owner=chance.choice(OWNERS) if owned else "",
            owner_there=chance.choice(THERE) if supported and leaving else "",
            to_school=child.person.next_school,
            pass_on=chance.weighted(((PassOn.YES, 55), (PassOn.NOT_ASKED, 38), (PassOn.NO, 7))),
            state=state,
            next_on=on + timedelta(days=chance.randrange(1, 40)),
        )
    )


def next_september(on: date) -> date:
    """When the next school year begins."""
    return date(academic_year(on) + 1, 9, 2)
