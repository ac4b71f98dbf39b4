"""The plain pages of the import wizard: choose, wait, report, check, done."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QProgressBar, QWidget

from liaison.exchange.import_plan import ImportPlan
from liaison.exchange.pupil_file import PupilFile
from ui.import_wizard.sentences import answer, check_lines, counted, done, what_it_is
from ui.layouts import Item, column, row
from ui.theme import Step, line_height
from ui.widgets.buttons import KeyedButton, Kind
from ui.widgets.labels import SignedWords, Words


class ChoosePage(QWidget):
    """What will happen, and the one button that asks for the file."""

    def __init__(self) -> None:
        super().__init__()
        what = Words(
            self.tr(
                "Choose the Common Transfer File (CTF) that the school’s system exports. You see "
                "what would change before anything does. What the file leaves empty never "
                "overwrites, what was written by hand stays, and the file itself is not kept."
            ),
            wrap=True,
        )
        self.choose_button = KeyedButton(
            self.tr("&Choose the file…"), Kind.PRIMARY, icon_name="folder-open"
        )
        self.setLayout(column(what, row(self.choose_button, None), None, spacing=12))


class WaitPage(QWidget):
    """A bar with its words, and a way to stop while nothing has been written."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Words("", Step.STRONG)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.stop_button = KeyedButton(self.tr("Stop"))
        self.setLayout(column(self.words, self.bar, row(None, self.stop_button), None, spacing=12))

    def begin(self, words: str, *, can_stop: bool) -> None:
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.stop_button.setVisible(can_stop)

    def show_progress(self, at: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(at)
        self.bar.setAccessibleDescription(self.tr("{0} of {1}").format(at, of))


class ReportPage(QWidget):
    """What the file is, how much is in it, and what to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.what = Words("", wrap=True)
        self.counts = Words("", Step.H2)
        self.title = Words("", Step.STRONG)
        self.warnings = QPlainTextEdit()
        self.warnings.setReadOnly(True)
        self.warnings.setTabChangesFocus(True)
        self.warnings.setAccessibleName(self.tr("What to look at"))
        self.warnings.setMinimumHeight(5 * line_height())
        self.nothing = SignedWords(
            "circle-check", self.tr("Nothing in it needs a look."), Step.BODY, tone="text"
        )
        parts: list[Item] = [self.counts, self.what, self.title, (self.warnings, 1), self.nothing]
        self.setLayout(column(*parts, spacing=8))

    def show_file(self, file: PupilFile, warnings: Sequence[str]) -> None:
        self.counts.setText(counted(file))
        self.what.setText(what_it_is(file))
        count = len(warnings)
        words = self.tr("1 thing to look at") if count == 1 else self.tr("{0} things to look at")
        self.title.setText(words.format(count))
        self.warnings.setPlainText("\n".join(warnings))
        for widget in (self.title, self.warnings):
            widget.setVisible(bool(warnings))
        self.nothing.setVisible(not warnings)


class CheckPage(QWidget):
    """Everything once more, in numbers, before it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = Words("", Step.H2)
        self.more = Words("", wrap=True)
        self._lines = [(Words("", tone="muted"), Words("", Step.STRONG)) for _ in range(5)]
        self.change_button = KeyedButton(self.tr("Change who is the same"), Kind.LINK)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(1, 1)
        for number, (label, value) in enumerate(self._lines):
            grid.addWidget(label, number, 0)
            grid.addWidget(value, number, 1)
        self.setLayout(
            column(self.answer, grid, row(self.change_button, None), self.more, None, spacing=8)
        )

    def show_plan(self, plan: ImportPlan, *, decided: int) -> None:
        nothing = self.tr("The record says all of it already.")
        self.answer.setText(nothing if plan.empty else answer(plan.counts))
        for (label, value), (words, count) in zip(self._lines, check_lines(plan), strict=True):
            label.setText(words)
            value.setText(count)
        self.change_button.setVisible(bool(plan.matches))
        words = self.tr("It is written as one batch: all of it or nothing, and it can be undone.")
        chosen = self.tr("Your choices: {0}.").format(decided) if decided else ""
        self.more.setText(f"{chosen} {words}".strip())


class DonePage(QWidget):
    """What was done, and the one button that takes all of it back."""

    def __init__(self) -> None:
        super().__init__()
        self.words = SignedWords("circle-check", "", Step.BODY, tone="text", icon_tone="praise")
        self.words.words.setWordWrap(True)
        self.undo_button = KeyedButton(
            self.tr("&Undo whole import"), icon_name="arrow-back-up", key="Ctrl+Z"
        )
        self.setLayout(column(self.words, row(self.undo_button, None), None, spacing=12))

    def show_plan(self, plan: ImportPlan) -> None:
        self.words.set_words(done(plan.counts))
        self.undo_button.show()

    def show_undone(self) -> None:
        self.words.set_words(self.tr("All of it was taken back. The record is as it was."))
        self.undo_button.hide()
