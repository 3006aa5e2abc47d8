"""Clauses of a plain text that stand without empty lines between them are told apart."""

from __future__ import annotations

from tenderlint.model import BlockKind
from tenderlint.readers.plain import blocks_of

_LETTER = """1. INTRODUCTION
1.1 The Authority invites tenders.
2. AWARD
2.1 The contract is awarded on:
 (a) delivery 60 per cent; and
 (b) price 40 per cent.
2.2 Each of (a) and (b) is scored.
"""


def test_a_title_above_its_first_clause_is_a_heading_in_plain_text() -> None:
    blocks = blocks_of(_LETTER, "a.txt", plain=True)
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == ["INTRODUCTION", "AWARD"]


def test_the_next_clause_ends_the_list_above_it() -> None:
    blocks = blocks_of(_LETTER, "a.txt", plain=True)
    assert [block.text for block in blocks if block.kind is BlockKind.LIST_ITEM] == [
        "delivery 60 per cent; and", "price 40 per cent.",
    ]
    assert blocks[-1].text == "Each of (a) and (b) is scored."


def test_in_markdown_the_title_stays_an_item_and_the_clause_stands_by_itself() -> None:
    blocks = blocks_of("1. Introduction\n1.1 The Authority invites tenders.\n", "a.md")
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.LIST_ITEM, "Introduction"), (BlockKind.PARAGRAPH, "The Authority invites tenders."),
    ]


def test_a_figure_in_a_wrapped_item_is_no_clause() -> None:
    blocks = blocks_of("1. The price rose by\n1.5 per cent last year.\n", "a.txt", plain=True)
    assert len(blocks) == 1


def test_a_part_in_capitals_right_above_its_words_is_a_heading() -> None:
    blocks = blocks_of("SCHEDULE 2 PRICES\nPart A Rates for each hour.\n", "a.txt", plain=True)
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.HEADING, "SCHEDULE 2 PRICES"), (BlockKind.PARAGRAPH, "Part A Rates for each hour."),
    ]


def test_the_date_of_a_letter_is_no_heading() -> None:
    blocks = blocks_of("Harbour Street\n\n3 August 2026\n\nDear designer,\n", "a.txt", plain=True)
    assert all(block.kind is BlockKind.PARAGRAPH for block in blocks)
