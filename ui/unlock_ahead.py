"""What is found out about a record while its passphrase is being typed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from liaison.errors import LiaisonError, NotRemembered
from liaison.store.record import open_record
from liaison.store.store import Store
from liaison.vault.measuring import Measuring
from ui.locking.tries import tries_words


@dataclass(frozen=True)
class Ahead:
    """Tries in vain and why the keyring did not open it, in words; or the open record."""

    folder: Path
    news: str = ""
    store: Store | None = None


def looked_ahead(folder: Path, today: date, *, measuring: Measuring | None) -> Ahead:
    """Look beside the window. Whatever the keyring does, the passphrase opens the record.

    ``measuring`` is of a record that a keyring may open now, and none of any other.
    """
    tries = tries_words(folder, today)
    if measuring is None:
        return Ahead(folder, tries)
    try:
        return Ahead(folder, store=open_record(folder, keyring=True, measuring=measuring))
    except NotRemembered as ended:
        return Ahead(folder, f"{tries} {ended}".strip())
    except LiaisonError:
        return Ahead(folder, tries)  # the passphrase meets the same, and then it is said
