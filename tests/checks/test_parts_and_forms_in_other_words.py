"""Forms, procedures and parts of a pack are found in words that few packs use, and look-alikes are let be."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask


@pytest.mark.parametrize("foot", ["Enc: brief; draft agreement", "Encl. drawings, form of quotation",
                                  "Enclosures: price schedule and conditions", "Attachments (2): plan; specification"])
def test_what_the_foot_of_a_letter_encloses_must_be_there(foot: str) -> None:
    letter = f"Dear supplier,\n\nPlease quote for new windows by 4 May 2026.\n\nYours sincerely\n\nAnn Lee\n\n{foot}\n"
    assert ask("named-attachments", {"letter.txt": letter}).outcome == "failed"


def test_what_a_bidder_is_to_enclose_is_no_part_of_the_pack() -> None:
    letter = "Please quote for new windows.\n\nEnclose: your price schedule; your certificate of insurance\n"
    assert ask("named-attachments", {"letter.txt": letter}).outcome == "passed"


def test_appendices_counted_in_one_line_under_their_heading_must_be_there() -> None:
    text = "# Invitation to tender\nPlease bid.\n\n# Appendices\n1 Specification. 2 Price sheet. 3 Terms.\n"
    assert ask("named-attachments", text).outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Appendix 3 asks for your view of this tender: was it fair, clear and worth your time?", "passed"),
        ("Appendix 3 asks for the views of residents on the service.", "failed"),
    ],
)
def test_a_form_is_about_the_procurement_where_the_pack_says_so_elsewhere(words: str, outcome: str) -> None:
    text = f"# Invitation to tender\n{words}\n\n# Appendix 3 What did you think?\nFair? Clear? Worth it? Anything else?"
    assert ask("evaluation-feedback-form", text).outcome == outcome


def test_questions_on_putting_in_a_price_are_about_the_procurement() -> None:
    text = """# Invitation to price
