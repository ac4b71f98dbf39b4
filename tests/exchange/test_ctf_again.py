"""Whatever a file says, in whatever order: a second time it has nothing left to do."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.store.record import memory_store
from tests.conftest import oakfield
from tests.exchange.ctf_files import AS_PUPIL, contact, home, pupil
from tests.exchange.importing import Office

SURNAMES = st.sampled_from(["Farrow", "FARROW", "Oldroyd", "O'Neill"])
FORENAMES = st.sampled_from(["Jamie", "Ellis", "Casey", None])
HOMES = st.sampled_from([home(), home("9"), home("Confidential", ""), ""])
OWN = st.sampled_from([AS_PUPIL, home(), home("11"), ""])
NUMBERS = st.lists(st.sampled_from(["07700 900101", "07700900102", "960103"]), max_size=2)
YES_OR_NO = st.sampled_from(["true", "false", None])

CONTACTS = st.builds(
    contact,
    SURNAMES,
    FORENAMES,
    order=st.sampled_from([1, 2, None]),
    title=st.sampled_from(["Mrs", "Mr", None]),
    relationship=st.sampled_from(["PAM", "PAF", "GRM", "SWR", "HFA", "XYZ", None]),
    responsibility=YES_OR_NO,
    phones=NUMBERS,
    email=st.sampled_from(["casey@example.org", None]),
    address=OWN,
    court=st.sampled_from(["Y", "N", None]),
)
PUPILS = st.builds(
    pupil,
    SURNAMES,
    FORENAMES,
    st.sampled_from(["2015-01-14", "2017-05-30", None]),
    upn=st.sampled_from(["E999200119001", "A999200119002", "UNKNOWN", None]),
    year=st.sampled_from(["R", "6", None]),
    address=HOMES,
    contacts=st.lists(CONTACTS, max_size=4),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pupils=st.lists(PUPILS, max_size=6))
def test_the_same_file_a_second_time_has_nothing_to_do(tmp_path: Path, pupils: list[str]) -> None:
    store = memory_store(oakfield())
    try:
        office = Office(store, tmp_path)
        office.sends(*pupils)
        again = office.plan(*pupils)
        assert (again.added, again.altered) == ((), ())
    finally:
        store.close()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_pupils_does_not_matter(tmp_path: Path, seed: int) -> None:
    mother = contact(phones=["07700 900101"], address=AS_PUPIL)
    father = contact(forename="Drew", relationship="PAF", phones=["07700 900102"], court="Y")
    pupils = [
        pupil("Farrow", "Jamie", "2015-01-14", contacts=[mother, father]),
        pupil("Farrow", "Ellis", "2017-05-30", contacts=[mother]),
        pupil("Farrow", "Alex", "2018-05-30", contacts=[father], address=home("9")),
    ]
    store = memory_store(oakfield())
    office = Office(store, tmp_path)
    office.sends(*pupils)
    random.Random(seed).shuffle(pupils)
    assert office.plan(*pupils).empty
    store.close()
