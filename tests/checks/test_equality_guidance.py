"""Help with questions on equality is told from questions, demands and commitments."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Section D Equality\n"
            "Q1 asks about your policy. We are looking for evidence that staff know it. You could include a "
            "staff handbook or minutes.\n"
            "\n"
            "Q1 Do you have a policy?"
        ),
        (
            "# Guidance notes\n"
            "## Equal opportunities\n"
            "If you have fewer than five employees you do not need a written policy; tell us in a few words "
            "how you treat people."
        ),
    ],
)
def test_what_is_wanted_and_why_counts(pack: str) -> None:
    assert ask("equality-guidance", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Equality\nThe tenderer must have an equality and diversity policy. Please attach a copy.",
        "# Equality\nDoes your organisation comply with the Equality Act 2010? If not, please explain.",
        (
            "# Familiarisation\n"
            "They should note Health and Safety, Equality and Diversity, security and data protection "
            "requirements."
        ),
        (
            "# Equality\n"
            "The Council is subject to the public sector equality duty under section 149 of the Equality Act"
            " 2010."
        ),
    ],
)
def test_a_demand_a_question_or_a_mention_does_not_count(pack: str) -> None:
    assert ask("equality-guidance", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# The service\n"
            "The provider will promote equality, for example by employing interpreters. Staff should include"
            " people from all backgrounds."
        ),
        (
            "# Staff\n"
            "The Contractor shall ensure that all staff receive training in customer care and equal "
            "opportunities, such as a course each year."
        ),
    ],
)
def test_what_the_contractor_must_do_does_not_count(pack: str) -> None:
    assert ask("equality-guidance", pack).outcome == "failed"


def test_guidance_on_something_else_does_not_count() -> None:
    pack = (
        "# Social value\n"
        "We want to see how you will create jobs. A good answer gives numbers.\n"
        "\n"
        "# Policies\n"
        "Equality policy: attach"
    )
    assert ask("equality-guidance", pack).outcome == "failed"


def test_those_who_say_who_they_are_get_no_guidance_on_equality() -> None:
    text = (
        "# Help\nYou may use subcontractors if you tell us who they are. You can describe them on one page. "
        "Smaller local firms are welcome."
    )
    assert ask("equality-guidance", text).outcome == "failed"


def test_a_pack_that_asks_nothing_about_equality_is_told_so() -> None:
    row = ask("equality-guidance", "# Invitation to tender\n| Question | Answer |\n| Who will run the groups? | |")
    assert [each.message for each in row.findings] == [
        "No question to bidders about equality was found, and no guidance on what they may say about it."
    ]
    asked = ask("equality-guidance", "# Questions\nDo you have an equality policy?")
    assert [each.message for each in asked.findings] == [
        "Nothing in the pack explains what bidders are asked about equality."
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"PQQ.docx": "# Questions\n| Question | Points |\n|---|---|\n| Safety policy and equality policy | 30 |"},
        {"Invitation.docx": "# What to send\nPlease enclose your equal opportunities policy."},
        {"Invitation.docx": "# What to send\nCopies of your health and safety, equality and safeguarding policies."},
    ],
)
def test_a_policy_that_is_asked_for_is_a_question_without_guidance(files: dict[str, str]) -> None:
    row = ask("equality-guidance", files)
    assert row.outcome == "failed"
    assert row.reason.startswith("the pack does not explain what it asks")
    assert "asks for a policy" in row.nearest[0].message


def test_a_pack_that_asks_nothing_is_not_told_that_it_asks() -> None:
    row = ask("equality-guidance", "# Mowing\nThe Council invites tenders. Its own equality policy is on its site.")
    assert row.outcome == "failed"
    assert row.reason.startswith("No question to bidders about equality was found")
