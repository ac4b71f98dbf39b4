"""Handing a meeting to the calendar, and a letter to the e-mail program. Each is noted."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from liaison.casework.handing_on import (
    CALENDAR,
    MAIL,
    mail_for,
    meeting_for_calendar,
    note_handed_on,
)
from liaison.casework.letters import LetterWish
from liaison.casework.lists import labels_now
from liaison.errors import CannotPrint, LiaisonError
from liaison.vault.inside import keep_out_of_records
from ui import dialogs
from ui.clipboard import copy_privately
from ui.session import Session

NAME = "school-meeting.ics"


def save_for_calendar(parent: QWidget, session: Session, meeting: str) -> None:
    """A file for the officer's own calendar; it says when, and "School meeting"."""
    from liaison.exchange.calendar_file import calendar_file  # noqa: PLC0415 - rarely needed

    try:
        found = meeting_for_calendar(session.store, meeting)
        content = calendar_file(found, stamp=session.store.now())
        title, kinds = _tr("Save for the calendar"), _tr("Calendar files (*.ics)")
        to = dialogs.ask_save_file(parent, title, NAME, kinds)
        if to is None:
            return
        keep_out_of_records(to)
        try:
            to.write_bytes(content)
        except OSError as error:
            sentence = _tr("The file cannot be written: {0}.").format(error.strerror)
            raise CannotPrint(sentence) from error
        note_handed_on(session.store, found.family, CALENDAR, content, at=session.now())
    except LiaisonError as refused:
        session.say(str(refused))
        return
    session.say(_tr("Saved for the calendar. It names nobody."))


def send_by_mail(
    parent: QWidget, session: Session, meeting: str, reader: str, letter: LetterWish
) -> bool:
    """Open a message to one adult; the letter's words wait on the clipboard for a minute.

    Whether the e-mail program took it.
    """
    from liaison.sheets.as_text import text_of  # noqa: PLC0415 - slow
    from liaison.sheets.letter import letter_body  # noqa: PLC0415 - slow
    from liaison.sheets.plain_words import explained  # noqa: PLC0415 - slow
    from liaison.sheets.sheet import House  # noqa: PLC0415 - slow

    store = session.store
    try:
        mail = mail_for(store, meeting, reader, letter, today=session.today())
        question = "\n\n".join((*mail.warnings, _tr("Open the e-mail program all the same?")))
        if mail.warnings and not dialogs.ask_sure(parent, _tr("Before you write"), question):
            return False
        house = House(settings=session.settings, label=labels_now(store))
        words = text_of(explained(letter_body(mail.decided.matter, house)))
        copy_privately(words)
        if not dialogs.open_mail(mail.to, mail.subject):
            session.say(_tr("No e-mail program opened. The letter can be pasted for one minute."))
            return False
        (family,) = mail.decided.families
        note_handed_on(store, family, MAIL, words.encode(), reader=reader, at=session.now())
    except LiaisonError as refused:
        session.say(str(refused))
        return False
    session.say(_tr("Paste the letter into the message: it can be pasted for one minute."))
    return True


def _tr(words: str) -> str:
    return QCoreApplication.translate("HandOff", words)
