"""Follow-ups an import makes: read the order, check who is no longer on the office list."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from liaison.dates import school_day_after
from liaison.exchange.by_hand import LastWriters
from liaison.exchange.file_people import FileAdult, FileChild
from liaison.exchange.gathering import Gathering
from liaison.exchange.import_plan import CHECK_THE_ORDER, NO_LONGER_LISTED
from liaison.exchange.known_record import KnownRecord
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person


class ReminderWriting:
    """Writes each reminder once: one that stands or was answered is never made again."""

    def __init__(
        self, known: KnownRecord, gathering: Gathering, *, owner: str, today: date
    ) -> None:
        self._known = known
        self._gathering = gathering
        self._owner = owner
        self._today = today

    def court_orders(self, adults: list[FileAdult], ties: dict[tuple[str, str], str]) -> None:
        """For every adult of whom the file says that there is an order; it restricts nobody."""
        for adult in adults:
            told = [tie for tie in adult.ties if tie.contact.court_order]
            for family in dict.fromkeys(tie.child.family for tie in told):
                here = [tie for tie in told if tie.child.family == family]
                children = ", ".join(tie.child.pupil.name for tie in here)
                name = here[0].contact.name
                why = (
                    f"The school's file says that there is a court order about {name} and "
                    f"{children}. Nothing was restricted: the order has to be read first."
                )
                source = ties[here[0].child.id, adult.id]
                told_now = f"{name}: the file tells of a court order. Nothing was restricted."
                if self._remind(family, CHECK_THE_ORDER, adult.id, why=why, source=source, days=1):
                    self._gathering.warnings.append(told_now)

    def left_out(
        self,
        children: list[FileChild],
        adults: list[FileAdult],
        writers: LastWriters,
        *,
        but: Collection[str] = (),
    ) -> None:
        """For everybody a full file leaves out of the families it covers, ``but`` for these."""
        covered = {child.family for child in children if child.known}
        named = {child.id for child in children} | {adult.id for adult in adults}
        passed_over = frozenset(but)
        here = {(tie.child.family, adult.id) for adult in adults for tie in adult.ties}
        for person, family in self._known_in(covered, children, with_adults=bool(adults)):
            at_home = person.family == family and person.id in named
            is_named = at_home or (family, person.id) in here
            if person.id in passed_over:
                continue
            if not is_named and not person.died_on and writers.came_from_a_file(person):
                why = f"An import left out {person.called}, whom an earlier one named."
                if self._remind(
                    family, NO_LONGER_LISTED, person.id, why=why, source=person.id, days=5
                ):
                    self._gathering.warnings.append(f"{person.called}: {NO_LONGER_LISTED}.")

    def _known_in(
        self, covered: set[str], children: list[FileChild], *, with_adults: bool
    ) -> Iterator[tuple[Person, str]]:
        for child in self._known.children:
            if child.family in covered and not child.left_on:
                yield child, child.family
        adults = (
            (self._known.people[adult], child.family)
            for child in children
            for adult in self._known.adults_of.get(child.id, ())
        )
        if with_adults:
            yield from dict.fromkeys(adults)

    def _remind(
        self, family: str, action: str, person: str, *, why: str, source: str, days: int
    ) -> bool:
        """Whether there was need of it: one that stands or was answered is not made again."""
        if (family, action, person) in self._known.reminders:
            return False
        self._known.reminders.add((family, action, person))
        self._gathering.add(
            FollowUp(
                family=family,
                action=action,
                why=why,
                person=person,
                owner=self._owner,
                due=school_day_after(self._today, days),
                priority="this_week",
                source=source,
            )
        )
        return True
