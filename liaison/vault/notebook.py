"""What this laptop remembers of the records it opened, in its own settings folder.

Nothing in it is needed to open a record: a file that is missing, damaged or cannot be written is
forgotten. It holds ids and times, and nothing about anybody.
"""

from contextlib import suppress
from pathlib import Path

from liaison.vault import canonical, files

LIMIT = 256 * 1024


class Notebook:
    """One small file; what stands in it under each vault's id is for the caller to say."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self, vault: str) -> object:
        """What was noted of this vault; None when nothing was, or nothing can be read."""
        return self._pages().get(vault)

    def write(self, vault: str, value: object) -> None:
        """Note ``value`` of this vault instead of what stood there; None forgets it."""
        pages = {**self._pages(), vault: value}
        with suppress(OSError, UnicodeEncodeError):
            data = canonical.encode({id: kept for id, kept in pages.items() if kept is not None})
            if len(data) > LIMIT:
                data = canonical.encode({vault: value})
            self._file.parent.mkdir(mode=files.PRIVATE_FOLDER, parents=True, exist_ok=True)
            files.put(self._file, data)

    def _pages(self) -> dict[str, object]:
        try:
            found = canonical.decode(files.read_at_most(self._file, LIMIT))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
