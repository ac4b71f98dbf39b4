"""A copy of one meeting for paper: what one reader may have of it."""

from __future__ import annotations

from datetime import date

from liaison.casework.copies import Wish, asked_by, unnamed_kinds
from liaison.casework.families import whole_family
from liaison.casework.meetings import meeting_whole
from liaison.errors import CannotPrint, NotFound
from liaison.model.copies.meeting_copy import MeetingCopy, meeting_copy
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.meeting_kinds import TOLD
from liaison.store.store import Store


def copy_of_meeting(
    store: Store, meeting: str, wish: Wish, *, today: date, called_off: bool = False
) -> MeetingCopy:
    """The meeting and its family as the reader may have them; ``called_off`` lets such a one too.

    ``CannotPrint`` says what stands in the way: no such meeting, one in the bin, one that was
    called off, a reader who is not to have it, words that must not stand on it.
    """
    whole = meeting_whole(store, meeting_found(store, meeting, called_off=called_off).id)
    record = whole_family(store, whole.meeting.family)
    asked = asked_by(store, record, wish, today=today)
    ended = whole.meeting.why_ended
    told = (ended,) if store.flagged("meeting_end", ended, TOLD) else ()
    return meeting_copy(record, whole, asked, unnamed=unnamed_kinds(store), told=told)


def meeting_found(store: Store, id: str, *, called_off: bool = False) -> Meeting:
    """The meeting that something is to be made of. ``CannotPrint`` as ``copy_of_meeting`` says."""
    try:
        found = store.get(Meeting, id)
    except NotFound as missing:
        raise CannotPrint("That meeting is not in the record.") from missing
    if found.deleted:
        raise CannotPrint("That meeting is in the bin.")
    if found.state is MeetingState.CALLED_OFF and not called_off:
        raise CannotPrint("That meeting did not take place.")
    return found
