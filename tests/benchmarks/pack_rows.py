"""A pack of thirty families, tagged and encrypted, against reportlab drawing it untagged."""

from __future__ import annotations

import pickle
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median

from liaison.casework.copies import Wish, copy_of_family
from liaison.sheets.body import Body, Footer
from liaison.sheets.printing import build, build_all, locked, page_count
from liaison.sheets.summary import footer, summary
from tests.benchmarks.records import ON, PASSPHRASE, Records, opened
from tests.benchmarks.sheet_rows import AT, FIRST, PACK, Pack, draw_pack_plainly
from tests.benchmarks.timing import Row, against, medians

FAMILIES, PAGES = 30, 3
CHILD = Path(__file__).with_name("packed.py")


def rows(made: Records) -> list[Row]:
    """Three rows: the pack tagged, the same encrypted, and the memory the first needs."""
    pack = pack_of(made)

    def tagged() -> bytes:
        return build_all(pack, title=PACK)

    works = (
        tagged,
        lambda: locked(tagged(), PASSPHRASE),
        lambda: draw_pack_plainly(pack),
    )
    tagged_ms, locked_ms, plain_ms = medians(works, made.sizes.rounds)
    file = made.folder / "pack.pickle"
    file.write_bytes(pickle.dumps(pack))
    ours, plain = (memory_for(kind, file, made.sizes.rounds) for kind in ("tagged", "plain"))
    return [
        against("tagged_pack", tagged_ms, plain_ms, limit=1.5),
        against("encrypted_pack", locked_ms, plain_ms, limit=1.8),
        against("tagged_memory", ours, plain, limit=2, unit="MiB"),
    ]


def pack_of(made: Records) -> Pack:
    """The first families, each on three pages."""
    with closing(opened(made.usual)) as store:
        copies = [
            copy_of_family(store, id, Wish(), today=ON)
            for (id,) in store.query(FIRST, most=FAMILIES)
        ]
        foot = footer(copies[0], officer="Mrs A Officer", printed_at=AT)
        return [(on_pages(summary(copy, label=store.label), foot), foot) for copy in copies]


def on_pages(body: Body, foot: Footer) -> Body:
    """The body, said so often that it fills three pages."""
    longer = (replace(body, one_page=False, sections=body.sections * n) for n in count(1))
    return next(each for each in longer if page_count(build(each, footer=foot)) >= PAGES)


def memory_for(kind: str, pack: Path, times: int) -> float:
    """The median of the most memory a process held that drew it, in MiB."""
    line = [sys.executable, str(CHILD), kind, str(pack)]
    said = [subprocess.run(line, capture_output=True, text=True, check=True) for _ in range(times)]
    return median(float(each.stdout) for each in said)
