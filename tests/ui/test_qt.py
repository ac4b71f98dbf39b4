"""What this Qt must be able to do: an upgrade that breaks it has to fail here."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_give_nothing_back_do_not_wear_out(qtbot: QtBot) -> None:
    """One release dropped a reference to None with every void call and aborted after thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(200_000):
        label.setText("odd" if number % 2 else "even")
    assert label.text() == "odd"
