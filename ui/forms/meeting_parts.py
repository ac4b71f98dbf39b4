"""The forms for the parts of a meeting: who comes, the agenda, what is to be ready, and actions."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from liaison.casework.agendas import keep_check, keep_item
from liaison.casework.invitations import keep_person
from liaison.casework.meeting_outcomes import keep_action
from liaison.model.agenda import AgendaItem, MeetingAction, MeetingCheck
from liaison.model.fields import Bound, Entry, field
from liaison.model.follow_up import Side
from liaison.model.meeting import Comes, Instead, MeetingPerson
from ui.editors.editor import Ground
from ui.editors.people import PersonEditor
from ui.forms.entry_form import EntryForm


class PartForm(EntryForm[MeetingPerson]):
    """Somebody's part in a meeting; whoever is not asked gets something instead, or a reason."""

    of: ClassVar[type[Entry]] = MeetingPerson

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> MeetingPerson:
        return MeetingPerson(family=ground.record.family.id, meeting=subject)

    def arrange(self) -> None:
        people = (*self.ground.record.adults, *self.ground.record.children)
        nobody = self.tr("Somebody else, by name")
        about = Bound("person", str, optional=False, about=field(self.tr("Who")))
        self.line(self.field("person", PersonEditor(about, people, self.ground, nobody=nobody)))
        self.line("name", "role")
        self.line("comes", "came")
        self.line("instead")
        self.line("left_out_reason")
        self.line("invited_on", "invited_how")
        self.line("copy_given_on", "copy_given_how")

    def live(self) -> None:
        out = self.editors["comes"].value() is Comes.LEFT_OUT
        subject = self.editors["comes"].value() is Comes.SUBJECT
        self.show_field("name", shown=not self.editors["person"].value())
        self.show_field("instead", shown=out)
        reasoned = self.editors["instead"].value() is Instead.REASON
        self.show_field("left_out_reason", shown=out and reasoned)
        for name in ("invited_on", "invited_how", "came"):
            self.show_field(name, shown=not (out or subject))

    def keep(self) -> tuple[MeetingPerson, Sequence[str]]:
        kept = keep_person(self.ground.store, self.entry(), today=self.ground.today)
        return self.entry(), kept.warnings


class LeaveOutForm(EntryForm[MeetingPerson]):
    """A parent who is not asked: a separate meeting, a copy, or the reason for neither."""

    of: ClassVar[type[Entry]] = MeetingPerson

    def arrange(self) -> None:
        self.line("instead")
        self.line("left_out_reason")

    def live(self) -> None:
        reasoned = self.editors["instead"].value() is Instead.REASON
        self.show_field("left_out_reason", shown=reasoned)

    def keep(self) -> tuple[MeetingPerson, Sequence[str]]:
        kept = keep_person(self.ground.store, self.entry(), today=self.ground.today)
        return self.entry(), kept.warnings


class AgendaItemForm(EntryForm[AgendaItem]):
    """An item of the agenda; the note below it is for us and stands on no family copy."""

    of: ClassVar[type[Entry]] = AgendaItem

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> AgendaItem:
        return AgendaItem(family=ground.record.family.id, meeting=subject, what="")

    def arrange(self) -> None:
        self.line("what")
        self.line("minutes", "whose")
        self.line("detail")
        self.line("said")
        self.line("share")

    def keep(self) -> tuple[AgendaItem, Sequence[str]]:
        return keep_item(self.ground.store, self.entry()), ()


class CheckForm(EntryForm[MeetingCheck]):
    """Something to have ready before a meeting."""

    of: ClassVar[type[Entry]] = MeetingCheck

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> MeetingCheck:
        return MeetingCheck(family=ground.record.family.id, meeting=subject, what="")

    def arrange(self) -> None:
        self.line("what")
        self.line("done_on")
        self.line("not_needed")

    def keep(self) -> tuple[MeetingCheck, Sequence[str]]:
        return keep_check(self.ground.store, self.entry()), ()


class ActionForm(EntryForm[MeetingAction]):
    """What somebody will do, who, and by when: it becomes a promise when the meeting is closed."""

    of: ClassVar[type[Entry]] = MeetingAction
    ahead: ClassVar[frozenset[str]] = frozenset({"due"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> MeetingAction:
        owner = ground.store.settings.officer
        return MeetingAction(
            family=ground.record.family.id, meeting=subject, action="", owner=owner
        )

    def arrange(self) -> None:
        people = (*self.ground.record.adults, *self.ground.record.children)
        whole = self.tr("The whole family")
        whom = PersonEditor(self.bound("person"), people, self.ground, nobody=whole)
        self.line("action")
        self.line("side", "due")
        self.line("owner", self.field("person", whom))
        self.line("known_by")

    def live(self) -> None:
        """The officer is only offered for what the school will do."""
        ours = self.editors["side"].value() is Side.SCHOOL
        officer = self.ground.store.settings.officer
        owner = self.editors["owner"]
        if not ours and owner.value() == officer:
            owner.set_value("")

    def keep(self) -> tuple[MeetingAction, Sequence[str]]:
        action = self.entry()
        return keep_action(self.ground.store, replace(action, owner=action.owner.strip())), ()
