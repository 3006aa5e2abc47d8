"""Criteria, weights, formulas and scales are read as a careful person reads them; people who take part are told from
people who are only served."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


def table(*rows: tuple[str, str], head: str = "Weight") -> str:
    return f"| Criterion | {head} |\n|---|---|\n" + "".join(f"| {name} | {weight} |\n" for name, weight in rows) + "\n"


TOP = "# Award criteria\n" + table(("Price", "40%"), ("Quality", "60%"))


@pytest.mark.parametrize(
    "rows",
    [
        (("Staff", "20%"), ("Plan", "40%")),  # parts of the whole
        (("Staff", "30%"), ("Plan", "70%")),  # shares of the parent
        (("Staff", "33.3%"), ("Plan", "33.3%"), ("Risk", "33.3%")),
    ],
)
def test_weights_below_a_criterion_may_be_parts_of_the_whole_or_shares_of_it(rows: tuple[tuple[str, str], ...]) -> None:
    assert ask("weights-add-up", TOP + "## Quality\n" + table(*rows)).outcome == "passed"


@pytest.mark.parametrize(
    "rows", [(("Staff", "100"), ("Plan", "200")), (("Staff", "12"), ("Plan", "48")), (("Staff", "5"), ("Plan", "5"))]
)
def test_points_below_a_criterion_may_make_any_whole(rows: tuple[tuple[str, str], ...]) -> None:
    assert ask("weights-add-up", TOP + "## Quality\n" + table(*rows, head="Points")).outcome == "passed"


def test_questions_of_a_criterion_in_another_document_need_not_name_it() -> None:
    questions = "# Questions\n" + table(("Staff", "10"), ("Plan", "25"), ("Safety", "25"), head="Marks")
    assert ask("weights-add-up", {"ITT.md": TOP, "Questions.md": questions}).outcome == "passed"


def test_weights_without_price_may_be_a_part_only() -> None:
    assert ask("weights-add-up", "# Award criteria\n" + table(("Staff", "20%"), ("Plan", "40%"))).outcome == "cantTell"


def test_a_split_in_one_sentence_and_its_parts_in_another_are_two_levels() -> None:
    text = "# Award\n" + table(("Quality", "35%"), ("Value", "55%"), ("Social value", "10%"))
    text += "Quality is split: clinical model 15%, posture 10%, involvement of users 10%."
    assert ask("weights-add-up", text).outcome == "passed"


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("# Award criteria\n" + table(("Price", "40%"), ("Staff", "20%"), ("Plan", "30%")), "90"),
        ("# Award criteria\n" + table(("Price", "40"), ("Staff", "35"), ("Plan", "30")), "105"),
        ("# Award criteria\nCriteria: Price 60%, Quality 35%, Social Value 10%.", "105"),
        (TOP + "## Quality (60%)\n" + table(("Staff", "20%"), ("Plan", "30%")), "50"),
    ],
)
def test_weights_that_do_not_add_up_are_told_with_their_sum(text: str, total: str) -> None:
    row = ask("weights-add-up", text)
    assert row.outcome == "failed"
    assert f"add up to {total}" in row.reason


PRICED = "# Award criteria\nPrice 40%, quality 60%.\n\n"


@pytest.mark.parametrize(
    "formula",
    [
        "Price score = (lowest tendered price / tenderer's price) x 40",
        "Price is scored by dividing the lowest total price by the bidder's total price and multiplying by 40.",
        "The lowest price will be awarded 40 marks. All other tenders receive marks pro rata.",
        "Cost marks = (lowest cost ÷ cost of tender under evaluation) × 40.",
        "Lowest fee divided by your fee, multiplied by the weighting.",
        "Marks = 40 x (1 - (tendered price - lowest price) / lowest price)",
        "The score is the lowest price expressed as a percentage of your price, multiplied by 40.",
    ],
)
def test_a_formula_that_gives_the_cheaper_of_two_bids_more_marks_passes(formula: str) -> None:
    assert ask("price-formula", PRICED + formula).outcome == "passed"


@pytest.mark.parametrize(
    "formula",
    [
        "Price score = (tendered price / lowest tendered price) x 40",
        "The bidder's price is divided by the lowest price and multiplied by 40 to give the score.",
        "Score is reached by dividing the tenderer's price by the lowest price received x 40%.",
        "The most expensive bid receives the maximum 40 points and the others are scaled down.",
    ],
)
def test_a_formula_that_gives_the_dearer_of_two_bids_more_marks_fails(formula: str) -> None:
    row = ask("price-formula", PRICED + formula)
    assert row.outcome == "failed"
    assert "£100" in row.reason
    assert "£200" in row.reason


@pytest.mark.parametrize(
    "words",
    [
        "The highest scoring tender will be awarded the contract. We need not accept the lowest tender.",
        "The Council is not bound to accept the lowest or any tender.",
        "Points are given for the lifetime cost over the lowest platform height.",
    ],
)
def test_words_on_the_lowest_tender_are_no_formula(words: str) -> None:
    assert ask("price-formula", PRICED + words).outcome == "cantTell"


@pytest.mark.parametrize(
    "scale",
    [
        "Scores: 0 unacceptable; 1 poor; 2 satisfactory; 3 good; 4 excellent.",
        "Scores are 100 (High confidence), 70 (Good confidence), 40 (Moderate confidence) and 0 (Low confidence).",
        "Excellent 100%, Good 80%, Satisfactory 60%, Unacceptable 0%.",
        "Marks run from 0 (did not answer) to 5 (excellent).",
        "| 0 | No response |\n|---|---|\n| 1 | Partly meets |\n| 2 | Fully meets |",
    ],
)
def test_a_scale_with_its_meanings_is_known_in_any_shape(scale: str) -> None:
    assert ask("scoring-explained", PRICED + scale).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Answers are scored 0 to 5 by the scoring guide, which you may see after award.",
        "A good standing of 47 is wanted. Poor work is put right.\n\nThe strong room is 3 metres wide.",
    ],
)
def test_grades_that_are_far_from_any_score_explain_nothing(words: str) -> None:
    assert ask("scoring-explained", PRICED + words).outcome == "failed"


SERVICE = "# The service\n"


@pytest.mark.parametrize(
    "words",
    [
        "The contract is overseen by a partnership board on which four people with a learning disability sit.",
        "Bidders will be interviewed by a panel of young people in care.",
        "Residents chose the questions and will help to score the answers.",
        "A carer sits on the evaluation panel.",
        "The requirements were shaped by more than sixty patients at three workshops.",
        "Our tenants have told us what matters, and their priorities are in the specification.",
        "Service users must be involved in recruiting staff.",
        "The Provider shall carry out an annual survey of service users and report its findings.",
        "This specification was developed in partnership with people who use the service and their families.",
        "We consulted 240 older people about the design of the service.",
        "There will be learners on the selection panel.",
        "The service is user-led, with disabled people making up at least half of the board.",
        "The panel is made up of two officers, one buyer and one officer of the Students' Union.",
        "The questions were drafted by the Citizens' Panel.",
        "How will parents be involved in running the centre? (20 marks)",
    ],
)
def test_people_who_have_a_hand_in_design_choice_or_running_take_part(words: str) -> None:
    assert ask("user-involvement", SERVICE + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "The Provider shall visit residents weekly and keep records of each visit.",
        "Patients must be treated with respect and their families kept informed.",
        "The service works with families to improve school attendance.",
        "Children take part in sport three times a week.",
        "Complaints from service users are dealt with under the Provider's procedure.",
        "The contract will be awarded by the Director of Children's Services. Pupils eat in the hall.",
        "The Provider must consult the Council before it refuses a resident.",
        "A panel of officers from Adults, Children and Communities will decide. Residents live in three blocks.",
        "The Provider shall notify the Authority of incidents involving service users.",
        "The client group is adults with dementia. Residents receive meals.",
        "Students are assessed by the Provider within two weeks and a plan is agreed with each student.",
        "Reports are stored in user-specific folders and reviewed by the supplier. Users log in.",
        "Our programme brings more participation from disadvantaged communities.",
        "Organisations led by disabled people are encouraged to bid.",
        "Support disabled people in developing new skills relevant to the contract.",
    ],
)
def test_people_who_are_only_served_take_no_part(words: str) -> None:
    row = ask("user-involvement", SERVICE + words)
    assert row.outcome == "failed"
    assert row.nearest


def test_a_pack_without_users_is_not_asked_for_their_part() -> None:
    assert ask("user-involvement", "# Calibration\nThe supplier calibrates the gauges.").outcome == "inapplicable"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("In line with its Section 75 duties the Client has screened this procurement.", "passed"),
        ("The board completed an Equality and Health Inequalities Impact Assessment.", "passed"),
        ("The Provider shall comply with the public sector equality duty as if it were a public body.", "failed"),
        ("The Contractor shall assist the Council to meet its public sector equality duty.", "failed"),
    ],
)
def test_the_duty_must_be_the_authoritys_own(words: str, outcome: str) -> None:
    assert ask("equality-duty", f"# Equality\n{words}").outcome == outcome


def test_a_paper_of_the_authority_shows_its_duty() -> None:
    text = "# Appendix 5: Equality impact assessment\nDisabled people under 35 were under-represented."
    assert ask("equality-duty", text).outcome == "passed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We are a Living Wage employer. You must pay at least the real Living Wage.", "passed"),
        ("- Fair Work First 10%", "passed"),
        ("We pay the real living wage and would like others to follow.", "failed"),
        ("You must pay the national living wage by law.", "inapplicable"),
    ],
)
def test_fair_work_must_be_scored_or_demanded(words: str, outcome: str) -> None:
    assert ask("fair-work", f"# Working with us\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("Supported living for adults", "failed"),
        ("Cleaning of the offices of the Health and Social Care Board", "inapplicable"),
        ("Consultancy: lot 7, health, social care and community", "inapplicable"),
    ],
)
def test_the_name_of_a_body_makes_no_care_service(title: str, outcome: str) -> None:
    text = f"# Invitation to tender: {title}\nThe provider keeps a rota."
    assert ask("independent-living", text).outcome == outcome


def test_a_contract_alone_is_not_blamed_for_what_an_invitation_says() -> None:
    terms = {"Terms and conditions.md": "# Terms and conditions\nThe Supplier shall keep records and shall not assign."}
    assert ask("award-criteria-disclosed", terms).outcome == "cantTell"
    assert ask("equality-duty", terms).outcome == "cantTell"
    assert ask("award-criteria-disclosed", "# Invitation to tender\nTenders must be sent by noon.").outcome == "failed"


def test_criteria_that_are_missing_break_the_law_only_above_the_threshold() -> None:
    text = "# Invitation to tender: office cleaning\nTenders must be sent by noon. The contract is worth £{}.\n"
    small = ask("award-criteria-disclosed", text.format("20,000"))
    large = ask("award-criteria-disclosed", text.format("900,000"))
    assert (small.outcome, small.severity) == ("failed", "advice")
    assert (large.outcome, large.severity) == ("failed", "error")


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ((("Price", "50%"), ("Quality", "40%"), ("Social value", "10%")), "passed"),
        ((("Price", "50%"), ("Quality", "40%"), ("Community benefits", "10%")), "passed"),
        ((("Price", "50%"), ("Quality", "47%"), ("Social value", "3%")), "failed"),
        ((("Price", "50%"), ("Quality", "50%")), "failed"),
    ],
)
def test_social_value_needs_a_weight_that_is_no_token(rows: tuple[tuple[str, str], ...], outcome: str) -> None:
    assert ask("social-value-weight", "# Award criteria\n" + table(*rows)).outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We judge bids by these criteria in descending order of importance: quality, then price.", "passed"),
        ("In a conflict papers prevail in descending order of importance: the contract, then the bid.", "failed"),
        ("The panel will consider how well you know the work and whether your costs are fair.", "failed"),
    ],
)
def test_an_order_counts_where_it_is_one_of_criteria(words: str, outcome: str) -> None:
    heading = "Conditions of contract" if "conflict" in words else "Choice"
    text = f"# Invitation to tender\nTenders must be sent by noon.\n\n# {heading}\n{words}"
    assert ask("award-criteria-disclosed", text).outcome == outcome


@pytest.mark.parametrize(
    ("buyer", "outcome"),
    [
        ("Department for Rural Affairs", "failed"),
        ("Harrow Vale NHS Foundation Trust", "passed"),
        ("Westmarch County Council", "passed"),
    ],
)
def test_the_policy_of_ten_per_cent_is_held_against_those_whom_it_binds(buyer: str, outcome: str) -> None:
    text = (
        f"# {buyer}\n# Invitation to tender: office cleaning\nThe {buyer} invites tenders. "
        "The contract is worth £900,000.\n\n"
        "# Award criteria\n" + table(("Price", "50%"), ("Quality", "43%"), ("Social value", "7%"))
    )
    assert ask("social-value-weight", text).outcome == outcome


def test_an_item_whose_weight_was_not_read_leaves_the_sum_open() -> None:
    text = (
        "# Evaluation\nPrice 30%\n\nQuality 70%\n\n- Creative response (25%)\n- Inclusive design (15%)\n"
        "- Team and experience (20%)\n- Whatever else you may bring along (10%)\n"
    )
    assert ask("weights-add-up", text).outcome != "failed"


def test_a_parent_company_is_not_one_of_the_people_who_use_a_service() -> None:
    row = ask("user-involvement", "# Form\nInvitation to tender. State your directors and your parent company.")
    assert row.outcome == "inapplicable"
    assert row.nearest == ()


ORDER = """
# Invitation to tender

