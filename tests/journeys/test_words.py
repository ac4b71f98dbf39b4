"""Journeys with words, typed: a draft after a crash, a school's own word, a note found again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from liaison.model.contact import Contact
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.journeys.officer import AtDesk
from ui.appearance import Appearance
from ui.contents import Contents
from ui.screens import SCREENS
from ui.screens.family.page import FamilyPage
from ui.screens.settings.screen import Settings
from ui.session import Session
from ui.tasks import TASKS
from ui.tasks.log_contact.task import LogContact
from ui.window import MainWindow


def test_what_was_typed_before_a_crash_is_gone_on_with(
    qtbot: QtBot, officer: AtDesk, store: Store, khan: Made, wardrobe: Appearance
) -> None:
    officer.open_family("khan")
    officer.press("Ctrl+N")
    officer.type("Mrs Khan rang about the bus")
    typing = officer.task()
    assert isinstance(typing, LogContact)
    qtbot.waitUntil(lambda: len(store.drafts()) == 1)
    officer.window.hide()  # it is not closed: nothing could be asked to keep its words

    session = Session(store, today=lambda: TODAY)
    window = MainWindow(session, Contents(SCREENS, TASKS), wardrobe)
    qtbot.addWidget(window)
    window.show()
    again = AtDesk(qtbot, window)
    again.tab_to("Continue")
    again.press("Space")
    task = again.task()
    assert isinstance(task, LogContact)
    assert task.form.who.line.text() == "Mrs Amina Khan"
    assert task.form.lanes.facts.toPlainText() == "Mrs Khan rang about the bus"
    again.press("Ctrl+End")
    again.type(" again")
    again.press("Alt+E")
    qtbot.waitUntil(lambda: task.form.about.about() is not None)
    again.press("Ctrl+Return")
    (contact,) = store.find(Contact)
    assert contact.facts == "Mrs Khan rang about the bus again"
    assert store.drafts() == []
    session.jobs.finish()


def test_a_word_changed_in_the_settings_stands_on_the_next_contact(
    officer: AtDesk, store: Store
) -> None:
    screen = officer.go_to("Settings")
    assert isinstance(screen, Settings)
    officer.down_to("Lists")
    officer.press("Return")
    officer.write(("List", "Ways"))
    officer.tab_to("Values of the list")
    officer.down_to("At the gate")
    officer.press("F2")
    officer.replace("On the playground")
    officer.press("Return")
    assert officer.said() == "Now called On the playground."

    officer.press("Ctrl+N")
    officer.type("kha")
    officer.press("Return")
    officer.write(("How", "On"))
    task = officer.task()
    assert isinstance(task, LogContact)
    assert task.form.how.channel.currentText() == "On the playground"
    officer.press("Alt+E")
    officer.qtbot.waitUntil(lambda: task.form.about.about() is not None)
    officer.write(("Seen or said", "Said hello."))
    officer.press("Ctrl+Return")
    (contact,) = store.find(Contact)
    assert contact.channel == "gate"
    page = officer.open_family("khan")
    assert isinstance(page, FamilyPage)
    officer.down_to("On the playground")


def test_a_note_is_found_by_a_word_with_and_without_its_accent(
    officer: AtDesk, make: Make, khan: Made
) -> None:
    make.contact(khan, facts="Zoë’s aunt minds them at the crèche till five.")
    for typed in ("crèche", "creche"):
        officer.go_to("Families")
        officer.press("Ctrl+K")
        officer.type(typed)
        officer.press("Return")
        page = officer.window.current_screen()
        assert isinstance(page, FamilyPage)
        assert page.subject() == khan.id
        officer.down_to("crèche")
        officer.press("Return")
        assert "Zoë’s aunt minds them" in officer.heard()
        officer.press("Esc")
