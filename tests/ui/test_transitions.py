"""Transitions as a table: filtered, sorted, changed in place; and saved views of lists."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from liaison.casework.views import saved_views
from liaison.model.family import Family
from liaison.model.person import Person, PersonKind
from liaison.model.transition import ConcernState, TransitionConcern
from liaison.store.ids import new_id
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.quick import seconds_of
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.contents import Contents
from ui.saved_views import SavedViews
from ui.screens.families import Families
from ui.screens.transitions.concern_rows import LEVEL, STATE
from ui.screens.transitions.screen import Transitions
from ui.session import Session
from ui.signs import Tone
from ui.window import MainWindow


@pytest.fixture
def session(qtbot: QtBot, store: Store) -> Iterator[Session]:
    made = Session(store, today=lambda: TODAY)
    yield made
    made.jobs.finish()


@pytest.fixture
def three(make: Make) -> None:
    khan, abdi = make.family("Khan"), make.family("Abdi", children=[("Hodan", "5")])
    zara, hodan = make.concern(khan), make.concern(abdi)
    other = make.concern(khan)
    make.restriction(khan, khan.adults[0])
    with make.store.saving() as saving:
        saving.change(replace(zara, level="enhanced", next_on=TODAY - timedelta(days=3)))
        saving.change(replace(hodan, state=ConcernState.SETTLED, to_school="Example High"))
        saving.change(replace(other, domain="medical", level="universal", owner="Miss Doyle"))


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, appearance: Appearance, three: None
) -> Iterator[MainWindow]:
    made = MainWindow(session, Contents((Transitions, Families)), appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


def screen_of(window: MainWindow) -> Transitions:
    screen = window.current_screen()
    assert isinstance(screen, Transitions)
    return screen


@pytest.fixture
def screen(window: MainWindow) -> Transitions:
    return screen_of(window)


def children(screen: Transitions) -> list[str]:
    return [row.cells[0] for row in screen.table.rows()]


def test_every_worry_is_a_row_with_its_support_in_shape_and_word(screen: Transitions) -> None:
    assert children(screen) == ["Hodan Abdi", "Zara Khan", "Zara Khan"]
    tones = {row.cells[LEVEL]: row.tone for row in screen.table.rows()}
    assert tones == {
        "Some extra support": Tone.SOME,
        "A lot of extra support": Tone.A_LOT,
        "Usual support": Tone.USUAL,
    }
    late = [row for row in screen.table.rows() if row.late]
    spoken = "Zara Khan, Restriction, Y6, Year 6 to 7, Friendships, A lot of extra support, "
    assert [row.spoken for row in late] == [f"{spoken}Raised, Fri 20 Nov"]


def test_a_sensitive_subject_is_not_named_on_the_list(screen: Transitions) -> None:
    abouts = {row.cells[3] for row in screen.table.rows()}
    assert abouts == {"Friendships", "On the family’s page"}


def test_filters_narrow_the_list_and_the_count_follows(screen: Transitions) -> None:
    screen.bar.choose({"state": "settled"})
    assert children(screen) == ["Hodan Abdi"]
    assert screen._count.text() == "1 worry"
    screen.bar.choose({"state": "settled", "year": "Year 6"})
    assert screen._pages.currentWidget() is screen._no_match
    screen.bar.choose({})
    assert screen._count.text() == "3 worries"


def test_headings_and_the_sort_box_sort(screen: Transitions) -> None:
    screen.table.horizontalHeader().sectionClicked.emit(LEVEL)
    assert [row.cells[LEVEL] for row in screen.table.rows()] == [
        "A lot of extra support",
        "Some extra support",
        "Usual support",
    ]
    assert screen.bar.values()["sort"] == "level"
    heading = screen.table.cells.headerData(LEVEL, Qt.Orientation.Horizontal)
    assert heading == "Support ↓"
    for by in ("year", "move", "about", "state", "owner", "school", "next"):
        screen.bar.choose({"sort": by})
        assert len(children(screen)) == 3
    assert screen.table.rows()[0].late
    screen.table.sort_wanted.emit("child")
    assert children(screen)[0] == "Hodan Abdi"


def test_f2_changes_the_state_in_place_and_undo_takes_it_back(
    screen: Transitions, session: Session, qtbot: QtBot
) -> None:
    screen.table.setFocus()
    screen.table.choose_first()
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.editor
    assert editor is not None
    assert editor.currentText() == "Settled"
    QTest.keyClick(editor, Qt.Key.Key_Home)
    with qtbot.waitSignal(session.said) as said:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert said.args == ["Hodan Abdi: Raised", True]
    assert screen.table.rows()[0].cells[STATE] == "Raised"
    assert screen.table.hasFocus()
    session.undo()
    assert screen.table.rows()[0].cells[STATE] == "Settled"


def test_left_leads_to_the_support_and_escape_changes_nothing(screen: Transitions) -> None:
    screen.table.setFocus()
    screen.table.choose_first()
    QTest.keyClick(screen.table, Qt.Key.Key_Left)
    assert screen.table.currentIndex().column() == LEVEL
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.editor
    assert editor is not None
    assert editor.accessibleName() == "Support, Hodan Abdi"
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert screen.table.rows()[0].cells[LEVEL] == "Some extra support"
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    again = screen.table.editor
    assert again is not None
    QTest.keyClick(again, Qt.Key.Key_End)
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert screen.table.rows()[0].cells[LEVEL] == "A lot of extra support"


def test_the_mouse_has_a_menu_for_the_same(screen: Transitions, session: Session) -> None:
    screen.table.choose_first()
    menu = screen.table.made_menu()
    states, levels = menu.findChildren(QMenu)[:2]
    assert [each.text() for each in states.actions() if each.isChecked()] == ["Settled"]
    states.actions()[0].trigger()
    assert screen.table.rows()[0].cells[STATE] == "Raised"
    levels.actions()[0].trigger()
    assert screen.table.rows()[0].cells[LEVEL] == "Usual support"
    wanted: list[tuple[str, str]] = []
    session.wanted.connect(lambda kind, id: wanted.append((kind, id)))
    menu.actions()[0].trigger()
    assert wanted == [("family", screen.subject())]
    menu.close()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(screen.table.viewport(), event)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_enter_opens_the_family(screen: Transitions, session: Session, qtbot: QtBot) -> None:
    screen.table.setFocus()
    screen.table.choose_first()
    with qtbot.waitSignal(session.wanted) as wanted:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert wanted.args == ["family", screen.subject()]
    with qtbot.waitSignal(session.wanted) as wanted:
        screen._new.click()
    assert wanted.args == ["transition-concern-form", ""]


def test_a_worry_changed_elsewhere_is_refused_in_words(
    screen: Transitions, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.table.choose_first()
    session.store.door.read_only = "The record can only be read here."
    with qtbot.waitSignal(session.said) as said:
        screen.table.state_chosen.emit(screen.table.current_id(), "raised")
    assert said.args == ["The record can only be read here.", False]


def test_a_view_is_kept_shown_in_the_rail_opened_and_forgotten(
    window: MainWindow, screen: Transitions, session: Session
) -> None:
    assert not screen.bar.keep_button.isVisible()
    screen.bar.choose({"state": "settled", "sort": "level"})
    screen.bar.keep_button.click()
    assert screen.bar.name.hasFocus()
    QTest.keyClick(screen.bar.name, Qt.Key.Key_Return)
    assert saved_views(session.store) == []
    QTest.keyClicks(screen.bar.name, "Settled")
    QTest.keyClick(screen.bar.name, Qt.Key.Key_Return)
    (view,) = saved_views(session.store, "transitions")
    assert view.filters == ("state=settled", "sort=level")
    assert screen.bar.drop_button.isVisible()
    (views,) = window.rail.findChildren(SavedViews)
    (button,) = views.items()
    screen.bar.choose({})
    window.open_entry("families", "")
    button.click()
    assert screen_of(window) is screen
    assert children(screen) == ["Hodan Abdi"]
    screen.bar.drop_button.click()
    assert saved_views(session.store) == []
    assert not views.isVisible()
    session.undo()
    assert len(views.items()) == 1


def test_escape_gives_the_naming_of_a_view_up(screen: Transitions) -> None:
    screen.bar.choose({"state": "settled"})
    screen.bar.keep_button.click()
    QTest.keyClick(screen.bar.name, Qt.Key.Key_Escape)
    assert not screen.bar.name.isVisible()
    assert screen.bar.keep_button.hasFocus()


def test_with_little_room_views_are_chosen_in_the_list(
    window: MainWindow, screen: Transitions, session: Session
) -> None:
    screen.bar.choose({"year": "Year 6"})
    screen.bar.keep_button.click()
    QTest.keyClicks(screen.bar.name, "Year 6")
    screen.bar.name_button.click()
    assert not screen.bar._views.isVisible()
    window.resize(1024, 552)
    assert screen.bar._views.isVisible()
    screen.bar.choose({})
    screen.bar._views.setCurrentIndex(1)
    screen.bar._views.activated.emit(1)
    assert children(screen) == ["Zara Khan", "Zara Khan"]
    QTest.keySequence(screen, "Ctrl+F")
    assert screen.bar._boxes["move"].hasFocus()


def test_families_are_filtered_and_their_view_is_kept(window: MainWindow, session: Session) -> None:
    window.open_entry("families", "")
    families = window.current_screen()
    assert isinstance(families, Families)
    families.bar.choose({"only": "restricted"})
    assert [row.name for row in families.table.rows()] == ["Khan"]
    families.bar.keep_button.click()
    QTest.keyClicks(families.bar.name, "Take care")
    families.bar.name_button.click()
    (view,) = saved_views(session.store, "families")
    families.bar.choose({"year": "Year 5"})
    assert [row.name for row in families.table.rows()] == ["Abdi"]
    session.open("families-view", view.id)
    assert [row.name for row in families.table.rows()] == ["Khan"]


def test_without_worries_the_screen_says_when_it_will_fill(qtbot: QtBot, session: Session) -> None:
    screen = Transitions(session)
    qtbot.addWidget(screen)
    screen.show()
    assert screen._pages.currentWidget() is screen._nobody
    assert screen.subject() == ""
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    assert screen.table.editor is None


def test_two_thousand_families_with_worries_are_listed_without_a_wait(
    qtbot: QtBot, session: Session, store: Store
) -> None:
    with store.saving() as saving:
        for number in range(2000):
            family = saving.add(Family(name=f"Family{number:04}"))
            child = Person(
                id=new_id(),
                family=family.id,
                kind=PersonKind.CHILD,
                forename="Ali",
                surname=family.name,
            )
            saving.add(child)
            saving.add(
                TransitionConcern(
                    family=family.id,
                    child=child.id,
                    move="year_6_to_7",
                    domain="friendships",
                    level="targeted",
                    raised_on=TODAY,
                )
            )
    screen = Transitions(session)
    qtbot.addWidget(screen)
    screen.show()
    orders = iter(("state", "move", "school"))
    assert seconds_of(lambda: screen.bar.choose({"sort": next(orders)})) < 0.5
    assert len(screen.table.rows()) == 2000


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_transitions_and_families_pass_the_audit(
    window: MainWindow, appearance: Appearance, scheme: Scheme, size: int
) -> None:
    appearance.set_scheme(scheme)
    appearance.set_text_size(size)
    window.resize(1024, 552)
    screen_of(window).bar.choose({"state": "raised"})
    QTest.qWait(1)
    assert faults(window.current_screen()) == []
    window.open_entry("families", "")
    QTest.qWait(1)
    assert faults(window.current_screen()) == []


def test_a_table_whose_model_is_being_collected_has_no_rows_and_no_headings(
    qtbot: QtBot, session: Session
) -> None:
    screen = Transitions(session)
    qtbot.addWidget(screen)
    cells = screen.table.cells
    cells.__dict__.clear()
    assert (cells.rowCount(), cells.columnCount()) == (0, 0)
    assert cells.headerData(0, Qt.Orientation.Horizontal) is None
