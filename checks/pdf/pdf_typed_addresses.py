"""Are the web addresses in PDF files links?"""

import re
from collections.abc import Iterator

from tenderlint.checking import (
    Block,
    Context,
    Document,
    Finding,
    Result,
    counted,
    first_places,
    judge_holding,
    late_pattern,
    marked,
    pdf_files,
)

_ADDRESS = late_pattern(r"(?:https?://|\bwww\.)[^\s<>]{3,300}[^\s<>.,;:)\]]", re.IGNORECASE)


def check(context: Context) -> Result:
    """Look for addresses of the web that no link covers."""

    def faults(document: Document) -> Iterator[Finding]:
        linked = {place.page: told.lower() for place, told in marked(document, "links on page")}
        rows = [
            (block, match[0])
            for block in context.surveys.of(document).addresses
            for match in _ADDRESS.finditer(block.text)
            if not _is_link(block, match.start(), match.end())
            and _bare(match[0]) not in linked.get(block.place.page, "")
        ]
        if rows:
            yield Finding.at(
                rows[0][0].place,
                quote=rows[0][1],
                count=counted(len(rows), "address is", "addresses are"),
                where=first_places(block.place for block, _ in rows),
            )

    def has_addresses(document: Document) -> bool:
        return bool(context.surveys.of(document).addresses)

    return judge_holding(pdf_files(context.pack), "PDF file", "web addresses in its text", has_addresses, faults)


def _is_link(block: Block, start: int, end: int) -> bool:
    return any(span.link and span.start < end and start < span.end for span in block.spans)


def _bare(address: str) -> str:
    """Return an address without what people leave out or add when they write it."""
    return address.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/#?&")
