"""Are the tables in Word files simple?"""

from collections.abc import Iterable, Iterator

from tenderlint.checking import (
    Block,
    Context,
    Document,
    Finding,
    Place,
    Result,
    counted,
    first_places,
    has_blank_rows,
    has_spans,
    judge_holding,
    lays_out,
    marked,
    word_files,
)


def check(context: Context) -> Result:
    """Look for tables in tables, cells merged or split among rows of data, blank rows, and headers of mere layout."""

    def faults(document: Document) -> Iterator[Finding]:
        seen = context.surveys.of(document)
        nested = [row for row in marked(document, "nested table") if not _is_outside(row[0])]
        if nested:
            place, words = nested[0]
            fault = "stands inside another" if len(nested) == 1 else "stand inside others"
            where = first_places(place for place, _ in nested)
            yield Finding.at(place, quote=words, count=counted(len(nested), "table"), fault=fault, where=where)
        merged = [block for block, table in seen.data_tables if has_spans(table)]
        uneven = {place for place, _ in marked(document, "uneven table")}
        split = [block for block, _ in seen.data_tables if block.place in uneven and block not in merged]
        parted = [block for block, table in seen.data_tables if has_blank_rows(table)]
        yield from _told(merged, "of data has merged cells", "of data have merged cells")
        yield from _told(split, "of data has rows of different lengths", "of data have rows of different lengths")
        yield from _told(parted, "of data has blank rows among its rows", "of data have blank rows among their rows")
        layout = [block for block, table in seen.tables if lays_out(table)]
        yield from _told(layout, "only lays out the page but marks a header", "only lay out the page but mark a header")

    def has_tables(document: Document) -> bool:
        return bool(context.surveys.of(document).tables)

    return judge_holding(word_files(context.pack), "Word file", "tables", has_tables, faults)


def _told(blocks: list[Block], one: str, several: str) -> Iterable[Finding]:
    if not blocks:
        return ()
    where = first_places(block.place for block in blocks)
    fault = one if len(blocks) == 1 else several
    return (Finding.at(blocks[0].place, count=counted(len(blocks), "table"), fault=fault, where=where),)


def _is_outside(place: Place) -> bool:
    """The tables of headers, footers and comments only lay them out."""
    return place.part.startswith(("header", "footer", "comment"))
