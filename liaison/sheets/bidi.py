"""Which way each letter of a line runs, after Unicode's bidirectional algorithm (UAX 9).

Phone numbers, times, postcodes and addresses of mail stand apart from what is round them: in a
line that runs to the left 01274 496 0123 would else be printed as 0123 496 01274. A number before
an English word goes with it: 12 Example Road would else be printed as Example Road 12.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

DIGIT = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
"""As written in English, in Arabic, and in Farsi, Pashto and Urdu."""

APART = re.compile(
    r"[\w.+-]+@[\w-]+(\.[\w-]+)+"  # mail
    r"|(https?://|www\.)\S+"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # postcode
    r"|(?P<number>\b\d+(?! ?[ap]m\b)(?=[ -]?[A-Za-z]))"  # before an English word
    rf"|[£€$+]?(\({DIGIT}+\) ?)?{DIGIT}"  # phone, time, date, money
    rf"(([/:. -]| ?\({DIGIT}+\) ?)?{DIGIT})+(%| ?[ap]m\b)?"
    r"|\b\d ?[ap]m\b",
    re.ASCII,
)
STRONG = {"L", "R", "AL"}
NEUTRAL = {"B", "S", "WS", "ON"}
PAIRS = {"(": ")", "[": "]", "{": "}"}
DEEPEST = 63
"""How many brackets may stand open at once; with one more, the rest are no pairs (BD16)."""

WITHIN = 2
"""The level of what stands apart: it runs to the right, whatever is round it."""

Run = tuple[int, int, int]
"""Where a run starts and ends in the text, and its level: odd runs to the left."""


LEFTWARD = {"ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi"}
"""Languages whose pages run to the left, even a line of them that begins with an English name."""


def leftward(lang: str) -> bool:
    """Whether paragraphs in this language run to the left: in its own script, not "ur-Latn"."""
    language, _, more = lang.partition("-")
    return language in LEFTWARD and not more.startswith("Latn")


def runs_left(text: str) -> bool:
    """Whether its first letter of a known direction belongs to a script that runs to the left."""
    first = next((kind for kind in map(bidirectional, text) if kind in STRONG), "L")
    return first != "L"


def levels(text: str, *, left: bool) -> list[int]:
    """The level of each letter, in a paragraph that runs to the ``left`` or to the right."""
    base = int(left)
    found = [WITHIN] * len(text)
    places: list[int] = []
    kinds: list[str] = []
    at = 0
    for each in APART.finditer(text):
        places += (*range(at, each.start()), -1)
        kinds += (*map(bidirectional, text[at : each.start()]), "L" if each["number"] else "ON")
        at = each.end()
    places += range(at, len(text))
    kinds += map(bidirectional, text[at:])
    letters = [text[place] if place >= 0 else "" for place in places]
    for place, level in zip(places, _resolved(kinds, letters, base), strict=True):
        if place >= 0:
            found[place] = level
    return found


def _resolved(kinds: list[str], letters: list[str], base: int) -> list[int]:
    towards = "R" if base else "L"
    kinds = _marks(kinds, towards)
    kinds = _numbers(kinds, towards)
    kinds = _brackets(kinds, letters, towards)
    kinds = _neutrals(kinds, towards)
    up = {"L": 0, "R": 1, "AN": 2, "EN": 2} if base == 0 else {"L": 2, "R": 1, "AN": 2, "EN": 2}
    return [up.get(kind, base) for kind in kinds]


def _marks(kinds: list[str], towards: str) -> list[str]:
    """W1: a mark, or a joiner, is as the letter it stands on."""
    found: list[str] = []
    for kind in kinds:
        found.append((found[-1] if found else towards) if kind in ("NSM", "BN") else kind)
    return found


def _numbers(kinds: list[str], towards: str) -> list[str]:
    """W2 to W7: digits, and what stands between and beside them."""
    found: list[str] = []
    strong = towards
    for kind in kinds:
        strong = kind if kind in STRONG else strong
        arabic = kind == "EN" and strong == "AL"
        found.append("AN" if arabic else "R" if kind == "AL" else kind)
    _between(found)
    strong = towards
    for at, kind in enumerate(found):
        strong = kind if kind in ("L", "R") else strong
        if kind in ("ES", "ET", "CS"):
            found[at] = "ON"
        elif kind == "EN" and strong == "L":
            found[at] = "L"
    return found


def _between(found: list[str]) -> None:
    """W4 and W5: one sign between two digits, signs of money and percent beside them."""
    for at in range(1, len(found) - 1):
        before, kind, after = found[at - 1 : at + 2]
        if before == after and (before, kind) in {("EN", "ES"), ("EN", "CS"), ("AN", "CS")}:
            found[at] = before
    for at in range(1, len(found)):
        if found[at] == "ET" and found[at - 1] == "EN":
            found[at] = "EN"
    for at in range(len(found) - 2, -1, -1):
        if found[at] == "ET" and found[at + 1] == "EN":
            found[at] = "EN"


def _brackets(kinds: list[str], letters: list[str], towards: str) -> list[str]:
    """N0: both brackets of a pair run the same way."""
    found = list(kinds)
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, letter in enumerate(letters):
        if letter in PAIRS and found[at] == "ON":
            if len(waiting) == DEEPEST:
                break
            waiting.append((PAIRS[letter], at))
        elif any(closing == letter for closing, _ in waiting):
            while (opened := waiting.pop())[0] != letter:
                pass
            pairs.append((opened[1], at))
    for start, end in sorted(pairs):
        inside = {_side(kind) for kind in found[start + 1 : end]} - {""}
        before = next((_side(kind) for kind in reversed(found[:start]) if _side(kind)), towards)
        if inside:
            way = towards if towards in inside or before == towards else before
            found[start] = found[end] = way
    return found


def _side(kind: str) -> str:
    return "R" if kind in ("R", "AN", "EN") else "L" if kind == "L" else ""


def _neutrals(kinds: list[str], towards: str) -> list[str]:
    """N1 and N2: what has no way of its own goes with its neighbours, if they agree."""
    found = list(kinds)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end] in NEUTRAL:
            end += 1
        if end > at:
            before = _side(found[at - 1]) if at else towards
            after = _side(found[end]) if end < len(found) else towards
            found[at:end] = [before if before == after else towards] * (end - at)
        at = end + 1
    return found


def in_sight(text: str, start: int, end: int, level: list[int], *, left: bool) -> list[Run]:
    """The runs of one line from left to right, as they stand on paper (L1 and L2)."""
    levels_here = level[start:end]
    for at in range(end - start - 1, -1, -1):
        if not text[start + at].isspace():
            break
        levels_here[at] = int(left)
    runs: list[Run] = []
    for at, each in enumerate(levels_here, start):
        if runs and runs[-1][2] == each:
            runs[-1] = (runs[-1][0], at + 1, each)
        else:
            runs.append((at, at + 1, each))
    odd = [each for _, _, each in runs if each % 2]
    for least in range(max((each for _, _, each in runs), default=0), min(odd, default=1) - 1, -1):
        runs = _turned(runs, least)
    return runs


def _turned(runs: list[Run], least: int) -> list[Run]:
    """The runs, each sequence of those on this level or above in the other order."""
    found: list[Run] = []
    high: list[Run] = []
    for each in runs:
        if each[2] >= least:
            high.insert(0, each)
        else:
            found += [*high, each]
            high = []
    return found + high
