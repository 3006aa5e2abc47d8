"""Do the contents lists of PDF files lead to their pages?"""

from collections.abc import Iterator, Sequence

from tenderlint.checking import (
    Block,
    BlockKind,
    Context,
    Document,
    Finding,
    Need,
    Result,
    counted,
    judge_holding,
    marked,
    pdf_files,
    steps,
    walk,
)


def check(context: Context) -> Result:
    """Look for contents lists of some length of which no entry is a link."""

    def faults(document: Document) -> Iterator[Finding]:
        entries = [block for block in walk(document.blocks) if block.kind is BlockKind.CONTENTS]
        if len(entries) >= context.setting("least_entries") and not _lead(document, entries):
            count = counted(len(entries), "entry", "entries")
            yield Finding.at(entries[0], entries=count, how=steps(document, Need.CONTENTS))

    def has_contents(document: Document) -> bool:
        return context.surveys.of(document).has_contents

    return judge_holding(pdf_files(context.pack), "PDF file", "a contents list", has_contents, faults)


def _lead(document: Document, entries: Sequence[Block]) -> bool:
    """Say whether any entry is a link by the tags, or half as many links as entries lie on their pages."""
    if any(span.link for block in entries for span in block.spans):
        return True
    pages = {block.place.page for block in entries}
    links = sum(int(told.split(" ", 1)[0]) for place, told in marked(document, "links on page") if place.page in pages)
    return 2 * links >= len(entries)
