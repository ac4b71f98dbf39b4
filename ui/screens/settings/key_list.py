"""Who can open the record, as rows with their names."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from liaison.casework.key_holders import Held
from liaison.dates import medium_date
from liaison.vault.slots import KEYRING, PASSPHRASE, RECOVERY
from ui.delegates.entries import EntryRow
from ui.signs import Tone

ICONS = {PASSPHRASE: "key", KEYRING: "device-floppy"}
ORDER = (PASSPHRASE, RECOVERY, KEYRING)


def key_rows(ways: Sequence[Held]) -> list[EntryRow]:
    """One row for each way in, the one used just now with a chip."""
    return [
        EntryRow(
            each.slot,
            ICONS.get(each.kind, "lifebuoy"),
            _title(each),
            _line(each),
            _said("In use now") if each.in_use else "",
            Tone.DONE,
        )
        for each in sorted(ways, key=_order)
    ]


def _order(held: Held) -> tuple[int, bool]:
    return ORDER.index(held.kind), not held.in_use


def _title(held: Held) -> str:
    if held.kind == KEYRING:
        return _said("Remembered on a laptop")
    return held.name or _said("No name yet")


def _line(held: Held) -> str:
    since = _said("since {0}").format(medium_date(held.since)) if held.since else ""
    until = _said("until {0}").format(medium_date(held.expires)) if held.expires else ""
    kind = {
        PASSPHRASE: _said("Passphrase"),
        KEYRING: held.name,
    }.get(held.kind, _said("On the sheet in the safe"))
    return ", ".join(filter(None, (kind, since, until)))


def _said(words: str) -> str:
    return QCoreApplication.translate("SecuritySection", words)
