"""Limits on the length of a bid."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import read

LIMITS = [
    ("Answers over 750 words will not be read past the limit.", [(750, None)]),
    ("Keep to four sides of A4, Arial 11.", [(None, 4)]),
    ("Response: (maximum 2 x A4 Font size 12)", [(None, 2)]),
    ("Your method statement should be no more than 1,500 words.", [(1500, None)]),
    ("| Question | Word limit |\n|---|---|\n| Q1 Staffing | 500 words |\n| Q2 Start | 250 |",
     [(500, None), (250, None)]),
    ("| Question 1 | Tell us about staffing |\n| Word limit | 500 |", [(500, None)]),
    ("The proposal is limited to no more than five (5) pages.", [(None, 5)]),
    ("CVs should be limited to two pages each.", [(None, 2)]),
    ("Maximum word count: 1000", [(1000, None)]),
    ("Please describe your approach (500 words max).", [(500, None)]),
    ("Each response must not exceed 2 sides of A4.", [(None, 2)]),
    ("In no more than 250 words, describe your safeguarding policy.", [(250, None)]),
    ("Proposals must be a maximum of ten single-sided A4 pages excluding appendices.", [(None, 10)]),
    ("Page limit: 3", [(None, 3)]),
    ("A word limit of 1,000 applies to each question.", [(1000, None)]),
    ("Executive summary – 1 page maximum", [(None, 1)]),
    ("## C1 Outreach (maximum 1,000 words)\n\n## C2 Safeguarding (maximum 750 words)", [(1000, None), (750, None)]),
    ("Write no more than three hundred words for each answer.", [(300, None)]),
    ("Your tender should be up to 6 pages long.", [(None, 6)]),
    ("We expect your proposal to be 5-10 pages long.", [(None, 10)]),
    ("There is no word limit.", []),
    ("See page 12 of the specification for the tender questions.", []),
    ("The Provider's annual report shall not exceed 20 pages.", []),
    ("Responses should be at least 200 words.", []),
    ("The website has over 500 pages.", []),
    ("On page 7 the tender says that bids close at noon.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "limits"), LIMITS)
def test_a_limit_is_in_words_or_in_pages(text: str, limits: list[tuple[int | None, int | None]]) -> None:
    assert [(limit.words, limit.pages) for limit in read(text, "page_or_word_limits")] == limits


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("## Question 4: Safeguarding\n\nMaximum 500 words", "Question 4: Safeguarding"),
        ("CVs should be limited to two pages each.", "CVs"),
        ("| Q1 Staffing | Maximum 500 words |", "Q1 Staffing"),
        ("## C1 Outreach (maximum 1,000 words)", "C1 Outreach"),
        ("Your method statement should be no more than 1,500 words.", "Your method statement"),
    ],
)
def test_a_limit_says_what_it_limits(text: str, scope: str) -> None:
    assert [limit.scope for limit in read(text, "page_or_word_limits")] == [scope]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Your answer must not exceed 1,500 characters (including spaces).", [1500]),
        ("If you exceed the 750 character count in any response, the rest will not be read.", [750]),
        ("Scenario responses will be limited to 3000 characters (about 1 full page).", [3000]),
        ("| Question | Limit |\n|---|---|\n| Q1 Tell us about your team | maximum 2,000 characters |", [2000]),
        ("Answers should be at least 200 characters.", []),
        ("File names must not exceed 120 characters.", []),
        ("Your password must have 12 characters.", []),
    ],
)
def test_a_limit_may_count_characters(text: str, sizes: list[int]) -> None:
    assert [limit.characters for limit in read(text, "page_or_word_limits")] == sizes


def test_limits_that_differ_from_part_to_part_are_told_with_their_part() -> None:
    text = (
        "# Part C: Quality\n\nWrite no more than 500 words for each answer.\n\n"
        "# Part D: Social value\n\nWrite no more than 300 words for each answer."
    )
    scopes = [limit.scope for limit in read(text, "page_or_word_limits")]
    assert scopes == ["each answer in Part C: Quality", "each answer in Part D: Social value"]
    (limit,) = read(text.replace("300", "500"), "page_or_word_limits")
    assert limit.scope == "each answer"
