"""Who must not interpret is seen in the words, whoever types them."""

import pytest

from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.interpreting import ASK, interpreter_warning
from liaison.model.person import Person, PersonKind

AMINA = Person(id="amina", forename="Amina", surname="Khan")
ZARA = Person(id="zara", kind=PersonKind.CHILD, forename="Zara", surname="Khan")
TARIQ = Person(id="tariq", name_title="Mr", forename="Tariq", surname="O’Hara")
NURSE = Person(id="nurse", kind=PersonKind.PROFESSIONAL, forename="Dee", surname="Hall")
RECORD = FamilyRecord(family=Family(name="Khan"), people=(AMINA, ZARA, TARIQ, NURSE))


@pytest.mark.parametrize(
    "typed",
    [
        "Zara",
        "her daughter, at the gate",
        "Older SISTER",
        "the boy’s dad",
        "a neighbour",
        "Mr O’Hara",
    ],
)
def test_a_child_or_relative_is_warned_about(typed: str) -> None:
    assert interpreter_warning(typed, RECORD, "amina") == ASK


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "telephone",
        "Urdu, a woman",
        "Dee Hall",
        "BSL interpreter, booked",
        "Amina asks",
        "Mr Harada",
    ],
)
def test_anybody_else_is_not(typed: str) -> None:
    assert interpreter_warning(typed, RECORD, "amina") == ""
