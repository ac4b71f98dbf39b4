"""What a meeting cannot be closed without, one sentence for each thing that is missing."""

from __future__ import annotations

from datetime import date

from liaison.model.family_record import FamilyRecord
from liaison.model.meeting import Came, Meeting, MeetingState
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import PersonKind

OUTCOME = "Write what came out of it."
ACTION = "Write what somebody will do, or tick that no action is needed."
BOTH = "There are actions, so “no action needed” cannot be ticked too."
NEXT = "Give the next date, or tick that none is needed."
EITHER = "There is a next date, so “none needed” cannot be ticked too."
BEFORE = "The next date is not after this meeting."
THANKED = "Say when the thank-you was sent."
THANKED_BEFORE = "The thank-you was sent before the meeting: look at its date."
THANKED_AHEAD = "A thank-you cannot have been sent after today."
THANKED_HOW = "Say how the thank-you was sent."
CLOSE_IT = "Write up what came out of it, and close it: that is how it becomes written up."
STAYS = "It was written up: what it is now cannot be changed."
PROMISED = "It was written up already: add a follow-up instead."
NOBODY = "Nobody of the family came: say that it did not take place."


def wrongly_thanked(meeting: Meeting, today: date) -> dict[str, str]:
    """What is said of a thank-you dated before the meeting, or after today."""
    sent = meeting.thanked_on
    if sent is not None and sent > today:
        return {"thanked_on": THANKED_AHEAD}
    before = sent is not None and meeting.held_on is not None and sent < meeting.held_on
    return {"thanked_on": THANKED_BEFORE} if before else {}


def missing(whole: MeetingRecord, record: FamilyRecord) -> dict[str, str]:
    """Field to sentence; empty when the meeting can be closed."""
    meeting = whole.meeting
    if meeting.state is MeetingState.CLOSED:
        return {"state": "It was written up already."}
    if meeting.state is MeetingState.CALLED_OFF:
        return {"state": "It did not take place."}
    found = unwritten(whole)
    if said := _came(whole, record):
        found["people"] = said
    return found


def unwritten(whole: MeetingRecord) -> dict[str, str]:
    """What is missing of the outcomes themselves: one written up keeps all of them."""
    meeting, found = whole.meeting, {}
    if not meeting.outcome.strip():
        found["outcome"] = OUTCOME
    found |= _actions(whole) | _next(meeting)
    if meeting.thanked_on is None:
        found["thanked_on"] = THANKED
    elif not meeting.thanked_how:
        found["thanked_how"] = THANKED_HOW
    return found


def _actions(whole: MeetingRecord) -> dict[str, str]:
    if not whole.actions:
        return {} if whole.meeting.no_action else {"actions": ACTION}
    if whole.meeting.no_action:
        return {"actions": BOTH}
    undated = next((each for each in whole.actions if each.due is None), None)
    if undated:
        return {"actions": f"Say by when: “{undated.action}”."}
    nobodys = next((each for each in whole.actions if not each.owner and not each.person), None)
    return {"actions": f"Say who does it: “{nobodys.action}”."} if nobodys else {}


def _next(meeting: Meeting) -> dict[str, str]:
    if meeting.next_on is None:
        return {} if meeting.no_next else {"next_on": NEXT}
    if meeting.no_next:
        return {"next_on": EITHER}
    before = meeting.held_on and meeting.next_on <= meeting.held_on
    return {"next_on": BEFORE} if before else {}


def _came(whole: MeetingRecord, record: FamilyRecord) -> str:
    """A family that was to come and did not has had no meeting."""
    family = {each.id for each in record.people if each.kind is not PersonKind.PROFESSIONAL}
    expected = [each for each in whole.coming if each.person in family]
    unsaid = next((each for each in expected if each.came is None), None)
    if unsaid:
        return f"Say whether {record.names[unsaid.person]} came."
    came = any(each.came is Came.YES for each in expected)
    return NOBODY if expected and not came else ""
