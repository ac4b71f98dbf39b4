"""An import writes what a file says in one batch, and a second time it has nothing to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from liaison.errors import ChangedMeanwhile
from liaison.exchange.ctf import read_ctf
from liaison.exchange.ctf_import import commit_import, plan_import
from liaison.exchange.import_adults import CLAIMED
from liaison.exchange.import_plan import Counts
from liaison.model.attendance import AttendanceSnapshot
from liaison.model.family import Family, LivesThere
from liaison.model.person import Person, PersonKind, SenStatus
from liaison.model.reach import Address, ContactPoint, MessageSafety, PointKind
from liaison.model.relationship import Responsibility
from liaison.model.settings import ImportBatch
from liaison.store.store import Store
from tests.builders import TODAY, Make
from tests.exchange.ctf_files import AS_PUPIL, contact, ctf, home, part, pupil, text, whole_school
from tests.exchange.importing import Office

NOTHING = Counts()


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Office:
    return Office(store, tmp_path)


def test_the_sample_brings_two_families_three_children_and_five_adults(office: Office) -> None:
    result = office.sends_sample()
    assert result.counts == Counts(families=2, children=3, adults=5)
    assert office.families() == {
        "Farrow": ["Ellis Farrow", "Jamie Farrow"],
        "O'Connor-Birchall": ["Morgan O'Connor-Birchall"],
    }
    assert office.named(PersonKind.ADULT) == [
        "Casey Farrow",
        "Drew Farrow",
        "Marley Oldroyd",
        "Robin Quayle",
    ]
    assert office.named(PersonKind.PROFESSIONAL) == ["Lee Hollins"]
    jamie = office.person("Jamie Farrow")
    assert (jamie.date_of_birth, jamie.sex) == (date(2015, 1, 14), "M")
    assert (jamie.year_group, jamie.year_group_in) == ("6", 2025)
    assert (jamie.first_language, jamie.home_language) == ("Urdu", "Urdu")
    assert jamie.sen_status is SenStatus.PLAN
    assert jamie.sen_needs == "Speech, language and communication; Autism"
    morgan = office.person("Morgan O'Connor-Birchall")
    assert morgan.looked_after
    assert morgan.previous_school == "Riverside Infant School"
    assert office.points("Casey Farrow") == [
        "07700 900101",
        "01632 960101",
        "casey.farrow@example.org",
    ]
    address = office.address("Jamie Farrow")
    assert address
    assert address.lines == ("7 Example Road", "Exampleton", "Exampleshire", "ZZ99 3VZ")


def test_the_same_file_a_second_time_changes_nothing(office: Office, store: Store) -> None:
    office.sends_sample()
    before = store.mark
    again = office.sends_sample()
    assert again.counts == NOTHING
    assert again.batch == ""
    assert store.mark == before


def test_a_whole_school_a_second_time_changes_nothing(office: Office) -> None:
    words = whole_school(60)
    assert office.sends(words=words).counts.children == 60
    assert office.plan(words=words).empty


def test_the_other_version_of_the_same_file_changes_nothing(office: Office, store: Store) -> None:
    office.sends_sample()
    older = read_ctf(Path(__file__).parent / "files" / "fixture_full_v19_gender.xml")
    assert plan_import(store, older, today=TODAY).empty


def test_a_dry_run_writes_nothing(office: Office, store: Store) -> None:
    before = store.mark
    plan = office.plan(pupil(contacts=[contact()]))
    assert plan.counts == Counts(families=1, children=1, adults=1)
    assert store.mark == before
    assert store.find(Person) == []


def test_an_import_is_one_batch_that_undo_takes_back(office: Office, store: Store) -> None:
    result = office.sends_sample()
    undone = store.undo()
    assert undone.batch
    assert store.query("SELECT count(DISTINCT batch) FROM change WHERE kind = 'import'") == [(1,)]
    assert result.batch
    assert store.find(Person) == []
    assert store.find(Family) == []
    assert office.sends_sample().counts == result.counts


def test_the_import_notes_itself_without_keeping_the_file(office: Office, store: Store) -> None:
    office.sends_sample()
    (note,) = store.find(ImportBatch)
    assert (note.file_kind, note.file_version, note.qualifier) == ("CTF", "25.0", "full")
    assert (note.families, note.children, note.adults, note.imported_on) == (2, 3, 5, TODAY)
    assert len(note.digest) == 64


def test_an_import_that_fails_half_way_leaves_nothing(office: Office, store: Store) -> None:
    office.sends(pupil(year="5"))
    plan = office.plan(pupil(year="6"), pupil("Oldroyd", "Ellis"))
    office.rewrite(replace(office.person("Jamie Farrow"), class_name="6RQ"))
    with pytest.raises(ChangedMeanwhile):
        commit_import(store, plan)
    assert office.named(PersonKind.CHILD) == ["Jamie Farrow"]
    assert len(store.find(ImportBatch)) == 1


def test_a_partial_file_removes_nothing_and_misses_nobody(office: Office) -> None:
    office.sends_sample()
    partial = Path(__file__).parent / "files" / "fixture_partial_no_contacts.xml"
    result = office.sends(words=partial.read_text(encoding="utf-8"))
    assert result.counts == NOTHING
    assert len(office.named(PersonKind.ADULT)) == 4
    assert office.reminders("No longer on the office list: check") == []


def test_what_the_file_leaves_empty_never_overwrites(office: Office) -> None:
    full = contact(phones=["07700 900101"], email="casey@example.org")
    office.sends(pupil(contacts=[full]))
    before = office.person("Jamie Farrow")
    bare = contact(title="", relationship=None, responsibility=None, order=None,
                   phones=["07700 900101"])  # fmt: skip
    result = office.sends(pupil(year="", sex="", address="", contacts=[bare]))
    assert result.counts == NOTHING
    assert office.person("Jamie Farrow") == before
    assert office.person("Casey Farrow").name_title == "Mrs"
    tie = office.tie("Jamie Farrow", "Casey Farrow")
    assert (tie.relationship, tie.responsibility) == ("mother", Responsibility.YES)
    assert office.points("Casey Farrow") == ["07700 900101", "casey@example.org"]


def test_new_values_bring_a_known_child_up_to_date(office: Office) -> None:
    office.sends(pupil(year="5"))
    more = part("SENhistory", part("SEN", text("SENprovision", "K")))
    basic = part("Languages", part("Type", text("LanguageType", "F"), text("Language", "POL")))
    changed = pupil(year="6", basic=basic + text("PreferredForename", "Jay"), more=more,
                    address=home("9"))  # fmt: skip
    result = office.sends(changed)
    assert result.counts == Counts(changed=1)
    jamie = office.person("Jay Farrow")
    assert (jamie.year_group, jamie.first_language) == ("6", "Polish")
    assert jamie.sen_status is SenStatus.SUPPORT
    address = office.address("Jay Farrow")
    assert address
    assert address.house == "9"
    assert office.plan(changed).empty


def test_the_next_years_year_group_is_no_change(office: Office) -> None:
    office.sends(pupil(year="5"), year="2025")
    assert office.plan(pupil(year="6"), year="2026").empty
    assert not office.plan(pupil(year="5"), year="2026").empty


def test_a_year_group_without_a_year_to_its_name_is_kept_as_it_is(office: Office) -> None:
    office.sends(pupil(year="5"), year="", written="")
    assert office.person("Jamie Farrow").year_group_in is None
    assert office.plan(pupil(year="5"), year="", written="").empty
    assert office.sends(pupil(year="6"), year="", written="").counts == Counts(changed=1)


def test_new_phones_and_emails_stand_beside_the_old_ones(office: Office) -> None:
    office.sends(pupil(contacts=[contact(phones=["07700 900101"])]))
    new = contact(phones=["+447700900101", "01632 960101"], email="casey@example.org")
    assert office.sends(pupil(contacts=[new])).counts == Counts(changed=1)
    assert office.points("Casey Farrow") == ["07700 900101", "01632 960101", "casey@example.org"]


def test_points_know_what_they_are_and_a_fax_is_none(office: Office, store: Store) -> None:
    numbers = ["07700 900101", part("Phone", text("TelephoneType", "F"),
               text("PhoneNo", "01632 960109"))]  # fmt: skip
    office.sends(pupil(contacts=[contact(phones=numbers, email="c@example.org")]))
    found = {each.value: each for each in store.find(ContactPoint)}
    assert set(found) == {"07700 900101", "c@example.org"}
    assert found["07700 900101"].place == "mobile"
    assert found["c@example.org"].kind is PointKind.EMAIL
    assert found["07700 900101"].message_safe is MessageSafety.NOT_ASKED


def test_a_number_the_officer_removed_does_not_come_back(office: Office, store: Store) -> None:
    words = pupil(contacts=[contact(phones=["07700 900101", "01632 960101"])])
    office.sends(words)
    (wrong,) = store.find(ContactPoint, "value = '07700 900101'")
    with store.saving() as saving:
        saving.remove(wrong)
    assert office.plan(words).empty
    store.undo()
    assert len(office.points("Casey Farrow")) == 2


def test_a_number_whose_import_was_taken_back_comes_again(office: Office, store: Store) -> None:
    office.sends(pupil(contacts=[contact(email="c@example.org")]))
    more = pupil(contacts=[contact(email="c@example.org", phones=["07700 900101"])])
    office.sends(more)
    store.undo()
    assert office.points("Casey Farrow") == ["c@example.org"]
    assert office.sends(more).counts == Counts(changed=1)


def test_what_the_officer_changed_by_hand_stays_and_is_told(office: Office) -> None:
    office.sends(pupil(year="5", contacts=[contact(phones=["07700 900101"])]))
    office.rewrite(replace(office.person("Jamie Farrow"), year_group="4", class_name="4B"))
    again = pupil(year="6", contacts=[contact(phones=["07700 900101"])])
    result = office.sends(again)
    assert result.counts == NOTHING
    assert office.person("Jamie Farrow").year_group == "4"
    assert "Jamie Farrow: year group was written by hand and stays “4”; the file says “6”." in (
        result.warnings
    )
    assert office.plan(again).empty


def test_a_value_by_hand_does_not_hold_back_the_others(office: Office) -> None:
    office.sends(pupil(basic=text("Class", "5A")))
    office.rewrite(replace(office.person("Jamie Farrow"), class_name="5B"))
    office.sends(pupil(sex="F", basic=text("Class", "6A")))
    jamie = office.person("Jamie Farrow")
    assert (jamie.class_name, jamie.sex) == ("5B", "F")


def test_an_officers_not_known_is_an_answer_but_a_blank_is_none(office: Office) -> None:
    words = pupil(contacts=[contact(phones=["07700 900101"])])
    office.sends(words)
    tie = office.tie("Jamie Farrow", "Casey Farrow")
    office.rewrite(replace(tie, responsibility=Responsibility.NOT_KNOWN))
    assert office.plan(words).empty
    again = pupil(contacts=[contact(phones=["07700 900101"])], basic=text("Class", "5A"))
    assert office.sends(again).counts == Counts(changed=1)


def test_a_family_typed_by_hand_keeps_its_words_and_gets_what_was_missing(
    office: Office, make: Make
) -> None:
    made = make.family("Khan", children=[("Zara", "6")], adults=[("Mrs", "Amina", "mother")])
    make.phone(made.adults[0], "07700 900101")
    amina = contact("Khan", "Amina", title="Ms", phones=["07700 900101"])
    child = pupil("Khan", "Zara", "2016-02-03", year="5", contacts=[amina])
    result = office.sends(child)
    assert result.counts == Counts(changed=1)
    zara = office.person("Zara Khan")
    assert (zara.year_group, zara.date_of_birth) == ("6", date(2016, 2, 3))
    assert office.person("Amina Khan").name_title == "Mrs"
    assert any("title was written by hand" in each for each in result.warnings)


def test_responsibility_is_a_claim_and_never_evidence(office: Office) -> None:
    office.sends(
        pupil(
            contacts=[
                contact(phones=["07700 900101"]),
                contact(forename="Drew", responsibility="false", relationship="PAF"),
                contact(forename="Robin", responsibility=None, relationship="HFA"),
            ]
        )
    )
    mother = office.tie("Jamie Farrow", "Casey Farrow")
    assert (mother.responsibility, mother.responsibility_from) == (Responsibility.YES, CLAIMED)
    assert mother.evidence_on is None
    assert office.tie("Jamie Farrow", "Drew Farrow").responsibility is Responsibility.NO
    other = office.tie("Jamie Farrow", "Robin Farrow")
    assert (other.responsibility, other.responsibility_from) == (Responsibility.NOT_KNOWN, "")
    assert (other.relationship, other.raw_code) == ("other", "HFA")


def test_evidence_seen_is_never_overwritten(office: Office) -> None:
    office.sends(pupil(contacts=[contact(phones=["07700 900101"])]))
    tie = office.tie("Jamie Farrow", "Casey Farrow")
    office.rewrite(replace(tie, responsibility=Responsibility.SEEN, evidence_on=TODAY))
    for said in ("true", "false"):
        refused = contact(phones=["07700 900101"], responsibility=said)
        result = office.sends(pupil(contacts=[refused]))
        kept = office.tie("Jamie Farrow", "Casey Farrow")
        assert kept.responsibility is Responsibility.SEEN
        assert any("evidence" in each for each in result.warnings) == (said == "false")


def test_a_claim_that_changes_is_taken_with_its_order_and_relationship(office: Office) -> None:
    office.sends(pupil(contacts=[contact(relationship="NOT", phones=["07700 900101"])]))
    now = contact(relationship="STP", responsibility="false", order=2, phones=["07700 900101"])
    assert office.sends(pupil(contacts=[now])).counts == Counts(changed=1)
    tie = office.tie("Jamie Farrow", "Casey Farrow")
    assert (tie.relationship, tie.raw_code, tie.position) == ("step_parent", "", 2)
    assert tie.responsibility is Responsibility.NO


def test_address_as_pupil_is_not_known_until_somebody_confirms_it(office: Office) -> None:
    words = pupil(contacts=[contact(address=AS_PUPIL, phones=["07700 900101"])])
    office.sends(words)
    casey = office.person("Casey Farrow")
    assert office.homes_of(casey) == [LivesThere.NOT_KNOWN]
    assert office.address("Casey Farrow") is None


def test_a_confirmed_home_stays_confirmed(office: Office, make: Make) -> None:
    made = make.family("Khan", children=[("Zara", "6")], adults=[("Mrs", "Amina", "mother")])
    make.phone(made.adults[0], "07700 900101")
    amina = contact("Khan", "Amina", phones=["07700 900101"], address=AS_PUPIL)
    office.sends(pupil("Khan", "Zara", None, contacts=[amina]))
    assert office.homes_of(office.person("Amina Khan")) == [LivesThere.YES]


def test_an_adult_with_an_address_of_her_own_lives_elsewhere(office: Office) -> None:
    drew = contact(forename="Drew", relationship="PAF", phones=["07700 900102"])
    office.sends(pupil(contacts=[drew]))
    assert office.homes_of(office.person("Drew Farrow")) == [LivesThere.NOT_KNOWN]
    away = contact(forename="Drew", relationship="PAF", phones=["07700 900102"],
                   address=home("9", "Sample Street"))  # fmt: skip
    office.sends(pupil(contacts=[away]))
    assert office.homes_of(office.person("Drew Farrow")) == [LivesThere.NO]
    address = office.address("Drew Farrow")
    assert address
    assert address.street == "Sample Street"


def test_the_pupils_address_typed_out_is_as_pupil(office: Office) -> None:
    office.sends(pupil(contacts=[contact(address=home(), phones=["07700 900101"])]))
    assert office.homes_of(office.person("Casey Farrow")) == [LivesThere.NOT_KNOWN]
    assert office.address("Casey Farrow") is None


def hide(office: Office, name: str) -> Address:
    address = office.address(name)
    assert address
    office.rewrite(replace(address, confidential=True))
    return address


def test_a_confidential_address_is_neither_changed_nor_copied(office: Office) -> None:
    casey = contact(phones=["07700 900101"], address=AS_PUPIL)
    office.sends(pupil(contacts=[casey]))
    hide(office, "Jamie Farrow")
    typed = contact(phones=["07700 900101"], address=home())
    drew = contact(forename="Drew", phones=["07700 900102"], address=home())
    assert office.sends(pupil(contacts=[typed, drew])).warnings == ()
    result = office.sends(
        pupil(address=home("9"), contacts=[typed, drew]),
        pupil(forename="Ellis", address=home(), contacts=[casey]),
    )
    address = office.address("Jamie Farrow")
    assert address
    assert (address.house, address.confidential) == ("7", True)
    assert office.address("Ellis Farrow") is None
    assert office.address("Drew Farrow") is None
    assert office.address("Casey Farrow") is None
    assert len([each for each in result.warnings if "confidential" in each]) == 2


def test_an_address_changed_by_hand_stays_and_is_told(office: Office) -> None:
    office.sends(pupil())
    address = office.address("Jamie Farrow")
    assert address
    office.rewrite(replace(address, house="11"))
    result = office.sends(pupil(address=home("9")))
    assert result.counts == NOTHING
    assert any("the address was written by hand" in each for each in result.warnings)


def test_a_new_home_replaces_the_whole_old_one(office: Office) -> None:
    locality = "<Locality>Little Sample</Locality><Town>"
    office.sends(pupil(address=home().replace("<Town>", locality)))
    office.sends(pupil(address=home("9")))
    address = office.address("Jamie Farrow")
    assert address
    assert (address.house, address.locality) == ("9", "")
    assert office.plan(pupil(address=home("", ""))).empty


SPECIAL = (text("Ethnicity", "NOBT") + text("MedicalFlag", "true") + text("FSM", "true")
           + part("SuppInfo", text("Religion", "CH")))  # fmt: skip


def test_special_categories_are_ignored_until_switched_on(office: Office, store: Store) -> None:
    office.sends(pupil(basic=SPECIAL))
    jamie = office.person("Jamie Farrow")
    assert (jamie.ethnicity, jamie.religion, jamie.medical) == ("", "", "")
    assert jamie.free_school_meals is None
    on = ("ethnicity", "free_school_meals")
    office.rewrite(replace(store.settings, special_on=on))
    office.sends(pupil(basic=SPECIAL))
    jamie = office.person("Jamie Farrow")
    assert (jamie.ethnicity, jamie.religion, jamie.medical) == ("NOBT", "", "")
    assert jamie.free_school_meals is True


def test_the_pupil_number_is_never_kept_only_its_fingerprint(office: Office, store: Store) -> None:
    office.sends(pupil(upn="E999200119001"))
    assert office.person("Jamie Farrow").upn_print == store.fingerprint("E999200119001")
    assert store.query("SELECT count(*) FROM change WHERE body LIKE '%E999200119001%'") == [(0,)]


def test_attendance_is_kept_as_dated_snapshots(office: Office, store: Store) -> None:
    def year(attended: int, authorised: int | None = 10) -> str:
        return part("Attendance", part("YearData", text("Year", 2025),
                    text("SessionsPossible", 300), text("SessionsAttended", attended),
                    text("SessionsAuthorised", authorised)))  # fmt: skip

    office.sends(pupil(more=year(240) * 2))
    assert office.plan(pupil(more=year(240))).empty
    office.sends(pupil(more=year(250, None)), written="2026-07-01")
    found = store.find(AttendanceSnapshot, order="taken_on")
    assert [(each.attended, each.authorised, each.taken_on) for each in found] == [
        (240, 10, date(2026, 6, 19)),
        (250, 0, date(2026, 7, 1)),
    ]


def test_pupils_without_a_surname_or_named_twice_are_skipped(office: Office) -> None:
    result = office.sends(
        pupil(None, None), pupil(None, "Jamie"), pupil(), pupil(), pupil("Oldroyd", None)
    )
    assert result.counts == Counts(families=2, children=2, skipped=3)
    assert any("twice" in each for each in result.warnings)
    assert any("Jamie has no surname" in each for each in result.warnings)


def test_a_contact_without_a_surname_is_passed_over_with_a_warning(office: Office) -> None:
    result = office.sends(pupil(contacts=[contact(None, "Casey"), contact(None, None)]))
    assert result.counts == Counts(families=1, children=1)
    assert len([each for each in result.warnings if "passed over" in each]) == 2


def test_a_birthday_to_come_is_left_out(office: Office) -> None:
    result = office.sends(pupil(born="2030-01-01"))
    assert office.person("Jamie Farrow").date_of_birth is None
    assert any("in the future" in each for each in result.warnings)


def test_middle_and_preferred_names_are_kept(office: Office) -> None:
    basic = (text("MiddleNames", "Robin") + text("PreferredForename", "Jay")
             + text("PreferredSurname", "Oldroyd"))  # fmt: skip
    office.sends(pupil(basic=basic, contacts=[contact(more=text("MiddleNames", "Lee"))]))
    jay = office.person("Jay Oldroyd")
    assert (jay.forename, jay.surname, jay.middle_names) == ("Jamie", "Farrow", "Robin")
    assert list(office.families()) == ["Oldroyd"]
    assert office.person("Casey Farrow").middle_names == "Lee"


def test_a_name_in_other_capitals_is_no_change(office: Office) -> None:
    office.sends(pupil("McDonald", "Jamie"))
    assert office.plan(pupil("MCDONALD", "JAMIE")).empty
    assert office.plan(pupil("Mc Donald", "jamie")).empty


@pytest.mark.parametrize("today", [date(2026, 9, 1), date(2027, 2, 28)])
def test_the_day_of_the_import_does_not_change_what_is_read(office: Office, today: date) -> None:
    office.sends(pupil())
    assert office.plan(pupil(), today=today).empty


def test_a_full_file_is_written_whatever_its_declared_letters(office: Office) -> None:
    office.sends(words=ctf(pupil("Müller", "Zoë")))
    assert office.named(PersonKind.CHILD) == ["Zoë Müller"]
