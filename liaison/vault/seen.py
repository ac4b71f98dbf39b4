"""How far this laptop has seen a record get, so that a whole folder put back shows.

A record may go on in two folders, as a copy does, or one that was restored: so the end of each
folder is remembered by itself. Where a folder is says only a digest of its path.
"""

import hashlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from liaison.vault import canonical
from liaison.vault.notebook import Notebook
from liaison.vault.tip import Mark

NAME = "seen.json"
MOST = 8
ANYWHERE = ""
"""The place of a record just made or restored: it may be put anywhere before it is opened."""


@dataclass(frozen=True)
class End:
    """The last change that a record in one place was seen to have."""

    mark: Mark
    place: str


def place_in(folder: Path) -> str:
    """What a folder is known by."""
    return hashlib.sha256(str(folder.resolve()).encode(errors="replace")).hexdigest()[:16]


def ends_seen(settings: Path, vault: str) -> tuple[End, ...]:
    """Every end remembered of this vault, the newest first."""
    found = Notebook(settings / NAME).read(vault)
    try:
        return tuple(_end(each) for each in found) if isinstance(found, list) else ()
    except ValueError:
        return ()


def to_compare(ends: Collection[End], place: str) -> list[End]:
    """The ends of which a record in this place must have one: its own, if it was seen there."""
    own = [each for each in ends if each.place == place]
    made = [each for each in ends if each.place == ANYWHERE]
    return own + made if own else list(ends)


def note_end(settings: Path, vault: str, end: End, *, passed: Collection[End]) -> None:
    """Remember ``end`` in the place of the earlier one there, and of a making it has passed."""
    known = ends_seen(settings, vault)
    gone = [each for each in passed if each.place == ANYWHERE]
    others = [each for each in known if each.place != end.place and each not in gone]
    ends = [end, *others][:MOST]
    if list(known) != ends:
        plain = [{**asdict(each.mark), "place": each.place} for each in ends]
        Notebook(settings / NAME).write(vault, plain)


def _end(value: object) -> End:
    found = canonical.fields_of(value, {"device", "number", "mac", "place"})
    mark = Mark(
        canonical.text_of(found["device"]),
        canonical.whole_number_of(found["number"]),
        canonical.text_of(found["mac"]),
    )
    return End(mark, canonical.text_of(found["place"]))
