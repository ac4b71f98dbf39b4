"""One way to write JSON, so that what was sealed can be compared byte for byte."""

import json
from collections.abc import Sequence


def encode(value: object) -> bytes:
    """``value`` as canonical JSON: sorted keys, no spaces, UTF-8."""
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode()


def decode(data: bytes) -> object:
    """The value ``data`` stands for.

    Raises ValueError unless ``data`` is exactly what ``encode`` makes of that value: duplicate
    keys, spaces, another order and fractions are refused.
    """
    try:
        value: object = json.loads(
            data.decode(), object_pairs_hook=_without_duplicates, parse_float=_refuse
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if encode(value) != data:
        raise ValueError("not canonical")
    return value


def fields_of(value: object, names: set[str]) -> dict[str, object]:
    """``value`` as an object that has exactly these fields, or ValueError."""
    if not isinstance(value, dict) or set(value) != names:
        raise ValueError("missing or unknown fields")
    return value


def text_of(value: object) -> str:
    """``value`` if it is text, or ValueError."""
    if not isinstance(value, str):
        raise ValueError("not text")  # noqa: TRY004 - one kind of error for any malformed file
    return value


def whole_number_of(value: object) -> int:
    """``value`` if it is a whole number from 0 up (True is not), or ValueError."""
    if type(value) is not int or value < 0:
        raise ValueError("not a whole number")
    return value


def _without_duplicates(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate keys")
    return found


def _refuse(text: str) -> object:
    raise ValueError(f"not a whole number: {text}")
