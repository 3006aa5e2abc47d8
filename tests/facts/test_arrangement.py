"""Kind of agreement, procedure and lots."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts, Sure
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tests.facts.facts_read import chosen, read

AGREEMENTS = [
    ("The Council intends to award a contract to one provider for three years.", "contract"),
    ("The successful tenderer will sign a formal contract.", "contract"),
    ("A single contract will be let.", "contract"),
    ("The contract period is 24 months.", "contract"),
    ("The Council wishes to establish a framework agreement for advocacy services.", "framework"),
    ("Suppliers are invited to join the framework.", "framework"),
    ("This framework agreement will run for four years.", "framework"),
    ("The result will be a multi-supplier framework to which five firms are appointed: they will be appointed to the "
     "framework.", "framework"),
    ("The Trust is setting up a framework of therapists.", "framework"),
    ("A dynamic market will be established for this work.", "framework"),
    ("This is a call-off contract and the Buyer cannot guarantee volumes of work.", "call-off"),
    ("We invite you to bid in this call-off further competition.", "call-off"),
    ("This Order Form forms a Call-Off Contract.", "call-off"),
    ("The successful organisation will enter into an annual service level agreement with the Council.", "sla"),
    ("The service will be provided under a Service Level Agreement with the ICB for one year.", "sla"),
    ("The service level agreement will run for twelve months.", "sla"),
    ("A one-year SLA will be offered: we will enter into an SLA with each provider.", "sla"),
    ("Applicants for a grant of up to £20,000 must be charities. The grant agreement runs for a year.", "grant"),
    ("Organisations may apply for a grant to run the club.", "grant"),
    ("The grant funding agreement will be issued in May.", "grant"),
    ("We will award an annual grant to one organisation for advice.", "grant"),
    ("The Council wishes to award a grant for the running of the hall.", "grant"),
    ("A service level agreement (Schedule 3) sets out response times. The contract will be awarded in May.",
     "contract"),
    ("The Council's safeguarding framework applies. The contract will be awarded in June.", "contract"),
    ("The current framework ends in May. A new contract will be awarded in June.", "contract"),
    ("The Supplier grants the Council a licence. The contract is awarded to the best bid.", "contract"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), AGREEMENTS)
def test_the_agreement_is_what_is_offered_and_not_what_is_mentioned(text: str, value: str) -> None:
    assert chosen(text, "agreement_type") == value


QUOTED = [
    ("This is a public contract under the Procurement Act 2023.", True),
    ("The contract is for three years from 2 September 2019.", True),
    ("The agreement is for two years.", False),
    ("This will be a public contract with light touch rules.", True),
    ("A single contract will be let.", True),
    ("The winner will enter into a formal contract.", True),
    ("The service contract is for home care in the north of the county.", True),
    ("If the contract is for goods, clause 4 applies.", False),
    ("Tell us whether the contract is for you.", False),
    ("The contract will be managed by Ann.", False),
    ("Public contracts are advertised on Find a Tender.", False),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "best"), QUOTED)
def test_the_agreement_is_quoted_from_what_says_outright_what_is_offered(sentence: str, best: bool) -> None:
    table = "# Key dates\n\n| Contract start | Monday 2 March 2026 |\n\n"
    text = f"{table}# What we buy\n\nWe sign the contract.\n\n{sentence}"
    fact = Facts(Passages(pack(text))).chosen("agreement_type")
    assert fact is not None
    assert (fact.quote == sentence) is best


PROCEDURES = [
    ("This procurement is being conducted under the open procedure of the Procurement Act 2023.", "open"),
    ("We are using the open procedure, so anyone may send a tender.", "open"),
    ("| Procedure | Open |", "open"),
    ("The tender is run as an open competition.", "open"),
    ("| Procedure | Restricted |", "restricted"),
    ("The Authority is following the restricted procedure.", "restricted"),
    ("The Authority is using the Competitive Flexible Procedure.", "competitive-flexible"),
    ("A competitive flexible tendering procedure under section 20 will be followed.", "competitive-flexible"),
    ("The contract will be procured by the competitive procedure with negotiation.", "competitive-with-negotiation"),
    ("# Request for Quotation\n\nGrounds maintenance at the cemetery", "rfq"),
    ("# Invitation to Quote: benefits advice", "rfq"),
    ("This Invitation to Quote closes on 3 May.", "rfq"),
    ("This procurement is run under the light touch regime.", "light-touch"),
    ("The services are light-touch services and the procurement follows those rules.", "light-touch"),
    ("The value of this procurement is below the threshold.", "below-threshold"),
    ("This is a below-threshold procurement.", "below-threshold"),
    ("It is a mini-competition under the regional framework.", "further-competition"),
    ("We invite you to bid in this call-off further competition.", "further-competition"),
    ("The requirement is called off from Lot 3 of the framework.", "framework-call-off"),
    ("The Council reserves the right to use the restricted procedure in future.", None),
    ("If no bids are received the Council may use the open procedure.", None),
    ("The complaints procedure is open to everyone.", None),
    ("Competition for jobs is open.", None),
    ("The framework tender is being run by the Council for the procurement of a framework.", "framework"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), PROCEDURES)
def test_the_procedure_is_the_one_that_is_followed(text: str, value: str | None) -> None:
    assert chosen(text, "procedure") == value


LOTS = [
    ("The contract is divided into three lots.", [3]),
    ("We have split the work into two lots, so that smaller groups can bid.", [2]),
    ("## Lot 1: North\n\nText.\n\n## Lot 2: South\n\nText.", [2]),
    ("Lots: 5", [5]),
    ("| Number of lots | 4 |", [4]),
    ("There are four lots; you may bid for one lot or all lots.", [4]),
    ("The tender consists of six (6) geographical lots.", [6]),
    ("| Lot | Area |\n|---|---|\n| Lot 1 | East |\n| Lot 2 | West |\n| Lot 3 | North |", [3]),
    ("This procurement comprises 2 separate lots.", [2]),
    ("The framework is made up of seven lots.", [7]),
    ("Bids are invited for any of the three lots.", [3]),
    ("The contract is not divided into lots because the services depend on each other.", [1]),
    ("The work will be let as a single lot.", [1]),
    ("The contract has not been divided into lots.", [1]),
    ("The Council has decided not to split this contract into lots.", [1]),
    ("| Division into lots | No |", [1]),
    ("There are no lots.", [1]),
    ("The contract will be let as a whole.", [1]),
    ("The services are to be awarded as a single contract.", [1]),
    ("The work will be tendered as one package.", [1]),
    ("The pack should be read as a whole.", []),
    ("The Council as a whole has a duty of care.", []),
    ("Staff are trained as one team; the agreement must be read as one contract.", []),
    ("This requirement is called off from Lot 3 of framework RM6187.", []),
    ("There are two parking lots behind the hall.", []),
    ("We have lots of volunteers.", []),
    ("A maximum of two lots may be won by one bidder.", []),
    ("Purchases must not be broken into smaller lots to avoid the threshold.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), LOTS)
def test_lots_are_stated_or_counted(text: str, values: list[int]) -> None:
    assert read(text, "lots") == values


def test_a_named_thing_of_the_contract_is_not_told_beside_an_outright_statement() -> None:
    text = "# Brief\nThis is a public contract for advice.\n\n| Step | Date |\n|---|---|\n" \
        "| Contract award notice | 23 November 2026 |\n| Contract start | 1 April 2027 |\n"
    facts = Facts(Passages(pack(text))).all("agreement_type")
    assert [fact.quote for fact in facts] == ["This is a public contract for advice."]


def test_what_is_said_of_tupe_counts_for_each_lot_and_is_not_called_a_timetable() -> None:
    text = "# Workforce information\nTUPE may be new to you. We think that TUPE applies to lot 1.\n\n" \
        "TUPE does not apply to lot 2, because it is a new service."
    facts = Facts(Passages(pack({"Workforce information.md": text}))).all("tupe")
    counted = [(fact.value, fact.why) for fact in facts if fact.chosen]
    assert counted == [
        ("applies", "of lot 1; a statement goes before a mere mention"), ("does-not-apply", "of lot 2"),
    ]  # fmt: skip


def test_what_the_buyer_thinks_of_tupe_is_less_sure_than_what_it_states() -> None:
    for words, sure in (("We think that TUPE applies.", Sure.MEDIUM), ("TUPE applies.", Sure.HIGH)):
        fact = Facts(Passages(pack(f"# Staff\n{words}"))).chosen("tupe")
        assert fact is not None
        assert (fact.value, fact.sure) == ("applies", sure)
