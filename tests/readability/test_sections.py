"""Running text is divided by its headings into sections that are long enough to be scored."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tenderlint.readability import Counts, Prose, running_text
from tenderlint.readability.sections import MOST_SECTIONS, Section, sections
from tenderlint.scoring import apart, pack_reading, reading_of, readings, scores
from tenderlint.testing import document, pack

TEN = "We will read each of your bids with great care. "


def divided(text: str) -> tuple[Section, ...]:
    return sections(running_text(document(text)).sentences)


def parts(lengths: Mapping[str, int]) -> str:
    """Return a text whose headings have so many sentences of ten words each."""
    return "\n\n".join(f"{heading}\n\n{TEN * number}" for heading, number in lengths.items())


def told(text: str) -> list[tuple[str, int, int]]:
    return [(each.heading[-1] if each.heading else "", each.more, each.counts.words) for each in divided(text)]


def test_each_heading_with_words_enough_is_a_section() -> None:
    assert told(parts({"# A": 12, "# B": 11, "# C": 30})) == [("A", 0, 120), ("B", 0, 110), ("C", 0, 300)]


def test_a_short_section_is_joined_with_what_comes_next_and_says_so() -> None:
    assert told(parts({"# A": 2, "# B": 3, "# C": 6, "# D": 20})) == [("A", 2, 110), ("D", 0, 200)]


def test_a_short_end_is_joined_with_what_came_before() -> None:
    assert told(parts({"# A": 12, "# B": 2})) == [("A", 1, 140)]


def test_a_long_heading_is_divided_into_those_below_it() -> None:
    text = parts({"# A": 1, "## A1": 12, "## A2": 12, "# B": 12})
    assert told(text) == [("A", 1, 130), ("A2", 0, 120), ("B", 0, 120)]


def test_a_heading_that_is_too_short_for_two_stays_whole() -> None:
    assert told(parts({"# A": 1, "## A1": 8, "## A2": 8, "# B": 12})) == [("A", 0, 170), ("B", 0, 120)]


def test_one_title_over_all_does_not_hide_the_headings_below_it() -> None:
    assert told(parts({"# Title": 0, "## A": 12, "## B": 12})) == [("A", 0, 120), ("B", 0, 120)]


def test_a_text_without_headings_is_one_section_without_a_name() -> None:
    assert told(TEN * 15) == [("", 0, 150)]


def test_a_short_document_has_one_section_and_no_text_has_none() -> None:
    assert told(parts({"# A": 2, "# B": 2})) == [("A", 1, 40)]
    assert divided("# Only a heading") == ()


def test_a_long_document_has_no_more_sections_than_a_drawing_can_show() -> None:
    found = divided(parts({f"# {number}": 12 for number in range(200)}))
    assert 20 <= len(found) <= MOST_SECTIONS
    assert sum(each.counts.words for each in found) == 200 * 120
    assert sum(each.more + 1 for each in found) == 200


def test_sections_add_up_to_the_document() -> None:
    running = running_text(document(parts({"# A": 1, "## A1": 12, "### A11": 5, "# B": 3, "# C": 40})))
    total = sum((each.counts for each in sections(running.sentences)), Counts())
    assert total.words == sum(row.words for row in running.sentences) == 610
    assert total.sentences == len(running.sentences)


@pytest.mark.parametrize(("words", "scored"), [(99, False), (100, True)])
def test_fewer_than_a_hundred_words_have_no_score(words: int, scored: bool) -> None:
    found = scores(Counts(words=words, sentences=9, spoken=words, syllables=150, letters=450))
    assert (found.grade is not None) is scored
    assert (found.smog is not None) is scored
    assert (found.words, found.sentences) == (words, 9)


def test_a_document_says_why_it_has_no_score() -> None:
    assert reading_of(running_text(document(TEN))).why == "it has 10 words of running text, and a score needs 100"
    assert reading_of(running_text(document("# A"))).why == "it has no words of running text, and a score needs 100"
    assert reading_of(running_text(document(TEN * 10))).why == ""


def test_the_pack_is_scored_as_one_text_without_its_terms() -> None:
    made = pack({"a.md": TEN * 8, "b.md": TEN * 8, "Conditions of contract.md": "# Conditions\n\n" + TEN * 30})
    prose = Prose(made)
    whole = pack_reading(made, prose)
    assert (whole.scores.words, whole.scores.sentences) == (160, 16)
    assert whole.scores.grade is not None
    assert whole.left_out[0].what == "terms of contract"
    assert whole.minutes == round(sum(each.words for each in made.documents) / 238, 1)
    by_path = readings(prose)
    assert by_path["a.md"].scores.grade is None
    assert by_path["Conditions of contract.md"].why == "terms of contract are not scored"
    assert apart(made)["terms of contract"].words == 300
