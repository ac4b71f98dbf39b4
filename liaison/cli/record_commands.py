"""Commands about the record as a whole: made, copied, restored, checked, one save taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from liaison.casework.practising import PRACTICE
from liaison.cli.asking import (
    answer,
    as_json,
    day,
    opened,
    passphrase_option,
    place,
    record,
    secret_from,
    slowed,
    today,
    warn,
    whole,
)
from liaison.errors import Damaged, LiaisonError, UnknownValue
from liaison.model.fields import SETTINGS_STREAM
from liaison.model.settings import Settings
from liaison.store.record import backup_record, create_record, restore_record, verify_record
from liaison.store.store import Store
from liaison.vault import recovery

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
"""A practice record is for a day between these."""


@click.command("create")
@record
@click.option("--school", required=True, metavar="NAME", help="The school's name.")
@click.option("--officer", default="", metavar="NAME", help="The officer's name.")
@passphrase_option
def create(record: str, school: str, officer: str, passphrase_file: str | None) -> None:
    """Make an encrypted record. Prints the recovery code, once."""
    code = recovery.new_code()
    create_record(
        Path(record),
        secret_from(passphrase_file),
        recovery_code=code,
        settings=Settings(family=SETTINGS_STREAM, school=school, officer=officer),
    )
    click.echo(code)


@click.command("practice")
@record
@click.option("--families", required=True, metavar="N", help="How many families, 1 to 50000.")
@click.option("--years", required=True, metavar="Y", help="How many years of contacts, 0 to 15.")
@click.option("--seed", required=True, metavar="S", help="The same number, the same school.")
@click.option("--on", "on", metavar="DATE", help="The day the record is for; today without it.")
@passphrase_option
def practice(
    record: str, families: str, years: str, seed: str, on: str | None, passphrase_file: str | None
) -> None:
    """Make a record of an invented school, to practise on."""
    from liaison.exchange.practice import fill_practice  # noqa: PLC0415

    count = whole(families, "--families", least=1, most=50_000)
    span = whole(years, "--years", least=0, most=15)
    start = whole(seed, "--seed", least=0, most=2**63 - 1)
    at = _practice_day(on)

    def fill(store: Store) -> None:
        fill_practice(store, families=count, years=span, seed=start, on=at)

    create_record(
        Path(record),
        secret_from(passphrase_file),
        recovery_code=recovery.new_code(),
        settings=PRACTICE,
        fill=fill,
    )
    click.echo(f"A practice record with {count} invented families.")


def _practice_day(on: str | None) -> date:
    at = day(on) or today()
    if not EARLIEST <= at <= LATEST:
        sentence = f"--on takes a day from {EARLIEST.year} to {LATEST.year}, not {at.year}."
        raise UnknownValue(sentence)
    return at


@click.command("backup")
@record
@click.option("--to", "to", required=True, metavar="DIR", help="The folder the copy goes into.")
@passphrase_option
def backup(record: str, to: str, passphrase_file: str | None) -> None:
    """Write one verified copy of the record. Prints its path."""
    folder = place(to, "--to")
    with opened(record, passphrase_file) as store:
        click.echo(str(backup_record(store, folder)))


@click.command("restore")
@click.argument("backup", metavar="BACKUP")
@click.option("--to", "to", required=True, metavar="R2.liaison", help="The new record.")
@passphrase_option
def restore(backup: str, to: str, passphrase_file: str | None) -> None:
    """Make a new record from a copy, verified. Nothing is written over."""
    restore_record(Path(backup), place(to, "--to"), passphrase=secret_from(passphrase_file))
    click.echo(to)


@click.command("undo")
@record
@as_json
@passphrase_option
def undo(record: str, as_json: bool, passphrase_file: str | None) -> None:
    """Take back the newest save not yet taken back."""
    with opened(record, passphrase_file) as store:
        undone = store.undo()
    values = {"batch": undone.batch, "changes": undone.changes}
    answer(values, f"Taken back, in {undone.changes} families or lists.", as_json=as_json)


@click.command("verify")
@record
@click.option("--full", is_flag=True, help="Also the indexes, and every table against the log.")
@passphrase_option
def verify(record: str, full: bool, passphrase_file: str | None) -> int:
    """Check the record: 0 sound, 1 damaged, 2 it could not be opened at all."""
    try:
        secret = secret_from(passphrase_file)
        with slowed(Path(record)):
            found = verify_record(Path(record), passphrase=secret, full=full)
    except Damaged as damage:
        found = [str(damage)]
    except LiaisonError as refused:
        warn([str(refused)])
        return 2
    except OSError as unreachable:
        warn([f"There is no record that can be read there: {unreachable.strerror}."])
        return 2
    warn(found)
    if not found:
        click.echo("The record is sound.")
    return 1 if found else 0
