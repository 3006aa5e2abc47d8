"""What a draft leaves behind is found, and what only looks like it is left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from tenderlint.linting import lint_pack
from tenderlint.settings import settings_from
from tenderlint.testing import pack
from tests.checks.asking import ask, book


@pytest.mark.parametrize(
    "words",
    [
        "Interviews: TBC",
        "The contract starts on XX day of XX 20XX.",
        "The contract starts on xx/xx/2026.",
        "The value is [insert value].",
        "Tenders must be received by <insert date>.",
        "Budget: £xx,xxx",
        "# DRAFT v0.3\nThe service runs daily.",
        "Lorem ipsum dolor sit amet.",
        "The venue is to be confirmed.",
    ],
)
def test_gaps_of_the_authority_are_found(words: str) -> None:
    assert ask("placeholders", f"# The service\n{words}").outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Tick one: [ ] Micro [ ] Small [ ] Medium. Are you a charity? Yes [ ] No [ ]",
        "The venue is to be confirmed with the successful bidder.",
        "The contract is for one year [the Term] under clause [4.2].",
        "A draft contract is in Appendix B.",
        "Size XXL and model XX20 are asked for.",
        "Send it to <tenders@council.example>.",
        "The buyer may change the figures in square brackets [ ] later.",
    ],
)
def test_boxes_terms_and_what_is_settled_later_are_no_gaps(words: str) -> None:
    assert ask("placeholders", f"# The service\n{words}").outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Parking is free [Trust to confirm parking].",
        "Keys are held at the lodge [to be confirmed by estates].",
        "The start date is [Council to advise].",
        "The site is open [JS to add hours].",
        "The floor plan [date to follow] shows the rooms.",
        "[legal to review this clause] The buyer may end the contract.",
        "The budget is [figure needed from finance].",
        "The wards are [awaiting list from the ward manager].",
        "The cap is £4,000 [Finance to confirm the contractor's cap].",
        "The hall holds 80 people [is this right?].",
        "Visits take place on [day to be agreed].",
    ],
)
def test_brackets_that_tell_a_colleague_to_settle_something_are_gaps(words: str) -> None:
    row = ask("placeholders", f"# The service\n{words}")
    assert row.outcome == "failed"
    assert len(row.findings) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The case is R v Vale [2019] UKSC 3.",
        "The letter says “we recieved [sic] the keys”.",
        "[Bidder to confirm]",
        "[Supplier to confirm to the Council]",
        "[Offeror to check appropriate block]",
        "Prices: [to be provided by the Contractor]",
        "See [how to complete this form].",
        "The [right to review] is in clause 4.",
        "The work plan is [to be agreed with the successful bidder].",
        "The [goods to be supplied] are in lot 1.",
        "The Act lets “[the authority to confirm] an order”.",
        "[check box] I agree",
    ],
)
def test_brackets_that_leave_nothing_to_a_colleague_are_no_gaps(words: str) -> None:
    assert ask("placeholders", f"# The service\n{words}").outcome == "passed"


def test_a_box_for_the_office_in_a_form_is_no_gap() -> None:
    assert ask("placeholders", "# Form of tender\nScore: [Council to complete]").outcome == "passed"


def test_what_stays_open_until_the_contract_is_signed_is_no_gap() -> None:
    terms = {
        "Terms and conditions.md": "# Conditions of contract\nThe amount of any loss is to be determined by an expert "
        "whom the parties appoint.\n\nThis agreement is dated [insert date] between the Council and [name of supplier]."
    }
    assert ask("placeholders", terms).outcome == "passed"


def test_a_note_to_a_colleague_in_a_form_is_a_gap_too() -> None:
    form = {"Response form.md": "# Response form\n1. How will you create jobs? (TBC by the lead officer)"}
    assert ask("placeholders", form).outcome == "failed"


def test_the_same_gap_is_told_once_with_how_often_it_stands() -> None:
    row = ask("placeholders", "# Scores\n[insert number]\n\n- [insert number]\n- [insert number]")
    assert len(row.findings) == 1
    assert "(3 times)" in row.reason


def test_words_in_brackets_are_told_with_their_brackets_only() -> None:
    row = ask("placeholders", "# Reports\nUse the form at Appendix 1 [to be inserted].")
    assert [finding.message for finding in row.findings] == ["Something is still to be filled in: “[to be inserted]”."]


TIMES = "# Timetable\n| Step | Date |\n|---|---|\n"


def test_two_rows_of_a_timetable_are_two_steps() -> None:
    rows = "| Notification of outcome | 14 August 2026 |\n| Contract award | 2 September 2026 |\n"
    assert ask("facts-agree", TIMES + rows).outcome != "failed"


def test_an_intention_and_the_award_are_two_days() -> None:
    text = "# Award\nIntention to award: 14 August 2026.\n\nThe contract is awarded on 2 September 2026."
    assert ask("facts-agree", text).outcome != "failed"


ISSUE = "# Invitation to tender\nThis pack was published on 8 September 2026.\n\n{}"


@pytest.mark.parametrize(
    "words",
    [
        "# Timetable\n| Step | Date |\n|---|---|\n| Tender documents issued | 9 September 2026 |",
        "We issued the invitation to tender on 1 September 2026.",
    ],
)
def test_two_days_of_issue_are_told(words: str) -> None:
    row = ask("facts-agree", ISSUE.format(words))
    assert row.outcome == "failed"
    assert row.findings[0].message.startswith("The day of issue: ")


@pytest.mark.parametrize(
    "words",
    [
        "The contract notice was published on 1 September 2026.",
        "A revised pack was issued on 15 September 2026.",
        "Date of this document: 2 September 2026.",
        "Date of issue: 2 September 2026.",
        "The documents were issued to shortlisted bidders on 1 December 2026.",
    ],
)
def test_the_days_of_other_things_that_go_out_are_no_contradiction(words: str) -> None:
    assert ask("facts-agree", ISSUE.format(words)).outcome == "inapplicable"


def test_facts_that_agree_are_named() -> None:
    text = "# Tender\nTenders must be received by noon on 3 July 2026.\n\n# Sending\nThey must arrive by 3 July 2026."
    row = ask("facts-agree", text)
    assert row.reason == "the deadline is stated more than once, and agrees"


def test_a_deadline_that_differs_between_documents_is_told_with_both() -> None:
    row = ask(
        "facts-agree",
        {
            "ITT.md": "# Tender\nTenders must be received by noon on 3 July 2026.",
            "Form.md": "# Form\nTenders must be received by noon on 10 July 2026.",
        },
    )
    assert row.outcome == "failed"
    assert "10 July 2026" in row.reason
    assert "3 July 2026" in row.reason


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("current-criteria-words", "The award goes to the most economically advantageous tender (MEAT)."),
        ("current-journal", "The notice was sent to the OJEU."),
        ("current-selection-words", "Fill in the pre-qualification questionnaire (PQQ)."),
        ("current-bodies", "Write to the Mystery Shopper service."),
    ],
)
def test_an_old_name_is_told_once_a_passage_and_only_where_the_day_is_known(check: str, words: str) -> None:
    row = ask(check, f"# Tender\n{words}")
    assert row.outcome == "failed"
    assert len(row.findings) == 1
    assert ask(check, {"Guide to buying.md": f"# Guide to tendering\n{words}"}).outcome == "passed"


def test_an_old_name_in_a_pack_without_a_day_is_left_to_a_person() -> None:
    made = pack("# Tender\nFill in the pre-qualification questionnaire (PQQ).")
    chosen = settings_from({"select": ["current-selection-words"]})
    report = lint_pack(made, today=dt.date(2026, 6, 1), settings=chosen, book=book())
    assert report.check("current-selection-words").outcome == "cantTell"


def test_the_advantageous_way_to_get_rid_of_lamps_is_no_award() -> None:
    text = "# Lamps\nThe supplier shall dispose of old lamps in the most economically advantageous way."
    assert ask("current-criteria-words", text).outcome == "passed"


def test_the_same_law_of_two_nations_may_be_named_side_by_side() -> None:
    text = (
        "# Framework\nThe council of Strathmuir buys under the Public Contracts (Scotland) Regulations 2015; elsewhere "
        "the Public Contracts Regulations 2015 hold. Published on Public Contracts Scotland."
    )
    assert ask("current-regulations", text, on="2021-02-01").outcome == "passed"


def test_a_broken_field_is_told_once_with_how_often_it_stands() -> None:
    words = "See Error! Reference source not found."
    row = ask("broken-references", f"# Terms\n{words}\n\n{words}")
    assert len(row.findings) == 1
    assert "(2 times)" in row.reason


TERMS = """
# Conditions of contract
# 1 Term
1.1 The contract lasts three years.
# 2 Price
2.1 The price is fixed.
# 3 Disputes
3.1 Either side may ask for a mediator.
"""


def _invites(words: str, terms: str = TERMS) -> dict[str, str]:
    return {"Invitation.docx": f"# Invitation to tender\n{words}", "Conditions of contract.docx": terms}


@pytest.mark.parametrize(
    "words",
    [
        "Payment is made under clause 27.4 of the Conditions of Contract.",
        "Default points are given in accordance with clause 9.",
        "Read this with clause 12 (b) of the contract.",
    ],
)
def test_a_clause_past_the_end_of_the_terms_leads_nowhere(words: str) -> None:
    row = ask("broken-references", _invites(words))
    assert row.outcome == "failed"
    assert "no document of the pack has a clause" in row.findings[0].message


@pytest.mark.parametrize(
    "words",
    [
        "Payment is made under clause 2.1 of the Conditions of Contract.",
        "Clause 45 of the framework agreement applies.",
        "The standard contract of the sector, clause 61, is the model.",
        "Clause 19 of Schedule 7 is not used.",
    ],
)
def test_clauses_that_are_there_or_stand_elsewhere_are_not_told(words: str) -> None:
    assert ask("broken-references", _invites(words)).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "Payment is made under clause 27.4 of the Conditions of Contract.",
        "The NHS terms apply and are enclosed. See in particular clause 14.9 on data.",
        "Default points are given in accordance with clause 9.",
        "Suppliers should note clauses 12.1 and 12.2, which limit liability.",
        "The council may vary the work (clause 8.3).",
        "You accept clause 6 of our terms and conditions.",
        "Clause 31 of the contract covers records.",
        "Clause 12.2 of the Agreement limits liability.",
    ],
)
def test_a_clause_of_terms_that_are_not_in_the_pack_is_for_a_person_to_look_up(words: str) -> None:
    row = ask("broken-references", f"# Invitation to tender\n{words}")
    assert row.outcome == "cantTell"
    assert "the terms where that may stand are not in it" in row.reason


@pytest.mark.parametrize(
    "words",
    [
        "Clause 45 of the framework agreement applies.",
        "The standard contract of the sector, NEC4, clause 61.3, is the model.",
        "Clause 12 of the Bill was not passed.",
        "Clause 12 of the contract notice is for the register.",
        "The contract has a clause 3 months long.".replace("clause 3", "clause of 3"),
        "The Sale of Goods Act, section 14.9, is out of date.",
    ],
)
def test_clauses_of_laws_and_models_are_not_looked_for_in_absent_terms(words: str) -> None:
    assert ask("broken-references", f"# Invitation to tender\n{words}").outcome == "passed"


NUMBERED = "# 1 Dates\n1.1 Bids are due on Friday.\n\n# 2 Work\n2.1 Cut the grass.\n\n# 3 Price\n3.1 {}\n"


@pytest.mark.parametrize(
    "words", ["See paragraph 7.4 for how price is scored.", "Section 4.2 tells how to price.", "Read para 5.1 first."]
)
def test_a_paragraph_past_the_last_section_leads_nowhere(words: str) -> None:
    row = ask("broken-references", NUMBERED.format(words))
    assert row.outcome == "failed"
    assert "no document of the pack has a" in row.findings[0].message


@pytest.mark.parametrize(
    "words",
    [
        "See paragraph 2.1 for the work.",
        "Keep to section 6.3 of our health and safety rules for contractors.",
        "Section 7.4 of the Procurement Act 2023 applies.",
        "The grass must stand at 7.5 cm.",
    ],
)
def test_paragraphs_that_are_there_or_of_other_papers_are_not_told(words: str) -> None:
    assert ask("broken-references", NUMBERED.format(words)).outcome == "passed"


def test_nothing_is_said_of_clauses_where_the_terms_are_not_numbered() -> None:
    words = "Payment is made under clause 27.4 of the Conditions of Contract."
    loose = "# Conditions of contract\nThe price is fixed."
    assert ask("broken-references", _invites(words, loose)).outcome == "passed"


def test_a_clause_that_is_left_out_is_told_at_the_clause_after_it() -> None:
    text = TERMS.replace("# 3 ", "# 4 ").replace("3.1", "4.1") + "# 5 Law\n5.1 English law applies."
    row = ask("numbering-whole", text)
    assert [(each.message, each.where.quote) for each in row.findings if each.where] == [
        ("The numbering goes from clause 2 to clause 4 and skips 3.", "Disputes")
    ]


def test_a_clause_that_has_no_parts_is_not_left_out() -> None:
    text = TERMS.replace("# 3 ", "# 3 Not used\n# 4 ").replace("3.1", "4.1") + "# 5 Law\n5.1 English law applies."
    assert ask("numbering-whole", text).outcome == "passed"


def test_a_file_that_could_not_be_read_is_told_in_a_whole_sentence() -> None:
    row = ask("could-be-read", {"Letter.docx": "# Letter\nPlease quote.", "Terms.pdf": ""})
    assert row.outcome == "failed"
    assert ": is " not in row.reason
