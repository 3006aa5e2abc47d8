"""Lines of the report that must be true of the pack: formulas set on lines of their own, days, gaps and cover."""

from __future__ import annotations

import datetime as dt

import pytest

from tenderlint.linting import lint_pack
from tenderlint.testing import pack
from tests.checks.asking import ask, book

PRICED = "# How bids are marked\nPrice carries 60% and quality 40%.\n\nThe price is marked by this formula:\n\n"


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ("Lowest total price\n\n= marks for price\n\nPrice of the bid", "passed"),
        ("Lowest quotation received\n\nx 60 = score\n\nBidder's quotation", "passed"),
        ("Score for price =\n\nLowest price\n\nYour price", "passed"),
        ("Cheapest bid\n\n× 60 marks\n\nBid being marked", "passed"),
        ("Price of the bid\n\n= marks for price\n\nLowest total price", "failed"),
        ("Your tender price\n\nx 60 = points\n\nLowest tender price", "failed"),
        ("Lowest price\n\nQuality\n\nPrice of the bid", "cantTell"),
        ("The lowest price is no promise.\n\n= 60 marks\n\nPrice of the bid", "cantTell"),
        ("Lowest price 60%\n\n= all marks\n\nPrice of others 20%", "cantTell"),
        ("Lowest price\n\n= 60\n\n# Price of the work", "cantTell"),
    ],
)
def test_a_fraction_whose_stroke_is_drawn_is_read_from_its_three_lines(lines: str, outcome: str) -> None:
    assert ask("price-formula", PRICED + lines).outcome == outcome


STEPS = "# Timetable\nLast day for questions: 20 March 2026.\n\nClosing date for tenders: 2 April 2026 at noon.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Deadline for response: 12 noon on 2nd April 2026",
        "Please send your response by the 2nd of April 2026.",
        "Responses are due on 2 April.",
    ],
)
def test_the_day_of_the_bids_written_in_another_way_is_no_day_of_answers(words: str) -> None:
    assert ask("answers-in-time", STEPS + words).outcome == "failed"


def test_a_day_of_its_own_beside_the_answers_is_still_shown() -> None:
    assert ask("answers-in-time", STEPS + "Responses are given out on 24th March 2026.").outcome != "failed"


@pytest.mark.parametrize(
    "words",
    [
        "Responses to questions in part B: yes / no",
        "Quality responses will be scored from 0 to 5.",
        "Tender responses will be opened by two officers.",
    ],
)
def test_what_bidders_answer_is_not_nearest_to_a_day_of_answers(words: str) -> None:
    row = ask("answers-in-time", STEPS + words)
    assert row.outcome == "failed"
    assert not row.nearest


def test_a_promise_without_a_day_is_nearest_to_a_day_of_answers() -> None:
    row = ask("answers-in-time", STEPS + "Queries will be responded to as soon as we can.")
    assert [each.message for each in row.nearest] == ["names no day"]


PARTS = (
    "# 2 How to bid\n2.1 Read the pack.\n\n2.2 You must:\n\n{}\n\n{} Send the form.\n\n{} Wait.\n\n# 3 Law\n"
    "3.1 English.\n"
)


@pytest.mark.parametrize(
    ("inner", "third", "fourth", "messages"),
    [
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.4 Sign.", "2.3", "2.4", ["The numbering skips 2.2.3."]),
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.3 Sign.", "2.5", "2.6", ["The numbering skips 2.3 and 2.4."]),
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.2 Sign.", "2.3", "2.4", ["The numbering has 2.2.2 twice."]),
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.3 Sign.", "2.3", "2.4", []),
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.3 Sign.", "2.3", "2.9", []),
        ("2.2.1 Ask.\n\n2.2.2 Read.", "2.3", "2.4", []),
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.4 Sign.\n\n- 2.2.30 m", "2.3", "2.4", ["The numbering skips 2.2.3."]),
        ("2.2.1 Ask.\n\n2.2.2 Read.\n\n2.2.3 Sign.\n\n- 2.3 and 2.4 are not used", "2.5", "2.6", []),
    ],
)
def test_gaps_of_one_or_two_are_told_at_every_depth(inner: str, third: str, fourth: str, messages: list[str]) -> None:
    row = ask("numbering-whole", PARTS.format(inner, third, fourth))
    assert [each.message for each in row.findings] == messages


