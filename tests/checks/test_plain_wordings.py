"""Packs say the same in many ways: each item of the checklist is answered alike, and look-alikes never count."""

from __future__ import annotations

import pytest

from tenderlint.outcomes import Outcome
from tests.checks.asking import ask

OPEN = "# Invitation to tender\nTenders for the gardening service are due on Friday.\n\n"
"""What stands before the words, so that there is an invitation which could say it."""

TOGETHER = (
    "It is fine to bid as a pair or a trio.",
    "A tender may come from a single provider or from several acting jointly.",
    "Two charities can combine their skills in one proposal.",
    "You are free to apply with another organisation.",
    "Small firms may work together on a bid.",
    "An alliance of providers may bid; the lead signs the contract.",
    "You can club together with others and send one bid.",
    "We would be glad of joint quotations from two or more firms.",
    "Organisations are free to join forces and tender as one.",
    "Bids from partnerships of freelancers are welcome.",
    "Two or more bodies may make a joint offer.",
)
NOT_TOGETHER = (
    "Tenderers may not combine; a tender in the name of more than one body is void.",
    "Where asked, the Contractor shall quote with others for tree work.",
    "We and two other councils are tendering together for this contract.",
    "Bidders must not discuss prices with others who bid, or act together in any way.",
    "Quality and price are scored together to find the best tender.",
    "Send your tender together with the signed declaration.",
    "How will you and other firms work together if your bid wins?",
)
LEGAL_FORMS = (
    "A consortium may apply provided that it has established itself as a limited company.",
    "Any group that wishes to tender is to be registered as a company limited by guarantee.",
    "Members of a joint bid are required to form a special purpose vehicle before they tender.",
    "Tenders shall be submitted by a single legal entity.",
)
NO_LEGAL_FORMS = (
    "A consortium may apply. If successful, its members must form a limited company.",
    "Consortia are welcome and need not be incorporated in order to bid.",
    "A group may bid, and shall be asked to take a legal form only after award, such as a limited company.",
    "Consortia may bid. Say whether the members are limited companies or charities.",
)
BIDDING_TOGETHER = (
    "# Bidding as more than one\nChoose who will speak for you all: that organisation signs for the others.",
    "# Tenderers acting jointly\nTurnover and experience of all of them are counted together.",
    "Freelancers may come together for one response. Attach a page that shows who covers which venue.",
    "If you team up with another group, one group leads, and it fills out the form for both.",
    "Joint bids: each member must submit its own SPD, and the lead partner uploads them all.",
    "Where two or more firms bid together, tell us who will sign the contract and what each will do in your tender.",
    "Partnerships of artists may apply. One of you should be the contact; say who does what in your proposal.",
)
NOT_HOW_TO_BID_TOGETHER = (
    "# Subcontracting\nPlease list who will do which part of the work.",
    "Tenderers shall not form consortia and each tender shall be submitted by one firm.",
    "Subcontracting of the work is prohibited, and each bid must name no partner.",
    "How will you work with partners in the district? Please describe your answer in your bid.",
    "# Terms of contract\nThe Contractor answers for each sub-contractor, who must sign the deed in Annex B.",
)
HELP_FOR_NEW = (
    "If you have not quoted for council work before, the Clerk will help you with the form.",
    "Come and talk to us on 4 June about the tender; we will show you how to fill in the form.",
    "There is an online briefing for anyone thinking of bidding.",
    "A tender surgery is held at the library on 18 May.",
    "The Tenderers' Conference is on 11 June.",
    "Is this your first tender? Ring us and we will talk you through the questions.",
)
NO_HELP_FOR_NEW = (
    "Bidders who have not quoted for all the items will be rejected.",
    "The successful bidder will attend a launch conference for residents.",
    "The first tender received after noon will be returned unopened.",
    "The provider shall run a drop-in surgery for residents, and show them how to fill in forms.",
    "There will be no online briefing for bidders.",
)
SMALL_WELCOME = (
    "The Council is eager that voluntary bodies and small enterprises compete for this contract.",
    "The council wants its family-run firms to tender.",
    "We would love to hear from groups run by disabled people who might bid.",
    "Bids from sole traders and grassroots groups are welcome.",
    "We hope that small traders in the village will quote: quotations from micro-enterprises are welcome.",
)
SMALL_NOT_WELCOME = (
    "The service supports family-run shops and sole traders in the town.",
    "We are committed to supporting grassroots groups through our grants.",
    "How will you use small contractors in your tender?",
    "Family-run firms will not be considered.",
)
RESERVED = (
    "We looked at whether to keep this contract for supported employers under section 32 and decided against.",
    "The Authority does not intend to reserve this procurement under sections 32 or 33 of the Procurement Act 2023.",
    "Reservation: section 33 of the Procurement Act 2023 was weighed and not used.",
)
NOT_RESERVED = (
    "The Authority does not intend to keep records under section 32 of the Education Act 1996.",
    "We reserve the right to reject any tender.",
    "Places on the bus are reserved for disabled passengers on request.",
)
LOTS = (
    "The Council examined lots. It concluded that one supply line avoids double journeys, and no lots are used.",
    "Each route is a separate lot. Bid for one, some or all.",
    "Single lot: splitting the service would fragment the booking hub.",
    "We decided against dividing the contract, as the same staff run both halves and continuity of care would be lost.",
    "Dividing the requirement into lots would break the chain of safety.",
)
NO_LOTS = (
    "Scores for price are found by dividing the lowest price by the bidder's price, to ensure fairness.",
    "The Authority may end some or all of the services under the contract.",
    "The contract will be let as one lot.",
    "There are lots of trees in the park.",
)
OVERHEADS = (
    "Quote a day rate that carries your whole cost of being in business, admin and training too.",
    "Put every cost you have to meet in your price, from salaries to a slice of the rent.",
    "Put in everything it really costs you to run the service, management and premises included.",
    "You may use some of the money for your office, your rent and your manager.",
    "Your rate should cover all costs in full, with a fair share of central overheads.",
    "Price the full cost of running the service, back-office included.",
)
NO_WORD_ON_OVERHEADS = (
    "The Contractor shall pay the full cost of repairs.",
    "Give the running time of each bus and one price.",
    "The price includes VAT.",
)
STAFF = (
    "TUPE: n/a – no incumbent.",
    "Nobody does this work today, so nobody would come across to you under TUPE.",
    "TUPE is thought to apply to 31 staff. Their particulars are in Appendix C.",
    "TUPE does not come into play: no staff would move across.",
    "TUPE may apply; the workforce list is at Appendix 3.",
    "TUPE is thought to apply, and the staffing list is enclosed.",
)
NO_WORD_ON_STAFF = (
    "TUPE may apply; take your own advice.",
    "TUPE may apply; the successful tenderer will be sent the staffing list.",
)
FORMATS = (
    "# Contact\nMrs Osei, 01632 960111.\n\n# Alternative versions\nCopies of this ITT in a larger size of print are "
    "available from Mrs Osei on request.",
    "We will gladly put this into a bigger font or an audio file: let Kwame know which, on 01632 960111.",
    "If this letter would be easier for you in larger print, please ask the Clerk on 01632 960111.",
    "Should you want any of these papers in big type or on tape, ring Priya on 01632 960111.",
    "This document can be had in Braille and audio: equality@example.gov.uk.",
    "You can have this pack read to you, or in your own language. Ring Sam on 01632 960111.",
)
NOT_FORMATS_OF_THE_PACK = (
    "The provider gives its leaflets in big type and on tape; ring the service on 01632 960111.",
    "Prices will be read out to the meeting; contact 01632 960111.",
    "Tenders can be had back on request from 01632 960111 and must be in larger type than 11 point.",
)
COMPLAINTS = (
    "# If you feel hard done by\nAsk Kwame first. Still not content? Our Head of Governance (lena@example.org) looks "
    "at it afresh.",
    "A tenderer with a grievance over this competition may bring it before the Director (fergus@example.org).",
    "# Dissatisfaction with the tender\nA tenderer who considers that the tender was not conducted properly should "
    "set out its grounds to the County Solicitor, solicitor@example.gov.uk.",
    "If something about the process was wrong, tell our chair, Ruth Low, at chair@example.org; she will look into it.",
    "Anyone who feels that the quotations were unfairly dealt with may write to the Chairman at chair@example.org.",
    "If you disagree with how bids were scored, put it to the head of audit: audit@example.gov.uk, within 30 days.",
    "If you think that our choice was not fair, talk to Jo Park, 01632 960111, who replies in ten days.",
)
NOT_COMPLAINTS_OF_BIDDERS = (
    "If the visit was not fair to a resident, the provider tells the office on 01632 960111.",
    "If you made a mistake in your bid, tell us at bids@example.gov.uk.",
    "The council treats its tenants fairly; unfair letting is to be told to homes@example.gov.uk.",
    "Suppliers who went wrong under earlier contracts must tell us at bids@example.gov.uk.",
    "Terms that are unfair to consumers have no force; see www.example.org.",
)
SURVEYS = (
    "# How was applying?\nWas the form easy? ______\n\nDid you have enough time for your bid? ______\n\n"
    "What can we do better next time we buy? ______",
    "Fill in our two-minute questionnaire about how applying was: https://forms.example.org/a",
    "Please tell us how bidding was for you in this short poll: https://forms.example.org/b",
)
NOT_SURVEYS = (
    "Fill in the questionnaire about how you would run the service, as part of the tender process: bids@example.org",
    "# How was your visit?\nWas the form easy? ______\n\nWhat can we do better? ______",
    "# Tell us about your organisation\nName: ______\n\nDid you trade last year? ______",
)
HOW_TO_ANSWER = (
    "Guidance: reply under each question. Replies beyond two pages are cut off. Supporting papers are read only where "
    "a question calls for them.",
    "# What goes in the boxes\nPage 1: use your registered name. If a box is not for you, draw a line through it. We "
    "do not want leaflets.",
    "# Filling in your bid\nFollow the numbering of the questions. Give evidence under each. Do not refer to "
    "marketing literature.",
    "# Quality questions\nBefore you start read all questions. Each box holds 1,000 words at most. If a partner "
    "answers a part, say so at its head.",
    "# How to answer\nWrite in your own words in each box. Short answers are good.",
)
NOT_HOW_TO_ANSWER = (
    "# Specification\nAnswer letters within two days. Keep pages of the log. Do not leave boxes in the hall. The "
    "provider shall do so.",
    "Do not send questions after 3 May. Do not contact officers about your answers. Late responses are not considered.",
    "# Marketing\nThe provider writes short answers to letters in its own words. Each box of leaflets holds 100.",
    "# Questions\nHow will you back up data? Describe your marketing.",
)
PORTALS = (
    "Tenders go through Public Contracts Scotland. If its pages do not work with the software you read with, tell "
    "Isla and she will accept the tender however you can send it.",
    "Upload your bid at www.tenders.example. If the site does not suit you, e-mail your bid to us instead.",
    "Tenders are uploaded to the portal. If you use assistive software that does not get on with the portal, ring us.",
)
SHUT_PORTALS = (
    "Upload your bid at www.tenders.example. If you have trouble with the portal, ask its support team.",
    "Tenders are uploaded to the portal. Blind marking is used for all tenders on the portal.",
    "Upload your tender at www.tenders.example. Do not e-mail your bid.",
)
EQUALITY = (
    "Question 4 asks how you look after equality. We put it because drivers go into homes. A sound reply will mention "
    "training.",
    "We ask three things about equality. They are there because our audiences expect it. If you work alone, nobody "
    "expects a manual.",
    "Our question on fairness: tell us what you do when somebody is treated badly because of who they are. "
    "You do not need a policy.",
    "Equality: half a page in your own words is enough. What matters is what you do.",
)
NOT_EQUALITY = (
    "Equality: please attach your policy.",
    "The Contractor may be asked to show its equality policy; a poor response is a breach.",
    "Equality: describe what you will do for equal treatment.",
    "The Contractor shall treat people equally and do enough to meet the Equality Act.",
)

