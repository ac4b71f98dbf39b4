"""Scripts whose letters join, stack or run to the left: printed, and read as they were written."""

# ruff: noqa: RUF001 - letters of several scripts look alike
from __future__ import annotations

import unicodedata
from io import BytesIO
from subprocess import run
from sys import executable

import pikepdf
import pytest

from liaison.errors import CannotPrint
from liaison.sheets.bidi import leftward
from liaison.sheets.body import Body, Line, Section
from liaison.sheets.fonts import FILES, face, joined, joins, runs
from liaison.sheets.printing import build
from liaison.sheets.scale import SIZES, Scale
from liaison.sheets.shaped import Shaped
from liaison.sheets.shaping import shapes
from liaison.sheets.typeface import NOTHING
from tests.sheets.accessibility.checking import checked
from tests.sheets.accessibility.content import face_of, fonts_of
from tests.sheets.accessibility.samples import STAMP

WORDS = {
    "ar": "السيدة خان، نود أن نلتقي بك الساعة 3:30pm. اتصلي على 01274 496 0123",
    "fa": "می‌خواهیم شما را ببینیم",
    "ur": "محترمہ خان، ہم آپ سے ملنا چاہتے ہیں۔ فون 01632 960123",
    "he": "שָׁלוֹם, עברית. טלפון 01632 960123, 3:30pm (אל״ף)",
    "yi": "שלום, ייִדיש. 01632 960123",
    "hi": "प्रिय श्रीमती खान, हम मिलना चाहते हैं। क्षत्रिय",
    "pa": "ਪਿਆਰੇ ਸ੍ਰੀਮਤੀ ਖਾਨ, ਅਸੀਂ ਮਿਲਣਾ ਚਾਹੁੰਦੇ ਹਾਂ।",
    "bn": "প্রিয় মিসেস খান, দেখা করতে চাই। স্কুল",
    "gu": "પ્રિય શ્રીમતી ખાન, મળવા માંગીએ છીએ. ક્ષમા",
    "ta": "அன்புள்ள திருமதி கான், சந்திக்க விரும்புகிறோம்",
    "te": "నమస్కారం, తెలుగు స్త్రీ. క్షేమం, 3:30pm ఫోన్ 01632 960123",
    "kn": "ನಮಸ್ಕಾರ, ಕನ್ನಡ ಸ್ತ್ರೀ. ಕ್ಷೇಮ, 3:30pm ಫೋನ್ 01632 960123",
    "ml": "നമസ്കാരം, മലയാളം ശ്രീ. അക്ഷരം കൊച്ചി സ്കൂൾ 01632 960123",
    "si": "ආයුබෝවන්, සිංහල ශ්‍රී. අක්ෂර ක්‍රමය, 3:30pm 01632 960123",
    "th": "สวัสดี ภาษาไทย นี้น้ำใจ ที่นี่ 3:30pm โทร 01632 960123",
    "ti": "ከመይ ሓዲርኩም፧ ትግርኛ ፊደል። ስልኪ 01632 960123",
    "ka": "გამარჯობა, ქართული ანბანი. 3:30pm ტელეფონი 01632 960123",
    "hy": "Բարեւ, հայերեն։ Ո՞վ, այբուբեն և 3:30pm 01632 960123",
    "am": "እንደምን፡አደሩ። አማርኛ ፊደል፣ 3:30pm",
}
UNSET = {
    "cjk": "我们",
    "khmer": "ខ្មែរ",
    "lao": "ລາວ",
    "tibetan": "བོད",
    "hangul": "한국어",
}


def letter(lang: str, words: str, **more: object) -> Body:
    lines = (Line(text=words, **more), Line(lead=words, text="Hall", box=True))
    return Body(title="Letter", sections=(Section(heading="", lang=lang, lines=lines),))


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
@pytest.mark.parametrize("lang", WORDS)
def test_each_script_is_read_in_the_order_it_was_written(lang: str, size: int) -> None:
    words = " ".join([WORDS[lang]] * 5)
    read = checked(build(letter(lang, words), footer=STAMP, size=size))
    assert read.faults == []
    assert read.texts("P") == [words]
    assert read.texts("LBody") == [f"{words} Hall"]
    (paragraph,) = [node for node in read.root.every() if node.role == "P"]
    assert str(paragraph.object.Lang) == lang


