"""How to reach an adult, in short lines, each with the icon that stands before it."""

from collections.abc import Callable, Iterator

from liaison.model.family import LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.person import Person
from liaison.model.reach import ContactPoint, ContactPreference, PointKind

Label = Callable[[str, str], str]
Line = tuple[str, str]


def reach_lines(record: FamilyRecord, adult: Person, label: Label) -> list[Line]:
    """What suits her, her numbers and whether to leave a message, language, and where she lives.

    Nothing for somebody who has died.
    """
    if adult.died_on is not None:
        return []
    lines = [line for each in _preferences(record, adult) for line in _suits(each, label)]
    for point in record.reach_of(adult.id):
        lines += _point(point, label)
    lines += [line for each in _preferences(record, adult) for line in _language(each)]
    home = record.lives_there(adult.id)
    if home in (LivesThere.NO, LivesThere.PART):
        lines.append(("home", home.label))
    return lines


def preference_words(record: FamilyRecord, adult: Person, label: Label) -> str:
    """What suits her best, as in "Text message, after 3 pm", or nothing."""
    found = (words for each in _preferences(record, adult) for _, words in _suits(each, label))
    return next(found, "")


def _preferences(record: FamilyRecord, adult: Person) -> list[ContactPreference]:
    return [each for each in record.preferences if each.person == adult.id]


def _suits(preference: ContactPreference, label: Label) -> Iterator[Line]:
    best = label("channel", preference.channel) if preference.channel else ""
    suits = ", ".join(filter(None, (best, preference.best_times)))
    if suits:
        yield "message-2", suits
    if preference.never_at:
        yield "ban", f"Never {preference.never_at}"


def _point(point: ContactPoint, label: Label) -> list[Line]:
    if point.kind is PointKind.EMAIL:
        return [("mail", point.value)]
    where = label("point_place", point.place) if point.place else ""
    lines = [("phone", " ".join(filter(None, (point.value, where.lower()))))]
    lines.append(("message", point.message_safe.label))
    if point.never_at:
        lines.append(("ban", f"Never at {point.never_at}"))
    return lines


def _language(preference: ContactPreference) -> Iterator[Line]:
    helped = f"interpreter: {preference.interpreter}" if preference.interpreter else ""
    spoken = ", ".join(filter(None, (preference.languages, helped)))
    if spoken:
        yield "language", spoken[:1].upper() + spoken[1:]
    if preference.access:
        yield "ear", preference.access
