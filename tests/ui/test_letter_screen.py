"""The letter on the screen, the file for the calendar, and the message to one adult."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from liaison.casework.letter_texts import english_of, keep_text
from liaison.model.letter import ENGLISH, LetterKind, LetterText
from liaison.model.meeting import Meeting
from liaison.model.reach import ContactPoint, ContactPreference, MessageSafety, PointKind
from liaison.model.restriction import What
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui import dialogs
from ui.hand_off import save_for_calendar
from ui.screens.letter import LetterScreen
from ui.session import Session
from ui.widgets.labels import Words


@pytest.fixture
def said(session: Session) -> list[str]:
    found: list[str] = []
    session.said.connect(lambda sentence, _: found.append(sentence))
    return found


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def met(make: Make, khan: Made) -> str:
    return make.meeting(khan, held_on=TODAY + timedelta(days=2)).meeting.id


@pytest.fixture
def screen(qtbot: QtBot, session: Session, met: str) -> Iterator[LetterScreen]:
    made = LetterScreen(session)
    qtbot.addWidget(made)
    made.resize(1130, 680)
    made.show_entry("letter", met)
    made.show()
    wait(qtbot, made)
    yield made
    made.leave()


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the e-mail program was asked to open."""
    opened: list[tuple[str, str]] = []

    def take(address: str, subject: str) -> bool:
        opened.append((address, subject))
        return True

    monkeypatch.setattr(dialogs, "open_mail", take)
    return opened


def wait(qtbot: QtBot, screen: LetterScreen) -> None:
    qtbot.waitUntil(lambda: screen.bench.paper is not None, timeout=20_000)


def words(screen: LetterScreen) -> str:
    return screen.bench.desk.text.toPlainText()


def email(store: Store, made: Made, **more: object) -> ContactPoint:
    point = ContactPoint(
        family=made.id,
        person=made.adults[0].id,
        kind=PointKind.EMAIL,
        value="amina@example.org",
        message_safe=MessageSafety.YES,
    )
    with store.saving() as saving:
        return saving.add(replace(point, **more))  # type: ignore[arg-type]


def test_the_letter_that_is_due_is_shown_to_the_first_who_was_asked(
    screen: LetterScreen, khan: Made
) -> None:
    assert screen.choices.kind.currentData() == "invitation"
    assert "Dear Mrs Khan," in words(screen)
    assert "Wednesday 25 November 2026" in words(screen)
    assert "Reading age about" in screen.bench.side.reading.words.text()
    assert screen.subject() == khan.id
    assert faults(screen) == []


def test_another_reader_phrase_and_both_adults(qtbot: QtBot, screen: LetterScreen) -> None:
    screen.choices.phrases["Interpreter"].click()
    wait(qtbot, screen)
    assert "ask an interpreter" in words(screen)
    screen.choices.also.setCurrentIndex(1)
    wait(qtbot, screen)
    assert "Dear Mrs Khan and Mr Khan," in words(screen)
    screen.choices.reader.setCurrentIndex(1)
    wait(qtbot, screen)
    assert screen.choices.also.findData(screen.choices.reader.currentData()) == -1


def test_what_stands_in_the_way_is_a_sentence(
    qtbot: QtBot, screen: LetterScreen, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[0], what=What.LETTERS)
    qtbot.waitUntil(lambda: "No copy for Mrs Amina Khan" in refusal(screen))
    assert not screen.mail.isEnabled()
    screen.show_entry("letter", "nowhere")
    assert "not in the record" in refusal(screen)
    assert screen.subject() == ""


def refusal(screen: LetterScreen) -> str:
    return " ".join(each.text() for each in screen.bench.desk.refused.findChildren(Words))


def test_the_language_she_speaks_is_offered_once_its_text_is_checked(
    qtbot: QtBot, screen: LetterScreen, store: Store, khan: Made
) -> None:
    with store.saving() as saving:
        saving.add(
            ContactPreference(
                family=khan.id, person=khan.adults[0].id, languages="Polish, some English"
            )
        )
    assert "no checked text in Polish yet" in screen.choices.spoken.text()
    english = english_of(store, LetterKind.INVITATION)
    keep_text(
        store,
        LetterText(
            kind=LetterKind.INVITATION,
            language="pl",
            heading="Spotkanie {child}",
            text=english.text.replace("Dear", "Szanowna Pani"),
            translated_by="Mrs Y Translator",
            checked_by="Mr Z Checker",
            checked_on=TODAY,
        ),
        today=TODAY,
    )
    assert screen.choices.spoken.text() == "Polish, some English"
    screen.choices.language.setCurrentIndex(screen.choices.language.findData("pl"))
    wait(qtbot, screen)
    said = words(screen)
    assert said.index("Szanowna Pani Mrs Khan") < said.index("Dear Mrs Khan")
    assert "Checked by Mr Z Checker" in said


