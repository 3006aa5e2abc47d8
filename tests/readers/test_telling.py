"""What looks like a heading to a reader's eye, and what only looks bold."""

from __future__ import annotations

import pytest

from tenderlint.model import Look
from tenderlint.readers.runs import Words
from tenderlint.readers.telling import looks_like_heading

BOLD = Look(bold=True)


@pytest.mark.parametrize("text", ["MK13 7LW", "MILTON KEYNES MK13 7LW", "Leeds LS1 1UR", "Cardiff, CF10 4UW", "M1 1AE"])
def test_the_last_line_of_an_address_is_no_heading(text: str) -> None:
    assert not looks_like_heading(Words(text, BOLD))


@pytest.mark.parametrize(
    "text", ["LOT 2", "Lot 2 Milton Keynes", "Form of Tender", "PLAN A4 SIZE", "Area MK13", "Schedule 2B"]
)
def test_a_short_line_in_bold_is_one(text: str) -> None:
    assert looks_like_heading(Words(text, BOLD))
