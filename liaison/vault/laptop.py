"""What a vault asks the laptop: the time, what kind of place a folder is in, its settings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from liaison.vault.clock import Clock, system_clock
from liaison.vault.keyrings import PATIENCE, system_keyring
from liaison.vault.places import Place, place_of


def user_settings() -> Path:
    """Where the person at this laptop has the settings of the program."""
    import platformdirs  # noqa: PLC0415 - not before a record is opened

    return Path(platformdirs.user_config_dir("family-liaison", appauthor=False))


@dataclass(frozen=True)
class Laptop:
    """Handed in, so that a test can be on any laptop at any time."""

    clock: Clock = system_clock
    place_of: Callable[[Path], Place] = place_of
    settings: Callable[[], Path] = user_settings
    keyring: Callable[[], object] = system_keyring
    patience: float = PATIENCE
    """How many seconds its keyring may take for an answer."""


THIS = Laptop()
