"""What a check says of a pack is whole, is true, and rests on the words that say it best."""

from __future__ import annotations

import pytest

from tenderlint.facts import Facts
from tenderlint.facts.passages import Passages
from tenderlint.testing import pack
from tests.checks.asking import ask
from tests.facts.facts_read import read

DAY = "2026-03-02"
QUOTE = (
    "# Request for quotation\nThe value is below the threshold.\n\nSend your quotation by noon on 29 May 2026.\n\n{0}"
)


def test_a_first_stage_is_quoted_by_the_sentence_that_decides() -> None:
    text = "# Pre-qualification questionnaire\nThe value is below the threshold.\n\n" \
        "Only the three firms with the highest scores will be invited to quote. The PQQ comes first."
    row = ask("selection-below-threshold", text, on=DAY)
    assert row.outcome == "failed"
    assert "highest scores" in row.findings[0].where.quote


def test_price_alone_is_not_told_as_one_criterion_with_a_weight() -> None:
    row = ask("award-criteria-disclosed", QUOTE.format("We will accept the lowest price."), on=DAY)
    assert (row.outcome, row.reason) == ("passed", "price alone decides")


def test_the_weight_of_price_alone_is_said_to_be_unstated() -> None:
    text = QUOTE.format("We will accept the lowest price.")
    fact = Facts(Passages(pack(text))).chosen("price_weight")
    assert fact is not None
    assert fact.why == "it decides alone; the pack states no weight"
    assert ask("weights-add-up", text, on=DAY).reason == "one criterion decides alone, and no weight is stated"


@pytest.mark.parametrize("place", ["the community centre", "the community hall", "the community hospital"])
def test_the_name_of_a_place_says_nothing_of_social_value(place: str) -> None:
    text = QUOTE.format(f"We buy advice sessions at {place}.\n\nWe award on price 60% and quality 40%.")
    row = ask("social-value-weight", text, on=DAY)
    assert row.outcome == "failed"
    assert not row.nearest


def test_what_is_asked_of_the_size_of_bidders_is_told_in_its_own_words() -> None:
    text = "# Tender form\n| Question | Answer |\n|---|---|\n| Number of paid staff | |\n"
    row = ask("smaller-bidders-monitored", {"Tender form.md": text}, on=DAY)
    assert row.outcome == "cantTell"
    assert "legal form" not in row.reason
    assert "staff" in row.reason.lower()


def test_days_of_two_stages_are_not_said_to_agree() -> None:
    text = {
        "PQQ.md": "# Pre-qualification questionnaire\nReturn this questionnaire by noon on 22 May 2026.",
        "RFQ.md": "# Request for quotation\nSend your quotation by noon on 29 May 2026.",
    }
    row = ask("facts-agree", text, on=DAY)
    assert row.outcome == "inapplicable"


@pytest.mark.parametrize("files", [1, 2, 3])
def test_how_many_files_were_read_is_a_whole_sentence(files: int) -> None:
    row = ask("could-be-read", {f"{number}.md": "# Invitation\nWords." for number in range(files)}, on=DAY)
    assert row.outcome == "passed"
    assert row.reason == f"every page of {('the one file', 'both files', 'all 3 files')[files - 1]} was read"


@pytest.mark.parametrize("words", [
    "The Council has chosen to use the open procedure.", "The Trust will use the open procedure.",
    "We have opted for the open procedure.", "The restricted procedure has been selected.",
    "The Association adopts the open procedure.", "The open procedure applies.",
])
def test_a_procedure_that_was_chosen_is_followed(words: str) -> None:
    assert read(f"# Invitation to tender\n{words}", "procedure") in (["open"], ["restricted"])


@pytest.mark.parametrize("words", [
    "Where the open procedure applies, an advert is placed.", "Standing orders say when to use the open procedure.",
    "In future the Council may use the open procedure.", "The open procedure was not chosen.",
])
def test_a_procedure_that_others_follow_or_that_may_come_is_not_this_one(words: str) -> None:
    assert read(f"# Invitation to tender\n{words}", "procedure") == []


