"""Have the tables of PDF files whole rows and columns, each table in one piece?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    first_places,
    judge_files,
    marked,
    steps,
    tagged_files,
)


def check(context: Context) -> Result:
    """Read the marks for tables whose rows differ in length, and for tables that are cut at the end of a page."""
    return judge_files(tagged_files(context.pack), "tagged PDF file", _faults)


def _faults(document: Document) -> Iterator[Finding]:
    uneven = marked(document, "uneven table")
    if uneven:
        yield Finding.at(
            uneven[0][0],
            count=counted(len(uneven), "table has", "tables have"),
            fault=f"uneven rows, the first of them {uneven[0][1]}",
            where=first_places(place for place, _ in uneven),
            how=steps(document, Need.STRUCTURE),
        )
    cut = marked(document, "table in pieces")
    if cut:
        yield Finding.at(
            cut[0][0],
            quote=cut[0][1],
            count=counted(len(cut), "table is", "tables are"),
            fault="cut in two at the end of a page, so that the second part has no header",
            where=first_places(place for place, _ in cut),
            how=steps(document, Need.STRUCTURE),
        )
