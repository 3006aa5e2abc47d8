"""Values, places and sentences are told as people say them."""

from __future__ import annotations

import dataclasses

import pytest

from tenderlint.facts import FACT_NAMES
from tenderlint.formats import words
from tenderlint.formats.fact_words import FACTS, fact_label, fact_words
from tenderlint.outcomes import Outcome, Severity
from tenderlint.report import DocumentRow
from tests.formats.example_report import CHECKLIST, SETTING, at, check, empty, example, fact


@pytest.mark.parametrize(
    ("name", "value", "plain", "told"),
    [
        ("term_initial_months", 36, "36", "36 months"),
        ("term_extension_months", 1, "1", "1 month"),
        ("price_weight", 12.5, "12.5", "12.5%"),
        ("insurance_public_liability", 10000000, "10,000,000", "£10 million"),
        ("minimum_turnover", 250000, "250,000", "£250,000"),
        ("performance_bond", True, "yes", "yes"),
        ("payment_days", 30, "30", "30 days"),
        ("procedure", "rfq", "rfq", "request for quotation"),
        ("agreement_type", "sla", "sla", "service level agreement"),
        ("tupe", "applies", "applies", "applies"),
        ("title", "rfq", "rfq", "rfq"),
        ("lots", 3, "3", "3"),
        ("accessible_formats_offered", ["large print", "braille", "plain text"], "large print, braille, plain text",
         "large print, Braille, plain text"),
        ("lots", 1, "1", "one: the contract is not divided"),
    ],
)
def test_a_value_is_told_with_its_unit_and_in_words(name: str, value: object, plain: str, told: str) -> None:
    assert fact_words(name, fact(value, plain, at("a.docx"))) == told


@pytest.mark.parametrize(
    ("quote", "told"),
    [("Quality 60%", "Quality 60%"), ("Quality 60 per cent", "Quality 60%"), ("Quality 60 points", "Quality 60"),
     ("Quality 160%", "Quality 60"), ("", "Quality 60")],
)  # fmt: skip
def test_the_weight_of_a_criterion_is_a_percentage_where_the_pack_prints_one(quote: str, told: str) -> None:
    value = {"name": "Quality", "weight": 60, "parent": None}
    assert fact_words("award_criteria", fact(value, "Quality 60", at("a.docx", quote=quote))) == told


def test_every_fact_has_a_name_and_an_unknown_one_still_reads_well() -> None:
    assert set(FACT_NAMES) == set(FACTS)
    assert fact_label("number_of_pens") == "Number of pens"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the pack asks for no turnover", "The pack asks for no turnover."),
        ("scan.pdf could not be read", "scan.pdf could not be read."),
        ("21 days are left", "21 days are left."),
        ("Is that so?", "Is that so?"),
        ("", ""),
    ],
)
def test_a_reason_becomes_a_sentence(text: str, told: str) -> None:
    assert words.sentence(text) == told


def test_a_long_text_is_cut_between_words() -> None:
    assert words.clip("one two three four", 12) == "one two …"
    assert words.clip("one two", 7) == "one two"
    assert len(words.clip("x" * 100, 20)) <= 20


def test_a_place_within_a_document_does_not_name_it_again() -> None:
    assert words.inside(at("a.docx", page=4, clause="6.2")) == "page 4, clause 6.2"
    assert words.inside(at("a.docx")) == ""


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", " https://x", "JAVASCRIPT:x"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    assert words.link(url) == ""


def test_law_is_never_named_where_a_user_has_raised_the_weight() -> None:
    row = check("a", "time", "T", Outcome.FAILED, "", severity=Severity.ERROR, authorities=(SETTING,))
    assert words.weight(row, "buyer").word == "Error by your settings"


def test_the_answers_that_ask_for_work_come_first() -> None:
    kinds = [tag.kind for tag in words.columns(CHECKLIST)]
    assert kinds == ["failed", "cannot-tell", "person", "passed", "answered", "inapplicable", "crashed"]


