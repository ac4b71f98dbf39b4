"""Where the officer was when the record was locked, kept inside the record until she is back."""

from __future__ import annotations

from liaison.store.drafts import Draft
from liaison.store.store import Store

KIND = "place"


def keep_place(store: Store, words: str) -> None:
    """Keep where she was, in the window's own words. Raises ReadOnly and NotKept."""
    store.keep_draft(Draft(KIND, KIND, "", words))


def place_left(store: Store) -> str:
    """Where she was at the last lock; empty when the record was closed since."""
    return next((each.body for each in store.drafts() if each.kind == KIND), "")


def forget_place(store: Store) -> None:
    """She is back, or it was closed: there is nowhere to go back to."""
    store.drop_draft(KIND)
