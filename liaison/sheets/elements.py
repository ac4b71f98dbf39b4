"""What a page is when it is read aloud: headings, lists, tables, each with what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """A piece of a page's drawing: the page counted from 1, the piece from 0."""

    page: int
    number: int


class Element:
    """One element, in the order of reading. Roles are those of ISO 32000: H1, P, L and so on.

    ``lang`` where it differs from the sheet's, ``alt`` for what is drawn, ``aloud`` for words read
    in place of those printed, ``scope`` of a table's heading, ``url`` of a link, ``counted`` of a
    list whose items count.
    """

    __slots__ = (
        "aloud", "alt", "bounds", "counted", "kids", "lang", "number", "role", "scope", "url"
    )  # fmt: skip

    def __init__(self, role: str, *, lang: str = "", alt: str = "", scope: str = "") -> None:
        self.role = role
        self.lang, self.alt, self.scope = lang, alt, scope
        self.aloud = self.url = ""
        self.kids: list[Element | Mark] = []
        self.bounds: tuple[float, float, float, float] | None = None
        self.number = 0
        self.counted = False

    def add(self, role: str, *, lang: str = "", alt: str = "", scope: str = "") -> Element:
        """A new element at the end of this one."""
        element = Element(role, lang=lang, alt=alt, scope=scope)
        self.kids.append(element)
        return element

    @property
    def drawn(self) -> bool:
        """Whether anything of it stands on a page."""
        return any(isinstance(kid, Mark) or kid.drawn for kid in self.kids)

    def elements(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (kid for kid in self.kids if isinstance(kid, Element))
