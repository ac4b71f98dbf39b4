"""What commands share: the passphrase, the open record, dates and numbers, and how they answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from time import sleep as pause
from typing import Any, TypeVar

import click

from liaison.casework.closing import close_properly
from liaison.dates import read_date
from liaison.errors import NoSuchRecord, UnknownValue, WrongPassphrase
from liaison.store.keeping import is_due
from liaison.store.record import open_record
from liaison.store.store import Store
from liaison.vault.attempts import failed_unlocks

PAUSE, LONGEST_PAUSE = 0.1, 1.0
"""Seconds: for each failed attempt on the list, and at most."""

F = TypeVar("F", bound=Callable[..., Any])

SMALL = 16_000_000
"""A record of fewer bytes is copied in a moment: at the end of each command that wrote to it."""

HOUR = timedelta(hours=1)
"""How often a larger one is."""

MOST_DIGITS = 20
"""No number is asked for with more digits."""

record = click.argument("record", metavar="RECORD.liaison")
as_json = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")


def passphrase_option(command: F) -> F:
    """Where the passphrase is read from. Without it a person is asked."""
    return click.option(
        "--passphrase-file",
        "passphrase_file",
        metavar="FILE",
        help="The file the passphrase stands in; - is standard input.",
    )(command)


def now() -> datetime:
    """The time on this laptop."""
    return datetime.now().astimezone()


def today() -> date:
    """Today, on this laptop."""
    return now().date()


def time_now() -> str:
    """The time of day on this laptop, HH:MM."""
    return f"{now():%H:%M}"


def secret_from(
    file: str | None, *, option: str = "--passphrase-file", asks: str = "Passphrase"
) -> str:
    """The secret in the file, without one trailing line end; asked for at a terminal."""
    if file is None:
        if not sys.stdin.isatty():
            raise click.UsageError(f"Missing option '{option}'.")
        return str(click.prompt(asks, hide_input=True, err=True))
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        sentence = f"The file {file} cannot be read: {error.strerror}."
        raise NoSuchRecord(sentence) from error
    except UnicodeDecodeError as error:
        sentence = f"The file {file} is not text in UTF-8."
        raise NoSuchRecord(sentence) from error
    for end in ("\r\n", "\n", "\r"):
        if text.endswith(end):
            return text.removesuffix(end)
    return text


@contextmanager
def opened(record: str, passphrase_file: str | None) -> Iterator[Store]:
    """The record, open; closed cleanly whatever happens. Its warnings go to standard error."""
    folder, passphrase = Path(record), secret_from(passphrase_file)
    with slowed(folder), closing(open_record(folder, passphrase=passphrase)) as store:
        warn(dict.fromkeys(filter(None, [*store.warnings, store.trouble])))
        yield store
        _end(store)


@contextmanager
def slowed(folder: Path) -> Iterator[None]:
    """Wait a little after a passphrase or a code that opens nothing, longer after many."""
    try:
        yield
    except WrongPassphrase:
        pause(min(LONGEST_PAUSE, PAUSE * len(failed_unlocks(folder))))
        raise


def _end(store: Store) -> None:
    """What closing asks for when something was written; a script does not wait for it each time."""
    vault = store.vault
    if vault is None or not vault.written:
        return
    if vault.database.stat().st_size < SMALL or is_due(vault, now=now(), after=HOUR):
        warn(close_properly(store, now=now()).sentences)


def warn(sentences: Iterable[str]) -> None:
    """Each sentence as a line on standard error."""
    for sentence in sentences:
        click.echo(sentence, err=True)


def answer(values: Any, words: str | Iterable[str], *, as_json: bool) -> None:
    """The JSON alone, or the words for people."""
    if as_json:
        click.echo(json.dumps(values, ensure_ascii=False))
        return
    for line in [words] if isinstance(words, str) else words:
        click.echo(line)


def day(text: str | None, *, ahead: bool = False) -> date | None:
    """A date as typed, or nothing."""
    return None if text is None else read_date(text, today(), ahead=ahead)


def place(text: str, option: str) -> Path:
    """A path as typed. ``UnknownValue`` when nothing was: that would be the folder one is in."""
    if not text.strip():
        raise UnknownValue(f"Say where: {option} is empty.")
    return Path(text)


def whole(text: str, name: str, *, least: int, most: int) -> int:
    """A whole number between two others. ``UnknownValue`` says so."""
    digits = text.strip().removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS:
        number = int(text)
        if least <= number <= most:
            return number
    sentence = f"{name} takes a whole number from {least} to {most}, not “{text[:40]}”."
    raise UnknownValue(sentence)
