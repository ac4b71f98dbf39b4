"""What is printed only if it is ticked for this copy: one box for each, none by itself."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.layouts import column
from ui.theme import Step
from ui.widgets.labels import Words


class Ticks(QWidget):
    """``chosen`` fires at every tick. Not there while nothing can be ticked."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._about: object = None
        self._rows = column(spacing=2)
        title = Words(self.tr("Sensitive: only if ticked"), Step.STRONG)
        self.setLayout(column(title, self._rows, spacing=4))
        self.hide()

    def offer(self, sensitive: Mapping[str, str], *, about: object = None) -> None:
        """Ids and words to tick. What was ticked stays so, unless it was ``about`` another copy."""
        kept = self.ticked() if about == self._about else frozenset()
        self._about = about
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.boxes = {}
        for id, words in sensitive.items():
            box = QCheckBox(words)
            box.setChecked(id in kept)
            box.toggled.connect(self.chosen)
            self.boxes[id] = box
            self._rows.addWidget(box)
        self.setHidden(not sensitive)

    def ticked(self) -> frozenset[str]:
        """The ids of what is ticked."""
        return frozenset(id for id, box in self.boxes.items() if box.isChecked())
