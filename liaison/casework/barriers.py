"""What gets in the way, what was tried, and how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.model.barrier import Adjustment, Barrier, BarrierState
from liaison.store.store import Store


def add_barrier(store: Store, barrier: Barrier, *, today: date) -> Barrier:
    """Keep a barrier, since today unless another day is given."""
    with store.saving() as saving:
        return saving.add(replace(barrier, since=barrier.since or today, state_on=today))


def add_adjustment(store: Store, adjustment: Adjustment, *, today: date) -> Adjustment:
    """Keep what was offered about a barrier."""
    officer = store.settings.officer
    offered = replace(
        adjustment,
        offered_on=adjustment.offered_on or today,
        offered_by=adjustment.offered_by or officer,
    )
    with store.saving() as saving:
        return saving.add(offered)


def change_state(store: Store, barrier: Barrier, state: BarrierState, *, today: date) -> Barrier:
    """The barrier eases, is gone, or was not so after all."""
    with store.saving() as saving:
        return saving.change(replace(barrier, state=state, state_on=today))
