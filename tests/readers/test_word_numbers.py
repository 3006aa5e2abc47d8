"""The numbers that Word shows before paragraphs are counted as Word counts them."""

from __future__ import annotations

import pytest

from tenderlint.model import BlockKind
from tests.readers.word_files import HEADINGS, block, heading, labelled, levels, marks, numbered, numbering, p, r, read

CLAUSES = levels("%1.", "%1.%2", "(%3)", "(%4)", formats=("decimal", "decimal", "lowerLetter", "lowerRoman"))
PLAIN = levels("%1.", "%2)", formats=("decimal", "lowerLetter"))
BULLETS = levels("\uf0b7", "o", formats=("bullet", "bullet"))
STARTS_AT_5 = (
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def test_clauses_count_on_and_restart_below_each_other() -> None:
    body = "".join(numbered(f"t{at}", 1, depth) for at, depth in enumerate((0, 1, 1, 2, 2, 3, 1, 2, 0, 1)))
    document = read(body, numbering=numbering(CLAUSES))
    assert [each.label for each in document.blocks] == [
        "1.", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2.", "2.1",
    ]  # fmt: skip
    assert [each.place.clause for each in document.blocks] == [
        "1", "1.1", "1.2", "1.2(a)", "1.2(b)", "1.2(b)(i)", "1.3", "1.3(a)", "2", "2.1",
    ]  # fmt: skip


def test_clauses_are_paragraphs_and_the_items_of_lists_are_items() -> None:
    lists = numbering(CLAUSES, PLAIN, BULLETS)
    body = numbered("Clause.", 1, 1) + numbered("letter", 1, 2) + numbered("bullet", 3) + numbered("plain", 2)
    found = read(body, numbering=lists).blocks
    assert [(each.kind, each.level) for each in found] == [
        (BlockKind.PARAGRAPH, 0), (BlockKind.LIST_ITEM, 1), (BlockKind.LIST_ITEM, 1), (BlockKind.LIST_ITEM, 1),
    ]  # fmt: skip


def test_every_bullet_reads_as_a_bullet_and_keeps_the_clause() -> None:
    body = numbered("Clause.", 1, 1) + numbered("first", 2) + numbered("deeper", 2, 1) + p("Text")
    document = read(body, numbering=numbering(CLAUSES, BULLETS))
    assert [(each.label, each.level, each.place.clause) for each in document.blocks] == [
        ("1.1", 0, "1.1"), ("•", 1, "1.1"), ("•", 2, "1.1"), ("", 0, "1.1"),
    ]  # fmt: skip


def test_an_item_of_another_list_that_stands_further_in_is_part_of_the_item_before_it() -> None:
    indent = '<w:pPr><w:ind w:left="{}"/></w:pPr>'
    lists = numbering(
        levels("(%1)", formats=("lowerLetter",), more=indent.format(700)),
        levels("(%1)", formats=("lowerRoman",), more=indent.format(1400)),
    )
    items = numbered("keep", 1) + numbered("store", 2) + numbered("show", 2) + numbered("pay", 1)
    body = p("6.2 The supplier must:") + items
    document = read(body, numbering=lists)
    assert [each.place.clause for each in document.blocks[1:]] == ["6.2(a)", "6.2(a)(i)", "6.2(a)(ii)", "6.2(b)"]
    assert [each.level for each in document.blocks[1:]] == [1, 2, 2, 1]


def test_lists_made_from_one_list_count_on_unless_they_are_started_again() -> None:
    uses = '<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>' + STARTS_AT_5
    body = numbered("a", 1) + numbered("b", 6) + numbered("c", 7) + numbered("d", 1)
    assert labelled(read(body, numbering=numbering(PLAIN, uses=uses))) == ["1. a", "2. b", "5. c", "6. d"]


def test_a_level_may_be_changed_where_the_list_is_used() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl>'
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    uses = f'<w:num w:numId="8"><w:abstractNumId w:val="1"/>{override}</w:num>'
    assert labelled(read(numbered("a", 8), numbering=numbering(PLAIN, uses=uses))) == ["A a"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimalZero", "03."), ("lowerLetter", "c."), ("upperRoman", "III."), ("lowerRoman", "iii."),
        ("ordinal", "3rd."), ("cardinalText", "Three."), ("ordinalText", "Third."), ("none", "."),
        ("strange", "3."),
    ],
)  # fmt: skip
def test_numbers_are_written_in_the_form_of_their_level(form: str, shown: str) -> None:
    lists = numbering(levels("%1.", formats=(form,)))
    assert read(numbered("x") * 3, numbering=lists).blocks[2].label == shown


