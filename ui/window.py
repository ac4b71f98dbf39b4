"""The main window: rail, menus, page and status strip around whatever screens it is handed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison.store.drafts import Draft
from ui.ahead import Ahead, work_ahead
from ui.alone import Alone
from ui.appearance import Appearance
from ui.beside import Beside
from ui.contents import Contents
from ui.drafts_kept import DraftsKept
from ui.frame import Frame
from ui.help.over_task import HelpOverTask
from ui.layouts import column, row
from ui.menus import MenuRow
from ui.quiet_view import QuietView
from ui.saved_views import SavedViews
from ui.screens.screen import Screen, Task
from ui.session import Session
from ui.theme import LARGE_TEXT, NARROW, NARROW_BELOW, scale
from ui.trail import BACK, Spot, Trail
from ui.trouble import Trouble
from ui.widgets.banner import PracticeBanner
from ui.widgets.overlay import Overlay
from ui.widgets.page_room import PageRoom
from ui.widgets.rail import Rail
from ui.widgets.toast import StatusStrip

DRAFT = "draft"
"""The kind that goes on with what was typed earlier; its id is the draft's."""


class MainWindow(Frame):
    """Shows one screen at a time. It knows no feature: it asks each what it answers to."""

    lock_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, contents: Contents, appearance: Appearance) -> None:
        super().__init__()
        self.session = session
        self.appearance = appearance
        self.contents = contents
        self._screens: dict[int, Screen] = {}
        self._stops = contents.stops()
        self.drafts = DraftsKept(session.store, contents)
        self.trail = Trail(Spot(self._stops[0].screen))
        self.setWindowTitle(self.tr("Family Liaison"))
        self.setMinimumSize(640, 420)
        self.resize(1280, 760)

        self.rail = Rail(
            session.settings.school,
            [stop.place for stop in self._stops if not stop.at_foot],
            [stop.place for stop in self._stops if stop.at_foot],
            between=SavedViews(session),
        )
        self.menus = MenuRow(self._stops, contents.tasks)
        session.offers = self.menus.offers()
        self.banner = PracticeBanner(
            self.tr("Practice record: everyone in it is invented. Nothing here is kept for real.")
        )
        self.trouble = Trouble(session)
        self.page = PageRoom()
        self.strip = StatusStrip()
        self.quiet_view = QuietView(self, session, self.menus)
        self._page_box = self._boxed_page()
        self.set_body(
            row(
                self.rail,
                (column(self.banner, self.menus, (self._page_box, 1), self.strip, spacing=0), 1),
                spacing=0,
            )
        )
        notices = (self.banner, self.trouble, self.quiet_view.notice)
        self._alone = Alone((self.rail, self.strip), notices)
        self.overlay = Overlay(self)
        self.help = HelpOverTask(self.overlay, session)
        self.beside = Beside(self.page, session)
        ahead = work_ahead(contents, session, self._made_screen, is_made=self._screens.__contains__)
        self._ahead = Ahead(ahead, self)
        self._connect()
        self._show_settings()
        self._show_spot()

    def current_screen(self) -> Screen:
        """The screen on the page."""
        return self._screens[self.trail.here.screen]

    def task(self) -> Task | None:
        """The task in the overlay, if one is open."""
        panel = self.overlay.panel()
        return panel if isinstance(panel, Task) else None

    def go_to(self, spot: Spot) -> None:
        """Show a screen, and remember the way back."""
        self.leave_page()
        self.trail.go(spot)
        self._show_spot()

    def back(self) -> None:
        self.leave_page()
        self.trail.back()
        self._show_spot()

    def forward(self) -> None:
        self.leave_page()
        self.trail.forward()
        self._show_spot()

    def open_entry(self, kind: str, id: str) -> None:
        """Show the screen that answers to ``kind``, or open the task of that kind."""
        if kind == DRAFT:
            self._go_on_with(id)
            return
        if kind == BACK:
            self.back()
            return
        for number, screen in enumerate(self.contents.screens):
            if kind in screen.answers:
                self.close_task()
                self.go_to(Spot(number, kind, id))
                return
        self.open_task(kind, id)

    def open_task(self, kind: str, subject: str = "", draft: Draft | None = None) -> None:
        """Open a task over the page; without a subject it is about what the screen shows."""
        for task in self.contents.tasks:
            if task.kind == kind:
                self.close_task()
                made = task(self.session, subject or self.current_screen().subject(), draft)
                made.closing.connect(self.close_task)
                made.done.connect(self.overlay.close_panel)
                self.overlay.open_panel(made, width=task.wide)
                return

    def close_task(self) -> None:
        """Close the task that is open; what was typed is kept as it sees fit."""
        task = self.task()
        if task is not None and not task.busy:
            task.leave()
            self.overlay.close_panel()

    def leave_page(self) -> None:
        """What is typed on the page is kept."""
        self.current_screen().leave()

    def lock(self) -> None:
        """Ask for the lock."""
        self.lock_wanted.emit()

    def is_narrow(self) -> bool:
        return bool(self.property(NARROW))

    def focus_page(self) -> None:
        """Put the focus where the screen wants it first."""
        stop = self.current_screen().first_stop()
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_page()
        self._ahead.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ahead.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_task()
        self.leave_page()
        super().closeEvent(event)
        self._ahead.end()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _connect(self) -> None:
        session, menus = self.session, self.menus
        self.rail.chosen.connect(self._choose_place)
        session.wanted.connect(self.open_entry)
        session.said.connect(self._say)
        session.changed.connect(self._follow)
        self.strip.undo.connect(session.undo)
        self.strip.continue_draft.connect(self._continue_draft)
        self.page.room_changed.connect(self._fit)
        self.overlay.opened.connect(self._overlay_opened)
        self.overlay.closed.connect(self._overlay_closed)
        menus.screen_wanted.connect(self._choose_screen)
        menus.task_wanted.connect(self.open_task)
        menus.back.connect(self.back)
        menus.forward.connect(self.forward)
        menus.undo.connect(session.undo)
        menus.redo.connect(session.redo)
        menus.larger.connect(self.appearance.larger)
        menus.smaller.connect(self.appearance.smaller)
        menus.usual_size.connect(self.appearance.usual_size)
        menus.switch_scheme.connect(self.appearance.switch)
        menus.lock.connect(self.lock)
        menus.quit.connect(self.close)

    def _boxed_page(self) -> QWidget:
        box = QWidget()
        self._page_rows: QVBoxLayout = column(
            self.trouble, self.quiet_view.notice, (self.page, 1), spacing=8
        )
        box.setLayout(self._page_rows)
        return box

    def _choose_place(self, place: int) -> None:
        self._choose_screen(self._stops[place].screen)

    def _choose_screen(self, number: int) -> None:
        self.go_to(Spot(number))
        self.focus_page()

    def _show_spot(self) -> None:
        spot = self.trail.here
        screen = self._made_screen(spot.screen)
        self.session.behind = self.contents.title_at(self.trail.before)
        if spot.kind:
            screen.show_entry(spot.kind, spot.id)
        self.page.show_page(screen)
        self.session.place = screen.help_place()
        if (lit := self.contents.lit_for(screen)) is not None:
            self.rail.set_current(lit)
        if screen.alone:
            self.beside.close()
        self.menus.set_alone(alone=screen.alone)
        self._alone.set_alone(alone=screen.alone)

    def _made_screen(self, number: int, given: Screen | None = None) -> Screen:
        screen = self._screens.get(number)
        if screen is None:
            screen = given or self.contents.screens[number](self.session)
            screen.set_narrow(narrow=self.is_narrow())
            self._screens[number] = screen
            self.page.add_page(screen)
        return screen

    def _follow(self, tables: frozenset[str]) -> None:
        self.strip.show_saved(self.tr("Saved"))
        if "settings" in tables:
            self._show_settings()

    def _say(self, sentence: str, with_undo: bool) -> None:
        self.strip.say(sentence, with_undo=with_undo)
        self.strip.show_draft(self.drafts.words())

    def _show_settings(self) -> None:
        settings = self.session.settings
        self.banner.setVisible(settings.practice)
        agreed = settings.practice or not settings.practice_only
        self.strip.show_notice("" if agreed else self.tr("Practice only"))
        self.trouble.follow()
        self._alone.hush()
        self.strip.show_draft(self.drafts.words())

    def _continue_draft(self) -> None:
        if (draft := self.drafts.newest()) is not None:
            self._go_on_with(draft.id)

    def _go_on_with(self, id: str) -> None:
        draft = self.drafts.find(id)
        if draft is not None and self.drafts.of_task(draft):
            self.open_task(draft.kind, draft.family, draft)
        elif draft is not None:
            self.open_entry(draft.kind, draft.id)

    def _overlay_opened(self) -> None:
        self.menus.set_enabled(enabled=False)

    def _overlay_closed(self) -> None:
        self.menus.set_enabled(enabled=True)
        self.strip.show_draft(self.drafts.words())

    def _fit(self) -> None:
        """Take the arrangement that suits the width and the size of the text."""
        narrow = self.width() - self.page.taken < NARROW_BELOW or scale() > LARGE_TEXT
        side = 16 if narrow else 24
        self._page_rows.setContentsMargins(side, 2 if narrow else 6, side, 8)
        if narrow == self.property(NARROW):
            return
        self.setProperty(NARROW, narrow)
        self.rail.set_wide(not narrow)
        self.menus.set_narrow(narrow=narrow)
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()
        for screen in self._screens.values():
            screen.set_narrow(narrow=narrow)
