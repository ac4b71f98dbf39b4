"""What is still open, by who does it: what, for which family, by when."""

from __future__ import annotations

from liaison.casework.day_papers import Outstanding, outstanding_for_paper
from liaison.casework.follow_ups import Due
from liaison.casework.for_paper import Needs
from liaison.dates import day_in_list, long_date
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.sheets.body import Body, Section, Table
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet

NOBODY = "Nobody named yet"
FAMILIES, OTHERS = "What families said they would do", "What others said they would do"
COLUMNS = ("What", "Family", "By when", "Late")
SHARES = (2.6, 1.95, 1.45, 1.0)


def outstanding(matter: Outstanding, house: House) -> Body:
    """Ours first, owner by owner; a family's promise is never called late."""
    late = sum(_late(each) > 0 for each in matter.due)
    counted = "1 thing is open" if len(matter.due) == 1 else f"{len(matter.due)} things are open"
    ours = f"{late} of ours late" if late else "none of ours is late"
    return Body(
        title="Outstanding follow-ups",
        under=(
            sentences([house.school, long_date(matter.on), "For staff"]),
            sentences([f"{counted}, {ours}"]),
        ),
        sections=tuple(_section(owner, due, matter) for owner, due in _by_owner(matter)),
    )


def _by_owner(matter: Outstanding) -> list[tuple[str, list[Due]]]:
    found: dict[str, list[Due]] = {}
    for each in matter.due:
        found.setdefault(_owner(each), []).append(each)
    last = (NOBODY, FAMILIES, OTHERS)
    return sorted(
        found.items(), key=lambda pair: (last.index(pair[0]) if pair[0] in last else -1, pair[0])
    )


def _owner(due: Due) -> str:
    match due.follow_up.side:
        case Side.FAMILY:
            return FAMILIES
        case Side.AGENCY:
            return OTHERS
        case _:
            return due.follow_up.owner or NOBODY


def _section(owner: str, due: list[Due], matter: Outstanding) -> Section:
    rows = tuple(
        (
            each.follow_up.action,
            each.family_name,
            day_in_list(each.follow_up.due, matter.on) if each.follow_up.due else "",
            _days(_late(each)),
        )
        for each in due
    )
    late = any(row[3] for row in rows)
    width = len(COLUMNS) if late else len(COLUMNS) - 1
    table = Table(
        columns=COLUMNS[:width],
        rows=tuple(row[:width] for row in rows),
        widths=SHARES[:width],
    )
    return Section(heading=owner, table=table)


def _late(due: Due) -> int:
    return due.late_days if due.follow_up.side is Side.SCHOOL else 0


def _days(late: int) -> str:
    return "" if not late else "1 day" if late == 1 else f"{late} days"


OUTSTANDING = Sheet(
    code="outstanding",
    title="Outstanding follow-ups",
    audiences=(Audience.STAFF,),
    needs=Needs.DAY,
    decide=outstanding_for_paper,
    body=outstanding,
)
