"""The last page of a staff copy, which stays off the table: restrictions first, then numbers."""

from __future__ import annotations

from collections.abc import Iterator

from liaison.model.copies.copy import Copy
from liaison.model.copies.table import at_the_table
from liaison.model.fields import Audience
from liaison.model.restriction import Restriction
from liaison.model.ruling import answer_of, heading
from liaison.sheets.body import Line, Section
from liaison.sheets.people_lines import Label, numbers, sentences

ASIDE_TITLE = "Not for the table"


def not_for_the_table(copy: Copy, label: Label) -> tuple[Section, ...]:
    """Its sections; none when there is nothing to keep off the table. Nothing of it is cut."""
    if copy.audience is not Audience.STAFF:
        return ()
    every = (
        Section(heading="Restrictions", lines=tuple(_restrictions(copy))),
        Section(heading="How to reach the others", lines=tuple(_others(copy, label))),
    )
    return tuple(each for each in every if each.lines)


def _restrictions(copy: Copy) -> Iterator[Line]:
    for each in sorted(copy.record.restrictions, key=_strongest_first):
        said = answer_of(each, on=copy.today, names=copy.record.order_names).sentence
        lead, _, rest = said.partition(f"{heading(each)}: ")
        yield Line(lead=f"{lead}{heading(each)}:", text=rest)


def _strongest_first(restriction: Restriction) -> tuple[int, str]:
    order = ("court", "school", "wish")
    return order.index(restriction.force.value), restriction.adult


def _others(copy: Copy, label: Label) -> Iterator[Line]:
    """Numbers and addresses of everybody who is not the one met at the table."""
    open_to = at_the_table(copy)
    for adult in copy.record.adults:
        if adult.id in open_to or adult.died_on:
            continue
        home = next((each for each in copy.record.addresses if each.person == adult.id), None)
        parts = list(numbers(copy, adult, label))
        if home:
            closed = "Address confidential, not printed"
            parts.append(closed if home.confidential else ", ".join(home.lines))
        if said := sentences(parts):
            yield Line(lead=f"{adult.full}.", text=said)
