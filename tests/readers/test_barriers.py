"""What readers notice for people who listen to a file: pictures told once, tab order, the language of tags."""

from __future__ import annotations

import pikepdf
import pytest
from lxml import etree

from tenderlint.readers.pdf.annotations import pinned_to
from tenderlint.readers.pdf.barriers import language_of_tags
from tenderlint.readers.pdf.marks import MarkKind
from tenderlint.readers.word.drawings import read_drawing

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def _shape(wide: int, high: int) -> etree._Element:
    return etree.fromstring(
        f'<w:drawing {_NAMES}><wp:anchor><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="1" name="Freeform 1"/>'
        "<a:graphic><a:graphicData><a:custGeom/></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def test_a_shape_as_thin_as_a_line_needs_no_words() -> None:
    assert read_drawing(_shape(2_924_175, 1_270)).pictures == []
    assert read_drawing(_shape(2_924_175, 900_000)).pictures == [(None, False)]


def _page(tabs: str | None, **field: object) -> pikepdf.Dictionary:
    widget = pikepdf.Dictionary(
        Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="Text1", Rect=[10, 10, 90, 30], **field
    )
    page = pikepdf.Dictionary(MediaBox=[0, 0, 595, 842], Annots=pikepdf.Array([widget]))
    if tabs:
        page.Tabs = pikepdf.Name(f"/{tabs}")
    return page


@pytest.mark.parametrize(("tabs", "marked"), [("S", False), ("R", True), (None, True)])
def test_a_page_with_fields_says_in_which_order_the_tab_key_goes(tabs: str | None, marked: bool) -> None:
    pinned = pinned_to(_page(tabs), 3)
    assert pinned is not None
    assert ((MarkKind.NO_TAB_ORDER, 3, "") in pinned.marks) is marked


@pytest.mark.parametrize("field", [{"F": 2}, {"Rect": [700, 10, 790, 30]}])
def test_a_field_that_nobody_sees_needs_no_name(field: dict[str, object]) -> None:
    page = _page("S")
    for key, value in field.items():
        page.Annots[0][f"/{key}"] = value
    pinned = pinned_to(page, 1)
    assert pinned is not None
    assert pinned.marks == []


def test_the_language_of_a_file_is_that_of_its_tags_where_it_names_none() -> None:
    tags = [pikepdf.Dictionary(S=pikepdf.Name.P, Lang=tag) for tag in ("en-GB", "cy", "en-GB")]
    root = pikepdf.Dictionary(K=pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.Document, K=pikepdf.Array(tags))]))
    assert language_of_tags(root) == "en-GB"
    assert language_of_tags(pikepdf.Dictionary()) is None
