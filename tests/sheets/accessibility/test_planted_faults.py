"""The machine check itself: each small fault planted in a good PDF is found and named."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.printing import build
from tests.sheets.accessibility import drawn_faults, structure_faults  # noqa: F401 - they plant
from tests.sheets.accessibility.checking import faults
from tests.sheets.accessibility.planting import PLANTS
from tests.sheets.accessibility.samples import STAMP


@pytest.fixture(scope="module")
def good() -> bytes:
    body = Body(
        title="Trial",
        under=("For staff",),
        sections=(
            Section(heading="To do", lines=(Line(text="Ring", box=True), Line(lead="Write"))),
            Section(heading="Days", table=Table(columns=("Day", "What"), rows=(("Mon", "Call"),))),
            Section(heading="Links", lines=(Line(text="here", link="https://example.org"),)),
        ),
    )
    return build(body, footer=STAMP)


def test_the_good_one_has_no_fault(good: bytes) -> None:
    assert faults(good) == []


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_is_found_and_named(name: str, good: bytes) -> None:
    plant, named = PLANTS[name]
    made = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        plant(pdf)
        pdf.save(made)
    found = faults(made.getvalue())
    assert any(named in each for each in found), found


def test_a_locked_file_that_keeps_readers_out_is_found(good: bytes) -> None:
    made = BytesIO()
    nobody = pikepdf.Permissions(accessibility=False, extract=False)
    how = {"R": 3, "aes": False, "metadata": False, "allow": nobody}
    with pikepdf.open(BytesIO(good)) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="owner", user="", **how))
    assert "what reads pages aloud is not allowed to" in faults(made.getvalue())


def test_there_are_plants_in_plenty() -> None:
    assert len(PLANTS) >= 40
