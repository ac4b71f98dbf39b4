"""The form for a worry about a child's move."""

from collections.abc import Sequence
from typing import ClassVar

from liaison.casework.transitions import add_concern
from liaison.model.fields import Entry
from liaison.model.transition import PassOn, TransitionConcern
from ui.editors.editor import Ground
from ui.editors.people import PersonEditor, person_bound
from ui.forms.entry_form import EntryForm


class TransitionConcernForm(EntryForm[TransitionConcern]):
    """Whose move, what about and how much support; then the words, ours last."""

    of: ClassVar[type[Entry]] = TransitionConcern
    ahead: ClassVar[frozenset[str]] = frozenset({"move_on", "next_on"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> TransitionConcern:
        children = [each.id for each in ground.record.children]
        return TransitionConcern(
            family=ground.record.family.id,
            child=subject if subject in children else next(iter(children), ""),
            move="",
            domain="",
            level="",
            raised_on=ground.today,
            owner=ground.store.settings.officer,
        )

    def arrange(self) -> None:
        bound = person_bound("child", self.tr("Child"))
        child = PersonEditor(bound, self.ground.record.children, self.ground)
        self.line(self.field("child", child), "move")
        self.line("domain", "level")
        self.line("words")
        self.line("raised_by", "raised_on")
        self.line("support")
        self.line("owner", "next_on")
        self.line("state", "move_on")
        self.heading(self.tr("For the next school"))
        self.line("strengths")
        self.line("what_works")
        self.line("to_school", "owner_there")
        self.line("pass_on")
        self.line("not_passed_on")

    def live(self) -> None:
        silent = self.editors["pass_on"].value() is PassOn.NO
        self.show_field("not_passed_on", shown=not silent)

    def keep(self) -> tuple[TransitionConcern, Sequence[str]]:
        if self.started_with.version:
            return super().keep()
        return add_concern(self.ground.store, self.entry(), today=self.ground.today), ()
