"""The quiet view: what a list or a label leaves out while somebody else can see the screen.

The window carries a `QuietWords` as its property while it is on. Lists ask for it when they are
filled, labels when they are painted; whoever stands in no window yet asks when it is shown.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any, Protocol, TypeVar, runtime_checkable

from ui.later import Later
from ui.quiet_words import QUIET, QuietWords, quiet_of
from ui.signs import Tone

__all__ = ["QUIET", "FollowsQuiet", "QuietWords", "hushed", "quiet_of"]

RESTRICTION_ICON, NO_WAY_ICON = "hand-stop", "ban"
LABELS = frozenset(
    {Tone.GOOD_NEWS, Tone.EVERYDAY, Tone.WORRY, Tone.RESTRICTION, Tone.A_LOT, Tone.SOME, Tone.USUAL}
)
LEFT_ALONE = frozenset({"id", "icon"})
CHIPS = frozenset({"chip", "sign"})

R = TypeVar("R")


@runtime_checkable
class FollowsQuiet(Protocol):
    """A widget that shows more or less when the quiet view is switched."""

    def follow_quiet(self) -> None:
        """The quiet view was switched on or off."""


def hushed(rows: Sequence[R], quiet: QuietWords | None) -> Sequence[R]:
    """Rows without surnames, raised hands and labels; rows about a restriction are left out."""
    if quiet is None:
        return rows
    if isinstance(rows, Later):
        return rows.changed(partial(_row, quiet=quiet))
    return [_row(each, quiet) for each in rows if getattr(each, "icon", "") != RESTRICTION_ICON]


def _row(row: Any, quiet: QuietWords) -> Any:
    values = {each.name: getattr(row, each.name) for each in fields(row) if each.init}
    changed = {
        name: _value(value, quiet) for name, value in values.items() if name not in LEFT_ALONE
    }
    if "restricted" in changed:
        changed["restricted"] = False
    if labels := getattr(row, "labels_at", ()):
        cells = enumerate(changed["cells"])
        changed["cells"] = tuple("" if at in labels else words for at, words in cells)
    if "icon_tone" in changed:
        changed["icon_tone"] = "muted"
    if values.get("tone") in LABELS:
        changed |= dict.fromkeys(CHIPS & set(values), "") | {"tone": Tone.LATER}
    return replace(row, **changed)


def _value(value: Any, quiet: QuietWords) -> Any:
    """Words are hushed wherever they stand; what may not be done to whom goes."""
    if isinstance(value, str):
        return quiet.hush(value)
    if isinstance(value, tuple):
        kept = (each for each in value if not _is_no_way(each))
        return tuple(_value(each, quiet) for each in kept)
    return value


def _is_no_way(part: Any) -> bool:
    return isinstance(part, tuple) and part[:1] == (NO_WAY_ICON,)
