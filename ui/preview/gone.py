"""One question in place once papers have left the desk: whether they have gone, and how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame

from liaison.casework.letters_gone import note_all_gone, usual_ring
from liaison.casework.papers_allowed import caution
from liaison.casework.papers_owed import note_not_yet
from liaison.casework.whereabouts import whereabouts
from liaison.errors import CannotPrint, LiaisonError, NotReady
from liaison.model.sending import LeftBy, Outgoing, Sent, Way, ways_for
from ui.canvas import Canvas
from ui.day_field import DayField
from ui.flow import Flow
from ui.layouts import boxed, column, row
from ui.preview.gone_words import known, question
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
    """What is asked about at once; ``left`` is how it left, where that is known."""

    papers: tuple[Outgoing, ...]
    left: LeftBy | None = None


class GoneQuestion(QFrame):
    """Asks about one paper after the other; of what is on the page it says where it is.

    The papers of a whole day are one question. It is hidden while there is nothing to ask or to
    say. ``turned`` tells that it asks something else, or nothing; ``answered`` that the keys may
    go back to the page.
    """

    turned = Signal()
    answered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._left: list[Asked] = []
        self._on_page: tuple[Outgoing, ...] = ()
        self._asked: tuple[Outgoing, ...] = ()
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

    def ask(self, papers: Sequence[Outgoing], left: LeftBy) -> None:
        """Ask about papers that left the desk together, once those before are answered."""
        asked = Asked(tuple(papers), left)
        self._left = [each for each in self._left if each.papers != asked.papers]
        self._left.append(asked)
        focus, page = QApplication.focusWidget(), self.parentWidget()
        at_page = focus is None or (page is not None and page.isAncestorOf(focus))
        self._show()
        announce(self, self.words.words.text())
        if at_page:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Ask about what is on the page, where it is still to be sent."""
        if self._now is None and self.say.isVisibleTo(self):
            store = self._session.store
            waiting = (each for each in self._on_page if whereabouts(store, each).waiting)
            self._left.append(Asked(tuple(waiting)))
            self._show()
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, papers: Sequence[Outgoing]) -> None:
        """Say where the papers on the page are; there may be none."""
        self._on_page = tuple(papers)
        self._show()

    def leave(self) -> None:
        """Nobody looks at the page any more: what was not answered is still to be sent."""
        unanswered, self._left, self._on_page = self._left, [], ()
        for each in unanswered:
            self._keep(each.papers)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(self.rect())
        Canvas(painter, self.palette()).panel(ground, fill="accent_tint", edge="accent", radius=8)
        painter.end()

    def _show(self) -> None:
        """The first that was not answered; else what is known of what is on the page."""
        before, self._now = self._now, next(iter(self._left), None)
        said = self._question() if self._now else self._known()
        self.words.set_words(said)
        self.setAccessibleName(said)
        self._answer.setVisible(self._now is not None)
        self.setVisible(bool(said))
        if self._now is not None and self._now != before:
            self._offer(self._now)
        self.turned.emit()

    def _question(self) -> str:
        """About those of them that are not noted yet; about all where all of them are."""
        store, papers = self._session.store, self._now.papers if self._now else ()
        where = {each: whereabouts(store, each) for each in papers}
        self._asked = tuple(each for each in papers if not where[each].contact) or papers
        self._again = all(where[each].contact for each in papers)
        self.say.hide()
        return question(self._session, self._asked, [where[each] for each in self._asked])

    def _known(self) -> str:
        self._asked, self._again = (), False
        wheres = [whereabouts(self._session.store, each) for each in self._on_page]
        self.say.setVisible(any(each.waiting for each in wheres))
        return known(self._session, self._on_page, wheres)

    def _offer(self, asked: Asked) -> None:
        """Today, the usual way, and no call; two buttons that say what they do.

        Most papers go by post, but those of a whole day are put into somebody's hands.
        """
        many = len(self._asked) > 1
        ways = ways_for(self._asked, asked.left)
        usual = Way.HAND.value if many else ""
        self.how.offer([(each.value, each.label) for each in ways], usual)
        today = self._session.today()
        self.on.set_day(today)
        self.ring.setChecked(False)
        self.ring.setVisible(all(each.kind for each in asked.papers))
        self.ring_on.set_day(usual_ring(self._session.store, today))
        self._warn()
        self._show_ring()
        self._show_problems({})
        gone = self.tr("They have gone") if many else self.tr("It has gone")
        again = self.tr("They went again") if many else self.tr("It went again")
        self.gone.setText(again if self._again else gone)
        self.not_yet.setText(self.tr("Not again") if self._again else self.tr("Not yet"))

    def _warn(self) -> None:
        """Below the way what to know of it; nobody is named while others see the screen."""
        way = self.how.currentData()
        said = ""
        if self._now is not None and way and not self._session.quiet:
            said = caution(self._session.store, self._asked, Way(way))
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
        kept, papers, self._left = self._left, self._asked, self._left[1:]
        many = len(papers) > 1
        try:
            note_all_gone(self._session.store, papers, sent, today=today)
        except NotReady as unready:
            self._left = kept
            self._show_problems(unready.problems)
        except LiaisonError as refused:
            self._left = kept
            self._show_problems({"way": str(refused)})
        else:
            self._end(self.tr("Noted: they have gone.") if many else self.tr("Noted: it has gone."))

    def _not_yet(self) -> None:
        """A promise to send it; one that had gone before is left as it is."""
        if self._now is None:
            return
        papers = () if self._again else self._asked
        kept, self._left = self._left, self._left[1:]
        if self._keep(papers):
            self._end("")
        else:
            self._left = kept

    def _keep(self, papers: Sequence[Outgoing]) -> bool:
        """As promises for today, where there are none yet; whether that could be written."""
        try:
            kept = note_not_yet(self._session.store, papers, today=self._session.today())
        except CannotPrint as refused:
            self._session.say(str(refused))
            return True
        except LiaisonError as refused:
            self._session.say(str(refused))
            return False
        if kept:
            one = self.tr("Kept as a follow-up for today: to be sent.")
            more = self.tr("Kept as follow-ups for today: {0} to be sent.").format(len(kept))
            self._session.say(more if len(kept) > 1 else one, with_undo=True)
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
