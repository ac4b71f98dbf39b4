"""Single values of a Common Transfer File: dates, yes and no, year groups, pupil numbers."""

import re
from datetime import date

from liaison.dates import YEAR_GROUPS, academic_year

_YES = frozenset({"true", "t", "yes", "y", "1"})
_NO = frozenset({"false", "f", "no", "n", "0"})
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ].*|Z|[+-]\d\d:\d\d)?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?: .*)?"),
)
_YEAR_WORDS = {"NURSERY": "N2", "N": "N2", "NURSERY1": "N1", "NURSERY2": "N2",
               "RECEPTION": "R", "REC": "R", "YR": "R", "YEARR": "R", "0": "R"}  # fmt: skip


def read_day(text: str) -> date | None:
    """A date as files write it, between 1900 and 2100, or nothing."""
    for shape in _DATES:
        if found := shape.fullmatch(text):
            try:
                day = date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                return None
            return day if 1900 <= day.year <= 2100 else None
    return None


def read_yes(text: str) -> bool | None:
    """Yes or no in any of the ways files say it; nothing when it is neither."""
    word = text.casefold()
    return True if word in _YES else False if word in _NO else None


def read_sex(text: str) -> str:
    """M or F as the register has it, also from the ISO codes 1 and 2; empty for anything else."""
    return {"M": "M", "F": "F", "1": "M", "2": "F"}.get(text[:1].upper(), "")


def read_count(text: str) -> int | None:
    """A number of sessions, an order, a rank: digits, at most six."""
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None


def read_year_group(text: str) -> str | None:
    """N1, N2, R, 1 to 14 or X; nothing for anything else."""
    word = re.sub(r"[^A-Z0-9]", "", text.upper())
    word = _YEAR_WORDS.get(word) or re.sub(r"^(?:YEAR|NCY|Y)(?=\d)", "", word)
    word = word.lstrip("0") if word.isdigit() else word
    return word if word in YEAR_GROUPS or word == "X" else None


def read_academic_year(text: str, written: date | None) -> int | None:
    """2025 for 2025/26: from the header, otherwise from the day the file was written."""
    found = re.match(r"(19|20)\d\d(?!\d)", text)
    if found:
        return int(found[0])
    return academic_year(written) if written else None


def upn_trouble(upn: str) -> str:
    """What is odd about a pupil number, as the end of a sentence; empty when nothing is.

    Weights 2 to 13 over the twelve characters after the letter, modulo 23; a temporary number
    ends in a letter, which counts by its place in the alphabet of check letters.
    """
    if not re.fullmatch(rf"[A-Z]\d{{11}}[\d{_LETTERS}]", upn):
        return "the pupil number is not written as one"
    values = [int(each) if each.isdigit() else _LETTERS.index(each) for each in upn[1:]]
    total = sum(value * weight for weight, value in enumerate(values, 2))
    if _LETTERS[total % 23] != upn[0]:
        return "the pupil number's check letter does not fit"
    return "" if upn[-1].isdigit() else "the pupil number is a temporary one"
