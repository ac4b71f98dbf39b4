"""The short list under a box is the box's own: it goes with it, shown or not."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from ui.appearance import Appearance
from ui.delegates.entries import HeadingRow
from ui.tasks.log_contact.hits import Hits


@pytest.mark.parametrize("shown", [True, False])
def test_the_list_goes_with_its_box(appearance: Appearance, shown: bool) -> None:
    form = QWidget()
    box = QLineEdit(form)
    hits = Hits("Phrases", box)
    form.show()
    assert hits.isHidden(), "only what is found shows it"
    if shown:
        hits.show_rows([HeadingRow("Left a message")], form, QPoint(0, 20), 200)
        assert hits.isVisible()
    form.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(hits)