def test_the_buyers_name_is_quoted_in_a_whole_sentence() -> None:
    text = "# Invitation to tender\nAldermoor Borough Council (the Council) invites tenders for a minibus service. " \
        + "It will run on weekdays from the station to the hospital and back, and calls at each of the schools. " * 3
    fact = Facts(Passages(pack(text))).all("buyer_name")[0]
    assert fact.quote == "Aldermoor Borough Council (the Council) invites tenders for a minibus service."


def test_a_weight_that_contradicts_the_sum_of_its_parts_is_told_with_the_sum() -> None:
    text = "# How we choose\nWe give 60% of the marks for quality and 40% for price.\n\n" \
        "| Criterion | Question | Weight |\n|---|---|---|\n| Quality | Q1 Method | 20% |\n" \
        "| Quality | Q2 Staff | 25% |\n| Quality | Q3 Start | 10% |\n| Price | Document 4 | 45% |\n"
    row = ask("facts-agree", text, on=DAY)
    told = [finding.message for finding in row.findings]
    assert any("here 60%, but 55% (the sum of its parts, 20 + 25 + 10) in" in each for each in told), told


def test_the_lot_that_is_excepted_from_a_transfer_is_told() -> None:
    text = "# Workforce information\nWe think that TUPE applies to lot 1.\n\n| Role | Hours |\n|---|---|\n" \
        "| Advocate | 37 |\n\nTUPE does not apply to lot 2, because it is a new service.\n"
    row = ask("tupe-information", {"Workforce information.md": text}, on=DAY)
    told = "the workforce information, and says that TUPE is thought to apply to lot 1 and does not apply to lot 2"
    assert row.reason.endswith(told)
    assert "TUPE does not apply to lot 2, because it is a new service." in [each.where.quote for each in row.evidence]


def test_the_sets_of_weights_that_add_up_are_named() -> None:
    text = "# How we choose\nWe give 60% of the marks for quality and 40% for price.\n\n" \
        "| Criterion | Question | Weight |\n|---|---|---|\n| Quality | Q1 Method | 35% |\n" \
        "| Quality | Q2 Staff | 25% |\n| Price | Document 4 | 40% |\n"
    row = ask("weights-add-up", text, on=DAY)
    assert row.reason == "2 sets of weights add up: the criteria, and the parts of “quality”"


def test_an_offer_of_formats_is_shown_with_the_words_that_say_how_to_ask() -> None:
    text = "# This pack in other formats\nYou can have any document in this pack in large print or Braille.\n\n" \
        "Ask Ann Lee on 01632 960142. We will send it within five working days."
    row = ask("accessible-formats", text, on=DAY)
    assert row.outcome == "passed"
    assert "01632 960142" in row.evidence[1].where.quote


def test_days_without_holidays_are_no_sum() -> None:
    text = "# Invitation to tender\nIssued on 2 February 2026. Tenders must be received by 12 noon on 5 March 2026."
    row = ask("holiday-window", text, on=DAY)
    assert row.reason.endswith("; none of Christmas, Easter and the middle of August falls among them")


def test_a_weight_of_social_value_at_the_very_bar_is_told_as_such() -> None:
    words = "We award on price 40%, quality {} and social value {}."
    row = ask("social-value-weight", QUOTE.format(words.format("55%", "5%")), on=DAY)
    assert row.reason == "social value carries 5%, which is the bar in the settings"
    row = ask("social-value-weight", QUOTE.format(words.format("50%", "10%")), on=DAY)
    assert row.reason == "social value carries 10%"


def test_accounts_that_need_no_audit_are_shown_where_the_pack_names_them() -> None:
    text = "Bidders must show a turnover of £20,000 in their last accounts.\n\n" \
        "Bidders should send turnover figures for the last two financial years."
    row = ask("audited-accounts", QUOTE.format(text), on=DAY)
    assert row.outcome == "passed"
    assert "in their last accounts" in row.evidence[0].where.quote
