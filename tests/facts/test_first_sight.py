"""How charities, schools and parishes tell a fact without the usual words, and what looks alike and is none."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tenderlint.values import as_data

WEIGHTS = ("price_weight", "quality_weight", "social_value_weight")


def facts_of(text: str) -> Facts:
    return Facts(Passages(pack(f"# Brief\n\n{text}\n")))


def value_of(text: str, name: str) -> object:
    fact = facts_of(text).chosen(name)
    return None if fact is None else as_data(fact.value)


def weights(text: str) -> tuple[str | None, ...]:
    facts = facts_of(text)
    found = [facts.chosen(name) for name in WEIGHTS]
    return tuple(None if fact is None else f"{float(fact.value):g}" for fact in found)


@pytest.mark.parametrize(
    ("text", "price", "quality", "social"),
    [
        ("Price counts for 60 points and quality for 40.", "60", "40", None),
        ("Tenders will be scored out of 1,000: method 500, price 400, social value 100.", "40", "50", "10"),
        ("Of every hundred marks, fifty are for price, forty for quality and ten for social value.", "50", "40", "10"),
        ("There are 200 marks in all: quality 120, price 80.", "40", "60", None),
        ("We have 100 marks to give: 70 to quality and 30 to price.", "30", "70", None),
        ("Out of 500 points, price gets 200, delivery gets 200 and social value 100.", "40", "40", "20"),
        ("Price is worth 60 and quality 40 of the 100 points.", "60", "40", None),
        ("Quality earns up to 70 points; price earns up to 30.", "30", "70", None),
        ("We give sixty points to quality and forty to price.", "40", "60", None),
        ("Half of the marks go on price and half on how fast you can be out on a cold night.", "50", "50", None),
        ("Half our marks are for price, and half for quality.", "50", "50", None),
        ("As the price is fixed, tenders are judged on quality alone (100%).", None, "100", None),
        ("Your quote will be judged half on price, half on quality.", "50", "50", None),
        ("We will mark price out of 40 and quality out of 60.", "40", "60", None),
        ("We shall weigh price at 60%, skill at 30% and programme at 10%.", "60", None, None),
        ("Tenders are judged on 70% quality and 30% price. Within quality, 10% is for social value.", "30", "70", "7"),
        ("Bids will be ranked by price (80%) and delivery time (20%).", "80", "20", None),
    ],
)
def test_the_weights_are_read_from_prose(text: str, price: str, quality: str | None, social: str | None) -> None:
    assert weights(text) == (price, quality, social)


@pytest.mark.parametrize(
    "text",
    [
        "Bidders must score 60 points for quality and 40 for price to pass.",
        "Last time the winner scored 60 points for quality and 40 for price.",
        "Tenders are not judged on quality alone.",
        "The course has 100 marks: 60 for coursework and 40 for the exam.",
        "Pupils get 60 points for effort and 40 for quality of work.",
        "We deduct 60 points for price errors and 40 for quality errors.",
        "The school scored 900 out of 1,000: attendance 500, quality 400.",
        "The price was marked 60 points and quality 40 by the auditors.",
    ],
)
def test_marks_that_weigh_no_tender_are_left_alone(text: str) -> None:
    assert weights(text) == (None, None, None)


@pytest.mark.parametrize("lead", ["Out of 100 marks:", "How we score:", "These are the marks we shall give:"])
def test_bullets_with_bare_marks_are_criteria_and_their_lead_is_none(lead: str) -> None:
    text = f"{lead}\n\n- Price (40)\n- Knowledge of roses (35)\n- Fit with a hospice (25)"
    assert [str(each.value) for each in facts_of(text).all("award_criteria")] == [
        "Price 40", "Knowledge of roses 35", "Fit with a hospice 25",
    ]  # fmt: skip


def test_a_row_that_heads_its_questions_from_the_column_of_numbers_keeps_its_weight() -> None:
    table = (
        "| Ref | Question | Word limit | Weighting |\n|---|---|---|---|\n| Quality | | | 60% |\n"
        "| 1 | Mobilisation | 1,500 | 25% |\n| 2 | Repairs | 1,000 | 35% |\n| Price | | | 40% |\n"
    )
    assert weights(table) == ("40", "60", None)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("We send this out on 3 March 2026.", "issue_date", "2026-03-03"),
        ("We are sending this brief to six firms on 3 March 2026.", "issue_date", "2026-03-03"),
        ("We sent these papers out on 3 March 2026.", "issue_date", "2026-03-03"),
        ("Sessions will start on 1 June 2026.", "contract_start", "2026-06-01"),
        ("Cleaning will start on 1 June 2026.", "contract_start", "2026-06-01"),
        ("Grass cutting starts on 1 June 2026.", "contract_start", "2026-06-01"),
        ("School lunches begin on 1 June 2026.", "contract_start", "2026-06-01"),
        ("The inception meeting is on 1 June 2026.", "contract_start", "2026-06-01"),
        ("Questions can be sent until 6 May 2026 from any firm.", "clarification_deadline", "2026-05-06"),
        ("Questions can be sent until noon on 6 May 2026 from anybody.", "clarification_deadline", "2026-05-06T12:00"),
        ("Quotations by 5 p.m. Friday 20 February 2026.", "submission_deadline", "2026-02-20T17:00"),
        ("| What | When |\n|---|---|\n| Quotations by | 5 p.m. Friday 20 February 2026 |\n| Lunch | no |\n",
         "submission_deadline", "2026-02-20T17:00"),
        ("Closing date for tenders\n\nDate: 16 February 2026\n\nTime: 12 noon", "submission_deadline",
         "2026-02-16T12:00"),
        ("Responses to the method questions are to be submitted by 20 February 2026.", "submission_deadline",
         "2026-02-20"),
        ("Your answers to the questions must reach us by 20 February 2026.", "submission_deadline", "2026-02-20"),
        ("Your reply has to reach us no later than 4pm on 20 February 2026.", "submission_deadline",
         "2026-02-20T16:00"),
        ("Email proposals to evaluation@trust.example to arrive by 09:00 on 29 June 2026.", "submission_deadline",
         "2026-06-29T09:00"),
        ("Interviews, at which you answer questions, on 3 March 2026.", "interview_date", "2026-03-03"),
        ("We hope to meet the best three firms on 9 April 2026.", "interview_date", "2026-04-09"),
        ("Replies from us by: 29 April 2026", "answers_by", "2026-04-29"),
        ("An anonymised log will be circulated on 19 June 2026.", "answers_by", "2026-06-19"),
        ("The council meets on 6 October 2026 and will choose then.", "award_date", "2026-10-06"),
        ("You can look round on 22 September 2026.", "site_visit", "2026-09-22"),
        ("Clarifications: to be received by 3pm, 19 June 2026; to be answered by 26 June 2026.", "answers_by",
         "2026-06-26"),
        ("| When | What |\n|---|---|\n| 27 November 2026, noon | Tenders must be in |\n| 5 May 2027 | Lunch |\n",
         "submission_deadline", "2026-11-27T12:00"),
        ("Tenders, in the form attached, must be with the Clerk by noon on 16 October 2026.", "submission_deadline",
         "2026-10-16T12:00"),
        ("How to bid: through the portal by 4pm on Friday 1 May 2026.", "submission_deadline", "2026-05-01T16:00"),
        ("When: starts 1 August 2026.", "contract_start", "2026-08-01"),
        ("It needs to be up and running on 1 June 2026.", "contract_start", "2026-06-01"),
        ("7 September 2026: first courses", "contract_start", "2026-09-07"),
        ("We reply to all by 23 April 2026.", "answers_by", "2026-04-23"),
        ("10 June 2026: last answers", "answers_by", "2026-06-10"),
        ("We would like three suppliers to show us their system on 15 April 2026.", "interview_date", "2026-04-15"),
        ("The survey will start on 1 October 2026 and must be finished by 18 December 2026.", "contract_end",
         "2026-12-18"),
        ("We aim to choose a provider by 17 July 2026.", "award_date", "2026-07-17"),
        ("| Step | Date |\n|---|---|\n| Site visit (10am) | 4 November 2026 |\n| Lunch | 5 May 2027 |\n", "site_visit",
         "2026-11-04T10:00"),
        ("| Step | Date |\n|---|---|\n| Site visit (2 places) | 4 November 2026 |\n| Lunch | 5 May 2027 |\n",
         "site_visit", "2026-11-04"),
        ("Come to our open morning at 11am on 13 January 2026.", "site_visit", "2026-01-13T11:00"),
        ("Come and look at the roof on 2 April 2026.", "site_visit", "2026-04-02"),
        ("If something is not clear, email us before 10 April 2026.", "clarification_deadline", "2026-04-10"),
        ("The committee will make up its mind on 5 May 2026.", "award_date", "2026-05-05"),
        ("The committee will pick a firm on 7 March 2026.", "award_date", "2026-03-07"),
        ("Our trustees meet on 15 June 2026 and we will let every club know by 19 June 2026.", "award_date",
         "2026-06-19"),
        ("Hand in your offer not later than noon on 30 January 2026.", "submission_deadline", "2026-01-30T12:00"),
        ("Sealed prices are to be in our hands by noon on 24 April 2026.", "submission_deadline", "2026-04-24T12:00"),
        ("Get your price to the clerk by the last day of February 2026.", "submission_deadline", "2026-02-28"),
        ("Apply by midnight at the end of Friday 22 May 2026.", "submission_deadline", "2026-05-22T23:59"),
        ("Work can start on 16 March 2026 and has to be done by 3 April 2026.", "contract_end", "2026-04-03"),
        ("We are looking for somebody to run our café from 1 April 2026.", "contract_start", "2026-04-01"),
        ("We want a farmer for one winter, from 2 November 2026 until 31 March 2027.", "contract_end", "2027-03-31"),
        ("We want a farmer for one winter, from 2 November 2026 until 31 March 2027.", "contract_start", "2026-11-02"),
    ],
)  # fmt: skip
def test_a_day_is_read_from_plain_words(text: str, name: str, value: str) -> None:
    assert value_of(text, name) == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We send this newsletter out on 3 March 2026.", "issue_date"),
        ("Evaluation will start on 1 June 2026.", "contract_start"),
        ("Staff training will start on 1 June 2026.", "contract_start"),
        ("Marking will begin on 1 June 2026.", "contract_start"),
        ("Bidding starts on 1 June 2026.", "contract_start"),
        ("Responses to the method questions are to be submitted by 20 February 2026.", "answers_by"),
        ("Your answers to the questions must reach us by 20 February 2026.", "answers_by"),
        ("Interviews, at which you answer questions, on 3 March 2026.", "answers_by"),
        ("Send your timesheet form by 27 February 2026, or you will be paid late.", "submission_deadline"),
        ("Send your order form by 27 February 2026.", "submission_deadline"),
        ("Please return the consent form by 27 February 2026.", "submission_deadline"),
        ("The school is shut for the summer from 20 July 2026 to 2 September 2026.", "contract_start"),
        ("How to bid: read the guide that we updated on 1 May 2026.", "submission_deadline"),
        ("The heating needs to be on by 1 June 2026.", "contract_start"),
        ("It is not clear who will write the report by 10 April 2026.", "clarification_deadline"),
        ("Please hand in your keys not later than 30 January 2026.", "submission_deadline"),
        ("Look round for other work from 3 March 2026.", "site_visit"),
    ],
)
def test_a_day_of_something_else_is_not_taken(text: str, name: str) -> None:
    assert value_of(text, name) is None


@pytest.mark.parametrize(
    "text",
    [
        "Your questions will be answered by 20 February 2026.",
        "Answers to your questions will be sent by 20 February 2026.",
        "Answers will go to all tenderers by 20 February 2026.",
        "Responses to bidders' questions will be uploaded by 20 February 2026.",
        "Responses to all questions received will be issued by 20 February 2026.",
        "Bidders will receive responses to their questions by 20 February 2026.",
    ],
)
def test_the_day_of_answers_to_bidders_is_still_read(text: str) -> None:
    assert value_of(text, "answers_by") == "2026-02-20"


@pytest.mark.parametrize(
    ("text", "initial", "extension"),
    [
        ("The contract is for two years, maybe three.", 24, 12),
        ("The contract is for two years, perhaps even four if we are both happy.", 24, 24),
        ("The contract is for three years, possibly a fourth.", 36, 12),
        ("The contract is for five years, of which the first 3 are firm.", 36, 24),
        ("We seek a partner for five years, of which the first three years are guaranteed.", 36, 24),
        ("The contract may be extended beyond its first two years for up to 24 months.", 24, 24),
        ("The agreement can be renewed after the first three years for a further year.", 36, 12),
        ("We expect the work to take nine months.", 9, None),
        ("You can ask for £15,000 a year for three years.", 36, None),
        ("We would sign a contract for two years to begin with and might carry on for a third.", 24, 12),
        ("How long for: 3 years.", 36, None),
        ("# How long\n\nTwo years, maybe three.", 24, 12),
        ("We want a contractor for five years, of which the first 3 are firm.", 36, 24),
        ("The contract is for two years. We may extend it, a year at a time, for up to two more years.", 24, 24),
    ],
)
def test_the_term_is_read_from_plain_words(text: str, initial: int, extension: int | None) -> None:
    assert (value_of(text, "term_initial_months"), value_of(text, "term_extension_months")) == (initial, extension)


@pytest.mark.parametrize(
    ("text", "initial", "extension"),
    [
        ("The contract is for two years, maybe three sites.", 24, None),
        ("The course lasts two years, maybe three.", None, None),
        ("We want a contractor who has worked in parks for five years, of which the first 3 are firm.", None, None),
        ("Staff are trained for five years, of which the first 3 are fixed.", None, None),
        ("The contract is for two years, with perhaps three visits.", 24, None),
        ("The contract is for five years, of which the first 3 months are for set-up.", 60, None),
    ],
)
def test_what_looks_like_a_longer_term_adds_nothing(text: str, initial: int | None, extension: int | None) -> None:
    assert (value_of(text, "term_initial_months"), value_of(text, "term_extension_months")) == (initial, extension)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Over the two years we think we shall spend between £84,000 and £96,000, not counting VAT.", 96000),
        ("The ceiling for this work is £60,000 including VAT.", 60000),
        ("The authority's programme as a whole is worth £14 million.", None),
        ("Total spend through the Framework Agreement is not expected to exceed £40,000,000.", 40_000_000),
        ("The maximum the Trust will pay over the life of the contract is £1.25 million plus VAT.", 1_250_000),
        ("There is £9,500 in the pot, VAT included.", 9500),
        ("We can spend up to £28,000 plus VAT.", 28000),
        ("We can pay up to £500 towards travel.", None),
        ("Our architect thinks the job will come to between £60,000 and £75,000.", 75000),
        ("You can ask for £15,000 a year for three years (£45,000 in all).", 45000),
        ("Contracts that are expected to exceed £40,000 need board approval.", None),
        ("Costs for the last project will come to £60,000.", None),
        ("You can ask for £300 towards travel.", None),
        ("The charity's wider portfolio is worth £14 million.", None),
        ("The ceiling for the hall is at 4 metres and its paint cost £60,000.", None),
    ],
)
def test_the_value_is_read_from_plain_words(text: str, most: int | None) -> None:
    value = facts_of(text).chosen("contract_value_total")
    assert (None if value is None else int(value.value.most)) == most


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Motor insurance and £10m public liability are needed.", 10_000_000),
        ("Insurance: third party £10 million; employer's £5 million; professional indemnity £2 million.", 10_000_000),
        ("You need motor cover, and £5m of public liability.", 5_000_000),
        ("Motor insurance of £2m and public liability of £5m are needed.", 5_000_000),
        ("You must have public liability of £5m and £2m motor insurance.", 5_000_000),
    ],
)
def test_a_level_before_its_cover_is_not_that_of_the_cover_before(text: str, level: int) -> None:
    assert value_of(text, "insurance_public_liability") == level


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Please give us the names of two customers whom we may ring.", 2),
        ("Please name three clients we can phone.", 3),
        ("# What we need to see\n\nTwo years' accounts, three referees from schools, and a certificate.", 3),
        ("We have two customers who ring every day.", None),
    ],
)
def test_customers_whom_one_may_ring_are_references(text: str, count: int | None) -> None:
    assert value_of(text, "references_count") == count


def test_two_limits_of_one_sentence_keep_the_numbers_of_their_questions() -> None:
    text = "Method statement 1 must not exceed 1,500 words and method statement 2 must not exceed 1,000 words."
    found = [str(each.value) for each in facts_of(text).all("page_or_word_limits")]
    assert found == ["Method statement 1: 1,500 words", "method statement 2: 1,000 words"]


def test_a_table_of_marks_that_add_up_to_its_own_total_tells_the_weights() -> None:
    table = "| | Marks |\n|---|---|\n| Price | 550 |\n| Service model | 250 |\n| Response | 200 |\n| Total | 1,000 |\n"
    assert weights(table) == ("55", None, None)


def test_a_table_of_prices_with_a_total_is_no_table_of_marks() -> None:
    table = "| Item | Price in pounds |\n|---|---|\n| Cost of labour | 550 |\n| Parts | 450 |\n| Total | 1,000 |\n"
    assert weights(table) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Insurance: third party £10 million; employer's £5 million; professional indemnity £2 million.", 2_000_000),
        ("Cover of another kind £10 million; professional indemnity £2 million.", 2_000_000),
    ],
)
def test_an_amount_before_a_semicolon_is_not_that_of_the_cover_behind_it(text: str, level: int) -> None:
    assert value_of(text, "insurance_professional_indemnity") == level


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Bidders whose annual turnover is less than £2 million will not be considered.", 2_000_000),
        ("Firms with a turnover less than £500,000 will be rejected.", 500_000),
        ("Firms with a turnover less than £500,000 pay no fee.", None),
        ("A small firm has a turnover less than £500,000.", None),
    ],
)
def test_a_turnover_below_which_nobody_is_considered_is_the_least(text: str, least: int | None) -> None:
    assert value_of(text, "minimum_turnover") == least


def test_a_column_headed_words_at_most_limits_the_answers() -> None:
    head = "| Question | Words at most | Marks |\n|---|---|---|\n"
    table = f"{head}| Question 1 | 500 | 60 |\n| Question 2 | 300 | 40 |\n"
    assert [str(each.value) for each in facts_of(table).all("page_or_word_limits")] == [
        "Question 1: 500 words", "Question 2: 300 words",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The budget is up to £95,000 in each year.", 95000),
        ("We will pay up to £95,000 in each year.", 95000),
        ("The grant is up to £95,000 in each year of the three years.", 95000),
        ("We spend up to £95,000 in each year on schools.", None),
        ("Our last contractor turned over £95,000 in each year.", None),
    ],
)
def test_what_is_paid_in_each_year_is_the_yearly_value(text: str, most: int | None) -> None:
    value = facts_of(text).chosen("contract_value_annual")
    assert (None if value is None else int(value.value.most)) == most
