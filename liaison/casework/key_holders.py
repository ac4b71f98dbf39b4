"""Who can open the record: passphrases, the recovery code and the laptop's keyring, by name.

``derive`` takes time and may be done in a job; so may ``re_encrypt``, while nobody else uses the
store. Whose way in is new and whose has ended stands in the log; undo takes none of it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from liaison.errors import NotReady, ReadOnly
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.key_holder import KeyHolder
from liaison.model.settings import Settings
from liaison.store import re_encrypting
from liaison.store.changes import Kind
from liaison.store.store import Store
from liaison.vault import Vault, remembering, ways_in
from liaison.vault.slots import KEYRING, PASSPHRASE, RECOVERY, Slot

RECOVERY_NAME = "Recovery code"
REMEMBERED = "{name}, remembered on a laptop"
UNNAMED = "A key holder without a name"
OLD_BACKUPS = (
    "Backups made before still open with the passphrases and the recovery code they were made with."
)


@dataclass(frozen=True)
class Held:
    """One way in. ``in_use`` is the one this session was opened with; ``name`` may be empty."""

    slot: str
    kind: str
    name: str
    since: date | None
    expires: date | None
    in_use: bool


@dataclass(frozen=True)
class Renewed:
    """Whose ways in ended when the record was encrypted anew, and the backups of the old key."""

    ended: tuple[str, ...]
    old_backups: tuple[Path, ...]


def key_holders(store: Store) -> list[Held]:
    """Every way in: passphrases first, then the recovery code, then the keyring."""
    if store.vault is None:
        return []
    header, rows = store.vault.unlocked.header, _rows(store)
    order = (PASSPHRASE, RECOVERY, KEYRING)
    return [
        _held(store, slot, rows.get(slot.id)) for kind in order for slot in header.of_kind(kind)
    ]


def who(store: Store, actor: str) -> str:
    """The name of the key holder behind an actor of the log, whether or not the key still opens."""
    row = _rows(store).get(actor)
    name = row.name if row else ""
    kind = row.kind if row else _kind_now(store, actor)
    if kind == KEYRING:
        return REMEMBERED.format(name=name or UNNAMED)
    if kind == RECOVERY:
        return RECOVERY_NAME
    return name or _only_officer(store, actor) or UNNAMED


def derive(store: Store, passphrase: str, *, instead_of: str = "") -> Slot:
    """What ``add`` and ``change`` write. Takes a moment; touches neither files nor store.

    ``instead_of`` is the slot whose passphrase is changed. Raises WeakPassphrase and NotReady.
    """
    return ways_in.derived_slot(_vault(store), passphrase, instead_of=instead_of)


def opened_by(store: Store, passphrase: str) -> str:
    """The slot this passphrase opens; empty when it opens none. Takes a moment."""
    return ways_in.slot_of(_vault(store), passphrase)


def add(store: Store, name: str, slot: Slot, *, today: date) -> None:
    """One more passphrase, for a member of staff. NotReady without a name, or for the ninth.

    The settings then name her as the second key holder, if they named nobody.
    """
    _refuse_unnamed(name)
    ways_in.add_slot(_vault(store), slot)
    holder = KeyHolder(slot=slot.id, kind=slot.kind, name=name.strip(), since=today)
    second = store.settings.second_key_holder or holder.name
    _note(store, holder, settings=replace(store.settings, second_key_holder=second))


def change(store: Store, slot: Slot) -> None:
    """Another passphrase for the same key holder; the old one opens nothing any more.

    Only the header is written: neither the database nor the log knows of it.
    """
    ways_in.change_slot(_vault(store), slot)


def rename(store: Store, slot: str, name: str) -> None:
    """The key holder's name, as history shows it from now on. NotReady without one."""
    _refuse_unnamed(name)
    _note(store, replace(_row(store, slot, PASSPHRASE), name=name.strip()))


def remove(store: Store, slot: str, *, today: date) -> None:
    """End a passphrase, never the last one. The name stays for what was done with it."""
    ways_in.remove_slot(_vault(store), slot)
    ended, settings = replace(_row(store, slot, PASSPHRASE), ended_on=today), store.settings
    if settings.second_key_holder == ended.name:
        settings = replace(settings, second_key_holder=_another(store))
    _note(store, ended, settings=settings)


