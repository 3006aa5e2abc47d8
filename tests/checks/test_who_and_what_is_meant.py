"""Words that look like an answer count only where they speak of the right people, bodies and things."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

SERVICE = "# Invitation to tender\nWe invite tenders for a day service for adults. "
CLEANING = (
    "# Invitation to tender\nWe invite tenders for a cleaning service. The contract is for three years from 1 April "
    "2027. "
)


@pytest.mark.parametrize("words", [
    "The panel that scores bids includes two people who use the service.",
    "Our board is made up of disabled people and carers, and it will choose the provider.",
    "A council of young people will help to choose the provider.",
    "The project board, which includes three tenants, wrote the specification.",
    "The views of tenants are heard at every stage of the design of this service.",
    "The provider makes sure that the voices of service users are heard in the planning and review of the service.",
])  # fmt: skip
def test_users_take_part_where_they_sit_or_shape_the_service(words: str) -> None:
    assert ask("user-involvement", SERVICE + words).outcome == "passed"


@pytest.mark.parametrize("words", [
    "Anytown Parish Council is proposing to replace its equipment, including new surfacing for younger children.",
    "Anyshire Council is inviting tenders for advocacy services of a kind that suits vulnerable adults and children.",
    "The Board is buying a meals service that comes with support for older people.",
    "The Health Board wishes to appoint a provider of transport for patients with dialysis appointments.",
    "The aim is to ensure that the voices of residents are heard and understood in relation to local health services.",
    "The service makes sure that the views of children in care are listened to by their social workers.",
])  # fmt: skip
def test_a_buyer_that_serves_people_or_has_them_heard_gives_them_no_part(words: str) -> None:
    assert ask("user-involvement", SERVICE + words).outcome == "failed"


BUYERS = [
    "This questionnaire is for firms who wish to join the Northern Consortium for Health Trusts' list for tenders.",
    "The Eastern Buying Alliance invites tenders for stationery. The Alliance will not consider late bids.",
    "You may be asked for more before the Consortium is able to decide. The Consortium will not accept late tenders.",
    "Tenders are invited by the Anytown Housing Partnership. The Partnership reserves the right to accept any bid.",
]


@pytest.mark.parametrize("check", ["consortia-welcome", "partnership-guidance"])
@pytest.mark.parametrize("words", BUYERS)
def test_a_buyer_that_is_called_a_consortium_is_no_word_on_bidding_together(check: str, words: str) -> None:
    assert ask(check, f"# Instructions\n{words}").outcome == "failed"


@pytest.mark.parametrize("check", ["consortia-welcome", "partnership-guidance"])
@pytest.mark.parametrize("words", [
    "Bids from a consortium are welcome. The lead member of the consortium must sign the bid on behalf of the others.",
    "Where a consortium bids, one lead bidder signs the tender; each member of the Consortium fills in Part B.",
    "If you tender as a consortium, say who leads it. The lead member completes the questionnaire for the Consortium.",
])  # fmt: skip
def test_a_consortium_of_bidders_is(check: str, words: str) -> None:
    assert ask(check, f"# Bidding as a consortium\n{words}").outcome == "passed"


@pytest.mark.parametrize("words", [
    "Is this contract suitable for a voluntary, community and social enterprise organisation? Yes",
    "Suitable for SMEs: yes. Suitable for VCSE: yes.",
])
def test_for_whom_a_notice_thinks_a_contract_suitable_is_not_asked_of_bidders(words: str) -> None:
    assert ask("smaller-bidders-monitored", f"# Notice\n{words}").outcome == "failed"


def test_a_law_on_procurement_is_nobody_to_ask() -> None:
    text = (
        "# Invitation to tender\nThis is a tender notice under the Procurement Act 2023.\n\n"
        "The playground is in Chapel Street, Anytown, AB1 2CD."
    )
    assert ask("contact-for-help", text).outcome == "failed"
    assert ask("contact-for-help", "# Contact\nWrite to the procurement team, Anytown, AB1 2CD.").outcome == "passed"


@pytest.mark.parametrize("words", [
    "The Commission will transfer grant funding to the successful contractor each quarter.",
    "Ownership of the data will transfer to the council at the end.",
    "The supplier would transfer all records to us.",
    "Patients will be transferred to the new clinic by the provider.",
])
def test_what_moves_and_is_no_worker_is_no_word_on_tupe(words: str) -> None:
    row = ask("tupe-information", CLEANING + words)
    assert (row.outcome, row.reason) == ("failed", "a service of a year or more, and no word on TUPE")


@pytest.mark.parametrize(("words", "outcome"), [
    ("TUPE is expected to apply, details of which can be found in the tender documentation.", "passed"),
    ("TUPE may apply to this contract and information on TUPE is in Appendix 3.", "passed"),
    ("TUPE is likely to apply, and the details of this are set out in the pack.", "passed"),
    ("TUPE is expected to apply. Details of the service can be found in the specification.", "failed"),
    ("TUPE may apply; further details of the site visits are available on request.", "failed"),
    ("Two caretakers will transfer to the contractor.", "failed"),
])  # fmt: skip
def test_where_the_details_of_a_transfer_are_is_told(words: str, outcome: str) -> None:
    assert ask("tupe-information", CLEANING + words).outcome == outcome


@pytest.mark.parametrize(("words", "outcome"), [
    ("Tuesday 23rd January: tenderers' site visit and bidders meeting", "passed"),
    ("There will be a meeting for tenderers on 3 May at the town hall.", "passed"),
    ("The contractor attends a monthly supplier meeting.", "failed"),
])
def test_a_meeting_for_bidders_is_a_briefing(words: str, outcome: str) -> None:
    assert ask("new-bidders-supported", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize("words", [
    "Tenders will be assessed on both price and quality.", "Bids are evaluated on a mix of quality and price.",
])
def test_criteria_that_are_told_without_weights_are_not_said_to_be_nowhere(words: str) -> None:
    row = ask("award-criteria-disclosed", f"# Invitation to tender\n{words}")
    assert row.outcome == "failed"
    assert "no weight" in row.findings[0].message


@pytest.mark.parametrize(("words", "outcome"), [
    ("The council is re-tendering two contracts for grass cutting.", "passed"),
    ("Organisations are invited to tender for four contracts: A, B, C and D.", "passed"),
    ("Give details of two contracts of a like kind.", "cantTell"),
    ("You must have held three contracts for tree work. Bids must show them.", "cantTell"),
])
def test_several_contracts_at_once_are_as_good_as_lots(words: str, outcome: str) -> None:
    assert ask("lots-considered", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize(("words", "outcome"), [
    ("Companies must be registered with the XPI (Xylophone Players Industries) to tender.", "failed"),
    ("Bidders must be members of the Association of Playground Makers.", "failed"),
    ("The lead consultant must be a member of the Royal Society of Gardeners.", "failed"),
    ("Bidders must be members of the Association of Playground Makers or a similar body.", "inapplicable"),
    ("The manager must be a member of the Institute of Gardeners or hold an equivalent.", "inapplicable"),
    ("Providers must be registered with the Care Quality Commission.", "inapplicable"),
    ("Tenderers must be registered with Companies House.", "inapplicable"),
    ("Bidders must be registered with the portal to see the papers.", "inapplicable"),
    ("Staff must be members of the pension scheme.", "inapplicable"),
    ("Applicants should ideally be members of the Museums Association.", "inapplicable"),
])  # fmt: skip
def test_a_trade_body_that_one_must_have_joined_shuts_equals_out(words: str, outcome: str) -> None:
    assert ask("equivalent-accepted", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize(("words", "outcome"), [
    ("The contractor must deliver Lantern Night Anytown 2027. The contract is for 9 months.", "inapplicable"),
    ("The Council wishes to appoint a company to organise the Winter Lights Festival 2026.", "inapplicable"),
    ("It was decided to commission research. Submit a proposal to undertake this research project.", "inapplicable"),
    ("Anytown Parish Council is proposing to replace its playground with new equipment.", "inapplicable"),
    ("The contract is for one year. The provider runs a day centre and holds a Christmas party in 2026.", "failed"),
    ("The provider must deliver a night shelter each year. The contract is for 12 months.", "failed"),
    ("The Council intends to install and maintain cameras. The contract is for two years.", "failed"),
])  # fmt: skip
def test_one_event_or_one_job_has_no_term_of_years(words: str, outcome: str) -> None:
    assert ask("contract-length", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize(("words", "outcome"), [
    ("Value: GBP 300,000\n\nValue (Gross): GBP 360,000", "inapplicable"),
    ("The contract value is £300,000 excluding VAT.\n\nContract value: £360,000.", "passed"),
    ("The contract value is £300,000 excluding VAT.\n\nContract value: £350,000 including VAT.", "failed"),
    ("The contract value is £300,000 including VAT.\n\nContract value: £360,000.", "failed"),
    ("Total value\n\n£2,400,000 including VAT\n\nLot value (estimated)\n\n£1,800,000 including VAT", "inapplicable"),
    ("12 January 2026: clarifications open\n\n2 February 2026: last day for questions", "inapplicable"),
    ("Questions must be asked by 1 February 2026.\n\n2 February 2026: last day for questions", "failed"),
])  # fmt: skip
def test_facts_that_only_look_unlike_agree(words: str, outcome: str) -> None:
    assert ask("facts-agree", f"# Invitation to tender\n{words}").outcome == outcome


def test_an_indemnity_is_called_one() -> None:
    text = "# Conditions\nThe Contractor shall indemnify the Council against any claim or proceedings for any injury."
    assert "by an indemnity with no limit" in ask("unlimited-liability", text).findings[0].message


def test_a_service_that_people_lead_is_one_of_choice() -> None:
    text = "# Advocacy service\nThe hub gives person-led advocacy, so that people influence decisions about their care."
    assert ask("independent-living", text).outcome == "passed"


@pytest.mark.parametrize("words", [
    "We want every child or parent to be able to choose their preferred meal.",
    "Learners consider how to apply this when assessing and working with customers and their carers.",
    "Residents can choose from three menus each day.",
])
def test_people_who_choose_for_themselves_or_are_worked_with_take_no_part(words: str) -> None:
    assert ask("user-involvement", f"# Invitation to tender\n{words}").outcome == "failed"


@pytest.mark.parametrize("words", [
    "We want tenants to choose the contractor with us on the panel.",
    "Pupils will choose the new menus with the caterer.",
])
def test_people_who_choose_for_all_do(words: str) -> None:
    assert ask("user-involvement", f"# Invitation to tender\n{words}").outcome == "passed"


LISTED = [
    ("We may also need further guarantees such as:\n- a parent company guarantee\n- a performance bond", "failed"),
    ("The following will be required:\n- a parent company guarantee\n- a performance bond", "failed"),
    ("Successful bidders shall provide:\n\n- a parent company guarantee\n\n- a performance bond", "failed"),
    ("The pack holds these forms:\n- a parent company guarantee\n- a performance bond", "cantTell"),
    ("You must return these documents:\n- Parent company guarantee form\n- Form of performance bond", "cantTell"),
]


@pytest.mark.parametrize("check", ["parent-guarantee", "performance-bond"])
@pytest.mark.parametrize(("words", "outcome"), LISTED)
def test_a_guarantee_in_a_list_is_asked_for_by_the_words_above_it(check: str, words: str, outcome: str) -> None:
    assert ask(check, f"# Invitation to tender\n{words}").outcome == outcome


def test_a_guarantee_in_a_list_of_what_is_not_needed_is_not_asked_for() -> None:
    text = "# Invitation to tender\nThe following are not required:\n- a parent company guarantee\n- a deposit"
    row = ask("parent-guarantee", text)
    assert (row.outcome, row.reason) == ("passed", "no parent company guarantee is asked for")


@pytest.mark.parametrize(("words", "outcome"), [
    ("This call is restricted to self-employed contractors or small/medium sized enterprises.", "failed"),
    ("This call is open to all, including small/medium sized enterprises.", "inapplicable"),
])
def test_a_call_that_is_kept_for_small_ones_says_who_they_are(words: str, outcome: str) -> None:
    assert ask("provider-type-defined", f"# Invitation to tender\n{words}").outcome == outcome


def test_the_number_of_a_notice_is_no_telephone() -> None:
    assert ask("contact-for-help", "# Notice\nNotice identifier: 2025/S 000-083501").outcome == "failed"


@pytest.mark.parametrize(("words", "outcome"), [
    ("Estimated duration: two months. Completion of research: 31 July 2026.", "inapplicable"),
    ("This project aims to make a tool. Contract start: 14 May 2026. Contract end: 28 November 2026.", "inapplicable"),
    ("The festival promotes inclusion.\n\nContract period: 1 January 2026 to 31 August 2026", "inapplicable"),
    ("We issue an agreement for design, to be completed to our satisfaction by 7 February 2026.", "inapplicable"),
    ("You are invited to tender for the supply of a baseline assessment of awareness.", "inapplicable"),
    ("The contract is for six months. The service is open each week, and this project supports carers.", "failed"),
    ("The contract is for one year. This project aims to support carers.", "failed"),
    ("The contract is for 10 months. We want a cleaner, and the work will be completed by trained staff.", "failed"),
])  # fmt: skip
def test_months_in_which_a_project_is_done_are_no_term(words: str, outcome: str) -> None:
    assert ask("contract-length", f"# Invitation to tender\n{words}").outcome == outcome


def test_a_group_that_one_must_belong_to_is_no_bid_together() -> None:
    text = (
        "# Invitation to quote\nApplications are invited from organisations which are a member of either the Families, "
        "Health and Care Consortium or the Fen Group. The Consortium selection committee may reject any application."
    )
    assert ask("consortia-welcome", text).outcome == "failed"


@pytest.mark.parametrize(("words", "outcome"), [
    ("We want designers to help our Director of Marketing. Bids go through https://tenders.example.org.", "failed"),
    ("Write to the Director of Marketing, Anytown College, AB1 2CD.", "passed"),
])
def test_a_web_page_beside_a_person_is_no_way_to_ask_that_person(words: str, outcome: str) -> None:
    assert ask("contact-for-help", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize(("words", "outcome"), [
    ("Tenders must be submitted electronically via https://tenders.example.org/welcome.", "failed"),
    ("Tenders must be submitted electronically by e-mail to us.", "inapplicable"),
])
def test_an_address_on_the_web_that_takes_bids_is_a_portal(words: str, outcome: str) -> None:
    assert ask("portal-access", f"# Invitation to tender\n{words}").outcome == outcome


def test_how_a_framework_will_be_used_makes_no_call_off_of_its_tender() -> None:
    text = (
        "# Invitation to tender\nThe top three suppliers will be awarded a place on the framework. The option of "
        "running a mini-competition between the top three ranked suppliers is included."
    )
    assert ask("lots-considered", text).outcome == "cantTell"


def test_a_complete_service_does_not_end_the_contract() -> None:
    text = (
        "# Invitation to tender\nThe successful contractor will provide a complete service so that lights are up in "
        "time for the market (22 November 2026).\n\nContract duration: 5 years (starting in November 2026)"
    )
    assert ask("timetable-order", text).outcome != "failed"


def test_the_number_of_a_section_counts_no_references() -> None:
    text = (
        "# Index\nSECTION 7 HUMAN RESOURCES Page 12 SECTION 8 REFERENCES Page 15 SECTION 12 ADDITIONAL "
        "INFORMATION Page 19 SECTION 13 GROUNDS FOR EXCLUSION Page 19. Please provide the list."
    )
    assert ask("references-asked", text).outcome == "inapplicable"


def test_factors_that_trigger_a_change_judge_no_bid() -> None:
    text = (
        "# Invitation to tender\nAn earlier re-opening could be triggered by a range of factors, which may include but "
        "are not limited to:\n\n- Supply and demand changes\n- Changes to requirements\n- Changes to prices"
    )
    row = ask("award-criteria-disclosed", text)
    assert row.reason == "no award criteria were found"


def test_a_lot_that_is_named_is_not_silence_on_lots() -> None:
    text = "# Tender notice\nThe contract is worth £28,600,000.\n\nLot Title: Residential care\n\nLot 1 Status: active"
    assert ask("lots-considered", text).outcome == "cantTell"


def test_what_a_tender_should_consist_of_is_no_part_of_the_pack() -> None:
    text = "# Submission\nTender documents should consist of:\n\n- Copy of Public Liability Insurance Certificate"
    assert ask("named-attachments", text).outcome == "passed"


def test_the_name_of_an_appendix_ends_before_its_page() -> None:
    text = "# Index\nSECTION 15 LISTS Page 20 APPENDIX 1 PRICING MATRIX Page 22 APPENDIX 2 DAYWORKS SCHEDULE Page 25"
    messages = [each.message for each in ask("named-attachments", text).findings]
    assert [each for each in messages if "Page" in each] == []
    assert any("(PRICING MATRIX)" in each for each in messages)


def test_grounds_maintenance_that_is_supplied_is_a_service() -> None:
    text = (
        "# Invitation to tender\nOne provider will be appointed to a three-year contract for the supply of grounds "
        "maintenance."
    )
    assert ask("tupe-information", text).outcome == "failed"


def test_home_based_care_is_care() -> None:
    text = "# Invitation to tender: home-based care services\nVisits last 15 minutes."
    assert ask("independent-living", text).outcome == "failed"


def test_a_tender_to_complete_and_submit_has_a_deadline() -> None:
    text = (
        "# Invitation to tender\nYou are invited to complete the Form of Tender and submit it in a sealed envelope "
        "to the Clerk, 12 Long Road, Anytown, AB1 2CD by 4pm on Thursday 26 November 2026."
    )
    assert ask("deadline-day", text).outcome == "passed"


def test_a_renewal_of_two_years_with_two_more_is_first_a_term() -> None:
    text = (
        "# Invitation to tender\nRenewal: 2-year Framework Contract with the option to extend for a further 2 years. "
        "Extensions will be on a 1 yr plus 1 yr basis, total contract period if both are taken - 4 years."
    )
    row = ask("contract-length", text)
    assert row.outcome == "failed"
    assert "24 months" in row.findings[0].message


def test_a_tender_notice_is_no_notice_period() -> None:
    text = "# Invitation to tender notice\nThe Council invites tenders for a three-year Grounds Maintenance Contract."
    assert ask("contract-length", text).outcome == "passed"
