"""Filters of a list kept under a name, for the whole record."""

from __future__ import annotations

from dataclasses import replace

from liaison.errors import NotReady
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.folded import squeezed
from liaison.model.saved_view import SavedView
from liaison.store.store import Store


def saved_views(store: Store, screen: str = "") -> list[SavedView]:
    """The views of one screen, or of all, in their order."""
    where = "screen = :screen" if screen else ""
    return store.find(SavedView, where, order="position, id", screen=screen)


def save_view(store: Store, name: str, *, screen: str, filters: tuple[str, ...]) -> SavedView:
    """Keep a filter under a name; the same name on the same screen is written over."""
    if not name.strip():
        raise NotReady({"name": "Give the view a name."})
    present = saved_views(store)
    same = [
        each for each in present if each.screen == screen and squeezed(each.name) == squeezed(name)
    ]
    with store.saving() as saving:
        if same:
            return saving.change(replace(same[0], filters=filters))
        view = SavedView(
            family=SETTINGS_STREAM,
            name=name.strip(),
            screen=screen,
            filters=filters,
            position=1 + max((each.position for each in present), default=0),
        )
        return saving.add(view)


def drop_view(store: Store, view: SavedView) -> None:
    """Forget a view."""
    with store.saving() as saving:
        saving.remove(view)
