"""Who buys, what the tender is called, and what kind of authority the buyer is."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tests.facts.facts_read import chosen

BUYERS = [
    ('Millbrook Town Council (the "Council") invites tenders for cleaning.', "Millbrook Town Council"),
    ("Oakham District Council\n\nRequest for Quotation\n\nThe Council is seeking quotations.",
     "Oakham District Council"),
    ("| Contracting authority | Northmoor NHS Foundation Trust |\n| Title | Patient transport |",
     "Northmoor NHS Foundation Trust"),
    ("# Tender for advocacy\n\nIssued by: Riverside Housing Association Limited",
     "Riverside Housing Association Limited"),
    ('The Secretary of State for Transport (the "Authority") invites you to bid.', "Secretary of State for Transport"),
    ("The University of Penmarsh wishes to appoint a caterer.", "University of Penmarsh"),
    ("We (the Harrow Vale Foundation) are looking for an evaluator.", "Harrow Vale Foundation"),
    ("Tenders are invited by Great Oakley Parish Council for grass cutting.", "Great Oakley Parish Council"),
    ("Bids are sought on behalf of Westmarsh County Council by its agents.", "Westmarsh County Council"),
    ("The Police and Crime Commissioner for Westmarsh is inviting bids.",
     "Police and Crime Commissioner for Westmarsh"),
    ("Fennside College intends to award one contract.", "Fennside College"),
    ("The London Borough of Marsh Green requires a gardener.", "London Borough of Marsh Green"),
    ("Cobham Academy Trust is seeking a payroll provider.", "Cobham Academy Trust"),
    ("The Ministry of Paths invites tenders.", "Ministry of Paths"),
    ("The Fen Museum Trust would like quotations.", "Fen Museum Trust"),
    ("Client: Sandmere Borough Council", "Sandmere Borough Council"),
    ("This contract is between Thornley Community Interest Group Limited (the Client) and the Supplier.",
     "Thornley Community Interest Group Limited"),
    ('"Authority" means the Environment Board of Wales.', "Environment Board of Wales"),
    ("Redmarsh & District Housing Association is a charity. It needs a surveyor.",
     "Redmarsh & District Housing Association"),
    ("The Council invites tenders.", None),
    ("«Insert name of buyer» invites you to bid.", None),
    ("The Information Commissioner is the regulator and the Health and Safety Executive is inspecting.", None),
    ("# Cyngor Oakham / Oakham County Council\n\nGwahoddiad i Dendro / Invitation to Tender", "Oakham County Council"),
    ("# LONDON BOROUGH OF MARSH GREEN\n\n# ADULT SERVICES\n\nINVITATION TO TENDER", "London Borough of Marsh Green"),
    ("# Harrow Vale University Hospitals NHS Foundation Trust\n\nThe Trust wishes to purchase beds.",
     "Harrow Vale University Hospitals NHS Foundation Trust"),
    ("# Red Kite Arts\n\nNew website\n\n## Who we are\n\nRed Kite Arts is a charity that runs a gallery.",
     "Red Kite Arts"),
    ("# Red Kite Arts\n\nCall for proposals: an evaluator\n\nThis is a new post. We are an arts charity.",
     "Red Kite Arts"),
    ("Hi all,\n\nPlease quote for the above.\n\nAnn Clerk | Parks Officer | Oakham Borough Council",
     "Oakham Borough Council"),
    ('"Council" means the London Borough of [insert name of borough].', None),
    ("# Key terms\n\nThe Supplier is a charity or a social enterprise.", None),
    ("The Contracting Authority is not bound to accept a tender.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), BUYERS)
def test_the_buyer_is_named_in_full(text: str, name: str | None) -> None:
    assert chosen(text, "buyer_name") == name


TITLES = [
    ("# Invitation to Tender\n\n## Cleaning of Public Toilets 2026-2029", "Cleaning of Public Toilets 2026-2029"),
    ("# Tender for the provision of advocacy services", "provision of advocacy services"),
    ("| Contract title | Patient transport for Northmoor |", "Patient transport for Northmoor"),
    ("Invitation to Tender\n\nFor the provision of:\n\nGrounds Maintenance Services\n\n2026-2029",
     "Grounds Maintenance Services 2026-2029"),
    ("# Request for Quotation: benefits advice sessions", "benefits advice sessions"),
    ("Project title: Repairs to the Town Hall roof", "Repairs to the Town Hall roof"),
    ("# Northmoor Quarter 2 Request for Proposals\n\nPlease bid.", "Northmoor Quarter 2 Request for Proposals"),
    ("Oakham Council\n\nRequest for Quotation\n\nHedge cutting at Oakham Cemetery", "Hedge cutting at Oakham Cemetery"),
    ("You are invited to tender for Translation Services in accordance with the attached papers.",
     "Translation Services"),
    ("Provision of Window Cleaning Services\n\nInvitation to tender", "Provision of Window Cleaning Services"),
    ("Title of contract: Youth club in Marsh Green", "Youth club in Marsh Green"),
    ("# ITT – Independent living support", "Independent living support"),
    ("# Invitation to Quote for the supply of bins", "supply of bins"),
    ("# Supply and Fitting of Kitchens\n\nTender documents", "Supply and Fitting of Kitchens"),
    ("Name of project: The Big Dig", "The Big Dig"),
    ("Quotations are invited for the supply of two hundred chairs, to be returned by May.",
     "supply of two hundred chairs"),
    ("Tender document for:\n\nMaintenance of Lifts", "Maintenance of Lifts"),
    ("# Pre-Qualification Questionnaire\n\nContract: Riverside digging and recording",
     "Riverside digging and recording"),
    ("# Oakham Borough Council\n\nBus Services 2027-2031\n\n## Introduction", "Bus Services 2027-2031"),
    ("# Oakham Trust\n\nINVITATION TO TENDER\n\nManaged Payroll Service\n\nRef OT/1", "Managed Payroll Service"),
    ("# Red Kite Theatre\n\nNew box office - brief for suppliers\n\nBudget: £15k", "New box office"),
    ("# Fen Foundation\n\nCommissioning prospectus: lunch clubs for older people", "lunch clubs for older people"),
    ("# Fen Agency\n\nMemorandum of Information to Tenderers\n\nSchool taxis in the Fens\n\n## Background",
     "School taxis in the Fens"),
    ("# Cyngor Oakham / Oakham County Council\n\nGwahoddiad i Dendro / Invitation to Tender\n\nGwasanaeth Ieuenctid / "
     "Youth Service", "Gwasanaeth Ieuenctid / Youth Service"),
    ("From: Ann Clerk\n\nSubject: Quotation request - hedge cutting, Oakham Park\n\nHi all,",
     "hedge cutting, Oakham Park"),
    ("# Oakham Borough Council\n\n## Outreach Service\n\n## Volume 1: Instructions to Tenderers", "Outreach Service"),
    ("# Oakham Trust\n\n## Bootcamps Wave 7: Call for Competition\n\nPublished in May.", "Bootcamps Wave 7"),
    ("# Invitation to tender for a friendship club, part 1: instructions", "friendship club"),
    ("# Friendship club, part 2: service specification\n\nWords.", "Friendship club"),
    ("# Invitation to tender: Hedge cutting (Volume 1 of 4)", "Hedge cutting"),
    ("# Invitation to tender: Hedge cutting – Instructions to bidders", "Hedge cutting"),
    ("# Tender for home care - Part A - Instructions and guidance", "home care"),
    ("# Invitation to tender for the coast path, section 2", "coast path, section 2"),
    ("# Supply of order forms and price lists\n\nInvitation to tender", "Supply of order forms and price lists"),
    ("# Conditions of Contract\n\nWords.", None),
    ("| Question | Subject | Share of quality |\n|---|---|---|\n| 1 | Team work | 20% |", None),
    ("# Oakham Fire and Rescue Service\n\n## 2. How the contract works", None),
    ("# Invitation to Tender", None),
    ("# Contents\n\n# Introduction", None),
    ("# Invitation to Tender for «insert title»", None),
    ("Dear Sir or Madam,\n\nPlease find our papers attached.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_says_what_is_bought(text: str, title: str | None) -> None:
    assert chosen(text, "title") == title


def test_every_document_that_bears_the_title_at_its_top_is_counted() -> None:
    files = {
        "1 Invitation.md": "# Invitation to tender: friendship club in Oakham\n\nWords.",
        "2 Price form.md": "# Price form: Friendship club in Oakham\n\nFill it in.",
        "3 Terms.md": "# Contract terms: friendship club in Oakham\n\nWords.",
        "4 Map.md": "# Map of Oakham\n\nWords.",
    }
    found = Facts(Passages(pack(files))).all("title")
    assert [fact.value for fact in found] == ["friendship club in Oakham"] * 3
    assert [fact.place.document for fact in found] == list(files)[:3]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Millbrook Town Council",
         "sub-central"), ("Oakham Parish Council", "sub-central"), ("Northmoor NHS Foundation Trust", "central"),
        ("Ministry of Paths",
         "central"), ("Secretary of State for Transport", "central"), ("University of Penmarsh", "sub-central"),
        ("Westmarsh Constabulary",
         "sub-central"), ("Cobham Academy Trust", "sub-central"), ("Westmarsh Integrated Care Board", "central"),
        ("Department for Paths", "central"),
        ("Penmarsh Water Limited", "utility"), ("Fen District Council", "sub-central"),
    ],
)  # fmt: skip
def test_the_kind_of_authority_follows_from_the_buyers_name(name: str, kind: str) -> None:
    assert chosen(f'{name} (the "Authority") invites tenders.', "authority_type") == kind
