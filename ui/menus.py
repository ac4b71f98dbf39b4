"""The row on top of the window: menus, the find box, and the lock. Every key stands in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui.canvas import Canvas
from ui.contents import Stop
from ui.layouts import row
from ui.offers import Offer, offered
from ui.screens.screen import Task
from ui.theme import Step, height, is_narrow, px, width_of
from ui.undo_key import UndoKey
from ui.widgets.buttons import KeyedButton, Kind

FIND = "find"


class FindButton(QPushButton):
    """Looks like a box to type in, and opens one."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(self.tr("Find or do"))
        self.setAccessibleDescription("Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        words = px(18) + width_of(self.text()) + width_of("Ctrl+K", Step.CAPTION) + 60
        return QSize(words if is_narrow(self) else max(words, px(300)), height(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), height(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        canvas = Canvas(painter, self.palette())
        canvas.mirror(QRectF(self.rect()))
        high = self.height()
        canvas.icon("search", "muted", QPointF(11, (high - px(18)) / 2), px(18))
        left = 11 + px(18) + 8
        key = width_of("Ctrl+K", Step.CAPTION)
        right = self.width() - key - 13
        canvas.words(QRectF(left, 0, right - left - 8, high), self.text(), tone="muted")
        canvas.words(QRectF(right, 0, key + 2, high), "Ctrl+K", Step.CAPTION, "muted")
        painter.end()


class MenuRow(QWidget):
    """Turns menu items and keys into signals; the window decides what they do."""

    screen_wanted = Signal(int)
    task_wanted = Signal(str)
    back = Signal()
    forward = Signal()
    undo = Signal()
    redo = Signal()
    larger = Signal()
    smaller = Signal()
    usual_size = Signal()
    switch_scheme = Signal()
    quiet = Signal()
    cover = Signal()
    lock = Signal()
    quit = Signal()

    def __init__(self, stops: Sequence[Stop], tasks: Sequence[type[Task]]) -> None:
        """``stops`` are the screens of the rail."""
        super().__init__()
        self._bar = QMenuBar()
        self._bar.setNativeMenuBar(False)
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._tasks = tasks
        self._actions: list[QAction] = []
        self._fill_file()
        self._fill_edit()
        self._fill_view(stops)
        self._fill_tasks("record", self.tr("&Record"))
        self._fill_tasks("tools", self.tr("&Tools"))
        self._fill_tasks("help", self.tr("&Help"))
        self.find_button = FindButton()
        self.find_button.setVisible(any(task.kind == FIND for task in tasks))
        self.find_button.clicked.connect(self._find)
        self.lock_button = KeyedButton(self.tr("Lock"), Kind.QUIET, icon_name="lock", key="Ctrl+L")
        self.lock_button.clicked.connect(self.lock)
        self._quiet_words = self.tr("Quiet view is on")
        self.quiet_button = KeyedButton(
            self._quiet_words, Kind.QUIET, icon_name="eye-off", key="Ctrl+Shift+Q"
        )
        self.quiet_button.setAccessibleName(self._quiet_words)
        self.quiet_button.setToolTip(self.tr("Press to end it"))
        self.quiet_button.clicked.connect(self.quiet)
        self.quiet_button.hide()
        self.setLayout(
            row(
                self._bar,
                None,
                self.quiet_button,
                self.find_button,
                self.lock_button,
                margins=(14, 6, 14, 4),
                spacing=8,
            )
        )

    def actions_by_name(self) -> dict[str, QAction]:
        """Every menu item, by its words without the mnemonic."""
        return {action.text().replace("&", ""): action for action in self._actions}

    def offers(self) -> tuple[Offer, ...]:
        """Every menu item for the search box, without the box itself."""
        about = {task.kind for task in self._tasks if task.menu == "record"}
        return tuple(
            offered(action, action.data() if action.data() in about else "")
            for action in self._actions
            if action.data() != FIND
        )

    def set_enabled(self, *, enabled: bool) -> None:
        """Off while a task is open: what is on the page is not to be reached past it.

        The bar goes off too, or its Alt keys would take those of the task; locking and the looks
        of the window stay.
        """
        self._bar.setEnabled(enabled)
        for action in self._actions:
            action.setEnabled(enabled or action in self.actions())

    def set_narrow(self, *, narrow: bool) -> None:
        """Where room is short the sign of the quiet view is only its icon."""
        self.quiet_button.setText("" if narrow else self._quiet_words)

    def set_alone(self, *, alone: bool) -> None:
        """Beside a screen that stands alone only the lock is left, and the looks of the window."""
        self._bar.setHidden(alone)
        has_find = any(task.kind == FIND for task in self._tasks)
        self.find_button.setVisible(has_find and not alone)

    def _fill_file(self) -> None:
        menu = self._menu(self.tr("&File"))
        self._add_tasks(menu, "file")
        menu.addSeparator()
        self.addAction(self._add(menu, self.tr("&Lock"), self.lock, "Ctrl+L"))
        self._add(menu, self.tr("&Quit"), self.quit, "Ctrl+Q")

    def _fill_edit(self) -> None:
        menu = self._menu(self.tr("&Edit"))
        self._add(menu, self.tr("&Undo the last save"), self.undo, "Ctrl+Z")
        self._add(menu, self.tr("&Redo"), self.redo, "Ctrl+Y")
        UndoKey(self)

    def _fill_view(self, stops: Sequence[Stop]) -> None:
        menu = self._menu(self.tr("&View"))
        for stop in stops:
            action = self._made(menu, stop.place.name, stop.place.key)
            action.setData(stop.screen)
            action.triggered.connect(self._want_screen)
        menu.addSeparator()
        self._add(menu, self.tr("&Back"), self.back, "Alt+Left")
        self._add(menu, self.tr("&Forward"), self.forward, "Alt+Right")
        menu.addSeparator()
        self.addAction(self._add(menu, self.tr("&Larger text"), self.larger, "Ctrl+="))
        self.addAction(self._add(menu, self.tr("&Smaller text"), self.smaller, "Ctrl+-"))
        self.addAction(self._add(menu, self.tr("&Usual size"), self.usual_size, "Ctrl+0"))
        self.addAction(
            self._add(menu, self.tr("Light or &dark"), self.switch_scheme, "Ctrl+Shift+D")
        )
        self.addAction(self._add(menu, self.tr("&Quiet view"), self.quiet, "Ctrl+Shift+Q"))
        self.addAction(self._add(menu, self.tr("&Cover the window"), self.cover, "F9"))

    def _fill_tasks(self, name: str, title: str) -> None:
        """A menu of tasks; without any there is no such menu."""
        if any(task.menu == name for task in self._tasks):
            self._add_tasks(self._menu(title), name)

    def _add_tasks(self, menu: QMenu, name: str) -> None:
        for task in self._tasks:
            if task.menu == name:
                words = QCoreApplication.translate(task.__name__, task.title)
                action = self._made(menu, words, task.key)
                action.setData(task.kind)
                action.triggered.connect(self._want_task)

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self._bar)
        self._bar.addMenu(menu)
        return menu

    def _add(self, menu: QMenu, words: str, wanted: SignalInstance, key: str) -> QAction:
        action = self._made(menu, words, key)
        action.triggered.connect(wanted)
        return action

    def _made(self, menu: QMenu, words: str, key: str) -> QAction:
        action = QAction(words, self)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        menu.addAction(action)
        self._actions.append(action)
        return action

    def _want_screen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.screen_wanted.emit(action.data())

    def _want_task(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.task_wanted.emit(action.data())

    def _find(self) -> None:
        self.task_wanted.emit(FIND)
