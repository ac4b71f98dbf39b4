"""What is typed on the page of a meeting and not saved yet: kept as a draft, and shown again."""

import json
from collections.abc import Mapping
from typing import Any

from liaison.model.meeting import Meeting
from liaison.store.drafts import Draft
from liaison.store.store import Store
from ui.screens.planner.fields import MeetingFields

KIND = "meeting"
"""The kind of the draft, and what the screen answers to; its id is the meeting's."""


class Typed:
    """The unsaved words of one meeting at a time."""

    def __init__(self, store: Store, parts: Mapping[str, MeetingFields]) -> None:
        self._store = store
        self._parts = parts

    def is_there(self) -> bool:
        """Whether anything stands on the page that is not saved."""
        return any(part.by_hand() for part in self._parts.values())

    def keep(self, meeting: Meeting) -> bool:
        """Keep it; whether there was anything. ``NotKept`` where nothing can be written."""
        body = {name: part.by_hand() for name, part in self._parts.items()}
        if not any(body.values()):
            self.forget(meeting.id)
            return False
        words = json.dumps(body, ensure_ascii=False)
        self._store.keep_draft(Draft(meeting.id, KIND, meeting.family, words))
        return True

    def resume(self, meeting: str) -> str:
        """Show again what was kept; when that was, HH:MM, empty when nothing was."""
        draft = self._kept(meeting)
        if draft is None:
            return ""
        body: dict[str, Any] = json.loads(draft.body)
        for name, part in self._parts.items():
            part.resume(body.get(name, {}))
        return f"{draft.kept_at.astimezone():%H:%M}" if draft.kept_at else ""

    def forget(self, meeting: str) -> None:
        """It is saved, or given up."""
        if self._kept(meeting) is not None:
            self._store.drop_draft(meeting)

    def _kept(self, meeting: str) -> Draft | None:
        found = (each for each in self._store.drafts() if (each.kind, each.id) == (KIND, meeting))
        return next(found, None)