def test_a_paragraph_of_such_a_script_runs_over_pages_as_one() -> None:
    words = " ".join([WORDS["ur"]] * 60)
    read = checked(build(letter("ur", words), footer=STAMP))
    assert read.faults == []
    assert read.texts("P") == [words]


def test_a_phone_number_is_never_broken_over_two_lines() -> None:
    words = " ".join(["اتصلي على 01274 496 0123"] * 12)
    scale = Scale(12, 300)
    said = scale.paragraph(scale.runs(words))
    said.wrap(300, 800)
    lines = [said.whole[line.start : line.stop] for line in said.lines]
    assert len(lines) > 3
    assert " ".join(lines) == words
    assert sum(line.count("01274 496 0123") for line in lines) == 12


def test_a_word_longer_than_a_line_is_broken_and_read_as_one() -> None:
    words = f"انظر {'x' * 200} هنا"
    said = Scale(12, 300).paragraph(Scale(12, 300).runs(words))
    said.wrap(300, 800)
    assert len(said.lines) > 3
    assert checked(build(letter("ar", words), footer=STAMP)).texts("P") == [words]


def test_urdu_is_set_in_nastaliq_and_arabic_in_naskh() -> None:
    assert {name for name, _ in runs(WORDS["fa"], lang="fa")} == {"Naskh"}
    assert "Nastaliq" in {name for name, _ in runs(WORDS["ur"], lang="ur-PK")}
    assert {name for name, _ in runs("ہم", bold=True, lang="ur")} == {"Nastaliq-Bold"}


def test_a_word_of_two_scripts_is_set_in_two_faces() -> None:
    assert runs("KhanخانX") == (("Atkinson", "Khan"), ("Naskh", "خان"), ("Atkinson", "X"))
    assert joined(runs("خان"), (), runs("Khan")) == (("Naskh", "خان "), ("Atkinson", "Khan"))


def test_joiners_are_kept_where_letters_join_and_taken_out_elsewhere() -> None:
    assert "".join(words for _, words in runs("می\u200cخواهیم")) == "می\u200cخواهیم"
    assert runs("co\u200cop") == (("Atkinson", "coop"),)


def test_letters_join_and_their_shapes_have_the_same_codes_every_time() -> None:
    joined_up = shapes("Naskh", "بب", left=True, lang="ar")
    alone = shapes("Naskh", "ب", left=True, lang="ar")
    assert [each.letter for each in joined_up] == [1, 1, 0, 0]
    assert {each.code for each in alone} - {each.code for each in joined_up}
    pdf = build(letter("ar", WORDS["ar"]), footer=STAMP)
    build(letter("ar", "ظظظ صصص " + WORDS["fa"]), footer=STAMP)
    assert build(letter("ar", WORDS["ar"]), footer=STAMP) == pdf


def test_a_letter_no_face_has_is_named_before_anything_is_printed() -> None:
    with pytest.raises(CannotPrint, match=r"“字” .* cannot be printed: no typeface here has it"):
        build(letter("ar", "خان 字"), footer=STAMP)


def said(words: str, lang: str) -> Shaped:
    scale = Scale(12, 400, lang)
    made = scale.paragraph(scale.runs(words))
    assert isinstance(made, Shaped)
    made.wrap(400, 800)
    return made


@pytest.mark.parametrize("lang", ["ar", "he"])
@pytest.mark.parametrize("words", ["Mrs Khan السيدة خان", "Mrs Khan שלום", "Oakfield Primary"])
def test_a_letter_that_runs_left_does_so_in_a_line_that_begins_with_an_english_name(
    words: str, lang: str
) -> None:
    made = said(words, lang)
    assert made.left
    first = min(made._pieces(made.lines[0], 0.0), key=lambda each: each.start)
    assert (first.x > 0) is ("Khan" in words)


