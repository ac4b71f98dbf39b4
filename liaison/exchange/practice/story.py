"""What is told of the first family: its words, and its last six weeks of contacts."""

from __future__ import annotations

from dataclasses import dataclass

from liaison.exchange.practice.traits import Traits
from liaison.model.contact import About, Direction

SURNAME = "Khan"
TRAITS = Traits(silent_days=32)
"""Chance fills the years; the last 32 school days are told here."""

STRENGTHS = "Both children read every night. Zara looks after the little ones at playtime."
WORKS = "A text first, then a call after three. Good news before anything else."
"""What works with this family."""

RANG = "Rang to say the reading bag helps. Passed on to Miss Doyle."
VISITED = "Zara showed us her new bag and asked how long the journey takes."
MET = "Three actions agreed: bus times, taster day, a quiet second visit."
OWING = "Dinner money: two weeks owing. {adult} will ring the office on pay day."
READS = "Thanked {her} for reading with Ali every night. He has moved up a band."
STOP = "She is still worried about the bus. Who will be at the stop?"


@dataclass(frozen=True, kw_only=True)
class Told:
    """One contact, so many school days ago."""

    ago: int
    at: str
    channel: str
    about: About | None
    purposes: tuple[str, ...]
    facts: str
    direction: Direction = Direction.WE
    outcome: str = "spoke"
    words: str = ""
    view: str = ""
    agreed: str = ""
    child: int = 0


TOLD = (
    Told(
        ago=29,
        at="16:10",
        channel="phone",
        direction=Direction.THEY,
        about=About.PRAISE,
        purposes=("good_news", "learning"),
        facts=RANG,
        words="He reads to his sister now.",
        child=1,
    ),
    Told(
        ago=20,
        at="15:45",
        channel="visit",
        direction=Direction.BOTH,
        outcome="attended",
        about=About.CONCERN,
        purposes=("transition",),
        facts=VISITED,
        words="She lies awake about it.",
        view="The worry is the bus stop, not the school. Travel practice comes first.",
    ),
    Told(
        ago=15,
        at="09:15",
        channel="meeting",
        direction=Direction.BOTH,
        outcome="attended",
        about=About.NEUTRAL,
        purposes=("transition",),
        facts=MET,
        words="It is good to have it written down.",
        view="Clear and calm. The interpreter made all the difference.",
        agreed="We meet again in three weeks.",
    ),
    Told(
        ago=10,
        at="15:20",
        channel="phone",
        about=About.CONCERN,
        purposes=("food", "money"),
        facts=OWING,
        words="I thought it came off the card.",
    ),
    Told(
        ago=8,
        at="12:40",
        channel="phone",
        outcome="no_answer",
        about=None,
        purposes=(),
        facts="Rang about the taster day.",
    ),
    Told(
        ago=6,
        at="11:00",
        channel="letter",
        outcome="sent",
        about=None,
        purposes=("event_invitation",),
        facts="Taster-day invitation, one page in English and Urdu.",
    ),
    Told(
        ago=3,
        at="08:45",
        channel="gate",
        about=About.PRAISE,
        purposes=("good_news", "learning"),
        facts=READS,
        words="He will want to hear that from you.",
        child=1,
    ),
    Told(
        ago=1,
        at="15:05",
        channel="text",
        direction=Direction.THEY,
        about=About.CONCERN,
        purposes=("transition",),
        facts="Text about the bus to the new school.",
        words=STOP,
    ),
)
