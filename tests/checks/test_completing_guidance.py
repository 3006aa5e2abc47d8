"""Guidance on the response is told from bare questions and from a contractor's paperwork."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# How to apply\n"
            "Send us a proposal of no more than six pages that tells us: your understanding of the brief; "
            "your approach; who will do the work; and two examples."
        ),
        (
            "# Tender submissions\n"
            "Tender submissions must include:\n"
            "\n"
            "1. A response to the specification.\n"
            "2. The names of your team.\n"
            "3. Your costs."
        ),
        (
            "# How do I submit a proposal?\n"
            "Send it as a PDF file. A proposal should include the following elements: a plan; a budget; "
            "references."
        ),
    ],
)
def test_what_to_send_and_how_counts_under_a_title(pack: str) -> None:
    assert ask("completing-guidance", pack).outcome == "passed"


def test_steps_anywhere_count_when_there_are_enough() -> None:
    pack = (
        "# Notes\n"
        "Tenderers must complete the pricing schedule. Your answer to each question should be no more "
        "than one side of A4.\n"
        "\n"
        "# More\n"
        "Do not attach brochures to your tender, as they will not be read."
    )
    assert ask("completing-guidance", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Quotation\nPlease email your quote to Dana Poole by 5pm on 9 May 2025.",
        (
            "# Tender\n"
            "Tenders must be received by 12 noon on Friday. Late tenders will be rejected. The Council is "
            "not bound to accept any tender."
        ),
    ],
)
def test_one_line_on_where_to_send_it_is_not_guidance(pack: str) -> None:
    assert ask("completing-guidance", pack).outcome == "failed"


def test_what_the_contractor_fills_in_later_is_not_guidance() -> None:
    pack = (
        "# Contract management\n"
        "The Contractor shall complete a monthly report, which must include hours worked. The Contractor"
        " must sign the log and fill in the sheet."
    )
    assert ask("completing-guidance", pack).outcome == "failed"


def test_the_instructions_are_shown_and_not_their_title() -> None:
    text = (
        "# How to fill in the response form\n\n1. Read the questions first. Each says how many words you may use.\n"
        "1. Answer what the question asks. Say who will do what.\n1. Do not send leaflets. We cannot mark them.\n"
    )
    row = ask("completing-guidance", text)
    assert row.reason == "“How to fill in the response form” explains how to answer"
    assert "How to fill in the response form" not in [each.where.quote for each in row.evidence]
    assert len(row.evidence) == 3
