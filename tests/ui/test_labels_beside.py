"""Labels beside their fields stand where they stood when something is to be put right."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from ui.appearance import Appearance
from ui.tasks.log_contact.promise_field import PromiseField
from ui.widgets.fields import LineField


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
    assert abs(before - field.line.geometry().center().y()) <= 2
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
