"""The header, vault.json: the slots of a vault, sealed. It holds nothing about anybody."""

import secrets
from collections import Counter
from dataclasses import dataclass, replace

from liaison.errors import Damaged, NewerRecord
from liaison.vault import canonical
from liaison.vault.keys import Keys, mac_of, same
from liaison.vault.slots import ALLOWED, ID_SIZE, Slot, hex_of, slot_from

FORMAT = "liaison vault"
VERSION = 1
LIMIT = 64 * 1024
MAC_SIZE = 32
NAME = "vault.json"
COPY = "vault.json.bak"


@dataclass(frozen=True)
class Header:
    """What must be known before a vault is open. ``revision`` goes up with every change of it."""

    vault: str
    revision: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def encoded(self) -> bytes:
        return canonical.encode({**self._sealed_fields(), "mac": self.mac.hex()})

    def is_sealed_by(self, keys: Keys) -> bool:
        """Whether every field stands as the holder of ``keys`` wrote it."""
        return same(self.mac, self._mac(keys))

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind == kind)

    def _sealed_fields(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "vault": self.vault,
            "revision": self.revision,
            "slots": [slot.fields() for slot in self.slots],
        }

    def sealed_by(self, keys: Keys) -> "Header":
        """The same header with the seal that the holder of ``keys`` writes."""
        return replace(self, mac=self._mac(keys))

    def _mac(self, keys: Keys) -> bytes:
        return mac_of(keys.header, canonical.encode(self._sealed_fields()))


def new_vault_id() -> str:
    """An id that says nothing of the record."""
    return secrets.token_hex(ID_SIZE)


def header_from(data: bytes, *, file: str) -> Header:
    """The header written in ``data``; ``file`` is the name for the sentence.

    Raises Damaged for anything this program would not have written, byte for byte, and
    NewerRecord for a header of a later format. Runs no key derivation.
    """
    try:
        header = _decoded(data, file)
        if header.encoded() != data:
            raise ValueError("not canonical")  # noqa: TRY301 - joins the other ways to be malformed
    except ValueError as error:
        raise Damaged(f"{file} is damaged: it is not as this program wrote it.") from error
    return header


def _decoded(data: bytes, file: str) -> Header:
    if len(data) > LIMIT:
        raise ValueError("too long")
    value = canonical.decode(data)
    _refuse_later_format(value, file)
    found = canonical.fields_of(value, {"format", "version", "vault", "revision", "slots", "mac"})
    listed = found["slots"]
    if not isinstance(listed, list):
        raise ValueError("slots are a list")  # noqa: TRY004 - joins the other ways to be malformed
    slots = tuple(slot_from(each) for each in listed)
    _refuse_wrong_counts(slots)
    return Header(
        vault=hex_of(found["vault"], ID_SIZE).hex(),
        revision=canonical.whole_number_of(found["revision"]),
        slots=slots,
        mac=hex_of(found["mac"], MAC_SIZE),
    )


def _refuse_later_format(value: object, file: str) -> None:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ValueError("of another format")
    version = canonical.whole_number_of(value.get("version"))
    if version > VERSION:
        raise NewerRecord(
            f"{file} is of format {version}, from a newer version of this program. "
            f"This version reads format {VERSION}: install the newer one."
        )
    if version != VERSION:
        raise ValueError("of no known format")


def _refuse_wrong_counts(slots: tuple[Slot, ...]) -> None:
    counts = Counter(slot.kind for slot in slots)
    if any(counts[kind] not in allowed for kind, allowed in ALLOWED.items()):
        raise ValueError("too few or too many slots")
    if len({slot.id for slot in slots}) != len(slots):
        raise ValueError("two slots of one id")
