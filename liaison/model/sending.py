"""Papers that go home: which there are, in which ways one goes, and how one is known again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
class Sent:
    """How and when it went. ``ring_on`` promises a call where nobody has come back by then.

    ``again`` is said of one that is noted already and went once more. ``left`` is how it left,
    where that is known.
    """

    way: Way
    on: date
    ring_on: date | None = None
    again: bool = False
    left: LeftBy | None = None


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

    @property
    def source(self) -> str:
        """What the promise to send it comes from: its occasion, and who reads it after the first.

        The first reader is the one for whom the promise is.
        """
        return "/".join((self.occasion, *self.readers[1:]))

    @property
    def copies(self) -> int:
        """How many there are of it: both who read a letter have the same one."""
        return 1 if self.kind else len(self.readers)


def outgoing_of(source: str, reader: str) -> Outgoing | None:
    """The paper a promise is about; nothing where it is about something else."""
    meeting, _, rest = source.partition("/")
    code, *others = rest.split("/")
    kinds = {each.value: each for each in LetterKind}
    if not meeting or (code != AGENDA and code not in kinds):
        return None
    readers = tuple(dict.fromkeys(filter(None, (reader, *others))))
    return Outgoing(meeting=meeting, kind=kinds.get(code), readers=readers)


def ways_for(papers: Sequence[Outgoing], left: LeftBy | None) -> tuple[Way, ...]:
    """The ways in which these can have gone together.

    Several copies stand in one file, and that goes to nobody: by e-mail each goes by itself.
    """
    ways = ways_after(left)
    if sum(each.copies for each in papers) < 2:
        return ways
    return tuple(each for each in ways if each is not Way.EMAIL)
