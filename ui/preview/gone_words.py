"""What is asked and said of papers that left the desk: one of them, or those of a whole day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from liaison.casework.families import whole_family
from liaison.casework.whereabouts import Whereabouts
from liaison.dates import day_in_list
from liaison.model.meeting import Meeting
from liaison.model.sending import Outgoing, how_words
from liaison.model.words import and_list
from ui.session import Session

MOST_NAMED = 4
"""With more families than these it is said only of how many meetings they are."""

Papers = Sequence[Outgoing]
Wheres = Sequence[Whereabouts]


def question(session: Session, papers: Papers, wheres: Wheres) -> str:
    """Whether they have gone; where all of them are noted, whether they have gone again."""
    which, many = _which(session, papers), len(papers) > 1
    if all(each.contact for each in wheres):
        again = _tr("Have they gone again?") if many else _tr("Has it gone again?")
        return f"{_went(session, which, wheres)} {again}"
    asked = _tr("{0}: have they gone?") if many else _tr("{0}: has it gone?")
    return asked.format(which)


def known(session: Session, papers: Papers, wheres: Wheres) -> str:
    """Where they are, for the page they stand on; nothing where nothing was said of them yet."""
    if not any(each.known for each in wheres):
        return ""
    which = _which(session, papers)
    if all(each.contact for each in wheres):
        return _went(session, which, wheres)
    waiting = sum(1 for each in wheres if each.waiting and not each.contact)
    if len(papers) == 1:
        return _tr("{0} is still to be sent.").format(which)
    if not waiting:
        return ""
    return _tr("{0}: {1} still to be sent.").format(which, waiting)


def _went(session: Session, which: str, wheres: Wheres) -> str:
    contacts = [each.contact for each in wheres if each.contact is not None]
    if len(contacts) > 1:
        return _tr("{0} have gone.").format(which)
    (contact,) = contacts
    went = day_in_list(contact.held_on, session.today())
    return _tr("{0} went {1}, {2}.").format(which, how_words(contact.channel), went)


def _which(session: Session, papers: Papers) -> str:
    """What they are, and whose; nobody is named while others see the screen."""
    if len(papers) > 1:
        names = [] if session.quiet else _families(session, papers)
        if 0 < len(names) <= MOST_NAMED:
            one, more = _tr("Agendas to the {0} family"), _tr("Agendas to the {0} families")
            return (more if len(names) > 1 else one).format(and_list(names))
        return _tr("Agendas of {0} meetings").format(len(papers))
    (paper,) = papers
    which = _tr("“{0}”").format(paper.label)
    names = [] if session.quiet else _readers(session, paper)
    return _tr("{0} to {1}").format(which, and_list(names)) if names else which


def _readers(session: Session, paper: Outgoing) -> list[str]:
    meeting = session.store.first(Meeting, "id = :id", id=paper.meeting)
    if meeting is None:
        return []
    record = whole_family(session.store, meeting.family)
    found = (record.person(each) for each in paper.readers)
    return [each.addressed for each in found if each is not None]


def _families(session: Session, papers: Papers) -> list[str]:
    """The families in the order of their meetings, each once."""
    store = session.store
    met = [store.first(Meeting, "id = :id", id=each.meeting) for each in papers]
    ids = dict.fromkeys(each.family for each in met if each is not None)
    return [whole_family(store, each).family.name for each in ids]


def _tr(words: str) -> str:
    return QCoreApplication.translate("GoneWords", words)
