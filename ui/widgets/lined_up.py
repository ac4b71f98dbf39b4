"""Labels beside their fields: one column, as wide as drawn or as its longest words need."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.theme import px
from ui.widgets.labels import Words

BESIDE = 82
_MORE = "beside"

W = TypeVar("W", bound=QWidget)


def beside(label: W, more: int = 0) -> W:
    """Make it one of the labels; ``more`` wider where the gap after it is that much narrower."""
    label.setProperty(_MORE, more)
    label.setFixedWidth(px(BESIDE) + more)
    return label


def indent(more: int = 0) -> Words:
    """Stands where a label would, before words that belong to a field."""
    return beside(Words(), more)


def line_up(form: QWidget) -> None:
    """Give all the labels in the form the width of the widest."""
    labels = [each for each in form.findChildren(QWidget) if each.property(_MORE) is not None]
    more = {each: int(each.property(_MORE)) for each in labels}
    widest = max((each.sizeHint().width() - more[each] for each in labels), default=0)
    for each in labels:
        each.setFixedWidth(max(px(BESIDE), widest) + more[each])
