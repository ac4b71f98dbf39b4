"""A new meeting, and the forms for the parts of one, as tasks."""

from dataclasses import replace
from typing import Any, ClassVar

from liaison.casework.meetings import meeting_whole
from liaison.model.meeting import Comes, Meeting, MeetingPerson
from liaison.store.store import Store
from ui.forms.entry_form import EntryForm
from ui.forms.meeting_parts import ActionForm, AgendaItemForm, CheckForm, LeaveOutForm, PartForm
from ui.forms.new_meeting import NewMeetingForm
from ui.forms.subjects import Start, ground_of, start
from ui.screens.screen import Task
from ui.tasks.edit_entry import EditEntry
from ui.tasks.meetings.not_held import AnotherDay, CallOff


class NewMeeting(EditEntry):
    """What for, when and where; the planner opens when it is saved."""

    kind: ClassVar[str] = "new-meeting"
    title: ClassVar[str] = "New meeting"
    icon: ClassVar[str] = "messages"
    key: ClassVar[str] = "Ctrl+Shift+M"
    menu: ClassVar[str] = "record"
    form: ClassVar[type[EntryForm[Any]]] = NewMeetingForm
    any_family: ClassVar[bool] = True

    def saved(self, entry: Any) -> None:
        self.session.open("meeting", entry.id)


class PartOf(EditEntry):
    """A form for a part of a meeting: its subject is the part, or the meeting of a new one."""

    def begin(self) -> Start | None:
        store, today = self.session.store, self.session.today()
        meeting = store.first(Meeting, "id = :id", id=self.subject)
        if meeting is None:
            return start(self.form, store, self.subject, today)
        ground = ground_of(store, meeting.family, today)
        return Start(self.form.blank(ground, meeting.id), ground)


class EditPart(PartOf):
    """Who comes, and as what."""

    kind: ClassVar[str] = "meeting-person-form"
    title: ClassVar[str] = "Who comes"
    icon: ClassVar[str] = "user-plus"
    form: ClassVar[type[EntryForm[Any]]] = PartForm


class LeaveOut(EditEntry):
    """A parent who is not asked. ``subject`` is the meeting and the person, "meeting/person"."""

    kind: ClassVar[str] = "leave-out"
    title: ClassVar[str] = "Not asked to this one"
    icon: ClassVar[str] = "user"
    form: ClassVar[type[EntryForm[Any]]] = LeaveOutForm

    def begin(self) -> Start | None:
        meeting, _, person = self.subject.partition("/")
        return _left_out(self.session.store, meeting, person, self)

    def whose(self, begun: Start) -> str:
        """Who it is that is not asked."""
        person = begun.ground.record.person(self.subject.partition("/")[2])
        return person.full if person else super().whose(begun)


class EditAgendaItem(PartOf):
    """An item of the agenda."""

    kind: ClassVar[str] = "agenda-item-form"
    title: ClassVar[str] = "Item on the agenda"
    icon: ClassVar[str] = "checklist"
    form: ClassVar[type[EntryForm[Any]]] = AgendaItemForm


class EditCheck(PartOf):
    """Something to be ready before."""

    kind: ClassVar[str] = "meeting-check-form"
    title: ClassVar[str] = "Before the meeting"
    icon: ClassVar[str] = "square-check"
    form: ClassVar[type[EntryForm[Any]]] = CheckForm


class EditAction(PartOf):
    """What somebody will do."""

    kind: ClassVar[str] = "meeting-action-form"
    title: ClassVar[str] = "What somebody will do"
    icon: ClassVar[str] = "checklist"
    form: ClassVar[type[EntryForm[Any]]] = ActionForm


MEETINGS: tuple[type[Task], ...] = (
    NewMeeting,
    EditPart,
    LeaveOut,
    EditAgendaItem,
    EditCheck,
    EditAction,
    CallOff,
    AnotherDay,
)


def _left_out(store: Store, meeting: str, person: str, task: EditEntry) -> Start:
    whole = meeting_whole(store, meeting)
    row = whole.part_of(person) or MeetingPerson(meeting=meeting, person=person)
    ground = ground_of(store, whole.meeting.family, task.session.today())
    family = whole.meeting.family
    return Start(replace(row, family=family, comes=Comes.LEFT_OUT, came=None), ground)