def test_a_hebrew_word_is_drawn_from_the_right_and_a_phone_number_in_it_from_the_left() -> None:
    made = said("טלפון 01632 960123", "he")
    seen = sorted(made._pieces(made.lines[0], 0.0), key=lambda each: each.x)
    number = [each.text for each in seen if each.text.strip().isascii()]
    assert "".join(number).strip() == "01632 960123"
    assert "".join(each.text for each in seen[len(number) :]) == "ןופלט"


def test_an_english_sheet_with_an_arabic_name_runs_right() -> None:
    assert not said("Mrs خان rang", "en-GB").left
    assert said("خان rang", "en-GB").left


def test_a_mark_without_a_letter_of_its_own_is_placed_over_the_letter() -> None:
    made = said("Ẹ̀kọ́", "yo")
    (line,) = made.lines
    lifted = [each.up for piece in made._pieces(line, 0.0) for each in piece.shapes]
    assert max(lifted) > 100
    assert checked(build(letter("yo", "Ẹ̀kọ́ dé"), footer=STAMP)).texts("P") == ["Ẹ̀kọ́ dé"]


@pytest.mark.parametrize("lang", WORDS)
def test_every_shape_says_the_letters_it_stands_for(lang: str) -> None:
    with pikepdf.open(BytesIO(build(letter(lang, WORDS[lang]), footer=STAMP))) as pdf:
        meant: list[str] = []
        for _, font in fonts_of(pdf.pages[0]):
            meant += face_of(font).meaning.values()
    assert not [each for each in "".join(meant) if unicodedata.category(each) == "Co"]
    assert set(WORDS[lang]) - set("".join(meant)) == set()


def test_a_shape_without_its_dots_says_another_letter_each_time() -> None:
    font = face("Naskh")
    assert font.code(7, "ب", 100) != font.code(7, "ت", 100)
    assert font.code(7, "ب", 100) == font.code(7, "ب", 100)


@pytest.mark.parametrize(
    "words", ["Nguyễn Thị Ặnh", "Ґанок їжак", "Αγαπητή", "Șțefan", "ŁÓDŹ", "თამარ", "Արամ"]
)
def test_letters_with_shapes_of_their_own_need_no_shaping(words: str) -> None:
    assert not joins(runs(words))
    assert checked(build(letter("", words), footer=STAMP)).texts("P") == [words]


@pytest.mark.parametrize(
    ("name", "word", "shaped"),
    [
        ("Devanagari", "क्ष", 1),
        ("Telugu", "స్త్రీ", 2),
        ("Kannada", "ಕ್ಷೇ", 2),
        ("Malayalam", "ക്ഷ", 1),
        ("Malayalam", "ച്ച", 1),
        ("Sinhala", "ශ්\u200dරී", 2),
    ],
)
def test_letters_that_stand_together_become_fewer_shapes(name: str, word: str, shaped: int) -> None:
    made = shapes(name, word, left=False, lang="")
    assert len(made) == shaped < len(word)
    assert "".join(each.says for each in made).replace(NOTHING, "") == word


@pytest.mark.parametrize("lang", WORDS)
def test_no_shape_is_the_empty_box_of_a_letter_that_is_missing(lang: str) -> None:
    for name, words in runs(WORDS[lang], lang=lang):
        glyphs = face(name).face.charToGlyph
        made = shapes(name, words, left=leftward(lang), lang=lang)
        assert all(glyphs[each.code] for each in made)


@pytest.mark.parametrize("bold", [False, True])
def test_a_face_has_every_letter_of_its_script_that_is_in_use(bold: bool) -> None:
    for words in WORDS.values():
        assert "".join(said for _, said in runs(words, bold=bold)) == words


