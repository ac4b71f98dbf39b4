"""What every editor is: a widget that holds one value, and knows when it is none."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from liaison.casework.school_time import calendar
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Bound
from liaison.model.school_calendar import SchoolCalendar
from liaison.store.store import Store


@dataclass(frozen=True)
class Ground:
    """What a form stands on: the record, the family it is about, and the day it is."""

    store: Store
    record: FamilyRecord
    today: date
    school_time: SchoolCalendar = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "school_time", calendar(self.store))


class Editor(QWidget):
    """Holds one value. ``changed`` fires when the person changes it, ``entered`` on its focus.

    ``kept`` and ``resume`` are what stands in it as a draft keeps it, whether it is a value or not.
    """

    changed = Signal()
    entered = Signal(QWidget)

    def __init__(self, bound: Bound) -> None:
        super().__init__()
        self.bound = bound
        self.setAccessibleName(bound.about.label)

    def take_in(self, inner: QWidget, *, named: bool = True) -> None:
        """Make this the widget that is typed into."""
        inner.setObjectName(self.bound.name)
        if named:
            inner.setAccessibleName(self.bound.about.label)
        inner.installEventFilter(self)
        if self.focusProxy() is None:
            self.setFocusProxy(inner)

    def value(self) -> Any:
        """What stands in it; nothing when ``problem`` says why it is no value."""

    def set_value(self, value: Any) -> None:
        """Show a value."""

    def problem(self) -> str:
        """Why what stands in it is no value, as a sentence; empty when it is one."""
        return ""

    def kept(self) -> Any:
        return self.value()

    def resume(self, kept: Any) -> None:
        self.set_value(kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.entered.emit(watched)
        return super().eventFilter(watched, event)
