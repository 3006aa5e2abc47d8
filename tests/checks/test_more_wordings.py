"""Packs word forms and openness in more ways yet: the good are found, and what only looks like them is not."""

from __future__ import annotations

import pytest

from tenderlint.outcomes import Outcome
from tests.checks.asking import ask

OPEN = "# Invitation to tender\nTenders for the gardening service are due on Friday.\n\n"
"""What stands before the words, so that there is an invitation which could say it."""

TOGETHER = (
    "You may bid alone or with others.",
    "Firms are free to quote in partnership, or to use associates.",
    "If a plumber and a tiler wish to share the work, they may send a single quotation.",
    "Two or more groups may put in one proposal between them.",
    "A bidder that is a joint venture must state its legal form.",
    "By all means join with neighbours to quote.",
    "Bids by collaborations are as welcome as those by one body, and no particular legal structure is called "
    "for.",
    "# Quoting with a partner\nNominate a lead body, which completes the form.",
    "Where a consortium is successful, it may be required to form a legal entity. Until then none is needed.",
)
NOT_TOGETHER = (
    "You must bid alone.",
    "The council will tender as a partnership with the health board.",
    "The chosen firm will share the work with the council's own gardeners.",
    "Two councils will quote the same reference between them.",
    "Bids by partnerships are not accepted.",
    "The contractor will join with neighbours to make an offer of plants.",
    "A tenderer may not submit more than one tender, whether alone or as a member of a consortium.",
)
FORMS_DEMANDED = (
    "A group must be incorporated before it tenders.",
    "Where a group tenders, the bid needs to be made by a single legal entity.",
    "Where a consortium bids, it is required to form a legal entity before the tender is sent.",
)
HOW_TO_BID_TOGETHER = (
    "You may apply alone or with others. If you apply with others, please tell us who our main contact would be and "
    "how you will share the fee.",
    "You can quote in partnership. Show each partner's role in table B of the form.",
    "If a plumber and a tiler wish to share the work, they may send a single quotation. Say which of them we would "
    "deal with.",
    "You may team up with another maker: send one form and tell us who is doing what and who will invoice us.",
    "# Working as a pair\nA maker and a fitter can quote as a pair. We want a line on who guarantees what.",
    "Bids by collaborations are welcome. Appendix C walks you through collaborating: who is answerable, and "
    "who signs.",
)
NOT_HOW_TO_BID_TOGETHER = (
    "A bidder that is a joint venture must state its legal form and provide a parent company guarantee.",
    "A group may tender, but the contract needs to be taken by a single legal entity and the group must be constituted "
    "as one before it submits a tender.",
    "Please attach a copy of the sub-contractor's quotation or invoice to your tender.",
    "Please tell us who your partners are and who will do what in the service.",
    "Appendix C describes how groups of residents may plant beds.",
    "Tenderers may subcontract up to 40% of the work and should name subcontractors in Appendix B.",
)
FORMATS = (
    "This letter can also be had in big print or as a recording. Priya will arrange it. Priya is on 01632 960111.",
    "Versions of the tender papers in enlarged type will be furnished by the Clerk, 01632 960111.",
    "# Help\nOur team is on 01632 960111.\n\n# Other versions\nIf you need this pack on a coloured background, tell "
    "the team and we will get it to you.",
    "# A different version?\nAsk Beth for it in big letters or in Polish. Beth is on 01632 960111.",
    "Should any part of these documents present a difficulty, Ms Obi can supply it in a form that suits: 01632 "
    "960111.",
    "Joan will also arrange for this ITT to be supplied in Braille: ring her on 01632 960720.",
)
NOT_FORMATS = (
    "Signs will be supplied in enlarged type by the contractor; ring the depot on 01632 960111.",
    "A recording of each meeting can be had from the Clerk, 01632 960111.",
    "Tenders may be sent as a recording to 01632 960111.",
    "Ask Beth on 01632 960111 for a form that suits a second bidder.",
    "# Signs\nAsk the contractor for them in big letters, 01632 960111.",
    "Joan will arrange for menus in Braille: ring her on 01632 960720.",
)
EQUALITY = (
    "How will your training reflect minority ethnic staff? You may wish to cover: who designs it, whose stories are "
    "told, and how the venue is made accessible.",
    "We will ask you how you will include people with learning disabilities. We ask because many of our members have "
    "one. You might tell us about pictures or time.",
    "Tell us how you will make sure nobody is left out. We are not after a policy. A few lines will do.",
    "Equality: the Council is looking for evidence of how interpreters are used; a policy by itself is "
    "unlikely to score above 2.",
)
NOT_EQUALITY = (
    "How will you include people with learning disabilities? Please attach your policy.",
    "The garden is welcoming to people of all backgrounds. You might see pictures of it. It is open to everyone.",
    "How will your training reflect minority ethnic staff? Bidders must answer.",
    "Equality: the Contractor shall publish its policy; a policy by itself is not enough.",
)
COMPLAINTS = (
    "# If you are unhappy with how we ran this tender\nWrite to the Head of Finance, or e-mail review@example.org.",
    "If you think that we have dealt with you unfairly, ask our chair to look into it: chair@example.org. She will "
    "reply in three weeks.",
    "# Procurement complaint form\nUse this if we have not kept to our own rules.\n\nYour complaint: ______",
    "A Tenderer who believes that these rules have been breached by the Council should say so to the "
    "Solicitor, legal@example.org, who will investigate.",
    "If the choosing seemed wrong to you, our chair (chair@example.org) will go through it with you.",
    "An applicant dissatisfied with the way in which its bid was handled may ask for a review by the Treasurer "
    "(treasurer@example.org).",
    "If we have not acted as this letter says we would, our convener wants to hear: convener@example.org.",
)
NOT_COMPLAINTS = (
    "# If residents are unhappy with the grass\nThey write to the depot, or e-mail depot@example.org.",
    "# Complaint form\nUse this if the grass is too long.\n\nYour complaint: ______",
    "The provider says to a resident whom it dealt with unfairly: ask our chair, chair@example.org.",
    "If you think that a drawing is wrong, e-mail works@example.org, and we will answer all bidders.",
    "If your bid is wrong, e-mail bids@example.org before Friday and we will consider a new one.",
    "A bidder who learns that these rules have been broken by another bidder tells bids@example.org, and we "
    "investigate.",
    "If the lift is broken, ring 01632 960111: we will look at it with you.",
    "If you call the wrong number, ring 01632 960111, and we will answer.",
)
FEEDBACK_FORMS = (
    "At the back there is a sheet with five questions about how this letter and the form were. Send it back even if "
    "you do not quote.",
    "Annex L is a short form on which you rate the competition for clarity and time.",
    "# Part 4 Supplier experience form\nDid you have enough time to bid? Yes / No Was the paperwork clear? Yes / No "
    "What should we do differently? ______",
    "Appendix F, 'Applicant questionnaire', asks about burden, clarity and fairness.",
)
NO_FEEDBACK_FORMS = (
    "Annex L is a form on which the panel rates the tender, and each evaluator signs it.",
    "Annex L is a short form on which you price the competition kit.",
    "Questions about this tender are sent on the form at Annex D by 3 May.",
    "Annex D is a questionnaire on your experience of gardening.",
    "Tell the Clerk what you thought of the process.",
    "Appendix F is a questionnaire that asks about the clarity of your accounts.",
)
HOW_TO_ANSWER = (
    "Complete Attachment 4 and Attachment 5. Text shall be in Arial 11. Do not alter the formulas. Annexes that were "
    "not asked for will be removed.",
    "A guide to completing Schedules 1 to 6 is at Appendix 2.",
    "Answers are to be placed in the second annex. Assessors can only credit what is written there. Evidence is "
    "preferred to assertion.",
    "Page one wants your details. A few lines are enough. There is no need to send accounts.",
    "# Completing the form\nSection 1: facts about you. Write as if the reader does not know you.",
    "# Replying\nSet your reply out under four headings. Two pages a heading is plenty.",
    "Write in pencil if you like. In the middle box draw your plan. You can leave the last box empty.",
)
NOT_HOW_TO_ANSWER = (
    "# Instructions to tenderers\nTenderers must answer all questions. The estimated value of the contract is £1.6 "
    "million (excluding VAT).",
    "# Instructions for applicants\nThe questionnaire must be completed in English.\n\nQ12 Applicants should describe "
    "how the service will be run.",
    "There is no guide to completing the tender.",
    "The contractor will receive guidance on preparing the answers to residents. It need not send reports.",
    "Complete Schedule 4.",
    "Only bids from charities are read. Pages of the plan are in the hall.",
    "Leave the gate box empty. Write in the book at the depot. Two pages of plans are enough for the depot.",
)
KINDS_ASKED = (
    "Is your organisation (a) a micro, (b) small, (c) medium-sized or (d) large enterprise?",
    "Type of business: sole trader / micro / small / medium / large / charity",
    "All applicants are asked to fill in a monitoring form, which covers the size and type of your "
    "organisation.",
)
KINDS_NOT_ASKED = (
    "Large parks, micro parks and small or medium gardens are cut weekly.",
    "The gardens are owned by voluntary bodies.",
    "The size and type of each tree is shown on the plan.",
)
WELCOMED = (
    "We would love to hear from user-led groups and from people who have never bid before.",
    "Charities and those which have not previously held a contract with us are encouraged to bid.",
    "One-person contractors and young firms from the dale are exactly who we have in mind.",
    "Small victim-led groups are especially invited to bid.",
    "Who can quote: freelancers, community groups and others.",
)
NOT_WELCOMED = (
    "We have never invited charities to bid.",
    "Charities are not invited to bid.",
    "Victim-led groups use the garden on Fridays.",
    "Who can enter the hall: freelancers, community groups and others.",
)
TERMS_DEFINED = (
    "Only voluntary and community sector (VCS) bodies can bid. We use “VCS” to mean a body that is run for a social "
    "purpose. Subsidiaries of companies may not bid.",
    "Bids are restricted to not-for-profit bodies. A body is not-for-profit if its rules forbid the sharing of "
    "surpluses. Trading subsidiaries of such bodies may bid.",
)
TERMS_NOT_DEFINED = (
    "Only voluntary and community sector (VCS) bodies can bid. “VCS” is known to all. Subsidiaries of companies may "
    "not bid.",
    "Only voluntary and community sector (VCS) bodies can bid. We use “SQ” to mean a questionnaire. Subsidiaries of "
    "companies may not bid.",
    "Bids are restricted to not-for-profit bodies. A bid from a not-for-profit body is late if it comes after "
    "noon. Trading subsidiaries of such bodies may bid.",
)
HELP_FOR_NEW = (
    "If paperwork puts you off, phone Beth, who will fill in the form with you.",
    "You need not have supplied us in the past. Kirsty will explain the jargon to newcomers who quote.",
    "We can pay an access support worker to help disabled applicants to prepare a proposal.",
)
NO_HELP_FOR_NEW = (
    "Newcomers to the gardens will be shown round by the contractor.",
    "Bidders who have not supplied us before are not considered.",
    "Support workers of the contractor help disabled gardeners.",
)
LOTS = (
    "There are Lot A and Lot B, for which separate tenders may be made.",
    "Price as many or as few of the nine paths as you like; each path is let by itself.",
    "No subdivision was judged sensible: a second contractor would duplicate the yard.",
    "You can quote for one village, for two or for all three.",
    "You can quote for some of the stairwells only.",
)
NO_LOTS = (
    "Cars may be left on parking lot A and parking lot B.",
    "The tender is in two parts, price and quality.",
    "Take as many or as few leaflets as you like.",
    "No subdivision of the gardens is allowed.",
    "Price one hedge in your tender, and the work on all hedges will be weighed.",
    "Some of the stairwells are painted each year.",
)
MESSAGES = (
    "# Asking us questions\nUse the correspondence tab on the portal.",
    "Put your questions on the Q&A board of the portal.",
    "Questions go through Atamis messages by 9 December.",
)
NO_MESSAGES = (
    "The correspondence log of the contractor is kept for a year.",
    "The contractor answers its clarification log each week.",
    "Ring the caretaker, 01632 960414, for keys.",
    "Alarms go through text messages to the depot.",
)
NOT_RESERVED = (
    "The Council has set aside £32,500 for the gardens.",
    "We have set aside a budget of £9,000 for this work.",
)
PORTALS = (
    "Tenders are made through PCS-Tender. Tenderers who cannot access PCS-Tender should ring 01632 960505.",
)
SHUT_PORTALS = (
    "Tenders are made through PCS-Tender. Tenderers who cannot use the gate code should ring 01632 960505.",
)