EQUALITY_OF_THE_BUYER = (
    "The council must treat people equally. We checked how this contract changes things for disabled people.",
    "The University screened this procurement under its equality scheme.",
    "We looked at how the change would touch disabled people and older people before we wrote this.",
)
NO_EQUALITY_OF_THE_BUYER = (
    "Providers must treat people equally.",
    "Bidders should say how they will work out the effect on disabled people.",
)
SERVICE_LEVELS_ALONE = (
    "The service is provided under an annual Service Level Agreement.",
    "The chosen group will sign the SLA in March.",
)


def answers(check_id: str, words: str) -> Outcome:
    """What a check says of an invitation with these words."""
    return ask(check_id, OPEN + words).outcome


def cases(check_id: str, outcome: Outcome, *lists: tuple[str, ...]) -> list[tuple[str, Outcome, str]]:
    """A row for each wording."""
    return [(check_id, outcome, words) for each in lists for words in each]


@pytest.mark.parametrize(
    ("check_id", "outcome", "words"),
    [
        *cases("consortia-welcome", Outcome.PASSED, TOGETHER, NO_LEGAL_FORMS),
        *cases("consortia-welcome", Outcome.FAILED, LEGAL_FORMS, NOT_TOGETHER),
        *cases("partnership-guidance", Outcome.PASSED, BIDDING_TOGETHER),
        *cases("partnership-guidance", Outcome.FAILED, NOT_HOW_TO_BID_TOGETHER),
        *cases("new-bidders-supported", Outcome.PASSED, HELP_FOR_NEW),
        *cases("new-bidders-supported", Outcome.FAILED, NO_HELP_FOR_NEW),
        *cases("local-providers-welcome", Outcome.PASSED, SMALL_WELCOME),
        *cases("local-providers-welcome", Outcome.FAILED, SMALL_NOT_WELCOME),
        *cases("reserved-contract", Outcome.PASSED, RESERVED),
        *cases("reserved-contract", Outcome.CANNOT_TELL, NOT_RESERVED),
        *cases("lots-considered", Outcome.PASSED, LOTS),
        *cases("lots-considered", Outcome.CANNOT_TELL, NO_LOTS),
        *cases("core-costs", Outcome.PASSED, OVERHEADS),
        *cases("core-costs", Outcome.CANNOT_TELL, NO_WORD_ON_OVERHEADS),
        *cases("tupe-information", Outcome.PASSED, STAFF),
        *cases("tupe-information", Outcome.FAILED, NO_WORD_ON_STAFF),
        *cases("accessible-formats", Outcome.PASSED, FORMATS),
        *cases("accessible-formats", Outcome.FAILED, NOT_FORMATS_OF_THE_PACK),
        *cases("complaints-form", Outcome.PASSED, COMPLAINTS),
        *cases("complaints-form", Outcome.FAILED, NOT_COMPLAINTS_OF_BIDDERS),
        *cases("evaluation-feedback-form", Outcome.PASSED, SURVEYS),
        *cases("evaluation-feedback-form", Outcome.FAILED, NOT_SURVEYS),
        *cases("completing-guidance", Outcome.PASSED, HOW_TO_ANSWER),
        *cases("completing-guidance", Outcome.FAILED, NOT_HOW_TO_ANSWER),
        *cases("portal-access", Outcome.PASSED, PORTALS),
        *cases("portal-access", Outcome.FAILED, SHUT_PORTALS),
        *cases("equality-guidance", Outcome.PASSED, EQUALITY),
        *cases("equality-guidance", Outcome.FAILED, NOT_EQUALITY),
        *cases("equality-duty", Outcome.PASSED, EQUALITY_OF_THE_BUYER),
        *cases("equality-duty", Outcome.FAILED, NO_EQUALITY_OF_THE_BUYER),
        *cases("contract-offered", Outcome.FAILED, SERVICE_LEVELS_ALONE),
    ],
)
def test_a_wording_is_answered_as_a_careful_person_would(check_id: str, outcome: Outcome, words: str) -> None:
    assert answers(check_id, words) is outcome


def test_hard_terms_all_round_weigh_even_in_a_large_contract() -> None:
    worth = "The contract is worth £2.6 million in total.\n\n"
    bond = "The Contractor shall furnish a performance bond of 10% of the contract sum.\n\n"
    rest = (
        "A parent company guarantee is required.\n\n"
        "Liquidated damages of £500 a day shall be levied for late completion.\n"
    )
    alone, together = ask("performance-bond", worth + bond), ask("performance-bond", worth + bond + rest)
    assert (alone.outcome, together.outcome) == (Outcome.PASSED, Outcome.FAILED)
    assert "£2.6 million" in together.findings[0].message


def test_a_section_on_filling_in_the_form_makes_no_guide_of_an_invitation() -> None:
    words = (
        "# Run our service\nThis is about a contract.\n\n## Who can bid\nAny group.\n\n## How to fill in the form\n"
        "Write in each box.\n\n## How we choose\nWe read your bid."
    )
    assert ask("equality-duty", words).outcome is Outcome.FAILED