def test_a_section_known_by_its_letter_gets_its_title() -> None:
    assert words.section_title("A") == "A. Time"
    assert words.section_title("B. Proportion") == "B. Proportion"


def test_a_few_documents_are_named_and_all_of_many_are_counted() -> None:
    report = example()
    read = tuple(row.path for row in report.documents if row.read != "not")
    assert words.looked_in(read, report) == "all 5 documents that were read"
    assert words.looked_in(read[:2], report) == f"{read[0]} and {read[1]}"


@pytest.mark.parametrize(
    ("authority", "strength", "told"),
    [
        ("Public Contracts Regulations 2015, regulation 53(6): answers in time", "guidance", "law taken as guidance"),
        ("Equality Act 2010, section 149", "guidance", "law taken as guidance"),
        ("Accessibility Regulations (No. 2) 2018", "guidance", "law taken as guidance"),
        ("Procurement Act 2023, section 54", "law", "law"),
        ("Fair Work First guidance", "guidance", "guidance"),
        ("Buying better outcomes (2013)", "good practice", "good practice"),
        ("This project's bar. The Procurement Act 2023 sets no number", "setting", "a setting, not law"),
    ],
)
def test_a_statute_that_only_points_the_way_is_still_called_law(authority: str, strength: str, told: str) -> None:
    assert words.strength_of(authority, strength) == told


def test_what_is_said_of_one_lot_is_told_with_its_lot() -> None:
    row = fact("does-not-apply", "does-not-apply", at("a.docx"), why="of lot 2; it is stated most often")
    assert fact_words("tupe", row) == "does not apply (lot 2)"


def test_a_check_below_its_item_names_no_files_that_the_item_names() -> None:
    item = "nothing wrong, or nothing to judge, was found in what was read, but Terms.pdf could not be read"
    reason = "nothing to judge was found in what was read, but Terms.pdf could not be read"
    assert words.under_item(reason, item) == "nothing to judge was found in what was read"
    assert words.under_item(reason, "the scale is 2, but 3 is said") == reason


@pytest.mark.parametrize(
    ("value", "words", "quote", "told"),
    [
        ((None, 800000, "excl"), "up to £800,000", "It is worth up to £800,000.", "up to £800,000, without VAT"),
        ((96000, 96000, "incl"), "£96,000", "We pay £96,000 in all.", "£96,000, with VAT"),
        ((160000, 160000, "excl"), "£160,000", "We will pay about £160,000 a year.", "about £160,000, without VAT"),
        ((160000, 160000, "unknown"), "£160,000", "In the region of £160,000 each year.", "about £160,000"),
        ((16000, 16000, "unknown"), "£16,000", "About £16,000,000 was spent; this is £16,000.", "£16,000"),
        ((16000, 16000, "unknown"), "£16,000", "It takes about two years and costs £16,000.", "£16,000"),
    ],
)
def test_a_sum_is_told_with_what_the_pack_says_of_vat_and_how_exact_it_is(
    value: tuple[int | None, int, str], words: str, quote: str, told: str
) -> None:
    least, most, vat = value
    data = {"min": least, "max": most, "currency": "GBP", "vat": vat}
    assert fact_words("contract_value_total", fact(data, words, at("a.docx", quote=quote))) == told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), ""),
        (("Schedule of rates.pdf",), "Nothing is known of what stands in “Schedule of rates.pdf”."),
        (("a.pdf", "b.pdf"), "Nothing is known of what stands in “a.pdf” and “b.pdf”."),
        (("a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf", "f.pdf"),
         "Nothing is known of what stands in “a.pdf”, “b.pdf”, “c.pdf”, “d.pdf” and 2 more."),
    ],
)  # fmt: skip
def test_the_files_of_which_nothing_was_read_are_named(names: tuple[str, ...], told: str) -> None:
    rows = [DocumentRow(name, "application/pdf", "", "", 1, 0, "not") for name in names]
    read = DocumentRow("Invitation.docx", "application/pdf", "instructions", "", 1, 200, "fully")
    assert words.unread_files(dataclasses.replace(empty(), documents=(read, *rows))) == told
