"""Making a new record: beside its place first, and only when whole in it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from liaison.errors import ReadOnly
from liaison.vault import engine, files, passphrases, recovery
from liaison.vault.building import building_site, move_into_place, refuse_existing
from liaison.vault.header import COPY, NAME, VERSION, Header, new_vault_id
from liaison.vault.keys import new_keys
from liaison.vault.laptop import THIS, Laptop
from liaison.vault.lock import RecordLock
from liaison.vault.opening import connected
from liaison.vault.refusals import not_kept
from liaison.vault.slots import STANDARD, Cost, passphrase_slot, recovery_slot
from liaison.vault.tip import NO_MARK
from liaison.vault.unlocking import DATABASE, Unlocked
from liaison.vault.vault import Vault


@contextmanager
def make_vault(
    folder: Path,
    passphrase: str,
    *,
    recovery_code: str,
    schema: int,
    cost: Cost = STANDARD,
    laptop: Laptop = THIS,
) -> Iterator[Vault]:
    """Make a record. The caller fills it inside the ``with``; only then does it get its name.

    After an exception or a crash there is no record, and nothing of one. Raises WeakPassphrase,
    WrongPassphrase (for a recovery code not as printed), AlreadyThere, ReadOnly and NotKept.
    """
    passphrases.check(passphrase)
    code = recovery.check_code(recovery_code)
    refuse_existing(folder)
    keys, id = new_keys(), new_vault_id()
    slots = (
        passphrase_slot(keys, passphrase, vault=id, version=VERSION, cost=cost),
        recovery_slot(keys, code, vault=id, version=VERSION),
    )
    header = Header(vault=id, revision=1, slots=slots).sealed_by(keys)
    unlocked = Unlocked(header, keys, slots[0].id)

    def fill(database: Path) -> None:
        with closing(engine.connect(database, keys.database, create=True)) as connection:
            engine.stamp(connection, schema)

    with growing_vault(folder, unlocked, schema=schema, laptop=laptop, fill=fill) as vault:
        yield vault


@contextmanager
def growing_vault(
    folder: Path, unlocked: Unlocked, *, schema: int, laptop: Laptop, fill: Callable[[Path], None]
) -> Iterator[Vault]:
    """A vault whose database ``fill`` makes, moved to ``folder`` when the ``with`` ends well."""
    refuse_existing(folder)
    place = laptop.place_of(folder)
    if place.refuses_writes:
        raise ReadOnly(
            f"{folder.name} cannot be put there: it is a network share, or a place that cannot be "
            "written. Choose a folder on this laptop."
        )
    now = laptop.clock()
    with building_site(folder, now) as site, ExitStack() as undo:
        made = site / "record"
        with not_kept(folder.name):
            made.mkdir(mode=files.PRIVATE_FOLDER)
            files.write_new(made / NAME, unlocked.header.encoded())
            files.write_new(made / COPY, unlocked.header.encoded())
            fill(made / DATABASE)
            lock = RecordLock(made)
            undo.callback(lock.release)
            lock.take(now)
        vault = Vault(
            folder=folder,
            files=made,
            connection=connected(made / DATABASE, unlocked.keys),
            unlocked=unlocked,
            schema=schema,
            lock=lock,
            laptop=laptop,
            warnings=tuple(filter(None, [place.sentence])),
        )
        undo.callback(vault.close)
        vault.begin_writing(NO_MARK)
        yield vault
        with not_kept(folder.name):
            vault.finish()
            files.settle_folder(made)
        move_into_place(made, folder)
