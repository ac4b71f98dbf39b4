"""One sheet made over the page: which one, for whom, how many and how large, and its own pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from liaison.casework.copies import Wish
from liaison.casework.lists import labels_now
from liaison.errors import LiaisonError
from liaison.model.fields import Audience
from liaison.store.drafts import Draft
from ui.layouts import boxed, column, row
from ui.preview.bench import Bench
from ui.preview.choices import SIZES
from ui.preview.pack_choices import WIDEST
from ui.preview.paper import Paper, paper_of
from ui.screens.screen import Task
from ui.session import Session
from ui.theme import px
from ui.view_bar import FilterBox, Pair
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Footer
from ui.widgets.labels import Words

HIGH = 390
MOST_COPIES = 10


class PaperChoices(QWidget):
    """``chosen`` fires at every choice. What leaves no choice is not shown."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.meeting = FilterBox(self.tr("Which meeting"), widest=WIDEST)
        self.sheet = FilterBox(self.tr("Which sheet"))
        self.audience = FilterBox(self.tr("Who will read it"))
        self.reader = FilterBox(self.tr("Which adult will read it"), widest=WIDEST)
        self.copies = FilterBox(self.tr("Copies"))
        self.points = FilterBox(self.tr("Size of the letters"))
        self.copies.offer([(str(n), str(n)) for n in range(1, MOST_COPIES + 1)], "1")
        points = self.tr("{0} point")
        self.points.offer([(str(each), points.format(each)) for each in SIZES], "12")
        for box in (self.sheet, self.audience, self.reader, self.copies, self.points):
            box.currentIndexChanged.connect(self.chosen)
        self._sheets = self._over(self.tr("Which &sheet"), self.sheet)
        self._audiences = self._over(self.tr("&Who will read it"), self.audience)
        self._readers = self._over(self.tr("&For whom"), self.reader)
        self._readers.hide()
        self._copies = self._over(self.tr("&Copies, each numbered"), self.copies)
        self._meetings = self._over(self.tr("Which &meeting"), self.meeting)
        self._meetings.hide()
        self.setLayout(
            column(
                self._meetings,
                self._sheets,
                self._audiences,
                self._readers,
                self._copies,
                self._over(self.tr("Si&ze of the letters"), self.points),
                spacing=6,
            )
        )

    def offer(self, sheets: Sequence[Pair], chosen: str) -> None:
        """The sheets to choose from."""
        self.sheet.offer(sheets, chosen)
        self._sheets.setHidden(len(sheets) < 2)

    def offer_meetings(self, meetings: Sequence[Pair], chosen: str) -> None:
        """The meetings to choose from, where the sheet is made of one."""
        self.meeting.offer(meetings, chosen)
        self._meetings.setVisible(bool(meetings))

    def offer_audiences(self, audiences: Sequence[Audience]) -> None:
        """Who the sheet can be made for; the one chosen stays chosen where it can."""
        before = str(self.audience.currentData() or "")
        self.audience.offer([(each.value, each.label) for each in audiences], before)
        self._audiences.setHidden(len(audiences) < 2)

    def offer_readers(self, adults: Sequence[Pair]) -> None:
        """Those one of whom the copy is for; the one chosen stays chosen."""
        self.reader.offer(adults, str(self.reader.currentData() or ""))
        self._readers.setVisible(bool(adults))

    def wish(self) -> Wish:
        """What was chosen."""
        return Wish(
            audience=Audience(self.audience.currentData()),
            reader=str(self.reader.currentData() or ""),
            size=int(self.points.currentData()),
            copies=int(self.copies.currentData()),
        )

    def _over(self, words: str, box: FilterBox) -> QWidget:
        label = QLabel(words)
        label.setBuddy(box)
        holder = QWidget()
        holder.setLayout(column(label, box, spacing=3))
        return holder


class PaperTask(Task):
    """``codes`` are the sheets it offers. What is shown is what is printed, and is noted."""

    icon: ClassVar[str] = "printer"
    wide: ClassVar[int] = 1000
    codes: tuple[str, ...]

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.choices = PaperChoices()
        why = Words(self.tr("What is shown is what is printed."), tone="muted")
        self.bench = Bench(session, self.choices, head=why, suggested="sheet.pdf")
        self.bench.setMinimumHeight(px(HIGH))
        self.bench.stopped.connect(self._forget)
        close = KeyedButton(self.tr("Close"), Kind.QUIET, key="Esc")
        close.clicked.connect(self.closing)
        body = column((self.bench, 1), margins=(14, 6, 14, 8))
        self.fill(boxed(body), Footer(row(None, close, margins=(20, 10, 14, 10)), radius=11))
        self.offer()
        self.choices.sheet.currentIndexChanged.connect(self._another)
        self.choices.chosen.connect(self.make)
        self.choices.points.setFocus()
        self.make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bench.fit()

    def about(self) -> str:
        """The id the sheet is made about; empty where it is about a day or about nothing."""
        return ""

    def offer(self) -> None:
        """Fill the choices."""
        from liaison.sheets import sheet_called  # noqa: PLC0415 - slow

        self.choices.offer([(code, sheet_called(code).title) for code in self.codes], self.codes[0])
        self.choices.offer_audiences(sheet_called(self.codes[0]).audiences)

    def leave(self) -> None:
        """The pages are let go."""
        self.bench.close_paper()

    def make(self) -> None:
        """Decide what stands on every copy here, and draw them beside the window."""
        from liaison.sheets import sheet_called  # noqa: PLC0415 - slow
        from liaison.sheets.sheet import House  # noqa: PLC0415 - slow

        store = self.session.store
        sheet = sheet_called(str(self.choices.sheet.currentData()))
        wish, today = self.choices.wish(), self.session.today()
        try:
            decided = sheet.decide(store, self.about(), wish, today=today)
        except LiaisonError as refused:
            self.bench.refuse(str(refused))
            return
        house, at = House(settings=store.settings, label=labels_now(store)), self.session.now()
        copies = [
            replace(decided, wish=replace(wish, copy_number=number + 1))
            for number in range(wish.copies)
        ]

        def drawing(told: Callable[[int], None]) -> Paper:
            from liaison.sheets.making import made_copies  # noqa: PLC0415 - slow

            made = made_copies(sheet, copies, house=house, printed_at=at, told=told)
            return paper_of(made)

        self.bench.draw(drawing, sheets=len(copies))

    def _another(self) -> None:
        from liaison.sheets import sheet_called  # noqa: PLC0415 - slow

        code = str(self.choices.sheet.currentData())
        self.choices.offer_audiences(sheet_called(code).audiences)

    def _forget(self) -> None:
        self.bench.close_paper()
