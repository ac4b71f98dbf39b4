"""What is typed in the settings of meetings and letters, and not saved, is never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.letter_texts import english_of, phrase_names
from liaison.casework.meeting_patterns import pattern_for
from liaison.model.letter import LetterKind
from liaison.store.store import Store
from tests.ui.audit import faults
from ui.screens.settings.letters import LettersSection
from ui.screens.settings.meetings import MeetingsSection
from ui.screens.settings.screen import Settings
from ui.session import Session
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(opened: Callable[[], MainWindow]) -> MainWindow:
    return opened()


def settings(window: MainWindow) -> Settings:
    shown = window.current_screen()
    assert isinstance(shown, Settings)
    return shown


def meetings(window: MainWindow) -> MeetingsSection:
    found = settings(window).pages.currentWidget()
    assert isinstance(found, MeetingsSection)
    return found


def letters(window: MainWindow) -> LettersSection:
    found = settings(window).pages.currentWidget()
    assert isinstance(found, LettersSection)
    return found


def test_another_kind_of_meeting_and_back_keeps_what_was_typed(
    window: MainWindow, session: Session, store: Store, qtbot: QtBot
) -> None:
    session.open("settings", "Meetings")
    part = meetings(window)
    first = part.kinds.current_id()
    part.opening.setPlainText("Half a sen")
    part.kinds.choose("taf")
    assert part.opening.text() == pattern_for(store, "taf").opening
    assert part.unsaved.words() == ""
    part.kinds.choose(first)
    assert part.opening.text() == "Half a sen"
    assert part.unsaved.words().startswith("Not saved yet")
    assert faults(window) == []
    part.opening.setFocus()
    qtbot.keyClick(part.opening, Qt.Key.Key_Return, CONTROL)
    assert pattern_for(store, first).opening == "Half a sen"
    assert store.drafts() == []
    assert part.unsaved.words() == ""


def test_what_was_typed_is_offered_again_on_its_own_row(
    window: MainWindow, session: Session, store: Store
) -> None:
    session.open("settings", "Meetings/apdr")
    meetings(window).phrases.setPlainText("What helped?")
    session.open("meetings")
    assert [each.id for each in store.drafts()] == ["Meetings/apdr"]
    window.strip.continue_draft.emit()
    part = meetings(window)
    assert part.kinds.current_id() == "apdr"
    assert part.phrases.text() == "What helped?"
    part.unsaved.pressed.emit()
    assert part.phrases.text() == "\n".join(pattern_for(store, "apdr").phrases)
    assert store.drafts() == []
    assert QApplication.focusWidget() is part.weeks.line


def test_it_is_kept_while_it_is_typed(
    window: MainWindow, session: Session, store: Store, qtbot: QtBot
) -> None:
    session.open("settings", "Letters")
    part = letters(window)
    part.text.setFocus()
    qtbot.keyClicks(part.text, "Dear all, ")
    qtbot.waitUntil(lambda: bool(store.drafts()), timeout=4000)
    english = english_of(store, LetterKind.INVITATION).text
    assert english not in store.drafts()[0].body
    assert "Dear all, " in store.drafts()[0].body


def test_a_phrase_and_a_language_keep_their_own(
    window: MainWindow, session: Session, store: Store
) -> None:
    session.open("settings", "Letters")
    part = letters(window)
    part.new.set_text("Walking bus")
    part.begin_phrase()
    part.text.setPlainText("The walking bus stops at the")
    part.language.setCurrentIndex(part.language.findData("pl"))
    part.heading.set_text("Spotkanie")
    session.open("meetings")
    assert len(store.drafts()) == 2
    session.open("settings", "Letters/en/phrase/Walking bus")
    assert part.text.text() == "The walking bus stops at the"
    part.text.setPlainText("The walking bus stops at the gate.")
    part.save()
    assert "Walking bus" in phrase_names(store)
    session.open("settings", "Letters/pl/invitation/")
    assert part.heading.text() == "Spotkanie"
