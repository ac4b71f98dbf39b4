"""Somebody who works with the family, added from Who in two fields: a name, and what they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from liaison.casework.professionals import add_professional, works_as
from liaison.errors import LiaisonError, NotReady
from liaison.store.store import Store
from ui.layouts import column, row
from ui.widgets.buttons import KeyedButton
from ui.widgets.fields import LineField
from ui.widgets.labels import Words

FEWEST = 3
"""So many letters are a name that may be added."""


class AddProfessional(QWidget):
    """Hidden until somebody is to be added. ``added`` gives the person's id."""

    added = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._family = ""
        self._where = Words("", tone="muted", wrap=True)
        self.name = LineField(self.tr("N&ame"))
        self.role = LineField(
            self.tr("What they a&re"), placeholder=self.tr("Social worker, Year 2 teacher")
        )
        self.role.line.returnPressed.connect(self.add)
        self.button = KeyedButton(self.tr("Add"), icon_name="user-plus")
        self.button.clicked.connect(self.add)
        add = column(None, self.button, spacing=0)
        fields = row((self.name, 1), (self.role, 1), add, spacing=10)
        self.setLayout(column(self._where, fields, spacing=4))
        self.hide()

    def begin(self, family: str, family_name: str, name: str) -> None:
        """Ask what this person is; the name stands there already."""
        self._family = family
        self._where.setText(self.tr("Works with the family {0}:").format(family_name))
        self.name.set_text(name)
        self.role.set_text("")
        completer = QCompleter(works_as(self._store), self.role.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.role.line.setCompleter(completer)
        self._show_problems({})
        self.show()
        self.role.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Keep her, when both fields say something."""
        try:
            person = add_professional(self._store, self._family, self.name.text(), self.role.text())
        except NotReady as unready:
            self._show_problems(unready.problems)
        except LiaisonError as refused:
            self._show_problems({"role": str(refused)})
        else:
            self.hide()
            self.added.emit(person.id)

    def _show_problems(self, problems: dict[str, str]) -> None:
        self.name.set_problem(problems.get("name", ""))
        self.role.set_problem(problems.get("role", ""))
