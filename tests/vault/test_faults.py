"""Every fault made by hand in the vault and the write door fails the tests named for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.vault.faults import Edit, Fault, Workshop
from tests.vault.faults_of_files import FAULTS_OF_FILES
from tests.vault.faults_of_keys import FAULTS_OF_KEYS
from tests.vault.faults_of_the_store import FAULTS_OF_THE_STORE

FAULTS = (*FAULTS_OF_KEYS, *FAULTS_OF_FILES, *FAULTS_OF_THE_STORE)
LEAST = 30


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop() as opened:
        yield opened


@pytest.mark.parametrize("fault", FAULTS, ids=[each.what for each in FAULTS])
def test_a_fault_is_seen_by_every_test_named_for_it(workshop: Workshop, fault: Fault) -> None:
    outcome = workshop.try_out(fault)
    assert outcome.spoilt == []
    assert [test for test in fault.seen_by if not outcome.saw(test)] == []


def test_without_a_fault_none_of_these_tests_fails(workshop: Workshop) -> None:
    """One of each file: what is wrong with the copy itself is wrong for all of a file."""
    named = {test.partition("::")[0]: test for fault in FAULTS for test in fault.seen_by}
    outcome = workshop.run(list(named.values()))
    assert (outcome.failed, outcome.spoilt) == ([], [])
    assert len(outcome.passed) >= len(named)


def test_there_are_thirty_faults_and_no_two_are_alike() -> None:
    assert len(FAULTS) >= LEAST
    assert (
        len({each.what for each in FAULTS}) == len({each.edits for each in FAULTS}) == len(FAULTS)
    )


def test_a_fault_that_cannot_be_made_any_more_is_an_error(workshop: Workshop) -> None:
    gone = Fault("gone", (Edit("liaison/vault/tip.py", "no such words", ""),), ("tests/vault",))
    with pytest.raises(LookupError, match="has not once"):
        workshop.try_out(gone)
