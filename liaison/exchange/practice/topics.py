"""What a conversation may be about, with the sentences it is written down in.

In every sentence {child} {he} {his} {him} are the child, {adult} {she} {her} the adult spoken to,
{teacher} the class teacher. A capital letter begins a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from liaison.model.contact import About
from liaison.model.follow_up import Side

Promise = tuple[Side, str]
"""Whose promise it is, and the words it is kept in."""


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One subject of conversation: the three lanes, what may be agreed, and what is promised."""

    about: About
    purposes: tuple[str, ...]
    facts: tuple[str, ...]
    words: tuple[str, ...]
    views: tuple[str, ...]
    agreed: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    weight: int = 4
