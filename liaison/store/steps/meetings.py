"""Meetings: what they are for, who comes, their agenda, what is ready, and what came of them."""

from liaison.store.engine_words import Database
from liaison.store.shaping import add_index, create_shared, run

MEETING_TABLES = {
    "meeting": (
        (
            "kind purpose held_on held_at channel place chair minute_taker standby "
            "standby_extension standby_told_on interpreter person interpreter_booked_on opening "
            "agenda_given_on agenda_given_how consent_on notes strengths outcome words "
            "words_of child_voice child_voice_how disagreement view next_on thanked_on thanked_how "
            "state reason closed_on follows contact"
        ),
        "minutes neutral private clear_exit no_action no_next moved",
    ),
    "meeting_person": (
        (
            "meeting person name role comes came invited_on invited_how instead left_out_reason "
            "copy_given_on copy_given_how"
        ),
        "",
    ),
    "agenda_item": ("meeting what detail whose said", "position minutes share"),
    "meeting_action": (
        "meeting action side person owner due known_by follow_up",
        "position",
    ),
    "meeting_check": ("meeting what done_on", "position not_needed"),
    "meeting_pattern": ("kind opening agenda checks phrases", "weeks"),
}

MEETING_INDEXES = (
    "meeting(contact)",
    "meeting_person(meeting)",
    "meeting_person(person)",
    "agenda_item(meeting)",
    "meeting_action(meeting)",
    "meeting_check(meeting)",
    "meeting(held_on)",
)


NOT_WRITTEN_UP = """
CREATE INDEX meeting_not_written_up ON meeting(held_on, held_at, id)
WHERE deleted = 0 AND state IN ('planned', 'held');
"""
"""What Today asks for, in the words it asks with: it then reads no more rows than it shows."""


def meetings(db: Database) -> None:
    """The tables of meetings. Those of one day, and of a family, are found without a scan."""
    for name, (texts, integers) in MEETING_TABLES.items():
        create_shared(db, name, texts.split(), integers.split())
    for index in MEETING_INDEXES:
        add_index(db, index)
    run(db, NOT_WRITTEN_UP)
