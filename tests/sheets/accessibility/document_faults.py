"""Faults in what a document says of itself, in what it holds, and in its typefaces."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.sheets.accessibility.planting import elements, fonts, planted


@planted("there are no metadata")
def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


@planted("the document doubts its own tags")
def suspects(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@planted("DisplayDocTitle")
def the_title_not_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@planted("the role P is said to be another")
def a_role_of_the_standard_renamed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.H1)


@planted("the role Chapter is said to be itself")
def a_role_that_is_itself(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Chapter=Name.Act, Act=Name.Chapter)


@planted("there is no role H")
def a_heading_without_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H


@planted("there is no role Note")
def a_note_without_name(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].S = Name.Note


@planted("there is no role Formula")
def a_formula(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].S = Name.Formula


@planted("layers that can be hidden")
def layers(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


@planted("there is a form to fill in")
def a_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=String("x"))


@planted("there are files inside it")
def a_file_inside(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["plan.txt"] = b"Plan"


@planted("a page needs a program")
def a_program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@planted("a note is no link, but /Text")
def a_note_on_the_page(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String("x"))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))


@planted("a link belongs to no element")
def a_link_of_nothing(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Contents=String("x"))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))


@planted("a link belongs to P, not to Link")
def a_link_in_a_paragraph(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Link")[0].S = Name.P


@planted("which is not read (Form)")
def drawn_from_elsewhere(pdf: pikepdf.Pdf) -> None:
    drawn = Stream(pdf, b"0 0 m 9 9 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pdf.pages[0].obj.Resources.XObject = Dictionary(Fm0=pdf.make_indirect(drawn))


@planted("of another kind than the check knows")
def a_font_of_another_kind(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].Subtype = Name.Type3


@planted("is not as wide as it says")
def a_letter_wider_than_it_is(pdf: pikepdf.Pdf) -> None:
    widths = fonts(pdf)[0].Widths
    widths[84 - int(fonts(pdf)[0].get("/FirstChar", 0))] = 999


@planted("says not, or both, whether its codes are its own")
def a_font_of_no_kind(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].FontDescriptor.Flags = 0


@planted("has codes of its own and of another")
def a_font_with_two_encodings(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].Encoding = Name.WinAnsiEncoding


@planted("has more than one meaning for a code")
def a_font_with_two_meanings(pdf: pikepdf.Pdf) -> None:
    held = fonts(pdf)[0].FontDescriptor.FontFile2
    made = BytesIO()
    with TTFont(BytesIO(held.read_bytes())) as letters:
        first = letters["cmap"].tables[0]
        twice = type(first)(4)
        twice.platformID, twice.platEncID, twice.language = 0, 3, 0
        twice.cmap = dict(first.cmap)
        letters["cmap"].tables = [first, twice]
        letters.save(made)
    held.write(made.getvalue())


@planted("does not say what code")
def a_letter_that_means_the_order_of_bytes(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.ToUnicode.write(re.sub(rb"<0054>", b"<FEFF>", font.ToUnicode.read_bytes()))


@planted("names no language: “”")
def a_language_of_no_letters(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].Lang = String("")


@planted("TR stands in LBody")
def a_table_torn_apart(pdf: pikepdf.Pdf) -> None:
    row, body = elements(pdf, "TR")[0], elements(pdf, "LBody")[0]
    body.K = Array([row])


@planted("Lbl stands in P, not in LI")
def a_label_of_no_item(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LI")[0].S = Name.P


@planted("L has text of its own")
def a_list_with_text_of_its_own(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "L")[0].K.append(0)


@planted("a table has no heading cells")
def a_table_of_cells_alone(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "TH"):
        each.S = Name.TD
        del each.A
