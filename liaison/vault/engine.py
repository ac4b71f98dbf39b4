"""The only place a connection to SQLCipher is made, always with a key and always the same way."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlcipher3 import dbapi2 as driver

from liaison.vault import files

if TYPE_CHECKING:
    from sqlite3 import Connection
    from sqlite3 import Error as EngineError
else:
    Connection = driver.Connection
    EngineError = driver.Error

__all__ = ["Connection", "EngineError", "checks", "connect", "driver", "memory", "vacuum_into"]

APPLICATION = 0x4C494149
KEY_SIZE = 32
PAGE_SIZE = 4096
PATIENCE = 5.0
"""How many seconds a statement waits for another connection's write."""
SETTINGS = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -32768",  # KiB: a page is deciphered once, not at every keystroke
)


def connect(
    path: Path,
    key: bytes,
    *,
    create: bool = False,
    read_only: bool = False,
    patience: float | None = None,
) -> Connection:
    """Open the encrypted database at ``path``; only ``create`` makes a new one.

    Raises EngineError when the file is missing, damaged or of another key: the engine cannot
    tell these apart.
    """
    _key_text(key)
    if create:
        files.create(path).close()
    mode = "ro" if read_only else "rw"
    # Windows: C:/x becomes file:///C:/x, a share //host/x becomes file:////host/x.
    place = quote(path.absolute().as_posix(), safe="/:")
    address = f"file://{place if place.startswith('/') else '/' + place}?mode={mode}"
    return _prepared(address, key, patience=PATIENCE if patience is None else patience)


def memory(key: bytes) -> Connection:
    """A new encrypted database in memory, set up like one on disk."""
    return _prepared("file::memory:", key, patience=PATIENCE)


def checks(connection: Connection, *, full: bool) -> list[str]:
    """What the engine finds wrong with the database; empty when it is sound.

    ``full`` also compares every index with its table. Either catches damage that the other
    misses, so both the seals of the pages and their contents are looked at.
    """
    try:
        return seals_and_contents(connection, full=full)
    except EngineError as error:
        return [str(error)]


def seals_and_contents(connection: Connection, *, full: bool = False) -> list[str]:
    """As ``checks``, but raises EngineError when it was cut short."""
    return [
        *_wrong_size(connection),
        *_broken_seals(connection),
        *_broken_contents(connection, "integrity_check" if full else "quick_check"),
    ]


def contents_check(connection: Connection) -> list[str]:
    """What ``quick_check`` alone finds wrong. Raises EngineError when it was cut short."""
    return _broken_contents(connection, "quick_check")


def gave_way(error: EngineError) -> bool:
    """Whether a statement failed only because it was cut short or another connection writes."""
    return _code(error) in {
        driver.SQLITE_BUSY,
        driver.SQLITE_LOCKED,
        driver.SQLITE_INTERRUPT,
    }


def vacuum_into(connection: Connection, target: Path) -> None:
    """Write a compact copy under the same key; ``target`` may be an empty file."""
    (refusing,) = connection.execute("PRAGMA query_only").fetchone()
    refuse_writes(connection, refuse=False)
    connection.set_authorizer(_allow_only(str(target)))
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.set_authorizer(_allow_only(None))
        refuse_writes(connection, refuse=bool(refusing))


def export_into(connection: Connection, target: Path, key: bytes) -> None:
    """Write the whole database under another key; ``target`` is an empty file.

    The copy is made row by row, so that no page of the old key is carried over.
    """
    # The authorizer is shown the name only where it stands in the statement itself.
    name = str(target.absolute())
    attach = "ATTACH DATABASE '{}' AS fresh KEY ?".format(name.replace("'", "''"))
    connection.set_authorizer(_allow_only(name))
    try:
        connection.execute(attach, (f"x'{_key_text(key)}'",))
        # Nobody reads the copy before it is whole and the disk has it.
        for setting in ("journal_mode", "synchronous"):
            connection.execute(f"PRAGMA fresh.{setting} = OFF").fetchall()
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
        application, version = version_of(connection)
        connection.execute(f"PRAGMA fresh.application_id = {int(application)}")
        connection.execute(f"PRAGMA fresh.user_version = {int(version)}")
        connection.execute("DETACH DATABASE fresh")
    finally:
        connection.set_authorizer(_allow_only(None))


def is_damage(error: EngineError) -> bool:
    """Whether a statement failed because a page is not as it was written."""
    return _code(error) in {driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB}


def met_damage(connection: Connection) -> bool:
    """Whether a page with a broken seal was read.

    The engine hands out the end of a long text as zeroes once, without an error, when the page it
    stands on is damaged; only its status tells.
    """
    return bool(connection.execute("PRAGMA cipher_status").fetchone() != ("1",))


def version_of(connection: Connection) -> tuple[int, int]:
    """Application id and schema version as they stand in the database."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def stamp(connection: Connection, schema: int) -> None:
    """Write the application id and the schema version into a new database."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {int(schema)}")


def refuse_writes(connection: Connection, *, refuse: bool) -> None:
    """Make the connection refuse every write, or take them again."""
    connection.execute(f"PRAGMA query_only = {'ON' if refuse else 'OFF'}")


def _prepared(address: str, key: bytes, *, patience: float) -> Connection:
    # A job may open the record for the window's thread: which thread is at work is the
    # session's business, one at a time.
    connection: Connection = driver.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=patience
    )
    with ExitStack() as undo:
        undo.callback(connection.close)
        _set_up(connection, key)
        undo.pop_all()
    return connection


def _set_up(connection: Connection, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{_key_text(key)}'\"")
    connection.execute("PRAGMA cipher_compatibility = 4")
    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise driver.OperationalError("the engine does not encrypt")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for setting in SETTINGS:
        connection.execute(setting).fetchall()
    connection.enable_load_extension(False)
    connection.set_authorizer(_allow_only(None))


def _key_text(key: bytes) -> str:
    if len(key) != KEY_SIZE:
        raise ValueError("a database is never opened or made without its whole key")
    return key.hex()


def _allow_only(target: str | None) -> Callable[..., int]:
    """An authorizer that refuses to attach any file but ``target`` (VACUUM INTO attaches it)."""

    def authorize(
        action: int, name: str | None, _detail: str | None, _base: str | None, _by: str | None
    ) -> int:
        refused = action == driver.SQLITE_ATTACH and (target is None or name != target)
        return int(driver.SQLITE_DENY if refused else driver.SQLITE_OK)

    return authorize


def _code(error: EngineError) -> int:
    """The engine's own number for an error; 0 for one that we raised ourselves."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _file_of(connection: Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2] or "")


def _wrong_size(connection: Connection) -> list[str]:
    file = _file_of(connection)
    if not file:
        return []
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    size = Path(file).stat().st_size
    return [] if size == pages * PAGE_SIZE else [f"{size} bytes where {pages} pages should be"]


def _broken_seals(connection: Connection) -> list[str]:
    if not _file_of(connection):
        return []
    return [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]


def _broken_contents(connection: Connection, check: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(f"PRAGMA {check}") if row[0] != "ok"]
