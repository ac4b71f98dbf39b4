"""The family summary before it is printed: who reads it, its own pages, and what was left out."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from liaison.casework.copies import Wish, copy_of_family
from liaison.casework.families import whole_family
from liaison.casework.lists import labels_now
from liaison.casework.sensitive import sensitive_of
from liaison.errors import LiaisonError
from ui.layouts import boxed, column, row
from ui.preview.bench import Bench
from ui.preview.choices import SheetChoices
from ui.preview.paper import Paper, paper_of
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Words


class FamilySummary(Screen):
    """Made beside the window whenever a choice or the record changes; what is shown is printed."""

    title: ClassVar[str] = "Family summary"
    icon: ClassVar[str] = "printer"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"family", "membership", "person", "relationship", "contact", "contact_person"}
        | {"contact_point", "contact_preference", "address", "follow_up", "restriction"}
        | {"barrier", "adjustment", "transition_concern", "choice", "settings"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"family-summary"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Families"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._family = ""
        self._back = KeyedButton("", Kind.QUIET, icon_name="chevron-left")
        self._back.clicked.connect(self._to_family)
        self.choices = SheetChoices()
        self.choices.chosen.connect(self._make)
        head = boxed(row(self._back, Words(self.tr("Family summary"), Step.TITLE), None))
        self.bench = Bench(session, self.choices, head=head, suggested="summary.pdf")
        self.setLayout(column(self.bench))

    def first_stop(self) -> QWidget:
        """The reader that is chosen."""
        return self.choices.chosen_audience()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def subject(self) -> str:
        return self._family

    def show_entry(self, kind: str, id: str) -> None:
        self._family = id
        self.session.store.look(id)
        self.reload()

    def set_narrow(self, *, narrow: bool) -> None:
        self.bench.set_narrow(narrow=narrow)

    def leave(self) -> None:
        """Nobody looks at it any more: nothing of it stays in memory."""
        self.bench.close_paper()

    def reload(self) -> None:
        """Offer this family's readers and make the sheet anew."""
        if not self._family:
            return
        record = whole_family(self.session.store, self._family)
        self._back.setText(record.family.name.replace("&", "&&"))
        self.give_keys()
        store, today = self.session.store, self.session.today()
        self.choices.offer(record, sensitive_of(store, self._family, Wish(), today=today))
        self._make()

    def _make(self) -> None:
        """Decide the copy here; it is drawn beside the window."""
        wish, store, at = self.choices.wish(), self.session.store, self.session.now()
        try:
            copy = copy_of_family(store, self._family, wish, today=self.session.today())
        except LiaisonError as refused:
            self.bench.refuse(str(refused))
            return
        settings, label = self.session.settings, labels_now(store)

        def drawing(_told: Callable[[int], None]) -> Paper:
            from liaison.sheets.family_summary import family_summary  # noqa: PLC0415 - slow

            made = family_summary(copy, wish, settings=settings, label=label, printed_at=at)
            return paper_of(made)

        self.bench.draw(drawing)

    def _to_family(self) -> None:
        self.session.open("family", self._family)
