"""Have the tables of data in PDF files header cells?"""

from collections.abc import Iterator
from dataclasses import replace

from tenderlint.checking import (
    Block,
    Context,
    Document,
    Finding,
    Need,
    Outcome,
    Result,
    Table,
    counted,
    first_places,
    has_header,
    headed_by_data,
    judge,
    marked,
    not_applicable,
    read_by_tags,
    steps,
)


def check(context: Context) -> Result:
    """Look at every table whose first row names columns of data; those of one file are told together."""
    files = read_by_tags(context.pack)
    if not files:
        return not_applicable("the pack has no tagged PDF files", by_absence=True)
    number = sum(len(context.surveys.of(document).data_tables) for document in files)
    if not number:
        return not_applicable("the tagged PDF files hold no tables of data", by_absence=True)
    result = judge(
        (finding for document in files for finding in _faults(context, document)),
        passed=counted(number, "table of data has header cells", "tables of data have header cells"),
    )
    odd = [each for document in files for each in context.surveys.of(document).data_tables if headed_by_data(each[1])]
    return _doubted(result, odd) if odd and result.outcome is Outcome.PASSED else result


def _doubted(result: Result, odd: list[tuple[Block, Table]]) -> Result:
    """Pass no header cells that hold data: show them, for a person to see."""
    block, table = odd[0]
    told = counted(len(odd), "first row reads like data", "first rows read like data")
    reason = f"{result.reason}, but {told}: see whether these cells head the others"
    shown = Finding.at(block, quote=" ".join(cell.text for cell in table.rows[0]))
    return replace(result, reason=reason, evidence=(shown,))


def _faults(context: Context, document: Document) -> Iterator[Finding]:
    tables = [(block, table) for block, table in context.surveys.of(document).data_tables if not has_header(table)]
    if tables:
        block, table = tables[0]
        yield Finding.at(
            block,
            quote=" ".join(cell.text for cell in table.rows[0]),
            tables=counted(len(tables), "table of data has", "tables of data have"),
            where=first_places(each.place for each, _ in tables),
            rows=f"{'it' if len(tables) == 1 else 'the first'} has {len(table.rows)}",
            how=steps(document, Need.STRUCTURE),
        )
    headed = marked(document, "headings in place of header cells")
    if headed:
        tables = counted(len(headed), "table has", "tables have")
        where = first_places(place for place, _ in headed)
        how = steps(document, Need.STRUCTURE)
        message = f"{tables} headings in the first row in place of header cells{where}.{how}"
        yield Finding.at(headed[0][0], message=message)
