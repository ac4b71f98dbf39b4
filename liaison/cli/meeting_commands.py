"""Commands about meetings on paper: the packs of a day, and a letter to one adult."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from liaison.casework.copies import Wish, note_copies
from liaison.casework.families import whole_family
from liaison.casework.finding import find_person
from liaison.casework.letters import LetterWish, usual_kind
from liaison.casework.packs import PackWish, find_meeting, meetings_for_packs, person_meeting_on
from liaison.cli.asking import day, now, opened, passphrase_option, place, record, today
from liaison.cli.paper_options import audience_of, pdf_password, points_of, refuse_unnoted, tell_of
from liaison.model.fields import Audience
from liaison.model.letter import ENGLISH, LANGUAGES, LETTERS, LetterKind
from liaison.model.vocabulary import fitting

READERS = (Audience.STAFF, Audience.FAMILY)


@click.command("pack")
@record
@click.option("--on", "on", required=True, metavar="DATE", help="The day of the meetings.")
@click.option("--out", "out", required=True, metavar="FILE.pdf", help="Where the PDF goes.")
@click.option("--audience", default="staff", metavar="A", help="staff or family.")
@click.option("--for", "reader", metavar="PERSON", help="Only meetings with her; who reads it.")
@click.option("--size", default="12", metavar="PT", help="12, 14, 18 or 24.")
@click.option("--pdf-password-file", metavar="FILE", help="Encrypt the PDF with this password.")
@passphrase_option
def pack(
    record: str,
    on: str,
    out: str,
    audience: str,
    reader: str | None,
    size: str,
    pdf_password_file: str | None,
    passphrase_file: str | None,
) -> None:
    """Write the packs for all meetings of a day as one PDF.

    A family's pack is made for each adult who was asked, or for the one named.
    """
    from liaison.sheets.pack import decide_day, draw_packs, joined_packs  # noqa: PLC0415
    from liaison.sheets.pdf_file import save_pdf  # noqa: PLC0415 - not needed by others
    from liaison.sheets.sheet import House  # noqa: PLC0415

    wish = PackWish(audience=audience_of(audience, READERS), size=points_of(size))
    file, password = place(out, "--out"), pdf_password(pdf_password_file)
    with opened(record, passphrase_file) as store:
        refuse_unnoted(store, "pack")
        held_on = day(on, ahead=True) or today()
        person = "" if reader is None else person_meeting_on(store, reader, held_on)
        found = [each.meeting.id for each in meetings_for_packs(store, held_on, person=person)]
        packs = decide_day(store, found, replace(wish, reader=person), today=today())
        house = House(settings=store.settings, label=store.label)
        made = draw_packs(joined_packs(packs), house=house, printed_at=now())
        save_pdf(made.pdf, file, password=password)
        note_copies(store, made.notes, way="saved", at=now())
    tell_of(made)
    click.echo(out)


@click.command("letter")
@record
@click.argument("meeting")
@click.option("--for", "reader", required=True, metavar="PERSON", help="The adult it is for.")
@click.option("--out", "out", required=True, metavar="FILE.pdf", help="Where the PDF goes.")
@click.option("--on", "on", metavar="DATE", help="The meeting's day, where a family has several.")
@click.option("--kind", metavar="K", help="invitation, changed, thanks, follow-up or missed.")
@click.option("--language", default=ENGLISH, metavar="L", help="Besides English, if checked.")
@click.option("--phrase", "phrases", multiple=True, metavar="P", help="A phrase, by its name.")
@click.option("--also", metavar="PERSON", help="A second adult who lives with the first.")
@click.option("--child-words", is_flag=True, help="Let what the child said through, this once.")
@click.option("--size", default="12", metavar="PT", help="12, 14, 18 or 24.")
@click.option("--pdf-password-file", metavar="FILE", help="Encrypt the PDF with this password.")
@passphrase_option
def letter(
    record: str,
    meeting: str,
    reader: str,
    out: str,
    on: str | None,
    kind: str | None,
    language: str,
    phrases: tuple[str, ...],
    also: str | None,
    child_words: bool,
    size: str,
    pdf_password_file: str | None,
    passphrase_file: str | None,
) -> None:
    """Write a letter about a meeting to one adult of the family.

    MEETING is its id, or the name of its family. Which letter is due follows from where the
    meeting stands, unless --kind says so.

    That a copy was made is noted. It is not noted as sent, nor the meeting as thanked for: say in
    the window how and when it went.
    """
    from liaison.sheets.letter import letter_sheet  # noqa: PLC0415
    from liaison.sheets.making import make  # noqa: PLC0415
    from liaison.sheets.pdf_file import save_pdf  # noqa: PLC0415 - not needed by others

    points, file, password = points_of(size), place(out, "--out"), pdf_password(pdf_password_file)
    with opened(record, passphrase_file) as store:
        refuse_unnoted(store, "letter")
        about = find_meeting(store, meeting, on=_nearest(on))
        members = whole_family(store, about.family).people
        wanted = LetterWish(
            kind=_kind(kind) if kind else usual_kind(store, about.id, today=today()),
            language=_language(language),
            phrases=phrases,
            also="" if also is None else find_person(store, also, among=members).id,
            child_words=child_words,
        )
        wish = Wish(
            audience=Audience.FAMILY,
            reader=find_person(store, reader, among=members).id,
            size=points,
        )
        sheet = letter_sheet(wanted)
        made = make(store, sheet, about.id, wish, today=today(), printed_at=now())
        save_pdf(made.pdf, file, password=password)
        note_copies(store, made.notes, way="saved", at=now())
    tell_of(made)
    click.echo(out)


def _nearest(text: str | None) -> date | None:
    """The day meant: a letter is written shortly before a meeting, or shortly after it."""
    both = [each for each in (day(text), day(text, ahead=True)) if each]
    return min(both, key=lambda each: abs(each - today()), default=None)


def _kind(text: str) -> LetterKind:
    offered = [(each.value, each.label) for each in LETTERS]
    return LetterKind(fitting(text, offered, name="of the letters"))


def _language(text: str) -> str:
    offered = [(ENGLISH, "English"), *LANGUAGES]
    return fitting(text, offered, name="of the languages of letters")
