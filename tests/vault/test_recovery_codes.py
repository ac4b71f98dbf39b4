"""The recovery code: read as it is written by hand, and a slip is named by its group."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from liaison.errors import WrongPassphrase
from liaison.vault import recovery
from liaison.vault.recovery import SYMBOLS


def test_a_code_is_seven_groups_of_four_without_letters_that_mislead() -> None:
    codes = {recovery.new_code() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}", code)
        assert recovery.groups(code) == code.split("-")
        assert recovery.check_code(code) == code.replace("-", "")


def code_with_each_misread_letter() -> str:
    while True:
        code = recovery.new_code()
        if "0" in code and "1" in code:
            return code


def test_small_letters_spaces_and_misread_letters_are_taken_as_meant() -> None:
    code = code_with_each_misread_letter()
    plain = code.replace("-", "")
    for one in "IlL":
        assert recovery.check_code(code.lower().replace("1", one).replace("0", "o")) == plain
    assert recovery.check_code(f"  {' '.join(plain)}\n") == plain
    assert recovery.check_code(code.replace("-", "\u2013")) == plain


@settings(max_examples=40)
@given(some.integers(0, 27), some.sampled_from(SYMBOLS))
def test_one_wrong_symbol_is_refused_and_its_group_named(at: int, symbol: str) -> None:
    plain = "7KQ2M4XN8PZTR5WHC9V3BDG6F" + recovery._checksum("7KQ2M4XN8PZTR5WHC9V3BDG6F")
    if plain[at] == symbol:
        assert recovery.check_code(plain) == plain
        return
    with pytest.raises(WrongPassphrase, match="not as printed") as raised:
        recovery.check_code(plain[:at] + symbol + plain[at + 1 :])
    assert str(raised.value).endswith((f"group {at // 4 + 1}.", "group by group."))


def test_a_symbol_no_code_has_is_named_by_its_group() -> None:
    code = recovery.new_code()
    with pytest.raises(WrongPassphrase, match=r"look at group 3\.$"):
        recovery.check_code(code[:10] + "U" + code[11:])


def test_two_slips_are_refused_without_a_guess() -> None:
    plain = "7KQ2M4XN8PZTR5WHC9V3BDG6F" + recovery._checksum("7KQ2M4XN8PZTR5WHC9V3BDG6F")
    with pytest.raises(WrongPassphrase, match="group by group"):
        recovery.check_code("00" + plain[2:])


@pytest.mark.parametrize("text", ["", "ABCD", "A" * 29, "A" * 100_000])
def test_too_few_or_too_many_symbols_are_counted(text: str) -> None:
    with pytest.raises(WrongPassphrase, match=f"and {len(text)} were typed"):
        recovery.check_code(text)
