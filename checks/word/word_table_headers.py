"""Have the tables of data in Word files header cells?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    has_header,
    judge,
    not_applicable,
    word_files,
)


def check(context: Context) -> Result:
    """Look at every table whose first row names columns of data; those of one file are told together."""
    files = word_files(context.pack)
    if not files:
        return not_applicable("the pack has no Word files", by_absence=True)
    surveys = [context.surveys.of(document) for document in files]
    if not any(survey.data_tables for survey in surveys):
        return not_applicable("the Word files hold no tables of data", by_absence=True)
    number = sum(has_header(table) for survey in surveys for _, table in survey.tables)
    return judge(
        (finding for document in files for finding in _faults(context, document)),
        passed=counted(number, "table has header cells", "tables have header cells"),
    )


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
        )
