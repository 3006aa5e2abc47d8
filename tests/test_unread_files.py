"""What the report may say of things that it did not find, where files of the pack could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tenderlint.checklist import with_checklist
from tenderlint.formats import html
from tenderlint.linting import lint_pack
from tenderlint.model import Document, Extent, Note, Pack
from tenderlint.outcomes import Outcome
from tenderlint.report import FindingRow, Report, Where
from tenderlint.settings import settings_from
from tenderlint.testing import pack
from tests.checks.asking import book

_INVITATION = """# Invitation to tender

We want somebody to mow two fields. The contract is worth £96,000 in all and is below the threshold.

Tenders are due by noon on 20 July 2026. They must be sent to the clerk."""
_SILENT = (
    "turnover-cap", "insurance-level", "insurance-before-award", "audited-accounts", "references-asked",
    "references-age", "previous-contract", "equivalent-accepted", "payment-in-30-days", "payment-structure",
    "core-information-repeated", "provider-type-defined", "fair-work", "weights-add-up", "portal-access",
    "selection-below-threshold", "facts-agree", "numbering-whole", "current-regulations", "user-involvement",
    "pdf-title", "pdf-language", "pdf-tagged", "pdf-fonts", "pdf-headings", "pdf-alt-text", "pdf-table-headers",
)


def _lint(made: Pack) -> Report:
    day = dt.date(2026, 6, 17)
    return lint_pack(made, today=day, settings=settings_from({"pack": {"commenced": day}}), book=book())


def _with_scan(made: Pack) -> Pack:
    note = Note("page 1 is an image without a text layer", page=1, lost=True)
    scan = replace(_blank(made), path="Conditions of contract.pdf", extent=Extent.NOT, notes=(note,))
    return replace(made, documents=(*made.documents, scan))


def _blank(made: Pack) -> Document:
    return replace(made.documents[0], blocks=(), pages=1, media_type="application/pdf")


@pytest.mark.parametrize("check", _SILENT)
def test_what_was_not_found_is_left_open_where_a_file_was_not_read(check: str) -> None:
    row = _lint(_with_scan(pack(_INVITATION))).check(check)
    assert row.outcome == "cantTell"
    assert "Conditions of contract.pdf could not be read" in row.reason


@pytest.mark.parametrize("check", _SILENT)
def test_what_was_not_found_is_told_outright_where_all_was_read(check: str) -> None:
    assert _lint(pack(_INVITATION)).check(check).outcome in ("inapplicable", "passed")


_UNJUDGED = "nothing to judge was found in what was read, but Terms.doc could not be read"
_LEFT_OPEN = ("documents-length", "bid-effort", "one-buyer")


def test_length_effort_and_the_buyer_are_left_open_where_a_file_was_not_read() -> None:
    text = f"Penmarsh Council (the Council) invites tenders.\n\n{_INVITATION}"
    whole, part = _lint(pack(text)), _lint(_with_scan(pack(text)))
    assert [whole.check(each).outcome for each in _LEFT_OPEN] == ["passed"] * 3
    assert [part.check(each).outcome for each in _LEFT_OPEN] == ["cantTell"] * 3


def test_what_the_pack_does_not_say_names_the_file_that_may_say_it() -> None:
    reason = _lint(_with_scan(pack(_INVITATION))).check("core-costs").reason
    assert reason.startswith("the pack does not say whether overheads may be priced; ")
    assert reason.endswith("; Conditions of contract.pdf could not be read")


def test_an_unread_workbook_leaves_nothing_open_of_word_files() -> None:
    made = _with_scan(pack({"Invitation.pdf": _INVITATION}))
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    files = (made.documents[0], replace(made.documents[1], path="Prices.xlsx", media_type=sheet))
    assert _lint(replace(made, documents=files)).check("word-title").outcome == "inapplicable"
    old = replace(files[1], path="Terms.doc", media_type="application/msword")
    row = _lint(replace(made, documents=(files[0], old))).check("word-title")
    assert (row.outcome, row.reason) == ("cantTell", _UNJUDGED)


def test_the_checklist_says_once_that_nothing_wrong_was_found_in_what_was_read() -> None:
    items = {item.item: item.reason for item in _lint(_with_scan(pack(_INVITATION))).checklist}
    assert items["proportionate-requirements"].count("could not be read") == 1
    assert items["proportionate-requirements"].startswith("nothing wrong, or nothing to judge, was found in what")


def test_the_checklist_names_the_file_of_which_a_finding_says_this_or_here() -> None:
    report = _lint(_with_scan(pack(_INVITATION)))
    answers = {item.item: item.reason for item in report.checklist}
    assert answers["could-be-read"].startswith("Conditions of contract.pdf: not read: page 1 is an image")
    two = {"Invitation.docx": _INVITATION, "Specification.docx": "# Specification\n\nTenders are due by 24 July 2026."}
    answers = {item.item: item.reason for item in _lint(pack(two)).checklist}
    assert answers["facts-agree"].startswith("The deadline: in Specification.docx 24 July 2026, but 20 July 2026")


def test_the_checklist_names_a_file_once_for_several_reasons_and_not_where_the_words_tell_of_the_contract() -> None:
    files = {"a.docx": "# Invitation to tender\n\nTenders are due by noon on 20 July 2026.", "b.docx": "# Terms"}
    report = _lint(pack(files))
    rows = {row.id: row for row in report.checks}
    titles = FindingRow("This file has no title.", Where("a.docx"))
    language = FindingRow("This file has no language.", Where("a.docx"))
    weighed = FindingRow("The first term is 24 months; the bar in the settings is 36.", Where("a.docx"))
    for name, found in (("word-title", titles), ("word-language", language), ("contract-length", weighed)):
        rows[name] = replace(rows[name], outcome=Outcome.FAILED, reason=found.message, findings=(found,))
    made = with_checklist(replace(report, checks=tuple(rows.values())), book().items)
    answers = {item.item: item.reason for item in made.checklist}
    assert answers["documents-accessible"].startswith("a.docx: this file has no title. This file has no language")
    assert answers["multi-year-term"] == "The first term is 24 months; the bar in the settings is 36"


def test_no_question_to_judge_is_not_told_as_nothing_wrong() -> None:
    rows = _lint(_with_scan(pack(_INVITATION)))
    for name in ("turnover-cap", "references-asked", "insurance-level"):
        assert rows.check(name).reason.startswith("nothing to judge was found in what was read, but ")
    assert rows.check("placeholders").reason.startswith("nothing wrong was found in what was read, but ")


def test_the_time_to_read_is_told_of_what_was_read_alone() -> None:
    whole, part = _lint(pack(_INVITATION)), _lint(_with_scan(pack(_INVITATION)))
    assert "To read the whole pack once takes" in html.write(whole)
    page = html.write(part)
    assert "To read once what was read (1 of 2 files) takes about" in page
    assert "the whole pack once" not in page


def test_each_file_that_was_not_read_is_told_with_its_own_reason() -> None:
    made = _with_scan(_with_scan(pack(_INVITATION)))
    locked = Note("is locked with a password. Save a copy without it, or ask for one.", lost=True)
    files = list(made.documents)
    files[2] = replace(files[2], path="Map.pdf")
    files.append(replace(files[2], path="Rates.pdf", pages=None, notes=(locked,)))
    report = _lint(replace(made, documents=tuple(files)))
    reason = {item.item: item.reason for item in report.checklist}["could-be-read"]
    assert "; Map.pdf has such a problem too; Rates.pdf: not read: it is locked with a password" in reason
    page = html.write(report)
    assert page.count(">not known</span>") >= 3
