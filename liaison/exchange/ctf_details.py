"""Languages, needs, attendance and schools of one pupil in a Common Transfer File."""

from collections.abc import Iterator

from liaison.exchange.ctf_codes import sen_provision
from liaison.exchange.ctf_languages import language_name
from liaison.exchange.ctf_parts import Parts, Remarks
from liaison.exchange.ctf_values import read_count, read_day, read_yes
from liaison.exchange.pupil_file import (
    AttendanceYear,
    LanguageOnFile,
    SchoolAttended,
    SenNeed,
    SenProvision,
    Sensitive,
)
from liaison.exchange.xml_elements import Element

LAST = 1_000_000
_USES = {"F": "first", "H": "home"}
_ALONE = (("FirstLanguage", "first"), ("HomeLanguage", "home"), ("Language", "first"))


def read_languages(parts: Parts, remarks: Remarks) -> Iterator[LanguageOnFile]:
    """The languages with their use, names for codes; an unknown code stays itself."""
    for use, text in _language_texts(parts):
        known = language_name(text)
        is_code = text.isupper() and len(text) <= 4
        if known is None and is_code:
            remarks.say(f"the language code “{text}” is not in our list and stays as it is")
        if known != "":
            name = known or text[:60]
            yield LanguageOnFile(use=use, code=text if is_code else "", name=name)


def _language_texts(parts: Parts) -> Iterator[tuple[str, str]]:
    for languages in parts.every("Languages"):
        for kind in languages.children:
            use = _USES.get(kind.value("LanguageType")[:1].upper(), "other")
            if text := kind.value("Language") or (kind.text if kind.name == "Language" else ""):
                yield use, text
    for name, use in _ALONE:
        if text := parts.value(name):
            yield use, text


def read_provision(part: Element, remarks: Remarks) -> Iterator[SenProvision]:
    """Every stretch of provision, those without dates too."""
    for sen in part.inside("SEN"):
        text = sen.value("SENprovision") or sen.text
        started = remarks.day(sen.value("StartDate"), "the start of SEN provision")
        ended = remarks.day(sen.value("EndDate"), "the end of SEN provision")
        if code := _provision(text, remarks):
            yield SenProvision(code=code, code_on_file=text[:20], started=started, ended=ended)
    for text in _bare_provisions(part):
        if code := _provision(text, remarks):
            yield SenProvision(code=code, code_on_file=text[:20])


def _bare_provisions(part: Element) -> Iterator[str]:
    for name in ("BasicDetails", "SENhistory", ""):
        for place in part.every(name) if name else [part]:
            if text := place.value("SENprovision"):
                yield text


def _provision(text: str, remarks: Remarks) -> str:
    code = sen_provision(text)
    if text and not code:
        remarks.say(f"the SEN provision “{text[:20]}” is not one and was left out")
    return code


def read_needs(part: Element) -> tuple[SenNeed, ...]:
    """The types of need, the chief one first."""
    read = [
        SenNeed(
            code=each.value("SENtype")[:10].upper(),
            rank=read_count(each.value("SENtypeRank")),
            since=read_day(each.value("NeedStartDate")),
        )
        for each in part.inside("SENneed")
        if each.value("SENtype")
    ]
    alone = (
        () if read else (SenNeed(code=each.text[:10].upper()) for each in part.inside("SENtype"))
    )
    return tuple(sorted([*read, *alone], key=_rank))


def read_attendance(part: Element, remarks: Remarks) -> Iterator[AttendanceYear]:
    """The sessions of each year; a year without its figures is remarked on."""
    for year in part.inside("YearData"):
        began = read_count(year.value("Year")[:4])
        possible = read_count(year.value("SessionsPossible"))
        attended = read_count(year.value("SessionsAttended"))
        if began is None or possible is None or attended is None:
            remarks.say("a year of attendance without its figures was left out")
            continue
        if not 1990 <= began <= 2100 or attended > possible:
            remarks.say(f"the attendance of {began} cannot be right and was left out")
            continue
        yield AttendanceYear(
            year=began,
            possible=possible,
            attended=attended,
            authorised=read_count(year.value("SessionsAuthorised")),
            unauthorised=read_count(year.value("SessionsUnauthorised")),
            school=year.value("SchoolName")[:100],
        )


def read_schools(part: Element, remarks: Remarks) -> Iterator[SchoolAttended]:
    """The schools in the file's order; a leaving date that is empty means there still."""
    for school in Parts([part]).within("SchoolHistory").every("School"):
        yield SchoolAttended(
            name=school.value("SchoolName")[:100],
            urn=school.value("URN")[:10],
            entered=remarks.day(school.value("EntryDate"), "the day of joining a school"),
            left=remarks.day(school.value("LeavingDate"), "the day of leaving a school"),
        )


def read_looked_after(part: Element) -> bool | None:
    """Yes or no, whether told in its own part or in one word."""
    inside = Parts([part]).within("BasicDetails").within("LookedAfter")
    said = read_yes(inside.value("InCare"))
    return said if said is not None else read_yes(part.value("LookedAfter"))


def read_sensitive(parts: Parts) -> Sensitive:
    """What is only imported when switched on."""
    more = parts.within("SuppInfo")
    return Sensitive(
        ethnicity=parts.value("Ethnicity")[:40],
        religion=more.value("Religion")[:60],
        free_school_meals=_free_school_meals(parts),
        medical=read_yes(parts.value("MedicalFlag")),
        disabilities=tuple(
            code.text[:20] for each in parts.every("Disabilities") for code in each.children
        ),
    )


def _free_school_meals(parts: Parts) -> bool | None:
    stretches = [each for one in parts.every("FSMhistory") for each in one.every("FSMinstance")]
    if stretches:
        return any(not each.value("FSMendDate") for each in stretches)
    return read_yes(parts.value("FSM"))


def _rank(need: SenNeed) -> int:
    return LAST if need.rank is None else need.rank
