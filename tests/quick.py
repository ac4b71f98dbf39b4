"""How long a piece of work keeps the processor busy, whatever else the computer has to do."""

from collections.abc import Callable
from time import thread_time

TRIES = 3


def seconds_of(work: Callable[[], object], tries: int = TRIES) -> float:
    """The least processor time of this thread that the work took, in seconds.

    The clock on the wall would tell of the other tests as well: it made a test fail now and then.
    """
    taken = []
    for _ in range(tries):
        began = thread_time()
        work()
        taken.append(thread_time() - began)
    return min(taken)
