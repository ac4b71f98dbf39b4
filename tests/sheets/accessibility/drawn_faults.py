"""Faults in the document as a whole, in how pages are marked, and in fonts."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array

from tests.sheets.accessibility.planting import elements, fonts, in_metadata, planted, redraw


@planted("do not say PDF/UA part 1")
def no_mark_of_pdf_ua(pdf: pikepdf.Pdf) -> None:
    in_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@planted("the metadata have no title")
def no_title(pdf: pikepdf.Pdf) -> None:
    in_metadata(pdf, b">Trial</rdf:li>", b"></rdf:li>")


@planted("the document names no language")
def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


@planted("does not say that it is tagged")
def not_said_to_be_tagged(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


@planted("DisplayDocTitle")
def the_files_name_in_the_title_bar(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


@planted("Tab does not follow the structure")
def no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Tabs


@planted("there is no structure")
def no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@planted("text is shown under no mark")
def unmarked_text(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"/H1 <</MCID 0>> BDC(.*?)EMC", rb"\1")


@planted("something is drawn under no mark")
def an_unmarked_rule(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"\Z", b"\n0 0 m 9 9 l S\n")


@planted("a mark never ends")
def a_mark_without_end(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"\Z", b"\n/Artifact BMC\n")


@planted("a mark ends that never began")
def an_end_without_mark(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"\Z", b"\nEMC\n")


@planted("two pieces are number 0")
def a_number_twice(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"<</MCID 1>>", b"<</MCID 0>>")


@planted("stands inside an element")
def a_rule_inside_an_element(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"(/H1 <</MCID 0>> BDC)", rb"\1 /Artifact BMC EMC")


@planted("an element stands inside something not for reading")
def an_element_inside_an_artifact(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"(/H1 <</MCID 0>> BDC.*?EMC)", rb"/Artifact BMC \1 EMC")


@planted("is drawn as P, but is H1")
def drawn_as_something_else(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"/H1 <</MCID 0>>", b"/P <</MCID 0>>")


@planted("is read in another order than it is drawn")
def another_order(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K.K
    kids[0], kids[1] = kids[1], kids[0]


@planted("is not in the ParentTree")
def a_piece_without_parent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree.Nums[1][-1]


@planted("belongs to another element in the ParentTree")
def parents_exchanged(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


@planted("the ParentTree knows pieces that are not drawn")
def a_parent_of_nothing(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row.append(row[0])


@planted("has no place in the ParentTree")
def a_page_without_place(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.StructParents


@planted("belongs to no element")
def a_piece_of_nothing(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].K = Array()


@planted("holds a piece that is not drawn")
def an_element_of_nothing_drawn(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].K.append(999)


@planted("belongs to several elements")
def one_piece_of_two_elements(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].K.append(1)


@planted("H2 has no words")
def a_heading_without_words(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"(/H2 <</MCID \d+>> BDC).*?EMC", rb"\1 EMC")


@planted("is not embedded")
def a_font_not_embedded(pdf: pikepdf.Pdf) -> None:
    del fonts(pdf)[0].FontDescriptor.FontFile2


@planted("has no ToUnicode")
def a_font_without_meaning(pdf: pikepdf.Pdf) -> None:
    del fonts(pdf)[0].ToUnicode


@planted("does not say what code")
def a_letter_without_meaning(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(re.sub(rb"<0054>", b"<0000>", said))


@planted(".notdef")
def a_letter_without_shape(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"\(Trial\)", rb"(Tri\\237l)")


@planted("does not say what it is")
def an_artifact_of_no_kind(pdf: pikepdf.Pdf) -> None:
    redraw(pdf, rb"/Artifact <</Type /Layout>> BDC", b"/Artifact BMC")
