"""Running a command: exit 0 done, 1 refused with a sentence, 2 an unknown option or missing word.

Never a traceback: an error nobody foresaw is named in one line, without any of the record's words.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType

import click

from liaison.cli import (
    backup_commands,
    daily_commands,
    file_commands,
    key_commands,
    list_commands,
    meeting_commands,
    record_commands,
)
from liaison.cli.version import version
from liaison.errors import LiaisonError

COMMANDS: tuple[click.Command, ...] = (
    record_commands.create,
    record_commands.practice,
    file_commands.import_file,
    list_commands.families,
    daily_commands.log,
    daily_commands.barrier,
    daily_commands.concern,
    daily_commands.restrict,
    list_commands.follow_ups,
    list_commands.search,
    file_commands.sheet,
    meeting_commands.pack,
    meeting_commands.letter,
    record_commands.backup,
    backup_commands.list_backups,
    record_commands.restore,
    record_commands.undo,
    record_commands.verify,
    key_commands.passphrase,
    key_commands.recover,
)


@click.group()
@click.version_option(version(), prog_name="liaison")
def liaison() -> None:
    """Look after a family liaison record from the command line."""


for _command in COMMANDS:
    liaison.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    sys.excepthook = _last_words
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if any(not _is_text(word) for word in words):
        return refuse("A word of this command is not text in UTF-8. Nothing was done.")
    try:
        outcome = liaison.main(args=words, prog_name="liaison", standalone_mode=False)
    except click.UsageError as wrong:
        return _misused(wrong)
    except click.Abort:
        return refuse("Stopped before it was finished.")
    except LiaisonError as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(f"{error.strerror or 'A file could not be used'}: {error.filename or ''}")
    return outcome if isinstance(outcome, int) else 0


def _is_text(word: str) -> bool:
    """Whether it came as UTF-8; bytes that did not cannot be kept or shown."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def refuse(sentence: str) -> int:
    """The sentence on standard error; exit status 1."""
    click.echo(sentence.rstrip(": ") if sentence.endswith(": ") else sentence, err=True)
    return 1


def _misused(wrong: click.UsageError) -> int:
    """2 for an unknown option or a missing argument, 1 for a value that does not fit."""
    if isinstance(wrong, click.BadParameter) and not isinstance(wrong, click.MissingParameter):
        return refuse(wrong.format_message())
    wrong.show(sys.stderr)
    return 2


def _last_words(
    kind: type[BaseException], _error: BaseException, _trace: TracebackType | None
) -> None:
    click.echo(f"The program made a mistake ({kind.__name__}). Nothing more was done.", err=True)
