"""Telephone numbers, e-mails and addresses: readable for people, comparable for matching."""

import re
import unicodedata
from collections.abc import Sequence

from liaison.exchange.pupil_file import AddressOnFile, PhoneOnFile

_KINDS = {"H": "home", "M": "mobile", "W": "work", "F": "fax", "O": "phone"}
_EXTENSION = re.compile(r"(?i)\b(?:ext(?:ension|n)?|x)\.?\s*\d{1,6}\s*$")
_BETWEEN = re.compile(r"\s*(?:[/;,|]|\bor\b)\s*")
_EMAIL = re.compile(r"[^@\s<>\"(),;]{1,64}@[^@\s<>\"(),;.]+(?:\.[^@\s<>\"(),;.]+)+")
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})")
_NO_HOME = re.compile(r"\b(?:unknown|not known|no fixed|confidential|withheld|refuge)\b")
_ABBREVIATED = {
    "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close", "dr": "drive",
    "cres": "crescent", "ct": "court", "gdns": "gardens", "tce": "terrace", "terr": "terrace",
    "pl": "place", "sq": "square", "apt": "flat", "apartment": "flat", "gr": "grove",
}  # fmt: skip


def phones(number: str, kind: str = "") -> list[PhoneOnFile]:
    """The telephone numbers in one field: none if it holds no digits, two if it lists two."""
    pieces = _BETWEEN.split(number)
    if any(len(_digits(piece)) < 6 for piece in pieces):
        pieces = [number]
    return [_phone(piece.strip()[:60], kind) for piece in pieces if _digits(piece)]


def _phone(number: str, kind: str) -> PhoneOnFile:
    key = phone_key(number)
    named = _KINDS.get(kind.strip().upper()[:1], "phone")
    if named == "phone" and re.match(r"07\d{9}$", key):
        named = "mobile"
    return PhoneOnFile(number=number, key=key, kind=named)


def phone_key(number: str) -> str:
    """The digits that make two ways of writing one number equal; empty if there are too few.

    +44 and 0044 become the leading 0, an extension is left out. A number without its area code
    keeps what it has.
    """
    digits = _digits(_EXTENSION.sub("", number))
    international = number.lstrip(" (").startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00")
    if international and digits.startswith("44"):
        digits = "0" + digits[2:].removeprefix("0")
    return digits if len(digits) >= 5 and len(set(digits)) > 1 else ""


def _digits(number: str) -> str:
    plain = unicodedata.normalize("NFKC", number)
    return "".join(each for each in plain if each in "0123456789")


def emails(text: str) -> list[str]:
    """The e-mail addresses in one field, in the order they stand."""
    return [found[0][:200] for found in _EMAIL.finditer(text)]


def tidy_postcode(text: str) -> str:
    """A British postcode in its usual form; anything else as it stands."""
    found = _POSTCODE.fullmatch(text.upper().strip())
    return f"{found[1]} {found[2]}" if found else text[:20].strip()


def address_of_lines(lines: Sequence[str], code: str) -> AddressOnFile | None:
    """An address of plain lines, of which nobody says which names the home."""
    kept = [line[:100] for line in lines if line]
    last = max((place for place, line in enumerate(kept) if _numbered(line)), default=-1)
    if last >= 0 and not re.search(r"[^\W\d_]{3}", kept[last]):
        last += 1
    count = last + 1 if last >= 0 else 2
    home, place = ", ".join(kept[:count]), kept[count:]
    home = re.sub(r"^(\d+\w?),", r"\1", home)
    town, county = (place[-2], place[-1]) if len(place) > 1 else ("".join(place), "")
    return address(street=home, locality=", ".join(place[:-2]), town=town, county=county,
                   code=code)  # fmt: skip


def address(
    *, house: str = "", street: str = "", locality: str = "", town: str = "", county: str = "",
    code: str = "",
) -> AddressOnFile | None:  # fmt: skip
    """An address of its parts, each tidied; nothing when every part is empty."""
    postcode = tidy_postcode(code)
    if not any((house, street, locality, town, county, postcode)):
        return None
    return AddressOnFile(
        house=house[:100],
        street=street[:200],
        locality=locality[:100],
        town=town[:100],
        county=county[:100],
        postcode=postcode,
        key=address_key(house, street, postcode),
    )


def address_key(house: str, street: str, postcode: str) -> str:
    """Equal for two ways of writing one home; empty when it could be more than one home."""
    told = f"{house} {street}".casefold().replace("'", "").replace("’", "")
    words = re.findall(r"\w+", told)
    if len(words) < 2 or _NO_HOME.search(" ".join(words)):
        return ""
    home = " ".join(_ABBREVIATED.get(word, word) for word in words)
    return f"{home}|{postcode.replace(' ', '').casefold()}"


def _numbered(line: str) -> bool:
    return any(each.isdigit() for each in line)
