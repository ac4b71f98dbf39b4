"""Where the papers of a meeting are: gone and how, promised to be sent, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison.casework.families import whole_family
from liaison.casework.letters import called_off_by_us
from liaison.casework.meetings import meeting_whole
from liaison.casework.packs import asked_to
from liaison.model.contact import Contact, ContactPerson
from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.model.letter import LetterKind
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.sending import Outgoing, outgoing_of
from liaison.store.store import Store

ORDER = (
    *(LetterKind.INVITATION, LetterKind.CHANGED, None),
    *(LetterKind.THANKS, LetterKind.FOLLOW_UP, LetterKind.MISSED),
)
"""As they follow one another; the agenda is None."""


@dataclass(frozen=True)
class Whereabouts:
    """Where a paper is. ``contact`` is what it was noted as once it has gone to every reader.

    ``promises`` are those to send it to any of them; ``unpromised`` has neither one nor the paper.
    """

    contact: Contact | None = None
    promises: tuple[FollowUp, ...] = ()
    unpromised: tuple[str, ...] = ()

    @property
    def waiting(self) -> FollowUp | None:
        """The first promise to send it, if it is still to be sent."""
        return next(iter(self.promises), None)

    @property
    def known(self) -> bool:
        """Whether anything was said of it yet."""
        return bool(self.contact or self.promises)


@dataclass(frozen=True, kw_only=True)
class PaperLine:
    """A paper in the list of a meeting's: for whom, and where it is."""

    paper: Outgoing
    reader: str
    where: Whereabouts


@dataclass(frozen=True)
class _Noted:
    contacts: tuple[Contact, ...]
    readers: Mapping[str, frozenset[str]]
    promised: tuple[FollowUp, ...]

    def where(self, paper: Outgoing) -> Whereabouts:
        asked = set(paper.readers)
        mine = [each for each in self.contacts if each.occasion == paper.occasion]
        gone = [each for each in mine if self.readers[each.id] & asked]
        reached = {person for each in gone for person in self.readers[each.id]}
        together = [each for each in gone if asked <= self.readers[each.id]]
        promised = [each for each in self._promised(paper.occasion) if asked & set(each[1])]
        known = reached.union(*(readers for _, readers in promised))
        return Whereabouts(
            contact=next(iter(together or gone), None) if asked <= reached else None,
            promises=tuple(each for each, _ in promised),
            unpromised=tuple(each for each in paper.readers if each not in known),
        )

    def _promised(self, occasion: str) -> Iterator[tuple[FollowUp, tuple[str, ...]]]:
        """What is still to be sent of this, and to whom."""
        for each in self.promised:
            paper = waiting_paper(each)
            if paper and paper.occasion == occasion and each.state in STILL_OPEN:
                yield each, paper.readers


def whereabouts(store: Store, paper: Outgoing) -> Whereabouts:
    """What the record has of this paper for these readers."""
    meeting = store.first(Meeting, "id = :id", id=paper.meeting)
    return _noted(store, meeting).where(paper) if meeting else Whereabouts()


def waiting_paper(follow_up: FollowUp) -> Outgoing | None:
    """The paper a promise is about, where it is one to send a paper."""
    return outgoing_of(follow_up.source, follow_up.person)


def papers_of(store: Store, meeting: str, *, today: date) -> list[PaperLine]:
    """Every paper that is due for this meeting, or is on its way, for each adult it is for."""
    whole = meeting_whole(store, meeting)
    record = whole_family(store, whole.meeting.family)
    noted = _noted(store, whole.meeting)
    due = set(_due(store, whole.meeting, today))
    found = []
    for reader in dict.fromkeys(asked_to(store, meeting)):
        person = record.person(reader)
        if person is None or person.died_on:
            continue
        for kind in ORDER:
            paper = Outgoing(meeting=meeting, kind=kind, readers=(reader,))
            where = noted.where(paper)
            if kind in due or where.contact or where.waiting:
                found.append(PaperLine(paper=paper, reader=person.full, where=where))
    return sorted(found, key=lambda each: ORDER.index(each.paper.kind))


def _due(store: Store, meeting: Meeting, today: date) -> Iterator[LetterKind | None]:
    if meeting.state is MeetingState.CALLED_OFF:
        if not called_off_by_us(store, meeting):
            yield LetterKind.MISSED
        return
    held = meeting.state in (MeetingState.HELD, MeetingState.CLOSED)
    if held or (meeting.held_on and meeting.held_on < today):
        yield from (LetterKind.THANKS, LetterKind.FOLLOW_UP)
        return
    yield LetterKind.CHANGED if meeting.moved else LetterKind.INVITATION
    yield None


def _noted(store: Store, meeting: Meeting) -> _Noted:
    """Everything noted for the papers of one meeting, the latest contact first."""
    mine: dict[str, Any] = {"family": meeting.family, "papers": f"{meeting.id}/%"}
    contacts = store.find(
        Contact,
        "family = :family AND occasion LIKE :papers",
        order="held_on DESC, id DESC",
        **mine,
    )
    readers = {
        each.id: frozenset(
            row.person for row in store.find(ContactPerson, "contact = :id", id=each.id)
        )
        for each in contacts
    }
    promised = store.find(FollowUp, "family = :family AND source LIKE :papers", **mine)
    return _Noted(tuple(contacts), readers, tuple(promised))
