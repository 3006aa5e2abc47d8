"""Tests of web pages: what people see is read, in order, and menus, scripts and what is hidden are not."""

from __future__ import annotations

import time

import pytest

from tenderlint.errors import UnreadableError
from tenderlint.model import BlockKind, Document, Extent, Revision, walk
from tenderlint.readers.base import Source
from tenderlint.readers.html import read


def page(body: str, head: str = "<title>Hall cleaning</title>") -> Document:
    whole = f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>'
    return read(Source("itt.html", whole.encode()))


def texts(made: Document) -> list[str]:
    return [block.text for block in walk(made.blocks) if block.text]


def test_title_and_language_come_from_the_page() -> None:
    made = page("<p>Words.</p>")
    assert (made.structure.title, made.structure.language) == ("Hall cleaning", "en-GB")


def test_headings_paragraphs_and_loose_words_come_in_order() -> None:
    made = page("<h1>1. Scope</h1><p>We want <em>clean</em> floors.<br>Always.</p>loose words<div>more</div>")
    assert [(block.kind.value, block.label, block.text) for block in made.blocks] == [
        ("heading", "1", "Scope"),
        ("paragraph", "", "We want clean floors. Always."),
        ("paragraph", "", "loose words"),
        ("paragraph", "", "more"),
    ]
    assert made.blocks[1].place.heading == ("1. Scope",)


def test_lists_within_lists_keep_depth_and_numbers() -> None:
    made = page('<ol type="a"><li>One<ul><li>Deep</li></ul></li><li><p>Two</p><p>still two</p></li></ol>')
    assert [(block.level, block.label, block.text) for block in made.blocks] == [
        (1, "a.", "One"), (2, "•", "Deep"), (1, "b.", "Two"), (1, "", "still two"),
    ]  # fmt: skip


def test_menus_scripts_and_hidden_words_are_not_read() -> None:
    made = page(
        "<nav>Home</nav><script>var x;</script><style>p{}</style><p hidden>Secret</p>"
        '<p style="display: none">Veiled</p><p aria-hidden="true">Mute</p><p>Seen</p>'
    )
    assert texts(made) == ["Seen"]


def test_a_link_keeps_where_it_leads() -> None:
    (block,) = page('<p>See <a href="https://portal.example/1">the portal</a> now.</p>').blocks
    (span,) = block.spans
    assert (block.text[span.start : span.end], span.link) == ("the portal", "https://portal.example/1")


def test_words_taken_out_are_not_text_and_words_put_in_are_marked() -> None:
    (block,) = page("<p>By <del>3</del><ins>10</ins> July.</p>").blocks
    assert block.text == "By 10 July."
    assert [(span.revision, span.text or block.text[span.start : span.end]) for span in block.spans] == [
        (Revision.DELETED, "3"), (Revision.INSERTED, "10"),
    ]  # fmt: skip


def test_a_table_keeps_its_headers_spans_and_caption() -> None:
    made = page(
        "<table><caption>Dates</caption><thead><tr><th>What<th>When<th>Where</thead>"
        '<tr><th rowspan="2">Deadline<td>noon<td>portal<tr><td colspan="2">3 <b>July</b></table>'
    )
    table = made.blocks[0].table
    assert table is not None
    assert (table.caption, table.header_rows, table.columns) == ("Dates", 1, 3)
    last = table.rows[2][0]
    assert (last.text, last.row, last.column, last.column_span) == ("3 July", 2, 1, 2)
    assert table.rows[1][0].header
    assert not table.rows[1][1].header
    assert table.rows[1][0].row_span == 2


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    made = page('<table role="presentation"><tr><td><p>Left</p><td><p>Right</p></table><table><tr><td>Alone</table>')
    assert {block.kind for block in made.blocks} == {BlockKind.PARAGRAPH}
    assert texts(made) == ["Left", "Right", "Alone"]


def test_pictures_tell_their_words() -> None:
    made = page('<p>Words</p><img src=a alt="Map of the hall"><img src=b alt=""><img src=c>')
    assert [(picture.alt, picture.decorative) for picture in made.structure.pictures] == [
        ("Map of the hall", False), ("", True), (None, False),
    ]  # fmt: skip


def test_a_list_saved_by_word_is_a_list() -> None:
    made = page(
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>"
        "<span style='mso-list:Ignore'>2.1<span>&nbsp; </span></span>Clean floors</p>"
    )
    (item,) = made.blocks
    assert (item.kind, item.level, item.label, item.text) == (BlockKind.LIST_ITEM, 2, "2.1", "Clean floors")


def test_letters_follow_what_the_page_declares() -> None:
    data = '<html><head><meta charset="iso-8859-1"></head><body><p>Price £5 – fixed</p></body></html>'.encode("cp1252")
    assert texts(read(Source("a.html", data))) == ["Price £5 – fixed"]


def test_a_page_that_only_a_script_would_fill_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="holds no words") as caught:
        page("<div id=app></div><script>fill()</script>")
    assert "print it to PDF" in caught.value.advice


def test_a_page_nested_too_deeply_says_that_words_are_missing() -> None:
    made = page("<p>Top</p>" + "<ul><li>x" * 3000)
    assert made.extent is Extent.PARTLY
    assert made.notes[0].lost


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td colspan=1000 rowspan=65534>x" * 2000,
        "<p>" + "<a href=x>word</a> " * 30_000,
        "<table><tr><td>a<td>" * 10_000,
        "<p>x " + "<" * 300_000,
    ],
    ids=["spans", "links", "tables", "brackets"],
)
def test_hostile_pages_are_read_in_no_time(body: str) -> None:
    started = time.process_time()
    page(body)
    assert time.process_time() - started < 3
