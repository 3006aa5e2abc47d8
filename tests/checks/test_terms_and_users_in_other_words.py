"""Hard terms, pay, users, criteria and reasons are found in words that few packs use, and look-alikes are let be."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

_PACK = "# Invitation to tender\nThe contract is worth £90,000 in total. Please send your tender by noon.\n\n"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("If the provider does not fill a shift the Council may deduct £200 for each shift.", "failed"),
        ("You pay us £350 for each day, to make up for our loss.", "failed"),
        ("The contractor pays £50 for every visit that is missed.", "failed"),
        ("You pay £50 a day for the hire of the hall.", "cantTell"),
        ("Visitors pay £5 for each late ticket to the museum.", "cantTell"),
    ],
)
def test_money_that_is_taken_for_poor_work_is_a_deduction(words: str, outcome: str) -> None:
    assert ask("damages-and-credits", f"{_PACK}# Terms\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We shall require a deed from your ultimate holding company making good any default.", "failed"),
        ("You must provide an undertaking by your parent company.", "failed"),
        ("Give the name of your ultimate holding company.", "cantTell"),
    ],
)
def test_a_deed_of_the_holding_company_is_a_guarantee(words: str, outcome: str) -> None:
    assert ask("parent-guarantee", f"{_PACK}# Guarantee\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Nothing in the contract limits the supplier's liability for any loss of the University.", "failed"),
        ("Nothing in these terms caps your liability for all claims, of any kind.", "failed"),
        ("Nothing in this agreement limits either party's liability for death or personal injury.", "cantTell"),
        ("Nothing in this contract limits the supplier's liability for any loss caused by fraud.", "cantTell"),
    ],
)
def test_liability_that_nothing_limits_is_unlimited(words: str, outcome: str) -> None:
    assert ask("unlimited-liability", f"{_PACK}# Terms\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Undisputed invoices are met in 30 days, monthly.", "passed"),
        ("Monthly, in arrears, 30 days.", "passed"),
        ("We pay 45 days after you bill us.", "failed"),
        ("Bills are cleared within sixty days.", "failed"),
        ("The report is due 45 days after the visit.", "inapplicable"),
    ],
)
def test_the_days_to_payment_are_found_without_the_usual_verb(words: str, outcome: str) -> None:
    assert ask("payment-in-30-days", f"{_PACK}# Payment\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Two people who have been homeless sit on the panel with our director.", "passed"),
        ("Disabled people's organisations in the county drafted section 2 of the specification.", "passed"),
        ("Members of the Deaf Club helped to write the brief.", "passed"),
        ("The service is for people who have been homeless.", "failed"),
        ("Disabled people's organisations may bid.", "failed"),
        ("The contractor creates jobs and training for local people.", "inapplicable"),
    ],
)
def test_those_who_know_the_matter_take_part_under_many_names(words: str, outcome: str) -> None:
    assert ask("user-involvement", f"{_PACK}# The service\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Each tenant decides who supports them, when and how.", "passed"),
        ("Each person keeps their own front door and has a say over who lives there.", "passed"),
        ("The manager decides the rota of the support workers.", "failed"),
    ],
)
def test_living_as_one_chooses_is_told_in_plain_words(words: str, outcome: str) -> None:
    text = f"# Invitation to tender: supported living\nPlease send your tender by noon.\n\n# The support\n{words}"
    assert ask("independent-living", text).outcome == outcome


def test_an_equality_assessment_among_the_authoritys_papers_is_its_own() -> None:
    papers = "# Appendices\n1 Specification. 2 Price sheet. 3 Equality impact assessment."
    assert ask("equality-duty", f"{_PACK}{papers}").outcome == "passed"
    asked = "# Your tender\nBidders must attach: 1 Method. 2 Price. 3 Equality impact assessment."
    assert ask("equality-duty", f"{_PACK}{asked}").outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("With your quote we need to see:\n\n- five galleries that you have finished in the last eight years",
         "failed"),
        ("# References\nThree jobs of £1m or more, finished in the last ten years.", "failed"),
        ("# References\nTwo cleaning contracts, of £60,000 a year or above, in the past 3 years.", "passed"),
        ("# Background\nThree schools were completed in the last ten years.", "inapplicable"),
    ],
)
def test_how_far_back_references_lie_is_read_from_lists_and_short_lines(words: str, outcome: str) -> None:
    assert ask("references-age", f"{_PACK}{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The contract is not split: a single helpline number is essential.", "passed"),
        ("No lots: one booking line and one set of rooms cannot be shared out.", "passed"),
        ("No lots. The contract type is services.", "cantTell"),
        ("Division into lots: no", "cantTell"),
    ],
)
def test_a_reason_behind_a_colon_is_a_reason(words: str, outcome: str) -> None:
    assert ask("lots-considered", f"{_PACK}# Lots\n{words}").outcome == outcome


def test_importance_in_brackets_behind_each_criterion_discloses_it() -> None:
    lines = "- How well you know the people (very important)\n- Cost (less important)"
    assert ask("award-criteria-disclosed", f"{_PACK}# Choosing\n{lines}").outcome == "passed"
    one = "It is very important that your tender comes in time.\n\n- Read the brief (important)\n- Sign it (important)"
    assert ask("award-criteria-disclosed", f"{_PACK}# Before you start\n{one}").outcome == "failed"


_TABLE = """# Award
| Criterion | Percent |
|---|---|
| Whole life cost | 55 |
| Technical merit | {whole} |
| - of which durability | 15 |
| - of which maintenance | 10 |
| Carbon and reuse | {rest} |
"""


@pytest.mark.parametrize(("whole", "rest", "outcome"), [(25, 20, "passed"), (37, 8, "failed"), (25, 10, "failed")])
def test_parts_in_rows_of_which_add_up_to_the_row_above(whole: int, rest: int, outcome: str) -> None:
    assert ask("weights-add-up", f"{_PACK}{_TABLE.format(whole=whole, rest=rest)}").outcome == outcome


def test_a_job_that_takes_months_has_no_term_of_years() -> None:
    assert ask("contract-length", f"{_PACK}The work lasts nine months from 2 November 2026.").outcome == "inapplicable"
    assert ask("contract-length", f"{_PACK}The contract lasts nine months from 2 November 2026.").outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("If an answering target is missed, we will reduce that month's charge by 15 per cent.", "failed"),
        ("A deduction of £40 is made for every run that is late.", "failed"),
        ("Tell us how you will reduce the waste of missed collections.", "cantTell"),
    ],
)
def test_a_charge_that_shrinks_when_a_target_is_missed_is_a_deduction(words: str, outcome: str) -> None:
    assert ask("damages-and-credits", f"{_PACK}# Terms\n{words}").outcome == outcome
