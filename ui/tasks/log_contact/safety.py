"""Worried about a child's safety: whom to tell, in words. Nothing is recorded here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.layouts import column, row
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Picture, Words


class SafetyGuidance(QWidget):
    """Stands in the place of the form; what was typed waits below it."""

    back = Signal()
    slip = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = Words(
            self.tr("Worried about a child’s safety? Tell the DSL now."), Step.H2, wrap=True
        )
        lines = (
            (self.tr("Danger now"), self.tr("Ring 999.")),
            (
                self.tr("About a child"),
                self.tr("The designated safeguarding lead (DSL) or the deputy, in person."),
            ),
            (self.tr("About a member of staff or a volunteer"), self.tr("The headteacher.")),
            (
                self.tr("About the headteacher"),
                self.tr("The chair of governors or trustees."),
            ),
            (
                self.tr("Anyone"),
                self.tr(
                    "may ring children’s social care, or the local authority designated "
                    "officer (LADO)."
                ),
            ),
        )
        rows = column(spacing=7)
        for who, whom in lines:
            rows.addLayout(
                row((Words(who, Step.STRONG, wrap=True), 2), (Words(whom, wrap=True), 3))
            )
        more = Words(
            self.tr(
                "Sharing to protect a child never waits on consent. Do not write it here as a "
                "contact: your draft stays as it is until you have told them."
            ),
            tone="muted",
            wrap=True,
        )
        self.button = KeyedButton(self.tr("&Back to the note"), Kind.SECONDARY)
        self.button.clicked.connect(self.back)
        self.write = KeyedButton(self.tr("&Write the slip"), icon_name="pencil")
        self.write.clicked.connect(self.slip)
        self.setLayout(
            column(
                row(Picture("lifebuoy", "accent", 22), (title, 1), spacing=12),
                rows,
                more,
                row(None, self.write, self.button),
                None,
                margins=(20, 4, 20, 14),
                spacing=12,
            )
        )
        self.setFocusProxy(self.button)
