"""The question after a letter or an agenda left the desk: one, in place, and nothing twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.meeting_outcomes import hold
from liaison.casework.meetings import meeting_whole
from liaison.casework.papers_owed import note_not_yet
from liaison.model.contact import Contact, ContactPerson
from liaison.model.family import LivesThere, Membership
from liaison.model.follow_up import FollowUp, FollowUpState
from liaison.model.letter import LetterKind
from liaison.model.meeting import Meeting
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.model.restriction import What
from liaison.model.sending import LeftBy, Outgoing, Way
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui import dialogs
from ui.appearance import Appearance
from ui.finishing import finish
from ui.preview.gone import GoneQuestion
from ui.screens.letter import LetterScreen
from ui.screens.pack import PackBuilder
from ui.session import Session
from ui.widgets.buttons import KeyedButton, Kind


@pytest.fixture
def said(session: Session) -> list[str]:
    found: list[str] = []
    session.said.connect(lambda sentence, _: found.append(sentence))
    return found


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def met(store: Store, make: Make, khan: Made) -> str:
    planned = make.meeting(khan, held_on=TODAY - timedelta(days=3))
    return hold(store, planned.meeting, today=TODAY).meeting.id


@pytest.fixture
def screen(qtbot: QtBot, session: Session, met: str) -> Iterator[LetterScreen]:
    made = LetterScreen(session)
    qtbot.addWidget(made)
    made.resize(1130, 680)
    made.show_entry("letter", met)
    made.show()
    made.activateWindow()
    wait(qtbot, made)
    yield made
    made.leave()


@pytest.fixture
def printer(answers: Answers, tmp_path: Path) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = made
    return made


def wait(qtbot: QtBot, screen: LetterScreen | PackBuilder) -> None:
    qtbot.waitUntil(lambda: screen.bench.paper is not None, timeout=20_000)


def print_it(qtbot: QtBot, screen: LetterScreen | PackBuilder, store: Store) -> GoneQuestion:
    """Print what is shown, and wait until that is noted."""
    wait(qtbot, screen)
    before = len(store.find(SharingLog))
    screen.bench.print.click()
    qtbot.waitUntil(lambda: len(store.find(SharingLog)) > before, timeout=20_000)
    return screen.bench.gone


def asked(question: GoneQuestion) -> str:
    return "" if question.isHidden() else question.words.words.text()


def ways(question: GoneQuestion) -> list[Way]:
    return [Way(question.how.itemData(n)) for n in range(question.how.count())]


def test_nothing_is_asked_before_it_left_the_desk(screen: LetterScreen) -> None:
    assert screen.bench.gone.isHidden()


@pytest.mark.usefixtures("printer")
def test_a_printed_letter_is_asked_about_and_noted_with_one_press(
    qtbot: QtBot,
    screen: LetterScreen,
    store: Store,
    met: str,
    khan: Made,
    said: list[str],
    session: Session,
) -> None:
    screen.choices.kind.setFocus()
    question = print_it(qtbot, screen, store)
    assert asked(question) == "“Thank you for coming” to Mrs Khan: has it gone?"
    assert QApplication.focusWidget() is question.how
    assert question.on.day() == TODAY
    assert not question.ring.isChecked()
    assert ways(question) == [Way.POST, Way.HAND, Way.PUPIL]
    assert faults(screen) == []
    screen.bench._column.verticalScrollBar().setValue(400)
    question.gone.click()
    assert said[-1] == "Noted: it has gone."
    assert QApplication.focusWidget() is screen.choices.kind
    assert not screen.choices.kind.visibleRegion().isEmpty()
    (contact,) = store.find(Contact)
    assert (contact.channel, contact.outcome) == ("letter", "sent")
    assert store.get(Meeting, met).thanked_on == TODAY
    assert asked(question).startswith("“Thank you for coming” to Mrs Khan went on paper,")
    assert question.gone.isHidden() or not question.gone.isVisible()
    session.undo()
    assert store.find(Contact) == []
    assert store.get(Meeting, met).thanked_on is None
    assert asked(question) == ""


@pytest.mark.usefixtures("printer")
def test_printed_again_it_asks_whether_it_went_again_and_adds_nothing_by_itself(
    qtbot: QtBot, screen: LetterScreen, store: Store
) -> None:
    print_it(qtbot, screen, store).gone.click()
    question = print_it(qtbot, screen, store)
    assert asked(question).endswith("Has it gone again?")
    assert (question.gone.text(), question.not_yet.text()) == ("It went again", "Not again")
    question.not_yet.click()
    assert len(store.find(Contact)) == 1
    assert store.find(FollowUp) == []
    print_it(qtbot, screen, store).gone.click()
    assert len(store.find(Contact)) == 2


@pytest.mark.usefixtures("printer")
def test_not_yet_is_kept_as_work_to_do_and_ends_when_it_went(
    qtbot: QtBot, screen: LetterScreen, store: Store, session: Session, met: str, khan: Made
) -> None:
    question = print_it(qtbot, screen, store)
    question.not_yet.click()
    (waiting,) = store.find(FollowUp)
    assert (waiting.due, waiting.state) == (TODAY, FollowUpState.OPEN)
    assert asked(question) == "“Thank you for coming” to Mrs Khan is still to be sent."
    assert not question.asks
    opened: list[tuple[str, str]] = []
    session.wanted.connect(lambda kind, id: opened.append((kind, id)))
    finish(session, waiting.id)
    assert opened == [("letter", f"{met}/thanks/{khan.adults[0].id}")]
    assert store.get(FollowUp, waiting.id).state is FollowUpState.OPEN
    question.say.click()
    assert set(ways(question)) == set(Way)
    question.not_yet.click()
    assert len(store.find(FollowUp)) == 1
    question.say.click()
    question.gone.click()
    assert store.get(FollowUp, waiting.id).state is FollowUpState.DONE


def test_a_paper_still_to_be_sent_is_opened_with_its_kind_and_reader(
    qtbot: QtBot, screen: LetterScreen, store: Store, met: str, khan: Made
) -> None:
    paper = Outgoing(meeting=met, kind=LetterKind.MISSED, readers=(khan.adults[1].id,))
    note_not_yet(store, [paper], today=TODAY)
    screen.show_entry("letter", f"{met}/missed/{khan.adults[1].id}")
    assert screen.choices.kind.currentData() == "missed"
    assert screen.choices.reader.currentData() == khan.adults[1].id
    assert asked(screen.bench.gone) == "“Sorry you could not come” to Mr Khan: has it gone?"


@pytest.mark.usefixtures("printer")
def test_a_call_is_promised_where_it_is_ticked_and_its_day_can_be_read(
    qtbot: QtBot, screen: LetterScreen, store: Store
) -> None:
    question = print_it(qtbot, screen, store)
    assert question.ring_on.isHidden()
    question.ring.click()
    assert question.ring_on.day() == TODAY + timedelta(days=7)
    question.ring_on.set_text("someday")
    question.gone.click()
    assert question.ring_on.problem()
    assert store.find(Contact) == []
    question.ring_on.set_text("fri")
    question.gone.click()
    (ring,) = store.find(FollowUp)
    assert ring.due == TODAY + timedelta(days=4)


@pytest.mark.usefixtures("printer")
def test_what_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, screen: LetterScreen, store: Store, make: Make, khan: Made
) -> None:
    question = print_it(qtbot, screen, store)
    question.on.set_text("1 9 2026")
    question.gone.click()
    assert "The meeting was on" in question.on.problem()
    question.on.set_text("today")
    make.restriction(khan, khan.adults[0], what=What.LETTERS)
    question.gone.click()
    assert "No copy for Mrs Amina Khan" in question._how.problem()
    assert store.find(Contact) == []
    assert "has it gone?" in asked(question)


@pytest.mark.usefixtures("printer")
def test_two_letters_are_asked_about_one_after_the_other(
    qtbot: QtBot, screen: LetterScreen, store: Store
) -> None:
    print_it(qtbot, screen, store)
    screen.choices.reader.setCurrentIndex(1)
    question = print_it(qtbot, screen, store)
    assert "to Mrs Khan: has it gone?" in asked(question)
    question.gone.click()
    assert "to Mr Khan: has it gone?" in asked(question)
    question.gone.click()
    assert len(store.find(Contact)) == 2


def test_a_message_has_gone_by_e_mail_alone(
    screen: LetterScreen, store: Store, khan: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "open_mail", lambda _address, _subject: True)
    with store.saving() as saving:
        saving.add(
            ContactPoint(
                family=khan.id,
                person=khan.adults[0].id,
                kind=PointKind.EMAIL,
                value="amina@example.org",
                message_safe=MessageSafety.YES,
            )
        )
    screen.mail.click()
    assert ways(screen.bench.gone) == [Way.EMAIL]
    screen.bench.gone.gone.click()
    (contact,) = store.find(Contact)
    assert contact.channel == "email"


@pytest.mark.usefixtures("printer")
def test_left_without_an_answer_it_is_still_to_be_sent(
    qtbot: QtBot, screen: LetterScreen, store: Store, said: list[str]
) -> None:
    question = print_it(qtbot, screen, store)
    screen.leave()
    assert not question.asks
    assert said[-1] == "Kept as a follow-up for today: to be sent."
    (waiting,) = store.find(FollowUp)
    assert waiting.action == "Send “Thank you for coming” to Mrs Khan"
    screen.leave()
    assert len(store.find(FollowUp)) == 1


@pytest.mark.usefixtures("printer")
def test_what_the_pupil_carries_may_be_opened_by_somebody_else(
    qtbot: QtBot, screen: LetterScreen, store: Store, khan: Made
) -> None:
    home = store.first(Membership, "person = :id", id=khan.adults[0].id)
    assert home is not None
    question = print_it(qtbot, screen, store)
    question.how.setCurrentIndex(question.how.findData(Way.PUPIL.value))
    assert question.caution.text().strip() == ""
    with store.saving() as saving:
        saving.change(replace(home, lives_there=LivesThere.NOT_KNOWN))
    question.how.setCurrentIndex(0)
    question.how.setCurrentIndex(question.how.findData(Way.PUPIL.value))
    assert question.caution.text().startswith("It is not known that Mrs Khan lives with")


@pytest.mark.usefixtures("printer")
def test_in_the_quiet_view_it_names_nobody(
    qtbot: QtBot, screen: LetterScreen, store: Store, session: Session
) -> None:
    session.switch_quiet()
    question = print_it(qtbot, screen, store)
    assert asked(question) == "“Thank you for coming”: has it gone?"


@pytest.mark.usefixtures("printer")
def test_the_agenda_in_a_familys_pack_is_asked_about_and_given(
    qtbot: QtBot, session: Session, store: Store, make: Make, khan: Made
) -> None:
    ahead = make.meeting(khan, held_on=TODAY + timedelta(days=2)).meeting.id
    pack = PackBuilder(session)
    qtbot.addWidget(pack)
    pack.resize(1130, 680)
    pack.show_entry("pack", ahead)
    pack.show()
    question = print_it(qtbot, pack, store)
    assert asked(question) == ""
    pack.show_entry("pack", f"{ahead}/{khan.adults[0].id}")
    assert pack.choices.reader.currentData() == khan.adults[0].id
    question = print_it(qtbot, pack, store)
    assert asked(question) == "“Agenda” to Mrs Khan: has it gone?"
    assert question.ring.isHidden()
    question.gone.click()
    whole = meeting_whole(store, ahead)
    assert (whole.meeting.agenda_given_on, whole.meeting.agenda_given_how) == (TODAY, "letter")
    pack.leave()


@pytest.mark.usefixtures("printer")
def test_a_letter_to_both_is_noted_for_both_and_opened_again_with_both(
    qtbot: QtBot, screen: LetterScreen, store: Store, session: Session, khan: Made
) -> None:
    mum, dad = (each.id for each in khan.adults)
    screen.choices.also.setCurrentIndex(1)
    question = print_it(qtbot, screen, store)
    assert asked(question) == "“Thank you for coming” to Mrs Khan and Mr Khan: has it gone?"
    assert [each.reader for each in store.find(SharingLog)] == [mum, dad]
    question.not_yet.click()
    (waiting,) = store.find(FollowUp)
    assert waiting.action == "Send “Thank you for coming” to Mrs Khan and Mr Khan"
    screen.choices.also.setCurrentIndex(0)
    opened: list[tuple[str, str]] = []
    session.wanted.connect(lambda kind, id: opened.append((kind, id)))
    finish(session, waiting.id)
    screen.show_entry(*opened[0])
    assert (screen.choices.reader.currentData(), screen.choices.also.currentData()) == (mum, dad)
    question.gone.click()
    (contact,) = store.find(Contact)
    parts = {each.person for each in store.find(ContactPerson, "contact = :id", id=contact.id)}
    assert {mum, dad} < parts
    assert asked(question).startswith("“Thank you for coming” to Mrs Khan and Mr Khan went")
    screen.show_entry("letter", f"{screen._meeting}/thanks/{dad}")
    assert screen.choices.also.currentData() == ""
    assert asked(question).startswith("“Thank you for coming” to Mr Khan went on paper,")


@pytest.mark.usefixtures("printer")
def test_who_may_no_longer_be_written_to_ends_the_question_with_a_sentence(
    qtbot: QtBot, screen: LetterScreen, store: Store, make: Make, khan: Made, said: list[str]
) -> None:
    question = print_it(qtbot, screen, store)
    make.restriction(khan, khan.adults[0], what=What.LETTERS)
    question.not_yet.click()
    assert said[-1].startswith("No copy for Mrs Amina Khan.")
    assert not question.asks
    assert store.find(FollowUp) == []


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_of_the_question_is_cut_off_where_room_is_shortest(
    screen: LetterScreen, met: str, khan: Made, appearance: Appearance, size: int
) -> None:
    appearance.set_text_size(size)
    screen.resize(800, 380)
    paper = Outgoing(meeting=met, kind=LetterKind.THANKS, readers=(khan.adults[0].id,))
    screen.choices.kind.setFocus()
    screen.bench.gone.ask([paper], LeftBy.PRINTED)
    assert QApplication.focusWidget() is screen.bench.gone.how
    screen.bench.gone.ring.click()
    QApplication.processEvents()
    assert not screen.bench.desk.isVisible()
    assert faults(screen) == []
    screen.bench.gone.not_yet.click()
    assert screen.bench.desk.isVisible() or screen.bench.tabs.isVisible()


@pytest.mark.usefixtures("printer")
def test_one_button_is_loudest_whether_or_not_something_is_asked(
    qtbot: QtBot, screen: LetterScreen, store: Store
) -> None:
    def loud() -> list[str]:
        buttons = screen.findChildren(KeyedButton)
        return [each.text() for each in buttons if each.isVisible() and each.kind is Kind.PRIMARY]

    assert loud() == ["Print"]
    question = print_it(qtbot, screen, store)
    assert loud() == ["It has gone"]
    question.gone.click()
    qtbot.waitUntil(screen.bench.print.isEnabled, timeout=20_000)
    assert loud() == ["Print"]
