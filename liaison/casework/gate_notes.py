"""Notes at the gate: a few words with no family yet, kept among the drafts and filed later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.contacts import Logged, log_contact
from liaison.model.contact import Contact, Part
from liaison.store.drafts import Draft
from liaison.store.ids import new_id
from liaison.store.store import Store

KIND = "gate"


@dataclass(frozen=True)
class GateNote:
    """A note and when it was: ``at`` is local, HH:MM. A new one has no id yet."""

    words: str
    day: date
    at: str
    id: str = ""


def keep_gate_note(store: Store, note: GateNote) -> GateNote:
    """Keep a note, new or once more; its own day and time stay."""
    kept = replace(note, id=note.id or new_id())
    body = {"words": kept.words, "day": kept.day.isoformat(), "at": kept.at}
    store.keep_draft(Draft(kept.id, KIND, "", json.dumps(body, ensure_ascii=False)))
    return kept


def gate_notes(store: Store) -> list[GateNote]:
    """Notes not filed yet, the oldest first."""
    found = [_note(draft) for draft in store.drafts() if draft.kind == KIND]
    waiting = [each for each in found if store.first(Contact, "id = :id", id=each.id) is None]
    return sorted(waiting, key=lambda each: (each.day, each.at, each.id))


def drop_gate_note(store: Store, note: GateNote) -> None:
    """Throw a note away."""
    store.drop_draft(note.id)


def file_gate_note(
    store: Store,
    note: GateNote,
    contact: Contact,
    *,
    people: Sequence[tuple[str, Part]] = (),
    today: date,
) -> Logged:
    """The note becomes a contact at the gate, at its own time, and the draft is dropped.

    The contact takes the note's id, so that a crash in between cannot file it twice.
    """
    filed = replace(
        contact,
        id=note.id,
        held_on=note.day,
        held_at=note.at,
        channel="gate",
        facts=note.words,
    )
    logged = log_contact(store, filed, people=people, today=today)
    store.drop_draft(note.id)
    return logged


def _note(draft: Draft) -> GateNote:
    body = json.loads(draft.body)
    return GateNote(body["words"], date.fromisoformat(body["day"]), body["at"], draft.id)
