"""About: good news, everyday or a worry. Never chosen beforehand."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from liaison.model.contact import About
from ui.icons import icon, icon_size
from ui.layouts import row
from ui.theme import NEW_LOOK

SIGNS = {
    About.PRAISE: ("star", "praise"),
    About.NEUTRAL: ("minus", "neutral"),
    About.CONCERN: ("flag", "concern"),
}


class AboutChoice(QWidget):
    """Three radio buttons with their signs; ``chosen`` fires at a choice."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = {
            About.PRAISE: QRadioButton(self.tr("&Good news")),
            About.NEUTRAL: QRadioButton(self.tr("&Everyday")),
            About.CONCERN: QRadioButton(self.tr("Worr&y")),
        }
        for button in self.buttons.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self.chosen)
        self.setLayout(row(*self.buttons.values(), spacing=16))
        self.setFocusProxy(self.buttons[About.PRAISE])
        self._dress()

    def about(self) -> About | None:
        """What was chosen, or nothing yet."""
        found = (about for about, button in self.buttons.items() if button.isChecked())
        return next(found, None)

    def set_about(self, about: About | None) -> None:
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each is about)
        self._group.setExclusive(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in NEW_LOOK:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        for about, (name, tone) in SIGNS.items():
            self.buttons[about].setIcon(icon(name, tone, 18, self.palette()))
            self.buttons[about].setIconSize(icon_size(18))
