"""A form about the process is told from scoring sheets, service surveys and bare invitations."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        {
            "ITT.md": "# Instructions\nSend tenders by noon.",
            "Supplier feedback questionnaire.docx": (
        "# Questionnaire\n"
        "Your thoughts on this tender exercise\n"
        "\n"
        "1. Did you find the documents clear? Yes / No\n"
        "\n"
        "2. Did you have enough time? Yes / No\n"
        "\n"
        "3. Any other comments ______"
    ),
        },
        (
            "# Appendix 7 – Bidder satisfaction survey\n"
            "We want to learn from each procurement we run.\n"
            "\n"
            "- How easy was it to find this opportunity? ☐ Easy ☐ Hard\n"
            "- How satisfied were you with the time allowed? ☐ ☐ ☐\n"
            "- How could we do better? .........."
        ),
        (
            "# Feedback form\n"
            "Your feedback on the tender process\n"
            "\n"
            "| How would you rate the following? | 1 | 2 | 3 |\n"
            "|---|---|---|---|\n"
            "| Clarity of the documents | | | |\n"
            "| Time given to respond | | | |"
        ),
        (
            "# Evaluation\n"
            "APPENDIX G\n"
            "\n"
            "PROCUREMENT EVALUATION FORM FOR BIDDERS\n"
            "\n"
            "Help us to improve how we buy.\n"
            "\n"
            "Was the specification clear?\n"
            "\n"
            "Was it clear how bids would be scored?\n"
            "\n"
            "Name of organisation: ______"
        ),
    ],
)
def test_a_form_with_fields_about_the_process_counts_however_it_is_titled(pack: str | dict[str, str]) -> None:
    assert ask("evaluation-feedback-form", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Next steps\n"
            "When the contract has been let, tell us about your experience of bidding by filling in our "
            "online survey at www.aldmere.example/tender-survey."
        ),
        (
            "# Thanks\n"
            "We'd love your thoughts on this process too; there's a two-minute anonymous form at "
            "https://forms.aldmere.example/feedback."
        ),
    ],
)
def test_a_survey_that_can_be_reached_counts(pack: str) -> None:
    assert ask("evaluation-feedback-form", pack).outcome == "passed"


def test_feedback_that_the_buyer_gives_is_not_feedback_that_it_asks_for() -> None:
    pack = (
        "# Feedback\n"
        "Unsuccessful tenderers may request feedback on their tender within 10 days of the award letter."
        " Feedback will be provided in writing by email from bids@aldmere.example."
    )
    assert ask("evaluation-feedback-form", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Satisfaction\n"
            "The Supplier will send every customer a feedback survey (www.supplier.example) after each visit"
            " and report on the process monthly."
        ),
        (
            "# Training evaluation form\n"
            "To be completed by delegates.\n"
            "\n"
            "| Question | Answer |\n"
            "|---|---|\n"
            "| How useful was the course? | |\n"
            "| What could be improved? | |"
        ),
        (
            "# Contract monitoring\n"
            "Contractor performance feedback form\n"
            "\n"
            "| Item | Rating |\n"
            "|---|---|\n"
            "| How satisfied are you with the contractor? | |\n"
            "| Timeliness | |"
        ),
    ],
)
def test_a_survey_of_those_who_use_the_service_does_not_count(pack: str) -> None:
    assert ask("evaluation-feedback-form", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Survey\nAn asset survey for this tender is available at https://aldmere.example/survey.",
        (
            "# Market engagement questionnaire\n"
            "\n"
            "| Question | Answer |\n"
            "|---|---|\n"
            "| What do you think of the proposed procurement? | |\n"
            "| Would you bid? | |"
        ),
    ],
)
def test_a_survey_of_sites_or_of_the_market_does_not_count(pack: str) -> None:
    assert ask("evaluation-feedback-form", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Tender evaluation sheet\n"
            "\n"
            "| Criterion | Weight | Score | Comments |\n"
            "|---|---|---|---|\n"
            "| Quality | 60 | | |\n"
            "| Price | 40 | | |"
        ),
        (
            "# Evaluation questionnaire\n"
            "Tenderers must answer every question. Marks are given for each.\n"
            "\n"
            "| Question | Response |\n"
            "|---|---|\n"
            "| How will you staff the service? | |\n"
            "| Please tell us how you train staff | |"
        ),
    ],
)
def test_what_bidders_are_scored_on_does_not_count(pack: str) -> None:
    assert ask("evaluation-feedback-form", pack).outcome == "failed"


def test_a_form_for_those_who_do_not_bid_asks_something_else() -> None:
    pack = (
        "# Declining to bid\n"
        "If you do not wish to tender please complete this form and return it.\n"
        "\n"
        "| Reason | Tick |\n"
        "|---|---|\n"
        "| Too busy | |\n"
        "| Contract too large | |"
    )
    assert ask("evaluation-feedback-form", pack).outcome == "failed"


def test_a_survey_that_is_only_promised_is_weak() -> None:
    pack = "# General\nAfter award you will be sent a survey about how you found the tender process."
    assert ask("evaluation-feedback-form", pack).outcome == "failed"



def test_an_invitation_to_comment_is_shown_with_what_it_lacks() -> None:
    pack = "# Feedback\nThe Council welcomes comments from bidders on the tender process."
    row = ask("evaluation-feedback-form", pack)
    assert row.nearest[0].message == "this invites comments, but gives no form"


def test_the_fields_of_the_form_are_named() -> None:
    pack = "# Tell us how we did\nAbout this tender process.\n\n- Was it clear? ____\n- What should we change? ____"
    row = ask("evaluation-feedback-form", pack)
    assert "with 2 fields to fill: “Was it clear?” and “What should we change?”" in row.reason


def test_the_title_of_a_form_is_none_of_its_fields() -> None:
    text = "# How was this tender for you?\n| Question | Answer |\n| Was the pack clear? | |\n| Was there time? | |"
    row = ask("evaluation-feedback-form", {"Feedback form.docx": text})
    assert "with 2 fields to fill: “Was the pack clear?” and “Was there time?”" in row.reason


def test_of_a_long_form_the_first_fields_are_named_and_the_rest_counted() -> None:
    questions = ["Was it clear?", "Was there time?", "Was it fair?", "Was it short?", "Was it dear?", "What next?"]
    text = "# How was this tender for you?\nPlease tell us how this tender process was for you.\n" + "".join(
        f"\n- {each} ____\n" for each in questions
    )
    row = ask("evaluation-feedback-form", text)
    assert row.reason.endswith(
        "with 6 fields to fill: “Was it clear?”, “Was there time?”, “Was it fair?”, “Was it short?” and 2 more"
    )
    assert [each.where.quote for each in row.evidence] == ["Please tell us how this tender process was for you."]
