"""Broken, strange and hostile files are refused in one sentence; odd encodings are read."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.errors import BadFile
from liaison.exchange import xml_elements
from liaison.exchange.ctf import read_ctf
from liaison.exchange.file_text import digest_of, encodings_to_try, text_of
from tests.exchange.ctf_files import contact, ctf, part, pupil, text

GOOD = ctf(pupil(contacts=[contact(phones=["07700 900101"])]))
BODY = GOOD.partition("?>")[2]
ENTITIES = '<!DOCTYPE CTfile [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
DEEP = "<CTfile>" + "<Pupil>" * 60 + "</Pupil>" * 60 + "</CTfile>"
LONG_WORDS = ctf(pupil("x" * (xml_elements.LONGEST_TEXT + 1)))
LONG_ATTRIBUTE = f"<CTfile><Header odd='{'x' * (2 << 20)}'/></CTfile>"
LONG_COMMENT = f"<CTfile><!--{'x' * (2 << 20)}--></CTfile>"
CROWDED = ctf(part("Pupil", "<Phone/>" * (xml_elements.MOST_ELEMENTS + 1)))

BROKEN: list[tuple[str, str | bytes, str]] = [
    ("empty", b"", "is empty"),
    ("blank", b"   \n\t  ", "is empty"),
    ("a BOM alone", b"\xef\xbb\xbf", "not an XML file"),
    ("words", "Dear all, please find the file attached.", "not an XML file"),
    ("csv", "Forename,Surname\nJamie,Farrow\n", "not an XML file"),
    ("json", '{"pupils": []}', "not an XML file"),
    ("zip", b"PK\x03\x04rest", "zip archive"),
    ("pdf", b"%PDF-1.7 rest", "a PDF"),
    ("gzip", b"\x1f\x8b\x08rest", "compressed"),
    ("old excel", b"\xd0\xcf\x11\xe0rest", "Office"),
    ("NUL inside", GOOD.replace("Jamie", "Ja\0mie"), "empty bytes"),
    ("NUL at the end", GOOD + "\0", "empty bytes"),
    ("NUL padding", b"\0" * 50, "empty bytes"),
    ("random bytes", bytes(range(1, 256)), "not an XML file"),
    ("html", "<html><body>Log in</body></html>", "not a Common Transfer File"),
    ("rss", "<rss/>", "not a Common Transfer File"),
    ("a census", "<Message><Header/></Message>", "not a Common Transfer File"),
    ("an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "not a Common Transfer File"),
    ("a pupil alone", pupil(), "not a Common Transfer File"),
    ("a doctype", '<!DOCTYPE CTfile SYSTEM "ctf.dtd">' + BODY, "entities or a document type"),
    ("a bare doctype", "<!DOCTYPE CTfile>" + BODY, "entities or a document type"),
    ("entities", ENTITIES + BODY, "entities or a document type"),
    ("entity in use", ENTITIES + BODY.replace("Jamie", "&b;"), "entities or a document type"),
    ("external entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + BODY, "entit"),
    ("parameter entity", '<!DOCTYPE x [<!ENTITY % e "x"> %e;]>' + BODY, "entit"),
    ("public id", '<!DOCTYPE x PUBLIC "-//X//EN" "x.dtd">' + BODY, "entit"),
    ("undefined entity", GOOD.replace("Jamie", "Ja&nbsp;mie"), "broken"),
    ("bare ampersand", GOOD.replace("Jamie", "Tom & Jamie"), "broken"),
    ("bare less-than", GOOD.replace("Jamie", "a < b"), "broken"),
    ("control character", GOOD.replace("Jamie", "Ja\x01mie"), "broken"),
    ("null reference", GOOD.replace("Jamie", "Ja&#0;mie"), "broken"),
    ("surrogate reference", GOOD.replace("Jamie", "Ja&#xD800;mie"), "broken"),
    ("huge reference", GOOD.replace("Jamie", "&#99999999;"), "broken"),
    ("crossed tags", GOOD.replace("</Surname><Forename>", "<Forename></Surname>", 1), "broken"),
    ("wrong end", GOOD.replace("</CTfile>", "</CTFile>"), "broken"),
    ("end tag only", "</CTfile>", "not an XML file"),
    ("no end", GOOD.removesuffix("</CTfile>"), "cut off"),
    ("half a pupil", GOOD[: GOOD.index("<Contacts>")], "cut off"),
    ("half a tag", GOOD[: GOOD.index("<Contacts>") + 4], "cut off"),
    ("half an end tag", GOOD[:-3], "cut off"),
    ("half a header", GOOD[: GOOD.index("<SourceSchool>")], "cut off"),
    ("open comment", GOOD.removesuffix("</CTfile>") + "<!-- ", "cut off"),
    ("open CDATA", GOOD.removesuffix("</CTfile>") + "<![CDATA[ ", "cut off"),
    ("open attribute", "<CTfile><Header a='", "cut off"),
    ("declaration only", '<?xml version="1.0"?>', "not an XML file"),
    ("half a declaration", '<?xml version="1.0"', "not an XML file"),
    ("comment only", "<!-- nothing -->", "not an XML file"),
    ("two roots", BODY + BODY, "broken"),
    ("words after", GOOD + "thank you", "broken"),
    ("words before", "Exported on Monday\n" + BODY, "not an XML file"),
    ("declaration twice", '<?xml version="1.0"?>' + GOOD, "not an XML file"),
    ("same attribute twice", BODY.replace("<CTfile>", "<CTfile a='1' a='2'>"), "not an XML file"),
    ("attribute unquoted", BODY.replace("<CTfile>", "<CTfile a=1>"), "not an XML file"),
    ("tag with a space", BODY.replace("<CTfile>", "< CTfile>"), "not an XML file"),
    ("double dash", BODY.replace("<Header>", "<!-- a -- b --><Header>", 1), "broken"),
    ("a CDATA end", GOOD.replace("Jamie", "]]>"), "broken"),
    ("too deep", DEEP, "nested deeper"),
    ("too many words", LONG_WORDS, "far longer"),
    ("a giant attribute", LONG_ATTRIBUTE, "far longer"),
    ("a giant comment", LONG_COMMENT, "far longer"),
    ("a crowded pupil", CROWDED, "more than 20,000 parts"),
    ("half of UTF-16", GOOD.encode("utf-16")[:-1], "cannot be read in any way"),
    ("lone surrogate", b"\xff\xfe<\0C\0\x00\xd8<\0", "cannot be read in any way"),
    ("UTF-16 by claim", '<?xml version="1.0" encoding="utf-16"?><x>', "not a Common"),
]


@pytest.mark.parametrize(("words", "sentence"), [row[1:] for row in BROKEN],
                         ids=[row[0] for row in BROKEN])  # fmt: skip
def test_a_broken_file_is_refused_in_a_sentence(
    tmp_path: Path, words: str | bytes, sentence: str
) -> None:
    path = tmp_path / "broken.xml"
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    with pytest.raises(BadFile) as refused:
        read_ctf(path)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith((".", "it came from."))


def test_there_are_sixty_broken_files_at_least() -> None:
    assert len({row[0] for row in BROKEN}) >= 60


def test_a_folder_a_missing_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, sentence in [
        (tmp_path, "is a folder"),
        (tmp_path / "gone.xml", "There is no file"),
        (pipe, "not an ordinary file"),
        (tmp_path / "a\0b.xml", "There is no file"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ]:
        with pytest.raises(BadFile, match=sentence):
            read_ctf(path)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.xml"
    path.write_text(GOOD)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(BadFile, match="cannot be read"):
        read_ctf(path)


def test_a_file_that_vanishes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "going.xml"
    path.write_text(GOOD)
    encoding = encodings_to_try(path)[0]
    path.unlink()
    with pytest.raises(BadFile, match="cannot be read"):
        list(text_of(path, encoding))
    with pytest.raises(BadFile, match="cannot be read"):
        digest_of(path)


def test_a_file_that_grows_beyond_the_limit_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "growing.xml"
    path.write_text(GOOD)
    encoding = encodings_to_try(path, largest=len(GOOD))[0]
    path.write_text(GOOD + " ")
    with pytest.raises(BadFile, match="larger than"):
        list(text_of(path, encoding, largest=len(GOOD)))


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    path.write_text(GOOD)
    assert read_ctf(path, largest=len(GOOD)).pupils
    with pytest.raises(BadFile, match="is larger than 0 MB"):
        read_ctf(path, largest=len(GOOD) - 1)


def test_a_sparse_file_of_300_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "sparse.xml"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(BadFile, match="larger than 200 MB"):
        read_ctf(path)


def test_the_file_is_neither_changed_nor_kept(tmp_path: Path) -> None:
    path = tmp_path / "file.xml"
    path.write_text(GOOD)
    before = path.stat()
    read_ctf(path)
    assert (path.read_text(), list(tmp_path.iterdir())) == (GOOD, [path])
    assert path.stat().st_mtime_ns == before.st_mtime_ns


ACCENTS = ctf(pupil("Müller–Brontë", "Zoë"), declaration="{}")


def declared(encoding: str | None) -> str:
    said = f' encoding="{encoding}"' if encoding else ""
    return ACCENTS.replace("{}", f'<?xml version="1.0"{said}?>\n')


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        (declared("utf-8").encode(), False),
        (declared(None).encode(), False),
        (declared("UTF-8").encode("utf-8-sig"), False),
        (declared("utf-8").encode("cp1252"), True),
        (declared(None).encode("cp1252"), True),
        (declared("windows-1252").encode("cp1252"), False),
        (declared("iso-8859-1").encode("cp1252"), False),
        (declared("ISO-8859-1").encode(), True),
        (declared("utf-16").encode("utf-16"), False),
        (declared("utf-8").encode("utf-16"), False),
        (declared("utf-16").encode("utf-16-le"), False),
        (declared("utf-16").encode("utf-16-be"), False),
        (declared("utf-16").encode(), True),
        (declared("klingon").encode("cp1252"), True),
        (declared("us-ascii").encode("cp1252"), True),
        (ACCENTS.replace("{}", "").encode("cp1252"), True),
        (b"\xef\xbb\xbf" + declared("utf-8").encode("cp1252"), True),
        (b"\r\n  " + declared("utf-8").encode(), False),
        (declared("utf-8").encode("utf-32"), False),
    ],
)
def test_letters_arrive_whatever_the_encoding_claims(
    tmp_path: Path, words: bytes, warned: bool
) -> None:
    path = tmp_path / "accents.xml"
    path.write_bytes(words)
    file = read_ctf(path)
    assert file.pupils[0].name == "Zoë Müller–Brontë"
    assert bool(file.warnings) == warned


def test_another_single_byte_encoding_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "latin2.xml"
    words = ctf(pupil("Łęcki", "Ewa"), declaration='<?xml version="1.0" encoding="iso-8859-2"?>')
    path.write_bytes(words.encode("iso-8859-2"))
    assert read_ctf(path).pupils[0].name == "Ewa Łęcki"


def test_a_letter_that_is_in_no_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "odd.xml"
    path.write_bytes(ctf(pupil("Farr?w")).encode().replace(b"?w", b"\x81w"))
    file = read_ctf(path)
    assert file.pupils[0].surname == "Farr\ufffdw"
    assert any("could not be read" in each for each in file.warnings)


def test_a_wrong_claim_in_plain_letters_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "plain.xml"
    path.write_text(GOOD.replace("utf-8", "iso-8859-15"))
    assert read_ctf(path).warnings == ()


def test_marks_that_turn_the_writing_round_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "turned.xml"
    path.write_text(ctf(pupil("Far\u202erow", "Jam\u200bie")), encoding="utf-8")
    assert read_ctf(path).pupils[0].name == "Jamie Farrow"


def test_a_name_of_any_length_is_cut_to_a_name(tmp_path: Path) -> None:
    path = tmp_path / "long.xml"
    path.write_text(ctf(pupil("x" * 5000, "Y" * 5000)), encoding="utf-8")
    child = read_ctf(path).pupils[0]
    assert len(child.surname) == len(child.forename) == 100


def test_memory_does_not_grow_with_the_number_of_pupils(tmp_path: Path) -> None:
    taken: list[int] = []
    reader = xml_elements.ElementReader(
        naming=lambda tag, _depth: tag,
        branches=frozenset({"Pupil"}),
        taken=lambda part: taken.append(len(part.children)),
    )
    reader.read(iter([ctf(*[pupil()] * 50)]))
    assert len(taken) == 50
    assert not reader._open


@settings(max_examples=60, deadline=None)
@given(words=st.binary(max_size=400))
def test_random_bytes_never_raise_anything_but_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, words: bytes
) -> None:
    attempt(tmp_path_factory, words)


SAMPLE = (Path(__file__).parent / "files" / "fixture_full_v25_sex.xml").read_bytes()


@settings(max_examples=120, deadline=None)
@given(
    place=st.integers(0, len(SAMPLE)),
    dropped=st.integers(0, 60),
    added=st.one_of(
        st.binary(max_size=8),
        st.sampled_from([b"<", b">", b"&", b"</Pupil>", b"<Pupil>", b"<!--", b"<Contact>",
                         b"</Contacts>", b"\xff", b"999999999999", b"<SEN>x</SEN>", b"--"]),
    ),
)  # fmt: skip
def test_a_file_changed_anywhere_is_read_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, place: int, dropped: int, added: bytes
) -> None:
    attempt(tmp_path_factory, SAMPLE[:place] + added + SAMPLE[place + dropped :])


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, len(SAMPLE.strip()) - 1))
def test_a_file_cut_off_anywhere_is_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int
) -> None:
    assert not attempt(tmp_path_factory, SAMPLE[:place])


def attempt(tmp_path_factory: pytest.TempPathFactory, words: bytes) -> bool:
    path = tmp_path_factory.getbasetemp() / "attempt.xml"
    path.write_bytes(words)
    try:
        read_ctf(path)
    except BadFile as refused:
        return _ends_as_a_sentence(refused)
    return True


def _ends_as_a_sentence(refused: BadFile) -> bool:
    assert str(refused).endswith(".")
    return False


NAMES = st.text(st.characters(categories=["L", "Zs", "Pd", "Po"]), max_size=30)


@settings(max_examples=60, deadline=None)
@given(surname=NAMES, forename=NAMES, number=st.from_regex(r"0[1-9][0-9]{9}", fullmatch=True),
       order=st.integers(1, 99), born=st.dates(date(1990, 1, 1), date(2030, 1, 1)))  # fmt: skip
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    surname: str,
    forename: str,
    number: str,
    order: int,
    born: date,
) -> None:
    adult = contact("Oldroyd", "Marley", order=order, phones=[number])
    path = tmp_path_factory.getbasetemp() / "written.xml"
    path.write_text(ctf(pupil(surname, forename, str(born), contacts=[adult])), encoding="utf-8")
    (child,) = read_ctf(path).pupils
    assert child.born == born
    assert child.surname.casefold() == xml_elements.clean(surname).casefold()
    assert child.forename.casefold() == xml_elements.clean(forename).casefold()
    assert child.contacts[0].order == order
    assert [each.number for each in child.contacts[0].phones] == [number]
    assert child.contacts[0].phones[0].key in (number, "")


def test_text_inside_a_part_left_out_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "left.xml"
    path.write_text(ctf(pupil(more=part("Odd", "a", text("Odd", "b"), "c"))), encoding="utf-8")
    assert read_ctf(path).pupils[0].name == "Jamie Farrow"
