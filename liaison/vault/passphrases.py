"""How strong a passphrase is, and passphrases of everyday words made by chance."""

import secrets
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from liaison.errors import WeakPassphrase
from liaison.resources import resource

SHORTEST = 12
SCORED = 72
LONGEST = 1024
BEST = 4
WORDS = 5
SAINTS = ("mary", "john", "peter", "paul", "joseph", "james", "george", "michael", "anne")
SCHOOL_WORDS = (
    *("school", "academy", "primary", "infant", "infants", "junior", "juniors", "nursery"),
    *("college", "federation", "saint", "family", "liaison", "officer", "safeguarding"),
    *(f"st{saint}{end}" for saint in SAINTS for end in ("", "s")),
)
"""What everybody who tries at a school's laptop would try first."""

STRENGTHS = ("very weak", "weak", "fair", "good", "strong")


def strength(text: str) -> tuple[int, str]:
    """A score from 0 to 4 and a word for it."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - takes a moment to load, and is seldom needed

    plain = unicodedata.normalize("NFKC", text)[:SCORED]
    score = int(zxcvbn(plain, user_inputs=list(SCHOOL_WORDS))["score"]) if plain else 0
    return score, STRENGTHS[score]


def problem(text: str) -> str:
    """Why this passphrase will not do, as a sentence; empty when it will."""
    length = len(unicodedata.normalize("NFKC", text))
    if length < SHORTEST:
        return f"The passphrase needs at least {SHORTEST} letters. Four or five words are best."
    if length > LONGEST:
        return f"The passphrase has more than {LONGEST} letters."
    score, words = strength(text)
    if score < BEST:
        return f"The passphrase is {words}: it could be guessed. Add one or two unusual words."
    return ""


def check(text: str) -> None:
    """Raise WeakPassphrase with the sentence if the passphrase will not do."""
    sentence = problem(text)
    if sentence:
        raise WeakPassphrase(sentence)


def generate(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A strong passphrase of five short everyday words."""
    while problem(made := " ".join(choose(_words()) for _ in range(WORDS))):
        pass
    return made


@cache
def _words() -> tuple[str, ...]:
    return tuple(resource("words/words.txt").read_text("utf-8").split())
