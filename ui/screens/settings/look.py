"""Look: light or dark, the size of the text, and this computer's own font."""

from typing import ClassVar

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton

from ui.appearance import Appearance, Scheme
from ui.layouts import column, row
from ui.screens.settings.section import Section
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import LARGEST_TEXT, SMALLEST_TEXT, Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card
from ui.widgets.labels import Words


class LookSection(Section):
    """It changes at once, and is remembered on this computer, not in the record."""

    title: ClassVar[str] = "Look"
    icon: ClassVar[str] = "eye"

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session)
        self._appearance = appearance
        self.schemes = {
            Scheme.AUTO: QRadioButton(self.tr("As this &computer is set")),
            Scheme.LIGHT: QRadioButton(self.tr("&Light")),
            Scheme.DARK: QRadioButton(self.tr("&Dark")),
        }
        self._group = QButtonGroup(self)
        for number, button in enumerate(self.schemes.values()):
            self._group.addButton(button, number)
        self._group.idClicked.connect(self._choose_scheme)
        self.smaller = KeyedButton(self.tr("Smaller"), icon_name="zoom-out", key="Ctrl+-")
        self.smaller.clicked.connect(appearance.smaller)
        self.larger = KeyedButton(self.tr("Larger"), icon_name="zoom-in", key="Ctrl+=")
        self.larger.clicked.connect(appearance.larger)
        self.usual = KeyedButton(self.tr("Usual size"), Kind.QUIET, key="Ctrl+0")
        self.usual.clicked.connect(appearance.usual_size)
        self.size_words = Words("", Step.H2)
        self.own_font = QCheckBox(self.tr("Use this computer’s own fo&nt"))
        self.own_font.clicked.connect(appearance.set_system_font)
        self.quiet = QCheckBox(self.tr("Begin the &quiet view when another screen is connected"))
        self.quiet.clicked.connect(self._choose_quiet)
        others = Words(self.tr("When others can see the screen"), Step.CARD)
        for each in (others, self.quiet):
            each.setHidden(session.displays is None)
        why = Words(
            self.tr("The usual typeface is Atkinson Hyperlegible: 0 and O, 1, l and I stay apart."),
            Step.CAPTION,
            "muted",
            wrap=True,
        )
        where = Words(
            self.tr("This is remembered on this computer, not in the record."),
            Step.CAPTION,
            "muted",
            wrap=True,
        )
        body = Scrolling(
            column(
                Words(self.tr("Light or dark"), Step.CARD),
                *self.schemes.values(),
                10,
                Words(self.tr("Size of the text"), Step.CARD),
                row(self.size_words, None),
                row(self.smaller, self.larger, None),
                row(self.usual, None),
                10,
                Words(self.tr("Typeface"), Step.CARD),
                self.own_font,
                why,
                10,
                others,
                self.quiet,
                10,
                where,
                None,
                spacing=6,
                margins=(18, 14, 18, 14),
            )
        )
        self.setLayout(column(Card(column(body, margins=(1, 1, 1, 1)))))
        appearance.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        worn = self._appearance
        self.schemes[worn.scheme].setChecked(True)
        self.size_words.setText(self.tr("{0} %").format(worn.text_size))
        self.smaller.setEnabled(worn.text_size > SMALLEST_TEXT)
        self.larger.setEnabled(worn.text_size < LARGEST_TEXT)
        self.own_font.setChecked(worn.system_font)
        if self.session.displays is not None:
            self.quiet.setChecked(self.session.displays.wanted)

    def _choose_quiet(self, wanted: bool) -> None:
        if self.session.displays is not None:
            self.session.displays.set_wanted(wanted)

    def _choose_scheme(self, number: int) -> None:
        self._appearance.set_scheme(list(self.schemes)[number])
