"""What is asked of bidders is found in words that few packs use, and look-alikes are let be."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

_WORTH = "# Invitation to tender\nThe contract is worth £300,000 in total, before VAT, and is above the threshold.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Turnover: at least £4.6m in each of the last two years.",
        "A turnover of no less than £3.6 million a year.",
        "Tenderers require a yearly turnover of £1.5 million for the last two financial years.",
        "Turnover: average of £1.6 million per annum over the past three years.",
    ],
)
def test_a_turnover_without_the_usual_verb_is_held_against_the_value(words: str) -> None:
    assert ask("turnover-cap", f"{_WORTH}# Financial standing\n{words}").outcome == "failed"


def test_a_row_that_only_asks_for_the_turnover_sets_no_least_one() -> None:
    assert ask("turnover-cap", f"{_WORTH}# About you\nTurnover: £________").outcome == "inapplicable"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("A turnover of no less than £200,000 a year, every year, for five years.", "failed"),
        ("Bidders must have a turnover of £200,000 in each of the last four years.", "failed"),
        ("Bidders must have a turnover of at least £200,000 over the past three years.", "passed"),
        ("Bidders must have a turnover of at least £200,000 for a five-year contract.", "inapplicable"),
    ],
)
def test_the_years_over_which_a_turnover_is_to_be_kept_up_are_counted(words: str, outcome: str) -> None:
    assert ask("turnover-years", f"{_WORTH}# Financial standing\n{words}").outcome == outcome


@pytest.mark.parametrize(
    "words",
    [
        "Send three years of accounts that have been audited. We do not take unaudited or abridged ones.",
        "Please send your statutory accounts, signed by an auditor, for the three most recent years.",
        "You must provide two years of accounts certified by a registered auditor.",
        "You must send audited accounts. Unaudited accounts will be rejected.",
        "Please enclose your last accounts with an auditor's report.",
    ],
)
def test_an_audit_is_found_however_it_is_asked_for(words: str) -> None:
    assert ask("audited-accounts", f"{_WORTH}# Accounts\n{words}").outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Send your last accounts. If you are too small to need an audit, those your treasurer signed will do.",
        "Please send two years of accounts, signed by a director.",
        "You must send audited accounts or, where you have none, unaudited ones.",
    ],
)
def test_accounts_that_need_no_audit_raise_no_alarm(words: str) -> None:
    assert ask("audited-accounts", f"{_WORTH}# Accounts\n{words}").outcome in ("passed", "inapplicable")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Give three references. At least one of them must have been for Larkrise.", "failed"),
        ("Give three references. One of these must be from us.", "failed"),
        ("Give two contracts of experience. One of which must have been with the Council.", "failed"),
        ("Give three references. One of these must be from a public body.", "passed"),
        ("Give three references. One of them must have been for a landlord.", "passed"),
        ("Tell us of your experience. Any of the contracts may have been let by us or by others.", "passed"),
    ],
)
def test_a_reference_from_the_authority_itself_is_an_earlier_contract(words: str, outcome: str) -> None:
    buyer = "# Larkrise Council\nLarkrise Council invites tenders. The value is above the threshold.\n\n"
    assert ask("previous-contract", f"{buyer}# Experience\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Professional indemnity cover of £1 million, in force on the day that you reply.", "failed"),
        ("The tenderer shall already hold public liability insurance of £5 million.", "failed"),
        ("Public liability insurance of £5 million, valid at the closing date of the tender.", "failed"),
        ("Public liability insurance of £5 million, in force on the day that you first come on site.", "passed"),
        ("Public liability insurance of £5 million. You need not already hold it.", "passed"),
    ],
)
def test_cover_that_must_stand_on_the_day_of_the_bid_is_told_from_later_cover(words: str, outcome: str) -> None:
    assert ask("insurance-before-award", f"{_WORTH}# Insurance\n{words}").outcome == outcome


@pytest.mark.parametrize(
    "words",
    [
        "We shall draw up a shortlist of five from the replies. Only those five will be asked for a proposal.",
        "Send the form by 2 May. Those on the shortlist will then be asked to quote.",
    ],
)
def test_a_shortlist_before_the_bid_is_a_stage_of_its_own(words: str) -> None:
    text = f"# Invitation\nMarlock Council, England. The value is below the threshold. {words}"
    assert ask("selection-below-threshold", text).outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We won't fund head-office costs.", "failed"),
        ("We can't pay for overheads.", "failed"),
        ("The grant doesn't cover management costs.", "failed"),
        ("We don't limit overheads: put in what you need.", "passed"),
        ("Overheads aren't capped. Please price them.", "passed"),
    ],
)
def test_short_forms_of_not_are_read_as_the_long_ones(words: str, outcome: str) -> None:
    assert ask("core-costs", f"# What you can charge\n{words}").outcome == outcome


@pytest.mark.parametrize(
    "words",
    ["You need to have been going for three years.", "Bidders must have been in business for four years.",
     "You must have been providing care services for at least three years."],
)
def test_how_long_a_bidder_has_traded_is_not_the_term(words: str) -> None:
    assert ask("contract-length", f"# Invitation to quote\n{words}").outcome == "cantTell"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Nothing in this document obliges Tees Border County Council to award any contract.", "failed"),
        ("Costs are borne by the bidder and not incurred by Tees Border County Council in respect of this tender.",
         "failed"),
        ("The law obliges Tees Border County Council to keep the road open.", "passed"),
        ("The library of Tees Border County Council is next door.", "passed"),
    ],
)
def test_an_authority_that_another_pack_left_behind_is_told_from_a_neighbour(words: str, outcome: str) -> None:
    text = f"# Invitation to tender\nSevern Vale Borough Council (the “Council”) invites tenders.\n\n# Notes\n{words}"
    assert ask("one-buyer", text).outcome == outcome
