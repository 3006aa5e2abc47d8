"""What a contract is worth, and how that splits into years and options, in plain and in clipped words."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.choose import conflicts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import Money

NAMES = {"T": "contract_value_total", "A": "contract_value_annual", "W": "contract_value_whole"}


def short(money: Money) -> str:
    low = "" if money.least is None else f"{money.least.normalize():f}"
    high = f"{money.most.normalize():f}"
    return (low if low == high else f"{low}~{high}") + ("" if money.vat == "unknown" else money.vat)


def read(text: str, names: str) -> dict[str, str | None]:
    facts = Facts(Passages(pack(f"# Brief\n\n{text}\n")))
    chosen = {each: facts.chosen(NAMES[each]) for each in names}
    return {each: None if fact is None else short(fact.value) for each, fact in chosen.items()}


def row(label: str, cell: str) -> str:
    return f"| What | How much |\n|---|---|\n| {label} | {cell} |\n| Lunch | none |\n"


@pytest.mark.parametrize(
    ("text", "total", "annual"),
    [
        ("We will pay about £160,000 a year. These sums do not include VAT.", None, "160000excl"),
        ("The estimated value of the contract is £240,000 excluding VAT, being £80,000 per annum, and exceeds the"
         " threshold for services.", "240000excl", "80000excl"),
        ("We expect to pay £24,000 a year plus VAT, so £96,000 in all.", "96000excl", "24000excl"),
        ("We expect to pay £24,000 a year plus VAT, that is £96,000 in total.", "96000excl", "24000excl"),
        ("The budget is £24,000. VAT is extra.", "24000excl", None),
        ("The budget is £24,000 and VAT will be added.", "24000excl", None),
        ("£1.8m across 5 years", "1800000", None),
        ("A framework for repairs in three lots. Total £3.2 million.", "3200000", None),
        ("Total £3.2 million excluding VAT", "3200000excl", None),
        (row("Value", "Total £3.2 million"), "3200000", None),
        ("Lot 1 – Cleaning: £90,000. Lot 2 – Windows: £15,000. Total £105,000.", "105000", None),
        ("We have £36,000 in all to spend.", "36000", None),
        ("There's £5,000 for this piece of work.", "5000", None),
        ("You'll be paid £12,000 for the whole project, including VAT.", "12000incl", None),
        ("**Fee:** £4,500 (inclusive of VAT if applicable)", "4500incl", None),
        ("Our budget is £3,000 a month.", None, "36000"),
        ("We have set aside £7,000 for this and it has to cover everything, VAT too.", "7000", None),
        ("The Council would not expect to pay more than £9,500 for this commission.", "~9500", None),
        ("Budget guide: between ten and fifteen thousand pounds.", "10000~15000", None),
        ("Funding: Year 1 £40,000; Year 2 £40,000; total £80,000.", "80000", "40000"),
        ("We can offer a flat fee of £1,500 plus VAT.", "1500excl", None),
        ("The Fund is worth £5 million. This contract is worth £60,000.", "60000", None),
        ("Estimated total value\n\nValue excluding VAT: 2 400 000.00 GBP", "2400000excl", None),
        ("Total value (estimated)\n\n- £1,320,000 excluding VAT\n- £1,584,000 including VAT", "1320000excl", None),
        ("|  | Year 1 | Year 2 | Total |\n|---|---|---|---|\n| Budget | £50,000 | £52,000 | £102,000 |", "102000",
        "50000"),
        ("Please quote for a fixed fee. We expect quotes in the region of £8,000 to £10,000.", "8000~10000", None),
        ("The work has a value of approximately £22,500.", "22500", None),
        ("The price should be somewhere between £5,000 and £7,000.", "5000~7000", None),
        ("The cost should come in at under £10,000 including VAT.", "~10000incl", None),
        ("The project has been awarded £64,000 by the Lottery, of which £22,000 is for this evaluation.", "22000",
        None),
        ("The service has a budget of £75,000 for year one and £80,000 for year two.", None, "75000"),
        ("# How much is it worth?\n\nWe have £24,000 (VAT is included) for the two years.", "24000incl", None),
        ("# Money\n\n£14,500, everything included.", "14500", None),
        (row("How much we can pay", "£9,000, VAT included"), "9000incl", None),
        (row("How much is it worth?", "About £60,000"), "60000", None),
        (row("Value", "£55,000 - £65,000"), "55000~65000", None),
        (row("Price range", "£10,000 to £15,000 (ex VAT)"), "10000~15000excl", None),
        (row("Money", "£36,000 in all, £12,000 each year"), "36000", "12000"),
        (row("Value of contract", "Between £2m and £2.5m"), "2000000~2500000", None),
        (row("Estimated contract value (including any extensions)", "£1,250,000 excl. VAT"), "1250000excl", None),
    ],
)  # fmt: skip
def test_the_value_is_read(text: str, total: str | None, annual: str | None) -> None:
    assert read(text, "TA") == {"T": total, "A": annual}


@pytest.mark.parametrize(
    ("text", "total", "whole"),
    [
        ("The contract is for three years, worth £300,000, with two option years worth £100,000 each.", "300000",
        "500000"),
        ("The value is £300,000 for the three firm years plus £200,000 for the two option years.", "300000", "500000"),
        ("Term: 3 years firm plus 2 option years. Value: £300,000 firm, £200,000 options.", "300000", "500000"),
        ("Contract value: £200,000 (initial 2 years) + £100,000 (optional year 3)", "200000", "300000"),
        ("Estimated value: £2m for the initial term, £3.5m including all extensions.", "3500000", "3500000"),
        ("The value is £2m for the initial term and £3.5m if all extensions are used.", "3500000", "3500000"),
        ("Value: £450,000 firm plus £150,000 option.", "450000", "600000"),
        ("The initial three years are worth £600,000 and the two-year extension a further £400,000.", "600000",
        "1000000"),
        ("The total contract value (including the optional extension of two years) is estimated at £1,000,000, of which"
         " £600,000 is for the initial term.", "1000000", "1000000"),
    ],
)  # fmt: skip
def test_what_options_cost_is_added_where_it_is_told_apart(text: str, total: str, whole: str) -> None:
    assert read(text, "TW") == {"T": total, "W": whole}


def test_a_column_of_values_over_the_term_gives_the_value_of_each_lot() -> None:
    rows = "| 1 | North | £400,000 |\n| 2 | South | £600,000 |"
    table = f"| Lot | Place | Value over 4 years (ex VAT) |\n|---|---|---|\n{rows}"
    assert read(table, "W") == {"W": "1000000excl"}


def test_two_yearly_values_contradict_each_other_though_one_stands_beside_a_threshold() -> None:
    facts = Facts(Passages(pack({
        "ITT.md": "# Tender\n\nThe estimated value of the contract is £240,000, being £80,000 per annum, and"
            " exceeds the"
        " threshold for services.\n",
        "Specification.md": "# Scope\n\nThe annual value of the contract is estimated at £95,000.\n",
    })))  # fmt: skip
    assert len(conflicts(facts.all("contract_value_annual"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "You must be insured for £2m. We will pay £250 towards your training.",
        "The contract is above the threshold of £207,720 (including VAT) for services.",
        "For example, a bid of £80,000 would score 30 marks and a bid of £100,000 would score 24.",
        "The present provider is paid £92,000 a year.",
        "We will pay travel costs of up to £50 a day.",
        "We will pay £40 for each interview.",
        "There is a £500 excess on the policy.",
        "There is £2 million in the reserve fund.",
        "The contractor will pay £1,000 for each week that the work is late.",
        "The supplier shall pay £10,000 a year to the community fund.",
        "Total £84,000 for salaries of the six staff who may transfer.",
        "Your reference should be for a contract worth £100,000 a year or more.",
        "We run 14 parks and spend £1.2 million a year on them.",
        "The council pays about £9,000 a year in business rates.",
        "A charge of £30 a year is made for using the portal.",
        "Fee: £75 for a printed set of drawings.",
        "Prizes: first £1,000; second £500. Total £1,500.",
        "The rent is £500 a month.",
        "There is £150,000 a year in the hardship fund.",
        "Funding: the Trust is funded by grants of £2.1 million a year.",
        "Total £45,000 was raised by the appeal.",
        "The extension to the building cost £400,000.",
        "Year 1 pupils raised £2,000; Year 2 pupils raised £3,000; total £5,000.",
    ],
)
def test_other_sums_are_no_value(text: str) -> None:
    assert read(text, "TA") == {"T": None, "A": None}
