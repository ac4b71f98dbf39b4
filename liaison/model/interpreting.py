"""Who must not interpret: a child, a relative, a restricted adult, another parent of the school."""

from __future__ import annotations

import re

from liaison.model.family_record import FamilyRecord
from liaison.model.folded import folded
from liaison.model.person import PersonKind

RELATIVES = frozenset(
    {
        *("child", "son", "daughter", "sibling", "brother", "sister", "cousin", "niece", "nephew"),
        *("pupil", "friend", "neighbour", "parent", "mum", "mother", "dad", "father", "husband"),
        *("wife", "partner", "ex", "boyfriend", "girlfriend", "aunt", "auntie", "uncle", "gran"),
        *("grandmother", "grandad", "grandfather"),
    }
)
ASK = (
    "An interpreter is never a child, a relative, a restricted adult or another parent of the "
    "school. Ask the family whom they would like."
)


def interpreter_warning(typed: str, record: FamilyRecord, whose: str) -> str:
    """A sentence when the words look like somebody who must not interpret; empty otherwise.

    Names of the family's members count, and "Mr Khan" for one of them; ``whose`` interpreter it
    is and professionals do not.
    """
    words = _words(typed)
    others = [
        each
        for each in record.people
        if each.id != whose and each.kind is not PersonKind.PROFESSIONAL
    ]
    named = {name for each in others for name in folded(f"{each.forename} {each.known_as}").split()}
    said = f" {' '.join(words)} "
    titled = [" ".join(_words(each.addressed)) for each in others if each.name_title]
    by_title = any(f" {each} " in said for each in titled)
    return ASK if by_title or set(words) & (RELATIVES | named) else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))
