"""The structure of a PDF read back: its elements with their kids, and what their order breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

GROUPING = {"Document", "Part", "Sect", "Div", "Art"}
HEADINGS = {f"H{level}" for level in range(1, 7)}
ROLES = GROUPING | HEADINGS | {
    "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
    "Caption", "Span", "Figure", "Link", "Quote", "BlockQuote",
}  # fmt: skip

INSIDE = {
    "L": {"LI", "Caption", "L"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
"""What may stand in each of these, and nothing else."""

BELONGS = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
}
"""What each of these may stand in."""

NEVER_EMPTY = HEADINGS | {"P", "LBody", "Lbl", "LI", "TH", "Link", "Figure", "L", "Table", "TR"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?")
SCOPES = {"/Row", "/Column", "/Both"}


@dataclass
class Node:
    """One element: its role, its kids in order, and the pieces of pages that are its own."""

    role: str
    object: Any
    parent: Node | None
    kids: list[Node] = field(default_factory=list)
    pieces: list[tuple[Any, int]] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)

    def every(self) -> Iterator[Node]:
        """This element and everything in it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.every()

    @property
    def empty(self) -> bool:
        return not any(each.pieces or each.notes for each in self.every())


def read(element: Any, parent: Node | None, faults: list[str]) -> Node:
    """An element of the file and everything in it."""
    node = Node(str(element.get("/S", "/?"))[1:], element, parent)
    if parent is not None and element.get("/P") != parent.object:
        faults.append(f"{node.role} names another parent than the one it stands in")
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        _read_kid(node, kid, faults)
    return node


def _read_kid(node: Node, kid: Any, faults: list[str]) -> None:
    if isinstance(kid, int):
        node.pieces.append((node.object.get("/Pg"), kid))
    elif kid.get("/Type") == pikepdf.Name.MCR:
        node.pieces.append((kid.get("/Pg", node.object.get("/Pg")), int(kid.MCID)))
    elif kid.get("/Type") == pikepdf.Name.OBJR:
        node.notes.append(kid.Obj)
    else:
        node.kids.append(read(kid, node, faults))


def faults_of(root: Node) -> Iterator[str]:
    """What is wrong with roles, nesting, headings, tables, lists, figures and languages."""
    if root.role != "Document":
        yield f"the first element is {root.role}, not Document"
    for node in root.every():
        yield from _of_one(node)
    yield from _headings(root)


def _of_one(node: Node) -> Iterator[str]:
    above = node.parent.role if node.parent else ""
    if node.role not in ROLES:
        yield f"there is no role {node.role}"
    yield from _kids(node)
    if node.role in BELONGS and above not in BELONGS[node.role]:
        yield f"{node.role} stands in {above}, not in {' or '.join(sorted(BELONGS[node.role]))}"
    if node.role in NEVER_EMPTY and node.empty:
        yield f"{node.role} has nothing in it"
    language = node.object.get("/Lang")
    if language is not None and not LANGUAGE.fullmatch(str(language)):
        yield f"{node.role} names no language: “{language}”"
    yield from {"Table": _table, "TH": _heading_cell, "LI": _item, "Figure": _figure}.get(
        node.role, _nothing
    )(node)


def _kids(node: Node) -> Iterator[str]:
    for kid in node.kids:
        if node.role in INSIDE and kid.role not in INSIDE[node.role]:
            yield f"{kid.role} stands in {node.role}"
    if node.notes and node.role != "Link":
        yield f"a link belongs to {node.role}, not to Link"
    if node.role in INSIDE and node.pieces:
        yield f"{node.role} has text of its own, outside its parts"


def _nothing(_: Node) -> Iterator[str]:
    return iter(())


def _table(node: Node) -> Iterator[str]:
    rows = [each for each in node.every() if each.role == "TR"]
    if len({len(row.kids) for row in rows}) > 1:
        yield "the rows of a table have different numbers of cells"
    if not any(cell.role == "TH" for row in rows for cell in row.kids):
        yield "a table has no heading cells"


def _heading_cell(node: Node) -> Iterator[str]:
    about = node.object.get("/A")
    if about is None or str(about.get("/Scope")) not in SCOPES:
        yield "TH does not say whether it heads a row or a column (Scope)"


def _item(node: Node) -> Iterator[str]:
    if not any(kid.role == "LBody" for kid in node.kids):
        yield "LI has no LBody"


def _figure(node: Node) -> Iterator[str]:
    if not str(node.object.get("/Alt", "")).strip():
        yield "Figure has no words in its place (Alt)"
    about = node.object.get("/A")
    if about is None or len(about.get("/BBox", [])) != 4:
        yield "Figure does not say where it stands (BBox)"


def _headings(root: Node) -> Iterator[str]:
    level = 0
    for node in root.every():
        if node.role in HEADINGS:
            found = int(node.role[1:])
            if level == 0 and found != 1:
                yield f"the first heading is {node.role}, not H1"
            elif found > level + 1:
                yield f"heading {node.role} follows H{level}"
            level = found
    if level == 0:
        yield "there is no heading"
