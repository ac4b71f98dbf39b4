"""What is typed in a form of the settings and not saved: a draft for each row of its list."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from liaison.errors import LiaisonError
from liaison.store.drafts import Draft
from ui.session import Session
from ui.widgets.notice import Notice

KIND = "settings"
"""The kind of the draft; its id is the part of the settings and the row, "Meetings/taf"."""

TYPING_MS = 1500
Box = QLineEdit | QPlainTextEdit


class TypedForm(QObject):
    """``part`` is the title of the part. ``notice`` says what is not saved, and throws it away."""

    def __init__(
        self, session: Session, part: str, boxes: Mapping[str, Box], notice: Notice
    ) -> None:
        super().__init__(notice)
        self._session, self._part = session, part
        self._boxes, self._notice = boxes, notice
        self._row = ""
        self._began: dict[str, str] = {}
        self._is_kept = False
        self._soon = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._soon.timeout.connect(self.keep)
        for box in boxes.values():
            box.textChanged.connect(self._soon.start)

    def begin(self, row: str) -> None:
        """The form was filled for this row: take that for what is saved, and show what is not."""
        self._row, self._began = row, self._typed()
        draft = self._kept()
        self._is_kept = draft is not None
        if draft is not None:
            for name, words in json.loads(draft.body).items():
                if name in self._boxes:
                    _write(self._boxes[name], words)
        self._soon.stop()
        when = draft.kept_at.astimezone() if draft and draft.kept_at else None
        said = self.tr("Not saved yet: what you typed at {0}.")
        self._notice.say(said.format(f"{when:%H:%M}") if when else "", with_button=True)

    def keep(self) -> None:
        """Keep what stands there and is not saved."""
        self._soon.stop()
        typed = self._typed()
        if not self._row or typed == self._began:
            self.forget()
            return
        body = json.dumps(typed, ensure_ascii=False)
        try:
            self._session.store.keep_draft(Draft(self._id(), KIND, "", body))
            self._is_kept = True
        except LiaisonError as refused:
            self._session.say(str(refused))

    def forget(self) -> None:
        """It is saved, or thrown away."""
        self._soon.stop()
        self._began = self._typed()
        if self._is_kept:
            self._session.store.drop_draft(self._id())
            self._is_kept = False
        self._notice.say("")

    def _typed(self) -> dict[str, str]:
        return {name: _read(box) for name, box in self._boxes.items()}

    def _kept(self) -> Draft | None:
        found = self._session.store.drafts() if self._row else []
        return next((each for each in found if (each.kind, each.id) == (KIND, self._id())), None)

    def _id(self) -> str:
        return f"{self._part}/{self._row}"


def _read(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _write(box: Box, words: str) -> None:
    if isinstance(box, QLineEdit):
        box.setText(words)
    else:
        box.setPlainText(words)