DUE = "# Invitation to tender\nClosing date for tenders: 31 August 2027 at noon.\n\n# How to send it\n{}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The tender must be returned by no later than 12:00 on Thursday 31 August.", True),
        ("Tenders must be received by noon on Thurs 31st August.", True),
        ("The tender must be returned by no later than 12:00 on Tuesday 31 August.", False),
        ("Tenders must be received by noon on Tues 31st August.", False),
        ("The office is closed on Thursday 26 August.", False),
        ("Tenders must be received by noon on 31 August.", False),
    ],
)
def test_a_wrong_weekday_is_told_where_the_day_has_no_year(words: str, told: bool) -> None:
    row = ask("deadline-day", DUE.format(words), on="2027-07-19")
    said = [each.message for each in row.findings if "is called" in each.message]
    assert said == (["The deadline is called a Thursday here, but 31 August 2027 is a Tuesday."] if told else [])


COVER = "# Insurance\nPublic liability insurance of £5 million is required.\n\n# Rejection\n{}\n"


@pytest.mark.parametrize(
    "words",
    [
        "A bidder must not tell anybody the amounts shown in its tender, except to obtain insurance.",
        "Prices in the tender must not be disclosed to others, save for the purposes of financing or insurance.",
        "You must not tell others the price in your bid, unless to get insurance premium quotations for the bid.",
        "We have not disclosed the amount, except in confidence where required to obtain quotations for insurance.",
        "Please state in your tender which insurance company you use.",
    ],
)
def test_what_a_bidder_may_tell_its_insurer_asks_for_no_cover_with_the_bid(words: str) -> None:
    assert ask("insurance-before-award", COVER.format(words)).outcome == "passed"


@pytest.mark.parametrize(
    "words",
    [
        "A copy of the insurance certificate must be enclosed with the tender.",
        "Evidence of insurance from your insurance company must be submitted with your bid.",
        "Insurance must be in place before the award.",
    ],
)
def test_cover_that_is_asked_for_with_the_bid_is_still_told(words: str) -> None:
    assert ask("insurance-before-award", COVER.format(words)).outcome == "failed"


LISTED = "# Insurance\nPublic liability insurance of £5 million is required.\n\n# What to send\n{}\n"
LATER = "\nThe successful bidder must show evidence of insurance before the contract starts.\n"


@pytest.mark.parametrize(
    "words",
    [
        "Your tender must include:\n\n- form of tender\n- insurance certificate\n- references",
        "And must include all completed documents as follows:\n\n- Prices\n- Insurance certificates",
        "Please enclose the following with your quotation:\n\n- a price\n- a copy of your public liability insurance",
        "Documents to be returned with the bid:\n\n- signed form\n- proof of insurance",
        "Bids should be accompanied by these papers:\n\n- accounts\n- insurance schedule",
    ],
)
def test_a_certificate_in_the_list_of_what_the_bid_holds_is_cover_with_the_bid(words: str) -> None:
    assert ask("insurance-before-award", LISTED.format(words)).outcome == "failed"
    both = ask("insurance-before-award", LISTED.format(words) + LATER)
    assert both.outcome == "cantTell"
    assert both.evidence[0].where is not None
    assert "nsurance" in both.evidence[0].where.quote


