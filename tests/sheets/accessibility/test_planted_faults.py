"""The machine check itself: each small fault planted in a good PDF is found and named."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.printing import build, locked
from tests.sheets.accessibility import (  # noqa: F401 - they plant
    document_faults,
    drawn_faults,
    structure_faults,
)
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
            Section(heading="Agreed", lines=(Line(lead="1.", text="A"), Line(lead="2.", text="B"))),
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


def test_a_safe_file_that_keeps_readers_out_is_found(good: bytes) -> None:
    safe = locked(good, "correct horse")
    with pikepdf.open(BytesIO(safe), password="correct horse") as pdf:
        said = int(pdf.trailer.Encrypt.P)
    keeps_out = b"/P %d" % (said & ~(1 << 9))
    assert safe.count(b"/P %d" % said) == 1
    file = safe.replace(b"/P %d" % said, keeps_out)
    assert "what reads pages aloud is not allowed to" in faults(file, "correct horse")


def test_a_file_of_an_unknown_age_is_found(good: bytes) -> None:
    newer = good.replace(b"%PDF-1.7", b"%PDF-2.0", 1)
    assert "the file does not say that it is PDF 1.0 to 1.7" in faults(newer)


def test_there_are_plants_in_plenty() -> None:
    assert len(PLANTS) >= 70
