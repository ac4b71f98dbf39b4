"""Whether one letter may go to two adults: only where both are known to live together."""

from __future__ import annotations

from datetime import date

from liaison.model.copies.confidential import as_on, hidden_from
from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person
from liaison.model.restriction import What
from liaison.model.ruling import Answer, ruling


def not_together(record: FamilyRecord, first: Person, second: Person, on: date) -> str:
    """Why each of them gets a letter of her own, in a sentence; nothing when one will do."""
    if first.id == second.id:
        return "Choose two different adults, or one."
    record = as_on(record, on)
    both = f"{first.addressed} and {second.addressed}"
    if any(record.lives_there(each.id) is not LivesThere.YES for each in (first, second)):
        return f"{both} are not known to live together. Write to each of them."
    if hidden_from(record, first.id) or hidden_from(record, second.id):
        return f"An address in this family is confidential. Write to {both} one by one."
    asked = [
        ruling(record.restrictions, what=what, adult=each.id, child=None, on=on, names=record.names)
        for each in (first, second)
        for what in What
    ]
    if any(each.answer is not Answer.ALLOW for each in asked):
        return f"There is a restriction. Write to {both} one by one."
    return ""
