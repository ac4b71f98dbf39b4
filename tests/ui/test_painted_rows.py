"""Lists and tables: what is heard, what is kept when they are filled again, what the keys do."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import faults
from ui.appearance import Appearance
from ui.canvas import Canvas
from ui.delegates.entries import EntryRow, FollowUpRow, HeadingRow, PersonRow
from ui.delegates.families import FamilyRow, FamilyTable
from ui.delegates.rows import ROW, PaintedRow, RowList
from ui.delegates.timeline import MonthRow, TimelineRow, day_words
from ui.layouts import column
from ui.signs import Tone, paint_chip
from ui.theme import LIGHT, Step, palette, width_of
from ui.widgets.cards import Card

NOTE = "She is still worried about the bus."
TEXT = TimelineRow(
    "1", date(2026, 11, 21), "message-2", "Text from Mrs Khan", NOTE, Tone.WORRY, "Worry"
)
LETTER = TimelineRow("2", date(2026, 11, 14), "mail", "Letter to Mrs Khan", "Taster day")
MIXED: tuple[PaintedRow, ...] = (
    MonthRow("November 2026"),
    TEXT,
    LETTER,
    HeadingRow("Overdue", 3),
    HeadingRow("Later"),
    FollowUpRow("3", "Ring about lunch money", "4 days late", Tone.LATE, about="Khan"),
    FollowUpRow("4", "Thank-you letter", "18 Nov", done=True),
    FollowUpRow("5", "No date yet", ""),
    EntryRow("6", "bus", "Transport", "Three weeks", "Open", Tone.OPEN),
    EntryRow("7", "flag", "Worried about the bus", at_right="Sat", icon_tone="concern"),
    PersonRow("8", "user", "Mrs Amina Khan", "Mum", (("phone", "07700 900 412"),), first=True),
    PersonRow("9", "user", "Mr Shahid Khan", "Dad", restricted=True),
)
KHAN = FamilyRow(
    id="khan",
    name="Khan",
    children="Zara Y6, Ali Y3",
    first_to_ring="Mrs Amina Khan",
    last="Sat 21 Nov",
    how="Text",
    due="1 day late",
    restricted=True,
)
ABDI = FamilyRow("abdi", "Abdi", "Hodan Y2", last="Fri 2 Oct", how="7 weeks", quiet=True)


@pytest.fixture
def listed(qtbot: QtBot) -> RowList:
    made = RowList("Timeline")
    qtbot.addWidget(made)
    made.show_rows(MIXED)
    made.resize(420, 700)
    made.show()
    return made


@pytest.fixture
def table(qtbot: QtBot) -> FamilyTable:
    made = FamilyTable("Families")
    qtbot.addWidget(made)
    made.show_rows([ABDI, KHAN])
    made.resize(900, 300)
    made.show()
    return made


def test_every_row_is_one_sentence_to_a_screen_reader(listed: RowList) -> None:
    model = listed.model()
    heard = [
        model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for number in range(model.rowCount())
    ]
    assert heard[:6] == [
        "November 2026",
        "Saturday 21 November 2026. Text from Mrs Khan. Worry. " + NOTE,
        "Saturday 14 November 2026. Letter to Mrs Khan. Taster day",
        "Overdue, 3",
        "Later",
        "To do: Ring about lunch money, Khan, 4 days late",
    ]
    assert heard[6:] == [
        "Done: Thank-you letter, 18 Nov",
        "To do: No date yet",
        "Transport, Open, Three weeks",
        "Worried about the bus, Sat",
        "Mrs Amina Khan, Mum. 07700 900 412",
        "Mr Shahid Khan, Dad. Restriction",
    ]


def test_headings_are_passed_over_by_the_keys(listed: RowList) -> None:
    listed.choose_first()
    assert listed.current_id() == "1"
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.current_id() == "3"
    assert not listed.model().flags(listed.model().index(0, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_a_list_keeps_its_place_when_it_is_filled_again(listed: RowList) -> None:
    listed.choose("2")
    listed.show_rows([LETTER, TEXT])
    assert listed.current_id() == "2"
    assert listed.currentIndex().row() == 0
    listed.clearFocus()
    listed.show_rows([TEXT])
    assert listed.current_id() == ""
    listed.choose("nobody")
    assert listed.current_id() == ""
    listed.show_rows([])
    listed.choose_first()
    assert listed.rows() == ()


def test_the_row_that_took_the_place_is_current_while_the_keys_are_there(
    qtbot: QtBot, listed: RowList
) -> None:
    listed.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    listed.show_rows(MIXED)
    listed.choose(LETTER.id)
    listed.show_rows([row for row in MIXED if row is not LETTER])
    assert listed.current_id() == "3"
    listed.show_rows((MIXED[0], TEXT))
    assert listed.current_id() == TEXT.id
    listed.show_rows(())
    assert listed.current_id() == ""


def test_enter_opens_and_moving_is_told(qtbot: QtBot, listed: RowList) -> None:
    with qtbot.waitSignal(listed.moved, check_params_cb=lambda row: row == "2"):
        listed.choose("2")
    with qtbot.waitSignal(listed.opened, check_params_cb=lambda row: row == "2"):
        QTest.keyClick(listed, Qt.Key.Key_Return)


def test_space_and_a_click_on_the_box_tick_only_what_can_be_ticked(
    qtbot: QtBot, listed: RowList
) -> None:
    ticked: list[str] = []
    listed.ticked.connect(ticked.append)
    listed.choose("1")
    QTest.keyClick(listed, Qt.Key.Key_Space)
    listed.choose("3")
    QTest.keyClick(listed, Qt.Key.Key_Space)
    rect = listed.visualRect(listed.currentIndex())
    box = MIXED[5].tick_box(QRectF(rect)).center().toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(listed.viewport(), left, pos=box)
    QTest.mouseClick(listed.viewport(), left, pos=rect.center() + QPoint(40, 0))
    assert ticked == ["3", "3"]


def test_a_fitted_list_is_as_high_as_its_rows_at_every_text_size(
    qtbot: QtBot, appearance: Appearance
) -> None:
    made = RowList("Follow-ups", fit=True)
    qtbot.addWidget(made)
    made.show_rows(MIXED)
    small = made.height()
    assert small == sum(row.high() for row in MIXED)
    assert made.minimumSizeHint().height() == small
    appearance.set_text_size(150)
    assert made.height() > 1.3 * small


def test_rows_are_painted_chosen_focused_and_not(qtbot: QtBot, listed: RowList) -> None:
    listed.clearFocus()
    plain = listed.grab().toImage()
    listed.choose("3")
    chosen = listed.grab().toImage()
    listed.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    assert len({plain.cacheKey(), chosen.cacheKey()}) == 2
    assert plain != chosen
    assert listed.grab().toImage() != chosen


def test_a_list_and_a_table_pass_the_audit(qtbot: QtBot, table: FamilyTable) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = RowList("Timeline")
    rows.show_rows(MIXED)
    window.setLayout(column(Card(column(table)), rows))
    window.show()
    assert faults(window) == []


def test_a_family_is_one_sentence_to_a_screen_reader(table: FamilyTable) -> None:
    heard = table.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == (
        "Khan, Restriction, Zara Y6, Ali Y3, Mrs Amina Khan, Sat 21 Nov Text, 1 day late"
    )
    assert table.model().index(1, 3).data() == "Sat 21 Nov Text"
    assert table.model().index(1, 1).data(Qt.ItemDataRole.ToolTipRole) is None
    assert table.model().index(0, 0).data(ROW) is ABDI
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert table.model().headerData(0, across) == "Family"
    assert table.model().headerData(0, down) is None


def test_the_table_keeps_its_family_when_it_is_filled_again(
    qtbot: QtBot, table: FamilyTable
) -> None:
    table.choose_first()
    with qtbot.waitSignal(table.moved, check_params_cb=lambda family: family == "khan"):
        table.choose("khan")
    table.show_rows([KHAN, ABDI])
    assert (table.current_id(), table.currentIndex().row()) == ("khan", 0)
    with qtbot.waitSignal(table.opened, check_params_cb=lambda family: family == "khan"):
        QTest.keyClick(table, Qt.Key.Key_Return)
    table.show_rows([ABDI])
    assert table.current_id() == ""
    table.choose("nobody")
    table.show_rows([])
    table.choose_first()
    assert len(table.rows()) == 0


def test_tab_leaves_the_table(qtbot: QtBot, table: FamilyTable) -> None:
    assert not table.tabKeyNavigation()


def test_a_long_family_name_is_given_the_room_there_is(table: FamilyTable) -> None:
    long = replace(KHAN, name="Featherstone-Okonkwo")
    table.show_rows([ABDI, long], long.name)
    needed = width_of(long.name, Step.STRONG) + 18 + 8
    assert table.columnWidth(0) > needed
    days = [table.columnWidth(column) for column in (3, 4)]
    table.show_rows([ABDI])
    assert table.columnWidth(0) > needed  # what is filtered moves no column
    table.resize(1200, 300)
    assert [table.columnWidth(column) for column in (3, 4)] == days
    assert sum(table.columnWidth(column) for column in range(5)) == table.viewport().width()


def test_columns_leave_from_the_middle_when_room_is_short(table: FamilyTable) -> None:
    assert [table.isColumnHidden(column) for column in range(5)] == [False] * 5
    table.resize(500, 300)
    assert [table.isColumnHidden(column) for column in range(5)] == [
        *(False, False, True, False, False)
    ]
    table.resize(400, 300)
    assert table.isColumnHidden(1)
    assert not table.isColumnHidden(0)
    widths = sum(table.columnWidth(column) for column in range(5))
    assert widths == table.viewport().width()


def test_the_chosen_family_is_ringed_when_the_table_has_the_focus(
    qtbot: QtBot, table: FamilyTable, appearance: Appearance
) -> None:
    table.choose("khan")
    table.clearFocus()
    before = table.grab().toImage()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.grab().toImage() != before
    small = table.rowHeight(0)
    appearance.set_text_size(200)
    assert table.rowHeight(0) > small


def test_a_day_in_a_list_is_short() -> None:
    assert day_words(date(2026, 11, 2)) == "Mon 2 Nov"


def test_in_a_slim_list_words_stand_above_their_chip_and_lines_are_wrapped() -> None:
    words = "Book the Urdu interpreter for the next meeting in school"
    wide = FollowUpRow("a", words, "Thu 26 Nov")
    slim = FollowUpRow("a", words, "Thu 26 Nov", room=272)
    short = FollowUpRow("b", "Ring", "Thu 26 Nov", room=272)
    assert slim.high() > wide.high() == short.high()
    line = ("ban", "Never before 10am, works nights until Christmas")
    person = PersonRow("c", "user", "Mrs Khan", "Mother", (line,))
    in_slim = PersonRow("c", "user", "Mrs Khan", "Mother", (line,), room=226)
    assert in_slim.high() > person.high()
    assert in_slim.spoken == person.spoken
    shown = RowList("Follow-ups", fit=True)
    shown.show_rows([slim, short, in_slim])
    shown.setFixedWidth(272)
    assert not shown.grab().isNull()
    assert slim.tick_box(QRectF(0, 0, 272, slim.high())).top() < slim.high() / 2


def test_home_and_page_up_lead_to_the_first_row_below_its_heading(qtbot: QtBot) -> None:
    rows = RowList("Owed")
    qtbot.addWidget(rows)
    many = [FollowUpRow(str(number), f"Ring {number}", "today") for number in range(30)]
    rows.show_rows([HeadingRow("Overdue", 30), *many])
    rows.resize(300, 400)
    rows.show()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        rows.choose("3")
        qtbot.keyClick(rows, key)
        assert rows.current_id() == "0"
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.current_id() == "29"


def test_what_stands_on_the_chip_is_not_heard_twice() -> None:
    sent = TimelineRow("1", date(2026, 11, 21), "mail", "Letter to Mrs Khan", "Sent", sign="Sent")
    assert sent.spoken == "Saturday 21 November 2026. Letter to Mrs Khan. Sent."


def test_a_chip_in_little_room_shortens_its_words_and_keeps_its_ends(qtbot: QtBot) -> None:
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    canvas = Canvas(painter, palette(LIGHT))
    assert paint_chip(canvas, QPointF(0, 20), "21 days late", Tone.LATE, 60) == 60
    painter.end()
    assert picture.pixelColor(62, 20) == QColor(Qt.GlobalColor.white)
    assert picture.pixelColor(56, 20) == QColor(LIGHT.late_tint)
