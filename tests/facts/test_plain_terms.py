"""How long a contract runs, in plain and in clipped words, and by days."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def read(text: str) -> tuple[object, object]:
    facts = Facts(Passages(pack(f"# Brief\n\nThis brief was published on 12 January 2026.\n\n{text}\n")))
    first, more = facts.chosen("term_initial_months"), facts.chosen("term_extension_months")
    return first and first.value, more and more.value


def row(label: str, cell: str) -> str:
    return f"| What | When |\n|---|---|\n| {label} | {cell} |\n| Lunch | never |\n"


@pytest.mark.parametrize(
    ("text", "first", "more"),
    [
        ("The service starts on Monday 3 August 2026 and ends on Friday 30 July 2027.", 12, None),
        ("The service starts on Tuesday 1 September 2026 and ends on Friday 23 July 2027.", 10, None),
        ("We have up to £18,000 for one year. The service starts on Monday 3 August 2026 and ends on Friday 30 July"
         " 2027.", 12, None),
        ("Two school years, renewed year on year.", 24, None),
        ("We have £90,000 a year for three years.", 36, None),
        ("We can spend £40,000 per year for two years.", 24, None),
        ("This is an annual SLA.", 12, None),
        ("The council lets this as an annual contract.", 12, None),
        ("The SLA runs year to year from 1 April.", 12, None),
        ("It lasts three years, with one more year if all goes well.", 36, 12),
        ("We will buy the service for three years in the first instance, with the chance of two more.", 36, 24),
        ("The agreement will start on 1 April 2026 and end on 31 March 2029, unless we extend it for up to two"
         " years.", 36, 24),
        (row("Duration", "01/04/2026 – 31/03/2029 (with option to extend to 31/03/2031)"), 36, 24),
        (row("Contract dates (estimated)", "1 April 2026 to 31 March 2028. Possible extension to 31 March 2030"),
         24, 24),
        (row("How long will it last?", "18 months"), 18, None),
        ("The work should take about nine months.", 9, None),
        ("We are offering a contract of 3 years (plus 2).", 36, 24),
        ("The total duration of the contract, extensions included, is 72 months (48 + 24).", 48, 24),
        ("The framework is for an initial 24 month period with the option to extend for a further 24 months (12+12).",
         24, 24),
        ("Up to 24 months' extension may be granted at the end of the initial 36 months.", 36, 24),
        ("| Step | Day |\n|---|---|\n| Contract starts | 1 April 2026 |\n| Contract ends | 31 March 2028 |", 24, None),
        ("The contract is for three years; two one-year options follow.", 36, 24),
        ("We are after a two-year partnership.", 24, None),
        ("The Authority will have the right to extend the Contract for two successive one-year periods following the"
         " initial three-year term.", 36, 24),
        ("The contract shall be for the 2026 and 2027 seasons.", 24, None),
        ("The project runs from April 2026 to March 2027.", 12, None),
        ("You will run the café for five years, and we may offer you five more.", 60, 60),
        ("Contract dates (estimated)\n\n1 April 2026 to 31 March 2029\n\nPossible extension to 31 March 2031", 36, 24),
        (row("Maximum term", "7 years (5+2)"), 60, 24),
    ],
)  # fmt: skip
def test_the_term_is_read(text: str, first: int | None, more: int | None) -> None:
    assert read(text) == (first, more)


@pytest.mark.parametrize(
    "text",
    [
        "The warranty lasts two years.",
        "The service has run for ten years.",
        "The present contract ends in six months.",
        "The pilot ran for one year and helped 200 people.",
        "A course lasts 12 weeks. It lasts longer for some people.",
        "The annual contract value is £40,000.",
        "There will be an annual contract review meeting.",
        "The annual agreement of prices takes place in March.",
        "The evaluation will take about two months.",
        "Referees should have known you for two years.",
        "The strategy covers 2024 to 2029.",
        "The course takes one year.",
        "We will pay a retainer of £500 a month for the first three months only where a child is placed.",
        "Children may stay for one year, with one more year if all goes well.",
        "The guarantee runs for five years, plus two more if serviced.",
        "The exhibition starts on 1 May 2026 and ends on 31 August 2026.",
        "The policy period starts on 1 April 2026 and ends on 31 March 2027.",
        "The council's annual contract with the county is for gritting.",
    ],
)
def test_other_spans_are_no_term(text: str) -> None:
    assert read(text) == (None, None)
