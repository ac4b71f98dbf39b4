"""Opening a record, step by step, so that each way it can fail has its own sentence."""

from contextlib import ExitStack, suppress
from pathlib import Path

from liaison.errors import Damaged, NewerRecord, OpenElsewhere, ReadOnly, WrongPassphrase
from liaison.vault import attempts, clock, engine, files, remembering, swapping, unlocking
from liaison.vault.engine import Connection, EngineError
from liaison.vault.keys import Keys
from liaison.vault.laptop import THIS, Laptop
from liaison.vault.lock import RecordLock
from liaison.vault.measuring import Measuring
from liaison.vault.refusals import not_kept
from liaison.vault.tip import database_trouble, read_tip
from liaison.vault.unlocking import DATABASE, Secret, Unlocked
from liaison.vault.vault import Vault

PLAIN = b"SQLite format 3"
FOR_READING = "The record was opened for reading only."
IN_DISORDER = (
    "The record was not closed properly and must be put in order first, which cannot "
    "be done where it is: copy it to this laptop and open it there."
)


def open_vault(  # noqa: PLR0913 - the ways in, and what is handed in
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    keyring: bool = False,
    schema: int,
    read_only: bool = False,
    laptop: Laptop = THIS,
    measuring: Measuring | None = None,
) -> Vault:
    """Open a record with its passphrase, its recovery code, or by the laptop's keyring.

    ``schema`` is the newest version of tables this program knows. ``measuring`` is of its database,
    begun before; what was written since is measured again. Raises NoSuchRecord,
    OpenElsewhere, WrongPassphrase, NotRemembered, Damaged (naming the file), NewerRecord (naming
    the version), and ReadOnly or NotKept where the place does not let a record be opened.
    """
    unlocking.refuse_missing(folder)
    place = laptop.place_of(folder)
    refusal = place.sentence if place.refuses_writes else FOR_READING if read_only else ""
    with ExitStack() as undo:
        lock = RecordLock(folder)
        undo.callback(lock.release)
        _take(lock, laptop, reading=bool(refusal))
        unsettled = _settled(folder, reading=bool(refusal))
        secret = (
            remembering.recalled(folder, laptop)
            if keyring
            else unlocking.secret_from(passphrase, recovery_code)
        )
        measuring = measuring or Measuring(folder / DATABASE)
        undo.callback(measuring.wait)
        unlocked = _unlocked(folder, secret, laptop, reading=bool(refusal))
        connection = connected(folder / DATABASE, unlocked.keys, reading=bool(refusal))
        undo.callback(connection.close)
        refuse_newer(connection, schema, file=DATABASE)
        tip, trouble = read_tip(folder, unlocked.keys, vault=unlocked.header.vault)
        warnings = [place.sentence, unsettled]
        if tip is not None:
            trouble = database_trouble(tip, measuring)
            warnings.append(clock.behind(tip.written_at, laptop.clock()))
        if not refusal:
            # A full disk is no reason to keep the officer out: the next opening tries again.
            with suppress(OSError):
                warnings.append(unlocking.put_right(folder, unlocked.header))
        vault = Vault(
            folder=folder,
            files=folder,
            connection=connection,
            unlocked=unlocked,
            schema=engine.version_of(connection)[1],
            lock=lock,
            laptop=laptop,
            refusal=refusal,
            tip=tip,
            tip_trouble=trouble,
            warnings=tuple(filter(None, warnings)),
        )
        vault.warn(remembering.note_use(vault))
        undo.pop_all()
    return vault


def connected(database: Path, keys: Keys, *, reading: bool = False) -> Connection:
    """The open database. The key is known to be right, so what fails here is damage."""
    _refuse_what_is_no_database(database)
    try:
        return engine.connect(database, keys.database, read_only=reading)
    except EngineError as error:
        if reading and database.with_name(database.name + "-journal").exists():
            raise ReadOnly(IN_DISORDER) from error
        if engine.gave_way(error):
            raise OpenElsewhere(f"{database.name} is in use by another program.") from error
        raise Damaged(
            f"{database.name} is damaged: it is not as it was written, or it is cut short. "
            "Please go back to a backup."
        ) from error


def refuse_newer(connection: Connection, schema: int, *, file: str) -> None:
    """Raise Damaged for another program's database, NewerRecord for a later schema."""
    application, version = engine.version_of(connection)
    if application != engine.APPLICATION:
        raise Damaged(f"{file} is not the database of a record.")
    if version > schema:
        raise NewerRecord(
            f"{file} is of version {version}, from a newer version of this program. This version "
            f"knows records up to {schema}: install the newer one."
        )


def _take(lock: RecordLock, laptop: Laptop, *, reading: bool) -> None:
    if reading:
        lock.take_for_reading()
        return
    with not_kept("The lock of the record"):
        lock.take(laptop.clock())


def _settled(folder: Path, *, reading: bool) -> str:
    """Carry out a swap that was cut short; a sentence if that cannot be done."""
    if reading:
        if swapping.promised(folder):
            raise ReadOnly(IN_DISORDER)
        return ""
    with not_kept("A change begun earlier"):
        return swapping.settle_swap(folder)


def _unlocked(folder: Path, secret: Secret, laptop: Laptop, *, reading: bool) -> Unlocked:
    try:
        return unlocking.unlock_folder(folder, secret)
    except WrongPassphrase:
        if not reading:
            attempts.note_failure(folder, laptop.clock())
        raise


def _refuse_what_is_no_database(database: Path) -> None:
    try:
        with database.open("rb") as file:
            start = file.read(engine.PAGE_SIZE)
    except FileNotFoundError as error:
        raise Damaged(
            f"{database.name} is missing: the folder has keys but nothing to open with them. "
            "Please go back to a backup."
        ) from error
    except OSError as error:
        raise Damaged(f"{database.name} cannot be read: {files.reason(error)}.") from error
    if start.startswith(PLAIN):
        raise Damaged(f"{database.name} is not encrypted: it is not what this program wrote.")
    if len(start) < engine.PAGE_SIZE:
        raise Damaged(f"{database.name} is damaged: it is cut short. Please go back to a backup.")
