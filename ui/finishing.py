"""Ending a follow-up by one key: at once, or by writing down what ends it."""

from PySide6.QtCore import QCoreApplication

from liaison.casework.follow_ups import complete
from liaison.casework.whereabouts import waiting_paper
from liaison.errors import LiaisonError
from liaison.model.follow_up import FollowUp, FollowUpKind
from ui.papers import open_paper
from ui.session import Session


def finish(session: Session, id: str) -> None:
    """A task is done at once, a contact by writing it down, a paper by saying how it went."""
    follow_up = session.store.get(FollowUp, id)
    paper = waiting_paper(follow_up)
    if paper is not None:
        open_paper(session, paper)
        return
    if follow_up.kind is FollowUpKind.CONTACT:
        session.open("log-contact", id)
        return
    try:
        complete(session.store, follow_up, today=session.today())
    except LiaisonError as refused:
        session.say(str(refused))
    else:
        done = QCoreApplication.translate("Finishing", "Done: {0}").format(follow_up.action)
        session.say(done, with_undo=True)
