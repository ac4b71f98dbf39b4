"""The machine check of a PDF's accessibility: every fault found, as a sentence. None is as it was.

It checks what a machine can of PDF/UA-1 (ISO 14289-1); that the words make sense is for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from tests.sheets.accessibility import structure_tree, typefaces, whole
from tests.sheets.accessibility.content import Drawn, Reader
from tests.sheets.accessibility.structure_tree import Node


@dataclass
class Checked:
    """One PDF read whole: its elements, and what each page draws."""

    file: pikepdf.Pdf
    root: Node
    pages: list[Any]
    drawn: list[Drawn]
    faults: list[str]

    def text(self, node: Node) -> str:
        """The words of an element, as they are read."""
        numbers = {page.obj.objgen: at for at, page in enumerate(self.pages)}
        return "".join(
            self.drawn[numbers[page.objgen]].pieces.get(number, "")
            for each in node.every()
            for page, number in each.pieces
        )

    def texts(self, *roles: str) -> list[str]:
        """The words of every element of these roles, in the order of reading."""
        return [self.text(node) for node in self.root.every() if node.role in roles]


def faults(pdf: bytes, password: str = "") -> list[str]:
    """Everything that is wrong with it."""
    return checked(pdf, password).faults


def checked(pdf: bytes, password: str = "") -> Checked:
    """The PDF read whole, and everything that is wrong with it."""
    opened = pikepdf.open(BytesIO(pdf), password=password)
    found: list[str] = [*whole.faults_of(pdf, opened), *typefaces.faults_of(opened)]
    reader = Reader()
    pages = list(opened.pages)
    drawn = [reader.read(page, number) for number, page in enumerate(pages, 1)]
    for each in drawn:
        found += each.faults
    tree = opened.Root.get("/StructTreeRoot")
    if tree is None:
        found.append("there is no structure (StructTreeRoot)")
        return Checked(opened, Node("Document", None, None), pages, drawn, found)
    kid = tree.K[0] if isinstance(tree.K, pikepdf.Array) else tree.K
    root = structure_tree.read(kid, None, found)
    found += structure_tree.faults_of(root)
    read = Checked(opened, root, pages, drawn, found)
    found += [*_both_ways(read, tree), *_links(read, tree), *_order(read)]
    found += [*_headings_say_something(read), *_lists_that_count(read)]
    return read


def _parents(tree: Any) -> dict[int, Any]:
    numbers = list(tree.get("/ParentTree", {}).get("/Nums", []))
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def _both_ways(read: Checked, tree: Any) -> Iterator[str]:
    """From every piece of a page to its element, and from every element to its pieces."""
    parents = _parents(tree)
    owners = _owners(read.root)
    for at, (page, drawn) in enumerate(zip(read.pages, read.drawn, strict=True), 1):
        row = parents.get(int(page.obj.get("/StructParents", -1)))
        if row is None:
            yield f"page {at}: has no place in the ParentTree"
            row = []
        if len(row) > len(drawn.pieces):
            yield f"page {at}: the ParentTree knows pieces that are not drawn"
        for number in drawn.pieces:
            mine = owners.pop((page.obj.objgen, number), [])
            yield from _of_piece(mine, row, number, drawn, f"page {at}: piece {number}")
    yield from (
        f"{node.role} holds a piece that is not drawn"
        for nodes in owners.values()
        for node in nodes
    )


def _owners(root: Node) -> dict[tuple[Any, int], list[Node]]:
    """The elements that say a piece of a page is theirs: one, if all is well."""
    owners: dict[tuple[Any, int], list[Node]] = {}
    for node in root.every():
        for page, number in node.pieces:
            owners.setdefault((page.objgen if page is not None else None, number), []).append(node)
    return owners


def _of_piece(mine: list[Node], row: Any, number: int, drawn: Drawn, what: str) -> Iterator[str]:
    if not mine:
        yield f"{what} belongs to no element"
    if len(mine) > 1:
        yield f"{what} belongs to several elements"
    if number >= len(row):
        yield f"{what} is not in the ParentTree"
    elif mine and row[number] != mine[0].object:
        yield f"{what} belongs to another element in the ParentTree"
    if mine and drawn.roles[number] != mine[0].role:
        yield f"{what} is drawn as {drawn.roles[number]}, but is {mine[0].role}"


def _links(read: Checked, tree: Any) -> Iterator[str]:
    parents = _parents(tree)
    held = {note.objgen: node for node in read.root.every() for note in node.notes}
    for node in read.root.every():
        if node.role == "Link" and not node.notes:
            yield "Link leads nowhere"
    for at, page in enumerate(read.pages, 1):
        for note in page.obj.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield f"page {at}: a link has no words (Contents)"
            owner = held.get(note.objgen)
            if owner is None:
                yield f"page {at}: a link belongs to no element"
            elif parents.get(int(note.get("/StructParent", -1))) != owner.object:
                yield f"page {at}: a link is not in the ParentTree"


def _order(read: Checked) -> Iterator[str]:
    """What is read later must not be drawn earlier: on our pages both are one order."""
    numbers = {page.obj.objgen: at for at, page in enumerate(read.pages)}
    in_turn = [
        (numbers[page.objgen], number)
        for node in read.root.every()
        for page, number in node.pieces
        if page is not None and page.objgen in numbers
    ]
    for at, drawn in enumerate(read.drawn):
        on_page = [number for page, number in in_turn if page == at and number in drawn.pieces]
        if on_page != [number for number in drawn.order if number in on_page]:
            yield f"page {at + 1}: is read in another order than it is drawn"


def _headings_say_something(read: Checked) -> Iterator[str]:
    for node in read.root.every():
        if node.role in structure_tree.HEADINGS and not read.text(node).strip():
            yield f"{node.role} has no words"


def _lists_that_count(read: Checked) -> Iterator[str]:
    for node in read.root.every():
        said = [read.text(kid) for kid in node.kids] if node.role == "L" else []
        counted = all(re.match(rf"{at}\.( |$)", words) for at, words in enumerate(said, 1))
        if said and counted and node.object.get("/A", {}).get("/ListNumbering") is None:
            yield "a list that counts does not say how (ListNumbering)"
