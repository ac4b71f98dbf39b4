"""What stands where a list will be: when it will fill, and at most one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.labels import Picture, Words


class EmptyState(QWidget):
    """One icon, one strong line, one or two muted ones, at most one button."""

    def __init__(
        self, icon_name: str, line: str, more: str = "", button: QPushButton | None = None
    ) -> None:
        super().__init__()
        strong = Words(line, Step.STRONG)
        muted = Words(more, Step.BODY, "muted", wrap=True)
        for words in (strong, muted):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if not more:
            muted.hide()
        picture = row(None, Picture(icon_name, "muted", 32), None)
        parts = column(None, picture, strong, muted, spacing=6, margins=(24, 16, 24, 16))
        if button is not None:
            parts.addSpacing(6)
            parts.addLayout(row(None, button, None))
        parts.addStretch(1)
        self.setLayout(parts)
        self.setAccessibleName(line)
