"""What commands that write a PDF share: for whom, how large, and under which password."""

from __future__ import annotations

from collections.abc import Iterable

from liaison.cli.asking import secret_from, whole
from liaison.errors import ReadOnly, UnknownValue, WeakPassphrase
from liaison.model.fields import Audience
from liaison.model.vocabulary import fitting
from liaison.store.store import Store

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
