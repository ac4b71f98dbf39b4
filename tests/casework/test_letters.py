"""Letters about a meeting: to whom, in which words, and what stands in their way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from liaison.casework.calling_off import BY_SCHOOL, NOT_COME, call_off
from liaison.casework.copies import Wish
from liaison.casework.families import keep
from liaison.casework.letter_texts import (
    english_of,
    keep_text,
    languages_ready,
    phrase_names,
    text_in,
    texts_in,
)
from liaison.casework.letters import Letter, LetterWish, letter_for_paper, usual_kind
from liaison.casework.meetings import change_meeting
from liaison.casework.whereabouts import papers_of
from liaison.errors import CannotPrint, NotReady
from liaison.model.agenda import MeetingAction
from liaison.model.family import LivesThere
from liaison.model.fields import SETTINGS_STREAM, Audience
from liaison.model.follow_up import Side
from liaison.model.letter import ENGLISH, LETTERS, LetterKind, LetterText, language_spoken
from liaison.model.letter_texts import OURS
from liaison.model.letter_words import dated, filled, text_problems
from liaison.model.meeting import MeetingState
from liaison.model.office_list import NO_LONGER_LISTED
from liaison.model.restriction import Force, What
from liaison.sheets.letter import letter_sheet
from liaison.sheets.making import MadeSheet, make
from liaison.sheets.reading_age import reading_age_of
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.sheets.pages import everything

TWO = (("Mrs", "Amina", "mother"), ("Mr", "Tariq", "father"))
URDU = "ur"
INVITED = LetterWish(kind=LetterKind.INVITATION)
DAYS = "پیر،منگل،بدھ،جمعرات،جمعہ،ہفتہ،اتوار"
MONTHS = "جنوری،فروری،مارچ،اپریل،مئی،جون،جولائی،اگست،ستمبر،اکتوبر،نومبر،دسمبر"


def written(store: Store, meeting: str, reader: str, letter: LetterWish = INVITED) -> Letter:
    return letter_for_paper(store, meeting, Wish(reader=reader), today=TODAY, letter=letter).matter


def words(letter: Letter) -> str:
    return "\n".join(each.words for each in letter.english.paragraphs)


def urdu(store: Store, **other: object) -> LetterText:
    english = english_of(store, LetterKind.INVITATION)
    text = "\n".join(f"اردو {each}" for each in english.text.splitlines())
    made = LetterText(
        kind=LetterKind.INVITATION,
        language=URDU,
        heading="ملاقات {child}",
        text=text,
        translated_by="Mrs Y Translator",
        checked_by="Mr Z Checker",
        checked_on=TODAY,
    )
    return keep_text(store, replace(made, **other), today=TODAY)  # type: ignore[arg-type]


@pytest.fixture
def khans(make: Make) -> Made:
    return make.family(adults=TWO)


def test_an_invitation_says_when_where_and_what_about(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans)
    said = words(written(store, met.meeting.id, khans.adults[0].id))
    for expected in (
        "Dear Mrs Khan,",
        "talk with you about Zara",
        "Agree how Zara gets to school by ten to nine",
        "Day: Monday 23 November 2026",
        "Time: 9:30am",
        "Family Liaison Officer",
        "Oakfield Primary School",
    ):
        assert expected in said
    assert "Dear Mr Khan" not in said


def test_an_invitation_names_the_interpreter_to_whom_he_is_for(
    store: Store, make: Make, khans: Made
) -> None:
    mum, dad = khans.adults[:2]
    met = make.meeting(khans).meeting
    change_meeting(store, replace(met, interpreter="Urdu, by phone", person=mum.id), today=TODAY)
    assert "An interpreter will help us: Urdu, by phone" in words(written(store, met.id, mum.id))
    assert "nterpreter" not in words(written(store, met.id, dad.id))


def test_what_is_not_known_leaves_its_whole_sentence_out(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans, held_at="", place="")
    said = words(written(store, met.meeting.id, khans.adults[0].id))
    assert "Time:" not in said
    assert "Place:" not in said


def test_the_letter_of_what_was_agreed_lists_both_sides(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans, coming=khans.adults[:1])
    mum = khans.adults[0].id
    with store.saving() as saving:
        saving.change(replace(met.meeting, outcome="Zara will walk with Noor."))
        for side, action, person, owner in (
            (Side.SCHOOL, "Keep a place at breakfast club", "", "Ms Avery"),
            (Side.FAMILY, "Set the alarm", mum, khans.adults[0].addressed),
        ):
            saving.add(
                MeetingAction(
                    family=khans.id,
                    meeting=met.meeting.id,
                    action=action,
                    side=side,
                    person=person,
                    owner=owner,
                    due=TODAY + timedelta(days=7),
                )
            )
    letter = written(store, met.meeting.id, mum, LetterWish(kind=LetterKind.FOLLOW_UP))
    listed = [each.words for each in letter.english.paragraphs if each.listed]
    assert listed == [
        "Keep a place at breakfast club (Ms Avery): Monday 30 November 2026",
        "Set the alarm: Monday 30 November 2026",
    ]
    assert "We said we would:" in words(letter)


def test_nothing_written_up_is_no_letter(store: Store, make: Make, khans: Made) -> None:
    met = make.meeting(khans)
    with pytest.raises(CannotPrint, match="nothing to say"):
        written(store, met.meeting.id, khans.adults[0].id, LetterWish(kind=LetterKind.FOLLOW_UP))


@pytest.mark.parametrize(
    ("days", "kind", "said"),
    [(-3, LetterKind.INVITATION, "gone by"), (3, LetterKind.THANKS, "not taken place")],
)
def test_a_letter_that_comes_too_late_or_too_soon_is_refused(
    store: Store, make: Make, khans: Made, days: int, kind: LetterKind, said: str
) -> None:
    met = make.meeting(khans, held_on=TODAY + timedelta(days=days))
    with pytest.raises(CannotPrint, match=said):
        written(store, met.meeting.id, khans.adults[0].id, LetterWish(kind=kind))


@pytest.mark.parametrize("kind", [LetterKind.THANKS, LetterKind.FOLLOW_UP, LetterKind.MISSED])
def test_on_the_day_itself_a_letter_about_how_it_went_warns_until_the_hour(
    store: Store, make: Make, khans: Made, kind: LetterKind
) -> None:
    met = make.meeting(khans).meeting
    with store.saving() as saving:
        met = saving.change(replace(met, outcome="Agreed."))

    def warned(at: time) -> bool:
        store.now = lambda: datetime.combine(TODAY, at).astimezone()
        wish, letter = Wish(reader=khans.adults[0].id), LetterWish(kind=kind)
        found = letter_for_paper(store, met.id, wish, today=TODAY, letter=letter)
        return any("is today at 9:30am, and it is not noted" in each for each in found.warnings)

    assert warned(time(9, 29))
    assert not warned(time(9, 30))
    with store.saving() as saving:
        met = saving.change(replace(met, state=MeetingState.HELD))
    assert not warned(time(8))


def test_a_meeting_of_today_without_an_hour_warns_and_an_invitation_to_it_does_not(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans, held_at="").meeting.id
    for kind, count in ((LetterKind.THANKS, 1), (LetterKind.INVITATION, 0)):
        wish, letter = Wish(reader=khans.adults[0].id), LetterWish(kind=kind)
        found = letter_for_paper(store, met, wish, today=TODAY, letter=letter)
        assert sum("is today, and" in each for each in found.warnings) == count


def test_an_order_about_letters_stops_one_and_an_order_not_seen_holds_it(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans)
    for seen in (TODAY, None):
        kept = make.restriction(khans, khans.adults[1], what=What.LETTERS, seen_on=seen)
        with pytest.raises(CannotPrint, match="No copy for Mr Tariq Khan"):
            written(store, met.meeting.id, khans.adults[1].id)
        with store.saving() as saving:
            saving.remove(kept)
    assert written(store, met.meeting.id, khans.adults[1].id)


def test_a_wish_warns_and_the_letter_goes(store: Store, make: Make, khans: Made) -> None:
    met = make.meeting(khans)
    make.restriction(khans, khans.adults[1], what=What.LETTERS, force=Force.WISH)
    found = letter_for_paper(
        store, met.meeting.id, Wish(reader=khans.adults[1].id), today=TODAY, letter=INVITED
    )
    assert "no legal force" in " ".join(found.warnings)


def test_no_letter_goes_to_somebody_who_has_died(store: Store, make: Make, khans: Made) -> None:
    met = make.meeting(khans)
    with store.saving() as saving:
        saving.change(replace(khans.adults[1], died_on=TODAY))
    with pytest.raises(CannotPrint, match="has died"):
        written(store, met.meeting.id, khans.adults[1].id)


def test_a_letter_warns_until_it_is_known_why_the_office_no_longer_has_her(
    store: Store, make: Make, khans: Made
) -> None:
    met = make.meeting(khans)
    asked = make.follow_up(khans, NO_LONGER_LISTED)
    mum = khans.adults[0].id
    with store.saving() as saving:
        asked = saving.change(replace(asked, person=mum))

    def warned() -> bool:
        found = letter_for_paper(
            store, met.meeting.id, Wish(reader=mum), today=TODAY, letter=INVITED
        )
        return any("office list" in each for each in found.warnings)

    assert warned()
    with store.saving() as saving:
        saving.change(replace(asked, state=type(asked.state).DONE))
    assert not warned()


def test_two_adults_share_a_letter_only_if_they_are_known_to_live_together(
    store: Store, make: Make, khans: Made
) -> None:
    mum, dad = (each.id for each in khans.adults)
    both = replace(INVITED, also=dad)
    met = make.meeting(khans)
    assert "Dear Mrs Khan and Mr Khan," in words(written(store, met.meeting.id, mum, both))
    make.restriction(khans, khans.adults[1], what=What.ADDRESS, force=Force.WISH)
    with pytest.raises(CannotPrint, match="one by one"):
        written(store, met.meeting.id, mum, both)
    apart = make.family("Byrne", adults=TWO, lives_there=LivesThere.NOT_KNOWN)
    one, other = (each.id for each in apart.adults)
    with pytest.raises(CannotPrint, match="not known to live together"):
        written(store, make.meeting(apart).meeting.id, one, replace(INVITED, also=other))


def test_a_letter_needs_one_reader(store: Store, make: Make, khans: Made) -> None:
    with pytest.raises(CannotPrint, match="say who"):
        written(store, make.meeting(khans).meeting.id, "")


def test_which_letter_is_due_follows_from_where_the_meeting_stands(
    store: Store, make: Make, khans: Made
) -> None:
    coming = make.meeting(khans, held_on=TODAY + timedelta(days=2)).meeting
    assert usual_kind(store, coming.id, today=TODAY) is LetterKind.INVITATION
    with store.saving() as saving:
        saving.change(replace(coming, moved=1))
    assert usual_kind(store, coming.id, today=TODAY) is LetterKind.CHANGED
    gone = make.meeting(khans, held_on=TODAY - timedelta(days=2)).meeting
    assert usual_kind(store, gone.id, today=TODAY) is LetterKind.THANKS
    with pytest.raises(CannotPrint, match="not in the record"):
        usual_kind(store, "nowhere", today=TODAY)


def test_a_translation_prints_once_it_is_checked_and_the_english_stands_under_it(
    store: Store, make: Make, khans: Made
) -> None:
    met, mum = make.meeting(khans).meeting.id, khans.adults[0].id
    wish = replace(INVITED, language=URDU)
    with pytest.raises(CannotPrint, match=r"no text for .* in Urdu"):
        written(store, met, mum, wish)
    kept = urdu(store, checked_by="", checked_on=None)
    with pytest.raises(CannotPrint, match="not checked yet"):
        written(store, met, mum, wish)
    kept = keep_text(store, replace(kept, checked_by="Mr Z Checker", checked_on=TODAY), today=TODAY)
    letter = written(store, met, mum, wish)
    assert letter.translated is not None
    assert any("23/11/2026" in each.words for each in letter.translated.paragraphs)
    assert languages_ready(store, LetterKind.INVITATION) == (ENGLISH, URDU)
    made = made_letter(store, met, mum, wish)
    whole = " ".join(everything(made.pdf).split())
    assert "Put into Urdu by Mrs Y Translator. Checked by Mr Z Checker on 23 November 2026" in whole
    assert "Dear Mrs Khan" in whole
    assert made.body is not None
    assert (made.body.lang, made.body.title) == (URDU, "ملاقات Zara")
    assert [each.lang for each in made.body.sections] == ["", ENGLISH, ENGLISH]
    assert made.reading is not None
    assert made.reading.sentence.startswith("Reading age of the English about")
    english = made_letter(store, met, mum, INVITED)
    assert english.reading is not None
    assert english.reading.sentence.startswith("Reading age about")
    assert kept.checked_english


def made_letter(store: Store, met: str, reader: str, letter: LetterWish) -> MadeSheet:
    wish = Wish(audience=Audience.FAMILY, reader=reader)
    at = store.now().astimezone()
    sheet = letter_sheet(letter)
    return make(store, sheet, met, wish, today=TODAY, printed_at=at)


def test_english_changed_after_the_check_has_to_be_checked_again(
    store: Store, make: Make, khans: Made
) -> None:
    met, mum = make.meeting(khans).meeting.id, khans.adults[0].id
    urdu(store)
    english = english_of(store, LetterKind.INVITATION)
    changed = replace(english, text=english.text.replace("You can bring", "Please bring"))
    keep_text(store, changed, today=TODAY)
    with pytest.raises(CannotPrint, match="changed after it was checked"):
        written(store, met, mum, replace(INVITED, language=URDU))


def test_days_are_written_as_the_language_says_them_once_that_is_checked(store: Store) -> None:
    pattern = "{weekday} {day} {month} {year}"
    names = LetterText(
        kind=LetterKind.DATES,
        language=URDU,
        text=f"{DAYS}\n{MONTHS}\n{pattern}",
        translated_by="Mrs Y Translator",
        checked_by="Mr Z Checker",
        checked_on=TODAY,
    )
    kept = keep_text(store, names, today=TODAY)
    assert dated(TODAY, kept) == "پیر 23 نومبر 2026"
    for wrong in (f"{MONTHS}\n{DAYS}\n{pattern}", DAYS, f"{DAYS}\n{MONTHS}\n{{day}}"):
        with pytest.raises(NotReady):
            keep_text(store, replace(names, text=wrong), today=TODAY)


def test_a_translation_has_the_slots_of_the_english_and_no_others(store: Store) -> None:
    for wrong in ("{nobody}", "Dear {reader},", "{ {reader}"):
        with pytest.raises(NotReady):
            urdu(store, text=wrong)
    with pytest.raises(NotReady, match="after today"):
        urdu(store, checked_on=TODAY + timedelta(days=1))
    with pytest.raises(NotReady, match="who checked it"):
        urdu(store, checked_by="")
    with pytest.raises(NotReady, match="when it was checked"):
        urdu(store, checked_on=None)


def test_a_phrase_stands_before_the_greeting(store: Store, make: Make, khans: Made) -> None:
    met = make.meeting(khans).meeting.id
    letter = replace(INVITED, phrases=("Interpreter",))
    said = words(written(store, met, khans.adults[0].id, letter))
    assert said.index("interpreter to come") < said.index("With kind regards")
    with pytest.raises(CannotPrint, match="no phrase called"):
        written(store, met, khans.adults[0].id, replace(INVITED, phrases=("Nothing",)))


def test_the_school_adds_phrases_of_its_own(store: Store) -> None:
    with pytest.raises(NotReady, match="short name"):
        keep_text(
            store,
            LetterText(kind=LetterKind.PHRASE, language=ENGLISH, text="Come for tea."),
            today=TODAY,
        )
    keep_text(
        store,
        LetterText(kind=LetterKind.PHRASE, language=ENGLISH, name="Tea", text="Come for tea."),
        today=TODAY,
    )
    assert phrase_names(store)[-1] == "Tea"
    assert {each.name for each in texts_in(store, URDU)} >= {"Tea", "Interpreter"}


def test_no_language_but_english_is_shipped(store: Store) -> None:
    assert {each.language for each in OURS} == {ENGLISH}
    lines = texts_in(store, "pl")
    assert all(each.text is None and each.missing for each in lines)
    assert {each.kind for each in lines} == set(LetterKind)


def test_our_own_letters_are_easy_to_read_and_have_only_slots_that_exist() -> None:
    for each in OURS:
        assert text_problems(each, None) == {}
        plain = filled(each.text, dict.fromkeys(("reader", "child", "day"), "Zara"))
        assert reading_age_of("\n".join(said.words for said in plain)).years <= 11
    assert {each.kind for each in OURS} == {*LETTERS, LetterKind.PHRASE}


def test_the_english_is_ours_until_the_school_writes_its_own(store: Store) -> None:
    ours = english_of(store, LetterKind.THANKS)
    own = keep_text(store, replace(ours, heading="Thank you"), today=TODAY)
    assert text_in(store, LetterKind.THANKS, ENGLISH) == own
    store.undo()
    assert english_of(store, LetterKind.THANKS) == ours


def test_a_letter_without_a_heading_that_shows_is_headed_by_its_kind(
    store: Store, make: Make, khans: Made
) -> None:
    mum, met = khans.adults[0].id, make.meeting(khans).meeting.id
    ours = english_of(store, LetterKind.INVITATION)
    for heading in ("", "\u200b", "\u200d \ufeff"):
        with store.saving() as saving:
            saving.add(replace(ours, family=SETTINGS_STREAM, heading=heading))
        assert written(store, met, mum).english.heading == "Invitation to a meeting"
        store.undo()


def test_what_shows_nothing_is_no_text_no_name_and_no_check(store: Store) -> None:
    ours, unseen = english_of(store, LetterKind.THANKS), "\u200b"
    polish = replace(ours, id="", version="", language="pl", checked_on=TODAY)
    for text, field in (
        (replace(ours, text=unseen), "text"),
        (replace(ours, heading=unseen), "heading"),
        (replace(ours, kind=LetterKind.PHRASE, name=unseen, text="Welcome"), "name"),
        (replace(polish, translated_by="Mrs Y", checked_by=unseen), "checked_by"),
    ):
        with pytest.raises(NotReady) as refused:
            keep_text(store, text, today=TODAY)
        assert list(refused.value.problems) == [field]


def test_the_language_somebody_speaks_is_offered_first() -> None:
    assert language_spoken("English, a little Urdu") == URDU
    assert language_spoken("Farsi at home; reads English") == "fa"
    assert language_spoken("") == ENGLISH


def test_a_date_is_never_taken_for_another(store: Store) -> None:
    assert dated(date(2026, 12, 3), None) == "03/12/2026"


def test_who_could_not_come_is_written_to_and_whom_we_called_off_is_not(
    store: Store, make: Make, khans: Made
) -> None:
    mum = khans.adults[0].id
    missed = LetterWish(kind=LetterKind.MISSED)
    not_come = make.meeting(khans).meeting
    call_off(store, not_come, why=NOT_COME, today=TODAY)
    assert usual_kind(store, not_come.id, today=TODAY) is LetterKind.MISSED
    assert "We were going to meet about Zara" in words(written(store, not_come.id, mum, missed))
    with pytest.raises(CannotPrint, match="did not take place"):
        written(store, not_come.id, mum, LetterWish(kind=LetterKind.THANKS))
    ours = make.meeting(khans).meeting
    call_off(store, ours, why=BY_SCHOOL, reason="The room was flooded.", today=TODAY)
    with pytest.raises(CannotPrint, match="called that meeting off ourselves"):
        written(store, ours.id, mum, missed)
    assert [each.paper.code for each in papers_of(store, ours.id, today=TODAY)] == []
    assert [each.paper.code for each in papers_of(store, not_come.id, today=TODAY)] == 2 * [
        "missed"
    ]


def test_what_the_child_said_goes_home_only_where_it_was_ticked_for_this_letter(
    store: Store, make: Make, khans: Made
) -> None:
    met, mum = make.meeting(khans).meeting, khans.adults[0].id
    told = replace(met, outcome="Agreed.", child_voice="I like the bus.")
    change_meeting(store, told, today=TODAY)
    plain = LetterWish(kind=LetterKind.FOLLOW_UP)
    assert "I like the bus" not in words(written(store, met.id, mum, plain))
    ticked = replace(plain, child_words=True)
    assert "Zara told us: “I like the bus.”" in words(written(store, met.id, mum, ticked))


def test_letting_the_childs_words_through_does_not_name_a_sensitive_place(
    store: Store, make: Make, khans: Made
) -> None:
    met, mum = make.meeting(khans, place="library").meeting, khans.adults[0].id
    change_meeting(store, replace(met, outcome="Agreed.", child_voice="I like it."), today=TODAY)
    ours = english_of(store, LetterKind.FOLLOW_UP)
    keep_text(store, replace(ours, text=f"We met at: {{place}}\n{ours.text}"), today=TODAY)
    for child_words in (False, True):
        wish = LetterWish(kind=LetterKind.FOLLOW_UP, child_words=child_words)
        assert "We met at: Library" in words(written(store, met.id, mum, wish))
    library = next(each for each in store.choices("place") if each.code == "library")
    keep(store, replace(library, flags=(*library.flags, "sensitive")))
    said = words(written(store, met.id, mum, wish))
    assert "We met at" not in said
    assert "I like it." in said