def renew_recovery(store: Store, code: str, *, today: date) -> None:
    """A new recovery code in the place of the old one, which opens nothing from now on.

    WrongPassphrase for a code that is not as printed.
    """
    vault = _vault(store)
    (old,) = vault.unlocked.header.of_kind(RECOVERY)
    new = ways_in.renew_recovery(vault, code)
    _note(
        store,
        replace(_row(store, old.id, RECOVERY), ended_on=today),
        KeyHolder(slot=new, kind=RECOVERY, name=RECOVERY_NAME, since=today),
    )


def remember(store: Store, *, today: date) -> None:
    """Have this laptop's keyring open the record. NotRemembered says why it will not."""
    vault = _vault(store)
    name = _row(store, vault.actor, PASSPHRASE).name
    slot = remembering.remember(vault)
    _note(store, KeyHolder(slot=slot, kind=KEYRING, name=name, since=today))


def forget(store: Store, *, today: date) -> None:
    """Have no keyring open the record any more, this laptop's or another's."""
    vault = _vault(store)
    ended = vault.unlocked.header.of_kind(KEYRING)
    try:
        remembering.forget(vault)
    finally:
        left = {each.id for each in vault.unlocked.header.slots}
        gone = [each for each in ended if each.id not in left]
        _note(store, *(replace(_row(store, each.id, KEYRING), ended_on=today) for each in gone))


def re_encrypt(
    store: Store, passphrase: str, *, recovery_code: str, new_passphrase: str = "", today: date
) -> Renewed:
    """Encrypt the whole record under a new key: only this passphrase and the new code open it.

    The other key holders need a passphrase anew; they are named. Raises what
    ``re_encrypting.re_encrypt`` raises.
    """
    before = {each.slot: each for each in key_holders(store)}
    done = re_encrypting.re_encrypt(
        store, passphrase, recovery_code=recovery_code, new_passphrase=new_passphrase
    )
    ended = (replace(_row(store, id, before[id].kind), ended_on=today) for id in done.ended)
    _note(store, *ended)
    gone = (before[id] for id in done.ended)
    names = tuple(each.name or UNNAMED for each in gone if each.kind == PASSPHRASE)
    return Renewed(names, done.old_backups)


def _held(store: Store, slot: Slot, row: KeyHolder | None) -> Held:
    name = row.name if row else ""
    if slot.kind == PASSPHRASE:
        name = name or _only_officer(store, slot.id)
    return Held(
        slot=slot.id,
        kind=slot.kind,
        name=RECOVERY_NAME if slot.kind == RECOVERY else name,
        since=row.since if row else None,
        expires=date.fromisoformat(slot.expires) if slot.expires else None,
        in_use=store.door.actor == slot.id,
    )


def _rows(store: Store) -> dict[str, KeyHolder]:
    return {each.slot: each for each in store.find(KeyHolder)}


def _row(store: Store, slot: str, kind: str) -> KeyHolder:
    """The name kept for a slot, or a new one for it."""
    found = _rows(store).get(slot)
    if found is not None:
        return found
    name = RECOVERY_NAME if kind == RECOVERY else _only_officer(store, slot) or UNNAMED
    return KeyHolder(slot=slot, kind=kind, name=name)


def _only_officer(store: Store, slot: str) -> str:
    """The officer of the settings, where nobody else can write, as in a record in memory."""
    if store.vault is None:
        return store.settings.officer if slot == store.door.actor else ""
    passphrases = store.vault.unlocked.header.of_kind(PASSPHRASE)
    return store.settings.officer if [each.id for each in passphrases] == [slot] else ""


def _kind_now(store: Store, slot: str) -> str:
    slots = store.vault.unlocked.header.slots if store.vault else ()
    return next((each.kind for each in slots if each.id == slot), "")


def _another(store: Store) -> str:
    """Who else has a passphrase than the officer; empty for nobody."""
    ways = (each for each in key_holders(store) if each.kind == PASSPHRASE)
    return next((each.name for each in ways if each.name not in {"", store.settings.officer}), "")


def _note(store: Store, *holders: KeyHolder, settings: Settings | None = None) -> None:
    with store.saving(Kind.KEYS) as saving:
        if settings is not None and settings != store.settings:
            saving.change(settings)
        for each in holders:
            if each.id:
                saving.change(each)
            else:
                saving.add(replace(each, family=SETTINGS_STREAM))


def _refuse_unnamed(name: str) -> None:
    if not name.strip():
        raise NotReady({"name": "Write whose passphrase it is."})


def _vault(store: Store) -> Vault:
    if store.vault is None:
        raise ReadOnly("A record in memory has no passphrases.")
    if store.trouble:
        raise ReadOnly(store.trouble)
    return store.vault
