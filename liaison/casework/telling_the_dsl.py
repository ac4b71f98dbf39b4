"""A worry about safety, on its way to the designated safeguarding lead. Its words are not kept.

They stand in a draft until the slip is confirmed received by name; then the draft is thrown away
without ever becoming an entry.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.errors import NotReady
from liaison.model.dsl import DslPointer, DslSlip
from liaison.store.store import Store

DANGER_NOW = "If a child or anybody is in danger now, ring 999."
ROUTES = (
    ("About a child", "Tell the DSL or a deputy, in person, now."),
    ("About a member of staff or a volunteer", "Tell the headteacher."),
    ("About the headteacher", "Tell the chair of governors or trustees."),
    ("Anyone may ring", "Children's social care, or the LADO."),
)
NOT_ON_CONSENT = "Sharing to protect a child never waits for consent."


def hand_over_slip(store: Store, slip: DslSlip) -> DslSlip:
    """The slip was printed and handed over; it stands as unconfirmed."""
    with store.saving() as saving:
        return saving.add(slip)


def confirm_slip(
    store: Store, slip: DslSlip, *, by: str, on: date, pointer: DslPointer | None = None
) -> DslSlip:
    """Somebody confirmed by name that the slip was received; its draft is thrown away."""
    if not by.strip():
        raise NotReady({"confirmed_by": "Write who confirmed that it was received."})
    with store.saving() as saving:
        confirmed = saving.change(replace(slip, confirmed_by=by.strip(), confirmed_on=on))
        if pointer:
            saving.add(pointer)
    if slip.draft:
        store.drop_draft(slip.draft)
    return confirmed


def unconfirmed(store: Store) -> list[DslSlip]:
    """Slips nobody has confirmed yet, the oldest first."""
    return store.find(DslSlip, "confirmed_on IS NULL", order="written_on, written_at, id")
