"""Windows, panes, labels and links take the room their words need, and no more than there is."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.appearance import Appearance
from ui.frame import Frame, first_size
from ui.layouts import boxed, column
from ui.scrolling import SidePane
from ui.theme import px
from ui.widgets.fields import LineField
from ui.widgets.labels import Words
from ui.widgets.lined_up import BESIDE
from ui.widgets.overlay import Panel
from ui.widgets.sentence_link import SentenceLink

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
