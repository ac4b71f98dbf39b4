"""A file from outside as text: size, kind and encoding are settled here, nothing is kept."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.errors import BadFile

LARGEST = 200 * 1024 * 1024
"""The largest file read, in bytes."""

_CHUNK = 1 << 16
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", "a zip archive or a workbook"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_LATIN = re.compile(r"(windows-?|cp)125\d|iso-?8859-?\d{1,2}")
_TRULY_WINDOWS = frozenset({"iso-8859-1", "iso8859-1", "windows-1252", "cp1252"})
_AS_WINDOWS = _TRULY_WINDOWS | {"us-ascii", "ascii", "utf-8", ""}


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """How the bytes after the ``skipped`` ones become text, and what ought to be told about it."""

    name: str
    warning: str = ""
    errors: str = "strict"
    skipped: int = 0


def encodings_to_try(path: Path, *, largest: int = LARGEST) -> tuple[Encoding, ...]:
    """Look at the file and say which encodings may fit, likeliest first.

    Raises BadFile when there is no such file, or it is none that could be read as text.
    """
    head = _head(path, largest)
    if head.startswith(codecs.BOM_UTF8):
        after = len(codecs.BOM_UTF8)
        return (Encoding(name="utf-8-sig"), replace(_as_windows("utf-8"), skipped=after))
    for bom, name in _BOMS:
        if head.startswith(bom):
            return (Encoding(name=name),)
    found = _DECLARED.search(head)
    declared = found[1].decode("ascii").lower() if found else ""
    return (_as_utf8(declared), _as_windows(declared))


def text_of(path: Path, encoding: Encoding, *, largest: int = LARGEST) -> Iterator[str]:
    """The file's text piece by piece.

    Raises UnicodeDecodeError when the encoding does not fit, BadFile for anything else.
    """
    decoder = codecs.getincrementaldecoder(encoding.name)(encoding.errors)
    seen = 0
    try:
        with path.open("rb") as file:
            file.seek(encoding.skipped)
            while piece := file.read(_CHUNK):
                seen += len(piece)
                _refuse_large(path, seen, largest)
                yield _without_nul(path, decoder.decode(piece))
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    yield _without_nul(path, decoder.decode(b"", final=True))


def digest_of(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal, so that it can be known again."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def _head(path: Path, largest: int) -> bytes:
    try:
        if path.is_dir():
            raise BadFile(f"{path.name} is a folder. Choose the file inside it.")
        if not path.exists():
            raise BadFile(f"There is no file called {path.name} at that place. Choose it again.")
        if not path.is_file():
            raise BadFile(f"{path.name} is not an ordinary file. Choose the file itself.")
        _refuse_large(path, path.stat().st_size, largest)
        with path.open("rb") as file:
            head = file.read(1024)
    except (OSError, ValueError) as problem:
        raise _unreadable(path, problem) from problem
    if not head.strip():
        raise BadFile(f"{path.name} is empty. Ask the office to export it again.")
    for start, kind in _NOT_TEXT:
        if head.startswith(start):
            raise BadFile(
                f"{path.name} is {kind}, not a pupil file. "
                "Choose the XML file the school's system exports, unpacked if need be."
            )
    return head


def _as_utf8(declared: str) -> Encoding:
    if declared in ("", "utf-8", "utf8", "ascii", "us-ascii"):
        return Encoding(name="utf-8")
    warning = f"The file says its letters are {declared}, but they are UTF-8: read as UTF-8."
    return Encoding(name="utf-8", warning=warning)


def _as_windows(declared: str) -> Encoding:
    if declared not in _AS_WINDOWS and _LATIN.fullmatch(declared):
        return Encoding(name=declared, errors="replace")
    if declared in _TRULY_WINDOWS:
        return Encoding(name="cp1252", errors="replace")
    said = f"says its letters are {declared}" if declared else "does not say how it is written"
    warning = f"The file {said}, but it is Windows-1252: read as such. Check accented names."
    return Encoding(name="cp1252", warning=warning, errors="replace")


def _refuse_large(path: Path, size: int, largest: int) -> None:
    if size > largest:
        raise BadFile(
            f"{path.name} is larger than {largest // (1024 * 1024)} MB. "
            "Ask the office to export fewer pupils at a time."
        )


def _without_nul(path: Path, text: str) -> str:
    if "\0" in text:
        raise BadFile(
            f"{path.name} has empty bytes in it and is not a text file. "
            "Ask the office to export it again."
        )
    return text


def _unreadable(path: Path, problem: Exception) -> BadFile:
    why = getattr(problem, "strerror", None) or "its name cannot be used"
    return BadFile(f"{path.name} cannot be read ({why}). Check the place it is kept, or copy it.")