The contract is worth £300,000. Tenders must be sent by noon on 4 March 2026.

# How we decide

{}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Where bids are ranked in equal position, the best mark for the top question (the order of importance) wins.",
        "In a tie, the questions are taken in descending order until one tender is ahead.",
        "If two tenders have the same final score, we go by the order of importance of the questions.",
        "If scores are equal, the most important criterion decides.",
        "A tie-break is decided by the questions in order of importance.",
        "Should total scores be identical, the award goes by relative importance.",
    ],
)
def test_what_decides_between_equal_tenders_discloses_no_criteria(text: str) -> None:
    assert ask("award-criteria-disclosed", ORDER.format(text), on="2026-01-12").outcome != "passed"


@pytest.mark.parametrize(
    "text",
    [
        "Award criteria, in descending order of importance: quality of care, price, social value.",
        "Quality and price are of equal importance when we evaluate tenders.",
        "The award criteria are quality and price, equally weighted.",
        "Tenders are assessed on quality, then price. Quality is more important than price.",
    ],
)
def test_an_order_of_importance_told_in_words_discloses_the_criteria(text: str) -> None:
    assert ask("award-criteria-disclosed", ORDER.format(text), on="2026-01-12").outcome == "passed"


def test_criteria_are_counted_apart_from_their_parts() -> None:
    text = (
        "# Award criteria\n| Criterion | Weighting | Sub-criterion | Sub-weighting |\n|---|---|---|---|\n"
        "| Quality | 70% | Staff | 40% |\n| | | Plan | 30% |\n| Price | 30% | Total price | 30% |"
    )
    row = ask("award-criteria-disclosed", text)
    assert row.reason == "2 criteria have weights, and so do 3 parts of them"
    assert [each.where.quote for each in row.evidence] == ["Quality 70%", "Price 30%"]


