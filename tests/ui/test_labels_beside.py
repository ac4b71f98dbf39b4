"""Labels beside their fields stand where they stood when something is to be put right."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from ui.appearance import Appearance
from ui.layouts import boxed, column
from ui.tasks.log_contact.promise_field import PromiseField
from ui.widgets.fields import Field, LineField


def middle(among: LineField) -> int:
    label = among.findChild(QLabel)
    assert label is not None
    return label.mapTo(among, QPoint(0, label.height() // 2)).y()


@pytest.mark.parametrize("text_size", [100, 150])
def test_a_label_beside_its_field_stays_when_a_problem_appears(
    qtbot: QtBot, appearance: Appearance, text_size: int
) -> None:
    appearance.set_text_size(text_size)
    field = LineField("&Who", hint="An adult or a child", beside=True)
    qtbot.addWidget(field)
    field.show()
    before = middle(field)
    where = field.line.mapTo(field, field.line.rect().center()).y()
    assert abs(before - where) <= 2
    field.set_problem("Say who it was: pick an adult, a child or a family.")
    field.resize(field.width(), field.sizeHint().height())
    assert middle(field) == before
    assert field.problem()


def test_the_day_understood_stays_beside_the_promise(qtbot: QtBot) -> None:
    promise = PromiseField(TODAY)
    qtbot.addWidget(promise)
    promise.show()
    promise.line.setText("ring back")
    promise.field.set_problem("Say by when.")
    promise.resize(700, promise.sizeHint().height())
    where = promise.answer.mapTo(promise, promise.answer.rect().center()).y()
    assert abs(where - promise.line.mapTo(promise, promise.line.rect().center()).y()) <= 2


@pytest.mark.parametrize("beside", [False, True])
def test_a_narrow_editor_begins_where_the_others_begin(qtbot: QtBot, *, beside: bool) -> None:
    box = QComboBox()
    box.setMaximumWidth(230)
    narrow, wide = Field("&Kind", box, beside=beside), LineField("&Name", beside=beside)
    window = boxed(column(narrow, wide, None))
    qtbot.addWidget(window)
    window.resize(600, 200)
    window.show()
    begin = [each.mapTo(window, QPoint(0, 0)).x() for each in (box, wide.line)]
    assert begin[0] == begin[1]
    assert box.width() == 230
