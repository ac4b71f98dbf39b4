"""The preview: from the bytes of a pack of ninety pages to its first page on the screen."""

from __future__ import annotations

from statistics import median

from liaison.sheets.printing import build_all
from tests.benchmarks.pack_rows import pack_of
from tests.benchmarks.records import Records
from tests.benchmarks.sheet_rows import PACK
from tests.benchmarks.timing import Row, absolute, by_turns
from tests.benchmarks.window import Desk as Bench
from ui.preview.desk import Desk
from ui.preview.sheaf import Sheaf


def rows(made: Records) -> list[Row]:
    """One row: the pack opened, laid on the desk and its first page painted."""
    pdf = build_all(pack_of(made), title=PACK)
    bench = Bench()
    desk = Desk()
    desk.resize(760, 700)
    desk.show()
    bench.paint()
    shown: list[Sheaf] = []

    def show() -> None:
        shown.append(Sheaf(pdf))
        desk.show_pages(shown[-1], "")

    (taken,) = by_turns([bench.painted(show)], made.sizes.rounds)
    desk.show_pages((), "")
    for each in shown:
        each.close()
    desk.deleteLater()
    bench.paint()
    return [absolute("preview_first_page", median(taken), limit=150)]
