"""What a restriction means for one outlet on one day: allow, warn or block, with a sentence.

A court order blocks only what its words cover; a school decision what a school may decide; an
order nobody has seen holds letters and information for five school days; a wish has no force.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from liaison.dates import school_day_after, short_date
from liaison.model.fields import Listed
from liaison.model.restriction import Force, Restriction, What

DAYS_UNSEEN = 5
"""School days for which an order nobody has read holds letters and information."""

REVIEW_WITHIN = timedelta(days=120)
"""A term, as the longest a school may withhold letters or information before it looks again."""

ENOUGH_FOR_SCHOOL = (What.CONTACT, What.ATTEND)
HELD_UNSEEN = (What.LETTERS, What.INFORMATION)

MUST_NOT = {
    What.CONTACT: "the school must not contact {name}",
    What.COLLECT: "{name} must not collect",
    What.LETTERS: "letters and reports are not to be sent to {name}",
    What.ADDRESS: "the address is not to be given to {name}",
    What.ATTEND: "{name} is not to come to school events",
    What.INFORMATION: "information is not to be given to {name}",
}

DO_NOT_HAND_OVER = "Do not hand over. Get the head or DSL now, and check the office list."


class Answer(Listed):
    """What an outlet may do."""

    ALLOW = "allow", "Nothing recorded stops it"
    WARN = "warn", "Look first"
    BLOCK = "block", "Not to be done"


@dataclass(frozen=True)
class Ruling:
    """The answer, the sentence that goes with it, and the restriction it came from."""

    answer: Answer
    sentence: str
    restriction: Restriction | None = None


NONE_RECORDED = Ruling(Answer.ALLOW, "None recorded here.")


def ruling(
    restrictions: Iterable[Restriction],
    *,
    what: What,
    adult: str,
    child: str | None,
    on: date,
    names: Mapping[str, str],
) -> Ruling:
    """The strictest answer of all restrictions on this adult; ``names`` gives ids their names."""
    asked = [
        answer_of(each, on=on, names=names)
        for each in restrictions
        if each.adult == adult and each.what is what and each.covers(child) and not each.deleted
    ]
    strict = {Answer.BLOCK: 0, Answer.WARN: 1, Answer.ALLOW: 2}

    def weight(found: Ruling) -> tuple[int, bool]:
        return strict[found.answer], bool(found.restriction and is_over(found.restriction, on))

    return min(asked, key=weight, default=NONE_RECORDED)


def answer_of(restriction: Restriction, *, on: date, names: Mapping[str, str]) -> Ruling:
    """What one restriction says on one day."""
    words = banner(restriction, names)
    if restriction.starts_on and on < restriction.starts_on:
        later = f"{words} It starts on {short_date(restriction.starts_on)}."
        return Ruling(Answer.ALLOW, later, restriction)
    if restriction.ends_on and is_over(restriction, on):
        ended = f"{words} It ended on {short_date(restriction.ends_on)}: check."
        return Ruling(Answer.WARN, ended, restriction)
    if restriction.what is What.COLLECT and restriction.force is Force.COURT:
        return Ruling(Answer.BLOCK, f"{DO_NOT_HAND_OVER} {words}", restriction)
    blocks = _blocks(restriction, on)
    said = " ".join(filter(None, [words, _how_long(restriction, on)]))
    return Ruling(Answer.BLOCK if blocks else Answer.WARN, said, restriction)


def _blocks(restriction: Restriction, on: date) -> bool:
    match restriction.force:
        case Force.COURT if restriction.seen_on:
            return True
        case Force.COURT:
            return restriction.what in HELD_UNSEEN and on <= held_until(restriction)
        case Force.SCHOOL if restriction.what in ENOUGH_FOR_SCHOOL:
            return True
        case Force.SCHOOL:
            return restriction.what in HELD_UNSEEN and _well_founded(restriction)
        case _:
            return False


def _how_long(restriction: Restriction, on: date) -> str:
    """Until when an order nobody has seen holds, or that a school's own review is late."""
    if restriction.force is Force.COURT and restriction.seen_on is None:
        if on > held_until(restriction):
            return "It was not seen within five school days, so it now counts as a wish."
        if restriction.what in HELD_UNSEEN:
            asks = restriction.chaser or "the school"
            until = short_date(held_until(restriction))
            return f"Held until {until} while {asks} asks for a copy."
    if restriction.force is Force.SCHOOL and restriction.review_on and on > restriction.review_on:
        return f"Its review was due on {short_date(restriction.review_on)}: review it now."
    return ""


def held_until(restriction: Restriction) -> date:
    """The last day on which an order nobody has seen holds letters and information."""
    return school_day_after(restriction.recorded_on, DAYS_UNSEEN)


def _well_founded(restriction: Restriction) -> bool:
    """The head's name, a serious-harm reason, and a review within a term."""
    return bool(
        restriction.head
        and restriction.serious_harm
        and restriction.review_on
        and timedelta() <= restriction.review_on - restriction.recorded_on <= REVIEW_WITHIN
    )


def banner(restriction: Restriction, names: Mapping[str, str]) -> str:
    """Everything the banner says, in full sentences.

    ``names`` gives ids their names, and the code of a kind of order its words if it has them.
    """
    name = names.get(restriction.adult, "this adult")
    said = MUST_NOT[restriction.what].format(name=name)
    if restriction.children:
        said += (
            " (" + ", ".join(names.get(child, "a child") for child in restriction.children) + ")"
        )
    parts = [f"{heading(restriction)}: {said}."]
    if kind := names.get(restriction.order_kind):
        parts.append(f"Kind of order: {kind}.")
    if restriction.words:
        parts.append(f"Its words: “{restriction.words}”.")
    if restriction.does_not_affect:
        parts.append(f"It does not stop {restriction.does_not_affect.rstrip('. ')}.")
    if restriction.force is Force.WISH:
        parts.append("A wish: it has no legal force.")
    if restriction.held_where:
        parts.append(f"Copy held: {restriction.held_where}.")
    return " ".join(parts)


def heading(restriction: Restriction) -> str:
    """The title: "Court order, read 3 Sep 2026 by Mrs Hall", or "Asked by Mrs Khan"."""
    match restriction.force:
        case Force.COURT if restriction.seen_on:
            by = f" by {restriction.read_by}" if restriction.read_by else ""
            return f"Court order, read {short_date(restriction.seen_on)}{by}"
        case Force.COURT:
            return "Court order, not yet seen"
        case Force.SCHOOL:
            return "School decision"
        case _:
            return f"Asked by {restriction.asked_by or 'the family'}"


def is_over(restriction: Restriction, on: date) -> bool:
    """Past its end; it still warns, under its own words."""
    return restriction.ends_on is not None and on > restriction.ends_on


def may_collect(
    restrictions: Iterable[Restriction],
    *,
    adult: str,
    child: str | None,
    on: date,
    names: Mapping[str, str],
    office_list_checked_on: date | None,
) -> Ruling:
    """What Reception is told when somebody comes to collect. Never "may collect"."""
    found = ruling(restrictions, what=What.COLLECT, adult=adult, child=child, on=on, names=names)
    if found.answer is Answer.BLOCK:
        return found
    checked = (
        f"Office list last checked {short_date(office_list_checked_on)}."
        if office_list_checked_on
        else "Check the office list."
    )
    return Ruling(Answer.WARN, f"{found.sentence} {checked}", found.restriction)
