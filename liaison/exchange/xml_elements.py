"""XML from outside, read piece by piece; whatever could be a trap is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn
from xml.parsers import expat

from liaison.errors import BadFile

DEEPEST = 40
LONGEST_TEXT = 100_000
MOST_ELEMENTS = 20_000
"""Elements within one branch: a pupil with ten years of marks has well under a thousand."""

_LONGEST_SILENCE = 1 << 20
_HIDDEN = dict.fromkeys([0xFEFF, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F),
                         *range(0x2066, 0x206A)])  # fmt: skip


def clean(text: str) -> str:
    """One line without padding, controls or marks that turn the direction of writing."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text).translate(_HIDDEN)
        text = "".join(" " if unicodedata.category(each) == "Cc" else each for each in text)
    return " ".join(text.split())


class Element:
    """A part of an XML file: its plain name, its text, the parts inside it.

    It is asked for its parts only when it is whole: what is looked up is kept.
    """

    __slots__ = ("_named", "_text", "children", "name", "pieces")

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[str] = []
        self.children: list[Element] = []
        self._text: str | None = None
        self._named: dict[str, list[Element]] | None = None

    @property
    def text(self) -> str:
        """The element's own words on one line."""
        if self._text is None:
            self._text = clean("".join(self.pieces)) if self.pieces else ""
        return self._text

    def every(self, name: str) -> Sequence[Element]:
        """The children of that name, in their order."""
        return self._by_name().get(name, ())

    def first(self, name: str) -> Element | None:
        """The first child of that name."""
        return next(iter(self.every(name)), None)

    def value(self, *names: str) -> str:
        """The text of the first child of one of these names that has any."""
        named = self._by_name()
        for name in names:
            for child in named.get(name, ()):
                if words := child.text:
                    return words
        return ""

    def inside(self, name: str) -> Iterator[Element]:
        """Every element of that name at any depth below this one."""
        for child in self.children:
            if child.name == name:
                yield child
            elif child.children:
                yield from child.inside(name)

    def _by_name(self) -> dict[str, list[Element]]:
        if self._named is None:
            self._named = {}
            for child in self.children:
                self._named.setdefault(child.name, []).append(child)
        return self._named


class ElementReader:
    """Gathers the branches asked for and lets go of each as soon as it has been handed on.

    ``naming`` turns a tag, its namespace dropped, and its depth into the name to use, or into
    nothing: an unnamed element inside a branch is left out with all it holds.
    """

    def __init__(
        self,
        *,
        naming: Callable[[str, int], str | None],
        branches: frozenset[str],
        taken: Callable[[Element], None],
    ) -> None:
        self._naming = naming
        self._branches = branches
        self._taken = taken
        self._open: list[Element] = []
        self._depth = 0
        self._left_out_at = 0
        self._gathered = 0
        self._length = 0
        self._silence = 0

    def read(self, text: Iterable[str]) -> None:
        """Read it all. Raises BadFile for XML that is cut off, broken or dangerous."""
        parser = self._parser()
        started = False
        try:
            for piece in text:
                words = piece if started else piece.lstrip("\ufeff \t\r\n")
                started = started or bool(words)
                self._silence += len(words)
                parser.Parse(words, False)
                if self._silence > _LONGEST_SILENCE:
                    _refuse_long()
            parser.Parse("", True)
        except expat.ExpatError as problem:
            raise self._broken(problem) from problem

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.EntityDeclHandler = _refuse_doctype
        parser.ExternalEntityRefHandler = _refuse_doctype
        return parser

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._silence = 0
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadFile(
                f"The file is nested deeper than {DEEPEST} parts, which no pupil file is. "
                "It was not read."
            )
        if self._left_out_at:
            return
        name = self._naming(tag.rpartition(":")[2], self._depth)
        if self._open:
            self._grow(name)
        elif name in self._branches:
            self._open = [Element(name)]
            self._gathered = 0
        self._length = 0

    def _grow(self, name: str | None) -> None:
        self._gathered += 1
        if self._gathered > MOST_ELEMENTS:
            raise BadFile(
                f"One pupil in the file has more than {MOST_ELEMENTS:,} parts, which no pupil "
                "has. It was not read."
            )
        if name is None:
            self._left_out_at = self._depth
            return
        child = Element(name)
        self._open[-1].children.append(child)
        self._open.append(child)

    def _end(self, _tag: str) -> None:
        self._silence = 0
        depth, self._depth = self._depth, self._depth - 1
        if self._left_out_at:
            if self._left_out_at == depth:
                self._left_out_at = 0
            return
        if self._open:
            whole = self._open.pop()
            if not self._open:
                self._taken(whole)

    def _words(self, text: str) -> None:
        self._silence = 0
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            _refuse_long()
        if self._open and not self._left_out_at:
            self._open[-1].pieces.append(text)

    def _broken(self, problem: expat.ExpatError) -> BadFile:
        word = expat.errors.messages.get(problem.code, "")
        ends = (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN,
                expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION)  # fmt: skip
        if self._depth and word in ends:
            return BadFile(
                f"The file stops in the middle, at line {problem.lineno}. "
                "It was cut off: copy or export it again."
            )
        if not self._depth and not self._gathered:
            return BadFile(
                "This is not an XML file, or its beginning is broken. "
                "Choose the Common Transfer File the school's system exports."
            )
        return BadFile(
            f"The file is broken at line {problem.lineno} ({word}). Ask the office to export it "
            "again; nothing was read from it."
        )


def _refuse_doctype(*_declaration: object) -> NoReturn:
    raise BadFile(
        "The file declares entities or a document type, which a pupil file never does and which "
        "can do harm. It was not read: ask where it came from."
    )


def _refuse_long() -> NoReturn:
    raise BadFile(
        "One part of the file is far longer than anything in a pupil file. It was not read."
    )
