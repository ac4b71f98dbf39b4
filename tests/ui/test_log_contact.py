"""Log contact by keyboard: found in three letters, saved in one batch, never lost."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.errors import NotKept, UnknownValue
from liaison.model.contact import About, Contact, ContactPerson, Direction, Part
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState
from liaison.model.reach import ContactPreference
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.appearance import Appearance, Scheme
from ui.contents import Contents
from ui.screens.screen import Screen
from ui.session import Session
from ui.tasks.log_contact.candidates import candidates
from ui.tasks.log_contact.moment import read_moment
from ui.tasks.log_contact.promise import Promise, read_promise
from ui.tasks.log_contact.task import LogContact
from ui.tasks.log_contact.typed import Typed
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001 - the officer's own clock


class Blank(Screen):
    """A page with nothing on it: the form is the same over every one."""

    title: ClassVar[str] = "Blank"
    icon: ClassVar[str] = "note"


@pytest.fixture
def khan(make: Make) -> Made:
    made = make.family("Khan", adults=[("Mr", "Shahid", "father"), ("Mrs", "Amina", "mother")])
    make.phone(made.adults[1])
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session, khan: Made, appearance: Appearance) -> MainWindow:
    return shown(qtbot, session, appearance)


def shown(qtbot: QtBot, session: Session, appearance: Appearance) -> MainWindow:
    made = MainWindow(session, Contents((Blank,), (LogContact,)), appearance)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def task(window: MainWindow) -> LogContact:
    return opened(window)


def opened(window: MainWindow, subject: str = "") -> LogContact:
    window.open_task("log-contact", subject)
    made = window.task()
    assert isinstance(made, LogContact)
    return made


class Keys:
    """Types into whatever has the focus, and counts."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.pressed = 0

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.pressed += 1
        self.qtbot.keyClick(self.target(), key, modifier)

    def type(self, words: str) -> None:
        for letter in words:
            self.pressed += 1
            self.qtbot.keyClicks(self.target(), letter)

    def target(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def test_no_answer_takes_at_most_twelve_keys(
    window: MainWindow, qtbot: QtBot, store: Store, khan: Made
) -> None:
    keys = Keys(qtbot, window)
    keys.press(Qt.Key.Key_N, CONTROL)
    keys.type("ami")
    keys.press(Qt.Key.Key_Return)
    keys.type("/n")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert keys.pressed <= 12
    (contact,) = store.find(Contact)
    assert (contact.family, contact.channel, contact.outcome) == (khan.id, "phone", "no_answer")
    assert (contact.held_on, contact.direction) == (TODAY, Direction.WE)
    assert (contact.facts, contact.about) == ("", None)
    (person,) = store.find(ContactPerson)
    assert (person.person, person.part) == (khan.adults[1].id, Part.MENTIONED)
    assert window.task() is None
    assert store.drafts() == []


def test_a_whole_call_with_its_follow_up_is_one_batch(
    window: MainWindow, qtbot: QtBot, store: Store, session: Session, khan: Made
) -> None:
    keys = Keys(qtbot, window)
    keys.press(Qt.Key.Key_N, CONTROL)
    keys.type("ami")
    keys.press(Qt.Key.Key_Return)
    keys.type("Zara is worried about the bus.")
    task = window.task()
    assert isinstance(task, LogContact)
    task.form.lanes.show_lane(1)
    keys.type("Who will be at the stop?")
    task.form.lanes.show_lane(2)
    keys.type("She needs a name.")
    task.form.about.buttons[About.CONCERN].click()
    task.form.promise.line.setFocus()
    keys.type("ring back fri")
    assert task.form.promise.answer.words.text() == "Fri 27 November, me"
    task.form.keep.click()
    with qtbot.waitSignal(session.said) as said:
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert said.args == ["Saved: Mrs Amina Khan.", True]
    (contact,) = store.find(Contact)
    assert (contact.facts, contact.words, contact.view) == (
        "Zara is worried about the bus.",
        "Who will be at the stop?",
        "She needs a name.",
    )
    assert (contact.about, contact.keep_from_family) == (About.CONCERN, True)
    (owed,) = store.find(FollowUp)
    assert (owed.action, owed.due, owed.kind, owed.owner) == (
        "Ring back",
        date(2026, 11, 27),
        FollowUpKind.CONTACT,
        "Mrs A Officer",
    )
    session.undo()
    assert store.find(Contact) == store.find(FollowUp) == []


def test_the_first_to_ring_stands_first_and_a_restricted_adult_last(
    store: Store, make: Make, khan: Made
) -> None:
    assert candidates(store, "kha", TODAY)[0].title == "Mr Shahid Khan"
    make.restriction(khan, khan.adults[0])
    found = candidates(store, "kha", TODAY)
    assert [each.title for each in found[:3]] == ["Mrs Amina Khan", "Khan", "Mr Shahid Khan"]
    assert found[2].restricted
    child = candidates(store, "zar", TODAY)[0]
    assert (child.title, child.child) == ("Zara Khan", khan.children[0].id)
    assert candidates(store, "  ", TODAY) == []


def test_what_must_be_known_stands_below_who(
    task: LogContact, qtbot: QtBot, make: Make, khan: Made, store: Store
) -> None:
    make.restriction(khan, khan.adults[0])
    with store.saving() as saving:
        saving.add(
            ContactPreference(
                family=khan.id, person=khan.adults[1].id, channel="text", best_times="after 3 pm"
            )
        )
    qtbot.keyClicks(task.form.who.line, "amina")
    qtbot.keyClick(task.form.who.line, Qt.Key.Key_Return)
    about = task.form.who._about.words.text()
    assert "Zara, Year 6" in about
    assert "text message, after 3 pm" in about
    assert "07700 900412, not asked: leave no message" in about
    assert "must not contact Mr Khan" in task.form.who.banner.accessibleName()
    assert task.form.lanes.facts.hasFocus()
    task.form.who.line.setFocus()
    qtbot.keyClicks(task.form.who.line, "x")
    assert task.form.typed().family == ""
    assert task.form.who.banner.isHidden()


def test_the_hits_are_moved_through_by_arrows_and_hidden_by_esc(
    task: LogContact, qtbot: QtBot, khan: Made
) -> None:
    line = task.form.who.line
    qtbot.keyClicks(line, "kha")
    task.form.who.look()
    hits = task.form.who.hits
    assert hits.isVisible()
    first = hits.list.current_id()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert hits.list.current_id() != first
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert hits.list.current_id() == first
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not hits.isVisible()
    assert task.isVisible()
    task.form.who.look()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert task.form.typed().person == khan.adults[0].id
    assert not line.hasFocus()


def test_what_is_missing_is_said_on_top_and_beside_the_field(
    task: LogContact, qtbot: QtBot, store: Store
) -> None:
    task.form.how.when.setText("soonish")
    task.form.promise.line.setText("ring back")
    qtbot.keyClick(task, Qt.Key.Key_Return, CONTROL)
    assert task.form.summary.hasFocus()
    said = task.form.summary.accessibleName()
    assert "5 things to put right" in said
    assert "Say who it was" in said
    assert "“soonish” is not a day or a time" in said
    assert "Say what it was about" in said
    assert "Write down what was seen or said" in said
    assert task.form.who.field.problem().startswith("Say who it was")
    assert task.form.promise.field.problem().startswith("Say by when")
    assert task.form.how.answer.text() == "not a time yet"
    assert store.find(Contact) == []


def test_a_contact_of_tomorrow_is_refused_beside_its_date(
    task: LogContact, qtbot: QtBot, khan: Made
) -> None:
    task.form.who.choose_family(khan.id)
    task.form.lanes.facts.setPlainText("Rang.")
    task.form.about.set_about(About.NEUTRAL)
    task.form.how.when.setText("tomorrow")
    task.save()
    assert "after today" in task.form.how.when.accessibleDescription()


def test_a_refused_save_loses_nothing(
    task: LogContact, store: Store, khan: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    task.form.who.choose_family(khan.id)
    task.form.lanes.facts.setPlainText("Rang about the bus.")
    task.form.about.set_about(About.NEUTRAL)

    def refuse(*_args: object) -> None:
        raise NotKept("The disk is full. Nothing was saved.")

    monkeypatch.setattr(store, "write", refuse)
    task.save()
    assert "The disk is full" in task.form.summary.accessibleName()
    assert task.form.lanes.facts.toPlainText() == "Rang about the bus."
    assert "Rang about the bus." in store.drafts()[0].body
    monkeypatch.undo()
    task.save()
    assert [each.facts for each in store.find(Contact)] == ["Rang about the bus."]
    assert store.drafts() == []


def test_a_draft_that_cannot_be_kept_says_so(
    task: LogContact, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise NotKept("The disk is full.")

    monkeypatch.setattr(store, "keep_draft", refuse)
    task.form.lanes.facts.setPlainText("Rang")
    task.keep_draft()
    assert task._status.words.text() == "Draft not kept. The disk is full."


def test_esc_keeps_the_draft_and_a_new_session_offers_it_again(
    window: MainWindow, qtbot: QtBot, store: Store, khan: Made, appearance: Appearance
) -> None:
    task = opened(window, khan.id)
    task.form.lanes.facts.setFocus()
    qtbot.keyClicks(task.form.lanes.facts, "She said")
    task.form.lanes.view.setPlainText("Tired.")
    task.form.about.set_about(About.PRAISE)
    task.form.keep.setChecked(True)
    qtbot.keyClick(task.form.lanes.facts, Qt.Key.Key_Escape)
    assert window.task() is None
    (kept,) = store.drafts()
    assert kept.family == khan.id
    second = Session(store, today=lambda: TODAY)
    again = shown(qtbot, second, appearance)
    again.strip.continue_draft.emit()
    found = again.task()
    assert isinstance(found, LogContact)
    typed = found.form.typed()
    assert (typed.facts, typed.view, typed.about) == ("She said", "Tired.", "praise")
    assert (typed.family, typed.person) == (khan.id, khan.adults[0].id)
    assert typed.keep_from_family
    found.save()
    assert store.drafts() == []
    second.jobs.finish()


def test_two_seconds_after_typing_the_draft_is_kept(task: LogContact, store: Store) -> None:
    task.form.lanes.facts.setPlainText("She said")
    assert task._drafting.isActive()
    assert task._drafting.interval() == 2000
    task._drafting.timeout.emit()
    assert "She said" in store.drafts()[0].body
    assert task._status.words.text().startswith("Draft kept ")


def test_alt_keys_of_the_form_are_not_taken_by_the_menus_and_ctrl_l_locks(
    window: MainWindow, qtbot: QtBot, store: Store
) -> None:
    task = opened(window)
    qtbot.keyClick(task.form.who.line, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(task.form.lanes.words.isVisible)
    qtbot.keyClicks(task.form.lanes.words, "She said")
    with qtbot.waitSignal(window.lock_wanted):
        qtbot.keyClick(task.form.lanes.words, Qt.Key.Key_L, CONTROL)
    window.close_task()  # as the lock does that was asked for
    assert "She said" in store.drafts()[0].body


def test_nothing_typed_leaves_no_draft(window: MainWindow, store: Store, khan: Made) -> None:
    opened(window, khan.id)
    window.close_task()
    assert store.drafts() == []


def test_a_draft_is_thrown_away_only_when_sure(
    window: MainWindow, store: Store, answers: Answers
) -> None:
    task = opened(window)
    task.form.lanes.facts.setPlainText("Wrong family")
    task.keep_draft()
    task._throw.click()
    assert len(store.drafts()) == 1
    answers.sure = True
    task._throw.click()
    assert store.drafts() == []
    assert window.task() is None


def test_save_and_add_another_begins_again_with_the_same_channel(
    task: LogContact, qtbot: QtBot, store: Store, khan: Made
) -> None:
    task.form.who.choose_family(khan.id)
    task.form.how.channel.setCurrentIndex(task.form.how.channel.findData("gate"))
    task.form.lanes.facts.setPlainText("Thanked her.")
    task.form.about.set_about(About.PRAISE)
    task.form.lanes.facts.setFocus()
    qtbot.keyClick(task.form.lanes.facts, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert len(store.find(Contact)) == 1
    typed = task.form.typed()
    assert (typed.channel, typed.who, typed.facts, typed.about) == ("gate", "", "", "")
    assert task.form.who.line.hasFocus()
    assert task.form.last_channel() == "gate"


def test_what_is_sent_counts_as_sent_until_the_officer_says_otherwise(task: LogContact) -> None:
    how = task.form.how
    how.channel.setCurrentIndex(how.channel.findData("text"))
    assert task.form.outcome.currentData() == "sent"
    how.direction.setCurrentIndex(how.direction.findData("they"))
    assert task.form.outcome.currentData() == "spoke"
    task.form.outcome.setCurrentIndex(task.form.outcome.findData("will_call_back"))
    task.form.outcome.activated.emit(0)
    how.direction.setCurrentIndex(how.direction.findData("we"))
    assert task.form.outcome.currentData() == "will_call_back"


def test_a_promised_contact_is_done_by_this_one(
    window: MainWindow, store: Store, make: Make, khan: Made, session: Session
) -> None:
    owed = make.follow_up(khan, "Ring about the bus")
    with store.saving() as saving:
        owed = saving.change(replace(owed, kind=FollowUpKind.CONTACT, person=khan.adults[1].id))
    session.open("log-contact", owed.id)
    task = window.task()
    assert isinstance(task, LogContact)
    assert task.form.promised.words.text() == "This does: Ring about the bus"
    assert task.form.typed().person == khan.adults[1].id
    task.form.lanes.facts.setPlainText("Told her which bus.")
    task.form.about.set_about(About.NEUTRAL)
    task.keep_draft()
    window.close_task()
    window.strip.continue_draft.emit()
    again = window.task()
    assert isinstance(again, LogContact)
    again.save()
    assert store.get(FollowUp, owed.id).state is FollowUpState.DONE


def test_a_restricted_adult_is_warned_of_after_the_save(
    task: LogContact, qtbot: QtBot, session: Session, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[0])
    task.form.who.choose_family(khan.id, khan.adults[0].id)
    task.form.pick_outcome("no_answer")
    with qtbot.waitSignal(session.said) as said:
        task.save()
    assert "must not contact Mr Khan" in said.args[0]


def test_the_safety_words_stand_over_the_note_which_stays(
    task: LogContact, qtbot: QtBot, store: Store
) -> None:
    task.form.lanes.facts.setPlainText("She said")
    task.form._safety.click()
    assert task._guidance.isVisible()
    assert task._guidance.button.hasFocus()
    words = " ".join(each.text() for each in task._guidance.findChildren(type(task._status.words)))
    for said in ("999", "deputy", "headteacher", "chair of governors", "LADO", "consent"):
        assert said in words
    assert faults(task) == []
    task._guidance.button.click()
    assert task.form.lanes.facts.toPlainText() == "She said"
    assert store.find(Contact) == []


def test_a_phrase_is_picked_from_any_lane_and_leaves_the_words(
    task: LogContact, qtbot: QtBot
) -> None:
    lanes = task.form.lanes
    lanes.show_lane(2)
    qtbot.keyClicks(lanes.view, "Tired and/or ill. /not a g")
    assert lanes.hits[2].isVisible() is False
    qtbot.keyClicks(lanes.view, " /will")
    assert lanes.hits[2].isVisible()
    qtbot.keyClick(lanes.view, Qt.Key.Key_Return)
    assert task.form.outcome.currentData() == "will_call_back"
    assert lanes.view.toPlainText() == "Tired and/or ill. /not a g "
    assert lanes.buttons[2].filled


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("now", (TODAY, "10:42")),
        ("", (TODAY, "10:42")),
        ("9:30", (TODAY, "09:30")),
        ("yesterday", (TODAY - timedelta(days=1), "")),
        ("fri 3pm", (date(2026, 11, 20), "15:00")),
        ("today at 9.05", (TODAY, "09:05")),
        ("8.40am 20 nov", (date(2026, 11, 20), "08:40")),
    ],
)
def test_when_is_read_as_officers_type_it(typed: str, moment: tuple[date, str]) -> None:
    assert read_moment(typed, NOW) == moment


def test_what_is_no_time_is_answered_with_how_to_write_one() -> None:
    with pytest.raises(UnknownValue, match="soonish"):
        read_moment("soonish then", NOW)


@pytest.mark.parametrize(
    ("typed", "promise"),
    [
        ("ring back fri", Promise("Ring back", date(2026, 11, 27))),
        ("fri", Promise("Ring back", date(2026, 11, 27))),
        ("send the form by 3 dec", Promise("Send the form", date(2026, 12, 3))),
        ("ask SENCO in 2 weeks", Promise("Ask SENCO", date(2026, 12, 7))),
        ("   ", None),
    ],
)
def test_a_promise_is_words_and_a_day(typed: str, promise: Promise | None) -> None:
    assert read_promise(typed, TODAY) == promise


def test_a_promise_without_a_day_is_asked_for_one() -> None:
    with pytest.raises(UnknownValue, match="by when"):
        read_promise("ring back soon", TODAY)


def test_a_draft_of_a_newer_form_still_opens() -> None:
    assert Typed.from_text('{"facts": "Rang.", "mood": "fine"}') == Typed(facts="Rang.")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 552)])
def test_the_form_passes_the_audit_and_fits(
    window: MainWindow,
    qtbot: QtBot,
    make: Make,
    khan: Made,
    appearance: Appearance,
    scheme: Scheme,
    size: tuple[int, int],
) -> None:
    make.restriction(khan, khan.adults[0])
    appearance.set_scheme(scheme)
    window.resize(*size)
    task = opened(window, khan.id)
    qtbot.waitUntil(lambda: task.height() <= (479 if size[1] > 600 else 430))
    assert faults(task) == []
    assert task._save.mapTo(window, task._save.rect().bottomLeft()).y() < window.height()
