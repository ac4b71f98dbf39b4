"""A letter about a meeting to one adult, decided: what it may say, to whom, in which language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from liaison.casework.calling_off import BY_SCHOOL
from liaison.casework.copies import Wish, asked_by
from liaison.casework.families import whole_family
from liaison.casework.for_paper import Decided
from liaison.casework.letter_slots import Tongue, children_of, slots_of_letter
from liaison.casework.letter_texts import (
    checked_text,
    date_names,
    english_checked,
    english_of,
    of_before,
)
from liaison.casework.meeting_copies import copy_of_meeting
from liaison.casework.meetings import meeting_whole
from liaison.casework.still_listed import unlisted
from liaison.dates import clock_words
from liaison.errors import CannotPrint, NotFound
from liaison.model.contact import Contact
from liaison.model.copies.confidential import as_on
from liaison.model.copies.given_away import checked_texts
from liaison.model.copies.meeting_copy import MeetingCopy
from liaison.model.copies.together import not_together
from liaison.model.fields import Audience
from liaison.model.letter import ENGLISH, LetterKind, LetterText
from liaison.model.letter_words import Said, filled
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.person import Person
from liaison.model.words import and_list
from liaison.store.store import Store

BEFORE = (LetterKind.INVITATION, LetterKind.CHANGED)
GONE_BY = "The day of that meeting has gone by. Write a letter about how it went."
NOT_YET = "That meeting has not taken place yet. Write an invitation."
NOTHING_AGREED = "Nothing is written up for this meeting yet, so there is nothing to say."
CALLED_OFF = "We called that meeting off ourselves. Plan another one, and send an invitation."
NOT_OVER = (
    "The meeting is today{0}, and it is not noted as held. Send this letter only once its time has "
    "gone by."
)
ONE_READER = "A letter is for one adult: say who."


@dataclass(frozen=True, kw_only=True)
class LetterWish:
    """Which letter, in which language besides English, with which phrases at its end.

    ``also`` is a second adult, who must be known to live with the first. ``child_words`` lets
    what the child said through, which no copy for a family holds by itself.
    """

    kind: LetterKind
    language: str = ENGLISH
    phrases: tuple[str, ...] = ()
    also: str = ""
    child_words: bool = False


@dataclass(frozen=True, kw_only=True)
class Written:
    """The letter in one language. ``by`` and ``checked_by`` say who answers for its words."""

    language: str
    heading: str
    dated: str
    paragraphs: tuple[Said, ...]
    by: str = ""
    checked_by: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter as it goes out: the English always, and a translation before it."""

    kind: LetterKind
    on: date
    english: Written
    translated: Written | None = None


def usual_kind(store: Store, meeting: str, *, today: date) -> LetterKind:
    """Which letter is due: an invitation, a new day, thanks, or what was agreed."""
    try:
        found = store.get(Meeting, meeting)
    except NotFound as missing:
        raise CannotPrint("That meeting is not in the record.") from missing
    if found.state is MeetingState.CALLED_OFF:
        return LetterKind.MISSED
    if found.state is MeetingState.CLOSED:
        return LetterKind.FOLLOW_UP
    if found.state is MeetingState.HELD or (found.held_on and found.held_on < today):
        return LetterKind.THANKS
    return LetterKind.CHANGED if found.moved else LetterKind.INVITATION


def letter_for_paper(
    store: Store, about: str, wish: Wish, *, today: date, letter: LetterWish
) -> Decided[Letter]:
    """The letter to ``wish.reader`` about the meeting ``about``.

    ``CannotPrint`` says what stands in the way: a restriction, a death, a reader who was not
    asked, a translation nobody checked, two adults who do not live together.
    """
    if not wish.reader:
        raise CannotPrint(ONE_READER)
    ticked = (*wish.ticked, about) if letter.child_words else wish.ticked
    plain = replace(wish, audience=Audience.FAMILY)
    wish = replace(plain, ticked=ticked)
    missed = letter.kind is LetterKind.MISSED
    copied = copy_of_meeting(store, about, wish, today=today, called_off=missed)
    _refuse_the_wrong_time(copied.meeting.meeting, letter.kind, today)
    if missed and called_off_by_us(store, copied.meeting.meeting):
        raise CannotPrint(CALLED_OFF)
    if letter.kind is LetterKind.FOLLOW_UP:
        _refuse_nothing(store, about)
    readers = _readers(store, about, copied, letter, wish, today)
    if letter.child_words:
        unticked = copy_of_meeting(store, about, plain, today=today, called_off=missed)
        copied = _placed_as(copied, unticked.meeting.meeting.place)
    named = [(letter.kind, ""), *((LetterKind.PHRASE, each) for each in letter.phrases)]
    foreign: list[LetterText] = []
    if letter.language != ENGLISH:
        foreign = [checked_text(store, kind, letter.language, name) for kind, name in named]
    texts = [english_checked(store, each) for each in foreign]
    texts = texts or [english_of(store, kind, name) for kind, name in named]
    english = _written(store, copied, readers, texts, today)
    translated = _written(store, copied, readers, foreign, today) if foreign else None
    older = [said for each in foreign if (said := of_before(store, each))]
    _refuse_given_away(store, copied, [english, *([translated] if translated else [])], wish)
    early = _too_soon(store, copied.meeting.meeting, letter.kind, today)
    listed = unlisted(store, (*readers, *copied.copy.record.children))
    return Decided(
        matter=Letter(kind=letter.kind, on=today, english=english, translated=translated),
        wish=wish,
        today=today,
        families=(copied.meeting.meeting.family,),
        reader=and_list([each.full for each in readers]),
        shared=tuple(each.id for each in readers[1:]),
        left_out=tuple(dict.fromkeys(each.sentence for each in copied.left_out)),
        warnings=tuple(
            dict.fromkeys((*early, *older, *listed, *_unaddressed(readers), *copied.warnings))
        ),
    )


