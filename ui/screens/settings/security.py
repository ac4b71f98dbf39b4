"""Security: who can open the record, the recovery code, and the laptop that remembers."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox

from liaison.casework import key_holders
from liaison.casework.key_holders import Held
from liaison.dates import medium_date
from liaison.errors import LiaisonError
from liaison.model.key_holder import KeyHolder
from liaison.model.settings import Settings
from liaison.vault.slots import KEYRING, PASSPHRASE
from ui import dialogs
from ui.delegates.rows import RowList
from ui.flow import Flow
from ui.history_key import HistoryKey
from ui.layouts import boxed, column, row
from ui.screens.settings.key_list import key_rows
from ui.screens.settings.locking import LockingPart
from ui.screens.settings.section import Section
from ui.scrolling import Scrolling
from ui.session import Session
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Rule
from ui.widgets.labels import Words


class SecuritySection(Section):
    """What needs a moment or an explanation opens a panel of its own."""

    title: ClassVar[str] = "Security"
    icon: ClassVar[str] = "shield"
    own_help: ClassVar[bool] = True
    tables: ClassVar[frozenset[str]] = frozenset({KeyHolder.table, Settings.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._ways: dict[str, Held] = {}
        self.keys = RowList(self.tr("Who can open the record"), fit=True)
        self.keys.moved.connect(self._show_ways)
        self.keys.opened.connect(self.change)
        HistoryKey(self.keys, session, self._reference)
        self.add_button = self._button(self.tr("Add a colleague…"), "user-plus", self.add)
        self.change_button = self._button(
            self.tr("Change the passphrase…"), "key", self.change, "Enter"
        )
        self.name_button = self._button(self.tr("Name…"), "pencil", self.rename, "F2")
        self.end_button = self._button(self.tr("End…"), "ban", self.end, "Del")
        self.recovery_button = self._button(
            self.tr("New recovery code…"), "lifebuoy", self.new_recovery
        )
        self.anew_button = self._button(
            self.tr("Change and re-encrypt…"), "refresh", self.re_encrypt
        )
        for key, method in (("F2", self.rename), ("Del", self.end)):
            shortcut = QShortcut(QKeySequence(key), self.keys)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(method)
        self.remember = QCheckBox(self.tr("Re&member the record on this laptop"))
        self.remember.clicked.connect(self._remember)
        self.remembered = self._words("")
        self.locking = LockingPart(session)
        inner = boxed(
            column(
                Words(self.tr("Who can open the record"), Step.CARD),
                self._words(
                    self.tr(
                        "Each passphrase opens all of it. Whose it was stands beside every change."
                    )
                ),
                self.keys,
                row(
                    (
                        Flow(
                            *(self.add_button, self.change_button),
                            *(self.name_button, self.end_button),
                        ),
                        1,
                    )
                ),
                8,
                Rule(),
                Words(self.tr("If the passphrase is forgotten, or known to others"), Step.CARD),
                self._words(
                    self.tr(
                        "The recovery sheet in the school safe opens the record. A new code ends "
                        "the old one. Re-encrypting makes every old key useless for this record."
                    )
                ),
                row((Flow(self.recovery_button, self.anew_button), 1)),
                8,
                Rule(),
                Words(self.tr("This laptop"), Step.CARD),
                self.remember,
                self.remembered,
                self.locking,
                None,
                spacing=8,
            )
        )
        inner.setMaximumWidth(760)
        body = Scrolling(row((inner, 100), None, margins=(18, 14, 18, 14)))
        self.setLayout(column(Card(column(body, margins=(1, 1, 1, 1)))))

    def reload(self) -> None:
        ways = key_holders.key_holders(self.session.store)
        self._ways = {each.slot: each for each in ways}
        self.keys.show_rows(key_rows(ways))
        if not self.keys.current_id():
            self.keys.choose_first()
        self._show_remembered(ways)
        self._show_ways()
        self.locking.reload()

    def add(self) -> None:
        self.session.open("add-passphrase")

    def change(self) -> None:
        if self._is_passphrase():
            self.session.open("change-passphrase", self.keys.current_id())

    def rename(self) -> None:
        if self._is_passphrase():
            self.session.open("rename-holder", self.keys.current_id())

    def end(self) -> None:
        """Asked first: it cannot be taken back, only given anew."""
        held = self._ways.get(self.keys.current_id())
        if held is None or held.kind != PASSPHRASE:
            return
        question = self.tr(
            "End the passphrase of {0}? It opens this record no more. Backups made before still "
            "open with it."
        ).format(held.name or self.tr("a key holder without a name"))
        if not dialogs.ask_sure(self, self.tr("End a passphrase"), question):
            return
        try:
            key_holders.remove(self.session.store, held.slot, today=self.session.today())
        except LiaisonError as refused:
            self.session.say(str(refused))
        else:
            self.session.say(self.tr("Ended. The name stays for what was done with it."))

    def new_recovery(self) -> None:
        self.session.open("new-recovery")

    def re_encrypt(self) -> None:
        self.session.open("re-encrypt")

    def _remember(self, wanted: bool) -> None:
        store, today = self.session.store, self.session.today()
        try:
            if wanted:
                key_holders.remember(store, today=today)
            else:
                key_holders.forget(store, today=today)
        except LiaisonError as refused:
            self.reload()
            self.remembered.setText(str(refused))

    def _show_remembered(self, ways: list[Held]) -> None:
        kept = next((each for each in ways if each.kind == KEYRING), None)
        self.remember.setChecked(kept is not None)
        if kept is not None and kept.expires is not None:
            words = self.tr(
                "Until {0}, or until 7 days pass without use. Whoever can log in to this computer "
                "as you can open the record: locking it still asks for the passphrase."
            ).format(medium_date(kept.expires))
        else:
            words = self.tr(
                "Off. If on, whoever can log in to this computer as you opens the record without "
                "the passphrase, and so may its administrator. It ends after 30 days, or 7 without "
                "use."
            )
        self.remembered.setText(words)

    def _show_ways(self) -> None:
        writable = self.session.store.vault is not None and not self.session.store.trouble
        for button in (self.change_button, self.name_button, self.end_button):
            button.setEnabled(writable and self._is_passphrase())
        for button in (self.add_button, self.recovery_button, self.anew_button):
            button.setEnabled(writable)
        self.remember.setEnabled(writable)

    def _reference(self) -> str:
        slot = self.keys.current_id()
        row = self.session.store.first(KeyHolder, "slot = :slot", slot=slot)
        return f"{KeyHolder.table}/{row.id}" if row else ""

    def _is_passphrase(self) -> bool:
        held = self._ways.get(self.keys.current_id())
        return held is not None and held.kind == PASSPHRASE

    def _button(self, words: str, icon: str, method: object, key: str = "") -> KeyedButton:
        made = KeyedButton(words, Kind.SECONDARY, icon_name=icon, key=key)
        made.clicked.connect(method)
        return made

    def _words(self, words: str) -> Words:
        return Words(words, Step.CAPTION, "muted", wrap=True)
