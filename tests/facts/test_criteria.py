"""Award criteria, and what price, quality and social value weigh, in made-up words as packs word them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tests.facts.facts_read import read

NAMES = ("price_weight", "quality_weight", "social_value_weight")

# text, price, quality, social value: percent of the whole
WEIGHTS = [
    ("Tenders will be evaluated on price (40%) and quality (60%).", 40, 60, None),
    ("The award will be made on a 60:40 split of quality to price.", 40, 60, None),
    ("Bids are judged with a price/quality ratio of 30:70.", 30, 70, None),
    ("Bids will be judged 40/60 on price and quality.", 40, 60, None),
    ("The split between price and quality is 50:50.", 50, 50, None),
    ("A 70/30 split in favour of quality will be used to evaluate bids.", 30, 70, None),
    ("40% price / 60% quality", 40, 60, None),
    ("Marks: cost 30, service quality 60, social value 10.", 30, 60, 10),
    ("We will evaluate bids on the basis of 55% price, 35% quality and 10% social value.", 55, 35, 10),
    ("Bids are evaluated to find the best tender based on 70% cost, 15% quality and 15% social value.", 70, 15, 15),
    ("Quality carries 70% of the score; within it, Q1 is 20% and Q2 50%. Price carries the remaining 30%.",
     30, 70, None),
    ("Quality 60% (of which social value 10%) and price 40%.", 40, 60, 10),
    ("Tenders will be assessed on the basis of 60% quality, of which 10% is social value, and 40% price.", 40, 60, 10),
    ("The social value question is worth 15% of the quality score. Quality is worth 60% and price 40%.", 40, 60, 9),
    ("The price element is weighted at 40 per cent of the total marks and the technical element at 60 per cent.",
     40, 60, None),
    ("Quality will be weighted sixty per cent (60%) and price forty per cent (40%).", 40, 60, None),
    ("Price: 35% Quality: 55% Social Value: 10%", 35, 55, 10),
    ("With 70% of the marks for quality and 30% for price, the best tender wins.", 30, 70, None),
    ("Tenders are scored out of 100: quality is worth 65 marks, price 25 marks and social value 10 marks.", 25, 65, 10),
    ("The maximum score is 1,000 points: price 400 points, quality 500 points, social value 100 points.", 40, 50, 10),
    ("The price will account for 40% of the overall score. Quality will account for the other 60% of the overall "
     "score.",
     40, 60, None),
    ("Price and quality will be weighted equally in the evaluation.", 50, 50, None),
    ("The contract will be awarded to the compliant bid on the basis of lowest price.", 100, None, None),
    ("Tenders will be evaluated on price only.", 100, None, None),
    ("10% of the marks are reserved for social value.", None, None, 10),
    ("Social value carries a weighting of 10% of the overall evaluation.", None, None, 10),
    ("# Award criteria\n\n- Price – 40%\n- Quality – 50%\n- Social value – 10%", 40, 50, 10),
    ("# Quality (60%)\n\n## Q1 Start (20%)\n\nText.\n\n## Q2 Staff (40%)\n\nText.\n\n# Price (40%)\n\nFill in the "
     "form.", 40, 60, None),
    ("| Criterion | Weighting |\n|---|---|\n| Price | 40% |\n| Quality | 60% |\n| Total | 100% |", 40, 60, None),
    ("# Evaluation\n\n| Criteria | Max points |\n|---|---|\n| Price | 80 |\n| Technical quality | 100 |\n"
     "| Community benefits | 20 |\n"
     "| Total | 200 |", 40, 50, 10),
    ("# Evaluation\n\n| Section | Question | Weighting % |\n|---|---|---|\n| Quality | Plan | 30 |\n| | Safety | 20 "
     "|\n| Social value | Jobs | 10 |\n"
     "| Price | Total cost | 40 |", 40, 50, 10),
    ("| Award criteria | % |\n|---|---|\n| Commercial | 25 |\n| Method statements | 75 |", 25, 75, None),
    ("| Stage | Weighting |\n|---|---|\n| Stage 1: Suitability | Pass/Fail |\n| Stage 2: Technical | 70% |\n"
     "| Stage 2: Commercial | 30% |",
     30, 70, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "price", "quality", "social"), WEIGHTS)
def test_weights_are_percent_of_the_whole(
    text: str, price: int | None, quality: int | None, social: int | None
) -> None:
    found = [read(text, name) for name in NAMES]
    assert found == [[] if value is None else [value] for value in (price, quality, social)]


NO_WEIGHTS = [
    "The contractor will be paid 40% on award and 60% on completion of the work to the required quality.",
    "A minimum score of 60% must be reached in the quality section.",
    "Payment: 30% on start, 40% at interim report and 30% on completion.",
    "| KPI | Target |\n|---|---|\n| Calls answered | 95% |\n| Quality of response | 90% |\n| Cost savings | 5% |",
    "The lowest price will receive 100% of the price marks; other bids will be scored pro rata.",
    "VAT at 20% should be left out of the price.",
    "We will pay 50% of the price in advance for quality work.",
    "For example, a bid with a price weight of 40% and quality of 60% would score as shown.",
    "# Scoring guide\n\n| Score | Meaning |\n|---|---|\n| 5 | Excellent |\n| 4 | Good |\n| 0 | Unacceptable |",
    "| Mark | Description |\n|---|---|\n| 100% | Exceeds the requirement |\n| 60% | Meets the requirement |\n| 0% "
    "| No response |",
    "Prices may rise by up to 3% a year if quality is kept.",
    "A retention of 5% of the price is held until the quality of the work is certified.",
    "At least 30% of the workforce must be disabled people; quality and price are explained below.",
    "| Milestone | Payment |\n|---|---|\n| Design | 40% |\n| Build | 60% |",
    "A discount of 10% on the price is given for early payment.",
    "The Council is not bound to accept the lowest price or any tender.",
    "Satisfaction with the quality of the service must stay above 90% at no extra cost.",
    "The price is £40,000 and quality is checked by 60 people.",
    "| Table A – EXAMPLE ONLY | Weighting |\n|---|---|\n| Price | 40% |\n| Quality | 60% |",
    "# Worked example\n\n| Criterion | Weighting |\n|---|---|\n| Price | 40% |\n| Quality | 60% |",
    "The tender closes on 12/10/2026 and price and quality are looked at by a panel of 40 to 60 people.",
    "# Evaluation\n\n| Criterion | Weighting |\n|---|---|\n| Price | 50% maximum |\n| Quality | 50% minimum |",
    "25% of spending should go to small firms, at the best price and quality.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_WEIGHTS)
def test_other_shares_are_no_weights(text: str) -> None:
    assert [read(text, name) for name in NAMES] == [[], [], []]
    assert [criterion for criterion in read(text, "award_criteria") if criterion.weight is not None] == []


TREES = [
    ("| Criterion | Weighting | Sub-criterion | Sub-weighting |\n|---|---|---|---|\n| Quality | 60% | Start | 20% |\n"
     "| | | Staff | 40% |\n"
     "| Price | 40% | | |",
     [("Quality", 60, None), ("Start", 20, "Quality"), ("Staff", 40, "Quality"), ("Price", 40, None)]),
    ("# Scoring\n\n| Criteria | Weight | Marks |\n| Quality | 60 | 300 |\n| 1.1 Approach | 40 | 200 |\n| 1.2 Staff "
     "| 20 | 100 |\n| Price | 40 | 200 |\n"
     "| Total | 100 | 500 |",
     [("Quality", 60, None), ("1.1 Approach", 40, "Quality"), ("1.2 Staff", 20, "Quality"), ("Price", 40, None)]),
    ("## Quality – 60%\n\nText.\n\n| Method statement | Weighting |\n|---|---|\n| MS1 Staff | 25% |\n| MS2 Outcomes "
     "| 35% |\n\n## Price – 40%\n\nText.",
     [("Quality", 60, None), ("Price", 40, None), ("MS1 Staff", 25, "Quality"), ("MS2 Outcomes", 35, "Quality")]),
    ("| Ref | Question | Weighting |\n|---|---|---|\n| Q1 | Start-up plan | 15% |\n| Q2 | Safeguarding | 25% |\n| Q3 "
     "| Price | 60% |\n| | Total | 100% |",
     [("Start-up plan", 15, None), ("Safeguarding", 25, None), ("Price", 60, None)]),
    ("| Criteria | Sub-criteria | Weighting (%) |\n|---|---|---|\n| Price | Lump sum | 30 |\n| Price | Day rates "
     "| 10 |\n| Quality | Method | 35 |\n"
     "| Quality | Team | 25 |",
     [("Price", None, None), ("Lump sum", 30, "Price"), ("Day rates", 10, "Price"), ("Quality", None, None),
      ("Method", 35, "Quality"),
      ("Team", 25, "Quality")]),
    ("Quality makes up 70% of the total score, and price 30%. The quality score is made up as follows:\n\n- "
     "Approach: 40%\n- Team: 40%\n- Risk: 20%",
     [("Quality", 70, None), ("price", 30, None), ("Approach", 40, "Quality"), ("Team", 40, "Quality"),
      ("Risk", 20, "Quality")]),
    ("| Method | Weight |\n|---|---|\n| Section 1: Quality (60%) | |\n| Plan | 40 |\n| Staff | 20 |\n"
     "| Section 2: Price (40%) | |\n| Total price | 40 |",
     [("Section 1: Quality", 60, None), ("Plan", 40, "Section 1: Quality"), ("Staff", 20, "Section 1: Quality"),
      ("Section 2: Price", 40, None), ("Total price", 40, "Section 2: Price")]),
    ("Of the 60% for quality, 20% is for delivery, 30% for staff and 10% for social value.",
     [("quality", 60, None), ("delivery", 20, "quality"), ("staff", 30, "quality"), ("social value", 10, "quality")]),
    ("# Evaluation criteria\n\n| Criteria | |\n|---|---|\n| Form of tender signed | Pass / Fail |\n"
     "| Policies enclosed | Pass / Fail |",
     [("Form of tender signed", None, None), ("Policies enclosed", None, None)]),
    ("The award criteria are as follows:\n\n- Quality of service (45%)\n- Price (35%)\n- Social value (10%)\n- Care "
     "for nature (10%)",
     [("Quality of service", 45, None), ("Price", 35, None), ("Social value", 10, None),
      ("Care for nature", 10, None)]),
    ("Proposals will be assessed against the following criteria:\n\n- Understanding of the brief\n- Experience\n- Cost",
     [("Understanding of the brief", None, None), ("Experience", None, None), ("Cost", None, None)]),
    ("## Evaluation criteria\n\n### Experience and skills\n\nText.\n\n### Cost\n\nText.\n\n## Contact\n\nText.",
     [("Experience and skills", None, None), ("Cost", None, None)]),
    ("## Question 1: Start\n\nWeighting: 40%\n\n## Question 2: Staff\n\nWeighting: 60%",
     [("Question 1: Start", 40, None), ("Question 2: Staff", 60, None)]),
    ("Q1 Method (weighting: 25%). Please say how.\n\nQ2 Team (weighting: 25%). Say who.\n\nQ3 Price (weighting: "
     "50%). Fill in the form.",
     [("Q1 Method", 25, None), ("Q2 Team", 25, None), ("Q3 Price", 50, None)]),
    ("# Evaluation\n\n| Criterion | Points |\n|---|---|\n| Understanding | 15 points |\n| Experience | 15 points |\n"
     "| Price | 20 points |\n| Total | 50 points |",
     [("Understanding", 15, None), ("Experience", 15, None), ("Price", 20, None)]),
    ("# Award criteria\n\n| Weighting | Criterion |\n|---|---|\n| 17.5% | Plants |\n| 22.5% | Tools |\n| 60% | Cost |",
     [("Plants", Decimal("17.5"), None), ("Tools", Decimal("22.5"), None), ("Cost", 60, None)]),
    ("# Evaluation\n\n| Question 1 | Tell us how you will start. |\n| Weighting | 30% |\n| Word limit | 500 |",
     [("Question 1 Tell us how you will start", 30, None)]),
    ("| Part | Criterion | Marks | Sub-criterion | Marks |\n|---|---|---|---|---|\n| A | Quality | 600 | Care | 350 |\n"
     "| | | | Staff | 250 |\n| B | Price | 400 | Hourly rate | 400 |\n| | Total | 1000 | | 1000 |",
     [("Quality", 600, None), ("Care", 350, "Quality"), ("Staff", 250, "Quality"), ("Price", 400, None),
      ("Hourly rate", 400, "Price")]),
    ("# How bids are assessed\n\n| Criteria | Weighting |\n|---|---|\n| Commercial | 40 |\n| Rates | 30 |\n"
     "| Discounts | 10 |\n"
     "| Technical | 60 |\n| Method | 35 |\n| Team | 25 |\n| Total | 100 |",
     [("Commercial", 40, None), ("Rates", 30, "Commercial"), ("Discounts", 10, "Commercial"), ("Technical", 60, None),
      ("Method", 35, "Technical"), ("Team", 25, "Technical")]),
    ("# Evaluation\n\nPrice = 45%\n\nQuality = 55%, made up of:\n\n- Solution 30%\n- Support 25%",
     [("Price", 45, None), ("Quality", 55, None), ("Solution", 30, "Quality"), ("Support", 25, "Quality")]),
    ("Evaluation weightings\n\nQuality: 70%\n\nPrice: 30%\n\nQuality questions\n\nQ1. Approach (45%) – max 800 "
     "words\n\n"
     "Q2. Team (25%) – max 500 words",
     [("Quality", 70, None), ("Price", 30, None), ("Q1. Approach", 45, "Quality"), ("Q2. Team", 25, "Quality")]),
    ("We will give up to 50 marks for how you run the club, up to 30 marks for involving carers and up to 20 marks "
     "for cost.",
     [("how you run the club", 50, None), ("involving carers", 30, None), ("cost", 20, None)]),
    ("We'll judge quotes on:\n\n- your portfolio (30)\n- how you'd meet our needs (40)\n- price (30)",
     [("your portfolio", 30, None), ("how you'd meet our needs", 40, None), ("price", 30, None)]),
    ("Award criteria: price 70%, delivery time 20% and warranty 10%.",
     [("price", 70, None), ("delivery time", 20, None), ("warranty", 10, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "criteria"), TREES)
def test_criteria_keep_their_printed_weights_and_know_their_parents(
    text: str, criteria: list[tuple[object, ...]]
) -> None:
    assert [(each.name, each.weight, each.parent) for each in read(text, "award_criteria")] == criteria


def test_a_criterion_said_twice_is_told_once() -> None:
    text = (
        "Price counts for 40% and quality for 60% of the marks.\n\n| Criterion | Weighting |\n|---|---|\n| Price "
        "| 40% |\n| Quality | 60% |"
    )
    assert [(each.name, each.weight) for each in read(text, "award_criteria")] == [("Price", 40), ("Quality", 60)]


def test_weights_that_contradict_each_other_are_all_kept_and_one_is_chosen() -> None:
    text = (
        "Price counts for 30% and quality for 70% of the marks.\n\n| Criterion | Weighting |\n|---|---|\n| Price "
        "| 40% |\n| Quality | 60% |"
    )
    facts = Facts(Passages(pack(text)))
    assert sorted(fact.value for fact in facts.all("price_weight")) == [30, 40]
    assert sum(fact.chosen for fact in facts.all("price_weight")) == 1


def test_sub_criteria_in_another_document_belong_to_the_criterion_that_they_add_up_to() -> None:
    texts = {
        "Invitation to tender.md": "Price counts for 40% and quality for 60% of the marks.",
        "Response form.md": "# Quality questions\n\n| Question | Weighting |\n|---|---|\n| Q1 Start | 35% |\n"
                            "| Q2 Staff | 25% |",
    }
    assert [(each.name, each.parent) for each in read(texts, "award_criteria")] == [
        ("Price", None), ("quality", None), ("Q1 Start", "quality"), ("Q2 Staff", "quality"),
    ]  # fmt: skip


def test_a_weight_that_is_the_sum_of_its_parts_is_quoted_with_their_figures() -> None:
    text = (
        "# How we choose\n| Criterion | Question | Weight |\n|---|---|---|\n| Quality | Q1 Method | 40% |\n"
        "| Quality | Q2 Staff | 20% |\n| Price | Form | 40% |"
    )
    quality = Facts(Passages(pack(text))).chosen("quality_weight")
    assert quality is not None
    assert (quality.value, quality.quote, quality.why) == (60, "Q1 Method 40%", "the sum of its parts, 40 + 20")
