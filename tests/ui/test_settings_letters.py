"""The words of letters in Settings: the English, a translation once it is checked, own phrases."""

import pytest
from pytestqt.qtbot import QtBot

from liaison.casework.letter_texts import english_of, phrase_names, text_in
from liaison.model.letter import LetterKind
from liaison.store.store import Store
from tests.builders import TODAY
from tests.ui.audit import faults
from ui.screens.settings.letters import LettersSection
from ui.session import Session


@pytest.fixture
def part(qtbot: QtBot, session: Session) -> LettersSection:
    made = LettersSection(session)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.reload()
    made.show()
    return made


def in_polish(part: LettersSection) -> None:
    part.language.setCurrentIndex(part.language.findData("pl"))


def test_the_english_can_be_made_the_schools_own(part: LettersSection, store: Store) -> None:
    assert part.heading.text() == "Can we meet about {child}?"
    assert not part._english.isVisible()
    part.heading.set_text("Shall we meet?")
    part.save_button.click()
    assert english_of(store, LetterKind.INVITATION).heading == "Shall we meet?"
    assert faults(part) == []


def test_a_heading_that_shows_nothing_is_refused_beside_its_field(
    part: LettersSection, store: Store
) -> None:
    part.heading.set_text("\u200b\u2060")
    part.save_button.click()
    assert part.heading.problem().startswith("Nothing of this heading can be seen.")
    assert english_of(store, LetterKind.INVITATION).heading == "Can we meet about {child}?"
    part.heading.set_text("")
    part.save_button.click()
    assert english_of(store, LetterKind.INVITATION).heading == ""


def test_a_translation_is_kept_unchecked_and_is_checked_later(
    qtbot: QtBot, part: LettersSection, store: Store
) -> None:
    in_polish(part)
    assert "no text" in part.state.text()
    assert "Dear {reader}," in part.english.toPlainText()
    english = english_of(store, LetterKind.INVITATION)
    part.heading.set_text("Spotkanie {child}")
    part.text.setPlainText(english.text)
    part.by.set_text("Mrs Y Translator")
    part.save_button.click()
    assert "not checked yet" in part.state.text()
    part.checked_by.set_text("Mr Z Checker")
    part.save_button.click()
    assert "Say when" in part.checked_on.problem()
    part.checked_on.set_text("someday")
    part.save_button.click()
    assert "not a date" in part.checked_on.problem()
    part.checked_on.set_text("today")
    part.save_button.click()
    kept = text_in(store, LetterKind.INVITATION, "pl")
    assert kept is not None
    assert (kept.checked_by, kept.checked_on) == ("Mr Z Checker", TODAY)
    assert part.state.text() == ""
    qtbot.waitUntil(lambda: part.checked_on.line.height() >= 24)
    assert faults(part) == []


def test_a_missing_slot_is_named_at_the_text(part: LettersSection) -> None:
    in_polish(part)
    part.text.setPlainText("Szanowna Pani {reader},")
    part.save_button.click()
    assert "The English says {" in part._text.problem()


def test_days_and_months_have_a_page_of_their_own(part: LettersSection) -> None:
    in_polish(part)
    part.texts.choose("dates/")
    assert "figures" in part.state.text()
    part.text.setPlainText("poniedziałek")
    part.save_button.click()
    assert "seven days" in part._text.problem()


def test_a_phrase_of_ones_own_is_added_in_english(part: LettersSection, store: Store) -> None:
    part.new_button.click()
    assert "short name" in part.new.problem()
    part.new.set_text("Tea")
    part.new_button.click()
    assert not part.heading.isVisible()
    part.text.setPlainText("Come for tea.")
    part.save_button.click()
    assert phrase_names(store)[-1] == "Tea"
    assert part.texts.current_id() == "phrase/Tea"
    in_polish(part)
    assert not part.new.isVisible()
