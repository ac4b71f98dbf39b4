"""People who might be the same: differences shown, and the officer's choice followed."""

from pathlib import Path

import pytest

from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.exchange.import_matches import Decision, Match, Verdict
from liaison.exchange.import_plan import ImportPlan
from liaison.model.follow_up import FollowUp
from liaison.model.person import Person, PersonKind
from liaison.store.store import Store
from tests.builders import TODAY
from tests.exchange.ctf_files import contact, ctf, pupil
from tests.exchange.importing import Office

JAMIE = pupil(contacts=[contact(phones=["07700 900101"])])
OLDER = pupil(year="5", contacts=[contact(phones=["07700 900101", "07700 900102"])])


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Office:
    made = Office(store, tmp_path)
    made.sends(pupil(year="4", contacts=[contact(phones=["07700 900101"])]))
    return made


def planned(office: Office, tmp_path: Path, *pupils: str, **chosen: Decision) -> ImportPlan:
    path = tmp_path / "next.xml"
    path.write_text(ctf(*pupils), encoding="utf-8")
    decisions = {key.replace("_", " "): decision for key, decision in chosen.items()}
    return plan_import(office.store, read_ctf(path), today=TODAY, decisions=decisions)


def only(plan: ImportPlan, *, child: bool) -> Match:
    (found,) = [each for each in plan.matches if each.child is child]
    return found


def test_a_first_import_leaves_nobody_in_doubt(store: Store, tmp_path: Path) -> None:
    assert Office(store, tmp_path).plan(JAMIE).matches == ()


def test_what_would_change_stands_side_by_side(office: Office, tmp_path: Path) -> None:
    plan = planned(office, tmp_path, OLDER)
    child, adult = only(plan, child=True), only(plan, child=False)
    assert (child.name, child.verdict) == ("Jamie Farrow", Verdict.SAME)
    (alike,) = child.alike
    assert alike.name == "Jamie Farrow, born 14 January 2015"
    assert [(each.label, each.here, each.file) for each in alike.differences] == [
        ("Year group", "4", "5")
    ]
    assert adult.name == "Casey Farrow (Jamie Farrow)"
    assert adult.alike[0].differences[0].file == "07700 900102"


def test_somebody_left_out_is_neither_changed_nor_missed(office: Office, tmp_path: Path) -> None:
    skip = Decision(Verdict.SKIP)
    plan = planned(office, tmp_path, OLDER, pupil(forename="Robin"), child_0=skip)
    assert plan.counts.skipped == 1
    commit_import(office.store, plan)
    assert office.person("Jamie Farrow").year_group == "4"
    missed = [each.person for each in office.store.find(FollowUp)]
    assert office.person("Jamie Farrow").id not in missed


def test_an_adult_left_out_stays_as_she_was(office: Office, tmp_path: Path) -> None:
    plan = planned(office, tmp_path, OLDER, child_0_contact_0=Decision(Verdict.SKIP))
    assert only(plan, child=False).verdict is Verdict.SKIP
    commit_import(office.store, plan)
    assert office.points("Casey Farrow") == ["07700 900101"]


def test_somebody_new_is_written_beside_the_one_of_the_same_name(
    office: Office, tmp_path: Path
) -> None:
    new = Decision(Verdict.NEW)
    plan = planned(office, tmp_path, OLDER, child_0=new, child_0_contact_0=new)
    assert plan.counts.children == 1
    child = only(plan, child=True)
    assert child.verdict is Verdict.NEW
    assert child.same_as == office.person("Jamie Farrow").id
    commit_import(office.store, plan)
    assert office.named(PersonKind.CHILD) == ["Jamie Farrow", "Jamie Farrow"]


def test_a_look_alike_is_offered_and_can_be_made_the_same(office: Office, tmp_path: Path) -> None:
    typo = pupil(forename="Jaime", year="5")
    child = only(planned(office, tmp_path, typo), child=True)
    assert child.verdict is Verdict.NEW
    (alike,) = child.alike
    assert [each.label for each in alike.differences] == ["Name", "Date of birth", "Year"]
    same = Decision(Verdict.SAME, child.same_as)
    plan = planned(office, tmp_path, typo, child_0=same)
    assert plan.counts.children == 0
    commit_import(office.store, plan)
    assert office.store.get(Person, child.same_as).forename == "Jaime"


def test_an_adult_of_the_same_name_is_offered(office: Office, tmp_path: Path) -> None:
    other = pupil("Reed", "Robin", "2016-02-03", contacts=[contact(phones=["07700 900199"])])
    adult = only(planned(office, tmp_path, other), child=False)
    assert adult.verdict is Verdict.NEW
    assert adult.alike[0].name == "Mrs Casey Farrow"
    same = Decision(Verdict.SAME, adult.same_as)
    alone = planned(office, tmp_path, other, child_0_contact_0=same)
    assert alone.counts.adults == 0


def test_nobody_is_made_the_same_as_somebody_taken(office: Office, tmp_path: Path) -> None:
    taken = Decision(Verdict.SAME, office.person("Jamie Farrow").id)
    twin = pupil(forename="Robin")
    plan = planned(office, tmp_path, JAMIE, twin, child_1=taken)
    assert plan.counts.children == 1
