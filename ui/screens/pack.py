"""The pack builder: what each reader takes to a meeting, or to all the meetings of a day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from liaison.casework.families import whole_family
from liaison.casework.lists import labels_now
from liaison.casework.meetings import MeetingLine, meetings_of, meetings_on
from liaison.casework.packs import asked_to
from liaison.casework.sensitive import sensitive_of
from liaison.dates import day_in_list
from liaison.errors import LiaisonError
from liaison.model.meeting import Meeting, MeetingState
from ui.layouts import boxed, column, row
from ui.preview.bench import Bench
from ui.preview.pack_choices import PackChoices
from ui.preview.paper import Paper
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import Step
from ui.trail import BACK
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Words

if TYPE_CHECKING:
    from liaison.sheets.pack import Packs

ALL = "all"


@dataclass
class Deciding:
    """The packs of several meetings, decided one after another."""

    packs: "Iterator[Packs]"
    of: int
    done: "list[Packs]"


class PackBuilder(Screen):
    """``show_entry`` takes a meeting, a family (its next meeting), or a day (all its meetings).

    After a meeting's id may stand who reads the pack: "<meeting>/<adult>", or "…/everybody".
    """

    title: ClassVar[str] = "Meeting pack"
    icon: ClassVar[str] = "printer"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_person", "agenda_item", "meeting_action", "meeting_check", "family"}
        | {"membership", "person", "relationship", "contact", "contact_person", "contact_point"}
        | {"contact_preference", "address", "follow_up", "restriction", "barrier", "adjustment"}
        | {"transition_concern", "attendance_snapshot", "choice", "settings"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"pack", "pack-of-family", "packs-of-day"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Meetings"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._day: date | None = None
        self._meeting = ""
        self._family = ""
        self._none = ""
        self._deciding: Deciding | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._decide_one)
        self.back = KeyedButton(self.tr("Back"), Kind.QUIET, icon_name="chevron-left")
        self.back.clicked.connect(self._go_back)
        head = Words(self.tr("Meeting pack"), Step.TITLE)
        self.choices = PackChoices(session)
        self.choices.chosen.connect(self._make)
        self.choices.meeting_chosen.connect(self._other_meeting)
        heading = boxed(row(self.back, head, None, spacing=10))
        self.bench = Bench(session, self.choices, head=heading, suggested="meeting-pack.pdf")
        self.bench.stopped.connect(self._stop)
        self.bench.gone.answered.connect(self._begin)
        self.setLayout(column(self.bench))
        self.begin_at(self.choices.meeting)

    def subject(self) -> str:
        return self._family

    def show_entry(self, kind: str, id: str) -> None:
        """Open on what was asked for, with everything that can be chosen instead of it."""
        self.back.setText(self.session.behind or self.tr("Back"))
        self.give_keys()
        self.choices.meeting.setFocus()
        self._none, self._meeting, reader = "", "", ""
        if kind == "packs-of-day":
            self._day = date.fromisoformat(id) if id else self.session.today()
        elif kind == "pack-of-family":
            self._open(self._next_of(id))
            self._none = (
                ""
                if self._meeting
                else self.tr("This family has no meeting. Plan one first: Ctrl+Shift+M.")
            )
        else:
            meeting, _, reader = id.partition("/")
            self._open(self.session.store.first(Meeting, "id = :id", id=meeting))
            self._none = "" if self._meeting else self.tr("That meeting is not in the record.")
        self.bench.gone.leave()
        self.reload()
        if reader:
            self.choices.choose_reader(reader)
            self.bench.gone.answer()

    def set_narrow(self, *, narrow: bool) -> None:
        self.bench.set_narrow(narrow=narrow)

    def leave(self) -> None:
        """Nobody looks at it any more: nothing of it stays in memory."""
        self._stop()
        self.bench.close_paper()

    def reload(self) -> None:
        """Offer the meetings of its day, and make the pack anew."""
        lines = meetings_on(self.session.store, self._day) if self._day else []
        self.choices.offer_meetings(self._offered(lines), self._meeting or ALL)
        self._offer_readers()
        self._make()

    def _open(self, meeting: Meeting | None) -> None:
        self._meeting = meeting.id if meeting else ""
        self._day = meeting.held_on if meeting else None

    def _next_of(self, family: str) -> Meeting | None:
        """The family's next meeting, or else its last one."""
        found = [
            each
            for each in meetings_of(self.session.store, family)
            if each.state is not MeetingState.CALLED_OFF and each.held_on
        ]
        ahead = [each for each in found if each.held_on and each.held_on >= self.session.today()]
        return ahead[-1] if ahead else next(iter(found), None)

    def _offered(self, lines: Sequence[MeetingLine]) -> list[tuple[str, str]]:
        today = self.session.today()
        shown = [
            (each.id, ", ".join(filter(None, (
                each.family_name,
                day_in_list(each.meeting.held_on, today) if each.meeting.held_on else "",
                each.meeting.held_at,
            ))))
            for each in lines
        ]  # fmt: skip
        if self._day is None:
            return [(ALL, self.tr("No meeting"))]
        every = self.tr("All meetings on {0}").format(day_in_list(self._day, today))
        return [*shown, (ALL, every)]

    def _offer_readers(self) -> None:
        store = self.session.store
        found = store.first(Meeting, "id = :id", id=self._meeting) if self._meeting else None
        self._family = found.family if found else ""
        adults: list[tuple[str, str]] = []
        if found:
            names = whole_family(store, found.family).names
            adults = [(id, names[id]) for id in asked_to(store, found.id)]
        self.choices.offer_readers(adults)

    def _other_meeting(self) -> None:
        chosen = str(self.choices.meeting.currentData() or ALL)
        self._meeting = "" if chosen == ALL else chosen
        self._offer_readers()
        self._make()

    def _make(self) -> None:
        """Decide the packs here, one meeting in each free moment; draw them beside the window."""
        from liaison.sheets.pack import decide_day, decide_packs  # noqa: PLC0415 - slow

        self._stop()
        store, today = self.session.store, self.session.today()
        if self._none:
            self.bench.refuse(self._none)
            return
        try:
            self._offer_ticks()
            wish = self.choices.wish()
            wish.refuse()
            if self._meeting:
                self._draw(decide_packs(store, self._meeting, wish, today=today))
                return
        except LiaisonError as refused:
            self.bench.refuse(str(refused))
            return
        ids = [each.id for each in meetings_on(store, self._day)] if self._day else []
        if not ids:
            self.bench.refuse(self.tr("There is no meeting on that day."))
            return
        self._deciding = Deciding(decide_day(store, ids, wish, today=today), len(ids), [])
        self.bench.clear()
        self.bench.show_progress(0, len(ids))
        self._next.start()

    def _offer_ticks(self) -> None:
        """What is sensitive is ticked for one meeting and one reader, each time anew."""
        wish, found = self.choices.wish(), {}
        if self._family and self.choices.one_reader():
            single, today = wish.of(wish.reader), self.session.today()
            found = sensitive_of(self.session.store, self._family, single, today=today)
        self.choices.ticks.offer(found, about=(self._meeting, wish.audience, wish.reader))

    def _decide_one(self) -> None:
        """The next meeting's packs; after the last of them they are drawn."""
        from liaison.sheets.pack import joined_packs  # noqa: PLC0415 - slow

        deciding = self._deciding
        if deciding is None:
            return
        found = next(deciding.packs, None)
        if found is not None:
            deciding.done.append(found)
            self.bench.show_progress(len(deciding.done), deciding.of)
            self._next.start()
            return
        self._deciding = None
        try:
            self._draw(joined_packs(deciding.done))
        except LiaisonError as refused:
            self.bench.refuse(str(refused))

    def _draw(self, packs: "Packs") -> None:
        from liaison.sheets.pack import agendas_in  # noqa: PLC0415 - slow
        from liaison.sheets.sheet import House  # noqa: PLC0415 - slow

        store = self.session.store
        house = House(settings=store.settings, label=labels_now(store))
        at = self.session.now()
        count = sum(decided.wish.copies for pack in packs.packs for _, decided in pack.sheets)
        outgoing = agendas_in(packs)
        self.bench.gone.look_at(outgoing)

        def drawing(told: Callable[[int], None]) -> Paper:
            from liaison.sheets.pack import draw_packs  # noqa: PLC0415 - slow

            made = draw_packs(packs, house=house, printed_at=at, told=told)
            return Paper(
                pdf=made.pdf,
                text=made.text,
                pages=made.pages,
                notes=made.notes,
                left_out=made.left_out,
                warnings=made.warnings,
                reading=made.reading.sentence if made.reading else "",
                outgoing=outgoing,
            )

        self.bench.draw(drawing, sheets=count)

    def _stop(self) -> None:
        self._next.stop()
        self._deciding = None

    def _begin(self) -> None:
        self.bench.begin_at(self.choices.meeting)

    def _go_back(self) -> None:
        self.session.open(BACK)
