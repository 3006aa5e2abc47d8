"""Have the tables of data in PDF files header cells?"""

from tenderlint.checking import Context, Finding, Result, data_tables, has_header, judge, not_applicable, pdf_files


def check(context: Context) -> Result:
    """Look at every table whose first row names columns of data."""
    files = tuple(each for each in pdf_files(context.pack) if each.structure.tagged)
    if not files:
        return not_applicable("the pack has no tagged PDF files")
    tables = [found for document in files for found in data_tables(document)]
    return judge(
        (
            Finding.at(
                block,
                quote=" | ".join(cell.text for cell in table.rows[0]),
                rows=len(table.rows),
                cells="cells",
            )
            for block, table in tables
            if not has_header(table)
        ),
        passed=f"{len(tables)} tables of data",
    )
