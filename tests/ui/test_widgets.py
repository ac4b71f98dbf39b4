"""Every widget of the kit: what it says, what it does, and that it wears every scheme and size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QEnterEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QMenu,
    QMenuBar,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.layouts import boxed, column, row
from ui.signs import Tone
from ui.theme import Step
from ui.widgets.banner import ErrorSummary, PracticeBanner, RestrictionBanner
from ui.widgets.buttons import IconButton, KeyedButton, Kind
from ui.widgets.cards import Card, Footer, Rule, SectionHeading
from ui.widgets.chips import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Field, LineField, NoteEdit, PasswordEdit, SearchEdit
from ui.widgets.labels import Picture, SignedWords, Words
from ui.widgets.rail import Place, Rail
from ui.widgets.steps import Steps
from ui.widgets.strength import Progress, StrengthBar
from ui.widgets.toast import StatusStrip

PLACES = [Place("users", "Families", "Ctrl+1"), Place("messages", "Meetings", "Ctrl+2")]


def combo(*words: str) -> QComboBox:
    made = QComboBox()
    made.addItems(words)
    made.setAccessibleName("Year")
    return made


def disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def with_tabs() -> QWidget:
    tabs = QTabBar()
    tabs.setAccessibleName("Parts of the page")
    for name in ("Timeline", "Barriers  3"):
        tabs.addTab(name)
    return tabs


def with_menus() -> QWidget:
    bar = QMenuBar()
    menu = QMenu("&File", bar)
    menu.addAction(QAction("Lock", bar))
    bar.addMenu(menu)
    return bar


def scrolling() -> QWidget:
    area = QScrollArea()
    area.setWidget(Words("\n".join(["Many lines"] * 60)))
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedHeight(120)
    return area


def half_done() -> QWidget:
    bar = QProgressBar()
    bar.setValue(50)
    return bar


def restricted() -> QWidget:
    banner = RestrictionBanner()
    banner.show_restrictions([("Court order", "Mr Khan must not collect.")])
    return banner


def with_problem() -> QWidget:
    field = LineField("Group 5", hint="As on the paper")
    field.set_problem("Look at group 5 again.")
    return field


def strip() -> QWidget:
    made = StatusStrip()
    made.show_backup("Backed up 2 days ago")
    made.show_notice("Practice only")
    made.say("Contact logged.", with_undo=True)
    return made


def rail() -> QWidget:
    made = Rail("Oakfield Primary", PLACES, [Place("settings", "Settings", "Ctrl+,")])
    made.set_current(0)
    return made


def steps() -> QWidget:
    made = Steps(["Where", "Passphrase", "Recovery sheet", "You", "Start"])
    made.set_current(2)
    made.setMinimumWidth(600)
    return made


def strength() -> QWidget:
    made = StrengthBar()
    made.show_strength(4, "Strong")
    return made


def chips() -> QWidget:
    return boxed(column(*(Chip(tone.name.lower(), tone) for tone in Tone)))


def ticks() -> QWidget:
    on, radio = QCheckBox("Agreed"), QRadioButton("&Worry")
    on.setChecked(True)
    radio.setChecked(True)
    off = QRadioButton("&Good news")
    return boxed(row(on, radio, off, disabled(QCheckBox("Not now")), disabled(QRadioButton("No"))))


def buttons() -> QWidget:
    made = [KeyedButton(kind.name.title(), kind, icon_name="plus", key="Ctrl+N") for kind in Kind]
    for kind in (Kind.PRIMARY, Kind.SECONDARY, Kind.QUIET):
        off = KeyedButton("Off", kind, icon_name="check", key="Esc")
        off.setEnabled(False)
        made.append(off)
    pressed = KeyedButton("On", Kind.SECONDARY)
    pressed.setCheckable(True)
    pressed.setChecked(True)
    return boxed(column(*made, pressed, IconButton("x", "Close", key="Esc")))


def card() -> QWidget:
    heading = SectionHeading("Follow-ups", 2, KeyedButton("Add", Kind.QUIET, icon_name="plus"))
    footer = Footer(row(SignedWords("pencil", "Draft kept 10:42"), None))
    words = boxed(row(Words("Taster-day letter"), Picture("mail"), margins=(14, 0, 14, 0)))
    return Card(column(heading, Rule(), words, footer, margins=(1, 1, 1, 1)))


def empty() -> QWidget:
    return EmptyState("users", "No families yet", "Import a file.", KeyedButton("Import"))


def progress() -> QWidget:
    made = Progress("Steps done")
    made.show_progress(4, 7)
    return made


def text_box() -> QWidget:
    made = QTextEdit("words")
    made.setAccessibleName("Note")
    return made


MAKERS = [
    *(buttons, chips, ticks, card, empty, progress, strength, steps, rail, strip, with_problem),
    *(restricted, half_done, with_tabs, with_menus, scrolling, text_box),
]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize(("scheme", "size"), [(Scheme.LIGHT, 100), (Scheme.DARK, 150)])
def test_it_is_painted_and_can_be_used_by_everybody(
    qtbot: QtBot,
    appearance: Appearance,
    make: Callable[[], QWidget],
    scheme: Scheme,
    size: int,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(column(make(), combo("Any year"), SearchEdit("Find"), None, margins=(8,) * 4))
    window.show()
    before = window.grab().toImage()
    appearance.set_text_size(size)
    appearance.set_scheme(scheme)
    window.resize(window.sizeHint() + QSize(300, 40))
    QTest.qWait(1)
    assert faults(window) == []
    if scheme is Scheme.DARK:
        assert window.grab().toImage() != before


def test_the_focus_is_shown_on_every_kind_of_control(qtbot: QtBot) -> None:
    controls = [
        KeyedButton("Save", Kind.PRIMARY),
        KeyedButton("Cancel", Kind.QUIET),
        KeyedButton("More"),
        combo("Any year"),
        LineField("Name"),
        NoteEdit("Note"),
        QCheckBox("Agreed"),
        QRadioButton("Worry"),
        with_tabs(),
        restricted(),
        rail(),
    ]
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(column(*controls))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for control in controls:
        window.setFocus()
        unfocused = control.grab().toImage()
        size = control.size()
        target = control if not isinstance(control, Rail) else control.buttons()[1]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.grab().toImage() != unfocused, control
        assert control.size() == size


def test_a_button_shows_its_key_unless_room_is_short(qtbot: QtBot, appearance: Appearance) -> None:
    button = KeyedButton("Log contact", Kind.PRIMARY, icon_name="message-plus", key="Ctrl+N")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    assert button.accessibleDescription() == "Ctrl+N"
    appearance.set_text_size(130)
    bare = KeyedButton("Log contact", Kind.PRIMARY, icon_name="message-plus")
    qtbot.addWidget(bare)
    assert button.sizeHint() == bare.sizeHint()
    appearance.set_text_size(100)
    assert button.sizeHint().width() == wide


def test_a_restriction_says_everything_and_none_hides_it(qtbot: QtBot) -> None:
    banner = RestrictionBanner(compact=True)
    qtbot.addWidget(banner)
    banner.show_restrictions([("Court order", "Mr <Khan> must not collect."), ("Asked by", "B.")])
    assert banner.isVisibleTo(None)
    assert banner.accessibleName() == (
        "Restriction. Court order. Mr <Khan> must not collect. Asked by. B."
    )
    assert banner.focusPolicy() == Qt.FocusPolicy.StrongFocus
    with qtbot.waitSignal(banner.details):
        banner.findChild(QPushButton).click()
    banner.show_restrictions([])
    assert banner.isHidden()


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(qtbot: QtBot) -> None:
    window, field, summary = QWidget(), LineField("Group 5"), ErrorSummary()
    qtbot.addWidget(window)
    window.setLayout(column(summary, field))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    summary.show_problems([("Group 5 does not match the sheet", field)])
    qtbot.waitUntil(summary.hasFocus)
    assert summary.accessibleName().startswith("One thing to put right")
    summary.grab()
    links = [link for link in summary.findChildren(KeyedButton) if link.text()]
    QTest.keyClick(links[0], Qt.Key.Key_Space)
    assert field.line.hasFocus()
    long = "Say who is visited: pick an adult, a child or a family."
    window.resize(700, 300)
    summary.show_problems([(long, None), ("Write a time, such as 3:30pm.", None)])
    first = next(link for link in summary.findChildren(KeyedButton) if link.text() == long)
    qtbot.waitUntil(lambda: first.width() >= first.sizeHint().width())
    assert summary.accessibleName().startswith("2 things to put right")
    summary.show_problems([])
    assert summary.isHidden()


def test_a_problem_stands_below_its_field_until_it_is_put_right(qtbot: QtBot) -> None:
    field = LineField("&Who", beside=True)
    qtbot.addWidget(field)
    field.set_text("  Mrs Khan ")
    assert field.text() == "Mrs Khan"
    assert field.line.accessibleName() == "Who"
    field.set_problem("Say who it was.")
    assert field.problem() == "Say who it was."
    assert field.line.property("bad") is True
    assert field.line.accessibleDescription() == "Say who it was."
    field.set_problem("")
    assert field.problem() == ""
    assert field.line.property("bad") is False


def test_a_note_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    note = NoteEdit("Note", lines=3)
    field = Field("&Note", note, beside=True)
    qtbot.addWidget(field)
    three = note.height()
    note.set_lines(6)
    assert note.height() > 1.6 * three
    note.setPlainText(" He came. ")
    assert note.text() == "He came."


def test_escape_empties_the_search_box_and_down_leaves_it(qtbot: QtBot) -> None:
    search = SearchEdit("Find")
    qtbot.addWidget(search)
    QTest.keyClicks(search, "kha")
    assert search.text() == "kha"
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    with qtbot.waitSignal(search.down):
        QTest.keyClick(search, Qt.Key.Key_Down)


def test_a_passphrase_is_hidden_until_show_is_pressed(qtbot: QtBot) -> None:
    edit = PasswordEdit("Passphrase")
    qtbot.addWidget(edit)
    edit.set_text("kettle marble")
    show = edit.findChild(KeyedButton)
    assert edit.line.displayText() != "kettle marble"
    show.click()
    assert edit.line.displayText() == "kettle marble"
    assert show.text() == "Hide"
    show.click()
    assert edit.line.displayText() != "kettle marble"
    edit.clear()
    assert edit.text() == ""


def test_caps_lock_is_seen_from_a_capital_without_shift(qtbot: QtBot) -> None:
    edit = PasswordEdit("Passphrase")
    qtbot.addWidget(edit)
    QTest.keyClick(edit.line, Qt.Key.Key_K)
    assert not edit.caps_lock_seen()
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, edit.line, Qt.Key.Key_K, "K", Qt.KeyboardModifier.NoModifier
    )
    assert edit.caps_lock_seen()
    QTest.keyClick(edit.line, Qt.Key.Key_CapsLock)
    assert not edit.caps_lock_seen()
    with qtbot.waitSignal(edit.entered):
        QTest.keyClick(edit.line, Qt.Key.Key_Return)


def test_a_toast_waits_while_it_is_looked_at(qtbot: QtBot) -> None:
    shown = StatusStrip()
    qtbot.addWidget(shown)
    shown.show_draft("Draft kept: note for Khan, 10:42")
    shown.show()
    shown.say("Contact logged.", with_undo=True)
    toast = shown.toast
    assert toast.sentence() == "Contact logged."
    assert toast.is_waiting()
    middle = QPointF(5, 5)
    toast.enterEvent(QEnterEvent(middle, middle, middle))
    assert not toast.is_waiting()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast.is_waiting()
    undo = toast.findChild(KeyedButton)
    toast.eventFilter(undo, QEvent(QEvent.Type.FocusIn))
    assert not toast.is_waiting()
    toast.eventFilter(undo, QEvent(QEvent.Type.FocusOut))
    assert toast.is_waiting()
    with qtbot.waitSignal(shown.undo):
        undo.click()
    assert toast.sentence() == ""
    assert shown.findChildren(KeyedButton)[1].isVisible()


def test_a_toast_moves_nothing_when_it_comes(qtbot: QtBot) -> None:
    shown = StatusStrip()
    qtbot.addWidget(shown)
    shown.show_saved("Saved")
    before = shown.sizeHint().height()
    shown.say("Contact logged.", with_undo=True)
    assert max(shown.minimumHeight(), shown.sizeHint().height()) == shown.minimumHeight()
    assert max(shown.minimumHeight(), before) == shown.minimumHeight()


def test_the_kept_draft_can_be_gone_on_with(qtbot: QtBot) -> None:
    shown = StatusStrip()
    qtbot.addWidget(shown)
    shown.show_saved("Saved")
    shown.show_draft("Draft kept: note for Khan, 10:42")
    with qtbot.waitSignal(shown.continue_draft):
        shown.findChildren(KeyedButton)[1].click()


def test_the_rail_goes_where_it_is_told(qtbot: QtBot) -> None:
    made = Rail("Oakfield Primary", PLACES)
    qtbot.addWidget(made)
    made.show()
    wide = made.width()
    with qtbot.waitSignal(made.chosen, check_params_cb=lambda place: place == 1):
        made.buttons()[1].click()
    made.set_wide(False)
    assert made.width() < wide
    assert made.buttons()[1].toolTip() == "Meetings  Ctrl+2"
    assert not made.grab().isNull()
    made.set_current(7)
    assert made.buttons()[1].isChecked()


def test_the_rail_is_told_once_by_a_click_and_once_by_a_screen_reader(qtbot: QtBot) -> None:
    made = Rail("Oakfield Primary", PLACES)
    qtbot.addWidget(made)
    told: list[int] = []
    made.chosen.connect(told.append)
    made.set_current(0)
    made.buttons()[1].click()
    made.buttons()[1].click()
    assert told == [1, 1]
    reached = QAccessible.queryAccessibleInterface(made.buttons()[0])
    assert reached.role() is QAccessible.Role.RadioButton
    made.buttons()[0].toggle()
    assert told == [1, 1, 0]


def test_the_steps_say_where_one_is(qtbot: QtBot) -> None:
    made = Steps(["Where to keep it", "Passphrase", "Start"])
    qtbot.addWidget(made)
    made.set_current(1)
    assert made.current() == 1
    assert made.accessibleName() == "Step 2 of 3: Passphrase"
    made.resize(120, made.height())
    assert not made.grab().isNull()


def test_words_and_signs_can_change_their_tone(qtbot: QtBot) -> None:
    words = Words("Open", Step.BODY)
    sign = SignedWords("check", "Matches", tone="praise")
    chip = Chip("Open", Tone.OPEN)
    for widget in (words, sign, chip):
        qtbot.addWidget(widget)
        widget.show()
    before = [widget.grab().toImage() for widget in (words, sign, chip)]
    words.set_tone("danger")
    words.set_step(Step.TITLE)
    sign.set_sign("alert-circle", tone="danger")
    chip.set_chip("Gone", Tone.GONE)
    after = [widget.grab().toImage() for widget in (words, sign, chip)]
    assert all(old != new for old, new in zip(before, after, strict=True))
    assert chip.text() == chip.accessibleName() == "Gone"


def test_an_icon_on_a_button_can_change(qtbot: QtBot) -> None:
    button = KeyedButton("Show", icon_name="eye")
    qtbot.addWidget(button)
    before: QPixmap = button.grab()
    button.set_icon_name("eye-off")
    assert button.grab().toImage() != before.toImage()


def test_the_practice_banner_is_striped(qtbot: QtBot) -> None:
    banner = PracticeBanner("Practice record")
    qtbot.addWidget(banner)
    banner.resize(400, banner.sizeHint().height())
    picture = banner.grab().toImage()
    foot = banner.height() - 2
    seen = {picture.pixelColor(QPoint(x, foot)).name() for x in range(100, 160)}
    assert len(seen) > 1
