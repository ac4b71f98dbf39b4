"""Commands about backups: the list of them, and what the tool does about them by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from liaison.casework.backups import backups, backups_in_second_place
from liaison.cli.asking import answer, as_json, opened, passphrase_option, record
from liaison.vault.kept import KeptBackup

NONE_YET = "There are no backups of this record yet."


@click.command("backups")
@record
@as_json
@passphrase_option
def list_backups(record: str, as_json: bool, passphrase_file: str | None) -> None:
    """List the record's backups, the newest first, each read and checked.

    They lie in the folder "backups" of the record. One is kept at closing if anything was changed
    since the last, and before every import, every new key and every new version of the record:
    the 10 latest, one a week for 8 weeks and one a month for 12 months beside them. A script that
    writes often to a large record gets one an hour. What the second place of this laptop holds is
    listed, too. JSON: file, made_at, size, rows, verified, problem.
    """
    with opened(record, passphrase_file) as store:
        found = [*backups(store), *backups_in_second_place(store)]
    lines = [_line(each) for each in found] or [NONE_YET]
    answer([_plain(each) for each in found], lines, as_json=as_json)


def _plain(backup: KeptBackup) -> dict[str, Any]:
    return {
        "file": str(backup.file),
        "made_at": backup.made_at or None,
        "size": backup.size,
        "rows": backup.rows,
        "verified": backup.verified,
        "problem": backup.trouble,
    }


def _line(backup: KeptBackup) -> str:
    if backup.trouble:
        return f"{backup.file}: {backup.trouble}"
    made = datetime.fromisoformat(backup.made_at).astimezone()
    size = f"{backup.size / 1_000_000:.1f} MB, {sum(backup.rows.values())} rows"
    return f"{backup.file}: {made:%d/%m/%Y %H:%M}, {size}, verified."
