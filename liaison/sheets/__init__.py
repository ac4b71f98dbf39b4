"""What is printed: one file for each sheet, a body of plain lines, and one way to lay it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liaison.model.fields import Audience
from liaison.sheets import summary
from liaison.sheets.body import Body


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One kind of sheet: its code in the log of copies, its title, and who may get one."""

    code: str
    title: str
    audiences: tuple[Audience, ...]
    body: Callable[..., Body]


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        code="family_summary",
        title=summary.TITLE,
        audiences=(Audience.STAFF, Audience.FAMILY, Audience.HANDOVER),
        body=summary.summary,
    ),
)
