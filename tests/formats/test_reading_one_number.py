"""The check of the reading age and the report tell one number."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tenderlint.formats.heat import years
from tenderlint.linting import lint_pack
from tenderlint.settings import settings_from
from tenderlint.testing import pack
from tests.checks.asking import book

_EASY = "We buy mops and pails for the hall. "
_HARD = "The authority anticipates considerable operational responsibility. "


@pytest.mark.parametrize("easy", range(1, 15))
def test_the_check_and_the_report_round_the_reading_age_alike(easy: int) -> None:
    text = "# Invitation to tender\n\n" + _EASY * easy + _HARD * (21 - easy)
    day = dt.date(2026, 3, 2)
    report = lint_pack(pack({"ITT.docx": text}), today=day, settings=settings_from({}), book=book())
    row, reading = report.check("reading-level"), report.documents[0].reading
    assert reading is not None
    assert reading.scores.reading_age is not None
    told = re.search(r"ITT\.docx (\d+)|age of about (\d+)", row.reason)
    assert told is not None
    assert int(told[1] or told[2]) == years(reading.scores.reading_age)
    assert (row.outcome == "failed") is (years(reading.scores.reading_age) > 14)
