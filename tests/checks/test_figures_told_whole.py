"""Figures are told as the range that they are, and weights with all that was added up."""

from __future__ import annotations

from tests.checks.asking import ask

_WORTH = "# The contract\nThe contract is worth £140,000 to £170,000 a year for three years.\n"
_FORM = "# Your answers\nQ1. How will you start? (maximum 2,380 words)\n"


def test_words_to_write_are_told_for_the_least_and_the_most_of_a_years_value() -> None:
    reason = ask("bid-effort", {"ITT.md": _WORTH, "Tender form.md": _FORM}).reason
    assert "14 to 17 words to write for each £1,000 a year" in reason


def test_a_share_that_rounds_to_nothing_is_told_as_up_to() -> None:
    worth = "# The contract\nThe contract is worth £5 million over five years.\n"
    reason = ask("bid-effort", {"ITT.md": worth, "Tender form.md": _FORM}).reason
    assert "0.0%" not in reason
    assert "less than 0.1% of £5 million" in reason


def test_one_answer_without_a_limit_is_counted_with_the_words_for_it() -> None:
    criteria = "# Award criteria\n| Criterion | Weight |\n|---|---|\n| Price | 40 |\n| Method | 60 |\n"
    reason = ask("bid-effort", _WORTH + criteria).reason
    assert "writing 500 words for 1 award criterion without a question that has a limit, at 75 to 300 an hour" in reason


def test_every_weight_that_was_added_up_is_shown() -> None:
    rows = "".join(f"| Part {letter} | 15 |\n" for letter in "ABCD")
    row = ask("weights-add-up", f"# Award criteria\n| Criterion | Weight |\n|---|---|\n{rows}| Price | 40 |\n")
    assert row.outcome == "passed"
    assert [each.where.quote for each in row.evidence] == [*(f"Part {each} 15" for each in "ABCD"), "Price 40"]


def test_what_the_place_gains_is_shown_before_how_its_people_take_part() -> None:
    table = "| Criterion | Points |\n|---|---|\n| Involving local people | 30 |\n| Gains for the local economy | 10 |\n"
    row = ask("social-value-weight", f"# Award criteria\n{table}| Price | 60 |\n")
    assert (row.outcome, [each.where.quote[:5] for each in row.evidence]) == ("passed", ["Gains"])
