"""Papers that go home: which there are, in which ways one goes, and how one is known again."""

from __future__ import annotations

from dataclasses import dataclass

from liaison.model.fields import Listed
from liaison.model.letter import LetterKind

AGENDA = "agenda"
AFTER = (LetterKind.THANKS, LetterKind.FOLLOW_UP, LetterKind.MISSED)
"""Letters that are about a meeting that was, or was to be."""


class Way(Listed):
    """How a paper reaches the family. The pupil carries paper alone."""

    POST = "post", "By post"
    HAND = "hand", "By hand"
    PUPIL = "via_pupil", "With the pupil, on paper"
    EMAIL = "email", "By e-mail"

    @property
    def channel(self) -> str:
        """The way as a contact has it, in the list of channels."""
        return self.value if self in (Way.EMAIL, Way.PUPIL) else "letter"


ON_ITS_WAY = {"letter": "on paper", "via_pupil": "with the pupil", "email": "by e-mail"}


def how_words(channel: str) -> str:
    """How something went, in a sentence: "by e-mail"."""
    return ON_ITS_WAY.get(channel, "on paper")


class LeftBy(Listed):
    """How it left the desk, in the words of the log of copies."""

    PRINTED = "printed", "Printed"
    SAVED = "saved", "Saved"
    HANDED_ON = "handed on", "Handed on"


WAYS = {
    LeftBy.PRINTED: (Way.POST, Way.HAND, Way.PUPIL),
    LeftBy.SAVED: (Way.EMAIL, Way.POST, Way.HAND),
    LeftBy.HANDED_ON: (Way.EMAIL,),
}
"""What can follow; the first is offered first."""


def ways_after(left: LeftBy | None) -> tuple[Way, ...]:
    """The ways in which it can have gone; all of them where it is not known how it left."""
    return WAYS[left] if left else tuple(Way)


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One paper about one meeting, to these adults: a letter, or the agenda where ``kind`` is None.

    Two stand on one letter only where they live together; an agenda has a copy for each.
    """

    meeting: str
    kind: LetterKind | None
    readers: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.kind.value if self.kind else AGENDA

    @property
    def label(self) -> str:
        """What the paper is called."""
        return self.kind.label if self.kind else "Agenda"

    @property
    def occasion(self) -> str:
        """What the contact written for it, or the promise to send it, is known by."""
        return f"{self.meeting}/{self.code}"


def outgoing_of(occasion: str, reader: str) -> Outgoing | None:
    """The paper an occasion stands for; nothing where it stands for something else."""
    meeting, _, code = occasion.partition("/")
    kinds = {each.value: each for each in LetterKind}
    if not meeting or (code != AGENDA and code not in kinds):
        return None
    return Outgoing(meeting=meeting, kind=kinds.get(code), readers=(reader,))
