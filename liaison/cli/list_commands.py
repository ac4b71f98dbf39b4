"""Commands that answer: the families, what is owed, and where words stand."""

from __future__ import annotations

import click

from liaison.casework.families import FamilyLine, family_list
from liaison.casework.follow_ups import Due, open_follow_ups
from liaison.cli.asking import answer, as_json, day, opened, passphrase_option, record, today
from liaison.dates import long_date, short_date
from liaison.store.store import Store


@click.command("families")
@record
@click.option("--find", default="", metavar="TEXT", help="By name, child, adult or phone.")
@as_json
@passphrase_option
def families(record: str, find: str, as_json: bool, passphrase_file: str | None) -> None:
    """List the families."""
    with opened(record, passphrase_file) as store:
        lines = family_list(store, today(), find)
        shown = [_line_words(store, line) for line in lines]
    answer([_line_values(line) for line in lines], shown, as_json=as_json)


def _line_values(line: FamilyLine) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name,
        "children": [
            {"id": each.id, "name": each.name, "year": each.year} for each in line.children
        ],
        "adults": [
            {
                "id": each.id,
                "name": each.name,
                "relationship": each.relationship,
                "responsibility": each.responsibility.value,
            }
            for each in line.adults
        ],
        "restricted": line.restricted,
    }


def _line_words(store: Store, line: FamilyLine) -> str:
    children = ", ".join(f"{each.name} {each.year}".strip() for each in line.children)
    adults = ", ".join(
        f"{each.name} ({store.label('relationship', each.relationship)})"
        if each.relationship
        else each.name
        for each in line.adults
    )
    mark = "  [restriction]" if line.restricted else ""
    return f"{line.id}  {line.name}: {children}; {adults}{mark}"


@click.command("follow-ups")
@record
@click.option("--overdue", is_flag=True, help="Only what is late.")
@click.option("--on", "on", metavar="DATE", help="As on this day; today without it.")
@as_json
@passphrase_option
def follow_ups(
    record: str, overdue: bool, on: str | None, as_json: bool, passphrase_file: str | None
) -> None:
    """List what is still owed, the longest overdue first."""
    at = day(on) or today()
    with opened(record, passphrase_file) as store:
        due = open_follow_ups(store, at, overdue_only=overdue)
    values = [
        {
            "id": each.follow_up.id,
            "family": each.follow_up.family,
            "action": each.follow_up.action,
            "due": each.follow_up.due.isoformat() if each.follow_up.due else None,
            "owner": each.follow_up.owner,
            "overdue": each.overdue,
        }
        for each in due
    ]
    words = [_due_words(each) for each in due] or [f"Nothing is owed on {long_date(at)}."]
    answer(values, words, as_json=as_json)


def _due_words(due: Due) -> str:
    when = short_date(due.follow_up.due) if due.follow_up.due else ""
    late = f" ({due.late_days} days late)" if due.overdue else ""
    return f"{when}{late}  {due.family_name}: {due.follow_up.action}  {due.follow_up.owner}"


@click.command("search")
@record
@click.argument("text")
@as_json
@passphrase_option
def search(record: str, text: str, as_json: bool, passphrase_file: str | None) -> None:
    """Find words in contacts, promises, barriers, worries and names."""
    with opened(record, passphrase_file) as store:
        found = store.search(text, limit=100)
    values = [
        {"kind": each.kind, "id": each.id, "family": each.family, "snippet": each.snippet}
        for each in found
    ]
    words = [f"{each.kind}  {each.id}  {each.snippet}" for each in found]
    answer(values, words or ["Nothing found."], as_json=as_json)