def test_choice_and_control_are_shown_before_words_on_speaking_up() -> None:
    voice = "# Independent advocacy: specification\nYou will help people to speak up for themselves.\n\n"
    row = ask("independent-living", f"{voice}The service gives people choice and control.")
    assert [each.where.quote for each in row.evidence] == ["The service gives people choice and control."]
    alone = ask("independent-living", voice)
    assert (alone.outcome, alone.reason) == ("passed", "the pack speaks of people speaking up for themselves")


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ("| Quality | 50 | Method | 30 |\n| | | Staff | 20 |\n| Social value | 10 | Jobs | 5 |", "failed"),
        ("| Quality | 50 | Method | 30 |\n| | | Staff | 20 |\n| Social value | 10 | Jobs | 10 |", "passed"),
        ("| Quality | 60 | Method | 40 |\n| | | Staff | 20 |", "passed"),
    ],
)
def test_a_part_with_one_row_of_less_than_its_marks_does_not_add_up(rows: str, outcome: str) -> None:
    head = "# Award criteria\n\n| Criterion | Marks | Sub-criterion | Sub-marks |\n"
    row = ask("weights-add-up", f"{head}{rows}\n| Price | 40 | Price form | 40 |\n")
    assert row.outcome == outcome
    if outcome == "failed":
        assert "“Social value” add up to 5, not to 10: Jobs 5" in row.findings[0].message


