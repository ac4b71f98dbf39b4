"""The manifest of a backup: what it holds, sealed under the vault's own key."""

import hashlib
from dataclasses import asdict, dataclass, replace

from liaison.vault import canonical
from liaison.vault.container import Container
from liaison.vault.keys import Keys, mac_of, same

FORMAT = "liaison backup"


@dataclass(frozen=True)
class Manifest:
    """What a backup holds, sealed under the vault's own key."""

    vault: str
    made_at: str
    schema: int
    header: str
    size: int
    digest: str
    rows: dict[str, int]
    mac: str = ""

    def sealed_by(self, keys: Keys) -> "Manifest":
        return replace(self, mac=self._mac(keys).hex())

    def is_sealed_by(self, keys: Keys) -> bool:
        return same(self.mac.encode(), self._mac(keys).hex().encode())

    def encoded(self) -> bytes:
        return canonical.encode({"format": FORMAT, **asdict(self)})

    def _mac(self, keys: Keys) -> bytes:
        return mac_of(keys.backup, replace(self, mac="").encoded())


def manifest_from(found: Container) -> Manifest:
    """The manifest of a backup file, or ValueError if it is not about what stands beside it.

    Its own seal is not looked at: that takes the keys.
    """
    manifest = _decoded(found.manifest)
    header = hashlib.sha256(found.header).hexdigest()
    if (manifest.header, manifest.size) != (header, found.size):
        raise ValueError("about another header or database")
    return manifest


def _decoded(data: bytes) -> Manifest:
    names = {"format", "vault", "made_at", "schema", "header", "size", "digest", "rows", "mac"}
    found = canonical.fields_of(canonical.decode(data), names)
    rows = found["rows"]
    if found["format"] != FORMAT or not isinstance(rows, dict):
        raise ValueError("of another format")
    return Manifest(
        vault=canonical.text_of(found["vault"]),
        made_at=canonical.text_of(found["made_at"]),
        schema=canonical.whole_number_of(found["schema"]),
        header=canonical.text_of(found["header"]),
        size=canonical.whole_number_of(found["size"]),
        digest=canonical.text_of(found["digest"]),
        rows={table: canonical.whole_number_of(number) for table, number in rows.items()},
        mac=canonical.text_of(found["mac"]),
    )
