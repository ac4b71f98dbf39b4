"""What this computer remembers between two starts: which record, and how the window looks.

No name of a person, no count, nothing of the record itself.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QJsonDocument

from ui.appearance import Scheme

LIMIT = 64 * 1024
LOCK_MINUTES, SHORTEST_WAIT, LONGEST_WAIT = 5, 1, 30


class Remembered(NamedTuple):
    """The record opened last, the colour scheme, the text size in per cent, whose font.

    Also after how many minutes without activity it locks, and whether pictures of the screen
    leave our windows out, where the window stood, and whether another screen begins the quiet
    view.
    """

    record: str = ""
    scheme: str = Scheme.AUTO.value
    text_size: int = 100
    system_font: bool = False
    lock_minutes: int = LOCK_MINUTES
    hide_from_capture: bool = True
    window: str = ""
    quiet_by_itself: bool = True


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
                _minutes(found.get("lock_minutes", LOCK_MINUTES)),
                bool(found.get("hide_from_capture", True)),
                str(found.get("window", "")),
                bool(found.get("quiet_by_itself", True)),
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
        self.write(
            before._replace(scheme=scheme.value, text_size=text_size, system_font=system_font)
        )

    def remember_lock_minutes(self, minutes: int) -> None:
        """After how many minutes without activity it locks: 1 to 30."""
        self.write(self.read()._replace(lock_minutes=_minutes(minutes)))

    def remember_window(self, place: str) -> None:
        """Where the window stands, as ``saveGeometry`` says it."""
        self.write(self.read()._replace(window=place))

    def remember_quiet(self, *, by_itself: bool) -> None:
        """Whether another screen begins the quiet view."""
        self.write(self.read()._replace(quiet_by_itself=by_itself))

    def remember_capture(self, *, hide: bool) -> None:
        """Whether pictures of the screen leave our windows out, where the system can do it."""
        self.write(self.read()._replace(hide_from_capture=hide))


def _minutes(wanted: float) -> int:
    return max(SHORTEST_WAIT, min(LONGEST_WAIT, int(wanted)))


def _written(remembered: Remembered) -> bytes:
    return bytes(QJsonDocument(remembered._asdict()).toJson().data())
