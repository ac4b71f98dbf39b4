"""What the disk or the engine refuses, as a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from liaison.errors import NotKept
from liaison.vault.engine import EngineError
from liaison.vault.files import reason


@contextmanager
def not_kept(what: str) -> Iterator[None]:
    """Turn a refusal to write into NotKept, whose sentence begins with ``what``."""
    try:
        yield
    except (OSError, EngineError) as error:
        said = f"{what} could not be written: {reason(error)}. Nothing was kept."
        raise NotKept(said) from error