def test_school_words_are_explained_in_a_message_as_on_paper(
    screen: LetterScreen, store: Store, khan: Made, mails: list[tuple[str, str]]
) -> None:
    text = "Dear {reader},\nThe SENCO will be there.\n{school}"
    own = LetterText(
        kind=LetterKind.INVITATION, language=ENGLISH, heading="Can we meet?", text=text
    )
    keep_text(store, own, today=TODAY)
    email(store, khan)
    screen.mail.click()
    assert len(mails) == 1
    said = QGuiApplication.clipboard().text()
    assert "The SENCO (the teacher who leads on special educational needs) will be there." in said


def test_a_message_goes_to_one_adult_without_its_words(
    screen: LetterScreen,
    store: Store,
    khan: Made,
    mails: list[tuple[str, str]],
    said: list[str],
) -> None:
    screen.mail.click()
    assert said[-1] == "No e-mail address is held for Mrs Amina Khan."
    email(store, khan)
    screen.mail.click()
    assert mails == [("amina@example.org", "A letter for you")]
    assert "Dear Mrs Khan," in QGuiApplication.clipboard().text()
    (note,) = store.find(SharingLog)
    assert (note.sheet, note.way, note.reader) == ("e_mail", "handed on", khan.adults[0].id)
    screen.choices.also.setCurrentIndex(1)
    screen.mail.click()
    assert "one adult" in said[-1]
    assert len(mails) == 1


def test_an_address_that_is_not_safe_is_not_written_to(
    screen: LetterScreen,
    store: Store,
    khan: Made,
    mails: list[tuple[str, str]],
    said: list[str],
    answers: Answers,
) -> None:
    point = email(store, khan, message_safe=MessageSafety.NO)
    screen.mail.click()
    assert "asked for no messages there" in said[-1]
    with store.saving() as saving:
        point = saving.change(replace(point, message_safe=MessageSafety.NOT_ASKED))
    screen.mail.click()
    assert "was not asked whether messages there are safe" in said[-1]
    with store.saving() as saving:
        saving.change(replace(point, message_safe=MessageSafety.YES, also_seen_by="her sister"))
    screen.mail.click()
    assert mails == []
    assert store.find(SharingLog) == []
    answers.sure = True
    screen.mail.click()
    assert len(mails) == 1


def test_the_address_of_a_message_holds_nothing_but_who_and_a_neutral_subject(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def take(url: object) -> bool:
        opened.append(url.toString(type(url).ComponentFormattingOption.FullyEncoded))  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    assert dialogs.open_mail("o'neil+school@example.org", "A letter for you")
    assert opened == ["mailto:o'neil+school@example.org?subject=A%20letter%20for%20you"]


def test_the_file_for_the_calendar_says_when_and_nothing_else(
    screen: LetterScreen,
    session: Session,
    store: Store,
    met: str,
    answers: Answers,
    said: list[str],
    tmp_path: Path,
) -> None:
    save_for_calendar(screen, session, met)
    assert said == []
    answers.save_file = tmp_path / "no" / "such.ics"
    save_for_calendar(screen, session, met)
    assert "cannot be written" in said[-1]
    (tmp_path / "R.liaison").mkdir()
    (tmp_path / "R.liaison" / "vault.json").touch()
    answers.save_file = tmp_path / "R.liaison" / "record.db"
    save_for_calendar(screen, session, met)
    assert "is a record" in said[-1]
    answers.save_file = tmp_path / "meeting.ics"
    save_for_calendar(screen, session, met)
    whole = (tmp_path / "meeting.ics").read_text("utf-8")
    for never in ("Khan", "Zara", "Officer", "Oakfield", "VALARM", "ATTENDEE", "LOCATION", "bus"):
        assert never not in whole
    assert "SUMMARY:School meeting" in whole
    assert [each.sheet for each in store.find(SharingLog)] == ["calendar_file"]
    save_for_calendar(screen, session, "nowhere")
    assert "not in the record" in said[-1]


def test_what_the_child_said_is_ticked_for_one_letter_to_one_reader(
    qtbot: QtBot, session: Session, screen: LetterScreen, met: str, khan: Made
) -> None:
    with session.store.saving() as saving:
        held = session.store.get(Meeting, met)
        told = {"outcome": "Agreed.", "child_voice": "I like the bus."}
        saving.change(replace(held, held_on=TODAY, **told))
    assert screen.choices.ticks.isHidden()
    screen.show_entry("letter", f"{met}/follow_up/{khan.adults[0].id}")
    (tick,) = screen.choices.ticks.boxes.values()
    assert tick.text() == "What the child told us"
    qtbot.waitUntil(lambda: "Agreed." in words(screen), timeout=20_000)
    assert "I like the bus" not in words(screen)
    tick.setChecked(True)
    qtbot.waitUntil(lambda: "told us: “I like the bus.”" in words(screen), timeout=20_000)
    screen.choices.reader.setCurrentIndex(1)
    assert not screen.choices.wish().child_words
