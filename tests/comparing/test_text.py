"""Words that changed are told section by section, and what only moved is told as moved."""

from __future__ import annotations

import time

from tenderlint.comparing.rows import Kind, Section
from tenderlint.comparing.text import key_of, pieces_of, sections_of
from tenderlint.formats.compare_words import around
from tenderlint.testing import pack
from tests.comparing.made import ITT, changed


def sections(old: str, new: str) -> tuple[Section, ...]:
    return sections_of([(pack(old).documents[0], pack(new).documents[0])])


def test_a_changed_passage_stands_under_its_headings_with_the_words_that_came_and_went() -> None:
    (section,) = sections(ITT, changed(_30_days="45 days"))
    assert section.heading == ("Invitation to tender", "3 Payment")
    (change,) = section.changes
    assert change.kind is Kind.CHANGED
    assert [(piece.kind, piece.text) for piece in change.pieces][1:3] == [(Kind.GONE, "30"), (Kind.NEW, "45")]
    assert change.words == 2


def test_a_section_put_in_is_new_and_those_after_it_are_not_though_their_numbers_are() -> None:
    new = ITT.replace("## 3 Payment", "## 3 Site visit\n\nThe site is open on 20 March.\n\n## 4 Payment")
    new = new.replace("## 4 Turnover", "## 5 Turnover")
    told = [(section.heading[-1], change.kind) for section in sections(ITT, new) for change in section.changes]
    assert told == [("3 Site visit", Kind.NEW), ("3 Site visit", Kind.NEW)]


def test_a_passage_that_only_moved_is_told_once_and_counts_no_words() -> None:
    line = "Bidders must have a minimum annual turnover of £500,000."
    new = ITT.replace(line, "The sum is below.").replace("Price 60%.", f"{line}\n\nPrice 60%.")
    changes = [change for section in sections(ITT, new) for change in section.changes]
    (moved,) = [change for change in changes if change.kind is Kind.MOVED]
    assert moved.pieces[0].text == line
    assert moved.words == 0
    assert moved.old is not None
    assert moved.old.heading[-1] == "4 Turnover"
    assert not any(change.kind is Kind.GONE and line in change.pieces[0].text for change in changes)


def test_rows_of_a_table_are_compared_one_by_one() -> None:
    old = "# Prices\n\n| Item | Price |\n| --- | --- |\n| Hedge | £10 |\n| Verge | £20 |\n"
    (section,) = sections(old, old.replace("£20", "£25"))
    (change,) = section.changes
    assert (change.kind, change.words) == (Kind.CHANGED, 2)


def test_a_heading_that_was_taken_out_is_told_under_the_headings_that_it_had() -> None:
    (section,) = sections(ITT, ITT.partition("## 4")[0])
    assert section.heading == ("Invitation to tender", "4 Turnover")
    assert {change.kind for change in section.changes} == {Kind.GONE}


def test_the_pieces_give_back_both_passages() -> None:
    old, new = "The buyer pays within 30 days of a valid invoice.", "The buyer shall pay within 45 days of an invoice."
    pieces = pieces_of(old, new)
    assert " ".join(piece.text for piece in pieces if piece.kind is not Kind.NEW) == old
    assert " ".join(piece.text for piece in pieces if piece.kind is not Kind.GONE) == new


def test_long_and_repetitive_documents_take_no_long() -> None:
    old = "# Prices\n\n" + "\n\n".join(["£0.00"] * 4000 + [f"Line {number}" for number in range(1000)])
    new = "# Prices\n\n" + "\n\n".join([f"Line {number}" for number in range(0, 1000, 2)] + ["£0.00"] * 3900)
    packs = pack(old).documents[0], pack(new).documents[0]
    start = time.process_time()
    assert sections_of([packs])
    assert time.process_time() - start < 5


def test_words_that_a_pdf_breaks_otherwise_are_the_same_words_and_figures_are_not() -> None:
    assert key_of("• any sub-con-tractors of the “bidder”") == key_of('any sub-contrac tors of the "bidder"')
    assert key_of("pages 1-2") != key_of("pages 12")
    assert key_of("lots 1 2") != key_of("lots 12")
    assert key_of("£1.50") != key_of("£150")
    assert sections("# Terms\n\nWe pay sub-contractors on time.\n", "# Terms\n\nWe pay subcontractors on time.\n") == ()


def test_where_words_were_only_taken_out_what_is_left_around_them_is_shown() -> None:
    gone = ", or sooner, if the bidder asks for it in writing"
    old = f"# Terms\n\nWhen it has had the invoice the buyer pays on the last day of each month{gone}.\n"
    (section,) = sections(old, old.replace(gone, ""))
    assert around(section.changes[0], Kind.NEW).startswith("… ")
    assert around(section.changes[0], Kind.NEW).endswith("month.")
