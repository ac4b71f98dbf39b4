"""A colleague’s passphrase added, one’s own changed, one ended, and a name put right."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from liaison.casework import key_holders
from liaison.casework.key_holders import Held
from liaison.errors import LiaisonError, NotFound, WrongPassphrase
from liaison.store.drafts import Draft
from liaison.vault.slots import Slot
from ui.first_run_pages import NewRecord, PassphrasePage
from ui.jobs import Job
from ui.session import Session
from ui.tasks.safe.working import Working
from ui.widgets.fields import Field, LineField, PasswordEdit
from ui.widgets.labels import Words


def held(session: Session, slot: str) -> Held:
    """The way in of this id. ``NotFound`` when it has ended."""
    for each in key_holders.key_holders(session.store):
        if each.slot == slot:
            return each
    raise NotFound("That passphrase has ended.")


class AddPassphrase(Working):
    """The colleague types it: nobody else needs to know it."""

    kind: ClassVar[str] = "add-passphrase"
    title: ClassVar[str] = "A passphrase for a colleague"
    icon: ClassVar[str] = "user-plus"

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._chosen = NewRecord()
        self.name = LineField(
            self.tr("Colleague’s &name"), hint=self.tr("As the history will show it.")
        )
        self.page = PassphrasePage(self._chosen)
        what = Words(
            self.tr(
                "Your colleague types this passphrase and keeps it. Whoever can open the record "
                "can read all of it. It can be ended at any time without touching yours."
            ),
            wrap=True,
        )
        self.lay_out(what, self.name, self.page, action=self.tr("Add"), icon="user-plus")
        self.action.clicked.connect(self.add)
        self.page.enter()
        self.name.setFocus()

    def first_field(self) -> QWidget:
        return self.name

    def add(self) -> None:
        """Derive the key beside the window, then write it into the header."""
        named = bool(self.name.text())
        self.name.set_problem("" if named else self.tr("Say whose passphrase it is."))
        found: list[tuple[str, QWidget]] = []
        if not named:
            found.append((self.name.problem(), self.name))
        found += [(words, field or self.page) for words, field in self.page.problems()]
        self.summary.show_problems(found)
        if found:
            return
        self.page.keep()
        store, passphrase = self.session.store, self._chosen.passphrase

        def work(_job: Job) -> Slot:
            return key_holders.derive(store, passphrase)

        self.work(self.tr("Making the key…"), work, self._add)

    def _add(self, slot: Slot) -> None:
        self.finished()
        name = self.name.text()
        try:
            key_holders.add(self.session.store, name, slot, today=self.session.today())
        except LiaisonError as refused:
            self.refuse(refused)
            return
        self.session.say(self.tr("{0} can open the record now.").format(name))
        self.done.emit()


class ChangePassphrase(Working):
    """Whoever changes it shows first that she knows the old one. ``subject`` is the slot."""

    kind: ClassVar[str] = "change-passphrase"
    title: ClassVar[str] = "Change a passphrase"
    icon: ClassVar[str] = "key"

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self._chosen = NewRecord()
        self.old = PasswordEdit(self.tr("Passphrase until now"))
        self.old_field = Field(self.tr("Passphrase until &now"), self.old)
        self.page = PassphrasePage(self._chosen)
        what = Words(
            self.tr(
                "For {0}. The database is not touched. Backups made before still open with the "
                "passphrase they were made with: if somebody else may know it, use Change and "
                "re-encrypt, and destroy those backups."
            ).format(held(session, subject).name),
            wrap=True,
        )
        self.lay_out(what, self.old_field, self.page, action=self.tr("Change"), icon="check")
        self.action.clicked.connect(self.change)
        self.page.enter()
        self.old.setFocus()

    def first_field(self) -> QWidget:
        return self.old_field

    def change(self) -> None:
        """Ask whether the old one fits and derive the new one, beside the window."""
        found = [(words, field or self.page) for words, field in self.page.problems()]
        self.summary.show_problems(found)
        if found:
            return
        self.page.keep()
        store, slot = self.session.store, self.subject
        old, new = self.old.text(), self._chosen.passphrase
        wrong = self.tr("The passphrase until now is not that one.")

        def work(_job: Job) -> Slot:
            if key_holders.opened_by(store, old) != slot:
                raise WrongPassphrase(wrong)
            return key_holders.derive(store, new, instead_of=slot)

        self.work(self.tr("Making the key…"), work, self._change)

    def _change(self, slot: Slot) -> None:
        self.finished()
        try:
            key_holders.change(self.session.store, slot)
        except LiaisonError as refused:
            self.refuse(refused)
            return
        self.session.say(self.tr("Changed. The old passphrase opens nothing from now on."))
        self.done.emit()


class RenameHolder(Working):
    """The name as it stands in every history from now on. ``subject`` is the slot."""

    kind: ClassVar[str] = "rename-holder"
    title: ClassVar[str] = "Name of a key holder"
    icon: ClassVar[str] = "pencil"
    wide: ClassVar[int] = 520

    def __init__(self, session: Session, subject: str = "", draft: Draft | None = None) -> None:
        super().__init__(session, subject, draft)
        self.name = LineField(
            self.tr("&Name"), hint=self.tr("Also shown for what was done with this key before.")
        )
        self.name.set_text(held(session, subject).name)
        self.name.line.returnPressed.connect(self.keep)
        self.lay_out(self.name, action=self.tr("Save"), icon="check")
        self.action.clicked.connect(self.keep)
        self.name.setFocus()

    def keep(self) -> None:
        try:
            key_holders.rename(self.session.store, self.subject, self.name.text())
        except LiaisonError as refused:
            self.name.set_problem(str(refused))
            self.name.setFocus()
            return
        self.session.say(self.tr("Saved."))
        self.done.emit()
