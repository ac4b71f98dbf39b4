"""What the family summary says, to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from liaison.model.barrier import Accepted, Adjustment, BarrierState, Worked
from liaison.model.family import Family, LivesThere
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Audience
from liaison.model.follow_up import Side
from liaison.model.meeting import Meeting, MeetingState
from liaison.model.reach import ContactPreference
from liaison.model.transition import ConcernState
from liaison.sheets import sheet_called
from tests.sheets.accessibility.samples import HOUSE
from tests.sheets.pages import body_of, pages, printed, said, section, text
from tests.sheets.records import (
    ALI,
    DAD,
    MUM,
    TODAY,
    ZARA,
    barrier,
    concern,
    contact,
    family,
    follow_up,
    handover,
    khans,
    lives,
    part,
    planted,
    staff,
    tie,
    word,
)

FAMILY, HANDOVER = Audience.FAMILY, Audience.HANDOVER


def test_the_sections_stand_in_the_order_of_a_meeting() -> None:
    headings = [each.heading for each in body_of(staff(khans())).sections]
    assert headings == [
        "Who",
        "How to reach them",
        "Going well",
        "Last contacts",
        "What gets in the way",
        "Worries about a move",
        "What we said we would do",
        "What you said you would do",
        "What others said they would do",
        "Next date",
    ]


def test_no_heading_stands_over_nothing() -> None:
    body = body_of(staff(FamilyRecord(family=Family(id="f", name="Khan"))))
    assert body.sections == ()
    assert body.aside == ()
    assert "Nothing is recorded about this family yet." in body.under


def test_an_empty_family_still_gives_a_page() -> None:
    (page,) = pages(printed(FamilyRecord(family=Family(id="f", name="Khan"))))
    assert "Khan family" in page
    assert "Page 1 of 1" in page


def test_children_stand_first_eldest_first_with_year_and_class() -> None:
    for copy in (staff(khans()), family(khans(), "mum"), handover(khans())):
        lines = section(body_of(copy), "Who").lines
        assert [each.lead for each in lines[:2]] == ["Zara Khan", "Ali Khan"]
        assert lines[0].text.startswith(f"Year 6, {word('zara', 'class_name')}.")


def test_the_year_shown_is_this_years() -> None:
    older = replace(ZARA, year_group="4", year_group_in=2024)
    body = body_of(staff(khans(people=(MUM, older, ALI))))
    assert "Year 6" in said(body, "Who")


def test_special_needs_stand_on_staff_and_handover_copies_only() -> None:
    assert "SEN support" in said(body_of(staff(khans())), "Who")
    assert "SEN support" in said(body_of(handover(khans())), "Who")
    assert "SEN" not in said(body_of(family(khans(), "mum")), "Who")


def test_an_adult_stands_with_her_ties_and_where_she_lives() -> None:
    who = said(body_of(staff(khans())), "Who")
    assert "Mrs Amina Khan Mother. Lives there." in who
    assert "Mr Tariq Khan Father of Zara. Lives elsewhere." in who
    assert f"Dr Grace Bell Doctor. {word('doctor', 'organisation')}." in who


def test_a_tie_we_do_not_know_is_shown_by_its_own_code() -> None:
    record = khans(relationships=(tie("dad", "zara", "", raw_code="HFA"),))
    assert "HFA of Zara" in said(body_of(staff(record)), "Who")


def test_somebody_who_died_is_said_so_and_not_rung() -> None:
    record = khans(people=(MUM, replace(DAD, died_on=date(2026, 3, 1)), ZARA, ALI))
    body = body_of(staff(record))
    assert "Died 1 March 2026" in said(body, "Who")
    assert "Tariq" not in said(body, "How to reach them")
    assert not body.aside


def test_a_contact_says_when_how_with_whom_and_what_came_of_it() -> None:
    talks = said(body_of(staff(khans())), "Last contacts")
    assert "Mon 9 Nov. Phone call with Mrs Khan. 3:30pm. Spoke. Worry." in talks
    assert f"My view: {word('withmum', 'view')}." in talks


def test_on_her_own_copy_a_contact_is_with_you_and_has_no_label() -> None:
    talks = said(body_of(family(khans(), "mum")), "Last contacts")
    assert "Phone call with you. 3:30pm. Spoke." in talks
    assert f"Your words: “{word('withmum', 'words')}”" in talks
    assert "Worry" not in talks
    assert "My view" not in talks


def test_the_newest_contacts_stand_there_and_the_rest_are_counted() -> None:
    held = tuple(contact(f"c{day}", date(2026, 10, day)) for day in range(1, 10))
    talks = section(body_of(staff(khans(contacts=held))), "Last contacts")
    assert talks.lines[0].lead == "Fri 9 Oct."
    assert (len(talks.lines), talks.more) == (5, 4)


def test_a_task_ticked_off_is_no_contact() -> None:
    record = khans(contacts=(contact("task", outcome="task_done"),))
    assert "Last contacts" not in [each.heading for each in body_of(staff(record)).sections]


def test_what_goes_without_saying_is_not_said() -> None:
    likes = ContactPreference(id="l", person="mum", format="standard")
    record = khans(preferences=(likes,), people=(MUM, replace(ZARA, first_language="English")))
    body = body_of(staff(record))
    assert "English" not in said(body, "Who")
    assert "Standard" not in said(body, "How to reach them")


def test_an_open_barrier_stands_with_what_was_tried_and_how_it_went() -> None:
    tried = [
        planted(Adjustment, f"t{n}", barrier="i-bus", kind="travel", note="", accepted=a, worked=w)
        for n, (a, w) in enumerate(
            [
                (Accepted.YES, Worked.PARTLY),
                (Accepted.NO, Worked.TOO_EARLY),
                (Accepted.YES, Worked.TOO_EARLY),
            ]
        )
    ]
    gone = barrier("gone", state=BarrierState.GONE)
    open_one = barrier("bus", person="mum", state=BarrierState.EASING)
    body = body_of(staff(khans(barriers=(open_one, gone), adjustments=tuple(tried))))
    assert said(body, "What gets in the way") == (
        f"Transport or distance. Mrs Khan. Easing. “{word('bus', 'words')}” "
        "Tried: Help with travel, partly worked; Help with travel, not taken up; "
        "Help with travel, too early to say."
    )


def test_a_settled_worry_is_not_printed() -> None:
    settled = concern("settled", "zara", state=ConcernState.SETTLED)
    body = body_of(staff(khans(concerns=(settled,))))
    assert "Worries about a move" not in [each.heading for each in body.sections]


def test_a_worry_names_the_move_the_level_and_what_is_agreed() -> None:
    worry = said(body_of(handover(khans())), "Worries about a move")
    assert worry.startswith("Zara. Year 6 to 7: Friendships. Some extra support.")
    assert f"“{word('zaraworry', 'words')}”" in worry
    assert f"Support: {word('zaraworry', 'support')}." in worry


def test_only_ours_is_called_late_and_only_on_a_staff_copy() -> None:
    late = (
        follow_up("ours", person="mum", due=date(2026, 11, 1)),
        follow_up("theirs", person="mum", due=date(2026, 11, 1), side=Side.FAMILY),
    )
    body = body_of(staff(khans(follow_ups=late)))
    assert "Late, was due Sun 1 Nov:" in said(body, "What we said we would do")
    assert "By Sun 1 Nov:" in said(body, "What you said you would do")
    assert "ate, was due" not in text(printed(khans(follow_ups=late), FAMILY, "mum"))


def test_a_promise_has_a_box_to_tick_and_no_owner_on_a_family_copy() -> None:
    line = section(body_of(family(khans(), "mum")), "What we said we would do").lines[0]
    assert line.box
    assert "Owner" not in line.text


def test_the_next_date_is_the_first_that_is_still_to_come() -> None:
    record = khans(
        follow_ups=(follow_up("past", due=date(2026, 11, 1)),),
        barriers=(barrier("look", "cost", review_on=date(2026, 12, 14)),),
        concerns=(concern("later", "zara", next_on=date(2027, 1, 5)),),
    )
    assert said(body_of(staff(record)), "Next date") == (
        "Monday 14 December 2026. Look again: Cost. "
    )


def test_a_meeting_is_the_next_date_before_what_is_due_on_its_day_for_staff_alone() -> None:
    day = TODAY + timedelta(days=2)
    ahead: Meeting = planted(Meeting, "m", held_on=day, held_at="09:30", kind="honest")
    over = replace(ahead, held_on=day - timedelta(days=1), state=MeetingState.CALLED_OFF)
    record = replace(khans(), meetings=(over, ahead), follow_ups=(follow_up("f", due=day),))
    said_for_staff = said(body_of(staff(record)), "Next date")
    assert said_for_staff == "Wednesday 25 November 2026. Meeting, 9:30am. "
    assert "Honest" not in said_for_staff
    hers = body_of(family(record, "mum"))
    assert "Meeting, 9:30am" not in str(hers)


def test_without_anything_to_come_there_is_no_next_date() -> None:
    record = khans(follow_ups=(), barriers=(), concerns=())
    assert "Next date" not in [each.heading for each in body_of(staff(record)).sections]


def test_a_copy_says_for_whom_it_is() -> None:
    assert (
        body_of(staff(khans())).under[0].endswith("For staff. The last page is not for the table.")
    )
    assert body_of(family(khans(), "mum")).under[0].endswith("For Mrs Amina Khan.")
    assert body_of(family(khans())).under[0].endswith("For the family.")
    assert body_of(handover(khans())).under[0].endswith("For the next school.")


def test_a_child_whose_year_nobody_knows_still_stands_by_name() -> None:
    child = replace(ZARA, year_group="", class_name="", sen_status=None, key_adult="")
    record = khans(people=(child,), memberships=(lives("zara", LivesThere.YES),))
    assert "Zara Khan" in said(body_of(staff(record)), "Who")


def test_the_catalogue_names_the_sheet_and_who_may_have_it() -> None:
    sheet = sheet_called("family_summary")
    assert (sheet.code, sheet.title) == ("family_summary", "Family summary")
    assert Audience.ANONYMISED not in sheet.audiences
    assert sheet.body(staff(khans()), HOUSE).title == "Khan family"


def test_a_contact_with_nobody_named_says_only_how() -> None:
    note = contact("alone")
    record = khans(contacts=(note,), contact_people=(part("i-alone", "gone"),))
    assert "Phone call. 3:30pm." in said(body_of(staff(record)), "Last contacts")
