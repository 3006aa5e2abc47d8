"""Access to the way of bidding is told from access to what is bought."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Submission\n"
            "Bids must be submitted via In-tend. If you are unable to use the portal because of a "
            "disability, please contact us and we will make reasonable adjustments."
        ),
        "# How to bid\nUpload your tender to Proactis or send it by post to the Town Clerk, Town Hall.",
        (
            "# How to quote\n"
            "Return your quotation through the portal. Alternatively, you may email it to the clerk."
        ),
        (
            "# The system\n"
            "The e-tendering system has an accessibility statement and works with assistive technology. Bids"
            " must be submitted on it."
        ),
    ],
)
def test_help_for_disabled_bidders_or_another_way_in_counts(pack: str) -> None:
    assert ask("portal-access", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# How to bid\n"
            "All bids shall be uploaded on to Delta eSourcing. Hard copy or emailed tenders will be "
            "rejected."
        ),
        (
            "# Queries\n"
            "All questions must be sent through the e-Sourcing Suite or by email to x@aldmere.example. Bids "
            "must be uploaded to the e-Sourcing Suite."
        ),
        (
            "# Portal\n"
            "The tender must be submitted through the authority's e-tendering portal. If you have technical "
            "difficulties and cannot use the portal ring the helpdesk."
        ),
    ],
)
def test_a_portal_that_is_the_only_way_fails(pack: str) -> None:
    assert ask("portal-access", pack).outcome == "failed"


def test_access_for_others_does_not_count() -> None:
    pack = (
        "# Bids\n"
        "Submit bids via the portal.\n"
        "\n"
        "# Equality\n"
        "Bidders must not discriminate on grounds of disability when recruiting. The venue has "
        "facilities for disabled customers."
    )
    assert ask("portal-access", pack).outcome == "failed"


def test_a_fee_for_the_portal_fails() -> None:
    pack = (
        "# Fees\n"
        "Tenders go through the e-tendering portal. A registration fee of £50 applies to the portal. "
        "Disabled bidders may ask for adjustments to use the portal."
    )
    assert ask("portal-access", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        "# Spec\nThe Supplier shall build a portal for residents to submit applications, meeting WCAG.",
        "# Return\nWe intend to award in May. Email your bid to x@aldmere.example.",
        "# Notice\nThis opportunity is on Contracts Finder. Send your bid by email to a@aldmere.example.",
    ],
)
def test_no_portal_no_question(pack: str) -> None:
    assert ask("portal-access", pack).outcome == "inapplicable"


@pytest.mark.parametrize(
    "words",
    [
        "Bidders who need help, or cannot use the system, should contact Ann Lee on 01632 960111.",
        "If you cannot use the website, ring us and we will help.",
        "Anyone who finds it hard to bid online may ask the clerk.",
    ],
)
def test_whoever_cannot_use_the_portal_may_be_told_whom_to_ask(words: str) -> None:
    text = f"# How to bid\nTenders must be uploaded to the Council's e-procurement system. There is no charge. {words}"
    assert ask("portal-access", text).outcome == "passed"


def test_the_passage_on_access_is_quoted_and_not_another_on_the_portal() -> None:
    text = (
        "# Help\nAsk your questions by e-mail or through the portal.\n"
        "# How to bid\nSend your bid through our portal. It works with screen readers and meets WCAG 2.2 AA."
    )
    quotes = [each.where.quote for each in ask("portal-access", text).evidence if each.where]
    assert ["screen readers" in each for each in quotes] == [True]


PORTAL = "# How to send your tender\nTenders must be uploaded to our e-tendering portal.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Need to send your tender another way? Ring 01234 567890.",
        "Does the portal not work for you? Ring Jo on 01234 567890 and we will take it by post.",
        "If the portal does not suit you, call us and we will agree something else.",
        "Want to bid another way? Email bids@council.example and we will sort it out.",
        "Can't upload it? Ring us and you can post it.",
        "Need a different way of sending it? Call 01234 567890.",
        "If you would rather not use the portal, tell us and we will send a paper copy.",
        "Would another way of sending your bid be easier? Please ring the buyer.",
    ],
)
def test_whoever_wishes_for_another_way_and_is_told_whom_to_ask_has_one(words: str) -> None:
    assert ask("portal-access", PORTAL + words).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Need to send your tender another way? This is not possible.",
        "Is there another way to send the tender? No.",
        "Need to send your invoice another way? Ring accounts on 01234 567890.",
        "Need to ask a question another way? Ring 01234 567890.",
        "Having technical trouble with the portal? Ring the help desk on 01234 567890.",
        "If you cannot upload the file because of a fault, ring the help desk.",
        "If the portal does not work for you, your bid will not be considered.",
        "Do you want residents to bid in a different way? Tell us how.",
        "If you want to do the work in a different way, tell us in your bid.",
        "Bidders may propose a different way of delivering the service in their bid.",
    ],
)
def test_a_question_on_another_way_that_opens_none_does_not_count(words: str) -> None:
    assert ask("portal-access", PORTAL + words).outcome == "failed"
