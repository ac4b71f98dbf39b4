"""Small faults to plant in a good PDF, each under its name, with the words it must be named by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

Plant = Callable[[pikepdf.Pdf], None]
PLANTS: dict[str, tuple[Plant, str]] = {}


def planted(named: str) -> Callable[[Plant], Plant]:
    """A fault, and the words by which the check must name it."""

    def keep(plant: Plant) -> Plant:
        PLANTS[plant.__name__] = plant, named
        return plant

    return keep


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """The elements of one role, in the order of reading."""

    def every(element: Any) -> Iterator[Any]:
        yield element
        for kid in element.get("/K", []):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from every(kid)

    return [each for each in every(pdf.Root.StructTreeRoot.K) if Name(f"/{role}") == each.S]


def redraw(pdf: pikepdf.Pdf, what: bytes, instead: bytes) -> None:
    """Change the first such piece of the page's drawing."""
    contents = pdf.pages[0].obj.Contents
    drawn = contents.read_bytes()
    changed = re.sub(what, instead, drawn, count=1, flags=re.DOTALL)
    assert changed != drawn
    contents.write(changed)


def in_metadata(pdf: pikepdf.Pdf, what: bytes, instead: bytes) -> None:
    said = pdf.Root.Metadata.read_bytes()
    assert what in said
    pdf.Root.Metadata.write(said.replace(what, instead))


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return list(pdf.pages[0].obj.Resources.Font.values())