# Last page: how was it for you?
1. Were our papers clear? Yes / No
2. What nearly stopped you from putting in a price? ..............
3. What should we do differently? ..............
"""
    assert ask("evaluation-feedback-form", text).outcome == "passed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("# If you are unhappy with how we ran this\nTell Jo first. If that does not sort it, write to the Chair of the"
         " Council at the parish office. She replies within ten days.", "passed"),
        ("# Unhappy?\nYou may write to the Monitoring Officer, monitoring@elan.example, about how the tender was run.",
         "passed"),
        ("# If residents are unhappy\nWrite to the chair of the council, who replies within ten days.", "failed"),
        ("# Questions\nWrite to the clerk, clerk@elan.example, about how to fill in the form.", "failed"),
    ],
)
def test_a_person_by_office_who_answers_is_a_route_for_complaints(words: str, outcome: str) -> None:
    assert ask("complaints-form", f"# Invitation to tender\nPlease bid.\n\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("This tender is available on request in large print or audio: ring 01632 960911.", "passed"),
        ("Adjustments, including papers in another form: ask Priya Lall, priya@north.example.", "passed"),
        ("Your tender must not be in large print. Questions: priya@north.example.", "failed"),
        ("Papers for tenants must come in large print. Questions: priya@north.example.", "failed"),
    ],
)
def test_the_pack_is_offered_in_other_forms_under_other_names(words: str, outcome: str) -> None:
    assert ask("accessible-formats", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Tenders from consortia are not precluded.", "passed"),
        ("A tender may be lodged by a group.", "passed"),
        ("Two or three of you can join forces.", "passed"),
        ("Tenders from consortia are not accepted.", "failed"),
        ("A tender may not be lodged by a group.", "failed"),
        ("Some of you may combine a visit with the briefing.", "failed"),
    ],
)
def test_bidding_together_is_told_in_other_words(words: str, outcome: str) -> None:
    assert ask("consortia-welcome", f"# Invitation to tender\n{words} Please bid by noon.").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("TUPE: we believe three posts would be affected. They have agreed to give us details, which we will pass on if"
         " you ask.", "passed"),
        ("TUPE may be relevant. Particulars of present staff are in Annex 2.", "passed"),
        ("No member of staff works on this now, so the Trust does not expect anybody to transfer.", "passed"),
        ("TUPE: we believe three posts would be affected.", "failed"),
        ("TUPE may apply. Details of your staff must be in your bid.", "failed"),
    ],
)
def test_staff_who_transfer_and_their_details_are_found_in_other_words(words: str, outcome: str) -> None:
    text = f"# Invitation to tender\nThe service runs for three years. Please bid.\n\n# Staff\n{words}"
    assert ask("tupe-information", text).outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Anyone who thinks that we did not stick to these rules should write to the Mayor, mayor@east.example, who"
         " will write back within two weeks.", "passed"),
        ("A grievance about how you handled this? Fill in the form at the end and send it to the Clerk.", "passed"),
        ("A bidder that does not stick to these rules is out. Questions: mayor@east.example.", "failed"),
        ("Residents with a grievance fill in the form and send it to the clerk.", "failed"),
    ],
)
def test_a_bidder_who_faults_the_buyer_is_sent_to_somebody(words: str, outcome: str) -> None:
    text = f"# Invitation to quote\nPlease quote.\n\n# If we get it wrong\n{words}"
    assert ask("complaints-form", text).outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Need this in large letters, or read out? Tell Moira on 01632 960333.", "passed"),
        ("The tender documents are in English. Ask the team at buy@glas.example for large print or easy read.",
         "passed"),
        ("Tenants ask the landlord at help@glas.example for large print.", "failed"),
        ("Your bid is in English. The team at buy@glas.example need not be asked for large print.", "failed"),
    ],
)
def test_the_pack_is_offered_where_its_own_sentence_stands_before(words: str, outcome: str) -> None:
    assert ask("accessible-formats", f"# Invitation to tender\n{words}").outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Two operators may quote as one.", "passed"),
        ("You may come alone or in league with others to bid.", "passed"),
        ("Could three of us do this between us? Yes.", "passed"),
        ("If you would like to share the job, say on your form which of you does the cooking.", "passed"),
        ("Two operators may not quote as one.", "failed"),
        ("Staff may work alone or with others.", "failed"),
        ("If you would like to share the job with the school, we are sorry: one cook must be named to us.", "failed"),
    ],
)
def test_a_job_that_is_shared_is_bid_for_together(words: str, outcome: str) -> None:
    text = f"# Request for quotation\nPlease quote by noon.\n\n# Who\n{words}"
    assert ask("consortia-welcome", text).outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("**7. TUPE.** Not applicable.", "passed"), ("TUPE: none.", "passed"), ("**7. TUPE.** Not known yet.", "failed")],
)
def test_tupe_as_a_label_with_its_answer(words: str, outcome: str) -> None:
    text = f"# Invitation to tender\nThe service runs for three years. Please bid.\n\n# Terms of bidding\n{words}"
    assert ask("tupe-information", text).outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("**11. DRAFT** - legal to check para 6 before issue.", "failed"),
        ("DRAFT: to be agreed by the board.", "failed"),
        ("Draft terms are at Appendix 2, to be signed on award.", "passed"),
        ("Submit a draft plan to be agreed by the Council.", "passed"),
    ],
)
def test_a_note_that_the_pack_is_still_a_draft(words: str, outcome: str) -> None:
    assert ask("placeholders", f"# Invitation to tender\nPlease bid.\n\n{words}").outcome == outcome


def test_a_board_whose_name_no_kind_of_body_ends_is_the_buyer_all_the_same() -> None:
    text = "# Notes\nWestmarsh Integrated Care Board invites tenders.\n\n"
    text += "# Law\nBolster County NHS Trust does not bind itself."
    assert ask("one-buyer", text).outcome == "failed"


def test_the_plural_of_a_kind_of_body_is_defined_by_its_singular() -> None:
    text = """# Who may bid
Only registered charities may tender. Registered charity means a body on the Charity Commission's register; a company
that a charity owns outright may tender in its place.
"""
    assert ask("provider-type-defined", text).outcome == "passed"
    assert ask("provider-type-defined", "# Who may bid\nOnly registered charities may tender.").outcome == "failed"


def test_a_clause_that_is_named_beside_a_schedule_must_be_there() -> None:
    clauses = "\n".join(f"{number}.{part} Words of it.\n" for number in range(1, 6) for part in (1, 2))
    assert ask("broken-references", f"# Invitation\n{clauses}\nSee section 9.4 and Schedule 7.").outcome == "failed"
    assert ask("broken-references", f"# Invitation\n{clauses}\nSee section 9.4 of Schedule 7.").outcome == "passed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Two operators may quote as one; nominate whoever will invoice.", "passed"),
        ("Two or three of you can join forces: choose one to hold the agreement with us.", "passed"),
        ("Q. Could three of us do this between us? A. Yes. Name a lead; the lead signs. You need not set up a company.",
         "passed"),
        ("Alone or in league with others. Where two or more come together, one should be named as lead.", "passed"),
        ("Where you rely on a partner, put its answer beneath your own and mark it.", "passed"),
        ("Two operators may quote as one.", "failed"),
        ("Where the contractor relies on a partner, it must name it in its monthly report.", "failed"),
        ("One of the trustees should be named as lead for safeguarding.", "failed"),
    ],
)
def test_who_does_what_in_a_shared_bid_is_told_in_other_words(words: str, outcome: str) -> None:
    text = f"# Request for quotation\nPlease quote by noon.\n\n# Who may quote\n{words}"
    assert ask("partnership-guidance", text).outcome == outcome
