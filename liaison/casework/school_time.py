"""The school's own calendar: terms, half-terms and INSET days."""

from __future__ import annotations

from dataclasses import replace

from liaison.dates import short_date
from liaison.errors import NotReady
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.school_calendar import SchoolCalendar, SchoolDate, SchoolDateKind
from liaison.store.store import Store


def school_dates(store: Store) -> list[SchoolDate]:
    """Everything entered, in the order of its first days."""
    return store.find(SchoolDate, order="starts_on, id")


def calendar(store: Store) -> SchoolCalendar:
    """What the school's dates say."""
    return SchoolCalendar(school_dates(store))


def keep_school_date(store: Store, entry: SchoolDate) -> SchoolDate:
    """Add or change a term, half-term or INSET day. ``NotReady`` when its dates cannot be."""
    entry = replace(entry, family=SETTINGS_STREAM, ends_on=entry.ends_on or entry.starts_on)
    if entry.starts_on and entry.ends_on and entry.ends_on < entry.starts_on:
        raise NotReady({"ends_on": "The last day is before the first."})
    _refuse_overlap(store, entry)
    with store.saving() as saving:
        return saving.change(entry) if entry.version else saving.add(entry)


def _refuse_overlap(store: Store, entry: SchoolDate) -> None:
    """Terms do not overlap one another."""
    if entry.kind is not SchoolDateKind.TERM or not (entry.starts_on and entry.ends_on):
        return
    for other in store.find(SchoolDate, "kind = 'term'"):
        apart = (
            other.id == entry.id
            or not (other.starts_on and other.ends_on)
            or other.ends_on < entry.starts_on
            or other.starts_on > entry.ends_on
        )
        if not apart and other.starts_on and other.ends_on:
            raise NotReady(
                {
                    "starts_on": f"{other.name} runs from {short_date(other.starts_on)} to "
                    f"{short_date(other.ends_on)}: terms cannot overlap."
                }
            )
