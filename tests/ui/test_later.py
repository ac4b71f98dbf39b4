"""Rows that are made when they are looked at."""

from pytestqt.qtbot import QtBot

from ui.delegates.families import FamilyRow, FamilyTable
from ui.later import Later


def test_a_long_list_makes_only_the_rows_that_are_seen(qtbot: QtBot) -> None:
    made: list[int] = []

    def make(place: int) -> FamilyRow:
        made.append(place)
        return FamilyRow(id=str(place), name=f"Family {place}")

    table = FamilyTable("Families")
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show_rows(Later([str(place) for place in range(20_000)], make))
    table.choose("19000")
    table.show()
    qtbot.waitExposed(table)
    table.grab()
    assert table.current_id() == "19000"
    assert 19_000 in made
    assert len(made) < 100


def test_a_row_is_made_once_and_changed_rows_follow_it() -> None:
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return f"row {place}"

    rows = Later(["a", "b", "c"], make)
    louder = rows.changed(str.upper)
    assert rows[1] == rows[-2] == "row 1"
    assert louder[1] == "ROW 1"
    assert made == [1]
    assert rows[0:2] == ["row 0", "row 1"]
    assert louder.ids == ("a", "b", "c")
    assert len(louder) == 3