def test_letters_go_on_after_z_as_word_has_them() -> None:
    lists = numbering(levels("%1", formats=("lowerLetter",)))
    assert [each.label for each in read(numbered("x") * 28, numbering=lists).blocks][-3:] == ["z", "aa", "bb"]


def test_figures_may_be_asked_for_where_the_level_above_has_letters() -> None:
    second = levels("", "%1.%2", more="<w:isLgl/>").partition("</w:lvl>")[2]
    lists = numbering(levels("Part %1", formats=("upperRoman",)) + second)
    body = numbered("a") + numbered("b") + numbered("c", 1, 1)
    assert [each.label for each in read(body, numbering=lists).blocks] == ["Part I", "Part II", "2.1"]


def test_a_level_may_never_restart() -> None:
    lists = numbering(levels("%1.", "%2.", more='<w:lvlRestart w:val="0"/>'))
    body = numbered("a") + numbered("b", 1, 1) + numbered("c") + numbered("d", 1, 1)
    assert [each.label for each in read(body, numbering=lists).blocks] == ["1.", "1.", "2.", "2."]


def test_a_paragraph_may_have_its_number_from_its_style_and_may_switch_it_off() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    by_style, off = '<w:pStyle w:val="Clause"/>', '<w:numPr><w:numId w:val="0"/></w:numPr>'
    linked = levels("%1.") + levels("", "%1.%2", more=by_style).partition("</w:lvl>")[2]
    body = numbered("a") + p("b", by_style) + p("c", by_style + off) + p("d", by_style)
    assert labelled(read(body, styles=style, numbering=numbering(linked))) == ["1. a", "1.1 b", "c", "1.2 d"]


def list_style(number: int) -> str:
    properties = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f'<w:style w:type="numbering" w:styleId="House">{properties}</w:style>'


def test_a_list_may_only_name_the_style_of_another() -> None:
    lists = numbering('<w:numStyleLink w:val="House"/>', PLAIN)
    body = numbered("a") + numbered("b", 1, 1)
    assert labelled(read(body, styles=list_style(2), numbering=lists)) == ["1. a", "a) b"]


def test_a_list_that_names_itself_ends() -> None:
    lists = numbering('<w:numStyleLink w:val="House"/>')
    assert labelled(read(numbered("a"), styles=list_style(1), numbering=lists)) == ["a"]


def test_headings_carry_their_number_and_head_what_follows_with_it() -> None:
    linked = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = heading("Terms").replace("<w:pStyle", linked + "<w:pStyle") + p("The supplier insures.")
    document = read(body, styles=HEADINGS, numbering=numbering(CLAUSES))
    assert (document.blocks[0].label, document.blocks[0].place.clause) == ("1.", "1")
    assert (document.blocks[1].place.heading, document.blocks[1].place.clause) == (("1. Terms",), "1")


def test_an_empty_numbered_paragraph_counts() -> None:
    document = read(numbered("a", 1, 1) + numbered("", 1, 1) + numbered("c", 1, 1), numbering=numbering(CLAUSES))
    assert labelled(document) == ["1.1 a", "1.2", "1.3 c"]


