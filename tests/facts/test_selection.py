"""What bidders must show of themselves."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import chosen, read

TURNOVER = [
    ("Bidders' annual turnover must be at least £1m.", [1_000_000]),
    ("| Minimum annual turnover | £500,000 |\n| Credit score | 40 |", [500_000]),
    ("Our minimum requirement is an average yearly turnover of two million pounds.", [2_000_000]),
    ("Applicants need a turnover of not less than £250,000 in each of the last two years.", [250_000]),
    ("Tenderers whose turnover does not exceed £400,000 will fail: the minimum turnover is £400,000.", [400_000]),
    ("You should demonstrate an annual turnover in excess of £150k.", [150_000]),
    ("Minimum turnover: £75,000 per annum", [75_000]),
    ("To pass, your organisation's turnover must be £300,000 or more.", [300_000]),
    ("A minimum financial threshold applies: annual turnover of £1.2 million.", [1_200_000]),
    ("The Authority requires bidders to have a yearly turnover of at least GBP 600,000.", [600_000]),
    ("Turnover must have been no less than £2,000,000 in the last financial year.", [2_000_000]),
    ("Lot 1 bidders shall have a minimum turnover of £50,000.", [50_000]),
    ("Organisations with a turnover of £36 million or more must publish a modern slavery statement.", []),
    ("SMEs employ fewer than 250 people and have a turnover not exceeding £44 million.", []),
    ("What was your turnover in each of the last three financial years?", []),
    ("No minimum turnover is set for this contract.", [0]),
    ("There is no minimum turnover of £100,000 or any other sum.", []),
    ("Staff turnover must be reported: at least £200 is spent on each leaver.", []),
    ("Bidders will have a turnover; the contract is worth £90,000.", []),
    ("The company has an annual turnover of £20 million and runs four theatres.", []),
    ("The minimum turnover is [insert figure, e.g. £100,000].", []),
    ("“Turnover” means income of at least £1 from trading.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), TURNOVER)
def test_a_turnover_is_a_demand_only_when_a_least_is_set(text: str, values: list[int]) -> None:
    assert read(text, "minimum_turnover") == values


ACCOUNTS = [
    ("Please provide audited accounts for the last two years.", [2]),
    ("Copies of your three most recent sets of accounts", [3]),
    ("Submit financial statements covering the past three financial years.", [3]),
    ("Last 2 years' accounts must be attached.", [2]),
    ("Bidders should send their last three (3) years of accounts.", [3]),
    ("Enclose your accounts for the previous two years.", [2]),
    ("Two years of accounts are required.", [2]),
    ("What was your turnover in each of the last three years?", [3]),
    ("Annual turnover (last 3 years):", [3]),
    ("You must supply a copy of the audited accounts for the most recent two years.", [2]),
    ("Please upload your profit and loss accounts for the last four trading years.", [4]),
    ("If you cannot supply three years' accounts, send a business plan.", [3]),
    ("Provide one year of accounts.", [1]),
    ("Give your last five years' balance sheets.", [5]),
    ("The Supplier shall keep accounts for six years after the end of the Contract.", []),
    ("Records and accounts must be retained for a period of 12 years.", []),
    ("Have any directors been bankrupt in the last three years?", []),
    ("State any convictions in the last 5 years and how you account for them.", []),
    ("The account manager must have three years of experience.", []),
    ("We do not want to see any accounts.", []),
    ("Your account manager will be changed every two years.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), ACCOUNTS)
def test_years_of_accounts_are_those_just_gone(text: str, values: list[int]) -> None:
    assert read(text, "accounts_years") == values


AUDITED = [
    ("Please provide audited accounts for the last two years.", True),
    ("Audited financial statements must be submitted.", True),
    ("Copies of your latest audited accounts are required.", True),
    ("Attach accounts which have been audited by a qualified accountant.", True),
    ("You must upload your audited balance sheets.", True),
    ("Two years' accounts, audited, shall be enclosed.", True),
    ("Audited accounts (or equivalent) should be provided.", True),
    ("Audited company accounts for 2024 and 2025 to be supplied", True),
    ("Send your full audited annual accounts.", True),
    ("Please include the most recent independently audited statements.", True),
    ("We do not ask for audited accounts.", False),
    ("Accounts need not be audited.", False),
    ("Unaudited accounts will be accepted; please attach them.", False),
    ("You do not have to provide audited accounts.", False),
    ("Audited accounts are not required; management accounts will do.", False),
    ("Provide accounts, audited where required by law.", False),
    ("There is no need to send audited accounts.", False),
    ("Only bidders who are legally required to have audited accounts must submit them.", False),
    ("The Council's audited accounts are on its website.", None),
    ("Are your accounts independently audited?", None),
    ("The service will be audited each year.", None),
    ("Please provide your accounts.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), AUDITED)
def test_audited_accounts_are_asked_for_or_refused(text: str, value: bool | None) -> None:
    assert chosen(text, "audited_accounts_required") is value


REFERENCES = [
    ("Provide two references from clients for whom you have done similar work.", [2]),
    ("Please supply the names of 3 referees.", [3]),
    ("Please give details of up to three contracts from the public or private sector that are relevant to our need.",
     [3]),
    ("Two written references must accompany your bid.", [2]),
    ("Summaries of relevant work carried out for two clients (with contact details)", [2]),
    ("Give three examples of similar work in the past five years.", [3]),
    ("Contractors need two references for similar work.", [2]),
    ("Please list 4 client references.", [4]),
    ("At least two customer references must be submitted.", [2]),
    ("Describe two (2) previous contracts that demonstrate your experience.", [2]),
    ("You should include three case studies of previous contracts.", [3]),
    ("Name one referee who can speak about your work with young people.", [1]),
    ("Bidders must provide five references, each for a contract worth more than £500,000.", [5]),
    ("Details of three projects of a similar size, with the name of a client who can be contacted, must be given.",
     [3]),
    ("Please provide a minimum of two examples of previous experience.", [2]),
    ("Supply contact details for two organisations for whom you have delivered similar services.", [2]),
    ("All staff must have two satisfactory references before they start.", []),
    ("Volunteers are recruited after two references have been taken up.", []),
    ("Give one bank reference.", []),
    ("Quote the two reference numbers on your envelope.", []),
    ("See clauses 4 to 7 for references to the law.", []),
    ("No references are needed.", []),
    ("The contractor will visit two clients each day.", []),
    ("The provider shall answer three examples of calls each month.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), REFERENCES)
def test_references_are_counted(text: str, values: list[int]) -> None:
    assert read(text, "references_count") == values
