"""What is done about keys and backups, in the order in which the settings offer it."""

from ui.screens.screen import Task
from ui.tasks.safe.passphrases import AddPassphrase, ChangePassphrase, RenameHolder
from ui.tasks.safe.re_encrypt import ReEncrypt
from ui.tasks.safe.recovery import NewRecovery
from ui.tasks.safe.restore import Restore
from ui.tasks.safe.try_backup import TryBackup

SAFE: tuple[type[Task], ...] = (
    AddPassphrase,
    ChangePassphrase,
    RenameHolder,
    NewRecovery,
    ReEncrypt,
    TryBackup,
    Restore,
)
