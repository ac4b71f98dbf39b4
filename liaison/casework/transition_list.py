"""Every worry about a move on one list: who moves, what about, how much support, its state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date

from liaison.dates import year_now, year_words
from liaison.model.person import Person, PersonKind
from liaison.model.transition import ConcernState, TransitionConcern
from liaison.store.store import Store


@dataclass(frozen=True)
class TransitionLine:
    """One row. ``domain`` is empty where it is sensitive: then it stands in the family only."""

    id: str
    family: str
    child: str
    year: str
    move: str
    domain: str
    level: str
    state: ConcernState
    owner: str = ""
    to_school: str = ""
    next_on: date | None = None
    restricted: bool = False


@dataclass(frozen=True)
class TransitionFilter:
    """Which worries are wanted; an empty value takes all."""

    move: str = ""
    level: str = ""
    state: str = ""
    year: str = ""

    def fits(self, line: TransitionLine) -> bool:
        pairs = (
            (self.move, line.move),
            (self.level, line.level),
            (self.state, line.state.value),
            (self.year, line.year),
        )
        return all(wanted in ("", there) for wanted, there in pairs)

    def written(self) -> tuple[str, ...]:
        """As a saved view keeps it."""
        pairs = ((each.name, getattr(self, each.name)) for each in fields(self))
        return tuple(f"{name}={value}" for name, value in pairs if value)

    @classmethod
    def read(cls, written: Iterable[str]) -> TransitionFilter:
        """From a saved view; what a newer version wrote besides is passed over."""
        pairs = dict(each.split("=", 1) for each in written if "=" in each)
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in pairs.items() if name in known})


LINES = """
SELECT t.id, t.family, t.move, t.domain, t.level, t.state, t.owner, t.to_school, t.next_on,
    p.forename, p.surname, p.known_as, p.known_as_surname, p.year_group, p.year_group_in,
    p.next_school, EXISTS (SELECT 1 FROM restriction r WHERE r.family = t.family
        AND r.deleted = 0 AND (r.starts_on IS NULL OR r.starts_on <= :today))
FROM transition_concern t
JOIN person p ON p.id = t.child AND p.deleted = 0
JOIN family f ON f.id = t.family AND f.deleted = 0
WHERE t.deleted = 0 AND f.colleague = 0 AND (f.left_on IS NULL OR f.left_on > :today)
    AND (p.left_on IS NULL OR p.left_on > :today)
"""


def transition_list(store: Store, today: date) -> list[TransitionLine]:
    """Every worry but those of leavers and of colleagues' own families, by child."""
    sensitive = {each.code for each in store.choices("domain") if "sensitive" in each.flags}
    lines = []
    for row in store.query(LINES, today=today.isoformat()):
        id, family, move, domain, level, state, owner, to_school, next_on, *rest = row
        forename, surname, known_as, known_surname, group, group_in, next_school, hand = rest
        child = Person(
            kind=PersonKind.CHILD,
            forename=forename or "",
            surname=surname,
            known_as=known_as or "",
            known_as_surname=known_surname or "",
        )
        lines.append(
            TransitionLine(
                id=id,
                family=family,
                child=child.called,
                year=year_words(year_now(group or "", group_in, today)),
                move=move,
                domain="" if domain in sensitive else domain,
                level=level,
                state=ConcernState(state),
                owner=owner or "",
                to_school=to_school or next_school or "",
                next_on=date.fromisoformat(next_on) if next_on else None,
                restricted=bool(hand),
            )
        )
    return sorted(lines, key=lambda line: (line.child.casefold(), line.id))


def change_concern(
    store: Store, id: str, *, state: ConcernState | None = None, level: str = ""
) -> TransitionConcern:
    """Another state, another level of support, or both."""
    concern = store.get(TransitionConcern, id)
    changed = replace(concern, state=state or concern.state, level=level or concern.level)
    with store.saving() as saving:
        return saving.change(changed)
