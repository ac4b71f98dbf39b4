"""Whom to tell: danger first, then who is told about whom."""

from PySide6.QtWidgets import QFrame

from liaison.casework.telling_the_dsl import DANGER_NOW, NOT_ON_CONSENT, ROUTES
from ui.layouts import Item, column, row
from ui.theme import Step
from ui.widgets.labels import Picture, Words


class Routes(QFrame):
    """In words that can be followed while shaking: no links, nothing to choose."""

    def __init__(self) -> None:
        super().__init__()
        danger = Words(DANGER_NOW, Step.CARD, "danger", wrap=True)
        lines: list[Item] = [
            row((Words(who, Step.STRONG, wrap=True), 2), (Words(whom, wrap=True), 3))
            for who, whom in ROUTES
        ]
        self.setLayout(
            column(
                row(Picture("alert-triangle", "danger", 22), (danger, 1), spacing=10),
                *lines,
                Words(NOT_ON_CONSENT, tone="muted", wrap=True),
                spacing=5,
            )
        )
