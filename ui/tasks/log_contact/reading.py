"""From what was typed to what can be saved, or the sentences that stand in the way."""

from dataclasses import dataclass
from datetime import date, datetime

from liaison.casework.contacts import is_attempt, part_of
from liaison.casework.follow_ups import kind_of
from liaison.errors import NotReady, UnknownValue
from liaison.model.contact import About, Contact, Direction, Part
from liaison.model.follow_up import FollowUp
from liaison.store.store import Store
from ui.tasks.log_contact.moment import read_moment
from ui.tasks.log_contact.promise import read_promise
from ui.tasks.log_contact.typed import Typed


@dataclass(frozen=True)
class Reading:
    """A contact ready to be saved, who took part, and what it leads to."""

    contact: Contact
    people: tuple[tuple[str, Part], ...] = ()
    follow_up: FollowUp | None = None


class Reader:
    """Reads one form; ``problems`` gathers a sentence for each field that is not right."""

    def __init__(self, store: Store, typed: Typed, now: datetime) -> None:
        self._store = store
        self._typed = typed
        self._now = now
        self.problems: dict[str, str] = {}

    def read(self) -> Reading:
        """Everything, or ``NotReady`` with all that is to be put right."""
        typed = self._typed
        if not typed.family:
            self.problems["family"] = "Say who it was: pick an adult, a child or a family."
        held_on, held_at = self._moment()
        contact = Contact(
            family=typed.family,
            held_on=held_on,
            held_at=held_at,
            channel=typed.channel,
            direction=Direction(typed.direction),
            outcome=typed.outcome,
            about=About(typed.about) if typed.about else None,
            facts=typed.facts.strip(),
            words=typed.words.strip(),
            view=typed.view.strip(),
            keep_from_family=typed.keep_from_family,
        )
        if not is_attempt(self._store, contact):
            self._look_for_what_was_said(contact)
        follow_up = self._follow_up()
        if self.problems:
            raise NotReady(self.problems)
        return Reading(contact, self._people(), follow_up)

    def _moment(self) -> tuple[date, str]:
        try:
            return read_moment(self._typed.when, self._now)
        except UnknownValue as unknown:
            self.problems["when"] = str(unknown)
            return self._now.date(), ""

    def _look_for_what_was_said(self, contact: Contact) -> None:
        if contact.about is None:
            self.problems["about"] = "Say what it was about: good news, everyday or a worry."
        if not (contact.facts or contact.words or contact.view):
            self.problems["note"] = "Write down what was seen or said."

    def _follow_up(self) -> FollowUp | None:
        try:
            promise = read_promise(self._typed.follow_up, self._now.date())
        except UnknownValue as unknown:
            self.problems["follow_up"] = str(unknown)
            return None
        if promise is None:
            return None
        return FollowUp(
            family=self._typed.family,
            action=promise.action,
            kind=kind_of(promise.action),
            person=self._typed.person,
            due=promise.due,
        )

    def _people(self) -> tuple[tuple[str, Part], ...]:
        typed = self._typed
        adult = ((typed.person, part_of(self._store, typed.outcome)),) if typed.person else ()
        child = ((typed.child, Part.SUBJECT),) if typed.child else ()
        return adult + child
