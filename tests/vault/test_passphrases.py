"""Passphrases: guessable ones are refused with a reason, made ones are strong."""

from collections.abc import Sequence

import pytest

from liaison.errors import LiaisonError, WeakPassphrase
from liaison.resources import resource
from liaison.vault import passphrases


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "at least 12"),
        ("kX9#vQ2!pL", "at least 12"),
        ("StMarysSchool2026", "could be guessed"),
        ("stjosephsprimary26", "could be guessed"),
        ("passwordpassword", "very weak|weak"),
        ("kettle umbrella otter thimble " * 40, "more than 1024"),
    ],
)
def test_a_passphrase_that_will_not_do_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(WeakPassphrase, match=reason):
        passphrases.check(text)


def test_a_strong_passphrase_is_taken() -> None:
    passphrases.check("kettle umbrella otter thimble")
    assert passphrases.strength("kettle umbrella otter thimble") == (4, "strong")
    assert passphrases.strength("") == (0, "very weak")


def test_a_long_passphrase_is_scored_by_its_beginning() -> None:
    assert passphrases.problem("kettle umbrella otter thimble " * 5) == ""


def test_made_passphrases_are_strong_and_differ() -> None:
    made = {passphrases.generate() for _ in range(5)}
    assert len(made) == 5
    for each in made:
        assert len(each.split()) == 5
        assert passphrases.problem(each) == ""


def test_a_made_passphrase_that_is_weak_by_chance_is_made_again() -> None:
    chosen = iter(["ant"] * 5 + ["kettle", "umbrella", "otter", "thimble", "walrus"])

    def choose(_words: Sequence[str]) -> str:
        return next(chosen)

    assert passphrases.generate(choose) == "kettle umbrella otter thimble walrus"


def test_the_word_list_is_long_plain_and_has_its_licence() -> None:
    words = resource("words/words.txt").read_text("utf-8").split()
    assert len(set(words)) == len(words) >= 2048
    assert all(each.isascii() and each.islower() and 3 <= len(each) <= 11 for each in words)
    assert "licence" in resource("words/LICENCE.txt").read_text("utf-8")


def test_files_of_a_built_program_are_found_where_it_was_unpacked(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(LiaisonError, match=r"words\.txt"):
        resource("words/words.txt")
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "icon.svg").touch()
    assert resource("icon.svg") == tmp_path / "resources" / "icon.svg"
