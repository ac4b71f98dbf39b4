"""Which children are one family: those of one home with an adult who belongs to both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liaison.exchange.file_people import FileAdult, FileChild, Tie
from liaison.exchange.known_record import KnownRecord, home_key, point_key
from liaison.store.ids import new_id

Sign = tuple[str, str]
"""A home, or a way of reaching somebody, together with the adult: who shares it is one family."""


def group_families(
    known: KnownRecord, children: Iterable[FileChild], adults: Iterable[FileAdult]
) -> list[list[FileChild]]:
    """Give every child a family; the result is the new families, in the file's order.

    Two children are one family if they share a home address and an adult who has responsibility or
    lives there; where neither has an address, that adult with the same phone or e-mail.
    Professionals never join, relatives only with both. A child in the record stays in her family,
    and no two families of the record are ever joined.
    """
    signs: dict[FileChild, list[Sign]] = {child: [] for child in children}
    for adult in adults:
        for tie in adult.ties:
            signs[tie.child] += _signs(adult.id, tie)
    families = {sign: child.family for child in signs if child.known for sign in signs[child]}
    for sign, family in _signs_in_record(known):
        families.setdefault(sign, family)
    made = []
    for members in _sharing({child: shown for child, shown in signs.items() if not child.known}):
        shown = [sign for child in members for sign in signs[child]]
        family = next((families[sign] for sign in shown if sign in families), "")
        if not family:
            family = new_id()
            made.append(members)
        for child in members:
            child.family = family
    return made


def _signs(adult: str, tie: Tie) -> Iterator[Sign]:
    if not tie.joins:
        return
    if tie.home:
        yield adult, f"home {tie.home}"
    elif tie.child.pupil.address is None:
        for key in tie.reach_keys:
            yield adult, f"reach {key}"


def _signs_in_record(known: KnownRecord) -> Iterator[tuple[Sign, str]]:
    for child in known.children:
        home = known.homes.get(child.id)
        for adult in known.adults_of.get(child.id, ()):
            if child.left_on or not known.joins(child.id, adult):
                continue
            if home is None:
                for point in known.points.get(adult, ()):
                    yield (adult, f"reach {point_key(point)}"), child.family
            elif key := home_key(home):
                yield (adult, f"home {key}"), child.family


def _sharing(signs: dict[FileChild, list[Sign]]) -> list[list[FileChild]]:
    """The children in groups, each group linked by signs that two of its members share."""
    group_of: dict[FileChild, list[FileChild]] = {}
    first_with: dict[Sign, FileChild] = {}
    for child, shown in signs.items():
        group_of[child] = [child]
        for sign in shown:
            other = group_of[first_with.setdefault(sign, child)]
            mine = group_of[child]
            if other is not mine:
                other += mine
                for each in mine:
                    group_of[each] = other
    return list({id(group): group for group in group_of.values()}.values())
