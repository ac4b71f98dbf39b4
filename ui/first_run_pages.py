"""The steps of setting up a record, but for the recovery sheet."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from ui import dialogs
from ui.layouts import boxed, column, row
from ui.theme import Step
from ui.widgets.buttons import KeyedButton
from ui.widgets.fields import Field, LineField, PasswordEdit
from ui.widgets.labels import SignedWords, Words
from ui.widgets.strength import StrengthBar

Problem = tuple[str, QWidget | None]
SUFFIX = ".liaison"
NOT_IN_NAMES = frozenset('<>:"/\\|?*')


@dataclass
class NewRecord:
    """What has been answered so far. It is never written anywhere."""

    name: str = ""
    place: Path = Path()
    passphrase: str = ""
    code: str = ""
    officer: str = ""
    role: str = ""
    school: str = ""

    def folder(self) -> Path:
        return self.place / f"{self.name}{SUFFIX}"


class Page(QWidget):
    """One step: a heading, an explaining line, and what is asked."""

    step = ""

    def explain(self, heading: str, words: str) -> None:
        """Begin the page with its heading."""
        self.rows = column(Words(heading, Step.H2), Words(words, wrap=True), 4, spacing=6)
        self.setLayout(self.rows)

    def problems(self) -> list[Problem]:
        """What is to be put right before going on."""
        return []

    def keep(self) -> None:
        """Take the answers over."""

    def enter(self) -> None:
        """The step is shown."""


def documents() -> Path:
    """The folder of documents; where there is none, the home folder, which there always is."""
    known = Path(platformdirs.user_documents_dir())
    return known if known.is_dir() else Path.home()


class PlacePage(Page):
    """1: the name of the record, and the folder it is kept in."""

    def __init__(self, record: NewRecord) -> None:
        super().__init__()
        self._record = record
        self.step = self.tr("Where to keep it")
        self.explain(
            self.tr("Where shall the record be?"),
            self.tr(
                "The record is one encrypted folder on this computer. Its name is the only thing "
                "about it that can be read without the passphrase."
            ),
        )
        self.name = LineField(
            self.tr("&Name of the record"), hint=self.tr("The school’s name is usual.")
        )
        self.place = QLineEdit(str(documents()))
        self.place.setAccessibleName(self.tr("Folder"))
        self.place.textChanged.connect(self._warn)
        choose = KeyedButton(self.tr("Choose…"), icon_name="folder")
        choose.clicked.connect(self._choose)
        line = boxed(row((self.place, 1), choose))
        line.setFocusProxy(self.place)
        self.folder = Field(self.tr("&Folder"), line)
        self.warning = SignedWords("alert-triangle", "", Step.BODY, tone="text", icon_tone="amber")
        self.warning.words.setWordWrap(True)
        for part in (self.name, self.folder, self.warning):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self._warn()

    def problems(self) -> list[Problem]:
        self.name.set_problem(self._problem_of_name())
        self.folder.set_problem(self._problem_of_folder())
        fields = (self.name, self.folder)
        return [(field.problem(), field) for field in fields if field.problem()]

    def keep(self) -> None:
        self._record.name = self.name.text()
        self._record.place = Path(self.place.text().strip())

    def enter(self) -> None:
        self.name.setFocus()

    def _problem_of_name(self) -> str:
        name = self.name.text()
        if not name:
            return self.tr("Give the record a name.")
        if NOT_IN_NAMES & set(name) or name.startswith("."):
            return self.tr('The name may not hold any of these: < > : " / \\ | ? *')
        if (Path(self.place.text().strip()) / f"{name}{SUFFIX}").exists():
            return self.tr("There is a record of that name in this folder already.")
        return ""

    def _problem_of_folder(self) -> str:
        from liaison.vault.places import place_of  # noqa: PLC0415 - not before first paint

        folder = Path(self.place.text().strip())
        if not self.place.text().strip() or not folder.is_absolute():
            return self.tr("Choose the folder the record is to be kept in.")
        if not folder.is_dir():
            return self.tr("There is no such folder.")
        place = place_of(folder)
        return place.sentence if place.refuses_writes else ""

    def _warn(self) -> None:
        from liaison.vault.places import place_of  # noqa: PLC0415 - not before first paint

        folder = Path(self.place.text().strip())
        sentence = place_of(folder).sentence if folder.is_absolute() else ""
        self.warning.set_words(sentence)
        self.warning.setVisible(bool(sentence))

    def _choose(self) -> None:
        if (folder := dialogs.ask_folder(self, self.tr("Where to keep the record"))) is not None:
            self.place.setText(str(folder))


class PassphrasePage(Page):
    """2: a passphrase, made of words by chance or by herself."""

    def __init__(self, record: NewRecord) -> None:
        super().__init__()
        self._record = record
        self.step = self.tr("Passphrase")
        self.explain(
            self.tr("Choose a passphrase"),
            self.tr("This is the key to the record. We cannot reset it, and nobody else can."),
        )
        self.generated = QRadioButton(self.tr("&Use this one"))
        self.generated.setChecked(True)
        self.own = QRadioButton(self.tr("&Make my own"))
        self.words = QLineEdit()
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("Suggested passphrase"))
        self.another = KeyedButton(self.tr("New words"), icon_name="refresh")
        self.another.clicked.connect(self._suggest)
        self.typed = PasswordEdit(self.tr("Passphrase"))
        self.typed.edited.connect(self._judge)
        self.strength = StrengthBar()
        self.again = PasswordEdit(self.tr("The same again"))
        self.again_field = Field(
            self.tr("The same &again"),
            self.again,
            hint=self.tr("So that we know it can be typed."),
        )
        self.typed_field = Field(
            self.tr("&Passphrase"),
            self.typed,
            hint=self.tr("Avoid the school’s name, children’s names and years."),
        )
        self.generated.toggled.connect(self._switch)
        self.rows.addWidget(self.generated)
        self.rows.addLayout(row((self.words, 1), self.another, margins=(26, 0, 0, 0)))
        self.rows.addWidget(self.own)
        own = column(self.typed_field, self.strength, margins=(26, 0, 0, 0), spacing=6)
        self.rows.addLayout(own)
        self.rows.addWidget(self.again_field)
        self.rows.addStretch(1)
        self._switch()

    def text(self) -> str:
        """The passphrase as it stands."""
        return self.words.text() if self.generated.isChecked() else self.typed.text()

    def problems(self) -> list[Problem]:
        from liaison.vault.passphrases import problem  # noqa: PLC0415 - takes a moment to load

        self.typed_field.set_problem(problem(self.typed.text()) if self.own.isChecked() else "")
        self.again_field.set_problem(self._problem_of_again())
        fields = (self.typed_field, self.again_field)
        return [(field.problem(), field) for field in fields if field.problem()]

    def keep(self) -> None:
        self._record.passphrase = self.text()

    def enter(self) -> None:
        if not self.words.text():
            self._suggest()
        self.generated.setFocus()

    def _problem_of_again(self) -> str:
        if not self.again.text():
            return self.tr("Type the passphrase a second time.")
        return "" if self.again.text() == self.text() else self.tr("The two are not the same.")

    def _suggest(self) -> None:
        from liaison.vault.passphrases import generate  # noqa: PLC0415 - takes a moment to load

        self.words.setText(generate())

    def _switch(self) -> None:
        own = self.own.isChecked()
        self.typed_field.setVisible(own)
        self.strength.setVisible(own)
        if own:
            self.typed.setFocus()

    def _judge(self, text: str) -> None:
        from liaison.vault.passphrases import strength  # noqa: PLC0415 - takes a moment to load

        score, words = strength(text)
        self.strength.show_strength(score, self.tr("Strength: {0}").format(words))


class OfficerPage(Page):
    """4: who keeps the record, and for which school."""

    def __init__(self, record: NewRecord) -> None:
        super().__init__()
        self._record = record
        self.step = self.tr("You")
        self.explain(
            self.tr("Who keeps this record?"),
            self.tr("These stand on the sheets you print, and nowhere outside the record."),
        )
        self.officer = LineField(self.tr("Your &name"), placeholder=self.tr("Mrs A Officer"))
        self.role = LineField(
            self.tr("Your &job title"), placeholder=self.tr("Family Liaison Officer")
        )
        self.school = LineField(self.tr("&School"))
        for field in (self.officer, self.role, self.school):
            self.rows.addWidget(field)
        self.rows.addStretch(1)

    def problems(self) -> list[Problem]:
        missing = "" if self.officer.text() else self.tr("Say who keeps the record.")
        self.officer.set_problem(missing)
        self.school.set_problem("" if self.school.text() else self.tr("Name the school."))
        fields = (self.officer, self.school)
        return [(field.problem(), field) for field in fields if field.problem()]

    def keep(self) -> None:
        self._record.officer = self.officer.text()
        self._record.role = self.role.text()
        self._record.school = self.school.text()

    def enter(self) -> None:
        if not self.school.text():
            self.school.set_text(self._record.name)
        self.officer.setFocus()


class StartPage(Page):
    """5: the record is there; how to begin."""

    def __init__(self) -> None:
        super().__init__()
        self.step = self.tr("Start")
        self.explain(
            self.tr("Your record is ready"),
            self.tr("How would you like to begin? You can do the others later."),
        )
        self._wishes = {
            "": QRadioButton(self.tr("Start &empty, and add families as you meet them")),
            "import": QRadioButton(self.tr("&Import the school’s file (Common Transfer File)")),
            "practice": QRadioButton(self.tr("&Practise first, with an invented school")),
        }
        self._group = QButtonGroup(self)
        for button in self._wishes.values():
            self._group.addButton(button)
            self.rows.addWidget(button)
        self._wishes[""].setChecked(True)
        self.rows.addStretch(1)

    def choose(self, wish: str) -> None:
        """Tick one: "" for empty, "import" or "practice"."""
        self._wishes[wish].setChecked(True)

    def wish(self) -> str:
        """What is ticked."""
        return next(wish for wish, button in self._wishes.items() if button.isChecked())

    def enter(self) -> None:
        self._wishes[""].setFocus()
