"""Ways into a record: passphrases, the recovery code and the keyring, added, changed and ended.

The data key is locked anew for a slot; the database is never touched. Deriving a slot takes time
and touches no file, so a job may do it; writing it into the header takes none.
"""

from dataclasses import replace

from liaison.errors import NotFinished, NotFound, NotReady, ReadOnly, WrongPassphrase
from liaison.vault import passphrases, recovery
from liaison.vault.header import VERSION, Header
from liaison.vault.keys import new_keys
from liaison.vault.refusals import not_kept
from liaison.vault.slots import (
    ALLOWED,
    KEYRING,
    PASSPHRASE,
    Cost,
    Slot,
    passphrase_slot,
    recovery_slot,
)
from liaison.vault.swapping import swapping
from liaison.vault.unlocking import Unlocked, write_header
from liaison.vault.vault import Vault

MOST = max(ALLOWED[PASSPHRASE])


def derived_slot(
    vault: Vault, passphrase: str, *, instead_of: str = "", cost: Cost | None = None
) -> Slot:
    """A slot that ``passphrase`` opens, under the id ``instead_of`` or a new one; not yet written.

    WeakPassphrase for one that will not do, NotReady for one that opens the record already.
    """
    passphrases.check(passphrase)
    if slot_of(vault, passphrase):
        raise NotReady({"passphrase": "That passphrase opens this record already."})
    return passphrase_slot(
        vault.keys,
        passphrase,
        vault=vault.id,
        version=VERSION,
        cost=cost or usual_cost(vault.unlocked.header),
        id=instead_of,
    )


def slot_of(vault: Vault, passphrase: str) -> str:
    """The id of the slot this passphrase opens; empty when it opens none. Takes time."""
    for slot in vault.unlocked.header.of_kind(PASSPHRASE):
        if slot.open(passphrase, vault=vault.id, version=VERSION) is not None:
            return slot.id
    return ""


def add_slot(vault: Vault, slot: Slot) -> None:
    """One passphrase more. NotReady when there are as many as there may be."""
    slots = vault.unlocked.header.slots
    if len(vault.unlocked.header.of_kind(PASSPHRASE)) >= MOST:
        sentence = f"A record has at most {MOST} passphrases: remove one first."
        raise NotReady({"passphrase": sentence})
    write_slots(vault, (slot, *slots))


def change_slot(vault: Vault, slot: Slot) -> None:
    """Another passphrase for the way in of the same id; the old one opens nothing from now on."""
    _refuse_unknown(vault, slot.id)
    slots = vault.unlocked.header.slots
    write_slots(vault, tuple(slot if each.id == slot.id else each for each in slots))


def remove_slot(vault: Vault, id: str) -> None:
    """End a passphrase or the keyring's way in. NotReady for the last passphrase."""
    _refuse_unknown(vault, id)
    header = vault.unlocked.header
    if [each.id for each in header.of_kind(PASSPHRASE)] == [id]:
        sentence = "This is the only passphrase: a record keeps at least one. Change it instead."
        raise NotReady({"passphrase": sentence})
    write_slots(vault, tuple(each for each in header.slots if each.id != id))


def renew_recovery(vault: Vault, code: str) -> str:
    """A new recovery code; the old one opens nothing from now on. Gives the new slot's id.

    WrongPassphrase for a code that is not as printed.
    """
    plain = recovery.check_code(code)
    slot = recovery_slot(vault.keys, plain, vault=vault.id, version=VERSION)
    kept = (each for each in vault.unlocked.header.slots if each.kind != slot.kind)
    write_slots(vault, (*kept, slot))
    return slot.id


def under_new_keys(
    vault: Vault, passphrase: str, *, recovery_code: str, new_passphrase: str = ""
) -> Unlocked:
    """A header for new keys, not yet written: one passphrase and a new recovery code open it.

    The passphrase keeps its slot's id. Raises WrongPassphrase when it opens nothing now.
    """
    id, code = slot_of(vault, passphrase), recovery.check_code(recovery_code)
    if not id:
        raise WrongPassphrase("That passphrase does not open this record.")
    if new_passphrase:
        passphrases.check(new_passphrase)
    old, keys = vault.unlocked.header, new_keys()
    slots = (
        passphrase_slot(
            keys,
            new_passphrase or passphrase,
            vault=vault.id,
            version=VERSION,
            cost=usual_cost(old),
            id=id,
        ),
        recovery_slot(keys, code, vault=vault.id, version=VERSION),
    )
    header = Header(vault.id, old.revision + 1, slots).sealed_by(keys)
    return Unlocked(header, keys, id)


def set_keyring_slot(vault: Vault, slot: Slot | None) -> None:
    """The one way in by the laptop's keyring, or none any more."""
    kept = tuple(each for each in vault.unlocked.header.slots if each.kind != KEYRING)
    write_slots(vault, kept if slot is None else (*kept, slot))


def usual_cost(header: Header) -> Cost:
    """What the record's passphrases cost, the dearest of them."""
    costs = [each.cost for each in header.of_kind(PASSPHRASE) if each.cost]
    return max(costs, key=lambda cost: (cost.memory_kib * cost.passes, cost.lanes))


def write_slots(vault: Vault, slots: tuple[Slot, ...]) -> None:
    """The header with these slots on the disk, and its copy; both old or both new.

    ReadOnly or NotKept when it cannot be written; then the old header stands.
    """
    if vault.read_only:
        raise ReadOnly(vault.refusal or vault.tip_trouble)
    old = vault.unlocked
    header = replace(old.header, revision=old.header.revision + 1, slots=slots)
    header = header.sealed_by(old.keys)
    fresh = Unlocked(header, old.keys, old.actor)
    try:
        with not_kept("The header"), swapping(vault.files) as site:
            write_header(site, fresh)
    except NotFinished:
        vault.unlocked = fresh
        raise
    vault.unlocked = fresh


def _refuse_unknown(vault: Vault, id: str) -> None:
    if id not in {each.id for each in vault.unlocked.header.slots}:
        raise NotFound("There is no such way into this record any more.")
