"""Backups: which there are, one more now, the second place, and what to do with one of them."""

from pathlib import Path
from typing import ClassVar

from liaison.casework import backups
from liaison.errors import LiaisonError
from liaison.model.settings import Settings
from liaison.vault.kept import KeptBackup
from ui import dialogs
from ui.backup_words import at_words, made_words, size_words
from ui.delegates.entries import EntryRow
from ui.delegates.rows import RowList
from ui.flow import Flow
from ui.jobs import Job
from ui.layouts import boxed, column, row
from ui.screens.settings.section import Section
from ui.session import Session
from ui.signs import Tone
from ui.theme import Step
from ui.widgets.banner import ErrorSummary
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.cards import Card, Rule, SectionHeading
from ui.widgets.labels import SignedWords, Words


class BackupsSection(Section):
    """The list tells what the front of each file says; testing one reads all of it."""

    title: ClassVar[str] = "Backups"
    icon: ClassVar[str] = "database-heart"
    own_help: ClassVar[bool] = True
    of_files: ClassVar[bool] = True
    tables: ClassVar[frozenset[str]] = frozenset({Settings.table})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._there: dict[str, KeptBackup] = {}
        self.summary = ErrorSummary()
        self.now_button = KeyedButton(self.tr("Back up now"), Kind.PRIMARY, icon_name="plus")
        self.now_button.clicked.connect(self.back_up)
        self.heading = SectionHeading(self.tr("Backups of this record"), None, self.now_button)
        self.list = RowList(self.tr("Backups of this record"))
        self.list.moved.connect(self._show_ways)
        self.list.opened.connect(self.test)
        self.nothing = Words("", tone="muted", wrap=True)
        self.test_button = KeyedButton(
            self.tr("Test this backup…"), icon_name="database-heart", key="Enter"
        )
        self.test_button.clicked.connect(self.test)
        self.restore_button = KeyedButton(self.tr("Restore it…"), icon_name="rotate")
        self.restore_button.clicked.connect(self.restore)
        self.other_button = KeyedButton(
            self.tr("Restore another file…"), Kind.QUIET, icon_name="folder"
        )
        self.other_button.clicked.connect(self.restore_other)
        keeping = self.tr("Keeping a backup, and looking through it…")
        self._waiting = SignedWords("hourglass", keeping, tone="text", icon_tone="accent")
        self._waiting.hide()
        self.place = Words("", wrap=True)
        self.advice = Words("", Step.CAPTION, "muted", wrap=True)
        self.place_button = KeyedButton(self.tr("Choose the second place…"), icon_name="folder")
        self.place_button.clicked.connect(self.choose_place)
        self.forget_button = KeyedButton(self.tr("Use none"), Kind.QUIET, icon_name="x")
        self.forget_button.clicked.connect(self.forget_place)
        second = column(
            Words(self.tr("The second place"), Step.CARD),
            self.place,
            self.advice,
            row((Flow(self.place_button, self.forget_button), 1)),
            margins=(18, 6, 18, 14),
            spacing=6,
        )
        kept = Flow(self.test_button, self.restore_button, self.other_button)
        self.setLayout(
            column(
                Card(
                    column(
                        self.heading,
                        row(self.summary, margins=(14, 0, 14, 0)),
                        row(self.nothing, margins=(18, 0, 18, 0)),
                        (self.list, 1),
                        row(self._waiting, margins=(18, 0, 18, 0)),
                        boxed(row((kept, 1), margins=(14, 0, 14, 2))),
                        Rule(),
                        second,
                        margins=(1, 1, 1, 1),
                        spacing=6,
                    )
                )
            )
        )

    def reload(self) -> None:
        store = self.session.store
        there = backups.backups_at_a_glance(store) if store.vault else []
        self._there = {str(each.file): each for each in there}
        self.list.show_rows([self._row(each) for each in there])
        if not self.list.current_id():
            self.list.choose_first()
        self.heading.set_count(len(there) or None)
        self.list.setVisible(bool(there))
        words = self.tr(
            "None yet. One is kept by itself when the window is closed, if anything was changed."
        )
        if store.vault is None:
            words = self.tr("A practice record is never kept on the disk, and has no backups.")
        self.nothing.setText(words)
        self.nothing.setHidden(bool(there))
        self._show_place()
        self._show_ways()

    def back_up(self) -> None:
        """One more, looked through; and its copy in the second place."""
        if self._waiting.isVisibleTo(self):
            return
        store, now = self.session.store, self.session.store.now()

        def work(_job: Job) -> tuple[Path, Path | None]:
            return backups.back_up_now(store, now=now)

        self.summary.show_problems([])
        self._waiting.show()
        self.session.jobs.start(work, self._kept, self._refused)

    def test(self) -> None:
        if self.list.current_id():
            self.session.open("try-backup", self.list.current_id())

    def restore(self) -> None:
        if self.list.current_id():
            self.session.open("restore", self.list.current_id())

    def restore_other(self) -> None:
        self.session.open("restore", "another")

    def choose_place(self) -> None:
        folder = dialogs.ask_folder(self, self.tr("The second place for backups"))
        if folder is None:
            return
        store = self.session.store
        try:
            said = backups.choose_second_place(store, folder, now=store.now())
        except LiaisonError as refused:
            self.summary.show_problems([(str(refused), self.place_button)])
            return
        self.summary.show_problems([])
        self.reload()
        self.session.say(said or self.tr("Chosen. Each backup is put there once more."))
        self.session.backed_up.emit()

    def forget_place(self) -> None:
        backups.forget_second_place(self.session.store)
        self.reload()
        self.session.say(self.tr("Backups are kept beside the record only."))

    def _kept(self, files: tuple[Path, Path | None]) -> None:
        self._rest()
        where = self.tr(" It is in the second place, too.") if files[1] else ""
        self.session.say(self.tr("Backed up and looked through.") + where)
        self.session.backed_up.emit()

    def _refused(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, LiaisonError):
            raise error
        self.summary.show_problems([(str(error), self.now_button)])
        self.session.backed_up.emit()

    def _rest(self) -> None:
        self._waiting.hide()
        self.reload()

    def _row(self, backup: KeptBackup) -> EntryRow:
        chip, tone = self.tr("Checked when made"), Tone.DONE
        if backup.trouble:
            chip, tone = self.tr("Look at this"), Tone.LATE
        return EntryRow(
            str(backup.file),
            "database-heart",
            made_words(backup, self.session.today()),
            backup.trouble or size_words(backup.size),
            chip,
            tone,
        )

    def _show_place(self) -> None:
        place = backups.second_place_of(self.session.store)
        if place is None:
            words = self.tr("None. If this laptop is lost, its backups are lost with it.")
        else:
            words = str(place.folder)
            if place.copied_at:
                at = at_words(place.copied_at, self.session.today())
                words += "\n" + self.tr("Last copy: {0}").format(at)
        self.place.setText(words)
        self.advice.setText(
            self.tr(
                "A memory stick in the school safe, or a folder of the school’s. Backups are "
                "encrypted; after 7 days without a copy there Today says so."
            )
        )
        self.forget_button.setVisible(place is not None)

    def _show_ways(self) -> None:
        chosen, on_disk = bool(self.list.current_id()), self.session.store.vault is not None
        self.test_button.setEnabled(chosen)
        self.restore_button.setEnabled(chosen)
        for button in (self.now_button, self.other_button, self.place_button):
            button.setEnabled(on_disk)
