"""The desk a sheet lies on: as wide as there is room, until a size is chosen by hand."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.preview.desk import Desk
from ui.preview.pages import PageImage
from ui.widgets.buttons import IconButton

A4 = 595.0


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    image = QImage(1190, 1684, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    made.resize(900, 600)
    made.show()
    made.show_pages([PageImage(image, "What we talked about", A4, 842)])
    return made


def zoom(desk: Desk) -> str:
    return desk._zoom_words.text()


def press(desk: Desk, name: str) -> None:
    (button,) = [each for each in desk.findChildren(IconButton) if each.accessibleName() == name]
    button.click()


def test_a_page_opens_as_wide_as_there_is_room(qtbot: QtBot, desk: Desk) -> None:
    assert zoom(desk) == "75 %"
    desk.resize(560, 480)
    assert 58 <= int(zoom(desk).removesuffix(" %")) <= 64
    qtbot.waitUntil(lambda: desk._paper.horizontalScrollBar().maximum() == 0)
    desk.resize(900, 480)
    assert zoom(desk) == "75 %"


def test_a_size_chosen_by_hand_stays(desk: Desk) -> None:
    press(desk, "Larger page")
    assert zoom(desk) == "100 %"
    desk.resize(500, 480)
    assert zoom(desk) == "100 %"
    press(desk, "Smaller page")
    press(desk, "Smaller page")
    assert zoom(desk) == "50 %"
