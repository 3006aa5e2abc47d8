"""The authority beside the days is that of the procedure that the pack names."""

from __future__ import annotations

import pytest

from tests.checks.asking import ask

_DATES = (
    "# Timetable\n| Step | Date |\n|---|---|\n| Notice sent | 7 May 2019 |\n| Deadline for tenders | 20 May 2019 |\n\n"
    "The contract is worth £900,000 excluding VAT. Tenders are uploaded to the portal.\n"
)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("This is an open procedure under the Public Contracts Regulations 2015.", ["27 (open"]),
        ("The Council uses the restricted procedure of the Public Contracts Regulations 2015.", ["28 (restricted"]),
        ("The Public Contracts Regulations 2015 apply.", ["27 (open", "28 (restricted"]),
    ],
)
def test_only_the_regulation_of_the_procedure_that_is_named_is_given(words: str, named: list[str]) -> None:
    text = f"# Invitation to tender\n{words}\n\n{_DATES}"
    row = ask("tender-period", text, on="2019-05-07")
    assert [each.authority.partition("regulation ")[2].partition(" procedure")[0] for each in row.authorities] == named