def cases(check_id: str, outcome: Outcome, *wordings: tuple[str, ...]) -> list[tuple[str, Outcome, str]]:
    """One case for each wording of an item."""
    return [(check_id, outcome, words) for group in wordings for words in group]


@pytest.mark.parametrize(
    ("check_id", "outcome", "words"),
    [
        *cases("consortia-welcome", Outcome.PASSED, TOGETHER),
        *cases("consortia-welcome", Outcome.FAILED, NOT_TOGETHER, FORMS_DEMANDED),
        *cases("partnership-guidance", Outcome.PASSED, HOW_TO_BID_TOGETHER),
        *cases("partnership-guidance", Outcome.FAILED, NOT_HOW_TO_BID_TOGETHER),
        *cases("accessible-formats", Outcome.PASSED, FORMATS),
        *cases("accessible-formats", Outcome.FAILED, NOT_FORMATS),
        *cases("equality-guidance", Outcome.PASSED, EQUALITY),
        *cases("equality-guidance", Outcome.FAILED, NOT_EQUALITY),
        *cases("complaints-form", Outcome.PASSED, COMPLAINTS),
        *cases("complaints-form", Outcome.FAILED, NOT_COMPLAINTS),
        *cases("evaluation-feedback-form", Outcome.PASSED, FEEDBACK_FORMS),
        *cases("evaluation-feedback-form", Outcome.FAILED, NO_FEEDBACK_FORMS),
        *cases("completing-guidance", Outcome.PASSED, HOW_TO_ANSWER),
        *cases("completing-guidance", Outcome.FAILED, NOT_HOW_TO_ANSWER),
        *cases("smaller-bidders-monitored", Outcome.PASSED, KINDS_ASKED),
        *cases("smaller-bidders-monitored", Outcome.FAILED, KINDS_NOT_ASKED),
        *cases("local-providers-welcome", Outcome.PASSED, WELCOMED),
        *cases("local-providers-welcome", Outcome.FAILED, NOT_WELCOMED),
        *cases("provider-type-defined", Outcome.PASSED, TERMS_DEFINED),
        *cases("provider-type-defined", Outcome.FAILED, TERMS_NOT_DEFINED),
        *cases("new-bidders-supported", Outcome.PASSED, HELP_FOR_NEW),
        *cases("new-bidders-supported", Outcome.FAILED, NO_HELP_FOR_NEW),
        *cases("reserved-contract", Outcome.CANNOT_TELL, NOT_RESERVED),
        *cases("portal-access", Outcome.PASSED, PORTALS),
        *cases("portal-access", Outcome.FAILED, SHUT_PORTALS),
        *cases("lots-considered", Outcome.PASSED, LOTS),
        *cases("lots-considered", Outcome.CANNOT_TELL, NO_LOTS),
        *cases("contact-for-help", Outcome.PASSED, MESSAGES),
        *cases("contact-for-help", Outcome.FAILED, NO_MESSAGES),
    ],
)
def test_a_wording_is_answered_as_a_careful_person_would(check_id: str, outcome: Outcome, words: str) -> None:
    assert ask(check_id, OPEN + words).outcome is outcome
