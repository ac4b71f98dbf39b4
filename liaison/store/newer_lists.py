"""Lists and values of a later version of this program, put into a record made before it."""

from __future__ import annotations

from dataclasses import replace

from liaison.model.choice import Choice
from liaison.model.default_lists import default_choices
from liaison.store.changes import Kind
from liaison.store.store import Store


def add_newer_lists(store: Store) -> None:
    """Values the record never had, and what code may read of a value since.

    A value the school took out of a list stays out; labels stay the school's own.
    """
    ours = list(default_choices())
    known = {(each.list, each.code): each for each in store.find(Choice, deleted=True)}
    new = [each for each in ours if (each.list, each.code) not in known]
    flagged = [
        replace(old, flags=(*old.flags, *more))
        for each in ours
        if (old := known.get((each.list, each.code)))
        and (more := [flag for flag in each.flags if flag not in old.flags])
        and not old.deleted
    ]
    if not new and not flagged:
        return
    with store.saving(Kind.CREATE) as saving:
        for each in new:
            saving.add(each)
        for each in flagged:
            saving.change(each)
