"""The form that plans a meeting: what for, when, where, and who of the family is to come."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from liaison.casework.meeting_patterns import first_due
from liaison.casework.meetings import plan_meeting
from liaison.dates import long_date
from liaison.model.fields import Bound, Entry, field
from liaison.model.invitation import refused
from liaison.model.meeting import Comes, Meeting, MeetingPerson
from liaison.model.meeting_record import MeetingRecord
from liaison.model.person import Person
from ui.editors.editor import Ground
from ui.editors.people import PeopleEditor
from ui.editors.writing import ClockEditor
from ui.forms.entry_form import EntryForm
from ui.theme import Step
from ui.widgets.fields import Field
from ui.widgets.labels import Words

WHO, ABOUT = "people", "about"


class NewMeetingForm(EntryForm[Meeting]):
    """The agenda and the preparations of its kind come by themselves; the planner shows them."""

    of: ClassVar[type[Entry]] = Meeting
    ahead: ClassVar[frozenset[str]] = frozenset({"held_on"})

    def __init__(self, entry: Meeting, ground: Ground) -> None:
        self.people: dict[str, PeopleEditor] = {}
        super().__init__(entry, ground)

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Meeting:
        kinds = ground.store.choices("meeting_kind")
        first = kinds[0].code if kinds else ""
        return Meeting(family=ground.record.family.id, kind=first)

    def arrange(self) -> None:
        record = self.ground.record
        self.line("purpose")
        self.line("kind", "place")
        self.first = Words("", Step.CAPTION, "muted", wrap=True)
        self.place(self.first)
        self.first.hide()
        self.line("held_on", self.field("held_at", ClockEditor(self.bound("held_at"))))
        living = [each for each in record.adults if not each.died_on and not each.left_on]
        self._offer(WHO, self.tr("Who comes"), living)
        self._offer(ABOUT, self.tr("About"), record.children)

    def show_entry(self, entry: Meeting) -> None:
        super().show_entry(entry)
        if record := self.ground.record.children:
            self.people[ABOUT].set_value((record[0].id,) if len(record) == 1 else ())

    def live(self) -> None:
        """Of a kind that is decided on, say by when the first one is due."""
        ground, kind = self.ground, self.editors["kind"].value()
        due = first_due(ground.store, self.started_with.family, kind, today=ground.today)
        words = self.tr("The first one is due by {0}, if it was decided on today.")
        self.first.setText(words.format(long_date(due)) if due else "")
        self.first.setVisible(due is not None)

    def rows(self) -> list[MeetingPerson]:
        """Everybody's part as it is ticked; the officer always comes."""
        settings = self.ground.store.settings
        me = MeetingPerson(
            meeting="", name=settings.officer or self.tr("Me"), role=settings.officer_role
        )
        coming = [MeetingPerson(meeting="", person=id) for id in self.people[WHO].value()]
        about = [
            MeetingPerson(meeting="", person=id, comes=Comes.SUBJECT)
            for id in self.people[ABOUT].value()
        ]
        return [*about, *coming, me]

    def problems(self) -> dict[str, str]:
        """A restriction that stops somebody's coming stops it here."""
        found = super().problems()
        whole = MeetingRecord(meeting=self.entry(), people=tuple(self.rows()))
        if said := refused(self.ground.record, whole):
            found[WHO] = said
        return found

    def keep(self) -> tuple[Meeting, Sequence[str]]:
        made = plan_meeting(
            self.ground.store, self.entry(), people=self.rows(), today=self.ground.today
        )
        return made.meeting, made.warnings

    def kept(self) -> dict[str, Any]:
        return super().kept() | {name: editor.kept() for name, editor in self.people.items()}

    def resume(self, kept: Mapping[str, Any]) -> None:
        super().resume(kept)
        for name in self.people.keys() & kept.keys():
            self.people[name].resume(kept[name])

    def _offer(self, name: str, label: str, people: Sequence[Person]) -> None:
        about = Bound(name, tuple, optional=False, about=field(label))
        editor = PeopleEditor(about, people, self.ground)
        editor.changed.connect(self._changed)
        editor.entered.connect(self.entered)
        self.people[name] = editor
        self.fields[name] = Field(label, editor)
        self.place(self.fields[name])
        self.fields[name].setVisible(bool(people))
