"""The strip at the foot of the window, when it has more to say than there is room for."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.audit import cut_off
from ui.appearance import Appearance
from ui.widgets.labels import SignedWords
from ui.widgets.toast import StatusStrip

LONG = (
    "Restriction: saved. Nobody has read the order yet, so letters and information wait until "
    "Friday 27 November; Mrs Hall asks the court for a copy."
)
ACROSS = 968


def test_a_short_toast_is_no_wider_than_its_words(qtbot: QtBot) -> None:
    shown = StatusStrip()
    qtbot.addWidget(shown)
    shown.resize(ACROSS, 36)
    shown.show()
    shown.say("Done.")
    assert shown.toast.width() == shown.toast.one_line()


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_a_long_toast_is_read_whole_with_undo_beside_it(
    qtbot: QtBot, appearance: Appearance, text_size: int
) -> None:
    appearance.set_text_size(text_size)
    shown = StatusStrip()
    qtbot.addWidget(shown)
    shown.show_notice("Practice only")
    shown.show_backup("Backed up 2 days ago")
    shown.show_saved("Saved")
    shown.resize(ACROSS, 36)
    shown.show()
    shown.say(LONG, with_undo=True)
    shown.resize(ACROSS, shown.sizeHint().height())
    assert cut_off(shown) == []
    undo = shown.toast.undo_button
    assert undo.mapTo(shown, undo.rect().topRight()).x() <= shown.width()
    assert shown.minimumSizeHint().width() <= ACROSS
    assert not shown.findChildren(SignedWords)[-1].isVisible()
    undo.click()
    assert shown.findChildren(SignedWords)[-1].isVisible()
