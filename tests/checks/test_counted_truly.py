"""What is said of Word files is true of each of them."""

from __future__ import annotations

from tenderlint.report import CheckRow
from tests.checks.asking import ask

_LONG = {"Specification.docx": "# Cleaning\nClean the hall.\n\n# Windows\nClean them."}
_SHORT = {"Form.docx": "# Price form\nYour price: \n"}
_BARE = {"Note.docx": "Please clean two rooms."}


def test_a_short_file_with_its_title_alone_is_not_said_to_have_headings() -> None:
    row = ask("word-headings", {**_LONG, **_SHORT, **_BARE})
    assert row.outcome == "passed"
    assert row.reason == (
        "1 of 3 Word files has real headings; the others are short, with a title or one heading at most"
    )


def test_files_that_all_have_headings_are_counted_together() -> None:
    row = ask("word-headings", {**_LONG, "Terms.docx": _LONG["Specification.docx"]})
    assert row.reason == "2 Word files have real headings"


def test_a_short_file_alone_is_said_to_be_short() -> None:
    assert ask("word-headings", _SHORT).reason == "1 Word file is short, with a title or one heading at most"


def test_of_lines_to_write_on_only_what_was_looked_for_is_told() -> None:
    row = ask("word-form-blanks", {**_LONG, **_SHORT})
    assert row.reason == "2 Word files have no lines of dots or underscores to write on; nothing else was looked for"
    signed = ask("word-form-blanks", {"Form.docx": "# Form\nSigned: ______________"})
    assert signed.reason.startswith("1 Word file has only 1 line of dots or underscores to write on; nothing else")


_TAGGED = "---\ntagged: yes\n---\n# Timetable\n"


def _headers(rows: str) -> CheckRow:
    return ask("pdf-table-headers", {"ITT.pdf": _TAGGED + rows})


def test_a_row_of_data_that_is_marked_as_a_header_is_not_vouched_for() -> None:
    row = _headers(
        "| Invitation placed | Monday 10 September 2012 |\n|---|---|\n| Questions end | 12 October 2012 |\n"
        "| Replies to questions | 19 October 2012 |\n| Closing date | Noon, 02/11/12 |\n"
    )
    assert row.outcome == "passed"
    assert row.reason == (
        "1 table of data has header cells, but 1 first row reads like data: see whether these cells head the others"
    )
    assert row.evidence[0].where.quote == "Invitation placed Monday 10 September 2012"


def test_days_that_head_columns_are_headers() -> None:
    rota = "| Hall | cleaned | closed |\n| Office | closed | cleaned |\n"
    for head in ("Monday 3 March | Monday 10 March", "Week of 3 March | Week of 10 March"):
        assert _headers(f"| Room | {head} |\n|---|---|---|\n{rota}").reason == "1 table of data has header cells"
    days = "| Questions | 12 October 2012 | 19 October 2012 |\n| Tenders | 2 November 2012 | 9 November 2012 |\n"
    for head in ("First day | Last day", "From | To"):
        assert _headers(f"| Step | {head} |\n|---|---|---|\n{days}").reason == "1 table of data has header cells"


def test_a_file_without_web_addresses_has_none_to_link() -> None:
    row = ask("pdf-typed-addresses", {"ITT.pdf": _TAGGED + "Write to tenders@example.org.uk."})
    assert (row.outcome, row.reason) == ("inapplicable", "no PDF file has web addresses in its text")


def test_of_hard_terms_only_those_on_the_list_are_spoken_of() -> None:
    row = ask("legal-terms-explained", "TUPE may apply to this Part B service.")
    assert row.reason == "none of the words on the list stands here unexplained; other terms were not looked for"


def test_each_fact_that_is_said_to_agree_is_shown_twice() -> None:
    text = """
# Timetable
Tenders must be received by 12 noon on 2 April 2026. The contract starts on 1 June 2026.

# How to bid
The deadline for tenders is 12 noon on 2 April 2026. The start date of the contract is 1 June 2026.
"""
    row = ask("facts-agree", text)
    assert row.reason == "the deadline and the start of the contract are stated more than once, and agree"
    assert sum("2 April" in each.where.quote for each in row.evidence) == 2
    assert sum("1 June" in each.where.quote for each in row.evidence) == 2


def test_words_on_tupe_are_quoted_once() -> None:
    row = ask(
        "tupe-information",
        "# Staff\nThe present provider employs four people. TUPE may apply. "
        "Workforce details will be sent by the Council on request.",
    )
    assert row.outcome == "passed"
    assert len(row.evidence) == 1


def test_a_contract_is_shown_where_it_is_offered_not_where_partners_sign() -> None:
    row = ask(
        "contract-offered",
        "# Who may bid\nPartners may bid together. One of them must sign the contract.\n\n"
        "# Term\nThe contract is for three years from 1 June 2026.",
    )
    assert row.outcome == "passed"
    assert "three years" in row.evidence[0].where.quote


def test_the_term_shows_that_a_contract_is_offered_where_only_partners_are_said_to_sign() -> None:
    row = ask(
        "contract-offered",
        "# Term\nThe agreement is for two years, from 1 April 2026 to 31 March 2028.\n\n"
        "# Who may bid\nOrganisations may bid together. One of them must sign the contract.",
    )
    assert row.outcome == "passed"
    assert "two years" in row.evidence[0].where.quote


def test_a_criterion_without_a_limit_is_not_said_to_be_asked_by_a_form() -> None:
    text = """
# How tenders are judged
| Criterion | Weight |
|---|---|
| Local people | 40% |
| Staffing | 40% |
| Price | 20% |
"""
    reason = ask("bid-effort", text).reason
    assert "500 taken for each of 2 award criteria without a question that has a limit, at 75 to 300 an hour" in reason
