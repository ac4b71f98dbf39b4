"""What gets in the way of some invented families, and what was tried about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from liaison.exchange.practice.household import Household, Member
from liaison.model.barrier import Accepted, Adjustment, Barrier, BarrierSource, BarrierState, Worked
from liaison.model.family import LivesThere


@dataclass(frozen=True, kw_only=True)
class Hurdle:
    """One kind of barrier with what people say about it and what helps."""

    kind: str
    weight: int
    words: tuple[str, ...]
    effects: tuple[str, ...]
    helps: tuple[str, ...]


HURDLES = (
    Hurdle(
        kind="working_hours",
        weight=22,
        words=(
            "I am on lates this month.",
            "My break is at eleven, ten minutes.",
            "I cannot take a call at work.",
            "We swap shifts, so one of us is always asleep.",
        ),
        effects=("meetings", "replies"),
        helps=("early_late", "text_reminder", "video", "shorter"),
    ),
    Hurdle(
        kind="transport",
        weight=16,
        words=(
            "There is no bus before nine.",
            "The car is off the road.",
            "It is two buses since we moved.",
            "I cannot do two gates at once.",
        ),
        effects=("attendance", "meetings"),
        helps=("travel", "meet_elsewhere", "video", "early_late"),
    ),
    Hurdle(
        kind="childcare",
        weight=14,
        words=(
            "I would have to bring the baby.",
            "Nobody can have the twins at four.",
            "Three under five, that is why.",
        ),
        effects=("meetings",),
        helps=("childcare", "meet_elsewhere", "shorter", "video"),
    ),
    Hurdle(
        kind="device",
        weight=10,
        words=(
            "The app locks me out.",
            "My data runs out in the third week.",
            "One phone between the four of us.",
        ),
        effects=("replies", "homework"),
        helps=("call_not_email", "text_reminder", "form_together"),
    ),
    Hurdle(
        kind="schoolwork",
        weight=10,
        words=(
            "They do the maths another way now.",
            "I would help if somebody showed me.",
            "Fractions were never my thing.",
        ),
        effects=("homework",),
        helps=("form_together", "familiar_person", "other"),
    ),
    Hurdle(
        kind="bad_experience",
        weight=6,
        words=(
            "The corridor smells the same as mine did.",
            "I was always in trouble at school.",
            "I do not like offices.",
        ),
        effects=("meetings",),
        helps=("neutral_room", "first_names", "walk", "familiar_person"),
    ),
    Hurdle(
        kind="venue",
        weight=5,
        words=("All those chairs in a row.", "The head's office makes me nervous."),
        effects=("meetings",),
        helps=("neutral_room", "walk", "supporter"),
    ),
    Hurdle(
        kind="cost",
        weight=6,
        words=("Two trips in one term is a lot.", "The blazer costs more than my coat."),
        effects=(),
        helps=("other", "agenda"),
    ),
    Hurdle(
        kind="reading",
        weight=5,
        words=("I listen better than I read.", "Long letters go in the drawer."),
        effects=("replies",),
        helps=("read_aloud", "large_print", "call_not_email"),
    ),
    Hurdle(
        kind="caring",
        weight=4,
        words=("I look in on my mother at noon.", "I cannot leave Dad for long."),
        effects=("meetings",),
        helps=("video", "early_late", "meet_elsewhere"),
    ),
    Hurdle(
        kind="priorities",
        weight=5,
        words=("After the move we will have time.", "Ask me again after the wedding."),
        effects=("replies",),
        helps=("shorter", "text_reminder"),
    ),
    Hurdle(
        kind="housing",
        weight=3,
        words=("We move again in the spring.",),
        effects=("attendance",),
        helps=("travel", "familiar_person"),
    ),
    Hurdle(
        kind="physical_health",
        weight=1,
        words=("Stairs are hard for me at present.",),
        effects=("meetings",),
        helps=("meet_elsewhere", "video"),
    ),
)
OFFERED = tuple((hurdle, hurdle.weight) for hurdle in HURDLES)
LETTERS_IN_ENGLISH = Hurdle(
    kind="language",
    weight=1,
    words=("I understand it when you say it slowly.", "My neighbour reads it to me."),
    effects=("replies", "meetings"),
    helps=("interpreter", "translated", "call_not_email"),
)
LIVE_APART = Hurdle(
    kind="separated",
    weight=1,
    words=("The letters reach only one of us.", "We would rather come one after the other."),
    effects=("meetings", "replies"),
    helps=("seen_separately", "agenda"),
)
SINCE = (20, 500)
NOTES = (
    "",
    "",
    "Offered again in the new term.",
    "Suited at once.",
    "Tried for three weeks.",
    "Needs reminding the day before.",
    "Took two goes.",
    "Asked for it again for the next meeting.",
)


def barriers_of(home: Household) -> None:
    """As many as the family's traits say, and those that go without saying."""
    chance, adults = home.chance, home.reachable
    if not adults:
        return
    chosen = {chance.weighted(OFFERED).kind for _ in range(home.traits.barriers)}
    hurdles = [(hurdle, adults[0]) for hurdle in HURDLES if hurdle.kind in chosen]
    speaking = [each for each in adults if each.interpreter]
    hurdles += [(LETTERS_IN_ENGLISH, each) for each in speaking]
    apart = [each for each in adults if each.lives is LivesThere.NO and each.tie != "grandparent"]
    hurdles += [(LIVE_APART, each) for each in apart if chance.likely(0.25)]
    for hurdle, adult in hurdles:
        _barrier(home, hurdle, adult)


