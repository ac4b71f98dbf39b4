"""The form for a follow-up."""

from collections.abc import Sequence
from typing import ClassVar

from liaison.casework.follow_ups import add_follow_up, kind_of
from liaison.model.fields import Entry
from liaison.model.follow_up import STILL_OPEN, FollowUp, FollowUpState
from ui.editors.choosing import ListedEditor
from ui.editors.editor import Ground
from ui.editors.people import PersonEditor
from ui.forms.entry_form import EntryForm


class FollowUpForm(EntryForm[FollowUp]):
    """What is to be done first and by when, then who and why.

    It is not closed here: completing it is writing the contact that completes it.
    """

    of: ClassVar[type[Entry]] = FollowUp
    ahead: ClassVar[frozenset[str]] = frozenset({"due"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> FollowUp:
        officer = ground.store.settings.officer
        return FollowUp(family=ground.record.family.id, action="", owner=officer, raised_by=officer)

    def arrange(self) -> None:
        states = ListedEditor(self.bound("state"), STILL_OPEN)
        people = (*self.ground.record.adults, *self.ground.record.children)
        whole = self.tr("The whole family")
        whom = PersonEditor(self.bound("person"), people, self.ground, nobody=whole)
        self.line("action")
        self.line("due", "part_of_day")
        self.line(
            self.field("person", whom),
            "owner",
        )
        self.line("side", "kind")
        self.line("why")
        self.line("priority", self.field("state", states))
        self.line("waiting_on", "reason")
        self._guessed = None if self.started_with.version else self.started_with.kind

    def live(self) -> None:
        self._guess_kind()
        waiting = self.editors["state"].value() is FollowUpState.WAITING
        self.show_field("waiting_on", shown=waiting)
        self.show_field("reason", shown=waiting or bool(self.started_with.reason))

    def keep(self) -> tuple[FollowUp, Sequence[str]]:
        if self.started_with.version:
            return super().keep()
        return add_follow_up(self.ground.store, self.entry(), today=self.ground.today)

    def _guess_kind(self) -> None:
        """The kind its words promise, until another one is chosen by hand."""
        action, kind = self.editors["action"].value(), self.editors["kind"]
        if action and kind.value() is self._guessed:
            self._guessed = kind_of(action)
            kind.set_value(self._guessed)
