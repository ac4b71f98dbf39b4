"""One editor for each kind of value: what goes in comes out, and what is no value says so."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison.casework.lists import every_choice, retire
from liaison.casework.school_time import keep_school_date
from liaison.model.barrier import Barrier
from liaison.model.contact import About, Contact
from liaison.model.family import Family
from liaison.model.family_record import FamilyRecord
from liaison.model.fields import Bound, field, fields_of
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person, SenStatus
from liaison.model.relationship import Relationship
from liaison.model.restriction import Restriction
from liaison.model.school_calendar import SchoolDate, SchoolDateKind
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.ui.forms_on_screen import type_into
from ui.editors.choosing import ChoiceEditor, ChoicesEditor, ListedEditor, MaybeEditor
from ui.editors.days import DayEditor
from ui.editors.editor import Editor, Ground
from ui.editors.editor_for import editor_for
from ui.editors.people import PeopleEditor, PersonEditor, person_bound
from ui.editors.writing import ClockEditor, LineEditor, NoteEditor, WholeEditor
from ui.widgets.alt_keys import with_mnemonics


@pytest.fixture
def ground(store: Store) -> Ground:
    return Ground(store, FamilyRecord(family=Family(name="Khan")), TODAY)


def bound(cls: Any, name: str) -> Bound:
    return next(each for each in fields_of(cls) if each.name == name)


def day(qtbot: QtBot, ground: Ground, *, ahead: bool) -> DayEditor:
    made = DayEditor(bound(FollowUp, "due"), ground, ahead=ahead)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "meant", "shown"),
    [
        ("tomorrow", date(2026, 11, 24), "Tue 24 November 2026, in 1 school day"),
        ("fri", date(2026, 11, 27), "Fri 27 November 2026, in 4 school days"),
        ("3 12", date(2026, 12, 3), "Thu 3 December 2026, in 8 school days"),
        ("in 2 school weeks", date(2026, 12, 7), "Mon 7 December 2026, in 2 school weeks"),
        ("in 3 school days", date(2026, 11, 26), "Thu 26 November 2026, in 3 school days"),
    ],
)
def test_a_day_is_typed_as_people_say_it_and_shown_as_understood(
    qtbot: QtBot, ground: Ground, typed: str, meant: date, shown: str
) -> None:
    editor = day(qtbot, ground, ahead=True)
    type_into(editor.line, typed)
    assert editor.value() == meant
    assert editor.understood.text() == shown


def test_school_weeks_leave_out_the_half_term(qtbot: QtBot, store: Store) -> None:
    keep_school_date(
        store,
        SchoolDate(
            kind=SchoolDateKind.HALF_TERM,
            name="Half-term",
            starts_on=date(2026, 11, 30),
            ends_on=date(2026, 12, 4),
        ),
    )
    ground = Ground(store, FamilyRecord(family=Family(name="Khan")), TODAY)
    editor = day(qtbot, ground, ahead=True)
    type_into(editor.line, "in 1 school week")
    assert editor.value() == date(2026, 12, 7)


def test_a_day_that_has_been_lies_behind(qtbot: QtBot, ground: Ground) -> None:
    editor = day(qtbot, ground, ahead=False)
    type_into(editor.line, "fri")
    assert editor.value() == date(2026, 11, 20)
    assert editor.understood.text() == "Fri 20 November 2026"


def test_a_day_may_be_missing_and_what_is_no_day_says_so(qtbot: QtBot, ground: Ground) -> None:
    editor = day(qtbot, ground, ahead=True)
    assert (editor.value(), editor.problem()) == (None, "")
    type_into(editor.line, "soonish")
    assert editor.value() is None
    assert editor.understood.text() == "Not a date yet"
    assert editor.problem().startswith("“soonish” is not a date.")
    other = day(qtbot, ground, ahead=True)
    other.resume(editor.kept())
    assert other.line.text() == "soonish"


def test_leaving_a_typed_day_has_it_spoken(
    qtbot: QtBot, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def listen(_widget: object, sentence: str) -> None:
        said.append(sentence)

    monkeypatch.setattr("ui.editors.days.announce", listen)
    editor = day(qtbot, ground, ahead=True)
    type_into(editor.line, "fri")
    editor.line.editingFinished.emit()
    assert said == ["Fri 27 November 2026, in 4 school days"]


def test_a_time_of_day_is_read_or_refused(qtbot: QtBot) -> None:
    editor = ClockEditor(bound(Contact, "held_at"))
    qtbot.addWidget(editor)
    assert (editor.value(), editor.problem()) == ("", "")
    type_into(editor.line, "3pm")
    assert editor.value() == "15:00"
    type_into(editor.line, "teatime")
    assert editor.value() == ""
    assert "not a time of day" in editor.problem()
    editor.set_value("09:05")
    assert editor.kept() == "09:05"


def test_a_whole_number_is_whole(qtbot: QtBot) -> None:
    maybe = WholeEditor(bound(Relationship, "position"))
    always = WholeEditor(bound(FollowUp, "tries"))
    for editor in (maybe, always):
        qtbot.addWidget(editor)
    assert (maybe.value(), always.value()) == (None, 0)
    type_into(maybe.line, "2")
    assert maybe.value() == 2
    type_into(maybe.line, "two")
    assert "not a whole number" in maybe.problem()
    maybe.set_value(None)
    assert maybe.problem() == ""


def test_a_choice_offers_the_list_and_a_letter_jumps_to_its_words(
    qtbot: QtBot, ground: Ground
) -> None:
    editor = ChoiceEditor(bound(Barrier, "kind"), ground)
    qtbot.addWidget(editor)
    editor.show()
    assert editor.value() == ""
    QTest.keyClicks(editor.box, "gri")
    assert editor.value() == "grief"


def test_a_retired_value_is_offered_only_where_it_is_set(
    qtbot: QtBot, store: Store, ground: Ground
) -> None:
    grief = next(each for each in every_choice(store, "barrier") if each.code == "grief")
    retire(store, grief)
    editor = ChoiceEditor(bound(Barrier, "kind"), ground)
    qtbot.addWidget(editor)
    assert editor.box.findText("Grief") < 0
    editor.set_value("grief")
    assert editor.box.currentText() == "Grief"
    assert editor.value() == "grief"


def test_an_unknown_code_shows_itself_and_stays(qtbot: QtBot, ground: Ground) -> None:
    one = ChoiceEditor(bound(Barrier, "kind"), ground)
    several = ChoicesEditor(bound(Barrier, "effects"), ground)
    for editor in (one, several):
        qtbot.addWidget(editor)
    one.set_value("moon_phase")
    assert (one.box.currentText(), one.value()) == ("moon_phase", "moon_phase")
    several.set_value(("replies", "tides"))
    assert several.ticks["tides"].text() == "tides"
    assert set(several.value()) == {"replies", "tides"}


def test_an_enumeration_shows_its_words_and_may_stay_open(qtbot: QtBot) -> None:
    about = ListedEditor(bound(Contact, "about"))
    few = ListedEditor(bound(Contact, "about"), [About.PRAISE])
    for editor in (about, few):
        qtbot.addWidget(editor)
    assert about.value() is None
    about.set_value(About.CONCERN)
    assert (about.box.currentText(), about.value()) == ("Worry", About.CONCERN)
    assert about.kept() == "concern"
    few.set_value(About.CONCERN)
    assert few.box.currentText() == "Worry"


def test_yes_no_and_not_known_are_three_things(qtbot: QtBot) -> None:
    editor = MaybeEditor(bound(Person, "free_school_meals"))
    qtbot.addWidget(editor)
    assert editor.value() is None
    editor.set_value(False)
    assert editor.box.currentText() == "No"
    assert editor.value() is False


def test_the_wheel_scrolls_the_form_and_never_changes_a_choice(
    qtbot: QtBot, ground: Ground
) -> None:
    editor = ChoiceEditor(bound(Barrier, "kind"), ground)
    qtbot.addWidget(editor)
    editor.show()
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    editor.box.wheelEvent(wheel)
    assert not wheel.isAccepted()
    assert editor.value() == ""


def test_the_list_drops_down_as_wide_as_its_words(qtbot: QtBot, ground: Ground) -> None:
    editor = ChoiceEditor(bound(Barrier, "kind"), ground)
    qtbot.addWidget(editor)
    editor.resize(120, 40)
    editor.show()
    editor.box.showPopup()
    assert editor.box.view().minimumWidth() >= 120
    editor.box.hidePopup()


def test_several_are_ticked_in_as_many_columns_as_fit(qtbot: QtBot, ground: Ground) -> None:
    editor = ChoicesEditor(bound(Contact, "purposes"), ground)
    qtbot.addWidget(editor)
    editor.resize(700, 400)
    editor.show()
    xs = {tick.x() for tick in editor.ticks.values()}
    assert len(xs) > 1
    editor.ticks["hello"].click()
    assert editor.value() == ("hello",)
    assert editor.kept() == ["hello"]
    editor.resize(180, 900)
    qtbot.waitUntil(lambda: len({tick.x() for tick in editor.ticks.values()}) == 1)


def test_people_of_the_family_are_chosen_by_name(
    qtbot: QtBot, store: Store, make: Make, ground: Ground
) -> None:
    khan = make.family("Khan")
    byrne = make.family("Byrne", adults=[("Ms", "Orla", "mother")])
    whom = PersonEditor(bound(FollowUp, "person"), khan.adults, ground, nobody="Everybody")
    needed = PersonEditor(person_bound("adult", "Adult"), (), ground)
    several = PeopleEditor(bound(Restriction, "children"), khan.children, ground)
    for editor in (whom, needed, several):
        qtbot.addWidget(editor)
    assert (whom.value(), whom.problem()) == ("", "")
    whom.set_value(byrne.adults[0].id)
    assert whom.box.currentText() == "Ms Orla Byrne"
    whom.set_value("Granny")
    assert whom.box.currentText() == "Granny"
    assert needed.problem() == "Adult is needed."
    several.set_value((byrne.children[0].id,))
    assert several.ticks[byrne.children[0].id].text() == "Zara Byrne"


@pytest.mark.parametrize(
    ("cls", "name", "kind"),
    [
        (FollowUp, "action", LineEditor),
        (FollowUp, "why", NoteEditor),
        (FollowUp, "due", DayEditor),
        (FollowUp, "tries", WholeEditor),
        (FollowUp, "state", ListedEditor),
        (FollowUp, "priority", ChoiceEditor),
        (Barrier, "effects", ChoicesEditor),
        (Person, "free_school_meals", MaybeEditor),
    ],
)
def test_each_kind_of_value_has_its_editor(
    qtbot: QtBot, ground: Ground, cls: Any, name: str, kind: type[Editor]
) -> None:
    editor = editor_for(bound(cls, name), ground)
    qtbot.addWidget(editor)
    assert type(editor) is kind


def test_filling_an_editor_is_not_a_change_by_hand(qtbot: QtBot, ground: Ground) -> None:
    changes: list[str] = []
    for name, value in (("why", "Because."), ("priority", "today"), ("due", TODAY)):
        editor = editor_for(bound(FollowUp, name), ground)
        qtbot.addWidget(editor)
        editor.changed.connect(lambda name=name: changes.append(name))
        editor.set_value(value)
    assert changes == []


def test_sen_status_keeps_its_one_letter_codes(qtbot: QtBot) -> None:
    editor = ListedEditor(bound(Person, "sen_status"))
    qtbot.addWidget(editor)
    editor.resume("K")
    assert editor.value() is SenStatus.SUPPORT


def test_every_label_gets_an_alt_key_of_its_own() -> None:
    marked = with_mnemonics(["Due", "Due day", "Family", "Élan", "12", "Du"])
    assert marked == ["D&ue", "Due d&ay", "Fa&mily", "É&lan", "12", "Du"]
    assert with_mnemonics(["fe"]) == ["&fe"]


def test_an_editor_of_nothing_holds_nothing(qtbot: QtBot) -> None:
    editor = Editor(Bound("x", str, optional=False, about=field("X")))
    qtbot.addWidget(editor)
    editor.set_value("anything")
    assert editor.value() is None
    assert editor.problem() == ""