def _barrier(home: Household, hurdle: Hurdle, adult: Member) -> None:
    chance, on = home.chance, home.on
    since = on - timedelta(days=chance.randrange(*SINCE))
    state = chance.weighted(
        (
            (BarrierState.CURRENT, 46),
            (BarrierState.EASING, 28),
            (BarrierState.GONE, 22),
            (BarrierState.MISTAKEN, 4),
        )
    )
    is_open = state in (BarrierState.CURRENT, BarrierState.EASING)
    changed = on - timedelta(days=chance.randrange((on - since).days))
    barrier = home.put(
        Barrier(
            kind=hurdle.kind,
            words=chance.choice(hurdle.words),
            person=adult.person.id,
            source=chance.weighted(((BarrierSource.FAMILY_SAID, 3), (BarrierSource.WE_NOTICED, 1))),
            since=since,
            effects=hurdle.effects,
            state=state,
            state_on=None if state is BarrierState.CURRENT else changed,
            review_on=on + timedelta(days=chance.randrange(3, 60)) if is_open else None,
        )
    )
    helps = chance.sample(hurdle.helps, k=min(len(hurdle.helps), chance.randrange(3)))
    helps += [] if helps or state is BarrierState.CURRENT else [hurdle.helps[0]]
    for kind in helps:
        _adjustment(home, barrier, kind)


def _adjustment(home: Household, barrier: Barrier, kind: str) -> None:
    chance, since = home.chance, barrier.since or home.on
    accepted = chance.weighted(((Accepted.YES, 80), (Accepted.NO, 10), (Accepted.NOT_ASKED, 10)))
    worked = Worked.TOO_EARLY
    if accepted is Accepted.YES and barrier.state is not BarrierState.CURRENT:
        worked = chance.weighted(((Worked.YES, 6), (Worked.PARTLY, 3)))
    elif accepted is Accepted.YES:
        worked = chance.weighted(((Worked.PARTLY, 4), (Worked.NO, 2), (Worked.TOO_EARLY, 3)))
    home.put(
        Adjustment(
            barrier=barrier.id,
            kind=kind,
            note=chance.choice(NOTES) if accepted is Accepted.YES else "",
            offered_on=since + timedelta(days=chance.randrange((home.on - since).days)),
            offered_by=home.officer,
            accepted=accepted,
            worked=worked,
        )
    )
