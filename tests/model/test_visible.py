"""What shows nothing is nothing: on a form it is refused as an empty field is."""

import pytest

from liaison.model.family import Family
from liaison.model.fields import problems
from liaison.model.visible import visible


@pytest.mark.parametrize(
    "text", ["", " ", "\xa0", "\u200b", "\u200d\u2060", "\ufeff\t", "\u00ad", "\u202e", "\x00\n"]
)
def test_signs_nobody_sees_are_no_text(text: str) -> None:
    assert not visible(text)
    assert problems(Family(name=text)) == {"name": "Family name is needed."}


@pytest.mark.parametrize("text", ["a", "\u200bKhan", "-", "☺", "كمال", "क्‍ष", "0"])
def test_a_sign_that_is_seen_is_text_whatever_stands_round_it(text: str) -> None:
    assert visible(text)
    assert problems(Family(name=text)) == {}
