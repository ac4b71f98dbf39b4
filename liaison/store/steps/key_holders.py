"""The names of those who hold a key to the record."""

from liaison.store.engine_words import Database
from liaison.store.shaping import add_index, create_shared


def key_holders(db: Database) -> None:
    """The table of key holders, found by the slot that a change names."""
    create_shared(db, "key_holder", ("slot", "kind", "name", "since", "ended_on"), ())
    add_index(db, "key_holder(slot)")
