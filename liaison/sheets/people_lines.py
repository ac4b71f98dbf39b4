"""Lines about people: who belongs to the family, and how to reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from liaison.dates import YEAR_GROUPS, medium_date, year_now, year_words
from liaison.model.copies.copy import Copy
from liaison.model.copies.table import at_the_table, reached_adults
from liaison.model.family import LivesThere
from liaison.model.fields import Audience
from liaison.model.person import Person, PersonKind, SenStatus
from liaison.model.reach import ContactPoint, MessageSafety, PointKind
from liaison.model.words import and_list
from liaison.sheets.body import Line, Section
from liaison.sheets.fitting import clipped

Label = Callable[[str, str], str]
"""The words for a listed code: ``label("channel", "phone")`` is "Phone call"."""

NAME, VALUE, POSTCODE = 60, 120, 10
OURS, USUAL = "English", "standard"
"""The language and the format of letters that go without saying."""


def who(copy: Copy, label: Label) -> Section:
    """Children first, then adults, then who works with them."""
    lines = [_child(copy, each) for each in _eldest_first(copy)]
    if copy.audience is Audience.STAFF:
        lines += [_adult(copy, each, label) for each in copy.record.adults]
    return Section(heading="Who", lines=tuple(lines), columns=True, least=8, letters=100)


def _eldest_first(copy: Copy) -> list[Person]:
    """By year group, because a family copy has no date of birth."""

    def year(child: Person) -> int:
        group = year_now(child.year_group, child.year_group_in, copy.today)
        return -YEAR_GROUPS.index(group) if group in YEAR_GROUPS else 1

    return sorted(copy.record.children, key=year)


def _child(copy: Copy, child: Person) -> Line:
    group = year_now(child.year_group, child.year_group_in, copy.today)
    at_school = ", ".join(part for part in (year_words(group), child.class_name) if part)
    born = f"Born {medium_date(child.date_of_birth)}" if child.date_of_birth else ""
    parts = [
        at_school,
        _died(child),
        born if copy.audience is Audience.HANDOVER else "",
        _needs(child),
        f"Key adult: {child.key_adult}" if child.key_adult else "",
        f"Speaks {child.first_language}" if child.first_language not in ("", OURS) else "",
        f"Next school: {child.next_school}" if child.next_school else "",
    ]
    return Line(lead=clipped(child.called, NAME), text=sentences(parts))


def _needs(child: Person) -> str:
    """SEN in words; nothing for a child without."""
    if child.sen_status in (None, SenStatus.NONE):
        return ""
    needs = f": {clipped(child.sen_needs, VALUE)}" if child.sen_needs else ""
    return f"{child.sen_status.label}{needs}" if child.sen_status else ""


def _died(person: Person) -> str:
    return f"Died {medium_date(person.died_on)}" if person.died_on else ""


def _adult(copy: Copy, adult: Person, label: Label) -> Line:
    lives = copy.record.lives_there(adult.id)
    parts = [
        ties(copy, adult, label),
        adult.organisation if adult.kind is PersonKind.PROFESSIONAL else "",
        _died(adult),
        lives.label if lives is not LivesThere.NOT_KNOWN and not adult.died_on else "",
    ]
    return Line(lead=clipped(adult.full, NAME), text=sentences(parts))


def ties(copy: Copy, adult: Person, label: Label) -> str:
    """Mother, or: Father of Zara, where it is not so for every child."""
    children = copy.record.children
    found: dict[str, list[str]] = {}
    for tie in copy.record.relationships:
        if tie.adult == adult.id and (tie.relationship or tie.raw_code):
            word = label("relationship", tie.relationship) if tie.relationship else tie.raw_code
            found.setdefault(word, []).append(copy.record.names.get(tie.child, ""))
    if adult.kind is PersonKind.PROFESSIONAL:
        return and_list([*found])
    if len(found) == 1 and len(next(iter(found.values()))) == len(children):
        return next(iter(found))
    said = [
        f"{word} of {and_list([name for name in names if name])}" for word, names in found.items()
    ]
    return sentences(said)


def reach(copy: Copy, label: Label) -> Section:
    """How to reach the adults, numbers only where they may lie on the table."""
    family = copy.audience is Audience.FAMILY
    shown = (copy.reader,) if family and copy.reader else () if family else reached_adults(copy)
    open_to = at_the_table(copy)
    lines = [
        Line(
            lead=f"{adult.full}.",
            text=_suits(copy, adult, label, first=at == 0 and not family),
            detail=_numbers(copy, adult, label) if adult.id in open_to else "",
        )
        for at, adult in enumerate(shown)
    ]
    said = tuple(line for line in lines if line.text or line.detail)
    title = "How we reach you" if family else "How to reach them"
    return Section(heading=title, lines=said, letters=120)


def _suits(copy: Copy, adult: Person, label: Label, *, first: bool) -> str:
    wish = next((each for each in copy.record.preferences if each.person == adult.id), None)
    parts = ["First to ring"] if first else []
    if wish:
        best = label("channel", wish.channel) if wish.channel else ""
        best = ", ".join(part for part in (best, clipped(wish.best_times, NAME)) if part)
        named = [
            ("Best", best),
            ("Never", wish.never_at),
            ("Speaks", wish.languages),
            ("Interpreter", wish.interpreter),
            ("Letters as", label("format", wish.format) if wish.format not in ("", USUAL) else ""),
        ]
        parts += [f"{name}: {clipped(value, NAME)}" for name, value in named if value]
    return sentences(parts)


def _numbers(copy: Copy, adult: Person, label: Label) -> str:
    home = next((each for each in copy.record.addresses if each.person == adult.id), None)
    parts = list(numbers(copy, adult, label))
    if home and home.lines:
        *street, last = home.lines
        parts.append(clipped(", ".join((*street, _unbroken(last))), VALUE))
    return sentences(parts)


def numbers(copy: Copy, adult: Person, label: Label) -> Iterator[str]:
    """Each phone and e-mail with what must be known before it is used."""
    for point in copy.record.reach_of(adult.id):
        phone = point.kind is PointKind.PHONE and point.place
        place = label("point_place", point.place) if phone else point.kind.label
        said = f"{place} {point.value}"
        cautions = ", ".join(_cautions(point)) if copy.audience is Audience.STAFF else ""
        yield f"{said} ({cautions})" if cautions else said


def _unbroken(line: str) -> str:
    """The last line of an address, a postcode as a rule, so that no line ends within it."""
    return line.replace(" ", "\N{NO-BREAK SPACE}") if len(line) < POSTCODE else line


def _cautions(point: ContactPoint) -> Iterator[str]:
    if point.kind is PointKind.PHONE:
        safe = point.message_safe is MessageSafety.YES
        yield "safe to leave a message" if safe else "leave no message"
    if point.never_at:
        yield f"never at {clipped(point.never_at, NAME)}"
    if point.also_seen_by:
        yield f"also seen by {clipped(point.also_seen_by, NAME)}"


def sentences(parts: list[str]) -> str:
    """Each part as a sentence of its own; what is empty is not there."""
    said = [part.strip() for part in parts if part and part.strip()]
    return " ".join(part if part[-1] in ".!?…”" else f"{part}." for part in said)
