"""The recovery code: 125 random bits as 25 symbols, and three more that tell a slip of the pen."""

import hashlib
import secrets

from liaison.errors import WrongPassphrase

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U. I and L are read as 1, O as 0."""

RANDOM, CHECK, GROUP = 25, 3, 4
GROUPS = (RANDOM + CHECK) // GROUP
_READ_AS = str.maketrans("ILO", "110", " -\u2010\u2011\u2012\u2013\u2212\t\r\n")


def new_code() -> str:
    """A new code as it is shown and printed: XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX."""
    symbols = "".join(secrets.choice(SYMBOLS) for _ in range(RANDOM))
    return "-".join(groups(symbols + _checksum(symbols)))


def groups(code: str) -> list[str]:
    """The seven groups of four."""
    plain = _plain(code)
    return [plain[at : at + GROUP] for at in range(0, len(plain), GROUP)]


def check_code(text: str) -> str:
    """The code without hyphens, spaces and misread letters.

    Raises WrongPassphrase, naming the group if one stands out, when it cannot be as printed.
    """
    plain = _plain(text)
    if len(plain) != RANDOM + CHECK:
        raise WrongPassphrase(
            f"The recovery code is not as printed: it has {RANDOM + CHECK} letters and digits "
            f"in {GROUPS} groups of {GROUP}, and {len(plain)} were typed."
        )
    for at, symbol in enumerate(plain):
        if symbol not in SYMBOLS:
            raise _not_as_printed(at)
    if not _is_whole(plain):
        raise _not_as_printed(*_places_of_one_slip(plain))
    return plain


def _plain(text: str) -> str:
    return text.upper().translate(_READ_AS)


def _checksum(symbols: str) -> str:
    number = int.from_bytes(hashlib.sha256(b"liaison recovery " + symbols.encode()).digest()[:2])
    return "".join(SYMBOLS[number >> shift & 31] for shift in (10, 5, 0))


def _is_whole(plain: str) -> bool:
    return _checksum(plain[:RANDOM]) == plain[RANDOM:]


def _places_of_one_slip(plain: str) -> list[int]:
    """Where another symbol would make the code whole."""
    return [
        at
        for at in range(len(plain))
        if any(_is_whole(plain[:at] + symbol + plain[at + 1 :]) for symbol in SYMBOLS)
    ]


def _not_as_printed(*places: int) -> WrongPassphrase:
    numbers = {at // GROUP + 1 for at in places}
    if len(numbers) != 1:
        return WrongPassphrase(
            "The recovery code is not as printed. Please compare it group by group."
        )
    return WrongPassphrase(f"The recovery code is not as printed: look at group {numbers.pop()}.")
