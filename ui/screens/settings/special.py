"""Special-category fields: each off until somebody writes why the school holds it."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from liaison.casework.special_fields import SpecialField, special_fields, switch_off, switch_on
from liaison.errors import LiaisonError
from liaison.model.choice import Choice
from liaison.model.settings import Settings
from ui.layouts import boxed, column, row
from ui.screens.settings.section import Section
from ui.scrolling import Scrolling
from ui.session import Session
from ui.widgets.buttons import KeyedButton
from ui.widgets.cards import Card
from ui.widgets.fields import LineField
from ui.widgets.labels import Words


class SpecialSwitch(QWidget):
    """One field: a tick, and while it is asked or on, the reason."""

    wanted = Signal(str, str)
    unwanted = Signal(str)

    def __init__(self, field: SpecialField) -> None:
        super().__init__()
        self.field = field
        self.tick = QCheckBox(field.label)
        self.tick.clicked.connect(self._ticked)
        self.reason = LineField(self.tr("Why do we hold this?"))
        self.reason.line.returnPressed.connect(self._keep)
        self.keep_button = KeyedButton(self.tr("Keep the reason"), icon_name="check")
        self.keep_button.setAccessibleName(self.tr("Keep the reason for {0}").format(field.label))
        self.keep_button.clicked.connect(self._keep)
        self._why = boxed(
            column(self.reason, row(self.keep_button, None), margins=(28, 0, 0, 8), spacing=6)
        )
        self.setLayout(column(self.tick, self._why, spacing=4))
        self.show_field(field)

    def show_field(self, field: SpecialField) -> None:
        self.field = field
        self.tick.setChecked(field.on)
        self.reason.set_text(field.reason)
        self.reason.set_problem("")
        self.reason.line.setAccessibleName(self.tr("Why do we hold this? {0}").format(field.label))
        self._why.setVisible(field.on)

    def _ticked(self, on: bool) -> None:
        if on:
            self._why.show()
            self.reason.line.setFocus()
        elif self.field.on:
            self.unwanted.emit(self.field.name)
        else:
            self.show_field(self.field)

    def _keep(self) -> None:
        self.wanted.emit(self.field.name, self.reason.text())


class SpecialSection(Section):
    """What was entered stays when a field is switched off; it is only asked no longer."""

    title: ClassVar[str] = "Sensitive fields"
    icon: ClassVar[str] = "shield-lock"
    tables: ClassVar[frozenset[str]] = frozenset({Settings.table, Choice.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.switches: dict[str, SpecialSwitch] = {}
        lead = Words(
            self.tr(
                "Special-category data needs a reason of its own. Each field is off until the "
                "school has written down why it holds it; an import passes it over until then. "
                "What was entered stays when a field is switched off."
            ),
            wrap=True,
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        inner = boxed(column(lead, self._column, None, spacing=12))
        inner.setMaximumWidth(900)
        body = Scrolling(row((inner, 1), None, margins=(18, 14, 18, 14)))
        self.setLayout(column(Card(column(body, margins=(1, 1, 1, 1)))))

    def reload(self) -> None:
        for field in special_fields(self.session.store):
            switch = self.switches.get(field.name)
            if switch is None:
                switch = self.switches[field.name] = SpecialSwitch(field)
                switch.wanted.connect(self._switch_on)
                switch.unwanted.connect(self._switch_off)
                self._column.addWidget(switch)
            elif switch.field != field:
                switch.show_field(field)

    def _switch_on(self, name: str, reason: str) -> None:
        switch = self.switches[name]
        try:
            switch_on(self.session.store, name, reason)
        except LiaisonError as refused:
            switch.reason.set_problem(str(refused))
            switch.reason.line.setFocus()
        else:
            words = self.tr("In use: {0}. The reason is kept.")
            self.session.say(words.format(switch.field.label), with_undo=True)

    def _switch_off(self, name: str) -> None:
        label = self.switches[name].field.label
        switch_off(self.session.store, name)
        self.session.say(self.tr("Off: {0}.").format(label), with_undo=True)
