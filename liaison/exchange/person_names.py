"""Names as people write them, also when a file shouts them in capitals."""

import re
import unicodedata

_PARTICLES = "van der den de da do dos das di du del della von zu ten ter bin binte binti ibn la le"
_SMALL = frozenset(_PARTICLES.split())
_NUMERALS = frozenset({"II", "III", "IV"})
_VOWELS = frozenset("AEIOUY")
_LONGEST = 100


def name_case(surname: str, forename: str, *more: str) -> tuple[str, ...]:
    """The surname, the forename and any further forenames, out of capitals where they shout.

    A part of two letters alone ("TJ") is only lowered when the name beside it shouts too.
    """
    parts = (surname, forename, *more)
    all_shout = _shouts(surname) and (_shouts(forename) or _is_short(forename))
    return tuple(
        _lowered(part, is_surname=not index) if _shouts(part) or _to_lower(part, all_shout) else
        part[:_LONGEST].strip()
        for index, part in enumerate(parts)
    )  # fmt: skip


def surname_case(surname: str) -> str:
    """One surname out of capitals."""
    return name_case(surname, "")[0]


def forename_case(forename: str) -> str:
    """One forename out of capitals."""
    return name_case("", forename)[1]


def _letters(name: str) -> str:
    return "".join(each for each in name if each.isalpha())


def _shouts(name: str) -> bool:
    return name.isupper() and len(_letters(name)) >= 3


def _is_short(name: str) -> bool:
    return 0 < len(_letters(name)) <= 2 and name.isupper()


def _to_lower(name: str, all_shout: bool) -> bool:
    return (
        all_shout and _is_short(name) and bool(_VOWELS & set(_plain(name)[1:] + _plain(name)[:1]))
    )


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", _letters(name))


def _lowered(name: str, *, is_surname: bool) -> str:
    words = name[:_LONGEST].split()
    return " ".join(
        word.lower() if is_surname and word.lower() in _SMALL and place < len(words) - 1 else
        _word(word, is_surname=is_surname)
        for place, word in enumerate(words)
    )  # fmt: skip


def _word(word: str, *, is_surname: bool) -> str:
    if word in _NUMERALS:
        return word
    return "-".join(_part(part, is_surname=is_surname) for part in word.split("-"))


def _part(part: str, *, is_surname: bool) -> str:
    prefix, mark, rest = _at_apostrophe(part)
    if mark and len(prefix) == 1 and len(rest) > 1:
        first = prefix.lower() if is_surname and prefix in "DL" else prefix
        return first + mark + _capital(rest)
    return _capital(part)


def _at_apostrophe(part: str) -> tuple[str, str, str]:
    found = re.match(r"([^'’‘`]*)(['’‘`])(.*)", part)
    return (found[1], found[2], found[3]) if found else (part, "", "")


def _capital(word: str) -> str:
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + _capital(word[2:])
    lead = next((place for place, each in enumerate(word) if each.isalpha()), 0)
    return word[:lead] + word[lead : lead + 1] + word[lead + 1 :].lower()
