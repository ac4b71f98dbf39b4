"""“Remember on this laptop”: a way in by the keyring, which ends by itself.

It ends 30 days after it was made or when 7 days have passed without use, and at once when either
side of it is taken away. The last day of use stands beside the key, in the keyring.
"""

import secrets
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from liaison.errors import LiaisonError, NotFinished, NotKept, NotRemembered
from liaison.vault import canonical, ways_in
from liaison.vault.header import VERSION, Header
from liaison.vault.keyrings import Keyring
from liaison.vault.keys import KEY_SIZE
from liaison.vault.laptop import Laptop
from liaison.vault.slots import KEYRING, Slot, keyring_slot
from liaison.vault.unlocking import Secret, readable_header
from liaison.vault.vault import Vault

LASTS = timedelta(days=30)
UNUSED = timedelta(days=7)
NOT_HERE = "This record is not remembered on this laptop. Please use the passphrase."
ENDED = (
    "This laptop no longer remembers the record: that ends after 30 days, or after 7 days without "
    "use. Please use the passphrase."
)


@dataclass(frozen=True, repr=False)
class Kept:
    """What the keyring holds for a vault."""

    slot: str
    secret: str
    used_on: str

    def encoded(self) -> str:
        return canonical.encode(asdict(self)).decode()


def is_remembered(folder: Path) -> bool:
    """Whether the record has a way in by a keyring, be it this laptop's or another's."""
    try:
        return bool(readable_header(folder).of_kind(KEYRING))
    except LiaisonError:
        return False


def remember(vault: Vault) -> str:
    """Have this laptop's keyring open the record from now on. Gives the id of the slot.

    NotRemembered when the keyring cannot be trusted: then nothing is kept anywhere.
    """
    today = _today(vault.laptop)
    secret = secrets.token_hex(KEY_SIZE)
    slot = keyring_slot(vault.keys, secret, vault=vault.id, version=VERSION, expires=today + LASTS)
    keyring = _keyring(vault.laptop)
    keyring.put(vault.id, Kept(slot.id, secret, today.isoformat()).encoded())
    try:
        ways_in.set_keyring_slot(vault, slot)
    except LiaisonError:
        keyring.drop(vault.id)
        raise
    return slot.id


def forget(vault: Vault) -> None:
    """Have no keyring open the record any more: this laptop's or another's.

    NotRemembered when this laptop's keyring would not give up its part, which opens nothing now.
    """
    if vault.unlocked.header.of_kind(KEYRING):
        ways_in.set_keyring_slot(vault, None)
    _keyring(vault.laptop).drop(vault.id)


def recalled(folder: Path, laptop: Laptop) -> Secret:
    """What the keyring keeps for the record. NotRemembered when it keeps nothing, or no longer."""
    header = readable_header(folder)
    slot = _slot_of(header)
    kept = _kept_for(header.vault, laptop) if slot else None
    if slot is None or kept is None or kept.slot != slot.id:
        raise NotRemembered(NOT_HERE)
    if _has_ended(slot, kept, _today(laptop)):
        _keyring(laptop).drop(header.vault)
        raise NotRemembered(ENDED)
    return Secret(KEYRING, kept.secret)


def note_use(vault: Vault) -> str:
    """After opening: note the day of use, or end a way in whose days are over.

    A sentence when that could not be done.
    """
    slot, today = _slot_of(vault.unlocked.header), _today(vault.laptop)
    try:
        if slot is not None and slot.id == vault.actor:
            kept = _kept_for(vault.id, vault.laptop)
            if kept is not None and kept.used_on != today.isoformat():
                fresh = replace(kept, used_on=today.isoformat())
                _keyring(vault.laptop).put(vault.id, fresh.encoded())
        elif slot is not None and slot.expires <= today.isoformat() and not vault.read_only:
            ways_in.set_keyring_slot(vault, None)
    except (NotRemembered, NotKept, NotFinished) as error:
        return str(error)
    return ""


def _has_ended(slot: Slot, kept: Kept, today: date) -> bool:
    return today.isoformat() >= min(
        slot.expires, (date.fromisoformat(kept.used_on) + UNUSED).isoformat()
    )


def _slot_of(header: Header) -> Slot | None:
    return next(iter(header.of_kind(KEYRING)), None)


def _kept_for(vault: str, laptop: Laptop) -> Kept | None:
    """What the keyring has for the vault; nothing if that is not what this program wrote."""
    text = _keyring(laptop).get(vault)
    try:
        found = canonical.fields_of(canonical.decode(text.encode()), {"slot", "secret", "used_on"})
        kept = Kept(*(canonical.text_of(found[name]) for name in ("slot", "secret", "used_on")))
        date.fromisoformat(kept.used_on)
    except ValueError:
        return None
    return kept


def _keyring(laptop: Laptop) -> Keyring:
    return Keyring(laptop.keyring, laptop.patience)


def _today(laptop: Laptop) -> date:
    return laptop.clock().astimezone().date()