@pytest.mark.parametrize(
    "words",
    [
        "Your tender must include:\n\n- form of tender\n- a statement that you will have insurance on award",
        "The successful bidder must send the following documents:\n\n- a bank letter\n- insurance certificate",
        "The price must cover:\n\n- travel\n- insurance premiums",
        "Your tender must include:\n\n- form of tender\n- copy of the insurance certificate, if successful",
        "Please enclose with your bid:\n\n- references\n- insurance certificate or an undertaking to insure",
        "The contract covers:\n\n- cleaning\n- insurance documents of the fleet",
    ],
)
def test_other_lists_that_name_insurance_ask_for_no_cover_with_the_bid(words: str) -> None:
    assert ask("insurance-before-award", LISTED.format(words)).outcome == "passed"


def test_a_word_that_is_defined_is_no_rule_and_no_guidance_on_bidding_together() -> None:
    row = ask("partnership-guidance", "# Terms used\n“Bidder” means a firm or a consortium that sends a tender.")
    assert row.outcome == "failed"
    assert [each.message for each in row.nearest] == ["this says what a word means, and not how to bid together"]


@pytest.mark.parametrize("words", ["user rights", "user licences", "user interface", "user manuals", "user names"])
def test_what_is_named_after_users_speaks_of_no_people(words: str) -> None:
    text = f"# Invitation to tender\nTenders are due on 2 April 2026.\n\nThe supplier gives the Council its {words}."
    assert ask("user-involvement", text).outcome == "inapplicable"


def test_users_with_rights_of_their_own_are_people() -> None:
    text = "# Invitation to tender\nTenders are due on 2 April 2026.\n\nIt is for users. Users' rights are kept."
    assert ask("user-involvement", text).outcome == "failed"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Bidders must have delivered at least one contract for the Authority within the last five years, and shall"
         " give three references.", "inapplicable"),
        ("You must have carried out work for us in the last two years.", "inapplicable"),
        ("Tenderers shall have completed a project for this Council during the past ten years.", "inapplicable"),
        ("Bidders must give contracts for similar services that were carried out in the last ten years.", "failed"),
        ("Please provide examples of experience with the council's residents over the last ten years.", "failed"),
        ("Show two contracts for the Council or for others from the last ten years.", "failed"),
    ],
)  # fmt: skip
def test_years_of_an_earlier_contract_with_the_buyer_are_no_age_of_references(words: str, outcome: str) -> None:
    row = ask("references-age", f"# Experience\n{words}")
    assert row.outcome == outcome
    assert all("the law looks back" not in finding.message for finding in row.findings)


def test_words_of_a_broken_field_may_have_been_typed() -> None:
    row = ask("broken-references", "# Terms\nSee Error! Reference source not found. for the terms.")
    assert "or they were pasted in as text" in row.findings[0].message


_SMALL = "# The contract\nThe contract is worth £36,000 in total.\n\n"
_SCORED = "# Questions\n| Question | {head} | {marks} |\n|---|---|---|\n"


def _told(text: str) -> str:
    row = ask("bid-effort", {"Letter.md": _SMALL, "Selection questionnaire.md": text})
    return row.reason