def _placed_as(copied: MeetingCopy, place: str) -> MeetingCopy:
    """With the place as it is on a copy for which nothing is ticked."""
    whole = copied.meeting
    meeting = replace(whole.meeting, place=place)
    return replace(copied, meeting=replace(whole, meeting=meeting))


def called_off_by_us(store: Store, meeting: Meeting) -> bool:
    """Whether it did not take place because of the school."""
    if meeting.state is not MeetingState.CALLED_OFF:
        return False
    told = store.first(Contact, "id = :id", id=meeting.contact)
    return told is not None and told.outcome == BY_SCHOOL


def _refuse_the_wrong_time(meeting: Meeting, kind: LetterKind, today: date) -> None:
    gone = bool(meeting.held_on and meeting.held_on < today)
    over = meeting.state in (MeetingState.HELD, MeetingState.CLOSED, MeetingState.CALLED_OFF)
    if kind in BEFORE and (gone or over):
        raise CannotPrint(GONE_BY)
    ahead = bool(meeting.held_on and meeting.held_on > today)
    if kind not in BEFORE and ahead and not over:
        raise CannotPrint(NOT_YET)


def _too_soon(store: Store, meeting: Meeting, kind: LetterKind, today: date) -> list[str]:
    """A warning on the day itself before the hour, while nobody noted that it was held."""
    planned = meeting.state is MeetingState.PLANNED and meeting.held_on == today
    if kind in BEFORE or not planned:
        return []
    at = meeting.held_at
    if at and f"{store.now().astimezone():%H:%M}" >= at:
        return []
    return [NOT_OVER.format(f" at {clock_words(at)}" if at else "")]


def _refuse_nothing(store: Store, about: str) -> None:
    whole = meeting_whole(store, about)
    if not (whole.meeting.outcome.strip() or whole.actions):
        raise CannotPrint(NOTHING_AGREED)


def _readers(
    store: Store, about: str, copied: MeetingCopy, letter: LetterWish, wish: Wish, today: date
) -> list[Person]:
    """Whom it goes to. Two read it only if they live together and may read the same."""
    first = copied.copy.reader
    if first is None:
        raise CannotPrint(ONE_READER)
    if not letter.also:
        return [first]
    missed = letter.kind is LetterKind.MISSED
    asked = replace(wish, reader=letter.also)
    theirs = copy_of_meeting(store, about, asked, today=today, called_off=missed)
    second = theirs.copy.reader or first
    record = whole_family(store, copied.meeting.meeting.family)
    if said := not_together(record, first, second, today):
        raise CannotPrint(said)
    same = (theirs.meeting.meeting, theirs.meeting.actions, children_of(theirs))
    if same != (copied.meeting.meeting, copied.meeting.actions, children_of(copied)):
        both = f"{first.addressed} and {second.addressed}"
        raise CannotPrint(f"{both} may not read the same about this meeting. Write to each.")
    return [first, second]


def _refuse_given_away(
    store: Store, copied: MeetingCopy, several: list[Written], wish: Wish
) -> None:
    """``CannotPrint`` where the school's own words say what this reader must not read.

    The school's phone may stand there, even where it is somebody's number at work, too.
    """
    phone = store.settings.phone
    family = copied.meeting.meeting.family
    record, on = whole_family(store, family), copied.copy.today
    for written in several:
        text = LetterText(kind=LetterKind.PHRASE, language=written.language, text=written.heading)
        words = [written.heading, *(each.words for each in written.paragraphs)]
        words = [each.replace(phone, "") for each in words] if phone else words
        checked_texts(
            as_on(record, on), [(text, each) for each in words],
            asked_by(store, record, wish, today=on),
        )  # fmt: skip


def _unaddressed(readers: list[Person]) -> list[str]:
    """A warning for everybody whom the letter greets by a surname alone."""
    said = "No title and no first name is held for {0}: look how the letter begins."
    bare = [each for each in readers if not each.letter_name and each.addressed == each.surname]
    return [said.format(each.full) for each in bare]


def _written(
    store: Store,
    copied: MeetingCopy,
    readers: list[Person],
    texts: list[LetterText],
    today: date,
) -> Written:
    """The letter with its phrases before the last words, every slot filled."""
    text, *phrases = texts
    slots = slots_of_letter(
        copied,
        readers,
        settings=store.settings,
        label=store.label,
        tongue=Tongue(text.language, date_names(store, text.language)),
        today=today,
    )
    body = filled(text.text, slots)
    ending = filled("\n".join(each.text for each in phrases), slots)
    at = _before_the_close(body, store)
    heading = filled(text.heading, slots)
    checked = [each for each in texts if each.foreign]
    return Written(
        language=text.language,
        heading=heading[0].words if heading else text.kind.label,
        dated=str(slots["today"]),
        paragraphs=(*body[:at], *ending, *body[at:]),
        by=and_list(list(dict.fromkeys(each.translated_by for each in checked))),
        checked_by=and_list(list(dict.fromkeys(each.checked_by for each in checked))),
        checked_on=min((each.checked_on for each in checked if each.checked_on), default=None),
    )


def _before_the_close(body: tuple[Said, ...], store: Store) -> int:
    """Where phrases go: before the greeting that stands over the officer's name."""
    officer = store.settings.officer
    at = next((n for n, each in enumerate(body) if each.words == officer), len(body) + 1)
    return max(at - 1, 0) if officer else len(body)
