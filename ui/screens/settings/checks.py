"""Checks: when the record was last looked through, looking now, and a state printed on paper."""

from typing import ClassVar

from liaison.dates import medium_date
from liaison.errors import LiaisonError
from liaison.model.settings import Settings
from liaison.sheets.record_state import record_state, record_state_footer
from liaison.store.fingerprints import find_fingerprint, tip_fingerprint
from liaison.store.looking import Look, looked, sentence_of
from liaison.store.record import accept_changes
from ui import dialogs
from ui.backup_words import at_words
from ui.flow import Flow
from ui.layouts import boxed, column, row
from ui.paper import print_sheet
from ui.screens.settings.section import Section
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Rule
from ui.widgets.fields import LineField
from ui.widgets.labels import SignedWords, Words
from ui.widgets.toast import announce


class ChecksSection(Section):
    """A look goes on beside the work and gives way to every save."""

    title: ClassVar[str] = "Checks"
    icon: ClassVar[str] = "circle-check"
    own_help: ClassVar[bool] = True
    of_files: ClassVar[bool] = True
    tables: ClassVar[frozenset[str]] = frozenset({Settings.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.checking.looked.connect(self.reload)
        self.trouble = SignedWords("alert-circle", "", Step.BODY, tone="danger")
        self.trouble.words.setWordWrap(True)
        self.mine_button = KeyedButton(self.tr("It was me…"))
        self.mine_button.clicked.connect(self.accept_own)
        self.restored_button = KeyedButton(self.tr("I restored a backup…"))
        self.restored_button.clicked.connect(self.accept_restored)
        self._ways = boxed(row((Flow(self.restored_button, self.mine_button), 1)))
        self.answer = SignedWords("circle-check", "", tone="text", icon_tone="praise")
        self.answer.words.setWordWrap(True)
        self.daily = Words("", wrap=True)
        self.weekly = Words("", wrap=True)
        self.quick_button = KeyedButton(self.tr("Look now"), icon_name="refresh")
        self.quick_button.clicked.connect(self.look_quickly)
        self.full_button = KeyedButton(self.tr("Look through everything"), icon_name="checklist")
        self.full_button.clicked.connect(self.look_fully)
        self.stop_button = KeyedButton(self.tr("Stop"), Kind.QUIET, icon_name="x")
        self.stop_button.clicked.connect(self.stop)
        looking = self.tr("Looking through it. A save never waits for this.")
        self._waiting = SignedWords("hourglass", looking, tone="text", icon_tone="accent")
        self._waiting.words.setWordWrap(True)
        self._waiting.hide()
        self.now = Words("", Step.CARD)
        self.print_button = KeyedButton(self.tr("Print it…"), icon_name="printer")
        self.print_button.clicked.connect(self.print_state)
        self.typed = LineField(self.tr("From the pa&per"), placeholder="142-7F3A-9C21-04BE-D771")
        self.typed.line.returnPressed.connect(self.compare)
        self.compare_button = KeyedButton(self.tr("Check"), icon_name="fingerprint")
        self.compare_button.clicked.connect(self.compare)
        self.found = Words("", Step.STRONG, wrap=True)
        self.found.hide()
        inner = boxed(
            column(
                Words(self.tr("Is the record whole?"), Step.CARD),
                self.trouble,
                self._ways,
                self.answer,
                self.daily,
                self.weekly,
                self._waiting,
                row((Flow(self.quick_button, self.full_button, self.stop_button), 1)),
                self._words(
                    self.tr(
                        "It is looked at whenever it is opened and closed, more thoroughly every "
                        "day, and altogether every week: each page, the log of changes, and the "
                        "search."
                    )
                ),
                8,
                Rule(),
                Words(self.tr("The record as it stands now"), Step.CARD),
                self._words(
                    self.tr(
                        "Printed for the supervision file, this line later shows on any laptop "
                        "whether an older copy was put in the record’s place. It holds no names."
                    )
                ),
                self.now,
                row((Flow(self.print_button), 1)),
                8,
                self.typed,
                row((Flow(self.compare_button), 1)),
                self.found,
                None,
                spacing=8,
            )
        )
        inner.setMaximumWidth(700)
        body = Scrolling(row((inner, 100), None, margins=(18, 14, 18, 14)))
        self.setLayout(column(Card(column(body, margins=(1, 1, 1, 1)))))

    def reload(self) -> None:
        store = self.session.store
        refused = store.vault is not None and bool(store.vault.refusal)
        self.trouble.set_words(store.trouble)
        self.trouble.setVisible(bool(store.trouble))
        self._ways.setVisible(bool(store.trouble) and not refused)
        self.now.setText(tip_fingerprint(store) or self.tr("Nothing is written yet."))
        self._show_looks()
        self._show_working()

    def look_quickly(self) -> None:
        """The seals of all pages, and what stands on them."""
        self._look(Look.DAILY)

    def look_fully(self) -> None:
        """Also the indexes, the whole log of changes, and the search."""
        self._look(Look.WEEKLY)

    def stop(self) -> None:
        self.session.checking.stop_looking()
        self._show_working()
        announce(self, self.tr("Stopped."))

    def accept_restored(self) -> None:
        self._accept(
            self.tr("I restored a backup"),
            self.tr(
                "Did you put these files back yourself, from a backup? Then the record can be "
                "written again, and this is noted in it."
            ),
        )

    def accept_own(self) -> None:
        self._accept(
            self.tr("It was me"),
            self.tr(
                "Did you copy or move these files yourself, and do you know why they differ? Then "
                "the record can be written again, and this is noted in it. If you are not sure, "
                "say no and ask the data protection officer."
            ),
        )

    def print_state(self) -> None:
        """One page from memory, straight to the printer."""
        store, settings = self.session.store, self.session.settings
        at = store.now().astimezone()
        body = record_state(tip_fingerprint(store), school=settings.school, printed_at=at)
        footer = record_state_footer(
            officer=settings.officer, printed_at=at, marking=settings.marking
        )
        try:
            paper = print_sheet(self, self.tr("Print the record’s state"), body, footer)
        except LiaisonError as refused:
            self.session.say(str(refused))
            return
        if paper is not None:
            self.session.say(self.tr("Printed. It belongs in the supervision file."))

    def compare(self) -> None:
        """Whether what the paper says is in this record."""
        self.typed.set_problem("")
        self.found.hide()
        try:
            place = find_fingerprint(self.session.store, self.typed.text())
        except LiaisonError as refused:
            self.typed.set_problem(str(refused))
            self.typed.line.setFocus()
            return
        if place is None:
            words = self.tr(
                "This record does not contain that state: an older copy was put in its place, or "
                "it is another record. Write nothing more, and ask the data protection officer."
            )
            self.found.set_tone("danger")
        else:
            day = medium_date(place.made_at.astimezone().date())
            words = self.tr("This record contains that state: change {0}, written on {1}.")
            words = f"{words.format(place.number, day)} {self._since(place.since)}"
            self.found.set_tone("text")
        self.found.setText(words)
        self.found.show()
        announce(self, words)

    def _since(self, changes: int) -> str:
        if changes == 1:
            return self.tr("One change was written since.")
        return self.tr("{0} changes were written since.").format(changes)

    def _look(self, look: Look) -> None:
        self.session.checking.look_now(look)
        self._show_working()

    def _accept(self, title: str, question: str) -> None:
        if not dialogs.ask_sure(self, title, question):
            return
        try:
            accept_changes(self.session.store)
        except LiaisonError as refused:
            self.session.say(str(refused))
        self.reload()
        self.session.accepted.emit()

    def _show_looks(self) -> None:
        vault = self.session.store.vault
        self.answer.setVisible(vault is not None)
        if vault is None:
            said = self.tr("A practice record is in memory only: there is nothing to look through.")
            self.daily.setText(said)
            self.weekly.setText("")
            return
        last = looked(vault)
        wrong = sentence_of(last.found)
        never = not last.daily
        if wrong:
            self.answer.set_sign("alert-circle", tone="danger")
        else:
            sign, tone = ("info-circle", "muted") if never else ("circle-check", "praise")
            self.answer.set_sign(sign, tone="text", icon_tone=tone)
        sound = self.tr("Nothing was wrong when it was last looked through.")
        self.answer.set_words(wrong or (self.tr("Not looked through yet.") if never else sound))
        self.daily.setText(self._when(self.tr("Each page: {0}"), last.daily))
        self.weekly.setText(self._when(self.tr("Everything: {0}"), last.weekly))

    def _when(self, words: str, stamp: str) -> str:
        if not stamp:
            return words.format(self.tr("not yet on this laptop"))
        return words.format(at_words(stamp, self.session.today()))

    def _show_working(self) -> None:
        looking = self.session.checking.is_looking()
        had_focus = self.focusWidget()
        there = self.session.store.vault is not None
        self._waiting.setVisible(looking)
        self.stop_button.setVisible(looking)
        if looking and had_focus in {self.quick_button, self.full_button}:
            self.stop_button.setFocus()
        self.quick_button.setEnabled(there and not looking)
        self.full_button.setEnabled(there and not looking)
        if not looking and had_focus is self.stop_button:
            self.quick_button.setFocus()
        self.print_button.setEnabled(bool(tip_fingerprint(self.session.store)))

    def _words(self, words: str) -> Words:
        return Words(words, Step.CAPTION, "muted", wrap=True)
