"""Are the tables in Word files simple?"""

from collections.abc import Iterator

from tenderlint.checking import (
    Context,
    Document,
    Finding,
    Place,
    Result,
    counted,
    first_places,
    has_spans,
    judge_files,
    marked,
    word_files,
)


def check(context: Context) -> Result:
    """Look for tables in tables, and for merged cells among the rows of tables of data."""

    def faults(document: Document) -> Iterator[Finding]:
        nested = [row for row in marked(document, "nested table") if not _is_outside(row[0])]
        if nested:
            place, words = nested[0]
            fault = "stands inside another" if len(nested) == 1 else "stand inside others"
            where = first_places(place for place, _ in nested)
            yield Finding.at(place, quote=words, count=counted(len(nested), "table"), fault=fault, where=where)
        merged = [block for block, table in context.surveys.of(document).data_tables if has_spans(table)]
        if merged:
            fault = "of data has merged cells" if len(merged) == 1 else "of data have merged cells"
            where = first_places(block.place for block in merged)
            yield Finding.at(merged[0].place, count=counted(len(merged), "table"), fault=fault, where=where)

    return judge_files(word_files(context.pack), "Word file", faults)


def _is_outside(place: Place) -> bool:
    """The tables of headers, footers and comments only lay them out."""
    return place.part.startswith(("header", "footer", "comment"))
