"""Whether a meeting's interpreter is another parent of the school, as far as the record knows."""

from __future__ import annotations

from liaison.model.copies.naming import full_names, names
from liaison.model.interpreting import ASK
from liaison.model.meeting import Meeting
from liaison.store.store import Store


def another_parent(store: Store, meeting: Meeting) -> tuple[str, ...]:
    """A warning where the interpreter has the name of an adult of another family."""
    if not meeting.interpreter:
        return ()
    rows = store.query(
        "SELECT forename, known_as, surname, known_as_surname FROM person "
        "WHERE kind = 'adult' AND deleted = 0 AND family != :family",
        family=meeting.family,
    )
    adults = names(name for one, used, *last in rows for name in full_names((one, used), last))
    return (ASK,) if adults.in_text(meeting.interpreter) else ()
