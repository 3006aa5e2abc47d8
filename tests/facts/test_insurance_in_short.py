"""Levels of insurance are read where the kinds are named in short."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack

NAMES = ("public_liability", "employers_liability", "professional_indemnity")
ROW = "| What | We ask |\n|---|---|\n| {} | {} |\n| Lunch is served | never |\n"


def levels(text: str) -> list[int | None]:
    """The levels of public liability, employers' liability and professional indemnity, in thousands of pounds."""
    facts = Facts(Passages(pack(f"# Brief\n\nWe want a roof mended.\n\n{text}\n")))
    chosen = [facts.chosen(f"insurance_{name}") for name in NAMES]
    return [None if fact is None else int(fact.value) // 1000 for fact in chosen]


@pytest.mark.parametrize(
    "text",
    [
        "You must be insured: £5m public, £10m employers'.",
        "Insured: £5m public, £10m employers'",
        "You need to be insured for £5 million public and £10 million employers'.",
        "Insurance: public £5m; employers' £10m.",
        "Insurance needed: PL £5m, EL £10m.",
        "Cover of at least £5m for public and £10m for employer's is needed.",
        "We ask for insurance: £10m employers, £5m public.",
        ROW.format("Insurance", "£5m public, £10m employers'"),
        ROW.format("Insurance cover", "Public: at least £5m. Employers': at least £10m"),
        "| What | We ask |\n|---|---|\n| PL | £5m |\n| EL | £10m |\n",
        "| What | We ask |\n|---|---|\n| P.L. | £5 million |\n| E.L. | Minimum £10 million |\n",
    ],
)
def test_kinds_named_in_short_have_their_levels(text: str) -> None:
    assert levels(text) == [5000, 10000, None]


@pytest.mark.parametrize(
    "text",
    [
        ROW.format("PI", "£1m"), ROW.format("PI", "at least £1 million"), ROW.format("PII", "£1,000,000"),
        ROW.format("P.I.", "£1m"), ROW.format("PI cover", "£1m for each claim"), "Be insured: £1m PI.",
        "You must be insured for £1m professional.", ROW.format("PI:", "minimum £1m"),
    ],
)  # fmt: skip
def test_professional_indemnity_in_letters_has_its_level(text: str) -> None:
    assert levels(text) == [None, None, 1000]


@pytest.mark.parametrize("text", ["You must be insured for £5m public and employers'.", "Insured, public and EL £5m."])
def test_kinds_that_share_a_level_both_have_it(text: str) -> None:
    assert levels(text) == [5000, 5000, None]


@pytest.mark.parametrize(
    "text",
    [
        "The insured building cost £5m public money.",
        "The building is insured for £5m, and the public may visit it.",
        "The council is insured for £5m. The public visit daily.",
        ROW.format("PI", "£450 a day"), ROW.format("EL", "£20,000"), ROW.format("PI", "Ms Lee"),
        ROW.format("PI", "not required, £1m in later years"),
        "Insurance costs of £90,000 were met from public funds.",
    ],
)  # fmt: skip
def test_other_letters_and_other_sums_are_no_levels(text: str) -> None:
    assert levels(text) == [None, None, None]
