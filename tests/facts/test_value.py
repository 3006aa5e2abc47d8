"""What a contract is worth, in made-up words as packs word them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import Money

NAMES = {"total": "contract_value_total", "annual": "contract_value_annual"}


def facts_of(text: str) -> Facts:
    return Facts(Passages(pack(text)))


def short(money: Money) -> str:
    low = "" if money.least is None else f"{money.least.normalize():f}"
    span = low if money.least == money.most else f"{low}~{money.most.normalize():f}"
    return span + ("" if money.vat == "unknown" else money.vat) + ("" if money.currency == "GBP" else money.currency)


def read(text: str) -> set[str]:
    facts = facts_of(text)
    return {
        f"{label}:{short(fact.value)}" + (f"@{fact.of.replace(' ', '')}" if fact.of else "")
        for label, name in NAMES.items()
        for fact in facts.all(name)
    }


STATED = [
    ("The estimated contract value is £450,000.", "total:450000"),
    ("Contract value: £450,000 (excluding VAT)", "total:450000excl"),
    ("The total value of this contract is estimated at £1.2 million over four years.", "total:1200000"),
    ("The contract is worth £200,000 over its whole life.", "total:200000"),
    ("We expect to spend between £90k and £110k a year (net of VAT) for three years.", "annual:90000~110000excl"),
    ("The total estimated value (without VAT) for the contract period including extension period is £1,977,453.",
     "total:1977453excl"),
    ("The annual budget for this service is one hundred and ninety thousand pounds (£190,000).", "annual:190000"),
    ("There is a budget of up to £40,000 for this piece of work, including VAT.", "total:~40000incl"),
    ("Bids over our maximum budget of £75,000 exclusive of VAT will not be considered.", "total:~75000excl"),
    ("The budget is £25k.", "total:25000"),
    ("£30,000 is available for the study.", "total:30000"),
    ("A sum of £18,500 plus VAT has been set aside for this project.", "total:18500excl"),
    ("The financial envelope for this procurement is £2.4m.", "total:2400000"),
    ("The contract is likely to be worth around £60,000 per annum.", "annual:60000"),
    ("The estimated annual value of the contract is £60,000 and the total value is £180,000.",
     "annual:60000 total:180000"),
    ("The contract has an estimated value of £50,000 per annum (£150,000 over three years).",
     "annual:50000 total:150000"),
    ("The value of the framework is expected to be in the region of £3 million to £5 million.",
     "total:3000000~5000000"),
    ("The Council anticipates spending approximately £12,000 a year on this service.", "annual:12000"),
    ("The funding available for the two-year programme is GBP 240,000.", "total:240000"),
    ("We have set a price ceiling of £99,000 inclusive of VAT.", "total:~99000incl"),
    ("The indicative value of the work is £8,000 - £10,000 (ex VAT).", "total:8000~10000excl"),
    ("The maximum amount payable under the contract will not exceed £500,000.", "total:~500000"),
    ("Our budget for the evaluation is ten thousand pounds.", "total:10000"),
    ("The grant is worth £65,000 each year.", "annual:65000"),
    ("The anticipated spend over the life of the agreement is £750,000.", "total:750000"),
    ("Estimated total contract value including extensions: £600,000 excl VAT", "total:600000excl"),
    ("The guide price for the works is £7,500 per annum.", "annual:7500"),
    ("The whole-life cost of the contract is estimated to be £320,000.", "total:320000"),
    ("Total contract price not to exceed $65,000.", "total:~65000USD"),
    ("The contract value is estimated at £45k p.a.", "annual:45000"),
    ("Estimated value of lot 1: £100,000; estimated value of lot 2: £80,000.", "total:100000@Lot1 total:80000@Lot2"),
    ("# Budget\n\nThe budget for this commission is £20,000 to £25,000 including VAT.", "total:20000~25000incl"),
    ("# Contract value\n\n£360,000 (excl. VAT)", "total:360000excl"),
    ("# Funding available\n\nUp to £15,000", "total:~15000"),
    ("| Contract value | £360,000 |\n| Contract term | 3 years |", "total:360000"),
    ("| Estimated annual value (ex VAT) | £120,000 |\n| Estimated total value (ex VAT) | £360,000 |",
     "annual:120000excl total:360000excl"),
    ("| Lot | Service | Estimated annual value |\n| Lot 1 | Advice | £40,000 |\n| Lot 2 | Advocacy | £55,000 |",
     "annual:40000@Lot1 annual:55000@Lot2"),
    ("| Title | Estimated value | Duration |\n| Cleaning of offices | £90,000 | 36 months |", "total:90000"),
    ("| Item | Budget |\n| Design | £4,000 |\n| Print | £6,000 |\n| Total | £10,000 |", "total:10000"),
    ("- Value: £55,000 excluding VAT", "total:55000excl"),
    ("The total funding for this contract is £100,000 per year for a maximum of three years.", "annual:100000"),
    ("Up to £5,000 has been allocated to the commission.", "total:~5000"),
    ("The Trust estimates that the value of the contract, including all options, will be £1,450,000 net of VAT.",
     "total:1450000excl"),
]

TRAPS = [
    "Public liability insurance of £5 million is required for the contract.",
    "The contractor's liability under the contract is limited to £1,000,000.",
    "Bidders need a minimum turnover of £400,000, twice the annual contract value.",
    "The threshold for this kind of contract is £207,720 including VAT.",
    "Contracts with a value over £30,000 must be published.",
    "Where the contract value exceeds £5 million, key performance indicators will be published.",
    "The value of the current contract is £80,000 a year.",
    "Give two examples of similar contracts worth more than £50,000.",
    "Our previous contract for this service was worth £72,000.",
    "The Council's annual revenue budget is £310 million.",
    "The Trust has an annual budget of £95 million.",
    "The charity manages a budget of £2 million and has 40 staff.",
    "Liquidated damages of £500 a week may be claimed from the contract sum.",
    "A service credit of £250 is deducted from the contract price for each failure.",
    "A performance bond of £50,000 is needed.",
    "The day rate should not exceed £400 per day.",
    "Staff must be paid at least £12.60 an hour, the living wage.",
    "A fee of £150 is payable for the documents.",
    "Worked example: tender A has a contract price of £100,000 and scores 40.",
    "Invoices over £500 are published under the transparency code.",
    "Have any claims above £50,000 been made against you?",
    "Salaries for the posts that may transfer total £84,000.",
    "The fund has awarded £3 million in grants since 2019.",
    "All expenditure over £25,000 is published each month.",
    "The building was insured for a value of £4 million.",
    "Quotations are needed for purchases of between £10,000 and £30,000.",
    "Late payment compensation of £40 may be charged.",
    "The estimated contract value is £[insert amount, for example £50,000].",
    "Officers may approve orders up to a total value of £5,000.",
    "Savings of £20,000 should be made in the first year of the contract.",
    "# Insurance\n\nProfessional indemnity to the value of £2,000,000.",
    "# Financial standing\n\nA value of £250,000 for net assets will be taken as the minimum.",
    "| Insurance | Value |\n| Employers' liability | £10,000,000 |\n| Public liability | £5,000,000 |",
    "The population of the district is 120,000 and the average house costs £310,000.",
]

WHOLE = [
    ("The value is £110,000 a year.\n\nContract value: £110,000 per annum.\n\nThe contract is for three years with an"
     " option of two further years.", "550000"),
    ("We expect to spend between £90k and £110k a year (net of VAT) for three years, with up to two single-year"
     " extensions.\n\nThe contract is for three years with up to two single-year extensions.",
     "450000.00~550000.00excl"),
    ("The estimated contract value is £300,000 including all extensions.\n\nThe contract is for three years, with an"
     " option to extend for two years.", "300000"),
    ("The estimated value for the initial term is £300,000.\n\nThe contract is for an initial term of three years, with"
     " an option to extend for two years.", "500000.00"),
    ("The estimated annual value of the contract is £60,000 and the total value is £180,000.\n\nThe contract is for"
     " three years and may be extended by one year.", "240000.00"),
    ("| Lot | Estimated value |\n| Lot 1 | £100,000 |\n| Lot 2 | £150,000 |", "250000"),
    ("Contract value: £90,000", "90000"),
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text[:45] for text, _ in STATED])
def test_the_value_is_read_from(text: str, expected: str) -> None:
    assert read(text) == set(expected.split())


@pytest.mark.parametrize("text", TRAPS, ids=[text[:45] for text in TRAPS])
def test_other_amounts_are_not_the_value(text: str) -> None:
    assert read(text) == set()


@pytest.mark.parametrize(("text", "expected"), WHOLE, ids=[text[:45] for text, _ in WHOLE])
def test_the_whole_value_is_the_most_payable_with_every_option(text: str, expected: str) -> None:
    fact = facts_of(text).contract_value
    assert fact is not None
    low, _, high = expected.removesuffix("excl").partition("~")
    assert fact.value.most == Decimal(high or low)
    if high:
        assert fact.value.least == Decimal(low)
    assert fact.why


def test_no_value_is_ever_made_from_silence() -> None:
    facts = facts_of("The contract is for three years.")
    assert facts.contract_value is None
    assert facts.annual_value is None


def test_the_quote_of_a_value_stands_in_the_pack_word_for_word() -> None:
    text = "Intro. The estimated contract value is £450,000, excluding VAT, over three years. More words follow."
    fact = facts_of(text).chosen("contract_value_total")
    assert fact is not None
    assert fact.quote == "The estimated contract value is £450,000, excluding VAT, over three years."


@pytest.mark.parametrize(
    "head", ["Value for each year, without VAT", "Value each year", "Estimated budget for each year"]
)
def test_what_each_lot_is_worth_a_year_is_read_from_its_row(head: str) -> None:
    rows = f"| Lot | What | {head} |\n|---|---|---|\n| Lot 1 | Advocacy | £110,000 |\n| Lot 2 | Groups | £50,000 |\n"
    facts = Facts(Passages(pack(f"# The contract\nWe will pay about £160,000 a year.\n\n{rows}")))
    found = facts.all("contract_value_annual")
    assert [(str(fact.value), fact.of, fact.chosen) for fact in found] == [
        ("£160,000", "", True), ("£110,000", "Lot 1", False), ("£50,000", "Lot 2", False),
    ]  # fmt: skip


def test_a_column_of_other_sums_a_year_gives_no_lot_its_value() -> None:
    head = "| Lot | What | Turnover for each year |\n|---|---|---|\n"
    rows = f"{head}| Lot 1 | Advocacy | £110,000 |\n| Lot 2 | Groups | £50,000 |\n"
    facts = Facts(Passages(pack(f"# The contract\nWe will pay about £160,000 a year.\n\n{rows}")))
    assert [str(fact.value) for fact in facts.all("contract_value_annual")] == ["£160,000"]