@pytest.mark.parametrize(
    ("head", "marks", "hours"),
    [
        ("Your answer", "Points", "7"),
        ("Bidder's response", "Marks available", "7"),
        ("Response (no more than a line)", "Maximum score", "7"),
        ("Reply", "Marks", "7"),
        ("What it is for", "Points", "6"),
        ("Your answer", "Page", "6"),
    ],
)
def test_rows_of_a_form_that_are_scored_take_time(head: str, marks: str, hours: str) -> None:
    table = _SCORED.format(head=head, marks=marks)
    rows = "| Turnover of last year | | 10 |\n| Number of staff | | 20 |\n| Total | | 30 |\n"
    told = _told(table + rows)
    unlimited = "2 award criteria for which no limit was found"
    assert f"forms, questions and sending {hours} hours" in told or unlimited in told


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Health policy, equality policy and data policy (enclose all three).", "6.8"),
        ("Please attach both certificates.", "6.5"),
        ("Enclose all the papers that are listed.", "6.2"),
        ("Return this with the declaration in Annex 1.", "6.1"),
        ("We will enclose three maps with the contract.", "6"),
    ],
)
def test_papers_that_are_counted_take_time_each(words: str, hours: str) -> None:
    assert f"forms, questions and sending {hours} hours" in _told(f"# What to send\n{words}")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("We want everyone to have a part. Tell us how you will reach people at home.", True),
        ("Please explain how you would start the service.", True),
        ("You should describe what you intend to do in the first month.", True),
        ("Tell us how you would like to be paid.", False),
        ("We will tell you how you will be paid.", False),
        ("Tell us what you prefer.", False),
    ],
)
def test_a_question_in_the_running_text_is_one_to_answer(words: str, asked: bool) -> None:
    row = ask("bid-effort", {"Invitation to quote.md": f"{_SMALL}# Invitation to quote\n{words}"})
    assert ("1 question without a limit" in row.reason) is asked


def test_a_figure_in_a_tracked_change_is_told_as_one() -> None:
    texts = {
        "Invitation to tender.docx": "# Invitation to tender\nThe annual value of the contract is £80,000.",
        "Specification.docx": "# Scope\nThe annual value of the contract is {++£95,000++}. {++Very++} clean rooms.",
    }
    message = ask("facts-agree", texts).findings[0].message
    assert "£95,000 (in a tracked change that nobody has accepted)" in message
    assert "£80,000 (in" not in message
    plain = {name: text.replace("++", "").replace("{", "").replace("}", "") for name, text in texts.items()}
    assert "tracked" not in ask("facts-agree", plain).findings[0].message


def test_more_changes_by_one_person_are_quoted_or_counted() -> None:
    one = ask("tracked-changes", {"Terms.docx": "Pay {++soon++}."}).findings
    assert [each.message for each in one] == ["Holds 1 tracked insertion by A. Writer."]
    two = ask("tracked-changes", {"Terms.docx": "Pay {++soon++} and {++in full++}."}).findings
    assert [each.message for each in two] == [
        "Holds 2 tracked insertions by A. Writer; beside the one that is quoted: “in full”."
    ]
    words = " ".join(f"{{++word{number}++}} and" for number in range(7))
    many = ask("tracked-changes", {"Terms.docx": f"Pay {words} stop."}).findings
    assert many[0].message.endswith("beside the one that is quoted: “word1”, “word2”, “word3” and 3 more.")


_STAGED = {
    "Request for quotation.md": "# Request for quotation\nThe request went out on 18 May 2026. Send us your quotation"
    " by 4pm on 19 June 2026. We will score the PQQ first.",
    "PQQ.md": "# Pre-qualification questionnaire\nReturn this questionnaire by noon on 22 May 2026.",
}


def test_an_earlier_stage_is_told_beside_the_time_to_bid() -> None:
    told = "The selection stage closes earlier, on 22 May 2026, 12:00: after 4 working days"
    row = ask("lead-in-time", _STAGED, on="2026-05-18")
    assert (row.outcome, told in row.reason) == ("passed", True)
    short = {**_STAGED, "Request for quotation.md": _STAGED["Request for quotation.md"].replace("19 June", "28 May")}
    assert told in ask("lead-in-time", short, on="2026-05-18").findings[0].message
    near = [each.message for each in ask("timetable-complete", _STAGED, on="2026-05-18").nearest]
    assert "this gives the deadline of the selection stage" in near
    alone = {"Request for quotation.md": _STAGED["Request for quotation.md"]}
    assert "selection stage" not in ask("lead-in-time", alone, on="2026-05-18").reason


_BELOW = "The contract is worth £20,000 including VAT. "


