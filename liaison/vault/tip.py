"""The tip: a sealed note beside the database of how far it had got, so that an old one shows."""

import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, Protocol, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from liaison.vault import canonical, files
from liaison.vault.keys import Keys
from liaison.vault.measuring import Measuring

NAME = "tip.bin"
MAGIC = b"LIATIP1\n"
NONCE_SIZE = 12
LIMIT = 4096
STATES = ("open", "closed")


@dataclass(frozen=True)
class Mark:
    """The last sealed change of a device; number 0 and mac "" before there is any."""

    device: str
    number: int
    mac: str


NO_MARK = Mark("", 0, "")


@dataclass(frozen=True)
class Tip:
    """How the record was left. Size and digest of record.db are known only when closed."""

    vault: str
    mark: Mark
    schema: int
    written_at: str
    state: Literal["open", "closed"]
    size: int
    digest: str


class SealsTips(Protocol):
    """All keys of a vault, or no more than this one of them."""

    @property
    def tip(self) -> bytes:
        """The key that tips are sealed with."""


def sealed(tip: Tip, keys: SealsTips) -> bytes:
    """The tip as it stands on the disk."""
    nonce = secrets.token_bytes(NONCE_SIZE)
    return MAGIC + nonce + AESGCM(keys.tip).encrypt(nonce, canonical.encode(asdict(tip)), MAGIC)


def unsealed(data: bytes, keys: Keys) -> Tip:
    """The tip written in ``data``, or ValueError if one bit of it is not as it was written."""
    start = len(MAGIC) + NONCE_SIZE
    if data[: len(MAGIC)] != MAGIC or len(data) <= start:
        raise ValueError("not a tip")
    try:
        plain = AESGCM(keys.tip).decrypt(data[len(MAGIC) : start], data[start:], MAGIC)
    except InvalidTag as error:
        raise ValueError("not sealed by this vault") from error
    return tip_from(canonical.decode(plain))


def write_tip(folder: Path, tip: Tip, keys: SealsTips) -> None:
    """Replace the tip, whole and on the disk."""
    files.replace(folder / NAME, sealed(tip, keys))


def read_tip(folder: Path, keys: Keys, *, vault: str) -> tuple[Tip | None, str]:
    """The tip, and a sentence if it cannot be trusted (the tip is then None)."""
    try:
        tip = unsealed(files.read_at_most(folder / NAME, LIMIT), keys)
    except FileNotFoundError:
        return None, (
            f"{NAME} is missing, so an older copy of the record could have been put in its place."
        )
    except (OSError, ValueError):
        return None, f"{NAME} is damaged, or it belongs to another record."
    if tip.vault != vault:
        return None, f"{NAME} belongs to another record."
    return tip, ""


def database_trouble(tip: Tip, database: Measuring) -> str:
    """A sentence if the record was closed and its database is not what it was then."""
    if tip.state == "open" or database.result() == (tip.size, tip.digest):
        return ""
    return (
        f"{database.path.name} is not as this program left it when the record was last closed: "
        "it was changed, replaced or put back from outside."
    )


def tip_from(plain: object) -> Tip:
    """The tip that ``plain`` is the fields of, or ValueError."""
    names = {"vault", "mark", "schema", "written_at", "state", "size", "digest"}
    found = canonical.fields_of(plain, names)
    mark = canonical.fields_of(found["mark"], {"device", "number", "mac"})
    if found["state"] not in STATES:
        raise ValueError("in no known state")
    return Tip(
        vault=canonical.text_of(found["vault"]),
        mark=Mark(
            canonical.text_of(mark["device"]),
            canonical.whole_number_of(mark["number"]),
            canonical.text_of(mark["mac"]),
        ),
        schema=canonical.whole_number_of(found["schema"]),
        written_at=canonical.text_of(found["written_at"]),
        state=cast("Literal['open', 'closed']", found["state"]),
        size=canonical.whole_number_of(found["size"]),
        digest=canonical.text_of(found["digest"]),
    )
