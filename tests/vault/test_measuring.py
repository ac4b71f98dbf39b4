"""A file measured beside other work is measured as it is when the answer is asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from liaison.vault.files import size_and_digest
from liaison.vault.measuring import Measuring


def test_a_file_is_measured_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    file.write_bytes(b"pages" * 4096)
    assert Measuring(file).result() == size_and_digest(file)


def test_what_was_written_meanwhile_is_measured_too(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    file.write_bytes(b"before")
    measuring = Measuring(file)
    before = measuring.result()
    file.write_bytes(b"rolled back by the engine")
    assert measuring.result() == size_and_digest(file)
    assert measuring.result() != before


@pytest.mark.skipif(os.name != "posix", reason="the other time is when the file was made")
def test_what_was_written_with_its_date_put_back_is_measured_too(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    file.write_bytes(b"before")
    os.utime(file, ns=(1, 1))
    measuring = Measuring(file)
    before = measuring.result()
    file.write_bytes(b"behind")
    os.utime(file, ns=(1, 1))
    assert measuring.result() == size_and_digest(file) != before


def test_a_file_that_is_not_there_cannot_be_measured(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Measuring(tmp_path / "record.db").result()
