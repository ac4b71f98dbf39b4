"""What an import would do and what it has done, in numbers and sentences."""

from dataclasses import dataclass
from datetime import date

from liaison.exchange.import_matches import Match
from liaison.model import office_list
from liaison.model.fields import Entry

CHECK_THE_ORDER = "Check the order"
"""What is to be done when a file speaks of a court order; the import restricts nobody."""

NO_LONGER_LISTED = office_list.NO_LONGER_LISTED
"""What is to be done when a full file leaves out somebody an earlier file named."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What was, or would be, added; existing people changed; pupils passed over."""

    families: int = 0
    children: int = 0
    adults: int = 0
    changed: int = 0
    skipped: int = 0


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """Everything an import would write, worked out against the record as it stood."""

    counts: Counts
    warnings: tuple[str, ...]
    added: tuple[Entry, ...]
    altered: tuple[Entry, ...]
    file_kind: str = ""
    file_version: str = ""
    full: bool = False
    digest: str = ""
    planned_on: date
    matches: tuple[Match, ...] = ()
    """Who in the file is in doubt, and what was chosen."""

    @property
    def empty(self) -> bool:
        """Whether the record says all of it already."""
        return not self.added and not self.altered


@dataclass(frozen=True, kw_only=True)
class ImportResult:
    """What an import has done; ``batch`` is empty when there was nothing to do."""

    batch: str
    counts: Counts
    warnings: tuple[str, ...]
