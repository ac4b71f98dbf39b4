"""What the papers of one meeting are made from: the copy of it, and what was agreed last time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.copies import Wish, unnamed_kinds
from liaison.casework.families import whole_family
from liaison.casework.for_paper import Decided
from liaison.casework.meeting_copies import copy_of_meeting
from liaison.casework.meetings import meeting_whole, meetings_of
from liaison.casework.still_listed import unlisted
from liaison.errors import CannotPrint
from liaison.model.copies.meeting_copy import MeetingCopy
from liaison.model.fields import Audience
from liaison.model.follow_up import FollowUpState, Side
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.person import Person, PersonKind
from liaison.store.store import Store

NO_MEETING = "Nothing to print: choose a meeting first."
NOT_WRITTEN_UP = "Nothing to print: nothing is written up for this meeting yet."
NOT_THERE = "Minutes to keep go to a professional of this meeting, and nobody else."
LAST_PAGE = "The page “Not for the table” is left out. It is for the school’s own staff."

NOBODY_NAMED = {Side.SCHOOL: "School", Side.AGENCY: "Another service", Side.FAMILY: ""}
"""Who does it where nobody is named; the family itself is "you" on its own copy."""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """One thing agreed last time: who does it, by when, and how it stands."""

    what: str
    who: str = ""
    due: date | None = None
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingPaper:
    """One meeting for one reader. ``unnamed`` says that its kind is not said at the table."""

    whole: MeetingCopy
    last_time: tuple[Agreed, ...] = ()
    unnamed: bool = False


def meeting_for_paper(
    store: Store, about: str, wish: Wish, *, today: date
) -> Decided[MeetingPaper]:
    """A meeting's papers; ``about`` is its id. ``CannotPrint`` as ``copy_of_meeting`` says."""
    if not about:
        raise CannotPrint(NO_MEETING)
    whole = copy_of_meeting(store, about, wish, today=today)
    held = store.get(Meeting, about)
    reader = whole.copy.reader
    family = wish.audience is Audience.FAMILY
    left_out = whole.left_out if family else (*whole.copy.left_out, *whole.left_out)
    concerned = whole.copy.record.people if family else ()
    listed = tuple(unlisted(store, concerned))
    paper = MeetingPaper(
        whole=whole,
        last_time=tuple(_last_time(store, held, wish, today)),
        unnamed=held.kind in unnamed_kinds(store),
    )
    return Decided(
        matter=paper,
        wish=wish,
        today=today,
        families=(held.family,),
        reader=reader.full if reader and family else "",
        left_out=tuple(dict.fromkeys(each.sentence for each in left_out)),
        warnings=tuple(dict.fromkeys((*listed, *whole.copy.warnings, *whole.warnings))),
    )


def outcome_for_paper(
    store: Store, about: str, wish: Wish, *, today: date
) -> Decided[MeetingPaper]:
    """The same, of a meeting of which something is written up.

    The reader of a staff copy is a professional of the meeting, who keeps it in a file of her own:
    the last page, which is for the school's staff, is not hers. ``CannotPrint`` for anybody else.
    """
    family = wish.audience is Audience.FAMILY
    asked = wish if family else replace(wish, reader="")
    decided = meeting_for_paper(store, about, asked, today=today)
    whole = meeting_whole(store, about)
    if not (whole.meeting.outcome.strip() or whole.actions):
        raise CannotPrint(NOT_WRITTEN_UP)
    if family or not wish.reader:
        return decided
    keeps = next((each for each in professionals_at(store, about) if each.id == wish.reader), None)
    if keeps is None:
        raise CannotPrint(NOT_THERE)
    return replace(
        decided,
        matter=_for_the_table(decided.matter),
        wish=wish,
        reader=keeps.full,
        left_out=(*decided.left_out, LAST_PAGE),
    )


def professionals_at(store: Store, meeting: str) -> list[Person]:
    """Those who work with the family and were to be there: they may be given minutes to keep."""
    whole = meeting_whole(store, meeting)
    record = whole_family(store, whole.meeting.family)
    found = (record.person(each.person) for each in whole.coming if each.person)
    return [each for each in found if each and each.kind is PersonKind.PROFESSIONAL]


def _for_the_table(paper: MeetingPaper) -> MeetingPaper:
    """Without restrictions, numbers and addresses: nothing is left for the last page."""
    copy = paper.whole.copy
    record = replace(copy.record, restrictions=(), points=(), addresses=())
    return replace(paper, whole=replace(paper.whole, copy=replace(copy, record=record)))


def _last_time(store: Store, held: Meeting, wish: Wish, today: date) -> Iterator[Agreed]:
    """The actions of the meeting before that this reader may read; none she was not asked to."""
    before = _before(store, held)
    if before is None:
        return
    unticked = replace(wish, ticked=())
    try:
        copied = copy_of_meeting(store, before.id, unticked, today=today)
    except CannotPrint:
        return
    whole = meeting_whole(store, before.id)
    done = {each.id for each in whole.follow_ups if each.state is FollowUpState.DONE}
    settled = {each.id for each in whole.actions if each.follow_up in done}
    names = copied.copy.record.names
    for each in copied.meeting.actions:
        yield Agreed(
            what=each.action,
            who=each.owner or names.get(each.person, "") or NOBODY_NAMED[each.side],
            due=each.due,
            done=each.id in settled,
        )


def _before(store: Store, held: Meeting) -> Meeting | None:
    """The meeting it follows, or else the family's last one that was written up."""
    every = [each for each in meetings_of(store, held.family) if not each.deleted]
    closed = [each for each in every if each.state is MeetingState.CLOSED and each.id != held.id]
    named = next((each for each in closed if each.id == held.follows), None)
    earlier = [
        each for each in closed if each.held_on and held.held_on and each.held_on < held.held_on
    ]
    return named or next(iter(earlier), None)
