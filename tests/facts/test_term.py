"""How long a contract runs, in made-up words as packs word it."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack


def read(text: str) -> tuple[set[int], set[int]]:
    facts = Facts(Passages(pack(text)))
    first = {fact.value for fact in facts.all("term_initial_months")}
    return first, {fact.value for fact in facts.all("term_extension_months")}


STATED = [
    ("The contract will be for an initial period of three years with an option to extend for up to two further years.",
     36, 24),
    ("| Contract duration | 3+1+1 |", 36, 24),
    ("| Contract term | 2 years + 1 year + 1 year |", 24, 24),
    ("The term is 24 months, extendable by up to 24 months.", 24, 24),
    ("The contract shall be for a period of two years with the option of renewal for a further one year.", 24, 12),
    ("The contract is for two years and may be extended by two periods of 12 months each, subject to performance.",
     24, 24),
    ("The agreement starts on 1 October 2026 for 12 months, renewed yearly if funds allow.", 12, None),
    ("A five-year framework agreement will be let.", 60, None),
    ("We wish to appoint a supplier for 18 months.", 18, None),
    ("# Duration\n\n24 months", 24, None),
    ("Contract period: 1 April 2026 - 31 March 2029", 36, None),
    ("The maximum duration of the contract, including extensions, is five years.", 60, None),
    ("The contract includes an option to extend for three periods of 12 months.", None, 36),
    ("The service will run from 1 April 2026 for three years, with a possible extension of 1 year plus 1 year.",
     36, 24),
    ("| Initial term | 36 months |\n| Extension | Up to 24 months |", 36, 24),
    ("The Council may extend the contract for a further period of up to 24 months.", None, 24),
    ("The contract may be extended at the Council's sole discretion by a further 12 months.", None, 12),
    ("This is a two (2) year contract with the option of two one-year extensions.", 24, 24),
    ("It will last for 36 months from the commencement date; there is no option to extend the contract.", 36, 0),
    ("The contract will run for four years in total: two years initially with two optional one year extensions.",
     24, 24),
    ("The initial contract term is thirty-six (36) months.", 36, None),
    ("A fixed term of 30 months is proposed for this contract.", 30, None),
    ("The contract length will be 1 year with the possibility of extending for another year.", 12, 12),
    ("The grant agreement is for one year.", 12, None),
    ("Duration of contract: 4 years", 48, None),
    ("Contract Term – 3 years, plus 2 x 12 month extension options", 36, 24),
    ("The project will be completed over a 16 week period.", 4, None),
    ("We intend to award a contract for a period of 3 years (2+1).", 24, 12),
    ("The contract will commence on 1 April 2027 and end on 31 March 2030.", 36, None),
    ("The framework will operate for a period of four years with no option to extend.", 48, 0),
    ("The arrangement will be for an initial 2 years with the potential to extend annually up to a maximum of 5 years.",
     24, 36),
    ("The lease is for ten years.", 120, None),
    ("Initial period of 12 months, with optional extensions of 12 months and 12 months.", 12, 24),
    ("Contract: three years with an optional two year extension (3+2).", 36, 24),
    ("The services will be delivered for a period of 18 months commencing 1 June 2026.", 18, None),
    ("The successful bidder will be offered a three year contract.", 36, None),
    ("The contract term shall be 2 years from the date of award.", 24, None),
    ("The contract will be let for 3 years with provision for extension for up to a further 3 years.", 36, 36),
    ("| Length of contract | Two years with an option of a third year |", 24, 12),
    ("We have £450,000 to spend (three years plus two optional years).", 36, 24),
    ("| Value | £450,000 (3 years + 2 optional years) |", 36, 24),
    ("The Trust will pay no more than £90,000 a year for three years.", 36, None),
    ("The Trust will not pay more than £90,000 each year for three years.", 36, None),
    ("We can spend no more than £40,000 over two years.", 24, None),
    ("The contract covers the period 1 April 2026 to 31 March 2028.", 24, None),
]  # fmt: skip

TRAPS = [
    "Please supply accounts for the last three years.",
    "Records must be kept for six years after the end of the contract.",
    "Tenders must remain valid for six months.",
    "Bidders must have five years' experience of similar contracts.",
    "Either party may end the contract on three months' notice.",
    "The warranty period is 24 months from delivery.",
    "Prices shall be fixed for the first 12 months of the contract.",
    "Bidders may be excluded from contracts for three years.",
    "Give details of contracts delivered in the past three years.",
    "The contractor shall maintain insurance for six years after the contract ends.",
    "A procurement process for services can take six to nine months.",
    "The contract will be reviewed every 12 months.",
    "Staff with two years' service may be entitled to a pension.",
    "The defects liability period is twelve months.",
    "The current contract has run for five years.",
    "The strategy covers the period 2024 to 2029.",
    "Confidential information must not be disclosed for five years after the end of the agreement.",
    "The contract may be terminated by giving six months' written notice.",
    "Trees will be inspected every three years under the contract.",
    "The organisation must have been trading for at least two years.",
    "Prices quoted must be held for 90 days.",
    "The mobilisation period will be three months.",
    "An offence carries a sentence of up to 10 years.",
    "References should be for contracts completed within the last five years.",
    "The guarantee may be extended for a period of six months.",
    "A break clause may be used after 18 months.",
    "The contract will be for a term of [insert] years.",
    "Children aged 5 to 11 years use the service.",
    "The supplier should submit monthly reports for the first six months.",
    "Payment will be made within one month of the invoice.",
    "The transition plan covers the first three months of the contract.",
    "Training lasts for two weeks.",
    "What happens if the contract is extended by one year?",
    "You must not have had more than £90,000 of grants for three years.",
    "Firms that have owed the Revenue more than £10,000 for three years are left out.",
    "Prices must be held for no more than three years.",
    "Your income must have been more than £90,000 a year for three years.",
    "Your fees (three years plus two years of study) are not paid.",
    "The apprentice must be employed for at least 12 months.",
]


@pytest.mark.parametrize(("text", "first", "more"), STATED, ids=[text[:45] for text, _, _ in STATED])
def test_the_term_is_read_from(text: str, first: int | None, more: int | None) -> None:
    assert read(text) == ({first} - {None}, {more} - {None})


@pytest.mark.parametrize("text", TRAPS, ids=[text[:45] for text in TRAPS])
def test_other_spans_of_time_are_not_the_term(text: str) -> None:
    assert read(text) == (set(), set())


def test_a_term_and_its_extension_that_differ_are_both_kept() -> None:
    text = "The contract is for three years.\n\nThe contract term is four years.\n\nThe contract will last three years."
    facts = Facts(Passages(pack(text)))
    assert [fact.value for fact in facts.all("term_initial_months")] == [36, 48, 36]
    chosen = facts.chosen("term_initial_months")
    assert chosen is not None
    assert (chosen.value, chosen.why) == (36, "it is stated most often")
