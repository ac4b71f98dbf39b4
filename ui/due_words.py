"""When something is due, in the words and the tone of a chip."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from liaison.model.follow_up import FollowUp, Side
from ui.delegates.timeline import day_words
from ui.signs import Tone

Chip = tuple[str, Tone]


def due_chip(due: date | None, today: date) -> Chip:
    """Words like "4 days late", "Today" or "Fri 27 Nov"; none when no day is given."""
    if due is None:
        return "", Tone.LATER
    if due > today:
        shown = day_words(due) if due.year == today.year else f"{day_words(due)} {due.year}"
        return shown, Tone.LATER
    if due == today:
        return QCoreApplication.translate("Due", "Today"), Tone.TODAY
    late = (today - due).days
    if late == 1:
        return QCoreApplication.translate("Due", "1 day late"), Tone.LATE
    return QCoreApplication.translate("Due", "{0} days late").format(late), Tone.LATE


def promise_chip(follow_up: FollowUp, today: date) -> Chip:
    """As ``due_chip`` for what school promised; what a family promised is never called late."""
    words, tone = due_chip(follow_up.due, today)
    if follow_up.side is Side.SCHOOL or tone is not Tone.LATE or follow_up.due is None:
        return words, tone
    return day_words(follow_up.due), Tone.LATER
