"""What price, quality and social value weigh, and the criteria, in plain and in clipped words."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.base import Sure
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def facts_of(text: str) -> Facts:
    return Facts(Passages(pack(f"# Brief\n\n{text}\n")))


def weights(text: str) -> tuple[str | None, ...]:
    facts = facts_of(text)
    found = [facts.chosen(name) for name in ("price_weight", "quality_weight", "social_value_weight")]
    return tuple(None if fact is None else f"{float(fact.value):g}" for fact in found)


def row(label: str, cell: str) -> str:
    return f"| What | How |\n|---|---|\n| {label} | {cell} |\n| Lunch | none |\n"


@pytest.mark.parametrize(
    ("text", "price", "quality", "social"),
    [
        ("Price carries 450 of 1,000 points, technical 350, social value 200.", "45", "35", "20"),
        ("Price carries 450 of 1,000 points, technical 350 and delivery 200.", "45", "35", None),
        ("Price will be worth 120 points out of 200 and quality 80.", "60", "40", None),
        ("Quality 70: Staffing 30, Delivery 40. Price 30.", "30", "70", None),
        ("Quality 70: staffing 30, delivery 40; price 30.", "30", "70", None),
        ("Half of the marks are for price and half for quality.", "50", "50", None),
        ("Three quarters of the marks are for quality and a quarter for price.", "25", "75", None),
        ("Two thirds of the score is for quality, one third for price.", "33.33", "66.67", None),
        ("Quality counts for 60% and price makes up the rest.", "40", "60", None),
        ("60% of the marks are for quality, the rest for price.", "40", "60", None),
        ("Price and quality count equally.", "50", "50", None),
        ("How we will choose: price (50), experience (30), local knowledge (20).", "50", None, None),
        ("Of the 100 marks, 60 are for quality, 30 for price and 10 for social value.", "30", "60", "10"),
        ("Price is weighted at 40%, quality at 50% and social value at 10%.", "40", "50", "10"),
        ("Quality criterion - Name: Staffing / Weighting: 60\n\nPrice - Weighting: 40", "40", "60", None),
        ("We give 40 marks for price, 45 for method and 15 for social value.", "40", "45", "15"),
        ("Evaluation will be on the basis of 40% cost and 60% quality, with quality made up of approach 30%, skills 20%"
         " and timescale 10%.", "40", "60", None),
        ("Marks will be given as follows: price – up to 60; quality – up to 40.", "60", "40", None),
        ("Quality 60\n\nPrice 40", "40", "60", None),
        (row("Price / quality", "40 / 60"), "40", "60", None),
        (row("How we will score bids", "Quality 60%, price 40%"), "40", "60", None),
        (row("Award criteria", "Price (30%); Quality (60%); Social Value (10%)"), "30", "60", "10"),
    ],
)  # fmt: skip
def test_the_weights_are_read(text: str, price: str, quality: str | None, social: str | None) -> None:
    assert weights(text) == (price, quality, social)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Key criteria: quality 30%; price 30%; integration 20%; social value 20%.",
         ["quality", "price", "integration", "social value"]),
        ("The key criteria: quality and innovation 30%; value 20%; integration 20%; access and choice 15%; social value"
         " 15%.", ["quality and innovation", "value", "integration", "access and choice", "social value"]),
        ("We look at understanding (40), method (30), price (30).", ["understanding", "method", "price"]),
        ("Criteria: understanding (40), method (30), team (30).", ["understanding", "method", "team"]),
        ("Evaluation is by understanding (40), method (30), cost (30).", ["understanding", "method", "cost"]),
        ("Quality 70: Staffing 30, Delivery 40. Price 30.", ["quality", "staffing", "delivery", "price"]),
    ],
)  # fmt: skip
def test_the_criteria_are_read(text: str, names: list[str]) -> None:
    assert [fact.value.name.lower() for fact in facts_of(text).all("award_criteria")] == names


def test_the_parts_of_a_criterion_in_a_line_stand_under_it() -> None:
    found = facts_of("Quality 70: Staffing 30, Delivery 40. Price 30.").all("award_criteria")
    assert {fact.value.name: fact.value.parent for fact in found} == {
        "Quality": None, "Staffing": "Quality", "Delivery": "Quality", "Price": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "A retention of 5% of the contract price is held and the rest is paid on completion.",
        "The council pays 60% of the costs and the district pays the rest of the costs.",
        "Half the price is paid at the start and half at the end.",
        "The budget is split 60:40 between staff and costs.",
        "Staff costs are 70% and other costs 30%.",
        "Technical staff 40, cleaning staff 60.",
        "There are 60 flats, 30 houses and 10 shops; price each.",
        "Quality checks: 10 of 100 rooms each month.",
        "The rest of the price is paid when the quality is proved; 60% is paid first.",
        "What to expect 40\n\nBid costs 10\n\nOur rights 50",
        "Half of the score is for goals and half for assists.",
        "Of 1,000 people asked, 450 of 1,000 liked the price, 350 the quality and 200 neither.",
        "We look at flats (60), houses (30) and shops (10) each year.",
        "We expect 70% of users to rate quality as good and 30% as very good.",
        "A third of our users live in Marsham and two thirds in Fenwick, so price and quality matter.",
    ],
)
def test_other_shares_are_no_weights(text: str) -> None:
    assert weights(text) == (None, None, None)


def test_an_outright_weight_goes_before_the_sum_of_its_parts() -> None:
    text = (
        "# How we choose\n\nWe give 60% of the marks for quality, 25% for price and 15% for social value.\n\n"
        "| Criterion | Question | Weight |\n| Quality | Q1 Running it | 40% |\n| Quality | Q2 Starting it | 20% |\n"
        "| Social value | Q3 Jobs | 10% |\n| Social value | Q4 Skills | 5% |\n| Price | Price form | 25% |\n"
    )
    facts = Facts(Passages(pack(text)))
    for name, weight in (("quality_weight", 60), ("price_weight", 25), ("social_value_weight", 15)):
        fact = facts.chosen(name)
        assert fact is not None
        assert (fact.value, fact.sure, fact.why) == (weight, Sure.HIGH, "")
        assert "We give 60%" in fact.quote
