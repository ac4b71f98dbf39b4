"""All packs of a day: one question for every agenda in them, answered at once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from liaison.casework.packs import PackPart
from liaison.model.contact import Contact, ContactPerson
from liaison.model.follow_up import FollowUp
from liaison.model.meeting import Meeting
from liaison.model.restriction import What
from liaison.model.sending import LeftBy, Way
from liaison.model.settings import SharingLog
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.fixtures import Answers
from ui.finishing import finish
from ui.preview.gone import GoneQuestion
from ui.preview.pack_choices import EVERYBODY, STAFF
from ui.screens.pack import PackBuilder
from ui.session import Session


@pytest.fixture
def khan(make: Make) -> Made:
    return make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])


@pytest.fixture
def byrne(make: Make) -> Made:
    return make.family("Byrne", adults=[("Ms", "Orla", "mother")])


@pytest.fixture
def meetings(make: Make, khan: Made, byrne: Made) -> tuple[str, str]:
    first = make.meeting(khan, held_at="09:00").meeting.id
    return first, make.meeting(byrne, held_at="10:30").meeting.id


@pytest.fixture
def printer(answers: Answers, tmp_path: Path) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    answers.printer = made
    return made


@pytest.fixture
def day(qtbot: QtBot, session: Session, printer: QPrinter) -> Iterator[PackBuilder]:
    assert printer
    made = PackBuilder(session)
    qtbot.addWidget(made)
    made.resize(1130, 680)
    for part, tick in made.choices.parts.items():
        tick.setChecked(part is PackPart.AGENDA)
    yield made
    made.leave()


def print_for(qtbot: QtBot, day: PackBuilder, reader: str, store: Store) -> GoneQuestion:
    """Print the packs of today for staff or for everybody, and wait until that is noted."""
    day.show_entry("packs-of-day", TODAY.isoformat())
    day.show()
    day.choices.reader.setCurrentIndex(day.choices.reader.findData(reader))
    qtbot.waitUntil(lambda: day.bench.paper is not None, timeout=20_000)
    before = len(store.find(SharingLog))
    day.bench.print.click()
    qtbot.waitUntil(lambda: len(store.find(SharingLog)) > before, timeout=20_000)
    return day.bench.gone


def asked(question: GoneQuestion) -> str:
    return "" if question.isHidden() else question.words.words.text()


def given(store: Store, meetings: tuple[str, str]) -> list[bool]:
    return [store.get(Meeting, each).agenda_given_on is not None for each in meetings]


def test_the_agendas_of_a_day_are_noted_by_one_press_and_taken_back_by_one(
    qtbot: QtBot,
    day: PackBuilder,
    store: Store,
    session: Session,
    meetings: tuple[str, str],
    khan: Made,
) -> None:
    question = print_for(qtbot, day, EVERYBODY, store)
    assert asked(question) == "Agendas to the Khan and Byrne families: have they gone?"
    assert (question.gone.text(), question.not_yet.text()) == ("They have gone", "Not yet")
    assert question.ring.isHidden()
    assert question.how.currentData() == Way.HAND.value
    assert faults(day) == []
    question.gone.click()
    contacts = store.find(Contact, order="occasion")
    assert [each.occasion for each in contacts] == sorted(f"{each}/agenda" for each in meetings)
    parts = store.find(ContactPerson, "contact = :id", id=contacts[0].id)
    assert {each.id for each in khan.adults} < {each.person for each in parts}
    assert given(store, meetings) == [True, True]
    assert asked(question) == "Agendas to the Khan and Byrne families have gone."
    session.undo()
    assert store.find(Contact) == []
    assert given(store, meetings) == [False, False]


def test_copies_for_staff_go_nowhere_and_nothing_is_asked(
    qtbot: QtBot, day: PackBuilder, store: Store, meetings: tuple[str, str]
) -> None:
    assert asked(print_for(qtbot, day, STAFF, store)) == ""
    assert given(store, meetings) == [False, False]


def test_only_what_is_not_noted_yet_is_asked_and_then_whether_all_went_again(
    qtbot: QtBot, day: PackBuilder, store: Store, meetings: tuple[str, str], make: Make
) -> None:
    print_for(qtbot, day, EVERYBODY, store).gone.click()
    doyle = make.family("Doyle")
    make.meeting(doyle, held_at="14:00")
    question = print_for(qtbot, day, EVERYBODY, store)
    assert "“Agenda” to" in asked(question)
    assert asked(question).endswith("has it gone?")
    question.gone.click()
    assert len(store.find(Contact)) == 3
    question = print_for(qtbot, day, EVERYBODY, store)
    assert asked(question).endswith("have gone. Have they gone again?")
    question.not_yet.click()
    assert len(store.find(Contact)) == 3
    assert store.find(FollowUp) == []
    print_for(qtbot, day, EVERYBODY, store).gone.click()
    assert len(store.find(Contact)) == 6


def test_not_yet_is_a_promise_for_each_and_going_keeps_them_all(
    qtbot: QtBot,
    day: PackBuilder,
    store: Store,
    session: Session,
    meetings: tuple[str, str],
    byrne: Made,
) -> None:
    said: list[str] = []
    session.said.connect(lambda sentence, _: said.append(sentence))
    question = print_for(qtbot, day, EVERYBODY, store)
    question.not_yet.click()
    assert said[-1] == "Kept as follow-ups for today: 2 to be sent."
    both, hers = store.find(FollowUp, order="source")
    assert both.action == "Send “Agenda” to Mrs Khan and Mr Khan"
    assert asked(question) == "Agendas to the Khan and Byrne families: 2 still to be sent."
    opened: list[tuple[str, str]] = []
    session.wanted.connect(lambda kind, id: opened.append((kind, id)))
    finish(session, both.id)
    finish(session, hers.id)
    assert opened == [
        ("pack", f"{meetings[0]}/everybody"),
        ("pack", f"{meetings[1]}/{byrne.adults[0].id}"),
    ]
    question.say.click()
    question.gone.click()
    assert {each.state.value for each in store.find(FollowUp)} == {"done"}


def test_left_without_an_answer_they_are_still_to_be_sent(
    qtbot: QtBot, day: PackBuilder, store: Store, meetings: tuple[str, str]
) -> None:
    print_for(qtbot, day, EVERYBODY, store)
    day.leave()
    sources = {each.source.split("/")[0] for each in store.find(FollowUp)}
    assert sources == set(meetings)


def test_who_got_no_copy_and_what_was_held_are_not_asked_about(
    qtbot: QtBot,
    day: PackBuilder,
    store: Store,
    make: Make,
    meetings: tuple[str, str],
    khan: Made,
    byrne: Made,
) -> None:
    make.restriction(khan, khan.adults[1], what=What.LETTERS)
    make.restriction(byrne, byrne.adults[0], what=What.LETTERS)
    question = print_for(qtbot, day, EVERYBODY, store)
    assert asked(question) == "“Agenda” to Mrs Khan: has it gone?"
    question.gone.click()
    (contact,) = store.find(Contact)
    parts = store.find(ContactPerson, "contact = :id", id=contact.id)
    assert khan.adults[1].id not in {each.person for each in parts}
    assert given(store, meetings) == [True, False]


def test_many_families_are_counted_and_in_the_quiet_view_all_are(
    qtbot: QtBot,
    day: PackBuilder,
    store: Store,
    session: Session,
    make: Make,
    meetings: tuple[str, str],
) -> None:
    session.switch_quiet()
    question = print_for(qtbot, day, EVERYBODY, store)
    assert asked(question) == f"Agendas of {len(meetings)} meetings: have they gone?"
    session.switch_quiet()
    for name in ("Doyle", "Okafor", "Novak"):
        make.meeting(make.family(name), held_at="15:00")
    question.gone.click()
    question = print_for(qtbot, day, EVERYBODY, store)
    assert asked(question) == "Agendas to the Doyle, Okafor and Novak families: have they gone?"
    question.gone.click()
    assert asked(question) == "Agendas of 5 meetings have gone."


def test_several_copies_in_one_file_cannot_have_gone_by_e_mail(
    qtbot: QtBot, day: PackBuilder, store: Store, meetings: tuple[str, str]
) -> None:
    question = print_for(qtbot, day, EVERYBODY, store)
    paper = day.bench.paper
    assert paper is not None
    assert len(paper.outgoing) == len(meetings)
    question.gone.click()
    question.ask(paper.outgoing, LeftBy.SAVED)
    offered = [Way(question.how.itemData(n)) for n in range(question.how.count())]
    assert offered == [Way.POST, Way.HAND]
    question.not_yet.click()


def test_a_meeting_of_another_day_is_not_among_them(
    qtbot: QtBot, day: PackBuilder, store: Store, make: Make, meetings: tuple[str, str], khan: Made
) -> None:
    later = make.meeting(khan, held_on=TODAY + timedelta(days=1)).meeting.id
    print_for(qtbot, day, EVERYBODY, store).gone.click()
    assert given(store, meetings) == [True, True]
    assert store.get(Meeting, later).agenda_given_on is None
