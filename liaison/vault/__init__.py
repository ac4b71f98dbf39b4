"""The vault: a record's keys and files on disk. It knows nothing of what is kept in it."""

from liaison.vault.engine import Connection
from liaison.vault.laptop import Laptop
from liaison.vault.making import make_vault
from liaison.vault.opening import open_vault
from liaison.vault.slots import STANDARD, TEST_COST, Cost
from liaison.vault.tip import Mark, Tip
from liaison.vault.unlocking import verify_files
from liaison.vault.vault import Vault

__all__ = [
    "STANDARD",
    "TEST_COST",
    "Connection",
    "Cost",
    "Laptop",
    "Mark",
    "Tip",
    "Vault",
    "make_vault",
    "open_vault",
    "verify_files",
]
