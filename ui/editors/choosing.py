"""Values that are chosen: yes or no, one of a list, several of a list."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy

from liaison.model.fields import Bound, Listed
from ui.editors.editor import Editor, Ground
from ui.layouts import column
from ui.theme import px

Pair = tuple[Any, str]
"""A value and the words it is offered by."""

COLUMN = 190


class Offer(QComboBox):
    """A combo box for a form that scrolls: the wheel moves the form, not the value."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:  # noqa: N802 - Qt calls it so
        """Wide enough for every word it offers."""
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + px(28), self.window().width()))
        super().showPopup()


class OneOf(Editor):
    """One of the values offered; a letter jumps to the words it begins."""

    def __init__(self, bound: Bound, offered: Iterable[Pair]) -> None:
        super().__init__(bound)
        self.box = Offer()
        for value, words in offered:
            self.box.addItem(words, value)
        self.box.currentIndexChanged.connect(self.changed)
        self.take_in(self.box)
        self.setLayout(column(self.box))

    def value(self) -> Any:
        return self.box.currentData()

    def set_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        at = self._place(value)
        if at < 0:
            self.box.addItem(self.words_for(value), value)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)
        self.box.blockSignals(False)

    def words_for(self, value: Any) -> str:
        """The words of a value that is not offered: it shows itself."""
        return str(value)

    def _place(self, value: Any) -> int:
        values = (self.box.itemData(number) for number in range(self.box.count()))
        return next((number for number, each in enumerate(values) if each == value), -1)


class ListedEditor(OneOf):
    """A member of an enumeration; a value that may be missing can be left open."""

    def __init__(self, bound: Bound, members: Iterable[Listed] | None = None) -> None:
        """``members`` are those offered, when not all of them are."""
        offered: list[Pair] = [(each.value, each.label) for each in members or bound.kind]
        super().__init__(bound, [("", ""), *offered] if bound.optional else offered)

    def value(self) -> Any:
        code = self.box.currentData()
        return self.bound.kind(code) if code else None

    def set_value(self, value: Listed | None) -> None:
        super().set_value(value.value if value is not None else "")

    def words_for(self, value: Any) -> str:
        return str(self.bound.kind(value).label)

    def kept(self) -> str:
        return str(self.box.currentData())

    def resume(self, kept: str) -> None:
        super().set_value(kept)


class ChoiceEditor(OneOf):
    """A code of one of the school's own lists. Retired values only where one is set."""

    def __init__(self, bound: Bound, ground: Ground) -> None:
        self._ground = ground
        offered = [(each.code, each.label) for each in ground.store.choices(bound.about.choices)]
        super().__init__(bound, [("", ""), *offered])

    def words_for(self, value: Any) -> str:
        return self._ground.store.label(self.bound.about.choices, value)


class MaybeEditor(OneOf):
    """Yes, no, or not known."""

    def __init__(self, bound: Bound) -> None:
        tr = QCoreApplication.translate
        words = (tr("MaybeEditor", "Not known"), tr("MaybeEditor", "Yes"), tr("MaybeEditor", "No"))
        super().__init__(bound, zip((None, True, False), words, strict=True))


class YesNoEditor(Editor):
    """A tick; its words stand beside it."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(bound)
        self.tick = QCheckBox(bound.about.label)
        self.tick.clicked.connect(self.changed)
        self.take_in(self.tick)
        self.setLayout(column(self.tick))

    def value(self) -> bool:
        return self.tick.isChecked()

    def set_value(self, value: bool) -> None:
        self.tick.setChecked(value)


class SeveralOf(Editor):
    """Any of the values offered, in as many columns as there is room for."""

    def __init__(self, bound: Bound, offered: Iterable[Pair]) -> None:
        super().__init__(bound)
        self.ticks: dict[Any, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._columns = 0
        self.setLayout(self._grid)
        for value, words in offered:
            self._offer(value, words)
        self._arrange()

    def value(self) -> tuple[Any, ...]:
        return tuple(value for value, tick in self.ticks.items() if tick.isChecked())

    def set_value(self, value: Sequence[Any]) -> None:
        for each in value:
            if each not in self.ticks:
                self._offer(each, self.words_for(each))
        for each, tick in self.ticks.items():
            tick.setChecked(each in value)
        self._arrange()

    def words_for(self, value: Any) -> str:
        """The words of a value that is not offered: it shows itself."""
        return str(value)

    def kept(self) -> list[Any]:
        return list(self.value())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _offer(self, value: Any, words: str) -> None:
        tick = QCheckBox(words)
        tick.clicked.connect(self.changed)
        self.take_in(tick, named=False)
        self.ticks[value] = tick

    def _arrange(self) -> None:
        """Down the first column, then down the next."""
        fits = max(1, min(3, self.width() // (max(self._widest(), px(COLUMN)) + 12)))
        if fits == self._columns and self._grid.count() == len(self.ticks):
            return
        self._columns = fits
        rows = -(-len(self.ticks) // fits)
        for number, tick in enumerate(self.ticks.values()):
            self._grid.addWidget(tick, number % max(1, rows), number // max(1, rows))
        self.updateGeometry()

    def _widest(self) -> int:
        return max((tick.sizeHint().width() for tick in self.ticks.values()), default=1)


class SeveralListed(SeveralOf):
    """Any members of an enumeration."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(bound, [(each, each.label) for each in bound.kind])

    def set_value(self, value: Listed | Sequence[Listed]) -> None:
        """One of them, or several."""
        super().set_value((value,) if isinstance(value, str) else value)


class ChoicesEditor(SeveralOf):
    """Codes of one of the school's own lists."""

    def __init__(self, bound: Bound, ground: Ground) -> None:
        self._ground = ground
        offered = [(each.code, each.label) for each in ground.store.choices(bound.about.choices)]
        super().__init__(bound, offered)

    def words_for(self, value: Any) -> str:
        return self._ground.store.label(self.bound.about.choices, value)
