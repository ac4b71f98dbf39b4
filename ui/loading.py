"""Loading the program's parts without stopping to look for garbage: there is none yet."""

import gc
import sys
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
    import ui.locking.closing  # noqa: PLC0415
    import ui.locking.guard  # noqa: PLC0415
    import ui.screens  # noqa: PLC0415
    import ui.style_controls  # noqa: PLC0415
    import ui.surroundings  # noqa: PLC0415
    import ui.tasks  # noqa: PLC0415
    import ui.window  # noqa: PLC0415
    from liaison.model import ENTRIES  # noqa: PLC0415
    from liaison.store.rows import learn  # noqa: PLC0415

    if sys.platform == "linux":
        import ui.locking.logind  # noqa: F401, PLC0415
    for entry in ENTRIES:
        learn(entry)
