"""Where a line may end that has no space, letter by letter."""

from __future__ import annotations

import pytest

from liaison.sheets.breaking import last_cut, may_end


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("ሰላም፡ዓለም", [3]),
        ("3፡30", []),
        ("ክፍሊ፡3፡30", [3]),
        ("ሰላም፡", [3]),
        ("ขอบ\u200bคุณ", [3]),
        ("no-where", []),
    ],
)
def test_a_line_may_end_after_a_sign_that_parts_words(text: str, ends: list[int]) -> None:
    assert [at for at in range(len(text)) if may_end(text, at)] == ends


@pytest.mark.parametrize(
    ("text", "at_most", "cut"),
    [
        ("abcdef", 4, 4),
        ("कक्षि", 2, 1),
        ("कक्षि", 3, 1),
        ("कक्षि", 4, 1),
        ("ක්\u200dරමය", 3, 3),
        ("මක්\u200dරමය", 3, 1),
        ("มน้ำใจ", 3, 1),
        ("มกำ", 2, 1),
        ("มมๆ", 2, 1),
        ("มาเทศบาล", 6, 2),
        ("กเเก", 2, 1),
        ("กเเก", 3, 1),
        ("เก่า", 1, 1),
    ],
)
def test_a_long_word_is_parted_as_late_as_can_be_between_letters(
    text: str, at_most: int, cut: int
) -> None:
    assert last_cut(text, 0, at_most) == cut
