"""Why the record cannot be written, over every page, and the way out where there is one."""

from liaison.store.record import accept_changes
from ui import dialogs
from ui.session import Session
from ui.widgets.notice import Notice


class Trouble(Notice):
    """Hidden while all is well. What was put back on purpose can be taken as it is."""

    def __init__(self, session: Session) -> None:
        super().__init__(helping=self.tr("What to do"))
        self._session = session
        self.set_button(self.tr("I put these files back…"))
        self.pressed.connect(self._accept)
        self.help_pressed.connect(self._show_help)
        session.accepted.connect(self.follow)

    def follow(self) -> None:
        """Say what the record has to say now."""
        store = self._session.store
        refused = store.vault is not None and bool(store.vault.refusal)
        words = store.trouble or " ".join(store.warnings)
        self.say(words, with_button=bool(store.trouble) and not refused)

    def _show_help(self) -> None:
        self._session.open("help", "trouble")

    def _accept(self) -> None:
        title = self.tr("Put back on purpose")
        question = self.tr(
            "Did you put these files back yourself, from a backup? "
            "Then the record can be written again, and this is noted in it."
        )
        if dialogs.ask_sure(self, title, question):
            accept_changes(self._session.store)
            self.follow()
