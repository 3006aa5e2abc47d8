"""An e-mail or web address that is divided at the end of a line is read whole."""

from __future__ import annotations

import pytest

from tenderlint.readers.pdf.addresses import is_divided, may_be_divided
from tests.readers.pdf_files import drawn, read_pdf, texts

DIVIDED = [
    ("Send your bid to tenders@", "example.gov.uk by noon."),
    ("Send your bid to tenders@example.", "gov.uk by noon."),
    ("Send your bid to tenders@example.gov.", "uk by noon."),
    ("Send your bid to tenders@example.gov.", "uk, by noon."),
    ("Send your bid to tenders@example", ".gov.uk by noon."),
    ("Send your bid to (tenders@example-", "council.gov.uk)."),
    ("All papers stand at https://example.gov.uk/", "tenders/hall-cleaning by now."),
    ("All papers stand at https://example.gov.uk/tenders", "/hall-cleaning by now."),
    ("All papers stand at www.example.gov.uk/hall_", "cleaning by now."),
    ("All papers stand at https://example.gov.uk/view?", "id=12 by now."),
    ("All papers stand at https://example.gov.uk/default.", "aspx by now."),
    ("All papers stand at www.example.", "co.uk by now."),
    ("All papers stand at www.example.gov.", "wales by now."),
]
WHOLE = [
    ("Write to tenders@example.gov.uk.", "Do so by noon."),
    ("Write to tenders@example.gov.uk.", "we answer all questions."),
    ("Write to tenders@example.org.", "in time for the visit."),
    ("Write to tenders@example.gov.uk", "and say who you are."),
    ("Write to tenders@example.gov.uk -", "we answer all."),
    ("All papers stand at https://example.gov.uk/", "and on paper."),
    ("All papers stand at https://example.gov.uk.", "they are free."),
    ("All papers stand at https://example.gov.uk/", "Tenders/2027 are older."),
    ("The price is 40 @", "£12 an hour."),
    ("Bring a pen and/", "or a pencil."),
    ("It costs £40.", "co.uk is a domain."),
]


def joined(before: str, after: str) -> bool:
    return may_be_divided(before, after) and is_divided(before, after)


@pytest.mark.parametrize(("before", "after"), DIVIDED)
def test_an_address_goes_on_in_the_next_line(before: str, after: str) -> None:
    assert joined(before, after)


@pytest.mark.parametrize(("before", "after"), WHOLE)
def test_an_address_that_is_whole_ends_with_its_line(before: str, after: str) -> None:
    assert not joined(before, after)


@pytest.mark.parametrize(("before", "after"), [*DIVIDED[:4], DIVIDED[6]])
def test_a_page_is_read_with_the_address_whole(before: str, after: str) -> None:
    start = "The council answers all questions that bidders send before the last"
    more = f"day that it has set for them. {before}"
    found = texts(read_pdf(drawn(lambda sheet: sheet.lines(72, 700, start, more, after))))
    assert found == [f"{start} {more}{after}"]
