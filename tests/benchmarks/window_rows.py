"""The window over records of three sizes: opening families, Today, and every kind of key."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from statistics import median

from tests.benchmarks.keys import presses
from tests.benchmarks.records import Records, Sizes
from tests.benchmarks.timing import Row, absolute, against, by_turns, medians
from tests.benchmarks.window import Desk
from ui.session import Session
from ui.window import MainWindow

FAMILIES = 20
WINDOWS = 3
EVERY_SO_OFTEN = """
SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS every
FROM family WHERE deleted = 0 AND left_on IS NULL) WHERE n % max(1, every / :most) = 0
"""

GROWTH = 1.5
"""The times of 20,000 and of 200 families are equal but for the noise of one run."""


def rows(made: Records) -> list[Row]:
    """Opening a family, any other key, and what must not grow with other families."""
    desk = Desk()
    with ExitStack() as closing:
        usual = closing.enter_context(desk.session(made.usual))
        few, middle, many = (
            closing.enter_context(desk.session(each)) for each in (made.few, made.middle, made.many)
        )
        rounds = made.sizes.rounds
        found = _opening(desk, usual, rounds)
        found.append(_any_key(desk, usual, made.sizes))
        found += _growth(desk, (few, middle, many), rounds)
    return found


def _opening(desk: Desk, session: Session, rounds: int) -> list[Row]:
    families = [id for (id,) in session.store.query(EVERY_SO_OFTEN, most=FAMILIES)]
    window = desk.window(session)
    taken = by_turns([desk.painted(_opener(window, id)) for id in families], rounds)
    desk.close(window)
    return [absolute("open_family", max(median(each) for each in taken), limit=50)]


def _opener(window: MainWindow, family: str) -> Callable[[], None]:
    return lambda: window.session.open("family", family)


def _any_key(desk: Desk, session: Session, sizes: Sizes) -> Row:
    """The slowest press of a whole series: each is the median of several windows."""
    taken: dict[str, list[float]] = {}
    for _ in range(min(WINDOWS, sizes.rounds)):
        window = desk.window(session)
        for number, (name, press) in enumerate(presses(window)):
            waited = desk.longest_wait(press, sizes.patience)
            taken.setdefault(f"{number} {name}", []).append(waited)
        desk.close(window)
    slowest = sorted(((median(each), name) for name, each in taken.items()), reverse=True)
    for ms, name in slowest[:8]:
        _tell(f"  {ms:6.1f} ms  {name}")
    return absolute("any_key", slowest[0][0], limit=50)


def _growth(desk: Desk, sessions: Sequence[Session], rounds: int) -> list[Row]:
    """The same families, and the first window, with more and more other families in the record."""
    shared = [id for (id,) in sessions[0].store.query(EVERY_SO_OFTEN, most=FAMILIES)]
    windows = [desk.window(each) for each in sessions]
    opening = medians([_open_all(desk, window, shared) for window in windows], rounds)
    for window in windows:
        desk.close(window)
    painting = medians([_first_screen(desk, each) for each in sessions], rounds)
    return [
        _grown("open_family_growth", [ms / len(shared) for ms in opening]),
        _grown("today_growth", painting),
    ]


def _open_all(desk: Desk, window: MainWindow, families: Sequence[str]) -> Callable[[], None]:
    def work() -> None:
        for family in families:
            window.session.open("family", family)
            desk.paint()

    return work


def _first_screen(desk: Desk, session: Session) -> Callable[[], None]:
    return lambda: desk.close(desk.window(session))


def _grown(name: str, taken: Sequence[float]) -> Row:
    few, *more = taken
    _tell(f"  {name}: " + ", ".join(f"{ms:.1f} ms" for ms in taken))
    return against(name, max(more), few, limit=GROWTH)


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
