"""What is kept between two paintings is measured anew when the text, or what is shown, changes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.appearance import Appearance
from ui.flow import Flow
from ui.layouts import boxed
from ui.theme import Step, line_height, px, width_of
from ui.widgets.labels import Words

WORDS = "Worried about the move"


def test_words_are_measured_anew_when_the_text_grows(appearance: Appearance) -> None:
    wide, high, drawn = width_of(WORDS, Step.STRONG), line_height(), px(18)
    appearance.set_text_size(200)
    assert width_of(WORDS, Step.STRONG) > 1.8 * wide
    assert line_height() > 1.8 * high
    assert px(18) == 2 * drawn
    appearance.set_text_size(100)
    assert (width_of(WORDS, Step.STRONG), line_height(), px(18)) == (wide, high, drawn)


def test_a_label_that_changes_its_tone_or_step_is_dressed_anew(
    appearance: Appearance, qtbot: QtBot
) -> None:
    label = Words(WORDS)
    qtbot.addWidget(label)
    colour, size = label.palette().windowText().color(), label.font().pointSizeF()
    label.set_tone("danger")
    label.set_step(Step.TITLE)
    assert label.palette().windowText().color() != colour
    assert label.font().pointSizeF() > size


def test_a_flow_is_lower_once_what_filled_its_second_line_is_put_away(
    appearance: Appearance, qtbot: QtBot
) -> None:
    first, second = Words(WORDS), Words(WORDS)
    flow = Flow(first, second)
    box = boxed(flow)
    qtbot.addWidget(box)
    box.show()
    narrow = first.sizeHint().width() + 20
    two_lines = flow.heightForWidth(narrow)
    second.hide()
    assert flow.heightForWidth(narrow) < two_lines


def test_what_stands_apart_keeps_its_end_of_the_line_when_it_is_alone(qtbot: QtBot) -> None:
    first, last = Words(WORDS), Words(WORDS)
    box = boxed(Flow(first, last, apart=True))
    qtbot.addWidget(box)
    box.resize(900, 60)
    with qtbot.waitExposed(box):
        box.show()
    end = last.geometry().right()
    first.hide()
    qtbot.waitUntil(lambda: last.geometry().right() == end == box.width() - 1)
