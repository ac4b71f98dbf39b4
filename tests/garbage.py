"""What a test of windows leaves behind, freed in an order that the bindings survive."""

import gc
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import Shiboken


def collect() -> list[str]:
    """Free it all now, on this thread; gives the types of the objects that were Python's alone.

    A window that only the collector finds is taken to pieces in any order, a child of it before
    or after its parent, and now and then the process ends. So the collector only looks for it,
    Qt deletes it from the top down, and what is left is nothing but Python's.
    """
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
    finally:
        gc.set_debug(0)
    roots = [each for each in gc.garbage if _is_of_nobody(each)]
    names = sorted(type(each).__name__ for each in roots)
    for root in roots:
        root.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    roots.clear()
    gc.garbage.clear()
    gc.collect()
    return names


def _is_of_nobody(each: Any) -> bool:
    return (
        isinstance(each, QObject)
        and Shiboken.isValid(each)
        and Shiboken.ownedByPython(each)
        and each.parent() is None
    )
