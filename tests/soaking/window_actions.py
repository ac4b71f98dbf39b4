"""Lawful things an officer does at the window: she looks, types, leaves, goes on, prints."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liaison.model.contact import About
from liaison.model.fields import Audience
from tests.soaking.casework_actions import Action
from tests.soaking.desk import Desk
from ui.appearance import Scheme
from ui.import_wizard.task import CHECK, CHOOSE, DONE, ImportWizard
from ui.screens import SCREENS
from ui.screens.family_summary import FamilySummary
from ui.search_box import SearchBox
from ui.tasks import TASKS
from ui.tasks.log_contact.task import LogContact
from ui.trail import Spot


def look_at_a_family(desk: Desk) -> None:
    desk.session.open("family", desk.family().family.id)


def go_somewhere(desk: Desk) -> None:
    """To a screen of the rail, and perhaps back."""
    number = desk.chance.choice([n for n, each in enumerate(SCREENS) if each.in_rail])
    desk.window.go_to(Spot(number))
    if desk.chance.random() < 0.3:
        desk.window.back()


def find_something(desk: Desk) -> None:
    desk.window.open_task(SearchBox.kind)
    box = desk.window.task()
    assert isinstance(box, SearchBox)
    QTest.keyClicks(box.typed, desk.chance.choice(("kha", "bus", "@an", ">log", "#trans", "zzz")))
    box.look()
    if desk.chance.random() < 0.5:
        QTest.keyClick(box.typed, Qt.Key.Key_Return)
    desk.settle()
    desk.window.close_task()


def open_any_task(desk: Desk) -> None:
    """One that stands in a menu; over a family, and left again."""
    kinds = sorted(each.kind for each in TASKS if each.menu)
    desk.window.open_task(desk.chance.choice(kinds), desk.family().family.id)
    desk.settle()
    desk.window.close_task()


def log_by_hand(desk: Desk) -> None:
    desk.session.open("log-contact", desk.family().family.id)
    task = desk.window.task()
    assert isinstance(task, LogContact)
    QTest.keyClicks(task.form.lanes.facts, desk.some_words().replace("é", "e"))
    task.form.about.buttons[desk.chance.choice(tuple(About))].click()
    if desk.chance.random() < 0.6 and task.form.who.who.family:
        task.save()
    desk.window.close_task()


def go_on_with_a_draft(desk: Desk) -> None:
    """What was left unfinished is saved, or thrown away."""
    kept = [each for each in desk.store.drafts() if each.kind == LogContact.kind]
    if not kept:
        return
    draft = desk.chance.choice(kept)
    desk.session.open("draft", draft.id)
    desk.settle()
    desk.window.close_task()
    if len(kept) > 3:
        desk.store.drop_draft(draft.id)


def print_a_summary(desk: Desk) -> None:
    desk.session.open("family-summary", desk.family().family.id)
    preview = desk.window.current_screen()
    assert isinstance(preview, FamilySummary)
    preview.choices.audiences[desk.chance.choice(tuple(preview.choices.audiences))].click()
    desk.settle()
    if preview.bench.paper is not None and desk.chance.random() < 0.3:
        preview.bench.print_paper()
        desk.settle()
    preview.choices.audiences[Audience.STAFF].click()
    desk.settle()


def import_the_file(desk: Desk) -> None:
    """The same file each time: after the first there is little to do, or nothing."""
    desk.window.open_task(ImportWizard.kind)
    wizard = desk.window.task()
    assert isinstance(wizard, ImportWizard)
    wizard.choose()
    desk.wait_until(lambda: wizard.pages.currentIndex() in range(CHOOSE + 1, DONE))
    for _ in range(CHECK):
        if wizard.pages.currentIndex() in range(CHOOSE + 1, DONE):
            wizard.go_on()
            desk.wait_until(lambda: wizard.pages.currentIndex() <= DONE)
    desk.settle()
    desk.window.close_task()


def change_the_look(desk: Desk) -> None:
    chosen = desk.chance.randrange(3)
    if chosen == 0:
        desk.appearance.set_scheme(desk.chance.choice((Scheme.LIGHT, Scheme.DARK)))
    elif chosen == 1:
        desk.appearance.set_text_size(desk.chance.choice((100, 150)))
    else:
        desk.session.switch_quiet()
        desk.settle()
        desk.session.switch_quiet()


def make_it_narrow(desk: Desk) -> None:
    desk.window.resize(*desk.chance.choice(((1366, 768), (1024, 552))))
    QApplication.processEvents()


WINDOW: tuple[Action, ...] = (
    *(look_at_a_family, look_at_a_family, look_at_a_family, go_somewhere, go_somewhere),
    *(find_something, open_any_task, log_by_hand, log_by_hand, go_on_with_a_draft),
    *(print_a_summary, import_the_file, change_the_look, make_it_narrow),
)
