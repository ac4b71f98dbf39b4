"""Forms to fill in by hand where there is no laptop. Nothing of the record stands on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liaison.casework.for_paper import Needs, blank_for_paper
from liaison.model.fields import Audience
from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.people_lines import sentences
from liaison.sheets.sheet import House, Sheet
from liaison.sheets.visit_record import DANGER, SHORT, blank_visit


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One thing a form asks for: a short answer, boxes to tick, or lines to write on."""

    heading: str
    said: str = ""
    short: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form before it is laid out. ``rows`` head the columns of a table of empty rows."""

    title: str
    under: str
    asks: tuple[Ask, ...]
    rows: tuple[str, ...] = ()
    rows_heading: str = ""
    end: str = "Type it into the record, and shred this page."
    end_heading: str = "Then"


WHO = Ask(heading="Who and when", short=("Family", "Child and class", "Date and time"))
SIGNED = Ask(heading="Written by", short=("Name and role", "Signed and dated"))
WORRY = Ask(heading="A worry", said=DANGER)
EACH_DOES = ("What", "Who", "By when")

INCIDENT = Form(
    title="Behaviour towards staff",
    under="About what happened to a member of staff. It is not kept with the child’s record.",
    asks=(
        Ask(heading="When and where", short=("Date and time", "Place, phone or online")),
        Ask(heading="What happened", ticks=("Words", "A threat", "Online", "Discrimination",
                                             "Physical")),
        Ask(heading="Towards whom", short=("Member of staff", "Who saw or heard it")),
        Ask(heading="By whom", short=("Name, if known", "Children there")),
        Ask(heading="Exact words", lines=6),
        Ask(heading="What led to it", lines=3),
        Ask(heading="What was done then", lines=3),
        Ask(heading="Hurt or damage", lines=2),
        Ask(heading="Police", short=("Told on, reference", "If not, why not")),
        Ask(heading="What the member of staff wants and needs", lines=2),
        SIGNED,
        Ask(heading="Head’s decision", lines=5,
            short=("The adult told on, or why not", "Look again on")),
    ),
    end="Give it to the headteacher. About the headteacher: the chair of governors or trustees.",
)  # fmt: skip
COMPLAINT = Form(
    title="Complaint",
    under="In the words of whoever complains. It is not kept with the child’s record.",
    asks=(
        Ask(heading="Who complains", short=("Name", "Best way to reply", "Child, if about one")),
        Ask(heading="Received", short=("Date and time", "How", "By whom")),
        Ask(heading="What happened, in their words", lines=6),
        Ask(heading="What would put it right", lines=2),
        Ask(heading="What was tried already", lines=2),
        Ask(heading="Stage", ticks=("Informal", "Formal, in writing", "Panel")),
        Ask(heading="What happens next",
            short=("Who looks into it", "Not connected with it: said by", "Answer due on")),
        SIGNED,
    ),
    end="Give it to the headteacher today. About the headteacher: the chair of governors or "
    "trustees.",
)  # fmt: skip
CONTACT = Form(
    title="Contact note",
    under="One talk with one family.",
    asks=(
        WHO,
        Ask(heading="With whom", short=("Spoken to", "How we knew the caller")),
        Ask(heading="How", ticks=("At the gate", "Phone", "Meeting", "Text or e-mail", "Visit")),
        Ask(heading="How it went", ticks=("Spoke", "Message left", "Nobody reached")),
        Ask(heading="Seen or said, as facts", lines=3),
        Ask(heading="Their words, and whose", lines=2),
        Ask(heading="My view", lines=1),
        Ask(heading="What we agreed", lines=2),
        Ask(heading="Next step", short=("What", "Who, by when")),
        Ask(heading="Written by", short=("Name, signed, dated",)),
        WORRY,
    ),
)
MEETING = Form(
    title="Meeting notes",
    under="The family first; then what each of us will do.",
    asks=(
        WHO,
        Ask(heading="Who was there", lines=2),
        Ask(heading="What is going well", lines=2),
        Ask(heading="How the family sees it, in their words", lines=4),
        Ask(heading="The child’s words, and how we asked", lines=2),
        Ask(heading="How we see it", lines=3),
        Ask(heading="What came out of it", lines=3),
        Ask(heading="What was not agreed", lines=1),
        Ask(heading="Next", short=("We meet again on", "Thank-you sent, how and when")),
    ),
    rows=EACH_DOES,
    rows_heading="What each of us will do",
)
AGENDA = Form(
    title="Agenda",
    under="To fill in with the family before we meet.",
    asks=(
        Ask(heading="When and where", short=("Date and time", "Room", "With")),
        Ask(heading="Why we are meeting", lines=2),
        Ask(heading="What you would like to talk about", lines=4),
        Ask(heading="What we would like to talk about", lines=4),
        Ask(heading="What would make it easier for you", lines=2),
    ),
    end="You can bring somebody with you.",
    end_heading="Good to know",
)
ATTEMPTS = Form(
    title="Attempts log",
    under="Every try to reach a family, whether it worked or not.",
    asks=(Ask(heading="Family", short=("Family", "Child and class")),),
    rows_heading="Each try",
    rows=("When", "How", "Who tried", "Outcome"),
)
VISIT = Form(
    title="Home visit",
    under="Fill this in when you are back. It does not go on the visit.",
    asks=(
        WHO,
        Ask(heading="The visit", short=("Who goes", "Who watches", "Left at", "Back at")),
    ),
)
EMPTY_ROWS = 8


def _body(form: Form, more: tuple[Section, ...] = ()) -> Callable[[None, House], Body]:
    def body(_matter: None, house: House) -> Body:
        table = Table(columns=form.rows, rows=((("",) * len(form.rows)),) * EMPTY_ROWS)
        rows = (Section(heading=form.rows_heading, table=table),) if form.rows else ()
        end = (Section(heading=form.end_heading, lines=(Line(text=form.end),)),) if form.end else ()
        return Body(
            title=form.title,
            under=(sentences([house.school]), form.under),
            sections=(*map(_section, form.asks), *more, *rows, *end),
        )

    return body


def _section(ask: Ask) -> Section:
    said = (Line(text=ask.said),) if ask.said else ()
    ticks = tuple(Line(text=each, box=True) for each in ask.ticks)
    short = tuple(Line(text=f"{each}: {SHORT}") for each in ask.short)
    room = (Line(room=ask.lines),) if ask.lines else ()
    return Section(heading=ask.heading, lines=(*said, *ticks, *short, *room))


def _sheet(code: str, form: Form, more: tuple[Section, ...] = ()) -> Sheet:
    return Sheet(
        code=code,
        title=f"Blank form: {form.title[:1].lower()}{form.title[1:]}",
        audiences=(Audience.STAFF,),
        needs=Needs.NOTHING,
        decide=blank_for_paper,
        body=_body(form, more),
    )


BLANK_FORMS: tuple[Sheet, ...] = (
    _sheet("form_contact", CONTACT),
    _sheet("form_attempts", ATTEMPTS),
    _sheet("form_agenda", AGENDA),
    _sheet("form_meeting", MEETING),
    _sheet("form_visit", VISIT, blank_visit()),
    _sheet("form_incident", INCIDENT),
    _sheet("form_complaint", COMPLAINT),
)
