"""Commands about files in and out: a school's own file, and the printed sheet."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from liaison.casework.backups import keep_copy
from liaison.casework.copies import Wish, copy_of_family, note_copy
from liaison.casework.families import whole_family
from liaison.casework.finding import find_family, find_person
from liaison.cli.asking import (
    answer,
    as_json,
    now,
    opened,
    passphrase_option,
    place,
    record,
    today,
    warn,
)
from liaison.cli.paper_options import audience_of, pdf_password, points_of, refuse_unnoted, tell_of
from liaison.errors import Damaged, NotKept
from liaison.model.fields import Audience
from liaison.store.store import Store

ON_PAPER = (Audience.STAFF, Audience.FAMILY, Audience.HANDOVER)
PRACTICE_ONLY = (
    "Practice only: until the data protection officer has agreed and a second key holder is named, "
    "this record is for invented families."
)


@click.command("import")
@record
@click.argument("file", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@as_json
@passphrase_option
def import_file(
    record: str, file: str, dry_run: bool, as_json: bool, passphrase_file: str | None
) -> None:
    """Bring in a Common Transfer File. All of it or nothing; it can be taken back.

    A backup is kept first, in the record's folder "backups": without it nothing is imported.
    """
    from liaison.exchange.ctf import read_ctf  # noqa: PLC0415 - not needed by other commands
    from liaison.exchange.ctf_import import commit_import, plan_import  # noqa: PLC0415

    with opened(record, passphrase_file) as store:
        if store.settings.practice_only:
            warn([PRACTICE_ONLY])
        plan = plan_import(store, read_ctf(Path(file)), today=today())
        if not dry_run and not plan.empty:
            _keep_copy(store)
            commit_import(store, plan)
    counts = plan.counts
    values = {**asdict(counts), "warnings": list(plan.warnings)}
    warn(plan.warnings)
    done = "Would add" if dry_run else "Added"
    words = (
        f"{done} {counts.families} families, {counts.children} children, {counts.adults} adults; "
        f"{counts.changed} changed, {counts.skipped} skipped."
    )
    answer(values, words, as_json=as_json)


@click.command("sheet")
@record
@click.argument("family")
@click.option("--out", "out", required=True, metavar="FILE.pdf", help="Where the PDF goes.")
@click.option("--audience", default="staff", metavar="A", help="staff, family or handover.")
@click.option("--for", "reader", metavar="PERSON", help="Who reads a family copy.")
@click.option("--size", default="12", metavar="PT", help="12, 14, 18 or 24.")
@click.option("--pdf-password-file", metavar="FILE", help="Encrypt the PDF with this password.")
@passphrase_option
def sheet(
    record: str,
    family: str,
    out: str,
    audience: str,
    reader: str | None,
    size: str,
    pdf_password_file: str | None,
    passphrase_file: str | None,
) -> None:
    """Write the family's summary sheet as a PDF."""
    from liaison.sheets.family_summary import family_summary  # noqa: PLC0415 - not needed by others
    from liaison.sheets.pdf_file import save_pdf  # noqa: PLC0415 - not needed by others

    points, file = points_of(size), place(out, "--out")
    password = pdf_password(pdf_password_file)
    with opened(record, passphrase_file) as store:
        refuse_unnoted(store, "sheet")
        root = find_family(store, family)
        members = whole_family(store, root.id).people
        wish = Wish(
            audience=audience_of(audience, ON_PAPER),
            reader="" if reader is None else find_person(store, reader, among=members).id,
            size=points,
        )
        made = family_summary(
            copy_of_family(store, root.id, wish, today=today()),
            wish,
            settings=store.settings,
            label=store.label,
            printed_at=now(),
        )
        save_pdf(made.pdf, file, password=password)
        note_copy(store, made.made, way="saved", at=now())
    tell_of(made)
    click.echo(out)


def _keep_copy(store: Store) -> None:
    try:
        keep_copy(store, now=now())
    except (Damaged, NotKept) as refused:
        raise type(refused)(
            f"Nothing was imported: it needs a backup first. {refused}"
        ) from refused
