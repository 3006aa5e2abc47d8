"""Parts that a pack names are matched through their spellings; what is not its own is left alone."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize(
    "pack",
    [
        {
            "ITT.md": "# ITT\nSee Appendix B for the pricing schedule and Annex II for drawings.",
            "App B - Pricing.xlsx": (
        "# Prices\n"
        "\n"
        "x"
    ),
            "Annex 2 Drawings.pdf": (
        "# D\n"
        "\n"
        "y"
    ),
        },
        {
            "ITT.md": "# ITT\nUse Attachment 4 (Pricing Schedule).",
            "Pricing schedule v2.md": (
        "# Prices\n"
        "\n"
        "x"
    ),
        },
        {
            "ITT.md": "# ITT\nComplete Volume 2.",
            "Vol 2 - Response.md": (
        "# R\n"
        "\n"
        "x"
    ),
        },
        {
            "Part 1 ITT.md": "# ITT\nSee part 3, section D.",
            "Part 3 Response.md": (
        "# R\n"
        "\n"
        "x"
    ),
        },
        {
            "1 ITT.md": "# ITT\nSend document 2.",
            "2 Form.md": (
        "# R\n"
        "\n"
        "x"
    ),
        },
        (
            "# ITT\n"
            "The following are attached:\n"
            "\n"
            "- Appendix A – Specification\n"
            "- Appendix B – Price Schedule\n"
            "\n"
            "# Appendix A\n"
            "\n"
            "Mow the grass.\n"
            "\n"
            "# Appendix B\n"
            "\n"
            "Price: ____"
        ),
        (
            "# ITT\n"
            "Complete Schedule 1.\n"
            "\n"
            "# SCHEDULE 1\n"
            "\n"
            "# FORM OF TENDER\n"
            "\n"
            "We offer to do the work."
        ),
        (
            "# Contents\n"
            "\n"
            "Appendix A Specification ......... 5\n"
            "\n"
            "# Appendix A Specification\n"
            "\n"
            "Mow."
        ),
        (
            "# ITT\n"
            "Use the attached Pricing Schedule.\n"
            "\n"
            "# Pricing schedule\n"
            "\n"
            "| Item | £ |\n"
            "|---|---|\n"
            "| a | |"
        ),
    ],
)
def test_parts_are_matched_to_files_and_titles_through_their_spellings(pack: str | dict[str, str]) -> None:
    assert ask("named-attachments", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        {
            "ITT.md": "# ITT\nUse Attachment 4 (Pricing Schedule) and Attachment 5 (Draft Contract).",
            "Pricing schedule v2.md": (
        "# Prices\n"
        "\n"
        "x"
    ),
        },
        (
            "# ITT\n"
            "Appendix 3 gives the site list.\n"
            "\n"
            "# Appendix 1\n"
            "\n"
            "text\n"
            "\n"
            "# Appendix 2\n"
            "\n"
            "text"
        ),
        (
            "# ITT\n"
            "The following are attached:\n"
            "\n"
            "Appendix A – Specification\n"
            "\n"
            "Appendix B – Price Schedule\n"
            "\n"
            "# Appendix A\n"
            "\n"
            "Mow the grass."
        ),
        "# ITT\nSite plans are enclosed at Appendix C (Site Plans).",
        "# Conditions\nPayments are in Schedule 2 (Payments).",
        "# ITT\nUse the enclosed Site Plan to find the gates.",
        (
            "# Contents\n"
            "\n"
            "Appendix A Specification ......... 5\n"
            "\n"
            "Appendix B Prices ........ 9\n"
            "\n"
            "# Appendix A Specification\n"
            "\n"
            "Mow."
        ),
        {
            "Part 1 ITT.md": "# ITT\nSee part 3, section D and Part 4.",
            "Part 3 Response.md": (
        "# R\n"
        "\n"
        "x"
    ),
        },
    ],
)
def test_a_part_that_is_only_named_or_only_listed_is_missing(pack: str | dict[str, str]) -> None:
    assert ask("named-attachments", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        {
            "ITT.md": (
        "# ITT\n"
        "The pack comprises the following documents:\n"
        "\n"
        "- Invitation to tender\n"
        "- Specification\n"
        "- Form of tender\n"
        "- Conditions of contract"
    ),
            "Specification.md": (
        "# Spec\n"
        "\n"
        "x"
    ),
            "Form of Tender.md": (
        "# Form\n"
        "\n"
        "y"
    ),
        },
        {
            "ITT.md": (
        "# What is in the pack\n"
        "\n"
        "1. This invitation\n"
        "1. Map of the grounds"
    ),
            "Other.md": (
        "# X\n"
        "\n"
        "y"
    ),
        },
    ],
)
def test_the_packs_own_list_of_documents_is_held_to_its_files(pack: str | dict[str, str]) -> None:
    assert ask("named-attachments", pack).outcome == "failed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# Contract\n"
            "The Supplier complies with Schedule 1 of the Data Protection Act 2018 and Part 2 of Schedule 3 "
            "to the Public Contracts Regulations 2015, and with Annex 1 of Directive 2014/24/EU."
        ),
        "# ITT\nThe standard is ISO 27001 Annex A. Appendix B of BS 4428 gives methods.",
        "# ITT\nThe Contract Notice said so in Annex D of the notice.",
        "# ITT\nAnnex B of the Council's procurement strategy says more.",
    ],
)
def test_parts_of_laws_standards_and_other_documents_are_not_the_packs(pack: str) -> None:
    assert ask("named-attachments", pack).outcome == "passed"


@pytest.mark.parametrize(
    "pack",
    [
        (
            "# ITT\n"
            "Please attach your method statement as Appendix A. Label your CVs Appendix B of your response."
        ),
        (
            "# ITT\n"
            "| Schedule | Title |\n"
            "|---|---|\n"
            "| Schedule 1 | Not used |\n"
            "| Schedule 2 | Payments |\n"
            "\n"
            "# Schedule 2 Payments\n"
            "\n"
            "We pay in 30 days."
        ),
        "# ITT\nSchedule 4 – Not Used. Schedule 6 (intentionally blank).",
        "# ITT\nAppendix 5 will be provided to the successful tenderer after award.",
        "# ITT\nThe TUPE list in Appendix 6 is available on request.",
        "# ITT\nAppendix 7 is at https://www.aldmere.example/appendix7.",
        (
            "# ITT\n"
            "Your tender must include the following documents:\n"
            "\n"
            "- Insurance certificate\n"
            "- Health and safety policy\n"
            "- Completed pricing form"
        ),
    ],
)
def test_parts_not_used_to_come_or_to_be_supplied_are_not_missing(pack: str) -> None:
    assert ask("named-attachments", pack).outcome == "passed"


def test_words_that_only_look_like_parts_are_none() -> None:
    pack = (
        "# ITT\n"
        "We will schedule a meeting. The attachment 2 metres wide. Form I have. Use A4 paper, document "
        "A4."
    )
    assert ask("named-attachments", pack).outcome == "passed"



def test_each_missing_part_is_listed_with_where_and_how_often_it_is_named() -> None:
    pack = "# ITT\n\nSee Annex 1.\n\nSign Annex 1.\n\nFill in Annex 2 (Declaration)."
    row = ask("named-attachments", pack)
    assert [each.message for each in row.findings] == [
        "Names Annex 1, which is not in the pack; it is named in 2 places.",
        "Names Annex 2 (Declaration), which is not in the pack.",
    ]
    assert row.findings[0].where.quote == "See Annex 1."


def test_a_pack_of_one_file_is_said_to_be_one_file() -> None:
    assert "a single file" in ask("named-attachments", "# ITT\n\nSee Annex 1.").reason


def test_a_title_with_nothing_under_it_is_told_apart() -> None:
    row = ask("named-attachments", "# ITT\n\nSee Appendix A.\n\n# Appendix A\n\n# Appendix B\n\nPrices.")
    assert [each.message for each in row.findings] == ["Names Appendix A, of which only the title is there."]


def test_a_list_by_letters_alone_names_parts_too() -> None:
    pack = "# Appendices\n\n| A | Price form |\n|---|---|\n| B | Site drawings |\n\n# Appendix A\n\nPrice: ____"
    row = ask("named-attachments", pack)
    assert [each.message for each in row.findings] == ["Names Appendix B (Site drawings), which is not in the pack."]


def test_the_law_that_a_pack_quotes_names_its_own_schedules() -> None:
    pack = "# Section 19 of the Act\n\nNo person may disclose a matter in Schedule 4 to this Act."
    assert ask("named-attachments", pack).outcome == "passed"


def test_a_part_stands_under_any_of_the_titles_that_the_pack_gives_it() -> None:
    pack = "# ITT\n\nReturn Annex A (Reply), see Annex A – Statement of Rates.\n\n# Statement of Rates\n\nRates: ____"
    assert ask("named-attachments", pack).outcome == "passed"


LISTED = (
    "# Invitation to tender\nFill in document 3.\n\n# What is in this pack\n"
    "| Number | Document |\n|---|---|\n| 1 | Invitation to tender (this document) |\n| 2 | Service specification |\n"
    "| 3 | Tender form |"
)


def test_a_document_that_is_listed_by_name_and_spoken_of_by_number_counts_once() -> None:
    files = {"2 Service specification.docx": "# Service specification\nClean.", "3 Tender form.docx": "# Form\nName:"}
    row = ask("named-attachments", {"1 Invitation.docx": LISTED, **files})
    assert row.reason == "each of the 2 other documents that the pack names is there"
    assert [each.where.quote for each in row.evidence] == ["2 Service specification", "3 Tender form"]


def test_a_listed_document_that_is_missing_counts_once() -> None:
    files = {"2 Service specification.docx": "# Service specification\nClean.", "9 Map.docx": "# Map\nGrounds."}
    row = ask("named-attachments", {"1 Invitation.docx": LISTED, **files})
    assert row.reason.startswith("1 part that the pack names is not in it: Document 3")


def test_a_document_that_names_only_itself_is_not_counted_as_named() -> None:
    files = {
        "Part 1 Instructions.docx": "# Youth work, part 1: instructions\nPrices go in part 3.",
        "Part 2 Work.docx": "# Youth work, part 2: the work\nTwo groups.",
        "Part 3 Prices.docx": "# Youth work, part 3: prices\nYour price:",
    }
    row = ask("named-attachments", files)
    assert row.reason == "the one other document that the pack names is there"
    assert [each.where.quote for each in row.evidence] == ["Prices go in part 3."]


BESIDE = {"Specification.docx": "# Specification\nClean twice.", "Tender form.docx": "# Tender form\n| Name | |"}


@pytest.mark.parametrize(
    "words",
    [
        "# Tender documents\n1. Invitation to tender\n2. Specification\n3. Tender form\n4. Price Schedule",
        "# Documents\n1. Invitation to tender\n2. Specification\n3. Tender form\n4. Price Schedule",
        "# Document list\n| 1. Invitation |\n| 2. Specification |\n| 3. Tender form |\n| 4. Price Schedule |",
        "The pack is made up of 1. Invitation, 2. Specification, 3. Tender form and 4. Price Schedule.",
    ],
)
def test_a_listed_document_with_its_number_first_is_missed_by_its_name(words: str) -> None:
    text = f"# Invitation to tender\nInstructions. Tenders must be returned by noon.\n\n{words}"
    row = ask("named-attachments", {"Invitation to tender.docx": text, **BESIDE})
    assert row.outcome == "failed"
    assert row.reason.startswith("1 part that the pack names is not in it: Price Schedule")


def test_documents_that_bidders_must_send_are_not_missed() -> None:
    text = "# Invitation to tender\n# Documents\n1. Method statement form\n2. Insurance certificate\n3. Price schedule"
    assert ask("named-attachments", {"Letter.docx": text, **BESIDE}).outcome == "passed"


@pytest.mark.parametrize(
    "words", ["A copy of our safeguarding policy is enclosed.", "Our site plan is also attached for you to see."]
)
def test_a_paper_of_the_buyer_that_is_enclosed_and_not_there_is_missed(words: str) -> None:
    text = f"# Request for quotation\nPlease quote by 3 April. {words}"
    assert ask("named-attachments", {"Letter.docx": text, **BESIDE}).outcome == "failed"
    there = {"Safeguarding policy.docx": "# Safeguarding policy", "Site plan.docx": "# Site plan"}
    assert ask("named-attachments", {"Letter.docx": text, **BESIDE, **there}).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "The Council's Safeguarding Policy is attached as Document 7.",
        "Our brand guide (attached as Appendix 4) shows the colours.",
        "Prices go in the spreadsheet attached as Document 3.",
        "Your tender must be based on the specification attached as Document 2.",
        "The site plan is enclosed separately as Attachment 9.",
        "See Document 5 for the pricing sheet.",
        "Complete Document 4 and return it by noon.",
        "The terms are set out in Document 6.",
        "A copy of the lease is supplied as Annex K.",
        "Your price must be entered on the form provided as Appendix 3.",
    ],
)
def test_a_paper_that_the_buyer_gives_as_a_numbered_part_is_missed_when_it_is_not_there(words: str) -> None:
    assert ask("named-attachments", f"# Invitation to tender\n{words}").outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Copies of your insurance certificates must be attached as Document 7.",
        "Please attach your accounts as Document 2.",
        "Your equality policy, attached as Appendix 2, must be signed.",
        "The work must meet Approved Document M of the Building Regulations.",
        "Bidders should submit a method statement, to be attached as Appendix 3.",
        "Upload the policy as Document 1.",
        "Evidence should be provided as Annex 1 to your response.",
        "Planning Policy Document 12 applies.",
        "Where the bidder has supplied references as Document 5, they are scored.",
        "Bidders must keep this document 3 years.",
    ],
)
def test_papers_that_bidders_are_to_give_and_names_of_other_documents_are_not_missed(words: str) -> None:
    assert ask("named-attachments", f"# Invitation to tender\n{words}").outcome == "passed"


RUN_IN = [
    "Schedule C: Prices. State one price for each visit, with travel and materials in it.",
    "Schedule C – Method statements. Bidders must answer both questions. Question 1: How will you staff the service?",
    "Schedule C (Form of tender). I offer to provide the services for the price that I have put below.",
    "{look bold} Schedule C: Background. The trust seeks one organisation to find and look after drivers.",
    "Schedule C: The work. The contractor cuts the grass every two weeks from March to October.",
    "Schedule C. Payment. The council pays each month within 30 days of an invoice that is right.",
]


@pytest.mark.parametrize("words", RUN_IN)
def test_a_part_may_begin_with_the_first_words_of_a_paragraph(words: str) -> None:
    text = f"# Invitation to tender\nFollow Schedule C.\n\n# How to reply\nSend it by e-mail.\n\n{words}\n\nName: ....."
    assert ask("named-attachments", text).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Schedule C: Prices. This must be completed and returned with your tender.",
        "Schedule C: Prices (separate spreadsheet). State one price for each visit in the yellow cells only.",
        "Schedule C – Prices. The schedule sets out how prices are to be given for each of the visits.",
        "Schedule C. Tenderers should read it before they fill in anything else, and sign it.",
        "Schedule C: Prices. Please complete all of the sheets of the file and send it back.",
        "Schedule C: Prices. It can be downloaded with the other papers of this tender from the portal.",
        "Schedule C applies to all of the visits, and the prices in it are fixed for a year.",
        "Schedule C: Prices.",
    ],
)
def test_a_paragraph_that_only_tells_of_a_part_does_not_begin_it(words: str) -> None:
    text = f"# Invitation to tender\nFollow Schedule C.\n\n# How to reply\nSend it by e-mail.\n\n{words}\n\nName: ....."
    assert ask("named-attachments", text).outcome == "failed"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Tender form.md", "Fill in the tender form and send it to us."),
        ("3_pricing_schedule_v2.md", "Put your prices on the pricing schedule."),
        ("Brief/Site plan - final.md", "Look at the site plan before you bid."),
    ],
)
def test_a_file_that_is_called_by_its_plain_name_is_named_and_there(file: str, words: str) -> None:
    row = ask("named-attachments", {"ITT.md": f"# Invitation to tender\n{words}", file: "# Form\nWrite here."})
    assert (row.outcome, row.reason) == ("passed", "the one other document that the pack names is there")
    assert [each.where.quote for each in row.evidence] == [words]


def test_where_no_document_is_named_nothing_is_said_of_what_the_pack_names() -> None:
    pack = {"ITT.md": "# Invitation to tender\nSend us a bid.", "Tender form.md": "# Bid\nName."}
    row = ask("named-attachments", pack)
    assert row.reason == "no appendix, schedule or other document was found that the pack names and does not hold"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We use our standard terms for services. You can see them at the council office.", "failed"),
        ("The conditions of contract may be inspected at the Council's offices by appointment.", "failed"),
        ("Our terms and conditions can be viewed in the Town Hall.", "failed"),
        ("The terms of the contract are available for inspection at the parish council office.", "failed"),
        ("Our standard terms apply. Bidders may look at a copy at our main office.", "failed"),
        ("You can see our terms at the council office or on our website.", "passed"),
        ("The conditions of contract may be inspected at our offices; we will e-mail you a copy.", "passed"),
        ("The terms are simple. You can see the site from the council office.", "passed"),
        ("Our terms of use can be read in the library.", "passed"),
        ("The terms are below. The works can be viewed at the depot.", "passed"),
        ("Under the terms the contractor keeps accounts. The council may inspect its books at the council office.",
         "passed"),
    ],
)  # fmt: skip
def test_terms_that_can_only_be_seen_in_an_office_are_not_in_the_pack(words: str, outcome: str) -> None:
    row = ask("named-attachments", f"# Request for quotation\n{words}")
    assert row.outcome == outcome, row.reason
    if outcome == "failed":
        assert "can only be seen somewhere" in row.findings[0].message


def test_terms_that_are_in_the_pack_may_be_seen_in_an_office_too() -> None:
    pack = {
        "RFQ.md": "# Request for quotation\nOur conditions of contract can be seen at the council office.",
        "Conditions of contract.md": "# Conditions of contract\n1 The contractor cleans the hall.\n\n2 We pay monthly.",
    }
    assert ask("named-attachments", pack).outcome == "passed"
