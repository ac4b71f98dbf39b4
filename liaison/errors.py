"""What can go wrong, in words an officer can act on."""

from collections.abc import Iterable, Mapping


class LiaisonError(Exception):
    """Every error raised on purpose; its text is a sentence that may be shown on the screen."""


class NoSuchRecord(LiaisonError):
    """There is no record at that place."""


class AlreadyThere(LiaisonError):
    """Something is there already that must not be written over."""


class WrongPassphrase(LiaisonError):
    """The passphrase or recovery code given does not open the record."""


class WeakPassphrase(LiaisonError):
    """The passphrase could be guessed."""


class OpenElsewhere(LiaisonError):
    """Another program has the record open."""


class Damaged(LiaisonError):
    """A file of the record is not what was written; the sentence names the file."""


class NewerRecord(LiaisonError):
    """The record was written by a newer version of this program."""


class ReadOnly(LiaisonError):
    """The record can be read here but not written."""


class NotKept(LiaisonError):
    """The disk or the engine refused the save. Nothing of it was written."""


class NotFinished(LiaisonError):
    """What was asked for stands, but its last steps are taken only at the next opening."""


class NotRemembered(LiaisonError):
    """The laptop's keyring does not open this record, or cannot be trusted to."""


class NotFound(LiaisonError):
    """No entry with that id or name."""


class NotReady(LiaisonError):
    """An entry still has problems; ``problems`` maps each field's name to a sentence."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class UnknownValue(LiaisonError):
    """A typed value fits nothing in its list, or fits more than one; ``fits`` says what would."""

    def __init__(self, sentence: str, fits: Iterable[str] = ()) -> None:
        super().__init__(sentence)
        self.fits = tuple(fits)


class ChangedMeanwhile(LiaisonError):
    """A save was made on a version that is no longer the newest; both texts are kept."""

    def __init__(self, sentence: str, *, mine: str, theirs: str) -> None:
        super().__init__(sentence)
        self.mine = mine
        self.theirs = theirs


class CannotUndo(LiaisonError):
    """There is nothing to take back, or what was saved since stands in the way."""


class BadFile(LiaisonError):
    """A file from outside cannot be read as what it claims to be."""


class CannotPrint(LiaisonError):
    """A page cannot be made as asked; the sentence names what stands in the way."""
