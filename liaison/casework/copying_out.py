"""One contact as plain text, for pasting into the safeguarding or information system."""

from __future__ import annotations

from liaison.casework.timeline import contact_title
from liaison.dates import clock_words, long_date
from liaison.model.contact import Contact
from liaison.model.family_record import FamilyRecord
from liaison.store.store import Store


def contact_text(store: Store, contact: Contact, record: FamilyRecord) -> str:
    """The contact's facts and words, dated and signed. Never my view, never the label."""
    settings = store.settings
    when = long_date(contact.held_on)
    at = f", {clock_words(contact.held_at)}" if contact.held_at else ""
    lines = [
        f"{when}{at}. {contact_title(contact, record, store.label)}.",
        f"Outcome: {store.label('outcome', contact.outcome)}.",
    ]
    if contact.facts:
        lines.append(contact.facts)
    if contact.words:
        lines.append(f"In their words: “{contact.words}”")
    if contact.agreed:
        lines.append(f"Agreed: {contact.agreed}")
    signature = ", ".join(part for part in (settings.officer, settings.officer_role) if part)
    return "\n".join([*lines, signature] if signature else lines)
