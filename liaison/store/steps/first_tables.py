"""The tables of the first version, their indexes, the log, and what is kept beside it."""

from liaison.store.engine_words import Database
from liaison.store.shaping import add_index, create_shared, run

FIRST_TABLES = {
    "family": ("name strengths what_works own_word left_on review_on", "colleague"),
    "person": (
        (
            "kind name_title forename middle_names surname known_as known_as_surname letter_name "
            "pronouns date_of_birth sex died_on year_group class_name upn_print first_language "
            "home_language sen_status sen_needs previous_school next_school key_adult organisation "
            "job left_on ethnicity religion medical"
        ),
        "year_group_in looked_after free_school_meals",
    ),
    "membership": ("person lives_there since until", ""),
    "relationship": (
        "child adult relationship raw_code responsibility responsibility_from evidence_on",
        "position emergency_contact",
    ),
    "contact_point": (
        "person kind place value message_safe never_at also_seen_by",
        "position",
    ),
    "address": (
        "person house street locality town county postcode",
        "as_the_child confidential",
    ),
    "contact_preference": (
        (
            "person channel best_times never_at languages interpreter reading format access "
            "dates_to_avoid what_works"
        ),
        "",
    ),
    "restriction": (
        (
            "adult children what force order_kind words does_not_affect asked_by seen_on read_by "
            "held_where chaser head serious_harm review_on recorded_on starts_on ends_on"
        ),
        "",
    ),
    "contact": (
        (
            "held_on held_at channel direction outcome about nature purposes place facts words "
            "words_of view child_voice agreed told caller_known_by occasion"
        ),
        "minutes keep_from_family",
    ),
    "contact_person": ("contact person part", ""),
    "follow_up": (
        (
            "action why kind side person owner raised_by due part_of_day priority state waiting_on "
            "reason closed_on source completed_by"
        ),
        "tries snoozes",
    ),
    "barrier": ("kind words person source since effects state state_on review_on", ""),
    "adjustment": ("barrier kind note offered_on offered_by accepted worked review_on", ""),
    "transition_concern": (
        (
            "child move move_on domain words level raised_by raised_on strengths what_works "
            "support owner owner_there to_school pass_on not_passed_on state next_on"
        ),
        "",
    ),
    "attendance_snapshot": (
        "child school taken_on",
        "year possible attended authorised unauthorised",
    ),
    "home_visit": (
        "going_on leaves_at due_back_at officer watcher phone purpose returned_at contact",
        "",
    ),
    "dsl_slip": ("written_on written_at draft handed_to confirmed_by confirmed_on", ""),
    "dsl_pointer": ("person told_on told how reference", ""),
    "school_date": ("kind name starts_on ends_on", ""),
    "saved_view": ("name screen filters", "position"),
    "choice": ("list code label list_version flags", "position retired"),
    "import_batch": (
        "imported_on file_kind file_version qualifier digest",
        "families children adults changed",
    ),
    "sharing_log": (
        "made_on made_at sheet audience reader way digest",
        "copy_number copies pages",
    ),
    "settings": (
        (
            "school officer officer_role dpo dpo_agreed_on second_key_holder "
            "office_list_checked_on marking special_on"
        ),
        "practice",
    ),
}

FIRST_INDEXES = (
    "membership(person)",
    "relationship(child)",
    "relationship(adult)",
    "contact_point(person)",
    "address(person)",
    "contact_preference(person)",
    "restriction(adult)",
    "contact(family, held_on)",
    "contact(held_on)",
    "contact_person(contact)",
    "contact_person(person)",
    "follow_up(source)",
    "adjustment(barrier)",
    "transition_concern(child)",
    "attendance_snapshot(child)",
    "home_visit(going_on)",
    "transition_concern(raised_on)",
    "barrier(since)",
    "choice(list)",
    "change(batch)",
    "change(family, clock, device)",
    "change(device, number)",
    "change(clock, device)",
)

