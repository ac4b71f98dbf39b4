"""Windows, panes, labels and links take the room their words need, and no more than there is."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance import Appearance
from ui.frame import Frame, first_size
from ui.layouts import boxed, column
from ui.scrolling import Scrolling, SidePane
from ui.style import HouseStyle
from ui.theme import px
from ui.view_bar import FilterBox
from ui.widgets.fields import LineField
from ui.widgets.labels import Words
from ui.widgets.lined_up import BESIDE
from ui.widgets.overlay import Panel
from ui.widgets.sentence_link import SentenceLink


class Written(HouseStyle):
    """The house's style, which remembers what it wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def drawItemText(self, *given: Any, **named: Any) -> None:  # noqa: N802 - Qt calls it so
        self.words.append(given[5])
        super().drawItemText(*given, **named)


LONG = "Say who raised it, on which day, and what the child said in words of their own. " * 2


def test_a_window_opens_within_what_a_task_bar_leaves_of_a_small_screen() -> None:
    assert first_size(QSize(1280, 760), QSize(1366, 728)) == QSize(1280, 688)
    assert first_size(QSize(1280, 760), QSize(1024, 552)) == QSize(1008, 512)
    assert first_size(QSize(1280, 760), QSize(1920, 1040)) == QSize(1280, 760)


def test_a_window_is_made_to_fit_the_screen_it_is_on(qtbot: QtBot) -> None:
    window = Frame()
    qtbot.addWidget(window)
    window.resize(9000, 300)
    window.fit_screen()
    assert window.width() < window.screen().availableGeometry().width()
    assert window.height() == 300


def test_a_side_pane_is_as_wide_as_drawn_until_its_words_need_more(qtbot: QtBot) -> None:
    words = Words("Follow-ups")
    pane = SidePane(column(words), 240)
    qtbot.addWidget(pane)
    pane.show()
    assert pane.minimumWidth() == pane.maximumWidth() == px(240)
    words.setText("What we have said to one another in this half of the term")
    QApplication.processEvents()
    assert pane.minimumWidth() > words.sizeHint().width()
    pane.stand_alone(alone=True)
    assert pane.minimumWidth() == 0


def test_what_a_key_gives_the_focus_to_comes_into_sight(qtbot: QtBot) -> None:
    fields = [LineField(f"&{letter} field") for letter in "ABCDEFGHIJ"]
    area = Scrolling(column(*fields))
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    last = fields[-1].line
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert last.visibleRegion().boundingRect() == last.rect()
    fields[0].line.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert fields[0].line.visibleRegion().boundingRect() == fields[0].line.rect()


def test_a_key_that_leads_back_to_the_same_field_shows_it_again(qtbot: QtBot) -> None:
    fields = [LineField(f"&{letter} field") for letter in "ABCDEFGHIJ"]
    area, elsewhere = Scrolling(column(*fields)), LineField("Elsewhere")
    window = boxed(column(elsewhere, (area, 1)))
    qtbot.addWidget(window)
    window.resize(300, 260)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    last = fields[-1].line
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    elsewhere.line.setFocus()
    area.verticalScrollBar().setValue(0)
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert last.visibleRegion().boundingRect() == last.rect()


def test_what_is_to_be_put_right_comes_into_sight_with_its_field(qtbot: QtBot) -> None:
    fields = [LineField(f"&{letter} field") for letter in "ABCDEFGHIJ"]
    area = Scrolling(column(*fields, 300))
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    wrong = fields[5]
    wrong.set_problem("Say how the thank-you was sent.")
    QApplication.processEvents()
    area.show_widget(wrong.line)
    assert wrong.visibleRegion().boundingRect() == wrong.rect()


def test_a_window_that_comes_back_stays_where_it_was_scrolled_to(qtbot: QtBot) -> None:
    fields = [LineField(f"&{letter} field") for letter in "ABCDEFGHIJ"]
    area, other = Scrolling(column(*fields)), QWidget()
    for each in (area, other):
        qtbot.addWidget(each)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    fields[-1].line.setFocus()
    assert area.verticalScrollBar().value() > 0
    area.verticalScrollBar().setValue(0)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    assert fields[-1].line.hasFocus()
    assert area.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("width", "whole"), [(400, True), (160, False)])
def test_a_choice_longer_than_its_box_is_shortened_and_not_cut(
    qtbot: QtBot, appearance: Appearance, width: int, whole: bool
) -> None:
    box = FilterBox("Which meeting", widest=400)
    qtbot.addWidget(box)
    box.offer([("all", "All meetings on Sunday 22 November")], "all")
    box.resize(width, 34)
    drawn = Written()
    box.setStyle(drawn)
    box.grab()
    (words,) = drawn.words
    assert words.endswith("…") is not whole
    assert box.currentText() == "All meetings on Sunday 22 November"


def test_labels_beside_their_fields_share_the_width_of_the_longest(
    qtbot: QtBot, appearance: Appearance
) -> None:
    short, long = LineField("Who", beside=True), LineField("Due back on", beside=True)
    panel = Panel("Home visit", boxed(column(short, long)))
    qtbot.addWidget(panel)
    panel.resize(600, 300)
    panel.show()
    assert begins(short) == begins(long) == px(BESIDE) + 10
    long.set_label("Due back at the latest on")
    appearance.set_text_size(150)
    QApplication.processEvents()
    assert begins(short) == begins(long) > px(BESIDE) + 10


def begins(field: LineField) -> int:
    """How far from the field's own edge its line is typed in."""
    return field.line.mapTo(field, QPoint()).x()


def test_a_sentence_that_leads_somewhere_wraps(qtbot: QtBot) -> None:
    link = SentenceLink(LONG, "danger")
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayout(column(link, None))
    box.resize(300, 400)
    box.show()
    assert link.width() <= 300
    assert link.height() >= 4 * link.fontMetrics().height()
    assert link.heightForWidth(2000) < link.height()


def test_an_ampersand_in_a_sentence_is_no_key(qtbot: QtBot) -> None:
    link = SentenceLink("Marks & Co is no family.", "danger")
    qtbot.addWidget(link)
    assert link.shortcut().isEmpty()
