"""A window in a language that runs from the right: mirrored, but every word runs as it should."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.canvas import LEFT, RIGHT, Canvas
from ui.direction import runs_from_right, turned
from ui.layouts import row
from ui.signs import Tone, chip_size, paint_chip
from ui.theme import LIGHT, palette, width_of
from ui.widgets.buttons import KeyedButton
from ui.widgets.labels import Words

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
LATE = "6 days late"
URDU = "فاطمہ خان"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    yield
    qapp.setLayoutDirection(LEFT_TO_RIGHT)


def words_painted(text: str, direction: Qt.LayoutDirection) -> QImage:
    """At the left of a room with some to spare: only their own direction can make a difference."""
    room = QRectF(0, 0, width_of(text) + 20, 30)
    picture = QImage(room.size().toSize(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)
    canvas = Canvas(painter, palette(LIGHT))
    canvas.mirror(room)
    canvas.words(room, text, align=RIGHT if direction is RIGHT_TO_LEFT else LEFT)
    painter.end()
    return picture


def dark_at(picture: QImage) -> float:
    """Where the middle of what is painted lies, from 0 at the left to 1 at the right."""
    columns = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < 150
    ]
    return sum(columns) / len(columns) / picture.width()


@pytest.mark.parametrize("text", [LATE, "07700 900332 mobile", "“It is a long way.”", "12 point"])
@pytest.mark.usefixtures("appearance")
def test_numbers_and_quotes_stay_where_they_belong(text: str) -> None:
    assert words_painted(text, RIGHT_TO_LEFT) == words_painted(text, LEFT_TO_RIGHT)


@pytest.mark.usefixtures("appearance")
def test_a_chip_is_mirrored_but_not_its_words() -> None:
    size = chip_size(LATE, Tone.LATE)
    pictures = []
    for direction in (LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setLayoutDirection(direction)
        canvas = Canvas(painter, palette(LIGHT))
        canvas.mirror(QRectF(picture.rect()))
        paint_chip(canvas, QPointF(0, size.height() / 2), LATE, Tone.LATE)
        painter.end()
        pictures.append(picture)
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[0].flipped(Qt.Orientation.Horizontal)


def test_the_first_letter_says_which_way_words_run() -> None:
    assert runs_from_right(f"07700 900332 {URDU}")
    assert not runs_from_right("6 days late")
    assert not runs_from_right("07700")


@pytest.mark.parametrize(
    ("icon", "other"), [("chevron-left", "chevron-right"), ("arrow-right", "arrow-left")]
)
def test_an_arrow_points_the_other_way(icon: str, other: str) -> None:
    assert turned(icon) == other
    assert turned("user") == "user"
    assert turned("arrow-back-up") == "arrow-back-up"


@pytest.mark.usefixtures("mirrored")
def test_a_label_stands_at_the_right_in_either_alphabet(qtbot: QtBot) -> None:
    for text in ("Abdi", URDU):
        label = Words(text)
        qtbot.addWidget(label)
        label.resize(400, 30)
        assert dark_at(label.grab().toImage()) > 0.75, text


def test_a_label_stands_at_the_left_otherwise(qtbot: QtBot) -> None:
    label = Words("Abdi")
    qtbot.addWidget(label)
    label.resize(400, 30)
    assert dark_at(label.grab().toImage()) < 0.25


@pytest.mark.usefixtures("mirrored")
def test_margins_are_mirrored_with_the_layout(qtbot: QtBot) -> None:
    one, other = QWidget(), QWidget()
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayout(row((one, 1), (other, 1), margins=(40, 0, 10, 0), spacing=0))
    box.resize(250, 30)
    box.show()
    assert one.geometry().right() == 250 - 40 - 1
    assert other.geometry().left() == 10


@pytest.mark.usefixtures("mirrored")
def test_the_icon_of_a_button_stands_at_its_right(qtbot: QtBot) -> None:
    button = KeyedButton("", icon_name="plus", key="Ctrl+Shift+N")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    picture = button.grab().toImage()
    middle = picture.height() // 2
    row_of_pixels = [picture.pixelColor(x, middle).lightness() for x in range(picture.width())]
    half = picture.width() // 2
    assert min(row_of_pixels[half:-3]) < 100
