"""School words are explained once, and how hard a sheet is to read is estimated fairly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liaison.sheets.body import Body, Line, Section, Table
from liaison.sheets.plain_words import EXPLAINED, explained, unexplained
from liaison.sheets.reading_age import ReadingAge, reading_age, reading_age_of, syllables


def told(*texts: str) -> list[str]:
    lines = tuple(Line(text=each) for each in texts)
    body = explained(Body(title="Plan", sections=(Section(heading="Said", lines=lines),)))
    return [each.text for each in body.sections[0].lines]


def test_a_school_word_is_explained_where_it_stands_first_and_only_there() -> None:
    first, second = told("The TAF meets on Monday.", "The TAF is short.")
    assert first == "The TAF (team around the family) meets on Monday."
    assert second == "The TAF is short."


def test_a_word_that_is_explained_already_or_is_part_of_another_stays() -> None:
    assert told("The SENCO (Mrs Hall) rang.") == ["The SENCO (Mrs Hall) rang."]
    assert told("TAFT SENIOR taf") == ["TAFT SENIOR taf"]


@pytest.mark.parametrize("term", EXPLAINED)
def test_every_school_word_is_explained_in_words_that_need_none(term: str) -> None:
    assert told(f"About {term}.") == [f"About {term} ({EXPLAINED[term]})."]
    assert told(EXPLAINED[term]) == [EXPLAINED[term]]


def test_several_of_a_kind_are_explained_after_the_whole_word() -> None:
    assert told("Two TAs came.", "A TA rang.") == [
        "Two TAs (teaching assistant) came.",
        "A TA rang.",
    ]


def test_titles_headings_and_tables_are_explained_too() -> None:
    table = Table(columns=("What", "EHCP"), rows=(("SEN", "x"),))
    body = explained(
        Body(title="APDR", under=("FSM",), sections=(Section(heading="EBSA", table=table),))
    )
    assert body.title == "APDR (assess, plan, do, review)"
    assert body.under == ("FSM (free school meals)",)
    assert body.sections[0].heading == "EBSA (finding it hard to attend)"
    shown = body.sections[0].table
    assert shown is not None
    assert shown.columns[1] == "EHCP (education, health and care plan)"
    assert shown.rows[0][0] == "SEN (special educational needs)"


def test_the_english_beside_another_language_explains_its_words_itself() -> None:
    said = (Line(text="SENCO"),)
    sections = tuple(Section(heading="", lines=said, lang=lang) for lang in ("", "en-GB", "en-GB"))
    body = explained(Body(title="Plan", sections=sections, lang="ur"))
    shown = [each.lines[0].text.partition(" ")[2] for each in body.sections]
    assert shown == [f"({EXPLAINED['SENCO']})", f"({EXPLAINED['SENCO']})", ""]


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("little", 2), ("table", 2), ("phoned", 1), ("wanted", 2), ("made", 1),
     ("subsequently", 4), ("implementation", 5), ("school", 1), ("the", 1), ("family", 3)],
)  # fmt: skip
def test_syllables_are_counted_near_enough(word: str, count: int) -> None:
    assert syllables(word) == count


def test_plain_sentences_can_be_read_by_a_child_and_office_words_cannot() -> None:
    plain = reading_age_of("We will ring you on Friday. Ali had a good week. Thank you.")
    office = reading_age_of(
        "Subsequently additional multidisciplinary interventions were implemented, facilitating "
        "appropriate utilisation of educational psychology consultation opportunities."
    )
    assert plain.years <= 8
    assert office.years == 18
    assert plain.sentence == f"Reading age about {plain.years}."


def test_the_words_to_change_come_with_plainer_ones_and_names_are_left_alone() -> None:
    found = reading_age_of("We utilise this. The multidisciplinary team met Anastasia Oluwaseun.")
    assert found.change == (("utilise", "use"), ("multidisciplinary", ""))
    assert "Words to change: “utilise” (use), “multidisciplinary”." in found.sentence


def test_what_a_school_word_means_is_read_but_is_nothing_to_change() -> None:
    said = "The EP helps us utilise this with " + "word " * 16 + "today."
    body = Body(title="Plan", sections=(Section(heading="", lines=(Line(text=said),)),))
    plain, found = reading_age(body), reading_age(explained(replace(body, title="")))
    longer = reading_age(explained(replace(body, sections=2 * body.sections)))
    assert plain
    assert found
    assert longer
    assert found.years > plain.years
    assert found.change == plain.change == (("utilise", "use"),)
    assert found.long_sentences == longer.long_sentences == 0


@pytest.mark.parametrize("term", EXPLAINED)
def test_what_was_explained_is_found_again(term: str) -> None:
    (said,) = told(f"About {term}s and more.")
    assert unexplained(said) == f"About {term}s and more."


def test_sentences_of_more_than_25_words_are_counted() -> None:
    one, two = "word " * 25 + ". ", "word " * 26 + ". "
    assert reading_age_of(one).long_sentences == 0
    assert "One sentence is longer than 25 words." in reading_age_of(one + two).sentence
    assert "2 sentences are longer" in reading_age_of(two + two).sentence


def test_a_sheet_with_nothing_to_read_has_the_lowest_age() -> None:
    assert reading_age(Body(title="Empty")) == ReadingAge(5)


def test_only_english_is_judged_and_a_sheet_without_any_says_nothing() -> None:
    polish = Section(heading="", lines=(Line(text="Dziecko chodzi codziennie do przedszkola."),))
    english = Section(heading="", lines=(Line(text="We will ring you on Friday."),), lang="en-GB")
    quoted = replace(english, lines=(*english.lines, Line(text="Opowiadanie", lang="pl")))
    assert reading_age(Body(title="List", lang="pl", under=("Poland",), sections=(polish,))) is None
    alone = reading_age(Body(title="Letter", sections=(english,)))
    both = reading_age(Body(title="List", lang="pl", sections=(polish, quoted)))
    assert alone is not None
    assert both is not None
    assert both == replace(alone, beside_another=True)
    assert both.sentence == f"Reading age of the English about {alone.years}."


def test_what_is_no_word_is_not_named_as_one_to_change() -> None:
    assert reading_age_of("We met. " + "laluleli" * 600).change == ()
