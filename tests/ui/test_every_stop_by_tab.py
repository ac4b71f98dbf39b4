"""Tab comes to everything that the keys can go to, on every screen."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from liaison.casework.families import family_list
from liaison.casework.meetings import meetings_on
from ui.appearance import Appearance
from ui.contents import Contents
from ui.practice_record import practice_record
from ui.screens import SCREENS
from ui.screens.screen import Screen
from ui.session import Session
from ui.tasks import TASKS
from ui.window import MainWindow

ON = date(2026, 11, 23)
MOST = 200


def today() -> date:
    return ON


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    made = Session(practice_record(families=4, years=1, seed=2026, on=ON), today=today)
    yield made
    made.jobs.finish()
    made.close()


@pytest.fixture(scope="module")
def window(qapp: QApplication, wardrobe: Appearance, session: Session) -> Iterator[MainWindow]:
    """One for all of them: to make it takes longer than to go round it."""
    made = MainWindow(session, Contents(SCREENS, TASKS), wardrobe)
    made.resize(1366, 768)
    made.show()
    yield made
    session.jobs.finish()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.__name__)
def test_tab_leads_to_every_stop(
    window: MainWindow, session: Session, screen: type[Screen], qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    family = next(each.id for each in family_list(session.store, ON))
    meeting = meetings_on(session.store, ON)[0].id
    subjects = {"Families": family, "Meetings": meeting}
    session.open(min(screen.answers), subjects.get(screen.rail_place, ""))
    shown = window.current_screen()
    session.jobs.finish()
    QApplication.processEvents()
    came = set()
    for _ in range(MOST):
        at = QApplication.focusWidget() or window
        if at in came and len(came) > 1:
            break
        came.add(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    missed = [named(each) for each in stops(shown) if each not in came]
    assert missed == []


def stops(screen: QWidget) -> list[QWidget]:
    """What can take the keys now, and is no part of something that hands them on."""
    return [
        each
        for each in screen.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
    ]


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.toolTip()}"