@pytest.mark.parametrize("check", ["completing-guidance", "named-attachments", "consortia-welcome", "lots-considered"])
def test_rules_for_contracts_above_the_threshold_are_left_out_below_it(check: str) -> None:
    text = "# Request for quotation\n{}Send us your price by 4pm on 29 May 2026, with Annex 7. It is let as a whole."
    below = ask(check, text.format("The Borough Council is the buyer. " + _BELOW)).authorities
    assert not any("2024" in each.authority or "Act 2023" in each.authority for each in below)
    large = "The Borough Council is the buyer. It is worth £900,000 including VAT. This is a contract for goods. "
    above = ask(check, text.format(large)).authorities
    assert any("2024" in each.authority or "Act 2023" in each.authority for each in above)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We use our standard terms for services.", "cantTell"),
        ("The Council's conditions of contract apply.", "cantTell"),
        ("The contract terms can be seen on request.", "cantTell"),
        ("Model terms and conditions of contract will govern the work.", "cantTell"),
        ("In terms of size the hall is small.", "inapplicable"),
        ("The panel has its terms of reference.", "inapplicable"),
        ("Weather conditions may delay the work.", "inapplicable"),
        ("We use our standard terms. You are paid monthly in arrears.", "passed"),
        ("We use our standard terms. You are paid quarterly in arrears.", "failed"),
    ],
)
def test_terms_that_are_not_in_the_pack_may_say_how_the_price_is_paid(words: str, outcome: str) -> None:
    assert ask("payment-structure", f"# Request for quotation\n{words}").outcome == outcome


def test_an_item_on_files_looks_in_word_and_pdf_files_alone() -> None:
    texts = {"ITT.docx": "# Invitation to tender\nSend us a price.", "Prices.xlsx": "| Item | Price |", "Map.pdf": "x"}
    report = lint_pack(pack(texts), today=dt.date(2026, 3, 2), book=book())
    looked = {item.item: item.looked_in for item in report.checklist}
    assert looked["documents-accessible"] == ("ITT.docx", "Map.pdf")
    assert looked["accessible-formats"] == ("ITT.docx", "Prices.xlsx", "Map.pdf")


def test_a_short_first_term_is_told_with_what_the_buyer_may_add() -> None:
    text = "# Request for quotation\nThe contract is for one year from 1 June 2026.{}"
    more = " We may extend it by a further year."
    assert "12 months, and 12 more at the buyer's choice; the bar" in ask("contract-length", text.format(more)).reason
    assert "The first term is 12 months; the bar" in ask("contract-length", text.format("")).reason


def test_words_on_lots_are_not_what_offers_a_contract() -> None:
    text = "# Invitation\nThe contract will be let as a whole.\n\nThe contract is for two years from 1 May 2026."
    assert "two years" in ask("contract-offered", text).evidence[0].where.quote


def test_a_share_is_never_told_smaller_than_it_is() -> None:
    asked = "\n".join(f"{each}. Describe how you will do part {each} (650 words at most)." for each in range(1, 5))
    told = ask("bid-effort", f"# Questions\nThe contract is worth £800,000 in total.\n\n{asked}\n").reason
    assert "£367 to £1,017 at £25 an hour: less than 0.2% of £800,000" in told


def test_years_of_a_contract_with_the_buyer_are_named_where_no_age_is_asked() -> None:
    text = "# Experience\nBidders must have delivered one contract for the Council within the last five years.\n"
    row = ask("references-age", text)
    assert row.reason == "no number of years of experience is asked for, but for an earlier contract with the buyer"


def test_words_on_the_threshold_that_stand_elsewhere_are_said_to() -> None:
    text = (
        "# Money\nThe contract is below the threshold.\n\n# How to quote\n"
        "Only the four organisations with the highest scores in the PQQ will be invited to quote.\n"
    )
    row = ask("selection-below-threshold", text, on="2026-03-02")
    assert row.outcome == "failed"
    assert "the pack says elsewhere that it is below the threshold" in row.findings[0].message
