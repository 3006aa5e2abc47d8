"""The checks of Word and OpenDocument files: what is a barrier, what is not, and how it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlint.facts.access import first_places, is_language, is_poor_alt, is_poor_title, skipped_levels
from tenderlint.facts.access_links import poor_links
from tenderlint.facts.access_tables import has_spans, is_data_table
from tenderlint.facts.contrast import contrast, faintness
from tenderlint.facts.survey import Surveys, survey
from tenderlint.model import Block, BlockKind, Cell, Document, Look, Mark, Place, Structure, Table
from tenderlint.outcomes import Outcome
from tenderlint.testing import document
from tests.checks.asking import ask

LONG = "The cleaner cleans the hall five times a week in the evening and empties every bin in the building."
ROOMS = "| Room | Times a week | Floor |\n| Hall | five | wood |\n| Office | two | carpet |"


def _block(text: str, **more: object) -> Block:
    return Block(BlockKind.PARAGRAPH, text, Place("a.docx", paragraph=1), **more)  # type: ignore[arg-type]


def test_tables_of_one_file_are_one_finding_that_counts_them_and_names_where_they_stand() -> None:
    row = ask("word-table-headers", {"Form.docx": f"# One\n{ROOMS}\n\n# Two\n{ROOMS}"})
    assert len(row.findings) == 1
    assert row.findings[0].message.startswith("2 tables of data have no header row (under “One” and “Two”)")


def test_each_file_has_a_finding_of_its_own() -> None:
    row = ask("word-table-headers", {"A.docx": f"# One\n{ROOMS}", "B.odt": f"# Two\n{ROOMS}"})
    assert [finding.where.document for finding in row.findings] == ["A.docx", "B.odt"]


@pytest.mark.parametrize("check", ["word-title", "word-language"])
def test_an_opendocument_file_is_asked_as_a_word_file_is(check: str) -> None:
    assert ask(check, {"Specification.odt": "# Cleaning\nClean it."}).outcome is Outcome.FAILED


@pytest.mark.parametrize("title", ["", "Document1", "Microsoft Word - ITT v3.docx", "spec.pdf", "untitled", "Title"])
def test_a_title_that_tells_nothing_is_poor(title: str) -> None:
    assert is_poor_title(title)


@pytest.mark.parametrize("title", ["Invitation to tender: cleaning", "Document templates for bidders", "Blank forms"])
def test_a_title_that_begins_like_a_poor_one_may_still_tell_something(title: str) -> None:
    assert not is_poor_title(title)


@pytest.mark.parametrize("alt", ["", "Picture 3", "image1.png", "https://example.org/a/b", "logo", "...", "DSC_0042"])
def test_words_for_a_picture_that_tell_nothing_are_poor(alt: str) -> None:
    assert is_poor_alt(alt)


@pytest.mark.parametrize("alt", ["Logo of the council", "Map of the three sites", "Chart: costs rise from 2 to 5"])
def test_words_for_a_picture_that_tell_what_it_shows_are_good(alt: str) -> None:
    assert not is_poor_alt(alt)


@pytest.mark.parametrize(
    ("tag", "good"), [("en-GB", True), ("cy", True), ("-pt", False), ("en/GB", False), ("12", False)]
)
def test_a_language_tag_is_known_by_its_build(tag: str, good: bool) -> None:
    assert is_language(tag) is good


def test_american_english_is_no_fault_of_an_american_pack() -> None:
    front = "---\nlanguage: en-US\n---\n"
    assert ask("word-language", {"A.docx": f"{front}# Cleaning\nThe price is $500."}).outcome is Outcome.PASSED
    assert ask("word-language", {"A.docx": f"{front}# Cleaning\nThe price is £500."}).outcome is Outcome.FAILED


def test_a_level_that_a_paragraph_in_the_style_of_a_heading_fills_is_not_skipped() -> None:
    rows = [
        Block(BlockKind.HEADING, text, Place("a.docx", paragraph=number), level)
        for text, number, level in (("One", 1, 1), ("Two", 5, 3))
    ]
    plain = Document("a.docx", "", blocks=tuple(rows))
    mark = Mark("paragraph styled as heading", Place("a.docx", paragraph=3))
    filled = replace(plain, structure=Structure(marks=(mark,)))
    assert len(list(skipped_levels(plain, rows))) == 1
    assert not list(skipped_levels(filled, rows))


def test_a_file_without_headings_is_told_how_many_lines_look_like_one() -> None:
    text = f"{{look bold}}The bins\n\n{LONG}\n\n" + f"{LONG}\n\n" * 40
    row = ask("word-headings", {"A.docx": text})
    assert "no real headings; 1 line only looks like a heading" in row.findings[0].message


def test_a_file_without_real_headings_is_named_where_only_the_others_were_looked_at() -> None:
    bare = f"{{look bold}}The bins\n\n{LONG}\n\n" + f"{LONG}\n\n" * 40
    row = ask("word-fake-headings", {"A.docx": f"# The bins\n\n{LONG}", "B.docx": bare})
    assert row.outcome is Outcome.PASSED
    assert "B.docx has no real headings at all" in row.reason


def test_a_bold_line_before_a_list_or_another_bold_line_is_no_heading() -> None:
    text = f"# Cleaning\n{{look bold}}The bins\n\n{{look bold}}The windows\n\n- Sweep\n\n{LONG}"
    assert not survey(document(text, "A.docx")).fake_headings()


def test_a_bold_line_with_a_number_before_a_table_is_one_but_a_title_of_the_table_is_none() -> None:
    rows = "| Step | Day |\n|---|---|\n| Deadline | 4 May 2026 |\n"
    titled = document(f"# Cleaning\n{{look bold}}Timetable\n\n{rows}", "A.docx")
    blocks = tuple(replace(each, label="2.") if each.look.bold else each for each in titled.blocks)
    numbered = replace(titled, blocks=blocks)
    assert [len(survey(each).fake_headings()) for each in (numbered, titled)] == [1, 0]


@pytest.mark.parametrize(("one", "two", "ratio"), [("000000", "FFFFFF", 21.0), ("767676", "FFFFFF", 4.54)])
def test_contrast_is_measured_as_the_guidelines_do(one: str, two: str, ratio: float) -> None:
    assert contrast(one, two) == pytest.approx(ratio, abs=0.01)
    assert contrast(two, one) == contrast(one, two)


def test_words_are_too_faint_by_their_size_and_weight() -> None:
    assert faintness(Look(colour="808080")) == pytest.approx(3.95, abs=0.01)
    assert faintness(Look(colour="808080", size=18)) is None
    assert faintness(Look(colour="808080", size=14, bold=True)) is None
    assert faintness(Look(colour="808080", size=14)) is not None


def test_words_whose_colour_is_left_to_the_program_or_is_that_of_the_page_are_not_too_faint() -> None:
    assert faintness(Look()) is None
    assert faintness(Look(colour="FFFFFF")) is None
    assert faintness(Look(colour="no hue")) is None


def test_links_within_the_file_and_short_addresses_are_no_fault() -> None:
    text = "# Help\nSee [here](#part) and [www.example.org](https://www.example.org)."
    assert poor_links(survey(document(text, "A.docx")).links) == ([], [])


@pytest.mark.parametrize("words", ["here", "Click here", "this link", "Read more", "more information", "the website"])
def test_words_that_do_not_say_where_a_link_leads_are_known(words: str) -> None:
    vague, _ = poor_links(survey(document(f"# Help\nSee [{words}](https://example.org).", "A.docx")).links)
    assert [link.words for link in vague] == [words]


def test_a_link_in_pieces_is_one_link() -> None:
    text = "# Help\n[Click](https://example.org/a) [here](https://example.org/a) for help."
    assert [link.words for link in survey(document(text, "A.docx")).links] == ["Click here"]


def test_a_pair_of_signatures_and_a_form_are_no_tables_of_data() -> None:
    def table(*rows: tuple[str, ...]) -> Table:
        return Table(tuple(
            tuple(Cell(at, column, (_block(text),) if text else ()) for column, text in enumerate(row))
            for at, row in enumerate(rows)
        ))  # fmt: skip

    assert not is_data_table(table(("For the buyer:", "For the supplier:", "Date:"), ("a", "b", "c"), ("d", "e", "f")))
    assert not is_data_table(table(("Name", ""), ("Address", ""), ("Telephone", "")))
    assert is_data_table(table(("Room", "Floor", "Times"), ("Hall", "wood", "5"), ("Office", "carpet", "2")))


def test_merged_cells_count_among_data_and_not_in_a_row_that_is_a_title() -> None:
    def row(at: int, *spans: int) -> tuple[Cell, ...]:
        starts = [sum(spans[:number]) for number in range(len(spans))]
        return tuple(Cell(at, start, (_block("x"),), 1, span) for start, span in zip(starts, spans, strict=True))

    plain = (row(0, 1, 1, 1), row(1, 1, 1, 1), row(2, 1, 1, 1), row(3, 1, 1, 1))
    assert not has_spans(Table(plain))
    assert not has_spans(Table((*plain[:2], row(2, 3), plain[3])))
    assert has_spans(Table((*plain[:2], row(2, 2, 1), plain[3])))


def test_the_walk_over_a_document_is_done_once() -> None:
    surveys, text = Surveys(), document("# Cleaning\nClean it.", "A.docx")
    assert surveys.of(text) is surveys.of(text)


def test_places_are_told_by_page_or_heading_and_only_the_first_few() -> None:
    pages = [Place("a.pdf", page=page) for page in (9, 3, 3, 7, 12)]
    assert first_places(pages) == " (pages 3, 7, 9 and 1 more)"
    assert first_places([Place("a.docx", heading=("Forms",))]) == " (under “Forms”)"
    assert first_places([Place("a.docx", part="header")]) == " (in the header)"
    both = [Place("a.docx", heading=("Forms",)), Place("b.docx", heading=("Prices",)), Place("c.pdf", page=2)]
    assert first_places(both) == " (under “Forms”, also in b.docx and c.pdf)"
    assert first_places([Place("a.docx"), Place("b.docx")]) == " (also in b.docx)"
    assert first_places([Place("a.docx")]) == ""


def test_the_leader_of_a_contents_list_is_no_blank_to_fill_in() -> None:
    text = "# Form\nName: ________\n\nPrices ............... 12\n\nIntroduction ……………………… iv"
    assert [block.text for block in survey(document(text, "A.docx")).blanks] == ["Name: ________"]


def test_a_file_without_pictures_or_tables_is_not_praised_for_them() -> None:
    files = {"Brief.docx": "# Brief\nThe hall is cleaned twice a week."}
    assert ask("word-alt-text", files).outcome == "inapplicable"
    assert ask("word-table-headers", files).outcome == "inapplicable"


def test_two_columns_of_names_and_figures_are_a_table_of_data() -> None:
    text = "# Criteria\n| Criterion | Weighting |\n| Price | 60% |\n| Quality | 30% |\n| Social value | 10% |"
    row = ask("word-table-headers", {"Brief.docx": text})
    assert [each.where.quote for each in row.findings if each.where] == ["Criterion Weighting"]
    pairs = "# Dates\n| Issue | 2 March 2026 |\n| Deadline | 30 March 2026 |\n| Award | 1 May 2026 |"
    assert ask("word-table-headers", {"Brief.docx": pairs}).outcome == "inapplicable"


def test_text_that_is_all_too_small_is_said_to_be_so() -> None:
    text = "# Cleaning\n{look size=11}Clean the hall five times a week in the evening."
    one = ask("word-small-text", {"A.docx": text})
    assert [each.message for each in one.findings] == ["All the running text is 11 point, smaller than 12 point."]


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        ("word-links", "no Word file has links"),
        ("word-form-fields", "no Word file has form fields"),
        ("word-linked-pictures", "no Word file has pictures"),
        ("word-floating", "no Word file has pictures"),
        ("word-complex-tables", "no Word file has tables"),
        ("word-heading-text", "no Word file has headings"),
        ("word-headings", "no Word file has headings, and none is long enough to need them"),
        ("word-long-document", "no Word file has 2,000 words or more"),
    ],
)
def test_what_no_file_has_is_not_told_as_looked_at_and_right(check: str, reason: str) -> None:
    row = ask(check, {"A.docx": "Clean the hall.", "B.docx": "Clean the yard."})
    assert (row.outcome, row.reason) == (Outcome.INAPPLICABLE, reason)


def test_only_the_files_that_hold_the_thing_are_counted() -> None:
    linked = "Read the [guidance on bids](https://example.org/bids)."
    row = ask("word-links", {"A.docx": linked, "B.docx": "Clean the yard."})
    assert (row.outcome, row.reason) == (
        Outcome.PASSED, "1 Word file with links was looked at, and nothing is wrong",
    )  # fmt: skip
