"""The audit itself: a fault planted in a window is found, and only that one."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import faults
from ui.layouts import column
from ui.widgets.buttons import KeyedButton
from ui.widgets.fields import LineField
from ui.widgets.labels import Words


class Form(QWidget):
    """A small window without a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Words("Who was it?")
        self.who = LineField("Who")
        self.what = LineField("What was said")
        self.save = KeyedButton("Save")
        self.setLayout(column(self.heading, self.who, self.what, self.save))


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def forget_a_name(form: Form) -> None:
    form.who.line.setAccessibleName("")
    for label in form.who.findChildren(QLabel):
        label.setBuddy(form.save)


def make_a_target_small(form: Form) -> None:
    form.save.setFixedHeight(20)


def cut_a_button(form: Form) -> None:
    form.save.setFixedWidth(30)


def cut_words(form: Form) -> None:
    form.heading.setFixedWidth(20)


def cut_lines(form: Form) -> None:
    form.heading.setText("A sentence that needs several lines to be said at all. " * 4)
    form.heading.setWordWrap(True)
    form.heading.setFixedHeight(12)


def write_in_amber(form: Form) -> None:
    form.heading.set_tone("amber")


def write_white_on_a_button(form: Form) -> None:
    plain = QPushButton("Delete")
    pale = QPalette()
    pale.setColor(QPalette.ColorRole.ButtonText, QColor("#FFFFFF"))
    plain.setPalette(pale)
    form.layout().addWidget(plain)
    plain.show()
    form.grab()


def type_in_grey(form: Form) -> None:
    pale = QPalette()
    pale.setColor(QPalette.ColorRole.Text, QColor("#BBBBBB"))
    form.who.set_text("Mrs Khan")
    form.who.line.setPalette(pale)


def go_up(form: Form) -> None:
    QWidget.setTabOrder(form.what.line, form.who.line)


def go_back(form: Form) -> None:
    right, left = QPushButton("Right", form), QPushButton("Left", form)
    right.setGeometry(300, 260, 80, 34)
    left.setGeometry(10, 260, 80, 34)
    QWidget.setTabOrder(form.save, right)
    QWidget.setTabOrder(right, left)
    right.show()
    left.show()


FAULTS = {
    forget_a_name: "has no accessible name",
    make_a_target_small: "is only",
    cut_a_button: "is cut off",
    cut_words: "is cut off",
    cut_lines: "is cut off below",
    write_in_amber: "has a contrast of only",
    write_white_on_a_button: "has a contrast of only 1.0",
    type_in_grey: "has a contrast of only",
    go_up: "Tab goes backwards",
    go_back: "Tab goes backwards from QPushButton 'Right'",
}


def test_a_sound_window_passes(form: Form) -> None:
    assert faults(form) == []


@pytest.mark.parametrize(
    ("plant", "said"), FAULTS.items(), ids=[plant.__name__ for plant in FAULTS]
)
def test_a_planted_fault_is_found(form: Form, plant: Callable[[Form], None], said: str) -> None:
    plant(form)
    found = faults(form)
    assert found
    assert all(said in sentence for sentence in found), found


def test_what_cannot_be_seen_is_not_judged(form: Form) -> None:
    hidden = QLineEdit(form)
    hidden.hide()
    assert faults(form) == []
