"""How the invented officer reaches families: by which channel, with which outcome, how long."""

from __future__ import annotations

from dataclasses import dataclass

from liaison.model.contact import About, Direction

WE, THEY, BOTH, THIRD = Direction.WE, Direction.THEY, Direction.BOTH, Direction.THIRD


@dataclass(frozen=True, kw_only=True)
class Way:
    """One channel of a real conversation. ``minutes`` is a range.

    ``interpreted`` channels are those an interpreter by phone can be on.
    """

    channel: str
    weight: int
    directions: tuple[Direction, ...]
    outcomes: tuple[str, ...] = ("spoke",)
    minutes: tuple[int, int] | None = None
    interpreted: bool = False
    in_a_room: bool = False


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One way of not reaching anybody."""

    channel: str
    outcome: str
    weight: int
    facts: tuple[str, ...]


PHONE_OUTCOMES = ("spoke",) * 12 + ("will_call_back", "not_a_good_time")
CAME = ("attended",) * 9 + ("rearranged",)
_WAYS = (
    Way(
        interpreted=True,
        channel="phone",
        weight=34,
        directions=(WE, WE, THEY),
        outcomes=PHONE_OUTCOMES,
        minutes=(2, 25),
    ),
    Way(channel="gate", weight=24, directions=(WE, THEY, BOTH), minutes=(1, 8)),
    Way(channel="text", weight=12, directions=(THEY, THEY, WE)),
    Way(channel="email", weight=8, directions=(THEY, WE)),
    Way(
        interpreted=True,
        channel="meeting",
        weight=7,
        directions=(BOTH,),
        outcomes=CAME,
        minutes=(20, 60),
        in_a_room=True,
    ),
    Way(channel="drop_in", weight=6, directions=(THEY,), minutes=(5, 30)),
    Way(channel="app_message", weight=4, directions=(THEY, WE)),
    Way(channel="home_school_book", weight=3, directions=(WE, THEY)),
    Way(
        channel="visit",
        weight=3,
        directions=(BOTH, WE),
        outcomes=CAME,
        minutes=(20, 60),
    ),
    Way(interpreted=True, channel="video", weight=1, directions=(BOTH,), minutes=(10, 40)),
    Way(channel="event", weight=2, directions=(BOTH,), outcomes=("attended",)),
    Way(channel="doorstep", weight=1, directions=(WE,), minutes=(2, 10)),
    Way(channel="community", weight=1, directions=(BOTH,), outcomes=("attended",)),
    Way(channel="via_relative", weight=1, directions=(THIRD,)),
    Way(channel="via_professional", weight=1, directions=(THIRD,)),
)
WAYS = (_WAYS, tuple(way.weight for way in _WAYS))

_ATTEMPTS = (
    Attempt(
        channel="phone",
        outcome="no_answer",
        weight=40,
        facts=(
            "Rang out.",
            "Rang to say how {child}'s week went.",
            "Will try again after three.",
            "Second try today.",
            "Rang about the form.",
            "Straight to the tone, no voicemail.",
        ),
    ),
    Attempt(
        channel="voicemail",
        outcome="message_left",
        weight=18,
        facts=(
            "Asked {adult} to ring back, nothing urgent.",
            "Said my name and number only.",
            "Good news, please ring when you can.",
        ),
    ),
    Attempt(
        channel="text",
        outcome="text_not_answered",
        weight=12,
        facts=("Text about Thursday.", "Asked whether the time still suits."),
    ),
    Attempt(
        channel="letter",
        outcome="sent",
        weight=8,
        facts=(
            "Invitation to the reading morning.",
            "Taster-day letter, one page.",
            "Notes of the meeting.",
            "Dates for next half-term.",
        ),
    ),
    Attempt(
        channel="email",
        outcome="sent",
        weight=8,
        facts=("Sent the club list.", "Sent the dates {adult} asked for."),
    ),
    Attempt(
        channel="via_pupil",
        outcome="sent",
        weight=4,
        facts=("Letter in {child}'s book bag.", "Reading certificate taken home."),
    ),
    Attempt(
        channel="meeting",
        outcome="could_not_come",
        weight=5,
        facts=("{adult} could not come; new time to be found.", "Waited until ten past."),
    ),
    Attempt(
        channel="visit",
        outcome="card_left",
        weight=3,
        facts=("Card with my name and number only.",),
    ),
    Attempt(
        channel="phone",
        outcome="not_in_service",
        weight=1,
        facts=("The office is asking for the new number.",),
    ),
    Attempt(
        channel="phone",
        outcome="wrong_number",
        weight=1,
        facts=("Said sorry and rang off. Number to be checked.",),
    ),
)
ATTEMPTS = (_ATTEMPTS, tuple(attempt.weight for attempt in _ATTEMPTS))

OPENINGS = {
    About.PRAISE: (
        "Only good news today.",
        "Caught {adult} at a good moment.",
        "Good news first.",
        "A quick one.",
        "Nothing wrong, I said so at once.",
        "A happy one to write down.",
    ),
    About.NEUTRAL: (
        "Short and friendly.",
        "As arranged.",
        "{adult} had a few minutes.",
        "One question, one answer.",
        "Between two lessons.",
        "Kept it short, {she} was at work.",
    ),
    About.CONCERN: (
        "Said from the start that we solve it together.",
        "Listened first.",
        "Took our time.",
        "Began with what goes well.",
        "{adult} was glad to be asked.",
        "Thanked {her} for telling us.",
    ),
}
