"""Names of appendices, schedules and the like are read in all their spellings."""

from __future__ import annotations

import pytest

from tenderlint.facts.attachment_names import in_full, references, variants
from tenderlint.facts.attachment_places import standing_parts
from tenderlint.facts.passages import Passages
from tenderlint.model import Block, BlockKind, Document, Look, Pack, Place


def read(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.number, each.title) for each in references(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("see Appendix B – Pricing", [("appendix", "b", "Pricing")]),
        ("App. B - Pricing Schedule", [("appendix", "b", "Pricing Schedule")]),
        ("Attachment 4 (Pricing)", [("attachment", "4", "Pricing")]),
        ("Appendix ‘d’", [("appendix", "d", "")]),
        ("Annex IV applies", [("annex", "iv", "")]),
        ("Volume 2: Specification", [("volume", "2", "Specification")]),
        ("complete DEFFORM 539A", [("defform", "539a", "")]),
        ("Joint Schedule 5 (Duties)", [("joint schedule", "5", "Duties")]),
        ("Appendix 3: Site Plans, which is enclosed", [("appendix", "3", "Site Plans")]),
        ("Annex B - Edn 03/19 12", [("annex", "b", "")]),
        ("Schedule 7 (Keys and Annex K)", [("annex", "k", ""), ("schedule", "7", "Keys")]),
        ("Appendix 2 to Annex C (Reply) – On Keys", [("annex", "c", "Reply"), ("appendix", "2", "On Keys")]),
        ("as shown in appendix c part 8", [("appendix", "c", ""), ("part", "8", "")]),
    ],
)
def test_a_part_is_read_with_its_number_and_title(text: str, named: list[tuple[str, str, str]]) -> None:
    assert sorted(read(text)) == sorted(named)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Appendices A, B and C", ["a", "b", "c"]),
        ("Schedules 1 to 4 apply", ["1", "2", "3", "4"]),
        ("Annexes A–C", ["a", "b", "c"]),
        ("Appendix A and B", ["a", "b"]),
        ("Schedule 2 and 30 days", ["2"]),
    ],
)
def test_lists_and_ranges_are_taken_apart(text: str, numbers: list[str]) -> None:
    assert [number for _, number, _ in read(text)] == numbers


@pytest.mark.parametrize(
    "text",
    ["Form of Tender", "in the form I have", "a document A4 size", "the attachment 2 metres wide"],
)
def test_words_that_only_look_like_a_part_are_none(text: str) -> None:
    assert read(text) == []


def test_roman_and_arabic_numbers_can_mean_the_same_part() -> None:
    assert variants("iv") & variants("4")
    assert not variants("b") & variants("2")


def test_short_forms_in_names_of_files_are_written_out() -> None:
    assert in_full("App B Prices, Sch2 and Vol 3") == "Appendix B Prices, Schedule 2 and Volume 3"


def standing(*lines: tuple[str, bool]) -> frozenset[tuple[str, str]]:
    """Return the parts that stand in a pack of one document, made of lines that are bold or not."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, text, Place("pack.docx", paragraph=number), look=Look(bold=bold))
        for number, (text, bold) in enumerate(lines, start=1)
    )
    document = Document("pack.docx", "", blocks=blocks)
    return standing_parts(Passages(Pack("pack", "pack", (document,)))).keys


def test_a_bold_line_that_names_a_part_begins_it_though_it_ends_as_an_item_does() -> None:
    text = ("Calls are answered within 15 minutes.", False)
    assert ("appendix", "b") in standing(("APPENDIX B - Helpdesk Response Times;", True), text)
    assert ("appendix", "b") not in standing(("APPENDIX B - Helpdesk Response Times;", False), text)


def test_bold_items_that_list_parts_begin_none() -> None:
    items = [(f"Appendix {letter} - {name};", True) for letter, name in (("A", "Sites"), ("B", "Calls"), ("C", "Keys"))]
    assert not standing(*items, ("Calls are answered within 15 minutes.", False))
