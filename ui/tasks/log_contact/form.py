"""The form of Log contact: arranged top to bottom as it looks, read and filled as one `Typed`."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from liaison.model.contact import About, Contact, Direction
from liaison.store.store import Store
from ui.flow import Flow
from ui.layouts import boxed, column, row
from ui.tasks.log_contact.about import AboutChoice
from ui.tasks.log_contact.candidates import Candidate
from ui.tasks.log_contact.how import HowField, choose, fill
from ui.tasks.log_contact.lanes import Lanes
from ui.tasks.log_contact.promise_field import PromiseField
from ui.tasks.log_contact.typed import Typed
from ui.tasks.log_contact.who import NOBODY, WhoField
from ui.theme import px
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import SignedWords, Words
from ui.widgets.lined_up import beside, indent
from ui.widgets.toast import announce

WRITTEN = ("text", "email", "letter", "app_message", "home_school_book", "via_pupil")
"""Channels on which something is sent; whether it was read is not known."""


class ContactForm(QWidget):
    """Every field of Log contact. ``edited`` fires at every change, ``safety`` asks for words."""

    edited = Signal()
    safety = Signal()

    def __init__(self, store: Store, today: date, now: datetime) -> None:
        super().__init__()
        self._store = store
        self._completes = ""
        self._outcome_chosen = False
        self._filling = False
        self.summary = ErrorSummary()
        self.who = WhoField(store, today)
        self.promised = SignedWords("checklist", tone="text", icon_tone="accent")
        self.promised.hide()
        channels = [each for each in store.choices("channel") if "task" not in each.flags]
        self.how = HowField([(each.code, each.label) for each in channels], now)
        self.about = AboutChoice()
        self.outcome = QComboBox()
        self.outcome.setAccessibleName(self.tr("Outcome"))
        outcomes = [
            (each.code, each.label) for each in store.choices("outcome") if "task" not in each.flags
        ]
        fill(self.outcome, outcomes)
        self.lanes = Lanes(outcomes)
        self.promise = PromiseField(today)
        self.keep = QCheckBox(self.tr("&Leave out of family copies"))
        self.keep.setToolTip(self.tr("It can still be asked for by law."))
        self.keep.setAccessibleDescription(self.tr("It can still be asked for by law."))
        self._safety = KeyedButton(
            self.tr("Worried about a child’s sa&fety? Tell the DSL now"),
            Kind.LINK,
            icon_name="lifebuoy",
        )
        self._safety.clicked.connect(self.safety)
        self._about_problem = SignedWords("alert-circle", tone="danger")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        about = beside(Words(self.tr("About")))
        outcome = Words(self.tr("Ou&tcome"))
        outcome.setTextFormat(outcome.textFormat().AutoText)
        outcome.setBuddy(self.outcome)
        how_it_went = boxed(row(outcome, self.outcome, spacing=10))
        self._wrong = boxed(row(indent(), (self._about_problem, 1), spacing=10))
        self._wrong.hide()
        last = Flow(self._safety, self.keep, spacing=16, apart=True)
        self._rows = column(
            self.summary,
            self.who,
            self.promised,
            self.how,
            row(about, (Flow(self.about, how_it_went, apart=True), 1), spacing=10),
            self._wrong,
            self.lanes,
            self.promise,
            row(indent(), (last, 1), spacing=10),
            margins=(20, 2, 20, 12),
            spacing=8,
        )
        self.setLayout(self._rows)

    def _connect(self) -> None:
        self.who.chosen.connect(self._someone_chosen)
        self.who.edited.connect(self._changed)
        self.who.line.returnPressed.connect(self._enter_in_who)
        self.how.edited.connect(self._how_changed)
        self.about.chosen.connect(self._changed)
        self.outcome.activated.connect(self._outcome_picked)
        self.lanes.edited.connect(self._changed)
        self.lanes.phrase.connect(self.pick_outcome)
        self.promise.edited.connect(self._changed)
        self.keep.toggled.connect(self._changed)

    def set_narrow(self, *, narrow: bool) -> None:
        """Less air and a smaller note where there is little height."""
        self._rows.setContentsMargins(20, 2, 20, 6 if narrow else 12)
        self._rows.setSpacing(4 if narrow else 8)
        self.lanes.set_lines(3 if narrow else 4)
        self.outcome.setFixedWidth(px(164))

    def typed(self) -> Typed:
        """Everything as it stands."""
        about = self.about.about()
        return Typed(
            who=self.who.line.text(),
            family=self.who.who.family,
            person=self.who.who.person,
            child=self.who.who.child,
            channel=self.how.channel.currentData(),
            direction=self.how.direction.currentData(),
            when=self.how.when.text(),
            outcome=self.outcome.currentData(),
            about=about.value if about else "",
            facts=self.lanes.facts.toPlainText(),
            words=self.lanes.words.toPlainText(),
            view=self.lanes.view.toPlainText(),
            follow_up=self.promise.line.text(),
            keep_from_family=self.keep.isChecked(),
            completes=self._completes,
        )

    def fill(self, typed: Typed) -> None:
        """Show this, as it was left."""
        self._filling = True
        person = Candidate(typed.family, typed.who, person=typed.person, child=typed.child)
        self.who.choose(person if typed.family else replace(NOBODY, title=typed.who))
        choose(self.how.channel, typed.channel)
        choose(self.how.direction, typed.direction)
        self.how.when.setText(typed.when)
        choose(self.outcome, typed.outcome)
        self.about.set_about(About(typed.about) if typed.about else None)
        for box, words in zip(
            self.lanes.notes(), (typed.facts, typed.words, typed.view), strict=True
        ):
            box.setPlainText(words)
        self.promise.line.setText(typed.follow_up)
        self.keep.setChecked(typed.keep_from_family)
        self._filling = False

    def set_completes(self, follow_up: str, words: str) -> None:
        """Saving this also does what was promised."""
        self._completes = follow_up
        self.promised.set_words(self.tr("This does: {0}").format(words))
        self.promised.setVisible(bool(follow_up))

    def begin(self, channel: str) -> None:
        """An empty form for a contact of ours on this channel."""
        self._outcome_chosen = False
        outcome = usual_outcome(channel, Direction.WE.value)
        self.fill(Typed(channel=channel, direction=Direction.WE.value, outcome=outcome))

    def pick_outcome(self, code: str) -> None:
        """The officer said how it went."""
        self._outcome_chosen = True
        choose(self.outcome, code)
        announce(self.outcome, self.tr("Outcome: {0}").format(self.outcome.currentText()))
        self._changed()

    def last_channel(self) -> str:
        """The way used last by this officer; a phone call in a new record."""
        last = self._store.find(Contact, "channel != 'task'", order="id DESC", limit=1)
        return last[0].channel if last else "phone"

    def show_problems(self, problems: dict[str, str]) -> None:
        """On top with the focus, and each sentence beside its field."""
        editors: dict[str, QWidget] = {
            "family": self.who.line,
            "when": self.how.when,
            "held_on": self.how.when,
            "about": self.about.buttons[About.PRAISE],
            "note": self.lanes.facts,
            "follow_up": self.promise.line,
        }
        self.who.field.set_problem(problems.get("family", ""))
        self.how.set_problem(problems.get("when", problems.get("held_on", "")))
        self._about_problem.set_words(problems.get("about", ""))
        self._wrong.setVisible("about" in problems)
        self.lanes.set_problem(problems.get("note", ""))
        self.promise.field.set_problem(problems.get("follow_up", ""))
        self.summary.show_problems(
            [(sentence, editors.get(name)) for name, sentence in problems.items()]
        )

    def _enter_in_who(self) -> None:
        self.who.settle()

    def _someone_chosen(self) -> None:
        self._changed()
        self.lanes.show_lane(0)

    def _outcome_picked(self) -> None:
        self._outcome_chosen = True
        self._changed()

    def _how_changed(self) -> None:
        """What is sent is only sent; that somebody was spoken to has to be so."""
        if not self._outcome_chosen and not self._filling:
            channel, direction = self.how.channel.currentData(), self.how.direction.currentData()
            choose(self.outcome, usual_outcome(channel, direction))
        self._changed()

    def _changed(self) -> None:
        if not self._filling:
            self.edited.emit()


def usual_outcome(channel: str, direction: str) -> str:
    """What happened most likely, until the officer says otherwise."""
    return "sent" if channel in WRITTEN and direction == "we" else "spoke"
