"""The tool's passphrases: changed, and set anew with the recovery code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from liaison.casework import key_holders
from liaison.cli import asking
from liaison.store.record import create_record, open_record
from liaison.vault import TEST_COST, recovery
from tests.builders import TODAY
from tests.cli.conftest import PASSPHRASE, Tool
from tests.conftest import oakfield

NEW = "gravel sunday pickle lantern otter"
THIRD = "marble sixpence garden thimble walnut"
CODE = recovery.new_code()


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the tool would have waited, each time."""
    waited: list[float] = []
    monkeypatch.setattr(asking, "pause", waited.append)
    return waited


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "K.liaison"
    create_record(folder, PASSPHRASE, recovery_code=CODE, settings=oakfield(), cost=TEST_COST)
    return folder


@pytest.fixture
def record(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "K.liaison"))


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """A file with a secret in it."""

    def written(text: str) -> Path:
        path = tmp_path / f"secret {len(list(tmp_path.iterdir()))}.txt"
        path.write_text(text + "\n", encoding="utf-8")
        return path

    return written


File = Callable[[str], Path]


def opens(bare: Tool, record: Path, file: Path) -> bool:
    return bare("families", record, "--passphrase-file", file).status == 0


def test_the_passphrase_is_changed(bare: Tool, record: Path, file: File) -> None:
    old, new = file(PASSPHRASE), file(NEW)
    database = (record / "record.db").read_bytes()
    ran = bare("passphrase", record, "--passphrase-file", old, "--new-passphrase-file", new)
    assert (ran.status, ran.err) == (0, "")
    assert (record / "record.db").read_bytes() == database
    assert "is changed" in ran.out
    assert "Backups made before" in ran.out
    assert opens(bare, record, new)
    assert not opens(bare, record, old)
    assert bare("verify", record, "--full", "--passphrase-file", new).status == 0
    with closing(open_record(record, recovery_code=CODE)) as store:
        assert key_holders.key_holders(store)[0].name == "Mrs A Officer"


def test_only_the_passphrase_that_was_used_is_changed(bare: Tool, record: Path, file: File) -> None:
    with closing(open_record(record, recovery_code=CODE)) as store:
        slot = key_holders.derive(store, THIRD)
        key_holders.add(store, "Mr B Colleague", slot, today=TODAY)
    old, new, third = file(PASSPHRASE), file(NEW), file(THIRD)
    ran = bare("passphrase", record, "--passphrase-file", third, "--new-passphrase-file", new)
    assert ran.status == 0
    assert opens(bare, record, old)
    assert opens(bare, record, new)
    assert not opens(bare, record, third)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [("StMarysSchool2026", "could be guessed"), ("", "at least 12"), (PASSPHRASE, "already")],
)
def test_a_passphrase_that_will_not_do_is_refused(
    bare: Tool, record: Path, file: File, new: str, sentence: str
) -> None:
    old = file(PASSPHRASE)
    ran = bare("passphrase", record, "--passphrase-file", old, "--new-passphrase-file", file(new))
    assert ran.status == 1
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert opens(bare, record, old)


def test_every_bad_input_is_a_sentence(
    bare: Tool, record: Path, file: File, tmp_path: Path, typed: Callable[[str], None]
) -> None:
    old, new = file(PASSPHRASE), file(NEW)
    given = ("--passphrase-file", old, "--new-passphrase-file", new)
    assert bare("passphrase", tmp_path / "none", *given).status == 1
    ran = bare("passphrase", record, *given[:2], "--new-passphrase-file", tmp_path / "none")
    assert (ran.status, "cannot be read" in ran.err) == (1, True)
    ran = bare("passphrase", record, "--passphrase-file", new, "--new-passphrase-file", new)
    assert (ran.status, "does not open" in ran.err) == (1, True)
    typed(NEW)
    assert bare("passphrase", record, *given[:2]).status == 2
    ran = bare("passphrase", record, "--passphrase-file", "-", "--new-passphrase-file", "-")
    assert (ran.status, "one secret" in ran.err) == (1, True)
    assert opens(bare, record, old)


def test_the_new_one_may_come_on_standard_input(
    bare: Tool, record: Path, file: File, typed: Callable[[str], None]
) -> None:
    typed(NEW + "\n")
    old = file(PASSPHRASE)
    ran = bare("passphrase", record, "--passphrase-file", old, "--new-passphrase-file", "-")
    assert ran.status == 0
    assert opens(bare, record, file(NEW))


def test_the_recovery_code_sets_a_new_passphrase(bare: Tool, record: Path, file: File) -> None:
    old, new, code = file(PASSPHRASE), file(NEW), file(CODE.lower().replace("-", " "))
    ran = bare("recover", record, "--recovery-file", code, "--new-passphrase-file", new)
    assert (ran.status, ran.err) == (0, "")
    assert "the old one does not" in ran.out
    assert opens(bare, record, new)
    assert not opens(bare, record, old)
    again = bare("recover", record, "--recovery-file", code, "--new-passphrase-file", file(THIRD))
    assert again.status == 0


def test_of_several_passphrases_none_is_ended_unasked(bare: Tool, record: Path, file: File) -> None:
    with closing(open_record(record, recovery_code=CODE)) as store:
        slot = key_holders.derive(store, THIRD)
        key_holders.add(store, "Mr B Colleague", slot, today=TODAY)
    old, new, third = file(PASSPHRASE), file(NEW), file(THIRD)
    ran = bare("recover", record, "--recovery-file", file(CODE), "--new-passphrase-file", new)
    assert ran.status == 0
    assert "So do the 2 there were, Mr B Colleague, Mrs A Officer" in ran.out
    assert all(opens(bare, record, each) for each in (old, new, third))


def test_a_wrong_code_and_a_weak_passphrase_are_refused(
    bare: Tool, record: Path, file: File, tmp_path: Path
) -> None:
    new = file(NEW)
    before = (record / "vault.json").read_bytes()
    for code, sentence in (
        (file(recovery.new_code()), "does not open"),
        (file("XXXX"), "not as printed"),
        (file(CODE[:-1] + ("A" if CODE[-1] != "A" else "B")), "group"),
        (tmp_path / "none", "cannot be read"),
    ):
        ran = bare("recover", record, "--recovery-file", code, "--new-passphrase-file", new)
        assert (ran.status, ran.err.count("\n")) == (1, 1)
        assert sentence in ran.err
    ran = bare(
        "recover", record, "--recovery-file", file(CODE), "--new-passphrase-file", file("short")
    )
    assert (ran.status, "at least 12" in ran.err) == (1, True)
    ran = bare("recover", record, "--recovery-file", "-", "--new-passphrase-file", "-")
    assert (ran.status, "one secret" in ran.err) == (1, True)
    ran = bare("recover", record, "--recovery-file", file(CODE), "--passphrase-file", new)
    assert ran.status == 2
    assert (record / "vault.json").read_bytes() == before


def test_the_tool_waits_a_little_longer_after_each_failure_and_never_over_a_second(
    bare: Tool, record: Path, file: File, pauses: list[float]
) -> None:
    wrong = file(THIRD)
    for _ in range(3):
        assert not opens(bare, record, wrong)
    assert pauses == pytest.approx([0.1, 0.2, 0.3])
    for _ in range(9):
        bare("verify", record, "--passphrase-file", wrong)
    assert pauses[-1] == 1.0
    assert len(pauses) == 12
    pauses.clear()
    assert opens(bare, record, file(PASSPHRASE))
    assert pauses == []
