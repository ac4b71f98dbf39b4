"""Which lines stand under "To settle", and what their buttons do."""

from dataclasses import replace
from datetime import date
from textwrap import shorten

from PySide6.QtCore import QCoreApplication

from liaison.casework import place_left
from liaison.casework.gate_notes import GateNote, gate_notes
from liaison.casework.shredding import StillOut, shredded, still_out
from liaison.casework.telling_the_dsl import unconfirmed
from liaison.casework.today import Day
from liaison.casework.visits import came_back, is_overdue
from liaison.dates import clock_words, day_in_list
from liaison.errors import LiaisonError
from liaison.model.visit import HomeVisit
from liaison.store.drafts import Draft
from liaison.store.store import Store
from ui.screens.today.settling import DRAFT, PAPER, Unsettled
from ui.session import Session

VISIT, SLIPS = "visit", "slips"
FEW = 3
AS_LONG = 60


def unsettled(store: Store, day: Day, now: str) -> list[Unsettled]:
    """Visits still out, the slips as one line without a name, the newest drafts, and papers."""
    lines = [_visit(store, visit, day.on, now) for visit in day.visits]
    if day.slips:
        words = _said("1 slip to confirm") if day.slips == 1 else _said("{0} slips to confirm")
        lines.append(
            Unsettled(
                SLIPS,
                "",
                "shield",
                words.format(day.slips),
                _said("Who received it says so, by name."),
                _said("Confirm"),
            )
        )
    on_slips = {slip.draft for slip in unconfirmed(store)} if day.slips else set()
    drafts = [
        each for each in store.drafts() if each.id not in on_slips and each.kind != place_left.KIND
    ]
    gate = {note.id: note for note in gate_notes(store)} if drafts else {}
    lines += [
        _at_the_gate(gate[each.id], day.on) if each.id in gate else _draft(store, each)
        for each in drafts[:FEW]
    ]
    return lines + _papers(still_out(store), day.on)


def settle(session: Session, kind: str, id: str) -> None:
    """What the button of a line does."""
    if kind == VISIT:
        _back(session, id)
    elif kind == SLIPS:
        session.open("confirm-slip")
    elif kind == PAPER:
        _shred(session, id)
    else:
        session.open("draft", id)


def _back(session: Session, id: str) -> None:
    store = session.store
    at = f"{store.now().astimezone():%H:%M}"
    try:
        came_back(store, store.get(HomeVisit, id), at=at)
    except LiaisonError as refused:
        session.say(str(refused))
    else:
        session.say(_said("Back at {0}.").format(at), with_undo=True)


def _shred(session: Session, id: str) -> None:
    try:
        shredded(session.store, id, on=session.today())
    except LiaisonError as refused:
        session.say(str(refused))
    else:
        session.say(_said("Noted as shredded."), with_undo=True)


def _papers(out: list[StillOut], on: date) -> list[Unsettled]:
    """The first few, soonest first; the last of them says how many others there are."""
    lines = [_paper(each, on) for each in out[:FEW]]
    if len(out) > FEW:
        more = _said("{0} more after it").format(len(out) - FEW)
        lines[-1] = replace(lines[-1], line=f"{lines[-1].line} · {more}")
    return lines


def _paper(paper: StillOut, on: date) -> Unsettled:
    copies = _said("{0} copies").format(paper.copies) if paper.copies > 1 else ""
    several = _said("{0} families").format(paper.families) if paper.families > 1 else ""
    line = " · ".join(
        filter(
            None,
            (
                paper.family or several,
                copies,
                _said("printed {0}").format(day_in_list(paper.printed_on, on)),
                _said("shred by {0}").format(day_in_list(paper.shred_by, on)),
            ),
        )
    )
    late = _said("Shred it now") if paper.shred_by < on else ""
    title = _said("To shred: {0}").format(paper.title)
    return Unsettled(PAPER, paper.id, "file-text", title, line, _said("Shredded"), late)


def _visit(store: Store, visit: HomeVisit, on: date, now: str) -> Unsettled:
    family = _family_name(store, visit.family)
    who = _said("{0} is out").format(visit.officer)
    due = _said("due back {0}").format(visit.due_back_at)
    if visit.going_on != on:
        due = f"{due}, {day_in_list(visit.going_on, on)}"
    watcher = _said("{0} watches").format(visit.watcher) if visit.watcher else ""
    late = _said("Should be back") if is_overdue(visit, on=on, at=now) else ""
    line = " · ".join(filter(None, (family, due, watcher)))
    return Unsettled(VISIT, visit.id, "walk", who, line, _said("Back"), late)


def _at_the_gate(note: GateNote, on: date) -> Unsettled:
    """What it says is all there is to know it by: there is no family yet."""
    words = shorten(note.words, AS_LONG, placeholder="…")
    day = "" if note.day == on else day_in_list(note.day, on)
    line = " · ".join(filter(None, (words, day, clock_words(note.at))))
    return Unsettled(DRAFT, note.id, "pencil", _said("Note at the gate"), line, _said("Continue"))


def _draft(store: Store, draft: Draft) -> Unsettled:
    nowhere = _said("Settings") if draft.kind == "settings" else _said("No family yet")
    family = _family_name(store, draft.family) or nowhere
    kept = f"{draft.kept_at.astimezone():%H:%M}" if draft.kept_at else ""
    line = _said("{0}, kept {1}").format(family, kept)
    return Unsettled(DRAFT, draft.id, "pencil", _said("1 draft"), line, _said("Continue"))


def _family_name(store: Store, family: str) -> str:
    rows = store.query("SELECT name FROM family WHERE id = :id", id=family)
    return rows[0][0] if rows else ""


def _said(words: str) -> str:
    return QCoreApplication.translate("Unsettled", words)
