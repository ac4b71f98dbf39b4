"""Faults in what is read: roles, headings, lists, tables, figures, links, languages."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.sheets.accessibility.planting import elements, planted


@planted("names no language: “English!”")
def a_language_that_is_none(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "P")[0].Lang = String("English!")


@planted("names another parent")
def a_wrong_parent(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LI")[0].P = elements(pdf, "Table")[0]


@planted("there is no role Chapter")
def an_unknown_role(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Sect")[0].S = Name.Chapter


@planted("the first element is Sect, not Document")
def no_document(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.S = Name.Sect


@planted("the first heading is H2, not H1")
def no_first_heading(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H1")[0].S = Name.H2


@planted("heading H4 follows H2")
def a_heading_too_deep(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[1].S = Name.H4


@planted("there is no heading")
def no_headings(pdf: pikepdf.Pdf) -> None:
    for role in ("H1", "H2"):
        for each in elements(pdf, role):
            each.S = Name.P


@planted("P stands in L")
def a_paragraph_in_a_list(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LI")[0].S = Name.P


@planted("LI stands in Sect, not in L")
def an_item_without_list(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "L")[0].S = Name.Sect


@planted("LI has no LBody")
def an_item_without_body(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LBody")[0].S = Name.Lbl


@planted("TH does not say whether it heads a row or a column")
def no_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TH")[0].A


@planted("different numbers of cells")
def a_cell_too_few(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TR")[1].K[1]


@planted("a table has no heading cells")
def a_table_without_headings(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf, "TH"):
        each.S = Name.TD


@planted("TR stands in Sect")
def a_row_without_table(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Table")[0].S = Name.Sect


@planted("Figure has no words in its place")
def no_words_for_a_figure(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = String(" ")


@planted("Figure does not say where it stands")
def a_figure_nowhere(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].A


@planted("P has nothing in it")
def an_empty_paragraph(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot.K
    made = Dictionary(Type=Name.StructElem, S=Name.P, P=root, K=Array())
    root.K.append(pdf.make_indirect(made))


@planted("Link leads nowhere")
def a_link_to_nothing(pdf: pikepdf.Pdf) -> None:
    link = elements(pdf, "Link")[0]
    link.K = Array([each for each in link.K if not isinstance(each, Dictionary)])


@planted("a link has no words")
def a_link_without_words(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].Contents


@planted("a link is not in the ParentTree")
def a_link_without_parent(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].StructParent


@planted("a list that counts does not say how")
def a_list_that_counts_in_silence(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "L")[-1].A
