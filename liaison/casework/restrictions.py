"""Restrictions: recording them for every family they concern, and asking what they allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison.casework.families import order_kinds
from liaison.dates import school_day_after
from liaison.errors import NotFound, NotReady
from liaison.model.family import Membership
from liaison.model.follow_up import STILL_OPEN, FollowUp
from liaison.model.person import Person, PersonKind
from liaison.model.restriction import Force, Restriction, What
from liaison.model.ruling import DAYS_UNSEEN, Answer, Ruling, may_collect, ruling
from liaison.store.store import Store

CHASE = "Ask for a copy of the court order"


def restrict(
    store: Store, restriction: Restriction, *, today: date, also: Sequence[What] = ()
) -> tuple[list[Restriction], tuple[str, ...]]:
    """One row for each family concerned and each thing, and what the officer should know.

    ``also``: what else the same order or decision is about. No child named: all children of every
    family the adult is a member of. A court order nobody has seen also makes one follow-up to
    ask for it, within five school days, unless somebody is asking for it already.
    """
    concerned = _concerned(store, restriction)
    unseen = _is_unseen(restriction)
    chaser = restriction.chaser or store.settings.officer
    chase = unseen and not is_chased(store, restriction)
    with store.saving() as saving:
        kept = [
            saving.add(
                replace(
                    restriction,
                    id="",
                    what=what,
                    family=family,
                    children=children,
                    chaser=chaser if unseen else restriction.chaser,
                )
            )
            for what in dict.fromkeys((restriction.what, *also))
            for family, children in concerned
        ]
        if chase:
            saving.add(_chase(kept[0], chaser, today))
    return kept, tuple(_warnings(restriction, today, chase=chase))


def is_chased(store: Store, restriction: Restriction) -> bool:
    """Whether a follow-up still asks for a copy of this order, recorded before for another thing.

    It is the same order when the adult, the kind and the words are the same.
    """
    asked = store.find(
        FollowUp, "person = :adult AND action = :chase", adult=restriction.adult, chase=CHASE
    )
    orders = [
        store.first(Restriction, "id = :id", id=each.source)
        for each in asked
        if each.state in STILL_OPEN
    ]
    same = (restriction.order_kind, restriction.words)
    return any(each and (each.order_kind, each.words) == same for each in orders)


def _is_unseen(restriction: Restriction) -> bool:
    return restriction.force is Force.COURT and restriction.seen_on is None


def _concerned(store: Store, restriction: Restriction) -> list[tuple[str, tuple[str, ...]]]:
    _refuse_muddle(store, restriction)
    families = [each.family for each in _memberships(store, restriction.adult)]
    if not families:
        raise NotFound("This person is not a member of any family in the record.")
    if not restriction.children:
        return [(family, ()) for family in families]
    found: dict[str, list[str]] = {}
    for child in dict.fromkeys(restriction.children):
        homes = [each.family for each in _memberships(store, child)]
        shared = [family for family in homes if family in families]
        if not shared:
            name = store.get(Person, child).called
            raise NotFound(f"{name} is not in a family with this adult.")
        for family in shared:
            found.setdefault(family, []).append(child)
    return [(family, tuple(children)) for family, children in found.items()]


def _refuse_muddle(store: Store, restriction: Restriction) -> None:
    person = store.find(Person, "id = :id", id=restriction.adult)
    if person and person[0].kind is PersonKind.CHILD:
        name = person[0].called
        raise NotReady({"adult": f"A restriction is on an adult, and {name} is a child."})
    starts, ends = restriction.starts_on, restriction.ends_on
    if starts and ends and ends < starts:
        raise NotReady({"ends_on": "The last day is before the first."})


def _memberships(store: Store, person: str) -> list[Membership]:
    return store.find(Membership, "person = :person", person=person)


def _chase(restriction: Restriction, owner: str, today: date) -> FollowUp:
    return FollowUp(
        family=restriction.family,
        action=CHASE,
        person=restriction.adult,
        owner=owner,
        raised_by=owner,
        due=school_day_after(today, DAYS_UNSEEN),
        source=restriction.id,
    )


def _warnings(restriction: Restriction, today: date, *, chase: bool) -> list[str]:
    found = []
    if restriction.force is Force.WISH:
        found.append("A wish has no legal force: it warns and stops nothing.")
    if _is_unseen(restriction):
        added = "A follow-up to ask for a copy was added." if chase else "It is being asked for."
        found.append(
            "Nobody has read the order yet: letters and information are held for five school "
            f"days, then it counts as a wish. {added}"
        )
    if restriction.ends_on and restriction.ends_on < today:
        found.append("It ended before today: it only asks to be checked.")
    return found


def ruling_for(
    store: Store, family: str, adult: str, *, what: What, child: str | None, on: date
) -> Ruling:
    """Whether this may be done for or to this adult on this day, with its sentence."""
    found = store.find(Restriction, "adult = :adult", adult=adult)
    own = [each for each in found if each.family == family] or found
    return ruling(own, what=what, adult=adult, child=child, on=on, names=_names(store, own, adult))


def collecting(store: Store, adult: str, *, child: str | None, on: date) -> Ruling:
    """Reception's answer: never "may collect"."""
    found = store.find(Restriction, "adult = :adult", adult=adult)
    return may_collect(
        found,
        adult=adult,
        child=child,
        on=on,
        names=_names(store, found, adult),
        office_list_checked_on=store.settings.office_list_checked_on,
    )


def warnings_for(store: Store, family: str, adult: str, *, what: What, on: date) -> list[str]:
    """The sentence of a restriction that warns or blocks; nothing when none does."""
    found = ruling_for(store, family, adult, what=what, child=None, on=on)
    return [] if found.answer is Answer.ALLOW else [found.sentence]


def _names(store: Store, restrictions: Sequence[Restriction], adult: str) -> dict[str, str]:
    ids = {adult, *(child for each in restrictions for child in each.children)}
    people = [store.get(Person, id) for id in ids]
    names = {each.id: each.addressed if each.id == adult else each.short for each in people}
    return names | dict(order_kinds(store, restrictions))
