"""Loading the program's parts without stopping to look for garbage: there is none yet."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """What is imported meanwhile stays for good; the collector does not look at it again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def import_ahead(_job: object) -> None:
    """What opening a record needs, imported while nobody waits for it."""
    import liaison.store.record  # noqa: F401, PLC0415
    import ui.screens  # noqa: PLC0415
    import ui.tasks  # noqa: PLC0415
    import ui.window  # noqa: F401, PLC0415
