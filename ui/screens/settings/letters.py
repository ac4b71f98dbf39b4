"""The words of letters: the English, and translations with who made and who checked them."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout

from liaison.casework.letter_texts import TextLine, english_of, keep_text, texts_in
from liaison.errors import LiaisonError, NotReady, UnknownValue
from liaison.model.letter import ENGLISH, LANGUAGES, LetterKind, LetterText, language_name
from liaison.model.letter_words import SLOTS
from ui.day_field import DayField
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.layouts import boxed, column, row
from ui.screens.settings.section import Section
from ui.screens.settings.typed import Box, TypedForm
from ui.scrolling import Scrolling
from ui.session import Session
from ui.signs import Tone
from ui.theme import LARGE_TEXT, NEW_LOOK, Step, px, scale
from ui.view_bar import FilterBox
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Footer, SectionHeading
from ui.widgets.fields import Field, LineField, NoteEdit
from ui.widgets.labels import Words
from ui.widgets.notice import Notice

DATES_ENGLISH = "Monday, …, Sunday\nJanuary, …, December\n{weekday} {day} {month} {year}"


class LettersSection(Section):
    """The texts of one language at the left, the one chosen at the right."""

    title: ClassVar[str] = "Letters"
    icon: ClassVar[str] = "mail"
    tables: ClassVar[frozenset[str]] = frozenset({LetterText.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: dict[str, TextLine] = {}
        self._filled: tuple[str, TextLine] | None = None
        self.language = FilterBox(self.tr("Language of letters"))
        self.language.offer([(ENGLISH, self.tr("English")), *LANGUAGES], ENGLISH)
        self.language.currentIndexChanged.connect(self._other_language)
        self.texts = RowList(self.tr("Letters and phrases"))
        self.texts.moved.connect(self._show)
        self.texts.opened.connect(self._into_form)
        self.form_title = Words("", Step.CARD, wrap=True)
        self.state = Words("", tone="muted", wrap=True)
        self.summary = ErrorSummary()
        self.english = NoteEdit(self.tr("The English"), lines=6)
        self.english.setReadOnly(True)
        self.heading = LineField(self.tr("Headin&g"))
        self.text = NoteEdit(self.tr("Text"), lines=9)
        self.by = LineField(self.tr("Transl&ated by"))
        self.checked_by = LineField(
            self.tr("Chec&ked by"), hint=self.tr("Somebody else who reads the language well.")
        )
        self.checked_on = DayField(self.tr("Checked &on"), session)
        self._english = Field(self.tr("The Engl&ish"), self.english)
        self._text = Field(self.tr("Te&xt"), self.text, hint=self.tr("One paragraph on each line."))
        self.slots = Words("", Step.CAPTION, "muted", wrap=True)
        self._fields: dict[str, Field] = {
            "heading": self.heading,
            "text": self._text,
            "translated_by": self.by,
            "checked_by": self.checked_by,
            "checked_on": self.checked_on,
        }
        self.unsaved = Notice(self.tr("Start afresh"))
        self.unsaved.pressed.connect(self._start_afresh)
        boxes: dict[str, Box] = {
            "heading": self.heading.line,
            "text": self.text,
            "translated_by": self.by.line,
            "checked_by": self.checked_by.line,
            "checked_on": self.checked_on.line,
        }
        self._unsaved = TypedForm(session, self.title, boxes, self.unsaved)
        self.save_button = KeyedButton(
            self.tr("Save"), Kind.PRIMARY, icon_name="check", key="Ctrl+Enter"
        )
        self.save_by_key(self.save)
        self.save_button.clicked.connect(self.save)
        self.new = LineField(self.tr("&New phrase: its short name"))
        self.new.line.returnPressed.connect(self.begin_phrase)
        self.new_button = KeyedButton(self.tr("Write it"), icon_name="plus")
        self.new_button.clicked.connect(self.begin_phrase)
        self.setLayout(self._sides_of())
        self._dress()

    def _sides_of(self) -> QBoxLayout:
        """The list beside the form; with large text above it."""
        heading = SectionHeading(self.tr("Letters and phrases"))
        which = row(Field(self.tr("&Language"), self.language), None, margins=(14, 4, 14, 6))
        more = boxed(column(self.new, row(self.new_button, None), margins=(14, 6, 14, 6)))
        self._more = more
        listed = Card(
            column(heading, which, (self.texts, 1), more, margins=(1, 1, 1, 6), spacing=0)
        )
        on_top = (self.form_title, self.state, self.summary, self.unsaved)
        parts = (*on_top, self._english, self.heading)
        rest = (self._text, self.slots, self.by, self.checked_by, self.checked_on)
        self._body = Scrolling(column(*parts, *rest, None, spacing=10, margins=(18, 14, 18, 14)))
        foot = Footer(row(None, self.save_button, margins=(18, 9, 14, 9)))
        form = Card(column((self._body, 1), foot, margins=(1, 1, 1, 1), spacing=0))
        self._sides = row((listed, 4), (form, 6), spacing=12)
        return self._sides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in NEW_LOOK:
            self._dress()

    def reload(self) -> None:
        """Fill the list; the form only where what is kept has changed."""
        lines = texts_in(self.session.store, self._code())
        self._shown = {_id(each): each for each in lines}
        self.texts.show_rows([self._row(id, each) for id, each in self._shown.items()])
        if not self.texts.current_id():
            self.texts.choose_first()
        self._show(self.texts.current_id())

    def leave(self) -> None:
        self._unsaved.keep()

    def show_row(self, row: str) -> None:
        code, _, text = row.partition("/")
        self.language.setCurrentIndex(max(0, self.language.findData(code)))
        kind, _, name = text.partition("/")
        if text in self._shown:
            self.texts.choose(text)
        elif kind == LetterKind.PHRASE.value and name:
            self._fill(TextLine(LetterKind.PHRASE, name, None))

    def save(self) -> None:
        """Keep what stands on the form."""
        if self._filled is None:
            return
        for field in self._fields.values():
            field.set_problem("")
        _, line = self._filled
        try:
            kept = keep_text(self.session.store, self._typed(line), today=self.session.today())
        except UnknownValue as refused:
            self._refuse({"checked_on": str(refused)})
        except NotReady as refused:
            self._refuse(refused.problems)
        except LiaisonError as refused:
            self._refuse({"": str(refused)})
        else:
            self._unsaved.forget()
            self._refuse({})
            self.new.set_text("")
            self._filled = None
            self.reload()
            self.texts.choose(_id(TextLine(kept.kind, kept.name, kept)))
            said = self.tr("Kept: {0}.").format(kept.name or kept.kind.label)
            self.session.say(said, with_undo=True)

    def begin_phrase(self) -> None:
        """A form for a phrase of the school's own, in English first."""
        name = self.new.text()
        self.new.set_problem("" if name else self.tr("Give the phrase a short name."))
        if name:
            self._fill(TextLine(LetterKind.PHRASE, name, None))
            self.text.setFocus()

    def _typed(self, line: TextLine) -> LetterText:
        old = line.text or LetterText(
            kind=line.kind, language=self._code(), name=line.name, text=""
        )
        foreign = self._code() != ENGLISH
        return replace(
            old,
            language=self._code(),
            heading=self.heading.text(),
            text=self.text.text().strip(),
            translated_by=self.by.text() if foreign else "",
            checked_by=self.checked_by.text() if foreign else "",
            checked_on=self.checked_on.day() if foreign else None,
        )

    def _refuse(self, problems: dict[str, str]) -> None:
        for name, sentence in problems.items():
            if name in self._fields:
                self._fields[name].set_problem(sentence)
        self.summary.show_problems(
            [(sentence, self._fields.get(name)) for name, sentence in problems.items()]
        )

    def _show(self, id: str) -> None:
        line = self._shown.get(id)
        if line is not None and self._filled != (self._code(), line):
            self._fill(line)

    def _fill(self, line: TextLine) -> None:
        code = self._code()
        self._unsaved.keep()
        self._filled = (code, line)
        text, foreign, dates = line.text, code != ENGLISH, line.kind is LetterKind.DATES
        self.summary.show_problems([])
        for field in self._fields.values():
            field.set_problem("")
        self.form_title.setText(line.name or line.kind.label)
        self.state.setText(line.missing or line.older)
        self.state.setVisible(bool(line.missing or line.older))
        self._english.setVisible(foreign)
        if foreign:
            self.english.setPlainText(self._english_of(line))
        self.heading.setVisible(line.kind not in (LetterKind.PHRASE, LetterKind.DATES))
        self.heading.set_text(text.heading if text else "")
        self.text.setPlainText(text.text if text else "")
        offered = ", ".join(f"{{{each}}}" for each in sorted(SLOTS[line.kind]))
        rule = self.tr("Filled in by itself: {0}. A line whose slot holds nothing is left out.")
        self.slots.setText(rule.format(offered))
        self.slots.setVisible(not dates)
        for field in (self.by, self.checked_by, self.checked_on):
            field.setVisible(foreign)
        self.by.set_text(text.translated_by if text else "")
        self.checked_by.set_text(text.checked_by if text else "")
        self.checked_on.set_day(text.checked_on if text else None)
        self._unsaved.begin(f"{code}/{_id(line)}")

    def _start_afresh(self) -> None:
        self._unsaved.forget()
        if self._filled is not None:
            self._fill(self._filled[1])
        self.text.setFocus()

    def _english_of(self, line: TextLine) -> str:
        if line.kind is LetterKind.DATES:
            return DATES_ENGLISH
        english = english_of(self.session.store, line.kind, line.name)
        return "\n".join(filter(None, (english.heading, english.text)))

    def _row(self, id: str, line: TextLine) -> EntryRow:
        icon = "message-2" if line.kind is LetterKind.PHRASE else "mail"
        if self._code() == ENGLISH:
            return EntryRow(id, icon, line.name or line.kind.label)
        ready = self.tr("Checked") if not line.missing else self.tr("Not yet")
        tone = Tone.DONE if not line.missing else Tone.LATER
        return EntryRow(id, icon, line.name or line.kind.label, chip=ready, tone=tone)

    def _other_language(self) -> None:
        self._more.setVisible(self._code() == ENGLISH)
        self._filled = None
        self.reload()
        words = self.tr("Letters in {0}")
        self.texts.setAccessibleName(words.format(language_name(self._code())))

    def _code(self) -> str:
        return str(self.language.currentData() or ENGLISH)

    def _into_form(self, _id: str) -> None:
        (self.text if self.heading.isHidden() else self.heading).setFocus()

    def _dress(self) -> None:
        """With large text the form stands below the list."""
        large = scale() > LARGE_TEXT
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if large else direction.LeftToRight)
        self._body.setMinimumHeight(px(150) if large else 0)
        self.texts.setMinimumHeight(px(110) if large else 0)


def _id(line: TextLine) -> str:
    return f"{line.kind.value}/{line.name}"
