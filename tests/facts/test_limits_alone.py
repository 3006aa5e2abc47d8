"""Limits that stand in brackets behind a heading or a question, with no word that says "limit"."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import read

FORM = "# Tender form\nComplete this form and return it with your tender.\n\n{0}\n"

ALONE = [
    "## 2. Leading with local people (600 words)\n\nGuidance: tell us how.",
    "## Start of the service (600 words)\n\n",
    "How will you keep people safe? (600 words)",
    "What would you do in the first month? (600 words)",
    "| Question | Answer |\n|---|---|\n| Reaching people at home (600 words) | |",
    "| Question | Answer |\n|---|---|\n| Who will lead the work? (600 words) | |",
]


@pytest.mark.parametrize("words", ALONE)
def test_a_size_in_brackets_behind_what_is_asked_is_a_limit(words: str) -> None:
    found = read({"Tender form.md": FORM.format(words)}, "page_or_word_limits")
    assert [limit.words for limit in found] == [600]
    assert "600" not in found[0].scope


TRAPS = [
    "## Attachment 3: Background to the park (600 words)",
    "The leaflet (600 words) tells what the park is for.",
    "## Summary for the website (600 words)",
    "The history of the hall (600 words) hangs in the porch.",
]


@pytest.mark.parametrize("words", TRAPS)
def test_how_long_another_paper_is_limits_no_answer(words: str) -> None:
    assert read({"Tender form.md": FORM.format(words)}, "page_or_word_limits") == []


def test_the_same_heading_in_a_specification_limits_nothing() -> None:
    text = "# Service specification\n\n## The story of the park (600 words)\n\nThe park was opened in 1902."
    assert read({"Service specification.md": text}, "page_or_word_limits") == []
