"""Home visits: who is out, who watches, and that they came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from liaison.errors import NotReady
from liaison.model.visit import HomeVisit
from liaison.store.store import Store


def set_out(store: Store, visit: HomeVisit) -> HomeVisit:
    """Somebody goes out. ``NotReady`` when she would watch herself, or is back before she left."""
    problems = {}
    if visit.watcher.strip().casefold() == visit.officer.strip().casefold() and visit.officer:
        problems["watcher"] = "Somebody else has to watch for you coming back."
    if visit.leaves_at and visit.due_back_at and visit.due_back_at <= visit.leaves_at:
        problems["due_back_at"] = "The time back is not after the time out."
    if problems:
        raise NotReady(problems)
    with store.saving() as saving:
        return saving.add(visit)


def came_back(store: Store, visit: HomeVisit, *, at: str) -> HomeVisit:
    """Back safe, at HH:MM."""
    with store.saving() as saving:
        return saving.change(replace(visit, returned_at=at))


def is_overdue(visit: HomeVisit, *, on: date, at: str) -> bool:
    """Whether they should be back by now."""
    late_today = visit.going_on == on and visit.due_back_at < at
    return not visit.returned_at and (visit.going_on < on or late_today)
