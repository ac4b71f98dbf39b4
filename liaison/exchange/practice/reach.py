"""How invented adults are reached: drama numbers, example addresses, and what suits them."""

from __future__ import annotations

from dataclasses import replace

from liaison.exchange.practice.chance import Chance
from liaison.exchange.practice.household import Household, Member
from liaison.model.family import LivesThere
from liaison.model.folded import squeezed
from liaison.model.person import PersonKind
from liaison.model.reach import Address, ContactPoint, ContactPreference, MessageSafety, PointKind

STREETS = (
    *("Road", "Street", "Lane", "Close", "Avenue", "Gardens", "Crescent", "Terrace", "Drive"),
    *("Place", "Grove", "Rise", "Row", "Walk", "Mews"),
)
BEFORE = ("", "", "", "North ", "South ", "East ", "West ", "Upper ", "Lower ", "New ", "Old ")
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
SAFETY = ((MessageSafety.YES, 60), (MessageSafety.NO, 8), (MessageSafety.NOT_ASKED, 32))
BEST_CHANNELS = (("text", 40), ("phone", 36), ("email", 14), ("app_message", 6), ("gate", 4))
BEST_TIMES = (
    *("after 3pm", "before 9am", "mornings", "Tuesdays and Thursdays", "lunchtime"),
    *("any time", "after 6pm by text", "not Wednesdays", "early, before work"),
)
NEVER_AT = ("during night shift rest, 9 to 2", "at work", "after 8pm", "Friday afternoons")
FORMATS = (("standard", 84), ("plain_text", 9), ("large_print", 4), ("easy_read", 2), ("audio", 1))
WORKS = (
    "Likes to be told the good thing first.",
    "A text beforehand, then a call.",
    "Short and plain. Leave time for questions.",
    "Prefers to meet outside the office.",
    "Rings back if you say what it is about.",
    "Likes first names.",
    "Better with both parents there.",
    "Comes early; offer the first time of the day.",
)


def reach_of(home: Household) -> None:
    """Addresses, phones, e-mails and preferences for every member."""
    address = new_address(home.chance, confidential=home.traits.confidential)
    for child in home.children:
        home.put(replace(address, person=child.person.id))
    for n, adult in enumerate(home.adults):
        if adult.person.died_on is None and adult.person.family == home.id:
            _address(home, adult)
            points_of(home, adult)
            home.adults[n] = _preference(home, adult)


def new_address(chance: Chance, *, confidential: bool = False) -> Address:
    """An address that is nowhere."""
    return Address(
        person="",
        house=str(chance.randrange(1, 240)),
        street=f"{chance.choice(BEFORE)}Example {chance.choice(STREETS)}",
        town="Exampleton",
        postcode=(
            f"ZZ99 {chance.randrange(1, 10)}{chance.choice(LETTERS)}{chance.choice(LETTERS)}"
        ),
        confidential=confidential,
    )


def _address(home: Household, adult: Member) -> None:
    if adult.lives is LivesThere.YES:
        home.put(Address(person=adult.person.id, as_the_child=True))
    elif home.chance.likely(0.8):
        home.put(replace(new_address(home.chance), person=adult.person.id))


def points_of(home: Household, adult: Member, mobile: str = "") -> None:
    """One to three ways of reaching an adult."""
    chance, who = home.chance, adult.person
    found = [(PointKind.PHONE, "mobile", mobile or f"07700 900{chance.randrange(1000):03}")]
    if chance.likely(0.6):
        name = f"{squeezed(who.forename)}.{squeezed(who.surname)}"
        plain = "".join(c for c in name if c.isascii())
        found.append((PointKind.EMAIL, "home", f"{plain}{home.number}@example.org"))
    if chance.likely(0.2):
        place = chance.choice(("home", "work"))
        found.append((PointKind.PHONE, place, f"01632 960{chance.randrange(1000):03}"))
    for position, (kind, place, value) in enumerate(found, 1):
        home.put(
            ContactPoint(
                person=who.id,
                kind=kind,
                place=place,
                value=value,
                message_safe=chance.weighted(SAFETY),
                never_at=chance.choice(NEVER_AT) if chance.likely(0.03) else "",
                also_seen_by="shared with her sister" if chance.likely(0.005) else "",
                position=position,
            )
        )


def _preference(home: Household, adult: Member) -> Member:
    chance = home.chance
    if adult.person.kind is not PersonKind.ADULT or not chance.likely(0.5):
        return adult
    spoken = home.children[0].person.home_language
    other = spoken if spoken != "English" and adult.lives is LivesThere.YES else ""
    interpreter = f"{other}, by phone" if other and chance.likely(0.12) else ""
    home.put(
        ContactPreference(
            person=adult.person.id,
            channel=chance.weighted(BEST_CHANNELS),
            best_times=chance.choice(BEST_TIMES),
            never_at=chance.choice(NEVER_AT) if chance.likely(0.12) else "",
            languages=f"{other}, English" if other else "",
            interpreter=interpreter,
            format=chance.weighted(FORMATS),
            access="Ground floor, please." if chance.likely(0.02) else "",
            what_works=chance.choice(WORKS) if chance.likely(0.35) else "",
        )
    )
    return replace(adult, interpreter=interpreter)
