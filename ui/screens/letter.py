"""A letter about a meeting: to one adult, seen as it will be printed, or sent by e-mail."""

from collections.abc import Callable
from typing import ClassVar

from liaison.casework.copies import Wish
from liaison.casework.families import whole_family
from liaison.casework.letter_texts import languages_ready, phrase_names
from liaison.casework.letters import usual_kind
from liaison.casework.lists import labels_now
from liaison.casework.packs import asked_to
from liaison.errors import LiaisonError
from liaison.model.fields import Audience
from liaison.model.letter import ENGLISH, LetterKind, language_name, language_spoken
from liaison.model.meeting import Meeting
from liaison.model.person import PersonKind
from liaison.model.sending import LeftBy, Outgoing
from ui.hand_off import send_by_mail
from ui.layouts import boxed, column, row
from ui.preview.bench import Bench
from ui.preview.letter_choices import LetterChoices
from ui.preview.paper import Paper
from ui.screens.screen import Screen
from ui.session import Session
from ui.theme import Step
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import Words


class LetterScreen(Screen):
    """``show_entry`` takes a meeting, and the letter that is due for it is chosen.

    After its id may stand which letter, and to whom: "<meeting>/<kind>/<adult>", or to two.
    """

    title: ClassVar[str] = "Letter"
    icon: ClassVar[str] = "mail"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_person", "meeting_action", "family", "membership", "person"}
        | {"relationship", "restriction", "contact_point", "contact_preference", "address"}
        | {"follow_up", "contact", "letter_text", "choice", "settings"}
    )
    answers: ClassVar[frozenset[str]] = frozenset({"letter"})
    in_rail: ClassVar[bool] = False
    rail_place: ClassVar[str] = "Meetings"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._meeting = ""
        self._family = ""
        self._adults: list[tuple[str, str]] = []
        self._back = KeyedButton(self.tr("Meeting"), Kind.QUIET, icon_name="chevron-left")
        self._back.clicked.connect(self._to_meeting)
        self.mail = KeyedButton(self.tr("E-mail…"), icon_name="send")
        self.mail.clicked.connect(self._send)
        self.choices = LetterChoices()
        self.choices.kind_chosen.connect(self._offer_languages)
        self.choices.reader_chosen.connect(self._other_reader)
        self.choices.chosen.connect(self._make)
        title = Words(self.tr("Letter"), Step.TITLE)
        head = boxed(row(self._back, title, None, self.mail, spacing=10))
        self.bench = Bench(session, self.choices, head=head, suggested="letter.pdf")
        self.bench.gone.answered.connect(self._begin)
        self.setLayout(column(self.bench))
        self.begin_at(self.choices.kind)

    def subject(self) -> str:
        return self._family

    def show_entry(self, kind: str, id: str) -> None:
        """Open on the letter that is due for this meeting."""
        self.choices.kind.setFocus()
        self._meeting, _, rest = id.partition("/")
        code, _, readers = rest.partition("/")
        reader, _, also = readers.partition("/")
        self.bench.gone.leave()
        try:
            due = usual_kind(self.session.store, self._meeting, today=self.session.today())
        except LiaisonError as refused:
            self._meeting = self._family = ""
            self.bench.refuse(str(refused))
            return
        self.choices.choose_kind(LetterKind(code) if code else due)
        self.reload()
        if reader:
            self.choices.choose_readers(reader, also)
            self.bench.gone.answer()

    def set_narrow(self, *, narrow: bool) -> None:
        self.bench.set_narrow(narrow=narrow)

    def leave(self) -> None:
        """Nobody looks at it any more: nothing of it stays in memory."""
        self.bench.close_paper()

    def reload(self) -> None:
        """Offer the family's adults, those who were asked first, and make the letter anew."""
        store = self.session.store
        found = store.first(Meeting, "id = :id", id=self._meeting) if self._meeting else None
        if found is None:
            return
        self._family = found.family
        record = whole_family(store, found.family)
        asked = list(asked_to(store, found.id))
        others = [each.id for each in record.adults if each.kind is PersonKind.ADULT]
        self._adults = [(id, record.names[id]) for id in dict.fromkeys((*asked, *others))]
        self.choices.offer_readers(self._adults)
        self.choices.offer_phrases(phrase_names(store))
        self._offer_languages()
        self._make()

    def _other_reader(self) -> None:
        self.choices.offer_also(self._adults)
        self._offer_languages()

    def _offer_languages(self) -> None:
        """Those this letter is checked in, and what the reader is said to speak."""
        store = self.session.store
        kind = LetterKind(self.choices.kind.currentData())
        ready = [each for each in languages_ready(store, kind) if each != ENGLISH]
        pairs = [(each, language_name(each)) for each in ready]
        self.choices.offer_languages(pairs, self._spoken(ready))

    def _spoken(self, ready: list[str]) -> str:
        reader = str(self.choices.reader.currentData() or "")
        if not reader:
            return ""
        record = whole_family(self.session.store, self._family)
        found = (each.languages for each in record.preferences if each.person == reader)
        said = next(found, "")
        code = language_spoken(said)
        if code == ENGLISH or code in ready:
            return said
        words = self.tr("{0}. There is no checked text in {1} yet: Settings, Letters.")
        return words.format(said, language_name(code))

    def _make(self) -> None:
        """Decide the letter here, draw it beside the window."""
        from liaison.sheets.letter import letter_sheet  # noqa: PLC0415 - slow
        from liaison.sheets.sheet import House  # noqa: PLC0415 - slow

        self.mail.setEnabled(False)
        if not self._meeting:
            return
        store = self.session.store
        held = store.first(Meeting, "id = :id", id=self._meeting)
        told = held is not None and bool(held.child_voice)
        self.choices.offer_child_words(self._meeting, said=told)
        letter = self.choices.wish()
        sheet = letter_sheet(letter)
        wish = Wish(
            audience=Audience.FAMILY,
            reader=str(self.choices.reader.currentData() or ""),
            size=int(self.choices.points.currentData()),
        )
        readers = tuple(filter(None, (wish.reader, letter.also)))
        outgoing = Outgoing(meeting=self._meeting, kind=letter.kind, readers=readers)
        self.bench.gone.look_at((outgoing,) if readers else ())
        try:
            decided = sheet.decide(store, self._meeting, wish, today=self.session.today())
        except LiaisonError as refused:
            self.bench.refuse(str(refused))
            return
        house = House(settings=store.settings, label=labels_now(store))
        at = self.session.now()
        self.mail.setEnabled(True)

        def drawing(told: Callable[[int], None]) -> Paper:
            from liaison.sheets.as_text import text_of  # noqa: PLC0415 - slow
            from liaison.sheets.making import made, on_paper  # noqa: PLC0415 - slow

            told(0)
            drawn = made(sheet, decided, house=house, printed_at=at)
            body, footer = on_paper(sheet, decided, house=house, printed_at=at)
            return Paper(
                pdf=drawn.pdf,
                text=text_of(body, footer),
                pages=drawn.pages,
                notes=drawn.notes,
                left_out=drawn.left_out,
                warnings=drawn.warnings,
                reading=drawn.reading.sentence if drawn.reading else "",
                outgoing=(outgoing,),
            )

        self.bench.draw(drawing)

    def _send(self) -> None:
        reader, letter = str(self.choices.reader.currentData() or ""), self.choices.wish()
        if send_by_mail(self, self.session, self._meeting, reader, letter):
            sent = Outgoing(meeting=self._meeting, kind=letter.kind, readers=(reader,))
            self.bench.gone.ask([sent], LeftBy.HANDED_ON)

    def _begin(self) -> None:
        self.bench.begin_at(self.choices.kind)

    def _to_meeting(self) -> None:
        self.session.open("meeting-letters", self._meeting)
