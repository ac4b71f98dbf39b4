"""Papers that are still to be sent: promises of ours, kept once they have gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison.casework.families import whole_family
from liaison.casework.papers_allowed import called, may_read
from liaison.casework.whereabouts import waiting_paper, whereabouts
from liaison.errors import CannotPrint
from liaison.model.contact import Contact
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.meeting import Meeting
from liaison.model.sending import Outgoing
from liaison.model.words import and_list
from liaison.store.saving import Saving
from liaison.store.store import Store

NO_MEETING = "That meeting is not in the record."


def note_not_yet(store: Store, papers: Sequence[Outgoing], *, today: date) -> list[FollowUp]:
    """They are still to be sent: a promise for today for each of them, once, in one save.

    It is to those readers who have neither the paper nor a promise. Nobody is promised what she
    must not be sent: ``CannotPrint`` where that is true of everybody.
    """
    wanted, refused = [], []
    for paper in papers:
        record = _family_of(store, paper)
        try:
            readers = may_read(record, whereabouts(store, paper).unpromised, today)
        except CannotPrint as why:
            refused.append(str(why))
            continue
        if readers:
            wanted.append(_promise(store, record, replace(paper, readers=readers), today))
    if refused and not wanted:
        raise CannotPrint(" ".join(dict.fromkeys(refused)))
    with store.saving() as saving:
        return [saving.add(each) for each in wanted]


def keep_promise(
    saving: Saving, record: FamilyRecord, promise: FollowUp, paper: Outgoing, contact: Contact
) -> FollowUp:
    """It has gone to these readers; who else was promised it is promised it still."""
    promised = waiting_paper(promise) or paper
    left = tuple(each for each in promised.readers if each not in paper.readers)
    if not left:
        return saving.change(
            replace(
                promise,
                state=FollowUpState.DONE,
                closed_on=contact.held_on,
                completed_by=contact.id,
            )
        )
    rest = replace(promised, readers=left)
    own_words = promise.action != _action(record, promised)
    action = promise.action if own_words else _action(record, rest)
    return saving.change(replace(promise, action=action, person=left[0], source=rest.source))


def _family_of(store: Store, paper: Outgoing) -> FamilyRecord:
    meeting = store.first(Meeting, "id = :id", id=paper.meeting)
    if meeting is None:
        raise CannotPrint(NO_MEETING)
    return whole_family(store, meeting.family)


def _promise(store: Store, record: FamilyRecord, paper: Outgoing, today: date) -> FollowUp:
    officer = store.settings.officer
    return FollowUp(
        family=record.family.id,
        action=_action(record, paper),
        person=paper.readers[0],
        owner=officer,
        raised_by=officer,
        due=today,
        source=paper.source,
    )


def _action(record: FamilyRecord, paper: Outgoing) -> str:
    return f"Send “{paper.label}” to {and_list([called(record, each) for each in paper.readers])}"
