"""The forms for what gets in the way, and for what was tried about it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from liaison.casework.barriers import add_adjustment, add_barrier
from liaison.casework.families import keep
from liaison.model.barrier import Adjustment, Barrier
from liaison.model.fields import Entry
from ui.editors.editor import Ground
from ui.editors.people import PersonEditor
from ui.forms.entry_form import EntryForm
from ui.widgets.labels import Words


class BarrierForm(EntryForm[Barrier]):
    """What it is and in whose words, then whom it concerns and what it affects."""

    of: ClassVar[type[Entry]] = Barrier
    ahead: ClassVar[frozenset[str]] = frozenset({"review_on"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Barrier:
        return Barrier(family=ground.record.family.id, kind="", since=ground.today)

    def arrange(self) -> None:
        adults = self.ground.record.adults
        whole = self.tr("The whole family")
        whom = PersonEditor(self.bound("person"), adults, self.ground, nobody=whole)
        self.line("kind")
        self.line("words")
        self.line(
            "source",
            self.field("person", whom),
        )
        self.line("since", "review_on")
        self.line("effects")
        self.line("state")

    def keep(self) -> tuple[Barrier, Sequence[str]]:
        store, barrier = self.ground.store, self.entry()
        if not barrier.version:
            return add_barrier(store, barrier, today=self.ground.today), ()
        if barrier.state is not self.started_with.state:
            barrier = replace(barrier, state_on=self.ground.today)
        return keep(store, barrier), ()


class AdjustmentForm(EntryForm[Adjustment]):
    """What was offered and when, what they said, and whether it helped."""

    of: ClassVar[type[Entry]] = Adjustment
    ahead: ClassVar[frozenset[str]] = frozenset({"review_on"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Adjustment:
        return Adjustment(
            family=ground.record.family.id,
            barrier=subject,
            kind="",
            offered_on=ground.today,
            offered_by=ground.store.settings.officer,
        )

    def arrange(self) -> None:
        store = self.ground.store
        barrier = store.first(Barrier, "id = :id", deleted=True, id=self.started_with.barrier)
        if barrier is not None:
            kind = store.label("barrier", barrier.kind)
            self.place(Words(self.tr("About: {0}").format(kind), tone="muted", wrap=True))
        self.line("kind")
        self.line("note")
        self.line("offered_on", "offered_by")
        self.line("accepted", "worked")
        self.line("review_on")

    def keep(self) -> tuple[Adjustment, Sequence[str]]:
        if self.started_with.version:
            return super().keep()
        return add_adjustment(self.ground.store, self.entry(), today=self.ground.today), ()
