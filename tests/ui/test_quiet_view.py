"""The quiet view: one key, and nothing on the screen names or labels a family."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from liaison.casework.copies import CopyMade, Wish, note_copy
from liaison.casework.gate_notes import GateNote, keep_gate_note
from liaison.model.contact import About, Part
from liaison.model.person import Person
from liaison.model.restriction import What
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from tests.ui.conftest import Opened
from tests.ui.monday_fixtures import hands, khan, session
from tests.ui.monday_window import CONTROL, SHIFT, Hands
from ui.appearance import Appearance
from ui.delegates.entries import EntryRow, PersonRow
from ui.delegates.families import FamilyRow
from ui.delegates.rows import RowList
from ui.delegates.timeline import TimelineRow
from ui.quiet import QuietWords, hushed
from ui.screens.families import Families
from ui.screens.family.page import FamilyPage
from ui.screens.transitions.concern_rows import ABOUT, CHILD, LEVEL, STATE
from ui.screens.transitions.screen import Transitions
from ui.session import Session
from ui.signs import Tone
from ui.widgets.labels import Words
from ui.window import MainWindow

__all__ = ["hands", "khan", "session"]


@pytest.fixture
def full(make: Make, khan: Made) -> Made:
    make.restriction(khan, khan.adults[1], what=What.COLLECT)
    spoken = [(khan.adults[0], Part.SPOKEN_TO)]
    make.contact(khan, facts="Mrs Khan thanked us.", about=About.PRAISE, people=spoken)
    make.follow_up(khan, "Ring Mrs Khan")
    return khan


@pytest.fixture
def window(opened: Opened, full: Made) -> MainWindow:
    return opened()


def quieten(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Q, CONTROL | SHIFT)


def spoken_in(window: MainWindow) -> str:
    lists = [each for each in window.findChildren(RowList) if each.isVisible()]
    return " ".join(row.spoken for each in lists for row in each.rows())


def labels_in(window: MainWindow) -> list[str]:
    return [each.text() for each in window.findChildren(Words) if each.isVisible()]


def test_surnames_become_initials_and_other_words_stay() -> None:
    quiet = QuietWords(["Khan", "O’Brien", "Smith-Jones", "Green", "B"])
    assert quiet.hush("Mrs Amina Khan and Mr KHAN") == "Mrs Amina K. and Mr K."
    assert quiet.hush("Ms O'Brien, the green room") == "Ms O., the green room"
    assert quiet.hush("Leo Smith-Jones") == "Leo S.-J."
    assert quiet.hush("Khan’s bus, plan B") == "K.’s bus, plan B"
    assert quiet.hush("Text first · amina.khan@example.org") == "Text first · …@…"
    assert quiet.hush("") == ""


def test_rows_lose_hands_and_labels_and_restrictions_their_rows() -> None:
    quiet = QuietWords(["Khan"])
    rows = [
        FamilyRow("1", "Khan", "Ali Y3", restricted=True),
        PersonRow(
            "2", "user", "Mr Khan", "Father", (("ban", "Collecting"), ("phone", "07700")), True
        ),
        TimelineRow("3", TODAY, "phone", "Call to Mrs Khan", "", Tone.GOOD_NEWS, "Good news"),
        EntryRow("4", "hand-stop", "Court order", icon_tone="danger"),
        EntryRow("5", "flag", "Worry", chip="2 days late", tone=Tone.LATE, icon_tone="concern"),
    ]
    family, person, moment, late = hushed(rows, quiet)
    assert (family.name, family.children, family.restricted) == ("K.", "Ali Y3", False)
    assert (person.name, person.lines, person.restricted) == ("Mr K.", (("phone", "07700"),), False)
    assert (moment.title, moment.sign, moment.tone) == ("Call to Mrs K.", "", Tone.LATER)
    assert (late.chip, late.tone, late.icon_tone) == ("2 days late", Tone.LATE, "muted")
    assert hushed(rows, None) is rows


def test_the_family_page_names_nobody_by_surname_and_shows_no_hand(
    window: MainWindow, hands: Hands, session: Session, full: Made
) -> None:
    session.open("family", full.id)
    page = window.current_screen()
    assert isinstance(page, FamilyPage)
    assert "Khan" in spoken_in(window)
    assert page.banner.isVisible()
    quieten(hands)
    assert session.quiet
    said = spoken_in(window)
    assert "Mrs K. thanked us." in said
    for gone in ("Khan", "Good news", "Court order", "must not"):
        assert gone not in said
    assert not page.banner.isVisible()
    assert not page.words_said.isVisible()
    assert faults(window) == []
    quieten(hands)
    assert page.banner.isVisible()
    assert page.words_said.isVisible()
    assert "Khan" in spoken_in(window)


def test_the_list_of_families_is_quiet_when_it_is_opened_later(
    window: MainWindow, hands: Hands, session: Session
) -> None:
    quieten(hands)
    session.open("families")
    screen = window.current_screen()
    assert isinstance(screen, Families)
    assert [(row.name, row.restricted) for row in screen.table.rows()] == [("K.", False)]
    assert "Khan" not in spoken_in(window)


def test_today_shows_neither_surnames_nor_drafts(
    window: MainWindow, hands: Hands, session: Session, store: Store
) -> None:
    keep_gate_note(store, GateNote("a dad", TODAY, "08:41"))
    session.quieted.emit(False)
    window._overlay_closed()
    assert not window.strip._draft.isHidden()
    assert "a dad · 8:41am" in labels_in(window)
    quieten(hands)
    assert not any("a dad" in each for each in labels_in(window))
    assert "Khan" not in spoken_in(window)
    assert "K." in spoken_in(window)
    assert window.strip._draft.isHidden()
    session.say("Saved: Mrs Khan.")
    assert window.strip.toast.sentence() == ""


def test_today_does_not_say_which_papers_are_to_be_shredded(
    window: MainWindow, hands: Hands, session: Session, store: Store
) -> None:
    family = store.query("SELECT id FROM family")[0][0]
    made = CopyMade(family=family, sheet="pack", wish=Wish(), pages=1, digest="d", shred_by=TODAY)
    session.open("today")
    note_copy(store, made, way="printed", at=store.now())
    assert "To shred: Meeting pack" in labels_in(window)
    quieten(hands)
    assert not any("To shred" in each for each in labels_in(window))


def test_a_calm_word_says_that_it_is_on_and_ends_it(
    window: MainWindow, hands: Hands, session: Session
) -> None:
    button = window.menus.quiet_button
    assert not button.isVisible()
    session.say("Saved.")
    assert window.strip.toast.sentence() == "Saved."
    quieten(hands)
    assert button.isVisible()
    assert window.strip.toast.sentence() == ""
    button.click()
    assert not session.quiet
    assert not button.isVisible()


def test_the_search_box_offers_no_family_opened_lately(
    window: MainWindow, hands: Hands, session: Session, full: Made
) -> None:
    session.open("family", full.id)
    quieten(hands)
    window.open_task("find")
    assert "Khan" not in spoken_in(window)
    assert "Opened lately" not in spoken_in(window)


def test_a_panel_that_is_open_is_quietened_too(
    window: MainWindow, hands: Hands, session: Session, full: Made
) -> None:
    session.open("log-contact", full.id)
    task = window.task()
    assert task is not None
    banner = task.form.who.banner  # type: ignore[attr-defined]
    assert banner.isVisible()
    quieten(hands)
    assert not banner.isVisible()
    window.close_task()
    session.open("log-contact", full.id)
    again = window.task()
    assert again is not None
    assert not again.form.who.banner.isVisible()  # type: ignore[attr-defined]


def test_a_surname_that_is_new_is_left_out_at_once(
    window: MainWindow, hands: Hands, session: Session, store: Store, full: Made
) -> None:
    session.open("family", full.id)
    quieten(hands)
    with store.saving() as saving:
        saving.change(Person(**(vars(store.get(Person, full.adults[0].id)) | {"surname": "Zyx"})))
    assert "Zyx" not in spoken_in(window)


def test_a_label_paints_what_is_left_of_its_words(qtbot: QtBot, appearance: Appearance) -> None:
    label = Words("Mrs Khan", wrap=True)
    qtbot.addWidget(label)
    label.resize(300, 40)

    def picture() -> QImage:
        return label.grab().toImage()

    loud = picture()
    label.setProperty("quiet", QuietWords(["Khan"]))
    quiet = picture()
    label.setText("Mrs K.")
    assert quiet != loud
    assert quiet == picture()


def test_the_table_of_moves_names_no_subject_and_no_level_of_support(
    window: MainWindow, store: Store, make: Make, full: Made, hands: Hands
) -> None:
    make.concern(full)
    quieten(hands)
    window.session.open("transitions")
    screen = window.current_screen()
    assert isinstance(screen, Transitions)
    (row,) = screen.table.rows()
    assert "Zara" in row.cells[CHILD]
    assert (row.cells[ABOUT], row.cells[LEVEL], row.cells[STATE]) == ("", "", "")
    assert "Khan" not in row.spoken
    quieten(hands)
    (row,) = screen.table.rows()
    assert row.cells[ABOUT] == "Friendships"
