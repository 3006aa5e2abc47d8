"""What is promised for later, and what is said in plain words, of forms, joint bids and lots."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

BID = "# Invitation to tender\n\nPlease send your bid by noon on 1 April 2026.\n\n"
LARGE = BID + "The estimated value is £1.2 million including VAT over four years.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "After the award you will receive a short questionnaire about the tender process from bids@town.example.",
        "A feedback survey on this process will be issued through the portal at https://portal.example.",
        "We will e-mail every bidder a link to a survey on how they found the process once the contract is signed.",
        "When the contract is let, all tenderers will be invited to complete a survey on the procurement.",
        "A short survey will follow after the award.",
        "Unsuccessful bidders will be sent feedback on their tender in an assessment summary.",
        "We'd like to hear how this went. Drop us a line at bids@town.example.",
    ],
)
def test_a_survey_or_a_word_for_later_is_no_form(words: str) -> None:
    assert ask("evaluation-feedback-form", BID + words).outcome == "failed"


@pytest.mark.parametrize(
    "words", ["A short survey will follow after the award.", "We'd love to hear how this went for you, good or bad."]
)
def test_what_is_promised_or_invited_is_shown_as_nearest(words: str) -> None:
    assert [row.where.quote for row in ask("evaluation-feedback-form", BID + words).nearest] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "# Annex 5 Tender Process Evaluation\n\n1. How clear were our documents? 2. Did you have enough time? 3. What"
        " put you off bidding?",
        "# Tell us how we did\n\nWin or not:\n\n- Was the brief clear? Yes / No\n- How long did your bid take?",
        "After the award you will be asked how you found this tender process; the survey is at https://forms.example/t.",
    ],
)
def test_a_form_that_is_there_counts_in_one_paragraph_and_for_later_use(words: str) -> None:
    assert ask("evaluation-feedback-form", BID + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Teaming up is fine. If you do, tell us who does what and pick one of you to be our main contact.",
        "Joining forces with others is welcome.",
        "Pairing up with another group is fine.",
        "Getting together with other charities is encouraged.",
    ],
)
def test_joint_bids_in_plain_words_are_welcome(words: str) -> None:
    assert ask("consortia-welcome", BID + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Bids from consortia will be considered only if the consortium is a single incorporated body when it bids.",
        "Joint bids are allowed only where the group is a limited company.",
        "Teaming up with schools is part of the service.",
        "Teaming up is not allowed.",
        "Working together is one of our values.",
    ],
)
def test_a_form_that_is_demanded_and_other_work_together_are_no_welcome(words: str) -> None:
    assert ask("consortia-welcome", BID + words).outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "We have kept this as one because splitting it would leave nights uncovered.",
        "We thought about splitting this up, but one team has to know every child.",
        "It will not be broken into smaller pieces as the systems have to talk to each other.",
        "There is just one contract since the sites share one boiler.",
        "We did not split the service into lots: victims told us they want one worker throughout.",
    ],
)
def test_reasons_for_one_contract_in_plain_words_count(words: str) -> None:
    assert ask("lots-considered", LARGE + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "We have kept this as one page because nobody reads two.",
        "There is one contract manager because of our size.",
        "This is a single contract.",
        "The rooms are divided because of noise.",
    ],
)
def test_other_things_kept_as_one_are_no_reason(words: str) -> None:
    assert ask("lots-considered", LARGE + words).outcome == "failed"
