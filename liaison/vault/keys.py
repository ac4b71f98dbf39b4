"""The data key of a vault and the keys derived from it, one for each purpose."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_SIZE = 32


@dataclass(frozen=True, repr=False)
class Keys:
    """What opens one vault. It shows nothing of itself in logs and error messages."""

    data: bytes

    @property
    def database(self) -> bytes:
        return derived(self.data, "database")

    @property
    def header(self) -> bytes:
        return derived(self.data, "header")

    @property
    def tip(self) -> bytes:
        return derived(self.data, "tip")

    @property
    def backup(self) -> bytes:
        return derived(self.data, "backup manifest")

    @property
    def export(self) -> bytes:
        return derived(self.data, "export")


def new_keys() -> Keys:
    """The keys of a new vault, from the system's source of chance."""
    return Keys(secrets.token_bytes(KEY_SIZE))


def derived(secret: bytes, purpose: str, *, salt: bytes | None = None) -> bytes:
    """A 256-bit key for one purpose, from which neither ``secret`` nor other keys follow."""
    label = f"liaison vault 1 {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=salt, info=label).derive(secret)


def mac_of(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.digest(key, data, hashlib.sha256)


def same(one: bytes, other: bytes) -> bool:
    """Whether two MACs are equal, in a time that tells nothing."""
    return hmac.compare_digest(one, other)
