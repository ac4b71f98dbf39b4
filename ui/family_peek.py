"""A look at one family beside the list: restrictions, whom to ring, what was last, what is next."""

from datetime import date

from PySide6.QtCore import Signal

from liaison.casework.timeline import contact_title
from liaison.dates import day_in_list
from liaison.model.contact import Contact
from liaison.model.family_record import FamilyRecord
from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.model.restriction import What
from liaison.store.store import Store
from ui.contact_signs import ABOUT, contact_icon
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.due_words import promise_chip
from ui.family_rows import quiet_sentence
from ui.layouts import column, row
from ui.reach_words import reach_lines
from ui.restriction_words import titled
from ui.scrolling import Scrolling
from ui.theme import Step
from ui.widgets.banner import RestrictionBanner
from ui.widgets.buttons import KeyedButton
from ui.widgets.cards import Card, Rule
from ui.widgets.labels import SignedWords, Words

SHOWN = 3


class FamilyPeek(Card):
    """Follows the list. ``opened`` asks for the family itself."""

    opened = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._family = ""
        self._name = Words("", Step.H2)
        self._open = KeyedButton(self.tr("Open"), icon_name="arrow-right")
        self._open.clicked.connect(self._ask_to_open)
        self.setFocusProxy(self._open)
        self._banner = RestrictionBanner(compact=True, with_details=False)
        self._quiet = SignedWords("clock-exclamation", tone="late")
        self._first = Words("", Step.STRONG, wrap=True)
        self._reach = Words("", Step.CAPTION, "muted", wrap=True)
        self._last = RowList(self.tr("Last three contacts"), fit=True)
        self._nothing = Words(self.tr("No contact yet."), Step.CAPTION, "muted")
        self._next_title = Words(self.tr("Next"), Step.CARD)
        self._next = RowList(self.tr("What is owed next"), fit=True)
        words = column(
            row((self._name, 1), self._open, margins=(15, 12, 13, 8)),
            row(self._banner, margins=(15, 0, 15, 6)),
            row(self._first, margins=(15, 0, 15, 0)),
            row(self._reach, margins=(15, 0, 15, 4)),
            row(self._quiet, margins=(15, 0, 15, 6)),
            row(Rule(), margins=(15, 0, 15, 0)),
            row(Words(self.tr("Last three"), Step.CARD), margins=(15, 8, 15, 2)),
            row(self._nothing, margins=(15, 0, 15, 0)),
            row(self._last, margins=(1, 0, 1, 4)),
            row(self._next_title, margins=(15, 6, 15, 2)),
            row(self._next, margins=(1, 0, 1, 0)),
            None,
            margins=(0, 0, 0, 8),
            spacing=0,
        )
        self.setLayout(column(Scrolling(words), margins=(1, 1, 1, 1)))

    def family(self) -> str:
        """The id of the family shown."""
        return self._family

    def show_family(self, record: FamilyRecord, today: date) -> None:
        """Show this family in place of the one before."""
        self._family = record.family.id
        self.setAccessibleName(record.family.name)
        self._name.setText(record.family.name)
        self._banner.show_restrictions(titled(record.restrictions, record.order_names, today))
        self._show_first(record)
        self._show_last(record, today)
        owed = [each for each in record.follow_ups if each.state in STILL_OPEN][:SHOWN]
        self._next_title.setVisible(bool(owed))
        self._next.setVisible(bool(owed))
        self._next.show_rows([self._owed_row(each, today) for each in owed])

    def _owed_row(self, follow_up: FollowUp, today: date) -> EntryRow:
        words, tone = promise_chip(follow_up, today)
        return EntryRow(follow_up.id, "checklist", follow_up.action, chip=words, tone=tone)

    def _show_first(self, record: FamilyRecord) -> None:
        kept_away = {each.adult for each in record.restrictions if each.what is What.CONTACT}
        adult = next((each for each in record.adults if each.id not in kept_away), None)
        self._first.setVisible(adult is not None)
        self._reach.setVisible(adult is not None)
        if adult is None:
            return
        tie = record.relationship(adult.id)
        relation = self._store.label("relationship", tie.relationship) if tie else ""
        self._first.setText(", ".join(filter(None, (adult.full, relation.lower()))))
        lines = [words for _, words in reach_lines(record, adult, self._store.label)]
        self._reach.setText(" · ".join(lines))
        self._reach.setVisible(bool(lines))

    def _show_last(self, record: FamilyRecord, today: date) -> None:
        real = [each for each in record.contacts if each.channel != "task"]
        self._nothing.setVisible(not real)
        self._last.setVisible(bool(real))
        self._last.show_rows([self._contact_row(each, record, today) for each in real[:SHOWN]])
        reached = (
            each.held_on for each in real if self._store.flagged("outcome", each.outcome, "reached")
        )
        sentence = quiet_sentence(max(reached, default=None), today)
        self._quiet.set_words(sentence)
        self._quiet.setVisible(bool(sentence))

    def _contact_row(self, contact: Contact, record: FamilyRecord, today: date) -> EntryRow:
        words = f"“{contact.words}”" if contact.words else ""
        said = contact.facts or words or self._store.label("outcome", contact.outcome)
        tone = ABOUT[contact.about].value.shape_colour if contact.about else "muted"
        return EntryRow(
            contact.id,
            contact_icon(f"{contact.channel}.{contact.direction.value}"),
            contact_title(contact, record, self._store.label),
            " ".join(said.split()),
            at_right=day_in_list(contact.held_on, today).partition(" ")[2],
            icon_tone=tone,
        )

    def _ask_to_open(self) -> None:
        self.opened.emit(self._family)
