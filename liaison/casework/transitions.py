"""Worries about a child's move, from the day they are raised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.model.transition import ConcernState, TransitionConcern
from liaison.store.store import Store


def add_concern(store: Store, concern: TransitionConcern, *, today: date) -> TransitionConcern:
    """Keep a worry, raised today unless another day is given, followed by the officer."""
    raised = replace(
        concern,
        raised_on=concern.raised_on or today,
        owner=concern.owner or store.settings.officer,
    )
    with store.saving() as saving:
        return saving.add(raised)


def change_state(
    store: Store, concern: TransitionConcern, state: ConcernState
) -> TransitionConcern:
    """The worry moves on."""
    with store.saving() as saving:
        return saving.change(replace(concern, state=state))
