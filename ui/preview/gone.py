"""One question in place once a paper has left the desk: whether it has gone, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame

from liaison.casework.families import whole_family
from liaison.casework.letters_gone import Sent, caution, note_gone, note_not_yet, usual_ring
from liaison.casework.whereabouts import Whereabouts, whereabouts
from liaison.dates import day_in_list
from liaison.errors import LiaisonError, NotReady
from liaison.model.meeting import Meeting
from liaison.model.sending import LeftBy, Outgoing, Way, how_words, ways_after
from liaison.model.words import and_list
from ui.canvas import Canvas
from ui.day_field import DayField
from ui.flow import Flow
from ui.layouts import boxed, column, row
from ui.scrolling import Fitting
from ui.session import Session
from ui.theme import Step
from ui.view_bar import FilterBox
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.fields import Field
from ui.widgets.labels import SignedWords, Words
from ui.widgets.toast import announce


@dataclass(frozen=True)
class Asked:
    """What is asked about; ``left`` is how it left, where that is known."""

    paper: Outgoing
    left: LeftBy | None = None


class GoneQuestion(QFrame):
    """Asks about one paper after the other; of the one on the page it says where it is.

    It is hidden while there is nothing to ask or to say. ``turned`` tells that it asks something
    else, or nothing; ``answered`` that the keys may go back to the page.
    """

    turned = Signal()
    answered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._left: list[Asked] = []
        self._on_page: Outgoing | None = None
        self._now: Asked | None = None
        self._again = False
        self.words = SignedWords("send", step=Step.BODY, tone="text", icon_tone="accent")
        self.words.words.setWordWrap(True)
        self.say = KeyedButton(self.tr("Say how it went"))
        self.say.clicked.connect(self.answer)
        self.how = FilterBox(self.tr("How it went"))
        self._how = Field(self.tr("How"), self.how)
        self.on = DayField(self.tr("When"), session)
        self.ring = QCheckBox(self.tr("Ring if we have not heard"))
        self.ring.toggled.connect(self._show_ring)
        self.ring_on = DayField(self.tr("By when"), session, ahead=True)
        self.gone = KeyedButton(self.tr("It has gone"), Kind.PRIMARY, icon_name="check")
        self.gone.clicked.connect(self._gone)
        self.not_yet = KeyedButton(self.tr("Not yet"))
        self.not_yet.clicked.connect(self._not_yet)
        self.how.currentIndexChanged.connect(self._warn)
        self.caution = Words(" ", Step.CAPTION, wrap=True)
        how = boxed(column(self._how, self.caution, spacing=4))
        buttons = boxed(row(self.gone, self.not_yet))
        parts = (how, self.on, self.ring, self.ring_on, buttons)
        self._answer = Fitting(boxed(Flow(*parts, spacing=12)))
        head = row((self.words, 1), self.say, spacing=12)
        self.setLayout(column(head, self._answer, margins=(14, 6, 10, 6), spacing=4))
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether an answer is waited for."""
        return bool(self._left)

    def ask(self, paper: Outgoing, left: LeftBy) -> None:
        """Ask about a paper that left the desk, once those before it are answered."""
        self._left = [each for each in self._left if each.paper != paper]
        self._left.append(Asked(paper, left))
        focus, page = QApplication.focusWidget(), self.parentWidget()
        at_page = focus is None or (page is not None and page.isAncestorOf(focus))
        self._show()
        announce(self, self.words.words.text())
        if at_page:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Ask about the paper on the page, where it is still to be sent."""
        waits = self._on_page is not None and self._now is None and self.say.isVisibleTo(self)
        if waits and self._on_page is not None:
            self._left.append(Asked(self._on_page))
            self._show()
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, paper: Outgoing | None) -> None:
        """Say where the paper on the page is; there may be none."""
        self._on_page = paper
        self._show()

    def leave(self) -> None:
        """Nobody looks at the page any more: what was not answered is still to be sent."""
        unanswered, self._left, self._on_page = self._left, [], None
        for each in unanswered:
            if whereabouts(self._session.store, each.paper) == Whereabouts():
                self._keep(each.paper)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(self.rect())
        Canvas(painter, self.palette()).panel(ground, fill="accent_tint", edge="accent", radius=8)
        painter.end()

    def _show(self) -> None:
        """The first that was not answered; else what is known of the paper on the page."""
        before, self._now = self._now, next(iter(self._left), None)
        paper = self._now.paper if self._now else self._on_page
        where = whereabouts(self._session.store, paper) if paper else Whereabouts()
        self._again = self._now is not None and where.contact is not None
        said = self._said(paper, where) if paper else ""
        self.words.set_words(said)
        self.setAccessibleName(said)
        self.say.setVisible(self._now is None and where.waiting is not None)
        self._answer.setVisible(self._now is not None)
        self.setVisible(bool(said))
        if self._now is not None and self._now != before:
            self._offer(self._now)
        self.turned.emit()

    def _offer(self, asked: Asked) -> None:
        """Today, the usual way, and no call; two buttons that say what they do."""
        ways = ways_after(asked.left)
        self.how.offer([(each.value, each.label) for each in ways], "")
        today = self._session.today()
        self.on.set_day(today)
        self.ring.setChecked(False)
        self.ring.setVisible(asked.paper.kind is not None)
        self.ring_on.set_day(usual_ring(self._session.store, today))
        self._warn()
        self._show_ring()
        self._show_problems({})
        self.gone.setText(self.tr("It went again") if self._again else self.tr("It has gone"))
        self.not_yet.setText(self.tr("Not again") if self._again else self.tr("Not yet"))

    def _said(self, paper: Outgoing, where: Whereabouts) -> str:
        if self._now is None and where == Whereabouts():
            return ""
        which = self.tr("“{0}”").format(paper.label)
        names = "" if self._session.quiet else self._names(paper)
        if names:
            which = self.tr("{0} to {1}").format(which, names)
        if where.contact is not None:
            went = day_in_list(where.contact.held_on, self._session.today())
            how = how_words(where.contact.channel)
            noted = self.tr("{0} went {1}, {2}.").format(which, how, went)
            return self.tr("{0} Has it gone again?").format(noted) if self._again else noted
        if self._now is None:
            return self.tr("{0} is still to be sent.").format(which)
        return self.tr("{0}: has it gone?").format(which)

    def _names(self, paper: Outgoing) -> str:
        store = self._session.store
        meeting = store.first(Meeting, "id = :id", id=paper.meeting)
        if meeting is None:
            return ""
        record = whole_family(store, meeting.family)
        found = (record.person(each) for each in paper.readers)
        return and_list([each.addressed for each in found if each is not None])

    def _warn(self) -> None:
        """Below the way what to know of it; nobody is named while others see the screen."""
        way = self.how.currentData()
        said = ""
        if self._now is not None and way and not self._session.quiet:
            said = caution(self._session.store, self._now.paper, Way(way))
        self.caution.setText(said or " ")

    def _show_ring(self) -> None:
        self.ring_on.setVisible(self.ring.isChecked())

    def _gone(self) -> None:
        asked = self._now
        days = [self.on, *([self.ring_on] if self.ring.isChecked() else [])]
        unread = [each for each in days if each.check()]
        if asked is None or unread:
            return
        today = self._session.today()
        sent = Sent(
            way=Way(self.how.currentData()),
            on=self.on.day() or today,
            ring_on=self.ring_on.day() if self.ring.isChecked() else None,
            again=self._again,
            left=asked.left,
        )
        kept, self._left = self._left, self._left[1:]
        try:
            note_gone(self._session.store, asked.paper, sent, today=today)
        except NotReady as unready:
            self._left = kept
            self._show_problems(unready.problems)
        except LiaisonError as refused:
            self._left = kept
            self._show_problems({"way": str(refused)})
        else:
            self._end(self.tr("Noted: it has gone."))

    def _not_yet(self) -> None:
        """A promise to send it; one that had gone before is left as it is."""
        asked = self._now
        if asked is None:
            return
        kept, self._left = self._left, self._left[1:]
        known = whereabouts(self._session.store, asked.paper)
        if self._again or known.waiting is not None:
            self._end("")
            return
        if self._keep(asked.paper):
            self._end("")
        else:
            self._left = kept

    def _keep(self, paper: Outgoing) -> bool:
        """As a promise for today; whether that could be written."""
        try:
            note_not_yet(self._session.store, paper, today=self._session.today())
        except LiaisonError as refused:
            self._session.say(str(refused))
            return False
        self._session.say(self.tr("Kept as a follow-up for today: to be sent."), with_undo=True)
        return True

    def _end(self, sentence: str) -> None:
        self._show()
        if sentence:
            self._session.say(sentence, with_undo=True)
        if self._left:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.answered.emit()

    def _show_problems(self, found: Mapping[str, str]) -> None:
        """Each beside its field; the first of them gets the keys."""
        fields: dict[str, Field] = {"way": self._how, "on": self.on, "ring_on": self.ring_on}
        for name, field in fields.items():
            field.set_problem(found.get(name, ""))
        if unplaced := [said for name, said in found.items() if name not in fields]:
            self._how.set_problem(unplaced[0])
        first = next((field for name, field in fields.items() if name in found), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