@pytest.mark.parametrize(
    ("typed", "label", "words", "clause", "kind"),
    [
        ("6.2 The supplier must insure.", "6.2", "The supplier must insure.", "6.2", BlockKind.PARAGRAPH),
        ("6.2.1\tthe supplier must insure.", "6.2.1", "the supplier must insure.", "6.2.1", BlockKind.PARAGRAPH),
        ("6.2. “Bid” means a bid.", "6.2.", "“Bid” means a bid.", "6.2", BlockKind.PARAGRAPH),
        ("(a) keep records", "(a)", "keep records", None, BlockKind.LIST_ITEM),
        ("iv) keep records", "iv)", "keep records", None, BlockKind.LIST_ITEM),
        ("1. Keep records of all work.", "1.", "Keep records of all work.", "1", BlockKind.LIST_ITEM),
        ("- keep records", "•", "keep records", None, BlockKind.LIST_ITEM),
        ("o\tkeep records", "•", "keep records", None, BlockKind.LIST_ITEM),
        ("2.5 million pounds", "", "2.5 million pounds", None, BlockKind.PARAGRAPH),
        ("31.12.2026 Deadline", "", "31.12.2026 Deadline", None, BlockKind.PARAGRAPH),
        ("A. Smith signs.", "", "A. Smith signs.", None, BlockKind.PARAGRAPH),
        ("12 months after award", "", "12 months after award", None, BlockKind.PARAGRAPH),
        ("1.1", "", "1.1", None, BlockKind.PARAGRAPH),
        ("- ", "", "-", None, BlockKind.PARAGRAPH),
        ("☐ Yes", "", "☐ Yes", None, BlockKind.PARAGRAPH),
        ("* Mandatory", "", "* Mandatory", None, BlockKind.PARAGRAPH),
        ("e.g. a bond", "", "e.g. a bond", None, BlockKind.PARAGRAPH),
        ("[X] working days", "", "[X] working days", None, BlockKind.PARAGRAPH),
        ("[x] Yes", "", "[x] Yes", None, BlockKind.PARAGRAPH),
    ],
)  # fmt: skip
def test_a_typed_number_is_split_off_where_it_is_plainly_one(
    typed: str, label: str, words: str, clause: str | None, kind: BlockKind
) -> None:
    tabbed = typed.replace("\t", "</w:t><w:tab/><w:t>")
    found = read(p(tabbed)).blocks[0]
    assert (found.label, found.text, found.place.clause, found.kind) == (label, words, clause, kind)


@pytest.mark.parametrize(
    ("typed", "label", "words"),
    [
        ("3 Insurance", "", "3 Insurance"), ("1 Insurance", "1", "Insurance"), ("3. Insurance", "3.", "Insurance"),
        ("3.1 Insurance", "3.1", "Insurance"), ("2026 Timetable", "", "2026 Timetable"),
    ],
)  # fmt: skip
def test_a_typed_number_is_split_off_headings_where_it_follows_on(typed: str, label: str, words: str) -> None:
    found = read(heading(typed), styles=HEADINGS).blocks[0]
    assert (found.label, found.text) == (label, words)


def test_typed_letters_and_numerals_below_a_clause_make_its_parts() -> None:
    body = "".join(map(p, ("6.2 The supplier must:", "(a) keep", "(i) bills", "(ii) orders", "(b) pay")))
    document = read(body)
    assert [each.place.clause for each in document.blocks] == ["6.2", "6.2(a)", "6.2(a)(i)", "6.2(a)(ii)", "6.2(b)"]
    assert marks(document, "typed list") == ["(a)", "(i)", "(ii)", "(b)"]


def test_the_letter_i_after_h_is_a_letter() -> None:
    document = read("".join(map(p, ("6.2 The supplier must:", "(h) keep", "(i) pay"))))
    assert block(document, "pay").place.clause == "6.2(i)"


def test_a_bold_line_with_a_number_of_a_plain_list_is_a_heading_of_places() -> None:
    line = numbered("Price of bids").replace("<w:rPr>", "<w:rPr><w:b/>")
    document = read(line + p("By lot.") + numbered("plain item"), numbering=numbering(PLAIN))
    assert [each.kind for each in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]
    assert (document.blocks[1].place.heading, document.blocks[1].place.clause) == (("1. Price of bids",), "1")


def test_the_spans_of_a_paragraph_move_with_the_number_that_is_split_off() -> None:
    found = read(f"<w:p>{r('6.2 Pay within ')}{r('30 days', '<w:b/>')}</w:p>").blocks[0]
    assert (found.label, found.text) == ("6.2", "Pay within 30 days")
    assert [found.text[span.start : span.end] for span in found.spans] == ["30 days"]
