"""Whether a paper can have gone to its readers in the way that is said, and if not, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from liaison.casework.families import whole_family
from liaison.casework.handing_on import safe_address
from liaison.casework.whereabouts import Whereabouts
from liaison.dates import medium_date
from liaison.errors import CannotPrint, NotReady
from liaison.model.copies.copy import Asked, Sieve
from liaison.model.copies.reading import checked_reader, settled
from liaison.model.copies.together import not_together
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.meeting import Meeting
from liaison.model.meeting_record import MeetingRecord
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling
from liaison.model.sending import AFTER, Outgoing, Sent, Way, how_words, ways_after, ways_for
from liaison.model.words import and_list
from liaison.store.store import Store

AHEAD = "It cannot have gone after today."
TOO_EARLY = "The meeting was on {0}: this cannot have gone before."
PAPER_ONLY = "With the pupil goes paper alone: this one left as a message."
NOT_THAT_WAY = "It cannot have gone that way."
ONE_MESSAGE = "Each adult has a copy of her own: by e-mail each goes by itself."
RING_AHEAD = "Ring on a day after it has gone, and not before today."
OPENED_FIRST = "It is not known that {0} lives with the pupil: somebody else may open it first."
GONE_ALREADY = "It is noted already: {0} on {1}."


def caution(store: Store, papers: Sequence[Outgoing], way: Way) -> str:
    """What to know before they go that way; nothing where there is nothing to know."""
    if way is not Way.PUPIL:
        return ""
    apart = list(dict.fromkeys(who for each in papers for who in _apart(store, each)))
    return OPENED_FIRST.format(and_list(apart)) if apart else ""


def called(record: FamilyRecord, person: str) -> str:
    """How somebody is written to; nothing for who is not in the family."""
    found = record.person(person)
    return found.addressed if found else ""


def refuse_way(papers: Sequence[Outgoing], sent: Sent) -> None:
    """``NotReady`` where several copies cannot have gone together in this way."""
    if sent.way in ways_after(sent.left) and sent.way not in ways_for(papers, sent.left):
        raise NotReady({"way": ONE_MESSAGE})


def refuse_unready(known: Whereabouts, sent: Sent, today: date) -> None:
    """``NotReady`` where the way or a day cannot be, or it is noted already."""
    found = {}
    if sent.way not in ways_after(sent.left):
        found["way"] = PAPER_ONLY if sent.way is Way.PUPIL else NOT_THAT_WAY
    if known.contact is not None and not sent.again:
        contact = known.contact
        found["again"] = GONE_ALREADY.format(
            how_words(contact.channel), medium_date(contact.held_on)
        )
    if sent.on > today:
        found["on"] = AHEAD
    if sent.ring_on and (sent.ring_on <= sent.on or sent.ring_on < today):
        found["ring_on"] = RING_AHEAD
    if found:
        raise NotReady(found)


def children_told_of(
    record: FamilyRecord, whole: MeetingRecord, paper: Outgoing, sent: Sent, today: date
) -> tuple[str, ...]:
    """The children it is about, of those the readers may be told of.

    ``CannotPrint`` and ``NotReady`` where it cannot have gone to one of them.
    """
    held = whole.meeting.held_on
    if paper.kind in AFTER and held and sent.on < held:
        raise NotReady({"on": TOO_EARLY.format(medium_date(held))})
    _refuse_apart(record, paper, today)
    told: set[str] = set()
    for reader in paper.readers:
        told |= _told(record, reader, today)
        if sent.way is Way.EMAIL:
            safe_address(record, reader, today)
        if sent.ring_on:
            _refuse_ringing(record, reader, sent.ring_on)
    about = [each.person for each in whole.subjects if each.person in told]
    return tuple(about or sorted(told))


def may_read(record: FamilyRecord, readers: Iterable[str], today: date) -> tuple[str, ...]:
    """Those of them to whom it can still be sent. ``CannotPrint`` says why nobody is left."""
    found, refused = [], []
    for reader in readers:
        try:
            _told(record, reader, today)
        except CannotPrint as why:
            refused.append(str(why))
        else:
            found.append(reader)
    if refused and not found:
        raise CannotPrint(" ".join(refused))
    return tuple(found)


def _apart(store: Store, paper: Outgoing) -> Iterator[str]:
    """Readers who are not known to live with the pupil."""
    meeting = store.first(Meeting, "id = :id", id=paper.meeting)
    if meeting is not None:
        record = whole_family(store, meeting.family)
        there = {each for each in paper.readers if record.lives_there(each) is LivesThere.YES}
        yield from (called(record, each) for each in paper.readers if each not in there)


def _told(record: FamilyRecord, reader: str, today: date) -> frozenset[str]:
    """The children this reader may be told of. ``CannotPrint`` where there is none."""
    asked = Asked(audience=Audience.FAMILY, today=today, reader=checked_reader(record, reader))
    reading, _ = settled(record, asked, Sieve(Audience.FAMILY))
    return reading.children


def _refuse_apart(record: FamilyRecord, paper: Outgoing, today: date) -> None:
    """Two stand on one letter only while they may."""
    if paper.kind is None or len(paper.readers) < 2:
        return
    first, *others = (checked_reader(record, each) for each in paper.readers)
    for other in others:
        if said := not_together(record, first, other, today):
            raise CannotPrint(said)


def _refuse_ringing(record: FamilyRecord, reader: str, on: date) -> None:
    said = ruling(
        record.restrictions,
        what=What.CONTACT,
        adult=reader,
        child=None,
        on=on,
        names=record.order_names,
    )
    if said.answer is Answer.BLOCK:
        raise NotReady({"ring_on": said.sentence})
