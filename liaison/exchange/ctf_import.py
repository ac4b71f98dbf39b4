"""Bringing a school's pupil file into the record: first worked out, then written as one batch."""

from __future__ import annotations

from datetime import date

from liaison.exchange.by_hand import LastWriters
from liaison.exchange.gathering import Gathering
from liaison.exchange.grouping import group_families
from liaison.exchange.import_adults import AdultWriting
from liaison.exchange.import_children import ChildWriting
from liaison.exchange.import_matches import Decisions, Matching
from liaison.exchange.import_plan import Counts, ImportPlan, ImportResult
from liaison.exchange.import_reminders import ReminderWriting
from liaison.exchange.known_record import KnownRecord
from liaison.exchange.matching_adults import match_adults
from liaison.exchange.matching_children import match_children
from liaison.exchange.pupil_file import PupilFile
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import ImportBatch
from liaison.store.changes import Kind
from liaison.store.store import Store


def plan_import(
    store: Store, file: PupilFile, *, today: date, decisions: Decisions | None = None
) -> ImportPlan:
    """Work out what importing this file would do. Nothing is written.

    ``decisions`` are what the officer chose about matches of an earlier plan of the same file.
    What the file leaves empty never overwrites, a partial file never misses anybody, and the same
    file a second time has nothing to do.
    """
    known, writers, warnings = KnownRecord(store), LastWriters(store), list(file.warnings)
    found = match_children(store, known, file.pupils, warnings)
    matching = Matching(known, found, decisions or {})
    children = matching.children(found)
    adults = matching.adults(match_adults(known, children))
    made = group_families(known, children, adults)
    gathering = Gathering(writers, warnings)
    _warn_of_nameless(file, warnings)

    special = frozenset(store.settings.special_on)
    for_children = ChildWriting(known, gathering, file=file, special_on=special, today=today)
    for members in made:
        for_children.family(members)
    for child in children:
        for_children.child(child)
    for_adults = AdultWriting(known, gathering)
    for adult in adults:
        for_adults.adult(adult)
    owner = store.settings.officer
    reminders = ReminderWriting(known, gathering, owner=owner, today=today)
    reminders.court_orders(adults, for_adults.ties)
    if file.full:
        reminders.left_out(children, adults, writers, but=matching.left_out)

    return ImportPlan(
        counts=Counts(
            families=len(made),
            children=sum(1 for each in children if not each.known),
            adults=sum(1 for each in adults if not each.known),
            changed=len(gathering.concerned),
            skipped=len(file.pupils) - len(found) + matching.skipped,
        ),
        warnings=tuple(dict.fromkeys(warnings)),
        added=tuple(gathering.added),
        altered=tuple(gathering.altered.values()),
        file_kind=file.format,
        file_version=file.version,
        full=file.full,
        digest=file.digest,
        planned_on=today,
        matches=matching.matches(store, gathering),
    )


def commit_import(store: Store, plan: ImportPlan) -> ImportResult:
    """Write everything the plan says as one batch that undo takes back, or nothing at all.

    ``ChangedMeanwhile`` when somebody changed an entry since it was worked out. An empty plan
    leaves the record as it is.
    """
    batch = ""
    if not plan.empty:
        with store.saving(Kind.IMPORT) as saving:
            batch = saving.batch
            saving.add(_note_of(plan))
            for entry in plan.added:
                saving.add(entry)
            for entry in plan.altered:
                saving.change(entry)
    return ImportResult(batch=batch, counts=plan.counts, warnings=plan.warnings)


def _note_of(plan: ImportPlan) -> ImportBatch:
    return ImportBatch(
        family=SETTINGS_STREAM,
        imported_on=plan.planned_on,
        file_kind=plan.file_kind,
        file_version=plan.file_version,
        qualifier="full" if plan.full else "partial",
        digest=plan.digest,
        families=plan.counts.families,
        children=plan.counts.children,
        adults=plan.counts.adults,
        changed=plan.counts.changed,
    )


def _warn_of_nameless(file: PupilFile, warnings: list[str]) -> None:
    for pupil in file.pupils:
        for contact in pupil.contacts:
            if not contact.surname:
                name = contact.name or "A contact"
                warnings.append(
                    f"{name} of {pupil.name or 'a pupil'} has no surname and was passed over."
                )
