"""What commands that write a PDF share: for whom, how large, and under which password."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from liaison.cli.asking import secret_from, warn, whole
from liaison.errors import ReadOnly, UnknownValue, WeakPassphrase
from liaison.model.fields import Audience
from liaison.model.vocabulary import fitting
from liaison.store.store import Store

if TYPE_CHECKING:
    from liaison.sheets.making import MadeSheet
    from liaison.sheets.pack import MadePack

LEFT_OUT = "What was left out, and why:"
SIZES = (12, 14, 18, 24)


def audience_of(text: str, offered: Iterable[Audience]) -> Audience:
    """The audience meant by a word, among those this paper is made for."""
    pairs = [(each.value, each.label) for each in offered]
    return Audience(fitting(text, pairs, name="of the audiences"))


def pdf_password(file: str | None) -> str:
    """The password in the file, or none. ``WeakPassphrase`` for an empty one."""
    password = "" if file is None else secret_from(file, option="--pdf-password-file")
    if file is not None and not password:
        raise WeakPassphrase(f"The file {file} is empty: the PDF would open without a password.")
    return password


def points_of(text: str) -> int:
    """The size of the letters. ``UnknownValue`` for one that is not offered."""
    size = whole(text, "--size", least=1, most=99)
    if size not in SIZES:
        sentence = f"--size takes 12, 14, 18 or 24, not {size}."
        raise UnknownValue(sentence)
    return size


def refuse_unnoted(store: Store, what: str) -> None:
    """``ReadOnly`` where the record cannot note that something left it."""
    if store.trouble:
        raise ReadOnly(f"No {what} was made: this record cannot note that it was.")


def tell_of(made: MadeSheet | MadePack) -> None:
    """What the officer is to know of a paper, on standard error: never a word of what it says."""
    warn(_of(made))


def _of(made: MadeSheet | MadePack) -> Iterator[str]:
    yield from made.warnings
    if made.left_out:
        yield LEFT_OUT
        yield from (f"  {each}" for each in made.left_out)
    if made.reading:
        yield made.reading.sentence
