"""F1 while a task is open: its page of help over it, and what is typed below stays as it is."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.help.page import HelpPage
from ui.help.topics import topic_of_task
from ui.screens.screen import Task
from ui.session import Session
from ui.widgets.overlay import Overlay


class HelpOverTask(QObject):
    """The menus are off while a task is open, and F1 with them: here it is again."""

    def __init__(self, below: Overlay, session: Session) -> None:
        super().__init__(below)
        self._below, self._session = below, session
        self._over: Overlay | None = None
        key = QShortcut(QKeySequence("F1"), below)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._show)
        below.closed.connect(self._close)

    def page(self) -> HelpPage | None:
        """The page that is open, if one is."""
        panel = self._over.panel() if self._over is not None else None
        return panel if isinstance(panel, HelpPage) else None

    def _show(self) -> None:
        task = self._below.panel()
        if not isinstance(task, Task) or isinstance(task, HelpPage):
            return
        if self._over is None:
            self._over = Overlay(self._below.window())
        page = HelpPage(self._session, topic_of_task(task.kind, self._session.place))
        page.closing.connect(self._close)
        page.keys_button.hide()
        self._over.open_panel(page, width=page.wide)

    def _close(self) -> None:
        if self._over is not None:
            self._over.close_panel()
