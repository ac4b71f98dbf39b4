"""The search box: families first, then notes, then things to do; Enter opens the highlight."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison.casework.families import remove
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.beside import BESIDE
from ui.canvas import Canvas
from ui.contents import Contents
from ui.screens.families import Families
from ui.screens.family.page import FamilyPage
from ui.search_box import SearchBox
from ui.search_box_rows import FoundRow
from ui.session import Session
from ui.tasks.agreement import Agreement
from ui.tasks.log_contact.task import LogContact
from ui.tasks.monday.ring_round_task import RingRound
from ui.window import MainWindow

CONTENTS = Contents((Families, FamilyPage), (LogContact, SearchBox, Agreement, RingRound))


@pytest.fixture
def session(qtbot: QtBot, store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def window(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[MainWindow]:
    made = MainWindow(session, CONTENTS, appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


def opened(window: MainWindow, typed: str = "") -> SearchBox:
    QTest.keySequence(window, "Ctrl+K")
    box = window.task()
    assert isinstance(box, SearchBox)
    if typed:
        QTest.keyClicks(box.typed, typed)
        box.look()
    return box


def titles(box: SearchBox) -> list[str]:
    return [row.title for row in box.found.rows() if isinstance(row, FoundRow)]


def press(box: SearchBox, key: Qt.Key) -> None:
    QTest.keyClick(box.typed, key)


def test_an_empty_box_offers_recent_families_and_what_is_often_done(
    window: MainWindow, session: Session, make: Make
) -> None:
    khan, abdi = make.family("Khan"), make.family("Abdi")
    for each in (khan, abdi, khan):
        session.open("family", each.id)
    box = opened(window)
    assert titles(box)[:3] == ["Khan", "Abdi", "Log contact"]
    assert titles(box)[3:] == ["Ring-round", "Families"]
    assert box.found.current_id() == f"family/{khan.id}"


def test_enter_opens_the_family_even_before_the_answer_is_painted(
    window: MainWindow, make: Make
) -> None:
    khan = make.family("Khan")
    box = opened(window)
    QTest.keyClicks(box.typed, "kha")
    press(box, Qt.Key.Key_Return)
    assert window.task() is None
    assert window.current_screen().subject() == khan.id


def test_arrows_move_the_highlight_while_the_focus_stays_in_the_box(
    window: MainWindow, make: Make
) -> None:
    make.family("Khan")
    khanna = make.family("Khanna")
    box = opened(window, "khan")
    press(box, Qt.Key.Key_Up)
    press(box, Qt.Key.Key_Down)
    assert box.typed.hasFocus()
    assert box.found.current_id() == f"family/{khanna.id}"
    press(box, Qt.Key.Key_PageDown)
    press(box, Qt.Key.Key_PageUp)
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    assert window.current_screen().subject() == khanna.id


def test_notes_follow_the_families_newest_first_with_their_day(
    window: MainWindow, make: Make
) -> None:
    khan = make.family("Khan")
    make.contact(khan, facts="Asked about the bus.")
    make.concern(khan, words="The bus is too full.")
    box = opened(window, "bus")
    assert [row.spoken for row in box.found.rows() if row.id] == [
        "Khan, “The bus is too full.”",
        "Khan, “Asked about the bus.”, Mon 23 Nov",
    ]
    assert box.count.text() == "2 found"
    press(box, Qt.Key.Key_Return)
    assert window.current_screen().subject() == khan.id


def test_a_restricted_family_shows_the_hand_in_word_and_shape(
    window: MainWindow, make: Make
) -> None:
    khan = make.family("Khan")
    make.restriction(khan, khan.adults[0])
    box = opened(window, "amina")
    (row,) = [row for row in box.found.rows() if isinstance(row, FoundRow)]
    assert row.restricted
    assert row.spoken.startswith("Khan, Restriction, Mrs Amina Khan")
    assert box.count.text() == "1 found"


def test_the_same_rows_are_left_alone_while_typing_goes_on(window: MainWindow, make: Make) -> None:
    make.family("Khan")
    box = opened(window, "kha")
    before = box.found.rows()
    QTest.keyClicks(box.typed, "n")
    box.look()
    assert box.found.rows() is before


def test_things_are_done_from_the_box_with_their_keys_shown(window: MainWindow) -> None:
    box = opened(window, "> agreement")
    (row,) = [row for row in box.found.rows() if isinstance(row, FoundRow)]
    assert row.title == "Agreement to use this record"
    press(box, Qt.Key.Key_Return)
    assert isinstance(window.task(), Agreement)
    window.close_task()
    assert [row.spoken for row in opened(window, ">lock").found.rows() if row.id] == [
        "Lock, Ctrl+L"
    ]


def test_a_verb_and_a_name_log_a_contact_of_that_family(window: MainWindow, make: Make) -> None:
    khan = make.family("Khan")
    box = opened(window, "log kha")
    assert titles(box)[0] == "Log contact · Khan"
    press(box, Qt.Key.Key_Return)
    task = window.task()
    assert isinstance(task, LogContact)
    assert task.subject == khan.id


def test_the_words_of_something_to_do_are_no_family_and_no_note(
    window: MainWindow, make: Make
) -> None:
    make.family("Contact")
    box = opened(window, "log contact")
    assert titles(box)[0] == "Log contact"
    assert "Log contact · Contact" not in titles(box)
    box.typed.clear()
    QTest.keyClicks(box.typed, "to use this")
    box.look()
    assert titles(box) == ["Agreement to use this record"]


def test_what_is_named_by_the_words_typed_comes_first_the_best_fit_on_top(
    window: MainWindow, make: Make
) -> None:
    khan = make.family("Khan")
    make.contact(khan, facts="We had no contact about the record for weeks.")
    assert titles(opened(window, "contact")) == ["Log contact", "Khan"]
    window.close_task()
    assert titles(opened(window, "record")) == ["Agreement to use this record", "Khan"]
    window.close_task()
    assert titles(opened(window, "la")) == ["Larger text", "Undo the last save"]


@pytest.mark.parametrize("typed", ["ring round", "ring-r", "round"])
def test_a_hyphen_is_as_good_as_a_space(window: MainWindow, typed: str) -> None:
    assert titles(opened(window, typed)) == ["Ring-round"]


def test_a_family_whose_name_begins_so_is_meant_before_what_can_be_done(
    window: MainWindow, make: Make
) -> None:
    lock = make.family("Lockwood")
    make.contact(lock, facts="The lock of the gate was broken.")
    found = titles(opened(window, "lock"))
    assert found[:2] == ["Lockwood", "Lock"]
    assert found[-1] == "Lockwood"


def test_signs_narrow_it_to_names_or_to_what_gets_in_the_way(
    window: MainWindow, make: Make
) -> None:
    khan = make.family("Khan")
    make.contact(khan, facts="Khan rang.")
    make.barrier(khan)
    make.barrier(make.family("Abdi"), kind="mental_health")
    assert titles(opened(window, "@khan")) == ["Khan"]
    window.close_task()
    assert titles(opened(window, "#transport")) == ["Khan"]
    window.close_task()
    assert titles(opened(window, "#mental")) == []


def test_nothing_found_opens_nothing(window: MainWindow) -> None:
    box = opened(window, "zzz")
    assert box.count.text().startswith("0 found. ")
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    assert window.task() is box


def test_typing_waits_a_moment_before_it_looks(
    qtbot: QtBot, window: MainWindow, make: Make
) -> None:
    make.family("Khan")
    box = opened(window)
    QTest.keyClicks(box.typed, "khan")
    assert "Khan" not in titles(box)
    qtbot.waitUntil(lambda: "Khan" in titles(box))


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_rows_are_painted_from_the_side_the_language_begins_at(
    appearance: Appearance, direction: Qt.LayoutDirection
) -> None:
    picture = QImage(400, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)
    canvas = Canvas(painter, QApplication.palette())
    place = QRectF(0, 0, 400, 60)
    canvas.mirror(place)
    FoundRow("1", "users", "Khan").paint(canvas, place, chosen=False)
    painter.end()
    white = picture.pixel(200, 0)
    painted = [x for x in range(400) if any(picture.pixel(x, y) != white for y in range(60))]
    if direction is Qt.LayoutDirection.LeftToRight:
        assert 10 < min(painted) < 20
        assert max(painted) < 100
    else:
        assert 380 < max(painted) < 390
        assert min(painted) > 300


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [100, 200])
def test_the_box_passes_the_audit(
    qtbot: QtBot,
    window: MainWindow,
    make: Make,
    appearance: Appearance,
    scheme: Scheme,
    size: int,
) -> None:
    khan = make.family("Khan")
    make.restriction(khan, khan.adults[0])
    appearance.set_scheme(scheme)
    appearance.set_text_size(size)
    window.resize(1024, 552)
    opened(window, "kha")
    QTest.qWait(1)
    assert faults(window.overlay) == []


def test_a_found_note_opens_where_it_stands_in_the_timeline(
    window: MainWindow, session: Session, make: Make
) -> None:
    khan = make.family("Khan")
    old = make.contact(khan, facts="Asked about the bus.", held_on=TODAY - timedelta(days=40))
    make.contact(khan, facts="Thanked us.")
    box = opened(window, "bus")
    press(box, Qt.Key.Key_Return)
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    assert page.timeline.list.current_id() == old.id
    assert page.subject() == khan.id
    assert session.recent == (khan.id,)
    session.open("family", khan.id)
    assert page.timeline.list.current_id() != old.id


def test_ctrl_enter_opens_the_family_beside_the_page(
    window: MainWindow, session: Session, make: Make, qtbot: QtBot
) -> None:
    khan, abdi = make.family("Khan"), make.family("Abdi")
    window.resize(1366, 768)
    session.open("family", abdi.id)
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    page.timeline.filter.setFocus()
    box = opened(window)
    QTest.keyClicks(box.typed, "kha")
    QTest.keyClick(box.typed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    peek = window.beside.peek
    assert peek is not None
    assert window.task() is None
    assert peek.family() == khan.id
    assert window.current_screen().subject() == abdi.id
    assert peek.isAncestorOf(QApplication.focusWidget())
    assert peek.geometry().right() == window.page.contentsRect().right()
    assert window.page.viewport().geometry().right() < peek.geometry().left()
    assert window.is_narrow()
    assert faults(window) == []
    window.resize(1024, 552)
    qtbot.waitUntil(lambda: window.page.viewport().width() == window.page.width())
    assert peek.geometry().right() == window.page.contentsRect().right()
    assert faults(peek) == []
    make.contact(khan, facts="Rang just now.")
    assert "Rang just now." in peek._last.rows()[0].spoken
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.beside.peek is None
    window.resize(1366, 768)
    assert not window.is_narrow()
    assert page.timeline.filter.hasFocus()


def test_what_is_beside_goes_when_it_is_opened_or_taken_out(
    window: MainWindow, session: Session, store: Store, make: Make
) -> None:
    khan, abdi = make.family("Khan"), make.family("Abdi")
    session.open(BESIDE, khan.id)
    session.open(BESIDE, abdi.id)
    assert window.beside.peek is not None
    assert window.beside.peek.family() == abdi.id
    window.beside.peek.opened.emit(abdi.id)
    assert window.beside.peek is None
    assert window.current_screen().subject() == abdi.id
    session.open(BESIDE, khan.id)
    remove(store, khan.family)
    assert window.beside.peek is None


def test_with_ctrl_what_is_no_family_is_just_done(window: MainWindow, make: Make) -> None:
    make.family("Khan")
    box = opened(window, "> log")
    QTest.keyClick(box.typed, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.task(), LogContact)
