"""What was being typed, kept until it is saved or thrown away. Never in the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Draft:
    """Unsaved typing: ``kind`` names the form, ``body`` is the form's own text, ``kept_at`` when.

    ``family`` may be empty: a note at the gate has no family yet.
    """

    id: str
    kind: str
    family: str
    body: str
    kept_at: datetime | None = None
