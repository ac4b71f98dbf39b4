"""The printed fingerprint: found again in any later state of the record, and in no earlier one."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from liaison.errors import UnknownValue
from liaison.store.fingerprints import find_fingerprint, fingerprint_of, tip_fingerprint
from liaison.store.store import Store
from liaison.vault import Mark
from tests.builders import Make
from tests.store.conftest import OnDisk


def test_a_printed_change_is_found_in_every_later_record(store: Store, make: Make) -> None:
    make.family()
    printed = tip_fingerprint(store)
    assert re.fullmatch(r"2(-[0-9A-HJKMNP-TV-Z]{4}){4}", printed)
    found = find_fingerprint(store, printed)
    assert found is not None
    assert (found.number, found.since) == (2, 0)
    assert found.made_at.date() == datetime(2026, 11, 23, tzinfo=UTC).date()
    make.family("Jones")
    assert tip_fingerprint(store) != printed
    later = find_fingerprint(store, printed)
    assert later is not None
    assert later.since == 1


def test_it_is_not_in_a_record_of_an_earlier_day(disk: OnDisk) -> None:
    earlier = disk.copy_to(disk.folder.with_name("Earlier"))
    with disk.opened() as store:
        Make(store).family()
        printed = tip_fingerprint(store)
    with earlier.opened() as store:
        assert find_fingerprint(store, printed) is None


@pytest.mark.parametrize(
    "mistype",
    [
        str.lower,
        lambda printed: printed.replace("-", " "),
        lambda printed: printed.replace("-", ""),
        lambda printed: printed.replace("0", "o").replace("1", "l"),
        lambda printed: f"  {printed}\n",
        lambda printed: printed.replace("-", "\N{NON-BREAKING HYPHEN}"),
    ],
)
def test_how_it_is_typed_does_not_matter(store: Store, make: Make, mistype: object) -> None:
    assert callable(mistype)
    make.family()
    printed = tip_fingerprint(store)
    typed = mistype(printed.partition("-")[2])
    assert find_fingerprint(store, f"2 {typed}") is not None


@pytest.mark.parametrize(
    "typed",
    ["", "2", "2-ABCD-EFGH", "X-ABCD-ABCD-ABCD-ABCD", "2-ABCD-ABCD-ABCD-ABC!", "²-" + "ABCD-" * 4],
)
def test_what_is_no_fingerprint_is_refused(store: Store, typed: str) -> None:
    with pytest.raises(UnknownValue, match="as it is printed"):
        find_fingerprint(store, typed)


def test_one_wrong_symbol_is_another_change(store: Store, make: Make) -> None:
    make.family()
    printed = tip_fingerprint(store)
    wrong = printed[:-1] + ("0" if printed[-1] != "0" else "1")
    assert find_fingerprint(store, wrong) is None


def test_every_bit_of_the_first_eighty_counts() -> None:
    whole = int("ab" * 32, 16)
    marks = [Mark("d", 7, f"{whole ^ 1 << bit:064x}") for bit in range(176, 256)]
    assert len({fingerprint_of(each) for each in marks}) == 80
    assert fingerprint_of(Mark("d", 7, "0" * 64)) == "7-0000-0000-0000-0000"


def test_before_the_first_change_there_is_none(store: Store) -> None:
    guards = store.query("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in guards:
        store.db.execute(f"DROP TRIGGER {name}")
    store.db.execute("DELETE FROM change")
    assert tip_fingerprint(store) == ""
