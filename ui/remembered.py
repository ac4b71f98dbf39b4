"""What this computer remembers between two starts: which record, and how the window looks.

No name of a person, no count, nothing of the record itself.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QJsonDocument

from ui.appearance import Scheme

LIMIT = 64 * 1024


class Remembered(NamedTuple):
    """The record opened last, the colour scheme, the text size in per cent, whose font."""

    record: str = ""
    scheme: str = Scheme.AUTO.value
    text_size: int = 100
    system_font: bool = False


class Memory:
    """Keeps what is remembered in one small file. A file that cannot be read is forgotten."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> Remembered:
        try:
            with self._file.open("rb") as stream:
                found = QJsonDocument.fromJson(stream.read(LIMIT)).toVariant()
            read = Remembered(
                str(found["record"]),
                Scheme(found["scheme"]).value,
                int(found["text_size"]),
                bool(found.get("system_font")),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Remembered()
        return read

    def write(self, remembered: Remembered) -> None:
        """Write it; on a disk that refuses it is simply not remembered."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(_written(remembered))
        except OSError:
            return

    def remember_record(self, folder: Path) -> None:
        self.write(self.read()._replace(record=str(folder.absolute())))

    def remember_look(self, scheme: Scheme, text_size: int, *, system_font: bool = False) -> None:
        before = self.read()
        self.write(Remembered(before.record, scheme.value, text_size, system_font))


def _written(remembered: Remembered) -> bytes:
    return bytes(QJsonDocument(remembered._asdict()).toJson().data())
