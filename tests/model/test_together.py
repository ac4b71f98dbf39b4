"""Whether one letter may go to two adults."""

from __future__ import annotations

from dataclasses import replace

from liaison.model.copies.together import not_together
from liaison.model.family import LivesThere
from liaison.model.person import PersonKind
from tests.sheets.records import ALI, DAD, MUM, TODAY, ZARA, address, khans, lives, of

HOME = tuple(lives(each, LivesThere.YES) for each in ("mum", "dad", "zara", "ali"))


def test_two_who_live_together_share_a_letter_until_one_moves_out() -> None:
    assert not_together(khans(memberships=HOME), MUM, DAD, TODAY) == ""
    moved = (HOME[0], replace(HOME[1], until=TODAY), *HOME[2:])
    assert "not known to live together" in not_together(khans(memberships=moved), MUM, DAD, TODAY)
    assert "two different adults" in not_together(khans(memberships=HOME), MUM, MUM, TODAY)


def test_where_anybodys_address_is_confidential_everybody_has_a_letter_of_her_own() -> None:
    gran = of("gran", "gran", PersonKind.ADULT, name_title="Mrs", forename="Salma", surname="Khan",
              known_as="", known_as_surname="", letter_name="")  # fmt: skip
    for confidential in (False, True):
        record = khans(
            people=(MUM, DAD, gran, ZARA, ALI),
            memberships=(*HOME, lives("gran", LivesThere.NO)),
            addresses=(address("mum"), address("gran", confidential=confidential)),
        )
        said = not_together(record, MUM, DAD, TODAY)
        assert ("confidential" in said) is confidential