def test_words_parted_by_a_sign_begin_new_lines_after_it_and_times_stay_whole() -> None:
    words = "፡".join(["ሰላም", "ትግርኛ", "3፡30"] * 20)
    made = said(words, "ti")
    lines = [words[line.start : line.stop] for line in made.lines]
    assert len(lines) > 3
    assert "".join(lines) == words
    assert all(line.endswith("፡") for line in lines[:-1])
    assert sum(line.count("3፡30") for line in lines) == 20
    assert checked(build(letter("ti", words), footer=STAMP)).texts("P") == [words]


def lines_of(words: str, lang: str) -> list[str]:
    made = said(words, lang)
    assert all(made._wide(line.start, line.stop) <= 400 for line in made.lines)
    return [words[line.start : line.stop] for line in made.lines]


def test_a_phrase_of_thai_goes_whole_to_the_next_line_where_it_fits_on_one() -> None:
    phrase = "ภาษาไทยในประเทศไทย"
    lines = lines_of(" ".join([phrase] * 12), "th")
    assert len(lines) > 2
    assert {each for line in lines for each in line.split(" ")} == {phrase}


def test_thai_without_spaces_ends_a_line_before_a_syllable_and_loses_nothing() -> None:
    words = "ประเทศไทยน้ำใจนี้ที่กำลังมา" * 12
    lines = lines_of(words, "th")
    assert len(lines) > 3
    assert "".join(lines) == words
    assert {line[0] for line in lines[1:]} <= set("เแโใไ")
    assert checked(build(letter("th", words), footer=STAMP)).texts("P") == [words]


def test_thai_without_such_a_syllable_is_parted_between_letters_with_their_marks() -> None:
    lines = lines_of("น้ำที่" * 60, "th")
    assert len(lines) > 2
    assert {line[0] for line in lines} <= set("นท")
    assert {line[-1] for line in lines} <= {"ำ", "่"}


def test_a_zero_width_space_in_thai_is_kept_and_says_where_a_line_may_end() -> None:
    words = "\u200b".join(["ขอบคุณมาก"] * 30)
    lines = lines_of(words, "th")
    assert len(lines) > 2
    assert all(line.strip("\u200b").split("\u200b")[-1] == "ขอบคุณมาก" for line in lines)
    assert checked(build(letter("th", words), footer=STAMP)).texts("P") == [words]


def test_a_word_too_long_for_a_line_is_not_broken_within_a_letter() -> None:
    words = "क्षि" * 200
    lines = [words[line.start : line.stop] for line in said(words, "hi").lines]
    assert len(lines) > 2
    assert {line[:1] + line[-1:] for line in lines} == {"कि"}


def opened(words: str) -> set[str]:
    """The faces that are read to print the words in a process of their own."""
    asked = """
import sys
from liaison.sheets import fonts
kept, read = fonts.resource, []
fonts.resource = lambda path: read.append(path) or kept(path)
from liaison.sheets.printing import build
from liaison.sheets.bidi import leftward
from liaison.sheets.body import Body, Footer, Line, Section
stamp = Footer(title="T", copy="Copy 1", notice="N", marking="M")
lines = (Line(text=sys.argv[1]), Line(text="Їжак"))
body = Body(title="T", sections=(Section(heading="", lines=lines),))
build(body, footer=stamp)
print(*read)
"""
    told = run([executable, "-c", asked, words], capture_output=True, text=True, check=True)
    return {each.removeprefix("fonts/") for each in told.stdout.split()}


def test_only_the_faces_that_are_needed_are_read() -> None:
    always = {FILES["Atkinson"], FILES["Atkinson-Bold"], FILES["Noto"]}
    assert opened("Mrs Khan") == always
    assert opened("ትግርኛ") == {*always, FILES["Ethiopic"]}


@pytest.mark.parametrize(("language", "words"), UNSET.items())
def test_a_script_without_a_face_is_refused_by_its_name(language: str, words: str) -> None:
    with pytest.raises(CannotPrint, match=language):
        build(letter("", words), footer=STAMP)
