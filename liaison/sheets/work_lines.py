"""Lines about the work: talks, what gets in the way, worries about a move, promises, next date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from liaison.dates import clock_words, day_in_list, long_date
from liaison.model.barrier import Accepted, Adjustment, Barrier, BarrierState, Worked
from liaison.model.contact import Contact, Part
from liaison.model.copies.copy import Copy
from liaison.model.fields import Audience, Entry
from liaison.model.follow_up import STILL_OPEN, FollowUp, Side
from liaison.model.transition import ConcernState, TransitionConcern
from liaison.model.words import and_list
from liaison.sheets.body import Line, Section
from liaison.sheets.fitting import clipped
from liaison.sheets.people_lines import Label, sentences

E = TypeVar("E", bound=Entry)

CONTACTS, OTHERS = 5, 8
"""How many lines a section has at most, in any size of print."""

SHORT, SAID, TEXT = 60, 150, 300
"""Letters a name keeps, a text beside others of its entry, and a text on its own."""

TASK_DONE = "task_done"
"""The outcome of a contact that was none: a task ticked off. It is counted nowhere."""

THERE = (Part.SPOKEN_TO, Part.PRESENT)


def contacts(copy: Copy, label: Label, *, most: int = CONTACTS) -> Section:
    """The newest first: date, how, with whom, what came of it, and a line or two of it."""
    talks = (each for each in copy.record.contacts if each.outcome != TASK_DONE)
    held = sorted(talks, key=lambda each: (each.held_on, each.held_at), reverse=True)
    lines = tuple(_contact(copy, each, label) for each in held[:most])
    return Section(
        heading="Last contacts",
        lines=lines,
        more=len(held) - len(lines),
    )


def _contact(copy: Copy, held: Contact, label: Label) -> Line:
    people = [
        _name(copy, each.person)
        for each in copy.record.contact_people
        if each.contact == held.id and each.part in THERE
    ]
    told = and_list([name for name in people if name])
    how = label("channel", held.channel)
    parts = [
        f"{how} with {told}" if told else how,
        clock_words(held.held_at),
        label("outcome", held.outcome),
        held.about.label if held.about else "",
    ]
    said = [
        clipped(held.facts, SAID),
        quoted(_whose(copy), held.words),
        quoted("The child’s words", held.child_voice),
        f"Agreed: {clipped(held.agreed, SAID)}" if held.agreed else "",
        f"My view: {clipped(held.view, SAID)}" if held.view else "",
    ]
    return Line(
        lead=f"{day_in_list(held.held_on, copy.today)}.",
        text=sentences(parts),
        detail=sentences(said),
    )


def _name(copy: Copy, person: str) -> str:
    """How a person stands in a note; "you" on her own copy."""
    if copy.audience is Audience.FAMILY and copy.reader and copy.reader.id == person:
        return "you"
    return copy.record.names.get(person, "")


def _whose(copy: Copy) -> str:
    return "Your words" if copy.audience is Audience.FAMILY else "Their words"


def quoted(label: str, words: str) -> str:
    """Words as they were said, under whose they are."""
    return f"{label}: “{clipped(words, SAID)}”" if words else ""


def barriers(copy: Copy, label: Label) -> Section:
    """What still gets in the way, and what was tried about it with what result."""
    open_ones = [
        each
        for each in copy.record.barriers
        if each.state in (BarrierState.CURRENT, BarrierState.EASING)
    ]
    lines = [_barrier(copy, each, label) for each in _newest(open_ones, "since")[:OTHERS]]
    return _section("What gets in the way", lines, len(open_ones))


def _barrier(copy: Copy, barrier: Barrier, label: Label) -> Line:
    whose = copy.record.names.get(barrier.person, "") if barrier.person else ""
    easing = "Easing" if barrier.state is BarrierState.EASING else ""
    tried = [_tried(each, label) for each in copy.record.adjustments if each.barrier == barrier.id]
    words = f"“{clipped(barrier.words, TEXT)}”" if barrier.words else ""
    return Line(
        lead=sentences([label("barrier", barrier.kind)]),
        text=sentences([whose, easing, words]),
        detail=sentences([f"Tried: {'; '.join(tried)}"]) if tried else "",
    )


def _tried(tried: Adjustment, label: Label) -> str:
    """What was tried with its result: Text reminder the day before, worked."""
    result = tried.worked.label if tried.worked is not Worked.TOO_EARLY else ""
    if tried.accepted is not Accepted.YES and not result:
        result = tried.accepted.label
    result = result or Worked.TOO_EARLY.label
    note = f" ({clipped(tried.note, SAID).rstrip('.')})" if tried.note else ""
    return f"{label('adjustment', tried.kind)}, {result[:1].lower()}{result[1:]}{note}"


def concerns(copy: Copy, label: Label) -> Section:
    """Worries about a move that are not settled."""
    found = [each for each in copy.record.concerns if each.state is not ConcernState.SETTLED]
    lines = [_concern(copy, each, label) for each in _newest(found, "raised_on")[:OTHERS]]
    return _section("Worries about a move", lines, len(found))


def _concern(copy: Copy, worry: TransitionConcern, label: Label) -> Line:
    child = copy.record.names.get(worry.child, "")
    about = f"{label('move', worry.move)}: {label('domain', worry.domain)}"
    named = [
        ("Going well", worry.strengths),
        ("What works", worry.what_works),
        ("Support", worry.support),
        ("Here", worry.owner),
        ("There", worry.owner_there),
        ("Next school", worry.to_school),
    ]
    return Line(
        lead=f"{child}." if child else "",
        text=sentences(
            [
                about,
                label("level", worry.level),
                f"“{clipped(worry.words, TEXT)}”" if worry.words else "",
            ]
        ),
        detail=sentences([f"{name}: {clipped(text, SAID)}" for name, text in named if text]),
    )


def promises(copy: Copy, side: Side) -> Section:
    """What one side said it would do. Only ours can be late, and only staff read that."""
    family = copy.audience is Audience.FAMILY
    titles = {
        Side.SCHOOL: "What we said we would do",
        Side.FAMILY: "What you said you would do",
        Side.AGENCY: "What others said they would do",
    }
    found = [
        each for each in copy.record.follow_ups if each.side is side and each.state in STILL_OPEN
    ]
    found.sort(key=lambda each: each.due or date.max)
    late = side is Side.SCHOOL and not family
    lines = [_promise(copy, each, late=late) for each in found[:OTHERS]]
    return _section(titles[side], lines, len(found))


def _promise(copy: Copy, promise: FollowUp, *, late: bool) -> Line:
    by = f"By {day_in_list(promise.due, copy.today)}:" if promise.due else ""
    if late and promise.due and promise.due < copy.today:
        by = f"Late, was due {day_in_list(promise.due, copy.today)}:"
    owner = clipped(promise.owner, SHORT)
    return Line(lead=by, text=sentences([clipped(promise.action, TEXT), owner]), box=True)


def next_date(copy: Copy, label: Label) -> Section:
    """The first date from today on: a meeting, something to be done, or to be looked at again.

    For staff alone a meeting is told: a family's copy does not know who is asked to it.
    """
    record, staff = copy.record, copy.audience is Audience.STAFF
    days: list[tuple[date | None, bool, str]] = [
        (each.held_on, False, sentences([f"Meeting, {clock_words(each.held_at)}".rstrip(", ")]))
        for each in record.meetings
        if each.ahead and staff
    ]
    days += [
        (each.due, True, each.action) for each in record.follow_ups if each.state in STILL_OPEN
    ]
    days += [
        (each.review_on, True, f"Look again: {label('barrier', each.kind)}")
        for each in record.barriers
    ]
    days += [
        (each.next_on, True, f"Look again: {label('domain', each.domain)}")
        for each in record.concerns
    ]
    coming = [(day, later, what) for day, later, what in days if day and day >= copy.today]
    if not coming:
        return Section(heading="Next date", lines=())
    day, _, what = min(coming)
    line = Line(lead=f"{long_date(day)}.", text=sentences([clipped(what, SAID)]))
    return Section(heading="Next date", lines=(line,))


def _newest(entries: Iterable[E], name: str) -> list[E]:
    return sorted(entries, key=lambda each: getattr(each, name) or date.min, reverse=True)


def _section(heading: str, lines: Sequence[Line], count: int) -> Section:
    return Section(heading=heading, lines=tuple(lines), more=count - len(lines))
