"""The family page: restrictions first, every dated thing, what is owed, by keyboard."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from liaison.casework.school_time import keep_school_date
from liaison.model.contact import About, Contact, Part
from liaison.model.family import Family, LivesThere, Membership
from liaison.model.follow_up import FollowUp, FollowUpKind, FollowUpState, Side
from liaison.model.person import Person, SenStatus
from liaison.model.reach import ContactPreference, MessageSafety
from liaison.model.restriction import Force, What
from liaison.model.school_calendar import SchoolCalendar, SchoolDate
from liaison.store.store import Store
from tests.builders import TODAY, Made, Make
from tests.ui.audit import faults
from ui.appearance import Appearance, Scheme
from ui.delegates.entries import EntryRow, FollowUpRow, PersonRow
from ui.delegates.timeline import MonthRow, TimelineRow
from ui.screens.family.page import FamilyPage
from ui.screens.family.words_said import said_this_term
from ui.session import Session
from ui.signs import Tone
from ui.tasks.entry_whole import EntryWhole, RestrictionsWhole
from ui.widgets.labels import Words

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def khan(make: Make, store: Store) -> Made:
    made = make.family("Khan", adults=[("Mrs", "Amina", "mother"), ("Mr", "Shahid", "father")])
    amina, shahid = made.adults
    make.phone(amina)
    make.restriction(made, shahid)
    make.contact(
        made,
        facts="She is still worried about the bus.\nWho will be at the stop?",
        held_on=TODAY - timedelta(days=2),
        channel="text",
        about=About.CONCERN,
        people=[(amina, Part.SPOKEN_TO)],
    )
    make.contact(made, facts="Thanked her.", held_on=date(2026, 10, 6), about=About.PRAISE)
    make.follow_up(made, "Find out about the bus", TODAY - timedelta(days=4))
    make.barrier(made)
    make.concern(made)
    with store.saving() as saving:
        saving.add(
            ContactPreference(
                family=made.id,
                person=amina.id,
                channel="text",
                best_times="after 3 pm",
                languages="Urdu",
                interpreter="telephone",
            )
        )
        saving.change(replace(made.children[0], sen_status=SenStatus.SUPPORT, class_name="6B"))
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, khan: Made) -> FamilyPage:
    made = FamilyPage(session)
    qtbot.addWidget(made)
    made.resize(1130, 680)
    made.show_entry("family", khan.id)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def people(page: FamilyPage) -> dict[str, PersonRow]:
    rows = [each for each in page.people.list.rows() if isinstance(each, PersonRow)]
    return {each.name: each for each in rows}


def timeline_titles(page: FamilyPage) -> list[str]:
    return [each.title for each in page.timeline.list.rows() if isinstance(each, TimelineRow)]


def test_a_restriction_is_said_in_full_before_anything_else(page: FamilyPage) -> None:
    said = page.banner.accessibleName()
    assert "Court order, read 23 Nov 2026. The school must not contact Mr Khan." in said
    first = page.nextInFocusChain()
    while first is not None and not (
        first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisible()
    ):
        first = first.nextInFocusChain()
    assert first is page.banner


def test_one_order_said_of_one_adult_in_two_restrictions_has_one_title(
    page: FamilyPage, make: Make, khan: Made
) -> None:
    make.restriction(khan, khan.adults[1], what=What.COLLECT)
    said = page.banner.accessibleName()
    assert said.count("Court order, read") == 1
    assert "Mr Khan must not collect." in said
    assert "Do not hand over." in said
    make.restriction(khan, khan.adults[1], what=What.LETTERS, force=Force.WISH, seen_on=None)
    assert "A wish: it has no legal force." in page.banner.accessibleName()


def test_a_family_of_nobody_yet_says_how_somebody_is_put_in(
    page: FamilyPage, store: Store, khan: Made
) -> None:
    said = page.people.findChildren(Words)
    nobody = next(each for each in said if each.text() == "Nobody yet: choose Add, then Person.")
    assert not nobody.isVisible()
    with store.saving() as saving:
        empty = saving.add(Family(name="Nobody"))
    page.show_entry("family", empty.id)
    assert nobody.isVisible()
    assert faults(page) == []
    page.show_entry("family", khan.id)
    assert not nobody.isVisible()


def test_people_stand_in_the_order_of_ringing_with_how_to_reach_them(page: FamilyPage) -> None:
    rows = people(page)
    assert list(rows)[:2] == ["Mrs Amina Khan", "Mr Shahid Khan"]
    lines = [words for _, words in rows["Mrs Amina Khan"].lines]
    assert lines == [
        "First to ring",
        "Text message, after 3 pm",
        "07700 900412",
        MessageSafety.NOT_ASKED.label,
        "Urdu, interpreter: telephone",
    ]
    assert rows["Mr Shahid Khan"].restricted
    assert rows["Mr Shahid Khan"].lines == (("ban", "Contact by school"),)
    assert [words for _, words in rows["Zara"].lines] == ["Class 6B", "SEN support"]
    assert rows["Zara"].relation == "Year 6"


def test_somebody_who_lives_elsewhere_or_has_died_is_said_to(
    page: FamilyPage, store: Store, khan: Made
) -> None:
    amina, shahid = khan.adults
    (home,) = store.find(Membership, "person = :person", person=shahid.id)
    with store.saving() as saving:
        saving.change(replace(home, lives_there=LivesThere.NO))
        saving.change(replace(store.get(Person, amina.id), died_on=date(2026, 9, 3)))
    rows = people(page)
    assert ("home", "Lives elsewhere") in rows["Mr Shahid Khan"].lines
    assert rows["Mrs Amina Khan"].lines == (("calendar", "Died 3 Sep 2026"),)


def test_every_dated_thing_stands_in_the_timeline_under_its_month(page: FamilyPage) -> None:
    titles = timeline_titles(page)
    assert "Text to Mrs Khan" in titles
    assert "Court order" in titles
    assert "Due: Find out about the bus" in titles
    assert any(title.startswith("What gets in the way") for title in titles)
    assert any("Zara’s move" in title for title in titles)
    months = [each.title for each in page.timeline.list.rows() if isinstance(each, MonthRow)]
    assert months == ["November 2026", "October 2026"]


def test_the_timeline_is_filtered_by_words_and_by_kind(page: FamilyPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert page.timeline.filter.hasFocus()
    qtbot.keyClicks(page.timeline.filter, "bus stop")
    qtbot.waitUntil(lambda: timeline_titles(page) == ["Text to Mrs Khan"])
    qtbot.keyClick(page.timeline.filter, Qt.Key.Key_Down)
    assert page.timeline.list.hasFocus()
    page.timeline.forget_filter()
    page.timeline.kinds.setCurrentIndex(page.timeline.kinds.findData("restriction"))
    assert timeline_titles(page) == ["Court order"]
    page.timeline.filter.setText("nothing like it")
    page.timeline._filter_now()
    assert page.timeline._pages.currentWidget() is page.timeline._no_match


def test_a_task_is_done_at_once_and_can_be_taken_back(
    page: FamilyPage, qtbot: QtBot, session: Session, store: Store
) -> None:
    with qtbot.waitSignal(session.said) as said:
        qtbot.keyClick(page, Qt.Key.Key_D, CONTROL)
    assert said.args == ["Done: Find out about the bus", True]
    assert page.follow_ups.list.rows() == ()
    assert store.find(FollowUp)[0].state is FollowUpState.DONE
    session.undo()
    (row,) = page.follow_ups.list.rows()
    assert isinstance(row, FollowUpRow)
    assert (row.when, row.tone) == ("4 days late", Tone.LATE)


def test_a_promised_contact_is_done_by_logging_it(
    page: FamilyPage, qtbot: QtBot, session: Session, store: Store
) -> None:
    (owed,) = store.find(FollowUp)
    with store.saving() as saving:
        saving.change(replace(owed, kind=FollowUpKind.CONTACT))
    page.follow_ups.list.setFocus()
    page.follow_ups.list.choose(owed.id)
    with qtbot.waitSignal(session.wanted) as wanted:
        qtbot.keyClick(page.follow_ups.list, Qt.Key.Key_Space)
    assert wanted.args == ["log-contact", owed.id]
    assert store.get(FollowUp, owed.id).state is FollowUpState.OPEN


def test_what_a_parent_promised_is_never_called_late(page: FamilyPage, store: Store) -> None:
    (owed,) = store.find(FollowUp)
    with store.saving() as saving:
        saving.change(replace(owed, side=Side.FAMILY))
    (row,) = page.follow_ups.list.rows()
    assert isinstance(row, FollowUpRow)
    assert (row.words, row.when, row.tone) == (
        "They: Find out about the bus",
        "Thu 19 Nov",
        Tone.LATER,
    )


def test_barriers_worries_and_counts_stand_at_the_side(page: FamilyPage) -> None:
    (barrier,) = page.barriers.list.rows()
    assert isinstance(barrier, EntryRow)
    assert (barrier.title, barrier.chip) == ("Transport or distance", "Open")
    (worry,) = page.concerns.list.rows()
    assert worry.spoken == ("Zara: Friendships, Some extra support, Raised, “Who will I sit with?”")
    assert page.words_said._good.text() == "1 good news"
    assert page.words_said._worry.text() == "1 worry"


def test_what_was_said_before_this_term_is_not_counted() -> None:
    old = Contact(held_on=date(2026, 8, 1), channel="phone", outcome="spoke", about=About.PRAISE)
    assert said_this_term([old], TODAY, SchoolCalendar()) == (0, 0)


def test_the_count_begins_with_the_school_s_own_term(
    page: FamilyPage, store: Store, make: Make, khan: Made
) -> None:
    make.contact(khan, held_on=date(2026, 11, 2), about=About.PRAISE)
    first, last = date(2026, 11, 2), date(2026, 12, 18)
    before = page.words_said._good.text()
    keep_school_date(store, SchoolDate(name="Second half", starts_on=first, ends_on=last))
    assert (before, page.words_said._good.text()) == ("2 good news", "1 good news")


def test_f6_goes_from_pane_to_pane_and_round(page: FamilyPage, qtbot: QtBot) -> None:
    panes = [page.timeline.list, page.follow_ups.list, page.barriers.list, page.concerns.list]
    assert page.timeline.list.hasFocus()
    for wanted in (*panes[1:], page.people.list, panes[0]):
        qtbot.keyClick(page, Qt.Key.Key_F6)
        assert wanted.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.people.list.hasFocus()


def test_a_person_and_a_note_can_be_copied_by_key(page: FamilyPage, qtbot: QtBot) -> None:
    page.people.list.setFocus()
    page.people.list.choose_first()
    qtbot.keyClick(page.people.list, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard()
    assert copied.text().splitlines()[0] == "Mrs Amina Khan, Mother"
    assert "07700 900412" in copied.text()
    assert "x-kde-passwordManagerHint" in copied.mimeData().formats()
    page.timeline.list.setFocus()
    qtbot.keyClick(page.timeline.list, Qt.Key.Key_C, CONTROL)
    assert copied.text().startswith("Monday 23 November 2026.")


def test_with_little_room_the_columns_become_tabs(page: FamilyPage, qtbot: QtBot) -> None:
    page.set_narrow(narrow=True)
    assert page.tabs.isVisible()
    assert not page.people.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F6)
    assert page.tabs.currentIndex() == 2
    assert page.follow_ups.list.isVisible()
    assert not page.timeline.isVisible()
    assert page.tabs.tabText(2) == "Follow-ups 1"
    page.set_narrow(narrow=False)
    assert page.people.isVisible()
    assert page.timeline.isVisible()


def test_that_a_family_was_read_is_remembered(page: FamilyPage, khan: Made, store: Store) -> None:
    store.flush_looks()
    assert store.query("SELECT 1 FROM change WHERE kind = 'look' AND family = :id", id=khan.id)


def test_a_family_that_is_gone_leads_back_to_the_list(
    page: FamilyPage, qtbot: QtBot, session: Session, store: Store, khan: Made
) -> None:
    with qtbot.waitSignal(session.wanted) as wanted, store.saving() as saving:
        saving.remove(store.get(Family, khan.id))
    assert wanted.args == ["families", khan.id]


def test_a_family_without_anything_says_so(qtbot: QtBot, session: Session, make: Make) -> None:
    page = FamilyPage(session)
    qtbot.addWidget(page)
    page.show_entry("family", make.family("Abdi", children=(), adults=()).id)
    assert page.timeline._pages.currentWidget() is page.timeline._nothing
    assert page.banner.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_D, CONTROL)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("text_size", [100, 150])
def test_the_page_passes_the_audit(
    page: FamilyPage, appearance: Appearance, scheme: Scheme, text_size: int
) -> None:
    appearance.set_scheme(scheme)
    appearance.set_text_size(text_size)
    page.set_narrow(narrow=text_size > 120)
    page.resize(1130 if text_size == 100 else 1300, 680)
    assert faults(page) == []


def test_enter_on_a_note_asks_for_the_whole_of_it(
    page: FamilyPage, qtbot: QtBot, session: Session, store: Store
) -> None:
    (note,) = store.find(Contact, "channel = 'text'")
    page.timeline.list.choose(note.id)
    with qtbot.waitSignal(session.wanted) as wanted:
        qtbot.keyClick(page.timeline.list, Qt.Key.Key_Return)
    assert wanted.args == ["entry", f"contact/{note.id}"]
    whole = EntryWhole(session, f"contact/{note.id}")
    qtbot.addWidget(whole)
    whole.resize(620, 400)
    whole.show()
    assert "Seen or said: She is still worried about the bus.\nWho" in "\n".join(whole._copied)
    whole._copy.click()
    assert QGuiApplication.clipboard().text().startswith("Text to Mrs Khan")
    assert faults(whole) == []


def test_the_details_of_every_restriction_can_be_read(
    qtbot: QtBot, session: Session, khan: Made
) -> None:
    whole = RestrictionsWhole(session, khan.id)
    qtbot.addWidget(whole)
    assert "Court order, read 23 Nov 2026: Mr Khan" in whole._copied
    assert "What: Contact by school" in whole._copied


def test_enter_on_a_meeting_opens_the_planner(
    page: FamilyPage, qtbot: QtBot, session: Session, khan: Made, make: Make
) -> None:
    meeting = make.meeting(khan, coming=khan.adults[:1], held_on=TODAY + timedelta(days=1)).meeting
    page.reload()
    page.timeline.list.choose(meeting.id)
    with qtbot.waitSignal(session.wanted) as wanted:
        qtbot.keyClick(page.timeline.list, Qt.Key.Key_Return)
    assert wanted.args == ["meeting", meeting.id]
    whole = EntryWhole(session, f"meeting/{meeting.id}")
    qtbot.addWidget(whole)
    assert f"Purpose in one sentence: {meeting.purpose}" in "\n".join(whole._copied)
