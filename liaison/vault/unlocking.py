"""Reading the header and its copy, and opening it with a passphrase or the recovery code."""

import errno
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from liaison.errors import (
    Damaged,
    LiaisonError,
    NewerRecord,
    NoSuchRecord,
    NotRemembered,
    WrongPassphrase,
)
from liaison.vault import files, recovery
from liaison.vault.clock import system_clock
from liaison.vault.header import COPY, LIMIT, NAME, VERSION, Header, header_from
from liaison.vault.keys import Keys
from liaison.vault.lock import RecordLock
from liaison.vault.refusals import not_kept
from liaison.vault.slots import KEYRING, PASSPHRASE, RECOVERY
from liaison.vault.swapping import promised, settle_swap

DATABASE = "record.db"


@dataclass(frozen=True, repr=False)
class Secret:
    """A passphrase, a recovery code as ``check_code`` returns it, or what the keyring kept."""

    kind: str
    text: str


@dataclass(frozen=True)
class Unlocked:
    """An opened header: whose it is, the keys, and by which slot they were reached."""

    header: Header
    keys: Keys
    actor: str


def secret_from(passphrase: str | None, recovery_code: str | None) -> Secret:
    """The one of the two that is given. Raises WrongPassphrase for a code not as printed."""
    if (passphrase is None) == (recovery_code is None):
        raise ValueError("either a passphrase or a recovery code opens a record")
    if passphrase is not None:
        return Secret(PASSPHRASE, passphrase)
    return Secret(RECOVERY, recovery.check_code(recovery_code or ""))


def refuse_missing(folder: Path) -> None:
    """Raise NoSuchRecord if there is nothing at ``folder`` that could be a record."""
    if not any((folder / name).exists() for name in (NAME, COPY, DATABASE)):
        raise NoSuchRecord(f"There is no record called {folder.name} there.")


def verify_files(folder: Path) -> None:
    """Check the header and its copy without any passphrase.

    A flipped bit in a slot would otherwise look like a wrong passphrase. Raises NoSuchRecord or
    Damaged, naming the file.
    """
    refuse_missing(folder)
    _settle_first(folder)
    header, copy = _read(folder, NAME), _read(folder, COPY)
    if header == copy:
        header_from(header, file=NAME)
        return
    # One flipped bit can make a version of the header that nobody has written yet.
    with suppress(NewerRecord):
        header_from(header, file=NAME)
    with suppress(NewerRecord):
        header_from(copy, file=COPY)
    raise Damaged(f"{NAME} and its copy {COPY} differ: one of them is damaged.")


def unlock_folder(folder: Path, secret: Secret) -> Unlocked:
    """Open the header of a record, or its copy if the header is damaged.

    Raises Damaged if neither is as it was written, WrongPassphrase if the secret fits no slot.
    """
    try:
        header = header_from(_read(folder, NAME), file=NAME)
    except (Damaged, NewerRecord) as error:
        return _unlock_copy(folder, secret, instead_of=error)
    try:
        return unlock(header, secret, file=NAME)
    except (Damaged, WrongPassphrase) as error:
        return _unlock_other_copy(folder, secret, header=header, error=error)


def unlock(header: Header, secret: Secret, *, file: str) -> Unlocked:
    """Try the secret on each slot of its kind, then the seal over all of them."""
    for slot in header.of_kind(secret.kind):
        keys = slot.open(secret.text, vault=header.vault, version=VERSION)
        if keys is not None:
            break
    else:
        raise _opens_nothing(secret.kind)
    if not header.is_sealed_by(keys):
        raise Damaged(f"{file} is damaged: it was changed by something other than this program.")
    return Unlocked(header, keys, slot.id)


def _opens_nothing(kind: str) -> LiaisonError:
    if kind == KEYRING:
        return NotRemembered("What this laptop's keyring remembers does not open this record.")
    if kind == RECOVERY:
        return WrongPassphrase(
            "That recovery code does not open this record: it is of another record, or a newer "
            "one has been made since."
        )
    return WrongPassphrase("That passphrase does not open this record.")


def readable_header(folder: Path) -> Header:
    """The header as it stands, or its copy, before anybody has opened it.

    Raises NoSuchRecord, Damaged and NewerRecord.
    """
    refuse_missing(folder)
    try:
        return header_from(_read(folder, NAME), file=NAME)
    except Damaged:
        return header_from(_read(folder, COPY), file=COPY)


def write_header(folder: Path, unlocked: Unlocked) -> None:
    """Write a new header and its copy into a folder that has none, each read back.

    OSError when the disk refuses, or gives back another thing than was written.
    """
    data = unlocked.header.encoded()
    for name in (NAME, COPY):
        files.write_new(folder / name, data)
        if (folder / name).read_bytes() != data:
            raise OSError(errno.EIO, "what was written could not be read back")


def put_right(folder: Path, header: Header) -> str:
    """Write the opened header where it or its copy is not so; a sentence if the header was not."""
    good = header.encoded()
    if _read_or_nothing(folder, NAME) != good:
        files.replace(folder / NAME, good)
        return f"{NAME} was damaged. It has been put back from its copy."
    if _read_or_nothing(folder, COPY) != good:
        files.replace(folder / COPY, good)
    return ""


def _settle_first(folder: Path) -> None:
    """Carry out a swap that was cut short: header and copy may each be of another time."""
    if promised(folder):
        lock = RecordLock(folder)
        try:
            with not_kept("A change begun earlier"):
                lock.take(system_clock())
                settle_swap(folder)
        finally:
            lock.release()


def _unlock_copy(folder: Path, secret: Secret, *, instead_of: LiaisonError) -> Unlocked:
    """Open the copy; if it is no better, what was wrong with the header is the answer."""
    try:
        copy = header_from(_read(folder, COPY), file=COPY)
    except (Damaged, NewerRecord):
        raise instead_of from None
    return unlock(copy, secret, file=COPY)


def _unlock_other_copy(
    folder: Path, secret: Secret, *, header: Header, error: LiaisonError
) -> Unlocked:
    """Open the copy if it differs and is not of before the last change of the header."""
    try:
        copy = header_from(_read(folder, COPY), file=COPY)
        older = isinstance(error, WrongPassphrase) and copy.revision < header.revision
        if copy != header and not older:
            return unlock(copy, secret, file=COPY)
    except (Damaged, NewerRecord, WrongPassphrase):
        raise error from None
    raise error


def _read(folder: Path, name: str) -> bytes:
    try:
        return files.read_at_most(folder / name, LIMIT)
    except FileNotFoundError as error:
        raise Damaged(f"{name} is missing from {folder.name}.") from error
    except OSError as error:
        raise Damaged(f"{name} cannot be read: {files.reason(error)}.") from error
    except ValueError as error:
        raise Damaged(f"{name} is damaged: it is far too long.") from error


def _read_or_nothing(folder: Path, name: str) -> bytes:
    try:
        return _read(folder, name)
    except Damaged:
        return b""
