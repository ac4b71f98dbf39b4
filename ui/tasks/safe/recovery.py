"""A new recovery code: on paper and typed back before the old one opens nothing any more."""

from typing import ClassVar

from liaison.casework import key_holders
from liaison.casework.key_holders import OLD_BACKUPS
from liaison.errors import LiaisonError
from liaison.store.drafts import Draft
from ui.first_run_pages import NewRecord
from ui.first_run_recovery import RecoveryPage
from ui.session import Session
from ui.tasks.safe.working import Working
from ui.widgets.labels import Words


class NewRecovery(Working):
    """Shown and printed once; closing it before the end leaves the old code as it was."""

    kind: ClassVar[str] = "new-recovery"
    title: ClassVar[str] = "A new recovery code"
    icon: ClassVar[str] = "lifebuoy"
    wide: ClassVar[int] = 700

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._new = NewRecord(name=name_of(session))
        self.page = RecoveryPage(self._new)
        what = Words(
            self.tr(
                "The old sheet opens nothing from then on: take it out of the safe and shred it."
            )
            + " "
            + OLD_BACKUPS,
            wrap=True,
        )
        self.lay_out(what, self.page, action=self.tr("Use the new code"), icon="check")
        self.action.clicked.connect(self.renew)
        self.page.enter()

    def renew(self) -> None:
        """When two groups were typed back from the paper."""
        found = self.page.problems()
        self.summary.show_problems(found)
        if found:
            return
        try:
            key_holders.renew_recovery(
                self.session.store, self._new.code, today=self.session.today()
            )
        except LiaisonError as refused:
            self.refuse(refused)
            return
        self.session.say(self.tr("The new recovery code is in use. Shred the old sheet."))
        self.done.emit()


def name_of(session: Session) -> str:
    """What the sheet calls the record: its folder’s name."""
    vault = session.store.vault
    return vault.folder.stem if vault else session.settings.school
