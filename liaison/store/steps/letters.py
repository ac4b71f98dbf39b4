"""The words of letters, in English and in home languages."""

from liaison.store.engine_words import Database
from liaison.store.shaping import create_shared


def letters(db: Database) -> None:
    """The table of texts for letters. There are few, so that no index is needed."""
    create_shared(
        db,
        "letter_text",
        (
            *("kind", "language", "name", "heading", "text"),
            *("translated_by", "checked_by", "checked_on", "checked_english"),
        ),
        (),
    )
