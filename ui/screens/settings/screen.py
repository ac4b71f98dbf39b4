"""Settings: its parts at the left, the one chosen at the right."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QStackedWidget

from liaison.model.agenda import MeetingPattern
from liaison.model.choice import Choice
from liaison.model.key_holder import KeyHolder
from liaison.model.letter import LetterText
from liaison.model.school_calendar import SchoolDate
from liaison.model.settings import Settings as SchoolSettings
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import column, row
from ui.screens.screen import Screen
from ui.screens.settings.backups import BackupsSection
from ui.screens.settings.checks import ChecksSection
from ui.screens.settings.letters import LettersSection
from ui.screens.settings.lists import ListsSection
from ui.screens.settings.look import LookSection
from ui.screens.settings.meetings import MeetingsSection
from ui.screens.settings.school import SchoolSection
from ui.screens.settings.school_dates import SchoolDatesSection
from ui.screens.settings.section import Section
from ui.screens.settings.security import SecuritySection
from ui.screens.settings.special import SpecialSection
from ui.session import Session
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, px, scale, width_of
from ui.view_bar import FilterBox
from ui.widgets.cards import Card
from ui.widgets.labels import Words

WIDE = 190


class Pages(QStackedWidget):
    """Asks only for the room that the page shown needs."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """The stack would answer for the highest of its pages."""
        return False


class Settings(Screen):
    """``show_entry("settings", title)`` opens a part by its title."""

    title: ClassVar[str] = "Settings"
    icon: ClassVar[str] = "settings"
    tables: ClassVar[frozenset[str]] = frozenset(
        {
            SchoolSettings.table,
            Choice.table,
            SchoolDate.table,
            MeetingPattern.table,
            LetterText.table,
            KeyHolder.table,
        }
    )
    answers: ClassVar[frozenset[str]] = frozenset({"settings"})
    at_foot: ClassVar[bool] = True
    key: ClassVar[str] = "Ctrl+,"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sections: list[Section] = [
            SchoolSection(session),
            ListsSection(session),
            SchoolDatesSection(session),
            MeetingsSection(session),
            LettersSection(session),
            SpecialSection(session),
            SecuritySection(session),
            BackupsSection(session),
            ChecksSection(session),
        ]
        if session.appearance is not None:
            self.sections.insert(5, LookSection(session, session.appearance))
        self.parts = RowList(self.tr("Parts of the settings"))
        self.parts.show_rows(
            [
                EntryRow(each.title, each.icon, self._words(each), icon_tone="accent")
                for each in self.sections
            ]
        )
        self.parts.moved.connect(self._choose)
        self.parts.opened.connect(self._into_part)
        self.pages = Pages()
        for section in self.sections:
            self.pages.addWidget(section)
        self.part_box = FilterBox(self.tr("Part of the settings"))
        self.part_box.offer([(each.title, self._words(each)) for each in self.sections], "")
        self.part_box.currentIndexChanged.connect(self._choose_in_box)
        self._side = Card(column(self.parts, margins=(1, 6, 1, 6)))
        heading = Words(self.tr("Settings"), Step.TITLE)
        self.setLayout(
            column(
                row(heading, None, self.part_box),
                (row(self._side, (self.pages, 1), spacing=12), 1),
                spacing=10,
            )
        )
        session.accepted.connect(self.reload)
        self.parts.choose_first()
        self._dress()

    def give_keys(self) -> None:
        """Each part gives its own: only one is shown at a time."""

    def reload(self) -> None:
        """Fill every part; a form that is being typed in is only filled when it is saved."""
        for section in self.sections:
            section.reload()

    def show_entry(self, kind: str, id: str) -> None:
        """A part by its title, and after a slash a row of its list."""
        if id:
            self.load_ahead()
        title, _, row = id.partition("/")
        self.parts.choose(title)
        for section in self.sections:
            if row and section.title == title:
                section.show_row(row)

    def leave(self) -> None:
        for section in self.sections:
            section.leave()

    def help_place(self) -> str:
        section = self.pages.currentWidget()
        if isinstance(section, Section) and section.own_help:
            return section.title
        return self.title

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def _words(self, section: Section) -> str:
        return QCoreApplication.translate(type(section).__name__, section.title)

    def _dress(self) -> None:
        """With large text the parts are chosen from a box on top."""
        large = scale() > LARGE_TEXT
        longest = max(width_of(self._words(each), Step.NAME) for each in self.sections)
        self._side.setFixedWidth(max(px(WIDE), longest + px(18) + 44))
        self._side.setVisible(not large)
        self.part_box.setVisible(large)
        self.begin_at(self.part_box if large else self.parts)

    def _choose(self, title: str) -> None:
        for number, section in enumerate(self.sections):
            if section.title == title:
                self.pages.setCurrentIndex(number)
                self.pages.updateGeometry()
                self.part_box.setCurrentIndex(number)
        if self.isVisible():
            self.session.place = self.help_place()

    def _choose_in_box(self, number: int) -> None:
        self.parts.choose(self.sections[number].title)

    def _into_part(self, _title: str) -> None:
        self.parts.focusNextChild()
