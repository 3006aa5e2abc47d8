"""Every rule for PDF files finds the fault that was planted in a file, and no other rule cries out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tenderlint.linting import lint_pack
from tenderlint.model import Pack
from tenderlint.readers import read_or_say
from tenderlint.readers.base import Source
from tenderlint.settings import settings_from
from tests.checks.asking import book
from tests.checks.pdf_planted import (
    HEADER,
    PROSE,
    first_page,
    first_tags,
    good,
    in_content,
    next_page,
    next_tags,
    pages_of,
    prose,
    tag_of,
)
from tests.readers.pdf_files import Tag, Words, changed

DAY = dt.date(2026, 3, 2)
Change = Callable[[pikepdf.Pdf], object]


def told(data: bytes) -> dict[str, str]:
    """Return the checks of PDF files that fail, with what they say."""
    document = read_or_say(Source("Specification.pdf", data))
    settings = settings_from({"select": ["pdf"], "pack": {"commenced": DAY}})
    report = lint_pack(Pack("pack", "pack", (document,)), today=DAY, settings=settings, book=book())
    assert not [row.id for row in report.checks if row.outcome == "error"]
    return {row.id: " ".join(each.message for each in row.findings) for row in report.checks if row.findings}


def test_a_file_without_fault_has_none() -> None:
    assert told(good()) == {}


def _untag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo


def _drop(role: str, key: str, number: int = 0) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del tag_of(pdf, role, number)[key]

    return change


def _put(role: str, key: str, value: object, number: int = 0) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        tag_of(pdf, role, number)[key] = value

    return change


def _widget(key: str, value: object = None) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.pages[0].Annots[1][key]
        else:
            pdf.pages[0].Annots[1][key] = value

    return change


def _no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]


def _all_cells_plain(pdf: pikepdf.Pdf) -> None:
    for _ in range(3):
        tag_of(pdf, "TH").S = Name.TD


def _cell_lost(pdf: pikepdf.Pdf) -> None:
    row = tag_of(pdf, "TR", 2)
    row.K[1].K.append(row.K[2].K[0])
    del row.K[2]


def _no_bodies(pdf: pikepdf.Pdf) -> None:
    for _ in range(2):
        tag_of(pdf, "LBody").S = Name.Span


def _words_in_list(pdf: pikepdf.Pdf) -> None:
    item = tag_of(pdf, "LI", 1)
    tag_of(pdf, "L").K[1] = item.K[1].K[0]


def _empty_heading(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H2, K=Array([]), P=pdf.Root.StructTreeRoot))
    pdf.Root.StructTreeRoot.K.K.append(made)


def _many_empty_paragraphs(pdf: pikepdf.Pdf) -> None:
    for _ in range(11):
        made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=Array([]), P=pdf.Root.StructTreeRoot))
        pdf.Root.StructTreeRoot.K.K.append(made)


def _silent_link(pdf: pikepdf.Pdf) -> None:
    link = tag_of(pdf, "Link")
    tag_of(pdf, "P", 5).K = Array([link.K[0], link])
    link.K = Array([link.K[1]])


def _untagged_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0].StructParent


def _small(pdf: pikepdf.Pdf) -> None:
    for number in range(3):
        in_content(pdf, number, b" 12 Tf", b" 9 Tf")


def _font_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1.FontDescriptor.FontFile2


def _font_unmapped(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources.Font.F1.Encoding


def _xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["Prices.txt"] = b"four"


def _lengthen(pdf: pikepdf.Pdf) -> None:
    for _ in range(20):
        pdf.add_blank_page()


def _formula(pdf: pikepdf.Pdf) -> None:
    tag = tag_of(pdf, "Figure")
    tag.S = Name.Formula
    del tag.Alt


def _stray_row(pdf: pikepdf.Pdf) -> None:
    row = tag_of(pdf, "TR", 3)
    del tag_of(pdf, "Table").K[3]
    pdf.Root.StructTreeRoot.K.K.insert(8, row)


def _tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Tabs


def _suspects(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def _swap(pdf: pikepdf.Pdf) -> None:
    kids = list(pdf.Root.StructTreeRoot.K.K)
    pdf.Root.StructTreeRoot.K.K = Array([kids[1], kids[3], kids[0], kids[5], kids[2], kids[4], *kids[6:]])


def _picture_page(pdf: pikepdf.Pdf) -> None:
    page = pdf.add_blank_page(page_size=(595, 842))
    picture = pdf.make_stream(bytes([128] * 64))
    picture.update({
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 8, "/Height": 8, "/ColorSpace": Name.DeviceGray,
        "/BitsPerComponent": 8,
    })  # fmt: skip
    page.obj.Resources = Dictionary(XObject=Dictionary(Scan=picture))
    page.obj.Contents = pdf.make_stream(b"/Artifact BMC q 595 0 0 842 0 0 cm /Scan Do Q EMC")


def _root(key: str, value: object = None) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.Root[key]
        else:
            pdf.Root[key] = value

    return change


_PALE = partial(in_content, page=1, old=b"BT /F1 12 Tf 1 0 0 1 72 740", new=b"0.7 g BT /F1 12 Tf 1 0 0 1 72 740")
_AWAY = partial(in_content, page=1, old=b"1 0 0 1 72 620 Tm", new=b"1 0 0 1 700 620 Tm")
_BY_CHANGE: tuple[tuple[str, Change, str], ...] = (
    ("pdf-tagged", _untag, "is not tagged"),
    ("pdf-language", _root("/Lang"), "does not say which language"),
    ("pdf-language", _root("/Lang", String("fr")), "its words are English"),
    ("pdf-language", _root("/Lang", String("en/GB")), "sign of no language"),
    ("pdf-title", _no_title, "has no title"),
    ("pdf-title", _root("/ViewerPreferences"), "not shown"),
    ("pdf-tab-order", _tabs, "1 page"),
    ("pdf-alt-text", _drop("Figure", "/Alt"), "1 picture: no words describe it"),
    ("pdf-alt-text", _formula, "1 formula: no words describe it"),
    ("pdf-alt-text", _put("Figure", "/Alt", String("hall-plan.png")), "tell nothing"),
    ("pdf-alt-text", _put("Figure", "/Alt", String("Plan of the hall")), "repeat the caption"),
    ("pdf-headings", _put("H1", "/S", Name.H2), "of level 2, not 1"),
    ("pdf-headings", _put("H2", "/S", Name.H4), "from level 1 to level 4"),
    ("pdf-headings", _put("H2", "/S", Name.H, 1), "some have none"),
    ("pdf-table-headers", _all_cells_plain, "no header cells"),
    ("pdf-table-scope", _drop("TH", "/A"), "1 table"),
    ("pdf-irregular-tables", _stray_row, "rows that are in no table"),
    ("pdf-irregular-tables", _cell_lost, "rows of 2 and of 3 cells"),
    ("pdf-lists", _no_bodies, "2 list items hold"),
    ("pdf-lists", _words_in_list, "1 list holds"),
    ("pdf-lists", _put("L", "/S", Name.Sect), "2 list items are in no list"),
    ("pdf-known-tags", _put("P", "/S", Name.Absatz), "“Absatz”"),
    ("pdf-known-tags", _suspects, "not sure"),
    ("pdf-empty-tags", _empty_heading, "1 heading holds nothing"),
    ("pdf-empty-tags", _many_empty_paragraphs, "11 paragraphs hold nothing"),
    ("pdf-empty-tags", _silent_link, "1 link holds nothing"),
    ("pdf-links", _untagged_link, "is in no tag"),
    ("pdf-form-fields", _widget("/TU"), "without a name"),
    ("pdf-form-fields", _widget("/TU", String("Text1")), "a word of the program"),
    ("pdf-form-fields", _widget("/StructParent"), "in no tag"),
    ("pdf-contrast", _PALE, "2.1 to 1"),
    ("pdf-small-text", _small, "9 point"),
    ("pdf-fonts", _font_lost, "Vera"),
    ("pdf-text-whole", _font_unmapped, "Vera"),
    ("pdf-plain-forms", _xfa, "XFA"),
    ("pdf-attachments", _attach, "Prices.txt"),
    ("pdf-bookmarks", _lengthen, "23 pages"),
    ("pdf-scanned", _picture_page, "1 page is a picture"),
    ("pdf-reading-order", _swap, "comes before"),
    ("pdf-off-page", _AWAY, "beyond the edge"),
)


@pytest.mark.parametrize(("check", "change", "words"), _BY_CHANGE)
def test_the_fault_that_was_planted_is_found_and_no_other(check: str, change: Change, words: str) -> None:
    found = told(good(change=change))
    assert set(found) == {check}
    assert words in found[check]


def test_a_file_that_forbids_reading_aloud_is_found() -> None:
    rights = pikepdf.Permissions(accessibility=False, extract=False)
    lock = pikepdf.Encryption(owner="owner", user="", R=3, allow=rights, aes=False, metadata=False)
    locked = changed(good(), lambda pdf: None, encryption=lock)
    assert set(told(locked)) == {"pdf-permissions"}


def _second(*words: Words) -> list[list[Words]]:
    return pages_of([first_page(), [*next_page("Times of work"), *words], next_page("Payment")])


def _with_tags(*more: Tag) -> list[Tag]:
    return [*first_tags(), *next_tags(2), *more, *next_tags(3)]


def test_text_that_no_tag_holds_is_found() -> None:
    found = told(good(_second(Words(9, 72, 400, "Bring your own ladder to the hall", size=12))))
    assert set(found) == {"pdf-text-tagged"}


def test_tags_that_hold_half_of_the_text_are_found() -> None:
    found = told(good(tags=first_tags()))
    assert set(found) == {"pdf-text-tagged"}
    assert "per cent of the text" in found["pdf-text-tagged"]


def test_tags_that_hold_nothing_are_found() -> None:
    def empty(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K = Array([])

    assert "pdf-text-tagged" in told(good(change=empty))


def test_text_that_is_marked_as_decoration_is_found() -> None:
    found = told(good(_second(Words(None, 72, 400, "Bring your own ladder to the hall", artifact=True, size=12))))
    assert set(found) == {"pdf-text-tagged"}


def test_bullets_that_are_typed_are_found() -> None:
    lines = [Words(9 + at, 72, 500 - 20 * at, f"• the {room}", size=12) for at, room in enumerate(("hall", "yard"))]
    found = told(good(_second(*lines), _with_tags(*(Tag("P", [(2, 9 + at)]) for at in range(2)))))
    assert set(found) == {"pdf-lists"}
    assert "2 lines start with a bullet and are tagged as plain text" in found["pdf-lists"]


def test_a_header_cell_that_says_nothing_is_found() -> None:
    page = [word for word in first_page() if word.content != 11]
    found = told(good(pages_of([page, next_page("Times of work"), next_page("Payment")])))
    assert set(found) == {"pdf-empty-tags"}
    assert "1 header cell holds nothing" in found["pdf-empty-tags"]


def test_a_text_layer_that_lost_letters_is_found() -> None:
    lines = ["The specifcaton and the informaton that we send you are fnal.", "Your organisaton must have certfcates."]
    words = [Words(9 + at, 72, 500 - 20 * at, line, size=12) for at, line in enumerate(lines)]
    found = told(good(_second(*words), _with_tags(*(Tag("P", [(2, 9 + at)]) for at in range(2)))))
    assert set(found) == {"pdf-text-whole"}


def test_a_header_that_is_tagged_on_every_page_is_found() -> None:
    pages = pages_of([first_page(), next_page("Times of work"), next_page("Payment")], header=40)
    tags = [
        Tag("P", [(1, 40)]), *first_tags(), Tag("P", [(2, 40)]), *next_tags(2), Tag("P", [(3, 40)]), *next_tags(3),
    ]  # fmt: skip
    found = told(good(pages, tags))
    assert set(found) == {"pdf-running-heads"}
    assert f"“{HEADER}” is tagged as text and read again on 3 pages" in found["pdf-running-heads"]


def test_a_link_that_says_nothing_is_found() -> None:
    page = [word if word.content != 31 else Words(31, 72, 270, "click here", size=12) for word in first_page()]
    assert set(told(good(pages_of([page, next_page("Times of work"), next_page("Payment")])))) == {"pdf-links"}


def test_an_address_that_is_no_link_is_found() -> None:
    line = Words(9, 72, 400, "Register at https://portal.example.org before you bid.", size=12)
    found = told(good(_second(line), _with_tags(Tag("P", [(2, 9)]))))
    assert set(found) == {"pdf-typed-addresses"}


def _links_on_second_page(number: int, address: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Annots = Array([
            pdf.make_indirect(Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=[70, 400, 400, 420], StructParent=5 + at,
                A=Dictionary(S=Name.URI, URI=String(address)),
            ))
            for at in range(number)
        ])  # fmt: skip

    return change


def test_an_address_that_a_link_lies_on_is_a_link_though_no_tag_says_so() -> None:
    line = Words(9, 72, 400, "Register at www.portal.example.org before you bid.", size=12)
    link = _links_on_second_page(1, "https://portal.example.org/")
    assert told(good(_second(line), _with_tags(Tag("P", [(2, 9)])), link)) == {}


def _contents() -> tuple[list[list[Words]], list[Tag]]:
    lines = [Words(9 + at, 72, 500 - 20 * at, f"{name} {'.' * 30} {at + 2}", size=12)
             for at, name in enumerate(("Rooms", "Times", "Payment", "Terms", "Forms"))]  # fmt: skip
    tags = Tag("TOC", [Tag("TOCI", [(2, 9 + at)]) for at in range(5)])
    return _second(*lines), _with_tags(tags)


def test_a_contents_list_that_leads_nowhere_is_found() -> None:
    found = told(good(*_contents()))
    assert set(found) == {"pdf-contents-links"}
    assert "5 entries" in found["pdf-contents-links"]


def test_a_contents_list_with_links_over_it_leads_somewhere() -> None:
    assert told(good(*_contents(), _links_on_second_page(5, "https://example.org/"))) == {}


def test_a_heading_in_two_tags_is_found() -> None:
    page = [Words(60, 72, 790, "Cleaning of the", bold=True, size=18), *first_page("hall and the yard")]
    tags = [Tag("H1", [60]), *first_tags(), *next_tags(2), *next_tags(3)]
    found = told(good(pages_of([page, next_page("Times of work"), next_page("Payment")]), tags))
    assert set(found) == {"pdf-headings"}
    assert "“Cleaning of the” and “hall and the yard”" in found["pdf-headings"]


def test_bold_lines_in_place_of_headings_are_found() -> None:
    lines = [
        word
        for at, place in enumerate(("the hall", "the stairs", "the yard"))
        for word in (
            Words(10 + 10 * at, 72, 560 - 120 * at, f"Work in {place}", bold=True, size=14),
            Words(11 + 10 * at, 72, 530 - 120 * at, PROSE[0], size=12),
        )
    ]
    tags = [Tag("P", [(2, 10 + 10 * at + part)]) for at in range(3) for part in (0, 1)]
    found = told(good(_second(*lines), _with_tags(*tags)))
    assert set(found) == {"pdf-fake-headings"}
    assert "3 lines look" in found["pdf-fake-headings"]


def test_a_table_that_is_only_drawn_is_found() -> None:
    cells = [
        Words(9 + 3 * row + at, 80 + 150 * at, 505 - 25 * row, f"{name} {row}", size=12)
        for row in range(4)
        for at, name in enumerate(("Room", "Times", "Floor"))
    ]
    tags = [Tag("P", [(2, cell.content)]) for cell in cells]
    lines = [f"72 {520 - 25 * row} m 522 {520 - 25 * row} l S" for row in range(5)]
    lines += [f"{72 + 150 * at} 520 m {72 + 150 * at} 420 l S" for at in range(4)]

    def draw(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[1].obj.Contents
        stream.write(stream.read_bytes() + f"\n/Artifact BMC {' '.join(lines)} EMC".encode())

    found = told(good(_second(*cells), _with_tags(*tags), draw))
    assert set(found) == {"pdf-drawn-tables"}
    assert "1 table is drawn" in found["pdf-drawn-tables"]


def test_headings_in_place_of_header_cells_are_found() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for _ in range(3):
            cell = tag_of(pdf, "TH")
            cell.S = Name.TD
            inner = Dictionary(Type=Name.StructElem, S=Name.H2, P=cell, K=cell.K, Pg=pdf.pages[0].obj)
            cell.K = Array([pdf.make_indirect(inner)])

    found = told(good(change=change))
    assert set(found) == {"pdf-table-headers"}
    assert "1 table has headings in the first row" in found["pdf-table-headers"]


def test_a_table_cut_at_the_end_of_a_page_is_found() -> None:
    def part(page: int, height: float, rows: int, start: int) -> tuple[list[Words], Tag]:
        words = [
            Words(start + 3 * row + at, 72 + 150 * at, height - 20 * row, f"{name} {row}", size=12)
            for row in range(rows)
            for at, name in enumerate(("Room", "Times", "Floor"))
        ]
        scope = {"Scope": Name.Column}
        tags = [
            Tag("TR", [Tag("TH" if not row else "TD", [(page, start + 3 * row + at)], attributes=None if row else scope)  # type: ignore[arg-type]
                       for at in range(3)])
            for row in range(rows)
        ]  # fmt: skip
        return words, Tag("Table", tags)

    upper, first = part(2, 200, 4, 50)
    lower, second = part(3, 770, 4, 50)
    pages = pages_of([first_page(), [*next_page("Times of work"), *upper], [*lower, *prose(1, 600)]])
    tags = [*first_tags(), *next_tags(2), first, second, *(Tag("P", [(3, at)]) for at in range(1, 6))]
    found = told(good(pages, tags))
    assert set(found) == {"pdf-irregular-tables"}
    assert "cut in two" in found["pdf-irregular-tables"]