PROMISES = """
CREATE INDEX follow_up_ours
ON follow_up(due, id, family, person, state, waiting_on, side, deleted)
WHERE deleted = 0 AND state IN ('open', 'in_progress') AND waiting_on IS NULL AND side = 'school';

CREATE INDEX follow_up_of_others
ON follow_up(due, id, family, person, state, waiting_on, side, deleted)
WHERE deleted = 0 AND state IN ('open', 'in_progress', 'waiting')
AND (state = 'waiting' OR waiting_on IS NOT NULL OR side != 'school');

CREATE INDEX person_who_died ON person(family) WHERE deleted = 0 AND died_on IS NOT NULL;
"""
"""What Today asks for, in the words it asks with: it then reads no more rows than it shows."""

LOG = """
CREATE TABLE change (
    id TEXT PRIMARY KEY, batch TEXT NOT NULL, device TEXT NOT NULL, number INTEGER NOT NULL,
    clock TEXT NOT NULL, actor TEXT NOT NULL, family TEXT NOT NULL, schema INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT, digest TEXT NOT NULL, previous TEXT NOT NULL, mac TEXT
) STRICT;

CREATE INDEX change_unsealed ON change(kind) WHERE mac IS NULL;

CREATE TRIGGER change_starts_unsealed BEFORE INSERT ON change WHEN NEW.mac IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a change starts unsealed'); END;

CREATE TRIGGER change_sealed_once BEFORE UPDATE ON change
WHEN NEW.id IS NOT OLD.id OR NEW.batch IS NOT OLD.batch OR NEW.device IS NOT OLD.device
    OR NEW.number IS NOT OLD.number OR NEW.clock IS NOT OLD.clock OR NEW.actor IS NOT OLD.actor
    OR NEW.family IS NOT OLD.family OR NEW.schema IS NOT OLD.schema OR NEW.kind IS NOT OLD.kind
    OR NEW.digest IS NOT OLD.digest OR NEW.previous IS NOT OLD.previous
    OR NOT (
        (OLD.mac IS NULL AND NEW.mac IS NOT NULL AND NEW.body IS OLD.body)
        OR (OLD.mac IS NEW.mac AND NEW.body IS NULL
            AND EXISTS (SELECT 1 FROM change WHERE mac IS NULL AND kind = 'purge'))
    )
BEGIN SELECT RAISE(ABORT, 'a change is sealed once and only a purge empties it'); END;

CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'a change stays'); END;
"""

LOCAL = """
CREATE TABLE record_key (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1), chain TEXT NOT NULL, upn TEXT NOT NULL
) STRICT;

CREATE TABLE local_device (id TEXT PRIMARY KEY, place TEXT NOT NULL, machine TEXT NOT NULL) STRICT;

CREATE TABLE local_draft (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, family TEXT NOT NULL, body TEXT NOT NULL,
    kept_at TEXT NOT NULL
) STRICT;

CREATE TABLE local_glance (
    family TEXT PRIMARY KEY, last_contact TEXT, abouts TEXT NOT NULL, next_due TEXT
) STRICT;

CREATE INDEX local_glance_last ON local_glance(last_contact);

CREATE INDEX local_glance_abouts ON local_glance(abouts, last_contact);

CREATE TABLE local_found (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, family TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX local_found_id ON local_found(id);

CREATE VIRTUAL TABLE local_words USING fts5(
    words, content='local_found', content_rowid='n', tokenize='unicode61', prefix='2 3'
);

CREATE VIEW local_name AS SELECT n, words FROM local_found WHERE kind IN ('family', 'person');

CREATE VIRTUAL TABLE local_naming USING fts5(
    words, content='local_name', content_rowid='n', tokenize='unicode61', prefix='2 3'
);

CREATE VIRTUAL TABLE local_trigram USING fts5(
    words, content='local_name', content_rowid='n', tokenize='trigram'
);
"""


def first_tables(db: Database) -> None:
    """The tables of the first version, their guards, the log, and what is kept beside it."""
    run(db, LOG)
    for name, (texts, integers) in FIRST_TABLES.items():
        create_shared(db, name, texts.split(), integers.split())
    for index in FIRST_INDEXES:
        add_index(db, index)
    run(db, PROMISES)
    run(db, LOCAL)
