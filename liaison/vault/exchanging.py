"""Another database in the place of a record's own, while the record stays open and locked."""

from collections.abc import Callable
from pathlib import Path

from liaison.errors import NotFinished
from liaison.vault import clock, files
from liaison.vault.opening import connected
from liaison.vault.refusals import not_kept
from liaison.vault.swapping import swapping
from liaison.vault.tip import Mark, Tip, write_tip
from liaison.vault.unlocking import DATABASE, Unlocked, write_header
from liaison.vault.vault import Vault

Fill = Callable[[Path], Mark]
"""Makes the new database, looks it through, and gives its newest change."""


def exchange_database(
    vault: Vault,
    fill: Fill,
    *,
    schema: int,
    unlocked: Unlocked | None = None,
    trusted: bool = True,
) -> None:
    """Put the database that ``fill`` makes in the place of the record's own, all or nothing.

    With ``unlocked`` the header becomes that one. The tip is left as it is where the old database
    is not ``trusted``, so that what it tells of stays to be told. The vault has a new connection
    afterwards, whether it went well or not. Raises what ``fill`` raises, NotKept when the disk
    refuses and NotFinished when it does so at the last step.
    """
    fresh, made = unlocked or vault.unlocked, vault.tip
    stands, tip = vault.unlocked, None
    try:
        with not_kept("The new copy of the record"), swapping(vault.files) as site:
            mark = fill(site / DATABASE)
            if trusted:
                made = _closed_tip(vault, site / DATABASE, mark, schema)
                write_tip(site, made, fresh.keys)
            if unlocked is not None:
                write_header(site, unlocked)
            vault.connection.close()
        stands, tip = fresh, made
    except NotFinished as error:
        stands, tip = fresh, made
        vault.refusal = str(error)
        raise
    finally:
        vault.connection.close()
        vault.renewed(connected(vault.database, stands.keys), stands, tip)


def _closed_tip(vault: Vault, database: Path, mark: Mark, schema: int) -> Tip:
    size, digest = files.size_and_digest(database)
    now = clock.stamp(vault.laptop.clock())
    return Tip(vault.id, mark, schema, now, "closed", size, digest)
