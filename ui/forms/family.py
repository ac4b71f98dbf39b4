"""The forms for a family, and for one that is new."""

from typing import ClassVar

from liaison.model.family import Family
from liaison.model.fields import Entry
from ui.editors.editor import Ground
from ui.forms.entry_form import EntryForm


class FamilyForm(EntryForm[Family]):
    """Its name, then what is going well and what works; then what is seldom needed."""

    of: ClassVar[type[Entry]] = Family
    ahead: ClassVar[frozenset[str]] = frozenset({"review_on"})

    @classmethod
    def blank(cls, ground: Ground, subject: str) -> Family:
        return Family(name="")

    def arrange(self) -> None:
        self.line("name")
        self.line("strengths")
        self.line("what_works")
        self.line("own_word")
        self.line("left_on", "review_on")
        self.line("colleague")


class NewFamilyForm(FamilyForm):
    """Without what only a family has that has left."""

    def arrange(self) -> None:
        self.line("name")
        self.line("strengths")
        self.line("what_works")
        self.line("own_word")
        self.line("colleague")
