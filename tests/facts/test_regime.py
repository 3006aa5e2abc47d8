"""What tells under which law a pack stands, and who may bid."""

from __future__ import annotations

import pytest

from tests.facts.facts_read import read

LAWS = [
    ("This procurement is conducted under the Procurement Act 2023.", ["PA2023"]),
    ("The Procurement Regulations 2024 apply to this tender notice.", ["PA2023"]),
    ("The tender is run in accordance with the Public Contracts Regulations 2015.", ["PCR2015"]),
    ("Bidders may be excluded under regulation 57 of the PCR 2015.", ["PCR2015"]),
    ("This is a Part B service under the Public Contracts Regulations 2006.", ["PCR2006"]),
    ("The service falls under the Health Care Services (Provider Selection Regime) Regulations 2023.", ["PSR"]),
    ("The award follows the Provider Selection Regime.", ["PSR"]),
    ("The tender complies with the Public Contracts (Scotland) Regulations 2015.", ["PCS2015"]),
    ("The Procurement Reform (Scotland) Act 2014 governs this procurement.", ["PCS2015"]),
    ("The Public Contracts (Scotland) Regulations 2012 apply to the award.", ["PCS2012"]),
    ("The Public Contracts Regulations 2015 have been repealed by the Procurement Act 2023, under which this tender "
     "is run.", ["PA2023"]),
    ("The Procurement Act 2023, which replaces the Public Contracts Regulations 2015, governs the process.",
     ["PA2023"]),
    ("The Public Contracts Regulations 2015 do not apply to this procurement.", []),
    ("This tender is not subject to the Procurement Act 2023.", []),
    ("The contract notice was sent to OJEU.", []),
    ("The Equality Act 2010 binds the provider.", []),
    ("The act of procurement began in 2023.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), LAWS)
def test_the_law_named_is_the_one_that_governs(text: str, values: list[str]) -> None:
    assert read(text, "law_named") == values


LEFT_OUT = [
    ("This ITT is exempt from the Public Contracts Regulations 2015.", ["PCR2015"]),
    ("The Public Contracts Regulations 2015 do not apply to this procurement.", ["PCR2015"]),
    ("This tender is not subject to the Procurement Act 2023.", ["PA2023"]),
    ("The contract falls outside the scope of the Public Contracts Regulations 2015.", ["PCR2015"]),
    ("Please note that this competition is not governed by the Procurement Act 2023.", ["PA2023"]),
    ("The Procurement Act 2023 does not apply to this quotation.", ["PA2023"]),
    ("This procurement is conducted under the Procurement Act 2023.", []),
    ("The Public Contracts Regulations 2015 have been repealed by the Procurement Act 2023.", []),
    ("Regulation 84 of the Public Contracts Regulations 2015 does not apply to this contract.", []),
    ("If the contract is exempt from the Procurement Act 2023 we will say so.", []),
    ("Subcontracts under this contract are not subject to the Procurement Act 2023.", []),
    ("Firms exempted from the Public Contracts Regulations 2015 must tell us.", []),
    ("Before the Procurement Act 2023 this contract was let another way.", []),
]


@pytest.mark.parametrize(("text", "values"), LEFT_OUT)
def test_the_law_that_does_not_govern_is_told_from_one_that_is_gone(text: str, values: list[str]) -> None:
    assert read(text, "law_left_out") == values


NATIONS = [
    ("The contract shall be governed by Scots law.", ["Scotland"]),
    ("The contract is advertised on Public Contracts Scotland.", ["Scotland"]),
    ("Millbrook House, High Street, Glasgow G1 1AA", ["Scotland"]),
    ("Bids are sent through Sell2Wales.", ["Wales"]),
    ("The Well-being of Future Generations Act applies.", ["Wales"]),
    ("Town Hall, Castle Street, Cardiff CF10 1AA", ["Wales"]),
    ("The tender is on eTendersNI.", ["Northern Ireland"]),
    ("The Fair Employment and Treatment (Northern Ireland) Order 1998 applies.", ["Northern Ireland"]),
    ("Parliament Buildings, Belfast Road BT4 3XX", ["Northern Ireland"]),
    ("The law of England and Wales applies.", ["England and Wales"]),
    ("The courts of England & Wales decide.", ["England and Wales"]),
    ("The law of England applies.", ["England"]),
    ("This agreement is governed by English law.", ["England"]),
    ("Council House, North Street, Leeds LS1 1AA", ["England"]),
    ("Schedule 24 (Scottish law) – optional", []),
    ("The service is national.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), NATIONS)
def test_the_nation_is_told_by_law_portal_or_postcode(text: str, values: list[str]) -> None:
    assert read(text, "nation") == values


SIDES = [
    ("The estimated value is below the threshold for services, so not all rules apply.", ["below"]),
    ("This contract is under the relevant threshold.", ["below"]),
    ("This is a below-threshold procurement.", ["below"]),
    ("The value of the contract does not exceed the threshold.", ["below"]),
    ("The value exceeds the relevant threshold.", ["above"]),
    ("This procurement is above the sub-central threshold.", ["above"]),
    ("This is a covered procurement.", ["above"]),
    ("Contracts above the threshold must be advertised.", []),
    ("Bids below the quality threshold of 60% will be rejected.", []),
    ("A turnover above the VAT threshold must be declared in this tender.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), SIDES)
def test_the_side_of_the_threshold_is_that_of_this_contract(text: str, values: list[str]) -> None:
    assert read(text, "threshold_side") == values


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("The services fall under the Light Touch Regime.", "contract_kind", ["light-touch"]),
        ("| Type of contract | Services |", "contract_kind", ["services"]),
        ("| Type of contract | Works |", "contract_kind", ["works"]),
        ("Contract type: Supplies", "contract_kind", ["goods"]),
        ("This is a works contract.", "contract_kind", ["works"]),
        ("The Department of Public Works will watch.", "contract_kind", []),
        ("CPV: 85312000-9", "cpv", ["85312000"]),
        ("| CPV code | 90910000 |", "cpv", ["90910000"]),
        ("CPV codes: 45000000, 45262700-8", "cpv", ["45000000", "45262700"]),
        ("Call 12345678 about CPV matters that stand far from any code of ours, please, and mind the gap between "
         "them.", "cpv", ["12345678"]),
        ("Telephone 01632960456.", "cpv", []),
        ("Responses must be submitted through the ProContract portal.", "portal", ["ProContract"]),
        ("Register on In-Tend and upload your tender.", "portal", ["In-Tend"]),
        ("Tenders shall be submitted through the Authority's e-tendering portal.", "portal", ["e-tendering portal"]),
        ("The notice is on Contracts Finder.", "portal", []),
        ("Only registered charities may bid for this contract.", "provider_type", ["registered charities"]),
        ("Bidders must be not-for-profit organisations.", "provider_type", ["not-for-profit organisations"]),
        ("This opportunity is open only to voluntary sector organisations.",
         "provider_type", ["voluntary sector organisations"]),
        ("The competition is restricted to social enterprises.", "provider_type", ["social enterprises"]),
        ("We welcome bids from charities and social enterprises.", "provider_type", []),
        ("Are you a registered charity?", "provider_type", []),
        ("The contract is reserved for supported employment providers under section 32.",
         "reservation", ["supported employment"]),
        ("Participation is reserved for public service mutuals.", "reservation", ["mutual"]),
        ("This procurement is reserved to suppliers located in the county.", "reservation", ["local"]),
        ("The competition is reserved for SMEs and VCSEs.", "reservation", ["sme or vcse"]),
        ("This contract is not reserved.", "reservation", ["none"]),
        ("We thought about reserving this contract.", "reservation", ["considered"]),
        ("The Council reserves the right not to award the contract.", "reservation", []),
        ("All rights reserved.", "reservation", []),
        ("# Pre-Qualification Questionnaire", "tender_stage", ["selection"]),
        ("# Invitation to Tender", "tender_stage", ["tender"]),
        ("# Request for Information", "tender_stage", ["market engagement"]),
        ("# Request for Quotation", "tender_stage", ["quotation"]),
        ("# Call-off order form", "tender_stage", ["call-off"]),
    ],
)
def test_other_signs_of_the_regime(text: str, name: str, values: list[str]) -> None:
    assert read(text, name) == values
