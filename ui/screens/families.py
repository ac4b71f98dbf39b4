"""All families: type to filter, Enter to open, Space to peek."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from liaison.casework.families import family_lines, whole_family
from liaison.casework.family_filters import FamilyFilter, barriers_to_filter_by, families_wanted
from liaison.dates import YEAR_GROUPS, year_words
from liaison.model.family import Family
from liaison.model.restriction import Restriction, What
from liaison.model.ruling import is_over
from liaison.store.store import Store
from ui.delegates.families import FamilyTable
from ui.family_peek import FamilyPeek
from ui.family_rows import family_rows
from ui.history_key import HistoryKey
from ui.layouts import column, row
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import Step, px
from ui.view_bar import ViewBar
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import SearchEdit
from ui.widgets.labels import Words
from ui.widgets.toast import announce

TYPING_MS = 120
PEEK_MS = 60
PEEK_WIDTH = 318


class Families(Screen):
    """The list of families with a look at the one chosen beside it."""

    title: ClassVar[str] = "Families"
    icon: ClassVar[str] = "users"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"family", "membership", "person", "relationship", "contact", "contact_person"}
        | {"contact_point", "contact_preference", "follow_up", "restriction", "barrier"}
        | {"choice", "saved_view"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"families", "families-view"})
    ahead: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._heading = Words(self.tr("Families"), Step.TITLE)
        self._count = Words("", Step.BODY, "muted")
        self._log = KeyedButton(
            self.tr("Log contact"), Kind.PRIMARY, icon_name="message-plus", key="Ctrl+N"
        )
        self._log.clicked.connect(self._log_contact)
        self.filter = SearchEdit(self.tr("Filter by name, child or phone"))
        self.filter.textChanged.connect(self._wait_for_typing)
        self.filter.down.connect(self._into_list)
        self.filter.returnPressed.connect(self._open_current)
        self.table = FamilyTable(self.tr("Families"))
        self.table.opened.connect(self._open)
        self.table.moved.connect(self._wait_for_moving)
        self.table.installEventFilter(self)
        HistoryKey(self.table, session, self._reference)
        self.begin_at(self.table)
        filters = {
            "year": self.tr("Year"),
            "barrier": self.tr("What gets in the way"),
            "only": self.tr("Which families"),
        }
        self.bar = ViewBar(session, "families", filters, self.filter)
        self.bar.changed.connect(self._filter_now)
        self._nobody = EmptyState(
            "users",
            self.tr("No families yet"),
            self.tr("They come in with the school’s own file, by File, Import."),
        )
        self._no_match = EmptyState(
            "search",
            self.tr("No family fits"),
            self.tr("Esc empties the filter; or choose others above."),
        )
        self._pages = QStackedWidget()
        for page in (Card(column(self.table, margins=(1, 1, 1, 6))), self._nobody, self._no_match):
            self._pages.addWidget(page)
        self.peek = FamilyPeek(session.store)
        self.peek.opened.connect(self._open)
        self._body = row((self._pages, 1), self.peek, spacing=12)
        self.setLayout(
            column(
                row(self._heading, self._count, None, self._log, spacing=10),
                self.bar,
                (self._body, 1),
                spacing=10,
            )
        )
        self._make_keys()

    def _reference(self) -> str:
        return f"{Family.table}/{self.table.current_id()}"

    def _make_keys(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._filter_now)
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(PEEK_MS)
        self._moving.timeout.connect(self._peek_now)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._into_filter)
        self._slides = False

    def reload(self) -> None:
        """Fill the list; the family chosen stays chosen."""
        today = self.session.today()
        store = self.session.store
        self._offer_filters(store)
        wanted = families_wanted(store, FamilyFilter.read(self.bar.written()), today)
        found = family_lines(store, today, self.filter.text(), among=wanted)
        kept_away = {
            each.adult
            for each in store.find(Restriction, "what = :what", what=What.CONTACT.value)
            if not is_over(each, today)
        }
        self.table.show_rows(family_rows(found, today, kept_away), found.longest)
        if found and not self.table.current_id():
            self.table.choose_first()
        self._show_count(len(found))
        self._peek_now()

    def show_entry(self, kind: str, id: str) -> None:
        self.filter.clear()
        self.reload()
        if kind == "families-view":
            self.bar.choose_view(id)
        else:
            self.table.choose(id)

    def set_narrow(self, *, narrow: bool) -> None:
        """With little room the peek slides over the list, and only when asked for."""
        if narrow and not self._slides:
            self._body.removeWidget(self.peek)
            self.peek.hide()
        elif not narrow and self._slides:
            self._body.addWidget(self.peek)
        self._slides = narrow
        self.bar.set_narrow(narrow=narrow)
        self._place_peek()
        self._peek_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.peek.isHidden() or self.peek.family() != self.table.current_id():
            self._wait_for_moving()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_peek()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys pressed in the list: letters go to the filter, Space peeks, Esc takes it away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() == Qt.Key.Key_Space and plain:
            self._toggle_peek()
            return True
        if event.key() == Qt.Key.Key_Escape and (self._slides and self.peek.isVisible()):
            self.peek.hide()
            return True
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            return True
        if plain and event.text().isprintable() and event.text().strip():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.insert(event.text())
            return True
        return False

    def _wait_for_typing(self) -> None:
        self._typing.start()

    def _wait_for_moving(self) -> None:
        self._moving.start()

    def _filter_now(self) -> None:
        self._typing.stop()
        self.reload()
        self.table.choose_first()
        announce(self, self._count.text())

    def _offer_filters(self, store: Store) -> None:
        years = [year_words(group) for group in YEAR_GROUPS]
        barriers = [(each.code, each.label) for each in barriers_to_filter_by(store)]
        more = [("quiet", self.tr("Not in touch")), ("restricted", self.tr("With a restriction"))]
        self.bar.offer(
            {
                "year": [("", self.tr("Any year")), *((year, year) for year in years)],
                "barrier": [("", self.tr("Anything in the way")), *barriers],
                "only": [("", self.tr("All families")), *more],
            }
        )

    def _show_count(self, count: int) -> None:
        words = self.tr("1 family") if count == 1 else self.tr("{0} families").format(count)
        self._count.setText(words)
        filters = self.filter.text() or self.bar.written()
        if count:
            self._pages.setCurrentIndex(0)
        else:
            self._pages.setCurrentWidget(self._no_match if filters else self._nobody)

    def _into_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _into_list(self) -> None:
        if not self.table.current_id():
            self.table.choose_first()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _peek_now(self) -> None:
        """Bring the peek up to date; without a family there is nothing to see."""
        family = self.table.current_id()
        wanted = bool(family) and (not self._slides or self.peek.isVisible())
        if wanted and not self.isVisible():
            return
        if wanted:
            self.session.store.look(family)
            self.peek.show_family(whole_family(self.session.store, family), self.session.today())
        self.peek.setVisible(wanted)

    def _toggle_peek(self) -> None:
        if not self._slides:
            return
        self.peek.setVisible(not self.peek.isVisible())
        self.peek.raise_()
        self._peek_now()

    def _place_peek(self) -> None:
        wide = px(PEEK_WIDTH) if not self._slides else min(px(PEEK_WIDTH), self.width() - 80)
        self.peek.setFixedWidth(wide)
        if self._slides:
            self.peek.setParent(self)
            top = self._pages.geometry().top()
            high = self.height() - top
            self.peek.setGeometry(self.width() - wide, top, wide, high)

    def _open_current(self) -> None:
        if self._typing.isActive():
            self._filter_now()
        self._open(self.table.current_id())

    def _open(self, family: str) -> None:
        if family:
            self.session.open("family", family)

    def _log_contact(self) -> None:
        self.session.open("log-contact")
