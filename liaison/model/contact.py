"""A contact: work done with a family, or an attempt at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from liaison.model.fields import HOME, NO_PAPER, STAFF, Entry, Listed, field


class Direction(Listed):
    """Who began it."""

    WE = "we", "We contacted them"
    THEY = "they", "They contacted us"
    BOTH = "both", "Both planned it"
    THIRD = "third", "Through somebody else"


class About(Listed):
    """What it was about, in the code's words and the officer's. Never chosen beforehand."""

    PRAISE = "praise", "Good news"
    NEUTRAL = "neutral", "Everyday"
    CONCERN = "concern", "Worry"


class Part(Listed):
    """The part a person had in a contact."""

    SUBJECT = "subject", "About"
    SPOKEN_TO = "spoken_to", "Spoken to"
    PRESENT = "present", "Present"
    MENTIONED = "mentioned", "Mentioned"


class Nature(Listed):
    """Whether it was about the whole child, or about business."""

    RELATIONAL = "relational", "For the relationship"
    TRANSACTIONAL = "transactional", "To get something done"


@dataclass(frozen=True, kw_only=True)
class Contact(Entry):
    """One conversation with one family. ``occasion`` joins what was written to several families.

    A paper sent home is known by its ``occasion`` as one about its meeting.
    ``held_at`` is local time, HH:MM, and may be empty. ``about`` is empty for an attempt.
    """

    table: ClassVar[str] = "contact"
    title: ClassVar[str] = "Contact"

    held_on: Annotated[date, field("Date", required=True, audience=HOME)]
    held_at: Annotated[str, field("Time", audience=HOME)] = ""
    channel: Annotated[str, field("How", choices="channel", required=True, audience=HOME)]
    direction: Annotated[Direction, field("In or out", audience=HOME)] = Direction.WE
    outcome: Annotated[str, field("Outcome", choices="outcome", required=True, audience=HOME)]
    about: Annotated[About | None, field("About", audience=STAFF)] = None
    nature: Annotated[Nature | None, field("Nature", audience=STAFF)] = None
    purposes: Annotated[tuple[str, ...], field("Purpose", choices="purpose", audience=HOME)] = ()
    place: Annotated[str, field("Place", choices="place", audience=HOME)] = ""
    facts: Annotated[str, field("Seen or said", lines=4, search=True, audience=HOME)] = ""
    words: Annotated[str, field("Their words", lines=3, search=True, audience=HOME)] = ""
    words_of: Annotated[str, field("Whose words", audience=STAFF)] = ""
    view: Annotated[str, field("My professional view", lines=3, search=True, audience=STAFF)] = ""
    child_voice: Annotated[
        str, field("The child's words", lines=2, search=True, audience=STAFF)
    ] = ""
    agreed: Annotated[str, field("What we agreed", lines=2, search=True, audience=HOME)] = ""
    told: Annotated[str, field("Who was told", search=True, audience=STAFF)] = ""
    caller_known_by: Annotated[
        str, field("How we knew the caller", choices="caller_known_by", audience=STAFF)
    ] = ""
    minutes: Annotated[int | None, field("Minutes")] = None
    keep_from_family: Annotated[
        bool,
        field("Leave out of family copies", help="It can still be asked for by law."),
    ] = False
    occasion: Annotated[str, field("Occasion", listed=False, audience=NO_PAPER)] = ""


@dataclass(frozen=True, kw_only=True)
class ContactPerson(Entry):
    """One person's part in one contact."""

    table: ClassVar[str] = "contact_person"
    title: ClassVar[str] = "Person in a contact"

    contact: str
    person: str
    part: Annotated[Part, field("Part")] = Part.SPOKEN_TO
