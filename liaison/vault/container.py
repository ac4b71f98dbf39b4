"""The backup file: header, manifest and database in one, with a digest of the whole at its end."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from liaison.vault import files, header

MAGIC = b"LIABAK1\n"
LENGTHS = struct.Struct(">IIQ")
START = len(MAGIC) + LENGTHS.size
DIGEST_SIZE = hashlib.sha256().digest_size
MANIFEST_LIMIT = 1 << 20


@dataclass(frozen=True)
class Container:
    """What stands before the database in a backup file whose digest is right."""

    file: Path
    header: bytes
    manifest: bytes
    size: int
    """Length of the database in bytes."""

    def extract(self, database: Path) -> str:
        """Write the database into a new file and give its SHA-256."""
        seen = hashlib.sha256()
        with self.file.open("rb") as source, files.create(database) as target:
            source.seek(START + len(self.header) + len(self.manifest))
            for piece in _pieces(source, self.size):
                seen.update(piece)
                target.write(piece)
            files.settle(target)
        return seen.hexdigest()


def write_container(file: Path, *, header: bytes, manifest: bytes, database: Path) -> None:
    """Write a new backup file, and wait until the disk has it."""
    size = database.stat().st_size
    front = _lengths(Container(file, header, manifest, size)) + header + manifest
    whole = hashlib.sha256(front)
    with database.open("rb") as source, files.create(file) as target:
        target.write(front)
        for piece in _pieces(source, size):
            whole.update(piece)
            target.write(piece)
        target.write(whole.digest())
        files.settle(target)


def front_of(file: Path) -> Container:
    """What stands before the database, of a file that has its right length; else ValueError.

    Quick, and no proof: the digest of the whole is not looked at.
    """
    with file.open("rb") as source:
        return _front(file, source)


def read_container(file: Path) -> Container:
    """The front of a backup file, or ValueError if one bit of the whole file is not as written."""
    with file.open("rb") as source:
        found = _front(file, source)
        whole = hashlib.sha256(_lengths(found) + found.header + found.manifest)
        for piece in _pieces(source, found.size):
            whole.update(piece)
        if source.read() != whole.digest():
            raise ValueError("changed")
    return found


def _front(file: Path, source: BinaryIO) -> Container:
    start = source.read(START)
    if len(start) < START or not start.startswith(MAGIC):
        raise ValueError("not a backup")
    header_size, manifest_size, size = LENGTHS.unpack(start[len(MAGIC) :])
    if header_size > header.LIMIT or manifest_size > MANIFEST_LIMIT:
        raise ValueError("too long")
    before_digest = START + header_size + manifest_size + size
    if file.stat().st_size != before_digest + DIGEST_SIZE:
        raise ValueError("cut short, or with something added")
    return Container(file, source.read(header_size), source.read(manifest_size), size)


def _lengths(found: Container) -> bytes:
    return MAGIC + LENGTHS.pack(len(found.header), len(found.manifest), found.size)


def _pieces(source: BinaryIO, size: int) -> Iterator[bytes]:
    for at in range(0, size, files.PIECE):
        yield source.read(min(files.PIECE, size - at))
