"""Commands about the keys: a passphrase changed, and one set anew with the recovery code."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from liaison.casework import key_holders
from liaison.casework.key_holders import OLD_BACKUPS, Held
from liaison.cli.asking import (
    opened,
    passphrase_option,
    record,
    secret_from,
    slowed,
    today,
    warn,
)
from liaison.errors import NotReady
from liaison.store.record import open_record
from liaison.store.store import Store
from liaison.vault import passphrases
from liaison.vault.slots import PASSPHRASE

new_passphrase = click.option(
    "--new-passphrase-file",
    "new_file",
    metavar="FILE",
    help="The file the new passphrase stands in; - is standard input.",
)


@click.command("passphrase")
@record
@new_passphrase
@passphrase_option
def passphrase(record: str, new_file: str | None, passphrase_file: str | None) -> None:
    """Change the passphrase the record is opened with. The other ways in stay."""
    _refuse_one_input_for_two(new_file, passphrase_file)
    with opened(record, passphrase_file) as store:
        slot = key_holders.derive(store, _new(new_file), instead_of=store.door.actor)
        key_holders.change(store, slot)
    click.echo(f"The passphrase is changed. {OLD_BACKUPS}")


@click.command("recover")
@record
@click.option(
    "--recovery-file",
    "recovery_file",
    metavar="FILE",
    help="The file the recovery code stands in; - is standard input.",
)
@new_passphrase
def recover(record: str, recovery_file: str | None, new_file: str | None) -> None:
    """Open the record with its recovery code and set a new passphrase.

    The only passphrase is replaced. Of several nobody knows which one is lost: they all stay, and
    the new one is added.
    """
    _refuse_one_input_for_two(new_file, recovery_file)
    code = secret_from(recovery_file, option="--recovery-file", asks="Recovery code")
    fresh = _new(new_file)
    folder = Path(record)
    with slowed(folder), closing(open_record(folder, recovery_code=code)) as store:
        warn(dict.fromkeys(filter(None, [*store.warnings, store.trouble])))
        said = _set_anew(store, fresh)
    click.echo(f"{said} {OLD_BACKUPS}")


def _set_anew(store: Store, fresh: str) -> str:
    held = [each for each in key_holders.key_holders(store) if each.kind == PASSPHRASE]
    if len(held) == 1:
        slot = key_holders.derive(store, fresh, instead_of=held[0].slot)
        key_holders.change(store, slot)
        return "The new passphrase opens the record; the old one does not any more."
    slot = key_holders.derive(store, fresh)
    key_holders.add(store, "Set with the recovery code", slot, today=today())
    return (
        f"The new passphrase opens the record. So do the {len(held)} there were, {_names(held)}: "
        "remove the one that was lost in Settings."
    )


def _names(held: list[Held]) -> str:
    return ", ".join(each.name or key_holders.UNNAMED for each in held)


def _new(file: str | None) -> str:
    """The new passphrase, refused before anything is opened when it will not do."""
    text = secret_from(file, option="--new-passphrase-file", asks="New passphrase")
    passphrases.check(text)
    return text


def _refuse_one_input_for_two(*given: str | None) -> None:
    if given.count("-") > 1:
        raise NotReady({"file": "Standard input holds one secret: put the other into a file."})
