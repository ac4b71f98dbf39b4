"""Commands that write down the daily work: contacts, barriers, worries, restrictions."""

from __future__ import annotations

from datetime import date

import click

from liaison.casework import barriers, restrictions, transitions
from liaison.casework.contacts import log_contact, part_of
from liaison.casework.families import whole_family
from liaison.casework.finding import find_child, find_family, find_person
from liaison.casework.follow_ups import kind_of
from liaison.cli.asking import (
    answer,
    as_json,
    day,
    opened,
    passphrase_option,
    record,
    time_now,
    today,
    warn,
)
from liaison.dates import read_clock
from liaison.errors import NotReady
from liaison.model.barrier import Barrier
from liaison.model.contact import About, Contact, Direction
from liaison.model.follow_up import FollowUp
from liaison.model.restriction import Force, Restriction, What
from liaison.model.transition import TransitionConcern
from liaison.model.vocabulary import member


@click.command("log")
@record
@click.argument("family")
@click.option("--channel", required=True, metavar="C", help="phone, text, email, letter, gate …")
@click.option("--outcome", required=True, metavar="O", help="spoke, no answer, message left …")
@click.option("--direction", default="we", metavar="D", help="we, they, both or third.")
@click.option("--facts", default="", metavar="T", help="What was seen or said.")
@click.option("--words", default="", metavar="T", help="Their own words.")
@click.option("--view", default="", metavar="T", help="Your professional view.")
@click.option("--about", metavar="A", help="praise, neutral or concern.")
@click.option("--with", "with_", multiple=True, metavar="PERSON", help="Who it was with.")
@click.option("--on", "on", metavar="DATE", help="The day; today without it.")
@click.option("--at", "at", metavar="HH:MM", help="The time of day.")
@click.option("--follow-up", "follow_up", metavar="T", help="What is to be done next.")
@click.option("--due", metavar="DATE", help="By when.")
@as_json
@passphrase_option
def log(
    record: str,
    family: str,
    channel: str,
    outcome: str,
    direction: str,
    facts: str,
    words: str,
    view: str,
    about: str | None,
    with_: tuple[str, ...],
    on: str | None,
    at: str | None,
    follow_up: str | None,
    due: str | None,
    as_json: bool,
    passphrase_file: str | None,
) -> None:
    """Log a contact with a family, and the follow-up it leads to."""
    with opened(record, passphrase_file) as store:
        root = find_family(store, family)
        members = whole_family(store, root.id).people
        code = store.code_for("outcome", outcome)
        people = dict.fromkeys(find_person(store, name, among=members).id for name in with_)
        contact = Contact(
            family=root.id,
            held_on=day(on) or today(),
            held_at=read_clock(at) if at else "" if on else time_now(),
            channel=store.code_for("channel", channel),
            direction=member(Direction, direction, name="of the directions"),
            outcome=code,
            about=member(About, about, name="of the kinds") if about else None,
            facts=facts,
            words=words,
            view=view,
        )
        logged = log_contact(
            store,
            contact,
            people=[(each, part_of(store, code)) for each in people],
            follow_up=_promised(follow_up, day(due, ahead=True)),
            today=today(),
        )
    warn(logged.warnings)
    promise = logged.follow_up.id if logged.follow_up else None
    values = {"contact": logged.contact.id, "follow_up": promise}
    answer(values, f"Logged for {root.name}: {logged.contact.id}", as_json=as_json)


def _promised(action: str | None, due: date | None) -> FollowUp | None:
    if action is None and due is not None:
        raise NotReady({"follow_up": "A due date needs a follow-up: say what is to be done."})
    if action is None:
        return None
    if due is None:
        raise NotReady({"due": "Give a date for --due: by when is it to be done?"})
    return FollowUp(action=action, due=due, kind=kind_of(action))


@click.command("barrier")
@record
@click.argument("family")
@click.option("--kind", required=True, metavar="K", help="What gets in the way.")
@click.option("--words", required=True, metavar="T", help="Their own words.")
@as_json
@passphrase_option
def barrier(
    record: str, family: str, kind: str, words: str, as_json: bool, passphrase_file: str | None
) -> None:
    """Record what gets in the way between a home and the school."""
    with opened(record, passphrase_file) as store:
        root = find_family(store, family)
        code = store.code_for("barrier", kind)
        kept = barriers.add_barrier(
            store, Barrier(family=root.id, kind=code, words=words), today=today()
        )
    answer({"barrier": kept.id}, f"Recorded for {root.name}: {kept.id}", as_json=as_json)


@click.command("concern")
@record
@click.argument("child")
@click.option("--move", required=True, metavar="M", help="The move, such as Year 6 to 7.")
@click.option("--domain", required=True, metavar="D", help="What the worry is about.")
@click.option("--words", required=True, metavar="T", help="Their own words.")
@click.option("--level", required=True, metavar="L", help="universal, targeted or enhanced.")
@as_json
@passphrase_option
def concern(
    record: str,
    child: str,
    move: str,
    domain: str,
    words: str,
    level: str,
    as_json: bool,
    passphrase_file: str | None,
) -> None:
    """Record a worry about a child's move."""
    with opened(record, passphrase_file) as store:
        about = find_child(store, child)
        raised = TransitionConcern(
            family=about.family,
            child=about.id,
            move=store.code_for("move", move),
            domain=store.code_for("domain", domain),
            level=store.code_for("level", level),
            words=words,
        )
        kept = transitions.add_concern(store, raised, today=today())
    answer({"concern": kept.id}, f"Recorded for {about.called}: {kept.id}", as_json=as_json)


@click.command("restrict")
@record
@click.argument("person")
@click.option("--what", required=True, metavar="W", help="contact, collect, letters, address …")
@click.option("--force", required=True, metavar="F", help="court, school or wish.")
@click.option("--child", "children", multiple=True, metavar="CHILD", help="Once for each child.")
@click.option("--seen", is_flag=True, help="Somebody of the school has read the order.")
@click.option("--from", "starts", metavar="DATE", help="The first day.")
@click.option("--until", "ends", metavar="DATE", help="The last day.")
@as_json
@passphrase_option
def restrict(
    record: str,
    person: str,
    what: str,
    force: str,
    children: tuple[str, ...],
    seen: bool,
    starts: str | None,
    ends: str | None,
    as_json: bool,
    passphrase_file: str | None,
) -> None:
    """Record a restriction on an adult, in every family it concerns."""
    with opened(record, passphrase_file) as store:
        adult = find_person(store, person)
        restriction = Restriction(
            adult=adult.id,
            children=tuple(find_child(store, each).id for each in children),
            what=member(What, what, name="of the things a restriction is about"),
            force=member(Force, force, name="of the kinds of authority"),
            seen_on=today() if seen else None,
            read_by=store.settings.officer if seen else "",
            recorded_on=today(),
            starts_on=day(starts),
            ends_on=day(ends, ahead=True),
        )
        kept, warnings = restrictions.restrict(store, restriction, today=today())
    warn(warnings)
    ids = [each.id for each in kept]
    answer({"restrictions": ids}, f"Recorded for {adult.full}.", as_json=as_json)