def test_one_share_that_a_sentence_names_is_no_part_that_does_not_add_up() -> None:
    text = "# Award criteria\n\nQuality 60% (including 10% for social value) and price 40%."
    assert ask("weights-add-up", text).outcome == "passed"


CHEAPEST = "# How we choose\nWe will accept the lowest price.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "We will score the PQQ first.",
        "Only the four organisations with the highest scores will be invited to quote.",
        "The pre-qualification questionnaire is marked out of 100.",
        "The top scoring five applicants are shortlisted.",
    ],
)
def test_a_stage_that_is_scored_before_the_lowest_price_wins_is_for_a_person(words: str) -> None:
    row = ask("scoring-explained", CHEAPEST + words)
    assert row.outcome == "cantTell"
    assert row.evidence[0].where.quote == words


@pytest.mark.parametrize("words", ["The PQQ is not scored; it is pass or fail.", "Prices are marked in pounds."])
def test_where_nothing_is_scored_before_the_lowest_price_wins_no_scale_is_asked_for(words: str) -> None:
    assert ask("scoring-explained", CHEAPEST + words).outcome == "inapplicable"


def test_a_scale_of_which_only_the_ends_are_explained_is_told_so() -> None:
    row = ask("scoring-explained", PRICED + "Answers are scored from 0 (no response) to 4 (excellent).")
    assert (row.outcome, "two ends" in row.reason) == ("passed", True)
