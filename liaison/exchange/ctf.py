"""Reading a Common Transfer File, or an admissions one, as a school's system writes it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from liaison.errors import BadFile
from liaison.exchange.ctf_elements import Naming
from liaison.exchange.ctf_pupil import misplaced, read_pupil
from liaison.exchange.ctf_values import read_academic_year, read_day
from liaison.exchange.file_text import LARGEST, Encoding, digest_of, encodings_to_try, text_of
from liaison.exchange.pupil_file import Pupil, PupilFile
from liaison.exchange.xml_elements import Element, ElementReader

OLDEST, NEWEST = 19, 25
"""The versions this program was written for; others are read with a warning."""

_BRANCHES = frozenset({"Header", "Pupil"})


def read_ctf(path: Path, *, largest: int = LARGEST) -> PupilFile:
    """Everything the file says, as typed values, with sentences about what is odd in it.

    Raises BadFile for a file that cannot be read as a Common Transfer File. The file is read from
    beginning to end, never written and never kept; ``largest`` is in bytes.
    """
    encodings = encodings_to_try(path, largest=largest)
    for encoding in encodings:
        reading = _Reading()
        try:
            reading.read(path, encoding, largest)
        except UnicodeDecodeError:
            continue
        return replace(reading.result(encoding), digest=digest_of(path))
    raise BadFile(
        f"{path.name} holds letters that cannot be read in any way it could be written. "
        "Ask the office to export it again."
    )


class _Reading:
    """One way through the file; nothing is decided before its end."""

    def __init__(self) -> None:
        self._naming = Naming()
        self._header = Element("Header")
        self._pupils: list[Pupil] = []
        self._misplaced: set[str] = set()
        self._warnings: list[str] = []
        self._foreign = False
        self._lost = False

    def read(self, path: Path, encoding: Encoding, largest: int) -> None:
        reader = ElementReader(naming=self._naming, branches=_BRANCHES, taken=self._take)
        reader.read(self._watched(text_of(path, encoding, largest=largest)))

    def _watched(self, text: Iterator[str]) -> Iterator[str]:
        for piece in text:
            self._foreign = self._foreign or not piece.isascii()
            self._lost = self._lost or "\ufffd" in piece
            yield piece

    def result(self, encoding: Encoding) -> PupilFile:
        written = read_day(self._header.value("DateTime"))
        source = self._header.first("SourceSchool") or Element("SourceSchool")
        version = self._header.value("CTFversion", "ATFversion")[:10]
        qualifier = self._header.value("DocumentQualifier").casefold()
        about = [encoding.warning] if encoding.warning and self._foreign else []
        if self._lost:
            about.append("Some letters could not be read and stand as \ufffd. Check names.")
        about += [*self._about_shape(), *_about_version(version, self._naming.format)]
        if qualifier not in ("full", "partial"):
            about.append("The file does not say whether it is full or partial: taken as partial.")
        if not self._pupils:
            about.append("There are no pupils in the file.")
        return PupilFile(
            pupils=tuple(self._pupils),
            format=self._naming.format,
            version=version,
            written_on=written,
            full=qualifier == "full",
            school=source.value("SchoolName")[:100],
            academic_year=read_academic_year(source.value("AcademicYear"), written),
            non_standard=bool(self._naming.aliases or self._misplaced),
            warnings=(*about, *self._warnings),
        )

    def _take(self, part: Element) -> None:
        if part.name == "Header":
            self._header = part
        else:
            self._misplaced |= misplaced(part)
            self._pupils.append(read_pupil(part, self._warnings))

    def _about_shape(self) -> list[str]:
        about = []
        odd = [*self._naming.aliases, *sorted(self._misplaced)]
        if odd:
            about.append(
                "This is a non-standard file: it has its own names or places for "
                f"{', '.join(dict.fromkeys(odd))}. Check what was read."
            )
        if self._naming.unknown:
            about.append(
                "Parts of the file that this program does not know were left out: "
                f"{', '.join(self._naming.unknown)}."
            )
        return about


def _about_version(version: str, kind: str) -> list[str]:
    found = re.match(r"\d{1,3}", version)
    if not found:
        return ["The file does not say which version it is. Check what was read."]
    if kind == "CTF" and not OLDEST <= int(found[0]) <= NEWEST:
        known = f"this program knows {OLDEST} to {NEWEST}"
        return [f"The file is of version {version}; {known}. Check what was read."]
    return []
