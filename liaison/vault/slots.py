"""Slots: the data key, locked once for each passphrase, the recovery code and the keyring."""

import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from liaison.vault import canonical
from liaison.vault.keys import KEY_SIZE, Keys, derived

PASSPHRASE: Final = "passphrase"  # noqa: S105 - the name of a kind
RECOVERY: Final = "recovery"
KEYRING: Final = "keyring"
ALLOWED: Final = {PASSPHRASE: range(1, 9), RECOVERY: range(1, 2), KEYRING: range(2)}
"""The kinds of slot and how many of each a vault may have."""

ID_SIZE, SALT_SIZE, NONCE_SIZE, TAG_SIZE = 16, 16, 12, 16


@dataclass(frozen=True)
class Cost:
    """How much work Argon2id takes: memory in KiB, passes over it, lanes. Checked when made."""

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        within = (
            19 * 1024 <= self.memory_kib <= 1024 * 1024
            and 1 <= self.passes <= 16
            and 1 <= self.lanes <= 4
        )
        if not within:
            raise ValueError("the cost of the passphrase is out of bounds")


STANDARD: Final = Cost(64 * 1024, 3, 1)
TEST_COST: Final = Cost(19 * 1024, 1, 1)
"""The cheapest cost a vault may have; for tests only."""


@dataclass(frozen=True)
class Slot:
    """One way in. ``wrapped`` is the locked data key.

    ``cost`` is set for a passphrase; ``expires``, the first day it opens nothing, for the keyring.
    """

    id: str
    kind: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes
    expires: str = ""

    def fields(self) -> dict[str, object]:
        """The slot as it stands in the header."""
        cost = {} if self.cost is None else vars(self.cost)
        expires = {"expires": self.expires} if self.kind == KEYRING else {}
        return {
            "id": self.id,
            "kind": self.kind,
            **cost,
            **expires,
            "nonce": _text(self.nonce),
            "salt": _text(self.salt),
            "wrapped": _text(self.wrapped),
        }

    def open(self, secret: str, *, vault: str, version: int) -> Keys | None:
        """The vault's keys if ``secret`` fits this slot of this vault, else None."""
        box = AESGCM(_locking_key(self, secret))
        try:
            return Keys(box.decrypt(self.nonce, self.wrapped, _bound(self, vault, version)))
        except InvalidTag:
            return None


def passphrase_slot(
    keys: Keys, passphrase: str, *, vault: str, version: int, cost: Cost, id: str = ""
) -> Slot:
    """A slot that ``passphrase`` opens, under a new id or a known one."""
    return _closed(_empty(PASSPHRASE, cost=cost, id=id), keys, passphrase, vault, version)


def recovery_slot(keys: Keys, code: str, *, vault: str, version: int) -> Slot:
    """A new slot that the recovery code opens; ``code`` is as ``recovery.check_code`` returns."""
    return _closed(_empty(RECOVERY), keys, code, vault, version)


def keyring_slot(keys: Keys, secret: str, *, vault: str, version: int, expires: date) -> Slot:
    """A new slot for what the laptop's keyring remembers; ``secret`` is 256 random bits in hex."""
    empty = _empty(KEYRING, expires=expires.isoformat())
    return _closed(empty, keys, secret, vault, version)


def slot_from(value: object) -> Slot:
    """The slot that stands in a header, or ValueError; nothing is derived from it here."""
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in ALLOWED:
        raise ValueError("a slot of an unknown kind")
    found = canonical.fields_of(value, _PLAIN | _OWN[kind])
    costed = kind == PASSPHRASE
    cost = Cost(*(canonical.whole_number_of(found[name]) for name in _COSTS)) if costed else None
    return Slot(
        id=hex_of(found["id"], ID_SIZE).hex(),
        kind=kind,
        cost=cost,
        salt=_bytes(found["salt"], SALT_SIZE),
        nonce=_bytes(found["nonce"], NONCE_SIZE),
        wrapped=_bytes(found["wrapped"], KEY_SIZE + TAG_SIZE),
        expires=_day(found["expires"]) if kind == KEYRING else "",
    )


def hex_of(value: object, size: int) -> bytes:
    """The bytes a field stands for in hex, or ValueError."""
    data = bytes.fromhex(canonical.text_of(value))
    if len(data) != size:
        raise ValueError("of the wrong length")
    return data


_COSTS = ("memory_kib", "passes", "lanes")
_PLAIN = {"id", "kind", "nonce", "salt", "wrapped"}
_OWN = {PASSPHRASE: set(_COSTS), RECOVERY: set[str](), KEYRING: {"expires"}}


def _empty(kind: str, *, cost: Cost | None = None, expires: str = "", id: str = "") -> Slot:
    return Slot(
        id=id or secrets.token_hex(ID_SIZE),
        kind=kind,
        cost=cost,
        salt=secrets.token_bytes(SALT_SIZE),
        nonce=secrets.token_bytes(NONCE_SIZE),
        wrapped=b"",
        expires=expires,
    )


def _closed(slot: Slot, keys: Keys, secret: str, vault: str, version: int) -> Slot:
    box = AESGCM(_locking_key(slot, secret))
    return replace(slot, wrapped=box.encrypt(slot.nonce, keys.data, _bound(slot, vault, version)))


def _locking_key(slot: Slot, secret: str) -> bytes:
    data = unicodedata.normalize("NFKC", secret).encode()
    if slot.cost is None:
        return derived(data, f"slot {slot.kind}", salt=slot.salt)
    return Argon2id(
        salt=slot.salt,
        length=KEY_SIZE,
        iterations=slot.cost.passes,
        lanes=slot.cost.lanes,
        memory_cost=slot.cost.memory_kib,
    ).derive(data)


def _bound(slot: Slot, vault: str, version: int) -> bytes:
    """What the locked key is tied to: the vault and every other field of its slot."""
    others = {name: value for name, value in slot.fields().items() if name != "wrapped"}
    return canonical.encode({"version": version, "vault": vault, "slot": others})


def _day(value: object) -> str:
    return date.fromisoformat(canonical.text_of(value)).isoformat()


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(value: object, size: int) -> bytes:
    data = b64decode(canonical.text_of(value), validate=True)
    if len(data) != size:
        raise ValueError("of the wrong length")
    return data
