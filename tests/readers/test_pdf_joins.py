"""What a page break cut in two is one table again, and what only looks alike stays two."""

from __future__ import annotations

import pytest

from tenderlint.model import BlockKind
from tenderlint.readers.pdf.drafts import CellDraft, Draft, TableDraft
from tenderlint.readers.pdf.joins import joined_over_pages
from tenderlint.readers.pdf.lines import Line
from tenderlint.readers.pdf.types import Style

COLUMNS = (77.0, 303.0)


def line(text: str) -> Line:
    return Line([], 80, 600, 200, 611, Style("Arial", 11), 11, False, text)


def table(page: int, *rows: tuple[str, str], columns: tuple[float, ...] = COLUMNS) -> Draft:
    made = [
        [CellDraft(number, column, [Draft(BlockKind.PARAGRAPH, [line(text)])] if text else [])
         for column, text in enumerate(row)]
        for number, row in enumerate(rows)
    ]  # fmt: skip
    return Draft(BlockKind.TABLE, table=TableDraft(made, columns=columns), page=page)


def rows_of(drafts: list[Draft]) -> list[int]:
    return [len(draft.table.rows) for draft in drafts if draft.table is not None]


def test_a_row_that_goes_on_overleaf_belongs_to_its_table_though_what_is_left_of_it_is_an_inset_list() -> None:
    first = table(1, ("Pension cost", "means these payments:"))
    rest = table(2, ("", "(b) those made later"), columns=(0.0, 311.5))
    assert rows_of(joined_over_pages([first, rest])) == [2]


@pytest.mark.parametrize(
    "other",
    [
        table(2, ("Lot 1", "Mowing"), columns=(77.0, 311.5)),
        table(2, ("", "Mowing"), columns=(0.0, 350.0)),
        table(2, ("", "Mowing"), columns=(0.0, 280.0)),
        table(3, ("", "Mowing"), columns=(0.0, 303.0)),
    ],
    ids=["full first cell", "far to the right", "to the left", "two pages on"],
)
def test_another_table_overleaf_stays_another(other: Draft) -> None:
    assert rows_of(joined_over_pages([table(1, ("Pension cost", "means these payments:")), other])) == [1, 1]
